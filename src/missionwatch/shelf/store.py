"""The file of the shelf: kept by name, changed by whoever read the latest version, taken away and brought back."""

from __future__ import annotations

import secrets
import sqlite3
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import msgspec

from missionwatch.errors import ShelfChangedError, ShelfError, ShelfMissingError, ShelfRefusedError
from missionwatch.records import Kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from missionwatch.records import KeptKind

MOST = 500
"""How many drafts, or searches, one person keeps at most."""
LONGEST = 200_000
"""How many characters a text has at most; a full briefing has some twenty thousand."""
_NAME, _STATE, _BASIS = 200, 20_000, 4_000_000  # characters, characters, bytes
_GONE_AFTER = timedelta(days=30)  # so long what was taken away can be brought back
_VERSION = 1
_TABLE = """
create table if not exists kept (
  id text primary key, kind text not null, theatre text not null, owner text not null, name text not null, changed text not null,
  state text not null, text text not null, basis blob not null, shared integer not null, version integer not null, dropped text
);
create index if not exists whose on kept (kind, theatre, owner);
"""
_HEAD = "id, kind, theatre, owner, name, changed, state, '' as text, x'' as basis, shared, version, dropped"


class Shelf:
    """What is kept in one file, which is made when something is first kept. It may be used from any thread and any process.

    Raises ``ShelfError`` where the file cannot be used.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def keep(
        self,
        kind: KeptKind,
        *,
        theatre: str,
        owner: str,
        name: str,
        now: datetime,
        state: Mapping[str, str] | None = None,
        text: str = "",
        basis: bytes = b"",
        shared: bool = False,
    ) -> Kept:
        """Keep something new and return it; raise ``ShelfRefusedError`` where it is too long, or there are too many."""
        made = Kept(
            id=secrets.token_hex(8), kind=kind, theatre=theatre, owner=owner, name=_named(name), changed=now.astimezone(UTC),
            state=dict(state or {}), text=text, basis=basis, shared=shared,
        )  # fmt: skip
        _check(made)
        with self._writing() as book:
            book.execute("delete from kept where dropped < ?", (_stamp(now - _GONE_AFTER),))
            count = "select count(*) from kept where kind = ? and owner = ? and dropped is null"
            if book.execute(count, (kind, owner)).fetchone()[0] >= MOST:
                raise ShelfRefusedError(f"{owner} keeps {MOST} of these already; take some away first")
            book.execute("insert into kept values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _row(made))
        return made

    def change(self, read: Kept, *, now: datetime) -> Kept:
        """Put what was read and changed in the place of what is kept, and return it with its new version.

        Raises ``ShelfChangedError`` where somebody changed it since, and ``ShelfMissingError`` where its owner keeps it no more.
        """
        made = msgspec.structs.replace(
            read, name=_named(read.name), version=read.version + 1, changed=now.astimezone(UTC)
        )
        _check(made)
        with self._writing() as book:
            kept = self._own(book, read.id, read.owner)
            if kept.dropped is not None:
                raise _missing(read.id)
            if kept.version != read.version:
                raise ShelfChangedError(
                    f"{kept.name} was changed at {kept.changed:%Y-%m-%d %H:%M} UTC, after you opened it; open it again beside yours"
                )
            book.execute("insert or replace into kept values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _row(made))
        return made

    def drop(self, kept: str, owner: str, *, now: datetime) -> Kept:
        """Take something away; for thirty days its owner can bring it back."""
        return self._mark(kept, owner, now)

    def bring_back(self, kept: str, owner: str) -> Kept:
        """Bring back what was taken away."""
        return self._mark(kept, owner, None)

    def find(self, kept: str, asker: str) -> Kept:
        """Return what one may open: one's own, or what is shared; raise ``ShelfMissingError`` for all else."""
        with self._reading() as book:
            row = None
            if book is not None:
                row = book.execute(
                    "select * from kept where id = ? and (owner = ? or shared) and dropped is null", (kept, asker)
                ).fetchone()
            if row is None:
                raise _missing(kept)
            return _kept(row)

    def listed(self, kind: KeptKind, theatre: str, asker: str) -> tuple[Kept, ...]:
        """Return what one may open, changed last first, without texts and what they were made from."""
        with self._reading() as book:
            if book is None:
                return ()
            rows = book.execute(
                f"select {_HEAD} from kept where kind = ? and theatre = ? and (owner = ? or shared) and dropped is null "  # noqa: S608 - our own words
                "order by changed desc, id",
                (kind, theatre, asker),
            )
            return tuple(_kept(row) for row in rows)

    def _mark(self, kept: str, owner: str, dropped: datetime | None) -> Kept:
        with self._writing() as book:
            found = self._own(book, kept, owner)
            book.execute("update kept set dropped = ? where id = ?", (_stamp(dropped) if dropped else None, kept))
        return msgspec.structs.replace(found, dropped=dropped)

    def _own(self, book: sqlite3.Connection, kept: str, owner: str) -> Kept:
        row = book.execute("select * from kept where id = ? and owner = ?", (kept, owner)).fetchone()
        if row is None:
            raise _missing(kept)
        return _kept(row)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection | None]:
        """Give the file as it is; None where nothing was ever kept."""
        if not self.path.exists():
            yield None
            return
        with self._open() as book:
            yield book

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Give the file to one at a time; what is done in the block is kept whole or not at all."""
        with self._open() as book:
            book.execute("begin immediate")
            yield book
            book.execute("commit")

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self.path, timeout=10.0, isolation_level=None)) as book:
                book.row_factory = sqlite3.Row
                version = book.execute("pragma user_version").fetchone()[0]
                if version > _VERSION:
                    raise ShelfError(f"{self.path} was written by a later missionwatch; install that one")
                if version < _VERSION:
                    book.executescript(f"begin immediate; {_TABLE} pragma user_version = {_VERSION}; commit;")
                yield book
        except sqlite3.Error as fault:
            raise ShelfError(
                f"{self.path} cannot be used ({fault}); try again, or move it away and begin a new one"
            ) from fault


def _check(made: Kept) -> None:
    for what, size, most in (
        ("the text", len(made.text), LONGEST), ("the name", len(made.name), _NAME),
        ("the address", sum(len(k) + len(v) for k, v in made.state.items()), _STATE), ("what it was made from", len(made.basis), _BASIS),
    ):  # fmt: skip
        if size > most:
            raise ShelfRefusedError(f"{what} is longer than {most:,}; make it shorter")
    if not made.name:
        raise ShelfRefusedError("what is kept needs a name; give it one")


def _named(name: str) -> str:
    return " ".join(name.split())


def _missing(kept: str) -> ShelfMissingError:
    return ShelfMissingError(f"there is no {kept[:40]!r} that you may open; it may have been taken away")


def _row(made: Kept) -> tuple[Any, ...]:
    return (
        made.id, made.kind, made.theatre, made.owner, made.name, _stamp(made.changed), msgspec.json.encode(made.state).decode(),
        made.text, made.basis, int(made.shared), made.version, _stamp(made.dropped) if made.dropped else None,
    )  # fmt: skip


def _kept(row: sqlite3.Row) -> Kept:
    return Kept(
        id=row["id"], kind=row["kind"], theatre=row["theatre"], owner=row["owner"], name=row["name"],
        changed=datetime.fromisoformat(row["changed"]), state=msgspec.json.decode(row["state"], type=dict[str, str]),
        text=row["text"], basis=row["basis"], shared=bool(row["shared"]), version=row["version"],
        dropped=datetime.fromisoformat(row["dropped"]) if row["dropped"] else None,
    )  # fmt: skip


def _stamp(when: datetime) -> str:
    """Return a moment as it sorts: always UTC, always with microseconds."""
    return when.astimezone(UTC).isoformat(timespec="microseconds")
