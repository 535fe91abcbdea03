"""The audit log: who did what, to whom, when; the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time

from missionwatch.errors import AddressError
from missionwatch.ledger import cleared
from missionwatch.web import team
from missionwatch.web.rendering import render
from missionwatch.workplace import asking
from missionwatch.workplace.acts import acts_of

if TYPE_CHECKING:
    from missionwatch.workplace.acts import Done

router = APIRouter()
_SIZE = 50  # acts on a page
_DIGITS = 7


@router.get("/audit")
def audit(request: Request) -> HTMLResponse:
    """Show the acts that a filter leaves; what was done to a report that the admin may not see is not there."""
    who = asking.need(request, "audit")
    team.people(request)
    query = request.query_params
    person, what = asking.parameter(query, "person").casefold(), asking.parameter(query, "what")
    since, number = asking.day(query, "since"), _page(asking.parameter(query, "page"))

    def wanted(one: Done) -> bool:
        named = not person or person in (one.act.by.casefold(), (one.act.on or "").casefold())
        return named and what in ("", one.act.what) and (since is None or one.at.date() >= since)

    acts = acts_of(cleared(asking.workplace(request).ledger, who.upto))
    found = [one for one in reversed(acts) if wanted(one)]
    page = render(
        request, "audit", acts=found[(number - 1) * _SIZE : number * _SIZE], total=len(found), number=number,
        last=max(1, -(-len(found) // _SIZE)), codes=sorted({one.act.what for one in acts}), person=asking.parameter(query, "person"),
        what=what, since=since,
    )  # fmt: skip
    return HTMLResponse(page)


def _page(said: str) -> int:
    if not said:
        return 1
    if not (said.isascii() and said.isdigit() and len(said) <= _DIGITS and int(said) > 0):
        raise AddressError(f"page={said!r} is no page; the first is 1")
    return int(said)
