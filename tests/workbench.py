"""A workbench on the demo's ledger, made once for all tests of pages, API and MCP."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import uvicorn

from missionwatch import flow, theatre
from missionwatch.ledger import open_ledger
from missionwatch.serving import Settings, make_app
from missionwatch.workplace import Workplace

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = date(2022, 3, 1)
ANALYST = "analyst"  # who works at it
NOW = datetime(2022, 9, 1, 12, tzinfo=UTC)


@cache
def demo_ledger() -> Path:
    """Return the file of a ledger with the 51 dispatches on Mali, each known on its own evening; copy it before you write to it."""
    place = Path(mkdtemp(prefix="missionwatch-tests-")) / "mali.db"
    followed = theatre.load("mali")
    with open_ledger(place, create=True) as book:
        for outcome in flow.add(theatre.dispatches("mali"), book, followed, replay=True):
            assert outcome.refused is None
    return place


def demo_workplace(place: Path) -> Workplace:
    """Return a workplace on a ledger file, at the demo's day; close its ledger when done."""
    return Workplace(open_ledger(place), [theatre.load("mali")], place=place, day=DAY)


@contextmanager
def served(workplace: Workplace) -> Iterator[str]:
    """Serve a workplace on a free port of the loopback address while the block runs, then close it."""
    server = uvicorn.Server(
        uvicorn.Config(
            make_app(workplace, Settings(name=ANALYST)), host="127.0.0.1", port=0, log_level="error", ws="none"
        )
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        assert time.monotonic() < until, "the server did not start in time"
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)
        workplace.ledger.close()
