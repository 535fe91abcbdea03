"""Where words stand on a map so that they do not hide each other."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Literal

Box = tuple[float, float, float, float]
_WIDE, _HIGH, _AWAY = 3.9, 7.5, 5.0  # of a sign, of a line, from a place to its name: in points


class Labels:
    """Keeps the boxes that words take, in degrees; ``point`` is how many degrees a typographic point is."""

    def __init__(self, point: float, places: list[tuple[float, float]]) -> None:
        self.point, self.places = point, places
        self._boxes: list[Box] = [(x - 3 * point, x + 3 * point, y - 3 * point, y + 3 * point) for x, y in places]

    def taken(self, x: float, y: float, words: str, lines: int) -> None:
        """Say that words stand around a point, so many lines of them, the first above it."""
        half = len(words) * _WIDE * self.point / 2
        self._boxes.append((x - half, x + half, y - (lines - 1) * _HIGH * self.point, y + _HIGH * self.point))

    def clear(self, x: float, y: float, ring: list[tuple[float, float]]) -> float:
        """Return how high words are best written in a country: where they are farthest from the places."""
        low, high = min(p[1] for p in ring), max(p[1] for p in ring)
        ways = [y + (high - low) * part for part in (0.0, 0.1, 0.2, 0.3, -0.1, -0.2)]
        return max(
            ways, key=lambda way: min((math.hypot((x - px) / 2, way - py) for px, py in self.places), default=0.0)
        )

    def beside(self, x: float, y: float, words: str) -> tuple[float, float, Literal["left", "right", "center"]]:
        """Return where the name of a place stands: to its right where nothing is there, else left, below or above."""
        away, long, half = _AWAY * self.point, len(words) * _WIDE * self.point, _HIGH * self.point / 2
        ways: list[tuple[float, float, Literal["left", "right", "center"], float]] = [
            (x + away, y, "left", x + away), (x - away, y, "right", x - away - long),
            (x, y - 1.7 * away, "center", x - long / 2), (x, y + 1.7 * away, "center", x - long / 2),
        ]  # fmt: skip
        boxes = [(left, left + long, at - half, at + half) for _, at, _, left in ways]
        hidden = [sum(_meet(box, other) for other in self._boxes) for box in boxes]
        best = hidden.index(min(hidden))
        self._boxes.append(boxes[best])
        return ways[best][:3]


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]
