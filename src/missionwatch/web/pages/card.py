"""A mission's card, for other people's pages: these two addresses alone may be framed and shown elsewhere."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time

from missionwatch import exchange, flow
from missionwatch.web.pages.mission import mission_of
from missionwatch.workplace import asking

router = APIRouter()


@router.get("/{theatre}/missions/{mission}/card.svg")
def drawing(request: Request) -> Response:
    """Give the card as SVG."""
    return Response(exchange.to_svg(_card(request)), media_type="image/svg+xml", headers=_open())


@router.get("/{theatre}/missions/{mission}/card.html")
def page(request: Request) -> HTMLResponse:
    """Give the card as a page for an iframe."""
    return HTMLResponse(exchange.to_page(_card(request)), headers=_open())


def _card(request: Request) -> exchange.Card:
    at = asking.desk(request)
    seen = at.seen(asking.moment(at, request.query_params))
    mission = mission_of(request, seen).mission.id or ""
    return flow.card(seen.picture, seen.concerns, mission, at.marks(), language=asking.language(request))


def _open() -> dict[str, str]:
    """Return the headers of what may be shown elsewhere: it runs nothing, fetches nothing, and anybody may frame it."""
    return {
        "content-security-policy": f"{exchange.card_policy()}; frame-ancestors *",
        "cross-origin-resource-policy": "cross-origin",
    }
