"""Where the time goes: the share of each room and library in what people wait for. ``make bench`` runs it; the figures are shares, not times.

Python's profiler makes calls dearer than they are, so a room of many small calls looks somewhat larger here than it is.
"""

from __future__ import annotations

import asyncio
import cProfile
import logging
import pstats
import shutil
import tempfile
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

import httpx2 as httpx
import structlog
from tests.workbench import demo_ledger, demo_workplace
from tools.measured import note

from missionwatch import flow, theatre
from missionwatch.ledger import open_ledger
from missionwatch.serving import Settings, make_app

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOMS = {
    "missionwatch/reading": "reading", "missionwatch/reports": "reports", "missionwatch/register": "register",
    "missionwatch/ledger": "ledger", "sqlalchemy": "ledger", "sqlite3": "ledger", "missionwatch/picture": "picture",
    "missionwatch/assessment": "assessment", "missionwatch/briefing": "briefing", "babel": "briefing", "missionwatch/search": "search",
    "missionwatch/web": "pages", "jinja2": "pages", "starlette": "pages", "fastapi": "pages",
}  # fmt: skip
"""Which part of a file's path belongs to which room; a library counts for the room that asks for it."""
SMALL = 0.02  # shares below this are told together


def shares(work: Callable[[], object]) -> dict[str, float]:
    """Return which share of the time each room took itself; what is built in counts for whoever calls it."""
    profile = cProfile.Profile()
    profile.runcall(work)
    spent: Counter[str] = Counter()
    stats: Any = pstats.Stats(profile)
    for (file, _, _), (_, _, own, _, callers) in stats.stats.items():
        if file != "~":
            spent[room(file)] += own
            continue
        for (calling, _, _), figures in callers.items():
            spent[room(calling)] += figures[2]
    whole = sum(spent.values())
    large = {name: one / whole for name, one in spent.most_common() if one / whole >= SMALL and name != "else"}
    return large | {"else": 1 - sum(large.values())}


def room(file: str) -> str:
    """Return the room of a source file."""
    return next((name for part, name in ROOMS.items() if part in file), "else")


def pages(place: Path, address: str, days: Sequence[date]) -> Callable[[], object]:
    """Return what asks a workbench that remembers nothing for a page of each day, all in the thread that asks, so that it is seen."""

    async def here(work: Callable[..., object], *given: object, **_: object) -> object:
        return work(*given)

    async def ask() -> None:
        workplace = demo_workplace(place)
        app = make_app(workplace, Settings(hosts=("testserver",)))
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://testserver") as client:
            for day in days:
                answer = await client.get(f"{address}?as-of={day}&known={day}")
                answer.raise_for_status()
        workplace.ledger.close()

    def work() -> None:
        with mock.patch("anyio.to_thread.run_sync", here):
            asyncio.run(ask())

    return work


def main() -> None:
    """Print and note the shares."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    followed, days = theatre.load("mali"), [date(2022, 1, 20) + timedelta(days=7 * n) for n in range(12)]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "mali.db"
        shutil.copyfile(demo_ledger(), place)

        def add() -> None:
            with open_ledger(Path(folder) / "new.db", create=True) as book:
                for outcome in flow.add(theatre.dispatches("mali"), book, followed, replay=True):
                    if outcome.refused is not None:
                        raise outcome.refused

        works = {
            "add the demo": add,
            "theatre page": pages(place, "/mali", days), "mission page": pages(place, "/mali/missions/takuba", days),
            "letter": pages(place, "/mali/briefing", days),
        }  # fmt: skip
        for name, work in works.items():
            if name != "add the demo":
                work()  # what is loaded once is no part of it
            found = shares(work)
            print(f"{name:<14} " + ", ".join(f"{what} {part:.0%}" for what, part in found.items()))
            note("profile", name, **found)


if __name__ == "__main__":
    main()
