"""What holds of every level, whatever is said: never negative, never moved by order or by a copy, never past its caps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from missionwatch import assessment
from missionwatch.assessment import load
from missionwatch.assessment.holding import Fading, hold
from missionwatch.assessment.indicators import reached
from missionwatch.records import LEVELS, Concern, ReportHead
from tests.picture.conftest import Newsroom, on

if TYPE_CHECKING:
    import random

STATES = ("FR", "DK", "NL", "ML", "ML/government", "RU/armed_forces")
ACTORS = (*STATES, "group:wagner", "group:jnim", "organisation:eu", "mission:takuba")
TYPES = (
    "withdraw", "expel", "obstruct", "deny_access", "attack", "coup", "suspend", "end", "agree", "extend", "resume", "deploy",
    "demand", "accuse", "sanction", "release", "detain",
)  # fmt: skip
EVENTS = st.fixed_dictionaries({
    "type": st.sampled_from(TYPES),
    "actor": st.sampled_from(ACTORS),
    "target": st.sampled_from((*ACTORS, "")),
    "mission": st.sampled_from(("mission:takuba", "mission:minusma", "")),
    "source": st.sampled_from(("gov", "wire", "paper", "blog")),
    "day": st.integers(1, 28),
    "modality": st.sampled_from(("actual", "actual", "planned", "possible")),
    "negated": st.sampled_from((False, False, False, True)),
    "dated": st.booleans(),
})  # fmt: skip


def say(news: Newsroom, events: list[dict[str, Any]]) -> None:
    for n, event in enumerate(events):
        day = f"2022-01-{event['day']:02}"
        report = news.report(f"r{n}", day, event["source"])
        roles = {role: event[role] for role in ("actor", "target", "mission") if event[role]} | {"place": "ML"}
        time = {"time": on(day)} if event["dated"] else {}
        news.says(
            report, "event", roles, type=event["type"], modality=event["modality"], negated=event["negated"], **time
        )


def concerns(news: Newsroom) -> tuple[Concern, ...]:
    return assessment.assess(news.picture("2022-02-01"))


@settings(max_examples=60, deadline=None)
@given(st.lists(EVENTS, max_size=14))
def test_sums_are_never_negative_and_caps_hold(events: list[dict[str, Any]]) -> None:
    news, declared = Newsroom(), load()
    say(news, events)
    caps = {signal.id: signal.cap for signal in declared.signal}
    for concern in concerns(news):
        assert concern.score >= 0
        assert abs(concern.score - sum(r.counted for r in concern.reasons)) < 0.01
        by_signal: dict[str, float] = {}
        for reason in concern.reasons:
            by_signal[reason.signal] = by_signal.get(reason.signal, 0.0) + abs(reason.in_dimension)
        assert all(counted <= caps[signal] + 1e-6 for signal, counted in by_signal.items())
        for one in concern.dimensions:
            assert 0 <= one.score <= declared.dimension_cap + 1e-3
            assert abs(one.score - sum(r.in_dimension for r in one.reasons)) < 0.01
            assert sum(r.counted for r in one.reasons) > -0.01  # no dimension takes anything off another
            assert LEVELS.index(one.level) >= LEVELS.index(reached(declared.dimension_levels, one.score))
            assert (one.held is None) == (one.level == reached(declared.dimension_levels, one.score))
        background = sum(r.counted for r in concern.reasons if r.background and r.counted > 0)
        assert not concern.mission or background <= declared.background_cap + 1e-6


@settings(max_examples=40, deadline=None)
@given(st.lists(EVENTS, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_statements_does_not_matter(events: list[dict[str, Any]], shuffle: random.Random) -> None:
    news = Newsroom()
    say(news, events)
    first = concerns(news)
    shuffle.shuffle(news.statements)
    again = concerns(news)
    assert [(c.level, c.score, [r.id for r in c.reasons]) for c in first] == [
        (c.level, c.score, [r.id for r in c.reasons]) for c in again
    ]


@settings(max_examples=40, deadline=None)
@given(st.lists(EVENTS, min_size=1, max_size=10), st.data())
def test_a_doubtful_copy_raises_no_level(events: list[dict[str, Any]], data: st.DataObject) -> None:
    for event in events:
        event["source"] = "wire"
    news = Newsroom()
    say(news, events)
    before = {c.mission: c for c in concerns(news)}
    copied = data.draw(st.sampled_from(news.statements))
    head = news.heads[copied.report]
    news.heads["copy"] = ReportHead(
        id="copy", title="Copy", language="en", published=head.published, source="blog", copy_of=head.id
    )
    again = msgspec.structs.replace(copied, report="copy", id="")
    news.statements.append(msgspec.structs.replace(again, id=copied.id[::-1]))
    for concern in concerns(news):
        was = before[concern.mission]
        assert LEVELS.index(concern.level) <= LEVELS.index(was.level)
        assert concern.score <= was.score + 0.002


@settings(max_examples=40, deadline=None)
@given(st.lists(EVENTS, min_size=1, max_size=10), st.sampled_from(("2022-02-01", "2022-02-20", "2022-03-10")))
def test_each_pivot_is_one(events: list[dict[str, Any]], day: str) -> None:
    """Take a pivot's claim out of the mission's reasons and the level, held as ever, is what the pivot says."""
    news, declared = Newsroom(), load()
    say(news, events)
    for concern in assessment.assess(news.picture(day)):
        if any(r.weight < 0 for r in concern.reasons):
            continue  # what lowered nothing is no longer among the reasons
        cap = declared.background_cap if concern.mission else None
        pivots = {pivot.id: pivot.without for pivot in concern.pivots}
        for claim in {r.id for r in concern.reasons}:
            left = Fading.of([r for r in concern.reasons if r.id != claim], declared, cap)
            without = hold(declared.levels, declared.hold, lambda back, left=left: left.on(-back)).level  # type: ignore[misc]
            assert without == pivots.get(claim, concern.level)


@settings(max_examples=30, deadline=None)
@given(st.lists(EVENTS, min_size=1, max_size=8))
def test_time_alone_raises_no_level_of_what_happened(events: list[dict[str, Any]]) -> None:
    raising = [e for e in events if e["type"] not in ("agree", "extend", "resume", "deploy", "release")]
    news = Newsroom()
    say(news, raising)
    fresh = {c.mission: c.score for c in concerns(news)}
    for concern in assessment.assess(news.picture("2022-03-01")):
        if all(not (r.claim and r.claim.statement.negated) for r in concern.reasons):
            assert concern.score <= fresh[concern.mission] + 0.002


def test_thousands_of_statements_on_one_mission_are_judged() -> None:
    news = Newsroom()
    for n in range(2000):
        report = news.report(f"r{n}", f"2022-01-{n % 28 + 1:02}", ("gov", "wire", "paper", "blog")[n % 4])
        roles = {"actor": ACTORS[n % 7], "target": "mission:takuba", "mission": "mission:takuba"}
        news.says(report, "event", roles, type=TYPES[n % len(TYPES)], time=on(f"2022-01-{n % 28 + 1:02}"))
    takuba = concerns(news)[0]
    assert takuba.level in LEVELS
    assert takuba.score <= 6.0 * 9
