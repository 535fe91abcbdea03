"""What ledgers in SQL have in common, through SQLAlchemy Core: two tables, what is asked of them, and how the book grows.

A store says how it is reached, how its one writer is let in, how rows come in quickly, and what its faults mean.
"""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from contextlib import contextmanager, nullcontext
from datetime import UTC, date, datetime
from itertools import islice
from threading import local
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self, cast

import sqlalchemy as sa

from missionwatch.clock import Clock, system_clock
from missionwatch.errors import LedgerError, LedgerLockedError
from missionwatch.ledger import rules
from missionwatch.ledger.index import filed, under
from missionwatch.ledger.protocol import Receipt, Verification
from missionwatch.ledger.tables import BOOKING, TOPIC, driver
from missionwatch.ledger.topics import ALWAYS, Filing, topics_of
from missionwatch.ledger.transactions import LAST, Query, Rows, Transaction

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
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

_BATCH = 2_000  # lines taken over at a time
_STREAMED: Final = {"yield_per": 1_000}  # a long answer is never in memory as a whole


_B = BOOKING.c
_T = TOPIC.c
_OF_REPORT = "SELECT seq, kind, subject, reader, superseded_at FROM booking WHERE report = {mark}"
_REPORT = sa.select(_B.payload).where(_B.kind == "report", _B.subject == sa.bindparam("id")).limit(1)


class _OfReport(NamedTuple):
    """A booking of a report, without what it says."""

    seq: int
    kind: str
    subject: str
    reader: str | None
    superseded_at: object


class SqlLedger(ABC):
    """A ledger in a SQL store.

    What every booking needs is asked of the store's driver itself: SQLAlchemy's part would take as long as the store's.
    """

    SCHEMA: str
    """The newest migration this program knows."""
    _faults: tuple[type[Exception], ...]
    """What the store raises: SQLAlchemy's faults and the driver's."""
    _MARK: str
    """What stands for a value in the driver's queries."""

    def __init__(self, engine: sa.Engine, name: str, *, clock: Clock = system_clock) -> None:
        self._engine, self._name, self._clock = engine, name, clock
        self.layers: dict[str, object] = {}
        self._held = local()  # the transaction that a thread has with ``together``, and what it was broken by

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
        asked = (_OF_REPORT.format(mark=self._MARK), (report.id,))
        with self._guarded(), self._transaction(asked) as (transaction, (told,)):
            of_report = [_OfReport(*row) for row in told]
            if any(line.reader == reader for line in of_report):
                return Receipt(0, already=True)
            when = self._moment(transaction, known_at)
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
                corrected=self._corrected(transaction.connection, report),
                marking=marking,
            )
            self._append(transaction, new, when)
        return Receipt(sum(1 for entry in new if entry.kind == "statement"), already=False)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Book all that this thread books in the block at once, or nothing of it (see ``Ledger.together``)."""
        if self._own is not None:
            yield
            return
        with self._guarded(), self._transaction() as (transaction, _):
            self._held.transaction, self._held.fault = transaction, None
            try:
                yield
            finally:
                self._held.transaction = None
            if self._held.fault is not None:  # somebody went on after it; but then not all of it is there
                raise self._held.fault

    def add(self, statement: Statement, *, known_at: datetime | None = None) -> None:
        """Book what a person found in a report (see ``Ledger.add``)."""
        of_report = sa.select(_B.payload, _B.valid_from).where(_B.kind == "report", _B.subject == statement.report)
        same = sa.select(_B.seq).where(_B.kind == "statement", _B.subject == statement.id, _B.superseded_at.is_(None))
        with self._guarded(), self._transaction() as (transaction, _):
            head = transaction.connection.execute(of_report.order_by(_B.seq).limit(1)).first()
            stands = transaction.connection.execute(same.limit(1)).first() is not None
            report = cast("Report", rules.decode("report", head[0])) if head is not None else None
            when = self._moment(transaction, known_at)
            new = rules.added(statement, report, str(head[1]) if head is not None else "", stands=stands)
            self._append(transaction, new, when)

    def review(self, review: Review, *, after: int | None = None, known_at: datetime | None = None) -> None:
        """Book a person's verdict on a statement (see ``Ledger.review``)."""
        with self._guarded(), self._transaction() as (transaction, _):
            found = sa.select(_B.report).where(_B.kind == "statement", _B.subject == review.statement).limit(1)
            earlier = sa.select(sa.func.count()).where(_B.kind == "review", _B.subject == review.statement)
            before = int(transaction.connection.execute(earlier).scalar() or 0) if after is not None else 0
            rules.check_review(
                review, report=transaction.connection.execute(found).scalar(), before=before, after=after
            )
            when = self._moment(transaction, known_at)
            self._append(transaction, [rules.single(review.statement, review, when)], when)

    def rate(self, source: Source, *, known_at: datetime | None = None) -> None:
        """Book how far a source can be relied on (see ``Ledger.rate``)."""
        rules.check_rating(source)
        with self._guarded(), self._transaction() as (transaction, _):
            when = self._moment(transaction, known_at)
            self._append(transaction, [rules.single(source.id, source, when)], when)

    def sources(self, *, known: datetime | None = None) -> dict[str, Source]:
        """Return the rated sources (see ``Ledger.sources``)."""
        return {line.subject: cast("Source", line.booking.payload) for line in self._of_kind("source", known)}

    def mark(self, marking: Marked, *, known_at: datetime | None = None) -> None:
        """Book who may see a report (see ``Ledger.mark``)."""
        with self._guarded(), self._transaction() as (transaction, _):
            found = sa.select(_B.seq).where(_B.kind == "report", _B.subject == marking.report).limit(1)
            rules.check_marking(marking, known=transaction.connection.execute(found).first() is not None)
            when = self._moment(transaction, known_at)
            self._append(transaction, [rules.marked(marking, when)], when)

    def markings(self, *, known: datetime | None = None) -> dict[str, Tlp]:
        """Return the marks of the reports (see ``Ledger.markings``)."""
        return {line.subject: cast("Marked", line.booking.payload).tlp for line in self._of_kind("marking", known)}

    def note(self, act: Act, *, known_at: datetime | None = None) -> None:
        """Book what somebody did (see ``Ledger.note``)."""
        rules.check_act(act)
        with self._guarded(), self._transaction() as (transaction, _):
            when = self._moment(transaction, known_at)
            self._append(transaction, [rules.single(act.by, act, when)], when)

    def statements(
        self, *, valid: date | None = None, known: datetime | None = None, topics: Collection[str] | None = None
    ) -> tuple[Statement, ...]:
        """Return the statements that stand (see ``Ledger.statements``)."""
        query = sa.select(_B.payload).where(_B.kind == "statement")
        reviews = sa.select(_B.payload).where(_B.kind == "review")
        if known is not None:
            query = query.where(_B.known_at <= known, sa.or_(_B.superseded_at.is_(None), _B.superseded_at > known))
            reviews = reviews.where(_B.known_at <= known)
        else:
            query = query.where(_B.superseded_at.is_(None))
        if valid is not None:
            query = query.where(_B.valid_from <= valid.isoformat())
        if topics is not None:
            query = query.where(under(topics))
            reviews = reviews.where(under(topics))
        with self._guarded(), self._within(self._reading) as connection:
            said = [
                cast("Review", rules.decode("review", row[0])) for row in connection.execute(reviews.order_by(_B.seq))
            ]
            rows = connection.execute(query.order_by(_B.seq), execution_options=_STREAMED)
            found = rules.reviewed((cast("Statement", rules.decode("statement", row[0])) for row in rows), said)
        return found if topics is None else tuple(one for one in found if not topics_of(one).isdisjoint(topics))

    def reports(
        self, *, known: datetime | None = None, topics: Collection[str] | None = None, since: int = 0
    ) -> dict[str, ReportHead]:
        """Return the heads of the reports known at ``known``, by id (see ``Ledger.reports``)."""
        query = sa.select(_B.subject, _B.payload, _B.valid_from).where(_B.kind == "report").order_by(_B.seq)
        if since:
            query = query.where(_B.seq > since)
        if known is not None:
            query = query.where(_B.known_at <= known)
        if topics is not None:
            query = query.where(under(topics))
        with self._guarded(), self._within(self._reading) as connection:
            rows = connection.execute(query, execution_options=_STREAMED)
            return {row[0]: rules.head_of(_bytes(row[1]), row[2]) for row in rows}

    def report(self, report: str) -> Report:
        """Return a report by id."""
        return cast("Report", self._first("report", report))

    def statement(self, statement: str) -> Statement:
        """Return a statement by id as it was booked first."""
        return cast("Statement", self._first("statement", statement))

    def reviews(self, statement: str) -> tuple[Review, ...]:
        """Return all reviews of a statement, in the order they were booked."""
        query = sa.select(_B.payload).where(_B.kind == "review", _B.subject == statement).order_by(_B.seq)
        with self._guarded(), self._within(self._reading) as connection:
            return tuple(cast("Review", rules.decode("review", row[0])) for row in connection.execute(query))

    def about(self, report: str) -> tuple[Booking, ...]:
        """Return the bookings that bear on one report (see ``Ledger.about``)."""
        said = sa.select(_B.subject).where(_B.kind == "statement", _B.report == report)
        query = sa.select(BOOKING).where(
            sa.or_(_B.report == report, sa.and_(_B.kind == "review", _B.subject.in_(said)))
        )
        return tuple(line.booking for line in self._all(query))

    def bookings(
        self,
        since: int = 0,
        *,
        kind: BookingKind | None = None,
        topics: Collection[str] | None = None,
        report: str | None = None,
    ) -> Iterator[Booking]:
        """Yield the bookings after number ``since``, in order (see ``Ledger.bookings``)."""
        query = sa.select(BOOKING).where(_B.seq > since)
        if kind is not None:
            query = query.where(_B.kind == kind)
        if report is not None:
            query = query.where(_B.report == report)
        if topics is not None:
            query = query.where(under((*topics, ALWAYS), since), _B.kind != "report")
        return (line.booking for line in self._all(query))

    def lines(self, since: int = 0) -> Iterator[rules.Line]:
        """Yield the bookings after number ``since`` as they are stored (see ``Ledger.lines``)."""
        return self._all(sa.select(BOOKING).where(_B.seq > since))

    def take(self, lines: Iterable[rules.Line]) -> int:
        """Append lines as they are, all or none (see ``Ledger.take``)."""
        taken, filing = 0, Filing()
        with self._guarded(), self._transaction() as (transaction, _):
            if transaction.seq:
                raise LedgerError(
                    f"{self._name} has {transaction.seq} bookings already; name one that is empty or not there"
                )
            whole = rules.continued(lines, previous=transaction.digest)
            while batch := list(islice(whole, _BATCH)):
                pairs = [
                    pair
                    for line in batch
                    for pair in filing.add(line.seq, line.subject, line.report, line.booking.payload)
                ]
                self._write(transaction.connection, batch, pairs)
                taken += len(batch)
        return taken

    @property
    def head(self) -> str:
        """Return the digest of the last booking."""
        with self._guarded(), self._within(self._reading) as connection:
            last = connection.execute(sa.select(_B.digest).order_by(_B.seq.desc()).limit(1)).scalar()
        return str(last) if last is not None else rules.GENESIS

    @property
    def size(self) -> int:
        """Return the number of bookings."""
        with self._guarded(), self._within(self._reading) as connection:
            return int(connection.execute(sa.select(sa.func.max(_B.seq))).scalar() or 0)  # they count without gaps

    def verify(self, *, expect: str | None = None) -> Verification:
        """Check the whole chain and the index of topics, as they are at one moment."""
        everything = sa.select(BOOKING).order_by(_B.seq)
        with self._guarded(), self._within(self._snapshot) as connection:
            with connection.execute(everything, execution_options=_STREAMED) as rows:
                checked = Verification(*rules.check(map(_line, rows), expect=expect))
            with (
                connection.execute(everything, execution_options=_STREAMED) as rows,
                connection.execute(sa.select(_T.name, _T.booking), execution_options=_STREAMED) as pairs,
            ):
                rules.check_filing(map(_line, rows), ((row[0], row[1]) for row in pairs))
        return checked

    def close(self) -> None:
        """Let go of the store."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        """Return the ledger."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the ledger."""
        self.close()

    def _within(
        self, opening: Callable[[], AbstractContextManager[sa.Connection]]
    ) -> AbstractContextManager[sa.Connection]:
        """Return the connection of the transaction that this thread has, else a new one."""
        own = self._own
        return opening() if own is None else nullcontext(own.connection)

    @contextmanager
    def _transaction(self, *queries: Query) -> Iterator[tuple[Transaction, list[Rows]]]:
        """Open a write transaction, or go on with the one this thread has; with the answers to what is asked first."""
        own = self._own
        if own is not None:
            yield own, self._asked(own.connection, *queries)
            return
        with self._writing(LAST, *queries) as (connection, (last, *answers)):
            yield Transaction.after(connection, last), answers

    @property
    def _own(self) -> Transaction | None:
        """The transaction that this thread has with ``together``; raise what it was broken by, where it was."""
        transaction: Transaction | None = getattr(self._held, "transaction", None)
        if transaction is not None and self._held.fault is not None:
            raise self._held.fault
        return transaction

    # --- what a store says of itself

    @abstractmethod
    def _writing(self, *queries: Query) -> AbstractContextManager[tuple[sa.Connection, list[Rows]]]:
        """Return a transaction that only one writer at a time is in, with the driver's answers to what is asked first."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[sa.Connection]:
        """Return a connection that waits for no writer."""

    @abstractmethod
    def _snapshot(self) -> AbstractContextManager[sa.Connection]:
        """Return a connection that sees the book as it is at one moment, and waits for no writer."""

    @abstractmethod
    def _write(self, connection: sa.Connection, lines: list[rules.Line], pairs: list[tuple[str, int]]) -> None:
        """Write lines, and pairs of topic and booking into the index; what they supersede is marked so."""

    @staticmethod
    def _asked(connection: sa.Connection, *queries: Query) -> list[Rows]:
        """Return what the driver itself answers to queries with their values, one after the other."""
        raw = driver(connection)
        return [raw.execute(query, values).fetchall() for query, values in queries]

    @abstractmethod
    def _meaning(self, fault: BaseException) -> LedgerError:
        """Return what a fault of the store's driver means, with what to do about it."""

    # --- inside

    def _all(self, query: sa.Select[Any]) -> Iterator[rules.Line]:
        with (
            self._guarded(),
            self._within(self._reading) as connection,
            connection.execute(query.order_by(_B.seq), execution_options=_STREAMED) as rows,
        ):
            for row in rows:
                yield _line(row)

    def _of_kind(self, kind: BookingKind, known: datetime | None) -> Iterator[rules.Line]:
        query = sa.select(BOOKING).where(_B.kind == kind)
        return self._all(query if known is None else query.where(_B.known_at <= known))

    def _first(self, kind: BookingKind, subject: str) -> object:
        query = sa.select(_B.payload).where(_B.kind == kind, _B.subject == subject).order_by(_B.seq).limit(1)
        with self._guarded(), self._within(self._reading) as connection:
            found = connection.execute(query).scalar()
        if found is None:
            raise KeyError(subject)
        return rules.decode(kind, found)

    def _moment(self, transaction: Transaction, given: datetime | None) -> datetime:
        return rules.moment(given.astimezone(UTC) if given is not None else None, self._clock(), transaction.known_at)

    @staticmethod
    def _corrected(connection: sa.Connection, report: Report) -> Report | None:
        if report.corrects is None:
            return None
        found = connection.execute(_REPORT, {"id": report.corrects}).scalar()
        return cast("Report", rules.decode("report", found)) if found is not None else None

    def _append(self, transaction: Transaction, new: list[rules.Entry], when: datetime) -> None:
        pairs = list(filed(transaction.connection, new, transaction.seq))
        self._write(transaction.connection, transaction.lines(new, when), pairs)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Turn the store's faults into ours, with what to do about them; a transaction of more bookings is broken by one."""
        earlier = sys.exception()
        try:
            yield
        except sa.exc.TimeoutError as fault:
            raise LedgerLockedError(f"{self._name} is asked too much at once by this program; try again") from fault
        except self._faults as fault:
            told = self._told(fault, earlier)
            if getattr(self._held, "transaction", None) is not None:
                self._held.fault = told
            raise told from fault

    def _told(self, fault: BaseException, earlier: BaseException | None) -> LedgerError:
        """Return what a fault means: what broke first, not that it could not be rolled back either; ``earlier`` is another story."""
        before = fault.__context__ if fault.__context__ is not earlier else None
        if isinstance(before, LedgerError):
            return before
        if isinstance(before, self._faults):
            return self._told(before, earlier)
        return self._meaning(getattr(fault, "orig", None) or fault)

    def _check_version(self, version: str | None) -> bool:
        """Say whether the tables are what this program knows; raise ``LedgerError`` where they are newer."""
        if version is not None and version > self.SCHEMA:
            raise LedgerError(
                f"{self._name} was written by a newer missionwatch (schema {version}); install that version"
            )
        return version == self.SCHEMA


def _bytes(payload: object) -> bytes:
    return payload if isinstance(payload, bytes) else str(payload).encode()


def _line(row: Any) -> rules.Line:
    return rules.Line(
        row.seq, row.kind, row.subject, row.report, row.reader, row.valid_from, row.known_at, _bytes(row.payload), row.previous,
        row.digest, row.superseded_at,
    )  # fmt: skip
