from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missionwatch import briefing
from missionwatch.briefing.reading_aloud import spoken
from missionwatch.records import Sentence

if TYPE_CHECKING:
    from missionwatch.records import Briefing, BriefingForm
    from tests.briefing.conftest import Demo

EVERY = [(form, language) for form in briefing.FORMS for language in briefing.languages()]


def told(made: Briefing) -> list[tuple[str, tuple[str, ...]]]:
    notes = {note.number: note.statement for note in made.footnotes}
    return [(one.text, tuple(notes[n] for n in one.notes)) for one in spoken(made)]


@pytest.mark.parametrize(("form", "language"), EVERY)
def test_a_text_that_nobody_changed_says_the_same_with_the_same_footnotes(
    demo: Demo, form: BriefingForm, language: str
) -> None:
    made = demo.brief(language, form)
    back = briefing.from_draft(briefing.to_draft(made), made)
    said = told(back)
    assert [one for one in told(made) if one not in said] == []
    assert [note.number for note in back.footnotes] == list(range(1, len(made.footnotes) + 1))
    assert [s.heading for s in back.sections if s.badge] == [s.heading for s in made.sections if s.badge]
    assert [s.standings != () for s in back.sections].count(True) == [s.standings != () for s in made.sections].count(
        True
    )
    assert briefing.from_draft(briefing.to_draft(back), back).sections == back.sections


def test_headings_items_paragraphs_and_notes_are_read(demo: Demo) -> None:
    basis = demo.brief("en", "letter")
    made = briefing.from_draft(
        "# My letter\n\nDear all,\nhello.\n## One\n- first [^2][^1]\n* second\n\nA run. Another.[^2] Last\n### Under\nEnd", basis
    )  # fmt: skip
    assert made.title == "My letter"
    assert [(s.heading, s.level, s.prose, [one.text for one in s.sentences]) for s in made.sections] == [
        ("", 2, True, ["Dear all, hello."]), ("One", 2, False, ["first", "second"]), ("", 2, True, ["A run. Another.", "Last"]),
        ("Under", 3, True, ["End"]),
    ]  # fmt: skip
    assert [(note.number, note.quote) for note in made.footnotes] == [
        (1, basis.footnotes[1].quote), (2, basis.footnotes[0].quote),
    ]  # fmt: skip
    assert [one.notes for one in spoken(made)] == [(), (1, 2), (), (1,), (), ()]
    assert "Edited by hand" in made.known


def test_footnotes_that_are_not_there_fall_away_and_are_said(demo: Demo) -> None:
    basis = demo.brief("nl", "flash")
    text = "Een zin.[^99] Nog een.[^1][^a] [^" + "9" * 30 + "]"
    assert briefing.unfounded(text, basis) == ("[^99]", "[^a]", "[^" + "9" * 30 + "]")
    made = briefing.from_draft(text, basis)
    assert len(made.footnotes) == 1
    assert briefing.unfounded(briefing.to_draft(basis), basis) == ()


def test_a_footnote_that_may_no_longer_be_seen_goes_from_the_table_too(demo: Demo) -> None:
    basis = demo.brief("nl", "sitrep")
    blind = briefing.from_draft(briefing.to_draft(basis), basis.__class__(**{
        **{name: getattr(basis, name) for name in basis.__struct_fields__}, "footnotes": basis.footnotes[3:],
    }))  # fmt: skip
    assert {note.statement for note in blind.footnotes} == {note.statement for note in basis.footnotes[3:]}
    briefing.to_html(blind)


def test_only_a_draft_has_sentences_without_footnotes() -> None:
    with pytest.raises(ValueError, match="without a footnote"):
        Sentence("Nobody says so.", ())
    assert Sentence("I say so.", (), own=True).notes == ()


@pytest.mark.parametrize("layout", briefing.LAYOUTS)
def test_a_draft_goes_out_in_every_layout(demo: Demo, layout: str) -> None:
    basis = demo.brief("fr", "sitrep")
    text = briefing.to_draft(basis) + "\nUne phrase de ma main <script>alert(1)</script>.\n"
    out = briefing.lay_out(briefing.from_draft(text, basis), layout)  # type: ignore[arg-type]
    assert len(out) > 1000
    if layout == "md":
        said = out.decode()
        assert "Une phrase de ma main \\<script\\>alert(1)\\</script\\>." in said
        assert "Modifié à la main" in said
        assert len(re.findall(r"^\[\^\d+\]:", said, re.MULTILINE)) == len(basis.footnotes)
    if layout == "html":
        assert b"<script>" not in out
        assert b"Une phrase de ma main" in out
        assert b"<sup></sup>" not in out


@settings(max_examples=150, deadline=None)
@given(text=st.text(st.sampled_from(list("ab #-*\n[^]12{}levs\u202e\x00<.")), max_size=120))
def test_any_text_can_be_read_and_loses_no_word(demo: Demo, text: str) -> None:
    basis = demo.brief("en", "sitrep")
    made = briefing.from_draft(text, basis)
    for layout in ("md", "html"):
        briefing.lay_out(made, layout)
    kept = "".join([made.title, *(s.heading + "".join(one.text for one in s.sentences) for s in made.sections)])
    said = re.sub(r"\[\^\d{1,4}\]|\{levels\}|[\s#*-]", "", text.translate({0x202E: None, 0: None}))
    assert Counter(said) - Counter(kept) == Counter()


def test_the_day_since_which_a_form_tells(demo: Demo) -> None:
    day = demo.picture.as_of
    assert [briefing.since(form, day) for form in ("letter", "full")] == [None, None]
    assert (day - (briefing.since("sitrep", day) or day)).days == 14
