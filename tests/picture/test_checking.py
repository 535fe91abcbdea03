"""A draft's statements beside the claims: supported, contradicted or unknown, and in what."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from missionwatch import picture
from missionwatch.records import Evidence
from tests.picture.conftest import THEATRE, Newsroom, on, people, ref

if TYPE_CHECKING:
    from missionwatch.records import Finding


def asked(news: Newsroom, day: str = "2022-02-08") -> picture.Checker:
    as_of = date.fromisoformat(day)
    moment = datetime.combine(as_of, time.max, tzinfo=UTC)
    return picture.View.of(THEATRE, news.statements, news.heads).checker(as_of, moment)


def draft(predicate: str, roles: dict[str, Any] | None = None, **fields: Any) -> Any:
    return Newsroom().says("draft", predicate, roles, **fields)


@pytest.fixture
def danes(news: Newsroom) -> Newsroom:
    news.report("wire", "2022-01-26", "wire")
    news.report("paper", "2022-01-27")
    contributor = {"contributor": "DK/armed_forces", "mission": "mission:takuba"}
    news.says("wire", "contribution", contributor, quantity=people(105))
    news.says("paper", "contribution", contributor, quantity=people(90))
    news.says("wire", "event", {"actor": "ML", "target": "FR/diplomats"}, type="expel", time=on("2022-01-31"))
    news.says("wire", "event", {"actor": "SE", "mission": "mission:takuba"}, type="withdraw", modality="planned")
    news.says("paper", "presence", {"actor": "group:wagner", "place": "ML"}, hearsay=True)
    return news


def verdict(found: Finding) -> tuple[str, tuple[str, ...]]:
    return found.verdict, found.reasons


def test_what_a_claim_says_is_supported_and_its_dispute_is_told(danes: Newsroom) -> None:
    found = asked(danes).find(
        draft("contribution", {"contributor": "DK", "mission": "mission:takuba"}, quantity=people(105))
    )
    assert verdict(found) == ("supported", ())
    assert found.disputed


def test_another_number_contradicts(danes: Newsroom) -> None:
    found = asked(danes).find(
        draft("contribution", {"contributor": "DK", "mission": "mission:takuba"}, quantity=people(250))
    )
    assert verdict(found) == ("contradicted", ("quantity",))
    assert [s.quantity.value for s in found.claims[0].support if s.quantity] != [250]


def test_another_day_contradicts_and_a_wider_one_does_not(danes: Newsroom) -> None:
    expelled = {"actor": "ML", "target": "FR"}
    assert verdict(asked(danes).find(draft("event", expelled, type="expel", time=on("2022-01-29")))) == (
        "contradicted",
        ("time",),
    )
    month = on("2022-01-01", "2022-01-31")
    assert asked(danes).find(draft("event", expelled, type="expel", time=month)).verdict == "supported"
    assert asked(danes).find(draft("event", expelled, type="expel")).verdict == "supported"


def test_a_plan_told_as_a_fact_is_contradicted(danes: Newsroom) -> None:
    leaves = {"actor": "SE", "mission": "mission:takuba"}
    assert verdict(asked(danes).find(draft("event", leaves, type="withdraw"))) == ("contradicted", ("modality",))
    assert asked(danes).find(draft("event", leaves, type="withdraw", modality="planned")).verdict == "supported"


def test_hearsay_told_as_certain_is_contradicted(danes: Newsroom) -> None:
    there = {"actor": "group:wagner", "place": "ML"}
    assert verdict(asked(danes).find(draft("presence", there))) == ("contradicted", ("certainty",))
    assert asked(danes).find(draft("presence", there, hearsay=True)).verdict == "supported"


def test_a_denial_is_supported_where_somebody_denies_and_else_contradicted(danes: Newsroom) -> None:
    there = {"actor": "group:wagner", "place": "ML"}
    denial = draft("presence", there, negated=True, hearsay=True)
    assert verdict(asked(danes).find(denial)) == ("contradicted", ("denial",))
    danes.says("wire", "presence", there, negated=True, holders=["ML/government"])
    assert asked(danes).find(denial).verdict == "supported"


@pytest.mark.parametrize(
    ("predicate", "roles", "fields"),
    [
        ("contribution", {"contributor": "ES", "mission": "mission:takuba"}, {"quantity": people(105)}),
        ("contribution", {"contributor": "DK", "mission": "mission:minusma"}, {}),
        ("event", {"actor": "ML", "target": "DE"}, {"type": "expel"}),
        ("event", {"actor": "ML", "target": "FR"}, {"type": "condemn"}),
        ("strength", {"mission": "mission:takuba"}, {"quantity": people(900)}),
        ("event", {"actor": "ML", "target": "FR", "instigator": "RU"}, {"type": "expel"}),
    ],
)
def test_what_no_claim_says_is_unknown(
    danes: Newsroom, predicate: str, roles: dict[str, str], fields: dict[str, Any]
) -> None:
    assert asked(danes).find(draft(predicate, roles, **fields)).verdict == "unknown"


def test_a_number_nobody_gave_is_not_supported(news: Newsroom) -> None:
    news.report("paper", "2022-01-27")
    news.says("paper", "contribution", {"contributor": "SE", "mission": "mission:minusma"})
    found = asked(news).find(
        draft("contribution", {"contributor": "SE", "mission": "mission:minusma"}, quantity=people(220))
    )
    assert verdict(found) == ("unknown", ("quantity not said",))


def test_what_is_over_is_no_longer_so(danes: Newsroom) -> None:
    danes.says("paper", "event", {"actor": "DK", "mission": "mission:takuba"}, type="withdraw", time=on("2022-02-01"))
    found = asked(danes, "2022-03-15").find(draft("contribution", {"contributor": "DK", "mission": "mission:takuba"}))
    assert verdict(found) == ("contradicted", ("ended",))


def test_a_corrected_number_is_contradicted_as_corrected(news: Newsroom) -> None:
    news.report("first", "2022-01-20")
    news.report("second", "2022-01-22", corrects="first")
    there = {"contributor": "DK", "mission": "mission:takuba"}
    news.says("first", "contribution", there, quantity=people(90))
    news.says("second", "contribution", there, quantity=people(105))
    found = asked(news).find(draft("contribution", there, quantity=people(90)))
    assert verdict(found) == ("contradicted", ("corrected",))


def test_a_person_counts_for_the_state_he_speaks_for(news: Newsroom) -> None:
    news.report("wire", "2022-01-31", "wire")
    person = ref("FR/diplomats")
    news.says("wire", "event", {"actor": "ML", "target": "FR/diplomats"}, type="expel", function="ambassador")
    found = asked(news).find(
        draft("event", {"actor": "ML/government", "target": "FR"}, type="expel", function="ambassador")
    )
    assert found.verdict == "supported"
    assert person.country == "FR"


def test_an_empty_ledger_knows_nothing(news: Newsroom) -> None:
    assert verdict(asked(news).find(draft("strength", {"mission": "mission:takuba"}, quantity=people(900)))) == (
        "unknown",
        (),
    )


def test_what_is_over_was_so_in_its_time_and_is_so_no_longer(danes: Newsroom) -> None:
    danes.says("paper", "event", {"actor": "DK", "mission": "mission:takuba"}, type="withdraw", time=on("2022-02-01"))
    late, there = asked(danes, "2022-03-15"), {"contributor": "DK", "mission": "mission:takuba"}
    then = on("2022-01-01", "2022-01-31")
    assert late.find(draft("contribution", there, quantity=people(105), negated=True)).verdict == "supported"
    assert verdict(asked(danes, "2022-01-28").find(draft("contribution", there, negated=True)))[1] == ("denial",)
    assert "ended" not in late.find(draft("contribution", there, quantity=people(105), time=then)).reasons


def test_who_ends_its_part_withdraws_and_who_was_deployed_is_there(danes: Newsroom) -> None:
    danes.says("wire", "event", {"actor": "DE", "mission": "mission:minusma"}, type="end", time=on("2022-02-03"))
    danes.says("wire", "event", {"actor": "DE", "place": "ML"}, type="deploy", time=on("2022-02-03"))
    leaves = draft("event", {"actor": "DE", "mission": "mission:minusma"}, type="withdraw", time=on("2022-02-03"))
    assert asked(danes).find(leaves).verdict == "supported"
    assert asked(danes).find(draft("presence", {"actor": "DE", "place": "ML"})).verdict == "supported"
    assert asked(danes).find(draft("presence", {"actor": "IT", "place": "ML"})).verdict == "unknown"


@pytest.mark.parametrize(("asking", "verdict"), [("ML", "supported"), ("NE", "unknown")])
def test_what_a_demand_asks_for_is_held_where_the_demand_is(danes: Newsroom, asking: str, verdict: str) -> None:
    """ "Mali demanded that Denmark withdraw", while Denmark has left since, says no more than that Mali demanded it."""
    roles = {"actor": "DK/armed_forces", "mission": "mission:takuba"}
    danes.says("wire", "event", {"actor": "ML", "target": "DK"}, type="demand")
    danes.says("paper", "event", roles, type="withdraw", time=on("2022-02-03"))
    text = "Mali demanded that Denmark withdraw its soldiers"
    words = Evidence(start=0, end=len(text), quote=text, part="body")
    demand = msgspec.structs.replace(draft("event", {"actor": asking, "target": "DK"}, type="demand"), evidence=words)
    within = msgspec.structs.replace(
        draft("event", roles, type="withdraw", modality="required"),
        evidence=Evidence(start=14, end=len(text), quote=text[14:], part="body"),
    )
    alone = msgspec.structs.replace(
        within, evidence=Evidence(start=70, end=92, quote="Denmark must withdraw.", part="body")
    )
    head = danes.heads["wire"]
    checked = picture.check(head, [words, alone.evidence], [demand, within, alone], asked(danes), danes.heads)
    assert [one.verdict for one in checked.sentences] == [verdict, "contradicted"]


def test_who_is_called_by_a_post_holds_it_where_what_befell_him_is_held(news: Newsroom) -> None:
    news.report("wire", "2022-01-31", "wire")
    told = {"actor": "ML", "target": "person:joel-meyer"}
    news.says("wire", "event", told, type="expel", function="ambassador", time=on("2022-01-31"))
    held = asked(news)
    assert verdict(held.find(draft("post", {"person": "person:joel-meyer"}, function="ambassador"))) == (
        "supported",
        (),
    )
    assert held.find(draft("post", {"person": "person:joel-meyer"}, function="spokesperson")).verdict == "unknown"
    assert held.find(draft("post", {"person": "person:jane-doe"}, function="ambassador")).verdict == "unknown"
