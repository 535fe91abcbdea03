"""The warning, kept whole: what the demo's levels were before missions broke, using only what was known on each evening.

`levels-2022.txt` holds every change of a level with the claims that made it, and the evidence on the evenings before; `make golden`
renews it.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from missionwatch import assessment, flow, theatre
from missionwatch.ledger import MemoryLedger
from missionwatch.records import LEVELS
from tests.golden.test_demo import check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.ledger import Ledger
    from missionwatch.records import Concern, Level, ReplayDay

FIRST, LAST = date(2021, 12, 15), date(2022, 7, 31)
FRANCE_LEAVES, EUTM_STOPS = date(2022, 2, 17), date(2022, 4, 11)


@pytest.fixture(scope="module")
def book() -> Ledger:
    ledger = MemoryLedger()
    list(flow.add(theatre.dispatches("mali"), ledger, theatre.load("mali"), replay=True))
    return ledger


@pytest.fixture(scope="module")
def days(book: Ledger) -> tuple[ReplayDay, ...]:
    return tuple(flow.replay(book, theatre.load("mali"), first=FIRST, last=LAST, every=1))


def of(day: ReplayDay, mission: str) -> Concern:
    return next(c for c in day.concerns if c.mission == f"mission:{mission}")


def levels(days: tuple[ReplayDay, ...], mission: str, first: date, last: date) -> list[Level]:
    return [of(day, mission).level for day in days if first <= day.day <= last]


def at_least(level: Level, least: Level) -> bool:
    return LEVELS.index(level) >= LEVELS.index(least)


def test_takuba_is_severe_before_france_leaves(days: tuple[ReplayDay, ...]) -> None:
    before = levels(days, "takuba", FIRST, FRANCE_LEAVES - timedelta(days=1))
    assert before[-1] == "severe"
    assert before[0] == "none"
    assert {"none", "low", "guarded", "high", "severe"} == set(before)  # it rose; it was not always so


def test_eutm_is_high_before_it_is_suspended(days: tuple[ReplayDay, ...]) -> None:
    before = levels(days, "eutm-mali", FIRST, EUTM_STOPS - timedelta(days=1))
    assert at_least(before[-1], "high")
    assert before[0] == "none"
    assert not any(at_least(level, "guarded") for level in levels(days, "eutm-mali", FIRST, date(2022, 1, 31)))


def test_missions_that_nobody_troubles_stay_calm(days: tuple[ReplayDay, ...]) -> None:
    assert not any(at_least(level, "guarded") for level in levels(days, "eucap-sahel-mali", FIRST, LAST))
    assert not any(at_least(level, "guarded") for level in levels(days, "minusma", FIRST, date(2022, 2, 16)))


@pytest.mark.parametrize(("mission", "eve"), [("takuba", FRANCE_LEAVES), ("eutm-mali", EUTM_STOPS)])
def test_only_what_was_known_then_counts(book: Ledger, days: tuple[ReplayDay, ...], mission: str, eve: date) -> None:
    day = eve - timedelta(days=1)
    known = flow.see(book, theatre.load("mali"), as_of=day, known_at=flow.end_of(day)).reports
    reasons = next(of(one, mission) for one in days if one.day == day).reasons
    told = {statement.report for reason in reasons if reason.claim for statement in reason.claim.support}
    assert told
    assert all((known[report].published or date.max) <= day for report in told)
    assert all(reason.last is not None and reason.last <= day for reason in reasons)


def evidence(concern: Concern) -> Iterator[str]:
    yield f"  sureness {concern.sureness}; trend {concern.trend}; {concern.score:.1f}"
    for one in concern.dimensions:
        yield f"  {one.dimension}: {one.level} ({one.score:.2f}{f', reached on {one.held.reached}' if one.held else ''})"
        for reason in one.reasons:
            if reason.claim and abs(reason.counted) >= 0.1:
                yield f"    {reason.counted:+.2f} {reason.signal} [{reason.claim.credibility}] “{reason.claim.statement.evidence.quote}”"


def lines(days: tuple[ReplayDay, ...]) -> Iterator[str]:
    for mission, eve in (("takuba", FRANCE_LEAVES), ("eutm-mali", EUTM_STOPS)):
        day = next(one for one in days if one.day == eve - timedelta(days=1))
        yield f"# {mission} on {day.day}: {of(day, mission).level}"
        yield from evidence(of(day, mission))
    yield "# every change of a level"
    for day in days:
        for change in day.changed:
            yield f"{day.day} {change.mission.removeprefix('mission:') or 'at large'}: {change.before} to {change.after}"
            up = at_least(change.after, change.before)
            for reason in (change.risen if up else change.fallen)[:3]:
                yield f"    {reason.signal}: {assessment.does(reason.claim) if reason.claim else reason.id}"


def test_the_levels_and_their_evidence(days: tuple[ReplayDay, ...]) -> None:
    check("levels-2022.txt", "\n".join(lines(days)) + "\n")
