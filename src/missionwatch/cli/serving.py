"""``serve``: the workbench, on this machine."""

from __future__ import annotations

import socket
import sys
import webbrowser
from contextlib import suppress
from threading import Timer
from typing import TYPE_CHECKING, Annotated

import typer

from missionwatch.cli import show
from missionwatch.cli.arguments import as_day, opened, theatre_of
from missionwatch.cli.options import DEFAULT_LEDGER, AsOf, LedgerAt, TempoAt
from missionwatch.errors import ServingError

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from missionwatch.records import Theatre

Theatres = Annotated[
    list[str] | None,
    typer.Option(
        "--theatre", envvar="MISSIONWATCH_THEATRE",
        help="A shipped theatre's name or a theatre file; may be given several times (default: mali).",
    ),
]  # fmt: skip


def serve(
    ledger: LedgerAt = DEFAULT_LEDGER,
    theatre: Theatres = None,
    as_of: AsOf = None,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on.")] = 8470,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open it in the browser.")] = True,
    tempo: TempoAt = None,
) -> None:
    """Open the workbench: pages over the ledger, in the browser.

    For one person at this machine; nobody else can reach it.
    """
    open_workbench(
        ledger, [theatre_of(name) for name in theatre or ["mali"]], day=as_day(as_of, "--as-of"), host=host, port=port,
        browser=browser, tempo=tempo,
    )  # fmt: skip


def open_workbench(
    ledger: Path,
    theatres: list[Theatre],
    *,
    day: date | None = None,
    host: str = "127.0.0.1",
    port: int = 8470,
    browser: bool = True,
    tempo: Path | None = None,
) -> None:
    """Serve the workbench until it is stopped; raise ``ServingError`` where it cannot be."""
    try:
        import uvicorn  # noqa: PLC0415 - an extra

        from missionwatch import flow  # noqa: PLC0415
        from missionwatch.serving import Settings, make_app  # noqa: PLC0415
        from missionwatch.workplace import Workplace  # noqa: PLC0415
    except ImportError as fault:
        raise ServingError(
            f"the workbench needs packages that are not here ({fault.name}); install them with: pip install 'missionwatch[web]'"
        ) from fault
    settings = Settings(host=host, port=port)
    settings.check(people=False)
    with opened(ledger) as book, flow.event_data(tempo, ledger) as events, _listening(host, port) as listening:
        for followed in theatres:
            flow.make_ready(book, followed)
        app = make_app(Workplace(book, theatres, place=ledger, events=events, day=day), settings)
        address = f"http://{host}:{listening.getsockname()[1]}/"
        show.console.print(f"The workbench: {address} (stop it with Ctrl+C)", highlight=False)
        if browser and sys.stdout.isatty():
            opening = Timer(1.0, webbrowser.open, (address,))
            opening.daemon = True
            opening.start()
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False, ws="none"))
        with suppress(KeyboardInterrupt):
            server.run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens there; raise ``ServingError`` where the port is taken or the address is not of this machine."""
    try:
        family, _, _, _, at = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(at[:2], family=family)
    except OSError as fault:
        raise ServingError(
            f"cannot listen on {host}:{port} ({fault.strerror}); is another workbench open there? Name another port with --port"
        ) from fault
