"""Where a mission stands, what befell it, which risks hang together: only what is stated, else unknown."""

from __future__ import annotations

import pytest

from missionwatch import flow, picture
from missionwatch.records import Picture, Theatre
from tests.picture.conftest import Newsroom, on, people

TAKUBA = "mission:takuba"
MINUSMA = "mission:minusma"


def state(seen: Picture, mission: str = TAKUBA) -> tuple[str, list[str]]:
    (found,) = (one for one in seen.missions if one.mission.id == mission)
    return found.state, [claim.type or claim.predicate for claim in found.state_by]


def test_a_mission_nobody_speaks_of_is_unknown(news: Newsroom) -> None:
    seen = news.picture()
    assert state(seen) == ("unknown", [])
    assert (seen.missions[0].incidents, seen.chains, seen.over) == ((), (), ())


def test_a_mission_goes_from_planned_to_ended(news: Newsroom) -> None:
    news.says(
        news.report("a", "2020-01-10"),
        "period",
        {"mission": TAKUBA},
        subject="mission",
        time=on("2020-03-27", relation="since"),
    )
    assert state(news.picture("2020-02-01"))[0] == "planned"
    news.says(news.report("b", "2020-04-10"), "strength", {"mission": TAKUBA}, quantity=people(100))
    assert state(news.picture("2020-05-01")) == ("active", ["strength"])
    news.says(news.report("c", "2022-01-10"), "leadership", {"mission": TAKUBA, "leader": "FR"})
    news.says(
        news.report("d", "2022-02-17"), "event", {"actor": "FR", "mission": TAKUBA}, type="withdraw", modality="planned"
    )
    assert state(news.picture("2022-02-18")) == ("ending", ["withdraw"])
    news.says(
        news.report("e", "2022-07-01"), "event", {"actor": "FR", "target": TAKUBA}, type="end", time=on("2022-06-30")
    )
    assert state(news.picture("2022-07-05")) == ("ended", ["end"])
    assert state(news.picture("2024-07-05")) == ("ended", ["end"])  # long after it is news


def test_one_contributor_that_leaves_or_suspends_is_not_the_mission(news: Newsroom) -> None:
    news.says(news.report("a", "2022-01-10"), "strength", {"mission": TAKUBA}, quantity=people(900))
    news.says(news.report("b", "2022-01-28"), "event", {"actor": "DK", "mission": TAKUBA}, type="withdraw")
    news.says(news.report("c", "2022-01-28"), "event", {"actor": "SE", "mission": TAKUBA}, type="suspend")
    assert state(news.picture()) == ("active", ["strength"])


def test_a_mission_that_leaves_a_town_goes_on(news: Newsroom) -> None:
    news.says(news.report("a", "2022-01-10"), "strength", {"mission": MINUSMA}, quantity=people(13000))
    leaving = {"actor": MINUSMA, "mission": MINUSMA}
    news.says(news.report("b", "2022-01-28"), "event", leaving | {"place": "place:kidal"}, type="withdraw")
    assert state(news.picture(), MINUSMA) == ("active", ["strength"])
    news.says(news.report("c", "2022-02-01"), "event", leaving | {"place": "ML"}, type="withdraw", modality="planned")
    assert state(news.picture(), MINUSMA) == ("ending", ["withdraw"])


@pytest.mark.parametrize("modality", ["required", "possible", "conditional"])
def test_what_is_demanded_or_weighed_is_no_announcement(news: Newsroom, modality: str) -> None:
    news.says(news.report("a", "2022-01-10"), "strength", {"mission": TAKUBA}, quantity=people(900))
    news.says(news.report("b", "2022-01-10"), "leadership", {"mission": TAKUBA, "leader": "FR"})
    leaving = {"actor": "FR", "mission": TAKUBA}
    news.says(news.report("c", "2022-02-01"), "event", leaving, type="withdraw", modality=modality, holders=["ML"])
    assert state(news.picture()) == ("active", ["strength"])
    news.says(news.report("d", "2022-02-02"), "event", leaving, type="withdraw", modality="planned")
    assert state(news.picture()) == ("ending", ["withdraw"])


def test_suspended_until_it_is_resumed(news: Newsroom) -> None:
    stop = {"actor": "organisation:un", "mission": MINUSMA}
    news.says(news.report("a", "2022-01-10"), "event", stop, type="suspend", time=on("2022-01-10"))
    assert state(news.picture("2022-12-01"), MINUSMA) == ("suspended", ["suspend"])
    news.says(news.report("b", "2022-12-10"), "event", stop, type="resume", time=on("2022-12-10"))
    news.says("b", "contribution", {"contributor": "DE", "mission": MINUSMA}, quantity=people(10))
    assert state(news.picture("2022-12-11"), MINUSMA) == ("active", ["contribution"])


def test_a_denied_end_and_a_period_that_was_extended_end_nothing(news: Newsroom) -> None:
    news.says(news.report("a", "2022-01-10"), "strength", {"mission": MINUSMA}, quantity=people(900))
    news.says(news.report("b", "2022-01-10"), "event", {"target": MINUSMA}, type="end", negated=True)
    news.says("a", "period", {"mission": MINUSMA}, subject="mission", time=on("2022-06-30", relation="until"))
    assert state(news.picture("2022-06-01"), MINUSMA)[0] == "active"
    assert state(news.picture("2022-07-05"), MINUSMA) == ("ended", ["period"])
    news.says(
        news.report("c", "2022-06-29"),
        "event",
        {"actor": "organisation:un", "mission": MINUSMA},
        type="extend",
        time=on("2022-06-29"),
    )
    news.says("c", "strength", {"mission": MINUSMA}, quantity=people(900))
    news.says("c", "period", {"mission": MINUSMA}, subject="mission", time=on("2023-06-30", relation="until"))
    assert state(news.picture("2022-07-05"), MINUSMA)[0] == "active"


def test_incidents_are_what_is_done_to_a_mission(news: Newsroom) -> None:
    news.says(news.report("a", "2022-01-10"), "event", {"target": MINUSMA, "mission": MINUSMA}, type="attack")
    news.says(news.report("b", "2022-01-12"), "event", {"actor": MINUSMA, "mission": MINUSMA}, type="attack")
    news.says(news.report("c", "2022-01-14"), "event", {"target": MINUSMA}, type="visit")
    news.says(
        news.report("d", "2022-01-15"),
        "event",
        {"actor": "ML", "target": MINUSMA},
        type="deny_access",
        modality="planned",
    )
    assert [claim.statement.report for claim in news.picture().missions[1].incidents] == ["a"]


def test_risks_hang_together_and_circles_end(news: Newsroom) -> None:
    def risk(report: str, cause: str, effect: str, target: str) -> None:
        news.says(
            news.report(report, "2022-01-10"), "risk", {"place": "ML", "target": target}, cause=(cause,), effect=(effect,),
            modality="possible",
        )  # fmt: skip

    risk("a", "poverty", "instability", "ML")
    assert news.picture().chains == ()
    risk("b", "instability", "irregular-migration", "NL")
    (chain,) = news.picture().chains
    assert chain.hazards == ("poverty", "instability", "irregular-migration")
    assert ([claim.statement.report for claim in chain.claims], [ref.country for ref in chain.targets]) == (
        ["a", "b"],
        ["NL"],
    )
    risk("c", "irregular-migration", "poverty", "NL")
    found = news.picture().chains
    assert all(len(set(chain.hazards)) == len(chain.hazards) for chain in found)
    assert found


def test_changes_tell_an_end_from_a_correction_and_know_an_event_that_was_told_earlier(news: Newsroom) -> None:
    danes = {"contributor": "DK", "mission": TAKUBA}
    said = news.says(news.report("a", "2022-01-18"), "contribution", danes, quantity=people(90))
    news.says(news.report("b", "2022-01-20", "wire"), "event", {"actor": "ML", "target": "FR"}, type="expel")
    before = news.picture("2022-02-01")
    news.statements.remove(said)  # a person rejected it
    news.says(news.report("c", "2022-01-18", "gov"), "event", {"actor": "ML", "target": "FR"}, type="expel")
    after = news.picture("2022-02-01")
    kinds = [(change.kind, (change.after or change.before).predicate) for change in picture.changes(before, after)]  # type: ignore[union-attr]
    assert sorted(kinds) == [("confirmed", "event"), ("corrected", "contribution")]
    news.says("a", "contribution", danes, quantity=people(90))
    news.says(
        news.report("d", "2022-02-25"), "event", {"actor": "DK", "place": "ML"}, type="withdraw", time=on("2022-02-22")
    )
    over = news.picture("2022-03-01")
    assert [claim.predicate for claim in over.over] == ["contribution"]
    ended = [c for c in picture.changes(news.picture("2022-02-01"), over) if c.kind == "ended"]
    assert [c.before.predicate for c in ended if c.before] == ["contribution"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_edges_of_time(news: Newsroom, day: str) -> None:
    news.says(news.report("a", "2022-01-10"), "strength", {"mission": TAKUBA}, quantity=people(900))
    news.says("a", "event", {"target": TAKUBA}, type="attack", time=on("0001-01-01", "9999-12-31"))
    assert isinstance(news.picture(day).theatre, Theatre)
    assert flow.end_of(news.picture(day).as_of) == news.picture(day).known_at


def test_a_mission_that_ended_ends_nobody_elses_stay_in_the_country(news: Newsroom) -> None:
    letter = news.report("a", "2022-01-10")
    news.says(letter, "contribution", {"contributor": "NL", "mission": MINUSMA}, quantity=people(90))
    news.says(
        news.report("b", "2022-01-20"),
        "event",
        {"mission": TAKUBA, "place": "ML"},
        type="end",
        time=on("2022-01-20"),
    )
    seen = news.picture()
    assert seen.over == ()
    assert state(seen, MINUSMA)[0] == "active"


def test_what_one_contributor_ends_is_its_own_part(news: Newsroom) -> None:
    letter = news.report("a", "2022-01-10")
    for who, number in (("DK", 105), ("SE", 150)):
        news.says(letter, "contribution", {"contributor": who, "mission": TAKUBA}, quantity=people(number))
    news.says(
        news.report("b", "2022-01-20"),
        "event",
        {"actor": "SE", "mission": TAKUBA},
        type="end",
        time=on("2022-01-20"),
    )
    over = [claim.statement.role("contributor")[0].country for claim in news.picture().over]
    assert over == ["SE"]


def test_a_denial_leaves_a_plan_standing(news: Newsroom) -> None:
    roles = {"actor": "FR", "mission": TAKUBA}
    news.says(
        news.report("a", "2022-01-10"), "event", roles, type="withdraw", modality="planned", time=on("2022-06-01")
    )
    news.says(news.report("b", "2022-01-20"), "event", roles, type="withdraw", negated=True, time=on("2022-01-19"))
    seen = news.picture()
    assert len(seen.calendar) == 1
    assert state(seen)[0] == "ending"


def test_a_denied_leader_leads_nothing(news: Newsroom) -> None:
    news.says(news.report("a", "2022-01-10"), "leadership", {"leader": "DK", "mission": TAKUBA}, negated=True)
    news.says(
        news.report("b", "2022-01-20"),
        "event",
        {"actor": "DK", "mission": TAKUBA},
        type="withdraw",
        time=on("2022-01-20"),
    )
    assert state(news.picture())[0] != "ending"


def test_what_is_over_knows_what_ended_it(news: Newsroom) -> None:
    news.says(
        news.report("a", "2022-01-18"), "contribution", {"contributor": "DK", "mission": TAKUBA}, quantity=people(90)
    )
    leaving = {"actor": "DK", "mission": TAKUBA}
    news.says(news.report("b", "2022-01-28"), "event", leaving, type="withdraw", time=on("2022-01-28"))
    news.says(news.report("c", "2022-02-25"), "event", leaving, type="withdraw", time=on("2022-02-22"))
    news.says(news.report("d", "2021-12-01"), "contribution", {"contributor": "SE", "mission": TAKUBA})
    news.says(
        "d",
        "period",
        {"contributor": "SE", "mission": TAKUBA},
        subject="contribution",
        time=on("2022-02-10", relation="until"),
    )
    before, after = news.picture("2022-01-20"), news.picture("2022-03-01")
    by = {c.before.statement.report: c.by for c in picture.changes(before, after) if c.kind == "ended" and c.before}
    assert {one: [s.report for s in end.support] for one, end in by.items() if end} == {"a": ["c"], "d": ["d"]}
    assert {one: end.predicate for one, end in by.items() if end} == {"a": "event", "d": "period"}
    assert {"a", "c", "d"} <= after.reports.keys()
