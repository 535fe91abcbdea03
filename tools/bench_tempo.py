"""Measure event data: how fast rows load, how soon a mission's tempo is answered, what memory that takes, and how it grows.

Run it as ``make bench-tempo`` (``ROWS="1000000 5000000"`` are the sizes, 5 million being a month of GDELT). It prints figures and
judges nothing. Each load runs in a process of its own, so that its peak memory is its own. ``--ucdp FOLDER`` shows besides when the
tempo of countries with a known history changed by UCDP's files in that folder; ``--chance`` how often a change is seen where there
is none, and how often a doubled rate is found.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from missionwatch import register
from missionwatch.records import Near, Tempo
from missionwatch.tempo import Archive, load, measure, places
from missionwatch.tempo.changepoints import change_points

if TYPE_CHECKING:
    from collections.abc import Callable

A_MONTH = 5_000_000
BEGIN = date(2022, 1, 1)
TOOL = Path(__file__).with_name("gdelt_rows.py")
LOAD = """
import json, resource, sys, time
from pathlib import Path
from missionwatch.tempo import load
began = time.perf_counter()
done = load([Path(p) for p in sys.argv[2:]], Path(sys.argv[1]))
took = time.perf_counter() - began
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"rows": done.rows, "added": done.added, "unchanged": done.unchanged, "seconds": took, "cpu": used.ru_utime + used.ru_stime,
                  "peak_mb": used.ru_maxrss / 1024, "rejected": done.rejected_rows}))
"""
COUNTRIES = ("ML", "BF", "SY", "UA", "YE", "NG", "ET", "CO", "LK")


def main() -> None:
    """Measure what the command line asks for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, nargs="*", default=[1_000_000, A_MONTH])
    asked.add_argument("--into", type=Path, help="where the files are made (default: a temporary folder)")
    asked.add_argument("--ucdp", type=Path)
    asked.add_argument("--chance", action="store_true")
    said = asked.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory(dir=said.into) as folder:
        for rows in said.rows:
            size(Path(folder), rows)
        if said.ucdp:
            history(Path(folder), said.ucdp)
    if said.chance:
        chance()


def size(folder: Path, rows: int) -> None:
    """Measure one size: as one plain file, and a part of it as zipped files of a quarter of an hour."""
    days = max(1, rows * 30 // A_MONTH)
    plain, store = folder / f"{rows}.csv", folder / f"store-{rows}"
    subprocess.run([sys.executable, TOOL, "--rows", str(rows), "--days", str(days), "--into", plain], check=True)  # noqa: S603 - our own tool
    loaded = in_process(store, plain)
    kept = sum(path.stat().st_size for path in store.rglob("*.parquet"))
    print(
        f"\n{rows:,} rows ({days} days, {plain.stat().st_size / 1e6:,.0f} MB): loaded in {loaded['seconds']:.1f} s = "
        f"{rows / loaded['seconds']:,.0f} rows/s, {loaded['cpu']:.1f} s of processor, "
        f"peak {loaded['peak_mb']:,.0f} MB, {kept / 1e6:,.0f} MB of Parquet"
    )
    ask(store, BEGIN + timedelta(days=days - 1))
    if rows <= A_MONTH:
        again = in_process(store, changed(plain))
        print(
            f"  the same rows in another file: {again['seconds']:.1f} s, {again['added']} added, peak {again['peak_mb']:,.0f} MB"
        )
        zipped(folder, plain)
    plain.unlink()


def in_process(store: Path, *files: Path) -> dict[str, Any]:
    """Load files in a process of its own, and return what it says."""
    done = subprocess.run([sys.executable, "-c", LOAD, store, *files], check=True, capture_output=True, text=True)  # noqa: S603 - our own code
    return dict(json.loads(done.stdout))


def changed(plain: Path) -> Path:
    """Return the file with one broken line more, which makes it another file."""
    with plain.open("a", encoding="utf-8") as out:
        out.write("no event\n")
    return plain


def ask(store: Path, as_of: date) -> None:
    """Measure how soon a mission's tempo is answered: Task Force Takuba, its hosts and five places."""
    known = register.load()
    points = [
        places.near(p)
        for name in ("gao", "menaka", "gossi", "ansongo", "niamey")
        if isinstance(p := known.entry(f"place:{name}"), register.Place)
    ]
    asked: list[Near] = [*(p for p in points if p), *places.countries_of("mission:takuba")]
    took: list[float] = []
    found: tuple[Tempo, ...] = ()
    for _ in range(5):
        began = time.perf_counter()
        with Archive(store) as archive:
            found = measure(archive, {"mission:takuba": asked}, as_of)
        took.append(time.perf_counter() - began)
    began = time.perf_counter()
    command = [
        sys.executable,
        "-m",
        "missionwatch",
        "tempo",
        "show",
        "--events",
        str(store),
        "--as-of",
        str(as_of),
        "--mission",
        "takuba",
        "--json",
    ]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own command
    whole = time.perf_counter() - began
    print(
        f"  a mission's tempo ({len(asked)} places): {statistics.median(took):.2f} s (first {took[0]:.2f}), "
        f"{sum(t.rows for t in found):,} rows counted; "
        f"the whole command, three countries: {whole:.2f} s"
    )


def zipped(folder: Path, plain: Path) -> None:
    """Measure files as GDELT gives them: 192 zips of some 1,700 rows, as two days have."""
    zips = []
    with plain.open("rb") as lines:
        for number in range(192):
            packed = folder / f"{20220101000000 + number}.export.CSV.zip"
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
                out.writestr(packed.stem, b"".join(next(lines, b"") for _ in range(1_700)))
            zips.append(packed)
    loaded = in_process(folder / "store-zips", *zips)
    speed = loaded["rows"] / loaded["seconds"]
    print(
        f"  192 zips of 1,700 rows: {loaded['seconds']:.1f} s = {speed:,.0f} rows/s, peak {loaded['peak_mb']:,.0f} MB"
    )
    began = time.perf_counter()
    for packed in zips[:20]:  # as a watch does: one quarter of an hour after the other
        load([packed], folder / "store-watch")
    print(f"  one such zip at a time: {(time.perf_counter() - began) / 20:.2f} s each")
    for packed in zips:
        packed.unlink()


def history(folder: Path, files: Path) -> None:
    """Show when the tempo of countries changed by UCDP's samples: the last year of each is its end, 2024."""
    done = load(sorted(p for p in files.iterdir() if "events" in p.name), folder / "ucdp")
    print(f"\nUCDP: {done.rows:,} rows, {done.added:,} events, {done.rejected_rows} rejected, flaws {dict(done.flaws)}")
    known = register.load()
    for code in COUNTRIES:
        with Archive(folder / "ucdp") as archive:
            near = Near(name=known.name(f"state:{code}", "en") or code, country=code)
            end, weeks = date(2024, 12, 29), 1300
            counts = [n for n, _ in archive.counts("ucdp", [near], end, weeks, weeks)[0].weeks][::-1]
        said = [
            f"{end - timedelta(days=7 * (weeks - c.week) - 1)} {c.before:.2f}→{c.after:.2f}"
            for c in change_points(counts)
        ]
        print(
            f"  {near.name} ({sum(counts)} events since {end - timedelta(days=7 * weeks - 1)}): {'; '.join(said) or 'no change'}"
        )


def chance(series: int = 1000) -> None:
    """Measure false alarms and power of the change-points."""
    dice = random.Random(20)  # noqa: S311 - chance, not secrets

    def poisson(mean: float) -> int:
        limit, count, product = math.exp(-mean), 0, dice.random()
        while product > limit:
            count, product = count + 1, product * dice.random()
        return count

    def scattered(mean: float, by: float) -> int:
        return poisson(mean if by == 1 else dice.gammavariate(mean / (by - 1), by - 1))

    print("\nfalse alarms, of series without a change: weeks, mean a week, Poisson, scatter 2, scatter 4")
    for weeks in (52, 104, 260):
        for mean in (0.3, 1, 3, 10):
            rates = [
                sum(bool(change_points([scattered(mean, by) for _ in range(weeks)])) for _ in range(series)) / series
                for by in (1, 2, 4)
            ]
            print(f"  {weeks:4} {mean:4} " + " ".join(f"{rate:6.1%}" for rate in rates))
    print("false alarms of series whose rate wanders, and of clusters of incidents: weeks, mean a week")
    for weeks in (52, 104, 260):
        for mean in (0.3, 1, 3, 10, 30):
            wander = sum(
                bool(change_points([poisson(rate) for rate in wandering(dice, weeks, mean)]))
                for _ in range(series // 2)
            )
            cluster = sum(bool(change_points(clusters(dice, poisson, weeks, mean))) for _ in range(series // 2))
            print(f"  {weeks:4} {mean:4} {wander / (series // 2):6.1%} {cluster / (series // 2):6.1%}")
    print("found, of series whose rate doubled in the last weeks of 104: mean before, weeks since, Poisson, scatter 2")
    for mean in (1, 2, 3, 5, 10):
        for since in (6, 8, 13, 26, 52):
            rates = []
            for by in (1, 2):
                hits = 0
                for _ in range(series):
                    found = change_points(
                        [scattered(mean, by) for _ in range(104 - since)]
                        + [scattered(2 * mean, by) for _ in range(since)]
                    )
                    hits += bool(found and found[-1].after > found[-1].before)
                rates.append(hits / series)
            print(f"  {mean:4} {since:4} " + " ".join(f"{rate:6.1%}" for rate in rates))


def wandering(dice: random.Random, weeks: int, mean: float, keeps: float = 0.5, by: float = 0.4) -> list[float]:
    """Return weekly rates that wander about a mean, each keeping half of the last one's distance from it (logarithms)."""
    off, rates = 0.0, []
    for _ in range(weeks):
        off = keeps * off + dice.gauss(0, by * math.sqrt(1 - keeps * keeps))
        rates.append(mean * math.exp(off - by * by / 2))
    return rates


def clusters(dice: random.Random, poisson: Callable[[float], int], weeks: int, mean: float) -> list[int]:
    """Return weekly counts of incidents that come in clusters of three on average, over three weeks."""
    counts = [0] * (weeks + 6)
    for week in range(weeks + 3):
        for _ in range(poisson(mean / 3)):
            for _ in range(poisson(3)):
                counts[week + dice.choice((0, 0, 1, 2))] += 1
    return counts[3 : weeks + 3]


if __name__ == "__main__":
    main()
