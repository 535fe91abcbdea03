"""Briefings: what is said, in whose words, with which footnotes; nothing without one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from missionwatch import assessment, briefing, flow
from missionwatch.briefing.patterns import Words, fill, load, sentence
from missionwatch.errors import UnknownLanguageError
from missionwatch.records import EVENT_TYPES, GRADES, HAZARDS, OPTIONS, PURPOSES, Asset, Briefing, Likelihood, Sentence
from tests.picture.conftest import Newsroom, on, people

if TYPE_CHECKING:
    from missionwatch.records import Picture

DANES = {"contributor": "DK", "mission": "mission:takuba"}


@pytest.fixture
def news() -> Newsroom:
    return Newsroom()


def write(seen: Picture, language: str) -> Briefing:
    return briefing.write(seen, assessment.assess(seen), language=language)


def sentences(news: Newsroom, language: str, day: str = "2022-02-08") -> list[str]:
    made = write(news.picture(day), language)
    return [s.text for section in made.sections for s in section.sentences]


def test_a_briefing_says_it_in_dutch_english_and_french(news: Newsroom) -> None:
    report = news.report("a", "2022-02-07", "gov", language="nl")
    leaving = {"actor": "DK/armed_forces", "mission": "mission:takuba", "instigator": "ML/government"}
    news.says(report, "event", leaving, type="withdraw", time=on("2022-01-27"))
    news.says(
        report,
        "contribution",
        {"contributor": "NL", "mission": "mission:takuba"},
        quantity=people(2),
        function="staff-officer",
    )
    news.says(
        report,
        "contribution",
        {"contributor": "NL", "mission": "mission:minusma"},
        quantity=people(90),
        assets=(Asset("C-130", "C-130"),),
    )
    news.says(report, "presence", {"actor": "group:wagner", "place": "ML"}, holders=["NL/government"],
              likelihood=Likelihood("waarschijnlijk", 0.55, 0.8, "icd203"))  # fmt: skip
    news.says(report, "option", {"mission": "mission:takuba"}, options=("all",), holders=["NL/government"])
    news.says(report, "event", {"actor": "SE", "mission": "mission:takuba"}, type="withdraw", modality="planned")
    dutch, english, french = sentences(news, "nl"), sentences(news, "en"), sentences(news, "fr")
    for said in (
        "Les forces armées danoises ont retiré des troupes de la Task Force Takuba le 27 janvier 2022, à la demande du gouvernement malien.",
        "Les Pays-Bas fournissent deux officiers d’état-major à la Task Force Takuba.",
        "Les Pays-Bas fournissent 90 personnes à la MINUSMA, avec un C-130.",
        "Le groupe Wagner est présent au Mali, « waarschijnlijk » (en néerlandais) selon le gouvernement néerlandais.",
        "Le gouvernement néerlandais garde toutes les options ouvertes pour la Task Force Takuba.",
        "La Suède prévoit de retirer des troupes de la Task Force Takuba.",
    ):
        assert said.replace("« ", "«\u00a0").replace(" »", "\u00a0»") in french, "\n".join(french)
    for said in (
        "De Deense strijdkrachten trokken op 27 januari 2022 troepen terug uit Taakgroep Takuba, op verzoek van de Malinese regering.",
        "Nederland levert twee stafofficieren aan Taakgroep Takuba.",
        "Nederland levert 90 personen aan MINUSMA, met een C-130.",
        "De Wagnergroep is aanwezig in Mali, volgens de Nederlandse regering “waarschijnlijk”.",
        "De Nederlandse regering houdt voor Taakgroep Takuba alle opties open.",
        "Zweden is voornemens troepen terug te trekken uit Taakgroep Takuba.",
    ):
        assert said in dutch, "\n".join(dutch)
    for said in (
        "The Danish armed forces withdrew troops from Task Force Takuba on 27 January 2022, at the request of the Malian government.",
        "The Netherlands contributes two staff officers to Task Force Takuba.",
        "The Netherlands contributes 90 people to MINUSMA, with a C-130.",
        "The Wagner Group is present in Mali, “waarschijnlijk” (in Dutch) according to the Dutch government.",
        "The Dutch government keeps all options open for Task Force Takuba.",
        "Sweden plans to withdraw troops from Task Force Takuba.",
    ):
        assert said in english, "\n".join(english)


def test_what_differs_is_said_by_whom_and_never_averaged(news: Newsroom) -> None:
    news.says(news.report("a", "2022-01-18", "paper"), "contribution", DANES, quantity=people(90))
    news.says(news.report("b", "2022-01-26", "wire"), "contribution", DANES, quantity=people(105))
    assert "Reports differ on the number: Paper reports 90 people; Wire reports 105 people." in sentences(news, "en")


def test_a_denial_and_a_correction_are_said(news: Newsroom) -> None:
    there = {"actor": "group:wagner", "place": "ML"}
    news.says(news.report("a", "2022-01-18", "wire"), "presence", there)
    news.says(news.report("b", "2022-01-20", "gov"), "presence", there, negated=True, holders=["ML/government"])
    news.says(news.report("c", "2022-01-18", "paper"), "contribution", DANES, quantity=people(90))
    news.says(news.report("d", "2022-02-01", "paper", corrects="c"), "contribution", DANES, quantity=people(105))
    said = sentences(news, "nl")
    assert "De Malinese regering spreekt dit tegen." in said
    assert "Een eerder bericht hierover (Paper) is gecorrigeerd." in said


@pytest.mark.parametrize(
    ("sayers", "deniers", "graded"),
    [
        (("wire",), ("gov",), {"wire": "B5", "gov": "A5"}),  # as many say it as deny it: neither is likely
        (("wire", "paper"), ("gov",), {"wire": "B4", "paper": "C4", "gov": "A5"}),
        (("paper",), ("gov", "wire"), {"paper": "C5", "gov": "A4", "wire": "B4"}),
    ],
)
def test_a_denial_is_graded_by_what_it_is_worth_itself(
    news: Newsroom, sayers: tuple[str, ...], deniers: tuple[str, ...], graded: dict[str, str]
) -> None:
    there = {"actor": "group:wagner", "place": "ML"}
    for source in sayers:
        news.says(news.report(source, "2022-01-18", source), "presence", there)
    for source in deniers:
        news.says(news.report(source, "2022-01-20", source), "presence", there, negated=True)
    made = write(news.picture(), "en")
    assert {note.report: note.graded for note in made.footnotes} == graded


def test_what_was_taken_back_is_graded_improbable_whatever_its_claim_is(news: Newsroom) -> None:
    for name, source, number in (("a", "paper", 90), ("b", "wire", 105), ("c", "gov", 105)):
        news.says(news.report(name, "2022-01-18", source), "contribution", DANES, quantity=people(number))
    news.says(news.report("d", "2022-02-01", "paper", corrects="a"), "contribution", DANES, quantity=people(105))
    graded = {note.report: note.graded for note in write(news.picture(), "en").footnotes}
    assert graded == {"a": "C5", "b": "B1", "c": "A1", "d": "C1"}


def test_a_plan_is_never_told_as_a_fact(news: Newsroom) -> None:
    for kind in EVENT_TYPES:
        news.says(
            news.report(f"r-{kind}", "2022-02-07"),
            "event",
            {"actor": "FR", "mission": "mission:takuba"},
            type=kind,
            modality="planned",
        )
    said = [s for s in sentences(news, "en") if "France" in s or "Task Force" in s]
    assert said
    assert all(
        "plans to" in s or "warning level" in s or "coming to an end" in s for s in said if not s.startswith("And ")
    ), said


def test_every_code_has_words_in_every_language() -> None:
    for language in briefing.languages():
        phrases = load(language)
        for section, codes in (
            ("event", EVENT_TYPES),
            ("grade", GRADES),
            ("hazard", HAZARDS),
            ("option", OPTIONS),
            ("purpose", PURPOSES),
        ):
            assert set(codes) <= set(phrases[section]), (language, section, set(codes) - set(phrases[section]))
        assert all({"fact", "plan", "passive", "noun"} <= set(event) for event in phrases["event"].values())
    for language in ("nl", "fr"):
        assert load(language).keys() - {"join"} == load("en").keys()
        for section in load("en"):
            if section not in ("article", "time", "adjective", "body"):
                assert load(language)[section].keys() == load("en")[section].keys(), (language, section)
        assert load("en")["body"].keys() <= load(language)["body"].keys()


HOSTILE = '<script>alert("x")</script> [^9]: *bold* `code` ![img](http://evil.example) & “quote”'


def test_hostile_text_is_text_and_nothing_else(news: Newsroom) -> None:
    report = news.report("a", "2022-02-07", "gov", publisher=HOSTILE, url="javascript:alert(1)")
    news.says(report, "question", about=["mission:takuba"], text=HOSTILE)
    made = write(news.picture(), "en")
    page, text = briefing.to_html(made), briefing.to_markdown(made)
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "javascript:" not in page
    assert "javascript:" not in text
    assert "\\[^9\\]: \\*bold\\*" in text
    assert not re.search(r"""(src|href)=["'](?!#)""", page)
    drawn = flow.draw("timeline", news.picture(), language="en").data
    assert b"<script" not in drawn


def test_the_page_loads_nothing_from_outside(news: Newsroom) -> None:
    news.says(news.report("a", "2022-02-07", "gov", url="https://example.org/a"), "contribution", DANES)
    page = briefing.to_html(write(news.picture(), "nl"))
    assert 'lang="nl"' in page
    assert "default-src 'none'" in page
    assert not re.search(r"<(script|link|img|iframe|object)\b|@import|url\(", page)
    assert page.count('href="https://example.org/a"') == 1


def test_an_unknown_language_says_which_there_are(news: Newsroom) -> None:
    with pytest.raises(UnknownLanguageError, match="no briefing in 'xx'; there is en, fr, nl"):
        write(news.picture(), "xx")


def test_no_sentence_without_a_footnote() -> None:
    with pytest.raises(ValueError, match="without a footnote"):
        Sentence("Something happened.", ())


STATES = st.sampled_from(["NL", "FR/government", "ML/armed_forces", "DK", "mission:minusma", "group:wagner"])
MISSIONS = st.sampled_from(["mission:takuba", "mission:minusma"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    said=st.lists(
        st.tuples(
            st.sampled_from(sorted(EVENT_TYPES)), st.one_of(st.none(), STATES), st.one_of(st.none(), STATES), MISSIONS,
            st.sampled_from(["actual", "planned", "possible", "required", "conditional"]), st.booleans(), st.booleans(),
        ),
        max_size=12,
    ),
    language=st.sampled_from(["nl", "en", "fr"]),
)  # fmt: skip
def test_every_sentence_opens_to_its_evidence(
    said: list[tuple[str, str | None, str | None, str, str, bool, bool]], language: str
) -> None:
    news = Newsroom()
    for n, (kind, actor, target, mission, modality, negated, hearsay) in enumerate(said):
        roles = {"mission": mission} | ({"actor": actor} if actor else {}) | ({"target": target} if target else {})
        news.says(
            news.report(f"r{n}", "2022-02-07", "wire"),
            "event",
            roles,
            type=kind,
            modality=modality,
            negated=negated,
            hearsay=hearsay,
        )
    made = write(news.picture(), language)
    numbers = {note.number for note in made.footnotes}
    used = {number for section in made.sections for s in section.sentences for number in s.notes}
    assert used == numbers
    known = {s.id: s for s in news.statements}
    assert all(known[note.statement].evidence.quote == note.quote for note in made.footnotes)
    for section in made.sections:
        for one in section.sentences:
            assert one.text[0].isupper() or not one.text[0].isalpha(), one.text
            assert not re.search(r"[{}<>|\[\]]|\s{2}| [,.;)]", one.text), one.text
            assert (
                not re.search(r"\b[dD]e les? |\bà les? |\b[dl]e [aeiouéè]|«[^\u00a0]", one.text) or language != "fr"
            ), one.text
    text = briefing.to_markdown(made)
    assert all(f"[^{number}]: " in text for number in numbers)


def test_patterns_drop_what_nothing_fills() -> None:
    filled = {"who": Words("the Danes", many=True), "when": Words("on Monday")}
    assert fill("{who} <has|have> left[ {where}| quietly][ {when}]", filled) == "the Danes have left quietly on Monday"
    assert fill("{who} left {where}", filled) is None
    assert fill("{who} left {where|somewhere}", filled) == "the Danes left somewhere"
    assert sentence("“words” were said") == "“Words” were said."
