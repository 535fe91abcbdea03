"""One's own account: the language, the password, the sessions and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time

from missionwatch.errors import LoginRefusedError, LoginThrottledError, PersonRefusedError
from missionwatch.people import scopes_for
from missionwatch.web import team
from missionwatch.web.rendering import render
from missionwatch.workplace import asking

if TYPE_CHECKING:
    from missionwatch.people import NewKey
    from missionwatch.workplace.cookies import Cookies

router = APIRouter(prefix="/account")


@router.get("")
def account(request: Request) -> HTMLResponse:
    """Show one's own account."""
    return _shown(request)


@router.post("/language")
def language(request: Request, locale: Annotated[str, Form(max_length=20)] = "") -> Response:
    """Set the language of one's own pages."""
    who = team.own(request)
    try:
        team.people(request).accounts.set_locale(who.person.id, locale)
    except PersonRefusedError as fault:
        return _shown(request, said=str(fault), status=422)
    return team.back("/account", "language")


@router.post("/password")
def password(
    request: Request,
    old: Annotated[str, Form(max_length=team.LONGEST)] = "",
    new: Annotated[str, Form(max_length=team.LONGEST)] = "",
    again: Annotated[str, Form(max_length=team.LONGEST)] = "",
) -> Response:
    """Change one's own password; all sessions end, and one logs in with the new one."""
    who = team.own(request)
    if new != again:
        return _shown(request, said="the new password and its repetition are not the same", status=422)
    try:
        team.people(request).change_own_password(who, old, new, address=team.client(request))
    except LoginThrottledError as fault:
        return _shown(request, said=str(fault), status=429)
    except (LoginRefusedError, PersonRefusedError) as fault:
        return _shown(request, said=str(fault), status=422)
    out = RedirectResponse("/login?done=password", status_code=303)
    jar: Cookies = request.app.state.cookies
    out.headers.append("set-cookie", jar.baked("session", "", age=0))
    return out


@router.post("/sessions/end")
def end_others(request: Request) -> Response:
    """End all sessions of one's own but this one."""
    who = team.own(request)
    team.people(request).sessions.end_all(who.person.id, but=who.session.id if who.session is not None else None)
    return team.back("/account", "sessions")


@router.post("/sessions/{session}/end")
def end_one(request: Request, session: str) -> Response:
    """End one session of one's own."""
    who = team.own(request)
    there = team.people(request).sessions.end_one(session, who.person.id)
    return team.back("/account", "session" if there else "gone")


@router.post("/keys")
def new_key(
    request: Request,
    name: Annotated[str, Form(max_length=team.LONGEST)] = "",
    scopes: Annotated[tuple[str, ...], Form()] = (),
    lasts: Annotated[str, Form(alias="days", max_length=20)] = "",
) -> Response:
    """Make a key of one's own and show it, this once."""
    who = team.own(request)
    asking.need(request, "keys")
    try:
        made = team.people(request).keys.new(who.person.id, name, scopes, by=who.person.name, lasts=team.days(lasts))
    except PersonRefusedError as fault:
        return _shown(request, said=str(fault), status=422)
    return _shown(request, made=made)


@router.post("/keys/{key}/revoke")
def revoke(request: Request, key: str) -> Response:
    """Revoke a key of one's own."""
    who = team.own(request)
    asking.need(request, "keys")
    team.people(request).keys.revoke(key, by=who.person.name, person=who.person.id)
    return team.back("/account", "revoked")


def _shown(request: Request, *, said: str = "", made: NewKey | None = None, status: int = 200) -> HTMLResponse:
    who, kept = team.own(request), team.people(request)
    held = kept.keys.of(who.person.id)
    page = render(
        request, "account", person=kept.accounts.person(who.person.id), said=said, made=made, current=who.session,
        sessions=kept.sessions.of(who.person.id), keys=[(one, kept.keys.is_open(one)) for one in held],
        scopes=scopes_for(who.person.role), rules=kept.rules,
    )  # fmt: skip
    return HTMLResponse(page, status_code=status, headers={"cache-control": "no-store"} if made is not None else None)
