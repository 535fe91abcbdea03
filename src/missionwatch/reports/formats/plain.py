"""Plain text and Markdown: paragraphs between blank lines, and the head that may stand above them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from missionwatch.errors import ReportError
from missionwatch.reports.cleaning import clean
from missionwatch.reports.documents import Block, Document

if TYPE_CHECKING:
    from pathlib import Path

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_KEYS = ("title", "published", "updated", "source", "publisher", "author", "language", "url", "country", "corrects")


def read(text: str, path: Path) -> Document:
    """Return the paragraphs of a text; ``#`` opens a heading, ``>`` a quote."""
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
