"""Clean text: one Unicode form, one sort of line end, one blank line between paragraphs, nothing that hides."""

from __future__ import annotations

import itertools
import re
import sys
import unicodedata
from functools import cache

_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]"
)  # control characters, soft hyphens, zero-width characters, marks that turn the reading direction
_LINE_END = re.compile("\r\n?|\u2028|\f")
_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


_MOST_MARKS = (
    30  # on one letter, as Unicode's stream-safe texts have them; putting more in order takes time without end
)
_MARKS = ((0x300, 0x10000), (0x10000, 0x1F000))  # where the marks are


def clean(text: str) -> str:
    r"""Return the text cleaned; cleaning twice changes nothing.

    >>> clean("Eerste\r\n\r\n\r\nTwee\u00adde  ")
    'Eerste\n\nTweede'
    """
    text = _LINE_END.sub("\n", text).replace("\u2029", "\n\n").replace("\u0085", "\n")
    text = _HIDDEN.sub("", text)
    if not text.isascii():
        text = _with_few_marks(unicodedata.normalize("NFC", _with_few_marks(text)))
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", text).strip()


def _with_few_marks(text: str) -> str:
    return _piled().sub(r"\1", text)


@cache
def _piled() -> re.Pattern[str]:
    """Return the pattern of more marks on a letter than any has; the first of them are its group."""
    marks = [n for first, after in _MARKS for n in range(first, after) if unicodedata.combining(chr(n))]
    gaps = [(a + 1, b - 1) for a, b in itertools.pairwise((-1, *marks, sys.maxunicode + 1)) if b > a + 1]
    kind = "[^" + "".join(f"{chr(a)}-{chr(b)}" for a, b in gaps) + "]"  # what is no mark is soon known for none
    return re.compile(f"({kind}{kind}{{{_MOST_MARKS - 1}}}){kind}+")
