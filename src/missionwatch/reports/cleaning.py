"""Clean text: one Unicode form, one sort of line end, one blank line between paragraphs, nothing that hides."""

from __future__ import annotations

import re
import unicodedata

_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]"
)  # control characters, soft hyphens, zero-width characters, marks that turn the reading direction
_LINE_END = re.compile("\r\n?|\u2028|\f")
_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


def clean(text: str) -> str:
    r"""Return the text cleaned; cleaning twice changes nothing.

    >>> clean("Eerste\r\n\r\n\r\nTwee\u00adde  ")
    'Eerste\n\nTweede'
    """
    text = _LINE_END.sub("\n", text).replace("\u2029", "\n\n").replace("\u0085", "\n")
    text = unicodedata.normalize("NFC", _HIDDEN.sub("", text))
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", text).strip()
