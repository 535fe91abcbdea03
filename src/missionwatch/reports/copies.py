"""Copies: whether a report repeats an earlier one, so that one wire story in ten papers stays one voice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rensa import RMinHash, RMinHashLSH

if TYPE_CHECKING:
    from missionwatch.records import Report

_HASHES = 128
_BANDS = 64  # many bands: the search may find too much, the share below decides
_CANDIDATE = 0.3
SHARE = 0.6
"""Of the smaller text's three-word sequences, the share that a copy has in common with its original."""
_WORD = re.compile(r"\w+")


class Copies:
    """Remembers reports and tells whether a new one copies one of them."""

    def __init__(self) -> None:
        self._lsh = RMinHashLSH(_CANDIDATE, _HASHES, _BANDS)
        self._reports: list[tuple[str, str, frozenset[str], str | None]] = []

    def add(self, report: Report) -> None:
        """Remember a report."""
        shingles = _shingles(report.text)
        if shingles:
            self._lsh.insert(len(self._reports), _minhash(shingles))
            self._reports.append((report.id, report.language, shingles, report.copy_of))

    def original(self, report: Report) -> str | None:
        """Return the id of the report it copies, or None. A correction is no copy, nor is a text of few words."""
        shingles = _shingles(report.text)
        if not shingles or report.corrects:
            return None
        best: tuple[float, str] | None = None
        for index in self._lsh.query(_minhash(shingles)):
            other, language, theirs, copied = self._reports[index]
            share = len(shingles & theirs) / min(len(shingles), len(theirs))
            if (
                other != report.id
                and language == report.language
                and share >= SHARE
                and (best is None or share > best[0])
            ):
                best = (share, copied or other)
        return best[1] if best else None


def _shingles(text: str) -> frozenset[str]:
    words = _WORD.findall(text.casefold())
    return frozenset(" ".join(words[n : n + 3]) for n in range(len(words) - 2)) if len(words) >= 20 else frozenset()


def _minhash(shingles: frozenset[str]) -> RMinHash:
    made = RMinHash(_HASHES, 42)
    made.update(sorted(shingles))
    return made
