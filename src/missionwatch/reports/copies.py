"""Copies: whether a report repeats an earlier one, so that one wire story in ten papers stays one voice.

Of each report's three-word sequences a sample is kept: those whose hash is small. Two texts that share sequences share
them in the sample too, however much longer one of them is; the few candidates are then compared in full.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

import numpy as np

from missionwatch.reports.postings import Postings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from collections.abc import Set as AbstractSet

    from numpy.typing import NDArray

    from missionwatch.records import Report

SHARE = 0.6
"""Of the smaller text's three-word sequences, the share that a copy has in common with its original."""
_FEWEST_WORDS = 20
_RATE = 1 / 8  # of the sequences, the share that the sample has …
_FEWEST = 24  # … but at least so many, where the text has them
_COMMON = 2_000  # a sequence that more reports have is a phrase of the trade
_COMPARED = 12  # candidates compared in full, the likeliest first
_WORD = re.compile(r"\w+")
_MIX = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0x165667B19E3779F9))
_NAME = 32  # characters of an id


class Copies:
    """Remembers reports and tells whether a new one copies one of them.

    ``look_up`` returns an earlier report by id; without it the reports themselves are kept. The memory takes about 8 bytes
    for each sampled sequence (37 for a text of 300 words) and 48 for each report.
    """

    def __init__(self, look_up: Callable[[str], Report] | None = None) -> None:
        self._kept: dict[str, Report] | None = {} if look_up is None else None
        self._look_up: Callable[[str], Report] = look_up or (lambda name: (self._kept or {})[name])
        self._sampled = Postings()
        self._ids: NDArray[np.bytes_] = np.zeros(1024, f"S{_NAME}")
        self._sizes: NDArray[np.uint32] = np.zeros(1024, np.uint32)
        self._copied: dict[int, str] = {}
        self._count = 0

    def __len__(self) -> int:
        """Return the number of reports."""
        return self._count

    def id_of(self, number: int) -> str:
        """Return the id of a report by its number."""
        return bytes(self._ids[number]).decode()

    def add(self, report: Report) -> int:
        """Remember a report; return its number."""
        if len(report.id.encode()) > _NAME:
            raise ValueError(f"the id {report.id} is longer than {_NAME} characters")
        number = self._count
        if number == len(self._ids):
            self._ids = np.concatenate([self._ids, np.zeros(number, self._ids.dtype)])
            self._sizes = np.concatenate([self._sizes, np.zeros(number, np.uint32)])
        shingles = shingles_of(report.text)
        self._ids[number], self._sizes[number] = report.id.encode(), len(shingles)
        self._sampled.add(number, _sample(shingles).tolist())
        if report.copy_of:
            self._copied[number] = report.copy_of
        if self._kept is not None:
            self._kept[report.id] = report
        self._count += 1
        return number

    def original(self, report: Report, besides: AbstractSet[str] = frozenset()) -> str | None:
        """Return the id of the report it copies, or None; never one of ``besides``.

        A correction is no copy, nor is a text of few words.
        """
        shingles = shingles_of(report.text)
        if not len(shingles) or (report.corrects and not report.earlier):
            return None
        best: tuple[float, str] | None = None
        for number in self._candidates(shingles):
            name = self.id_of(number)
            if name == report.id or name in besides or self._copied.get(number) in besides:
                continue
            other = self._look_up(name)
            share = shared(shingles, shingles_of(other.text))
            if other.language == report.language and share >= SHARE and (best is None or share > best[0]):
                best = (share, self._copied.get(number) or name)
        return best[1] if best else None

    def _candidates(self, shingles: NDArray[np.uint64]) -> list[int]:
        """Return the numbers of reports that may share enough, the likeliest first."""
        reports, counts = self._sampled.common(_sample(shingles), _COMMON)
        if not len(reports):
            return []
        sizes = self._sizes[reports].astype(np.float64)
        smaller = np.minimum(sizes, len(shingles))
        rate = np.minimum(_rate(sizes), _rate(np.float64(len(shingles))))
        wanted = SHARE * smaller * rate
        likely = counts >= np.maximum(1.0, 0.5 * wanted)  # half of what is expected: samples vary
        order = np.argsort(-(counts[likely] / wanted[likely]), kind="stable")
        return [int(n) for n in reports[likely][order][:_COMPARED]]

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """Return all that is remembered, as arrays to be kept; ``Copies.of`` takes them."""
        numbers = sorted(self._copied)
        return {
            "ids": self._ids[: self._count], "sizes": self._sizes[: self._count], "sampled": self._sampled.entries(),
            "copied": np.array(numbers, np.uint32), "originals": np.array([self._copied[n] for n in numbers], f"S{_NAME}"),
        }  # fmt: skip

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[np.generic]], look_up: Callable[[str], Report]) -> Copies:
        """Return what ``arrays`` gave."""
        made = cls(look_up)
        made._count = len(arrays["ids"])
        made._ids = np.concatenate([arrays["ids"].astype(f"S{_NAME}"), np.zeros(1024, f"S{_NAME}")])
        made._sizes = np.concatenate([arrays["sizes"].astype(np.uint32), np.zeros(1024, np.uint32)])
        made._sampled = Postings(arrays["sampled"].astype(np.uint64, copy=False))
        made._copied = {
            int(n): bytes(name).decode()
            for n, name in zip(arrays["copied"].tolist(), arrays["originals"].tolist(), strict=True)
        }
        return made


def shingles_of(text: str) -> NDArray[np.uint64]:
    """Return the hashes of a text's three-word sequences, each once, in order of size; none for a text of few words."""
    words = _WORD.findall(text.casefold())
    if len(words) < _FEWEST_WORDS:
        return np.empty(0, np.uint64)
    hashed = np.fromiter((zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in words), np.uint64, len(words))
    with np.errstate(over="ignore"):
        mixed = (
            (hashed[:-2] * _MIX[0])
            ^ ((hashed[1:-1] + np.uint64(1)) * _MIX[1])
            ^ ((hashed[2:] + np.uint64(2)) * _MIX[2])
        )
        mixed ^= mixed >> np.uint64(29)
        mixed *= _MIX[1]
        mixed ^= mixed >> np.uint64(32)
    return np.unique(mixed)


def shared(a: NDArray[np.uint64], b: NDArray[np.uint64]) -> float:
    """Return the share of the smaller text's three-word sequences that both have."""
    return len(np.intersect1d(a, b, assume_unique=True)) / min(len(a), len(b)) if len(a) and len(b) else 0.0


def _rate(sizes: NDArray[np.float64] | np.float64) -> NDArray[np.float64]:
    return np.asarray(np.minimum(1.0, np.maximum(_RATE, _FEWEST / np.maximum(sizes, 1.0))))


def _sample(shingles: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return the keys of the sequences whose hash is small: of two texts the same ones are."""
    most = float(_rate(np.float64(len(shingles)))) * 2.0**64
    few = shingles if most >= 2.0**64 else shingles[: int(np.searchsorted(shingles, np.uint64(most)))]
    return np.unique(few & np.uint64(0xFFFFFFFF))
