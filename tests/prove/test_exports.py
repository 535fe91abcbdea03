"""Exports: whatever a report says, no cell of a table is a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from missionwatch.exchange.tables import cell
from tests.prove.figures import share

if TYPE_CHECKING:
    from tests.prove.figures import Figures

BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
hostile = st.builds(
    "".join, st.tuples(st.sampled_from(["", " ", "\u00a0", "\u200b", "\ufeff", "\x00", '"', "'", "\u2003", "\u202e"]), st.sampled_from(BEGINS), st.text(max_size=20))
)  # fmt: skip


def test_no_cell_is_a_formula(figures: Figures) -> None:
    count = share(100_000, 2_000)
    seen = 0

    @given(st.one_of(hostile, st.text(max_size=30)))
    @settings(max_examples=count, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def look(words: str) -> None:
        nonlocal seen
        out = io.StringIO(newline="")
        csv.writer(out).writerow([cell(words)])
        back = next(csv.reader(io.StringIO(out.getvalue(), newline="")))
        assert len(back) == 1
        assert not back[0].strip(" \u00a0\u200b\ufeff\x00\u2003\u202e").startswith(BEGINS), repr(back[0])
        seen += 1

    look()
    figures.add(
        "exports", f"{seen:,} hostile words in cells of CSV", "none begins as a formula does, none leaves its cell"
    )
