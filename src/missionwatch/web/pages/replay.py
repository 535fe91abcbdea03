"""Replay: how levels went from day to day, each as known on its own evening, and what changed them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from babel.dates import format_date
from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time

from missionwatch.errors import AddressError
from missionwatch.records import DIMENSIONS, LEVELS
from missionwatch.web.rendering import render
from missionwatch.workplace import asking

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from missionwatch.records import EntityRef, Level, LevelChange, Reason, ReplayDay
    from missionwatch.workplace import Moment, Seen

router = APIRouter()
_BACK = timedelta(days=60)
_MOST = 200  # pictures of one page; a longer stretch takes larger steps
_STEPS = (1, 7, 30)
_SHOWN = 3  # reasons of a change
_WIDE = 8.0  # percent of a strip that a word needs


@dataclass(frozen=True, slots=True)
class Run:
    """Days on end at one level: where it stands on the strip, in percent, and whether its word fits."""

    level: Level
    left: float
    width: float

    @property
    def fits(self) -> bool:
        """Say whether the level's word fits in."""
        return self.width >= _WIDE

    @property
    def height(self) -> int:
        """Return how high it is drawn, of 30: the worse the higher."""
        return 6 + 6 * LEVELS.index(self.level)


@dataclass(frozen=True, slots=True)
class Strip:
    """One line of the replay: a mission's levels (``dimension`` None), or those of one of its dimensions."""

    mission: EntityRef
    dimension: str | None
    levels: tuple[Level, ...]
    runs: tuple[Run, ...]

    @property
    def written(self) -> str:
        """Return the levels as digits, a day each: what the player reads."""
        return "".join(str(LEVELS.index(one)) for one in self.levels)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Which days are replayed."""

    first: date
    last: date
    every: int
    at: date


@router.get("/{theatre}/replay")
def replay(request: Request) -> HTMLResponse:
    """Show a strip of levels for each mission, what changed them, and the levels of one day."""
    at, language = asking.desk(request), asking.language(request)
    moment = asking.moment(at, request.query_params)
    asked, seen = _stretch(request.query_params, moment), at.seen(moment)
    days = at.replay(asked.first, asked.last, asked.every, moment.known)
    chosen = max((n for n, one in enumerate(days) if one.day <= asked.at), default=0)
    mission = asking.parameter(request.query_params, "mission")
    return HTMLResponse(
        render(
            request, "replay", seen=seen, asked=asked, days=days, chosen=chosen, steps=_STEPS, levels=LEVELS,
            strips=list(_strips(days, seen, mission)), changes=list(_changes(days)), reasons=_reasons, months=list(_months(days)),
            told=at.retold(asked.first, asked.last, asked.every, moment.known, language), marker=_place(chosen, len(days)),
            mission=mission, refs={m.mission.id: m.mission for m in (*seen.picture.missions, seen.picture.general)},
            month=lambda when: format_date(when, "LLL yyyy" if when.month == 1 else "LLL", locale=language),
        )
    )  # fmt: skip


def _stretch(said: Mapping[str, str], moment: Moment) -> Stretch:
    """Return the days that an address asks for; raise ``AddressError`` where they are none, or too many."""
    last = asking.day(said, "to") or moment.as_of
    first = asking.day(said, "from") or last - _BACK
    step = asking.parameter(said, "every") or "1"
    if step not in {str(one) for one in _STEPS}:
        raise AddressError(f"every={step!r} is no step; write {', '.join(str(one) for one in _STEPS)}")
    if first > last:
        raise AddressError(f"from={first} comes after to={last}; give the earlier day first")
    count = (last - first).days // int(step) + 1
    if count > _MOST:
        raise AddressError(
            f"from {first} to {last} are {count} pictures; {_MOST} is the most: take a shorter stretch or a larger step"
        )
    return Stretch(first, last, int(step), min(max(asking.day(said, "at") or last, first), last))


def _strips(days: Sequence[ReplayDay], seen: Seen, mission: str) -> Iterator[Strip]:
    """Yield a strip for each mission, and under the mission that is asked for those of its dimensions."""
    for one in (*seen.picture.missions, seen.picture.general):
        identity = one.mission.id
        concerns = [next((c for c in day.concerns if c.mission == (identity or "")), None) for day in days]
        if not any(concerns):
            continue
        yield _strip(one.mission, None, [c.level if c else "none" for c in concerns])
        if mission and identity in (mission, f"mission:{mission}"):
            for dimension in DIMENSIONS:
                levels: list[Level] = [
                    next((d.level for d in c.dimensions if d.dimension == dimension), "none") if c else "none"
                    for c in concerns
                ]
                if any(level != "none" for level in levels):
                    yield _strip(one.mission, dimension, levels)


def _strip(mission: EntityRef, dimension: str | None, levels: Sequence[Level]) -> Strip:
    runs: list[Run] = []
    width = 100 / len(levels)
    for n, level in enumerate(levels):
        if runs and runs[-1].level == level:
            runs[-1] = Run(level, runs[-1].left, round(runs[-1].width + width, 3))
        else:
            runs.append(Run(level, round(n * width, 3), round(width, 3)))
    return Strip(mission, dimension, tuple(levels), tuple(runs))


def _changes(days: Sequence[ReplayDay]) -> Iterator[tuple[ReplayDay, LevelChange]]:
    """Yield what changed, the latest first; the first day has none before it."""
    for one in reversed(days[1:]):
        for change in one.changed:
            yield one, change


def _reasons(change: LevelChange) -> tuple[Reason, ...]:
    """Return what made a level another, the weightiest first; nothing where it only faded with time."""
    rose = LEVELS.index(change.after) > LEVELS.index(change.before)
    found = (change.risen if rose else change.fallen)[:_SHOWN]
    return found if rose or any(one.weight < 0 for one in found) else ()


def _months(days: Sequence[ReplayDay]) -> Iterator[tuple[float, date]]:
    """Yield where each month begins on the strip, in percent; a month that has hardly begun gives way to the next."""
    begun = [(n, one.day) for n, one in enumerate(days) if n == 0 or one.day.month != days[n - 1].day.month]
    for (n, when), (after, _) in zip(begun, [*begun[1:], (len(days), days[-1].day)], strict=True):
        if 100 * (after - n) / len(days) >= _WIDE:
            yield round(100 * n / len(days), 3), when


def _place(n: int, count: int) -> float:
    """Return where the middle of a day stands on the strip, in percent."""
    return round(100 * (n + 0.5) / count, 3)
