"""The book listed: statements and reviews one after another, as they stood at a moment, without reading more than is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from missionwatch.ledger.rules import reviewed
from missionwatch.ledger.topics import followed, topics_of
from missionwatch.records import Review, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from missionwatch.ledger import Ledger
    from missionwatch.records import Theatre


def stated(
    ledger: Ledger, theatre: Theatre | None, *, as_of: date, known_at: datetime, after: int = 0
) -> Iterator[tuple[int, Statement | None]]:
    """Yield the numbers of the bookings of statements after a number, each with the statement as it stands as known then.

    None stands for one that does not: of a later time, not known yet, superseded, rejected, or of another theatre. It gives
    what ``Ledger.statements`` gives, with a place to go on from.
    """
    topics = followed(theatre) if theatre is not None else None
    said: dict[str, list[Review]] = {}
    for booking in ledger.bookings(kind="review", topics=topics):
        if booking.kind == "review" and booking.known_at <= known_at:
            said.setdefault(booking.subject, []).append(cast("Review", booking.payload))
    last = as_of.isoformat()
    for booking in ledger.bookings(after, kind="statement", topics=topics):
        if booking.known_at > known_at:
            return
        statement = cast("Statement", booking.payload)
        stands = booking.valid_from <= last and (booking.superseded_at is None or booking.superseded_at > known_at)
        found = reviewed((statement,), said.get(booking.subject, ())) if stands else ()
        if found and topics is not None and topics_of(found[0]).isdisjoint(topics):
            found = ()
        yield booking.seq, found[0] if found else None


def judged(
    ledger: Ledger, theatre: Theatre | None, *, known_at: datetime, after: int = 0
) -> Iterator[tuple[int, tuple[datetime, Review]]]:
    """Yield the reviews booked after a number and known by a moment, each with its number and when it became known."""
    topics = followed(theatre) if theatre is not None else None
    for booking in ledger.bookings(after, kind="review", topics=topics):
        if booking.known_at > known_at:
            return
        if isinstance(booking.payload, Review):
            yield booking.seq, (booking.known_at, booking.payload)


def standing(statement: Statement, reviews: Sequence[Review]) -> Statement | None:
    """Return what reviews, in their order, leave of a statement: itself, its correction, or None where it was rejected."""
    found = reviewed((statement,), reviews)
    return found[0] if found else None
