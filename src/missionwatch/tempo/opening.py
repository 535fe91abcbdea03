"""Opening event files safely: zip and gzip within limits, any charset, JSON of any size as rows.

What comes out is always a file that DuckDB can read as it streams: the file itself, or a plain copy in a working folder. Names inside
an archive are never used as paths.
"""

from __future__ import annotations

import codecs
import csv
import gzip
import hashlib
import json
import zipfile
import zlib
from dataclasses import dataclass
from itertools import count
from typing import IO, TYPE_CHECKING, Any

from missionwatch.errors import TempoStoreError
from missionwatch.tempo import formats

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from missionwatch.tempo.formats import Format

CHUNK = 1 << 20
HEAD = 1 << 16  # bytes in which a file must show what it is
MAX_RATIO = 100  # event files unpack to five to twenty times their size
MAX_PLAIN = 1 << 26  # … and a small one may do what it likes
MAX_UNPACKED = 1 << 36  # 64 GiB: no event file comes near
MAX_RECORD = 1 << 20  # characters of one JSON row
MAX_MEMBERS = 10_000
MAX_BROKEN = 10_000  # elements of a JSON list that are no rows
_NUMBERS = count()  # names for our copies
_READABLE = (".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson")


class RefusedFileError(Exception):
    """A file of events cannot be taken, with the reason. It is a value of the load, which goes on."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A plain file in a known format: how it is split and quoted, its columns, whether its first line names them."""

    path: Path
    format: Format
    columns: tuple[str, ...]
    delimiter: str
    quote: str
    header: bool
    broken: tuple[str, ...] = ()
    """Rows that could not be unpacked to a line (JSON), as they stand."""


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    try:
        with path.open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest()
    except OSError as fault:
        raise TempoStoreError(f"cannot read {path}: {fault.strerror}") from fault


def opened(path: Path, wanted: Format | None, work: Path) -> Iterator[Opened]:
    """Yield each event file that a path holds, plain; ``work`` is a folder of ours for copies.

    Raises ``RefusedFileError`` with the reason.
    """
    with path.open("rb") as handle:
        start = handle.read(4)
    if start.startswith(b"PK\x03\x04"):
        yield from _zipped(path, wanted, work)
    elif start.startswith(b"\x1f\x8b"):
        limit = max(MAX_PLAIN, path.stat().st_size * MAX_RATIO)
        target = work / f"{next(_NUMBERS)}.plain"
        try:
            with gzip.open(path) as packed:
                _copy(packed, target, limit)
        except (OSError, EOFError, zlib.error) as fault:
            raise RefusedFileError(f"it is no whole gzip file ({fault})") from fault
        yield _plain(target, wanted, work)
    elif not start:
        raise RefusedFileError("it is empty")
    else:
        yield _plain(path, wanted, work)


def _zipped(path: Path, wanted: Format | None, work: Path) -> Iterator[Opened]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [m for m in archive.infolist() if m.filename.lower().endswith(_READABLE) and not m.is_dir()]
            if not members or len(members) > MAX_MEMBERS:
                raise RefusedFileError(
                    f"the zip holds {len(members)} event files; it should hold at least one and at most {MAX_MEMBERS}"
                )
            left = min(MAX_UNPACKED, max(MAX_PLAIN, path.stat().st_size * MAX_RATIO))
            for member in members:
                target = work / f"{next(_NUMBERS)}.plain"
                with archive.open(member) as packed:
                    left -= _copy(packed, target, left)
                yield _plain(target, wanted, work)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error) as fault:
        raise RefusedFileError(f"it is no whole zip file ({fault})") from fault
    except RuntimeError as fault:  # what zipfile raises for a password
        raise RefusedFileError(f"the zip cannot be opened ({fault})") from fault


def _copy(packed: IO[bytes] | gzip.GzipFile, target: Path, limit: int) -> int:
    written = 0
    with target.open("wb") as out:
        while chunk := packed.read(CHUNK):
            written += len(chunk)
            if written > limit:
                out.close()
                target.unlink()
                raise RefusedFileError(f"it unpacks to more than {MAX_RATIO} times its size: no event file does")
            out.write(chunk)
    return written


def _plain(path: Path, wanted: Format | None, work: Path) -> Opened:
    path = _as_utf8(path, work)
    with path.open("rb") as handle:
        start = handle.read(HEAD).decode("utf-8", errors="replace").lstrip("\ufeff")
    text = start.lstrip()
    if not text:
        raise RefusedFileError("it is empty")
    if text[0] in "{[":
        return _from_json(path, wanted, work)
    lines = start.splitlines() or [""]
    first = lines[0]
    tabs = next((found for line in lines[:20] if (found := formats.of_tabs(line))), None)
    if tabs is None and wanted == "gdelt":
        tabs = "gdelt"
    if tabs is not None and wanted in (None, "gdelt", "gdelt-mentions"):
        columns = formats.GDELT_EVENTS if tabs == "gdelt" else formats.GDELT_MENTIONS
        return Opened(path, tabs, columns, "\t", "", header=False)
    delimiter, columns = formats.header(first)
    said = formats.of_columns(set(columns))
    if said is None:
        raise RefusedFileError(
            "its columns are those of no known event file: ACLED's have event_id_cnty, UCDP's type_of_violence, "
            "GDELT 2.0's are 61 or 16 split by tabs"
        )
    if wanted is not None and wanted != said:
        raise RefusedFileError(f"its columns are {said}'s, not {wanted}'s; leave --format out")
    return Opened(path, said, columns, delimiter, '"', header=True)


def _as_utf8(path: Path, work: Path) -> Path:
    """Return the file, or a copy in UTF-8 where it is in another charset.

    A file that is UTF-8 but for a few lines stays as it is: those lines alone are rejected when it is read.
    """
    with path.open("rb") as handle:
        mark = handle.read(4)
    charset = "utf-16" if mark[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else None
    if charset is None:
        good = bad = 0
        with path.open("rb") as handle:
            for line in iter(lambda: handle.readline(CHUNK), b""):
                if line.isascii():
                    continue
                try:
                    line.decode("utf-8")
                    good += 1
                except UnicodeDecodeError:
                    bad += 1
                if good + bad >= 200:  # lines that tell
                    break
        if bad <= good:
            return path
        charset = "cp1252"
    target = work / f"{next(_NUMBERS)}.utf8"
    with (
        path.open(encoding=charset, errors="replace", newline="") as source,
        target.open("w", encoding="utf-8", newline="") as out,
    ):
        while chunk := source.read(CHUNK):
            out.write(chunk)
    return target


def _from_json(path: Path, wanted: Format | None, work: Path) -> Opened:
    """Return a CSV of ours with the rows of a JSON file: a list, lines, or an API's answer."""
    target = work / f"{next(_NUMBERS)}.csv"
    broken: list[str] = []
    columns: dict[str, None] = {}
    said: Format | None = None
    rows = rows_of(path, broken)
    head: list[dict[str, str]] = []
    for row in rows:
        head.append(row)
        columns.update(dict.fromkeys(row))
        if len(head) >= 1000:  # rows that may leave out columns which others have
            break
    said = formats.of_columns(set(columns))
    if said is None:
        raise RefusedFileError(
            "it is JSON without rows of events: ACLED's stand in data, UCDP's in Result, or in a plain list"
        )
    if wanted is not None and wanted != said:
        raise RefusedFileError(f"its rows are {said}'s, not {wanted}'s; leave --format out")
    with target.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(columns), extrasaction="ignore", lineterminator="\n", quoting=csv.QUOTE_ALL)
        writer.writeheader()
        writer.writerows(head)
        writer.writerows(rows)
    return Opened(target, said, tuple(columns), ",", '"', header=True, broken=tuple(broken))


def rows_of(path: Path, broken: list[str]) -> Iterator[dict[str, str]]:
    """Yield the rows of a JSON file one by one, whatever its size; what is no row goes to ``broken`` (the first 1,000 characters)."""
    with path.open(encoding="utf-8-sig", errors="replace") as handle:
        for value in _Elements(handle, broken):
            if isinstance(value, dict):
                yield {
                    str(k).strip().lower(): v
                    if isinstance(v, str)
                    else ""
                    if v is None
                    else json.dumps(v, ensure_ascii=False)
                    for k, v in value.items()
                }
            else:
                broken.append(json.dumps(value, ensure_ascii=False)[:1000])
                if len(broken) > MAX_BROKEN:
                    raise RefusedFileError(f"more than {MAX_BROKEN} of its rows are none")


class _Elements:
    """The elements of the first list of objects in a JSON text, or its objects one after another."""

    def __init__(self, handle: IO[str], broken: list[str]) -> None:
        self._handle, self._broken = handle, broken
        self._text, self._at, self._keep = "", 0, False
        self._decode = json.JSONDecoder().raw_decode

    def __iter__(self) -> Iterator[Any]:
        first = self._next()
        if first == "{" and self._enter_list():
            first = "["
        if first == "[":
            self._at += 1
        while (sign := self._next()) and not (first == "[" and sign == "]"):
            if sign == ",":
                self._at += 1
                continue
            found, value = self._value()
            if not found:
                return
            yield value

    def _next(self) -> str:
        """Return the next character that is no space, without taking it; nothing at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at].isspace():
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def _more(self) -> bool:
        chunk = self._handle.read(CHUNK)
        kept = 0 if self._keep else self._at
        self._text, self._at = self._text[kept:] + chunk, self._at - kept
        return bool(chunk)

    def _value(self) -> tuple[bool, Any]:
        while True:
            try:
                value, end = self._decode(self._text, self._at)
            except (ValueError, RecursionError) as fault:
                if isinstance(fault, RecursionError) or len(self._text) - self._at > 2 * MAX_RECORD or not self._more():
                    self._broken.append(self._text[self._at : self._at + 1000])
                    return False, None
            else:
                if end < len(self._text) or isinstance(value, dict | list | str) or not self._more():
                    self._at = end
                    return True, value

    def _enter_list(self) -> bool:
        """Go into the list that an API's answer has its rows in; say whether there is one. Else nothing is taken."""
        at, self._keep = self._at, True
        self._at += 1
        entered = False
        while not entered and self._next() == '"':
            found, key = self._value()
            if not found or self._next() != ":":
                break
            self._at += 1
            entered = self._next() == "[" and str(key).lower() in ("data", "result", "results", "events")
            if not entered:
                found, _ = self._value()
                if not found or self._next() != ",":
                    break
                self._at += 1
        self._keep = False
        if not entered:
            self._broken.clear()
            self._at = at
        return entered
