"""The ledger of one analyst: one SQLite file, through SQLAlchemy Core, its schema through Alembic.

Triggers in the file refuse every change but one: ``superseded_at`` is written once. What ``book`` returned for is on the
disk (``synchronous=FULL``); what it did not return for is not there at all.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, cast

import sqlalchemy as sa
from sqlalchemy import event, exc

from missionwatch.clock import Clock, system_clock
from missionwatch.errors import LedgerDamagedError, LedgerError, LedgerLockedError, LedgerMissingError
from missionwatch.ledger import rules
from missionwatch.ledger.protocol import Receipt, Verification
from missionwatch.ledger.topics import ALWAYS, Filing, topics_of
from missionwatch.records import Review, Supersession

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from types import TracebackType

    from missionwatch.records import Act, Booking, BookingKind, Marked, Report, ReportHead, Source, Statement, Tlp

SCHEMA = "0003"
"""The newest migration this program knows."""
_MIGRATIONS = Path(__file__).parent / "migrations"

_BOOKING = sa.table(
    "booking",
    *(sa.column(name) for name in ("seq", "kind", "subject", "report", "reader", "valid_from", "known_at", "payload")),
    *(sa.column(name) for name in ("previous", "digest", "superseded_at")),
)  # fmt: skip
_B = _BOOKING.c
_TOPIC = sa.table("topic", sa.column("name"), sa.column("booking"))
_T = _TOPIC.c


def open_ledger(
    address: Path | str, *, create: bool = False, clock: Clock = system_clock, wait: float = 5.0
) -> SqliteLedger:
    """Open the ledger in a file; with ``create`` make it where there is none. ``wait``: seconds for another's lock.

    Raises ``LedgerMissingError``, ``LedgerDamagedError`` (no ledger, or broken), ``LedgerLockedError`` or ``LedgerError``.
    """
    path = Path(address)
    if path.is_dir():
        raise LedgerError(f"{path} is a folder; name the ledger's file, for example {path / 'missionwatch.db'}")
    if not path.exists():
        if not create:
            raise LedgerMissingError(f"there is no ledger {path}; `missionwatch add` makes one, --ledger names another")
        if not path.parent.is_dir():
            raise LedgerError(f"there is no folder {path.parent} for the ledger; make it first")
    return SqliteLedger(path, clock=clock, wait=wait)


class SqliteLedger:
    """A ledger in one SQLite file."""

    def __init__(self, path: Path, *, clock: Clock = system_clock, wait: float = 5.0) -> None:
        self._path, self._clock = path, clock
        self.layers: dict[str, object] = {}
        self._engine = sa.create_engine(
            f"sqlite:///{path}", poolclass=sa.pool.NullPool, connect_args={"timeout": wait, "isolation_level": None}
        )
        event.listen(self._engine, "connect", _settings)
        event.listen(self._engine, "begin", _begin)
        try:
            with self._guarded():
                self._migrate()
        except BaseException:
            self.close()
            raise

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
        with self._guarded(), self._engine.begin() as connection:
            of_report = connection.execute(
                sa.select(_B.seq, _B.kind, _B.subject, _B.reader, _B.superseded_at).where(_B.report == report.id)
            ).all()
            if any(line.reader == reader for line in of_report):
                return Receipt(0, already=True)
            seq, previous, when = self._next(connection, known_at)
            stand = [line for line in of_report if line.kind == "statement" and line.superseded_at is None]
            added = {str(line.subject) for line in stand if rules.is_added(line.reader)}
            standing = [int(line.seq) for line in stand if not rules.is_added(line.reader)]
            new = rules.entries(
                report,
                statements,
                reader=reader,
                known_at=when,
                fresh=not any(line.kind == "report" for line in of_report),
                standing=standing,
                added=added,
                corrected=self._corrected(connection, report),
                marking=marking,
            )
            self._append(connection, new, seq, previous, when)
            for number in standing:
                connection.execute(sa.update(_BOOKING).where(_B.seq == number).values(superseded_at=_written(when)))
        return Receipt(sum(1 for entry in new if entry.kind == "statement"), already=False)

    def add(self, statement: Statement, *, known_at: datetime | None = None) -> None:
        """Book what a person found in a report (see ``Ledger.add``)."""
        of_report = sa.select(_B.payload, _B.valid_from).where(_B.kind == "report", _B.subject == statement.report)
        same = sa.select(_B.seq).where(_B.kind == "statement", _B.subject == statement.id, _B.superseded_at.is_(None))
        with self._guarded(), self._engine.begin() as connection:
            head = connection.execute(of_report.order_by(_B.seq).limit(1)).first()
            stands = connection.execute(same.limit(1)).first() is not None
            report = cast("Report", rules.decode("report", head[0])) if head is not None else None
            seq, previous, when = self._next(connection, known_at)
            new = rules.added(statement, report, str(head[1]) if head is not None else "", stands=stands)
            self._append(connection, new, seq, previous, when)

    def review(self, review: Review, *, after: int | None = None, known_at: datetime | None = None) -> None:
        """Book a person's verdict on a statement (see ``Ledger.review``)."""
        with self._guarded(), self._engine.begin() as connection:
            found = sa.select(_B.report).where(_B.kind == "statement", _B.subject == review.statement).limit(1)
            earlier = sa.select(sa.func.count()).where(_B.kind == "review", _B.subject == review.statement)
            before = int(connection.execute(earlier).scalar() or 0) if after is not None else 0
            rules.check_review(review, report=connection.execute(found).scalar(), before=before, after=after)
            seq, previous, when = self._next(connection, known_at)
            self._append(connection, [rules.single(review.statement, review, when)], seq, previous, when)

    def rate(self, source: Source, *, known_at: datetime | None = None) -> None:
        """Book how far a source can be relied on (see ``Ledger.rate``)."""
        rules.check_rating(source)
        with self._guarded(), self._engine.begin() as connection:
            seq, previous, when = self._next(connection, known_at)
            self._append(connection, [rules.single(source.id, source, when)], seq, previous, when)

    def sources(self, *, known: datetime | None = None) -> dict[str, Source]:
        """Return the rated sources (see ``Ledger.sources``)."""
        query = sa.select(_B.subject, _B.payload).where(_B.kind == "source").order_by(_B.seq)
        if known is not None:
            query = query.where(_B.known_at <= _written(known))
        with self._guarded(), self._reading() as connection:
            return {row[0]: cast("Source", rules.decode("source", row[1])) for row in connection.execute(query)}

    def mark(self, marking: Marked, *, known_at: datetime | None = None) -> None:
        """Book who may see a report (see ``Ledger.mark``)."""
        with self._guarded(), self._engine.begin() as connection:
            found = sa.select(_B.seq).where(_B.kind == "report", _B.subject == marking.report).limit(1)
            rules.check_marking(marking, known=connection.execute(found).first() is not None)
            seq, previous, when = self._next(connection, known_at)
            self._append(connection, [rules.marked(marking, when)], seq, previous, when)

    def markings(self, *, known: datetime | None = None) -> dict[str, Tlp]:
        """Return the marks of the reports (see ``Ledger.markings``)."""
        query = sa.select(_B.subject, _B.payload).where(_B.kind == "marking").order_by(_B.seq)
        if known is not None:
            query = query.where(_B.known_at <= _written(known))
        with self._guarded(), self._reading() as connection:
            return {row[0]: cast("Marked", rules.decode("marking", row[1])).tlp for row in connection.execute(query)}

    def note(self, act: Act, *, known_at: datetime | None = None) -> None:
        """Book what somebody did (see ``Ledger.note``)."""
        rules.check_act(act)
        with self._guarded(), self._engine.begin() as connection:
            seq, previous, when = self._next(connection, known_at)
            self._append(connection, [rules.single(act.by, act, when)], seq, previous, when)

    def statements(
        self, *, valid: date | None = None, known: datetime | None = None, topics: Collection[str] | None = None
    ) -> tuple[Statement, ...]:
        """Return the statements that stand (see ``Ledger.statements``)."""
        query = sa.select(_B.payload).where(_B.kind == "statement")
        reviews = sa.select(_B.payload).where(_B.kind == "review")
        if known is not None:
            moment = _written(known)
            query = query.where(_B.known_at <= moment, sa.or_(_B.superseded_at.is_(None), _B.superseded_at > moment))
            reviews = reviews.where(_B.known_at <= moment)
        else:
            query = query.where(_B.superseded_at.is_(None))
        if valid is not None:
            query = query.where(_B.valid_from <= valid.isoformat())
        if topics is not None:
            query = query.where(_under(topics))
            reviews = reviews.where(_under(topics))
        with self._guarded(), self._reading() as connection:
            said = [
                cast("Review", rules.decode("review", row[0])) for row in connection.execute(reviews.order_by(_B.seq))
            ]
            rows = connection.execute(query.order_by(_B.seq))
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
            query = query.where(_B.known_at <= _written(known))
        if topics is not None:
            query = query.where(_under(topics))
        with self._guarded(), self._reading() as connection:
            return {row[0]: rules.head_of(_bytes(row[1]), row[2]) for row in connection.execute(query)}

    def report(self, report: str) -> Report:
        """Return a report by id."""
        return cast("Report", self._first("report", report))

    def statement(self, statement: str) -> Statement:
        """Return a statement by id as it was booked first."""
        return cast("Statement", self._first("statement", statement))

    def reviews(self, statement: str) -> tuple[Review, ...]:
        """Return all reviews of a statement, in the order they were booked."""
        query = sa.select(_B.payload).where(_B.kind == "review", _B.subject == statement).order_by(_B.seq)
        with self._guarded(), self._reading() as connection:
            return tuple(cast("Review", rules.decode("review", row[0])) for row in connection.execute(query))

    def about(self, report: str) -> tuple[Booking, ...]:
        """Return the bookings that bear on one report (see ``Ledger.about``)."""
        said = sa.select(_B.subject).where(_B.kind == "statement", _B.report == report)
        query = sa.select(_BOOKING).where(
            sa.or_(_B.report == report, sa.and_(_B.kind == "review", _B.subject.in_(said)))
        )
        with self._guarded(), self._reading() as connection:
            return tuple(_line(row).booking for row in connection.execute(query.order_by(_B.seq)))

    def bookings(
        self,
        since: int = 0,
        *,
        kind: BookingKind | None = None,
        topics: Collection[str] | None = None,
        report: str | None = None,
    ) -> Iterator[Booking]:
        """Yield the bookings after number ``since``, in order (see ``Ledger.bookings``)."""
        return (line.booking for line in self._lines(since, kind, topics, report))

    @property
    def head(self) -> str:
        """Return the digest of the last booking."""
        with self._guarded(), self._reading() as connection:
            last = connection.execute(sa.select(_B.digest).order_by(_B.seq.desc()).limit(1)).scalar()
        return str(last) if last is not None else rules.GENESIS

    @property
    def size(self) -> int:
        """Return the number of bookings."""
        with self._guarded(), self._reading() as connection:
            return int(connection.execute(sa.select(sa.func.max(_B.seq))).scalar() or 0)  # they count without gaps

    def verify(self, *, expect: str | None = None) -> Verification:
        """Check the whole chain, the index of topics, and the file itself."""
        with self._guarded(), self._reading() as connection:
            sound = connection.exec_driver_sql("PRAGMA quick_check").scalar()
        if sound != "ok":
            raise LedgerDamagedError(f"{self._path} is damaged ({sound}); restore the ledger from a copy")
        checked = Verification(*rules.check(self._lines(0), expect=expect))
        with self._guarded(), self._reading() as connection:
            pairs = connection.execute(sa.select(_T.name, _T.booking))
            rules.check_filing(self._lines(0), ((row[0], row[1]) for row in pairs))
        return checked

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        """Return the ledger."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the ledger."""
        self.close()

    # --- inside

    def _lines(
        self,
        since: int,
        kind: BookingKind | None = None,
        topics: Collection[str] | None = None,
        report: str | None = None,
    ) -> Iterator[rules.Line]:
        query = sa.select(_BOOKING).where(_B.seq > since).order_by(_B.seq)
        if kind is not None:
            query = query.where(_B.kind == kind)
        if report is not None:
            query = query.where(_B.report == report)
        if topics is not None:
            query = query.where(_under((*topics, ALWAYS), since), _B.kind != "report")
        with self._guarded(), self._reading() as connection:
            for row in connection.execute(query):
                yield _line(row)

    def _first(self, kind: str, subject: str) -> object:
        query = sa.select(_B.kind, _B.payload).where(_B.kind == kind, _B.subject == subject).order_by(_B.seq).limit(1)
        with self._guarded(), self._reading() as connection:
            found = connection.execute(query).first()
        if found is None:
            raise KeyError(subject)
        return rules.decode(found[0], found[1])

    def _next(self, connection: sa.Connection, given: datetime | None) -> tuple[int, str, datetime]:
        last = connection.execute(sa.select(_B.seq, _B.digest, _B.known_at).order_by(_B.seq.desc()).limit(1)).first()
        before = _read(last.known_at) if last is not None else None
        when = rules.moment(given.astimezone(UTC) if given is not None else None, self._clock(), before)
        return (last.seq, last.digest, when) if last is not None else (0, rules.GENESIS, when)

    @staticmethod
    def _corrected(connection: sa.Connection, report: Report) -> Report | None:
        query = sa.select(_B.payload).where(_B.kind == "report", _B.subject == report.corrects).limit(1)
        found = connection.execute(query).scalar() if report.corrects is not None else None
        return cast("Report", rules.decode("report", found)) if found is not None else None

    @staticmethod
    def _append(connection: sa.Connection, new: list[rules.Entry], seq: int, previous: str, when: datetime) -> None:
        lines = [
            {**line._asdict(), "known_at": _written(line.known_at)}
            for line in rules.chain(new, after=seq, previous=previous, known_at=when)
        ]
        if not lines:
            return
        connection.execute(sa.insert(_BOOKING), lines)
        rows = [{"name": name, "booking": booking} for name, booking in _filed(connection, new, seq)]
        if rows:
            connection.execute(sa.insert(_TOPIC), rows)

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            yield connection

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Turn the store's faults into ours, with what to do about them."""
        try:
            yield
        except exc.DBAPIError as fault:
            said = str(fault.orig)
            if "locked" in said or "busy" in said:
                raise LedgerLockedError(
                    f"{self._path} is in use by another program; wait for it, then try again"
                ) from fault
            if any(
                word in said for word in ("not a database", "malformed", "disk image", "no such table", "encrypted")
            ):
                raise LedgerDamagedError(
                    f"{self._path} is no ledger or is damaged ({said}); restore it from a copy"
                ) from fault
            if "readonly" in said or "unable to open" in said:
                raise LedgerError(
                    f"{self._path} cannot be written ({said}); check the rights on the file and its folder"
                ) from fault
            raise LedgerError(f"{self._path}: {said}") from fault

    def _migrate(self) -> None:
        with self._reading() as connection:
            tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())
            if tables and "alembic_version" not in tables:
                raise LedgerDamagedError(
                    f"{self._path} is a database of another program; name another file with --ledger"
                )
            version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() if tables else None
        if version == SCHEMA:
            return
        if version is not None and version > SCHEMA:
            raise LedgerError(
                f"{self._path} was written by a newer missionwatch (schema {version}); install that version"
            )
        from alembic import command  # noqa: PLC0415 - only a new or old ledger needs it
        from alembic.config import Config  # noqa: PLC0415

        config = Config()
        config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
        config.attributes["engine"] = self._engine
        command.upgrade(config, SCHEMA)


def _under(topics: Collection[str], since: int = 0) -> sa.ColumnElement[bool]:
    return _B.seq.in_(sa.select(_T.booking).where(_T.name.in_(sorted(topics)), _T.booking > since))


def _filed(connection: sa.Connection, new: list[rules.Entry], after: int) -> Iterator[tuple[str, int]]:
    """Yield what new bookings add to the index of topics: what ``topics.Filing`` says, begun with what bears on them."""
    filing = Filing()
    subjects = {entry.subject for entry in new if entry.kind == "review" or new[0].kind != "report"}
    undone = {n for entry in new if isinstance(entry.payload, Supersession) for n in entry.payload.superseded}
    of_statements = sa.and_(_B.kind == "statement", _B.subject.in_(subjects))
    corrections = [entry.payload.correction for entry in new if isinstance(entry.payload, Review)]
    reports = {entry.report for entry in new if entry.report} | {said.report for said in corrections if said}
    reports -= {entry.report for entry in new if entry.kind == "report"}  # what is new is filed under nothing yet
    of_reports = sa.and_(_B.kind == "report", _B.subject.in_(reports))
    earlier = sa.select(_B.seq, _B.kind, _B.subject, _T.name).join_from(
        _BOOKING, _TOPIC, _T.booking == _B.seq, isouter=True
    )
    for wanted, among in ((subjects, of_statements), (reports, of_reports), (undone, _B.seq.in_(undone))):
        if not wanted or not after:
            continue
        for row in connection.execute(earlier.where(_B.seq <= after, among)):
            filing.recall(row.seq, row.kind, row.subject, row.name)
    for seq, entry in enumerate(new, after + 1):
        yield from filing.add(seq, entry.subject, entry.report, entry.payload)


def _bytes(payload: object) -> bytes:
    return payload if isinstance(payload, bytes) else str(payload).encode()


def _begin(connection: sa.Connection) -> None:
    if connection.get_execution_options().get("isolation_level") != "AUTOCOMMIT":  # a reader needs no lock
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _settings(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _read(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _line(row: Any) -> rules.Line:
    payload = _bytes(row.payload)
    superseded = _read(row.superseded_at) if row.superseded_at else None
    known = _read(row.known_at)
    return rules.Line(
        row.seq,
        row.kind,
        row.subject,
        row.report,
        row.reader,
        row.valid_from,
        known,
        payload,
        row.previous,
        row.digest,
        superseded,
    )
