"""Draw what the benches measured (``docs/measured.json``) as charts for ``docs/scale.md``: ``make bench`` does it last.

Each chart says beside its title what is wanted of it, so that a figure that misses is seen to miss.
"""

from __future__ import annotations

import os
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter
from tools.measured import measured

from missionwatch.briefing.charts.style import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.axes import Axes
    from tools.measured import Figures

IMAGES = Path(__file__).parents[1] / "docs" / "images"
BLUE, ORANGE, GREY = "#2b6cb0", "#c05621", "#a0aec0"
SHADES = ("#2b6cb0", "#c05621", "#2f855a", "#6b46c1", "#b7791f", "#718096", "#319795", "#97266d", "#4a5568", "#a0aec0")
Rows = dict[str, "Figures"]


def reading(rows: Rows, axes: Axes) -> str:
    """Draw how long reading takes beside spaCy, by language."""
    names = list(rows)
    sorts = [
        ("tokenizer", "spaCy's blank tokenizer", GREY),
        ("read", "missionwatch", BLUE),
        ("pipeline", "spaCy's small pipeline", ORANGE),
    ]
    for at, (key, label, colour) in enumerate(sorts):
        places = [n + (at - 1) * 0.27 for n, name in enumerate(names) if key in rows[name]]
        values = [rows[name][key] for name in names if key in rows[name]]
        axes.barh(places, values, 0.25, label=label, color=colour)
        for place, value in zip(places, values, strict=True):
            axes.text(value, place, f" {value:.2g}", va="center", fontsize=8)
    axes.set_yticks(range(len(names)), names)
    axes.set_xlabel("milliseconds a thousand characters")
    axes.legend(loc="lower right")
    return "Reading (wanted: at most 4 times the tokenizer, 5 times faster than the pipeline)"


def append(rows: Rows, axes: Axes) -> str:
    """Draw what booking a report takes beside plain inserts of the same bytes."""
    names = list(rows)
    for at, (key, label, colour) in enumerate(
        (("plain", "plain inserts", GREY), ("booked", "booked in the ledger", BLUE))
    ):
        axes.barh(
            [n + (at - 0.5) * 0.36 for n in range(len(names))],
            [rows[name][key] for name in names],
            0.34,
            label=label,
            color=colour,
        )
    for n, name in enumerate(names):
        axes.text(rows[name]["booked"], n + 0.18, f" {rows[name]['ratio']:.1f} times", va="center", fontsize=8)
    axes.set_yticks(range(len(names)), names)
    axes.set_xlabel("milliseconds a report, each in a durable transaction of its own")
    axes.legend(loc="lower right")
    return "Append (wanted: at most 3 times)"


def growing(rows: Rows, axes: Axes, lines: tuple[tuple[str, str], ...], target: float, what: str) -> None:
    """Draw figures by the size of the ledger, both axes logarithmic."""
    sizes = sorted(rows, key=int)
    for (key, label), colour in zip(lines, SHADES, strict=False):
        axes.plot([int(one) for one in sizes], [rows[one][key] for one in sizes], marker="o", label=label, color=colour)
    axes.axhline(target, color=GREY, linestyle="--", linewidth=1)
    axes.text(min(map(int, sizes)), target, " wanted", va="bottom", fontsize=8, color="#4a5568")
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
    axes.set_xlabel(what)
    axes.set_ylabel("milliseconds")
    axes.legend(loc="best")


def picture(rows: Rows, axes: Axes) -> str:
    """Draw how long a picture of one theatre takes while the ledger around it grows."""
    growing(
        rows,
        axes,
        (("median", "median"), ("p95", "95th percentile"), ("processor", "95th percentile, of the processor")),
        100,
        "statements in the ledger",
    )
    return "A picture of one theatre while the rest of the ledger grows"


def search(rows: Rows, axes: Axes) -> str:
    """Draw how long a search takes as the book grows."""
    growing(
        rows,
        axes,
        (("median", "median"), ("p95", "95th percentile"), ("processor", "95th percentile, of the processor")),
        100,
        "statements in the index",
    )
    return "Search"


def pages(rows: Rows, axes: Axes) -> str:
    """Draw how long pages take, the first time a day is looked at and again, on the demo and on a million statements."""
    kinds = list(dict.fromkeys(name.rpartition(" in ")[2] for name in rows))
    paths = list(dict.fromkeys(name.rpartition(" in ")[0] for name in rows))
    for at, kind in enumerate(kinds):
        for key, part, alpha in (("new", "first look", 0.45), ("again", "again", 1.0)):
            have = [(n, rows[f"{path} in {kind}"][key]) for n, path in enumerate(paths) if f"{path} in {kind}" in rows]
            places = [n + (at - (len(kinds) - 1) / 2) * 0.4 for n, _ in have]
            axes.barh(places, [one for _, one in have], 0.36, color=SHADES[at], alpha=alpha, label=f"{kind}: {part}")
    axes.axvline(100, color=GREY, linestyle="--", linewidth=1)
    axes.set_yticks(range(len(paths)), paths, fontsize=7)
    axes.invert_yaxis()
    axes.set_xlabel("milliseconds, 95th percentile")
    axes.legend(loc="lower right", fontsize=7)
    return "Pages and answers (wanted: 100 ms)"


def backfill(rows: Rows, axes: Axes) -> str:
    """Draw how many articles a second so many workers read and one process books."""
    names = sorted(rows, key=int)
    axes.plot(
        [int(one) for one in names], [rows[one]["rate"] for one in names], marker="o", color=BLUE, label="measured"
    )
    alone = rows[names[0]]["rate"]
    axes.plot(
        [int(one) for one in names], [alone * int(one) for one in names], color=GREY, linestyle="--", label="linear"
    )
    axes.set_xticks([int(one) for one in names])
    axes.set_xlabel("workers")
    axes.set_ylabel("articles a second")
    axes.set_ylim(bottom=0)
    axes.legend(loc="upper left")
    return "Backfill (wanted: within 20% of linear)"


def profile(rows: Rows, axes: Axes) -> str:
    """Draw which share of the time each room takes."""
    rooms = list(
        dict.fromkeys(
            room
            for row in rows.values()
            for room in row
            if isinstance(row[room], float) and room not in ("else", "load")
        )
    )
    names, left = list(rows), [0.0] * len(rows)
    for room, colour in zip((*rooms, "else"), (*SHADES[: len(rooms)], "#e2e8f0"), strict=False):
        parts = [rows[name].get(room, 0.0) * 100 for name in names]
        axes.barh(range(len(names)), parts, 0.6, left=left, color=colour, label=room)
        left = [a + b for a, b in zip(left, parts, strict=True)]
    axes.set_yticks(range(len(names)), names)
    axes.invert_yaxis()
    axes.set_xlabel("% of the time")
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.18), ncols=6, fontsize=7)
    return "Where the time goes"


CHARTS: dict[str, Callable[[Rows, Any], str]] = {
    "reading": reading, "append": append, "picture": picture, "search": search, "pages": pages, "backfill": backfill, "profile": profile,
}  # fmt: skip
"""The charts, by the bench that they show."""


def main() -> None:
    """Draw a chart of each bench that has measured something."""
    settings: Any = SETTINGS
    for name, rows in measured().items():
        with mpl.rc_context(settings), warnings.catch_warnings():
            figure = Figure(figsize=(7.2, 4.6 if name == "pages" else 3.0), layout="constrained")
            axes = figure.subplots()
            axes.set_title(CHARTS[name](rows, axes), fontsize=10, loc="left")
            path = IMAGES / f"bench-{name}.svg"
            figure.savefig(path, format="svg", metadata={"Date": None, "Creator": None})
            print(os.path.relpath(path))


if __name__ == "__main__":
    main()
