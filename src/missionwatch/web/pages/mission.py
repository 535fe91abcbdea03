"""A mission: its state at a glance and why, who contributes, what happened, what is disputed, and what is not known."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time

from missionwatch import register
from missionwatch.errors import AddressError
from missionwatch.records import DIMENSIONS
from missionwatch.web.contributions import COLUMNS, ordered, rows
from missionwatch.web.course import heat, steps
from missionwatch.web.features import happened, is_incident
from missionwatch.web.meanings import Signals, grounds, holds, signed
from missionwatch.web.rendering import Words, link, phrases, render
from missionwatch.workplace import asking

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from missionwatch.records import Claim, Dimension, MissionPicture
    from missionwatch.web.contributions import Column
    from missionwatch.workplace import Desk, Moment, Seen

router = APIRouter()


@router.get("/{theatre}/missions/{mission}")
def mission(request: Request) -> HTMLResponse:
    """Show all that is known of a mission."""
    at = asking.desk(request)
    said = request.query_params
    moment, language = asking.moment(at, said), asking.language(request)
    seen = at.seen(moment)
    one = mission_of(request, seen)
    identity = one.mission.id or ""
    course = at.course(moment)
    column, down = _order(asking.parameter(said, "sort"))
    developments = [(happened(claim) or moment.as_of, claim) for claim in one.developments]
    sort = asking.parameter(said, "type")
    shown = [(day, claim) for day, claim in developments if _wanted(claim, sort)]
    disputed = [claim for claim in _claims(one) if claim.disputed or claim.against]
    own, found = at.theatre.own, rows(one.contributions, language)
    ends = [p for p in one.periods if p.statement.subject == "contribution"]
    concern = seen.concern(identity)
    return HTMLResponse(
        render(
            request, "mission", rests=seen.picture.reports, seen=seen, mission=one, slug=identity.partition(":")[2], concern=concern,
            told=at.told(moment, language), signal=Signals(at.signals(), language),
            grounds=grounds(concern.grounds if concern is not None else (), Words(phrases("mission")["ground"], language), language),
            holds=partial(holds, language),
            steps=steps(course, identity), heat=heat(course, identity), opens=partial(_opens, request, at, moment),
            dimension=_dimension(asking.parameter(said, "dimension")), own_name=register.load().name(f"state:{own}", language) or own,
            own=[*_wholes(one.own), *(p for p in ends if any(ref.country == own for ref in p.statement.role("contributor")))],
            ends=[p for p in ends if all(ref.country != own for ref in p.statement.role("contributor"))],
            periods=[p for p in one.periods if p.statement.subject != "contribution"],
            contributions=ordered(found, column, down=down) if column else found, columns=COLUMNS, column=column, down=down,
            months=_months(shown), strip=_strip(shown, moment.as_of), shown=len(shown), is_incident=is_incident, type=sort,
            types=sorted({claim.type for _, claim in developments if claim.type}),
            disputed=[(claim, at.further(claim, moment, language)) for claim in disputed],
            chains=[chain for chain in seen.picture.chains if {c.id for c in chain.claims} & {c.id for c in one.risks}],
            tempos=[tempo for tempo in seen.tempos if tempo.mission == identity], silent=at.unknown(moment, language, identity),
            number=partial(_number, language), signed=partial(signed, language), base=str(request.base_url).rstrip("/"),
            short_day=lambda day: format_skeleton("MMMd", day, locale=language),
            month_name=lambda day: format_date(day, "LLLL y", locale=language),
        )
    )  # fmt: skip


def mission_of(request: Request, seen: Seen) -> MissionPicture:
    """Return the mission that the address names; raise 404 where the theatre follows none of that name."""
    wanted = str(request.path_params["mission"])
    found = seen.mission(wanted)
    if found is None:
        there = ", ".join((one.mission.id or "").partition(":")[2] for one in seen.picture.missions)
        raise HTTPException(404, f"this theatre follows no mission {wanted[:100]}; it follows {there}")
    return found


def _order(said: str) -> tuple[Column | None, bool]:
    """Return the column to sort by, and whether downwards (``-people``)."""
    name = said.removeprefix("-")
    if name and name not in COLUMNS:
        raise AddressError(f"sort={said!r} is no column of contributions; there is {', '.join(COLUMNS)}")
    return name or None, said.startswith("-")


def _dimension(said: str) -> Dimension | None:
    if said and said not in DIMENSIONS:
        raise AddressError(f"dimension={said!r} is no dimension of a level; there is {', '.join(DIMENSIONS)}")
    return said or None


def _wanted(claim: Claim, sort: str) -> bool:
    return not sort or (is_incident(claim) if sort == "incidents" else claim.type == sort)


def _claims(one: MissionPicture) -> list[Claim]:
    """Return every claim of a mission once, in the order of the page."""
    every: Iterable[Claim] = (
        *one.state_by, *one.lead, *one.purpose, *one.strength, *one.periods, *one.own, *one.contributions, *one.posts,
        *one.developments, *one.assessments, *one.options, *one.risks, *one.interests, *one.questions,
    )  # fmt: skip
    return list({claim.id: claim for claim in every}.values())


def _wholes(claims: Sequence[Claim]) -> list[Claim]:
    """Return contributions without those that the sentence of their whole tells ("of whom one in Chad")."""
    there = {claim.id for claim in claims}
    return [claim for claim in claims if claim.part_of not in there]


def _months(found: Sequence[tuple[date, Claim]]) -> list[tuple[date, list[tuple[date, Claim]]]]:
    """Return developments by month (its first day), the latest first."""
    latest = sorted(found, key=lambda item: (item[0], item[1].id), reverse=True)
    return [(month, list(told)) for month, told in groupby(latest, key=lambda item: item[0].replace(day=1))]


def _strip(found: Sequence[tuple[date, Claim]], as_of: date) -> tuple[date, date, list[tuple[float, bool]]] | None:
    """Return the days a line of developments goes from and to, and where on it (0 to 1) each stands and whether it is an incident."""
    if not found:
        return None
    first = min(day for day, _ in found)
    last = max(as_of, *(day for day, _ in found))
    first = min(first, last - timedelta(days=30))
    span = (last - first).days
    return first, last, sorted(((day - first).days / span, is_incident(claim)) for day, claim in found)


def _opens(request: Request, at: Desk, moment: Moment, day: date, dimension: Dimension | None) -> str:
    """Return the address that shows what made a level of a week: the mission as of its last day, as known that evening."""
    then = moment if day == moment.as_of else at.before(moment, day)
    slug = str(request.path_params["mission"])
    return f"{link(request, f'missions/{slug}', as_of=then.as_of, known=then.known, dimension=dimension)}#why"


def _number(language: str, value: float) -> str:
    return str(format_decimal(value, "#,##0.##", locale=language))
