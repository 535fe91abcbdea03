"""What is usual, what changed, in which words: from counts alone."""

from __future__ import annotations

import doctest
import math
import random
from datetime import date, timedelta
from importlib import import_module
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionwatch.records import Dataset, Deaths, Near, Tempo
from missionwatch.tempo import changepoints, series, wording
from missionwatch.tempo.changepoints import change_points
from missionwatch.tempo.series import Counted, Coverage

GAO = Near("Gao", "ML", 16.27, -0.04, 100.0)
AS_OF = date(2022, 3, 1)
LONG = Coverage(date(2015, 1, 1), date(2022, 3, 1), (Dataset("ged251.csv", "ab" * 32, "25.1"),))


def made(counts: list[int], covered: Coverage = LONG, **options: object) -> Tempo:
    """Return a tempo of weekly counts, the last week last, each incident with one death, in a range of 0 to 2."""
    weeks = tuple((n, Deaths(0, n, 2 * n)) for n in reversed(counts))
    return series.tempo("mission:takuba", GAO, "ucdp", AS_OF, Counted(weeks, rows=sum(counts)), covered, **options)  # type: ignore[arg-type]  # a test's shorthand


def poisson(dice: random.Random, mean: float) -> int:
    limit, count, product = math.exp(-mean), 0, dice.random()
    while product > limit:
        count, product = count + 1, product * dice.random()
    return count


@pytest.mark.parametrize("name", ["changepoints", "formats", "series", "wording"])
def test_the_examples_in_the_docstrings(name: str) -> None:
    done = doctest.testmod(import_module(f"missionwatch.tempo.{name}"))
    assert done.attempted
    assert not done.failed


@pytest.mark.parametrize("mean", [0.3, 2, 10])
@pytest.mark.parametrize("scatter", [1.0, 2.0])
def test_noise_is_no_change(mean: float, scatter: float) -> None:
    """One in a hundred is what is promised; 3 % of 300 is five standard errors above it (Poisson) and covers bursts."""
    dice = random.Random(11)

    def rate() -> float:
        return mean if scatter == 1 else dice.gammavariate(mean / (scatter - 1), scatter - 1)

    alarms = sum(bool(change_points([poisson(dice, rate()) for _ in range(104)])) for _ in range(300))
    assert alarms / 300 <= 0.03


def test_a_doubled_rate_is_found() -> None:
    dice = random.Random(12)
    found, off = 0, []
    for _ in range(200):
        points = change_points([poisson(dice, 4) for _ in range(91)] + [poisson(dice, 8) for _ in range(13)])
        if points and points[-1].after > points[-1].before:
            found += 1
            off.append(abs(points[-1].week - 91))
    assert found / 200 >= 0.9
    assert sorted(off)[len(off) // 2] <= 1


def test_a_fall_and_a_rise_are_both_found_and_a_single_bad_week_is_none() -> None:
    dice = random.Random(4)
    counts = (
        [poisson(dice, 9) for _ in range(40)]
        + [poisson(dice, 2) for _ in range(40)]
        + [poisson(dice, 8) for _ in range(24)]
    )
    assert [abs(point.week - true) <= 2 for point, true in zip(change_points(counts), (40, 80), strict=True)] == [
        True,
        True,
    ]
    quiet = [poisson(dice, 2) for _ in range(104)]
    assert change_points([*quiet[:60], 40, *quiet[60:]]) == ()


@given(st.lists(st.integers(0, 500), max_size=120))
def test_change_points_are_in_order_and_whole(counts: list[int]) -> None:
    points = change_points(counts)
    bounds = [0, *(point.week for point in points), len(counts)]
    assert all(high - low >= changepoints.LEAST for low, high in pairwise(bounds)) or not points
    assert all(0 <= point.chance <= 1 and point.before >= 0 and point.after >= 0 for point in points)
    assert change_points([0] * len(counts)) == ()


def test_nothing_is_said_of_a_short_series() -> None:
    assert change_points([0] * 8 + [50] * 7) == ()


@given(st.lists(st.integers(0, 30), min_size=120, max_size=120), st.integers(4, 60))
def test_sums_are_those_of_the_series(counts: list[int], shown: int) -> None:
    tempo = made(counts, shown=shown)
    assert [week.incidents for week in tempo.series] == counts[-shown:]
    assert tempo.incidents == sum(counts[-4:])
    assert tempo.deaths == Deaths(0, sum(counts[-4:]), 2 * sum(counts[-4:]))
    assert tempo.usual is not None
    assert tempo.usual.low <= tempo.usual.middle <= tempo.usual.high
    assert msgspec.json.decode(msgspec.json.encode(tempo), type=Tempo) == tempo


def test_a_change_is_dated_by_its_week() -> None:
    tempo = made([1] * 110 + [6] * 10)
    assert (tempo.change, tempo.since) == ("up", AS_OF - timedelta(days=7 * 10 - 1))
    assert (tempo.rate_before, tempo.rate_after) == (1.0, 6.0)
    assert made([1] * 80 + [6] * 40).change == "none", "it is older than what is shown"
    assert made([6] * 110 + [1] * 10).change == "down"


def test_weeks_before_the_data_begin_are_not_quiet_weeks() -> None:
    young = Coverage(AS_OF - timedelta(days=7 * 20 - 1), AS_OF)
    tempo = made([0] * 100 + [5] * 20, young)
    assert (tempo.change, tempo.usual, len(tempo.series)) == ("none", None, 20)
    assert "not known" in wording.headline(tempo)


@pytest.mark.parametrize(
    ("covered", "gap", "said"),
    [
        (Coverage(None, None), "no-data", "nothing is loaded for Gao."),
        (
            Coverage(date(2015, 1, 1), date(2021, 12, 31)),
            "ends-before",
            "the data loaded end on 2021-12-31; nothing is said of Gao as of 2022-03-01.",
        ),
        (
            Coverage(date(2022, 2, 25), date(2022, 4, 1)),
            "begins-after",
            "the data loaded begin on 2022-02-25; nothing is said of Gao as of 2022-03-01.",
        ),
    ],
)
def test_where_there_are_no_data_no_figure_is_said(covered: Coverage, gap: str, said: str) -> None:
    tempo = made([3] * 120, covered)
    assert (tempo.gap, tempo.incidents, tempo.series, tempo.deaths, tempo.rows) == (gap, 0, (), None, 0)
    assert wording.headline(tempo) == said
    assert wording.remarks(tempo) == ()


def test_the_words_of_a_tempo() -> None:
    tempo = made([1, 2] * 58 + [4, 3, 4, 3])
    assert (
        wording.headline(tempo)
        == "14 incidents and 14 deaths (0–28) in the last 4 weeks within 100 km of Gao; usual: 6 (6–6)."
    )
    said = wording.footnote([tempo])
    assert "UCDP 25.1. Rows counted within 100 km of Gao 188." in said
    assert "ged251.csv (abababababab)" in said
    assert "CC BY 4.0" in said


def test_usual_of_the_same_season() -> None:
    year = [1] * 40 + [9] * 12
    counts = [2, 2, 2, 2] + ([1] * 48 + year * 5)
    assert series.usual(counts, against="seasons") is not None
    assert series.usual([1] * 60, against="seasons") is None
    rainy = [9 if back % 52 < 6 or back % 52 > 45 else 0 for back in range(270)]
    seasons, trailing = series.usual(rainy, against="seasons"), series.usual(rainy)
    assert seasons is not None
    assert trailing is not None
    assert seasons.middle > 20 > trailing.middle


def test_deaths_refuse_a_range_upside_down() -> None:
    with pytest.raises(ValueError, match="no range"):
        Deaths(3, 2, 5)
