"""The index's file: its tables, opened, made anew where they are damaged or old, in memory where no file can be written.

It is an index and no record: all of it comes from the book, so that losing it costs time and nothing else.
"""

from __future__ import annotations

import secrets
import sqlite3
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORMAT = 1
_WAIT = 5.0  # seconds for another process that writes the index
_TABLES = """
CREATE TABLE mark (
    -- how far the book is followed: the number and digest of the last booking indexed; "made" names this making of the index
    format INTEGER NOT NULL, made TEXT NOT NULL, seq INTEGER NOT NULL, digest TEXT NOT NULL
);
CREATE TABLE moment (known TEXT PRIMARY KEY, seq INTEGER NOT NULL /* the last booking known then */) WITHOUT ROWID;
CREATE TABLE state (token TEXT PRIMARY KEY, seq INTEGER NOT NULL, vectors INTEGER NOT NULL, UNIQUE (seq, vectors));
CREATE TABLE report (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, head BLOB NOT NULL, vector INTEGER  /* number is the document's */
);
CREATE INDEX report_without_vector ON report (number) WHERE vector IS NULL;
CREATE TABLE document (
    -- a report, or a statement as it stood from booking "begun" on, before booking "ended"; days count from year one
    number INTEGER PRIMARY KEY, report INTEGER NOT NULL, other INTEGER, begun INTEGER NOT NULL, ended INTEGER,
    first INTEGER NOT NULL, last INTEGER NOT NULL, corrects TEXT
);
CREATE INDEX document_report ON document (report);
CREATE TABLE kept (number INTEGER PRIMARY KEY, payload BLOB NOT NULL /* what is shown of a document, compressed */);
CREATE TABLE standing (
    -- a booked statement that no later reading superseded; document is None while a person's verdict keeps it out
    booking INTEGER PRIMARY KEY, statement TEXT NOT NULL, report INTEGER NOT NULL, day INTEGER NOT NULL, document INTEGER
);
CREATE INDEX standing_statement ON standing (statement);
CREATE TABLE verdict (seq INTEGER PRIMARY KEY, statement TEXT NOT NULL, review BLOB NOT NULL);
CREATE INDEX verdict_statement ON verdict (statement);
CREATE TABLE vector (number INTEGER PRIMARY KEY, document INTEGER NOT NULL UNIQUE, data BLOB NOT NULL);
CREATE VIRTUAL TABLE words USING fts5 (
    title, said, lemma, named, filed, content = '', tokenize = "unicode61 remove_diacritics 0 tokenchars ':-'"
);
"""
_NAMES = ("mark", "moment", "state", "report", "document", "kept", "standing", "verdict", "vector", "words")


class Store:
    """One connection to the index, which threads take in turn; ``path`` None keeps it in memory."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._lock = RLock()
        self._connection, self._file = self._opened()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for reading one state of the index; where the file is damaged a new, empty one takes its place.

        The fault is raised all the same: who reads tries again.
        """
        with self._lock, self._guarded():
            self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                self._connection.rollback()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for writing, all or nothing; other processes wait meanwhile. See ``reading``.

        Raises ``sqlite3.OperationalError`` where another process writes for long.
        """
        with self._lock, self._guarded():
            self._reopen()
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.commit()
            except BaseException:
                self._connection.rollback()
                raise

    def empty(self) -> None:
        """Make the tables anew, within a writing."""
        for name in _NAMES:
            self._connection.execute(f"DROP TABLE IF EXISTS {name}")
        _make(self._connection)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as fault:
            if is_damage(fault):  # the disk is full, the folder has become read-only, a table is not there
                self._replace(in_memory="full" in str(fault) or "readonly" in str(fault))
            raise
        except sqlite3.DatabaseError:
            self._replace()
            raise

    def _replace(self, *, in_memory: bool = False) -> None:
        self._connection.close()
        if self.path is not None:
            try:
                for suffix in ("", "-wal", "-shm"):
                    self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
            except OSError:
                in_memory = True
        if in_memory:
            self.path = None
        self._connection, self._file = self._opened()

    def _reopen(self) -> None:
        """Open the file again where another process put a new one in its place."""
        if self.path is not None and _identity(self.path) != self._file:
            self._connection.close()
            self._connection, self._file = self._opened()

    def _opened(self) -> tuple[sqlite3.Connection, tuple[int, int] | None]:
        for _ in range(2):
            if self.path is None:
                break
            try:
                return _connected(str(self.path)), _identity(self.path)
            except sqlite3.DatabaseError as fault:
                try:
                    if is_busy(fault):
                        break
                    for suffix in ("", "-wal", "-shm"):
                        self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
                except OSError:
                    break
        self.path = None
        return _connected(":memory:"), None


def is_busy(fault: sqlite3.Error) -> bool:
    """Say whether another process holds the index."""
    return "locked" in str(fault) or "busy" in str(fault)


def is_damage(fault: sqlite3.Error) -> bool:
    """Say whether the index itself is at fault, so that another must take its place; not who holds it, nor what is asked of it."""
    return not is_busy(fault) and not any(said in str(fault) for said in ("fts5", "syntax error", "no such column"))


def _connected(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(address, timeout=_WAIT, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(
            "PRAGMA synchronous = NORMAL"
        )  # after a power cut the index may end earlier: it is followed on from there
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("BEGIN IMMEDIATE")
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables:
            _make(connection)
        else:
            _check(connection)
        connection.commit()
    except BaseException:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection) -> None:
    if connection.execute("SELECT format FROM mark").fetchone() != (FORMAT,):
        raise sqlite3.DatabaseError("an index of another version")


def _make(connection: sqlite3.Connection) -> None:
    for statement in _TABLES.split(";\n"):
        if statement.strip():
            connection.execute(statement)
    connection.execute("INSERT INTO mark VALUES (?, ?, 0, '')", (FORMAT, secrets.token_hex(8)))


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
