"""The API as an application: its operations, its document, its manual, and what a fault looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.routing import Match

from missionwatch import __version__
from missionwatch.api import routes  # noqa: F401 - puts the operations on the router
from missionwatch.api.answering import InvalidError
from missionwatch.api.document import document
from missionwatch.api.manual import STYLE, manual
from missionwatch.api.operations import router
from missionwatch.api.problems import Wrong, of_fault, of_http, problem, unexpected
from missionwatch.errors import MissionwatchError

if TYPE_CHECKING:
    from starlette.requests import Request

    from missionwatch.workplace import Workplace

PREFIX = "/api"
_MOST = 20  # faults of one request that are told


def make_api(workplace: Workplace, *, keys: bool) -> FastAPI:
    """Return the API on a workplace, to be mounted at ``PREFIX``; ``keys`` says that whoever asks needs a key.

    Who asks is what a guard before it left in ``request.state.asker``.
    """
    app = FastAPI(
        title="missionwatch",
        version=__version__,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.workplace = workplace
    app.include_router(router)
    described = document(app, PREFIX, keys=keys)
    written, shown = msgspec.json.encode(described), manual(described)

    def openapi() -> Response:
        return Response(written, media_type="application/json")

    def home() -> Response:
        return Response(shown, media_type="text/html; charset=utf-8")

    def style() -> Response:
        return Response(STYLE.read_bytes(), media_type="text/css; charset=utf-8")

    def to_home() -> Response:
        return RedirectResponse(f"{PREFIX}/v1/")

    for path, given in (
        ("/v1/openapi.json", openapi), ("/v1/manual.css", style), ("/v1/", home), ("/v1", to_home), ("/", to_home),
    ):  # fmt: skip
        app.add_api_route(path, given, include_in_schema=False, response_model=None)
    for kind, answer in (
        (MissionwatchError, _fault), (HTTPException, _http), (RequestValidationError, _invalid), (InvalidError, _wrong_body),
        (Exception, _unexpected),
    ):  # fmt: skip
        app.add_exception_handler(kind, answer)
    return app


async def _fault(_: Request, fault: Exception) -> Response:
    return of_fault(fault) if isinstance(fault, MissionwatchError) else unexpected()


async def _http(request: Request, fault: Exception) -> Response:
    if not isinstance(fault, HTTPException):
        return unexpected()
    answer = of_http(fault)
    if fault.status_code == 405:
        answer.headers["allow"] = ", ".join(sorted(_methods(request)))
    return answer


async def _invalid(_: Request, fault: Exception) -> Response:
    if not isinstance(fault, RequestValidationError):
        return unexpected()
    wrong = tuple(_wrong(one) for one in fault.errors()[:_MOST])
    return problem(422, f"These cannot be taken: {', '.join(one.name for one in wrong)}.", wrong=wrong)


async def _wrong_body(_: Request, fault: Exception) -> Response:
    return fault.answer if isinstance(fault, InvalidError) else unexpected()


async def _unexpected(_: Request, __: Exception) -> Response:
    return unexpected()


def _wrong(said: Any) -> Wrong:
    where, *name = (str(part) for part in said["loc"])
    known = where if where in ("query", "path", "header", "body") else "query"
    return Wrong(where=known, name=".".join(name), says=str(said["msg"]))  # type: ignore[arg-type]  # one of these four


def _methods(request: Request) -> set[str]:
    """Return the methods that an address has, over all operations: the framework names those of the first only."""
    found: set[str] = set()
    for route in router.routes:
        match, _ = route.matches({**request.scope, "path": request.scope["path"], "type": "http"})
        if match is not Match.NONE:
            found |= getattr(route, "methods", None) or set()
    return found | ({"HEAD"} if "GET" in found else set())
