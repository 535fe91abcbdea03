"""The reference ledger: the protocol in the plainest way, in memory. Other ledgers are tested against it."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Self, cast

from missionwatch.clock import Clock, system_clock
from missionwatch.errors import LedgerError
from missionwatch.ledger import rules
from missionwatch.ledger.protocol import Receipt, Verification
from missionwatch.ledger.topics import ALWAYS, Filing, topics_of
from missionwatch.records import Supersession

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from types import TracebackType

    from missionwatch.records import (
        Act,
        Booking,
        BookingKind,
        Marked,
        Report,
        ReportHead,
        Review,
        Source,
        Statement,
        Tlp,
    )


class MemoryLedger:
    """A ledger in memory; it is gone when the program ends."""

    def __init__(self, *, clock: Clock = system_clock) -> None:
        self._lines: list[rules.Line] = []
        self._filing = Filing()
        self.layers: dict[str, object] = {}
        self._clock = clock

    def book(
        self,
        report: Report,
        statements: Sequence[Statement],
        *,
        reader: str,
        known_at: datetime | None = None,
        marking: Marked | None = None,
    ) -> Receipt:
        """Book a report with all its statements, or nothing (see ``Ledger.book``)."""
        of_report = [line for line in self._lines if line.report == report.id]
        if any(line.reader == reader for line in of_report):
            return Receipt(0, already=True)
        when = self._moment(known_at)
        stand = [line for line in of_report if line.kind == "statement" and line.superseded_at is None]
        added = {line.subject for line in stand if rules.is_added(line.reader)}
        standing = [line.seq for line in stand if not rules.is_added(line.reader)]
        new = rules.entries(
            report,
            statements,
            reader=reader,
            known_at=when,
            fresh=not any(line.kind == "report" for line in of_report),
            standing=standing,
            added=added,
            corrected=self._corrected(report),
            marking=marking,
        )
        self._append(new, when)
        return Receipt(sum(1 for entry in new if entry.kind == "statement"), already=False)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Book all that is booked in the block, or nothing of it (see ``Ledger.together``)."""
        before = list(self._lines)
        try:
            yield
        except BaseException:
            self._restore(before)
            raise

    def add(self, statement: Statement, *, known_at: datetime | None = None) -> None:
        """Book what a person found in a report (see ``Ledger.add``)."""
        head = next((line for line in self._lines if line.kind == "report" and line.subject == statement.report), None)
        stands = any(
            line.kind == "statement" and line.subject == statement.id and line.superseded_at is None
            for line in self._lines
        )
        report = cast("Report", head.booking.payload) if head is not None else None
        when = self._moment(known_at)
        self._append(rules.added(statement, report, head.valid_from if head is not None else "", stands=stands), when)

    def review(self, review: Review, *, after: int | None = None, known_at: datetime | None = None) -> None:
        """Book a person's verdict on a statement (see ``Ledger.review``)."""
        of = (line.report for line in self._lines if line.kind == "statement" and line.subject == review.statement)
        rules.check_review(review, report=next(of, None), before=len(self.reviews(review.statement)), after=after)
        when = self._moment(known_at)
        self._append([rules.single(review.statement, review, when)], when)

    def rate(self, source: Source, *, known_at: datetime | None = None) -> None:
        """Book how far a source can be relied on (see ``Ledger.rate``)."""
        rules.check_rating(source)
        when = self._moment(known_at)
        self._append([rules.single(source.id, source, when)], when)

    def sources(self, *, known: datetime | None = None) -> dict[str, Source]:
        """Return the rated sources (see ``Ledger.sources``)."""
        return {
            line.subject: cast("Source", line.booking.payload)
            for line in self._lines
            if line.kind == "source" and (known is None or line.known_at <= known)
        }

    def mark(self, marking: Marked, *, known_at: datetime | None = None) -> None:
        """Book who may see a report (see ``Ledger.mark``)."""
        rules.check_marking(marking, known=self._knows(marking.report))
        when = self._moment(known_at)
        self._append([rules.marked(marking, when)], when)

    def markings(self, *, known: datetime | None = None) -> dict[str, Tlp]:
        """Return the marks of the reports (see ``Ledger.markings``)."""
        return {
            line.subject: cast("Marked", line.booking.payload).tlp
            for line in self._lines
            if line.kind == "marking" and (known is None or line.known_at <= known)
        }

    def note(self, act: Act, *, known_at: datetime | None = None) -> None:
        """Book what somebody did (see ``Ledger.note``)."""
        rules.check_act(act)
        when = self._moment(known_at)
        self._append([rules.single(act.by, act, when)], when)

    def statements(
        self, *, valid: date | None = None, known: datetime | None = None, topics: Collection[str] | None = None
    ) -> tuple[Statement, ...]:
        """Return the statements that stand (see ``Ledger.statements``)."""
        lines = [line for line in self._lines if known is None or line.known_at <= known]
        standing = [
            line for line in lines
            if line.kind == "statement" and (valid is None or line.valid_from <= valid.isoformat())
            and (line.superseded_at is None or (known is not None and line.superseded_at > known))
        ]  # fmt: skip
        reviews = [cast("Review", line.booking.payload) for line in lines if line.kind == "review"]
        found = rules.reviewed((cast("Statement", line.booking.payload) for line in standing), reviews)
        return found if topics is None else tuple(one for one in found if not topics_of(one).isdisjoint(topics))

    def reports(
        self, *, known: datetime | None = None, topics: Collection[str] | None = None, since: int = 0
    ) -> dict[str, ReportHead]:
        """Return the heads of the reports known at ``known``, by id (see ``Ledger.reports``)."""
        return {
            line.subject: rules.head_of(line.payload, line.valid_from)
            for line in self._lines[since:]
            if line.kind == "report" and (known is None or line.known_at <= known) and self._filed(line, topics)
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

    def about(self, report: str) -> tuple[Booking, ...]:
        """Return the bookings that bear on one report (see ``Ledger.about``)."""
        said = {line.subject for line in self._lines if line.kind == "statement" and line.report == report}
        return tuple(
            line.booking
            for line in self._lines
            if line.report == report or (line.kind == "review" and line.subject in said)
        )

    def bookings(
        self,
        since: int = 0,
        *,
        kind: BookingKind | None = None,
        topics: Collection[str] | None = None,
        report: str | None = None,
    ) -> Iterator[Booking]:
        """Yield the bookings after number ``since``, in order (see ``Ledger.bookings``)."""
        lines = (line for line in self._lines[since:] if kind in (None, line.kind) and report in (None, line.report))
        if topics is None:
            return (line.booking for line in lines)
        wanted = {*topics, ALWAYS}
        return (line.booking for line in lines if line.kind != "report" and self._filed(line, wanted))

    def lines(self, since: int = 0) -> Iterator[rules.Line]:
        """Yield the bookings after number ``since`` as they are stored (see ``Ledger.lines``)."""
        return iter(self._lines[since:])

    def take(self, lines: Iterable[rules.Line]) -> int:
        """Append lines as they are, all or none (see ``Ledger.take``)."""
        if self._lines:
            raise LedgerError(f"the ledger has {len(self._lines)} bookings already; take them into an empty one")
        whole = list(rules.continued(lines))
        for line in whole:
            self._add(line)
        return len(whole)

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
        for line in list(rules.chain(new, after=len(self._lines), previous=self.head, known_at=when)):
            self._add(line)

    def _add(self, line: rules.Line) -> None:
        payload = line.booking.payload
        for _ in self._filing.add(line.seq, line.subject, line.report, payload):
            pass
        self._lines.append(line._replace(superseded_at=None))
        for seq in payload.superseded if isinstance(payload, Supersession) else ():
            self._lines[seq - 1] = self._lines[seq - 1]._replace(superseded_at=line.known_at)

    def _restore(self, lines: list[rules.Line]) -> None:
        self._lines, self._filing = [], Filing()
        for line in lines:
            self._add(line)

    def _filed(self, line: rules.Line, topics: Collection[str] | None) -> bool:
        return topics is None or not self._filing.of.get(line.seq, frozenset()).isdisjoint(topics)

    def _corrected(self, report: Report) -> Report | None:
        return self.report(report.corrects) if report.corrects is not None and self._knows(report.corrects) else None

    def _knows(self, report: str) -> bool:
        return any(line.kind == "report" and line.subject == report for line in self._lines)

    def _first(self, kind: str, subject: str) -> object:
        for line in self._lines:
            if line.kind == kind and line.subject == subject:
                return line.booking.payload
        raise KeyError(subject)
