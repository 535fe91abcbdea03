"""The site: which pages there are, what lies still, and what a fault looks like."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import Depends
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time
from starlette.staticfiles import StaticFiles

from missionwatch.errors import (
    AddressError,
    BookingRefusedError,
    LedgerLockedError,
    MissionwatchError,
    NotAllowedError,
    PeopleStoreError,
    ShelfChangedError,
    ShelfMissingError,
    TheatreError,
)
from missionwatch.web.forms import form_is_ours
from missionwatch.web.pages import ROUTERS
from missionwatch.web.rendering import render
from missionwatch.workplace import asking

if TYPE_CHECKING:
    from fastapi import FastAPI

STATIC = Path(__file__).parent / "static"
STATUS: tuple[tuple[type[MissionwatchError], int], ...] = (
    (NotAllowedError, 403), (TheatreError, 404), (AddressError, 400), (BookingRefusedError, 409), (LedgerLockedError, 503),
    (ShelfMissingError, 404), (ShelfChangedError, 409),
    (PeopleStoreError, 503),
    (MissionwatchError, 422),
)  # fmt: skip
"""The HTTP status of each cause, the first that fits."""


def install(app: FastAPI) -> None:
    """Put the pages on an application that has a workplace."""
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for router in ROUTERS:
        app.include_router(router, include_in_schema=False, dependencies=[Depends(may_come), Depends(form_is_ours)])
    app.add_exception_handler(MissionwatchError, _fault)
    app.add_exception_handler(HTTPException, _fault)


def may_come(request: Request) -> None:
    """Refuse who may not read what belongs to a theatre, such as a program whose key is for something else."""
    if "theatre" in request.path_params:
        asking.need(request, "read")


def _fault(request: Request, fault: Exception) -> HTMLResponse:
    """Return a page that says what is wrong and what to do; nothing of the inside of the program is shown."""
    said: Exception | str
    if isinstance(fault, HTTPException):
        status, said = fault.status_code, fault.detail
    else:
        status, said = next(code for kind, code in STATUS if isinstance(fault, kind)), fault
    return HTMLResponse(render(request, "fault", status=status, said=said), status_code=status)
