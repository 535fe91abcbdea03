"""``demo``: the shipped Mali theatre, replayed, with its briefings."""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from missionwatch.cli import show
from missionwatch.cli.arguments import opened
from missionwatch.cli.faults import exit_code
from missionwatch.cli.intake import book_all
from missionwatch.cli.options import Json
from missionwatch.cli.serving import open_workbench
from missionwatch.errors import RendererMissingError

if TYPE_CHECKING:
    from missionwatch.records import Briefing, Change, Concern, Picture


def demo(
    into: Annotated[Path | None, typer.Option(help="A folder to keep the ledger and the briefings in.")] = None,
    workbench: Annotated[
        bool, typer.Option("--open", help="Then open the workbench on it (in a terminal; else say how to).")
    ] = False,
    as_json: Json = False,
) -> None:
    """Replay the shipped Mali theatre and write its briefings."""
    from missionwatch import flow, theatre  # noqa: PLC0415

    began = time.perf_counter()
    folder = into or Path(tempfile.mkdtemp(prefix="missionwatch-demo-"))
    folder.mkdir(parents=True, exist_ok=True)
    address = folder / "mali.db"
    followed = theatre.load("mali")
    documents = theatre.dispatches("mali")
    if not as_json:
        show.console.print(
            f"Reading {len(documents)} dispatches on Mali, December 2021 to August 2022 …", highlight=False
        )
    with opened(address, create=True) as book:
        refused = book_all(documents, book, followed, replay=not book.size, quiet=True)
        written: list[str] = []
        before, day = date(2022, 2, 8), date(2022, 3, 1)
        for then in (before, day):
            seen = flow.see(book, followed, as_of=then, known_at=flow.end_of(then))
            changed = flow.compare(book, followed, before=before, after=then) if then > before else ()
            concerns = flow.judge(seen, flow.before(book, seen))
            series = flow.course(book, followed, until=then) if changed else ()
            written += _briefings(folder, seen, concerns, changed, before, series)
        checked = book.verify()
        if as_json:
            show.as_json({
                "folder": str(folder), "ledger": str(address), "dispatches": len(documents), "briefings": written,
                "bookings": checked.bookings, "head": checked.head,
            })  # fmt: skip
        else:
            show.picture(seen, concerns)
            show.changes(changed, before, day)
            show.demo(folder, checked.bookings, len(documents), time.perf_counter() - began)
    if refused is not None:
        raise typer.Exit(exit_code(refused))
    if workbench:
        if sys.stdout.isatty():
            open_workbench(address, [followed], day=day)
        else:
            show.console.print(
                f"Open the workbench with: missionwatch serve --ledger {address} --as-of {day}",
                highlight=False,
                soft_wrap=True,
            )


def _briefings(
    folder: Path,
    seen: Picture,
    concerns: tuple[Concern, ...],
    changed: tuple[Change, ...],
    since: date,
    series: tuple[tuple[date, tuple[Concern, ...]], ...],
) -> list[str]:
    """Write each language's briefing in full, and once something has changed its letter, situation report and flash."""
    from missionwatch import briefing, flow  # noqa: PLC0415

    written: list[str] = []
    for language in briefing.languages():
        for form in briefing.FORMS if changed else ("full",):
            made = flow.brief(
                seen, concerns, language=language, form=form, changes=changed, since=since if changed else None
            )
            if changed and form == "full":
                made = _with_charts(made, seen, series)
            name = f"briefing-{seen.as_of}-{language}" if form == "full" else f"{form}-{seen.as_of}-{language}"
            files = {"md": briefing.to_markdown(made).encode(), "html": briefing.to_html(made).encode()}
            if form == "letter":
                files["docx"] = briefing.to_docx(made)
            for suffix, data in files.items():
                target = folder / f"{name}.{suffix}"
                target.write_bytes(data)
                written.append(str(target))
    return written


def _with_charts(made: Briefing, seen: Picture, series: tuple[tuple[date, tuple[Concern, ...]], ...]) -> Briefing:
    """Return the briefing with its charts, or as it was where they cannot be drawn here."""
    from missionwatch import briefing, flow  # noqa: PLC0415

    try:
        drawn = [
            flow.draw(kind, seen, language=made.language, series=series) for kind in briefing.form(made.form).charts
        ]
    except RendererMissingError:  # the extra is not installed
        return made
    return msgspec.structs.replace(made, charts=tuple(drawn))
