"""The indicators file: what ships is without fault, and every fault of another is named at once with its remedy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from missionwatch import assessment, theatre
from missionwatch.assessment.checking import check
from missionwatch.assessment.indicators import read
from missionwatch.errors import IndicatorsError, TheatreError
from missionwatch.records import DIMENSIONS

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = read(None).decode()
HEAD = SHIPPED[: SHIPPED.index("[[signal]]")]
GOOD = """
[[signal]]
id = "coup"
why = "power is seized"
dimension = "political-transition"
predicate = "event"
types = ["coup"]
place = ["host"]
weight = 4.0
half_life = 120
cap = 5.0
"""


def faults(text: str) -> list[str]:
    return [str(fault) for fault in check(text.encode(), "mine.toml")[1] if not fault.warning]


def warnings(text: str) -> list[str]:
    declared, found = check(text.encode(), "mine.toml")
    assert declared is not None, found
    return [f"{fault.signal}: {fault.says}" for fault in found if fault.warning and fault.signal]


def test_what_ships_is_without_fault_or_warning() -> None:
    declared, found = check(SHIPPED.encode(), "indicators.toml")
    assert found == ()
    assert declared is not None
    assert {signal.dimension for signal in declared.signal if signal.weight > 0} == set(DIMENSIONS)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", signal.id) for signal in declared.signal)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('types = ["coup"]', 'types = ["revolt"]', "mine.toml: signal coup: types has 'revolt', which there is not; choose from withdraw"),
        ('types = ["coup"]', 'types = ["coups"]', "did you mean 'coup'?"),
        ('types = ["coup"]', 'types = ["coup"]\nfunctions = ["ambasador"]', "functions has 'ambasador', which there is not; did you mean 'ambassador'?"),
        ('types = ["coup"]', 'types = "coup"', "signal coup: types is 'coup'; write it as a list"),
        ("half_life = 120", "half_life = 0", "signal coup: half_life is 0, and must be more than 0; write the days"),
        ("weight = 4.0", "weight = 0", "write a number that is not 0; below 0 it lowers the level"),
        ("weight = 4.0", 'weight = "much"', "signal coup: weight is 'much'"),
        ("weight = 4.0", "weight = inf", "signal coup: weight is inf"),
        ("cap = 5.0", "", "signal coup: cap is missing; every signal has id, dimension"),
        ("cap = 5.0", "cap = -1", "signal coup: cap is -1, and must be more than 0"),
        ('dimension = "political-transition"', 'dimensions = "x"', "signal coup: dimensions is no key of a signal; did you mean 'dimension'?"),
        ('dimension = "political-transition"', 'dimension = "politics"', "signal coup: dimension is 'politics', which there is not"),
        ('place = ["host"]', 'place = ["hosts"]', "signal coup: place has 'hosts', which there is not; did you mean 'host'?"),
        ('place = ["host"]', "again = 2", "signal coup: again is 2; write a number from 0 to 1"),
        ('place = ["host"]', "background = 1", "signal coup: background is 1; write true or false"),
        ('place = ["host"]', "within = 1.5", "signal coup: within is 1.5; write a number of days"),
        ('place = ["host"]', "scope = []", "signal coup: scope is empty, so nothing fits"),
        ('id = "coup"', "", "signal number 1: id is missing"),
        ('why = "power is seized"', 'why = ""', "signal coup: why is ''"),
    ],
)  # fmt: skip
def test_a_fault_names_file_signal_key_and_remedy(old: str, new: str, says: str) -> None:
    found = faults(HEAD + GOOD.replace(old, new))
    assert any(says in line for line in found), found


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("levels = {low = 0.75,", "levels = {low = 50,", "mine.toml: levels is out of order"),
        ("severe = 8.0", "sever = 8.0", "levels must have low, guarded, high, severe and nothing else"),
        ("dimension_cap = 6.0", "dimension_cap = 0", "dimension_cap must be a number above 0"),
        ("background_cap = 1.2", "", "background_cap must be a number above 0"),
        ("6 = 0.3", "6 = 3", "doubt.6 is 3; write a number from 0 to 1"),
        (", conditional = 0.3", "", "tense must have actual, planned, possible, required, conditional"),
        ("trend = {days = 30,", "trend = {dags = 30,", "trend is wrong"),
        ("trend = {days = 30", "trend = {days = 0", "trend.days is 0; write a number of days from 1 to 400"),
        ("trend = {days = 30", "trend = {days = 401", "trend.days is 401; write a number of days from 1 to 400"),
        ("margin = 1.0", "margin = 0.0", "trend.margin is 0.0; write a number above 0"),
        ("margin = 1.0", "margin = nan", "trend.margin is nan; write a number above 0"),
        ("margin = 1.0", "margin = inf", "trend.margin is inf; write a number above 0"),
        ("hold = {days = 60", "hold = {days = 0", "hold.days is 0; write a number of days from 1 to 400"),
        ("hold = {days = 60", "hold = {days = 1.5", "hold is wrong"),
        ("hold = {days = 60", "hold = {dagen = 60", "it is a table of numbers with days, share"),
        (", share = 0.85}", ", share = 0}", "hold.share is 0; write a part of the threshold above 0, up to 1"),
        (", share = 0.85}", ", share = 1.01}", "hold.share is 1.01; write a part of the threshold"),
        (", share = 0.85}", ", share = nan}", "hold.share is nan; write a part of the threshold"),
        ("small = 0.5", "small = -0.5", "share.small is -0.5; write a number above 0"),
        (
            "small_below = 0.05",
            "small_below = 1.05",
            "share.small_below is 1.05; write a part of the whole from 0 to 1",
        ),
        ("small_below = 0.05", "small_below = 0.3", "share calls 0.3 small and 0.2 large; let small_below be no more"),
        ("share = {", "shares = {", "mine.toml: shares is no key of the file; did you mean 'share'?"),
    ],
)
def test_a_fault_of_the_whole_file_is_named(old: str, new: str, says: str) -> None:
    assert old in HEAD
    found = faults(HEAD.replace(old, new) + GOOD)
    assert any(says in line for line in found), found


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = (HEAD.replace("dimension_cap = 6.0", "dimension_cap = 0") + GOOD.replace("4.0", "0").replace('["host"]', '["here"]')
            + GOOD.replace("half_life = 120", "half_life = 0"))  # fmt: skip
    found = faults(text)
    assert len(found) == 5  # the cap, a weight, a place, a half-life, an id twice
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(IndicatorsError) as caught:
        assessment.load(path)
    assert str(caught.value).count("\n") == 4
    assert "id stands there twice; give one another id" in str(caught.value)


@pytest.mark.parametrize("text", ["[levels", "\x00", "levels = 1\nlevels = 2", "", "signal = 3"])
def test_what_is_no_indicators_file_at_all_is_said_to_be_so(text: str) -> None:
    assert faults(text)


def test_no_file_there(tmp_path: Path) -> None:
    with pytest.raises(IndicatorsError, match="name a TOML file of indicators"):
        assessment.load(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("signal", "says"),
    [
        (
            GOOD.replace('predicate = "event"', 'predicate = "risk"'),
            "can never fit: a claim of predicate risk has none",
        ),
        (
            GOOD.replace('place = ["host"]', 'grades = ["worrying"]'),
            "can never fit: a claim of predicate event has none",
        ),
        (
            GOOD.replace('place = ["host"]', 'target = ["mission"]\nscope = ["general"]'),
            "can never fit: that claim names no mission",
        ),
        (GOOD.replace("cap = 5.0", "cap = 2.0"), "is below the weight, so one claim alone is cut"),
    ],
)
def test_what_can_never_count_is_warned_of(signal: str, says: str) -> None:
    assert any(says in line for line in warnings(HEAD + signal)), warnings(HEAD + signal)


def test_a_signal_that_an_earlier_one_leaves_nothing_is_warned_of() -> None:
    wide = GOOD.replace('types = ["coup"]\nplace = ["host"]', 'types = ["coup", "resign"]').replace(
        '"coup"\nwhy', '"wide"\nwhy'
    )
    assert any(
        "coup: can never count: wide before it takes all its claims" in line for line in warnings(HEAD + wide + GOOD)
    )
    assert not any(
        "can never count" in line for line in warnings(HEAD + GOOD + wide)
    )  # the narrower first is as it should be
    elsewhere = wide.replace("political-transition", "host-consent")  # a claim counts once in each dimension
    assert not any("can never count" in line for line in warnings(HEAD + elsewhere + GOOD))
    two = wide.replace(', "resign"', "").replace("[[signal]]", '[[signal]]\nscope = ["mission"]')
    three = wide.replace("wide", "wide-too").replace("[[signal]]", '[[signal]]\nscope = ["general"]')
    assert any(
        "wide, wide-too before it" in line for line in warnings(HEAD + two + three + GOOD)
    )  # two together leave nothing


def test_a_dimension_that_nothing_raises_is_warned_of() -> None:
    found = check((HEAD + GOOD).encode(), "mine.toml")[1]
    assert {fault.key for fault in found} == set(DIMENSIONS) - {"political-transition"}


def test_a_theatre_names_its_file_beside_it(tmp_path: Path) -> None:
    text = 'own = "NL"\nmissions = ["mission:takuba"]\nindicators = "my.toml"\n[title]\nnl = "Mali"\n'
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TheatreError, match="write its path relative to the theatre's file"):
        theatre.load(str(path))
    (tmp_path / "my.toml").write_text(HEAD + GOOD, encoding="utf-8")
    assert theatre.load(str(path)).indicators == str(tmp_path / "my.toml")
