"""A theatre: how each mission stands, what changed since one last looked, what is ahead, and what is not known."""

from __future__ import annotations

from collections import ChainMap
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time

from missionwatch import register
from missionwatch.web import outlines
from missionwatch.web.course import steps
from missionwatch.web.features import features
from missionwatch.web.rendering import link, render
from missionwatch.workplace import Moment, asking

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from missionwatch.records import Change, EntityRef, Picture
    from missionwatch.workplace import Desk

router = APIRouter()
_FORTNIGHT = timedelta(days=14)
_REASONS = 3  # of a mission, on this page
_YEAR = 365 * 24 * 3600  # seconds: how long a browser keeps when one last looked
_COOKIE = "%Y%m%dT%H%M%SZ"  # a moment as a cookie may hold it


@dataclass(frozen=True, slots=True)
class Since:
    """Since when changes are shown, and why since then: it was ``asked``, one ``looked`` then, or it is a ``fortnight``."""

    moment: Moment
    why: str


@router.get("/{theatre}")
def theatre(request: Request) -> HTMLResponse:
    """Show the state of the theatre."""
    at = asking.desk(request)
    moment, language = asking.moment(at, request.query_params), asking.language(request)
    since = _since(request, at, moment)
    seen = at.seen(moment)
    changes = at.changes(since.moment, moment) if since.moment.as_of <= moment.as_of else ()
    before = at.told(since.moment, language) if any(change.after is None for change in changes) else {}
    told: Mapping[str, str] = ChainMap(at.told(moment, language), before)  # type: ignore[arg-type]  # it is only read
    course = at.course(moment)
    missions = seen.picture.missions
    piece = outlines.frame(_hosts(seen.picture))
    return HTMLResponse(
        render(
            request, "theatre", rests={*seen.picture.reports, *_changed(changes)}, seen=seen,
            since=since, told=told,
            courses={one.mission.id: steps(course, one.mission.id or "") for one in missions} | {"": steps(course, "")},
            changes=_grouped(changes, seen.picture), unknown=at.unknown(moment, language), most=_REASONS,
            questions=[claim for one in (*missions, seen.picture.general) for claim in one.questions],
            piece=piece, shapes=outlines.drawing(piece) if piece is not None else (), features=features(seen),
            hosts=_hosts(seen.picture),
        )
    )  # fmt: skip


@router.post("/{theatre}/seen")
def looked(request: Request) -> RedirectResponse:
    """Keep that the picture shown was seen: later, what changed since then is shown."""
    at = asking.desk(request)
    moment = asking.moment(at, request.query_params)
    known = at.known_at(moment).astimezone(UTC)
    answer = RedirectResponse(link(request, "", since=None), status_code=303)
    answer.set_cookie(
        _name(at), f"{moment.as_of}~{known.strftime(_COOKIE)}", max_age=_YEAR, path=f"/{at.theatre.name}", httponly=True,
        samesite="lax", secure=request.url.scheme == "https",
    )  # fmt: skip
    return answer


def _since(request: Request, at: Desk, moment: Moment) -> Since:
    """Return since when changes are shown: as the address says, else when one last looked, else a fortnight before."""
    asked = asking.day(request.query_params, "since")
    if asked is not None:
        return Since(at.before(moment, asked), "asked")
    kept = _looked(request.cookies, at)
    if kept is not None and kept.as_of <= moment.as_of and at.known_at(kept) <= at.known_at(moment):
        return Since(kept, "looked")
    return Since(at.before(moment, moment.as_of - _FORTNIGHT), "fortnight")


def _looked(cookies: Mapping[str, str], at: Desk) -> Moment | None:
    """Return the moment that a browser kept; None where it kept none, or something that is none."""
    day, _, known = cookies.get(_name(at), "").partition("~")
    try:
        return Moment(date.fromisoformat(day), datetime.strptime(known, _COOKIE).replace(tzinfo=UTC))
    except ValueError:
        return None


def _name(at: Desk) -> str:
    return f"looked-{at.theatre.name}"


def _grouped(changes: Iterable[Change], picture: Picture) -> list[tuple[EntityRef | None, list[Change]]]:
    """Return the changes by mission, in the theatre's order, then those of the theatre at large (None)."""
    every = list(changes)
    missions = [one.mission for one in picture.missions]
    groups: list[tuple[EntityRef | None, list[Change]]] = [
        (mission, [change for change in every if change.mission == mission.id]) for mission in missions
    ]
    known = {mission.id for mission in missions}
    groups.append((None, [change for change in every if change.mission not in known]))
    return [(mission, found) for mission, found in groups if found]


def _changed(changes: Iterable[Change]) -> Iterator[str]:
    """Yield the reports (ids) that changes rest on, also those of claims that are no longer in the picture."""
    for claim in (claim for change in changes for claim in (change.before, change.after) if claim is not None):
        yield from (one.report for one in (*claim.support, *claim.against, *claim.corrected))


def _hosts(picture: Picture) -> tuple[str, ...]:
    """Return the countries that host the theatre's missions, the theatre's first country with them."""
    entries = (register.load().mission(one.mission.id) for one in picture.missions)
    hosts = [host for entry in entries if entry is not None for host in entry.hosts]
    return tuple(dict.fromkeys((*picture.theatre.countries[:1], *hosts)))
