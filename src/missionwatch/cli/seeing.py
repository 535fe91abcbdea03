"""``picture`` and ``changes``: what held at a day, as known at a day, and what differs."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import msgspec
import typer

from missionwatch.cli import show
from missionwatch.cli.arguments import as_day, as_moment, mission_of, opened, place_of, theatre_of
from missionwatch.cli.options import DEFAULT_LEDGER, AsOf, Json, Known, LedgerAt, TempoAt, TheatreName


def picture(
    ledger: LedgerAt = DEFAULT_LEDGER,
    theatre: TheatreName = "mali",
    as_of: AsOf = None,
    known: Known = None,
    mission: Annotated[str | None, typer.Option(help="Show one mission only, by its register name (takuba).")] = None,
    tempo: TempoAt = None,
    as_json: Json = False,
) -> None:
    """Show the state of each mission as of a day, as known at a day."""
    from missionwatch import exchange, flow  # noqa: PLC0415

    followed = theatre_of(theatre)
    wanted = mission_of(mission, followed, "--mission") if mission is not None else None
    with opened(ledger) as book, flow.event_data(tempo, place_of(ledger)) as events:
        seen = flow.see(
            book, followed, as_of=as_day(as_of, "--as-of") or datetime.now(UTC).date(), known_at=as_moment(known)
        )
        tempos = flow.beside(seen, events)
        concerns = flow.judge(seen, flow.before(book, seen, events), tempos)
    if wanted is not None:
        seen = exchange.only(seen, wanted)
        concerns = tuple(c for c in concerns if c.mission == wanted)
        tempos = tuple(one for one in tempos if one.mission == wanted)
    if as_json:
        show.as_json(msgspec.to_builtins({"picture": seen, "concerns": concerns, "tempo": tempos}))
    else:
        show.picture(seen, concerns, tempos)


def changes(
    before: Annotated[str, typer.Argument(metavar="FROM", help="The earlier day, YYYY-MM-DD.")],
    after: Annotated[str, typer.Argument(metavar="TO", help="The later day, YYYY-MM-DD.")],
    ledger: LedgerAt = DEFAULT_LEDGER,
    theatre: TheatreName = "mali",
    known: Annotated[
        str | None, typer.Option("--known", help="Both as known at the end of that day (default: each as known then).")
    ] = None,
    known_from: Annotated[
        str | None, typer.Option("--known-from", help="FROM as known at the end of that day, YYYY-MM-DD.")
    ] = None,
    known_to: Annotated[
        str | None, typer.Option("--known-to", help="TO as known at the end of that day, YYYY-MM-DD.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Show what changed between two days, each as known then.

    Or, of one day, between what was known of it then and later.
    """
    from missionwatch import flow  # noqa: PLC0415

    first, second = as_day(before, "FROM"), as_day(after, "TO")
    if first is None or second is None or first > second:
        raise typer.BadParameter(
            f"FROM ({before}) comes after TO ({after}); give the earlier day first", param_hint="FROM"
        )
    followed = theatre_of(theatre)
    both, old, new = (
        flow.end_of(day) if (day := as_day(given, option)) is not None else None
        for given, option in ((known, "--known"), (known_from, "--known-from"), (known_to, "--known-to"))
    )
    with opened(ledger) as book:
        found = flow.compare(
            book, followed, before=first, after=second, known_at=both, known_before=old, known_after=new
        )
    if as_json:
        show.as_json(msgspec.to_builtins(found))
    else:
        show.changes(found, first, second)
