"""``brief``: the picture in words, on the screen or in a file."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from missionwatch.cli import show
from missionwatch.cli.arguments import as_day, as_moment, opened, theatre_of
from missionwatch.cli.options import DEFAULT_LEDGER, AsOf, Json, Known, LedgerAt, TheatreName


def brief(
    ledger: LedgerAt = DEFAULT_LEDGER,
    theatre: TheatreName = "mali",
    as_of: AsOf = None,
    known: Known = None,
    since: Annotated[str | None, typer.Option(help="Say also what changed since that day, YYYY-MM-DD.")] = None,
    language: Annotated[str, typer.Option("--lang", help="The briefing's language.")] = "nl",
    layout: Annotated[str, typer.Option("--format", help="md or html.")] = "md",
    out: Annotated[Path | None, typer.Option(help="Write it to this file instead of the screen.")] = None,
    as_json: Json = False,
) -> None:
    """Write the briefing; every sentence has footnotes that quote its source."""
    from missionwatch import briefing, flow  # noqa: PLC0415

    if layout not in ("md", "html"):
        raise typer.BadParameter(f"{layout!r} is no format; choose md or html", param_hint="--format")
    followed = theatre_of(theatre)
    day, moment = as_day(as_of, "--as-of") or datetime.now(UTC).date(), as_moment(known)
    earlier = as_day(since, "--since")
    with opened(ledger) as book:
        seen = flow.see(book, followed, as_of=day, known_at=moment)
        before = flow.before(book, seen)
        changed = (
            flow.compare(book, followed, before=earlier, after=day, known_at=None if known is None else moment)
            if earlier
            else ()
        )
    written = flow.brief(seen, language=language, changes=changed, earlier=before)
    if as_json:
        text = msgspec.json.format(msgspec.json.encode(written), indent=1).decode()
    else:
        text = briefing.to_html(written) if layout == "html" else briefing.to_markdown(written)
    if out is None:
        sys.stdout.write(text.rstrip("\n") + "\n")
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as fault:
        raise typer.BadParameter(
            f"cannot write {out}: {fault.strerror}; choose another file", param_hint="--out"
        ) from fault
    show.errors.print(f"Wrote {out} ({len(written.footnotes)} footnotes).", highlight=False)
