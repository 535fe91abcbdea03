"""Reports and statements to book, and both ledgers to book them in."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from missionwatch.clock import stopped_at
from missionwatch.ledger import Ledger, MemoryLedger, open_ledger
from missionwatch.records import EntityRef, Evidence, Report, Statement, When

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.server import Server

START = datetime(2022, 2, 1, 12, tzinfo=UTC)


def at(days: float) -> datetime:
    return START + timedelta(days=days)


def a_report(name: str, day: date | None = date(2022, 2, 1)) -> Report:
    return Report(
        id=name, title=f"Report {name}", language="en", published=day, source="desk", text="Troops left.", parts=()
    )


def a_statement(report: str, actor: str = "DK", *, since: str | None = None, reader: str = "frames@1") -> Statement:
    return Statement.of(
        report=report, predicate="event", type="withdraw", reader=reader, confidence=0.8,
        evidence=Evidence(0, 12, "Troops left.", "body"),
        roles={"actor": (EntityRef(text=actor, id=f"state:{actor}", kind="state", country=actor),)},
        time=When("since", f"{since}/..", since, None, since) if since else None,
    )  # fmt: skip


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def make_ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Ledger]]:
    opened: list[Ledger] = []

    def make() -> Ledger:
        clock = stopped_at(START)
        if request.param == "memory":
            opened.append(MemoryLedger(clock=clock))
        elif request.param == "postgres":
            server: Server = request.getfixturevalue("server")
            opened.append(open_ledger(server.address(server.database(), "writer"), clock=clock))
        else:
            opened.append(open_ledger(tmp_path / f"{len(opened)}.db", create=True, clock=clock))
        return opened[-1]

    yield make
    for ledger in opened:
        ledger.close()


@pytest.fixture
def ledger(make_ledger: Callable[[], Ledger]) -> Ledger:
    return make_ledger()


@pytest.fixture
def database(server: Server) -> str:
    return server.database()
