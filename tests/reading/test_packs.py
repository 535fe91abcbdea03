"""A pack's entries have effect: what is there twice, or where nothing asks for it, is refused by name."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionwatch.errors import PackError
from missionwatch.reading import frames
from missionwatch.reading.frames.checking import check
from missionwatch.reading.frames.conditions import CONDITIONS
from missionwatch.reading.frames.doers import DOERS
from missionwatch.reading.frames.heading import HEADING
from missionwatch.reading.frames.loading import PACKS, languages, load_pack
from missionwatch.reading.frames.objects import OBJECTS
from missionwatch.reading.frames.told_how import TOLD_HOW

ENGINE = "".join(path.read_text(encoding="utf-8") for path in Path(frames.__file__).parent.glob("*.py"))


@pytest.mark.parametrize(
    ("sections", "triggers", "named"),
    [
        ({"nouns": {"people": "soldiers troops soldiers"}}, {}, "'soldiers' twice"),
        ({"unknown": {"phrases": "not clear, open question,  not  clear"}}, {}, "'not clear' twice"),
        ({"nouns": {"people": "convoy", "convoy": "convoy"}}, {}, "people and convoy"),
        ({"grades": {"negative": "dire", "worrying": "dire"}}, {}, "negative and worrying"),
        ({"classes": {"adverb": " "}}, {}, "adverb is empty"),
        ({}, {"withdraw": {"verbs": "leave, quit, leave"}}, "'leave' twice"),
        ({}, {"vanish": {"verbs": "vanish"}}, "no frame 'vanish'"),
        ({}, {"leave": {"frame": "withdraw", "verbs": "leave", "only": "troops sad"}}, "'sad', which nothing tells"),
        ({}, {"lead": {"verbs": "head"}, "run": {"frame": "lead", "verbs": "head"}}, "same words as [lead]"),
        (
            {},
            {"withdraw": {"verbs": "leave"}, "quit": {"frame": "withdraw", "verbs": "leave", "only": "troops"}},
            "[withdraw] already",
        ),
    ],
)
def test_an_entry_without_effect_is_named(sections: dict, triggers: dict, named: str) -> None:  # type: ignore[type-arg]
    with pytest.raises(PackError) as fault:
        check("xx", sections, triggers)
    assert named in str(fault.value)


@given(st.lists(st.text("abcdefgh", min_size=1), min_size=1, unique=True), st.data())
def test_a_list_is_refused_just_where_a_word_is_in_it_twice(words: list[str], data: st.DataObject) -> None:
    check("xx", {"felt": {"words": " ".join(words)}}, {})
    again = data.draw(st.sampled_from(words))
    with pytest.raises(PackError, match=f"'{again}' twice"):
        check("xx", {"felt": {"words": " ".join([*words, again])}}, {})


@pytest.mark.parametrize("language", languages())
def test_each_class_of_words_is_asked_for_by_the_engine(language: str) -> None:
    load_pack(language)
    lexicon = tomllib.loads((PACKS / language / "lexicon.toml").read_text(encoding="utf-8"))
    names = {*lexicon["classes"], *lexicon["shape"], *lexicon["verbs"]}
    idle = sorted(name for name in names if not re.search(rf"[\"'._]{re.escape(name)}\b", ENGINE))
    assert not idle, f"nothing asks for {idle} in the {language} lexicon"


def test_each_condition_of_a_trigger_is_told_once_and_asked_for() -> None:
    assert sum(map(len, (DOERS, OBJECTS, TOLD_HOW, HEADING))) == len(CONDITIONS)
    triggers = [tomllib.loads((PACKS / one / "triggers.toml").read_text(encoding="utf-8")) for one in languages()]
    asked_for = {name for one in triggers for section in one.values() for name in section.get("only", "").split()}
    assert asked_for == set(CONDITIONS)
