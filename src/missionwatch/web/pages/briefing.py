"""The briefing: chosen, shown with its footnotes, taken out as a file. What people make of it is in ``drafts``."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args
from urllib.parse import quote as encoded

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time

from missionwatch import briefing
from missionwatch.briefing.patterns import load
from missionwatch.briefing.plain import day as day_in_words
from missionwatch.briefing.plain import grading, quoted
from missionwatch.errors import AddressError, RendererMissingError
from missionwatch.records import BriefingForm, BriefingLayout
from missionwatch.web.rendering import render
from missionwatch.workplace import Asked, asking

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from missionwatch.records import Briefing, ChartMedia
    from missionwatch.workplace import Desk, Moment

router = APIRouter()
KEYS = ("form", "in", "marking", "signed")
"""The page's own parameters: they and the state of every page say which briefing it is."""
_LONGEST = 200  # characters of a marking or a signature
_FORMS: tuple[BriefingForm, ...] = get_args(BriefingForm)


@router.get("/{theatre}/briefing")
def show(request: Request) -> HTMLResponse:
    """Show the briefing that the address asks for, with what may be done with it."""
    at, language = asking.desk(request), asking.language(request)
    at.need("brief")
    moment = asking.moment(at, request.query_params)
    asked = wanted(request.query_params, language)
    made = at.brief(moment, asked)
    return HTMLResponse(
        render(
            request, "briefing", rests=[note.report for note in made.footnotes], asked=asked, made=made, forms=_FORMS, layouts=briefing.LAYOUTS,
            since=asked.since or briefing.since(asked.form, moment.as_of), phrases=load(asked.language),
            said_day=lambda when: day_in_words(when, asked.language), quoted=lambda note: quoted(note, asked.language),
            grading=grading(asked.language),
            kept=at.shelf.listed("draft", at.theatre.name, at.asker.name), dropped=asking.parameter(request.query_params, "dropped"),
            may_export="export" in at.asker.may,
        )
    )  # fmt: skip


@router.get("/{theatre}/briefing/export/{layout}")
def export(request: Request, layout: str) -> Response:
    """Give the briefing as a file, with the charts of its form."""
    at = asking.desk(request)
    at.need("brief")
    at.need("export")
    moment = asking.moment(at, request.query_params)
    asked, ending = wanted(request.query_params, asking.language(request)), laid(layout)
    at.noted(
        "brief",
        layout=ending,
        form=asked.form,
        language=asked.language,
        as_of=moment.as_of,
        known=moment.known,
        by="page",
    )
    return file(charted(at, moment, asked, ending), ending, f"{asked.form}-{at.theatre.name}", moment.as_of)


def wanted(said: Mapping[str, str], language: str) -> Asked:
    """Return the briefing that an address asks for; raise ``AddressError`` where there is no such."""
    form = next((one for one in _FORMS if one == (asking.parameter(said, "form") or "letter")), None)
    if form is None:
        raise AddressError(f"form={said['form'][:40]!r} is no form; there is {', '.join(_FORMS)}")
    written = asking.parameter(said, "in") or language
    if written not in briefing.languages():
        raise AddressError(
            f"in={written[:40]!r} is no language of briefings; there is {', '.join(briefing.languages())}"
        )
    for key in ("marking", "signed"):
        if len(asking.parameter(said, key)) > _LONGEST:
            raise AddressError(f"{key} is longer than {_LONGEST} characters; make it shorter")
    return Asked(
        form, written, asking.day(said, "since"), asking.parameter(said, "marking"), asking.parameter(said, "signed")
    )


def laid(layout: str) -> BriefingLayout:
    """Return the layout that an address names; raise ``AddressError`` where there is no such."""
    found = next((one for one in briefing.LAYOUTS if one == layout), None)
    if found is None:
        raise AddressError(f"{layout[:40]!r} is no format; there is {', '.join(briefing.LAYOUTS)}")
    return found


def charted(at: Desk, moment: Moment, asked: Asked, layout: BriefingLayout) -> Briefing:
    """Return a briefing with its charts as a layout takes them; without, where they cannot be drawn here."""
    media: ChartMedia | None = briefing.CHARTS_AS[layout]
    try:
        return at.brief(moment, asked, media)
    except RendererMissingError:
        if media is None:
            raise
        return at.brief(moment, asked)


def file(made: Briefing, layout: BriefingLayout, stem: str, day: date) -> Response:
    """Return a briefing as a file to keep."""
    name = encoded(f"{stem}-{day}-{made.language}.{layout}")
    return Response(
        briefing.lay_out(made, layout), media_type=briefing.MEDIA_TYPES[layout],
        headers={"content-disposition": f"attachment; filename*=UTF-8''{name}"},
    )  # fmt: skip
