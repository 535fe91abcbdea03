"""Documents to blocks: what a file holds, by its content and not by its name. Knows formats, not meanings."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from missionwatch.errors import ReportError
from missionwatch.reports.cleaning import clean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from missionwatch.records import PartKind

LARGEST_FILE = 20_000_000
"""Bytes; a report is a text, not an archive."""
LARGEST_TEXT = 2_000_000
"""Characters of clean text."""
_LARGEST_UNPACKED = 200_000_000
_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, and its kind where the format says so."""

    text: str
    kind: PartKind | None = None


@dataclass(slots=True)
class Document:
    """What a file holds: its blocks in order, and what it says of itself (title, published, url, publisher …)."""

    blocks: list[Block]
    said: dict[str, str] = field(default_factory=dict)


def load(path: Path) -> Document:
    """Read a file into blocks; raise ``ReportError`` that says what is wrong and what to do."""
    try:
        if path.is_dir():
            raise ReportError(f"{path} is a folder; name a file, or use `missionwatch add` for a folder of reports")
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise ReportError(
                f"{path} has {size / 1e6:.0f} MB; reports have at most {LARGEST_FILE / 1e6:.0f} MB. Split it"
            )
        data = path.read_bytes()
    except FileNotFoundError as fault:
        raise ReportError(f"there is no file {path}; check the name") from fault
    except OSError as fault:
        raise ReportError(f"cannot read {path}: {fault.strerror}") from fault
    return parse(data, path)


def parse(data: bytes, path: Path) -> Document:
    """Return the blocks of a document's bytes; ``path`` is what messages call it. Raises ``ReportError`` as ``load``."""
    if not data.strip():
        raise ReportError(f"{path} is empty")
    if data.startswith(b"%PDF-"):
        document = _pdf(data, path)
    elif data.startswith(b"PK\x03\x04"):
        document = _docx(data, path)
    else:
        text = decode(data, path)
        document = _html(text, path) if _looks_like_html(text) else _text(text, path)
    document.blocks = [Block(text, block.kind) for block in document.blocks if (text := clean(block.text))]
    if not document.blocks:
        raise ReportError(f"{path} holds no text that could be a report")
    if sum(len(block.text) for block in document.blocks) > LARGEST_TEXT:
        raise ReportError(f"{path} has more than {LARGEST_TEXT:,} characters; split it")
    return document


def decode(data: bytes, path: Path) -> str:
    """Return the bytes as text: by byte order mark, as UTF-8, or as Windows-1252 where that gives letters."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as fault:
                raise ReportError(f"{path} says it is {encoding} and is not; save it as UTF-8") from fault
    if b"\x00" in data:
        raise ReportError(f"{path} is a binary file; give text, HTML, PDF or DOCX")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as fault:
        raise ReportError(f"the encoding of {path} cannot be recognised; save it as UTF-8") from fault
    letters = sum(c.isalpha() or c.isspace() for c in text)
    if letters < 0.75 * len(text) or re.search(r"\w[ÃÂ][\x80-\xbf€‚ƒ„…†‡]", text):
        raise ReportError(f"the encoding of {path} cannot be recognised; save it as UTF-8")
    return text


def _text(text: str, path: Path) -> Document:
    text = clean(text)
    said: dict[str, str] = {}
    front = _FRONT.match(text + "\n")
    if front:
        said = _front_matter(front.group(1), path)
        text = clean(text[front.end() :])
    blocks = []
    for paragraph in text.split("\n\n"):
        mark = re.match(r"#{1,6} +", paragraph)
        if mark and "\n" not in paragraph:
            blocks.append(Block(paragraph[mark.end() :], "heading"))
        elif paragraph.startswith(">"):
            blocks.append(Block(re.sub(r"^> ?", "", paragraph, flags=re.MULTILINE), "quote"))
        else:
            blocks.append(Block(paragraph))
    return Document(blocks, said)


_KEYS = ("title", "published", "source", "publisher", "language", "url", "country", "corrects")


def _front_matter(text: str, path: Path) -> dict[str, str]:
    said: dict[str, str] = {}
    for number, line in enumerate(text.split("\n"), 2):
        if not line.strip():
            continue
        key, colon, value = line.partition(":")
        key = key.strip().lower()
        if not colon or key not in _KEYS:
            raise ReportError(
                f"{path}, line {number}: {line.strip()!r} is no known key; the head may have {', '.join(_KEYS)}"
            )
        said[key] = value.strip().strip("\"'")
    return said


def _looks_like_html(text: str) -> bool:
    head = text[:2000].lstrip().lower()
    return head.startswith(("<!doctype html", "<html", "<?xml")) or bool(
        re.search(r"<(html|head|body|article|p|div)[\s>]", head)
    )


def _html(text: str, path: Path) -> Document:
    import trafilatura  # noqa: PLC0415 - a large library; plain text does not need it
    from lxml import etree, html  # noqa: PLC0415
    from trafilatura.settings import use_config  # noqa: PLC0415

    tree = html.fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8", no_network=True))
    captions = [Block(" ".join(" ".join(caption.itertext()).split()), "caption") for caption in tree.iter("figcaption")]
    etree.strip_elements(tree, "figcaption", with_tail=False)  # a caption must never run into the text beside it
    settings = use_config()
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", "60")  # a flash of two sentences is a report too
    found: Any = trafilatura.bare_extraction(
        tree, with_metadata=True, include_tables=True, include_comments=False, config=settings
    )
    if found is None or found.body is None:
        raise ReportError(f"{path} is a web page without an article in it; save the article itself")
    stated = (("title", found.title), ("published", found.date), ("url", found.url), ("publisher", found.sitename))
    return Document([*_tei(found.body), *captions], {key: value for key, value in stated if value})


def _tei(body: Any) -> Iterator[Block]:
    """Yield the blocks of trafilatura's tree; a list's items and a table's rows are blocks of their own."""
    for element in body:
        match element.tag:
            case "head":
                yield Block(" ".join(element.itertext()), "heading")
            case "list":
                for item in element:
                    yield Block(" ".join(item.itertext()), "list")
            case "quote":
                yield Block(" ".join(element.itertext()), "quote")
            case "table":
                for row in element:
                    yield Block(" · ".join(" ".join(cell.itertext()).strip() for cell in row), "table")
            case _:
                yield Block(" ".join(" ".join(element.itertext()).split()))


def _pdf(data: bytes, path: Path) -> Document:
    import pypdfium2  # noqa: PLC0415

    try:
        pdf = pypdfium2.PdfDocument(data)
        pages = []
        for number in range(len(pdf)):
            page = pdf[number]
            layer = page.get_textpage()
            pages.append(clean(layer.get_text_bounded()).split("\n"))
            layer.close()
            page.close()
        title = pdf.get_metadata_dict().get("Title", "")
        pdf.close()
    except pypdfium2.PdfiumError as fault:
        raise ReportError(
            f"{path} is a PDF that cannot be opened ({fault}); it may be damaged or have a password"
        ) from fault
    if not any(line.strip() for page in pages for line in page):
        raise ReportError(f"{path} is a PDF without text, probably a scan; run OCR on it first")
    repeated = _repeated(pages)
    lines = [line for page in pages for line in [*(x for x in page if x.strip() not in repeated), ""]]
    return Document([Block(p) for p in _paragraphs(lines)], {"title": title} if title else {})


def _repeated(pages: list[list[str]]) -> set[str]:
    """Return the lines at the edge of at least three pages, and page numbers: heads and feet, not text."""
    counts: dict[str, int] = {}
    for page in pages:
        filled = [line.strip() for line in page if line.strip()]
        for line in {*filled[:2], *filled[-2:]}:
            counts[line] = counts.get(line, 0) + 1
    edges = {line for line, count in counts.items() if count >= 3}
    return edges | {
        line
        for line in counts
        if re.fullmatch(r"(?:pagina|page|p\.)? ?\d{1,4}(?: (?:van|of|sur|/) \d+)?", line, re.IGNORECASE)
    }


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Join the lines of a page into paragraphs; a hyphen at a line's end before a small letter goes."""
    longest = max((len(line) for line in lines), default=0)
    current = ""
    for line in lines:
        text = line.strip()
        if not text:
            if current and not current.endswith((".", "!", "?", ":", "”", '"')) and len(current) > 0.6 * longest:
                continue  # a page break inside a sentence
            yield current
            current = ""
            continue
        split_word = current.endswith("-") and text[0].islower()
        current = current[:-1] + text if split_word else f"{current} {text}".strip()
        if current.endswith((".", "!", "?", "”", '"')) and len(text) < 0.7 * longest:
            yield current
            current = ""
    yield current


def _docx(data: bytes, path: Path) -> Document:
    import docx  # noqa: PLC0415
    from docx.table import Table  # noqa: PLC0415

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked, names = sum(entry.file_size for entry in packed.infolist()), packed.namelist()
    except zipfile.BadZipFile as fault:
        raise ReportError(f"{path} is a DOCX that cannot be opened (its archive is broken); save it again") from fault
    if unpacked > _LARGEST_UNPACKED:
        raise ReportError(f"{path} unpacks to {unpacked / 1e6:.0f} MB; that is no report")
    if "word/document.xml" not in names:
        raise ReportError(f"{path} is a zip archive and no DOCX; unpack it and give the reports in it")
    try:
        document = docx.Document(io.BytesIO(data))
        blocks: list[Block] = []
        for item in document.iter_inner_content():
            if isinstance(item, Table):
                blocks.extend(
                    Block(" · ".join(dict.fromkeys(c.text.strip() for c in row.cells)), "table") for row in item.rows
                )
            else:
                style = (item.style.name or "").lower() if item.style is not None else ""
                blocks.append(Block(item.text, _DOCX_STYLES.get(style.split(" ")[0])))
        title = document.core_properties.title
    except Exception as fault:  # python-docx and lxml raise a dozen unrelated types on a damaged file
        raise ReportError(f"{path} is a DOCX that cannot be opened ({type(fault).__name__}); save it again") from fault
    return Document(blocks, {"title": title} if title else {})


_DOCX_STYLES: dict[str, PartKind] = {
    "title": "title", "heading": "heading", "caption": "caption", "quote": "quote", "intense": "quote", "list": "list",
}  # fmt: skip
