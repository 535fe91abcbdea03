"""Hard cases of what is one claim, whose voice counts, and what becomes of bad input."""

from __future__ import annotations

import time as clock
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from missionwatch import picture
from tests.picture.conftest import THEATRE, Newsroom, on, people

if TYPE_CHECKING:
    from missionwatch.records import Claim, Picture

DANES = {"contributor": "DK", "mission": "mission:takuba"}
MALI = {"actor": "ML", "target": "FR"}


def only(claims: tuple[Claim, ...]) -> Claim:
    (claim,) = claims
    return claim


def why(seen: Picture, claim: Claim) -> list[tuple[str, bool, str]]:
    found = picture.weigh(claim, seen.theatre, seen.reports)
    assert found.credibility == claim.credibility
    return [(one.report.id, one.counts, one.origin) for one in found.support]


def test_one_contribution_in_three_languages_is_one_claim(news: Newsroom) -> None:
    for name, language, source in (("a", "nl", "paper"), ("b", "en", "wire"), ("c", "fr", "gov")):
        news.says(
            news.report(name, "2022-01-20", source, language=language), "contribution", DANES, quantity=people(105)
        )
    claim = only(news.picture().missions[0].contributions)
    assert (len(claim.support), claim.voices, claim.credibility) == (3, 3, 1)


def test_a_post_told_by_function_by_name_and_by_both_is_one_post(news: Newsroom) -> None:
    who, where = "person:kees-matthijssen", "mission:minusma"
    news.says(
        news.report("a", "2022-01-10", "wire"), "post", {"person": who, "mission": where}, function="force-commander"
    )
    news.says(news.report("b", "2022-01-12", "paper"), "post", {"person": who, "mission": where})
    news.says(news.report("c", "2022-01-14", "gov"), "post", {"mission": where}, function="force-commander")
    claim = only(news.picture().missions[1].posts)
    assert (len(claim.support), claim.voices, claim.disputed) == (3, 3, ())


def test_a_name_alone_is_no_function_while_nobody_says_which(news: Newsroom) -> None:
    who, where = "person:kees-matthijssen", "mission:minusma"
    news.says(news.report("b", "2022-01-12"), "post", {"person": who, "mission": where})
    news.says(news.report("c", "2022-01-14", "gov"), "post", {"mission": where}, function="force-commander")
    assert len(news.picture().missions[1].posts) == 2


def test_an_event_told_by_its_day_and_by_its_month_is_one_and_the_next_is_another(news: Newsroom) -> None:
    attack = {"target": "mission:minusma", "mission": "mission:minusma"}
    news.says(news.report("a", "2022-01-10", "wire"), "event", attack, type="attack", time=on("2022-01-09"))
    news.says(
        news.report("b", "2022-01-12", "paper"), "event", attack, type="attack", time=on("2022-01-01", "2022-01-31")
    )
    news.says(news.report("c", "2022-01-30", "gov"), "event", attack, type="attack", time=on("2022-01-29"))
    assert sorted(len(claim.support) for claim in news.picture().missions[1].developments) == [1, 2]


def test_papers_that_quote_one_minister_are_one_voice_and_his_own_site_is_no_second(news: Newsroom) -> None:
    for name, source in (("a", "wire"), ("b", "paper"), ("c", "blog")):
        news.says(news.report(name, "2022-01-26", source), "event", MALI, type="expel", holders=["ML/government"])
    seen = news.picture()
    claim = only(seen.general.developments)
    assert (claim.voices, claim.credibility) == (1, 3)
    assert sum(counts for _, counts, _ in why(seen, claim)) == 1
    assert {origin for _, _, origin in why(seen, claim)} == {"state:ML"}
    words = [one.why for one in picture.weigh(claim, seen.theatre, seen.reports).support]
    assert (
        sorted(words)
        == [
            "the word of Mali (state:ML): a voice of its own",
            *["the word of Mali (state:ML), which counts already"] * 2,
        ][::-1]
    )
    news.says(news.report("d", "2022-01-27", "paper"), "event", MALI, type="expel", holders=["FR/armed_forces"])
    assert only(news.picture().general.developments).voices == 2
    theatre = msgspec.structs.replace(
        THEATRE,
        sources=tuple(msgspec.structs.replace(s, country="ML") if s.id == "gov" else s for s in THEATRE.sources),
    )
    news.says(news.report("e", "2022-01-28", "gov"), "event", MALI, type="expel")
    own = picture.build(theatre, news.statements, news.heads, as_of=date(2022, 2, 8), known_at=seen.known_at)
    assert only(own.general.developments).voices == 2


def test_one_agency_that_quotes_two_parties_is_one_voice(news: Newsroom) -> None:
    news.says(news.report("a", "2022-01-26", "wire"), "event", MALI, type="expel", holders=["ML/government"])
    news.says(news.report("b", "2022-01-27", "wire"), "event", MALI, type="expel", holders=["FR/government"])
    assert only(news.picture().general.developments).voices == 1
    news.says(news.report("c", "2022-01-27", "paper"), "event", MALI, type="expel", holders=["ML/government"])
    assert only(news.picture().general.developments).voices == 2  # the agency for France, the paper for Mali


def test_hearsay_confirms_nothing(news: Newsroom) -> None:
    news.says(news.report("a", "2022-01-26", "wire"), "event", MALI, type="expel")
    news.says(news.report("b", "2022-01-26", "gov"), "event", MALI, type="expel", hearsay=True)
    claim = only(news.picture().general.developments)
    assert (claim.voices, claim.credibility) == (1, 3)


def test_a_later_better_source_does_not_erase(news: Newsroom) -> None:
    news.says(news.report("a", "2022-01-18", "blog"), "contribution", DANES, quantity=people(90))
    news.says(news.report("b", "2022-01-26", "gov"), "contribution", DANES, quantity=people(105))
    claim = only(news.picture().missions[0].contributions)
    assert claim.statement.report == "b"
    assert {value.said for value in claim.disputed} == {"90", "105"}
    later = news.picture("2022-06-01")
    view = picture.View.of(THEATRE, news.statements, news.heads)
    news.says(news.report("c", "2022-05-26", "gov"), "contribution", DANES, quantity=people(60))
    view = picture.View.of(THEATRE, news.statements, news.heads)
    (found,) = (one for one in view.find("", date(2022, 6, 1), later.known_at) if one.claim.predicate == "contribution")
    made = picture.weigh(found.claim, THEATRE, view.heads, found.earlier)
    assert [one.statement.report for one in made.earlier] == ["b", "a"]  # what was said before is shown, not lost


def test_a_party_that_says_another_number_later_disputes_nobody(news: Newsroom) -> None:
    news.says(
        news.report("a", "2022-01-18", "wire"), "contribution", DANES, quantity=people(90), holders=["DK/government"]
    )
    news.says(
        news.report("b", "2022-01-26", "paper"),
        "contribution",
        DANES,
        quantity=people(105),
        holders=["DK/armed_forces"],
    )
    claim = only(news.picture().missions[0].contributions)
    assert (claim.disputed, [s.report for s in claim.support]) == ((), ["b"])


def test_only_those_who_say_what_is_shown_make_it_credible(news: Newsroom) -> None:
    raid = {"target": "mission:minusma", "mission": "mission:minusma"}
    said = {"type": "attack", "time": on("2022-02-01")}
    news.says(news.report("a", "2022-02-01", "wire"), "event", raid, killed=people(12), holders=["ML"], **said)
    news.says(news.report("b", "2022-02-03", "blog"), "event", raid, killed=people(20), holders=["ML"], **said)
    claim = only(news.picture().missions[1].developments)
    # Mali's word is now 20, and only a blog brings it: the agency that brought its 12 vouches for nothing that is shown
    assert [s.report for s in claim.support] == ["b"]
    assert (claim.statement.killed, claim.disputed, claim.voices, claim.credibility) == (people(20), (), 1, 6)
    assert claim.first == date(2022, 2, 1)  # when it was first told that it happened
    news.says(news.report("c", "2022-02-04", "paper"), "event", raid, killed=people(20), **said)
    assert only(news.picture().missions[1].developments).voices == 2


def test_what_nobody_says_any_more_is_stale_shown_and_no_change(news: Newsroom) -> None:
    news.says(news.report("a", "2021-01-18", "gov"), "contribution", DANES, quantity=people(105))
    fresh, stale = news.picture("2021-06-01"), news.picture("2022-06-01")
    before, after = only(fresh.missions[0].contributions), only(stale.missions[0].contributions)
    assert (before.stale, after.stale) == (False, True)
    assert before.credibility == after.credibility
    assert picture.changes(fresh, stale) == ()
    assert (fresh.missions[0].state, stale.missions[0].state) == ("active", "unknown")


def test_two_reports_that_correct_each_other_leave_the_later(news: Newsroom) -> None:
    news.says(news.report("a", "2022-01-18", corrects="b"), "contribution", DANES, quantity=people(90))
    news.says(news.report("b", "2022-01-20", corrects="a"), "contribution", DANES, quantity=people(105))
    claim = only(news.picture().missions[0].contributions)
    assert ([s.report for s in claim.support], [s.report for s in claim.corrected]) == (["b"], ["a"])


def test_a_circle_of_three_and_a_report_that_corrects_itself(news: Newsroom) -> None:
    for name, corrects, day in (("a", "c", "18"), ("b", "a", "19"), ("c", "b", "20")):
        news.says(news.report(name, f"2022-01-{day}", corrects=corrects), "contribution", DANES, quantity=people(90))
    assert [s.report for s in only(news.picture().missions[0].contributions).support] == ["c"]
    alone = Newsroom()
    alone.says(alone.report("a", "2022-01-18", corrects="a"), "contribution", DANES, quantity=people(90))
    assert len(only(alone.picture().missions[0].contributions).support) == 1


def test_the_future_is_not_shown_and_the_undated_counts_from_when_it_was_booked(news: Newsroom) -> None:
    news.says(news.report("a", "2022-03-18"), "contribution", DANES, quantity=people(90))
    undated = msgspec.structs.replace(news.heads["a"], id="u", published=None, valid_from=date(2022, 2, 1))
    news.heads["u"] = undated
    news.says("u", "event", MALI, type="expel")
    seen = news.picture("2022-02-08")
    assert seen.missions[0].contributions == ()
    assert only(seen.general.developments).last == date(2022, 2, 1)
    assert news.picture("2022-01-31").general.developments == ()
    assert news.picture("2022-07-31").general.developments == ()  # it fades like any other
    news.heads["n"] = msgspec.structs.replace(undated, id="n", valid_from=None)
    news.says("n", "event", {"actor": "ML", "target": "DK"}, type="expel")
    assert len(news.picture("2022-02-08").general.developments) == 1  # nobody knows when: it is no news


def test_a_statement_that_says_nothing_but_its_predicate(news: Newsroom) -> None:
    for predicate in ("contribution", "strength", "post", "period", "presence", "risk", "question", "interest"):
        news.says(news.report(f"r-{predicate}", "2022-01-18"), predicate, {"mission": "mission:takuba"})
    news.says("r-risk", "event", {"mission": "mission:takuba"}, type="attack", negated=True)
    assert only(news.picture().missions[0].developments).statement.negated


def test_thirty_thousand_statements_on_one_mission_take_seconds_and_not_hours(news: Newsroom) -> None:
    heads = [news.report(f"r{n}", date.fromordinal(738000 + n % 400).isoformat(), "wire") for n in range(300)]
    attack = {"target": "mission:minusma", "mission": "mission:minusma"}
    said = news.says(heads[0], "event", attack, type="attack")
    strength = news.says(heads[0], "strength", {"mission": "mission:minusma"}, quantity=people(14_000))
    news.statements = [
        msgspec.structs.replace(one, id=f"{name}.{n}.{one.predicate}", report=name)
        for name in heads for n in range(50) for one in (said, strength)
    ]  # fmt: skip
    began = clock.process_time()
    seen = news.picture(date.fromordinal(738390).isoformat())
    assert only(seen.missions[1].strength).voices == 1
    assert clock.process_time() - began < 60
