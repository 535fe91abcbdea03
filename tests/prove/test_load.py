"""Sixteen writers and sixty-four readers at once on PostgreSQL: no error, nothing lost, nothing doubled; how long each waits."""

from __future__ import annotations

import multiprocessing
import os
import random
import time
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

from missionwatch.errors import OvertakenError
from missionwatch.ledger import open_ledger
from missionwatch.ledger.rules import GENESIS
from missionwatch.records import Act, Review, Source
from tests.ledger.conftest import a_report, a_statement
from tests.prove.figures import percentile, share
from tests.server import Server, running

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.synchronize import Barrier

    from missionwatch.ledger import Ledger
    from missionwatch.records import Booking

WRITERS, READERS, PROCESSES = 16, 64, 4
SECONDS = share(180, 20)
PAUSE = 0.5  # seconds at most that a reader looks at what it got
ACTORS = ("DK", "SE", "NO", "FI", "DE", "FR", "ES", "IT", "PL", "CZ", "BE", "IE")
DAY = date(2022, 2, 1)
_Got = TypeVar("_Got")


@dataclass
class Told:
    """What one writer or reader was told: what was acknowledged, how long it took, what it read."""

    booked: list[tuple[str, ...]] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    took: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    heads: list[tuple[int, str]] = field(default_factory=list)

    def time(self, what: str, ask: Callable[[], _Got]) -> _Got:
        """Do something and note how long it took."""
        began = time.perf_counter()
        got = ask()
        self.took[what].append(time.perf_counter() - began)
        return got


_gate: Barrier | None = None


def _meet(barrier: Barrier) -> None:
    global _gate  # noqa: PLW0603 - how a process of a pool is given something
    _gate = barrier


def crowd(address: str, kind: str, first: int, count: int) -> list[Told]:
    """Run so many writers or readers at once in this process, on one ledger as a program has it, until the time is over."""
    work = write if kind == "writer" else read
    with open_ledger(address) as ledger, ThreadPoolExecutor(count) as threads:
        _ = ledger.size
        assert _gate is not None
        _gate.wait(120)
        until = time.monotonic() + SECONDS
        return list(threads.map(lambda number: work(ledger, number, until), range(first, first + count)))


def write(ledger: Ledger, number: int, until: float) -> Told:
    """Book reports of its own, one that all writers book in the same second, reviews, ratings and acts."""
    told, chance, n, second = Told(), random.Random(number), 0, 0  # noqa: S311 - the same each time
    while time.monotonic() < until:
        if int(time.time()) != second:
            second = int(time.time())
            together(ledger, told, number, f"all-{second}")
        n += 1
        name, reader = f"w{number}-{n}", "frames@1"
        actors = chance.sample(ACTORS, 3)
        book(ledger, told, name, actors, reader)
        statement = a_statement(name, actors[0]).id
        if n % 3 == 0:
            review = Review(statement=statement, verdict="reject", by=f"w{number}", reason=f"w{number}-{n}")
            told.time("review", partial(ledger.review, review, after=0))
            told.booked.append(("review", statement, review.reason or ""))
        if n % 5 == 0:
            act = Act(by=f"w{number}", what="export", on=f"w{number}-{n}")
            told.time("act", partial(ledger.note, act))
            told.booked.append(("act", act.by, act.on or ""))
        if n % 7 == 0:
            source = Source(id=f"s{n % 4}", name="A source", reliability="B", reason=f"w{number}-{n}", by=f"w{number}")
            told.time("rating", partial(ledger.rate, source))
            told.booked.append(("source", source.id, source.reason or ""))
        if n % 4 == 0:  # read again by a newer reader
            book(ledger, told, name, actors[:2], "frames@2", again=True)
    return told


def together(ledger: Ledger, told: Told, number: int, name: str) -> None:
    """Book the report that all the writers book now, by one of two readers, and review it if nobody else has."""
    book(ledger, told, name, ACTORS[:3], f"frames@{1 + number % 2}", again=None)
    review = Review(statement=a_statement(name, ACTORS[0]).id, verdict="accept", by=f"w{number}", reason=f"{number}")
    try:
        told.time("review", lambda: ledger.review(review, after=0))
        told.booked.append(("review", review.statement, review.reason or ""))
    except OvertakenError:
        told.refused["review overtaken"] += 1


def book(ledger: Ledger, told: Told, name: str, actors: Any, reader: str, *, again: bool | None = False) -> None:
    """Book a report, and note what the book must then hold; ``again``: whether another reader has read it, if that is known."""
    statements = [a_statement(name, actor, reader=reader) for actor in actors]
    receipt = told.time("report", lambda: ledger.book(a_report(name, DAY), statements, reader=reader))
    if receipt.already:
        assert again is None
        told.refused["report already booked"] += 1
        return
    assert receipt.booked == len(statements)
    told.booked.append(("reading", name, reader))
    told.booked += [("statement", one.id, reader) for one in statements]


def _whole(ledger: Ledger, since: int) -> list[Booking]:
    return list(ledger.bookings(since))


def read(ledger: Ledger, number: int, until: float) -> Told:
    """Ask what a page asks: what stands of some topics, as known now and a while ago; the heads; what is new since last time."""
    told, chance = Told(), random.Random(1000 + number)  # noqa: S311 - the same each time
    seen, head = 0, GENESIS
    earlier: tuple[datetime, set[str]] | None = None
    topics = [f"country:{chance.choice(ACTORS)}"]
    while time.monotonic() < until:
        time.sleep(chance.uniform(0, PAUSE))
        what = chance.choice(("statements", "known", "reports", "bookings", "bookings", "head"))
        if what == "statements":
            told.time("statements of a topic", lambda: ledger.statements(valid=DAY + timedelta(days=30), topics=topics))
        elif what == "known":
            moment = (
                earlier[0] if earlier else datetime.now(UTC) - timedelta(seconds=6)
            )  # longer than a booking may wait
            found = told.time("statements as known", partial(ledger.statements, known=moment, topics=topics))
            now = {one.id for one in found}
            assert earlier is None or now == earlier[1], "what was known then is not what it was"
            earlier = None if earlier and chance.random() < 0.2 else (moment, now)
        elif what == "reports":
            since = max(0, seen - 300)
            told.time("reports", partial(ledger.reports, topics=topics, since=since))
        elif what == "bookings":
            fresh: list[Booking] = told.time("bookings since", partial(_whole, ledger, seen))
            for one in fresh:
                assert (one.seq, one.previous) == (seen + 1, head), "a reader saw a gap or a fork"
                seen, head = one.seq, one.digest
            told.heads.append((seen, head))
        else:
            assert told.time("head", lambda: ledger.head)
            assert ledger.size >= seen
    return told


@pytest.fixture(scope="module")
def durable() -> Iterator[Server]:
    """A server that waits for the disk, as a team's does."""
    with running(durable=True) as started:
        yield started


def test_load(durable: Server, figures: Any) -> None:
    database = durable.database()
    spawn = multiprocessing.get_context("spawn")
    gate = spawn.Barrier(2 * PROCESSES)
    address = {"writer": durable.address(database, "writer"), "reader": durable.address(database, "reader")}
    with ProcessPoolExecutor(2 * PROCESSES, mp_context=spawn, initializer=_meet, initargs=(gate,)) as processes:
        crowds = {
            kind: [processes.submit(crowd, address[kind], kind, n * count // PROCESSES, count // PROCESSES) for n in range(PROCESSES)]
            for kind, count in (("writer", WRITERS), ("reader", READERS))
        }  # fmt: skip
        told = {kind: [one for each in of_kind for one in each.result()] for kind, of_kind in crowds.items()}
    load = os.getloadavg()[0]
    assert [len(told["writer"]), len(told["reader"])] == [WRITERS, READERS]

    with open_ledger(address["reader"]) as ledger:
        checked = ledger.verify()
        stand, digests = Counter[tuple[str, ...]](), {0: GENESIS}
        reports = Counter(one.subject for one in ledger.bookings(kind="report"))
        for one in ledger.bookings():
            stand[key(one)] += 1
            digests[one.seq] = one.digest
        standing = Counter(one.id for one in ledger.statements())
    acknowledged = Counter(one for each in told["writer"] for one in each.booked)
    assert max(acknowledged.values()) == 1, "one thing was acknowledged to two"
    assert not acknowledged - stand, "something acknowledged is not in the book"
    assert not stand - acknowledged, "something is in the book that nobody was told of, or twice"
    assert max(standing.values()) == max(reports.values()) == 1
    assert all(digests[seq] == digest for each in told["reader"] for seq, digest in each.heads), (
        "a reader saw another book"
    )
    seconds = [k for k in stand if k[0] == "reading" and k[1].startswith("all-")]
    assert len(seconds) >= 2 * (SECONDS // 2), "the writers seldom met"

    report(figures, told, checked.bookings, load)


def key(booking: Booking) -> tuple[str, ...]:
    """Return by what a booking is known to the one that booked it."""
    payload: Any = booking.payload
    if booking.kind in ("report", "supersession"):
        return ("reading", booking.subject, booking.reader or "")
    if booking.kind == "statement":
        return ("statement", booking.subject, booking.reader or "")
    if booking.kind == "act":
        return ("act", payload.by, payload.on)
    return (booking.kind, booking.subject, payload.reason)


def report(figures: Any, told: dict[str, list[Told]], bookings: int, load: float) -> None:
    """Note the figures."""
    tried = f"{WRITERS} writers, {READERS} readers, {SECONDS} s, PostgreSQL"
    took: dict[str, dict[str, list[float]]] = {kind: defaultdict(list) for kind in told}
    for kind, many in told.items():
        for one in many:
            for what, values in one.took.items():
                took[kind][what] += values
    refused = sum((one.refused for one in told["writer"]), Counter[str]())
    writes, reads = (sum(len(v) for v in took[kind].values()) for kind in ("writer", "reader"))
    figures.add(
        "load", tried,
        f"0 errors, 0 lost, 0 doubled, chain of {bookings} bookings whole; {writes / SECONDS:.0f} bookings and {reads / SECONDS:.0f} readings"
        f" a second ({bookings / SECONDS:.0f} lines); refused as declared: "
        + ", ".join(f"{count} × {what}" for what, count in sorted(refused.items())) + f"; load average {load:.1f}",
    )  # fmt: skip
    for kind in ("writer", "reader"):
        for what, values in sorted(took[kind].items()):
            said = ", ".join(f"{name} {percentile(values, part) * 1000:.0f}" for name, part in
                             (("p50", 0.5), ("p95", 0.95), ("p99", 0.99)))  # fmt: skip
            figures.add("load", f"{kind}: {what}, {len(values)} ×", f"{said}, max {max(values) * 1000:.0f} ms")
