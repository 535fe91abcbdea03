"""What any format does with words from outside: they are text and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from missionwatch.briefing.patterns import load
from missionwatch.briefing.times import Times

if TYPE_CHECKING:
    from datetime import date

    from missionwatch.records import Footnote

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 does not allow
_TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # signs that turn the direction of what follows


def plain(text: str) -> str:
    r"""Return text in one line, without control characters and signs that turn the reading direction.

    >>> plain("a\x00b\u202ec\nd")
    'abc d'
    """
    return re.sub(r"[ \t\r\n]+", " ", _TURNING.sub("", _ILLEGAL.sub("", text))).strip()


def safe_url(url: str | None) -> str | None:
    """Return an address that leads to the web and nowhere else, or None."""
    fits = url is not None and re.fullmatch(r"https?://[^\s<>\"'\\^`{|}]+", url, flags=re.ASCII) is not None
    return url if fits and plain(url or "") == url else None


def day(when: date | None, language: str) -> str:
    """Return a day in words, or that there is none."""
    return Times(language).day(when) if when is not None else str(load(language)["text"]["undated"])


def quoted(note: Footnote, language: str) -> str:
    """Return a footnote's quote in the quotation marks of the briefing."""
    return str(load(language)["quote"]["own"]).format(plain(note.quote).translate({ord(s): None for s in "“”«»"}))


def grading(language: str) -> list[str]:
    """Return the lines that say what the grading of a footnote means."""
    return list(load(language)["grading"].values())
