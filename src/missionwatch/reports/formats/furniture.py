"""What on a page is not the article: hidden text, scripts, navigation, cookie notices, related stories, share buttons."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from missionwatch.reports.words import words

_NEVER = (
    "script",
    "style",
    "noscript",
    "template",
    "iframe",
    "frame",
    "object",
    "embed",
    "svg",
    "math",
    "canvas",
    "audio",
    "video",
    "select",
    "textarea",
    "button",
    "input",
    "label",
    "head",
    "map",
    "dialog",
    "amp-sidebar",
    "amp-user-notification",
)
_FURNITURE = ("nav", "footer", "aside", "menu")
_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert", "menu", "toolbar"}
)
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])|(?:left|top|text-indent)\s*:\s*-\d{3,}",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])")
_KEPT = frozenset({"html", "body", "main", "article", "h1"})
_PROSE = 80  # characters in one element: a paragraph, not a button
_MOST = 0.5  # what holds more than this share of a page's paragraphs is no furniture, whatever it is called …
_TALK = 0.9  # … but readers may say more than the article does
_TALKERS = frozenset({"comments", "comment", "respond", "disqus"})


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(words("furniture", section, "words"))


def names_of(element: Any) -> frozenset[str]:
    """Return the words in an element's class, id and component names, in lower case."""
    named = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-component') or ''} {element.get('data-testid') or ''}"
    return frozenset(word.lower() for word in _SPLIT.split(named[:400]) if word)


def strip(tree: Any) -> None:
    """Take out of the tree all that is hidden or never text, then what is furniture, unless it holds most of the text."""
    from lxml import etree  # noqa: PLC0415 - a large library; plain text does not need it

    etree.strip_elements(tree, etree.Comment, etree.ProcessingInstruction, *_NEVER, with_tail=False)
    _drop(
        tree,
        [
            element
            for element in tree.iter()
            if isinstance(element.tag, str) and element is not tree and _hidden(element)
        ],
    )
    prose: dict[Any, int] = {}
    for element in tree.iter("p", "div", "td", "li", "blockquote", "section"):
        size = sum(
            len(text.strip()) for text in element.xpath("text()|b/text()|i/text()|em/text()|strong/text()|span/text()")
        )
        if size >= _PROSE:
            for above in (element, *element.iterancestors()):
                prose[above] = prose.get(above, 0) + size
    whole = prose.get(tree, 0)
    taken = [
        element
        for element in tree.iter()
        if isinstance(element.tag, str) and element is not tree and _is_furniture(element)
    ]
    _drop(tree, [e for e in taken if prose.get(e, 0) <= (_TALK if names_of(e) & _TALKERS else _MOST) * whole])


def _drop(tree: Any, elements: list[Any]) -> None:
    for element in elements:
        if element is not tree and element.getparent() is not None:
            element.drop_tree()


def _hidden(element: Any) -> bool:
    return (
        element.tag not in ("html", "body")
        and ("hidden" in element.attrib or element.get("aria-hidden") == "true" or bool(_HIDDEN_STYLE.search(element.get("style") or "")))
    )  # fmt: skip


def _is_furniture(element: Any) -> bool:
    if element.tag in _KEPT or element.find(".//h1") is not None:
        return False
    if element.tag in _FURNITURE or element.get("role") in _ROLES:
        return True
    if element.tag == "header" and not any(parent.tag == "article" for parent in element.iterancestors()):
        return True
    if names_of(element) & _words("class"):
        return True
    named = "-".join(
        word.lower()
        for word in _SPLIT.split(
            f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-component') or ''} {element.get('data-testid') or ''}"[
                :400
            ]
        )
        if word
    )
    return any(phrase in named for phrase in words("furniture", "class", "phrases"))


def is_caption(element: Any) -> bool:
    """Say whether an element is named as a caption or a credit."""
    return element.tag == "figcaption" or bool(names_of(element) & _words("caption"))


def opens_furniture(text: str) -> bool:
    """Say whether a heading opens a list of other stories, comments or buttons."""
    return text.strip().casefold().startswith(words("furniture", "heading", "starts"))


def leads_away(text: str, linked: float) -> bool:
    """Say whether a line is no text of the article: a link elsewhere, or the site speaking of itself."""
    plain = " ".join(text.split()).casefold()
    if len(plain) < 300 and any(held in plain for held in words("furniture", "line", "holds")):
        return True
    starts = plain.startswith(words("furniture", "line", "starts"))
    return starts and (linked > 0.3 or len(plain) < 120)
