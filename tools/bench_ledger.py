"""How fast reports are booked, beside plain inserts of the same bytes: ``python -m tools.bench_ledger [--reports 400] [--postgres ADDRESS]``.

Both ways each report with its statements is one durable transaction, in turn on the same store. Plain: one table of the same columns without
an index but its key, no chain, no topics, no checks. Without an address a server is started if the package for the tests is there; the
address is that of an empty database of its own, for its owner.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
import time
from contextlib import ExitStack, closing
from pathlib import Path
from statistics import mean, quantiles
from typing import TYPE_CHECKING, Any

from tools.bench_picture import newsroom
from tools.measured import note

from missionwatch.ledger import Address, MemoryLedger, open_ledger
from missionwatch.ledger.postgres import prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tools.bench_picture import Told

    from missionwatch.ledger import Ledger
    from missionwatch.ledger.rules import Line

TABLE = """CREATE TABLE plain (seq bigint PRIMARY KEY, kind text, subject text, report text, reader text, valid_from text, known_at text,
    payload {blob}, previous text, digest text)"""
TURN = 10  # reports: both take turns so short that what else goes on meets both alike


def rows(told: Sequence[Told]) -> list[list[tuple[Any, ...]]]:
    """Return the rows that booking writes, report by report: what the plain inserts write too."""
    out: list[list[tuple[Any, ...]]] = []
    with MemoryLedger() as ledger:
        for one in told:
            since = ledger.size
            ledger.book(one.report, one.statements, reader="bench@1", known_at=one.known_at)
            out.append([_row(line) for line in ledger.lines(since)])
    return out


def _row(line: Line) -> tuple[Any, ...]:
    return (*line[:6], line.known_at.isoformat(), *line[7:10])


def booked(ledger: Ledger, told: Sequence[Told]) -> float:
    """Return the seconds that booking takes."""
    began = time.perf_counter()
    for one in told:
        ledger.book(one.report, one.statements, reader="bench@1", known_at=one.known_at)
    return time.perf_counter() - began


def plain_sqlite(path: Path) -> Callable[[Sequence[list[tuple[Any, ...]]]], float]:
    """Return what inserts rows into a file, as durably as the ledger."""
    raw = sqlite3.connect(path, isolation_level=None)
    raw.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;" + TABLE.format(blob="blob"))

    def insert(lots: Sequence[list[tuple[Any, ...]]]) -> float:
        began = time.perf_counter()
        for lot in lots:
            raw.execute("BEGIN")
            raw.executemany("INSERT INTO plain VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", lot)
            raw.execute("COMMIT")
        return time.perf_counter() - began

    return insert


def plain_postgres(address: str) -> Callable[[Sequence[list[tuple[Any, ...]]]], float]:
    """Return what inserts rows into a server's table."""
    import psycopg  # noqa: PLC0415

    raw = psycopg.connect(address)
    raw.execute(TABLE.format(blob="bytea"))
    raw.commit()

    def insert(lots: Sequence[list[tuple[Any, ...]]]) -> float:
        began = time.perf_counter()
        for lot in lots:
            with raw.transaction(), raw.cursor() as cursor:
                cursor.executemany("INSERT INTO plain VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)", lot)
        return time.perf_counter() - began

    return insert


def compare(
    name: str, ledger: Ledger, plain: Callable[[Sequence[list[tuple[Any, ...]]]], float], told: Sequence[Told]
) -> None:
    """Print how both compare, in turns over the same reports."""
    lots = rows(told)
    ours, theirs = [], []
    for begin in range(0, len(told) - TURN + 1, TURN):
        part = slice(begin, begin + TURN)
        theirs.append(plain(lots[part]) / TURN)
        ours.append(booked(ledger, told[part]) / TURN)
    booking, inserting = mean(ours), mean(theirs)  # a file's checkpoints fall into some turns only, and count
    ratio = booking / inserting
    note("append", name, booked=booking * 1e3, plain=inserting * 1e3, ratio=ratio)
    low, _, high = quantiles((a / b for a, b in zip(ours, theirs, strict=True)), n=4)
    lines = sum(map(len, lots)) / len(lots)
    volume = sum(len(row[7]) for lot in lots for row in lot) / len(lots) / 1024
    print(
        f"{name}: {1 / booking:.0f} reports a second ({lines / booking:.0f} bookings; {lines:.1f} bookings, {volume:.1f} kB each),"
        f" plain inserts {1 / inserting:.0f}; {ratio:.2f} times the time"
        f" (half of {len(ours)} turns between {low:.2f} and {high:.2f})"
    )


def main() -> None:
    """Measure both stores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=400)
    parser.add_argument("--postgres", help="an empty database of its own (postgresql://OWNER@HOST/DATABASE)")
    asked = parser.parse_args()
    told = newsroom(40_000)[-asked.reports :]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        ledger = stack.enter_context(open_ledger(folder / "book.db", create=True))
        with closing(sqlite3.connect(folder / "book.db")) as held:
            held.execute("SELECT 1")
            compare("SQLite", ledger, plain_sqlite(folder / "plain.db"), told)
        address = asked.postgres
        if address is None:
            from tests.server import running  # noqa: PLC0415

            server = stack.enter_context(running(durable=True))
            address = server.address(server.database(prepared=False))
        prepare(Address.of(address))
        ledger = stack.enter_context(open_ledger(address))
        compare("PostgreSQL", ledger, plain_postgres(address), told)


if __name__ == "__main__":
    main()
