"""Words as the index holds them: folded (no capitals, no accents), and their base forms by language."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

import tomli

from missionwatch.lemmas import lemmatizer
from missionwatch.register.entries import LANGUAGES

_TOKEN = re.compile(r"[^\W_]+")
_LONGEST = 64  # characters of a word; what is longer is no word of any language
_REMEMBERED = 200_000
_OWN = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


class Token(NamedTuple):
    """A word of a text: ``text[start:end]``, and what it is folded to."""

    start: int
    end: int
    folded: str


def tokens(text: str) -> list[Token]:
    """Return the words of a text, folded; digits are words too.

    >>> [token.folded for token in tokens("L’Élysée: 2.400 C-130’s")]
    ['l', 'elysee', '2', '400', 'c', '130', 's']
    """
    found = (Token(m.start(), m.end(), fold(m.group())) for m in _TOKEN.finditer(text))
    return [token for token in found if token.folded]


def written(text: str) -> list[tuple[re.Match[str], str]]:
    """Return the words of a text as they are found in it, each with what it is folded to: quicker than ``tokens``."""
    return [(m, folded) for m in _TOKEN.finditer(text) if (folded := fold(m[0]))]


@lru_cache(_REMEMBERED)
def fold(word: str) -> str:
    """Return a word in small letters, without accents; empty where nothing of it is a letter or a digit."""
    apart = unicodedata.normalize("NFKD", word[:_LONGEST].casefold().translate(_OWN)).casefold()
    return "".join(c for c in apart if c.isalnum())[:_LONGEST]


@lru_cache(_REMEMBERED)
def lemma(word: str, language: str) -> str:
    """Return the folded base form of a word as written; in a language that we have no words of, the word itself, folded."""
    if language not in LANGUAGES or not word.isalpha() or len(word) > _LONGEST:
        return fold(word)
    return fold(lemmatizer().lemmatize(word.lower(), lang=language))


@cache
def stopwords() -> frozenset[str]:
    """Return the words, folded, that are in almost every sentence of some language."""
    said = tomli.loads((resources.files("missionwatch.search") / "data" / "stopwords.toml").read_text("utf-8"))
    return frozenset(fold(word) for words in said.values() for word in words)
