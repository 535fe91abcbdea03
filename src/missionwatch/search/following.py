"""The index kept up with the book: booking after booking, once, by whichever process comes first."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from datetime import UTC, date, datetime
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from missionwatch.ledger.rules import reviewed, told_on
from missionwatch.records import Report, ReportHead, Review, Statement, Supersession
from missionwatch.search.documents import Document, of_report, of_statement
from missionwatch.search.store import is_busy

if TYPE_CHECKING:
    from collections.abc import Callable

    from missionwatch.ledger import Ledger
    from missionwatch.records import Booking
    from missionwatch.search.store import Store

LOT = 5_000  # bookings indexed at once: about a second, for which others wait at most
_REVIEWS = msgspec.json.Decoder(Review)
_HEADS = msgspec.json.Decoder(ReportHead)
_STATEMENTS = msgspec.json.Decoder(Statement)


def follow(store: Store, ledger: Ledger, progress: Callable[[int, int], None] | None = None) -> bool:
    """Take up what was booked since; all of it where the index is of another ledger. Return whether nothing is missing.

    ``progress`` is told how many bookings are indexed, and of how many. It is False where another process keeps the index too long.
    """
    if _is_up_to_date(store, ledger):
        return True
    while True:
        try:
            with store.writing() as connection:
                done, size = _follow_lot(store, connection, ledger)
        except sqlite3.OperationalError as fault:
            if is_busy(fault):
                return False
            raise
        if progress is not None:
            progress(done, size)
        if done >= size:
            return True


def moment_of(moment: datetime) -> str:
    """Return a moment as the index keeps it: texts that sort as the moments do."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def payload_of(connection: sqlite3.Connection, document: int) -> bytes:
    """Return what is kept of a document."""
    (data,) = connection.execute("SELECT payload FROM kept WHERE number = ?", (document,)).fetchone()
    return zlib.decompress(data)


def verdicts_on(connection: sqlite3.Connection, statement: str, upto: int) -> list[Review]:
    """Return the reviews of a statement that were booked by then."""
    found = connection.execute(
        "SELECT review FROM verdict WHERE statement = ? AND seq <= ? ORDER BY seq", (statement, upto)
    )
    return [_REVIEWS.decode(row[0]) for row in found]


def _is_up_to_date(store: Store, ledger: Ledger) -> bool:
    with store.reading() as connection:
        seq, digest = connection.execute("SELECT seq, digest FROM mark").fetchone()
    size, head = ledger.size, ledger.head
    return bool(size == seq and (not size or head == digest))


def _follow_lot(store: Store, connection: sqlite3.Connection, ledger: Ledger) -> tuple[int, int]:
    seq, digest = connection.execute("SELECT seq, digest FROM mark").fetchone()
    if seq:
        with closing(ledger.bookings(seq - 1)) as listed:  # type: ignore[type-var]  # a generator in every ledger
            last = next(iter(listed), None)
        if last is None or last.seq != seq or last.digest != digest:  # another ledger, or one that was restored
            store.empty()
            seq = 0
    size = ledger.size
    with closing(ledger.bookings(seq)) as listed:  # type: ignore[type-var]
        taking = _Taking(connection, ledger)
        for booking in islice(listed, LOT):
            taking.take(booking)
    taking.finish()
    return (
        (max(size, taking.seq), size) if not taking.seq else (taking.seq, size)
    )  # a book may end before its size says


def _day(booking: Booking) -> date:
    try:
        return date.fromisoformat(booking.valid_from)
    except ValueError:  # a year that no calendar of ours has
        return booking.known_at.date()


class _Taking:
    """Puts bookings into the index, within one transaction."""

    def __init__(self, connection: sqlite3.Connection, ledger: Ledger) -> None:
        self._c, self._ledger = connection, ledger
        self._next: int = connection.execute("SELECT coalesce(max(number), 0) FROM document").fetchone()[0]
        self._heads: dict[str, tuple[int, ReportHead]] = {}
        self._moments: dict[str, int] = {}
        self._judged = {name for (name,) in connection.execute("SELECT DISTINCT statement FROM verdict")}
        self.seq, self._digest = 0, ""

    def take(self, booking: Booking) -> None:
        payload, day = booking.payload, _day(booking)
        if isinstance(payload, Report):
            self._report(booking, payload)
        elif isinstance(payload, Statement):
            self._statement(booking.seq, payload, day)
        elif isinstance(payload, Supersession):
            for number in payload.superseded:
                self._end(number, booking.seq)
                self._c.execute("DELETE FROM standing WHERE booking = ?", (number,))
        elif isinstance(payload, Review):
            self._review(booking.seq, payload)
        self._moments[moment_of(booking.known_at)] = booking.seq
        self.seq, self._digest = booking.seq, booking.digest

    def finish(self) -> None:
        """Note how far it goes."""
        if not self.seq:
            return
        self._c.executemany("INSERT OR REPLACE INTO moment VALUES (?, ?)", self._moments.items())
        self._c.execute("UPDATE mark SET seq = ?, digest = ?", (self.seq, self._digest))

    def _report(self, booking: Booking, report: Report) -> None:
        head = msgspec.structs.replace(report.head, valid_from=_day(booking))
        told = told_on(report, booking.known_at)  # not the day of what it corrects: that may be hidden
        number = self._add(of_report(report, told), report.text.encode(), booking.seq, None)
        self._c.execute("INSERT INTO report VALUES (?, ?, ?, NULL)", (number, report.id, msgspec.json.encode(head)))
        self._heads[report.id] = number, head

    def _statement(self, seq: int, statement: Statement, day: date) -> None:
        report, _ = self._head(statement.report)
        now: Statement | None = statement
        if statement.id in self._judged:
            now = next(iter(reviewed((statement,), verdicts_on(self._c, statement.id, seq))), None)
        document = self._show(seq, statement, now, report, day) if now is not None else None
        self._c.execute(
            "INSERT INTO standing VALUES (?, ?, ?, ?, ?)", (seq, statement.id, report, day.toordinal(), document)
        )

    def _review(self, seq: int, review: Review) -> None:
        self._c.execute("INSERT INTO verdict VALUES (?, ?, ?)", (seq, review.statement, msgspec.json.encode(review)))
        self._judged.add(review.statement)
        booked = self._c.execute(
            "SELECT booking, report, day, document FROM standing WHERE statement = ?", (review.statement,)
        ).fetchall()
        if not booked:
            return
        verdicts = verdicts_on(self._c, review.statement, seq)
        for booking, report, day, document in booked:
            first = self._booked(booking)
            now = next(iter(reviewed((first,), verdicts)), None)
            if document is not None and now is not None:
                shown = _STATEMENTS.decode(payload_of(self._c, document))
                if shown.id == now.id:
                    continue  # accepted: what it says stays
            self._end(booking, seq)
            made = self._show(seq, first, now, report, date.fromordinal(day)) if now is not None else None
            self._c.execute("UPDATE standing SET document = ? WHERE booking = ?", (made, booking))

    def _booked(self, booking: int) -> Statement:
        with closing(self._ledger.bookings(booking - 1)) as listed:  # type: ignore[type-var]
            found = next(iter(listed)).payload
        if not isinstance(found, Statement):
            raise TypeError(f"booking {booking} is no statement")
        return found

    def _end(self, booking: int, seq: int) -> None:
        self._c.execute(
            "UPDATE document SET ended = ? WHERE number = (SELECT document FROM standing WHERE booking = ?)",
            (seq, booking),
        )

    def _show(self, seq: int, first: Statement, now: Statement, report: int, day: date) -> int:
        """Put a statement, as it stands now, into the index; what a person corrected is as visible as both its reports are."""
        corrected = now.id != first.id
        number, head = self._head(now.report) if corrected and self._knows(now.report) else self._head(first.report)
        document = of_statement(now, head, day)
        other = number if number != report else None
        kept = now if corrected else first  # accepting may be withdrawn: how sure it is, is worked out when it is shown
        return self._add(document, msgspec.json.encode(kept), seq, report, other, first.id if corrected else None)

    def _add(
        self,
        made: Document,
        payload: bytes,
        seq: int,
        report: int | None,
        other: int | None = None,
        corrects: str | None = None,
    ) -> int:
        self._next += 1
        number = self._next
        self._c.execute(
            "INSERT INTO words (rowid, title, said, lemma, named, filed) VALUES (?, ?, ?, ?, ?, ?)", (number, *made[:5])
        )
        self._c.execute(
            "INSERT INTO document VALUES (?, ?, ?, ?, NULL, ?, ?, ?)",
            (number, report or number, other, seq, made.first.toordinal(), made.last.toordinal(), corrects),
        )
        self._c.execute("INSERT INTO kept VALUES (?, ?)", (number, zlib.compress(payload, 1)))
        return number

    def _knows(self, report: str) -> bool:
        return (
            report in self._heads
            or self._c.execute("SELECT 1 FROM report WHERE id = ?", (report,)).fetchone() is not None
        )

    def _head(self, report: str) -> tuple[int, ReportHead]:
        if report not in self._heads:
            number, head = self._c.execute("SELECT number, head FROM report WHERE id = ?", (report,)).fetchone()
            self._heads[report] = number, _HEADS.decode(head)
        return self._heads[report]
