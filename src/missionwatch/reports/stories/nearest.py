"""The reports nearest in meaning, within some days: every one of those days is compared, as bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from missionwatch.reports.stories.features import DIMENSIONS

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BLOCK = 65_536  # vectors kept together: a block is never moved, so that a million need no second copy while they grow
_MOST = 150_000  # of those within the days, the latest so many are compared


class Nearest:
    """Vectors by number (0, 1, 2 …), each with its day; ``find`` returns those nearest to a vector within some days.

    A report takes 516 bytes. Because reports come by day, those of some days stand together, and comparing them all beats a
    graph over a million: that takes longer to build, more memory, and finds neighbours of other years first.
    """

    def __init__(self) -> None:
        self._blocks: list[NDArray[np.int8]] = []
        self._days: list[NDArray[np.int32]] = []
        self._spans: list[tuple[int, int]] = []
        self._count = 0

    def __len__(self) -> int:
        """Return the number of vectors."""
        return self._count

    def add(self, vector: NDArray[np.float32], day: int) -> int:
        """Add a vector of length one; return its number."""
        block, row = divmod(self._count, _BLOCK)
        if block == len(self._blocks):
            self._blocks.append(np.zeros((_BLOCK, DIMENSIONS), np.int8))
            self._days.append(np.zeros(_BLOCK, np.int32))
            self._spans.append((day, day))
        self._blocks[block][row] = small(vector)
        self._days[block][row] = day
        self._spans[block] = (min(self._spans[block][0], day), max(self._spans[block][1], day))
        self._count += 1
        return self._count - 1

    def find(self, vector: NDArray[np.float32], day: int, *, window: int, most: int) -> list[int]:
        """Return the numbers of at most ``most`` vectors within ``window`` days, the nearest first."""
        found: list[tuple[float, int]] = []
        left, query = _MOST, small(vector)
        for block in range(len(self._blocks) - 1, -1, -1):
            first, last = self._spans[block]
            if last < day - window or first > day + window or left <= 0:
                continue
            filled = min(_BLOCK, self._count - block * _BLOCK)
            near = np.flatnonzero(np.abs(self._days[block][:filled] - day) <= window)[-left:]
            if not len(near):
                continue
            left -= len(near)
            begin, end = int(near[0]), int(near[-1]) + 1
            vectors = self._blocks[block]
            rows = vectors[begin:end] if end - begin == len(near) else vectors[near]
            found += [(away, block * _BLOCK + int(near[n])) for away, n in nearest(rows, query, most)]
        return [number for _, number in sorted(found)[:most]]


def nearest(rows: NDArray[np.int8], query: NDArray[np.int8], most: int) -> list[tuple[float, int]]:
    """Return how far away (1 - cosine) the nearest rows are, and their numbers; with usearch, or more slowly without it."""
    try:
        from usearch.index import search  # noqa: PLC0415 - an optional library
    except ImportError:
        wide = rows.astype(np.float32)
        away = 1 - (wide @ query.astype(np.float32)) / (np.linalg.norm(wide, axis=1) * np.linalg.norm(query) + 1e-9)
        order = np.argsort(away, kind="stable")[:most]
        return [(float(away[n]), int(n)) for n in order]
    found = search(rows, query, min(most, len(rows)), metric="cos", exact=True, threads=1)
    return list(zip(found.distances.tolist(), found.keys.tolist(), strict=True))


def small(vector: NDArray[np.float32]) -> NDArray[np.int8]:
    """Return a vector of length one in bytes: a half is 127, for no number of such a vector is near one."""
    return np.clip(np.rint(vector * 254), -127, 127).astype(np.int8)
