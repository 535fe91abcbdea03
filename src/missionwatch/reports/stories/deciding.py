"""Whether reports tell of one development: pure, from their features alone.

Nearness of meaning only finds candidates: "extended" and "not extended" lie beside one another, and so do two attacks
in one town. Who and where is named, the numbers and the days decide with it.
"""

from __future__ import annotations

import math
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np
import tomli

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from missionwatch.reports.stories.features import Features

WINDOW = 12
"""Days: a report joins a story only that had a report within so many days of it."""
_LOOKED_AT = 8  # of a story's reports, the latest: what it is about now
THRESHOLD = 0.6
NAMES = ("always", "meaning", "meaning_across", "across", "shared", "places", "missions", "states", "numbers", "days")


@cache
def weights() -> Mapping[str, float]:
    """Return the weights of ``data/stories.toml``."""
    text = (resources.files("missionwatch.reports") / "data" / "stories.toml").read_text("utf-8")
    found: dict[str, dict[str, float]] = tomli.loads(text)
    return found["weights"]


def evidence(a: Features, b: Features) -> tuple[float, ...]:
    """Return what speaks for and against one development, in the order of ``NAMES``."""
    meaning = float(np.dot(a.vector, b.vector))
    across = float(a.language != b.language)
    every, both = a.named | b.named, a.named & b.named
    return (
        1.0, meaning, meaning * across, across, len(both) / len(every) if every else 0.0,
        _agreed(a.named, b.named, "place:"), _agreed(a.named, b.named, "mission:"), _agreed(a.named, b.named, "state:"),
        float(bool(a.numbers & b.numbers)), abs(a.day - b.day) / 5,
    )  # fmt: skip


def together(a: Features, b: Features) -> float:
    """Return how likely it is that two reports tell of one development, 0–1."""
    if abs(a.day - b.day) > WINDOW:
        return 0.0
    known = weights()
    total = sum(known[name] * value for name, value in zip(NAMES, evidence(a, b), strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def belongs(report: Features, story: Sequence[Features]) -> float:
    """Return how likely it is that a report belongs to a story, 0–1: as its best fit there, held back by the others."""
    fits = [together(report, other) for other in story[-_LOOKED_AT:]]
    return (max(fits) + sum(fits) / len(fits)) / 2 if fits else 0.0


def choose(report: Features, stories: Mapping[str, Sequence[Features]]) -> str | None:
    """Return the key of the story that a report belongs to, or None where it opens one of its own."""
    best = max(((belongs(report, members), key) for key, members in stories.items()), default=(0.0, ""))
    return best[1] if best[0] >= THRESHOLD else None


def _agreed(a: frozenset[str], b: frozenset[str], kind: str) -> float:
    """Return 1 where both name the same of a kind, -1 where they name different ones, 0 where one names none."""
    mine, theirs = {name for name in a if name.startswith(kind)}, {name for name in b if name.startswith(kind)}
    if not mine or not theirs:
        return 0.0
    return 1.0 if mine & theirs else -1.0
