"""Headings: names in those that are written in capitals throughout, and those that are a name alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from missionwatch.register import Hit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.register import Gazetteer

_LINE = re.compile(r"^[^\na-zà-ÿ]{10,}$", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset({"preposition", "determiner", "coordinator"})  # "of", "the", "and" in a name


def names_in(text: str, gazetteer: Gazetteer, pack: Pack) -> list[Hit]:
    """Return the names in a text, in order; in a line of capitals those as well that are otherwise written small."""
    sided = pack.classes_of("sided")
    hits = [hit for hit in gazetteer.find(text) if not _against(hit, text, sided)]
    taken = {at for hit in hits for at in range(hit.start, hit.end)} if _LINE.search(text) else set()
    large: list[Hit] = []
    for line in _LINE.finditer(text):
        written = _WORD.sub(lambda word: _as_in_prose(word[0], pack), line[0])
        for hit in gazetteer.find(written) if len(written) == len(line[0]) else ():
            start, end = line.start() + hit.start, line.start() + hit.end
            if taken.isdisjoint(range(start, end)):
                large.append(Hit(start, end, text[start:end], hit.senses))
    return sorted([*hits, *large], key=lambda hit: hit.start) if large else hits


def _against(hit: Hit, text: str, sided: frozenset[str]) -> bool:
    """Say whether a name only tells on whose side others are: "anti-government rebels", "pro-Russian militias"."""
    if not hit.start or text[hit.start - 1] not in "-‑":
        return False
    return text[max(0, hit.start - 6) : hit.start - 1].lower().rpartition(" ")[2] in sided


def is_land_alone(clauses: Sequence[Clause]) -> bool:
    """Say whether a heading is no more than the name of a land, of which nothing is said: "THE GAMBIA"."""
    phrases = [p for c in clauses for p in c.phrases]
    lone = len(phrases) == 1 and not any(c.verbs for c in clauses)
    return lone and bool(phrases[0].refs) and all(r.kind == "state" for r in phrases[0].refs)


def _as_in_prose(word: str, pack: Pack) -> str:
    low = word.lower()
    return low if not _SMALL.isdisjoint(pack.classes.get(low, ())) else low.capitalize()
