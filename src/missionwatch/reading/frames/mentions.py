"""What a report has just spoken of and may take up again: a number of people, someone's post."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from missionwatch.records import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.records import EntityRef, Evidence


@dataclass(slots=True)
class Group:
    """A number of people just spoken of, so that "one of them" can be told from "the other"."""

    refs: tuple[EntityRef, ...]
    mission: tuple[EntityRef, ...]
    evidence: Evidence
    left: float | None = None

    def take(self, anaphor: Phrase) -> Quantity | None:
        """Return how many "one of them", "two of them" or "the others" are, and keep count of who is left."""
        if anaphor.number is not None:
            quantity = anaphor.number.quantity("people", anaphor.text)
            taken = quantity.value or 1.0
        elif anaphor.anaphor == "the_others":
            if self.left is None or self.left < 1:
                return None
            quantity, taken = Quantity(self.left, self.left, self.left, "people", "exact", anaphor.text), self.left
        else:
            quantity, taken = Quantity(1.0, 1.0, 1.0, "people", "exact", anaphor.text), 1.0
        self.left = self.left - taken if self.left is not None else None
        return quantity


@dataclass(slots=True)
class Post:
    """A person's post just spoken of, for "he has led the force since …"."""

    person: EntityRef
    function: str | None
    rank: str | None
    mission: tuple[EntityRef, ...]
    evidence: Evidence | None


@dataclass(slots=True)
class Officer:
    """Somebody named, the ranks told with the name, whether a post was, and how many were spoken of before."""

    person: EntityRef
    ranks: frozenset[str]
    titled: bool
    at: int


def named_people(phrase: Phrase, at: int) -> list[Officer]:
    """Return the persons that a phrase names, as they are named."""
    people = [r for r in phrase.refs if r.kind == "person"]
    ranks = frozenset(s.code for s in phrase.senses("rank") if s.code) if people else frozenset()
    return [Officer(r, ranks, bool(phrase.senses("function")), at) for r in people]


# Bodies of many people: whom "les" takes up.
_CROWDS = frozenset({"armed_forces", "police", "diplomats", "population", "opposition"})
_ONE = frozenset({"mission", "organisation", "person", "group"})


def taken_up(others: Iterable[EntityRef], *, plural: bool) -> EntityRef | None:
    """Return whom "les" or "la" before a verb means: the people, or the mission, body or person, spoken of last."""
    if plural:
        return next((r for r in others if r.kind == "group" or r.body in _CROWDS), None)
    return next((r for r in others if r.kind in _ONE), None)
