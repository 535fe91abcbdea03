"""``concern`` and ``indicators``: why a level is what it is, and the file that says what counts."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import typer

from missionwatch.cli import show
from missionwatch.cli.arguments import as_day, as_moment, mission_of, opened, place_of, theatre_of
from missionwatch.cli.faults import exit_code
from missionwatch.cli.options import DEFAULT_LEDGER, AsOf, Json, Known, LedgerAt, TempoAt, TheatreName
from missionwatch.errors import IndicatorsError
from missionwatch.records import DIMENSIONS


def concern(
    mission: Annotated[str, typer.Argument(help="A mission by its register name (takuba), or all.")] = "all",
    ledger: LedgerAt = DEFAULT_LEDGER,
    theatre: TheatreName = "mali",
    as_of: AsOf = None,
    known: Known = None,
    dimension: Annotated[str | None, typer.Option(help="Only that dimension, for example host-consent.")] = None,
    tempo: TempoAt = None,
    as_json: Json = False,
) -> None:
    """Explain a mission's level down to the last claim.

    Which claims and event data count, how much each, what would lower it, what it hangs on.
    """
    from missionwatch import assessment, flow  # noqa: PLC0415
    from missionwatch.cli import screens  # noqa: PLC0415
    from missionwatch.cli.tempos import Beside  # noqa: PLC0415

    if dimension is not None and dimension not in DIMENSIONS:
        raise typer.BadParameter(
            f"{dimension!r} is no dimension; choose from {', '.join(DIMENSIONS)}", param_hint="--dimension"
        )
    followed = theatre_of(theatre)
    wanted = None if mission == "all" else mission_of(mission, followed, "MISSION")
    with opened(ledger) as book, flow.event_data(tempo, place_of(ledger)) as events:
        seen = flow.see(
            book, followed, as_of=as_day(as_of, "--as-of") or datetime.now(UTC).date(), known_at=as_moment(known)
        )
        tempos = flow.beside(seen, events)
        concerns = flow.judge(seen, flow.before(book, seen, events), tempos)
    chosen = [
        (m, c)
        for m, c in zip((*seen.missions, seen.general), concerns, strict=True)
        if wanted is None or m.mission.id == wanted
    ]
    if as_json:
        show.as_json(msgspec.to_builtins([
            {
                "concern": c, "options": m.options, "decisions": assessment.decisions(m),
                "tempo": [one for one in tempos if one.mission == m.mission.id],
            }
            for m, c in chosen
        ]))  # fmt: skip
        return
    title = followed.title.get("en", followed.name)
    show.console.print(
        f"[bold]{title}[/] as of {seen.as_of}, as known at {seen.known_at:%Y-%m-%d %H:%M} UTC", highlight=False
    )
    declared = assessment.indicators_of(followed)
    counted = Beside(tempos)
    for m, c in chosen:
        decided = [(claim, assessment.does(claim)) for claim in assessment.decisions(m)]
        screens.concern(m, c, seen, declared, dimension=dimension, decided=decided)
        if dimension is None:
            show.console.print()
            counted.mission(m.mission.id, show.name(m.mission))
    if dimension is None:
        Beside([one for one in tempos if wanted is None or one.mission == wanted]).sources()


def indicators(
    action: Annotated[
        Literal["check", "show"], typer.Argument(help="check finds every fault; show prints what counts.")
    ],
    file: Annotated[Path | None, typer.Argument(help="An indicators file (default: the one that ships).")] = None,
    as_json: Json = False,
) -> None:
    """Check an indicators file, or show what counts by it."""
    from missionwatch.assessment import checking  # noqa: PLC0415
    from missionwatch.assessment.indicators import read  # noqa: PLC0415
    from missionwatch.cli import screens  # noqa: PLC0415

    title = str(file) if file is not None else "indicators.toml"
    declared, found = checking.check(read(file), title)
    if action == "show" and declared is not None:
        if as_json:
            show.as_json(msgspec.to_builtins(declared))
        else:
            screens.indicators(declared, title)
        return
    if as_json:
        show.as_json({"file": title, "good": declared is not None, "faults": msgspec.to_builtins(found)})
    else:
        screens.faults(found)
        wrong = sum(not fault.warning for fault in found)
        verdict = "can be used" if declared is not None else "cannot be used"
        show.console.print(
            f"{title} {verdict}: {wrong} faults, {len(found) - wrong} warnings.", highlight=False, soft_wrap=True
        )
    if declared is None:
        raise typer.Exit(exit_code(IndicatorsError()))
