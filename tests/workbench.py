"""A workbench on the demo's ledger, made once for all tests of pages, API and MCP."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from missionwatch import flow, theatre
from missionwatch.ledger import open_ledger
from missionwatch.workplace import Workplace

DAY = date(2022, 3, 1)
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
