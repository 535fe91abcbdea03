"""Base forms come from simplemma's dictionaries, whether or not they can be kept between two commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionaries.trie_dictionary_factory import TrieDictionaryFactory

from missionwatch.lemmas import lemmatizer

if TYPE_CHECKING:
    from pathlib import Path

WORDS = {
    "nl": ["troepen", "trokken", "omgekomen", "militairen", "verlengde", "VN-missies", "gegijzelden"],
    "en": ["troops", "withdrew", "killed", "armies", "extended", "peacekeepers", "hostages"],
    "fr": ["troupes", "retirés", "tuées", "armées", "prolongea", "casques", "otages"],
}


@pytest.mark.parametrize("language", WORDS)
def test_the_kept_dictionaries_say_what_simplemma_says(language: str) -> None:
    plain = Lemmatizer()
    for word in WORDS[language]:
        assert lemmatizer().lemmatize(word, lang=language) == plain.lemmatize(word, lang=language)


def test_where_nothing_can_be_kept_words_are_looked_up_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    taken = tmp_path / "cache"
    taken.write_text("a file where a folder would be", encoding="utf-8")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda _name: taken)
    assert lemmatizer.__wrapped__().lemmatize("troepen", lang="nl") == "troep"
    assert not caplog.records


def test_a_spoilt_dictionary_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "nl.dic").write_bytes(b"cut off")
    factory = TrieDictionaryFactory(disk_cache_dir=str(tmp_path))
    assert (
        Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=factory)).lemmatize("troepen", lang="nl")
        == "troep"
    )
    assert (tmp_path / "nl.dic").stat().st_size > 1_000_000
