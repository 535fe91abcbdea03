"""How often statements of a kind were right on gold that the rules were tuned on: the reader's own marks → confidence.

The rules mark each draft by what they found (who is named, noun or verb, hearsay). ``calibration.toml`` says, for each
predicate, how many of those so marked were right; between two marks it is read off the line. Made by
``tools/calibrate.py``.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from pathlib import Path

import tomli

Points = tuple[tuple[float, float], ...]
"""(mark, share that was right), marks rising."""


@cache
def points() -> dict[str, Points]:
    """Load (once) the points of each predicate, and of "other"."""
    with (Path(__file__).parent / "calibration.toml").open("rb") as handle:
        data = tomli.load(handle)
    return {name: tuple((float(a), float(b)) for a, b in rows) for name, rows in data.items()}


def calibrated(predicate: str, mark: float) -> float:
    """Return the confidence (0–1) of a statement that the rules gave a mark."""
    table = points()
    rows = table.get(predicate) or table["other"]
    marks = [row[0] for row in rows]
    at = bisect_left(marks, mark)
    if at == 0:
        return rows[0][1]
    if at == len(rows):
        return rows[-1][1]
    (a, low), (b, high) = rows[at - 1], rows[at]
    return low + (high - low) * (mark - a) / (b - a)
