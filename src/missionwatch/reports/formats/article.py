"""The article within a page: which element holds it, and its paragraphs, headings, lists, tables and captions in order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from missionwatch.reports.cleaning import clean
from missionwatch.reports.dates import day_in, published_in, updated_in
from missionwatch.reports.formats.furniture import is_caption, leads_away, opens_furniture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.records import PartKind

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "amp-img",
    ]
)
_APART = ("span", "time", "button", "small", "cite")  # one beside the other they are set apart by style, not by a space
_HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LONGEST_CAPTION = 300  # characters of text beside a picture
_ROOMY_CELL = 300  # characters in one cell: the table lays out a page
_LONGEST_HEADING = 110
_SENTENCE = 60  # characters of a paragraph that surely is text
_LINE = 7  # below the ranks of headings: a bold line
_END = (".", "!", "?", "…", '"', "”", "»")


@dataclass(slots=True)
class Piece:
    """A block on a page: its text, its kind where the page says so, how much of it is links, whether all is bold."""

    text: str
    kind: PartKind | None
    linked: float = 0.0
    bold: bool = False
    rank: int = 9


@dataclass(slots=True)
class Found:
    """The article: its blocks, and the days that its text states above them."""

    blocks: list[Piece]
    day: str = ""
    updated: str = ""


def find(tree: Any, said: dict[str, str]) -> Found:
    """Return the article's blocks. ``said`` is what the page says of itself; its title opens the article."""
    whole = list(_walk(tree))
    title = _plain(said.get("title", ""))
    container = _container(tree, title)
    inside = list(_walk(container)) if container is not None else whole
    if sum(len(p.text) for p in inside) < 60:
        inside = whole
    above, blocks = _after_title(inside, title)
    if not above and inside is not whole:  # the title, and a date with it, may stand before the container
        above, _ = _after_title(whole, title)
        start = _place(whole, blocks[0]) if blocks else 0
        above = whole[max(0, start - 8) : start] or above
    top, blocks = _top(blocks, said.get("author", ""))
    lines = [p.text for p in (*above[-6:], *top, *above[:-6])]
    updated = next((day for text in lines if (day := updated_in(text))), "")
    day = next((day for text in lines if (day := _stated(text))), "")
    return Found(_without_furniture(blocks, said.get("author", "")), day, updated)


def _stated(text: str) -> str:
    return published_in(text) if len(text) < 120 else ""


def _place(pieces: list[Piece], one: Piece) -> int:
    return next((n for n, piece in enumerate(pieces) if piece.text == one.text), 0)


def _container(tree: Any, title: str) -> Any:
    """Return the element that holds the article: the one whose paragraphs have the most text that is no link."""
    for name in ("articleBody", "text"):
        marked = [e for e in tree.iter() if isinstance(e.tag, str) and e.get("itemprop") == name]
        if len(marked) == 1 and len("".join(marked[0].itertext())) > 200:
            return marked[0]
    scores: dict[Any, float] = {}
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        own = _own_text(element)
        if own < 40 or element.tag in (*_HEADS, "a", "figcaption"):
            continue
        parent = (
            element
            if element.tag not in ("p", "li", "blockquote", "span", "strong", "b", "em", "i", "font")
            else element.getparent()
        )
        share = 1.0
        for _ in range(4):
            if parent is None or parent.tag == "html":
                break
            scores[parent] = scores.get(parent, 0.0) + own * share
            share, parent = share * 0.8, parent.getparent()
    if not scores:
        return None
    best = max(scores, key=lambda element: scores[element])
    for above in best.iterancestors():  # as far as the title, if that is near and brings little that is not text
        if above.tag == "body" or scores.get(above, 0.0) < 0.45 * scores[best]:
            break
        if any(_plain("".join(h.itertext())) == title for h in above.iter("h1", "h2")) and title:
            return above
    return best


def _own_text(element: Any) -> int:
    """Return the characters that stand in the element itself or in inline elements other than links."""
    count = len((element.text or "").strip())
    for child in element:
        if (
            isinstance(child.tag, str)
            and child.tag not in _BLOCKS
            and child.tag != "a"
            and element.tag in ("p", "div", "td", "li")
        ):
            count += len("".join(child.itertext()).strip())
        count += len((child.tail or "").strip())
    return count


def _after_title(pieces: list[Piece], title: str) -> tuple[list[Piece], list[Piece]]:
    """Return what stands before the title (but captions and long paragraphs stay), and the rest without the title."""
    for n, piece in enumerate(pieces):
        if title and _plain(piece.text) == title and piece.kind != "caption":
            before = pieces[:n]
            if any(
                len(p.text) >= _SENTENCE and p.text.endswith(_END) and p.kind is None and p.linked < 0.3 for p in before
            ):
                return [], [*before, *pieces[n + 1 :]]
            kept = [p for p in before if p.kind == "caption"]
            return [p for p in before if p.kind != "caption"], [*kept, *pieces[n + 1 :]]
    return [], pieces


def _top(pieces: list[Piece], author: str) -> tuple[list[Piece], list[Piece]]:
    """Part the lines between title and text (kind, day, author, reading time) from the text; captions stay."""
    top: list[Piece] = []
    kept: list[Piece] = []
    for n, piece in enumerate(pieces):
        if piece.kind == "caption":
            kept.append(piece)
            continue
        sentence = (
            len(piece.text) >= _SENTENCE and piece.kind in (None, "quote") and not leads_away(piece.text, piece.linked)
        )
        if (
            (sentence and not (day_in(piece.text) and len(piece.text) < 90 and not piece.text.endswith(".")))
            or piece.kind == "heading"
            or n > 12
        ):
            return top, [*kept, *pieces[n:]]
        short = len(piece.text) < 120
        named = bool(author) and author in piece.text
        if short and (
            day_in(piece.text) or named or piece.kind == "list" or updated_in(piece.text) or _is_small(piece.text)
        ):
            top.append(piece)
        elif not short or piece.text.endswith(_END):
            return top, [*kept, *pieces[n:]]
        else:
            top.append(piece)
    return [], pieces


def _is_small(text: str) -> bool:
    return len(text) < 40 and not text.endswith(".")


def _without_furniture(pieces: list[Piece], author: str) -> list[Piece]:
    """Take out headings that open other stories with what follows them, lines that lead away, and the author's life."""
    out: list[Piece] = []
    skipping = 0
    for piece in pieces:
        text = piece.text
        if skipping:
            ends = piece.kind == "heading" and piece.rank <= skipping and not opens_furniture(text)
            own = (
                piece.kind in (None, "quote", "table")
                and piece.linked < 0.3
                and (skipping == _LINE or len(text) > 2 * _SENTENCE)
            )
            if not ends and not own and piece.kind != "caption":
                continue
            skipping = 0
        headed = piece.kind == "heading" or piece.bold
        if headed and opens_furniture(text) and len(text) < _SENTENCE and piece.linked < 0.6:
            skipping = min(_LINE, piece.rank)  # after a bold line only links go, after a heading all
            continue
        if piece.kind != "caption" and (
            leads_away(text, piece.linked) or (piece.linked > 0.6 and not text.endswith("."))
        ):
            continue
        out.append(piece)
    while (
        out
        and out[-1].kind in (None, "heading")
        and (out[-1].kind == "heading" or (author and out[-1].text.startswith(author) and len(out[-1].text) < 300))
    ):
        out.pop()
    return out


def _walk(root: Any) -> Iterator[Piece]:
    """Yield the pieces under an element, in reading order."""
    walker = _Walker()
    walker.go(root, 0)
    walker.flush()
    for piece in walker.pieces:
        piece.text = clean(piece.text)
        if piece.text:
            yield piece


class _Walker:
    """Collects running text until a block ends; ``<br><br>`` ends one too."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._text: list[str] = []
        self._linked = 0
        self._bold = 0

    def flush(self, kind: PartKind | None = None, rank: int = 9) -> None:
        """End the block."""
        joined = "".join(self._text)
        linked, bold = self._linked, self._bold
        self._text, self._linked, self._bold = [], 0, 0
        size = len(joined.strip()) or 1
        for paragraph in re.split(r"\n\s*\n", joined):
            text = " ".join(paragraph.split())
            if not text:
                continue
            whole = bold >= 0.9 * size
            headed = kind is None and whole and len(text) < _LONGEST_HEADING and not text.endswith((*_END, ":"))
            self.pieces.append(Piece(text, "heading" if headed else kind, min(1.0, linked / size), whole, rank))

    def go(
        self, element: Any, depth: int, *, linked: bool = False, bold: bool = False, kind: PartKind | None = None
    ) -> None:
        """Walk an element's children, text and tails."""
        self._say(element.text, linked=linked, bold=bold)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, depth + 1, linked=linked, bold=bold, kind=kind)
            self._say(child.tail, linked=linked, bold=bold)

    def _child(self, child: Any, depth: int, *, linked: bool, bold: bool, kind: PartKind | None) -> None:
        tag = child.tag
        if tag == "br":
            self._break()
            return
        if tag in ("img", "hr") or tag not in _BLOCKS:
            if tag == "hr":
                self.flush(kind)
            if is_caption(child) and "".join(child.itertext()).strip() and kind != "caption" and tag != "img":
                self.flush(kind)
                self.go(child, depth, kind="caption")
                self.flush("caption")
                return
            self.go(child, depth, linked=linked or tag == "a", bold=bold or tag in ("b", "strong"), kind=kind)
            if not (child.tail or "").strip() and tag in _APART and getattr(child.getnext(), "tag", None) in _APART:
                self._text.append(" ")
            return
        self.flush(kind)
        if tag in _HEADS:
            self.go(child, depth)
            self.flush("heading", int(tag[1]))
        elif kind == "caption" or is_caption(child) or _beside_picture(child) or tag == "figure":
            self.go(child, depth, kind="caption")
            self.flush("caption")
        elif tag == "blockquote":
            self.go(child, depth, kind="quote")
            self.flush("quote")
        elif tag in ("ul", "ol", "dl"):
            self._list(child, depth)
        elif tag == "table":
            self._table(child, depth)
        else:
            self.go(child, depth, linked=linked, kind=kind)
            self.flush(kind)

    def _list(self, element: Any, depth: int) -> None:
        first = len(self.pieces)
        for item in element:
            if isinstance(item.tag, str):
                self.go(item, depth, kind="list")
                self.flush("list")
        mine = self.pieces[first:]
        size = sum(len(p.text) for p in mine) or 1
        if mine and sum(p.linked * len(p.text) for p in mine) > 0.6 * size:
            del self.pieces[first:]  # a list of links is a menu

    def _table(self, table: Any, depth: int) -> None:
        cells = list(table.iter("td", "th"))
        roomy = any(len("".join(cell.itertext())) > _ROOMY_CELL or cell.find(".//table") is not None for cell in cells)
        rows = [
            [" ".join("".join(c.itertext()).split()) for c in row if c.tag in ("td", "th")] for row in table.iter("tr")
        ]
        if table.find(".//img") is not None and not roomy and len(cells) <= 4:
            self.pieces.extend(Piece(text, "caption") for row in rows for text in row if text)
        elif roomy or table.get("role") == "presentation" or max((len(row) for row in rows), default=0) < 2:
            self.go(table, depth)
            self.flush()
        else:
            self.pieces.extend(Piece(" · ".join(c for c in row if c), "table") for row in rows if any(row))

    def _say(self, text: str | None, *, linked: bool, bold: bool) -> None:
        if text:
            self._text.append(re.sub(r"\s+", " ", text))
            size = len(text.strip())
            self._linked += size if linked else 0
            self._bold += size if bold else 0

    def _break(self) -> None:
        joined = "".join(self._text).rstrip(" ")
        if joined.endswith("\n"):
            self.flush()
        else:
            self._text = [joined, "\n"]


def _beside_picture(element: Any) -> bool:
    """Say whether an element is a picture with some words: those are its caption."""
    if (
        element.tag not in ("p", "div", "td", "center")
        or element.find(".//img") is None
        or element.find(".//p") is not None
    ):
        return False
    return 0 < len(" ".join("".join(element.itertext()).split())) < _LONGEST_CAPTION and not element.xpath(
        ".//h1|.//h2|.//h3|.//div[not(.//img)]/div"
    )


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", clean(text).casefold()))
