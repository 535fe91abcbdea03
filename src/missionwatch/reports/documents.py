"""Documents to blocks: what a file holds, by its content and not by its name. Each format has its module in ``formats``."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from missionwatch.errors import ReportError
from missionwatch.records import PartKind  # noqa: TC001 - a block is checked when it comes out of another process
from missionwatch.reports.cleaning import clean

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE = 20_000_000
"""Bytes; a report is a text, not an archive."""
LARGEST_HERE = 1_000_000
"""Bytes of plain text that are read without a process of its own."""
LARGEST_TEXT = 2_000_000
"""Characters of clean text."""
LARGEST_UNPACKED = 200_000_000
"""Bytes that the entries of a packed document may have together, as its archive says and as they turn out to be."""
MOST_BLOCKS = 50_000
"""Paragraphs; a text has fewer, a page made to choke a program more."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, and its kind where the format says so."""

    text: str
    kind: PartKind | None = None


@dataclass(slots=True)
class Document:
    """What a file holds: its blocks in order, and what it says of itself.

    ``said`` may have title, published, updated, dated (how sure the date is), author, publisher, source, url, language,
    hint (a language it declares, which may be wrong), country and corrects. ``attachments`` are named in the text.
    """

    blocks: list[Block]
    said: dict[str, str] = field(default_factory=dict)
    attachments: list[str] = field(default_factory=list)


def load(path: Path) -> Document:
    """Read a file into blocks; raise ``ReportError`` that says what is wrong and what to do."""
    return parse(read_file(path), path)


def read_file(path: Path) -> bytes:
    """Return a file's bytes; raise ``ReportError`` where it cannot be read or is larger than a report."""
    try:
        if path.is_dir():
            raise ReportError(f"{path} is a folder; name a file, or use `missionwatch add` for a folder of reports")
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise _too_large(path, size)
        return path.read_bytes()
    except FileNotFoundError as fault:
        raise ReportError(f"there is no file {path}; check the name") from fault
    except OSError as fault:
        raise ReportError(f"cannot read {path}: {fault.strerror}") from fault


def parse(data: bytes, path: Path, *, charset: str | None = None, url: str | None = None) -> Document:
    """Return the blocks of a document's bytes; ``path`` is what messages call it. Raises ``ReportError`` as ``load``.

    ``charset`` and ``url`` are what its server declares; neither is trusted before the bytes themselves. A plain text is read
    here, all else by a process of its own (see ``apart``).
    """
    from missionwatch.reports import formats  # noqa: PLC0415 - each format needs the types above

    if len(data) > LARGEST_FILE:
        raise _too_large(path, len(data))
    if not data.strip():
        raise ReportError(f"{path} is empty")
    if len(data) <= LARGEST_HERE and formats.is_plain(data, path, charset=charset):
        return opened(data, path, charset=charset, url=url)
    from missionwatch.reports.apart import open_apart  # noqa: PLC0415 - it needs the types above too

    return open_apart(data, path, charset=charset, url=url)


def opened(data: bytes, path: Path, *, charset: str | None = None, url: str | None = None) -> Document:
    """Return the clean blocks of a document's bytes, read in this very process. Raises ``ReportError``.

    A hostile document may make the libraries that read it do anything but harm: call ``parse``.
    """
    from missionwatch.reports import formats  # noqa: PLC0415

    document = formats.read(data, path, charset=charset, url=url)
    document.blocks = [Block(text, block.kind) for block in document.blocks if (text := clean(block.text))]
    if not document.blocks:
        raise ReportError(f"{path} holds no text that could be a report")
    if len(document.blocks) > MOST_BLOCKS or sum(len(block.text) for block in document.blocks) > LARGEST_TEXT:
        raise ReportError(f"{path} has more than {LARGEST_TEXT:,} characters or {MOST_BLOCKS:,} paragraphs; split it")
    return document


def _too_large(path: Path, size: int) -> ReportError:
    return ReportError(f"{path} has {size / 1e6:.0f} MB; reports have at most {LARGEST_FILE / 1e6:.0f} MB. Split it")


def decode(data: bytes, path: Path, *, declared: str | None = None) -> str:
    """Return the bytes as text: by byte order mark, as UTF-8, as declared, or as Windows-1252 where that gives letters.

    What is valid UTF-8 is UTF-8, whatever it declares: other encodings hardly ever look like it. ISO-8859-1 and ASCII
    are read as Windows-1252, as browsers do.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as fault:
                raise ReportError(f"{path} says it is {encoding} and is not; save it as UTF-8") from fault
    if b"\x00" in data:
        raise ReportError(f"{path} is a binary file; give text, HTML, PDF, DOCX, ODT or EML")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for tried in dict.fromkeys((_known(declared) or "cp1252", "cp1252")):
        try:
            text = data.decode(tried)
        except UnicodeDecodeError:
            continue
        letters = sum(c.isalpha() or c.isspace() for c in text)
        if text and (letters >= 0.75 * len(text) or "<" in text[:2000]) and not _MOJIBAKE.search(text):
            return text
    raise ReportError(f"the encoding of {path} cannot be recognised; save it as UTF-8")


_MOJIBAKE = re.compile(r"\w[ÃÂ][\x80-\xbf€‚ƒ„…†‡]")


def _known(declared: str | None) -> str | None:
    """Return a declared encoding's name where Python has it and it is an encoding of text that stands alone."""
    try:
        name = codecs.lookup((declared or "").strip("\"' ")).name
    except (LookupError, ValueError):
        return None
    if name in ("iso8859-1", "ascii"):
        return "cp1252"
    single = name.startswith(("cp125", "iso8859", "koi8", "mac")) or name in (
        "gb18030",
        "gbk",
        "big5",
        "shift_jis",
        "euc_jp",
        "euc_kr",
    )
    return name if single else None
