"""A ledger as one portable file: JSON Lines, compressed with gzip. The first line says what it is, each further one is a booking.

A booking's line is ``[seq, kind, subject, report, reader, valid_from, known_at, payload, previous, digest]``; the payload stands byte
for byte as it was hashed. When a booking was superseded is not told: the supersessions say it.
"""

from __future__ import annotations

import gzip
import re
import zlib
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING, Literal

import msgspec

from missionwatch.errors import LedgerDamagedError, LedgerError, LedgerMissingError
from missionwatch.files import whole
from missionwatch.ledger import rules
from missionwatch.ledger.replaying import Loss
from missionwatch.records import BookingKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from missionwatch.ledger.protocol import Ledger
    from missionwatch.ledger.rules import Line

VERSION = 1
_MAGIC = b"\x1f\x8b"
_LONGEST = 64 << 20  # bytes of a line; the longest report is far shorter
_SEQ = re.compile(rb"\[(\d{1,18}),")


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """The first line of a backup."""

    backup: Literal["missionwatch ledger"] = "missionwatch ledger"
    version: int
    bookings: int
    head: str
    made: datetime


class _Row(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    seq: int
    kind: BookingKind
    subject: str
    report: str | None
    reader: str | None
    valid_from: str
    known_at: datetime
    payload: msgspec.Raw
    previous: str
    digest: str


_ROWS = msgspec.json.Decoder(_Row)
_HEADER = msgspec.json.Decoder(Header)


def write(ledger: Ledger, path: Path, *, now: datetime, seen: Callable[[], None] | None = None) -> Header:
    """Write a ledger as it is now to a file, whole or not at all; return its header. Others may go on booking.

    ``seen`` is called for each booking. Raises ``LedgerDamagedError`` where the chain is broken.
    """
    size = ledger.size
    last = next(ledger.lines(size - 1), None) if size else None
    header = Header(version=VERSION, bookings=size, head=last.digest if last else rules.GENESIS, made=now)
    with whole(path) as out, gzip.GzipFile(fileobj=out, mode="wb", compresslevel=6, mtime=0, filename="") as packed:
        packed.write(msgspec.json.encode(header) + b"\n")
        for line in rules.continued(ledger.lines()):
            if line.seq > size:
                break
            packed.write(_encoded(line))
            if seen is not None:
                seen()
    return header


def read(path: Path) -> tuple[Header, Iterator[Line]]:
    """Return a backup's header and its lines; the lines raise ``LedgerDamagedError`` where they are not what the header says."""
    header, rows = _opened(path)
    return header, _checked(path, header, rows)


def pieces(path: Path) -> Iterator[Line | Loss]:
    """Yield what can be read of a backup, line by line, however damaged it is; raise ``LedgerDamagedError`` where nothing can."""
    header: Header | None = None
    last, broken = 0, ""
    texts = _texts(path)
    while True:
        try:
            text = next(texts, None)
        except LedgerDamagedError as fault:
            text, broken = None, str(fault)
        if text is None:
            break
        if header is None and last == 0:
            try:
                header = _HEADER.decode(text)
                continue
            except msgspec.MsgspecError:
                pass  # the first line may be what is damaged
        line = _decoded(text)
        if line is None:
            named = _SEQ.match(text)
            last = int(named[1]) if named else last + 1
            yield Loss(last, last, "", "cannot be read")
        else:
            last = max(last, line.seq)
            yield line
    if header is None and last == 0:
        raise LedgerDamagedError(f"nothing can be read of {path}; take another backup")
    if header is not None and header.bookings > last:
        yield Loss(last + 1, header.bookings, "", "cut off")
    elif header is None and broken:
        yield Loss(last + 1, last + 1, "", "cannot be read, nor whatever follows")


def is_backup(path: Path) -> bool:
    """Say whether a file is compressed as a backup is: a ledger is not."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(2) == _MAGIC


def _opened(path: Path) -> tuple[Header, Iterator[bytes]]:
    if not path.is_file():
        raise LedgerMissingError(f"there is no backup {path}")
    texts = _texts(path)
    try:
        header = _HEADER.decode(next(texts, b""))
    except msgspec.MsgspecError as fault:
        raise LedgerError(
            f"{path} is no backup of a ledger, or its first line is damaged; `missionwatch salvage` saves the rest"
        ) from fault
    if header.version > VERSION:
        raise LedgerError(f"{path} was written by a newer missionwatch (backup {header.version}); install that version")
    return header, texts


def _checked(path: Path, header: Header, texts: Iterator[bytes]) -> Iterator[Line]:
    def lines() -> Iterator[Line]:
        for number, text in enumerate(texts, 1):
            line = _decoded(text)
            if line is None:
                raise LedgerDamagedError(
                    f"{path}: booking {number} cannot be read; `missionwatch salvage` saves what is whole"
                )
            yield line

    size, head = 0, rules.GENESIS
    for line in rules.continued(lines()):
        size, head = line.seq, line.digest
        yield line
    if (size, head) != (header.bookings, header.head):
        raise LedgerDamagedError(
            f"{path} has {size} of {header.bookings} bookings, or another head than it says; it was cut off or changed. "
            "`missionwatch salvage` saves what is whole"
        )


def _texts(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        packed: IO[bytes] = gzip.GzipFile(fileobj=file, mode="rb")  # type: ignore[assignment]
        while True:
            try:
                text = packed.readline(_LONGEST)
            except (EOFError, gzip.BadGzipFile, zlib.error) as fault:
                raise LedgerDamagedError(
                    f"{path} is damaged ({fault}); `missionwatch salvage` saves what is whole"
                ) from fault
            if not text:
                return
            yield text


def _encoded(line: Line) -> bytes:
    row = _Row(*line[:7], msgspec.Raw(line.payload), line.previous, line.digest)
    return msgspec.json.encode(row) + b"\n"


def _decoded(text: bytes) -> Line | None:
    try:
        row = _ROWS.decode(text)
        known_at = row.known_at.astimezone(UTC)
    except (msgspec.MsgspecError, ValueError, OverflowError):
        return None
    return rules.Line(
        row.seq, row.kind, row.subject, row.report, row.reader, row.valid_from, known_at, bytes(row.payload), row.previous, row.digest
    )  # fmt: skip
