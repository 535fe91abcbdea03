"""The picture told: briefings, charts, cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import Path, Query
from starlette.responses import Response

from missionwatch import briefing, exchange, flow
from missionwatch.api.answering import DOCUMENT, attached, chosen, give
from missionwatch.api.operations import BINARY, JSON, TEXT, operation
from missionwatch.api.parameters import NAME, At, Flag, LanguageName, Since, as_day
from missionwatch.api.routes.seeing import earlier
from missionwatch.records import Briefing, BriefingForm, ChartKind
from missionwatch.workplace import Moment, asking

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from missionwatch.records import ChartMedia

Layout = Literal["json", "md", "html", "pdf", "docx"]
_MEDIA: Mapping[str, str] = {
    "json": JSON, "md": "text/markdown; charset=utf-8", "html": "text/html; charset=utf-8", "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}  # fmt: skip
_CHARTS: Mapping[str, ChartMedia] = {"html": "image/svg+xml", "pdf": "image/svg+xml", "docx": "image/png"}
_WRITE: Mapping[str, Callable[[Briefing], object]] = {
    "json": lambda made: made, "md": lambda made: briefing.to_markdown(made).encode(),
    "html": lambda made: briefing.to_html(made).encode(), "pdf": briefing.to_pdf, "docx": briefing.to_docx,
}  # fmt: skip
_DRAWN: Mapping[str, ChartMedia] = {"svg": "image/svg+xml", "png": "image/png"}
_CARDS: Mapping[str, str] = {"svg": "image/svg+xml", "html": "text/html; charset=utf-8"}
_SHOWN = {"content-security-policy": DOCUMENT}
_SIGNS = r"^[^\x00-\x1f\x7f]{1,200}$"


@operation(
    "/theatres/{theatre}/briefing", tag="Telling", needs="brief", may=("not-acceptable", "not-installed"),
    gives={
        JSON: Briefing, "text/markdown; charset=utf-8": TEXT, "text/html; charset=utf-8": TEXT, "application/pdf": BINARY,
        _MEDIA["docx"]: BINARY,
    },
)  # fmt: skip
def brief(
    at: At,
    form: Annotated[
        BriefingForm, Query(description="A letter to parliament, a situation report, a flash, or everything.")
    ] = "full",
    lang: LanguageName = None,
    since: Since = None,
    layout: Annotated[
        Layout | None, Query(alias="format", description="How it is laid out; outranks the header Accept.")
    ] = None,
    charts: Annotated[
        Flag, Query(description="Whether the charts of the form are drawn; never in json and md.")
    ] = "true",
    marking: Annotated[str | None, Query(pattern=_SIGNS, description="What stands at the head of each page.")] = None,
    signed: Annotated[str | None, Query(pattern=_SIGNS, description="Who signs the letter.")] = None,
) -> Response:
    """Write the briefing; every sentence quotes its sources.

    Without `since`, a situation report and a flash tell what is new in two weeks; a letter and the full form tell it only with
    `since`.
    """
    language, laid = lang or asking.language(at.request), chosen(at.request, layout, _MEDIA)
    first = as_day(since, "since") or (earlier(at.moment.as_of) if form in ("sitrep", "flash") else None)
    media = _CHARTS.get(laid) if charts == "true" else None

    quoted: set[str] = set()

    def work() -> object:
        seen = at.seen()
        known = at.moment.known
        changed = (
            at.desk.changes(Moment(first, known or first), Moment(at.moment.as_of, known or at.moment.as_of))
            if first is not None
            else ()
        )
        made = flow.brief(
            seen.picture, seen.concerns, language=language, form=form, changes=changed, since=first, marking=marking, signed=signed,
            series=at.desk.course(at.moment) if media else (), media=media,
        )  # fmt: skip
        quoted.update(note.report for note in made.footnotes)
        at.desk.noted(
            "brief", layout=laid, form=form, language=language, as_of=at.moment.as_of, known=at.moment.known, by="api"
        )
        return _WRITE[laid](at.desk.marked(made))

    name = f"briefing-{at.desk.theatre.name}-{at.moment.as_of}-{form}-{language}.{laid}"
    heads = attached(name) if laid in ("pdf", "docx") else _SHOWN if laid == "html" else {}
    return give(
        at,
        work,
        language,
        at.seen().picture.known_at,
        media=_MEDIA[laid],
        headers=heads,
        mark=lambda: at.desk.mark_of(quoted),
    )


@operation(
    "/theatres/{theatre}/charts/{kind}", gives={"image/svg+xml": TEXT, "image/png": BINARY}, tag="Telling",
    may=("not-acceptable", "not-installed"),
)  # fmt: skip
def chart(
    at: At,
    kind: Annotated[ChartKind, Path(description="What is drawn.", examples=["levels"])],
    lang: LanguageName = None,
    layout: Annotated[
        Literal["svg", "png"] | None, Query(alias="format", description="Outranks the header Accept.")
    ] = None,
    weeks: Annotated[int, Query(ge=1, le=104, description="How far back the levels go.")] = 26,
) -> Response:
    """Draw one chart: levels over time, contributions, a timeline, a map."""
    language, media = lang or asking.language(at.request), _DRAWN[chosen(at.request, layout, _DRAWN)]

    def work() -> bytes:
        series = at.desk.course(at.moment, weeks) if kind == "levels" else ()
        return flow.draw(kind, at.seen().picture, language=language, series=series, media=media).data

    return give(at, work, language, media=media, headers=_SHOWN, mark=at.mark)


@operation(
    "/theatres/{theatre}/cards/{mission}", gives={"image/svg+xml": TEXT, "text/html; charset=utf-8": TEXT}, tag="Telling", needs="export",
    may=("not-acceptable",),
)  # fmt: skip
def card(
    at: At,
    mission: Annotated[
        str,
        Path(
            pattern=NAME,
            description="The mission's register name.",
            examples=["takuba"],
        ),
    ],
    lang: LanguageName = None,
    layout: Annotated[
        Literal["svg", "html"] | None, Query(alias="format", description="Outranks the header Accept.")
    ] = None,
) -> Response:
    """Draw a mission's card: level, strength, lead, own part and last development at a glance, to embed."""
    wanted, language = at.mission(mission), lang or asking.language(at.request)
    drawn = chosen(at.request, layout, _CARDS)

    def work() -> bytes:
        at.desk.noted(
            "export", layout=f"card.{drawn}", mission=mission, as_of=at.moment.as_of, known=at.moment.known, by="api"
        )
        seen = at.seen()
        made = flow.card(seen.picture, seen.concerns, wanted, at.desk.marks(), language=language)
        return (exchange.to_svg(made) if drawn == "svg" else exchange.to_page(made)).encode()

    return give(
        at, work, language, at.seen().picture.known_at, media=_CARDS[drawn], headers=_SHOWN,
        mark=at.mark,
    )  # fmt: skip
