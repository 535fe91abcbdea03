"""PDF: the text layer in reading order, column by column; heads, feet and page numbers dropped, words mended."""

from __future__ import annotations

import re
import zlib
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from missionwatch.errors import ReportError
from missionwatch.reports import letters
from missionwatch.reports.cleaning import clean
from missionwatch.reports.documents import LARGEST_TEXT, LARGEST_UNPACKED, Block, Document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST_PAGES = 2_000
_MOST_RUNS = 20_000  # pieces of text on one page
_PIECE = 1 << 16  # bytes of a packed stream read at a time
_MOST_WORK = 4  # times the file's own size may be read where its streams overlap
_STREAM = re.compile(rb"stream\r?\n")
_GUTTER = 8.0  # points of white between two columns
_CELL = 18  # characters; columns of shorter lines are a table's, to be read row by row
_PAGE_END = "\f"
_ITEM = re.compile(r"[•▪■●◦‣–]\s+\S|\d{1,2}[.)]\s+[A-Z]")
_PAGE_NUMBER = re.compile(
    r"[-–—]?\s*(?:(?:pagina|page|p\.|blz\.?) ?)?\d{1,4}(?: ?(?:van|of|sur|/) ?\d+)?\s*[-–—]?", re.IGNORECASE
)


class Run(NamedTuple):
    """A piece of a line and its box on the page, in points from the lower left."""

    left: float
    bottom: float
    right: float
    top: float
    text: str


def read(data: bytes, path: Path) -> Document:
    """Return the paragraphs of a PDF; raise ``ReportError`` where it has no text or would unpack to too much."""
    import pypdfium2  # noqa: PLC0415

    if _unpacked(data) > LARGEST_UNPACKED:
        raise ReportError(
            f"{path} is a PDF that unpacks to more than {LARGEST_UNPACKED // 1_000_000} MB; that is no report"
        )
    try:
        pdf = pypdfium2.PdfDocument(data[data.find(b"%PDF-") :])
        if len(pdf) > _MOST_PAGES:
            raise ReportError(f"{path} has {len(pdf)} pages; split it (at most {_MOST_PAGES})")
        pages, size = [], 0
        for number in range(len(pdf)):
            page = pdf[number]
            layer = page.get_textpage()
            lines = _page(layer)
            size += sum(len(line) for line in lines)
            layer.close()
            page.close()
            pages.append(lines)
            if size > LARGEST_TEXT:
                raise ReportError(f"{path} has more than {LARGEST_TEXT:,} characters; split it")
        stated = pdf.get_metadata_dict()
        pdf.close()
    except pypdfium2.PdfiumError as fault:
        raise ReportError(
            f"{path} is a PDF that cannot be opened ({fault}); it may be damaged or have a password"
        ) from fault
    if not any(line.strip() for page in pages for line in page):
        raise ReportError(f"{path} is a PDF without text, probably a scan; run OCR on it first")
    repeated = _repeated(pages)
    lines = [line for page in pages for line in [*(x for x in page if x.strip() not in repeated), _PAGE_END]]
    said = {
        key: stated[name] for key, name in (("title", "Title"), ("author", "Author")) if stated.get(name, "").strip()
    }
    if re.search(
        r"\.(?:docx?|odt|indd|pdf)$|^(?:microsoft word|untitled|document\d*$)", said.get("title", ""), re.IGNORECASE
    ):
        del said["title"]  # the name of a file is no title
    groups = [Block(text) for text in re.split(r"\n{2,}", "\n".join(line.strip() for line in lines)) if text.strip()]
    document = letters.opened(Document(groups, said))
    if len(document.blocks) < len(groups) or document.said != said:  # a letter: its head is gone
        lines = [line for block in document.blocks for line in (*block.text.split("\n"), "")]
    document.blocks = [Block(p) for p in _paragraphs(lines)]
    return document


def _unpacked(data: bytes) -> int:
    """Return how many bytes the packed streams of a PDF give, as far as one more than are allowed.

    Streams that begin within one another are each read to their end; those of a file that is made of them count as too much.
    """
    total = work = 0
    for found in _STREAM.finditer(data):
        if (
            b"FlateDecode" not in data[max(0, found.start() - 2000) : found.start()]
            and data[found.end() : found.end() + 1] != b"x"
        ):
            continue
        packed = memoryview(data)[found.end() :]
        for _ in range(3):  # a stream may be packed in a packed stream
            size, read, begin = _inflated(packed, LARGEST_UNPACKED - total)
            total, work = total + size, work + read
            if total > LARGEST_UNPACKED or work > _MOST_WORK * len(data) + LARGEST_UNPACKED:
                return LARGEST_UNPACKED + 1
            if not begin.startswith((b"x\x9c", b"x\xda", b"x\x01", b"x\x5e")):
                break
            packed = memoryview(begin)
    return total


def _inflated(packed: memoryview, most: int) -> tuple[int, int, bytes]:
    """Return the size of a packed stream's content, how much was read for it, and the content where it is small enough to be packed again."""
    unpacker, size, read, kept = zlib.decompressobj(), 0, 0, b""
    while read < len(packed) and not unpacker.eof and size <= most:
        rest: bytes | memoryview = packed[read : read + _PIECE]
        read += len(rest)
        while rest and not unpacker.eof and size <= most:
            try:
                piece = unpacker.decompress(rest, 1_000_000)
            except zlib.error:
                return size, read, kept
            size += len(piece)
            kept = kept + piece if len(kept) < 2_000_000 else kept
            rest = unpacker.unconsumed_tail
    return size, read, kept


def _page(layer: Any) -> list[str]:
    """Return the lines of a page in reading order; an empty line stands for a gap."""
    count = layer.count_rects()
    if not 0 < count <= _MOST_RUNS:
        return _said(layer.get_text_bounded()).split("\n")
    runs = []
    for n in range(count):
        left, bottom, right, top = layer.get_rect(n)
        text = _said(layer.get_text_bounded(left, bottom, right, top)).replace("\n", " ")
        if text:
            runs.append(Run(left, bottom, right, top, text))
    ordered = list(_ordered(_rows(runs)))
    plain = _said(layer.get_text_bounded())
    if sum(len(line.text) for line in ordered) < 0.9 * len(re.sub(r"\s+", " ", plain)):
        return plain.split("\n")  # boxes that overlap or stand askew lose text: better the file's own order
    return list(_spaced(ordered))


def _said(text: str) -> str:
    """Return text as it stands in print: the library marks a hyphen at a line's end by a character of its own."""
    return clean(re.sub("[\x02\ufffe]", "-", text))


def _rows(runs: list[Run]) -> list[Run]:
    """Join runs that stand beside one another on a line, with no more than a few spaces between."""
    rows: list[Run] = []
    for run in sorted(runs, key=lambda r: (-round((r.bottom + r.top) / 2), r.left)):
        height = max(run.top - run.bottom, 4.0)
        for n in range(len(rows) - 1, max(-1, len(rows) - 12), -1):
            last = rows[n]
            level = min(run.top, last.top) - max(run.bottom, last.bottom)
            if level > 0.4 * min(height, last.top - last.bottom) and -2 <= run.left - last.right < 1.2 * height:
                gap = " " if run.left - last.right > 0.12 * height and not last.text.endswith(" ") else ""
                rows[n] = Run(
                    last.left,
                    min(last.bottom, run.bottom),
                    run.right,
                    max(last.top, run.top),
                    f"{last.text}{gap}{run.text}",
                )
                break
        else:
            rows.append(run)
    return rows


def _ordered(rows: list[Run]) -> Iterator[Run]:
    """Yield lines in reading order: between lines across the page, the left column before the right one."""
    rows = sorted(rows, key=lambda r: (-round((r.bottom + r.top) / 2), r.left))
    gutter = _gutter(rows)
    if gutter is None:
        yield from rows
        return
    band: list[Run] = []
    for row in [*rows, None]:
        if row is None or row.left < gutter < row.right:
            left = [r for r in band if r.right <= gutter]
            right = [r for r in band if r.left >= gutter]
            yield from _ordered(left) if left and right else left
            yield from _ordered(right) if left and right else right
            band = []
            if row is not None:
                yield row
        else:
            band.append(row)


def _gutter(rows: list[Run]) -> float | None:
    """Return where two columns part, or None: few lines cross it, and both sides have lines of text."""
    if len(rows) < 8:
        return None
    low, high = min(r.left for r in rows), max(r.right for r in rows)
    best: tuple[int, float] | None = None
    for start in sorted({r.right for r in rows}):
        x = start + _GUTTER / 2
        if not low + 0.2 * (high - low) < x < high - 0.2 * (high - low):
            continue
        crossing = sum(r.left < start + _GUTTER - 0.5 and r.right > start + 0.5 for r in rows)
        if best is None or crossing < best[0]:
            best = (crossing, x)
    if best is None or best[0] > 0.35 * len(rows):
        return None
    sides = ([r for r in rows if r.right <= best[1]], [r for r in rows if r.left >= best[1]])
    if any(len(side) < 4 or sum(len(r.text) for r in side) / len(side) < _CELL for side in sides):
        return None
    return best[1]


def _spaced(rows: list[Run]) -> Iterator[str]:
    """Yield the lines, with an empty one where the step to the next is clearly larger than usual."""
    steps = sorted(a.bottom - b.bottom for a, b in pairwise(rows) if 0 < a.bottom - b.bottom < 60)
    usual = steps[len(steps) // 2] if steps else 14.0
    for n, row in enumerate(rows):
        step = rows[n - 1].bottom - row.bottom if n else usual
        if step < -1.5 * usual:
            yield _PAGE_END  # the next column: as on the next page, a sentence may go on
        elif step > 1.45 * usual:
            yield ""
        yield row.text


def _repeated(pages: list[list[str]]) -> set[str]:
    """Return the lines at the edge of at least three pages, and page numbers: heads and feet, not text."""
    counts: dict[str, int] = {}
    for page in pages:
        filled = [line.strip() for line in page if line.strip()]
        for line in {*filled[:2], *filled[-2:]}:
            counts[line] = counts.get(line, 0) + 1
    numbered: dict[str, set[str]] = {}
    for line in counts:
        numbered.setdefault(re.sub(r"\d+", "#", line), set()).add(line)
    heads = {
        line for same, lines in numbered.items() if "#" in same and len(lines) >= 3 and len(same) < 80 for line in lines
    }
    edges = {line for line, count in counts.items() if count >= 3}
    return edges | heads | {line for line in counts if _PAGE_NUMBER.fullmatch(line)}


def _goes_on(lines: list[str], gap: int) -> bool:
    """Say whether the text after a gap goes on with a small letter."""
    following = next((line.strip() for line in lines[gap + 1 : gap + 4] if line.strip()), "")
    return following[:1].islower()


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Join the lines of a page into paragraphs; a hyphen at a line's end before a small letter goes."""
    longest = max((len(line) for line in lines), default=0)
    current = ""
    for n, line in enumerate(lines):
        text = line.strip()
        if not text:
            open_end = current and not current.endswith((".", "!", "?", ":", "”", '"'))
            if open_end and len(current) > 0.6 * longest and (line == _PAGE_END or _goes_on(lines, n)):
                continue  # a break inside a sentence
            yield current
            current = ""
            continue
        if _ITEM.match(text) and current:
            yield current
            current = ""
        split_word = current.endswith("-") and text[0].islower()
        current = current[:-1] + text if split_word else f"{current} {text}".strip()
        if current.endswith((".", "!", "?", "”", '"')) and len(text) < 0.7 * longest:
            yield current
            current = ""
    yield current
