"""Levels over time, laid out: a mission's course as bars, its dimensions as a heat map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from missionwatch.records import DIMENSIONS, LEVELS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from missionwatch.records import Concern, Dimension, DimensionConcern, Held, Level


@dataclass(frozen=True, slots=True)
class Step:
    """A level on a day with the sum it goes by, why it holds where that is too low, and its number: 0 for none, 4 for severe."""

    day: date
    level: Level = "none"
    score: float = 0.0
    held: Held | None = None

    @property
    def number(self) -> int:
        """Return how high the level is."""
        return LEVELS.index(self.level)


@dataclass(frozen=True, slots=True)
class Lane:
    """One dimension's levels week by week; None is the mission as a whole."""

    dimension: Dimension | None
    steps: tuple[Step, ...]


def steps(course: Sequence[tuple[date, tuple[Concern, ...]]], mission: str) -> tuple[Step, ...]:
    """Return a mission's level on each day of a course; the theatre at large is ``""``."""
    return tuple(
        _step(day, next((one for one in concerns if one.mission == mission), None)) for day, concerns in course
    )


def heat(course: Sequence[tuple[date, tuple[Concern, ...]]], mission: str) -> tuple[Lane, ...]:
    """Return a mission's levels as a whole and in each dimension, on each day of a course."""
    by_day = []
    for day, concerns in course:
        concern = next((one for one in concerns if one.mission == mission), None)
        by_day.append((day, {one.dimension: one for one in concern.dimensions} if concern is not None else {}))
    lanes = (
        Lane(dimension, tuple(_step(day, found.get(dimension)) for day, found in by_day)) for dimension in DIMENSIONS
    )
    return (Lane(None, steps(course, mission)), *lanes)


def _step(day: date, found: Concern | DimensionConcern | None) -> Step:
    return Step(day) if found is None else Step(day, found.level, found.score, found.held)
