"""Ledgers moved, saved, brought back, made one of two, and what is whole of a damaged one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

from missionwatch.errors import LedgerDamagedError, LedgerMissingError
from missionwatch.ledger import backup, rules
from missionwatch.ledger.address import Address
from missionwatch.ledger.opening import open_ledger
from missionwatch.ledger.replaying import Loss, merged, salvaged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from missionwatch.ledger.protocol import Ledger, Verification
    from missionwatch.ledger.rules import Line
    from missionwatch.records import BookingKind

_LOT = 500  # rows read at once from a damaged file; where that fails, one by one
_SOME = """
    SELECT seq, kind, subject, report, reader, valid_from, known_at, payload, previous, digest FROM booking
    WHERE seq > ? AND seq <= ? ORDER BY seq
"""


def move(source: Ledger, target: Ledger, *, seen: Callable[[], None] | None = None) -> Verification:
    """Copy a ledger into an empty one, booking for booking; return what the target was found to be when it was read again.

    ``seen`` is called for each booking. Nothing is taken away from ``source``. Raises ``LedgerDamagedError`` where the two do not have
    the same chain, ``LedgerError`` where the target has bookings.
    """
    return _taken(target, source.lines(), seen)


def restore(path: Path, target: Ledger, *, seen: Callable[[], None] | None = None) -> Verification:
    """Bring a backup back into an empty ledger; see ``move``."""
    return _taken(target, backup.read(path)[1], seen)


def merge(
    first: Ledger, second: Ledger, target: Ledger, *, now: datetime, seen: Callable[[], None] | None = None
) -> Verification:
    """Make one new ledger of two (see ``replaying.merged``)."""
    heads = (first.head, second.head)
    return _taken(
        target, merged(rules.continued(first.lines()), rules.continued(second.lines()), heads=heads, now=now), seen
    )


def salvage(
    source: Address | Path | str, target: Ledger, *, now: datetime, seen: Callable[[], None] | None = None
) -> tuple[Verification, list[Loss]]:
    """Save what is whole of a damaged ledger or backup into an empty ledger; return that and what is lost (see ``salvaged``)."""
    lost: list[Loss] = []
    checked = _taken(target, salvaged(_pieces(Address.of(source)), lost, now=now), seen)
    return checked, lost


def _taken(target: Ledger, lines: Iterable[Line], seen: Callable[[], None] | None) -> Verification:
    last = [rules.GENESIS]

    def counted() -> Iterator[Line]:
        for line in lines:
            last[0] = line.digest
            if seen is not None:
                seen()
            yield line

    taken = target.take(counted())
    checked = target.verify(expect=last[0])
    if (checked.bookings, checked.head) != (taken, last[0]):
        raise LedgerDamagedError(
            "the new ledger has another head than what was copied; somebody else wrote it, begin again"
        )
    return checked


def _pieces(source: Address) -> Iterator[Line | Loss]:
    if source.server is not None:
        with open_ledger(source) as ledger:
            yield from ledger.lines()
        return
    path = source.place
    if not path.is_file():
        raise LedgerMissingError(f"there is no file {path} to save anything from")
    yield from backup.pieces(path) if backup.is_backup(path) else _rows(path)


def _rows(path: Path) -> Iterator[Line | Loss]:
    """Yield what can be read of a ledger's file, whatever is the matter with it."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as raw:
            raw.execute("SELECT 1 FROM sqlite_master").fetchall()
            yield from _every(raw, _most(raw, path))
    except sqlite3.DatabaseError as fault:
        raise LedgerDamagedError(f"nothing can be read of {path} ({fault}); take a backup") from fault


def _most(raw: sqlite3.Connection, path: Path) -> int:
    """Return how many bookings there can be: as the table says, else as many as the file has room for."""
    try:
        return int(raw.execute("SELECT max(seq) FROM booking").fetchone()[0] or 0)
    except sqlite3.DatabaseError:
        return path.stat().st_size // 256


def _every(raw: sqlite3.Connection, most: int) -> Iterator[Line | Loss]:
    at = 0
    while at < most:
        try:
            rows = raw.execute(_SOME, (at, at + _LOT)).fetchall()
            found: list[Line | Loss] = [_line(row) for row in rows]
        except sqlite3.DatabaseError:
            found = [one for seq in range(at + 1, min(at + _LOT, most) + 1) for one in _one(raw, seq)]
        yield from found
        at += _LOT


def _one(raw: sqlite3.Connection, seq: int) -> Iterator[Line | Loss]:
    try:
        for row in raw.execute(_SOME, (seq - 1, seq)):
            yield _line(row)
    except sqlite3.DatabaseError:
        yield Loss(seq, seq, "", "cannot be read")


def _line(row: tuple[object, ...]) -> Line | Loss:
    seq, *names, known_at, payload, previous, digest = row
    try:
        kind, subject, report, reader, valid_from = (None if name is None else str(name) for name in names)
        said = payload if isinstance(payload, bytes) else str(payload).encode()
        when = datetime.fromisoformat(str(known_at)).astimezone(UTC)
        return rules.Line(
            int(str(seq)), cast("BookingKind", kind), subject or "", report, reader, valid_from or "", when, said, str(previous), str(digest)
        )  # fmt: skip
    except (ValueError, OverflowError):
        return Loss(int(str(seq)), int(str(seq)), f"{names[0]} {names[1]}", "was changed")
