"""Replay: day by day as known then, and what changed a level."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from missionwatch import assessment
from tests.picture.conftest import on

if TYPE_CHECKING:
    from tests.picture.conftest import Newsroom

OBSTRUCT = {"actor": "ML/government", "target": "mission:takuba", "mission": "mission:takuba"}


def test_days_hold_the_first_and_the_last() -> None:
    first, last = date(2022, 1, 1), date(2022, 1, 10)
    assert list(assessment.days(first, last, 4)) == [first, date(2022, 1, 5), date(2022, 1, 9), last]
    assert list(assessment.days(first, first, 7)) == [first]
    with pytest.raises(ValueError, match="no stretch of days"):
        list(assessment.days(last, first, 1))
    with pytest.raises(ValueError, match="no stretch of days"):
        list(assessment.days(first, last, 0))


def test_what_raised_a_level_is_named_and_so_is_time(news: Newsroom) -> None:
    history = assessment.History()
    declared = assessment.load()
    calm = history.add(date(2022, 2, 1), assessment.assess(news.picture("2022-02-01")))
    news.says(news.report("a", "2022-02-07", "gov"), "event", OBSTRUCT, type="obstruct", time=on("2022-02-07"))
    concerns = assessment.assess(news.picture("2022-02-07"))
    worse = history.add(date(2022, 2, 7), assessment.trended(concerns, history.at(date(2022, 2, 1)) or (), declared))
    faded = history.add(date(2022, 5, 20), assessment.assess(news.picture("2022-05-20")))
    assert calm.changed == ()
    (up,) = [change for change in worse.changed if change.mission == "mission:takuba"]
    assert (up.before, up.after, [r.signal for r in up.risen]) == ("none", "guarded", ["mission-denied-access"])
    assert next(c for c in worse.concerns if c.mission == "mission:takuba").trend == "deteriorating"
    (down,) = [change for change in faded.changed if change.mission == "mission:takuba"]
    assert (down.before, down.risen, [r.signal for r in down.fallen]) == ("guarded", (), ["mission-denied-access"])
    assert history.at(date(2022, 2, 7)) == worse.concerns
    assert history.at(date(2022, 2, 8)) is None
