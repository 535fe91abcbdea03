"""Each dimension by cases of the field: what raises it, what lowers it, and what must leave a mission calm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from missionwatch.records import LEVELS
from tests.assessment.conftest import dimension, level, of
from tests.picture.conftest import on

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.picture.conftest import Newsroom

TAKUBA = {"mission": "mission:takuba"}
Said = tuple[str, "Mapping[str, str]", dict[str, Any]]
PARTIES: tuple[Said, ...] = (
    ("leadership", {"leader": "FR", "mission": "mission:takuba"}, {}),
    ("contribution", {"contributor": "DK", "mission": "mission:takuba"}, {}),
    ("contribution", {"contributor": "NL", "mission": "mission:takuba"}, {}),
)


def told(news: Newsroom, *said: Said, day: str = "2022-02-05") -> None:
    """Two papers of reliability A and B say it, so that doubt plays no part."""
    news.report("one", day, "gov")
    news.report("two", day, "wire")
    for predicate, roles, fields in (*PARTIES, *said):
        news.says("one", predicate, roles, **fields)
        news.says("two", predicate, roles, **fields)


# dimension, what is said, the least its level must be
RAISES: tuple[tuple[str, Said, str], ...] = (
    ("host-consent", ("event", {"actor": "ML/government", "target": "FR/diplomats"}, {"type": "expel"}), "guarded"),
    ("host-consent", ("event", {"actor": "ML", **TAKUBA}, {"type": "end"}), "high"),
    ("host-consent", ("event", {"actor": "DK/armed_forces", "instigator": "ML/government", **TAKUBA}, {"type": "withdraw"}), "guarded"),
    ("host-consent", ("event", {"actor": "ML/government", "target": "DK"}, {"type": "demand"}), "low"),
    ("host-consent", ("event", {"actor": "ML/government", "target": "FR"}, {"type": "end"}), "guarded"),
    ("host-consent", ("event", {"actor": "ML/population", "target": "FR", "place": "place:bamako"}, {"type": "protest"}), "low"),
    ("host-consent", ("event", {"actor": "FR", **TAKUBA}, {"type": "withdraw", "modality": "required", "holders": ["ML/parliament"]}), "guarded"),
    ("access", ("event", {"actor": "ML/government", "target": "mission:takuba", **TAKUBA}, {"type": "obstruct"}), "guarded"),
    ("access", ("event", {"actor": "ML", "target": "FR/armed_forces", "place": "ML"}, {"type": "deny_access"}), "guarded"),
    ("access", ("event", {"actor": "ML", "place": "ML"}, {"type": "deny_access"}), "low"),
    ("personnel-threat", ("event", {"actor": "group:jnim", "target": "mission:takuba", **TAKUBA}, {"type": "attack"}), "guarded"),
    ("personnel-threat", ("event", {"target": "FR/armed_forces", "place": "place:gao"}, {"type": "attack"}), "low"),
    ("personnel-threat", ("event", {"actor": "DZ/armed_forces", "target": "mission:takuba", **TAKUBA}, {"type": "attack"}), "guarded"),
    ("personnel-threat", ("event", {"actor": "DZ/armed_forces", "place": "place:kidal"}, {"type": "attack"}), "low"),
    ("partner-cohesion", ("event", {"actor": "FR", **TAKUBA}, {"type": "withdraw", "modality": "planned"}), "high"),
    ("partner-cohesion", ("event", {"actor": "DK", **TAKUBA}, {"type": "withdraw"}), "guarded"),
    ("partner-cohesion", ("option", TAKUBA, {"options": ("withdraw",), "holders": ["FR"]}), "guarded"),
    ("partner-cohesion", ("event", {"actor": "FR", "target": "DK", "place": "ML"}, {"type": "accuse"}), "low"),
    ("mandate-support", ("event", {"actor": "organisation:eu", **TAKUBA}, {"type": "suspend"}), "high"),
    ("mandate-support", ("event", {"actor": "mission:takuba", **TAKUBA}, {"type": "end"}), "severe"),
    ("mandate-support", ("assessment", {}, {"grade": "unacceptable", "holders": ["NL/government"], "about": ["mission:takuba"]}), "low"),
    ("mandate-support", ("period", TAKUBA, {"subject": "mission", "time": on("2022-03-20", relation="until")}), "low"),
    ("capability", ("event", {"actor": "FR", "target": "mission:takuba", **TAKUBA}, {"type": "support", "negated": True}), "guarded"),
    ("capability", ("event", {"actor": "FR", **TAKUBA}, {"type": "withdraw", "modality": "planned"}), "guarded"),
    ("capability", ("event", {"actor": "ML", **TAKUBA}, {"type": "suspend"}), "low"),
    ("rival-forces", ("presence", {"actor": "group:wagner", "place": "ML"}, {}), "low"),
    ("rival-forces", ("event", {"actor": "group:wagner", "place": "ML"}, {"type": "deploy"}), "low"),
    ("rival-forces", ("presence", {"actor": "RU/armed_forces", "place": "ML"}, {}), "low"),
    ("political-transition", ("event", {"actor": "ML/armed_forces", "place": "ML"}, {"type": "coup"}), "high"),
    ("political-transition", ("event", {"actor": "ML/government"}, {"type": "resign"}), "low"),
    ("political-transition", ("event", {"actor": "ML/government"}, {"type": "postpone"}), "low"),
    ("political-transition", ("event", {"actor": "organisation:ecowas", "target": "ML"}, {"type": "sanction"}), "low"),
    ("spill-over", ("risk", {"target": "NL", "place": "ML"}, {"effect": ("terrorism",), "modality": "possible"}), "low"),
    ("spill-over", ("event", {"actor": "group:is", "place": "NL", "target": "NL"}, {"type": "attack", "about": ["ML"]}), "guarded"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "said", "least"), RAISES, ids=[f"{n}-{s[2].get('type', s[0])}-{i}" for i, (n, s, _) in enumerate(RAISES)]
)
def test_what_raises_a_dimension(news: Newsroom, name: str, said: Said, least: str) -> None:
    told(news)
    calm = level(of(news), name)
    told(news, said)
    found = level(of(news), name)
    assert (calm, LEVELS.index(found) >= LEVELS.index(least)) == ("none", True), found


# dimension, what is said first, what then lowers it
LOWERS: tuple[tuple[str, Said, Said], ...] = (
    ("host-consent", ("event", {"actor": "ML", "target": "DK"}, {"type": "demand"}), ("event", {"actor": "ML", "target": "DK"}, {"type": "agree"})),
    ("access", ("event", {"actor": "ML", "target": "mission:takuba", **TAKUBA}, {"type": "obstruct"}), ("event", {"actor": "FR", **TAKUBA}, {"type": "resume"})),
    ("partner-cohesion", ("event", {"actor": "SE", **TAKUBA}, {"type": "withdraw"}), ("event", {"actor": "DK", **TAKUBA}, {"type": "reinforce"})),
    ("mandate-support", ("event", {"actor": "organisation:eu", **TAKUBA}, {"type": "suspend"}), ("event", {"actor": "organisation:eu", **TAKUBA}, {"type": "resume"})),
    ("rival-forces", ("presence", {"actor": "group:wagner", "place": "ML"}, {}), ("event", {"actor": "group:wagner", "place": "ML"}, {"type": "withdraw"})),
    ("political-transition", ("event", {"actor": "ML/armed_forces", "place": "ML"}, {"type": "coup"}), ("event", {"actor": "ML", "place": "ML"}, {"type": "elect"})),
)  # fmt: skip


@pytest.mark.parametrize(("name", "raising", "lowering"), LOWERS, ids=[one[0] for one in LOWERS])
def test_what_lowers_a_dimension(news: Newsroom, name: str, raising: Said, lowering: Said) -> None:
    news.report("before", "2022-02-01", "gov")
    raising[2].setdefault("time", on("2022-02-01")) if raising[0] == "event" else None
    told(news, raising, day="2022-02-02")
    worse = dimension(of(news), name)
    told(news, lowering, day="2022-02-06")
    better = dimension(of(news), name)
    assert worse is not None
    assert (better.score if better is not None else 0.0) < worse.score


def test_the_lead_that_leaves_weighs_more_than_a_contributor(news: Newsroom) -> None:
    told(news, ("event", {"actor": "DK", **TAKUBA}, {"type": "withdraw", "modality": "planned"}))
    small = of(news).score
    news.statements.clear()
    told(news, ("event", {"actor": "FR", **TAKUBA}, {"type": "withdraw", "modality": "planned"}))
    assert of(news).score > 2 * small


def test_trouble_around_a_mission_makes_it_low_and_no_more(news: Newsroom) -> None:
    told(
        news,
        ("presence", {"actor": "group:wagner", "place": "ML"}, {}),
        ("presence", {"actor": "RU/armed_forces", "place": "ML"}, {}),
        ("presence", {"actor": "group:jnim", "place": "place:gao"}, {}),
        ("event", {"actor": "organisation:ecowas", "target": "ML"}, {"type": "sanction"}),
        ("event", {"actor": "ML/government"}, {"type": "postpone"}),
        ("event", {"actor": "group:jnim", "place": "place:kidal"}, {"type": "attack"}),
        ("event", {"actor": "ML/armed_forces", "place": "place:mopti", "target": "ML/population"}, {"type": "attack"}),
        ("event", {"actor": "ML/government", "target": "mission:takuba", **TAKUBA}, {"type": "obstruct"}),
        ("risk", {"target": "NL", "place": "ML"}, {"effect": ("terrorism",), "modality": "possible"}),
    )
    assert of(news, "mission:minusma").level == "low"
    assert all(reason.background for reason in of(news, "mission:minusma").reasons)


def test_those_who_man_the_mission_next_door_are_no_rival_forces(news: Newsroom) -> None:
    told(news, ("presence", {"actor": "DK/armed_forces", "place": "place:menaka"}, {}))
    assert level(of(news, "mission:minusma"), "rival-forces") == "none"
    assert level(of(news), "rival-forces") == "none"


def test_a_state_elsewhere_concerns_no_mission_here(news: Newsroom) -> None:
    told(news, ("event", {"actor": "DZ/government", "target": "FR/diplomats"}, {"type": "expel"}))
    assert of(news).level == "none"


def test_one_dimension_alone_is_high_at_most(news: Newsroom) -> None:
    told(
        news,
        ("event", {"actor": "group:jnim", "target": "mission:takuba", "place": "place:gao", **TAKUBA}, {"type": "attack", "time": on("2022-02-01")}),
        ("event", {"actor": "group:jnim", "target": "mission:takuba", "place": "place:kidal", **TAKUBA}, {"type": "attack", "time": on("2022-02-02")}),
        ("event", {"actor": "DZ/armed_forces", "target": "mission:takuba", "place": "place:menaka", **TAKUBA}, {"type": "attack", "time": on("2022-02-03")}),
        ("event", {"actor": "group:jnim", "target": "FR/armed_forces", "place": "place:mopti"}, {"type": "attack", "time": on("2022-02-04")}),
    )  # fmt: skip
    takuba = of(news)
    assert level(takuba, "personnel-threat") == "severe"
    assert takuba.level == "high"


def test_a_group_inside_the_host_counts_by_what_it_is(news: Newsroom) -> None:
    told(news, ("presence", {"actor": "group:jnim", "place": "place:gao"}, {}))
    assert [r.signal for r in of(news).reasons] == ["group-holds-ground"]


def test_a_judgement_counts_for_the_host_it_is_about(news: Newsroom) -> None:
    judged = {"grade": "unacceptable", "holders": ["NL/government"]}
    told(news, ("assessment", {}, judged | {"about": ["ML/government"]}))
    assert {r.signal for r in of(news).reasons} == {"partner-judges-grave", "host-judged-grave"}
    news.statements.clear()
    told(
        news, ("assessment", {"place": "ML"}, judged | {"about": ["RU/government"]})
    )  # in the picture, and not about Mali
    assert len(news.picture().general.assessments) == 1
    assert of(news).reasons == ()


def test_what_is_only_wished_lowers_nothing(news: Newsroom) -> None:
    import msgspec  # noqa: PLC0415

    told(news, ("event", {"actor": "ML/armed_forces", "place": "ML"}, {"type": "coup"}))
    before = dimension(of(news), "political-transition")
    held = news.says("one", "event", {"actor": "ML", "place": "ML"}, type="elect")
    after = dimension(of(news), "political-transition")
    wish = news.says("one", "assessment", {}, grade="important", holders=["NL/government"], about=["ML"])
    whole = msgspec.structs.replace(
        wish.evidence, start=0, end=len(held.evidence.quote) + 20, quote="x" * (len(held.evidence.quote) + 20)
    )
    news.statements[-1] = msgspec.structs.replace(wish, evidence=whole)
    wished = dimension(of(news), "political-transition")
    assert before is not None
    assert after is not None
    assert wished is not None
    assert after.score < before.score == wished.score


def test_a_host_that_fights_and_arrests_an_armed_group_does_what_a_host_does(news: Newsroom) -> None:
    told(
        news,
        ("event", {"actor": "ML/police", "target": "group:jnim", "place": "place:bamako"}, {"type": "detain"}),
        ("event", {"actor": "ML/armed_forces", "target": "group:jnim", "place": "place:mopti"}, {"type": "attack"}),
    )
    assert [r.signal for r in of(news).reasons] == ["violence-in-host"]


def test_an_official_expelled_is_less_than_the_mission_expelled(news: Newsroom) -> None:
    told(
        news,
        (
            "event",
            {"actor": "ML/government", "target": "mission:takuba", **TAKUBA},
            {"type": "expel", "function": "spokesperson"},
        ),
    )
    official = of(news).score
    news.statements.clear()
    told(news, ("event", {"actor": "ML/government", "target": "mission:takuba", **TAKUBA}, {"type": "expel"}))
    assert 0 < official < of(news).score
