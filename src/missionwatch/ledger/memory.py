"""The reference ledger: the protocol in the plainest way, in memory. Other ledgers are tested against it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Self, cast

from missionwatch.clock import Clock, system_clock
from missionwatch.ledger import rules
from missionwatch.ledger.protocol import Receipt, Verification

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

    from missionwatch.records import Booking, BookingKind, Report, ReportHead, Review, Statement


class MemoryLedger:
    """A ledger in memory; it is gone when the program ends."""

    def __init__(self, *, clock: Clock = system_clock) -> None:
        self._lines: list[rules.Line] = []
        self._clock = clock

    def book(
        self, report: Report, statements: Sequence[Statement], *, reader: str, known_at: datetime | None = None
    ) -> Receipt:
        """Book a report with all its statements, or nothing (see ``Ledger.book``)."""
        of_report = [line for line in self._lines if line.report == report.id]
        if any(line.reader == reader for line in of_report):
            return Receipt(0, already=True)
        when = self._moment(known_at)
        standing = [line.seq for line in of_report if line.kind == "statement" and line.superseded_at is None]
        new = rules.entries(
            report,
            statements,
            reader=reader,
            known_at=when,
            fresh=not of_report,
            standing=standing,
            corrected=self._corrected(report),
        )
        self._append(new, when)
        for seq in standing:
            self._lines[seq - 1] = self._lines[seq - 1]._replace(superseded_at=when)
        return Receipt(len(statements), already=False)

    def review(self, review: Review, *, known_at: datetime | None = None) -> None:
        """Book a person's verdict on a statement."""
        known = any(line.kind == "statement" and line.subject == review.statement for line in self._lines)
        rules.check_review(review, known=known)
        when = self._moment(known_at)
        self._append([rules.Entry("review", review.statement, None, None, when.date().isoformat(), review)], when)

    def statements(self, *, valid: date | None = None, known: datetime | None = None) -> tuple[Statement, ...]:
        """Return the statements that stand (see ``Ledger.statements``)."""
        lines = [line for line in self._lines if known is None or line.known_at <= known]
        standing = [
            line for line in lines
            if line.kind == "statement" and (valid is None or line.valid_from <= valid.isoformat())
            and (line.superseded_at is None or (known is not None and line.superseded_at > known))
        ]  # fmt: skip
        reviews = [cast("Review", line.booking.payload) for line in lines if line.kind == "review"]
        return rules.reviewed((cast("Statement", line.booking.payload) for line in standing), reviews)

    def reports(self, *, known: datetime | None = None) -> dict[str, ReportHead]:
        """Return the heads of the reports known at ``known``, by id."""
        return {
            line.subject: cast("Report", line.booking.payload).head
            for line in self._lines
            if line.kind == "report" and (known is None or line.known_at <= known)
        }

    def report(self, report: str) -> Report:
        """Return a report by id."""
        return cast("Report", self._first("report", report))

    def statement(self, statement: str) -> Statement:
        """Return a statement by id as it was booked first."""
        return cast("Statement", self._first("statement", statement))

    def reviews(self, statement: str) -> tuple[Review, ...]:
        """Return all reviews of a statement, in the order they were booked."""
        lines = (line for line in self._lines if line.kind == "review" and line.subject == statement)
        return tuple(cast("Review", line.booking.payload) for line in lines)

    def bookings(self, since: int = 0, kind: BookingKind | None = None) -> Iterator[Booking]:
        """Yield the bookings after number ``since``, in order."""
        return (line.booking for line in self._lines[since:] if kind in (None, line.kind))

    @property
    def head(self) -> str:
        """Return the digest of the last booking."""
        return self._lines[-1].digest if self._lines else rules.GENESIS

    @property
    def size(self) -> int:
        """Return the number of bookings."""
        return len(self._lines)

    def verify(self, *, expect: str | None = None) -> Verification:
        """Check the whole chain."""
        return Verification(*rules.check(self._lines, expect=expect))

    def close(self) -> None:
        """Do nothing: there is no store to let go of."""

    def __enter__(self) -> Self:
        """Return the ledger."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the ledger."""
        self.close()

    def _moment(self, given: datetime | None) -> datetime:
        last = self._lines[-1].known_at if self._lines else None
        return rules.moment(given.astimezone(UTC) if given is not None else None, self._clock(), last)

    def _append(self, new: list[rules.Entry], when: datetime) -> None:
        self._lines.extend(rules.chain(new, after=len(self._lines), previous=self.head, known_at=when))

    def _corrected(self, report: Report) -> Report | None:
        known = any(line.kind == "report" and line.subject == report.corrects for line in self._lines)
        return self.report(report.corrects) if report.corrects is not None and known else None

    def _first(self, kind: str, subject: str) -> object:
        for line in self._lines:
            if line.kind == kind and line.subject == subject:
                return line.booking.payload
        raise KeyError(subject)
