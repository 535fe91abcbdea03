"""What stands before every door: the hosts answered to, sizes, the headers of every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse

from missionwatch import api

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from missionwatch.serving.settings import Settings

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'"
)
"""Nothing from outside, nothing inline, nobody may frame a page."""
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "private, no-cache",
}
"""What every answer says where it says nothing else itself."""


def refusal(scope: Scope, status: int, says: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return the answer of a guard that refuses: as problem+json where a program asks the API, else in plain words."""
    path = scope["path"]
    if path == api.PREFIX or path.startswith(f"{api.PREFIX}/"):
        return api.problem(status, says, headers=headers)
    return PlainTextResponse(f"{says}\n", status_code=status, headers=dict(headers or {}))


class Headers:
    """Puts the headers of safety on every answer that does not set them itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    said.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, sending)


class Hosts:
    """Answers to the workbench's own names only: a name that a stranger points here (DNS rebinding) is refused."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in settings.hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse with 421."""
        if scope["type"] == "http":
            said = next((value for name, value in scope["headers"] if name == b"host"), b"").decode("latin-1").lower()
            name = said.rsplit(":", 1)[0] if not said.endswith("]") else said
            if name not in self._hosts:
                refused = refusal(scope, 421, "This workbench does not answer to that name.")
                await refused(scope, receive, send)
                return
        await self._app(scope, receive, send)


class Largest:
    """Refuses requests that are larger than allowed, whether they say so or not."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._most = settings.largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse with 413."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        says = f"A request may have {self._most:,} bytes at most."
        said = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
        if (int(said) if said.isdigit() else self._most + 1) > self._most:
            await refusal(scope, 413, says)(scope, receive, send)
            return
        got = 0

        async def receiving() -> Message:
            nonlocal got
            message = await receive()
            if message["type"] == "http.request":
                got += len(message.get("body", b""))
                if got > self._most:
                    raise HTTPException(413, says)  # where the body is read, and told there as other faults are
            return message

        await self._app(scope, receiving, send)


class Heads:
    """Answers HEAD as GET, without the body."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self._app({**scope, "method": "GET"}, receive, sending)


class SameOrigin:
    """Takes what changes something only from our own pages, or from a program, which shows a key or at least no cookie."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse with 403."""
        if scope["type"] == "http" and scope["method"] not in ("GET", "HEAD", "OPTIONS"):
            said = {name: value.decode("latin-1") for name, value in scope["headers"]}
            if b"authorization" not in said and not _ours(said):
                refused = refusal(
                    scope, 403, "This was not sent from a page of the workbench; a program sends its key."
                )
                await refused(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _ours(said: dict[bytes, str]) -> bool:
    """Say whether a request comes from our pages, or from no page at all: browsers name the page, and bring the cookies."""
    site, origin = said.get(b"sec-fetch-site"), said.get(b"origin")
    if site is not None:
        return site == "same-origin"
    if origin is not None:
        return origin.split("://", 1)[-1].lower() == said.get(b"host", "").lower()
    return b"cookie" not in said
