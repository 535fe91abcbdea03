"""The ledger of one analyst: one SQLite file.

Triggers in the file refuse every change but one: ``superseded_at`` is written once. What ``book`` returned for is on the
disk (``synchronous=FULL``); what it did not return for is not there at all.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import event

from missionwatch.clock import Clock, system_clock
from missionwatch.errors import LedgerDamagedError, LedgerError, LedgerLockedError
from missionwatch.ledger import rules
from missionwatch.ledger.migrating import upgrade
from missionwatch.ledger.sql import SqlLedger
from missionwatch.ledger.tables import BOOKING, driver, in_text
from missionwatch.records import Supersession

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from missionwatch.ledger.protocol import Verification
    from missionwatch.ledger.transactions import Query, Rows

_DAMAGE = ("not a database", "malformed", "disk image", "no such table", "encrypted")
_BOOK = (
    "INSERT INTO booking (seq, kind, subject, report, reader, valid_from, known_at, payload, previous, digest)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_FILE = "INSERT INTO topic (name, booking) VALUES (?, ?)"


class SqliteLedger(SqlLedger):
    """A ledger in one SQLite file. ``wait``: seconds for another's lock."""

    SCHEMA = "0003"
    _MARK = "?"
    _faults = (sa.exc.DBAPIError, sqlite3.Error)

    def __init__(self, path: Path, *, clock: Clock = system_clock, wait: float = 5.0) -> None:
        engine = sa.create_engine(
            f"sqlite:///{path}",
            poolclass=sa.pool.QueuePool,  # who is the last to close the file tidies up, which takes longer than a booking
            max_overflow=-1,
            connect_args={"timeout": wait, "isolation_level": None},
            hide_parameters=True,
        )
        super().__init__(engine, str(path), clock=clock)
        event.listen(engine, "connect", _settings)
        try:
            with self._guarded():
                self._migrate()
        except BaseException:
            self.close()
            raise

    def verify(self, *, expect: str | None = None) -> Verification:
        """Check the whole chain, the index of topics, and the file itself."""
        with self._guarded(), self._within(self._reading) as connection:
            sound = connection.exec_driver_sql("PRAGMA quick_check").scalar()
        if sound != "ok":
            raise LedgerDamagedError(f"{self._name} is damaged ({sound}); {rules.REMEDY}")
        return super().verify(expect=expect)

    @contextmanager
    def _writing(self, *queries: Query) -> Iterator[tuple[sa.Connection, list[Rows]]]:
        with self._engine.connect() as connection, driver(connection) as raw:  # committed at the end, or rolled back
            raw.execute("BEGIN IMMEDIATE")
            yield connection, self._asked(connection, *queries)

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with self._engine.connect() as connection:  # the driver begins nothing by itself
            yield connection

    @contextmanager
    def _snapshot(self) -> Iterator[sa.Connection]:
        with self._reading() as connection:
            connection.exec_driver_sql("BEGIN")
            try:
                yield connection
            finally:
                connection.exec_driver_sql("ROLLBACK")

    def _write(self, connection: sa.Connection, lines: list[rules.Line], pairs: list[tuple[str, int]]) -> None:
        raw = driver(connection)
        raw.executemany(_BOOK, [(*line[:6], in_text(line.known_at), *line[7:10]) for line in lines])
        for line in lines:
            if line.kind == "supersession":
                _supersede(connection, rules.decode(line.kind, line.payload), line.known_at)
        raw.executemany(_FILE, pairs)

    def _meaning(self, fault: BaseException) -> LedgerError:
        said = str(fault)
        if "locked" in said or "busy" in said:
            return LedgerLockedError(f"{self._name} is in use by another program; wait for it, then try again")
        if any(word in said for word in _DAMAGE):
            return LedgerDamagedError(f"{self._name} is no ledger or is damaged ({said}); {rules.REMEDY}")
        if "readonly" in said or "unable to open" in said:
            return LedgerError(f"{self._name} cannot be written ({said}); check the rights on the file and its folder")
        return LedgerError(f"{self._name}: {said}")

    def _migrate(self) -> None:
        with self._reading() as connection:
            tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())
            if tables and "alembic_version" not in tables:
                raise LedgerDamagedError(
                    f"{self._name} is a database of another program; name another file with --ledger"
                )
            version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() if tables else None
        if not self._check_version(version):
            with self._writing() as (connection, _):
                upgrade(connection, "sqlite", self.SCHEMA)


def _supersede(connection: sa.Connection, undone: object, when: datetime) -> None:
    for number in undone.superseded if isinstance(undone, Supersession) else ():
        connection.execute(sa.update(BOOKING).where(BOOKING.c.seq == number).values(superseded_at=when))


def _settings(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
