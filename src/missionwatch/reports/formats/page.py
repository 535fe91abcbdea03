"""Web pages: the article alone, its parts in order, its captions apart; never a script, never the network."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from missionwatch.errors import ReportError
from missionwatch.reports.documents import Block, Document
from missionwatch.reports.formats import article, furniture, metadata

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})|<\?xml[^>]{0,100}encoding=[\"']([A-Za-z0-9_:.-]{2,40})",
    re.IGNORECASE,
)
_NO_SIGNS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&#0*(?:[0-8]|1[124-9]|2[0-9]|3[01]|6553[45])(?![0-9]);?"
    "|&#[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|[fF]{3}[eEfF])(?![0-9a-fA-F]);?"
)  # what a page may hold and a tree cannot: it takes them in, and breaks when text is moved
_DEEPEST = 200  # elements within one another; deeper pages are made to break programs
_MOST_TAGS = 200_000  # a long page has some thousands
_SHORT = 400  # characters; most articles are longer
_FEWEST = 60  # characters; a flash of two sentences is a report too


def looks_like_html(text: str) -> bool:
    """Say whether a text is a page."""
    head = text[:2000].lstrip().lower()
    return head.startswith(("<!doctype html", "<html", "<?xml")) or bool(
        re.search(r"<(html|head|body|article|p|div)[\s>]", head)
    )


def declared(data: bytes) -> str | None:
    """Return the encoding that a page declares in its first bytes."""
    found = _DECLARED.search(data[:4096])
    return (found[1] or found[2]).decode("ascii") if found else None


def read(text: str, path: Path, *, url: str | None = None) -> Document:
    """Return a page's article; raise ``ReportError`` where it has none."""
    from lxml import etree, html  # noqa: PLC0415 - a large library; plain text does not need it

    if text.count("<") > _MOST_TAGS:
        raise ReportError(f"{path} is a web page with more than {_MOST_TAGS:,} tags; that is no report")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = html.document_fromstring(_NO_SIGNS.sub(" ", text).encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as fault:
        raise ReportError(
            f"{path} is a web page that cannot be read ({type(fault).__name__}); save it again"
        ) from fault
    if _too_deep(tree):
        raise ReportError(
            f"{path} is a web page with more than {_DEEPEST} elements within one another; that is no report"
        )
    said = metadata.read(tree, url)
    furniture.strip(tree)
    found = article.find(tree, said)
    if "published" not in said and found.day:
        said |= {"published": found.day, "dated": "text"}
    if "updated" not in said and found.updated:
        said["updated"] = found.updated
    if "published" not in said and "url" in said and (guessed := metadata.day_in_address(said["url"])):
        said |= {"published": guessed, "dated": "address"}
    blocks = [Block(block.text, block.kind) for block in found.blocks]
    size = sum(len(block.text) for block in blocks)
    if size < _SHORT:  # perhaps our rules took the article for furniture: a second opinion
        other = [block for block in _second_opinion(text) if not furniture.leads_away(block.text, 0.0)]
        if sum(len(block.text) for block in other) > 1.5 * size:
            blocks, size = other, sum(len(block.text) for block in other)
    if size < _FEWEST:
        raise ReportError(f"{path} is a web page without an article in it; save the article itself")
    return Document(blocks, said)


def _second_opinion(text: str) -> list[Block]:
    import trafilatura  # noqa: PLC0415 - a large library; most pages do not need it
    from trafilatura.settings import use_config  # noqa: PLC0415

    settings = use_config()
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(_FEWEST))
    try:
        found: Any = trafilatura.bare_extraction(text, include_tables=True, include_comments=False, config=settings)
    except Exception:  # noqa: BLE001 - it trips over signs that XML cannot hold, and other things; then there is but our own opinion
        return []
    return list(_tei(found.body)) if found is not None and found.body is not None else []


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


def _too_deep(tree: Any) -> bool:
    level: list[Any] = [tree]
    for _ in range(_DEEPEST):
        level = [child for element in level for child in element]
        if not level:
            return False
    return True
