"""Levels: declared, traceable, fading, with a trend, a sureness and what they hang on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from missionwatch import assessment
from missionwatch.records import LEVELS
from tests.assessment.conftest import dimension, level, of
from tests.picture.conftest import on

if TYPE_CHECKING:
    from tests.picture.conftest import Newsroom

OBSTRUCT = {"actor": "ML/government", "target": "mission:takuba", "mission": "mission:takuba"}
LEAD = {"leader": "FR", "mission": "mission:takuba"}


def test_a_level_opens_to_the_claims_that_made_it(news: Newsroom) -> None:
    news.says(news.report("a", "2022-02-07", "gov"), "event", OBSTRUCT, type="obstruct")
    news.says("a", "assessment", {}, grade="very_worrying", holders=["NL/government"], about=["mission:takuba"])
    takuba, minusma, general = assessment.assess(news.picture())
    assert [(r.signal, r.dimension) for r in takuba.reasons] == [
        ("mission-denied-access", "access"),
        ("mission-judged-grave", "mandate-support"),
    ]
    assert takuba.level == "guarded"
    assert takuba.score == pytest.approx(sum(r.counted for r in takuba.reasons), abs=0.001)
    assert takuba.score == pytest.approx(sum(d.score for d in takuba.dimensions), abs=0.005)
    assert (level(takuba, "access"), level(takuba, "mandate-support")) == ("guarded", "low")
    assert [(r.signal, r.background) for r in minusma.reasons] == [("others-denied-access", True)]
    assert (minusma.level, general.level) == ("none", "none")


def test_each_reason_shows_its_arithmetic(news: Newsroom) -> None:
    news.says(news.report("a", "2022-01-09", "paper"), "event", OBSTRUCT, type="obstruct", modality="planned")
    (reason,) = of(news).reasons
    assert (reason.weight, reason.age, reason.half_life) == (2.2, 30, 60)
    assert (reason.doubt, reason.tense) == (0.85, 0.6)
    assert reason.fades == pytest.approx(0.707, abs=0.001)
    factors = reason.fades * reason.doubt * reason.tense * reason.share * reason.again * reason.capped * reason.around
    assert reason.counted == pytest.approx(reason.weight * factors)


def test_a_signal_fades_with_its_half_life(news: Newsroom) -> None:
    news.says(news.report("a", "2022-01-01", "gov"), "event", OBSTRUCT, type="obstruct", time=on("2022-01-01"))
    fresh, stale = (of(news, day=day).score for day in ("2022-01-01", "2022-03-02"))
    assert stale == pytest.approx(fresh / 2, rel=0.01)


def test_what_is_doubtful_or_only_planned_counts_less(news: Newsroom) -> None:
    news.says(news.report("a", "2022-02-07", "gov"), "event", OBSTRUCT, type="obstruct", modality="possible")
    news.says("a", "event", {"actor": "NO", "mission": "mission:takuba"}, type="withdraw", hearsay=True)
    news.says("a", "event", {"actor": "SE", "mission": "mission:takuba"}, type="withdraw")
    by_actor = {r.claim.statement.roles["actor"][0].country: r for r in of(news).reasons if r.claim}
    assert by_actor["ML"].tense == pytest.approx(0.35)
    assert by_actor["NO"].doubt == 0.5
    assert (by_actor["SE"].doubt, by_actor["SE"].tense) == (1.0, 1.0)


def test_a_repeated_signal_says_less_each_time_and_its_cap_holds(news: Newsroom) -> None:
    for n in range(12):
        news.report(f"r{n}", "2022-02-07", "gov")
        day = f"2022-02-{n % 6 + 1:02}"
        news.says(f"r{n}", "event", {"actor": "ML/government", "target": "mission:takuba", "mission": "mission:takuba",
                                     "place": f"place:{['gao', 'menaka', 'kidal', 'mopti', 'bamako', 'sevare'][n % 6]}"},
                  type="obstruct" if n % 2 else "deny_access", time=on(day))  # fmt: skip
    takuba = of(news)
    assert len(takuba.reasons) >= 6
    assert max(r.again for r in takuba.reasons) == 1.0
    assert takuba.score <= 4.5 + 0.001
    assert takuba.level != "severe"  # one noisy signal alone never makes a mission severe


def test_what_a_mission_does_itself_is_no_attack_on_it(news: Newsroom) -> None:
    roles = {"actor": "mission:takuba", "mission": "mission:takuba"}
    news.says(news.report("a", "2022-02-07", "gov"), "event", roles, type="attack")
    assert of(news).level == "none"


def test_an_envoy_expelled_counts_for_the_mission_that_nobody_names(news: Newsroom) -> None:
    news.says(news.report("a", "2022-02-01", "gov"), "leadership", LEAD)
    news.says("a", "event", {"actor": "ML/government", "target": "FR/diplomats"}, type="expel")
    takuba, minusma = of(news), of(news, "mission:minusma")
    assert [r.signal for r in takuba.reasons] == ["host-expels-lead"]
    assert level(takuba, "host-consent") in ("guarded", "high")
    # France has no part in MINUSMA as far as was said: there it is but background
    assert [(r.signal, r.background) for r in minusma.reasons] == [("host-breaks-with-others", True)]


def test_who_contributes_is_worked_out_from_what_was_said(news: Newsroom) -> None:
    expelled = {"actor": "ML/government", "target": "DK/diplomats"}
    news.says(news.report("a", "2022-02-01", "gov"), "event", expelled, type="expel")
    assert [r.signal for r in of(news).reasons] == ["host-breaks-with-others"]
    news.says("a", "contribution", {"contributor": "DK", "mission": "mission:takuba"})
    assert [r.signal for r in of(news).reasons] == ["host-expels-contributor"]


def test_a_small_contributor_that_leaves_counts_less_than_a_large_one(news: Newsroom) -> None:
    from tests.picture.conftest import people  # noqa: PLC0415

    news.says(news.report("a", "2022-02-01", "gov"), "strength", {"mission": "mission:takuba"}, quantity=people(1000))
    for state, number in (("DK", 20), ("SE", 100), ("IT", 300)):
        news.says("a", "contribution", {"contributor": state, "mission": "mission:takuba"}, quantity=people(number))
        news.says("a", "event", {"actor": state, "mission": "mission:takuba"}, type="withdraw", modality="planned")
    shares = {r.claim.statement.roles["actor"][0].country: r.share for r in of(news).reasons if r.claim}
    assert shares == {"DK": 0.5, "SE": 1.0, "IT": 1.5}


def test_what_lowers_takes_off_no_more_than_there_is(news: Newsroom) -> None:
    agrees = {"actor": "ML/government", "target": "mission:takuba", "mission": "mission:takuba"}
    news.says(news.report("a", "2022-02-07", "gov"), "event", agrees, type="agree")
    assert of(news).score == 0
    news.says("a", "event", OBSTRUCT | {"target": "mission:takuba"}, type="accuse")
    assert 0 <= of(news).score < 0.9


def test_an_agreement_gone_back_on_lowers_nothing(news: Newsroom) -> None:
    agrees = {"actor": "ML/government", "target": "mission:takuba", "mission": "mission:takuba"}
    news.says(news.report("a", "2022-01-10", "gov"), "event", agrees, type="agree", time=on("2022-01-10"))
    ends = {"actor": "ML/government", "mission": "mission:takuba"}
    news.says(news.report("b", "2022-02-01", "gov"), "event", ends, type="end", time=on("2022-02-01"))
    assert all(r.counted > 0 for r in of(news).reasons)


def test_the_trend_looks_at_the_level_then(news: Newsroom) -> None:
    before = assessment.assess(news.picture("2022-01-09"))  # nothing was known then
    news.says(news.report("a", "2022-02-07", "gov"), "event", OBSTRUCT, type="obstruct")
    now = assessment.assess(news.picture("2022-02-08"), earlier=before)[0]
    later = assessment.assess(news.picture("2022-05-20"), earlier=assessment.assess(news.picture("2022-02-08")))[0]
    assert (now.earlier, now.trend) == ("none", "deteriorating")
    assert (later.earlier, later.trend) == ("guarded", "improving")
    found = dimension(now, "access")
    assert found is not None
    assert (found.earlier, found.trend) == ("none", "deteriorating")
    same = assessment.assess(news.picture("2022-02-08"), earlier=assessment.assess(news.picture("2022-02-08")))[0]
    assert same.trend == "stable"


def test_sureness_asks_who_says_it(news: Newsroom) -> None:
    news.says(news.report("a", "2022-02-07", "blog"), "event", OBSTRUCT, type="obstruct")
    alone = of(news)
    assert alone.sureness == "low"
    assert any("1 independent source" in why for why in alone.sure_because)
    for name, source in (("b", "gov"), ("c", "wire"), ("d", "paper")):
        news.says(news.report(name, "2022-02-07", source), "event", OBSTRUCT, type="obstruct")
        news.says(name, "event", {"actor": "FR", "mission": "mission:takuba"}, type="withdraw", modality="planned")
    firm = of(news)
    assert firm.sureness in ("moderate", "high")
    assert firm.score > alone.score


def test_silence_is_no_calm(news: Newsroom) -> None:
    news.says(news.report("a", "2021-10-01", "gov"), "leadership", LEAD)
    silent = of(news)
    assert (silent.level, silent.sureness) == ("none", "low")
    news.says(
        news.report("b", "2022-02-01", "gov"), "post", {"person": "FR", "mission": "mission:takuba"}, function="trainer"
    )
    assert of(news).sureness == "moderate"


def test_a_level_that_hangs_on_one_claim_says_so(news: Newsroom) -> None:
    news.says(news.report("a", "2022-02-07", "gov"), "event", OBSTRUCT, type="obstruct")
    concern = of(news)
    (pivot,) = concern.pivots
    assert pivot.claim is not None
    assert (pivot.claim.type, pivot.without) == ("obstruct", "none")
    left = [s for s in news.statements if s.id not in {t.id for t in pivot.claim.support}]
    news.statements[:] = left
    assert of(news).level == pivot.without


def test_a_level_says_when_it_would_fall_if_nothing_more_came(news: Newsroom) -> None:
    news.says(news.report("a", "2022-02-07", "gov"), "event", OBSTRUCT, type="obstruct", time=on("2022-02-07"))
    concern = of(news)
    assert concern.falls_on is not None
    assert concern.falls_to is not None
    assert LEVELS.index(concern.falls_to) < LEVELS.index(concern.level)
    assert of(news, day=concern.falls_on.isoformat()).level == concern.falls_to


def test_what_would_lower_a_dimension_is_said(news: Newsroom) -> None:
    news.says(news.report("a", "2022-02-07", "gov"), "event", OBSTRUCT, type="obstruct")
    found = dimension(of(news), "access")
    assert found is not None
    assert any("released" in words for words in found.eases)


def test_the_theatre_may_name_its_own_indicators(news: Newsroom, tmp_path: object) -> None:
    from pathlib import Path  # noqa: PLC0415

    import msgspec  # noqa: PLC0415

    from missionwatch.assessment.indicators import read  # noqa: PLC0415

    mine = Path(str(tmp_path)) / "my.toml"
    mine.write_text(read(None).decode().replace("weight = 2.2", "weight = 0.2", 1), encoding="utf-8")
    news.says(news.report("a", "2022-02-07", "gov"), "event", OBSTRUCT, type="obstruct")
    seen = news.picture()
    own = msgspec.structs.replace(seen, theatre=msgspec.structs.replace(seen.theatre, indicators=str(mine)))
    assert assessment.assess(own)[0].score < assessment.assess(seen)[0].score / 5


def test_undated_future_and_circular_statements_are_counted_soberly(news: Newsroom) -> None:
    import msgspec  # noqa: PLC0415

    news.says(news.report("a", "2022-02-07", "gov"), "event", OBSTRUCT, type="obstruct", time=on("2030-01-01"))
    news.heads["undated"] = msgspec.structs.replace(
        news.heads["a"], id="undated", published=None, valid_from=date(2022, 2, 7)
    )
    news.says("undated", "event", {"actor": "FR", "mission": "mission:takuba"}, type="withdraw")
    both = {"actor": "mission:takuba", "target": "mission:takuba", "mission": "mission:takuba"}
    news.says("a", "event", both, type="accuse")
    news.says("a", "option", {"mission": "mission:takuba"}, options=("withdraw",))  # nobody holds it
    takuba = of(news)
    assert {r.signal for r in takuba.reasons} >= {"lead-leaves", "contributor-weighs-leaving"}
    assert all(r.age >= 0 and r.last is not None and r.last <= news.picture().as_of for r in takuba.reasons)


def test_contradictory_statements_make_a_level_doubtful_not_higher(news: Newsroom) -> None:
    news.says(news.report("a", "2022-02-07", "wire"), "event", OBSTRUCT, type="obstruct")
    firm = of(news)
    news.says(news.report("b", "2022-02-07", "gov"), "event", OBSTRUCT, type="obstruct", negated=True)
    denied = of(news)
    assert denied.score < firm.score / 2
    assert denied.sureness == "low"


def test_a_mission_of_which_nothing_was_said_is_not_known_to_be_calm(news: Newsroom) -> None:
    for concern in assessment.assess(news.picture()):
        assert (concern.level, concern.reasons, concern.dimensions, concern.sureness) == ("none", (), (), "low")
        assert concern.falls_on is None
