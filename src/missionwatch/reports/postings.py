"""An index from numbers to reports that stays small: eight bytes an entry, sorted, with a small part that is still growing."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    Entries = NDArray[np.uint64]

_LOW = np.uint64(0xFFFFFFFF)
_SHIFT = np.uint64(32)
_GROWN = 100_000  # entries that are kept unsorted at least, before they are sorted in


def key_of(text: str) -> int:
    """Return a text's key (CRC-32): equal texts have it in common, different ones seldom."""
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


class Postings:
    """Which reports (by number) have a key. Keys and numbers have 32 bits each and stand together in one."""

    def __init__(self, entries: Entries | None = None) -> None:
        self._sorted: Entries = entries if entries is not None else np.empty(0, np.uint64)
        self._recent: dict[int, list[int]] = {}
        self._grown = 0

    def add(self, report: int, keys: Iterable[int]) -> None:
        """Note that a report has these keys."""
        for key in keys:
            self._recent.setdefault(key, []).append(report)
            self._grown += 1
        if self._grown > max(_GROWN, len(self._sorted) // 8):
            self.entries()

    def get(self, key: int, most: int = 1_000) -> list[int]:
        """Return the reports that have a key: the latest ``most``."""
        low = int(np.searchsorted(self._sorted, np.uint64(key << 32)))
        high = int(np.searchsorted(self._sorted, np.uint64((key << 32) | 0xFFFFFFFF), side="right"))
        found = (self._sorted[max(low, high - most) : high] & _LOW).tolist()
        return [*found, *self._recent.get(key, ())][-most:]

    def common(self, keys: NDArray[np.uint64], most: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the reports that share keys, and how many each; a key that more than ``most`` reports have tells nothing."""
        low = np.searchsorted(self._sorted, keys << _SHIFT)
        high = np.searchsorted(self._sorted, (keys << _SHIFT) | _LOW, side="right")
        found: list[NDArray[np.int64]] = [
            (self._sorted[a:b] & _LOW).astype(np.int64)
            for a, b in zip(low.tolist(), high.tolist(), strict=True)
            if 0 < b - a <= most
        ]
        recent = [n for key in keys.tolist() if len(listed := self._recent.get(key, ())) <= most for n in listed]
        every = np.concatenate([*found, np.array(recent, np.int64)])
        reports, counts = np.unique(every, return_counts=True)
        return reports, counts

    def entries(self) -> Entries:
        """Return all entries, sorted; what was still growing is sorted in."""
        if self._grown:
            new = np.array(
                [key << 32 | report for key, reports in self._recent.items() for report in reports], np.uint64
            )
            # two sorted stretches after one another: the stable sort only merges them
            self._sorted = np.sort(np.concatenate([self._sorted, np.sort(new)]), kind="stable")
            self._recent, self._grown = {}, 0
        return self._sorted

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self._sorted) + self._grown
