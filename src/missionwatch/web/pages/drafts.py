"""Drafts: a briefing made a text of one's own, kept on the shelf, held beside the ledger, taken out as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time

from missionwatch import briefing
from missionwatch.briefing import marking
from missionwatch.briefing.plain import day as day_in_words
from missionwatch.briefing.plain import quoted
from missionwatch.errors import ShelfChangedError
from missionwatch.records import Briefing
from missionwatch.shelf import LONGEST
from missionwatch.web.pages.briefing import KEYS, charted, file, laid, wanted
from missionwatch.web.rendering import link, render
from missionwatch.workplace import asking

if TYPE_CHECKING:
    from missionwatch.records import Kept
    from missionwatch.workplace import Desk

router = APIRouter()
_EMPTY = "empty"  # the parameter that asks for a draft without text


@router.post("/{theatre}/briefing/drafts")
def begin(request: Request) -> Response:
    """Make the briefing that the address asks for a draft, or an empty one, and open it."""
    at = asking.desk(request)
    at.need("brief")
    said, moment = request.query_params, asking.moment(at, request.query_params)
    asked = wanted(said, asking.language(request))
    made = at.brief(moment, asked)
    text = briefing.to_draft(made)
    if asking.parameter(said, _EMPTY):
        text = f"# {made.title}\n"
    state = {key: said[key] for key in KEYS if said.get(key)}
    state |= {"form": asked.form, "in": asked.language, "as-of": str(moment.as_of)} | asking.state(request)
    kept = at.shelf.keep(
        "draft", theatre=at.theatre.name, owner=at.asker.name, name=made.title, now=at.workplace.clock(), state=state, text=text,
        basis=msgspec.json.encode(made),
    )  # fmt: skip
    return _to(request, f"briefing/drafts/{kept.id}", as_of=moment.as_of)


@router.get("/{theatre}/briefing/drafts/{draft}")
def edit(request: Request, draft: str) -> HTMLResponse:
    """Show a draft to edit, and beside it what the ledger says of it where the address asks for that."""
    at = asking.desk(request)
    at.need("brief")
    return _shown(request, at, at.shelf.find(draft, at.asker.name))


@router.post("/{theatre}/briefing/drafts/{draft}")
def save(
    request: Request,
    draft: str,
    name: Annotated[str, Form()],
    text: Annotated[str, Form()],
    version: Annotated[int, Form()],
    do: Annotated[str, Form()] = "save",
) -> Response:
    """Keep a draft as it was written; where it was changed since, say so and lose nothing."""
    at = asking.desk(request)
    at.need("brief")
    found = at.shelf.find(draft, at.asker.name)
    written = msgspec.structs.replace(found, name=name, text="\n".join(text.splitlines()) + "\n", version=version)
    try:
        at.shelf.change(written, now=at.workplace.clock())
    except ShelfChangedError as fault:
        latest = msgspec.structs.replace(written, version=found.version)
        return _shown(request, at, latest, told=str(fault), theirs=found.text)
    return _to(request, f"briefing/drafts/{draft}", check="1" if do == "check" else None)


@router.post("/{theatre}/briefing/drafts/{draft}/drop")
def drop(request: Request, draft: str) -> Response:
    """Take a draft away; it can be brought back."""
    at = asking.desk(request)
    at.need("brief")
    at.shelf.drop(draft, at.asker.name, now=at.workplace.clock())
    return _to(request, "briefing", dropped=draft)


@router.post("/{theatre}/briefing/drafts/{draft}/back")
def bring_back(request: Request, draft: str) -> Response:
    """Bring back a draft that was taken away, and open it."""
    at = asking.desk(request)
    at.need("brief")
    at.shelf.bring_back(draft, at.asker.name)
    return _to(request, f"briefing/drafts/{draft}")


@router.get("/{theatre}/briefing/drafts/{draft}/export/{layout}")
def export(request: Request, draft: str, layout: str) -> Response:
    """Give a draft as a file, with the charts of the form it began as."""
    at, ending = asking.desk(request), laid(layout)
    at.need("brief")
    at.need("export")
    kept = at.shelf.find(draft, at.asker.name)
    basis, moment = _basis(at, kept), asking.moment(at, kept.state)
    made = at.marked(briefing.from_draft(kept.text, basis))
    if briefing.CHARTS_AS[ending] is not None and basis.sections:
        drawn = charted(at, moment, wanted(kept.state, made.language), ending).charts
        made = msgspec.structs.replace(made, charts=drawn)
    at.noted("brief", layout=ending, form=basis.form, language=made.language, as_of=basis.as_of, draft=draft, by="page")
    return file(made, ending, f"draft-{basis.form}-{at.theatre.name}", basis.as_of)


def _to(request: Request, path: str, **changed: object) -> RedirectResponse:
    return RedirectResponse(link(request, path, **changed), status_code=303)


def _basis(at: Desk, kept: Kept) -> Briefing:
    """Return what a draft was made from, with those of its footnotes that its owner may still see."""
    basis = msgspec.json.decode(kept.basis, type=Briefing)
    return msgspec.structs.replace(
        basis, footnotes=tuple(note for note in basis.footnotes if _is_there(at, note.statement))
    )


def _is_there(at: Desk, statement: str) -> bool:
    try:
        at.ledger.statement(statement)
    except KeyError:
        return False
    return True


def _shown(request: Request, at: Desk, kept: Kept, *, told: str = "", theirs: str = "") -> HTMLResponse:
    """Return the page of a draft; ``told`` says that somebody changed it since, and ``theirs`` is what they made of it."""
    basis, language = _basis(at, kept), asking.language(request)
    moment = asking.moment(at, kept.state | dict(request.query_params))
    made = briefing.from_draft(kept.text, basis)
    checked = at.check(moment, made) if asking.parameter(request.query_params, "check") else None
    page = render(
        request, "briefing", template="draft.html", kept=kept, basis=basis,
        made=made, told=told, theirs=theirs, layouts=briefing.LAYOUTS, checked=checked,
        counts=marking.counts(checked) if checked else {}, verdicts=marking.verdicts(language), said=at.told(moment, language),
        remarks=lambda one: marking.remarks(checked, one, language) if checked else [], table=briefing.TABLE,
        unfounded=briefing.unfounded(kept.text, basis), longest=LONGEST, said_day=lambda when: day_in_words(when, basis.language),
        quoted=lambda note: quoted(note, basis.language),
        may_export="export" in at.asker.may, checked_on=moment.as_of, known_on=at.known_at(moment).date(),
    )  # fmt: skip
    return HTMLResponse(page, status_code=409 if told else 200)
