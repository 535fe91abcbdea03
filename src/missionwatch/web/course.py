"""Levels over time, laid out: a mission's course as bars, its dimensions as a heat map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from missionwatch.records import DIMENSIONS, LEVELS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from missionwatch.records import Concern, Dimension, Level


@dataclass(frozen=True, slots=True)
class Step:
    """A level on a day, and its number: 0 for none, 4 for severe."""

    day: date
    level: Level

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
        Step(day, next((one.level for one in concerns if one.mission == mission), "none")) for day, concerns in course
    )


def heat(course: Sequence[tuple[date, tuple[Concern, ...]]], mission: str) -> tuple[Lane, ...]:
    """Return a mission's levels as a whole and in each dimension, on each day of a course."""
    by_day = []
    for day, concerns in course:
        concern = next((one for one in concerns if one.mission == mission), None)
        by_day.append((day, {one.dimension: one.level for one in concern.dimensions} if concern is not None else {}))
    lanes = (
        Lane(dimension, tuple(Step(day, levels.get(dimension, "none")) for day, levels in by_day))
        for dimension in DIMENSIONS
    )
    return (Lane(None, steps(course, mission)), *lanes)
