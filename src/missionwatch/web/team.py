"""What the pages of a team share: its people, who is there by a session of their own, and what a form asked for."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from missionwatch.errors import NotAllowedError, PersonRefusedError
from missionwatch.workplace import asking

if TYPE_CHECKING:
    from starlette.requests import Request

    from missionwatch.people import People
    from missionwatch.records import Access

LONGEST = 1000  # characters of a name or a password
_DIGITS = 4


def people(request: Request) -> People:
    """Return the people of the team; a page that is not there where one person works alone."""
    found = asking.workplace(request).people
    if found is None:
        raise HTTPException(
            404, "one person works here alone: there are no accounts (docs/people.md says how a team gets some)"
        )
    return found


def own(request: Request) -> Access:
    """Return how somebody came in who is there themselves; raise ``NotAllowedError`` for a program's key."""
    people(request)
    access = asking.asker(request).access
    if access is None or access.session is None:
        raise NotAllowedError("this is for a person who has logged in, not for a key")
    return access


def days(said: str) -> timedelta | None:
    """Return how long a key is to last, None where nothing is said; raise ``PersonRefusedError`` for what is no number of days."""
    text = said.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= _DIGITS):
        raise PersonRefusedError("how long a key lasts is a whole number of days")
    return timedelta(days=int(text))


def client(request: Request) -> str | None:
    """Return the address from which a request comes."""
    return request.client.host if request.client is not None else None


def back(path: str, done: str = "") -> RedirectResponse:
    """Return to a page, which says what was done."""
    return RedirectResponse(f"{path}?done={done}" if done else path, status_code=303)
