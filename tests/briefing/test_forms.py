"""The forms: what each has, how long it is, and that no sentence is without a footnote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
import pytest

from missionwatch import assessment, briefing
from missionwatch.records import Change, Pivot
from tests.picture.conftest import Newsroom, on, people

if TYPE_CHECKING:
    from missionwatch.records import Briefing, BriefingForm
    from tests.briefing.conftest import Demo

LANGUAGES = ("nl", "en", "fr")


def told(made: Briefing) -> list[str]:
    rows = [s.text for section in made.sections for row in section.standings for s in row.reasons]
    return rows + [s.text for section in made.sections for s in section.sentences]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", briefing.FORMS)
def test_every_sentence_has_a_footnote_and_is_whole(demo: Demo, form: BriefingForm, language: str) -> None:
    made = demo.brief(language, form)
    numbers = [note.number for note in made.footnotes]
    assert numbers == list(range(1, len(numbers) + 1))
    order = [n for section in made.sections for row in section.standings for s in row.reasons for n in s.notes]
    order += [n for section in made.sections for s in section.sentences for n in s.notes]
    assert list(dict.fromkeys(order)) == numbers, "numbered as they are first needed"
    for text in (*told(made), *made.opening, *made.unknown, made.title, made.dated, made.known):
        assert not re.search(r"[{}<>|]| {2}| [,.;)]|\(\)|None", text), text
    for text in told(made):
        assert text.endswith(".") or text.rstrip("”»\u00a0").endswith((".", "?", "!")), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_flash_has_five_sentences_at_most(demo: Demo, language: str) -> None:
    assert 3 <= len(told(demo.brief(language, "flash"))) <= 5


def test_a_letter_greets_begins_with_our_own_and_closes(demo: Demo) -> None:
    made = briefing.write(
        demo.picture, assessment.assess(demo.picture), language="nl", form="letter", signed="De minister"
    )
    assert made.opening[0] == "Geachte voorzitter,"
    assert made.closing == ("Hoogachtend,", "De minister")
    takuba = next(section for section in made.sections if section.anchor == "takuba")
    assert takuba.sentences[0].text == (
        "Nederland levert twee stafofficieren aan Taakgroep Takuba, van wie één in Mali en één als liaisonofficier in Tsjaad."
    )
    assert made.prose
    assert "Geachte voorzitter," in briefing.to_markdown(made)


def test_a_situation_report_has_levels_changes_people_calendar_and_gaps(demo: Demo) -> None:
    made = demo.brief("en", "sitrep")
    assert [section.anchor for section in made.sections] == ["levels", "changes", "people", "calendar"]
    assert [row.mission for row in made.sections[0].standings][:2] == ["Task Force Takuba", "MINUSMA"]
    assert made.sections[1].heading == "What changed since 15 February 2022"
    assert made.unknown
    assert made.charts == ()


def test_trend_and_sureness_are_shown_where_they_are_known(demo: Demo) -> None:
    concerns = tuple(
        msgspec.structs.replace(c, earlier="low", trend="deteriorating", sureness="high")
        if c.mission == "mission:takuba" else c for c in assessment.assess(demo.picture)
    )  # fmt: skip
    made = briefing.write(demo.picture, concerns, language="en", form="sitrep")
    assert "| Task Force Takuba | severe | deteriorating | high |" in briefing.to_markdown(made)
    unknown = [msgspec.structs.replace(c, earlier=None) for c in concerns]
    made = briefing.write(demo.picture, tuple(unknown), language="en", form="sitrep")
    assert "| Task Force Takuba | severe | not known | high |" in briefing.to_markdown(made)


def test_a_claim_on_which_a_level_hangs_is_named(demo: Demo) -> None:
    concerns = tuple(
        msgspec.structs.replace(c, pivots=(Pivot(claim=c.reasons[0].claim, without="low"),)) if c.reasons else c
        for c in assessment.assess(demo.picture)
    )
    full = told(briefing.write(demo.picture, concerns, language="fr", form="full"))
    assert any(
        text.startswith("Le niveau pour la Task Force Takuba serait faible si ceci était inexact\u00a0: ")
        for text in full
    )


def test_a_stale_claim_and_the_state_of_a_mission_are_said(news: Newsroom) -> None:
    news.says(news.report("a", "2022-01-18"), "strength", {"mission": "mission:takuba"}, quantity=people(900))
    seen = news.picture()
    takuba = seen.missions[0]
    aged = msgspec.structs.replace(takuba.strength[0], stale=True)
    ending = msgspec.structs.replace(takuba, strength=(aged,), state="ending", state_by=(aged,))
    seen = msgspec.structs.replace(seen, missions=(ending, *seen.missions[1:]))
    said = told(briefing.write(seen, (), language="nl", form="full"))
    assert "Taakgroep Takuba telt 900 personen (voor het laatst gemeld: 18 januari 2022)." in said
    assert "Taakgroep Takuba loopt ten einde." in said


def test_a_change_of_a_claim_that_is_gone_is_still_told(news: Newsroom) -> None:
    news.says(
        news.report("a", "2022-01-18"),
        "event",
        {"actor": "FR", "mission": "mission:takuba"},
        type="withdraw",
        time=on("2022-01-18"),
    )
    seen = news.picture()
    gone = Change(
        kind="ended", mission="mission:takuba", before=seen.missions[0].developments[0], after=None, weight=1.0
    )
    made = briefing.write(seen, (), language="en", form="sitrep", changes=(gone,))
    assert told(made)[0] == "No longer so: France withdrew troops from Task Force Takuba on 18 January 2022."


@pytest.mark.parametrize("form", briefing.FORMS)
def test_an_empty_theatre_makes_a_briefing_that_says_what_is_not_known(news: Newsroom, form: BriefingForm) -> None:
    seen = news.picture()
    made = briefing.write(seen, assessment.assess(seen), language="fr", form=form)
    assert not told(made)
    assert (
        made.unknown == ("Task Force Takuba\u00a0: aucune information.", "MINUSMA\u00a0: aucune information.")
        or form == "flash"
    )
    assert briefing.to_markdown(made).startswith("# ")
    assert briefing.to_html(made)
    assert briefing.to_docx(made)


@pytest.mark.parametrize(
    ("language", "more"), [("en", "And four more"), ("nl", "En nog vier"), ("fr", "Et quatre autres")]
)
def test_what_is_not_known_and_has_no_room_is_counted(demo: Demo, language: str, more: str) -> None:
    full, short = demo.brief(language, "full").unknown, demo.brief(language, "sitrep").unknown
    assert len(full) == 9
    assert short[:-1] == full[:5]
    assert short[-1].startswith(more)


def test_a_flash_tells_what_counts_most_of_what_no_level_in_it_has_told(demo: Demo) -> None:
    said = told(demo.brief("en", "flash"))
    assert sum("France plans to withdraw" in one for one in said) == 1


@pytest.mark.parametrize(
    ("language", "more"), [("en", "And four more"), ("nl", "En nog vier"), ("fr", "Et quatre autres")]
)
def test_a_letter_says_how_much_it_has_no_room_for(language: str, more: str) -> None:
    news = Newsroom()
    for n, state in enumerate(("RU", "TR", "CN", "US", "IT", "ES", "BE", "EE", "SE", "NO", "CZ", "PT")):
        news.says(news.report(f"r{n}", "2022-02-01"), "presence", {"actor": state, "place": "ML"})
    seen = news.picture()
    for form, told in (("letter", 8), ("full", 12)):
        made = briefing.write(seen, assessment.assess(seen), language=language, form=form)  # type: ignore[arg-type]
        (section,) = [one for one in made.sections if one.anchor == "presences"]
        assert len(section.sentences) == told + (form == "letter")
        last = section.sentences[-1]
        assert last.text.startswith(more) == (form == "letter")
        assert last.notes
