"""Measure how often what the rules marked alike was right, and write the reader's calibration.

Run it as ``python tools/calibrate.py GOLD...`` on gold the rules were tuned on (complete reports only count), never on gold
that is kept to measure them. Shares are pooled so that a higher mark never means less (isotonic regression by pooling
adjacent violators), and drawn towards the whole by ten imagined statements, so that few cases say little.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from missionwatch import flow
from missionwatch.reading.frames import calibration
from missionwatch.reading.gold import load_gold

TARGET = Path(calibration.__file__).parent / "calibration.toml"
_IMAGINED = 10  # statements
_ENOUGH = 25  # statements of a predicate; fewer are read with "other"


def pooled(cases: list[tuple[float, bool]], whole: float) -> list[tuple[float, float]]:
    """Return (mark, share right) with shares that never fall as marks rise."""
    by_mark: dict[float, list[bool]] = defaultdict(list)
    for mark, right in cases:
        by_mark[round(mark, 2)].append(right)
    blocks: list[list[float]] = []  # sum of marks, right, count, statements
    for mark in sorted(by_mark):
        rights = by_mark[mark]
        blocks.append([mark * len(rights), sum(rights) + _IMAGINED * whole, len(rights) + _IMAGINED, len(rights)])
        while len(blocks) > 1 and blocks[-2][1] / blocks[-2][2] > blocks[-1][1] / blocks[-1][2]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    return [(round(marks / count, 3), round(right / base, 2)) for marks, right, base, count in blocks]


def main() -> None:
    """Read the gold without calibration, pool, write."""
    calibration.points = lambda: {"other": ((0.0, 0.0), (1.0, 1.0))}  # type: ignore[assignment] # the marks themselves
    cases: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for path in sys.argv[1:]:
        for one in flow.examine(load_gold(Path(path))):
            if not one.gold.complete:
                continue
            serving = {statement for statement, _ in one.pairs.values()}
            for number, statement in enumerate(one.statements):
                cases[statement.predicate].append((statement.confidence, number in serving))
    everyone = [case for found in cases.values() for case in found]
    whole = sum(right for _, right in everyone) / len(everyone)
    lines = [
        f"# Made by tools/calibrate.py of {len(everyone)} statements, {whole:.0%} of them right: [mark, share right].",
        "",
    ]
    tables = {name: found for name, found in cases.items() if len(found) >= _ENOUGH}
    tables["other"] = everyone
    for name in sorted(tables):
        share = sum(right for _, right in tables[name]) / len(tables[name])
        rows = ", ".join(f"[{mark}, {right}]" for mark, right in pooled(tables[name], share))
        lines.append(f"{name} = [{rows}]")
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
