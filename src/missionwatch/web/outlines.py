"""The lines of maps: countries and first-level regions, for the browser (TopoJSON) and for drawings made here (paths)."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

Point = tuple[float, float]
_STEPS = 100  # of the files, to a degree
_LEAST = 5.0  # degrees: the smallest piece of the world that is shown
_AROUND = 0.06  # of a piece's size: the margin round what it must show
WIDE = 480.0  # units of a drawing


@dataclass(frozen=True, slots=True)
class Frame:
    """A piece of the world, in degrees, and how it is drawn: ``WIDE`` units wide, north up, true to scale at its middle."""

    left: float
    right: float
    low: float
    high: float

    @property
    def height(self) -> float:
        """Return how high a drawing of it is, in units."""
        return round((self.high - self.low) * self._scale, 1)

    def at(self, longitude: float, latitude: float) -> Point:
        """Return where a place is in the drawing: units from the left and from the top."""
        across = (longitude - self.left) * self._scale * self._squeeze
        return round(across, 1), round((self.high - latitude) * self._scale, 1)

    def holds(self, longitude: float, latitude: float) -> bool:
        """Say whether a place lies in it."""
        return self.left <= longitude <= self.right and self.low <= latitude <= self.high

    def meets(self, box: tuple[float, float, float, float]) -> bool:
        """Say whether a box (left, right, low, high) has a part in it."""
        return self.left < box[1] and box[0] < self.right and self.low < box[3] and box[2] < self.high

    @property
    def _squeeze(self) -> float:
        return math.cos(math.radians((self.low + self.high) / 2))

    @property
    def _scale(self) -> float:
        return WIDE / ((self.right - self.left) * self._squeeze)


@dataclass(frozen=True, slots=True)
class Shape:
    """A country in a drawing: its ISO code, the path of its outline, and the path of the borders of its regions."""

    code: str
    outline: str
    regions: str


@lru_cache(maxsize=64)
def frame(countries: tuple[str, ...]) -> Frame | None:
    """Return the piece of the world that shows the mainland of these countries (ISO alpha-2), None where none of them is drawn."""
    boxes = [box(_rings()[code][0]) for code in countries if code in _rings()]
    if not boxes:
        return None
    left, right = min(b[0] for b in boxes), max(b[1] for b in boxes)
    low, high = min(b[2] for b in boxes), max(b[3] for b in boxes)
    wide, tall = max(right - left, _LEAST), max(high - low, _LEAST)
    across, up = (left + right) / 2, (low + high) / 2
    room = 0.5 + _AROUND
    return Frame(across - wide * room, across + wide * room, max(up - tall * room, -85.0), min(up + tall * room, 85.0))


@lru_cache(maxsize=64)
def drawing(piece: Frame) -> tuple[Shape, ...]:
    """Return the countries that lie in a piece of the world, drawn."""
    shapes = []
    for code, rings in _rings().items():
        inside = [ring for ring in rings if piece.meets(box(ring))]
        if inside:
            lines = [_path(_line(row), piece) for row in _regions_of(code)]
            shapes.append(Shape(code, "".join(f"{_path(ring, piece)}Z" for ring in inside), "".join(lines)))
    return tuple(shapes)


@lru_cache(maxsize=64)
def middle(code: str) -> Point | None:
    """Return the centre of gravity of a country's mainland (longitude, latitude), None where it is not drawn."""
    rings = _rings().get(code)
    if not rings:
        return None
    total = across = up = 0.0
    ring = rings[0]
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        part = ax * by - bx * ay
        total, across, up = total + part, across + (ax + bx) * part, up + (ay + by) * part
    return (across / (3 * total), up / (3 * total)) if total else ring[0]


@lru_cache(maxsize=32)
def topology(countries: tuple[str, ...]) -> bytes:
    """Return the countries around these (ISO alpha-2) and the regions in them as TopoJSON: what a map of them can show."""
    piece = frame(countries)
    near: list[str] = []
    if piece is not None:
        wide, tall = piece.right - piece.left, piece.high - piece.low
        around = Frame(piece.left - wide, piece.right + wide, piece.low - tall, piece.high + tall)
        near = [code for code, rings in _rings().items() if any(around.meets(box(ring)) for ring in rings)]
    outlines, regions = _file("boundaries.json"), _file("regions.json")
    arcs: list[list[list[int]]] = []
    places: dict[tuple[str, int], int] = {}

    def arc(source: str, lines: list[list[int]], number: int) -> int:
        key = (source, number if number >= 0 else ~number)
        if key not in places:
            places[key] = len(arcs)
            row = lines[key[1]]
            arcs.append([list(step) for step in zip(row[::2], row[1::2], strict=True)])
        return places[key] if number >= 0 else ~places[key]

    lands = [
        {
            "type": "MultiPolygon", "id": code,
            "arcs": [
                [[arc("o", outlines["lines"], n) for n in ring] for ring in polygon]
                for polygon in outlines["countries"][code]
            ],
            "properties": {"own": code in countries},
        }
        for code in near
    ]  # fmt: skip
    inner = [
        {
            "type": "MultiLineString", "id": code,
            "arcs": [[arc("r", regions["lines"], n)] for n in regions["countries"][code]],
        }
        for code in near
        if code in regions["countries"]
    ]  # fmt: skip
    return msgspec.json.encode({
        "type": "Topology", "transform": {"scale": [1 / _STEPS, 1 / _STEPS], "translate": [0, 0]}, "arcs": arcs,
        "objects": {
            "countries": {"type": "GeometryCollection", "geometries": lands},
            "regions": {"type": "GeometryCollection", "geometries": inner},
        },
    })  # fmt: skip


def box(points: Iterable[Point]) -> tuple[float, float, float, float]:
    """Return the box round points: left, right, low, high."""
    xs, ys = zip(*points, strict=True)
    return min(xs), max(xs), min(ys), max(ys)


@cache
def _file(name: str) -> dict[str, Any]:
    """Return one of the files of lines that the briefing's maps are drawn from too."""
    found: dict[str, Any] = json.loads(
        (resources.files("missionwatch.briefing") / "charts" / name).read_text(encoding="utf-8")
    )
    return found


@cache
def _rings() -> dict[str, list[list[Point]]]:
    """Return the outer rings of each country, the largest first."""
    data = _file("boundaries.json")
    lines = [_line(steps) for steps in data["lines"]]
    return {
        code: [[p for n in polygon[0] for p in (lines[n] if n >= 0 else lines[~n][::-1])] for polygon in polygons]
        for code, polygons in data["countries"].items()
    }


def _regions_of(code: str) -> list[list[int]]:
    data = _file("regions.json")
    return [data["lines"][n] for n in data["countries"].get(code, ())]


def _path(line: list[Point], piece: Frame) -> str:
    points = dict.fromkeys(piece.at(x, y) for x, y in line)
    return "M" + " ".join(f"{x:g},{y:g}" for x, y in points)


def _line(steps: list[int]) -> list[Point]:
    x = y = 0
    line: list[Point] = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        line.append((x / _STEPS, y / _STEPS))
    return line
