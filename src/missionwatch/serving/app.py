"""The application: pages, API and MCP on one workplace, behind the guards."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

from fastapi import FastAPI
from fastapi.responses import RedirectResponse
from starlette.middleware.gzip import GZipMiddleware

from missionwatch import __version__, api, web
from missionwatch.serving import health
from missionwatch.serving.guards import Headers, Heads, Hosts, Largest, SameOrigin
from missionwatch.serving.measures import Measures, Measuring
from missionwatch.serving.team import Team
from missionwatch.workplace import PERMISSIONS, Asker
from missionwatch.workplace.cookies import Cookies

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from missionwatch.people import OidcClient
    from missionwatch.serving.assistants import Assistants
    from missionwatch.serving.settings import Settings
    from missionwatch.workplace import Workplace


class Alone:
    """Takes everybody for the one person at this machine: for a workbench on the loopback address."""

    def __init__(self, app: ASGIApp, name: str) -> None:
        self._app = app
        self._asker = Asker(name=name, may=frozenset(PERMISSIONS))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Say who asks, and go on."""
        if scope["type"] == "http":
            scope.setdefault("state", {})["asker"] = self._asker
        await self._app(scope, receive, send)


def make_app(workplace: Workplace, settings: Settings, provider: OidcClient | None = None) -> FastAPI:
    """Return the application that serves a workplace; raise ``ServingError`` where it would show it to strangers.

    ``provider`` vouches for a team's people, beside their passwords.
    """
    settings.check(people=workplace.people is not None)
    assistants = _assistants(workplace)
    app = FastAPI(
        title="missionwatch", version=__version__, openapi_url=None, docs_url=None, redoc_url=None,
        lifespan=assistants.lifespan if assistants is not None else None,
    )  # fmt: skip
    app.state.workplace = workplace
    app.state.cookies = Cookies(settings.secure)
    app.state.provider = provider
    app.state.measures = Measures(workplace)
    app.include_router(health.router)
    if assistants is not None:
        app.router.routes.append(assistants.route)
    app.mount(api.PREFIX, api.make_api(workplace, keys=workplace.people is not None))
    app.add_api_route(api.PREFIX, _to_api, include_in_schema=False)
    web.install(app)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=4)  # a third of the time of 9, a tenth larger
    app.add_middleware(Heads)
    if workplace.people is None:
        app.add_middleware(Alone, name=settings.name or _name())
    else:
        app.add_middleware(Team, people=workplace.people, settings=settings)
    app.add_middleware(SameOrigin)
    app.add_middleware(Largest, settings=settings)
    app.add_middleware(Hosts, settings=settings)
    app.add_middleware(Measuring, measures=app.state.measures)
    app.add_middleware(Headers)  # the outermost: what the others refuse has them too
    return app


def _assistants(workplace: Workplace) -> Assistants | None:
    """Return MCP over HTTP, None where the extra ``mcp`` is not installed."""
    try:
        from missionwatch.serving.assistants import Assistants  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    return Assistants(workplace)


def _to_api() -> RedirectResponse:
    return RedirectResponse(f"{api.PREFIX}/v1/")


def _name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in some containers
        return "local"
