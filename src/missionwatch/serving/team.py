"""Who asks, where a team works: by the session of their browser, or by the key of their program."""

from __future__ import annotations

import secrets
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import quote

from anyio.to_thread import run_sync
from starlette.datastructures import MutableHeaders
from starlette.responses import RedirectResponse

from missionwatch.people import Limiter
from missionwatch.serving.guards import refusal
from missionwatch.workplace import Asker
from missionwatch.workplace.cookies import Cookies

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from missionwatch.people import People
    from missionwatch.records import Access
    from missionwatch.serving.settings import Settings

OPEN = ("/login", "/static/", "/healthz", "/readyz")
"""Where anybody may come: addresses that are one of these, or begin so where it ends in a slash, or lie under it."""


class Team:
    """Finds who asks. Nobody else comes further than the login: a page is sent there, a program is told that it needs a key."""

    def __init__(self, app: ASGIApp, people: People, settings: Settings) -> None:
        self._app, self._people, self._cookies = app, people, Cookies(settings.secure)
        pace = settings.requests_a_minute / 60
        self._limiter = Limiter(pace, max(settings.requests_a_minute / 4, 1))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Say who asks and go on, or turn them away."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        said = {name: value.decode("latin-1") for name, value in scope["headers"]}
        cookies = _cookies(said.get(b"cookie", ""))
        token = cookies.get(self._cookies.name("session"), "")
        access = await run_sync(self._access, said.get(b"authorization", ""), token)
        client = scope["client"][0] if scope.get("client") else ""
        wait = self._limiter.take(access.person.id if access is not None else f"from {client}")
        if wait:
            await self._turn_away(scope, receive, send, 429, "too many requests; wait a little", wait=wait)
            return
        form = "" if access is not None else cookies.get(self._cookies.name("form"), "")
        fresh = access is None and not form
        form = secrets.token_urlsafe(32) if fresh else form
        scope.setdefault("state", {})["asker"] = _asker(access, token, form)
        if access is None and not _is_open(scope["path"]):
            await self._turn_away(scope, receive, send, 401, "log in, or show a key that is valid")
            return
        await self._app(scope, receive, _setting(send, self._cookies.baked("form", form, age=3600)) if fresh else send)

    def _access(self, shown: str, token: str) -> Access | None:
        scheme, _, key = shown.partition(" ")
        if shown:  # who shows a key asks by it alone, whatever else their browser brings
            return self._people.keys.who(key.strip()) if scheme.lower() == "bearer" else None
        return self._people.sessions.who(token) if token else None

    async def _turn_away(
        self, scope: Scope, receive: Receive, send: Send, status: int, said: str, *, wait: float = 0.0
    ) -> None:
        wants_page = b"text/html" in next((value for name, value in scope["headers"] if name == b"accept"), b"")
        if status == 401 and scope["method"] in ("GET", "HEAD") and wants_page:
            back = scope["path"] + (f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else "")
            await RedirectResponse(f"/login?next={quote(back, safe='')}", status_code=303)(scope, receive, send)
            return
        headers = (
            {"www-authenticate": 'Bearer realm="missionwatch"'}
            if status == 401
            else {"retry-after": str(int(wait) + 1)}
        )
        await refusal(scope, status, said, headers)(scope, receive, send)


def _asker(access: Access | None, token: str, form: str) -> Asker:
    if access is None:
        return Asker(name="", may=frozenset(), upto="clear", secret=form)
    person = access.person
    by_session = access.session is not None
    return Asker(
        name=person.name, may=access.permissions, upto=person.clearance, language=person.locale, access=access,
        secret=token if by_session else "",
    )  # fmt: skip


def _cookies(header: str) -> dict[str, str]:
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(header[:8000]).items()}
    except CookieError:  # what is no cookie is none
        return {}


def _is_open(path: str) -> bool:
    return any(path == one or path.startswith(one if one.endswith("/") else f"{one}/") for one in OPEN)


def _setting(send: Send, cookie: str) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).append("set-cookie", cookie)
        await send(message)

    return sending
