"""DOCX and ODT: packed XML. An archive is measured before it is unpacked, and no entity is ever followed."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

from missionwatch.errors import ReportError
from missionwatch.reports import letters
from missionwatch.reports.documents import LARGEST_TEXT, LARGEST_UNPACKED, MOST_BLOCKS, Block, Document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from missionwatch.records import PartKind

_DOCX_STYLES: dict[str, PartKind] = {
    "title": "title", "heading": "heading", "caption": "caption", "quote": "quote", "intense": "quote", "list": "list",
}  # fmt: skip
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_UNREAD = (f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note", f"{_TEXT}sequence-decls")
_MOST_ENTRIES = 10_000  # files in the archive; a report with pictures has some dozens
_PIECE = 1 << 20  # bytes unpacked at a time
_MOST_SPACES = 100  # an ODT says "so many spaces" in a number


def read(data: bytes, path: Path) -> Document:
    """Return the blocks of a DOCX or an ODT; raise ``ReportError`` where it is neither."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            entries = {entry.filename for entry in packed.infolist()}
            unpacked = sum(entry.file_size for entry in packed.infolist())
            if unpacked > LARGEST_UNPACKED or len(entries) > _MOST_ENTRIES:
                raise ReportError(
                    f"{path} unpacks to {unpacked / 1e6:.0f} MB in {len(entries)} files; that is no report"
                )
            _unpack_once(packed)
    except (zipfile.BadZipFile, ValueError, RuntimeError, EOFError, OSError, zlib.error) as fault:
        raise ReportError(
            f"{path} is a DOCX or ODT that cannot be opened (its archive is broken); save it again"
        ) from fault
    if "word/document.xml" in entries:
        document = _docx(data, path)
    elif "content.xml" in entries:
        document = _odt(data, path)
    else:
        raise ReportError(f"{path} is a zip archive and no DOCX or ODT; unpack it and give the reports in it")
    return letters.opened(document)


def _unpack_once(packed: zipfile.ZipFile) -> None:
    """Unpack every entry a piece at a time, so that one that gives more than its head says is found before it fills the memory.

    Raises ``zipfile.BadZipFile`` where it does.
    """
    for entry in packed.infolist():
        with packed.open(entry) as inside:
            while inside.read(_PIECE):
                pass


def _docx(data: bytes, path: Path) -> Document:
    import docx  # noqa: PLC0415
    from docx.table import Table  # noqa: PLC0415

    try:
        document = docx.Document(io.BytesIO(data))
        blocks: list[Block] = []
        size = 0
        for item in document.iter_inner_content():
            if isinstance(item, Table):
                blocks.extend(Block(row, "table") for row in _bounded(_docx_rows(item), path))
            else:
                style = (item.style.name or "").lower() if item.style is not None else ""
                blocks.append(Block(item.text, _DOCX_STYLES.get(style.split(" ")[0])))
                size += len(blocks[-1].text)
            if len(blocks) > MOST_BLOCKS or size > LARGEST_TEXT:
                raise _too_long(path)  # noqa: TRY301 - before the rest of it is read
        title, author = document.core_properties.title, document.core_properties.author
    except ReportError:
        raise
    except Exception as fault:  # python-docx and lxml raise a dozen unrelated types on a damaged file
        raise ReportError(f"{path} is a DOCX that cannot be opened ({type(fault).__name__}); save it again") from fault
    said = {"title": title} if title else {}
    if author and author != "python-docx":
        said["author"] = author
    return Document(blocks, said)


def _docx_rows(table: Any) -> Iterator[str]:
    """Yield a table's rows: each cell once, however many columns it spans; one merged with the cell above says what that one says.

    The library's own list of a row's cells repeats a cell for every column that it says it spans.
    """
    above: dict[int, str] = {}
    for row in table._tbl.tr_lst:  # noqa: SLF001
        at, texts = int(row.grid_before), dict[int, str]()
        for cell in row.tc_lst:
            own = "\n".join(paragraph.text for paragraph in cell.p_lst).strip() if cell.vMerge != "continue" else None
            texts[at] = above.get(at, "") if own is None else own
            at += int(cell.grid_span)
        above = texts
        yield " · ".join(dict.fromkeys(texts.values()))


def _bounded(texts: Iterator[str], path: Path) -> Iterator[str]:
    """Yield texts as long as they are no more than a report may have: what is merged or nested is small in a file and large when told."""
    size = 0
    for count, text in enumerate(texts):
        size += len(text)
        if count > MOST_BLOCKS or size > LARGEST_TEXT:
            raise _too_long(path)
        yield text


def _too_long(path: Path) -> ReportError:
    return ReportError(f"{path} has more than {LARGEST_TEXT:,} characters or {MOST_BLOCKS:,} paragraphs; split it")


def _odt(data: bytes, path: Path) -> Document:
    from lxml import etree  # noqa: PLC0415

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            content = etree.fromstring(packed.read("content.xml"), parser)
            meta = etree.fromstring(packed.read("meta.xml"), parser) if "meta.xml" in packed.namelist() else None
    except (etree.LxmlError, zipfile.BadZipFile, KeyError, ValueError, RuntimeError, OSError) as fault:
        raise ReportError(f"{path} is an ODT that cannot be opened ({type(fault).__name__}); save it again") from fault
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise ReportError(f"{path} is an OpenDocument file without text in it (a sheet or slides?); save it as ODT")
    styles = {
        str(style.get(f"{_STYLE}name")): str(style.get(f"{_STYLE}parent-style-name") or "")
        for style in content.iter(f"{_STYLE}style")
    }
    said = {}
    for key, name in (("title", "title"), ("author", "creator"), ("hint", "language")):
        found = meta.find(f".//{_DC}{name}") if meta is not None else None
        if found is not None and found.text and found.text.strip():
            said[key] = found.text.strip() if key != "hint" else found.text.strip()[:2].lower()
    return Document(list(_odt_blocks(body, styles)), said)


def _odt_blocks(element: Any, styles: dict[str, str], kind: PartKind | None = None) -> Iterator[Block]:
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or tag in _UNREAD:
            continue
        if tag == f"{_TEXT}h":
            yield Block(_odt_text(child), "heading")
        elif tag == f"{_TEXT}p":
            name = str(child.get(f"{_TEXT}style-name") or "")
            style = f"{name} {styles.get(name, '')}".lower()
            yield Block(_odt_text(child), kind or _odt_kind(style))
            for frame in _outermost(child, f"{_DRAW}text-box"):
                yield from _odt_blocks(frame, styles, "caption")
        elif tag == f"{_TEXT}list":
            yield from _odt_blocks(child, styles, "list")
        elif tag == f"{_TABLE}table":
            for row in _outermost(child, f"{_TABLE}table-row"):
                cells = [
                    " ".join(_odt_text(p) for p in cell.iter(f"{_TEXT}p"))
                    for cell in _outermost(row, f"{_TABLE}table-cell")
                ]
                yield Block(" · ".join(cell for cell in cells if cell), "table")
        else:
            yield from _odt_blocks(child, styles, kind)


def _outermost(element: Any, tag: str) -> Iterator[Any]:
    """Yield the elements of a kind under an element, and none that lies within another of them: that one tells of it."""
    for child in element:
        if child.tag == tag:
            yield child
        else:
            yield from _outermost(child, tag)


def _odt_kind(style: str) -> PartKind | None:
    words: tuple[tuple[str, PartKind], ...] = (
        ("subtitle", "lead"), ("title", "title"), ("illustration", "caption"), ("caption", "caption"), ("figure", "caption"),
        ("quotations", "quote"),
    )  # fmt: skip
    return next((kind for word, kind in words if word in style), None)


def _odt_text(element: Any) -> str:
    out = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            if child.tag == f"{_TEXT}s":
                count = str(child.get(f"{_TEXT}c") or "1")
                out.append(" " * min(int(count) if count.isdigit() else 1, _MOST_SPACES))
            elif child.tag == f"{_TEXT}tab":
                out.append("\t")
            elif child.tag == f"{_TEXT}line-break":
                out.append("\n")
            elif child.tag not in _UNREAD and not child.tag.startswith(_DRAW):
                out.append(_odt_text(child))
        out.append(child.tail or "")
    return "".join(out)
