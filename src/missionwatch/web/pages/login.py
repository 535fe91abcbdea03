"""Coming in and going out: by a password, or by way of the team's provider."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, cast

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time

from missionwatch.errors import LoginRefusedError, LoginThrottledError, OidcRefusedError, OidcUnavailableError
from missionwatch.web.rendering import render
from missionwatch.workplace import asking

if TYPE_CHECKING:
    from missionwatch.people import OidcClient, People
    from missionwatch.workplace.cookies import Cookies

router = APIRouter()
_INSIDE = re.compile(
    r"/(?![/\\])[!-\[\]-~]{0,2000}"
)  # an address of ours: one slash, then no second one and no backslash
_LONGEST = 1000  # characters of a name or a password


@router.get("/login")
def login(request: Request) -> Response:
    """Show the form; who is logged in goes on."""
    following = _inside(request.query_params.get("next", ""))
    if asking.workplace(request).people is None or asking.asker(request).name:
        return RedirectResponse(following, status_code=303)
    return _form(request, following)


@router.post("/login")
def come_in(
    request: Request,
    name: Annotated[str, Form(max_length=_LONGEST)] = "",
    password: Annotated[str, Form(max_length=_LONGEST)] = "",
    following: Annotated[str, Form(alias="next", max_length=2100)] = "",
) -> Response:
    """Let somebody in by their password; whatever session their browser brought ends."""
    people, jar = _people(request), _cookies(request)
    if people is None:
        return RedirectResponse("/", status_code=303)
    client = request.client.host if request.client is not None else None
    try:
        entry = people.log_in(name, password, address=client, replacing=request.cookies.get(jar.name("session")))
    except LoginRefusedError as fault:
        return _form(request, _inside(following), said=str(fault), status=403)
    except LoginThrottledError as fault:
        return _form(request, _inside(following), said=str(fault), status=429)
    return _welcome(entry.token, jar, _inside(following))


@router.post("/logout")
def go_out(request: Request) -> Response:
    """End the session."""
    people, jar = _people(request), _cookies(request)
    token = request.cookies.get(jar.name("session"))
    if people is not None and token:
        people.sessions.end(token)
    out = RedirectResponse("/login" if people is not None else "/", status_code=303)
    out.headers.append("set-cookie", jar.baked("session", "", age=0))
    return out


@router.get("/login/provider")
def to_provider(request: Request) -> Response:
    """Send the browser to the team's provider."""
    provider = _provider(request)
    if provider is None:
        return RedirectResponse("/login", status_code=303)
    try:
        url, ticket = provider.begin()
    except OidcUnavailableError as fault:
        return _form(request, "/", said=str(fault), status=503)
    out = RedirectResponse(url, status_code=303)
    out.headers.append("set-cookie", _cookies(request).baked("ticket", ticket, age=600))
    return out


@router.get("/login/back")
def from_provider(request: Request) -> Response:
    """Let somebody in whom the provider vouches for."""
    provider, jar = _provider(request), _cookies(request)
    if provider is None:
        return RedirectResponse("/login", status_code=303)
    ticket = request.cookies.get(jar.name("ticket"), "")
    try:
        entry = provider.finish(dict(request.query_params), ticket, replacing=request.cookies.get(jar.name("session")))
    except (OidcRefusedError, OidcUnavailableError) as fault:
        return _form(request, "/", said=str(fault), status=403)
    out = _welcome(entry.token, jar, "/")
    out.headers.append("set-cookie", jar.baked("ticket", "", age=0))
    return out


def _form(request: Request, following: str, *, said: str = "", status: int = 200) -> HTMLResponse:
    changed = request.query_params.get("done") == "password"
    shown = render(
        request, "login", said=said, following=following, provider=_provider(request) is not None, changed=changed
    )
    return HTMLResponse(shown, status_code=status)


def _welcome(token: str, jar: Cookies, following: str) -> RedirectResponse:
    out = RedirectResponse(following, status_code=303)
    out.headers.append("set-cookie", jar.baked("session", token))
    out.headers.append("set-cookie", jar.baked("form", "", age=0))
    return out


def _inside(address: str) -> str:
    """Return where to go after the login: an address of ours, and nothing else."""
    return address if _INSIDE.fullmatch(address) else "/"


def _people(request: Request) -> People | None:
    return asking.workplace(request).people


def _provider(request: Request) -> OidcClient | None:
    return cast("OidcClient | None", request.app.state.provider)


def _cookies(request: Request) -> Cookies:
    return cast("Cookies", request.app.state.cookies)
