"""Connections that are cut, a server that refuses for a while, a server that crashes: what was acknowledged is there, the rest wholly or not."""

from __future__ import annotations

import gc
import random
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from missionwatch.errors import LedgerUnreachableError
from missionwatch.ledger import open_ledger
from missionwatch.records import Act
from tests.ledger.conftest import a_report, a_statement
from tests.prove.cutting import Proxy
from tests.prove.figures import share
from tests.server import Server, running

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from missionwatch.ledger import Ledger

pytestmark = (
    pytest.mark.filterwarnings(  # the driver says so of every answer in the middle of which its connection is cut
        "ignore:.*ServerCursor object.* was deleted while still open:ResourceWarning"
    )
)
WRITERS, READERS = 6, 4
LOT = 4  # reports booked together
DAY = date(2022, 2, 1)
ACTORS = ("DK", "SE", "NO")


@dataclass
class Told:
    """What a writer was told of what it tried; ``cut``: tries of which it does not know whether they were booked.

    ``after_all``: what was found booked when it was tried again.
    """

    booked: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    lots: list[tuple[str, ...]] = field(default_factory=list)
    unreachable: int = 0
    after_all: int = 0
    longest: float = 0.0


def book(ledger: Ledger, name: str) -> bool:
    """Book a report; say whether it was booked already."""
    return ledger.book(a_report(name, DAY), [a_statement(name, actor) for actor in ACTORS], reader="frames@1").already


def write(ledger: Ledger, number: int, over: threading.Event) -> Told:
    """Book reports, several at once, and acts; what was cut is tried again, or let be."""
    told, chance, n = Told(), random.Random(number), 0  # noqa: S311 - the same each time
    while not over.is_set():
        n += 1
        what = ("report", "act", "lot")[n % 3]
        name = f"{what}-{number}-{n}"
        names = tuple(f"{name}-{k}" for k in range(LOT)) if what == "lot" else (name,)

        def once(what: str = what, name: str = name, names: tuple[str, ...] = names) -> bool:
            if what == "act":
                ledger.note(Act(by=f"w{number}", what="export", on=name))
                return False
            with ledger.together() if what == "lot" else nullcontext():
                there = [book(ledger, one) for one in names]
            return all(there)

        if what == "lot":
            told.lots.append(names)
        again = what != "act" and chance.random() < 0.7
        if tried(once, told, over if again else None):
            told.booked += names
        else:
            told.cut += names
    return told


def tried(once: Callable[[], bool], told: Told, again_until: threading.Event | None) -> bool:
    """Say whether something was acknowledged, tried once or until it is over; any fault but the one there is a word for is raised."""
    while True:
        began = time.monotonic()
        try:
            told.after_all += once()
        except LedgerUnreachableError:
            told.unreachable += 1
            told.longest = max(told.longest, time.monotonic() - began)
            if again_until is None or again_until.wait(0.05):
                return False
        else:
            return True


def read(ledger: Ledger, over: threading.Event) -> Told:
    """Read all again and again: each answer is whole or none."""
    told = Told()
    while not over.wait(0.05):

        def once() -> bool:
            said = Counter(one.report for one in ledger.statements())
            assert set(said.values()) <= {len(ACTORS)}, "a report is half there"
            numbers = [one.seq for one in ledger.bookings()]
            assert numbers == list(range(1, len(numbers) + 1))
            return False

        tried(once, told, None)
    return told


def at_work(address: str, trouble: Callable[[], None]) -> list[Told]:
    """Write and read through an address until the trouble is over; then see that the same ledger goes on, at once."""
    over = threading.Event()
    with open_ledger(address) as ledger, ThreadPoolExecutor(WRITERS + READERS) as threads:
        work = [threads.submit(write, ledger, number, over) for number in range(WRITERS)]
        work += [threads.submit(read, ledger, over) for _ in range(READERS)]
        try:
            trouble()
        finally:
            over.set()
        told = [one.result(120) for one in work]
        for n in range(WRITERS):  # as many as the pool may have kept
            book(ledger, f"after-{n}")
        assert ledger.verify().bookings == ledger.size
    gc.collect()  # here, where the driver may grumble about it
    told[0].booked += [f"after-{n}" for n in range(WRITERS)]
    return told


def held_to(address: str, told: list[Told]) -> tuple[int, int, int]:
    """Hold the book beside what was acknowledged; return how much that was, how much was cut, and how much of that is there."""
    with open_ledger(address) as ledger:
        ledger.verify()
        there = Counter(one.subject for one in ledger.bookings(kind="report"))
        there.update(
            one.payload.on for one in ledger.bookings(kind="act") if isinstance(one.payload, Act) and one.payload.on
        )
        statements = Counter(one.report for one in ledger.bookings(kind="statement"))
    booked = {name for one in told for name in one.booked}
    cut = {name for one in told for name in one.cut}
    assert max(there.values()) == 1, "something stands there twice"
    assert booked <= there.keys(), "something acknowledged is lost"
    assert there.keys() <= booked | cut, "something is there that nobody booked"
    for name in there:
        assert statements[name] == (0 if name.startswith("act") else len(ACTORS)), "a report is half there"
    for one in told:
        for lot in one.lots:
            assert sum(name in there for name in lot) in (0, LOT), "what was booked together is half there"
    return len(booked), len(cut), len(cut & there.keys())


def note(figures: Any, tried: str, told: list[Told], held: tuple[int, int, int]) -> None:
    booked, cut, there = held
    figures.add(
        "connections", tried,
        f"{booked} acknowledged, 0 lost, 0 doubled; {cut} not acknowledged, of which {there} wholly there and {cut - there} not at all; "
        f"{sum(one.after_all for one in told)} times what was tried again was there already; "
        f"{sum(one.unreachable for one in told)} × LedgerUnreachableError (the longest after {max(one.longest for one in told):.1f} s), "
        "no other error; the same ledger goes on",
    )  # fmt: skip


@pytest.fixture(scope="module")
def durable() -> Iterator[Server]:
    """A server that waits for the disk, as a team's does."""
    with running(durable=True) as started:
        yield started


@pytest.fixture
def database(durable: Server) -> str:
    return durable.database()


def test_cut_connections(durable: Server, database: str, figures: Any) -> None:
    with Proxy(durable.socket) as proxy:

        def trouble() -> None:
            chance = random.Random(7)  # noqa: S311
            until, turn = time.monotonic() + share(120, 15), 0
            proxy.pieces, proxy.confirming = (5, 150), 0.1
            proxy.cut()
            while time.monotonic() < until:
                time.sleep(chance.uniform(0.2, 1.5))
                turn += 1
                if turn % 4 == 0:
                    proxy.refusing = True
                    time.sleep(chance.uniform(0.1, 1))
                    proxy.refusing = False
                else:
                    proxy.cut()
            proxy.pieces, proxy.confirming = None, 0
            proxy.cut()

        told = at_work(f"postgresql://writer@127.0.0.1:{proxy.port}/{database}", trouble)
    held = held_to(durable.address(database, "reader"), told)
    assert proxy.cuts > 20
    assert sum(one.unreachable for one in told) > 10
    assert held[2] + sum(one.after_all for one in told) > 0, (
        "no connection was cut between a booking and its confirmation"
    )
    note(figures, f"{proxy.cuts} connections cut, {proxy.refused} refused, by a proxy in between", told, held)


def test_a_server_that_crashes(durable: Server, database: str, figures: Any) -> None:
    restarts, took = share(20, 3), []

    def trouble() -> None:
        for _ in range(restarts):
            time.sleep(1.5)
            began = time.monotonic()
            durable.restart()
            took.append(time.monotonic() - began)
        time.sleep(1)

    told = at_work(durable.address(database, "writer"), trouble)
    held = held_to(durable.address(database, "reader"), told)
    assert sum(one.unreachable for one in told) >= restarts
    note(figures, f"{restarts} × `pg_ctl restart -m immediate` ({max(took):.1f} s at most)", told, held)
