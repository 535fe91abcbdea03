"""``whatif`` and ``replay``: what would follow if something were so, and how levels went from day to day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from missionwatch.cli import show
from missionwatch.cli.arguments import as_day, as_moment, mission_of, opened, place_of, theatre_of
from missionwatch.cli.options import DEFAULT_LEDGER, AsOf, Json, Known, LedgerAt, TempoAt, TheatreName

if TYPE_CHECKING:
    from missionwatch.records import EntityRef, Hypothesis, Theatre

_LONG = timedelta(days=120)


def whatif(
    withdraw: Annotated[
        str | None, typer.Option(help="A state that withdraws, by its ISO code (FR); with --from.")
    ] = None,
    leaves: Annotated[str | None, typer.Option("--from", help="The mission it withdraws from.")] = None,
    add: Annotated[str | None, typer.Option(help="A state that joins, by its ISO code (DE); with --to.")] = None,
    joins: Annotated[str | None, typer.Option("--to", help="The mission it joins.")] = None,
    people: Annotated[int | None, typer.Option(min=1, help="How many people it would send.")] = None,
    end_mandate: Annotated[str | None, typer.Option(help="The day a mandate ends, YYYY-MM-DD; with --of.")] = None,
    of: Annotated[str | None, typer.Option(help="The mission whose mandate ends.")] = None,
    ledger: LedgerAt = DEFAULT_LEDGER,
    theatre: TheatreName = "mali",
    as_of: AsOf = None,
    known: Known = None,
    tempo: TempoAt = None,
    as_json: Json = False,
) -> None:
    """Show what a withdrawal or a new contribution would take along.

    Or the end of a mandate; as far as reports say. Nothing is booked.
    """
    from missionwatch import assessment, flow  # noqa: PLC0415
    from missionwatch.cli import screens  # noqa: PLC0415

    followed = theatre_of(theatre)
    asked = [
        (kind, party, mission) for kind, party, mission in (
            ("withdraw", withdraw, leaves), ("add", add, joins), ("end-mandate", end_mandate, of),
        ) if party is not None or mission is not None
    ]  # fmt: skip
    if len(asked) != 1 or None in asked[0]:
        raise typer.BadParameter(
            "suppose one thing: --withdraw FR --from takuba, --add DE --to minusma [--people 200], or "
            "--end-mandate 2022-06-30 --of minusma"
        )
    hypothesis = _hypothesis(*(str(one) for one in asked[0]), people=people, theatre=followed)
    with opened(ledger) as book, flow.event_data(tempo, place_of(ledger)) as events:
        seen = flow.see(
            book, followed, as_of=as_day(as_of, "--as-of") or datetime.now(UTC).date(), known_at=as_moment(known)
        )
        found = flow.suppose(seen, hypothesis, flow.beside(seen, events))
    if as_json:
        show.as_json(msgspec.to_builtins(found))
    else:
        screens.what_if(found, assessment.sentence(hypothesis), seen)


def _hypothesis(kind: str, said: str, mission: str, *, people: int | None, theatre: Theatre) -> Hypothesis:
    from missionwatch import flow  # noqa: PLC0415
    from missionwatch.errors import HypothesisError  # noqa: PLC0415

    identity = mission_of(mission, theatre, {"withdraw": "--from", "add": "--to", "end-mandate": "--of"}[kind])
    try:
        if kind == "end-mandate":
            return flow.hypothesis("end-mandate", identity, day=as_day(said, "--end-mandate"))
        return flow.hypothesis("add" if kind == "add" else "withdraw", identity, party=said, people=people)
    except HypothesisError as fault:
        raise typer.BadParameter(str(fault), param_hint=f"--{kind}") from fault


def replay(
    ledger: LedgerAt = DEFAULT_LEDGER,
    theatre: TheatreName = "mali",
    first: Annotated[
        str | None, typer.Option("--from", help="The first day, YYYY-MM-DD (default: 120 days before the last).")
    ] = None,
    last: Annotated[str | None, typer.Option("--to", help="The last day, YYYY-MM-DD (default: today).")] = None,
    every: Annotated[int, typer.Option(min=1, help="Every so many days.")] = 1,
    mission: Annotated[str | None, typer.Option(help="One mission only, by its register name (takuba).")] = None,
    tempo: Annotated[
        Path | None,
        typer.Option(
            help="Count the event data of this folder too; of a past day they may show what became known later.",
            show_default=False,
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Show levels day by day, each as known then.

    With what changed them.
    """
    from missionwatch import flow, register  # noqa: PLC0415
    from missionwatch.cli import screens  # noqa: PLC0415

    followed = theatre_of(theatre)
    end = as_day(last, "--to") or datetime.now(UTC).date()
    begin = as_day(first, "--from") or end - _LONG
    if begin > end:
        raise typer.BadParameter(
            f"--from ({begin}) comes after --to ({end}); give the earlier day first", param_hint="--from"
        )
    names = register.load()
    wanted = followed.missions if mission is None else (mission_of(mission, followed, "--mission"),)
    refs: list[EntityRef] = [names.ref(one, names.name(one, "en") or one) for one in wanted]
    days = []
    with opened(ledger) as book, flow.event_data(tempo, None) as events, show.progress(disable=as_json) as bar:
        task = bar.add_task("Replaying", total=_count(begin, end, every))
        for day in flow.replay(book, followed, first=begin, last=end, every=every, events=events):
            days.append(day)
            bar.advance(task)
    if as_json:
        show.as_json(msgspec.to_builtins([
            {
                "day": day.day,
                "levels": {
                    c.mission or "theatre": {
                        "level": c.level, "score": c.score, "held": c.held is not None, "trend": c.trend, "sureness": c.sureness,
                        "dimensions": {d.dimension: {"level": d.level, "score": d.score, "held": d.held is not None} for d in c.dimensions},
                    }
                    for c in day.concerns if mission is None or c.mission in wanted
                },
                "changed": [c for c in day.changed if mission is None or c.mission in wanted],
            }
            for day in days
        ]))  # fmt: skip
        return
    screens.replay(days, refs)
    if tempo is not None:
        show.console.print(
            "Event data count in these levels. ACLED and UCDP do not say when an event became known, so they may show what "
            "was learnt later.", style="dim", highlight=False,
        )  # fmt: skip


def _count(first: date, last: date, every: int) -> int:
    return -(-(last - first).days // every) + 1
