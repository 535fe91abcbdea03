"""``demo``: the shipped Mali theatre, replayed, with its briefings."""

from __future__ import annotations

import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from missionwatch.cli import show
from missionwatch.cli.arguments import opened
from missionwatch.cli.faults import exit_code
from missionwatch.cli.intake import book_all
from missionwatch.cli.options import Json


def demo(
    into: Annotated[Path | None, typer.Option(help="A folder to keep the ledger and the briefings in.")] = None,
    as_json: Json = False,
) -> None:
    """Replay the shipped Mali theatre of 2022 and write its briefings."""
    from missionwatch import briefing, flow, theatre  # noqa: PLC0415

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
            earlier = flow.before(book, seen)
            for language in ("nl", "en"):
                made = flow.brief(seen, language=language, changes=changed, earlier=earlier)
                for suffix, text in (("md", briefing.to_markdown(made)), ("html", briefing.to_html(made))):
                    target = folder / f"briefing-{then}-{language}.{suffix}"
                    target.write_text(text, encoding="utf-8")
                    written.append(str(target))
        checked = book.verify()
        if as_json:
            show.as_json({
                "folder": str(folder), "ledger": str(address), "dispatches": len(documents), "briefings": written,
                "bookings": checked.bookings, "head": checked.head,
            })  # fmt: skip
        else:
            show.picture(seen, flow.judge(seen, earlier))
            show.changes(changed, before, day)
            show.demo(folder, checked.bookings, len(documents), time.perf_counter() - began)
    if refused is not None:
        raise typer.Exit(exit_code(refused))
