"""Texts no editor would send: cut anywhere, without an end, noisy. No crash, no hang, every span exact."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from missionwatch import reading
from missionwatch.records import Part, Report

if TYPE_CHECKING:
    from missionwatch.records import Statement

LETTERS = {path.stem: path for path in sorted((Path(__file__).parent / "letters").glob("*.txt"))}


def read_raw(text: str, language: str) -> tuple[Report, tuple[Statement, ...]]:
    parts = (Part("body", 0, len(text)),)
    report = Report(id="x", title="x", language=language, published=None, source="x", text=text, parts=parts)
    return report, reading.read(report)


@pytest.mark.parametrize(("name", "language"), [("niger", "nl"), ("unifil-en", "en"), ("monusco-fr", "fr")])
def test_a_report_cut_anywhere_is_read_with_exact_spans(name: str, language: str) -> None:
    text = LETTERS[name].read_text(encoding="utf-8")
    for cut in range(1, len(text), 61):
        for piece in (text[:cut], text[cut:]):
            report, statements = read_raw(piece, language)
            for statement in statements:
                for evidence in (statement.evidence, *statement.more):
                    assert report.text[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize(
    "text",
    [
        "\u202eMali\u202c zet \U0001f469\u200d\U0001f680 Takuba uit\u0000!!! ;;; ((( \u2028 \u00ad",
        "| a | b |\n|---|---|\n| Mali | 90 |",
        "M a l i   z 3 t  d e  F r a n s e  amb4ssadeur u1t .",
        "...…!?!?--––——«»“”''\"\"",
        "9" * 400 + " militairen bij MINUSMA",
        "de " * 500,
    ],
)
@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_noise_breaks_nothing(text: str, language: str) -> None:
    report, statements = read_raw(text, language)
    assert all(report.text[s.evidence.start : s.evidence.end] == s.evidence.quote for s in statements)


def test_a_sentence_without_end_takes_time_by_its_length_and_not_by_its_square() -> None:
    def took(words: int) -> float:
        start = time.perf_counter()
        read_raw("Mali en Wagner bij Takuba " * (words // 5), "nl")
        return time.perf_counter() - start

    took(1_000)
    ratio = took(24_000) / took(6_000)
    assert ratio < 9, f"four times the words took {ratio:.1f} times as long"
