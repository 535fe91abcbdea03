"""``check``: a person's own draft beside the ledger."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer
from rich.markup import escape
from rich.padding import Padding

from missionwatch.cli import show
from missionwatch.cli.arguments import as_day, as_moment, opened, theatre_of
from missionwatch.cli.options import DEFAULT_LEDGER, AsOf, Json, Known, Language, LedgerAt, TheatreName

if TYPE_CHECKING:
    from missionwatch.records import Check

_STYLE = {"supported": "green", "contradicted": "bold red", "unknown": "yellow", "unread": "dim"}


def check(
    draft: Annotated[Path, typer.Argument(help="A draft: DOCX, text, HTML or PDF.")],
    ledger: LedgerAt = DEFAULT_LEDGER,
    theatre: TheatreName = "mali",
    as_of: AsOf = None,
    known: Known = None,
    language: Language = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Write the marked draft to this file: .html, or .docx for a DOCX.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Hold a draft of your own beside the ledger.

    Says which sentences the ledger supports, contradicts or does not know.
    """
    from missionwatch import flow  # noqa: PLC0415

    if out is not None and out.suffix not in (".html", ".docx"):
        raise typer.BadParameter(f"{out} is neither .html nor .docx; end it with one of them", param_hint="--out")
    if out is not None and out.suffix == ".docx" and draft.suffix.lower() != ".docx":
        raise typer.BadParameter(f"{draft} is no DOCX to mark; write the marks to .html", param_hint="--out")
    day, moment = as_day(as_of, "--as-of") or datetime.now(UTC).date(), as_moment(known)
    with opened(ledger) as book:
        made = flow.check(draft, book, theatre_of(theatre), as_of=day, known_at=moment, language=language)
    if as_json:
        show.as_json(msgspec.to_builtins(made))
    elif out is None:
        _listed(made)
    if out is not None:
        _write(made, draft, out, day, moment)


def _write(made: Check, draft: Path, out: Path, day: date, moment: datetime) -> None:
    from missionwatch.briefing import marking  # noqa: PLC0415

    language = made.draft.language
    try:
        if out.suffix == ".docx":
            out.write_bytes(marking.to_docx(made, language, draft.read_bytes()))
        else:
            out.write_text(marking.to_page(made, language, as_of=day, known_at=moment), encoding="utf-8")
    except OSError as fault:
        raise typer.BadParameter(
            f"cannot write {out}: {fault.strerror}; choose another file", param_hint="--out"
        ) from fault
    show.errors.print(f"Wrote {out} ({_count(made)}).", highlight=False)


def _count(made: Check) -> str:
    from missionwatch.briefing.marking import counts  # noqa: PLC0415

    return ", ".join(f"{number} {verdict}" for verdict, number in counts(made).items())


def _listed(made: Check) -> None:
    from missionwatch.briefing.marking import remarks  # noqa: PLC0415

    for one in made.sentences:
        show.console.print(f"[{_STYLE[one.verdict]}]■ {escape(one.evidence.quote)}[/]", highlight=False)
        for line in remarks(made, one, "en"):
            show.console.print(Padding(escape(line), (0, 0, 0, 4)), style="dim", highlight=False)
    show.console.print(f"{len(made.sentences)} sentences: {_count(made)}.", highlight=False)
