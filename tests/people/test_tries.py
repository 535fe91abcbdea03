"""Wrong tries: pauses grow, are shared by all workers, and always end; floods of requests."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from missionwatch.errors import LoginRefusedError, LoginThrottledError
from missionwatch.people import Limiter, People, Rules
from missionwatch.people.rules import Pauses, network_of, pause_after
from tests.people.conftest import GOOD, OTHER, Hands, Opening

if TYPE_CHECKING:
    from collections.abc import Sequence

ROUGH = st.builds(Pauses, st.integers(0, 50), st.timedeltas(timedelta(0), timedelta(days=1)))


@given(pauses=ROUGH, failures=st.lists(st.integers(0, 10**9), min_size=2))
def test_pauses_never_shrink_and_never_grow_past_the_longest(pauses: Pauses, failures: Sequence[int]) -> None:
    waits = [pause_after(one, pauses) for one in sorted(failures)]
    assert waits == sorted(waits)
    assert waits[-1] <= pauses.longest
    assert pause_after(pauses.free, pauses) == timedelta(0)


def test_the_pauses_of_an_account() -> None:
    waits = [pause_after(n, Rules().by_account).total_seconds() for n in (5, 6, 7, 8, 12, 15, 16, 1000)]
    assert waits == [0, 1, 2, 4, 64, 512, 900, 900]


def wrong(people: People, name: str, address: str | None) -> float:
    """Try a wrong password, and return for how long that was not even looked at."""
    try:
        people.log_in(name, OTHER, address=address)
    except LoginThrottledError as fault:
        return fault.wait
    except LoginRefusedError:
        return 0
    raise AssertionError("it let somebody in")


@pytest.mark.parametrize("name", ["anna", "nobody"])
def test_pauses_are_the_same_for_who_is_there_and_who_is_not(people: People, hands: Hands, name: str) -> None:
    people.accounts.add("anna", by="root", password=GOOD)
    waited = []
    for n in range(40):
        wait = wrong(people, name, f"2001:db8:{n:x}::1")
        waited.append(wait)
        hands.on(seconds=wait)
    assert waited[:6] == [0] * 6
    assert max(waited) == 900
    looked_at = [one for one in waited if one == 0]
    assert len(looked_at) >= 20


def test_an_address_that_tries_many_names_waits_too(people: People) -> None:
    waits = [wrong(people, f"name{n}", "192.0.2.1") for n in range(25)]
    assert waits[:21] == [0] * 21
    assert waits[21] > 0
    assert wrong(people, "name1", "192.0.2.2") == 0
    assert wrong(people, "name1", None) == 0


def test_an_ipv6_customer_is_one_address(people: People) -> None:
    waits = [wrong(people, f"name{n}", f"2001:db8:1:2::{n:x}") for n in range(22)]
    assert waits[-1] > 0
    assert network_of("::ffff:192.0.2.1") == network_of("192.0.2.1") == "192.0.2.1"
    assert network_of("fe80::1%eth0") == "fe80::/64"
    assert network_of("nonsense") == network_of("") == network_of("\ud800") == "unknown"


def test_a_stranger_keeps_nobody_out(people: People, hands: Hands) -> None:
    """Whoever came in from an address before is counted apart there; elsewhere they wait at most a quarter of an hour."""
    people.accounts.add("anna", by="root", password=GOOD)
    people.log_in("anna", GOOD, address="192.0.2.1")
    for n in range(12):
        hands.on(seconds=wrong(people, "anna", f"2001:db8:{n:x}::1"))
        wrong(people, "anna", f"2001:db8:{n:x}::1")
    assert wrong(people, "anna", "203.0.113.5") > 0
    assert people.log_in("anna", GOOD, address="192.0.2.1")
    with pytest.raises(LoginThrottledError) as caught:
        people.log_in("anna", GOOD, address="203.0.113.5")
    assert caught.value.wait <= 900
    hands.on(seconds=caught.value.wait)
    assert people.log_in("anna", GOOD, address="203.0.113.5")


@pytest.mark.parametrize("days", [-400, -1, 1, 400])
def test_a_clock_that_jumps_locks_nobody_out(people: People, hands: Hands, days: int) -> None:
    people.accounts.add("anna", by="root", password=GOOD)
    for _ in range(8):
        hands.on(seconds=wrong(people, "anna", "192.0.2.1"))
    hands.on(days=days)
    try:
        people.log_in("anna", GOOD, address="192.0.2.1")
    except LoginThrottledError as fault:
        assert fault.wait <= 900  # noqa: PT017
        hands.on(seconds=fault.wait)
        people.log_in("anna", GOOD, address="192.0.2.1")


def test_who_waits_is_not_counted_further(people: People, hands: Hands) -> None:
    people.accounts.add("anna", by="root", password=GOOD)
    for _ in range(6):
        wrong(people, "anna", "192.0.2.1")
    assert [wrong(people, "anna", "192.0.2.1") for _ in range(50)] == [1] * 50
    hands.on(seconds=1)
    assert people.log_in("anna", GOOD, address="192.0.2.1")


def test_several_workers_share_the_count(opening: Opening) -> None:
    first, second = opening(), opening()
    first.accounts.add("anna", by="root", password=GOOD)
    for n in range(6):
        wrong((first, second)[n % 2], "anna", "192.0.2.1")
    assert wrong(first, "anna", "192.0.2.1") > 0
    assert wrong(second, "anna", "192.0.2.1") > 0


def test_a_crowd_at_once_is_counted_one_by_one(people: People) -> None:
    people.accounts.add("anna", by="root", password=GOOD)
    looked_at: list[float] = []

    def one() -> None:
        looked_at.append(wrong(people, "anna", "192.0.2.1"))

    crowd = [threading.Thread(target=one) for _ in range(20)]
    for each in crowd:
        each.start()
    for each in crowd:
        each.join()
    assert len(looked_at) == 20
    assert looked_at.count(0) == 6


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.booleans(), st.integers(0, 1000)), max_size=25))
@example([(True, 0)] * 4)
def test_waiting_only_shortens_the_wait(people: People, hands: Hands, steps: list[tuple[bool, int]]) -> None:
    hands.on(days=2)
    before = 0.0
    for tries, seconds in steps:
        hands.on(seconds=seconds)
        left = max(0.0, before - seconds)
        now = wrong(people, "x", None) if tries else left
        assert now == pytest.approx(left)
        while tries and now == 0:
            now = wrong(people, "x", None)  # another free try, until one begins a pause
        before = now


class Tick:
    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def test_a_bucket_gives_what_it_holds_and_fills_again() -> None:
    tick = Tick()
    limiter = Limiter(2, 4, now=tick)
    assert [limiter.take("a") for _ in range(5)] == [0, 0, 0, 0, 0.5]
    assert limiter.take("b") == 0
    tick.at = 0.5
    assert limiter.take("a") == 0
    assert limiter.take("a", 4) == 2
    tick.at = -100  # no clock gives tokens by going backwards
    assert limiter.take("a") > 0
    for cost in (0, -1, 5):
        with pytest.raises(ValueError, match="costs"):
            limiter.take("a", cost)


def test_many_clients_neither_fill_the_memory_nor_wipe_out_a_debt() -> None:
    tick = Tick()
    limiter = Limiter(1, 2, most=100, now=tick)
    assert [limiter.take("mallory") for _ in range(3)] == [0, 0, 1]
    let_in = sum(limiter.take(f"client{n}") == 0 for n in range(10_000))
    assert len(limiter) == 100
    assert let_in == 99 + 2  # those that had room, and one bucket for all others
    assert limiter.take("mallory") == 1
    tick.at = 2
    assert limiter.take("new") == 0
    assert len(limiter) <= 100


@given(st.lists(st.tuples(st.sampled_from("abc"), st.floats(0, 3)), max_size=200))
def test_nobody_gets_more_than_burst_and_rate_allow(steps: list[tuple[str, float]]) -> None:
    tick = Tick()
    limiter = Limiter(1, 3, most=2, now=tick)
    got = dict.fromkeys("abc", 0)
    for client, passed in steps:
        tick.at += passed
        wait = limiter.take(client)
        got[client] += wait == 0
        assert wait <= 1
        assert got[client] <= 2 * (3 + tick.at) + 1e-6  # its own bucket and the shared one
    assert len(limiter) <= 2


@pytest.mark.parametrize(("rate", "burst", "most"), [(0, 1, 1), (1, 0, 1), (1, 1, 0)])
def test_a_limiter_that_is_none(rate: float, burst: float, most: int) -> None:
    with pytest.raises(ValueError, match="limiter"):
        Limiter(rate, burst, most=most)
