"""Cutting a report, and finding words in it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionwatch.reading import reader_for
from missionwatch.reading.llm.anchoring import find, fold
from missionwatch.reading.llm.pieces import halved, pieces, shown
from missionwatch.reading.llm.words import Words
from missionwatch.records import Part, Report

if TYPE_CHECKING:
    from tests.reading.llm.conftest import Make

PARAGRAPH = "Denmark sends 20 soldiers to Mali. Sweden sends 30 to Gao. Norway thinks about it."


def test_a_report_is_cut_between_paragraphs_then_sentences_then_words(make: Make) -> None:
    endless = "so " * 60 + "it goes"
    report = make(f"Title of it\n\n{PARAGRAPH}\n\n{PARAGRAPH} {PARAGRAPH}\n\n{endless}.")
    words = Words(report, reader_for("en"))
    found = [shown(report.text, piece) for piece in pieces(report.text, words.sentences, 100)]
    assert found[:2] == [f"Title of it\n\n{PARAGRAPH}", f"{PARAGRAPH[:58]} Norway thinks about it."]
    assert found[2] == PARAGRAPH
    assert "".join(found[3:]).split() == f"{endless}.".split()
    assert all(len(text) <= 102 for text in found)


@given(
    st.lists(st.text(alphabet="aM1é .!?\n,", min_size=1, max_size=120), min_size=1, max_size=6),
    st.integers(min_value=10, max_value=90),
)
def test_no_word_is_lost_however_a_text_is_cut(paragraphs: list[str], longest: int) -> None:
    text, parts = "", []
    for paragraph in paragraphs:
        parts.append(Part("body", len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    report = Report(id="x", title="x", language="en", published=None, source="x", text=text, parts=tuple(parts))
    cut = list(pieces(text, Words(report, reader_for("en")).sentences, longest))
    stretches = [stretch for piece in cut for stretch in piece]
    assert "".join("".join(text[s.start : s.end] for s in stretches).split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in itertools.pairwise(stretches))
    assert all(sum(s.end - s.start for s in piece) <= longest for piece in cut)


def test_halves_hold_what_the_piece_held_even_of_an_endless_sentence(make: Make) -> None:
    report = make("Mali " + "and Gao " * 200 + f"it is. {PARAGRAPH} {PARAGRAPH}")
    words = Words(report, reader_for("en"))
    for piece in pieces(report.text, words.sentences, 700):
        halves = halved(report.text, words.sentences, piece)
        assert len(halves) >= 2
        assert " ".join(shown(report.text, half) for half in halves).split() == shown(report.text, piece).split()
        assert all(
            halved(report.text, words.sentences, small) == []
            for small in halves
            if len(shown(report.text, small)) < 300
        )


TEXT = "Op verzoek van de “Malinese\nregering” zullen ze niet vertrekken uit Ménaka. Mali is unlawful."


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("Op verzoek", "Op verzoek"),
        ("op VERZOEK van", "Op verzoek van"),
        ('de "Malinese regering"', "de “Malinese\nregering"),
        ("de Malinesse regering", "de “Malinese\nregering"),
        ("vertrekken uit Menaka", "vertrekken uit Ménaka"),
        ("Mali", "Mali"),
        ("  Mali is ", "Mali is"),
        ("zullen ze vertrekken uit", None),  # a word left out
        ("zullen ze wel niet vertrekken", None),  # a word put in
        ("Malinese regering zal", None),
        ("Mali is lawful", None),
        ("Malin", None),
        ("regering", "regering"),
        ("Frankrijk", None),
        ("", None),
        ("…", None),
    ],
)
def test_words_are_found_with_small_drift_only(words: str, stands: str | None) -> None:
    found = find(words, TEXT, 0, len(TEXT))
    assert (found and TEXT[slice(*found)]) == stands


def test_numbers_and_small_words_never_drift() -> None:
    text = "Some 1400 Danish soldiers will now withdraw from the mission in Mali."
    assert find("Some 1500 Danish soldiers will now withdraw", text, 0, len(text)) is None
    assert find("soldiers will not withdraw from the mission", text, 0, len(text)) is None
    assert find("Some 1400 danish soldier will now withdraw", text, 0, len(text)) == (0, 43)


def test_words_are_sought_in_their_stretch_alone() -> None:
    text = "Mali one. Mali two."
    assert find("Mali", text, 10, 19) == (10, 14)
    assert find("one", text, 10, 19) is None
    assert find("Mali one", text, 10, 19) is None


@given(st.text(max_size=60), st.text(max_size=20))
def test_what_is_found_is_in_the_text(text: str, words: str) -> None:
    assert len(fold(text)) == len(text)
    found = find(words, text, 0, len(text))
    assert found is None or 0 <= found[0] < found[1] <= len(text)
