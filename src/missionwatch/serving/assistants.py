"""MCP over HTTP, on the same application and behind the same guards. It needs the extra ``mcp``."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, cast

from mcp.server.transport_security import TransportSecuritySettings
from starlette.routing import Route

from missionwatch.mcp import make_server

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from fastapi import FastAPI
    from starlette.types import ASGIApp, Receive, Scope, Send

    from missionwatch.workplace import Asker, Workplace


PATH = "/mcp"


class Assistants:
    """MCP on a workplace, reading only. Each call stands alone: it brings who asks, and nothing is kept between calls."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._answering: ASGIApp | None = None
        self.route = Route(PATH, self)

    @asynccontextmanager
    async def lifespan(self, _: FastAPI) -> AsyncIterator[None]:
        """Answer while the application runs; it may be started again, which the library's own server cannot."""
        server = make_server(self._workplace, _asker)
        made = server.streamable_http_app(
            streamable_http_path=PATH, stateless_http=True, json_response=True,
            transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),  # our own guard knows the names
        )  # fmt: skip
        async with server.session_manager.run():
            self._answering = next(one.app for one in made.routes if isinstance(one, Route) and one.path == PATH)
            yield
        self._answering = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a call."""
        if self._answering is None:
            raise RuntimeError("the application was not started")
        await self._answering(scope, receive, send)


def _asker(context: Any) -> Asker:
    """Return who asks, as the guards found for the request that brought the call."""
    return cast("Asker", context.request_context.request.state.asker)
