"""Gold files: what they may say, and how a fault is named."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from missionwatch.errors import GoldError
from missionwatch.reading.gold import Fact, load_gold

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """
- id: takuba
  lang: nl
  genre: agency
  published: 2022-02-07
  text: |
    Denemarken trekt zijn militairen terug uit Taakgroep Takuba.
  facts:
    - {predicate: event, type: withdraw, actor: DK, mission: takuba, when: 2022, quantity: 90}
    - {predicate: question, about: [wagner, ML]}
    - {predicate: strength, mission: takuba, about: true}
    - {predicate: event, type: end, end: 2022-05-31, modality: [planned, possible], negated: false}
  never:
    - {predicate: presence, actor: "NO", part: caption}
- id: minusma
  lang: fr
  file: letters/minusma.txt
  facts: []
  complete: false
"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "minusma.txt").write_text("La Minusma compte 14 000 soldats.", encoding="utf-8")
    return tmp_path / "gold.yaml"


def load(path: Path, text: str) -> Any:
    path.write_text(text, encoding="utf-8")
    return load_gold(path)


def test_a_gold_file_is_loaded(gold: Path) -> None:
    takuba, minusma = load(gold, GOOD)
    assert (takuba.id, takuba.language, takuba.published, takuba.complete) == ("takuba", "nl", date(2022, 2, 7), True)
    assert [str(fact) for fact in takuba.facts] == [
        "withdraw, actor: DK, mission: takuba, when: 2022, quantity: 90",
        "question, about: wagner, ML",
        "strength, mission: takuba, about: true",
        "end, end: 2022-05-31, modality: planned, possible, negated: false",
    ]
    assert [fact.kind for fact in takuba.never] == ["presence"]
    assert takuba.text is not None
    assert minusma.text is None
    assert minusma.file.read_text(encoding="utf-8").startswith("La Minusma")
    assert (minusma.facts, minusma.never, minusma.published, minusma.complete) == ((), (), None, False)


def test_a_text_of_one_word_with_a_suffix_names_its_file(gold: Path) -> None:
    _, minusma = load(gold, GOOD.replace("file:", "text:"))
    assert (minusma.text, minusma.file.name) == (None, "minusma.txt")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("- id: takuba", "- name: takuba", "report 1: .*name"),
        ("lang: nl", "lang: de", "report takuba: no language pack for lang 'de'; there is en, fr, nl"),
        ("lang: nl", "lang: no", "report takuba: Expected `str`, got `bool`"),
        ("2022-02-07", "yesterday", "report takuba: Invalid .*date"),
        ("2022-02-07", "2022-02-30", "no YAML that can be read: day"),
        ("never:", "nevr:", "report takuba: .*nevr"),
        ("    Denemarken trekt zijn militairen terug uit Taakgroep Takuba.\n", "", "report takuba: its text is empty"),
        ("letters/minusma.txt", "letters/none.txt", "report minusma: there is no file .*none.txt; paths count from"),
        ("  file: letters/minusma.txt\n", "", "report minusma: give either text or file"),
        ("file: letters", "text: La Minusma.\n  file: letters", "report minusma: give either text or file"),
        ("facts: []", "facts:", "report minusma: Expected `array`, got `null`"),
        ("id: minusma", "id: takuba", "report takuba: there are 2 reports of this id"),
        ("complete: false", "complete: no idea", "report minusma: Expected `bool`"),
        ("predicate: question", "predicate: query", "takuba: fact 2: predicate 'query' is none of contribution"),
        ("{predicate: question, about", "{about", "takuba: fact 2: predicate None is none of"),
        ("type: withdraw", "type: retreat", "takuba: fact 1: type 'retreat' is no type of event; events have one of withdraw"),
        ("strength, mission", "strength, type: end, mission", "fact 3: type 'end' is no type of strength"),
        ("actor: DK", "acter: DK", "fact 1: there is no slot 'acter'; there is about, actor"),
        ("actor: DK", "actor: NO", "fact 1: actor is a yes or no to YAML; write it in quotes, for example 'NO'"),
        ("actor: DK", "actor: [DK, SE]", "fact 1: actor .* is no name or code; write words, one fact for each"),
        ("actor: DK", "actor: DK, actor: SE", "'actor' is said twice"),
        ("actor: DK", "actor: '?'", "actor '\\?' is no name"),
        ("about: true", "about: wagner", "fact 3: about 'wagner': give a list of names, or true"),
        ("[wagner, ML]", "[]", "fact 2: about \\[\\]"),
        ("quantity: 90", "quantity: ninety", "fact 1: quantity 'ninety' is no number"),
        ("quantity: 90", "quantity: .nan", "fact 1: quantity nan is no number"),
        ("quantity: 90", "quantity: 0x" + 5000 * "F", "report takuba: .*4300 digits"),
        ("quantity: 90", "quantity: -90", "fact 1: quantity -90 is no number"),
        ("type: withdraw", "type: []", "fact 1: type \\[\\] is no type"),
        ("quantity: 90", "quantity: yes", "fact 1: quantity True is no number"),
        ("when: 2022", "when: 2022-13", "fact 1: when '2022-13' is no date; write 2022, 2022-01"),
        ("when: 2022", "when: 2022-05/2022-01", "fact 1: when '2022-05/2022-01' is no date"),
        ("when: 2022", "when: 2022-01~", "fact 1: when '2022-01~' is no date"),
        ("[planned, possible]", "sure", "fact 4: modality 'sure' is none of actual, planned"),
        ("negated: false", "negated: never", "fact 4: negated 'never': write true or false"),
        ("part: caption", "part: picture", "takuba: never 1: part 'picture' is none of title"),
        ("    - {predicate: question, about: [wagner, ML]}", "    - question", "takuba: Expected `object`, got `str` - at `\\$.facts\\[1\\]`"),
        ("facts: []", "facts: &all [*all]", "an alias .*; write it out"),
        ("- {predicate: question", "- {predicate: [question", "no YAML that can be read: .*line 10"),
    ],
)  # fmt: skip
def test_a_fault_names_file_report_and_what_is_wrong(gold: Path, old: str, new: str, says: str) -> None:
    assert old in GOOD
    with pytest.raises(GoldError, match=says) as refused:
        load(gold, GOOD.replace(old, new, 1))
    assert str(refused.value).startswith(str(gold))


@pytest.mark.parametrize(
    "text",
    ["", "just words", "id: takuba", "[]", "- takuba", "\x00", "[" * 5000, "- " * 5000, "!!python/name:os.system"],
)
def test_what_is_no_list_of_reports_is_refused(gold: Path, text: str) -> None:
    with pytest.raises(GoldError, match=r"gold\.yaml"):
        load(gold, text)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(GoldError, match=f"cannot read {path}"):
            load_gold(path)


scalars = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates() | st.datetimes() | st.binary(max_size=4)
)  # fmt: skip
anything = st.recursive(
    scalars, lambda some: st.lists(some, max_size=3) | st.dictionaries(st.text(max_size=5), some, max_size=3)
)
keys = st.sampled_from(["predicate", "type", "actor", "about", "when", "end", "quantity", "modality", "negated", "part", "id", "lang", "facts", "text", "file"])  # fmt: skip
values = anything | st.sampled_from(
    ["event", "withdraw", "nl", "planned", "2022-02", "2022/2023", [{"predicate": "event"}]]
)
reports = st.lists(st.dictionaries(keys, values, max_size=8) | anything, max_size=3)


@given(reports)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_it_holds_it_is_loaded_or_refused(gold: Path, said: Any) -> None:
    try:
        load(gold, yaml.safe_dump(said))
    except GoldError as fault:
        assert str(gold) in str(fault)  # noqa: PT017 - either is right


@given(st.dictionaries(keys, values, max_size=6))
def test_any_fact_is_made_or_refused(said: dict[str, Any]) -> None:
    try:
        fact = Fact.of(said)
    except GoldError:
        return
    assert set(fact.slots) == set(said) - {"predicate", "type"}
    assert str(fact).startswith(fact.kind)
