"""Forms that only a page of the same session can have made: each bears a token, put in by one place and checked by one place."""

from __future__ import annotations

import re

from markupsafe import escape
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time

from missionwatch.errors import NotAllowedError
from missionwatch.people import form_token, form_token_is_right
from missionwatch.workplace import asking

FIELD = "form-token"
HEADER = "x-form-token"
_FORM = re.compile(r'<form\b[^<>]*\bmethod="post"[^<>]*>')
_HEAD = "</head>"


def sealed(page: str, secret: str) -> str:
    """Return a page (or a part of one) whose forms bear a token bound to a secret; without a secret, on one machine, as it was.

    Nothing from outside can look like a form: it is escaped. Scripts that send by themselves find the token in the page's head.
    """
    if not secret:
        return page
    token = escape(form_token(secret))
    with_fields = _FORM.sub(lambda found: f'{found[0]}<input type="hidden" name="{FIELD}" value="{token}">', page)
    return with_fields.replace(_HEAD, f'<meta name="{FIELD}" content="{token}">{_HEAD}', 1)


async def form_is_ours(request: Request) -> None:
    """Refuse what would change something and bears no token of the session it comes with; a program's key needs none."""
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    who = asking.asker(request)
    if not who.secret:
        return
    given = request.headers.get(HEADER) or str((await request.form()).get(FIELD, ""))
    if not form_token_is_right(who.secret, given):
        raise NotAllowedError("this form is too old or not ours; open the page again, then send it")
