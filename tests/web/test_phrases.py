"""Phrases are there in every language, with the same gaps, and every one of them is used."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from missionwatch.briefing import languages
from missionwatch.records.statement import EVENT_TYPES
from missionwatch.web import rendering

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILES = sorted(rendering._FOLDER.glob("phrases/*.toml"))
GAP = re.compile(r"\{(\w*)\}")


def leaves(said: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Yield every phrase with the keys that lead to it."""
    for key, value in said.items():
        if all(isinstance(one, str) for one in value.values()):
            yield (*path, key), value
        else:
            yield from leaves(value, (*path, key))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_phrase_has_all_languages_and_the_same_gaps(file: Path) -> None:
    for path, phrase in leaves(tomllib.loads(file.read_text(encoding="utf-8"))):
        assert set(phrase) == set(languages()), path
        gaps = {language: sorted(GAP.findall(words)) for language, words in phrase.items()}
        assert len({tuple(found) for found in gaps.values()}) == 1, (path, gaps)
        assert all(words.strip() for words in phrase.values()), path


@pytest.mark.parametrize("file", [one for one in FILES if one.stem != "signals"], ids=lambda file: file.stem)
def test_each_phrase_is_used(file: Path) -> None:
    used = "\n".join(one.read_text(encoding="utf-8") for one in rendering._FOLDER.rglob("*.html"))
    used += "\n".join(one.read_text(encoding="utf-8") for one in rendering._FOLDER.rglob("*.py"))
    for path, _ in leaves(tomllib.loads(file.read_text(encoding="utf-8"))):
        reached = [
            rf"words(\.\w+)*\.{re.escape(path[0])}\b",
            rf"words\[\"{re.escape(path[0])}\"\]",
            rf"\"{re.escape(path[0])}\"",
        ]
        assert any(re.search(one, used) for one in reached), (file.stem, path)


def test_every_type_of_event_has_its_word() -> None:
    assert set(EVENT_TYPES) <= set(rendering.phrases("mission")["type"])
