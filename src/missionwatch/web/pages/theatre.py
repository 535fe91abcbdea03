"""A theatre: how each mission stands."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time

from missionwatch.web.rendering import render
from missionwatch.workplace import asking

router = APIRouter()


@router.get("/{theatre}")
def theatre(request: Request) -> HTMLResponse:
    """Show each mission's level and which way it goes."""
    at = asking.desk(request)
    seen = at.seen(asking.moment(at, request.query_params))
    return HTMLResponse(render(request, "theatre", seen=seen))
