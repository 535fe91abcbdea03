"""MCP over HTTP, on the same application and behind the same guards, where its library is there."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from starlette.routing import BaseRoute, Route

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager

    from fastapi import FastAPI

    from missionwatch.workplace import Asker, Workplace


@dataclass(frozen=True, slots=True)
class Assistants:
    """The route that assistants call, and what must run while the application does."""

    route: BaseRoute
    lifespan: Callable[[FastAPI], AbstractAsyncContextManager[None]]


def assistants_on(workplace: Workplace) -> Assistants | None:
    """Return MCP over HTTP on a workplace, reading only; None where the extra ``mcp`` is not installed.

    Each call stands alone: it brings who asks, and nothing is kept between calls.
    """
    try:
        from mcp.server.transport_security import TransportSecuritySettings  # noqa: PLC0415 - an extra

        from missionwatch.mcp import make_server  # noqa: PLC0415
    except ImportError:
        return None
    server = make_server(workplace, _asker)
    made = server.streamable_http_app(
        stateless_http=True, json_response=True,
        transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),  # our own guard knows the names
    )  # fmt: skip
    route = next(one for one in made.routes if isinstance(one, Route) and one.path == "/mcp")

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with server.session_manager.run():
            yield

    return Assistants(route, lifespan)


def _asker(context: Any) -> Asker:
    """Return who asks, as the guards found for the request that brought the call."""
    return cast("Asker", context.request_context.request.state.asker)
