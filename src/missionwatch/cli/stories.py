"""``stories``, ``versions`` and ``remake``: which reports go together, how pages changed, reports made again."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer

from missionwatch.cli import show
from missionwatch.cli.arguments import as_day, beside, opened, theatre_of
from missionwatch.cli.faults import exit_code
from missionwatch.cli.intake import shown
from missionwatch.cli.options import DEFAULT_LEDGER, Json, LedgerAt, Measured, RawAt, TheatreName
from missionwatch.cli.sources import collection_beside


def stories(
    ledger: LedgerAt = DEFAULT_LEDGER,
    theatre: TheatreName = "mali",
    as_of: Annotated[str | None, typer.Option("--as-of", help="Leave out reports after that day, YYYY-MM-DD.")] = None,
    language: Annotated[str | None, typer.Option("--lang", help="Only stories told in this language too.")] = None,
    least: Annotated[int, typer.Option("--least", min=1, help="Only stories of at least so many reports.")] = 2,
    as_json: Json = False,
) -> None:
    """List which reports tell of one development, across languages.

    The newest story first.
    """
    from missionwatch import flow  # noqa: PLC0415

    followed = theatre_of(theatre)
    with opened(ledger) as book:
        found = flow.tell(
            book,
            followed,
            as_of=as_day(as_of, "--as-of"),
            language=language,
            least=least,
            kept=beside(ledger, "stories"),
        )
    if as_json:
        show.as_json([
            {**msgspec.to_builtins(story), "told": [msgspec.to_builtins(head) for head in heads]} for story, heads in found
        ])  # fmt: skip
    else:
        show.stories(found)


def versions(
    report: Annotated[str | None, typer.Argument(help="A report's id; without it, all pages that changed.")] = None,
    ledger: LedgerAt = DEFAULT_LEDGER,
    as_json: Json = False,
) -> None:
    """Show how pages changed between one fetch and the next.

    Paragraphs added, removed and rewritten.
    """
    from missionwatch import flow  # noqa: PLC0415

    with opened(ledger) as book:
        found = flow.versions(book, report)
    if as_json:
        show.as_json([
            {
                "before": msgspec.to_builtins(before), "after": msgspec.to_builtins(after),
                "added": what.added, "removed": what.removed, "changed": what.changed,
            }
            for before, after, what in found
        ])  # fmt: skip
    else:
        show.versions(found)


def remake(
    reports: Annotated[list[str] | None, typer.Argument(help="Ids of reports; without them, all that can be.")] = None,
    ledger: LedgerAt = DEFAULT_LEDGER,
    theatre: TheatreName = "mali",
    raw: RawAt = None,
    yardstick: Measured = None,
    as_json: Json = False,
) -> None:
    """Make reports again from their kept documents.

    For when cleaning got better. What comes out the same books nothing.
    """
    from missionwatch import flow  # noqa: PLC0415
    from missionwatch.reports import RawStore  # noqa: PLC0415

    followed = theatre_of(theatre)
    store = RawStore(raw or beside(ledger, "raw"), collection_beside(ledger) / "raw")
    with opened(ledger) as book:
        made = flow.remake(
            book, followed, store, chosen=reports or (), yardstick=yardstick, known=beside(ledger, "known")
        )
        refused = shown(made, len(reports or ()), book, as_json=as_json)
    if refused is not None:
        raise typer.Exit(exit_code(refused))
