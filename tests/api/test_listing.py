"""What is listed line by line is what stands, at any (valid, known), whatever was booked, from any place on."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from missionwatch import flow, theatre
from missionwatch.clock import stopped_at
from missionwatch.ledger import MemoryLedger
from missionwatch.ledger.topics import followed
from tests.ledger.conftest import START, at
from tests.ledger.test_agreement import DAYS, STEP, play


@given(st.lists(STEP, max_size=12), DAYS, DAYS, st.booleans(), st.integers(0, 20))
@settings(max_examples=150, deadline=None)
def test_what_is_listed_is_what_stands(
    steps: list[tuple[str, int, set[str], int, int | None]], valid: int, known: int, narrow: bool, cut: int
) -> None:
    ledger = MemoryLedger(clock=stopped_at(START))
    play(ledger, steps)
    mali = theatre.load("mali") if narrow else None
    day, moment = date(2022, 2, 1) + timedelta(days=valid), at(known)
    lines = list(flow.stated(ledger, mali, as_of=day, known_at=moment))
    stands = ledger.statements(valid=day, known=moment, topics=followed(mali) if mali else None)
    assert [one for _, one in lines if one is not None] == list(stands)
    numbers = [number for number, _ in lines]
    assert numbers == sorted(set(numbers))
    later = [pair for pair in lines if pair[0] > cut]
    assert list(flow.stated(ledger, mali, as_of=day, known_at=moment, after=cut)) == later


@given(st.lists(STEP, max_size=12), DAYS)
@settings(max_examples=60, deadline=None)
def test_all_reviews_known_by_a_day_are_listed(
    steps: list[tuple[str, int, set[str], int, int | None]], known: int
) -> None:
    ledger = MemoryLedger(clock=stopped_at(START))
    play(ledger, steps)
    listed = list(flow.judged(ledger, None, known_at=at(known)))
    assert [number for number, _ in listed] == [
        one.seq for one in ledger.bookings(kind="review") if one.known_at <= at(known)
    ]
    for _, (known_at, review) in listed:
        assert known_at <= at(known)
        assert review in ledger.reviews(review.statement)
