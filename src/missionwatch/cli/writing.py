"""``brief`` and ``chart``: the picture in words and in drawings, on the screen or in a file."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
import typer

from missionwatch.cli import show
from missionwatch.cli.arguments import as_day, as_moment, opened, place_of, theatre_of
from missionwatch.cli.options import DEFAULT_LEDGER, AsOf, Json, Known, LedgerAt, TempoAt, TheatreName
from missionwatch.errors import RendererMissingError
from missionwatch.records import BriefingForm, BriefingLayout, ChartKind

if TYPE_CHECKING:
    from missionwatch.records import Briefing, ChartMedia

Drawn = Literal["svg", "png"]
_SUFFIXES: dict[str, BriefingLayout] = {".md": "md", ".html": "html", ".htm": "html", ".pdf": "pdf", ".docx": "docx"}

BriefingLanguage = Annotated[str, typer.Option("--lang", help="The language to write in: nl, en or fr.")]
OutFile = Annotated[Path | None, typer.Option("--out", help="Write to this file instead of the screen.")]


def brief(
    ledger: LedgerAt = DEFAULT_LEDGER,
    theatre: TheatreName = "mali",
    as_of: AsOf = None,
    known: Known = None,
    since: Annotated[
        str | None, typer.Option("--since", help="Say also what changed since that day, YYYY-MM-DD.")
    ] = None,
    language: BriefingLanguage = "nl",
    form: Annotated[
        BriefingForm, typer.Option("--form", help="A letter to parliament, a situation report, a flash, or everything.")
    ] = "full",
    layout: Annotated[
        BriefingLayout | None,
        typer.Option("--format", help="How it is laid out (default: what --out ends in, else md)."),
    ] = None,
    charts: Annotated[bool, typer.Option("--charts/--no-charts", help="Draw the charts of the form.")] = True,
    marking: Annotated[
        str | None, typer.Option("--marking", help="What stands at the head of each page, such as a classification.")
    ] = None,
    signed: Annotated[str | None, typer.Option("--signed", help="Who signs the letter.")] = None,
    out: OutFile = None,
    tempo: TempoAt = None,
    as_json: Json = False,
) -> None:
    """Write the briefing; every sentence quotes its sources.

    The quotes stand in footnotes.
    """
    from missionwatch import briefing, flow  # noqa: PLC0415 - the rooms are loaded when a command needs them: --help stays fast

    laid = layout or _by_ending(out)
    followed = theatre_of(theatre)
    day, moment = as_day(as_of, "--as-of") or datetime.now(UTC).date(), as_moment(known)
    earlier = as_day(since, "--since") or briefing.since(form, day)
    media = briefing.CHARTS_AS[laid] if charts and not as_json else None
    with opened(ledger) as book, flow.event_data(tempo, place_of(ledger)) as events:
        seen = flow.see(book, followed, as_of=day, known_at=moment)
        concerns = flow.judge(seen, flow.before(book, seen, events), flow.beside(seen, events))
        at = None if known is None else moment
        changed = flow.compare(book, followed, before=earlier, after=day, known_at=at) if earlier else ()
        series = flow.course(book, followed, until=day, known_at=moment, events=events) if media else ()
        marks = book.markings()

    def written(drawn: ChartMedia | None) -> Briefing:
        made = flow.brief(
            seen, concerns, language=language, form=form, changes=changed, since=earlier, marking=marking, signed=signed,
            series=series, media=drawn,
        )  # fmt: skip
        return flow.marked(made, marks)

    try:
        made = written(media)
    except RendererMissingError as fault:  # a briefing without charts is a briefing
        show.errors.print(f"Without charts: {fault}", style="yellow", highlight=False, markup=False, soft_wrap=True)
        made = written(None)
    if as_json:
        _put(msgspec.json.format(msgspec.json.encode(made), indent=1), out)
    else:
        _put(briefing.lay_out(made, laid), out)
    if out is not None:
        show.errors.print(f"Wrote {out} ({len(made.footnotes)} footnotes).", highlight=False, soft_wrap=True)


def _by_ending(out: Path | None) -> BriefingLayout:
    """Return the layout that a file's ending asks for; plain text is Markdown, and an ending nobody knows is said to be so."""
    ending = out.suffix.lower() if out else ""
    if ending not in _SUFFIXES and ending not in ("", ".txt", ".json"):
        raise typer.BadParameter(
            f"no briefing ends in {ending}; name a file that ends in .md, .html, .pdf or .docx, or say --format",
            param_hint="--out",
        )
    return _SUFFIXES.get(ending, "md")


def chart(
    kind: Annotated[ChartKind, typer.Argument(help="What to draw.")],
    ledger: LedgerAt = DEFAULT_LEDGER,
    theatre: TheatreName = "mali",
    as_of: AsOf = None,
    known: Known = None,
    language: BriefingLanguage = "nl",
    weeks: Annotated[int, typer.Option("--weeks", min=1, max=520, help="How far back the levels go.")] = 26,
    layout: Annotated[
        Drawn | None, typer.Option("--format", help="How it is drawn (default: what --out ends in, else svg).")
    ] = None,
    out: OutFile = None,
    tempo: TempoAt = None,
    as_json: Json = False,
) -> None:
    """Draw one chart of the briefing."""
    from missionwatch import flow  # noqa: PLC0415 - the rooms are loaded when a command needs them: --help stays fast

    media: ChartMedia = (
        "image/png" if (layout or (out.suffix.lower() if out else "")) in ("png", ".png") else "image/svg+xml"
    )
    followed = theatre_of(theatre)
    day: date = as_day(as_of, "--as-of") or datetime.now(UTC).date()
    moment = as_moment(known)
    with opened(ledger) as book, flow.event_data(tempo, place_of(ledger)) as events:
        seen = flow.see(book, followed, as_of=day, known_at=moment)
        levels = kind == "levels"
        series = flow.course(book, followed, until=day, known_at=moment, weeks=weeks, events=events) if levels else ()
    made = flow.draw(kind, seen, language=language, series=series, media=media)
    if as_json:
        _put(msgspec.json.format(msgspec.json.encode(made), indent=1), out)
        return
    _put(made.data, out)
    if out is not None:
        show.errors.print(f"Wrote {out}: {made.description}", highlight=False, markup=False, soft_wrap=True)


def _put(data: bytes, out: Path | None) -> None:
    """Write to the file, or to the screen."""
    if out is None:
        sys.stdout.buffer.write(
            data.rstrip(b"\n") + b"\n" if not data.startswith((b"%PDF", b"PK", b"\x89PNG")) else data
        )
        sys.stdout.flush()
        return
    try:
        out.write_bytes(data)
    except OSError as fault:
        raise typer.BadParameter(
            f"cannot write {out}: {fault.strerror}; choose another file", param_hint="--out"
        ) from fault
