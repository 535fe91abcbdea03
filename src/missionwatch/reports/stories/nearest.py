"""The reports nearest in meaning, within some days: exact while they are few, by an index of small integers beyond."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from missionwatch.errors import StoriesNotSetUpError
from missionwatch.reports.stories.features import DIMENSIONS

if TYPE_CHECKING:
    from numpy.typing import NDArray

EXACT = 20_000
"""Reports up to which every one is compared: so many take numpy a few milliseconds."""
_WIDER = 8  # beyond, so many times more are asked for: those of other days are left out afterwards
_CONNECTIVITY, _ADDING, _SEARCHING = (
    16,
    40,
    64,
)  # a graph that is built in half the time of the default one and finds as well


class Nearest:
    """Vectors by number (0, 1, 2 …), each with its day; ``find`` returns those nearest to a vector within some days.

    The memory of a report is 2,052 bytes while all are compared, and about 750 in the index.
    """

    def __init__(self, *, exact: int = EXACT) -> None:
        self._exact = exact
        self._vectors: NDArray[np.float32] | None = np.zeros((256, DIMENSIONS), np.float32)
        self._days: NDArray[np.int32] = np.zeros(256, np.int32)
        self._index: Any = None
        self._count = 0

    def __len__(self) -> int:
        """Return the number of vectors."""
        return self._count

    def add(self, vector: NDArray[np.float32], day: int) -> int:
        """Add a vector of length one; return its number."""
        number = self._count
        if number == len(self._days):
            self._days = np.concatenate([self._days, np.zeros(number, np.int32)])
        self._days[number] = day
        if self._index is None and number >= self._exact:
            self._change()
        if self._index is not None:
            self._index.add(number, small(vector), threads=1)
        elif self._vectors is not None:
            if number == len(self._vectors):
                self._vectors = np.concatenate([self._vectors, np.zeros_like(self._vectors)])
            self._vectors[number] = vector
        self._count += 1
        return number

    def find(self, vector: NDArray[np.float32], day: int, *, window: int, most: int) -> list[int]:
        """Return the numbers of at most ``most`` vectors within ``window`` days, the nearest first."""
        if not self._count:
            return []
        if self._index is not None:
            found = self._index.search(small(vector), min(most * _WIDER, self._count), threads=1)
            keys = [int(key) for key in found.keys]
            return [key for key in keys if abs(int(self._days[key]) - day) <= window][:most]
        near = np.flatnonzero(np.abs(self._days[: self._count] - day) <= window)
        if not len(near) or self._vectors is None:
            return []
        first, last = int(near[0]), int(near[-1]) + 1
        rows = (
            self._vectors[first:last] if last - first == len(near) else self._vectors[near]
        )  # mostly they come by day
        scores = rows @ vector
        order = np.argsort(-scores, kind="stable")[:most]
        return [int(n) for n in near[order]]

    def _change(self) -> None:
        """Move the vectors into an index that need not look at each."""
        try:
            from usearch.index import Index  # noqa: PLC0415 - an optional library
        except ImportError as fault:
            raise StoriesNotSetUpError(
                f"stories of more than {self._exact:,} reports need a library that is not installed; run: pip install 'missionwatch[stories]'"
            ) from fault
        self._index = Index(
            ndim=DIMENSIONS,
            metric="cos",
            dtype="i8",
            connectivity=_CONNECTIVITY,
            expansion_add=_ADDING,
            expansion_search=_SEARCHING,
        )
        if self._vectors is not None and self._count:
            self._index.add(np.arange(self._count), small(self._vectors[: self._count]), threads=1)
        self._vectors = None


def small(vector: NDArray[np.float32]) -> NDArray[np.int8]:
    """Return a vector of length one in bytes: a half is 127, for no number of such a vector is near one."""
    return np.clip(np.rint(vector * 254), -127, 127).astype(np.int8)
