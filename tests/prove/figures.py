"""What the proofs measure, for the screen and for ``docs/guarantees.md``."""

from __future__ import annotations

import os
import platform
import re
from datetime import UTC, datetime
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "guarantees.md"
BEGIN, END = "<!-- figures: made by `make prove` -->", "<!-- end of figures -->"
LONG = float(os.environ.get("LONG") or 0)
"""How much of the whole to run: 1 as often as the promises say, 0.5 half as often, 0 a trial of minutes."""


def share(whole: int, trial: int) -> int:
    """Return how many: the whole number where the proofs run long, a part of it where a part was asked for, a few for a trial."""
    return max(trial, round(whole * LONG))


class Figures:
    """Rows of what was tried, how often, and what was seen, by the proof they belong to."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, str, str]] = []

    def add(self, proof: str, tried: str, seen: str) -> None:
        """Note one figure."""
        self.rows.append((proof, tried, seen))

    def text(self, now: datetime | None = None) -> str:
        """Return the figures as a Markdown table with when and where they were measured."""
        when = (now or datetime.now(UTC)).date().isoformat()
        run = f"`make prove LONG={LONG:g}`" if LONG else "`make prove` (a trial, not the long run)"
        head = f"Measured {when} by {run}: {platform.system()}, {os.cpu_count()} processor cores, Python {platform.python_version()}."
        lines = [f"| {proof} | {tried} | {seen} |" for proof, tried, seen in sorted(self.rows)]
        return "\n".join([head, "", "| proof | tried | seen |", "|---|---|---|", *lines])


def written(page: str, figures: str) -> str:
    """Return a page with these figures between its marks.

    Raises ``ValueError`` where it has no marks.
    """
    between = re.compile(f"(?s)(?<={re.escape(BEGIN)}\n).*?(?={re.escape(END)})")
    if not between.search(page):
        raise ValueError(f"the page has no marks {BEGIN} and {END}")
    return between.sub(lambda _: f"\n{figures}\n\n", page)


def percentile(values: list[float], part: float) -> float:
    """Return the value that this part of the values do not go beyond."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]
