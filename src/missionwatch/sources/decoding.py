"""Bytes from outside, within bounds: transfer encodings, archives and XML that would swell are refused."""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from missionwatch.errors import AnswerRefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_PIECE = 1 << 18  # bytes; what one step of unpacking may give
_FREE = 1 << 20  # bytes; below this much nobody asks how tightly it was packed


@dataclass(frozen=True)
class Limits:
    """What one answer may cost. ``largest`` in bytes after unpacking, ``seconds`` for all of it, ``ratio`` unpacked to packed.

    ``redirects`` are followed at most; ``attempts`` are made at most; ``longest_wait`` in seconds is how long we wait where
    we are asked to; ``pause`` the first pause between attempts in seconds.
    """

    largest: int = 20_000_000
    seconds: float = 60.0
    ratio: float = 200.0
    redirects: int = 5
    attempts: int = 4
    longest_wait: float = 60.0
    pause: float = 1.0


def unpacked(raw: Iterable[bytes], encoding: str, url: str, *, largest: int, ratio: float) -> Iterator[bytes]:
    """Yield the pieces of a body without its transfer encoding; never more than ``largest`` bytes in all.

    Raises ``AnswerRefusedError`` for too much, packed too tightly, an encoding we did not ask for, or a broken end.
    """
    packed = total = 0
    opened = _opener(encoding, url)
    for chunk in raw:
        packed += len(chunk)
        for piece in opened.feed(chunk) if opened else (chunk,):
            total += len(piece)
            if total > largest:
                raise AnswerRefusedError(f"{url} gives more than {_size(largest)}; that is no document")
            if opened and total > _FREE and total > ratio * packed:
                raise AnswerRefusedError(
                    f"{url} unpacks to more than {ratio:.0f} times its size: a bomb, not a document"
                )
            yield piece
    if opened and packed and not opened.ended:
        raise AnswerRefusedError(f"{url} ends before its packed body does; it came incomplete")


class _Inflater:
    def __init__(self, bits: int, url: str) -> None:
        self._zlib = zlib.decompressobj(bits)
        self._bits, self._url, self._begun = bits, url, False

    @property
    def ended(self) -> bool:
        return self._zlib.eof

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data and not self._zlib.eof:
            try:
                piece = self._zlib.decompress(data, _PIECE)
            except zlib.error as fault:
                if (
                    self._bits == zlib.MAX_WBITS and not self._begun
                ):  # "deflate" without its head, as some servers send it
                    self._zlib, self._bits = zlib.decompressobj(-zlib.MAX_WBITS), -zlib.MAX_WBITS
                    continue
                raise AnswerRefusedError(f"the packed body of {self._url} is broken ({fault})") from fault
            self._begun = True
            data = self._zlib.unconsumed_tail
            if piece:
                yield piece
            elif not data:
                return


def _opener(encoding: str, url: str) -> _Inflater | None:
    named = encoding.strip().lower()
    if named in ("", "identity"):
        return None
    if named in ("gzip", "x-gzip"):
        return _Inflater(zlib.MAX_WBITS | 16, url)
    if named == "deflate":
        return _Inflater(zlib.MAX_WBITS, url)
    raise AnswerRefusedError(f"{url} is packed as {named[:40]!r}, which was not asked for")


def check_zip(path: Path, url: str, *, largest: int, ratio: float = 200.0) -> None:
    """Raise ``AnswerRefusedError`` unless the zip file holds one plain file of at most ``largest`` bytes, told truly."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if len(members) != 1:
                raise AnswerRefusedError(f"{url} holds {len(members)} files; event data comes as one")
            (member,) = members
            if not re.fullmatch(r"[\w][\w.-]{0,120}", member.filename) or member.is_dir():
                raise AnswerRefusedError(f"{url} holds a file with the name {member.filename[:60]!r}; that is none")
            if member.flag_bits & 0x1:
                raise AnswerRefusedError(f"{url} is locked with a password")
            total, packed = 0, max(1, path.stat().st_size)
            with archive.open(member) as inside:  # the size in the head may lie: count what comes out
                while piece := inside.read(_PIECE):
                    total += len(piece)
                    if total > largest or (total > _FREE and total > ratio * packed):
                        raise AnswerRefusedError(f"{url} unpacks to more than it may: a bomb, not a document")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as fault:
        raise AnswerRefusedError(f"{url} is no whole zip file ({fault})") from fault


_PROLOGUE = re.compile(rb"<!ENTITY", re.IGNORECASE)


def check_xml(data: bytes, url: str) -> None:
    """Raise ``AnswerRefusedError`` for XML that declares entities: feeds have no use for them, bombs have."""
    if _PROLOGUE.search(data) or (b"\x00" in data[:200] and _PROLOGUE.search(data.replace(b"\x00", b""))):
        raise AnswerRefusedError(f"{url} declares XML entities; they can swell without end, and no source needs them")


def _size(size: int) -> str:
    return f"{size / 1e6:.0f} MB" if size >= 1e6 else f"{size / 1e3:.0f} kB"
