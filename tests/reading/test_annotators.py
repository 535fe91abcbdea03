"""How far two annotators agree is scored as a reader is: what one says fits itself, and nothing else for free."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.annotators import as_statement

from missionwatch.reading.fitting import fit, pair
from missionwatch.reading.gold import Fact, load_gold

GOLD = Path(__file__).parent / "gold"
FILES = sorted(GOLD.glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_fact_of_the_gold_fits_itself(path: Path) -> None:
    facts = [fact for report in load_gold(path) for fact in (*report.facts, *report.never)]
    fits = [fit(fact, as_statement(fact)) for fact in facts]
    assert facts
    assert [str(fact) for fact, one in zip(facts, fits, strict=True) if one is None or not one.exact] == []


@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_a_second_annotator_read_the_same_reports(language: str) -> None:
    first, second = (load_gold(GOLD / part / f"unseen-{language}.yaml") for part in (".", "second"))
    assert [(report.id, report.text) for report in first] == [(report.id, report.text) for report in second]
    agreed = sum(len(pair(a.facts, [as_statement(f) for f in b.facts])) for a, b in zip(first, second, strict=True))
    facts, said = (sum(len(report.facts) for report in reports) for reports in (first, second))
    assert 2 * agreed / (facts + said) > 0.95


def test_what_differs_is_wrong() -> None:
    fact = Fact.of({"predicate": "event", "type": "withdraw", "actor": "DK", "mission": "takuba", "negated": False})
    other = Fact.of({"predicate": "event", "type": "withdraw", "actor": "SE", "mission": "takuba", "negated": True})
    fitting = fit(fact, as_statement(other))
    assert fitting is not None
    assert fitting.wrong == ("actor", "negated")
