"""Once per matter, not in quiet hours, gathered in digests, nothing lost."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionwatch.alerts.deciding import Memory, decide, delivered, due, waits
from missionwatch.alerts.matters import Matter
from missionwatch.records import Alert, Subscription

if TYPE_CHECKING:
    from collections.abc import Sequence

NOON = datetime(2022, 2, 8, 12, tzinfo=UTC)
LEVEL = Subscription(name="levels", when="level", to=("log", "atom:alerts.xml"))


def worded(subscription: Subscription, matter: Matter, made: datetime = NOON) -> Alert:
    return Alert(
        matter=matter.key, subscription=subscription.name, occasion=subscription.when, mission=matter.mission, title=matter.key,
        text="", since=matter.since, sure="", evidence=(), made=made,
    )  # fmt: skip


def level(name: str, *below: str) -> Matter:
    return Matter(
        f"level:takuba:{name}", "takuba", (), date(2022, 2, 7), implied=tuple(f"level:takuba:{b}" for b in below)
    )


def step(memory: Memory, *found: Matter, subscription: Subscription = LEVEL, now: datetime = NOON) -> Memory:
    return decide(memory, {subscription.name: (subscription, found)}, lambda one, matter: worded(one, matter, now), now)


def titles(memory: Memory, subscription: Subscription = LEVEL, now: datetime = NOON) -> list[str]:
    return [alert.title for parcel in due(memory, [subscription], now) for alert in parcel.alerts]


def flush(memory: Memory, subscription: Subscription = LEVEL, now: datetime = NOON) -> Memory:
    for parcel in due(memory, [subscription], now):
        memory = delivered(memory, parcel)
    return memory


def test_a_matter_is_told_once_to_each_address() -> None:
    memory = step(Memory(), level("high"))
    assert titles(memory) == ["level:takuba:high"] * 2
    memory = step(flush(memory), level("high"))
    assert titles(memory) == []


def test_a_level_that_rises_is_told_and_one_that_falls_back_is_not() -> None:
    memory = flush(step(Memory(), level("high")))
    memory = step(memory, level("severe", "high"))
    assert titles(memory) == ["level:takuba:severe"] * 2
    memory = step(flush(memory), level("high"))
    assert titles(memory) == []
    memory = step(memory, level("severe", "high"))
    assert titles(memory) == ["level:takuba:severe"] * 2


def test_a_level_that_was_gone_and_comes_again_is_told_again() -> None:
    memory = flush(step(Memory(), level("high")))
    memory = step(step(memory), level("high"))
    assert titles(memory) == ["level:takuba:high"] * 2


def test_an_event_stays_told_when_it_is_out_of_sight() -> None:
    events = Subscription(name="events", when="event", to=("log",))
    event = Matter("event:abc", None, (), date(2022, 2, 7))
    memory = flush(step(Memory(), event, subscription=events), events)
    memory = step(step(memory, subscription=events), event, subscription=events)
    assert titles(memory, events) == []


@pytest.mark.parametrize(
    ("hour", "sent"), [(21, True), (22, False), (23, False), (0, False), (6, False), (7, True), (12, True)]
)
def test_quiet_hours_hold_what_is_not_urgent(hour: int, sent: bool) -> None:
    quiet = Subscription(name="levels", when="level", to=("log",), quiet="22:00-07:00")
    memory = step(Memory(), level("high"), subscription=quiet)
    now = NOON.replace(hour=hour)
    assert bool(titles(memory, quiet, now)) is sent
    urgent = Subscription(name="levels", when="level", to=("log",), quiet="22:00-07:00", urgent=True)
    assert titles(memory, urgent, now)


def test_a_daily_digest_gathers_until_its_hour() -> None:
    daily = Subscription(name="levels", when="level", to=("log",), digest="daily", digest_at="07:00")
    memory = step(Memory(), level("high"), subscription=daily)
    memory = step(memory, level("severe", "high"), subscription=daily, now=NOON + timedelta(hours=1))
    assert titles(memory, daily, NOON + timedelta(hours=2)) == []  # the first one too waits for its hour
    assert titles(memory, daily, NOON + timedelta(hours=18)) == []
    assert titles(memory, daily, NOON + timedelta(hours=19)) == ["level:takuba:high", "level:takuba:severe"]


def test_a_digest_after_silence_waits_for_its_hour() -> None:
    daily = Subscription(name="levels", when="level", to=("log",), digest="daily", digest_at="07:00")
    memory = flush(step(Memory(), level("high"), subscription=daily), daily, NOON + timedelta(hours=19))
    later = NOON + timedelta(days=5)
    memory = step(memory, level("severe", "high"), subscription=daily, now=later)
    assert titles(memory, daily, later + timedelta(hours=2)) == []
    assert titles(memory, daily, later + timedelta(hours=19)) == ["level:takuba:severe"]


def test_a_weekly_digest_goes_out_on_monday() -> None:
    weekly = Subscription(name="levels", when="level", to=("log",), digest="weekly")
    memory = step(Memory(), level("high"), subscription=weekly)  # Tuesday
    memory = step(memory, level("severe", "high"), subscription=weekly)
    assert titles(memory, weekly, NOON + timedelta(days=5)) == []
    assert titles(memory, weekly, NOON + timedelta(days=6)) == ["level:takuba:high", "level:takuba:severe"]


def test_an_address_that_failed_waits_and_the_others_do_not() -> None:
    memory = step(Memory(), level("high"))
    first, second = due(memory, [LEVEL], NOON)
    memory = delivered(memory, first)
    assert [parcel.address for parcel in due(memory, [LEVEL], NOON)] == [second.address]


@given(st.lists(st.lists(st.sampled_from(["low", "high", "severe"]), unique=True, max_size=3), max_size=12), st.data())
def test_whatever_happens_everything_made_is_sent_and_nothing_twice_while_it_holds(
    cycles: Sequence[Sequence[str]], data: st.DataObject
) -> None:
    memory, sent, before = Memory(), [], set[str]()
    one = Subscription(name="levels", when="level", to=("log",))
    expected = 0
    for found in cycles:
        expected += len(set(found) - before)
        before = set(found)
        memory = step(memory, *(level(name) for name in found), subscription=one)
        if data.draw(st.booleans()):
            for parcel in due(memory, [one], NOON):
                sent += [alert.matter for alert in parcel.alerts]
                memory = delivered(memory, parcel)
    waiting = [alert.matter for alerts in memory.waiting.values() for alert in alerts]
    assert len(sent) + len(waiting) == expected


def test_what_waits_for_an_address_that_was_taken_away_is_not_counted() -> None:
    memory = step(Memory(), level("high"))
    assert waits(memory, [LEVEL]) == 2
    assert waits(memory, [Subscription(name="levels", when="level", to=("log",))]) == 1
    assert waits(memory, []) == 0
