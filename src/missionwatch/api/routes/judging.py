"""How worrying each mission's state is: levels and their reasons, over time, what-if, and what counts."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Literal

from fastapi import Query
from starlette.responses import Response

from missionwatch import assessment, flow
from missionwatch.api.answering import give
from missionwatch.api.answers import ConcernSight, LevelDay, MissionLevel
from missionwatch.api.operations import operation
from missionwatch.api.parameters import DAY, ISO, NAME, At, MissionName, Place, as_day
from missionwatch.api.problems import Refusal
from missionwatch.assessment import Indicators
from missionwatch.records import Concern, WhatIf

_LONG = timedelta(days=120)
_MOST = 150  # pictures that one replay sees
Day = Annotated[str | None, Query(pattern=DAY, json_schema_extra=ISO)]


@operation("/theatres/{theatre}/concerns", gives=tuple[ConcernSight, ...], tag="Assessment")
def concerns(at: At, mission: MissionName = None) -> Response:
    """Explain each mission's level down to the last claim: what counts, how much, what would lower it, what it hangs on.

    The same as `missionwatch concern --json`.
    """
    wanted = at.mission(mission) if mission is not None else None

    def work() -> tuple[ConcernSight, ...]:
        seen = at.seen()
        return tuple(
            ConcernSight(
                concern=concern, options=of.options, decisions=tuple(assessment.decisions(of)),
                tempo=tuple(one for one in seen.tempos if one.mission == of.mission.id),
            )
            for of, concern in zip((*seen.picture.missions, seen.picture.general), seen.concerns, strict=True)
            if wanted in (None, of.mission.id)
        )  # fmt: skip

    return give(at, work, mark=at.mark)


@operation("/theatres/{theatre}/course", gives=tuple[LevelDay, ...], tag="Assessment")
def course(
    at: At,
    mission: MissionName = None,
    weeks: Annotated[int, Query(ge=1, le=104, description="How many weeks back.")] = 26,
) -> Response:
    """Show the levels week by week up to `as-of`, each as known on its own evening."""
    wanted = at.mission(mission) if mission is not None else None

    def work() -> tuple[LevelDay, ...]:
        return tuple(
            LevelDay(day=day, levels=_levels(found, wanted)) for day, found in at.desk.course(at.moment, weeks)
        )

    return give(at, work)


@operation("/theatres/{theatre}/replay", gives=tuple[LevelDay, ...], tag="Assessment")
def replay(
    at: Place,
    first: Annotated[Day, Query(alias="from", description="The first day (default: 120 days before the last).")] = None,
    last: Annotated[Day, Query(alias="to", description="The last day (default: today).")] = None,
    every: Annotated[int, Query(ge=1, le=366, description="Every so many days.")] = 1,
    mission: MissionName = None,
) -> Response:
    """Show the levels day by day, each as known then, with what changed them; at most 150 days of them.

    The same as `missionwatch replay --json`.
    """
    wanted = at.mission(mission) if mission is not None else None
    end = as_day(last, "to") or at.moment.as_of
    begin = as_day(first, "from") or end - _LONG
    if begin > end:
        raise Refusal("bad-request", f"from ({begin}) comes after to ({end}); give the earlier day first.")
    if (end - begin).days // every >= _MOST:
        raise Refusal("bad-request", f"That is more than {_MOST} days; shorten it, or give a larger `every`.")

    def work() -> tuple[LevelDay, ...]:
        days = at.desk.replay(begin, end, every)
        return tuple(
            LevelDay(
                day=one.day, levels=_levels(one.concerns, wanted),
                changed=tuple(change for change in one.changed if wanted in (None, change.mission)),
            )
            for one in days
        )  # fmt: skip

    return give(at, work)


@operation("/theatres/{theatre}/what-if", gives=WhatIf, tag="Assessment")
def what_if(
    at: At,
    suppose: Annotated[
        Literal["withdraw", "add", "end-mandate"], Query(description="What happens.", examples=["withdraw"])
    ],
    mission: Annotated[str, Query(pattern=NAME, description="To which mission.", examples=["takuba"])],
    party: Annotated[
        str | None,
        Query(
            pattern=r"^[A-Za-z]{2}$", description="The state that withdraws or joins, by its ISO code.", examples=["FR"]
        ),
    ] = None,
    people: Annotated[int | None, Query(ge=1, le=1_000_000, description="How many people it would send.")] = None,
    day: Annotated[Day, Query(description="The day on which the mandate ends.", examples=["2022-06-30"])] = None,
) -> Response:
    """Show what a withdrawal, a new contribution or the end of a mandate would take along, as far as reports say.

    Nothing is booked.
    """
    asked = flow.hypothesis(suppose, at.mission(mission), party=party, people=people, day=as_day(day, "day"))

    def work() -> WhatIf:
        seen = at.seen()
        return flow.suppose(seen.picture, asked, seen.tempos)

    return give(at, work)


@operation("/theatres/{theatre}/indicators", gives=Indicators, tag="Assessment")
def indicators(at: Place) -> Response:
    """Show what counts towards a level, how much and for how long: the theatre's indicators file."""
    return give(at, lambda: assessment.indicators_of(at.desk.theatre))


def _levels(found: tuple[Concern, ...], wanted: str | None) -> dict[str, MissionLevel]:
    return {one.mission or "theatre": MissionLevel.of(one) for one in found if wanted in (None, one.mission)}
