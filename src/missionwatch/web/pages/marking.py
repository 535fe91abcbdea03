"""Marks of reports (TLP 2.0): giving one, and the reports that bear one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.exceptions import HTTPException
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time

from missionwatch.errors import AddressError, NotAllowedError
from missionwatch.records import TLPS, Marked
from missionwatch.records.marking import label
from missionwatch.web.rendering import link, render
from missionwatch.workplace import asking

router = APIRouter()


@router.post("/{theatre}/reports/{report}/marking")
def mark(
    request: Request,
    report: str,
    tlp: Annotated[str, Form(max_length=20)] = "",
    reason: Annotated[str, Form(max_length=2000)] = "",
) -> RedirectResponse:
    """Book who may see a report from now on."""
    at = asking.desk(request)
    at.need("mark")
    chosen = next((one for one in TLPS if one == tlp), None)
    if chosen is None:
        raise AddressError(f"tlp={tlp!r} is no mark; there is {', '.join(TLPS)}")
    if chosen not in at.may_mark():
        raise NotAllowedError(
            f"{label(chosen)} is above your own clearance ({label(at.asker.upto)}): you would not see what you did; ask somebody who has it"
        )
    if not at.sees(report):
        raise HTTPException(404, "there is no such report in this ledger")
    at.ledger.mark(Marked(report=report, tlp=chosen, by=at.asker.name, reason=reason.strip() or None))
    return RedirectResponse(f"{link(request, f'reports/{report}')}#marking", status_code=303)


@router.get("/{theatre}/markings")
def markings(request: Request) -> HTMLResponse:
    """List the marked reports that the person sees, the strictest mark first, then the newest."""
    at = asking.desk(request)
    heads = at.ledger.reports()
    found = [(heads[report], tlp) for report, tlp in at.marks().items() if report in heads and tlp != "clear"]
    found.sort(
        key=lambda one: (-TLPS.index(one[1]), -(one[0].published.toordinal() if one[0].published else 0), one[0].id)
    )
    shown = [(head, at.marking(head.id)) for head, _ in found[:500]]
    return HTMLResponse(
        render(request, "markings", rests=[head.id for head, _ in found], found=shown, total=len(found))
    )
