"""What held, as analysts would say it: who says what, who copies whom, what is over, what is only planned."""

from __future__ import annotations

import random
import time as clock
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from missionwatch import picture
from missionwatch.records import EntityRef, Evidence, MissionPicture, ReportHead, Statement
from tests.picture.conftest import THEATRE, Newsroom, on, people

if TYPE_CHECKING:
    from missionwatch.records import Claim, Picture

DANES = {"contributor": "DK", "mission": "mission:takuba"}


def takuba(seen: Picture) -> MissionPicture:
    return seen.missions[0]


def only(claims: tuple[Claim, ...]) -> Claim:
    (claim,) = claims
    return claim


def test_different_numbers_at_one_time_are_disputed_with_who_says_what(news: Newsroom) -> None:
    news.says(news.report("a", "2022-01-18", "paper"), "contribution", DANES, quantity=people(90))
    news.says(news.report("b", "2022-01-26", "wire"), "contribution", DANES, quantity=people(105))
    claim = only(takuba(news.picture()).contributions)
    assert [(v.field, v.said) for v in claim.disputed] == [("quantity", "90"), ("quantity", "105")]
    assert claim.credibility == 4


def test_about_a_hundred_and_a_hundred_and_five_are_no_dispute(news: Newsroom) -> None:
    news.says(news.report("a", "2022-01-18", "paper"), "contribution", DANES, quantity=people(100, "about"))
    news.says(news.report("b", "2022-01-26", "wire"), "contribution", DANES, quantity=people(105))
    claim = only(takuba(news.picture()).contributions)
    assert (claim.disputed, claim.voices, claim.credibility) == ((), 2, 1)


def test_a_later_number_replaces_an_earlier_one(news: Newsroom) -> None:
    news.says(news.report("a", "2021-10-01"), "contribution", DANES, quantity=people(20))
    news.says(news.report("b", "2022-01-26"), "contribution", DANES, quantity=people(105))
    claim = only(takuba(news.picture()).contributions)
    assert claim.statement.quantity is not None
    assert (claim.statement.quantity.value, claim.disputed) == (105, ())


def test_copies_are_one_voice(news: Newsroom) -> None:
    for name, source in (("a", "wire"), ("b", "paper"), ("c", "blog")):
        copied = {} if name == "a" else {"copy_of": "a"}
        news.says(
            news.report(name, "2022-01-26", source, **copied), "event", {"actor": "ML", "target": "FR"}, type="expel"
        )
    claim = only(news.picture().general.developments)
    assert (len(claim.support), claim.voices, claim.credibility) == (3, 1, 3)


def test_a_correction_replaces_what_it_corrects(news: Newsroom) -> None:
    news.says(news.report("a", "2022-01-18"), "contribution", DANES, quantity=people(90))
    news.says(news.report("b", "2022-02-01", corrects="a"), "contribution", DANES, quantity=people(105))
    claim = only(takuba(news.picture()).contributions)
    assert [s.report for s in claim.support] == ["b"]
    assert [s.report for s in claim.corrected] == ["a"]
    assert claim.disputed == ()


def test_a_denial_stands_against_and_makes_it_doubtful(news: Newsroom) -> None:
    there = {"actor": "group:wagner", "place": "ML"}
    news.says(news.report("a", "2022-01-18", "wire"), "presence", there)
    news.says(news.report("b", "2022-01-19", "paper"), "presence", there)
    news.says(news.report("c", "2022-01-20", "gov"), "presence", there, negated=True, holders=["ML/government"])
    claim = only(news.picture().presences)
    assert (claim.voices, len(claim.against), claim.credibility) == (2, 1, 4)
    only_denied = Newsroom()
    only_denied.says(only_denied.report("c", "2022-01-20", "gov"), "presence", there, negated=True)
    assert only(only_denied.picture().presences).statement.negated


def test_hearsay_and_unknown_sources_weigh_little(news: Newsroom) -> None:
    news.says(
        news.report("a", "2022-02-01", "wire"), "event", {"actor": "ML", "target": "FR"}, type="threaten", hearsay=True
    )
    news.says(news.report("b", "2022-02-01", "blog"), "event", {"actor": "ML", "target": "DK"}, type="threaten")
    grades = {c.statement.report: c.credibility for c in news.picture().general.developments}
    assert grades == {"a": 4, "b": 6}


def test_a_plan_is_no_fact_until_it_is_one(news: Newsroom) -> None:
    leaving = {"actor": "SE", "mission": "mission:takuba"}
    news.says(
        news.report("a", "2022-01-14"), "event", leaving, type="withdraw", modality="planned", time=on("2022-03-01")
    )
    before = takuba(news.picture("2022-02-08"))
    assert [day.earliest for day in before.calendar] == ["2022-03-01"]
    assert before.developments == ()
    news.says(news.report("b", "2022-03-02"), "event", leaving, type="withdraw", time=on("2022-03-01"))
    after = takuba(news.picture("2022-03-05"))
    assert [c.statement.modality for c in after.developments] == ["actual"]
    assert after.calendar == ()


def test_a_demand_supports_no_plan_and_a_possibility_none_either(news: Newsroom) -> None:
    leaving = {"actor": "SE", "mission": "mission:takuba"}
    news.says(news.report("a", "2022-01-14", "gov"), "event", leaving, type="withdraw", modality="planned")
    news.says(
        news.report("b", "2022-01-15", "wire"), "event", leaving, type="withdraw", modality="required", holders=["ML"]
    )
    news.says(news.report("c", "2022-01-13", "paper"), "event", leaving, type="withdraw", modality="required")
    told = {c.statement.modality: c for c in takuba(news.picture()).developments}
    assert {mode: {s.report for s in c.support} for mode, c in told.items()} == {
        "planned": {"a"},
        "required": {"b", "c"},
    }
    assert (told["planned"].voices, told["planned"].credibility) == (1, 2)
    news.says(news.report("d", "2022-01-12", "blog"), "event", leaving, type="withdraw", modality="possible")
    earlier, later = takuba(news.picture("2022-01-13")), takuba(news.picture())
    assert {c.statement.modality for c in earlier.developments} == {"possible", "required"}
    assert {c.statement.modality for c in later.developments} == {"planned", "required"}  # what may be became a plan
    news.says(news.report("e", "2022-02-01", "gov"), "event", leaving, type="withdraw")
    assert {c.statement.modality for c in takuba(news.picture()).developments} == {"actual"}


def test_what_must_be_done_in_a_report_that_plans_it_belongs_to_the_plan(news: Newsroom) -> None:
    leaving = {"actor": "SE", "mission": "mission:takuba"}
    report = news.report("a", "2022-01-14", "gov")
    news.says(report, "event", leaving, type="withdraw", modality="required")  # "it must take four months"
    news.says(report, "event", leaving, type="withdraw", modality="planned")
    news.says(report, "event", leaving, type="withdraw", modality="required", holders=["ML"])
    told = {c.statement.modality: len(c.support) for c in takuba(news.picture()).developments}
    assert told == {"planned": 2, "required": 1}


def test_who_left_contributes_no_more(news: Newsroom) -> None:
    news.says(news.report("a", "2022-01-18"), "contribution", DANES, quantity=people(105))
    assert len(takuba(news.picture("2022-01-20")).contributions) == 1
    news.says(
        news.report("b", "2022-02-25"), "event", {"actor": "DK", "place": "ML"}, type="withdraw", time=on("2022-02-22")
    )
    assert takuba(news.picture("2022-03-01")).contributions == ()


def test_a_withdrawal_without_a_date_takes_some_weeks(news: Newsroom) -> None:
    news.says(news.report("a", "2022-01-18"), "contribution", DANES, quantity=people(105))
    news.says(news.report("b", "2022-01-28"), "event", {"actor": "DK", "mission": "mission:takuba"}, type="withdraw")
    assert len(takuba(news.picture("2022-02-08")).contributions) == 1
    assert takuba(news.picture("2022-03-01")).contributions == ()


def test_a_contribution_ends_when_its_period_does(news: Newsroom) -> None:
    ours = {"contributor": "NL", "mission": "mission:minusma"}
    news.says(news.report("a", "2022-02-07"), "contribution", ours, quantity=people(90))
    news.says("a", "period", ours, subject="contribution", time=on("2022-05-11", "2022-05-20", "until"))
    early, late = news.picture("2022-03-01").missions[1], news.picture("2022-06-01").missions[1]
    assert (len(early.own), [day.latest for day in early.calendar]) == (1, ["2022-05-20"])
    assert (late.own, late.calendar) == ((), ())


def test_a_caption_and_background_are_no_news(news: Newsroom) -> None:
    news.says(news.report("a", "2022-02-07"), "contribution", DANES, part="caption")
    news.says("a", "contribution", {"contributor": "SE", "mission": "mission:takuba"}, background=True)
    assert takuba(news.picture()).contributions == ()


def test_two_reports_of_one_event_are_one_and_two_events_are_two(news: Newsroom) -> None:
    attack = {"target": "mission:minusma", "mission": "mission:minusma"}
    news.says(
        news.report("a", "2022-01-10", "wire"), "event", attack, type="attack", time=on("2022-01-09"), killed=people(2)
    )
    news.says(news.report("b", "2022-01-11", "paper"), "event", attack, type="attack", killed=people(2))
    news.says(
        news.report("c", "2022-01-30", "paper"), "event", attack, type="attack", time=on("2022-01-29"), killed=people(1)
    )
    claims = news.picture().missions[1].developments
    assert [len(claim.support) for claim in claims] == [1, 2]


def test_a_withdrawal_that_is_told_and_then_carried_out_is_one(news: Newsroom) -> None:
    danes = {"actor": "DK", "mission": "mission:takuba"}
    news.says(news.report("a", "2022-01-28", "gov"), "event", danes | {"instigator": "ML"}, type="withdraw")
    early = news.picture("2022-02-08")
    news.says(news.report("b", "2022-02-25"), "event", danes | {"place": "ML"}, type="withdraw", time=on("2022-02-22"))
    news.says(news.report("c", "2022-05-01"), "event", danes, type="withdraw", time=on("2022-04-28"))  # another
    claim = only(takuba(news.picture("2022-03-01")).developments)
    assert claim.id == only(takuba(early).developments).id
    assert (claim.statement.report, claim.first) == ("b", date(2022, 1, 28))
    assert (claim.voices, claim.credibility) == (1, 3)  # who announced it does not confirm that it was done
    seen = news.picture("2022-03-01")
    assert [one.counts for one in picture.weigh(claim, seen.theatre, seen.reports).support] == [True, False]
    assert [ref.id for ref in claim.role("instigator")] == ["state:ML"]  # who told it first says at whose request
    changed = picture.changes(early, seen)
    assert [(c.kind, c.after.statement.report) for c in changed if c.after] == [("new", "b")]
    assert [len(c.support) for c in takuba(news.picture("2022-05-05")).developments] == [1, 2]


def test_a_mission_holds_each_claim_once(news: Newsroom) -> None:
    news.says(
        news.report("a", "2022-02-01"),
        "contribution",
        {"contributor": "NL", "mission": "mission:takuba"},
        quantity=people(2),
    )
    attack = {"target": "mission:takuba", "mission": "mission:takuba"}
    news.says(news.report("b", "2022-02-02"), "event", attack, type="attack")
    news.says(
        news.report("c", "2022-02-02"),
        "period",
        {"mission": "mission:takuba"},
        subject="mission",
        time=on("2022-06-30", relation="until"),
    )
    mission = takuba(news.picture())
    assert (len(mission.own), len(mission.incidents), len(mission.calendar)) == (1, 1, 1)
    assert [claim.predicate for claim in mission.claims] == ["period", "contribution", "event"]


def test_what_has_nothing_to_do_with_the_theatre_is_left_out(news: Newsroom) -> None:
    news.says(news.report("a", "2022-02-07"), "event", {"actor": "RU", "target": "UA"}, type="attack")
    news.says("a", "contribution", {"contributor": "NL", "mission": "mission:kfor"})
    seen = news.picture()
    assert seen.general.developments == ()
    assert seen.reports == {}


def test_changes_say_what_is_new_confirmed_disputed_corrected_and_ended(news: Newsroom) -> None:
    expel = {"actor": "ML", "target": "FR"}
    news.says(news.report("a", "2022-01-31", "paper"), "event", expel, type="expel")
    news.says(news.report("b", "2022-01-18"), "contribution", DANES, quantity=people(90))
    first = news.picture("2022-02-01")
    news.says(news.report("c", "2022-02-03", "wire"), "event", expel, type="expel")
    news.says(
        news.report("d", "2022-02-04"),
        "event",
        {"actor": "DK", "mission": "mission:takuba"},
        type="withdraw",
        time=on("2022-02-04"),
    )
    second = news.picture("2022-02-10")
    found = {(c.kind, (c.after or c.before).predicate) for c in picture.changes(first, second)}  # type: ignore[union-attr]
    assert found == {("confirmed", "event"), ("new", "event"), ("ended", "contribution")}
    assert picture.changes(second, second) == ()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False))
def test_the_order_of_statements_makes_no_difference(news: Newsroom, shuffle: random.Random) -> None:
    if not news.statements:
        for n, source in enumerate(("gov", "wire", "paper", "blog")):
            report = news.report(f"r{n}", f"2022-01-{10 + n}", source)
            news.says(report, "contribution", DANES, quantity=people(90 + 5 * n))
            news.says(report, "event", {"actor": "ML", "target": "FR"}, type="expel", negated=n == 3)
            news.says(report, "presence", {"actor": "group:wagner", "place": "ML"}, hearsay=n == 2)
            news.says(report, "strength", {"mission": "mission:minusma"}, quantity=people(14000, "about"))
    expected = msgspec.to_builtins(news.picture())
    shuffle.shuffle(news.statements)
    assert msgspec.to_builtins(news.picture()) == expected


def _many(count: int) -> tuple[list[Statement], dict[str, ReportHead]]:
    rng = random.Random(1)  # noqa: S311 - a load, not a secret
    heads: dict[str, ReportHead] = {}
    statements: list[Statement] = []
    states = [
        EntityRef(text=c, id=f"state:{c}", kind="state", country=c)
        for c in ("DK", "SE", "NO", "FR", "DE", "EE", "ML", "NL")
    ]
    missions = [EntityRef(text=m, id=m, kind="mission") for m in THEATRE.missions]
    types = (
        "attack",
        "withdraw",
        "deploy",
        "expel",
        "obstruct",
        "consult",
        "demand",
        "sanction",
        "deny_access",
        "detain",
    )
    while len(statements) < count:
        name = f"r{len(heads)}"
        day = date(2021, 1, 1) + timedelta(days=rng.randrange(400))
        heads[name] = ReportHead(
            id=name, title=name, language="en", published=day, source=rng.choice(["gov", "wire", "paper"])
        )
        for n in range(12):
            quote = f"{name}.{n}"
            roles = {"actor": (rng.choice(states),), "mission": (rng.choice(missions),)}
            event = n % 3 != 0
            statements.append(
                Statement.of(
                    report=name,
                    predicate="event" if event else "contribution",
                    type=rng.choice(types) if event else None,
                    roles=roles if event else {"contributor": roles["actor"], "mission": roles["mission"]},
                    quantity=None if event else people(rng.randrange(10, 200)),
                    evidence=Evidence(n * 10, n * 10 + len(quote), quote, "body"),
                    reader="r",
                    confidence=0.9,
                )
            )
    return statements, heads


def test_time_grows_with_the_statements_and_not_with_their_square() -> None:
    statements, heads = _many(50_000)
    small, small_heads = statements[:5_000], heads
    known = datetime(2022, 2, 8, tzinfo=UTC)

    def took(said: list[Statement], known_heads: dict[str, ReportHead]) -> float:
        start = clock.process_time()  # others may be at work on the machine
        picture.build(THEATRE, said, known_heads, as_of=date(2022, 2, 8), known_at=known)
        return clock.process_time() - start

    took(small, small_heads)
    ratio = took(statements, heads) / took(small, small_heads)
    assert ratio < 25, f"ten times the statements took {ratio:.1f} times as long"
