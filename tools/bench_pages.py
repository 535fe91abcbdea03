"""Measure how long the server takes for each page and answer: on the demo, and on a ledger of a million statements around it.

    PYTHONPATH=. python tools/bench_pages.py                      # the demo alone
    PYTHONPATH=. python tools/bench_pages.py --statements 1000000 # … in a ledger of a million (its making takes minutes)

Each address is asked for on random days of the demo, as known then or now, several times: the first sight of a day (``new``) has to work out
its picture, the next (``again``) finds it. Times are the server's, without a network, by the clock; sizes are compressed.
"""

from __future__ import annotations

import argparse
import logging
import random
import shutil
import sqlite3
import statistics
import tempfile
import time
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import structlog
from sqlalchemy import event
from starlette.testclient import TestClient
from tests.workbench import demo_ledger, demo_workplace
from tools.bench_picture import fill, newsroom
from tools.measured import note

from missionwatch import flow
from missionwatch.ledger import open_ledger
from missionwatch.serving import Settings, make_app

if TYPE_CHECKING:
    from missionwatch.workplace import Workplace

FIRST, DAYS = date(2022, 1, 10), 180
TARGET = 0.100
"""Seconds within which 95 of 100 pages shall come."""
PAGES = (
    "/mali", "/mali/missions/takuba", "/mali/missions/minusma", "/mali/map", "/mali/reports", "/mali/reports/{report}", "/mali/claims/{claim}",
    "/mali/search?words=ambassadeur", "/mali/search?words=Danish+soldiers", "/mali/briefing", "/mali/sources", "/mali/whatif", "/mali/replay",
    "/api/v1/theatres/mali/picture", "/api/v1/theatres/mali/changes?since={since}", "/api/v1/theatres/mali/claims/{claim}",
)  # fmt: skip


def measure(place: Path, times: int) -> None:
    """Print the table of a ledger."""
    workplace = demo_workplace(place)
    workplace.day = FIRST + timedelta(days=DAYS)
    began = time.perf_counter()
    workplace.warm()  # as a door that stays open does before it opens
    name = "the demo" if workplace.ledger.size < 10_000 else f"{workplace.ledger.size:,} bookings"
    print(f"{workplace.ledger.size:,} bookings, ready in {time.perf_counter() - began:.1f} s")
    print(f"{'address':<44} | new: median | 95th     | again: median | 95th    | kB")
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR)
    )  # a line for each request is not asked for
    rng = random.Random(5)  # noqa: S311 - a load, not a secret
    with TestClient(make_app(workplace, Settings(hosts=("testserver",)))) as client:
        for path in PAGES:
            new: list[float] = []
            again: list[float] = []
            size = 0
            for _ in range(times):
                day = FIRST + timedelta(days=rng.randrange(DAYS))
                address = _address(path, workplace, day)
                if address is None:
                    continue
                mark = "&" if "?" in address else "?"
                then = "{claim}" in path or rng.random() < 0.5  # a claim is one of that evening
                asked = f"{address}{mark}as-of={day}" + (f"&known={day}" if then else "")
                for taken in (new, again):
                    start = time.perf_counter()
                    answer = client.get(asked, headers={"accept-encoding": "gzip"})
                    taken.append(time.perf_counter() - start)
                    if answer.status_code != 200:
                        print(f"{path:<44} | {answer.status_code} {asked}")
                        break
                size = max(size, int(answer.headers.get("content-length", 0)))
            if new and again:
                note(
                    "pages",
                    f"{path} in {name}",
                    new=_far(new) * 1e3,
                    again=_far(again) * 1e3,
                    median=statistics.median(new) * 1e3,
                )
                print(f"{path:<44} | {_row(new)} | {_row(again)} | {size / 1000:.0f}", flush=True)
    workplace.ledger.close()


def _far(taken: list[float]) -> float:
    return statistics.quantiles(taken, n=20, method="inclusive")[-1]


def _row(taken: list[float]) -> str:
    far = _far(taken)
    return f"{statistics.median(taken) * 1000:6.0f} ms   | {far * 1000:5.0f} ms{' ' if far <= TARGET else '!'}"


def _address(path: str, workplace: Workplace, day: date) -> str | None:
    """Return an address of a day: with a claim of that day's picture, or a report of it; None where there is none."""
    if "{claim}" in path or "{report}" in path:
        seen = flow.see(workplace.ledger, next(iter(workplace.theatres.values())), as_of=day, known_at=flow.end_of(day))
        claims = seen.claims
        if not claims:
            return None
        chosen = claims[day.toordinal() % len(claims)]
        return path.format(claim=chosen.id, report=chosen.statement.report, since=day - timedelta(days=21))
    return path.format(since=day - timedelta(days=21))


def main() -> None:
    """Make the ledger and print its table."""
    said = argparse.ArgumentParser(description="Measure pages.")
    said.add_argument("--statements", type=int, default=0, help="statements of others in the same ledger")
    said.add_argument("--times", type=int, default=20, help="how many days each address is asked for")
    said.add_argument("--place", type=Path, help="where the ledger is kept; one that lies there is measured as it is")
    given = said.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = given.place or Path(folder) / "mali.db"
        if place.exists():
            measure(place, given.times)
            return
        shutil.copyfile(demo_ledger(), place)
        if given.statements:
            with closing(sqlite3.connect(place)) as held, open_ledger(place) as ledger:
                engine = ledger._engine  # noqa: SLF001 - no user may have this setting
                event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA synchronous = OFF"))
                held.execute("SELECT 1")
                told = newsroom(50_000, missions=("mission:unifil", "mission:eunavfor-med"))
                last = max(booking.known_at for booking in ledger.bookings(max(ledger.size - 1, 0)))
                moved = [one._replace(known_at=max(one.known_at, last), review=None) for one in told]
                fill(ledger, moved, given.statements)
        measure(place, given.times)


if __name__ == "__main__":
    main()
