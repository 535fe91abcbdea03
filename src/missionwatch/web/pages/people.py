"""The people of a team: who there is, what each may do and see, and the keys of all."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, cast, get_args

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time

from missionwatch.briefing import languages
from missionwatch.errors import AddressError, PersonRefusedError
from missionwatch.records import TLPS, Role
from missionwatch.web import team
from missionwatch.web.rendering import render
from missionwatch.workplace import asking

if TYPE_CHECKING:
    from collections.abc import Callable

    from missionwatch.people import People
    from missionwatch.records import Person, Tlp

router = APIRouter(prefix="/people")
ROLES: tuple[Role, ...] = get_args(Role)
_STATES = ("active", "disabled")
_SORTS: dict[str, Callable[[Person], tuple[object, ...]]] = {
    "name": lambda one: (one.name.casefold(),),
    "role": lambda one: (ROLES.index(one.role), one.name.casefold()),
    "clearance": lambda one: (TLPS.index(one.clearance), one.name.casefold()),
    "locale": lambda one: (one.locale, one.name.casefold()),
    "state": lambda one: (not one.active, one.name.casefold()),
}


@router.get("")
def listing(request: Request) -> HTMLResponse:
    """List the accounts that a filter leaves, sorted."""
    return _listed(request)


@router.post("")
def add(
    request: Request,
    name: Annotated[str, Form(max_length=team.LONGEST)] = "",
    role: Annotated[str, Form(max_length=20)] = "reader",
    clearance: Annotated[str, Form(max_length=20)] = "green",
    locale: Annotated[str, Form(max_length=20)] = "en",
    password: Annotated[str, Form(max_length=team.LONGEST)] = "",
) -> Response:
    """Make an account; without a password nobody logs in to it until one is set."""
    kept, by = _people(request)
    try:
        made = kept.accounts.add(
            name, by=by, role=cast("Role", role), clearance=cast("Tlp", clearance), locale=locale, password=password or None,
        )  # fmt: skip
    except PersonRefusedError as fault:
        return _listed(
            request, said=str(fault), typed={"name": name, "role": role, "clearance": clearance, "locale": locale}
        )
    return team.back(f"/people/{made.id}", "added")


@router.get("/keys")
def keys(request: Request) -> HTMLResponse:
    """List the keys of all."""
    asking.need(request, "keys-of-all")
    kept = team.people(request)
    names = {one.id: one.name for one in kept.accounts.all()}
    told = [(one, kept.keys.is_open(one), names.get(one.person, "")) for one in kept.keys.of()]
    only_open = request.query_params.get("state") != "all"
    shown = [one for one in told if one[1]] if only_open else told
    return HTMLResponse(render(request, "people", template="people_keys.html", keys=shown, only_open=only_open))


@router.post("/keys/{key}/revoke")
def revoke(request: Request, key: str) -> Response:
    """Revoke anybody's key."""
    by = asking.need(request, "keys-of-all").name
    gone = team.people(request).keys.revoke(key, by=by)
    back = asking.parameter(request.query_params, "back")
    return team.back(f"/people/{gone.person}" if back == "person" else "/people/keys", "revoked")


@router.get("/{person}")
def person(request: Request) -> HTMLResponse:
    """Show one account."""
    return _one(request)


@router.post("/{person}/role")
def set_role(request: Request, person: str, role: Annotated[str, Form(max_length=20)] = "") -> Response:
    """Give somebody another role; their sessions end."""
    return _doing(request, "role", lambda kept, by: kept.accounts.set_role(person, cast("Role", role), by=by))


@router.post("/{person}/clearance")
def set_clearance(request: Request, person: str, clearance: Annotated[str, Form(max_length=20)] = "") -> Response:
    """Let somebody see more or less."""
    return _doing(
        request, "clearance", lambda kept, by: kept.accounts.set_clearance(person, cast("Tlp", clearance), by=by)
    )


@router.post("/{person}/password")
def set_password(
    request: Request, person: str, password: Annotated[str, Form(max_length=team.LONGEST)] = ""
) -> Response:
    """Set somebody's password; their sessions end."""
    return _doing(request, "password", lambda kept, by: kept.accounts.set_password(person, password, by=by))


@router.post("/{person}/sessions/end")
def end_sessions(request: Request, person: str) -> Response:
    """End somebody's sessions."""
    return _doing(request, "sessions", lambda kept, by: kept.sessions.throw_out(person, by=by))


@router.post("/{person}/disable")
def disable(request: Request, person: str) -> Response:
    """Let somebody in no longer."""
    return _doing(request, "disabled", lambda kept, by: kept.accounts.disable(person, by=by))


@router.post("/{person}/enable")
def enable(request: Request, person: str) -> Response:
    """Let somebody in again."""
    return _doing(request, "enabled", lambda kept, by: kept.accounts.enable(person, by=by))


def _people(request: Request) -> tuple[People, str]:
    """Return the people and who changes something of them."""
    return team.people(request), asking.need(request, "people").name


def _doing(request: Request, done: str, work: Callable[[People, str], object]) -> Response:
    kept, by = _people(request)
    _found(request)
    try:
        work(kept, by)
    except PersonRefusedError as fault:
        return _one(request, said=str(fault), status=422)
    return team.back(f"/people/{request.path_params['person']}", done)


def _found(request: Request) -> Person:
    kept, _ = _people(request)
    try:
        return kept.accounts.person(str(request.path_params["person"]))
    except PersonRefusedError:
        raise HTTPException(404, "there is nobody with that id") from None


def _one(request: Request, *, said: str = "", status: int = 200) -> HTMLResponse:
    kept, _ = _people(request)
    one = _found(request)
    theirs = kept.keys.of(one.id) if "keys-of-all" in asking.asker(request).may else ()
    page = render(
        request, "people", template="person.html", person=one, said=said, roles=ROLES, clearances=TLPS, sessions=kept.sessions.of(one.id),
        keys=[(key, kept.keys.is_open(key)) for key in theirs],
    )  # fmt: skip
    return HTMLResponse(page, status_code=status)


def _listed(request: Request, *, said: str = "", typed: dict[str, str] | None = None) -> HTMLResponse:
    kept, _ = _people(request)
    query = request.query_params
    words, role = asking.parameter(query, "q").casefold(), asking.parameter(query, "role")
    state, sort = asking.parameter(query, "state"), asking.parameter(query, "sort") or "name"
    key = sort.removeprefix("-")
    if key not in _SORTS or role not in ("", *ROLES) or state not in ("", *_STATES):
        raise AddressError(
            "people are sorted by name, role, clearance, locale or state, and filtered by a role or a state there is"
        )
    everybody = kept.accounts.all()
    found = [
        one for one in everybody
        if words in one.name.casefold() and role in ("", one.role) and (not state or one.active == (state == "active"))
    ]  # fmt: skip
    page = render(
        request, "people", found=sorted(found, key=_SORTS[key], reverse=sort.startswith("-")), total=len(everybody), sort=sort,
        sorts=tuple(_SORTS), roles=ROLES, states=_STATES, clearances=TLPS, locales=languages(), said=said,
        typed=typed or {"name": "", "role": "reader", "clearance": "green", "locale": asking.language(request)},
        held=Counter(one.person for one in kept.keys.of() if kept.keys.is_open(one)),
    )  # fmt: skip
    return HTMLResponse(page, status_code=422 if said else 200)
