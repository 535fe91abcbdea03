"""Where in a text words stand: exactly, or with the small drift of a copyist."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz import fuzz

_CLOSE = 85.0  # of 100: how like the whole must be to look closer
_SAME_WORD = 80.0  # of 100: how like a word must be
_SHORT = 4  # letters; shorter words ("not", "now") must be the same


def find(words: str, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where words stand in ``text[start:end]``, as whole words, or None.

    Small drift is forgiven: case, accents, signs, spaces, and a slip inside a longer word. The words must be as many, in
    the same order, each with its first letter (so that "unlawful" is no "lawful"), and numbers must be the same.

    >>> find("de Malinesse regering", "Op verzoek van de Malinese  regering.", 0, 37)
    (15, 36)
    >>> find("will withdraw", "France will not withdraw", 0, 24) is None
    True
    """
    words = words.strip()
    if not re.search(r"\w", words):
        return None
    at = text.find(words, start, end)
    while at >= 0:
        if not _inside(text, at, words[0]) and not _inside(text, at + len(words), words[-1]):
            return at, at + len(words)
        at = text.find(words, at + 1, end)
    return _drifted(words, text, start, end)


def _inside(text: str, at: int, edge: str) -> bool:
    """Say whether a place is inside a word, not at its edge."""
    return edge.isalnum() and 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _drifted(words: str, text: str, start: int, end: int) -> tuple[int, int] | None:
    sought, folded = fold(words), fold(text[start:end])
    near = fuzz.partial_ratio_alignment(sought, folded, score_cutoff=_CLOSE)
    if near is None:
        return None
    standing = [  # a word belongs to it when at least half of it does
        match for match in re.finditer(r"\w+", folded)
        if 2 * (min(match.end(), near.dest_end) - max(match.start(), near.dest_start)) >= len(match[0])
    ]  # fmt: skip
    said = re.findall(r"\w+", sought)
    if len(said) != len(standing) or not all(_alike(a, b[0]) for a, b in zip(said, standing, strict=True)):
        return None
    return start + standing[0].start(), start + standing[-1].end()


def _alike(said: str, stands: str) -> bool:
    if said == stands:
        return True
    plain = min(len(said), len(stands)) >= _SHORT and said.isalpha() and stands.isalpha()
    return plain and said[0] == stands[0] and fuzz.ratio(said, stands) >= _SAME_WORD


def fold(text: str) -> str:
    """Return a text of the same length without case and accents."""
    return "".join(unicodedata.normalize("NFKD", sign)[0].lower()[0] for sign in text)
