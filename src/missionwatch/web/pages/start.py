"""The start: which theatres are followed here; where there is one, straight to it."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time

from missionwatch.web.rendering import link, render
from missionwatch.workplace import asking

router = APIRouter()


@router.get("/")
def start(request: Request) -> Response:
    """Show the theatres."""
    theatres = asking.workplace(request).theatres
    if len(theatres) == 1:
        return RedirectResponse(link(request, next(iter(theatres))))
    return HTMLResponse(render(request, "start"))
