"""Names: whom the words of a search may mean, in any language and spelling of the register; and whom a report names."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from missionwatch import register
from missionwatch.register.entries import LANGUAGES, Organisation, State, words_of
from missionwatch.search.words import stopwords, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from missionwatch.records import Kind
    from missionwatch.register import Entry

_KINDS: tuple[Kind, ...] = ("state", "mission", "organisation", "group", "place")
_FORMS = ("name", "adjective", "national", "body")
_SHORT = 2  # letters: so short a name is meant only as it is written


class Meaning(NamedTuple):
    """What a name may mean: ids it names, and ids it stands for ("The Hague", of the Netherlands)."""

    names: frozenset[str]
    stands_for: frozenset[str]

    @property
    def ids(self) -> tuple[str, ...]:
        """Return all of them, those it names first."""
        return (*sorted(self.names), *sorted(self.stands_for - self.names))


class Names:
    """The register's names of all languages, folded."""

    def __init__(self) -> None:
        self._meanings: dict[tuple[str, ...], Meaning] = {}
        self._written: dict[tuple[str, ...], set[str]] = {}
        self._longest: dict[str, int] = {}
        for kind in _KINDS:
            for entry in register.load().entries(kind):
                for name, stands in _called(entry):
                    self._add(name, entry.id, stands=stands)

    def _add(self, name: str, entity: str, *, stands: bool) -> None:
        folded = tuple(token.folded for token in tokens(name))
        if not folded:
            return
        was = self._meanings.get(folded, Meaning(frozenset(), frozenset()))
        now = was._replace(stands_for=was.stands_for | {entity}) if stands else was._replace(names=was.names | {entity})
        self._meanings[folded] = now
        self._written.setdefault(folded, set()).add(name)
        self._longest[folded[0]] = max(self._longest.get(folded[0], 0), len(folded))

    def __contains__(self, word: str) -> bool:
        """Say whether a folded word is one, or begins one."""
        return word in self._longest

    def at(
        self, folded: Sequence[str], written: Sequence[str] | Mapping[int, str], start: int
    ) -> tuple[int, Meaning] | None:
        """Return how many words from ``start`` on are a name, the most possible, and what it may mean; None where none are."""
        for length in range(min(self._longest.get(folded[start], 0), len(folded) - start), 0, -1):
            words = tuple(folded[start : start + length])
            found = self._meanings.get(words)
            if found is None:
                continue
            doubtful = length == 1 and (words[0] in stopwords() or len(words[0]) <= _SHORT)
            if doubtful and written[start] not in self._written[words]:  # "us" is no country, "US" is
                continue
            return length, found
        return None

    def meaning(self, name: str) -> Meaning | None:
        """Return what a whole name may mean, in whatever case it is written; None where nobody is called so."""
        return self._meanings.get(tuple(token.folded for token in tokens(name)))


@cache
def names() -> Names:
    """Return the register's names, made ready once."""
    return Names()


def _called(entry: Entry) -> Iterator[tuple[str, bool]]:
    """Yield what an entry is called, each with whether it only stands for it."""
    lists = [(entry, False)]
    if isinstance(entry, State):
        more = (
            (entry.adjectives, False),
            (entry.former, False),
            (entry.nationals, False),
            (entry.capitals, True),
            (entry.seats, True),
        )
        lists += more  # type: ignore[arg-type]  # words are what is asked of each
    if isinstance(entry, Organisation):
        lists.append((entry.seats, True))  # type: ignore[arg-type]
    for words, stands in lists:
        for _, word in words_of(words):
            yield word, stands


def named_in(text: str, language: str) -> frozenset[str]:
    """Return the register ids that a report's text names; of a name with several meanings all."""
    known = language if language in LANGUAGES else "en"
    hits = register.load().gazetteer(known).find(text)
    return frozenset(sense.id for hit in hits for sense in hit.senses if sense.id and sense.form in _FORMS)
