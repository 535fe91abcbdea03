"""Finding the register's names in a text, all at once, in one language."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ahocorasick_rs import AhoCorasick

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from missionwatch.records import Body, Kind

Form = Literal["name", "adjective", "national", "capital", "seat", "body", "function", "rank", "asset"]

# Characters that differ in print only; each is replaced by one of the same length, so that offsets stay.
_SAME = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "‑": "-", "‐": "-", "\u00a0": " ", "\u202f": " ", "\n": " ", "\t": " "}
)
_PLAIN = str.maketrans("àâäáãåçéèêëíìîïñóòôöõúùûüýÿ", "aaaaaaceeeeiiiinooooouuuuyy")
# The name of a ship behind its prefix: Zr.Ms. | De Ruyter, FS | Charles de Gaulle, USS | Dwight D. Eisenhower.
_PARTICLE = r"(?:[Dd]e|[Vv]an|der|den|la|le|du|di|of|the|y)"
_WORD = r"[A-ZÀ-Ý][\w'-]*[^\W\dA-ZÀ-Ý][\w'-]*"
_SHIP = re.compile(rf" (?:{_PARTICLE} )*{_WORD}(?: (?:(?:{_PARTICLE} )*{_WORD}|[A-Z]\.|[IVX]+\b)){{0,3}}")


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing a name may mean.

    ``form`` says how it names: ``name``; ``adjective`` or ``national`` of a state; ``capital`` or ``seat`` standing for
    a government; a ``body``, ``function``, ``rank`` or ``asset``. ``id`` and ``kind`` are None for common nouns
    ("the authorities"); ``code`` is a function's, rank's or asset's code.
    """

    form: Form
    id: str | None = None
    kind: Kind | None = None
    country: str | None = None
    body: Body | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in a text: ``text[start:end]``, and what it may mean."""

    start: int
    end: int
    text: str
    senses: tuple[Sense, ...]


class Gazetteer:
    """The names of one language, ready to be found. Of overlapping names the leftmost and longest counts."""

    def __init__(
        self, names: Mapping[str, tuple[Sense, ...]], ships: Mapping[str, tuple[Sense, ...]] | None = None
    ) -> None:
        """Take names with what they may mean, and the prefixes that ships are named with (HMS)."""
        prefixes = ships or {}
        forms: dict[str, tuple[Sense, ...]] = {}
        for name, senses in names.items():
            same = name.translate(_SAME)
            written = {same, same[:1].upper() + same[1:]}  # a common noun may open a sentence
            if same.count(" ") > 1 and any(s.kind == "mission" for s in senses):
                written.add(same[:1].lower() + same[1:])  # la mission multidimensionnelle intégrée des …
            for form in written:
                forms[form] = tuple(dict.fromkeys((*forms.get(form, ()), *senses)))
        self._forms = forms
        self._senses = [*forms.values(), *prefixes.values()]
        self._names = len(forms)
        self._automaton = AhoCorasick([*forms, *prefixes])
        self._large: tuple[AhoCorasick, list[tuple[Sense, ...]]] | None = None  # made when a line of capitals is met

    def __len__(self) -> int:
        """Return how many forms are known."""
        return self._names

    def senses(self, name: str) -> tuple[Sense, ...]:
        """Return what a name may mean, nothing for an unknown one."""
        return self._forms.get(name.translate(_SAME), ())

    def find(self, text: str) -> list[Hit]:
        """Return the names in a text, in order, none overlapping; a name inside a longer word is none."""
        plain = text.translate(_SAME)
        found = []
        for which, start, end in self._automaton.find_matches_as_indexes(plain, overlapping=True):
            if (start and plain[start - 1].isalnum()) or (end < len(plain) and plain[end].isalnum()):
                continue
            ship = _SHIP.match(plain, end) if which >= self._names else None
            if ship is not None or which < self._names:
                found.append((start, ship.end() if ship is not None else end, which))
        return _apart(found, text, self._senses)

    def find_in_capitals(self, text: str) -> list[Hit]:
        """Return the names of several words in a line that is all in capitals, with or without its accents."""
        if self._large is None:
            several = {_bare(form): senses for form, senses in self._forms.items() if " " in form}
            self._large = (AhoCorasick(list(several)), list(several.values()))
        automaton, senses = self._large
        plain = _bare(text.translate(_SAME))
        found = [
            (start, end, which)
            for which, start, end in automaton.find_matches_as_indexes(plain, overlapping=True)
            if not (start and plain[start - 1].isalnum()) and not (end < len(plain) and plain[end].isalnum())
        ]
        return _apart(found, text, senses)


def _apart(found: list[tuple[int, int, int]], text: str, senses: Sequence[tuple[Sense, ...]]) -> list[Hit]:
    """Return the leftmost and longest of the names found, none overlapping."""
    hits: list[Hit] = []
    at = 0
    ordered = sorted(found, key=lambda match: (match[0], -match[1], match[2]))
    for which, (start, end, name) in enumerate(ordered):
        if start >= at and not _runs_into_mission(ordered, which, senses):
            hits.append(Hit(start, end, text[start:end], senses[name]))
            at = end
    return hits


def _runs_into_mission(
    ordered: Sequence[tuple[int, int, int]], which: int, senses: Sequence[tuple[Sense, ...]]
) -> bool:
    """Say whether a post ends in words that open a mission's name, and a shorter one fits: "commandant de | l'opération Licorne"."""
    start, end, name = ordered[which]
    if not any(s.form == "function" for s in senses[name]):
        return False
    behind = itertools.takewhile(lambda match: match[0] < end, ordered[which + 1 :])
    crossing = [other[0] for other in behind if other[1] > end and any(s.kind == "mission" for s in senses[other[2]])]
    shorter = itertools.takewhile(lambda match: match[0] == start, ordered[which + 1 :])
    return bool(crossing) and any(other[1] <= min(crossing) for other in shorter)


def _bare(text: str) -> str:
    """Return a text in small letters without accents, letter for letter."""
    return text.lower().translate(_PLAIN)
