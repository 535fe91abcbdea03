"""What a person types, understood: words, names, "phrases", beginnings*, and what is -not wanted. Nothing typed is an error."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from missionwatch.register.entries import LANGUAGES
from missionwatch.search.naming import Meaning, names
from missionwatch.search.words import Token, lemma, stopwords, tokens

LONGEST = 1_000  # characters that are read
MOST = 12  # things that are looked for at once
_ITEM = re.compile(r'(-?)"([^"]*)"?|(\S+)')
_SHORTEST_BEGINNING = 2  # letters before a *


class Wanted(NamedTuple):
    """One thing to be found: words that follow one another, in their base forms where it is one word, or whom they name.

    ``text`` is as it was typed; ``exact`` means these words only (they stood in quotation marks); ``beginning`` that the last one goes on.
    """

    text: str
    words: tuple[str, ...]
    lemmas: tuple[str, ...] = ()
    meaning: Meaning | None = None
    exact: bool = False
    beginning: bool = False


class Asked(NamedTuple):
    """A search understood: what is ``wanted``, what is ``unwanted``, the plain words for meaning, and whether it was ``cut``."""

    wanted: tuple[Wanted, ...] = ()
    unwanted: tuple[Wanted, ...] = ()
    plain: str = ""
    cut: bool = False

    @property
    def names(self) -> dict[str, tuple[str, ...]]:
        """Return the names understood, each with the ids it may mean."""
        return {one.text: one.meaning.ids for one in self.wanted if one.meaning is not None}


def understand(typed: str) -> Asked:
    """Return what was typed as what is wanted.

    >>> [one.words for one in understand('"den haag" troep* -Wagner').wanted]
    [('den', 'haag'), ('troep',)]
    """
    text = _clean(typed[:LONGEST])
    wanted: list[Wanted] = []
    unwanted: list[Wanted] = []
    run: list[tuple[int, str, Token]] = []
    plain: list[str] = []
    for number, found in enumerate(_ITEM.finditer(text)):
        minus, phrase, item = found.groups()
        if item is None:
            words = tuple(token.folded for token in tokens(phrase))
            if words:
                (unwanted if minus else wanted).append(Wanted(phrase.strip(), words, exact=True))
                plain += [] if minus else [phrase]
            continue
        if item.startswith("-") and (inside := tokens(item)) and inside[0].start == 1:
            unwanted += _listed([(number, item, token) for token in inside], keep=True, beginning=item.endswith("*"))
            continue
        if item.endswith("*"):
            wanted += _listed([(number, item, token) for token in tokens(item)], keep=True, beginning=True)
            plain.append(item.rstrip("*"))
            continue
        run += [(number, item, token) for token in tokens(item)]
        plain.append(item)
    wanted += _listed(run, keep=False) or _listed(run, keep=True)
    distinct = tuple(dict.fromkeys(wanted))
    return Asked(distinct[:MOST], tuple(dict.fromkeys(unwanted))[:MOST], " ".join(plain), _too_much(typed, distinct))


def _too_much(typed: str, wanted: tuple[Wanted, ...]) -> bool:
    return len(typed) > LONGEST or len(wanted) > MOST


def _clean(typed: str) -> str:
    """Return text without what cannot be seen: control characters, marks of direction, halves of characters."""
    kept = (
        c if not unicodedata.category(c).startswith("C") else "" if unicodedata.category(c) == "Cf" else " "
        for c in typed
    )
    return (
        unicodedata.normalize("NFC", "".join(kept))
        .replace("“", '"')
        .replace("”", '"')
        .replace("„", '"')
        .replace("«", '"')
        .replace("»", '"')
    )


def _listed(run: list[tuple[int, str, Token]], *, keep: bool, beginning: bool = False) -> list[Wanted]:
    """Return words, of which each belongs to a numbered item, as things wanted: names first, then words; ``keep`` all of them."""
    out: list[Wanted] = []
    written = [item[token.start : token.end] for _, item, token in run]
    folded = [token.folded for _, _, token in run]
    at = 0
    while at < len(run):
        named = names().at(folded, written, at) if not beginning else None
        if named is not None:
            length, meaning = named
            text = " ".join(written[at : at + length])
            lemmas = _lemmas(written[at]) if length == 1 else ()
            out.append(Wanted(text, tuple(folded[at : at + length]), lemmas, meaning))
            at += length
            continue
        if not keep and _elided(*run[at][1:]):
            at += 1
            continue
        end = at + 1
        while end < len(run) and run[end][0] == run[at][0] and (keep or _goes_on(run, folded, written, end)):
            end += 1
        words, said = tuple(folded[at:end]), " ".join(written[at:end])
        goes_on = beginning and end == len(run) and len(words[-1]) >= _SHORTEST_BEGINNING
        if keep or len(words) > 1 or (words[0] not in stopwords() and len(words[0]) > 1):
            out.append(
                Wanted(said, words, _lemmas(written[at]) if len(words) == 1 and not goes_on else (), beginning=goes_on)
            )
        at = end
    return out


def _goes_on(run: list[tuple[int, str, Token]], folded: list[str], written: list[str], at: int) -> bool:
    """Say whether a word belongs to the one before it in the same item ("2.400"), and is no name or remnant of its own."""
    return not _elided(*run[at][1:]) and names().at(folded, written, at) is None


def _elided(item: str, token: Token) -> bool:
    """Say whether a word is what an apostrophe leaves of one: "l'ambassadeur", "qu'elle", "Denmark's"."""
    beside = item[token.end : token.end + 1] + item[max(0, token.start - 1) : token.start]
    small = len(token.folded) == 1 or token.folded in stopwords()
    return small and bool({"'", "’"} & {*beside})


def _lemmas(word: str) -> tuple[str, ...]:
    """Return the base forms a word may have in any of our languages."""
    return tuple(dict.fromkeys(lemma(word, language) for language in LANGUAGES))
