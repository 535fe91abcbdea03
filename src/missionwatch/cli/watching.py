"""``watch``: the watch on the screen, for a terminal, cron or systemd."""

from __future__ import annotations

import signal
from datetime import datetime
from threading import Event
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from missionwatch.cli import show
from missionwatch.cli.arguments import theatre_of
from missionwatch.cli.options import DEFAULT_LEDGER, Json, LedgerAt, TempoAt
from missionwatch.cli.sources import CollectionAt, collection_beside
from missionwatch.errors import SourceSettingsError

if TYPE_CHECKING:
    from missionwatch.watch import Cycle


def watch(
    theatre: Annotated[str, typer.Argument(metavar="THEATRE", help="A shipped theatre's name or a theatre file.")],
    ledger: LedgerAt = DEFAULT_LEDGER,
    collection: CollectionAt = None,
    once: Annotated[bool, typer.Option("--once", help="Do one cycle and end, as cron wants it.")] = False,
    tempo: TempoAt = None,
    as_json: Json = False,
) -> None:
    """Follow a theatre unattended: ask, book and warn.

    The sources are asked on their own rhythm, what they give is booked, and whoever asked for it is warned. Ctrl-C ends it.
    """
    from missionwatch.watch import Post, run  # noqa: PLC0415 - the rooms are loaded when a command needs them

    followed = theatre_of(theatre)
    if not followed.collect:
        raise SourceSettingsError(
            f"theatre {followed.name} collects nothing; give a source `collect` settings (docs/sources/README.md), "
            "or add one: missionwatch sources add"
        )
    post = Post(followed, ledger, collection or collection_beside(ledger), tempo=tempo, log=_alert)
    if once:
        _said(post.cycle(), as_json=as_json)
        return
    stop = Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda *_: stop.set())
    run(post, stop, said=lambda cycle: _said(cycle, as_json=as_json), trouble=_trouble)


def _said(cycle: Cycle, *, as_json: bool) -> None:
    if as_json:
        show.as_json(
            {name: getattr(cycle, name) for name in cycle.__dataclass_fields__ if name != "alerts"}
            | {"alerts": msgspec.to_builtins(cycle.alerts)},
            lines=True,
        )
        return
    show.console.print(cycle.line, highlight=False, markup=False, soft_wrap=True)
    for fault in cycle.faults:
        show.errors.print(f"  {fault}", style="yellow", highlight=False, markup=False, soft_wrap=True)


def _alert(line: str) -> None:
    show.console.print(f"! {line}", style="bold", highlight=False, markup=False, soft_wrap=True)


def _trouble(reason: str) -> None:
    show.errors.print(
        f"{datetime.now().astimezone():%Y-%m-%d %H:%M} {reason}", style="red", highlight=False, markup=False
    )
