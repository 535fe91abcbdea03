"""A hit as it is shown: a stretch of the text with what was asked for marked in it, as stretches and never as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.records import Span
from missionwatch.register.entries import LANGUAGES
from missionwatch.search.naming import names
from missionwatch.search.words import lemma, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from missionwatch.search.asking import Wanted
    from missionwatch.search.naming import Names

_LONG = 280  # characters of a snippet
_BEFORE = 60  # of them before the first mark
_MOST_MARKS = 40
_READ = 200_000  # characters of a text in which marks are looked for


class Marking:
    """Finds what is wanted in texts; made once for a search."""

    def __init__(self, wanted: Sequence[Wanted]) -> None:
        self._rows = [one.words for one in wanted if not one.beginning]
        self._firsts = {words[0] for words in self._rows}
        self._begun = [one.words for one in wanted if one.beginning]
        single = [one for one in wanted if not one.beginning and not one.exact and len(one.words) == 1]
        self._bases = {word for one in single for word in (*one.words, *one.lemmas)}
        self._meant = frozenset(entity for one in wanted if one.meaning is not None for entity in one.meaning.ids)

    def marks(self, text: str, language: str) -> list[Span]:
        """Return where a text holds or names what is wanted, in order, none overlapping."""
        found: list[Span] = []
        pairs = written(text[:_READ])
        folded = [word for _, word in pairs]
        based, known, names_of = bool(self._bases), language in LANGUAGES, names() if self._meant else None
        at = 0
        while at < len(folded) and len(found) < _MOST_MARKS:
            word, length = folded[at], 0
            if names_of is not None and word in names_of:
                length = self._named(names_of, folded, pairs[at][0][0], at)
            if not length and word in self._firsts:
                length = max((len(row) for row in self._rows if tuple(folded[at : at + len(row)]) == row), default=0)
            if not length and self._begun:
                length = max((len(row) for row in self._begun if _begins(row, folded[at : at + len(row)])), default=0)
            if (
                not length
                and based
                and (word in self._bases or (known and lemma(pairs[at][0][0], language) in self._bases))
            ):
                length = 1
            if length:
                found.append(Span(pairs[at][0].start(), pairs[at + length - 1][0].end()))
            at += length or 1
        return found

    def _named(self, names_of: Names, folded: Sequence[str], first: str, at: int) -> int:
        """Return how many words from here on name one of those wanted, under whatever name."""
        named = names_of.at(folded, {at: first}, at)
        return named[0] if named is not None and not named[1].names.isdisjoint(self._meant) else 0


def _begins(row: Sequence[str], words: Sequence[str]) -> bool:
    return len(words) == len(row) and tuple(words[:-1]) == tuple(row[:-1]) and words[-1].startswith(row[-1])


def snippet(text: str, marked: Sequence[Span]) -> Span:
    """Return the stretch of a text to show: where the first mark is, cut between words."""
    if len(text) <= _LONG:
        return Span(0, len(text))
    begin = max(0, _densest(marked) - _BEFORE)
    if begin:
        begin = next((at + 1 for at in range(begin, min(begin + 30, len(text))) if text[at].isspace()), begin)
    end = min(len(text), begin + _LONG)
    if end < len(text):
        end = next((at for at in range(end, max(begin, end - 30), -1) if text[at].isspace()), end)
    return Span(begin, end)


def _densest(marked: Sequence[Span]) -> int:
    """Return where the stretch with most marks begins."""
    room = _LONG - _BEFORE
    best = max(
        marked,
        key=lambda one: (sum(one.start <= other.start < one.start + room for other in marked), -one.start),
        default=None,
    )
    return best.start if best is not None else 0


def inside(marked: Sequence[Span], shown: Span, offset: int) -> Iterator[Span]:
    """Yield the marks within what is shown, counted from the beginning of the whole text."""
    for one in marked:
        if shown.start <= one.start and one.end <= shown.end:
            yield Span(one.start + offset, one.end + offset)
