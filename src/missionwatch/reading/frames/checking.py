"""Whether a language pack's entries have effect: a word listed twice, or under two names where one wins, only seems to say something."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from missionwatch.errors import PackError
from missionwatch.reading.frames.conditions import CONDITIONS
from missionwatch.reading.frames.roles import load_frames

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Sections whose entries are regular expressions, numbers or tables of endings.
_NO_LISTS = frozenset({"shape", "numbers", "vague", "fractions", "conjugation", "melting"})
# Sections whose entries are parted by commas, since their words may be several.
_PHRASES = frozenset({
    "able", "anaphora", "answered_no", "as_many", "barred", "beside_the_point", "courteous", "demanded", "fixed", "hearsay", "intended",
    "likewise", "of_words", "outstanding", "qualifiers", "relations", "settled", "staked", "unable", "undecided", "unknown", "unproven",
    "untrue", "weighed",
})  # fmt: skip
# Sections in which a word can stand under one name only.
_ONE_NAME = frozenset({
    "nouns", "modals", "qualifiers", "fixed", "forms", "light", "grades", "grade_verbs", "likelihood",
})  # fmt: skip
_WORDS = ("verbs", "nouns", "words", "phrases")


def check(language: str, sections: Mapping[str, Any], triggers: Mapping[str, Any]) -> None:
    """Raise ``PackError`` that names every entry of the pack that is there twice or has no effect."""
    faults = [*_listed_twice(sections), *_two_names(sections), *_idle(triggers)]
    if faults:
        raise PackError(
            f"the language pack {language!r} has {len(faults)} entries without effect: {'; '.join(faults)}. "
            "Take each out, or put it where it is asked for."
        )


def _items(text: str, *, phrases: bool) -> list[str]:
    return [" ".join(item.split()) for item in (re.split(r"[,\n]", text) if phrases else text.split()) if item.strip()]


def _listed_twice(sections: Mapping[str, Any]) -> Iterator[str]:
    for section, entries in sections.items():
        for name, text in entries.items() if section not in _NO_LISTS else ():
            items = _items(text, phrases=section in _PHRASES)
            if not items:
                yield f"[{section}] {name} is empty"
            yield from (f"[{section}] {name} has {item!r} twice" for item, n in Counter(items).items() if n > 1)


def _two_names(sections: Mapping[str, Any]) -> Iterator[str]:
    for section in _ONE_NAME & sections.keys():
        under: dict[str, str] = {}
        for name, text in sections[section].items():
            for item in _items(text, phrases=section in _PHRASES):
                if (other := under.setdefault(item, name)) != name:
                    yield f"[{section}] {item!r} stands under {other} and {name}"


def _idle(triggers: Mapping[str, Any]) -> Iterator[str]:
    frames = load_frames()
    said: dict[tuple[str, ...], str] = {}
    anyhow = {
        (section.get("frame", name), key, item): name
        for name, section in triggers.items()
        for key in _WORDS
        for item in _items(section.get(key, ""), phrases=True)
        if not section.get("only")
    }
    for name, section in triggers.items():
        yield from (f"[{name}] opens no frame {f!r}" for f in section.get("frame", name).split() if f not in frames)
        unknown = set(section.get("only", "").split()) - set(CONDITIONS)
        yield from (f"[{name}] asks for {condition!r}, which nothing tells" for condition in sorted(unknown))
        words: list[str] = []
        for key in _WORDS:
            items = _items(section.get(key, ""), phrases=True)
            words += [f"{key}: {item}" for item in items]
            yield from (f"[{name}] has {item!r} twice" for item, n in Counter(items).items() if n > 1)
            for item in items:
                if (other := anyhow.get((section.get("frame", name), key, item), name)) != name:
                    yield f"[{name}] has {item!r}, which opens the frame in [{other}] already, whatever the clause"
        whole = (section.get("only", ""), *sorted(words))
        if (other := said.setdefault(whole, name)) != name:
            yield f"[{name}] has the same words as [{other}]: name both frames in one"
