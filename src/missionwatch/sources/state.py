"""What must survive a restart: how far each source was read, how it fares, and which documents are not booked yet.

One SQLite file in the collection's folder, with raw documents beside it. A document's bytes are on the disk before its line
is written, and its line is written together with the cursor: a killed run loses nothing and takes nothing twice.
"""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from missionwatch.errors import CollectionError
from missionwatch.files import whole
from missionwatch.records import EventFile, RawDocument, SourceHealth

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import Self

_TABLES = """
create table if not exists cursors (key text primary key, cursor blob not null);
create table if not exists seen (key text, item text, stamp text not null, at text not null, primary key (key, item)) without rowid;
create table if not exists later (key text, item text, wanted blob not null, tries integer not null, primary key (key, item));
create table if not exists health (key text primary key, health blob not null);
create table if not exists documents (
  id integer primary key, key text not null, url text not null, digest text not null, head blob not null,
  outcome text, unique (key, url, digest)
);
create table if not exists event_files (digest text primary key, file blob not null, loaded integer not null default 0);
create index if not exists waiting on documents (id) where outcome is null;
pragma user_version = 1;
"""
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Waiting:
    """A collected document that is not booked yet, and its number in the collection.

    ``lost`` says why its bytes are not there any more; there is nothing to book then.
    """

    number: int
    key: str
    document: RawDocument
    lost: str | None = None


class Collection:
    """The folder ``missionwatch.collected/``: state, cache of answers, raw documents, event files.

    One process at a time may collect (``with collection.alone():``); anybody may read. Raises ``CollectionError``.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.raw = folder / "raw"
        self.events = folder / "events"
        self.cache = folder / "cache.db"
        try:
            for one in (folder, self.raw, self.events):
                one.mkdir(parents=True, exist_ok=True)
            self._book = sqlite3.connect(folder / "state.db", timeout=10.0, isolation_level=None)
            self._book.execute("pragma journal_mode = wal")
            self._book.execute("pragma synchronous = full")
            version = self._book.execute("pragma user_version").fetchone()[0]
            if version > _VERSION:
                raise CollectionError(f"{folder} was written by a later missionwatch; install that one")
            self._book.executescript(_TABLES)
        except OSError as fault:
            raise CollectionError(f"cannot use {folder}: {fault.strerror}; name another folder") from fault
        except sqlite3.DatabaseError as fault:
            raise CollectionError(
                f"{folder / 'state.db'} cannot be used ({fault}); restore it, or move it away and collect anew"
            ) from fault

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the state."""
        self._book.close()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the collection for this process; the hold ends with the process, however that ends."""
        lock = sqlite3.connect(self.folder / "lock.db", timeout=0.0, isolation_level=None)
        try:
            try:
                lock.execute("begin exclusive")
            except sqlite3.OperationalError as fault:
                raise CollectionError(f"another process collects into {self.folder}; wait for it") from fault
            yield
        finally:
            lock.close()

    @contextmanager
    def _together(self) -> Iterator[None]:
        self._do("begin immediate")
        try:
            yield
            self._do("commit")
        except BaseException:
            if self._book.in_transaction:  # a full disk ends it by itself
                self._do("rollback")
            raise

    def _do(self, query: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
        try:
            return self._book.execute(query, values)
        except sqlite3.Error as fault:
            raise CollectionError(
                f"{self.folder / 'state.db'} cannot be used ({fault}); make room, or see whether another program has it"
            ) from fault

    def cursor(self, key: str) -> dict[str, Any]:
        """Return how far a source was read; empty where it never was."""
        row = self._do("select cursor from cursors where key = ?", (key,)).fetchone()
        return dict(msgspec.json.decode(row[0])) if row else {}

    def advance(self, key: str, cursor: dict[str, Any]) -> None:
        """Note how far a source was read."""
        self._do(
            "insert into cursors values (?, ?) on conflict (key) do update set cursor = excluded.cursor",
            (key, msgspec.json.encode(cursor)),
        )

    def stamp(self, key: str, item: str) -> str | None:
        """Return the stamp with which an item was taken; None where it never was."""
        row = self._do("select stamp from seen where key = ? and item = ?", (key, item)).fetchone()
        return str(row[0]) if row else None

    def pass_by(self, key: str, item: str, stamp: str, at: datetime) -> None:
        """Note that an item was dealt with and gave nothing."""
        with self._together():
            self._mark(key, item, stamp, at)

    def keep(self, key: str, item: str, stamp: str, document: RawDocument) -> bool:
        """Keep a document; say whether it is new (the same bytes from the same address are not)."""
        digest = document.digest
        self._write(self.raw_path(digest), document.data)
        head = msgspec.json.encode(msgspec.structs.replace(document, data=b""))
        with self._together():
            self._mark(key, item, stamp, document.fetched_at)
            done = self._do(
                "insert or ignore into documents (key, url, digest, head) values (?, ?, ?, ?)",
                (key, document.url, digest, head),
            )
            return done.rowcount > 0

    def keep_events(self, key: str, item: str, stamp: str, file: EventFile) -> bool:
        """Keep the line of an event file that lies in ``events``; say whether it is new."""
        file = msgspec.structs.replace(
            file, path=str(Path(file.path).relative_to(self.folder))
        )  # the folder may be moved
        with self._together():
            self._mark(key, item, stamp, file.fetched_at)
            done = self._do(
                "insert or ignore into event_files (digest, file) values (?, ?)",
                (file.digest, msgspec.json.encode(file)),
            )
            return done.rowcount > 0

    def _mark(self, key: str, item: str, stamp: str, at: datetime) -> None:
        self._do(
            "insert into seen values (?, ?, ?, ?) on conflict (key, item) do update set stamp = excluded.stamp, at = excluded.at",
            (key, item, stamp, at.astimezone(UTC).isoformat()),
        )
        self._do("delete from later where key = ? and item = ?", (key, item))

    def put_off(self, key: str, item: str, wanted: bytes) -> int:
        """Keep what could not be had now for the next run; return how often it was tried."""
        self._do(
            "insert into later values (?, ?, ?, 1) on conflict (key, item) do update set "
            "wanted = excluded.wanted, tries = tries + 1",
            (key, item, wanted),
        )
        return int(self._do("select tries from later where key = ? and item = ?", (key, item)).fetchone()[0])

    def put_off_before(self, key: str) -> list[bytes]:
        """Return what earlier runs could not have, the first first."""
        return [bytes(row[0]) for row in self._do("select wanted from later where key = ? order by rowid", (key,))]

    def raw_path(self, digest: str) -> Path:
        """Return where the bytes of a document lie. The name is a digest: nothing of a source is in it."""
        return self.raw / digest[:2] / digest

    def waiting(self) -> Iterator[Waiting]:
        """Yield the documents that are not booked yet, the earliest taken first."""
        rows = self._do("select id, key, digest, head from documents where outcome is null order by id").fetchall()
        for number, key, digest, head in rows:
            document, lost = msgspec.json.decode(head, type=RawDocument), None
            try:
                data = self.raw_path(digest).read_bytes()
                if hashlib.sha256(data).hexdigest() != digest:
                    lost = "its file is damaged"
            except OSError as fault:
                data, lost = b"", f"its file cannot be read ({fault.strerror})"
            if lost is not None:
                lost = f"{lost}; restore {self.raw_path(digest)}, it is tried again"
            yield Waiting(number, key, msgspec.structs.replace(document, data=data), lost)

    def done(self, number: int, outcome: str) -> None:
        """Note what became of a document: the id of its report, or why it was refused."""
        self._do("update documents set outcome = ? where id = ?", (outcome, number))

    def event_files(self, *, loaded: bool | None = False) -> list[EventFile]:
        """Return the event files that are not loaded into the tempo yet (or those that are; None: all)."""
        rows = self._do(
            "select file from event_files where ? is null or loaded = ? order by rowid", (loaded, loaded)
        ).fetchall()
        found = (msgspec.json.decode(row[0], type=EventFile) for row in rows)
        return [msgspec.structs.replace(one, path=str(self.folder / one.path)) for one in found]

    def loaded(self, digest: str) -> None:
        """Note that the tempo has an event file."""
        self._do("update event_files set loaded = 1 where digest = ?", (digest,))

    def health(self, key: str) -> SourceHealth | None:
        """Return how a source fares; None where it was never asked."""
        row = self._do("select health from health where key = ?", (key,)).fetchone()
        return msgspec.json.decode(row[0], type=SourceHealth) if row else None

    def note_health(self, health: SourceHealth) -> None:
        """Note how a source fares."""
        self._do(
            "insert into health values (?, ?) on conflict (key) do update set health = excluded.health",
            (health.key, msgspec.json.encode(health)),
        )

    def _write(self, path: Path, data: bytes) -> None:
        if path.exists() and path.stat().st_size == len(data):
            return
        try:
            path.parent.mkdir(exist_ok=True)
            with whole(path) as file:
                file.write(data)
        except OSError as fault:
            raise CollectionError(
                f"cannot write {path}: {fault.strerror}; make room, or name another folder"
            ) from fault
