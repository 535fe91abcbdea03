"""The map: missions, places, incidents and presences by time, and the same as a list."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time

from missionwatch.errors import AddressError
from missionwatch.web import outlines
from missionwatch.web.features import KINDS, features
from missionwatch.web.rendering import render
from missionwatch.workplace import asking

if TYPE_CHECKING:
    from missionwatch.web.features import Kind

router = APIRouter()
WINDOWS = (7, 30, 90)
"""How many days back one can look; without one, as far as the picture goes."""


@router.get("/{theatre}/map")
def show(request: Request) -> HTMLResponse:
    """Show what stands on the map within a window of days."""
    at = asking.desk(request)
    moment, language = asking.moment(at, request.query_params), asking.language(request)
    days, kind = _days(asking.parameter(request.query_params, "days")), _kind(request)
    seen = at.seen(moment)
    piece = outlines.frame(at.theatre.countries)
    return HTMLResponse(
        render(
            request, "map", rests=seen.picture.reports, seen=seen,
            told=at.told(moment, language), features=features(seen, days=days, kind=kind), days=days,
            kind=kind, windows=WINDOWS, kinds=KINDS, piece=piece, hosts=at.theatre.countries,
            shapes=outlines.drawing(piece) if piece is not None else (),
        )
    )  # fmt: skip


@router.get("/{theatre}/map/outlines.json")
def lines(request: Request) -> Response:
    """Give the countries and regions around a theatre as TopoJSON; they change with the program alone."""
    made = outlines.topology(asking.desk(request).theatre.countries)
    tag = f'"{hashlib.sha256(made).hexdigest()[:32]}"'
    kept = {"etag": tag, "cache-control": "private, max-age=86400"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=kept)
    return Response(made, media_type="application/json", headers=kept)


def _days(said: str) -> int | None:
    if not said:
        return None
    if said not in {str(one) for one in WINDOWS}:
        raise AddressError(f"days={said!r} is no window of the map; there is {', '.join(map(str, WINDOWS))}")
    return int(said)


def _kind(request: Request) -> Kind | None:
    said = asking.parameter(request.query_params, "kind")
    if said and said not in KINDS:
        raise AddressError(f"kind={said!r} is nothing that stands on the map; there is {', '.join(KINDS)}")
    return said or None
