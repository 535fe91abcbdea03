"""A ledger as somebody may see it: what is marked stricter than their clearance is not there.

What a report is marked *now* counts, also in the picture of a day on which nobody had marked it yet. Whoever keeps what they read
through it (a view) must ask ``cleared`` or ``present`` again before they use it.
"""

from __future__ import annotations

import re
from itertools import chain
from threading import RLock
from typing import TYPE_CHECKING, Self, TypeVar

import msgspec

from missionwatch.errors import LedgerError
from missionwatch.ledger import rules
from missionwatch.ledger.topics import topics_of
from missionwatch.records import TLPS, Act, Booking, Marked, Report, ReportHead, Review, Statement
from missionwatch.records.marking import above

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from datetime import date, datetime
    from types import TracebackType

    from missionwatch.ledger.protocol import Ledger, Receipt, Verification
    from missionwatch.records import BookingKind, Source, Tlp

_Told = TypeVar("_Told", Report, ReportHead)
_WORD = re.compile(r"[\w-]+")
_MARKS = "marks"  # under which a ledger keeps what is known of its markings


def cleared(ledger: Ledger, upto: Tlp) -> Ledger:
    """Return a ledger without the reports that are marked stricter than ``upto``, and without all that was booked of them.

    The same object as long as the same reports are hidden, else another. What is booked through it is booked in ``ledger``;
    closing it closes nothing.
    """
    if isinstance(ledger, Cleared):
        upto, ledger = min(upto, ledger.upto, key=TLPS.index), ledger.whole
    if upto == TLPS[-1]:
        return ledger
    marks = _marks_of(ledger)
    with marks.lock:
        hidden = marks.above(upto)
        last = ledger.layers.get(upto)
        if not isinstance(last, Cleared) or last.began_with != hidden:
            last = ledger.layers[upto] = Cleared(ledger, upto, marks, hidden)
        return last


def present(ledger: Ledger) -> Ledger:
    """Return what a ledger is now, for whoever keeps what they read: of a cleared one what ``cleared`` would give, of others themselves.

    Where nothing is hidden that is the ledger itself, so that all share what is kept of it.
    """
    if not isinstance(ledger, Cleared):
        return ledger
    now = cleared(ledger.whole, ledger.upto)
    return now if isinstance(now, Cleared) and now.began_with else ledger.whole


def apart(ledger: Ledger) -> tuple[Ledger, frozenset[str]]:
    """Return the whole ledger behind one, and the ids of the reports that are hidden in it now: for an index that serves all."""
    now = present(ledger)
    return (now.whole, now.began_with) if isinstance(now, Cleared) else (now, frozenset())


class Cleared:
    """A ledger without what somebody may not see; made by ``cleared``.

    Each answer is held beside the markings after it was read, so that nothing slips through that was booked meanwhile.
    """

    def __init__(self, ledger: Ledger, upto: Tlp, marks: _Marks, hidden: frozenset[str]) -> None:
        self.whole, self.upto, self.began_with = ledger, upto, hidden
        self.layers: dict[str, object] = {}
        self._marks = marks
        self._traces = _Traces(ledger, hidden)

    def book(
        self,
        report: Report,
        statements: Sequence[Statement],
        *,
        reader: str,
        known_at: datetime | None = None,
        marking: Marked | None = None,
    ) -> Receipt:
        """Book a report in the whole ledger (see ``Ledger.book``)."""
        return self.whole.book(report, statements, reader=reader, known_at=known_at, marking=marking)

    def together(self) -> AbstractContextManager[None]:
        """Return a block in which all is booked at once in the whole ledger (see ``Ledger.together``)."""
        return self.whole.together()

    def add(self, statement: Statement, *, known_at: datetime | None = None) -> None:
        """Book what a person found in a report that is seen (see ``Ledger.add``)."""
        if statement.report in self._hidden:
            rules.added(statement, None, "", stands=False)
        self.whole.add(statement, known_at=known_at)

    def review(self, review: Review, *, after: int | None = None, known_at: datetime | None = None) -> None:
        """Book a verdict on a statement that is seen (see ``Ledger.review``)."""
        if self._hides_statement(review.statement):
            rules.check_review(review, report=None)
        self.whole.review(review, after=after, known_at=known_at)

    def rate(self, source: Source, *, known_at: datetime | None = None) -> None:
        """Book a rating (see ``Ledger.rate``)."""
        self.whole.rate(source, known_at=known_at)

    def sources(self, *, known: datetime | None = None) -> dict[str, Source]:
        """Return the rated sources (see ``Ledger.sources``)."""
        return self.whole.sources(known=known)

    def mark(self, marking: Marked, *, known_at: datetime | None = None) -> None:
        """Book who may see a report that is seen (see ``Ledger.mark``)."""
        if marking.report in self._hidden:
            rules.check_marking(marking, known=False)
        self.whole.mark(marking, known_at=known_at)

    def markings(self, *, known: datetime | None = None) -> dict[str, Tlp]:
        """Return the marks of the reports that are seen (see ``Ledger.markings``)."""
        found = self.whole.markings(known=known)
        hidden = self._hidden
        return {report: mark for report, mark in found.items() if report not in hidden} if hidden else found

    def note(self, act: Act, *, known_at: datetime | None = None) -> None:
        """Book what somebody did (see ``Ledger.note``)."""
        self.whole.note(act, known_at=known_at)

    def statements(
        self, *, valid: date | None = None, known: datetime | None = None, topics: Collection[str] | None = None
    ) -> tuple[Statement, ...]:
        """Return the statements that stand and are seen (see ``Ledger.statements``)."""
        while True:
            found = self.whole.statements(valid=valid, known=known, topics=topics)
            traces = self._traced()
            if traces is None:
                return found
            seen = tuple(one for one in found if one.report not in traces.hidden)
            kept = seen if valid is None else traces.begun(seen, valid, known, topics)
            if kept is not None:
                return kept

    def reports(
        self, *, known: datetime | None = None, topics: Collection[str] | None = None, since: int = 0
    ) -> dict[str, ReportHead]:
        """Return the heads of the reports that are seen (see ``Ledger.reports``)."""
        found = self.whole.reports(known=known, topics=topics, since=since)
        traces = self._traced()
        if traces is None:
            return found
        return {key: traces.head(head) for key, head in found.items() if key not in traces.hidden}

    def report(self, report: str) -> Report:
        """Return a report that is seen by id."""
        found = self.whole.report(report)
        traces = self._traced()
        if traces is None:
            return found
        if report in traces.hidden:
            raise KeyError(report)
        return traces.report(found)

    def statement(self, statement: str) -> Statement:
        """Return a statement that is seen by id as it was booked first."""
        found = self.whole.statement(statement)
        if found.report in self._hidden:
            raise KeyError(statement)
        return found

    def reviews(self, statement: str) -> tuple[Review, ...]:
        """Return all reviews of a statement that is seen, in the order they were booked."""
        return () if self._hides_statement(statement) else self.whole.reviews(statement)

    def about(self, report: str) -> tuple[Booking, ...]:
        """Return the bookings that bear on one report that is seen, in order (see ``Ledger.about``)."""
        traces, last = self._traced(), self._marks.seq
        return tuple(self._seen(iter(self.whole.about(report)), traces, last))

    def bookings(
        self,
        since: int = 0,
        *,
        kind: BookingKind | None = None,
        topics: Collection[str] | None = None,
        report: str | None = None,
    ) -> Iterator[Booking]:
        """Yield the bookings that bear on what is seen, in order (see ``Ledger.bookings``); those there are by now."""
        traces, last = self._traced(), self._marks.seq
        found = self.whole.bookings(since, kind=kind, topics=topics, report=report)
        return self._seen(found, traces, last)

    def lines(self, since: int = 0) -> Iterator[rules.Line]:
        """Refuse: a copy of what somebody may see has no chain (see ``Ledger.lines``)."""
        raise LedgerError(f"only who may see the whole ledger can copy it (from booking {since + 1})")

    def take(self, lines: Iterable[rules.Line]) -> int:
        """Append lines to the whole ledger (see ``Ledger.take``)."""
        return self.whole.take(lines)

    @property
    def head(self) -> str:
        """Return the digest of the last booking of the whole ledger."""
        return self.whole.head

    @property
    def size(self) -> int:
        """Return the number of bookings of the whole ledger."""
        return self.whole.size

    def verify(self, *, expect: str | None = None) -> Verification:
        """Check the whole chain."""
        return self.whole.verify(expect=expect)

    def close(self) -> None:
        """Do nothing: whoever opened the ledger closes it."""

    def __enter__(self) -> Self:
        """Return the ledger."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the ledger."""
        self.close()

    @property
    def _hidden(self) -> frozenset[str]:
        return self._marks.above(self.upto)

    def _traced(self) -> _Traces | None:
        """Return what is hidden now and what it left in the rest; None where nothing is hidden."""
        with self._marks.lock:
            hidden = self._hidden
            if not hidden:
                return None
            if self._traces.hidden is not hidden and self._traces.hidden != hidden:
                self._traces = _Traces(self.whole, hidden)
            self._traces.follow(self._marks.seq)
            return self._traces

    def _hides_statement(self, statement: str) -> bool:
        try:
            return self.whole.statement(statement).report in self._hidden
        except KeyError:
            return False

    @staticmethod
    def _seen(found: Iterator[Booking], traces: _Traces | None, last: int) -> Iterator[Booking]:
        for booking in found:
            if booking.seq > last:
                return  # booked since the markings were looked at
            shown = booking if traces is None else traces.booking(booking)
            if shown is not None:
                yield shown


class _Marks:
    """The marks of a ledger's reports, followed as they are booked; one for all who are cleared."""

    def __init__(self, ledger: Ledger) -> None:
        self.lock = RLock()
        self.seq = 0
        self._ledger = ledger
        self._marks: dict[str, Tlp] = {}
        self._above: dict[Tlp, frozenset[str]] = {}

    def above(self, upto: Tlp) -> frozenset[str]:
        """Return the reports that are marked stricter than ``upto`` now."""
        with self.lock:
            size = self._ledger.size
            if size != self.seq:
                for booking in self._ledger.bookings(self.seq, kind="marking"):
                    if isinstance(booking.payload, Marked):
                        self._marks[booking.payload.report] = booking.payload.tlp
                        self._above.clear()
                self.seq = size
            if upto not in self._above:
                self._above[upto] = frozenset(name for name, mark in self._marks.items() if above(mark, upto))
            return self._above[upto]


def _marks_of(ledger: Ledger) -> _Marks:
    found = ledger.layers.get(_MARKS)
    if not isinstance(found, _Marks):
        found = ledger.layers.setdefault(_MARKS, _Marks(ledger))
        if not isinstance(found, _Marks):
            raise TypeError(_MARKS)
    return found


class _Traces:
    """Hidden reports, and the traces they left in what is seen: who copies, corrects or replaces them.

    Copies of a hidden report stay one voice: the first that is seen counts as what the others copy.
    """

    def __init__(self, ledger: Ledger, hidden: frozenset[str]) -> None:
        self.hidden = hidden
        self._ledger = ledger
        self._seq = 0
        self._copied: dict[str, str | None] = {}
        self._first: dict[str, str] = {}
        self._correcting: dict[str, ReportHead] = {}
        self._statements: dict[str, bool] = {}

    def follow(self, size: int) -> None:
        """Take up the reports booked since the last time."""
        if size == self._seq:
            return
        heads = self._ledger.reports(since=self._seq).values()
        for head in heads:
            if head.id in self.hidden:
                self._copied[head.id] = head.copy_of
            elif head.corrects in self.hidden:
                self._correcting[head.id] = head
        for head in heads:
            if head.id not in self.hidden and head.copy_of in self.hidden:
                self._first.setdefault(self._root(head.copy_of), head.id)
        self._seq = size

    def head(self, head: ReportHead) -> ReportHead:
        """Return a report's head without what is hidden."""
        told = self._without(head)
        if head.id in self._correcting:
            booked = next(self._ledger.bookings(report=head.id, kind="report"))
            told = msgspec.structs.replace(told, valid_from=rules.told_on(head, booked.known_at))
        return told

    def report(self, report: Report) -> Report:
        """Return a report without what is hidden."""
        return self._without(report)

    def booking(self, booking: Booking) -> Booking | None:
        """Return a booking without what is hidden, or None where it bears on that only."""
        payload = booking.payload
        if booking.report in self.hidden or (isinstance(payload, (Review, Act)) and self._names_hidden(payload)):
            return None
        if isinstance(payload, Report):
            payload = self._without(payload)
        day = booking.valid_from
        if booking.report in self._correcting and booking.kind != "marking":
            day = self._day(booking)
        if payload is booking.payload and day == booking.valid_from:
            return booking
        return msgspec.structs.replace(booking, payload=payload, valid_from=day)

    def begun(
        self, seen: tuple[Statement, ...], valid: date, known: datetime | None, topics: Collection[str] | None
    ) -> tuple[Statement, ...] | None:
        """Return the statements that have begun by a day: one that corrects a hidden report begins with its own day.

        None where the book has changed since they were read.
        """
        late: set[int] = set()
        for name in {one.report for one in seen} & self._correcting.keys():
            places = [n for n, one in enumerate(seen) if one.report == name]
            told = list(self._told(name, valid, known, topics))
            if [seen[n].id for n in places] != [one.id for one, _ in told]:
                return None
            late.update(n for n, (_, begun) in zip(places, told, strict=True) if not begun)
        return tuple(one for n, one in enumerate(seen) if n not in late) if late else seen

    def _told(
        self, report: str, valid: date, known: datetime | None, topics: Collection[str] | None
    ) -> Iterator[tuple[Statement, bool]]:
        """Yield what stands of a report as it was asked for, and whether it has begun without what is hidden."""
        lines = [
            booking for booking in self._ledger.bookings(report=report, kind="statement")
            if (known is None or booking.known_at <= known) and booking.valid_from <= valid.isoformat()
            and (booking.superseded_at is None or (known is not None and booking.superseded_at > known))
        ]  # fmt: skip
        ids = {line.subject for line in lines}
        reviews = [
            booking.payload for booking in self._ledger.bookings(kind="review")
            if booking.subject in ids and (known is None or booking.known_at <= known) and isinstance(booking.payload, Review)
        ]  # fmt: skip
        for line in lines:
            if isinstance(line.payload, Statement):
                for one in rules.reviewed((line.payload,), reviews):
                    if topics is None or not topics_of(one).isdisjoint(topics):
                        yield one, self._day(line) <= valid.isoformat()

    def _day(self, booking: Booking) -> str:
        """Return the first day that a booking speaks of where what its report corrects is hidden."""
        day = rules.told_on(self._correcting[booking.report or ""], booking.known_at).isoformat()
        return rules.valid_from(booking.payload, day) if isinstance(booking.payload, Statement) else day

    def _without(self, told: _Told) -> _Told:
        earlier = tuple(name for name in told.earlier if name not in self.hidden)
        corrects = None if told.corrects in self.hidden else told.corrects
        copy_of = self._copy_of(told.id, told.copy_of) if told.copy_of in self.hidden else told.copy_of
        if (earlier, corrects, copy_of) == (told.earlier, told.corrects, told.copy_of):
            return told
        return msgspec.structs.replace(told, earlier=earlier, corrects=corrects, copy_of=copy_of)

    def _copy_of(self, report: str, copied: str) -> str | None:
        root = self._root(copied)
        found = self._first.get(root) if root in self.hidden else root
        return found if found != report else None

    def _root(self, report: str) -> str:
        """Return what a report copies in the end: something that is seen, or the first of the hidden ones."""
        passed: set[str] = set()
        while report in self.hidden and report not in passed and (nearer := self._copied.get(report)) is not None:
            passed.add(report)
            report = nearer
        return report

    def _names_hidden(self, payload: Review | Act) -> bool:
        if isinstance(payload, Review):
            return self._of_hidden(payload.statement)
        words = chain.from_iterable(_WORD.findall(text) for text in (payload.on or "", *payload.detail.values()))
        return any(word in self.hidden or self._of_hidden(word) for word in words)

    def _of_hidden(self, statement: str) -> bool:
        if statement not in self._statements:
            try:
                self._statements[statement] = self._ledger.statement(statement).report in self.hidden
            except KeyError:
                return False
        return self._statements[statement]
