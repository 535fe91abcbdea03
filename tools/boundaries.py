"""Makes ``boundaries.json``, the country outlines of the maps in briefings: Natural Earth's, made simple and small.

Usage: ``npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz && python tools/boundaries.py package/countries-50m.json``

The input is TopoJSON (countries by ISO 3166-1 number, with Natural Earth's English names); borders that two countries share
stay shared, because lines are simplified (Douglas–Peucker) and not outlines. Codes come from the names in Unicode CLDR.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from babel import Locale

TARGET = Path(__file__).parents[1] / "src" / "missionwatch" / "briefing" / "charts" / "boundaries.json"
TOLERANCE = 0.035  # degrees: about four kilometres, less than a line's width on a map of one country
STEPS = 100  # to a degree
SMALLEST = 0.02  # square degrees: islands below are left out, unless they are all there is of a country
ABOUT = (
    "Country outlines of Natural Earth 1:50m (naturalearthdata.com), public domain, by way of the npm package world-atlas 2.0.2 "
    "(ISC); simplified by tools/boundaries.py. Outlines show who holds a place, and imply no judgement on status. "
    "lines: steps of a hundredth of a degree, each from the one before; countries: ISO code to polygons, rings, line numbers "
    "(~n: line n backwards)."
)
ALIASES = {
    "Bosnia and Herz.": "BA", "Brunei": "BN", "Central African Rep.": "CF", "Congo": "CG", "Dem. Rep. Congo": "CD", "Cabo Verde": "CV",
    "Czechia": "CZ", "Dominican Rep.": "DO", "Eq. Guinea": "GQ", "Macedonia": "MK", "Myanmar": "MM", "Palestine": "PS",
    "S. Sudan": "SS", "Solomon Is.": "SB", "Timor-Leste": "TL", "Turkey": "TR", "United States of America": "US", "W. Sahara": "EH",
    "eSwatini": "SZ", "Marshall Is.": "MH", "São Tomé and Principe": "ST", "Antigua and Barb.": "AG", "St. Vin. and Gren.": "VC",
    "St. Kitts and Nevis": "KN", "Saint Lucia": "LC", "Hong Kong": "HK", "Macao": "MO", "Côte d'Ivoire": "CI", "Vatican": "VA",
}  # fmt: skip

Point = tuple[float, float]


def main(source: Path) -> None:
    """Write the file."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    lines = [simplified(line) for line in decoded(topology)]
    names = {name: code for code, name in Locale("en").territories.items() if len(code) == 2}
    countries: dict[str, list[list[list[int]]]] = {}
    unnamed = 0
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        code = ALIASES.get(name) or names.get(name.replace(" and ", " & "), names.get(name))
        if code is None:
            unnamed += 1
            code = f"x{unnamed}"
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        polygons.sort(key=lambda rings: -area(rings[0], lines))
        large = [rings for rings in polygons if area(rings[0], lines) >= SMALLEST] or polygons[:1]
        countries.setdefault(code, []).extend(large)
    used = sorted(
        {n if n >= 0 else ~n for polygons in countries.values() for rings in polygons for ring in rings for n in ring}
    )
    renamed = {old: new for new, old in enumerate(used)}
    for polygons in countries.values():
        for rings in polygons:
            for ring in rings:
                ring[:] = [renamed[n] if n >= 0 else ~renamed[~n] for n in ring]
    made = {"about": ABOUT, "lines": [encoded(lines[n]) for n in used], "countries": dict(sorted(countries.items()))}
    TARGET.write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes, {len(countries)} countries, {unnamed} without a code")


def decoded(topology: dict[str, Any]) -> list[list[Point]]:
    """Return the lines of a quantised TopoJSON as degrees."""
    (wide, high), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in topology["arcs"]:
        x = y = 0
        line: list[Point] = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * wide + left, y * high + low))
        lines.append(line)
    return lines


def simplified(line: list[Point]) -> list[Point]:
    """Return a line without the points that lie within the tolerance of it (Douglas–Peucker); its ends stay."""
    if len(line) < 3:
        return line
    if line[0] == line[-1]:  # a ring of its own: cut where it is farthest from its start
        far = max(range(len(line)), key=lambda n: away(line[n], line[0], line[0]))
        return [*simplified(line[: far + 1])[:-1], *simplified(line[far:])]
    distance, at = max((away(line[n], line[0], line[-1]), n) for n in range(1, len(line) - 1))
    if distance <= TOLERANCE:
        return [line[0], line[-1]]
    return [*simplified(line[: at + 1])[:-1], *simplified(line[at:])]


def away(point: Point, first: Point, last: Point) -> float:
    """Return how far a point is from a stretch."""
    (x, y), (ax, ay), (bx, by) = point, first, last
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = 0.0 if length == 0 else min(1.0, max(0.0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
    return float(((x - ax - along * (bx - ax)) ** 2 + (y - ay - along * (by - ay)) ** 2) ** 0.5)


def area(ring: list[int], lines: list[list[Point]]) -> float:
    """Return the area of a ring in square degrees."""
    points = [p for n in ring for p in (lines[n] if n >= 0 else lines[~n][::-1])]
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def encoded(line: list[Point]) -> list[int]:
    """Return a line as steps in one row: x, y, dx, dy and so on."""
    out: list[int] = []
    before = (0, 0)
    for x, y in line:
        here = (round(x * STEPS), round(y * STEPS))
        if not out or here != before:
            out += [here[0] - before[0], here[1] - before[1]]
        before = here
    return out


if __name__ == "__main__":
    main(Path(sys.argv[1]))
