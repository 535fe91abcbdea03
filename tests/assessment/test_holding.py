"""A level once reached holds near its threshold: by the claims of one picture, never by what was shown before."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from missionwatch import assessment
from missionwatch.assessment.checking import decode
from missionwatch.assessment.holding import hold
from missionwatch.assessment.indicators import Holding, load, reached, read
from missionwatch.records import LEVELS, Concern, EntityRef, Hypothesis
from tests.assessment.test_properties import EVENTS, say
from tests.picture.conftest import Newsroom, on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.records import Level

THRESHOLDS = {"low": 1.0, "guarded": 2.0, "high": 4.0, "severe": 8.0}
RULE = Holding(days=10, share=0.75)
FREE = msgspec.structs.replace(load(), hold=Holding(share=1.0))
SCORES = st.lists(st.integers(0, 100).map(lambda n: n / 10), min_size=12, max_size=12)
DAYS = st.integers(0, 80).map(lambda n: (date(2022, 1, 28) + timedelta(days=n)).isoformat())
AT_THE_EDGE: dict[str, Any] = {  # counts half on the very day on which half is what the level holds by
    "type": "withdraw", "actor": "mission:takuba", "target": "FR", "mission": "mission:takuba", "source": "wire", "day": 1,
    "modality": "actual", "negated": False, "dated": True,
}  # fmt: skip
OBSTRUCT = {"actor": "ML/government", "target": "mission:takuba", "mission": "mission:takuba"}


def level(scores: Sequence[float], rule: Holding = RULE) -> Level:
    """Return the level today, of the sums of today and of the days before."""
    return hold(THRESHOLDS, rule, lambda back: scores[back] if back < len(scores) else 0.0).level


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([4.0], "high"),
        ([3.9], "guarded"),  # never reached
        ([3.9, 4.0], "high"),
        ([3.0, 4.0], "high"),  # at the floor
        ([2.9, 4.0], "guarded"),  # below it
        ([3.9, 2.9, 4.0], "guarded"),  # was below it since
        ([3.9, *[3.5] * 9, 4.0], "high"),  # reached ten days before
        ([3.9, *[3.5] * 10, 4.0], "guarded"),  # eleven
        ([6.5, 9.0], "severe"),  # the highest that holds
        ([5.9, 9.0], "high"),
        ([0.8, 9.0], "low"),
        ([0.0, 9.0], "none"),
    ],
)
def test_a_level_holds_near_its_threshold(scores: list[float], expected: str) -> None:
    assert level(scores) == expected


@settings(max_examples=300)
@given(SCORES, SCORES)
def test_a_higher_score_never_gives_a_lower_level(scores: list[float], more: list[float]) -> None:
    higher = [a + b for a, b in zip(scores, more, strict=True)]
    assert LEVELS.index(level(higher)) >= LEVELS.index(level(scores))
    assert LEVELS.index(level([scores[0] + more[0], *scores[1:]])) >= LEVELS.index(level(scores))


@settings(max_examples=200)
@given(SCORES)
def test_a_share_of_one_holds_nothing_and_a_hold_lowers_nothing(scores: list[float]) -> None:
    plain = reached(THRESHOLDS, scores[0])
    assert level(scores, Holding(days=10, share=1.0)) == plain
    assert LEVELS.index(level(scores)) >= LEVELS.index(plain)


@settings(max_examples=200)
@given(SCORES, SCORES)
def test_margins_are_safe(scores: list[float], less: list[float]) -> None:
    found = hold(THRESHOLDS, RULE, lambda back: scores[back] if back < len(scores) else 0.0)
    lower = [max(a - min(b, found.to_fall), 0.0) for a, b in zip(scores, less, strict=True)]
    assert level([round(one, 6) for one in lower]) == found.level


@settings(max_examples=40, deadline=None)
@given(st.lists(EVENTS, max_size=10), DAYS, DAYS)
def test_a_picture_s_levels_do_not_depend_on_what_was_asked_before(
    events: list[dict[str, Any]], day: str, other: str
) -> None:
    news = Newsroom()
    say(news, events)
    fresh = assessment.assess(news.picture(day))
    assessment.assess(news.picture(other))
    again = assessment.assess(news.picture(day), earlier=assessment.assess(news.picture(other)))
    assert [(c.level, c.held, c.pivots, c.falls_on) for c in fresh] == [
        (c.level, c.held, c.pivots, c.falls_on) for c in again
    ]
    assert [[(d.dimension, d.level, d.held) for d in c.dimensions] for c in fresh] == [
        [(d.dimension, d.level, d.held) for d in c.dimensions] for c in again
    ]


def without(declared: str) -> assessment.Indicators:
    """Return what ships with another line for the hold."""
    text = read(None).decode()
    line = next(one for one in text.splitlines() if one.startswith("hold = "))
    return decode(text.replace(line, declared).encode(), "mine.toml")


@settings(max_examples=40, deadline=None)
@given(st.lists(EVENTS, max_size=10), DAYS)
def test_no_hold_is_the_day_s_sum_alone(events: list[dict[str, Any]], day: str) -> None:
    news = Newsroom()
    say(news, events)
    seen = news.picture(day)
    free = assessment.assess(seen, without(""))
    assert free == assessment.assess(seen, without("hold = {days = 60, share = 1}"))
    held = assessment.assess(seen)
    for one, other in zip(free, held, strict=True):
        assert one.held is None
        assert one.level == reached(FREE.levels, one.score)
        assert other.score == one.score
        assert LEVELS.index(other.level) >= LEVELS.index(one.level)
        if other.held is None:
            assert other.level == one.level
        else:
            assert other.held.floor <= other.score < other.held.threshold
            assert other.held.threshold == FREE.levels[other.level]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(EVENTS.map(lambda e: e | {"dated": True, "modality": "actual", "negated": False}), min_size=1, max_size=8),
    DAYS,
)
@example([AT_THE_EDGE], "2022-01-28")
def test_the_day_on_which_a_level_falls_is_told_beforehand(events: list[dict[str, Any]], day: str) -> None:
    """What happened and only raises: the picture of that day, nothing new reported, has the level that was told."""
    raising = [e for e in events if e["type"] not in ("agree", "extend", "resume", "deploy", "release")]
    news = Newsroom()
    say(news, raising)
    for concern in assessment.assess(news.picture(day)):
        if (
            concern.falls_on is None
            or concern.falls_on > date(2022, 4, 30)
            or any(r.weight < 0 for r in concern.reasons)
        ):
            continue  # a picture shows events for 120 days
        then = {c.mission: c.level for c in assessment.assess(news.picture(concern.falls_on.isoformat()))}
        eve = {
            c.mission: c.level
            for c in assessment.assess(news.picture((concern.falls_on - timedelta(days=1)).isoformat()))
        }
        assert then[concern.mission] == concern.falls_to
        assert eve[concern.mission] == concern.level


def takuba(news: Newsroom, day: str, declared: assessment.Indicators | None = None) -> Concern:
    return assessment.assess(news.picture(day), declared)[0]


@pytest.fixture
def denied() -> Newsroom:
    """A mission denied access on 1 February: guarded, 2.2 from 2.0, half after 60 days."""
    news = Newsroom()
    news.says(news.report("a", "2022-02-01", "gov"), "event", OBSTRUCT, type="obstruct", time=on("2022-02-01"))
    return news


def test_why_a_level_holds_is_told(denied: Newsroom) -> None:
    assert takuba(denied, "2022-02-09").held is None
    concern = takuba(denied, "2022-02-11")  # ten days on: 1.96
    assert concern.level == "guarded"
    assert concern.score == pytest.approx(1.96, abs=0.005)
    assert concern.held is not None
    assert (concern.held.reached, concern.held.threshold) == (date(2022, 2, 9), 2.0)
    assert concern.held.floor == pytest.approx(1.7)
    assert takuba(denied, "2022-02-11", FREE).level == "low"
    (lane,) = concern.dimensions
    assert (lane.level, lane.held) == ("guarded", None)  # 1.96 from 1.5
    assert takuba(denied, "2022-02-24").level == "low"  # 1.69


def test_a_held_level_hangs_on_what_reached_it(denied: Newsroom) -> None:
    accuse = {"actor": "ML/government", "target": "mission:takuba", "mission": "mission:takuba"}
    denied.says(denied.report("b", "2022-02-10", "gov"), "event", accuse, type="accuse", time=on("2022-02-10"))
    concern = takuba(denied, "2022-02-14")
    without = {pivot.claim.type: pivot.without for pivot in concern.pivots if pivot.claim}
    for pivot in concern.pivots:
        assert pivot.claim is not None
        gone = {s.id for s in pivot.claim.support}
        left = Newsroom()
        left.__dict__.update({**denied.__dict__, "statements": [s for s in denied.statements if s.id not in gone]})
        assert takuba(left, "2022-02-14").level == pivot.without
    assert "obstruct" in without


def test_a_what_if_follows_the_same_rule(denied: Newsroom) -> None:
    seen = denied.picture("2022-02-11")
    hypothesis = Hypothesis(
        kind="withdraw",
        mission=EntityRef(text="Takuba", id="mission:takuba", kind="mission"),
        party=EntityRef(text="Denmark", id="state:DK", kind="state", country="DK"),
    )
    whole = assessment.suppose(seen, hypothesis).shifts[0]
    assert (whole.before, whole.held_before) == ("guarded", takuba(denied, "2022-02-11").held)
    assert whole.held_after is None
    assert whole.score_after > whole.score_before


def test_a_replay_shows_no_flip_that_the_hold_takes_away(denied: Newsroom) -> None:
    """Denied again ten days on: without a hold the level goes down and up and down, with one it stands until it fades for good."""
    denied.says(
        denied.report("b", "2022-02-12", "gov"),
        "event",
        OBSTRUCT | {"place": "place:gao"},
        type="deny_access",
        modality="planned",
    )
    days = [date(2022, 2, 1) + timedelta(days=n) for n in range(40)]
    held = [takuba(denied, day.isoformat()).level for day in days]
    free = [takuba(denied, day.isoformat(), FREE).level for day in days]

    def turned(levels: list[Level]) -> int:
        return sum(a != b for a, b in pairwise(levels))

    assert turned(held) < turned(free)
