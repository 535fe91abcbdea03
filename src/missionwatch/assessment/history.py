"""A theatre's levels from day to day: what changed each, and by which claims and tempos."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from missionwatch.assessment.indicators import LONGEST
from missionwatch.records import Concern, LevelChange, Reason, ReplayDay

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


def days(first: date, last: date, every: int) -> Iterator[date]:
    """Yield each ``every``-th day from the first on, and the last."""
    if first > last or every < 1:
        raise ValueError(f"from {first} to {last} every {every} days is no stretch of days")
    day = first
    while day < last:
        yield day
        day += timedelta(days=every)
    yield last


class History:
    """Remembers the concerns of the days it was given, in order, so that each can be held beside those before."""

    def __init__(self) -> None:
        self._days: dict[date, tuple[Concern, ...]] = {}
        self._last: tuple[Concern, ...] = ()

    def at(self, day: date) -> tuple[Concern, ...] | None:
        """Return the concerns of a day, or None where it was not given."""
        return self._days.get(day)

    def add(self, day: date, concerns: tuple[Concern, ...]) -> ReplayDay:
        """Return a day's levels and what changed since the day given last."""
        before = {concern.mission: concern for concern in self._last}
        changed = tuple(
            level_change(before.get(concern.mission), concern)
            for concern in concerns
            if concern.level != (before[concern.mission].level if concern.mission in before else "none")
        )
        self._last = self._days[day] = concerns
        while len(self._days) > LONGEST:
            del self._days[next(iter(self._days))]
        return ReplayDay(day=day, concerns=concerns, changed=changed)


def level_change(before: Concern | None, after: Concern) -> LevelChange:
    """Return what made a level another: the reasons that count more, and those that count less or no more."""
    old = {_key(one): one for one in before.reasons} if before else {}
    new = {_key(one): one for one in after.reasons}
    by = {key: _counted(new, key) - _counted(old, key) for key in (*old, *new)}
    ordered = sorted(by, key=lambda key: (-abs(by[key]), key))
    return LevelChange(
        mission=after.mission, before=before.level if before else "none", after=after.level,
        risen=tuple(new.get(key) or old[key] for key in ordered if by[key] > 0.005),
        fallen=tuple(new.get(key) or old[key] for key in ordered if by[key] < -0.005),
    )  # fmt: skip


def _key(one: Reason) -> tuple[str, str]:
    return one.signal, one.id


def _counted(reasons: dict[tuple[str, str], Reason], key: tuple[str, str]) -> float:
    return reasons[key].counted if key in reasons else 0.0
