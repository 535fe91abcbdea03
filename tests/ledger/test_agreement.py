"""Memory and SQLite say the same at any (valid, known), whatever was booked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, cast

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from missionwatch.clock import stopped_at
from missionwatch.errors import BookingRefusedError
from missionwatch.ledger import Ledger, MemoryLedger, open_ledger
from missionwatch.ledger.topics import topics_of
from missionwatch.records import Review, Source
from tests.ledger.conftest import START, a_report, a_statement, at

if TYPE_CHECKING:
    import pytest

Verdict = Literal["accept", "reject", "correct", "withdraw"]
DAYS = st.integers(0, 12)
STEP = st.tuples(
    st.sampled_from(["book", "book", "reread", "reject", "accept", "withdraw", "correct", "rate", "add", "after"]),
    st.integers(0, 3),  # which report
    st.sets(st.sampled_from(["DK", "SE", "NO", "EE"]), max_size=3),
    DAYS,  # when it is learnt
    st.one_of(st.none(), DAYS),  # when it began
)


def play(ledger: Ledger, steps: list[tuple[str, int, set[str], int, int | None]]) -> list[str]:
    refused: list[str] = []
    for n, (what, which, actors, day, begun) in enumerate(steps):
        name = f"r{which}"
        published = date(2022, 2, 1) + timedelta(days=which * 3)
        since = (date(2022, 2, 1) + timedelta(days=begun)).isoformat() if begun is not None else None
        said = [a_statement(name, actor, since=since) for actor in sorted(actors)]
        try:
            if what in ("book", "reread"):
                reader = "frames@1" if what == "book" else f"frames@{n + 2}"
                ledger.book(a_report(name, published), said, reader=reader, known_at=at(day))
            elif what == "rate":
                ledger.rate(Source(id=name, name=name, reliability="B", reason=f"seen {n}", by="ann"), known_at=at(day))
            elif what == "add":
                for one in said:
                    ledger.add(msgspec.structs.replace(one, reader="person:ann"), known_at=at(day))
            elif what == "after":
                target = a_statement(name, "DK", since=since)
                ledger.review(
                    Review(statement=target.id, verdict="reject", by="bob"), after=len(actors), known_at=at(day)
                )
            else:
                target = a_statement(name, "DK", since=since)
                correction = a_statement(name, "FI") if what == "correct" else None
                ledger.review(
                    Review(statement=target.id, verdict=cast("Verdict", what), by="ann", correction=correction),
                    known_at=at(day),
                )
        except BookingRefusedError as fault:
            refused.append(str(fault))
    return refused


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(STEP, max_size=12), moments=st.lists(st.tuples(DAYS, DAYS), min_size=1, max_size=5))
def test_memory_and_sqlite_agree_at_any_valid_and_known(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[str, int, set[str], int, int | None]],
    moments: list[tuple[int, int]],
) -> None:
    memory = MemoryLedger(clock=stopped_at(START))
    path = tmp_path_factory.mktemp("agree") / "book.db"
    with open_ledger(path, create=True, clock=stopped_at(START)) as sqlite:
        assert play(memory, steps) == play(sqlite, steps)
        assert (memory.head, memory.size) == (sqlite.head, sqlite.size)
        assert list(memory.bookings()) == list(sqlite.bookings())
        assert memory.verify() == sqlite.verify()
        assert all(memory.about(f"r{n}") == sqlite.about(f"r{n}") for n in range(4))
        for valid, known in [*moments, (99, 99)]:
            day, moment = date(2022, 2, 1) + timedelta(days=valid), at(known)
            assert memory.statements(valid=day, known=moment) == sqlite.statements(valid=day, known=moment)
            assert memory.statements(valid=day) == sqlite.statements(valid=day)
            assert memory.reports(known=moment) == sqlite.reports(known=moment)
            assert memory.sources(known=moment) == sqlite.sources(known=moment)
            for topics in ({"country:DK"}, {"country:FI", "country:SE"}, {"country:XX"}):
                narrowed = memory.statements(valid=day, known=moment, topics=topics)
                assert narrowed == sqlite.statements(valid=day, known=moment, topics=topics)
                assert narrowed == tuple(
                    s for s in memory.statements(valid=day, known=moment) if not topics_of(s).isdisjoint(topics)
                )
                assert memory.reports(known=moment, topics=topics) == sqlite.reports(known=moment, topics=topics)
                assert {s.report for s in narrowed} <= set(memory.reports(known=moment, topics=topics)) | {
                    s.report
                    for s in narrowed
                    if s.roles["actor"][0].country == "FI"  # by a correction
                }
                found = list(memory.bookings(valid, topics=topics))
                assert found == list(sqlite.bookings(valid, topics=topics))
