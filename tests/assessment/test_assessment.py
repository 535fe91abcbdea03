"""Levels: declared, traceable, fading."""

from __future__ import annotations

from pathlib import Path

import pytest

from missionwatch import assessment
from missionwatch.errors import IndicatorsError
from tests.picture.conftest import Newsroom, on

SHIPPED = Path(assessment.__file__).parent / "indicators.toml"
OBSTRUCT = {"actor": "ML/government", "target": "mission:takuba", "mission": "mission:takuba"}


@pytest.fixture
def news() -> Newsroom:
    return Newsroom()


def test_a_level_opens_to_the_claims_that_made_it(news: Newsroom) -> None:
    news.says(news.report("a", "2022-02-07", "gov"), "event", OBSTRUCT, type="obstruct")
    news.says("a", "assessment", {}, grade="very_worrying", holders=["NL/government"], about=["mission:takuba"])
    takuba, minusma, general = assessment.assess(news.picture())
    assert takuba.level == "guarded"
    assert [(r.signal, r.dimension) for r in takuba.reasons] == [
        ("access-denied", "access"),
        ("grave-judgement", "political-transition"),
    ]
    assert takuba.score == pytest.approx(sum(r.counted for r in takuba.reasons))
    assert (minusma.level, minusma.reasons, general.level) == ("none", (), "none")


def test_a_signal_fades_with_its_half_life(news: Newsroom) -> None:
    news.says(news.report("a", "2022-01-01", "gov"), "event", OBSTRUCT, type="obstruct", time=on("2022-01-01"))
    fresh, stale = (assessment.assess(news.picture(day))[0].score for day in ("2022-01-01", "2022-02-15"))
    assert stale == pytest.approx(fresh / 2, rel=0.01)


def test_what_is_doubtful_or_only_planned_counts_half(news: Newsroom) -> None:
    news.says(news.report("a", "2022-02-07", "gov"), "event", OBSTRUCT, type="obstruct")
    news.says("a", "event", {"actor": "SE", "mission": "mission:takuba"}, type="withdraw", modality="planned")
    news.says("a", "event", {"actor": "NO", "mission": "mission:takuba"}, type="withdraw", hearsay=True)
    by_actor = {r.claim.statement.roles["actor"][0].country: r for r in assessment.assess(news.picture())[0].reasons}
    assert by_actor["SE"].counted == pytest.approx(by_actor["SE"].weight / 2, rel=0.05)
    assert by_actor["NO"].counted == pytest.approx(by_actor["NO"].weight / 2, rel=0.05)


def test_what_a_mission_does_itself_is_no_attack_on_it(news: Newsroom) -> None:
    news.says(
        news.report("a", "2022-02-07", "gov"),
        "event",
        {"actor": "mission:takuba", "mission": "mission:takuba"},
        type="attack",
    )
    assert assessment.assess(news.picture())[0].level == "none"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('types = ["coup"]', 'types = ["revolt"]', "signal coup: there is no type 'revolt'"),
        ("low = 0.5", "low = 50", "each higher than the one before"),
        ("half_life = 60", "half_life = 0", "more than 0"),
        ('dimension = "access"', 'dimensions = "access"', "unknown field"),
        ("[levels]", "[levels", "compare it with the file that ships"),
    ],
)
def test_a_faulty_indicators_file_is_named(tmp_path: Path, old: str, new: str, says: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(SHIPPED.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(IndicatorsError, match=says):
        assessment.load(path)
