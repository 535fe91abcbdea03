"""What was read of a report, statement by statement, with what persons said of it since: as known at a moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from missionwatch import flow
from missionwatch.ledger import PERSON
from missionwatch.records import put_verdict

if TYPE_CHECKING:
    from datetime import datetime

    from missionwatch.ledger import Ledger
    from missionwatch.records import Booking, Review, Statement


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review and when it was booked."""

    review: Review
    known_at: datetime


@dataclass(frozen=True, slots=True)
class Read:
    """One statement of a report: as it was booked, and as its reviews leave it.

    ``reviews`` are all that were booked by then, ``standing`` the one that counts; ``now`` is what stands (None where it was rejected).
    ``number`` counts the report's statements in the order of the text, from 1.
    """

    number: int
    booked: Statement
    known_at: datetime
    reviews: tuple[Reviewed, ...]
    standing: Reviewed | None
    now: Statement | None

    @property
    def shown(self) -> Statement:
        """Return what is shown of it: what stands, else what was rejected."""
        return self.now or self.booked

    @property
    def verdict(self) -> str:
        """Return what persons said of it last: accept, reject, correct, or open where nobody did."""
        return self.standing.review.verdict if self.standing is not None else "open"

    @property
    def added_by(self) -> str | None:
        """Return who added it, None where a reader read it."""
        reader = self.booked.reader
        return reader.removeprefix(PERSON) if reader.startswith(PERSON) else None


@dataclass(frozen=True, slots=True)
class Reading:
    """A report's statements that stand or were rejected, in the order of the text; ``readers`` are who read the report by then."""

    statements: tuple[Read, ...]
    readers: tuple[str, ...]
    known_at: datetime | None

    @property
    def unread(self) -> bool:
        """Say whether nobody could read it: it is in another language."""
        return bool(self.readers) and self.readers[-1] == flow.UNREAD

    def find(self, statement: str) -> Read | None:
        """Return the statement of an id, its own or that of what it was corrected into."""
        return next((one for one in self.statements if statement in (one.booked.id, one.shown.id)), None)


def reading_of(ledger: Ledger, report: str, known_at: datetime) -> Reading:
    """Return what was read of a report, as known at a moment; its ``known_at`` is None where the report was not known yet."""
    bookings = [one for one in ledger.about(report) if one.known_at <= known_at]
    reviews: dict[str, list[Reviewed]] = {}
    standing: dict[str, Booking] = {}
    readers: list[str] = []
    known: datetime | None = None
    for one in bookings:
        if one.kind == "review":
            reviews.setdefault(one.subject, []).append(Reviewed(cast("Review", one.payload), one.known_at))
        elif one.kind == "statement" and (one.superseded_at is None or one.superseded_at > known_at):
            standing.setdefault(one.subject, one)
        elif one.kind in ("report", "supersession") and one.reader:
            readers.append(one.reader)
            known = known or one.known_at
    ordered = sorted(standing.values(), key=_place)
    made = (_read(n, one, tuple(reviews.get(one.subject, ()))) for n, one in enumerate(ordered, 1))
    return Reading(tuple(made), tuple(readers), known)


def _place(booking: Booking) -> tuple[int, int, int]:
    evidence = cast("Statement", booking.payload).evidence
    return evidence.start, -evidence.end, booking.seq


def _read(number: int, booking: Booking, reviews: tuple[Reviewed, ...]) -> Read:
    statement = cast("Statement", booking.payload)
    stack: list[Reviewed] = []
    for one in reviews:
        put_verdict(stack, one, one.review.verdict)
    last = stack[-1] if stack else None
    now: Statement | None = statement
    if last is not None and last.review.verdict != "accept":
        now = last.review.correction
    return Read(number, statement, booking.known_at, reviews, last, now)
