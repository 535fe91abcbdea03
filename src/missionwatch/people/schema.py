"""The store of people: its tables, and one way in to SQLite (one file beside the ledger) and PostgreSQL.

No table holds a password, a token or a key: only what they can be checked against. Moments are kept as text in UTC, so that they
sort as they follow. Those who write do so one after another, in both databases, so that no rule can be passed by two at once.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import event, exc

from missionwatch.clock import Clock, system_clock
from missionwatch.errors import PeopleNotSetUpError, PeopleStoreError, PersonRefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = 1
"""The newest form of the store that this program knows; ``_STEPS`` lead from each to the next."""
_LOCK = 5_702_214_911  # any number of our own: who holds this advisory lock in PostgreSQL may write

_DATA = sa.MetaData()
_VERSION = sa.Table("people_version", _DATA, sa.Column("version", sa.Integer, nullable=False))
PERSON = sa.Table(
    "people_person", _DATA,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("name", sa.String(64), nullable=False),
    sa.Column("folded", sa.String(256), nullable=False, unique=True),
    sa.Column("role", sa.String(16), nullable=False),
    sa.Column("clearance", sa.String(16), nullable=False),
    sa.Column("locale", sa.String(8), nullable=False),
    sa.Column("active", sa.Boolean, nullable=False),
    sa.Column("password", sa.String(256)),
    sa.Column("issuer", sa.String(512)),
    sa.Column("subject", sa.String(255)),
    sa.Column("created", sa.String(32), nullable=False),
    sa.UniqueConstraint("issuer", "subject"),
)  # fmt: skip
SESSION = sa.Table(
    "people_session", _DATA,
    sa.Column("digest", sa.String(64), primary_key=True),
    sa.Column("id", sa.String(32), nullable=False, unique=True),
    sa.Column("person", sa.String(32), sa.ForeignKey(PERSON.c.id), nullable=False, index=True),
    sa.Column("created", sa.String(32), nullable=False),
    sa.Column("used", sa.String(32), nullable=False),
    sa.Column("expires", sa.String(32), nullable=False, index=True),
)  # fmt: skip
KEY = sa.Table(
    "people_key", _DATA,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("digest", sa.String(64), nullable=False),
    sa.Column("name", sa.String(100), nullable=False),
    sa.Column("person", sa.String(32), sa.ForeignKey(PERSON.c.id), nullable=False, index=True),
    sa.Column("scopes", sa.String(100), nullable=False),
    sa.Column("created", sa.String(32), nullable=False),
    sa.Column("expires", sa.String(32), nullable=False),
    sa.Column("used", sa.String(32)),
    sa.Column("revoked", sa.String(32)),
)  # fmt: skip
TRIES = sa.Table(
    "people_tries", _DATA,
    sa.Column("subject", sa.String(64), primary_key=True),
    sa.Column("failures", sa.Integer, nullable=False),
    sa.Column("last", sa.String(32), nullable=False, index=True),
    sa.Column("until", sa.String(32), nullable=False),
)  # fmt: skip
FAMILIAR = sa.Table(
    "people_familiar", _DATA,
    sa.Column("subject", sa.String(64), primary_key=True),
    sa.Column("last", sa.String(32), nullable=False, index=True),
)  # fmt: skip
PENDING = sa.Table(
    "people_pending", _DATA,
    sa.Column("state", sa.String(64), primary_key=True),
    sa.Column("expires", sa.String(32), nullable=False, index=True),
)  # fmt: skip

_STEPS: tuple[tuple[str, ...], ...] = ()
"""For each version after the first, the statements that make it of the one before."""


class Store:
    """A way in to the store: ``reading`` and ``writing`` give connections, ``now`` the moment as it is kept."""

    def __init__(self, address: str | Path, *, create: bool, clock: Clock = system_clock, wait: float = 5.0) -> None:
        self._clock = clock
        self._engine, self.shown = _engine(address, create=create, wait=wait)
        try:
            with self.guarded():
                self._settle()
        except BaseException:
            self.close()
            raise

    @property
    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return self._clock().astimezone(UTC)

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Give a connection that only reads, each statement what is so at that moment."""
        with self.guarded(), self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Give a connection on which all happens or nothing, with no one else writing."""
        with self.guarded(), self._engine.begin() as connection:
            if self._engine.dialect.name == "postgresql":
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
            yield connection

    def close(self) -> None:
        """Let go of the store."""
        self._engine.dispose()

    def __repr__(self) -> str:
        """Name the store, without what may stand in its address."""
        return f"Store({self.shown})"

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Turn the store's faults into ours; what the store says may hold values of a row, so it is not passed on."""
        try:
            yield
        except exc.DBAPIError as fault:
            said = str(fault.orig).lower()
            raise PeopleStoreError(f"{self.shown} {_cause(said)}") from None
        except UnicodeError:  # half a surrogate pair: what is asked for by it is not there
            raise PersonRefusedError("what was given has characters in it that are no text") from None

    def _settle(self) -> None:
        with self.reading() as connection:
            if self._version(connection) == VERSION:
                return
        with self.writing() as connection:
            found = self._version(connection)
            if found is None:
                _DATA.create_all(connection)
                connection.execute(sa.insert(_VERSION).values(version=VERSION))
                return
            for statement in (one for step in _STEPS[found - 1 :] for one in step):
                connection.execute(sa.text(statement))
            connection.execute(sa.update(_VERSION).values(version=VERSION))

    def _version(self, connection: sa.Connection) -> int | None:
        """Return the store's version, or ``None`` where there is no store yet; raise for one that is not ours to open."""
        tables = set(sa.inspect(connection).get_table_names())
        ours = {name for name in tables if name.startswith("people_")}
        if not ours and (not tables or self._engine.dialect.name == "postgresql"):  # there it may lie beside a ledger
            return None
        found = connection.execute(sa.select(_VERSION.c.version)).scalar() if _VERSION.name in ours else None
        if found is None:
            raise PeopleStoreError(
                f"{self.shown} is another program's, or is damaged; name another, or restore it from a copy"
            )
        if found > VERSION:
            raise PeopleStoreError(
                f"{self.shown} was written by a newer missionwatch (version {found}); install that version"
            )
        return int(found)


def written(moment: datetime) -> str:
    """Return a moment as it is kept."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def read(text: str) -> datetime:
    """Return the moment that was kept."""
    return datetime.fromisoformat(text)


def read_if(text: str | None) -> datetime | None:
    """Return the moment that was kept, if one was."""
    return None if text is None else read(text)


def _engine(address: str | Path, *, create: bool, wait: float) -> tuple[sa.Engine, str]:
    text = str(address)
    if text.startswith(("postgresql:", "postgres:")):
        try:
            url = sa.make_url("postgresql+psycopg:" + text.partition(":")[2])
            return sa.create_engine(
                url, pool_pre_ping=True, hide_parameters=True, connect_args={"connect_timeout": max(2, int(wait))}
            ), f"the store of people at {url.host or 'this machine'}/{url.database or ''}"
        except (exc.ArgumentError, ValueError):
            raise PeopleStoreError(
                "the store's address is not as PostgreSQL's are: postgresql://user@host/database"
            ) from None
        except ImportError:
            raise PeopleNotSetUpError("PostgreSQL needs psycopg: pip install 'missionwatch[postgres]'") from None
    path = Path(text)
    if path.is_dir() or not path.parent.is_dir():
        raise PeopleStoreError(f"{path} cannot be the store of people: name a file in a folder that is there")
    if not path.exists():
        if not create:
            raise PeopleStoreError(f"there is no store of people {path}; `missionwatch people add` makes one")
        try:
            os.close(
                os.open(path, os.O_CREAT | os.O_WRONLY, 0o600)
            )  # its own file's rights are those of its journal too
        except OSError as fault:
            raise PeopleStoreError(
                f"{path} cannot be made ({fault.strerror}); check the rights on its folder"
            ) from fault
    engine = sa.create_engine(
        f"sqlite:///{path}", poolclass=sa.pool.NullPool, hide_parameters=True,
        connect_args={"timeout": wait, "isolation_level": None},
    )  # fmt: skip
    event.listen(engine, "connect", _settings)
    event.listen(engine, "begin", _begin)
    return engine, f"the store of people {path}"


def _begin(connection: sa.Connection) -> None:
    if connection.get_execution_options().get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _settings(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _cause(said: str) -> str:
    if "locked" in said or "busy" in said:
        return "is in use by another program; wait for it, then try again"
    if any(word in said for word in ("not a database", "malformed", "disk image", "no such table", "encrypted")):
        return "is no store of people or is damaged; restore it from a copy"
    if "readonly" in said or "read-only" in said or "unable to open" in said or "permission denied" in said:
        return "cannot be written; check the rights on it"
    if "full" in said or "no space" in said:
        return "has no room left; make some, then try again"
    if "connect" in said or "password authentication" in said or "server closed" in said or "resolve" in said:
        return "does not answer or does not let us in; check the address and that PostgreSQL runs"
    if "nul (0x00)" in said:
        return "keeps no null characters; there is nothing of that name"
    return "could not be used; its database's own log says why"
