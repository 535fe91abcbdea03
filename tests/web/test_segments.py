"""A text cut where marks begin and end: nothing is lost, and every mark is where it should be."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from missionwatch.records import Part, Report
from missionwatch.web.report_text import Named, blocks_of, visible
from missionwatch.web.segments import Span, segments

PLACES = st.integers(-5, 60)
SPANS = st.lists(st.tuples(PLACES, PLACES), max_size=12)


@given(length=st.integers(1, 50), spans=SPANS, cuts=st.lists(PLACES, max_size=5))
def test_the_text_is_whole_and_every_span_is_covered(
    length: int, spans: list[tuple[int, int]], cuts: list[int]
) -> None:
    marked = [Span(start, end, n) for n, (start, end) in enumerate(spans)]
    found = segments(length, marked, cuts)
    assert (found[0].start, found[-1].end) == (0, length)
    assert all(one.end == other.start and one.start < one.end for one, other in pairwise(found))
    assert {cut for cut in cuts if 0 < cut < length} <= {one.start for one in found}
    for one in marked:
        covered = {at for piece in found if one.mark in piece.marks for at in range(piece.start, piece.end)}
        assert covered == set(range(max(0, one.start), min(length, one.end)))
    for piece in found:
        sizes = [min(length, marked[n].end) - max(0, marked[n].start) for n in piece.marks]
        assert sizes == sorted(sizes), "the shortest first"
        assert set(piece.opens) == {n for n in piece.marks if max(0, marked[n].start) == piece.start}


@given(
    texts=st.lists(st.text(max_size=30), min_size=1, max_size=5),
    spans=st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=8),
)
def test_a_report_shows_all_its_text_in_order(texts: list[str], spans: list[tuple[int, int]]) -> None:
    text, parts = "", []
    for one in texts:
        parts.append(Part("body", len(text), len(text) + len(one)))
        text += f"{one}\n\n"
    text += "after all parts"
    report = Report(
        id="r", title="t", language="en", published=date(2022, 2, 1), source="s", text=text, parts=tuple(parts)
    )
    names = [Named(start, end, "x", ()) for start, end in spans]
    blocks = blocks_of(report, (), names)
    shown = [piece for block in blocks for piece in block.pieces]
    at = 0
    for piece in shown:
        assert not text[at : piece.at].strip(), "only space between parts is left out"
        assert piece.text == visible(text[piece.at : piece.at + piece.length])
        at = piece.at + piece.length
    assert not text[at:].strip()


@given(st.text(max_size=60))
def test_what_is_hidden_is_shown_and_offsets_stay(text: str) -> None:
    shown = visible(text)
    assert isinstance(shown, Markup)
    assert len(shown.unescape()) == len(text)
    assert not set('\u202e\u2066\u200f\x00<>"') & set(shown)
