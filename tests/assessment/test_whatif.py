"""What-if: stated relations only, each with its claims; what is not said is said to be so; nothing is booked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from missionwatch import assessment, register
from missionwatch.errors import HypothesisError
from missionwatch.records import LEVELS, Asset, Consequence, EntityRef, Hypothesis
from tests.picture.conftest import on, people, ref

if TYPE_CHECKING:
    from missionwatch.records import WhatIf
    from tests.picture.conftest import Newsroom

TAKUBA = register.load().ref("mission:takuba", "Takuba")
MINUSMA = register.load().ref("mission:minusma", "MINUSMA")


def withdraw(state: str, mission: EntityRef = TAKUBA) -> Hypothesis:
    return Hypothesis(kind="withdraw", mission=mission, party=ref(state))


def says(found: WhatIf, kind: str) -> list[str]:
    return [one.says for one in found.consequences if one.kind == kind]


@pytest.fixture
def told(news: Newsroom) -> Newsroom:
    news.report("letter", "2022-02-07", "gov")
    news.says("letter", "leadership", {"leader": "FR", "mission": "mission:takuba"})
    news.says("letter", "strength", {"mission": "mission:takuba"}, quantity=people(900))
    news.says("letter", "contribution", {"contributor": "FR", "mission": "mission:takuba"}, quantity=people(300))
    news.says("letter", "contribution", {"contributor": "FR", "mission": "mission:takuba", "place": "place:gao"},
              quantity=people(20), function="medic")  # fmt: skip
    news.says("letter", "contribution", {"contributor": "NL", "mission": "mission:minusma"}, quantity=people(90),
              assets=(Asset("C-130", "een C-130"),))  # fmt: skip
    news.says("letter", "period", {"contributor": "FR", "mission": "mission:takuba"}, subject="contribution",
              time=on("2023-01-31", relation="until"))  # fmt: skip
    news.says("letter", "post", {"person": "FR", "mission": "mission:takuba"}, function="force-commander")
    news.says("letter", "presence", {"actor": "FR/armed_forces", "place": "place:menaka"})
    news.says("letter", "contribution", {"contributor": "FR", "mission": "mission:minusma"}, quantity=people(20))
    news.says(
        "letter", "event", {"actor": "FR", "mission": "mission:minusma", "target": "mission:minusma"}, type="support"
    )
    news.says("letter", "option", {"mission": "mission:takuba"}, options=("all",), holders=["NL/government"])
    news.says(
        "letter",
        "question",
        {},
        about=["mission:takuba", "mission:minusma"],
        text="what becomes of MINUSMA without Takuba",
    )
    return news


def test_who_leaves_takes_along_what_was_said_of_him(told: Newsroom) -> None:
    found = assessment.suppose(told.picture(), withdraw("FR"))
    assert says(found, "lead") == ["France leads Task Force Takuba"]
    assert says(found, "contribution") == ["France gives 300 people to Task Force Takuba"]
    assert says(found, "enabler") == ["France gives 20 people as medics to Task Force Takuba in Gao"]
    assert any("is force commander of Task Force Takuba" in line for line in says(found, "command"))
    assert any("until 2023-01-31" in line for line in says(found, "period"))
    assert any("Gao" in line for line in says(found, "place"))
    assert any("Ménaka; for which mission is not said" in line for line in says(found, "place"))
    assert says(found, "share") == ["France gives 300 of the 900 people of Task Force Takuba: 33%"]
    assert "France also gives 20 people to MINUSMA" in says(found, "other-mission")
    assert any("support" in line for line in says(found, "other-mission"))
    assert any("what becomes of MINUSMA without Takuba" in line for line in says(found, "tie"))
    assert any("Netherlands keeps open: all options" in line for line in says(found, "stance"))


def test_every_consequence_has_its_claims(told: Newsroom) -> None:
    for hypothesis in (
        withdraw("FR"),
        withdraw("NL", MINUSMA),
        Hypothesis(kind="end-mandate", mission=TAKUBA, day=date(2022, 6, 30)),
    ):
        found = assessment.suppose(told.picture(), hypothesis)
        assert found.consequences
        known = {s.id for s in told.statements}
        assert all(s.id in known for one in found.consequences for claim in one.claims for s in claim.support)
    with pytest.raises(ValueError, match="a consequence without a claim"):
        Consequence(kind="lead", says="France leads", mission="mission:takuba", claims=())


def test_a_disputed_number_makes_a_share_as_wide_as_it_is(news: Newsroom) -> None:
    news.says(news.report("a", "2022-02-07", "gov"), "strength", {"mission": "mission:takuba"}, quantity=people(900))
    for name, number in (("b", 90), ("c", 105)):
        news.report(name, "2022-02-07", "wire" if name == "b" else "paper")
        news.says(name, "contribution", {"contributor": "DK", "mission": "mission:takuba"}, quantity=people(number))
    found = assessment.suppose(news.picture(), withdraw("DK"))
    (share,) = [one for one in found.consequences if one.kind == "share"]
    assert share.low == 0.1
    assert share.high == pytest.approx(0.1167, abs=0.001)
    assert "90–105 (disputed)" in share.says


def test_what_no_report_says_is_said_to_be_unknown_and_never_guessed(news: Newsroom) -> None:
    news.says(
        news.report("a", "2022-02-07", "gov"), "post", {"person": "NL", "mission": "mission:takuba"}, function="trainer"
    )
    found = assessment.suppose(news.picture(), withdraw("FR"))
    assert not [
        one for one in found.consequences if one.kind in ("lead", "contribution", "enabler", "share", "command")
    ]
    assert "No report says who leads Task Force Takuba" in [one.says for one in found.unknown]
    assert "No report says what France gives to Task Force Takuba" in [one.says for one in found.unknown]
    assert "No report says how many people Task Force Takuba has" in [one.says for one in found.unknown]
    assert any("The register names France as who leads Task Force Takuba" in one.says for one in found.registered)


def test_levels_move_as_if_it_had_been_reported(told: Newsroom) -> None:
    seen = told.picture()
    found = assessment.suppose(seen, withdraw("FR"))
    mission = next(s for s in found.shifts if s.mission == "mission:takuba" and s.dimension is None)
    cohesion = next(s for s in found.shifts if s.mission == "mission:takuba" and s.dimension == "partner-cohesion")
    assert mission.score_after > mission.score_before
    assert LEVELS.index(cohesion.after) > LEVELS.index(cohesion.before)
    joined = assessment.suppose(seen, Hypothesis(kind="add", mission=TAKUBA, party=ref("SE"), people=150))
    move = next(s for s in joined.shifts if s.mission == "mission:takuba" and s.dimension is None)
    assert move.score_after <= move.score_before


def test_other_missions_are_listed_where_a_level_changes(told: Newsroom) -> None:
    found = assessment.suppose(told.picture(), withdraw("FR"))
    for mission in {shift.mission for shift in found.shifts} - {"mission:takuba"}:
        assert any(shift.before != shift.after for shift in found.shifts if shift.mission == mission)
    firsts = [shift for n, shift in enumerate(found.shifts) if n == 0 or found.shifts[n - 1].mission != shift.mission]
    assert all(shift.dimension is None for shift in firsts)  # the mission's own level comes before its dimensions


def test_a_hypothesis_is_marked_and_never_mixed_in(told: Newsroom) -> None:
    seen = told.picture()
    before = assessment.assess(seen)
    found = assessment.suppose(seen, withdraw("FR"))
    (claim,) = found.supposed
    assert (claim.key[0], claim.statement.report, claim.statement.reader) == ("hypothesis",) * 3
    assert claim.statement.evidence.quote == "Suppose that France withdraws from Task Force Takuba"
    assert assessment.assess(seen) == before
    assert claim.statement not in told.statements
    assert all(claim.id != c.id for one in found.consequences for c in one.claims)


def test_more_people_are_a_share_of_what_is_there(told: Newsroom) -> None:
    found = assessment.suppose(told.picture(), Hypothesis(kind="add", mission=TAKUBA, party=ref("SE"), people=90))
    assert says(found, "share") == ["90 people from Sweden would be 10% of the 900 people of Task Force Takuba"]
    assert "No report says what Sweden has decided or weighs about Task Force Takuba" in [
        one.says for one in found.unknown
    ]


def test_the_end_of_a_mandate_names_what_runs_on_after_it(told: Newsroom) -> None:
    found = assessment.suppose(told.picture(), Hypothesis(kind="end-mandate", mission=TAKUBA, day=date(2022, 6, 30)))
    assert any("until 2023-01-31, after that day" in line for line in says(found, "period"))
    assert {"France leads Task Force Takuba"} == set(says(found, "lead"))
    mandate = next(s for s in found.shifts if s.dimension == "mandate-support")
    assert LEVELS.index(mandate.after) > LEVELS.index(mandate.before)


@pytest.mark.parametrize(
    ("hypothesis", "says_what"),
    [
        (withdraw("FR", ref("mission:unifil")), "is no mission of this theatre; it has takuba, minusma"),
        (Hypothesis(kind="withdraw", mission=TAKUBA), "say which state"),
        (Hypothesis(kind="add", mission=TAKUBA), "say which state"),
        (Hypothesis(kind="end-mandate", mission=TAKUBA), "say which"),
    ],
)
def test_what_cannot_be_supposed_is_said(news: Newsroom, hypothesis: Hypothesis, says_what: str) -> None:
    with pytest.raises(HypothesisError, match=says_what):
        assessment.suppose(news.picture(), hypothesis)


def test_a_mission_of_which_nothing_was_said(news: Newsroom) -> None:
    found = assessment.suppose(news.picture(), Hypothesis(kind="end-mandate", mission=MINUSMA, day=date(2022, 6, 30)))
    assert found.consequences == ()
    assert len(found.unknown) >= 3
