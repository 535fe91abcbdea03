"""The ledger of a team: a schema of its own in a PostgreSQL database.

The application's role may add bookings and read them, and nothing else. The database itself keeps the chain: a trigger refuses lines
that do not continue it, marks what a supersession names, and refuses every other change, whoever asks.
"""

from __future__ import annotations

import selectors
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import msgspec
import sqlalchemy as sa
from sqlalchemy import event

from missionwatch.clock import Clock, system_clock
from missionwatch.errors import (
    LedgerDamagedError,
    LedgerError,
    LedgerLockedError,
    LedgerMissingError,
    LedgerNotSetUpError,
    LedgerUnreachableError,
)
from missionwatch.ledger import rules
from missionwatch.ledger.migrating import upgrade
from missionwatch.ledger.sql import SqlLedger
from missionwatch.ledger.tables import driver

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.ledger.address import Address
    from missionwatch.ledger.transactions import Query, Rows

NAMESPACE = "missionwatch"
"""The schema that holds the tables."""
_LONGEST_STALL = "60s"  # that a writer may keep the others waiting and do nothing
_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('missionwatch ledger', 0))"
_BEGIN: Query = ("BEGIN", ())
_ENTER = f"{_LOCK}, set_config('idle_in_transaction_session_timeout', %s, true)"
_ALIVE = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3, "tcp_user_timeout": 60_000}
_THEIRS_ALIVE = "".join(
    f" -c {'tcp_' if key.startswith('keep') else ''}{key}={value}" for key, value in _ALIVE.items()
)  # a line that is dead is noticed within a minute or so, on both sides
_BOOK = """WITH booked AS (
    INSERT INTO booking (seq, kind, subject, report, reader, valid_from, known_at, payload, previous, digest)
    SELECT seq, kind, subject, report, reader, valid_from, known_at, convert_to(payload, 'UTF8'), previous, digest
    FROM json_to_recordset(%s::json) AS line (seq bigint, kind text, subject text, report text, reader text, valid_from text,
        known_at timestamptz, payload text, previous text, digest text)
) INSERT INTO topic (name, booking) SELECT * FROM json_to_recordset(%s::json) AS pair (name text, booking bigint)"""
_ENCODE = msgspec.json.Encoder().encode
_SOON = ("starting up", "accepting connections", "shutting down", "recovery", "too many", "remaining connection slots")
_AT_ONCE = 40  # connections at most; who asks for one more waits


class PostgresLedger(SqlLedger):
    """A ledger in a PostgreSQL database (15 or later). ``wait``: seconds for another's lock, and for the server."""

    SCHEMA = "0003"
    _MARK = "%s"

    def __init__(
        self, address: Address, *, create: bool = False, clock: Clock = system_clock, wait: float = 5.0
    ) -> None:
        if find_spec("psycopg") is None:
            raise LedgerNotSetUpError(
                'a ledger on a server needs the extra postgres: pip install "missionwatch[postgres]"'
            )
        import psycopg  # noqa: PLC0415 - an optional library

        self._faults = (sa.exc.DBAPIError, psycopg.Error)  # also the driver's own, where it is used by itself
        settings = f"-c search_path={NAMESPACE} -c timezone=UTC -c lock_timeout={int(wait * 1000)}{_THEIRS_ALIVE}"
        url = sa.make_url(address.server or "").set(drivername="postgresql+psycopg")
        engine = sa.create_engine(
            url,
            connect_args={
                **{key: value for key, value in _ALIVE.items() if key not in url.query},
                "options": settings,
                "connect_timeout": max(2, int(wait)),
                "application_name": "missionwatch",
            },
            pool_size=5,
            max_overflow=_AT_ONCE - 5,
            hide_parameters=True,
        )
        super().__init__(engine, str(address), clock=clock)
        self._unbegun = engine.execution_options(isolation_level="AUTOCOMMIT")
        event.listen(engine, "checkout", partial(_still_there, engine))
        try:
            with self._guarded():
                self._migrate(create=create)
        except BaseException:
            self.close()
            raise

    def find(self, words: str, language: str) -> tuple[str, ...]:
        """Return the reports (ids) in which words stand in some form, the best first; ``words`` as one types them into a search box.

        ``language`` is nl, fr or en; of others no forms are known.
        """
        query = sa.text(
            "SELECT booking.subject FROM words JOIN booking ON booking.seq = words.booking,"
            " websearch_to_tsquery(language_of(:language), :words) AS asked"
            " WHERE words.found @@ asked ORDER BY ts_rank(words.found, asked) DESC, words.booking"
        )
        with self._guarded(), self._within(self._reading) as connection:
            return tuple(
                row[0] for row in connection.execute(query, {"language": language, "words": words.replace("\0", "")})
            )

    @contextmanager
    def _writing(self, *queries: Query) -> Iterator[tuple[sa.Connection, list[Rows]]]:
        with self._unbegun.begin() as connection:  # one writer at a time; readers never wait
            yield connection, self._asked(connection, _BEGIN, (_ENTER, (_LONGEST_STALL,)), *queries)[2:]

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _snapshot(self) -> Iterator[sa.Connection]:
        with self._engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
            yield connection

    @staticmethod
    def _asked(connection: sa.Connection, *queries: Query) -> list[Rows]:
        from psycopg import ClientCursor  # noqa: PLC0415 - an optional library

        asked, values = "; ".join(query for query, _ in queries), [value for _, own in queries for value in own]
        cursor = ClientCursor(driver(connection)).execute(asked, values)  # all in one trip to the server
        return [answer.fetchall() if answer.description else [] for answer in cursor.results()]

    def _write(self, connection: sa.Connection, lines: list[rules.Line], pairs: list[tuple[str, int]]) -> None:
        told = [{**line._asdict(), "payload": line.payload.decode()} for line in lines]
        filed = [{"name": name, "booking": number} for name, number in pairs]
        # in one trip, and the triggers run once; that a line was superseded, the database sees for itself
        driver(connection).execute(_BOOK, (_ENCODE(told).decode(), _ENCODE(filed).decode()))

    def _meaning(self, fault: BaseException) -> LedgerError:
        import psycopg  # noqa: PLC0415 - an optional library

        state = getattr(fault, "sqlstate", None) or ""
        said = (str(fault).strip().splitlines() or [""])[0]
        if state in ("55P03", "40P01", "57014"):
            return LedgerLockedError(f"{self._name} is in use by another writer; wait for it, then try again")
        if state == "42501":
            return LedgerError(
                f"{self._name}: this role may not do that ({said}); docs/team-ledger.md says who may what"
            )
        refused = not state and "FATAL" in said and not any(word in said for word in _SOON)
        if refused or state.startswith(("28", "3D")):
            return LedgerUnreachableError(
                f"{self._name} lets us not in ({said}); check the role, the password file and the database"
            )
        if state in ("42P01", "3F000"):
            return LedgerDamagedError(f"{self._name} is no ledger or is damaged ({said}); {rules.REMEDY}")
        cut = isinstance(fault, (psycopg.OperationalError, psycopg.InterfaceError)) and not state
        if cut or state == "25P03" or state.startswith(("08", "57P", "53")):
            return LedgerUnreachableError(f"{self._name} cannot be reached ({said}); is the server up? Then try again")
        return LedgerError(f"{self._name}: {said}")

    def _migrate(self, *, create: bool) -> None:
        with self._engine.connect() as connection:
            there = connection.exec_driver_sql(
                "SELECT to_regclass('missionwatch.alembic_version') IS NOT NULL, current_setting('server_version_num')::int"
            ).one()
            version = (
                connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() if there[0] else None
            )
        if there[1] < 150_000:
            raise LedgerError(
                f"{self._name} is a server of version {there[1] // 10_000}; a ledger needs PostgreSQL 15 or later"
            )
        if self._check_version(version):
            return
        if version is None and not create:
            raise LedgerMissingError(f"there is no ledger in {self._name}; `missionwatch prepare` makes one")
        try:
            with self._writing() as (connection, _):
                upgrade(connection, "postgres", self.SCHEMA)
        except sa.exc.ProgrammingError as fault:
            if getattr(fault.orig, "sqlstate", None) != "42501":
                raise
            raise LedgerError(
                f"{self._name} is not prepared for this version and this role may not do it; its owner runs `missionwatch prepare`"
            ) from fault


def _still_there(engine: sa.Engine, raw: Any, _record: object, _proxy: object) -> None:
    """See to it that a server that was restarted is met again: a line on which it spoke unasked, or hung up, is tried before use."""
    fault = engine.dialect.loaded_dbapi.Error
    try:
        with selectors.DefaultSelector() as watched:
            watched.register(raw.fileno(), selectors.EVENT_READ)
            if watched.select(0):
                engine.dialect.do_ping(raw)
    except fault as gone:
        raise sa.exc.DisconnectionError from gone


def prepare(
    address: Address, *, writers: tuple[str, ...] = (), readers: tuple[str, ...] = (), clock: Clock = system_clock
) -> str:
    """Make the ledger in a database or bring it up to date, and let roles in; return its schema's number. For the database's owner.

    ``writers`` may add bookings and read them, ``readers`` only read them; a role that is not there is made, without a password.
    """
    with PostgresLedger(address, create=True, clock=clock) as ledger:
        engine = ledger._engine  # noqa: SLF001 - of our own file
        quoted = engine.dialect.identifier_preparer.quote_identifier
        with ledger._guarded(), engine.begin() as connection:  # noqa: SLF001
            for role in (*writers, *readers):
                there = connection.execute(sa.text("SELECT 1 FROM pg_roles WHERE rolname = :role"), {"role": role})
                if there.first() is None:
                    connection.exec_driver_sql(f"CREATE ROLE {quoted(role)} LOGIN")
                name = quoted(role)
                for grant in (
                    f"REVOKE ALL ON ALL TABLES IN SCHEMA {NAMESPACE} FROM {name}",
                    f"GRANT USAGE ON SCHEMA {NAMESPACE} TO {name}",
                    f"GRANT SELECT ON ALL TABLES IN SCHEMA {NAMESPACE} TO {name}",
                    *((f"GRANT INSERT ON booking, topic TO {name}",) if role in writers else ()),
                ):
                    connection.exec_driver_sql(grant)
        return ledger.SCHEMA
