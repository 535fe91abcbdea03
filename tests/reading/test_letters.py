"""Whole letters: what a careful reader gets out of each, and what must not be read.

The letters are our own: other missions, countries, orders, voices and words than the report the reader was first
tried on, so that no rule can know them.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from missionwatch.reading.fitting import breaks, pair
from missionwatch.reading.gold import Fact

if TYPE_CHECKING:
    from tests.reading.conftest import Read

LETTERS = sorted((Path(__file__).parent / "letters").glob("*.toml"))
FOUND, EXACT, MOST = 0.93, 0.85, 45  # floors: of the facts found, of the facts exact; and statements at most


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_a_letter_gives_what_a_careful_reader_gets(path: Path, read: Read) -> None:
    gold = tomllib.loads(path.read_text(encoding="utf-8"))
    report, statements = read(
        path.with_suffix(".txt").read_text(encoding="utf-8").rstrip(),
        published=date.fromisoformat(gold["published"]), country=gold.get("country"), language=gold.get("language", "nl"),
    )  # fmt: skip
    facts = [Fact.of(fact) for fact in gold["facts"]]
    pairs = pair(facts, statements)
    faults = [f"missed: {fact}" for number, fact in enumerate(facts) if number not in pairs]
    faults += [f"wrong {', '.join(fit.wrong)}: {facts[n]}" for n, (_, fit) in pairs.items() if not fit.exact]
    assert len(pairs) >= FOUND * len(facts), faults
    assert sum(fit.exact for _, fit in pairs.values()) >= EXACT * len(facts), faults
    assert len(statements) <= MOST
    for never in (Fact.of(fact) for fact in gold.get("never", [])):
        assert not [statement for statement in statements if breaks(never, statement)], never
    for statement in statements:
        for evidence in (statement.evidence, *statement.more):
            assert report.text[evidence.start : evidence.end] == evidence.quote


def test_reading_twice_gives_the_same(read: Read) -> None:
    text = LETTERS[0].with_suffix(".txt").read_text(encoding="utf-8")
    first, second = read(text), read(text)
    assert [s.id for s in first[1]] == [s.id for s in second[1]]
