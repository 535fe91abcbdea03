"""``serve``: the workbench, on this machine."""

from __future__ import annotations

import socket
import sys
import webbrowser
from contextlib import ExitStack, suppress
from pathlib import Path
from threading import Thread, Timer
from typing import TYPE_CHECKING, Annotated

import typer

from missionwatch.cli import show
from missionwatch.cli.arguments import as_day, beside, opened, place_of, theatre_of
from missionwatch.cli.options import DEFAULT_LEDGER, AsOf, LedgerAt, PeopleAt, TempoAt
from missionwatch.errors import ServingError

if TYPE_CHECKING:
    from datetime import date

    from missionwatch.ledger import Ledger
    from missionwatch.people import People
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
    host: Annotated[str, typer.Option(envvar="MISSIONWATCH_HOST", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, envvar="MISSIONWATCH_PORT", help="The port to listen on.")
    ] = 8470,
    public: Annotated[
        str | None,
        typer.Option(
            envvar="MISSIONWATCH_PUBLIC",
            help="The address by which a team reaches it, through a proxy: https://watch.example.org.",
        ),
    ] = None,
    proxies: Annotated[
        str | None,
        typer.Option(
            "--proxies",
            envvar="MISSIONWATCH_PROXIES",
            help="Whose word on where a request comes from is taken (10.0.0.5,10.0.0.6).",
        ),
    ] = None,
    people: PeopleAt = None,
    oidc: Annotated[
        Path | None,
        typer.Option(
            envvar="MISSIONWATCH_OIDC", help="The file that says which provider vouches for people (docs/people.md)."
        ),
    ] = None,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open it in the browser.")] = True,
    tempo: TempoAt = None,
) -> None:
    """Open the workbench: pages, REST API and MCP.

    For one person at this machine, or, where there are accounts (`missionwatch people add`), for a team.
    """
    open_workbench(
        ledger, [theatre_of(name) for name in theatre or ["mali"]], day=as_day(as_of, "--as-of"), host=host, port=port,
        browser=browser, tempo=tempo, public=public, proxies=proxies, people=people, oidc=oidc,
    )  # fmt: skip


def open_workbench(
    ledger: Path | str,
    theatres: list[Theatre],
    *,
    day: date | None = None,
    host: str = "127.0.0.1",
    port: int = 8470,
    browser: bool = True,
    tempo: Path | None = None,
    public: str | None = None,
    proxies: str | None = None,
    people: str | None = None,
    oidc: Path | None = None,
) -> None:
    """Serve the workbench until it is stopped; raise ``ServingError`` where it cannot be."""
    try:
        import uvicorn  # noqa: PLC0415 - an extra

        from missionwatch import flow  # noqa: PLC0415
        from missionwatch.people import OidcClient, load_oidc  # noqa: PLC0415
        from missionwatch.serving import Settings, log_to, make_app  # noqa: PLC0415
        from missionwatch.workplace import Workplace  # noqa: PLC0415
    except ImportError as fault:
        raise ServingError(
            f"the workbench needs packages that are not here ({fault.name}); install them with: pip install 'missionwatch[web]'"
        ) from fault
    settings = Settings(host=host, port=port)
    if public is not None:
        settings = settings.reached_at(public)
    with ExitStack() as stack:
        book = stack.enter_context(opened(ledger))
        events = stack.enter_context(flow.event_data(tempo, place_of(ledger)))
        team = _team(stack, book, people or beside(ledger, "people"), named=people is not None)
        settings.check(people=team is not None)
        if oidc is not None and team is None:
            raise ServingError(
                "a provider vouches for people, and there are none yet: make the first account with `missionwatch people add`"
            )
        provider = (
            stack.enter_context(OidcClient(load_oidc(oidc), team)) if oidc is not None and team is not None else None
        )
        listening = stack.enter_context(_listening(host, port))
        for followed in theatres:
            flow.make_ready(book, followed)
        place = Workplace(book, theatres, place=place_of(ledger), events=events, day=day, people=team)
        app = make_app(place, settings, provider)
        address = public or f"http://{host}:{listening.getsockname()[1]}/"
        show.console.print(f"The workbench: {address} (stop it with Ctrl+C)", highlight=False, soft_wrap=True)
        if browser and sys.stdout.isatty():
            opening = Timer(1.0, webbrowser.open, (address,))
            opening.daemon = True
            opening.start()
        log_to(sys.stderr)
        Thread(target=place.warm, name="warming", daemon=True).start()
        config = uvicorn.Config(
            app, log_level="warning", server_header=False, ws="none", proxy_headers=proxies is not None,
            forwarded_allow_ips=proxies, timeout_graceful_shutdown=20,
        )  # fmt: skip
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listening])


def _team(stack: ExitStack, book: Ledger, address: str | Path, *, named: bool) -> People | None:
    """Return the people of a team; None where no store is named and none lies beside the ledger."""
    from missionwatch.people import open_people  # noqa: PLC0415 - an extra

    if not named and isinstance(address, Path) and not address.exists():
        return None
    return stack.enter_context(open_people(address, noting=book.note))


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens there; raise ``ServingError`` where the port is taken or the address is not of this machine."""
    try:
        family, _, _, _, at = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(at[:2], family=family)
    except OSError as fault:
        raise ServingError(
            f"cannot listen on {host}:{port} ({fault.strerror}); is another workbench open there? Name another port with --port"
        ) from fault
