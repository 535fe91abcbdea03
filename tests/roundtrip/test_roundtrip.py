"""The round trip: what our briefings say is read back with our own reader, and the ledger must hold all of it.

`floors.toml` says how far it holds: at most so many different sentences in which a statement is found that the ledger does not
hold, at least so much read, so much recognised, and so many made-up untruths found.
"""

from __future__ import annotations

import itertools
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.roundtrip.conftest import DAYS, FORMS, LANGUAGES, Scene, everything, read_back, scene, sentences

if TYPE_CHECKING:
    from missionwatch.records import CheckedSentence

HERE = Path(__file__).parent
FLOORS: dict[str, dict[str, Any]] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
RULES: dict[str, list[dict[str, str]]] = tomllib.loads((HERE / "mutants.toml").read_text(encoding="utf-8"))
NOT_HELD = ("contradicted", "unknown")


def not_held(language: str) -> dict[tuple[str, str], CheckedSentence]:
    return {key: one for key, one in sentences(language).items() if one.verdict in NOT_HELD}


def lines(found: dict[tuple[str, str], CheckedSentence]) -> str:
    return "\n".join(
        f"{where}: {quote}\n    {[(f.verdict, f.reasons, f.statement.predicate, f.statement.type) for f in one.findings]}"
        for (where, quote), one in found.items()
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_of_a_briefing_says_what_the_ledger_does_not_hold(language: str) -> None:
    found = not_held(language)
    share = 1 - len(found) / len(sentences(language))
    floor = FLOORS["held"][language]
    assert share >= floor, f"{share:.3f} of the sentences hold, less than {floor}:\n{lines(found)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_day_party_denial_or_certainty_is_invented(language: str) -> None:
    contradicted = {key: one for key, one in sentences(language).items() if one.verdict == "contradicted"}
    assert not contradicted, lines(contradicted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_enough_is_read_to_be_held(language: str) -> None:
    every = sentences(language)
    read = sum(one.verdict != "unread" for one in every.values()) / len(every)
    assert read >= FLOORS["read"][language], f"something is read in {read:.3f} of the sentences"


def recognised(language: str, names: tuple[str, ...] = tuple(DAYS)) -> tuple[int, int]:
    """Count the sentences whose own claim was read back, and all of them: a claim is known by the statements of its notes."""
    counted = {}
    for name in names:
        for day, form in itertools.product(DAYS[name], FORMS):
            made, check = scene(name, day).brief(language, form), read_back(name, day, language, form)
            noted = {note.number: note.statement for note in made.footnotes}
            held = [
                (one.evidence.quote, {s.id for f in one.findings for c in f.claims for s in c.support if f.verdict == "supported"})
                for one in check.sentences
            ]  # fmt: skip
            for told in (s for section in made.sections for s in section.sentences if not s.verbatim):
                carried = {noted[number] for number in told.notes}
                counted[name, day, told.text] = any(
                    quote.rstrip(".") in told.text and carried & ids for quote, ids in held
                )
    return sum(counted.values()), len(counted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_told_is_recognised(language: str) -> None:
    known, every = recognised(language)
    assert known / every >= FLOORS["recognised"][language], (
        f"{known} of {every} sentences are read as the claim they tell"
    )


def cited(language: str, names: tuple[str, ...] = tuple(DAYS)) -> tuple[int, int]:
    """Count the different sentences that give a source's own words, and all of them; each must stand in its footnote."""
    told: dict[tuple[str, str, str], bool] = {}
    for name in names:
        for day, form in itertools.product(DAYS[name], FORMS):
            made = scene(name, day).brief(language, form)
            quotes = {note.number: "".join(note.quote.split()) for note in made.footnotes}
            for one in (s for section in made.sections for s in section.sentences):
                told[name, day, one.text] = one.verbatim
                if one.verbatim:
                    spans = [quotes[number].rstrip(".") for number in one.notes]
                    assert any(span.strip(" .") in "".join(one.text.split()) for span in spans), one.text
    return sum(told.values()), len(told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_few_sentences_need_the_words_of_a_source(language: str) -> None:
    verbatim, every = cited(language)
    assert 0 < verbatim / every <= FLOORS["verbatim"][language], f"{verbatim} of {every}"


def mutants(language: str, names: tuple[str, ...] = tuple(DAYS)) -> Counter[tuple[str, bool]]:
    """Count the untruths made of the sentences that hold, by kind and by whether they were found."""
    out: Counter[tuple[str, bool]] = Counter()
    for name in names:
        for day in DAYS[name]:
            at = scene(name, day)
            held = sorted(q for (where, q), one in sentences(language, (name,)).items() if where == f"{name} {day}" and one.verdict == "supported")  # fmt: skip
            for quote in held:
                for kind, untrue in _untruths(quote, language):
                    if _verdicts(at, quote, language) == {"supported"}:
                        out[kind, bool(set(NOT_HELD) & _verdicts(at, untrue, language))] += 1
    return out


def _untruths(quote: str, language: str) -> list[tuple[str, str]]:
    made = [(rule["kind"], re.sub(rule["match"], rule["put"], quote, count=1)) for rule in RULES[language]]
    return [(kind, untrue) for kind, untrue in made if untrue != quote]


def _verdicts(at: Scene, quote: str, language: str) -> set[str]:
    found = at.check(quote, language)
    verdicts: set[str] = {one.verdict for one in found.sentences if one.evidence.part != "title"}
    return verdicts - {"unread"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_untruth_is_found(language: str) -> None:
    counts = mutants(language)
    found = sum(n for (_, caught), n in counts.items() if caught)
    share = found / counts.total()
    assert counts.total() >= 400
    assert share >= FLOORS["untruths"][language], f"{found} of {counts.total()} untruths found: {dict(counts)}"
    missed = {kind for kind, _ in counts} - {kind for kind, caught in counts if caught}
    assert not missed, f"no untruth of these kinds is found: {missed}"


def test_every_briefing_is_read() -> None:
    for language in LANGUAGES:
        for where, check in everything(language):
            assert any(one.verdict == "supported" for one in check.sentences), (language, where)
