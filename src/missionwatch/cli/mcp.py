"""``mcp``: the book for assistants that speak the Model Context Protocol, over standard input and output."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from missionwatch.cli.arguments import as_day, opened, place_of, theatre_of
from missionwatch.cli.options import DEFAULT_LEDGER, AsOf, LedgerAt, TempoAt
from missionwatch.cli.serving import Theatres
from missionwatch.errors import ServingError

if TYPE_CHECKING:
    from missionwatch.records import Permission

_READS: frozenset[Permission] = frozenset({"read", "export", "brief"})
_BOOKS: frozenset[Permission] = frozenset({"add", "review"})


def mcp(
    ledger: LedgerAt = DEFAULT_LEDGER,
    theatre: Theatres = None,
    as_of: AsOf = None,
    write: Annotated[
        bool, typer.Option("--write", help="Let the assistant add reports and review statements too.")
    ] = False,
    tempo: TempoAt = None,
) -> None:
    """Serve the ledger to an assistant (MCP).

    Over standard input and output. It reads only, unless --write lets it book. Over HTTP it is part of `serve`.
    """
    try:
        from missionwatch import flow  # noqa: PLC0415
        from missionwatch.mcp import make_server  # noqa: PLC0415
        from missionwatch.workplace import Asker, Workplace  # noqa: PLC0415
    except ImportError as fault:
        raise ServingError(
            f"MCP needs packages that are not here ({fault.name}); install them with: pip install 'missionwatch[web,mcp]'"
        ) from fault
    asker = Asker(name=f"{getpass.getuser()} (assistant)", may=_READS | _BOOKS if write else _READS)
    with opened(ledger) as book, flow.event_data(tempo, place_of(ledger)) as events:
        theatres = [theatre_of(name) for name in theatre or ["mali"]]
        place = Workplace(book, theatres, place=place_of(ledger), events=events, day=as_day(as_of, "--as-of"))
        make_server(place, lambda _: asker, writing=write).run("stdio")
