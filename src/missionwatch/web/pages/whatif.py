"""What if: somebody leaves or joins a mission, or a mandate ends; what it would take along, as far as reports say."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from babel.numbers import format_decimal
from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time

from missionwatch import register
from missionwatch.errors import AddressError
from missionwatch.records import LEVELS, Hypothesis
from missionwatch.web.meanings import holds
from missionwatch.web.rendering import render
from missionwatch.workplace import asking

if TYPE_CHECKING:
    from collections.abc import Mapping

    from missionwatch.records import EntityRef, Level, MissionPicture
    from missionwatch.workplace import Seen

router = APIRouter()
_MOST = 1_000_000  # people that a hypothesis may send


@router.get("/{theatre}/whatif")
def whatif(request: Request) -> HTMLResponse:
    """Show what a hypothesis would mean; without one, which can be asked."""
    at, language = asking.desk(request), asking.language(request)
    moment = asking.moment(at, request.query_params)
    seen = at.seen(moment)
    hypothesis = _hypothesis(seen, request.query_params)
    found = at.suppose(moment, hypothesis) if hypothesis is not None else None
    return HTMLResponse(
        render(
            request, "whatif", rests=seen.picture.reports, seen=seen,
            found=found, contributors=_contributors(seen, language), states=_states(language),
            told=at.told(moment, language) if found is not None else {}, moved=_moved,
            refs={m.mission.id: m.mission for m in (*seen.picture.missions, seen.picture.general)},
            holds=partial(holds, language), number=lambda value: format_decimal(value, format="0.0", locale=language),
        )
    )  # fmt: skip


def _hypothesis(seen: Seen, said: Mapping[str, str]) -> Hypothesis | None:
    """Return what the address supposes, None where it supposes nothing; raise ``AddressError`` for what cannot be."""
    asked = [key for key in ("withdraw", "add", "end") if asking.parameter(said, key)]
    if not asked:
        return None
    if len(asked) > 1:
        raise AddressError(f"{' and '.join(asked)} cannot be supposed together; suppose one thing at a time")
    match asked[0]:
        case "withdraw":
            slug, _, who = asking.parameter(said, "withdraw").partition(":")
            return Hypothesis(kind="withdraw", mission=_mission(seen, slug), party=_party(who))
        case "add":
            place, party = _mission(seen, asking.parameter(said, "to")), _party(asking.parameter(said, "add"))
            return Hypothesis(kind="add", mission=place, party=party, people=_people(asking.parameter(said, "people")))
        case _:
            place = _mission(seen, asking.parameter(said, "of"))
            return Hypothesis(kind="end-mandate", mission=place, day=asking.day(said, "end"))


def _mission(seen: Seen, said: str) -> EntityRef:
    found = seen.mission(said) if said else None
    if found is None:
        known = ", ".join(sorted((m.mission.id or "").removeprefix("mission:") for m in seen.picture.missions))
        raise AddressError(f"{said!r} is no mission of this theatre; there is {known}")
    return found.mission


def _party(said: str) -> EntityRef:
    names, identity = register.load(), said if ":" in said else f"state:{said.upper()}"
    found = names.ref(identity, names.name(identity, "en") or said)
    if found.id is None or found.kind not in ("state", "organisation"):
        raise AddressError(f"{said!r} is no state; write its ISO code, for example FR")
    return found


def _people(said: str) -> int | None:
    if not said:
        return None
    if not (said.isascii() and said.isdigit() and len(said) < 10 and 1 <= int(said) <= _MOST):
        raise AddressError(
            f"people={said!r} is no number of people; write a whole number up to {_MOST:,}",
            cause="people",
            said=said[:40],
        )
    return int(said)


def _contributors(seen: Seen, language: str) -> list[tuple[EntityRef, list[tuple[str, str]]]]:
    """Return the missions with the contributors that the picture knows, each as the address writes it and by name."""
    return [(one.mission, sorted(_given(one, language), key=lambda pair: pair[1])) for one in seen.picture.missions]


def _given(mission: MissionPicture, language: str) -> set[tuple[str, str]]:
    """Return who contributes to a mission or leads it: a state for itself, its forces and its ministers."""
    slug, names = (mission.mission.id or "").removeprefix("mission:"), register.load()
    given = (c.statement.role("contributor") for c in mission.contributions if not c.statement.negated)
    parties = {
        f"state:{ref.country}" if ref.kind in ("state", "person", "unit") else ref.id
        for refs in (*given, *(c.statement.role("leader") for c in mission.lead)) for ref in refs
    }  # fmt: skip
    known = ((one, names.name(one, language)) for one in parties if one and one.startswith(("state:", "organisation:")))
    return {(f"{slug}:{one.removeprefix('state:')}", called) for one, called in known if called}


def _states(language: str) -> list[tuple[str, str]]:
    names = register.load()
    found = [(one.id.removeprefix("state:"), names.name(one.id, language) or one.id) for one in names.entries("state")]
    return sorted(found, key=lambda pair: pair[1])


def _moved(before: Level, after: Level) -> str:
    """Return which way a level went: ``rises``, ``falls`` or ``same``."""
    way = LEVELS.index(after) - LEVELS.index(before)
    return "rises" if way > 0 else "falls" if way < 0 else "same"
