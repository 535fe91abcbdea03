"""Whether the service lives and can work, and its numbers: for those who run it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time
from starlette.responses import Response

from missionwatch.errors import LedgerError
from missionwatch.workplace import asking

if TYPE_CHECKING:
    from missionwatch.serving.measures import Measures

router = APIRouter(include_in_schema=False)


@router.get("/healthz")
def alive() -> PlainTextResponse:
    """Say that the process answers."""
    return PlainTextResponse("alive\n")


@router.get("/readyz")
def ready(request: Request) -> PlainTextResponse:
    """Say whether the ledger can be read; 503 where it cannot, so that nobody is sent here."""
    try:
        asking.workplace(request).ledger.size  # noqa: B018 - it is read or it is not; strangers are not told how much there is
    except LedgerError:
        return PlainTextResponse("the ledger cannot be read\n", status_code=503)
    return PlainTextResponse("ready\n")


@router.get("/metrics")
def metrics(request: Request) -> Response:
    """Return the numbers for Prometheus."""
    measures: Measures = request.app.state.measures
    return Response(measures.text(), media_type=CONTENT_TYPE_LATEST)
