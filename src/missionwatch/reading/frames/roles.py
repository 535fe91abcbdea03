"""Frames and their matches: which roles a frame has, what may fill each, and who does in a clause."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli

from missionwatch.reading.frames.clauses import Clause  # noqa: TC001 - a compiled Match looks for it
from missionwatch.records import EntityRef, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.times import TimeMention

_OPTIONS = frozenset(
    {"type", "predicate", "from_place", "harm", "relation", "each", "needs", "function", "modality", "by_speaker"}
)


@dataclass(slots=True, frozen=True)
class Frame:
    """A frame: its predicate (and event type), and for each role where its filler may stand, best first."""

    name: str
    predicate: str
    type: str | None
    roles: dict[str, tuple[tuple[str, str], ...]]
    from_place: bool = False
    harm: str | None = None
    relation: Relation | None = None
    each: str | None = None
    needs: tuple[str, ...] = ()
    function: str | None = None
    modality: str | None = None
    by_speaker: bool = False  # who says it does it


@cache
def load_frames() -> dict[str, Frame]:
    """Load the frames (once) from ``frames.toml``."""
    with (Path(__file__).parent / "frames.toml").open("rb") as handle:
        data: dict[str, dict[str, Any]] = tomli.load(handle)
    common = data.pop("event")
    frames = {}
    for name, section in data.items():
        predicate = section.get("predicate", "event")
        spec = ({**common} if predicate == "event" else {}) | {k: v for k, v in section.items() if k not in _OPTIONS}
        roles = {role: tuple((w.split(":")[0], w.split(":")[1]) for w in text.split()) for role, text in spec.items()}
        frames[name] = Frame(
            name, predicate, section.get("type"), roles, section.get("from_place", False), section.get("harm"),
            section.get("relation"), section.get("each"), tuple(section.get("needs", "").split()),
            section.get("function"), section.get("modality"), section.get("by_speaker", False),
        )  # fmt: skip
    return frames


@dataclass(slots=True, eq=False)
class Match:
    """A frame opened in a clause. ``relations`` are the phrases in reach; ``phrase`` is the trigger noun's, if a noun."""

    frame: Frame
    clause: Clause
    anchor: int
    phrase: Phrase | None
    relations: dict[str, list[Phrase]]
    times: list[TimeMention]
    first: int
    last: int
    modality: str = "actual"
    negated: bool = False
    denies: bool = False
    light: bool = False
    accused: bool = False  # whom somebody accuses of it did it, says the accuser
    ahead: bool = False  # what governs its clause says that it is to come
    fixed: bool = False
    trigger: str = ""
    only: tuple[str, ...] = ()
    used: set[int] = field(default_factory=set)

    def reach(self) -> Iterator[Phrase]:
        """Yield each phrase in reach once."""
        seen: set[int] = set()
        for phrases in self.relations.values():
            for phrase in phrases:
                if id(phrase) not in seen:
                    seen.add(id(phrase))
                    yield phrase

    @staticmethod
    def governments(phrase: Phrase) -> tuple[EntityRef, ...]:
        """Return the governments that capitals stand for where one is asked: "demande des explications à Ankara"."""
        parts = [p for p in (phrase, *phrase.group) if p.senses("capital")]
        return tuple(_government(r) for p in parts for r in p.refs if r.kind == "place" and r.country)

    def _seats(self, spot: Phrase) -> bool:
        """Say whether a phrase only says where who does it sits: "the junta in Niamey demanded …" asks nothing of Niger."""
        return any(p.last + 1 == spot.start and p.senses("body") for p in self.clause.subjects)

    def _of_the_subject(self, phrase: Phrase) -> bool:
        """Say whether a phrase says whose the subject of a verb is."""
        return self.phrase is None and any(p.last + 1 == phrase.start for p in self.clause.subjects)

    def _by_those_looked_into(self, phrase: Phrase) -> bool:
        """Say whether a phrase says who did what an inquiry is about: "an inquiry into abuse by Gabonese troops"."""
        about = (p for p in self.clause.phrases if "to" in p.relations and p.last + 1 == phrase.start)
        return self.frame.type == "investigate" and self.phrase is not None and any(about)

    def _of_the_struck(self, phrase: Phrase) -> bool:
        """Say whether an adjective is that of the subject."""
        return any(p.first == phrase.first for p in self.clause.subjects)

    def _of_nobody_known(self) -> bool:
        """Say whether a verb is done by a pronoun that nobody is known for: "they have left Mali" is not done by Mali."""
        doers = self.clause.subjects if self.phrase is None and not self.clause.passive else []
        return bool(doers) and all(p.pronoun == "person_pronoun" and not p.refs for p in doers)

    def _asks_others(self) -> bool:
        """Say whether a verb asks those who are named as its object, whoever they are: "other countries"."""
        asked = self.relations.get("object", ()) if self.frame.type == "demand" and self.phrase is None else ()
        return any(p.bare and not p.refs and p.noun in ("country", "partner") for p in asked)

    def fill(self, role: str) -> tuple[EntityRef, ...]:
        """Return who fills a role, after the frame's order of preference; each phrase serves one role (but *)."""
        nobody_known = role == "actor" and self._of_nobody_known()
        for relation, kind in self.frame.roles.get(role, ()):
            if nobody_known and relation not in ("subject", "by"):
                continue
            plain = self.phrase is None and (not self.fixed or self.clause.passive)
            if role == "actor" and relation in ("of", "genitive") and plain:
                continue  # what a verb has "of" is no doer: exige des autorités que …
            for phrase in self.reach() if relation == "*" else self.relations.get(relation, ()):
                if (relation == "*" and kind == "place" and _no_spot(phrase)) or (
                    role == "target" and phrase.pronoun == "place_pronoun"
                ):
                    continue
                if role == "target" and phrase.relations and phrase.noun == "country" and phrase.owned:
                    continue  # barred him from their territory
                if role == "target" and relation != "object" and self._asks_others():
                    continue  # riep andere landen op troepen naar Haïti te sturen
                if id(phrase) in self.used and relation != "*":
                    continue
                if role == "actor" and relation == "by" and self._by_those_looked_into(phrase):
                    continue
                if (
                    relation == "adjective"
                    and self.frame.name == "attacked"
                    and self._of_the_struck(phrase) == (role == "actor")
                ):
                    continue  # the Irish camp came under Israeli fire
                if relation == "*" and self.frame.type in _COMING and phrase.relations == ("from",):
                    continue  # flown in from UNMISS
                if role == "mission" and phrase.pronoun == "place_pronoun" and self._names_a_mission():
                    continue  # y a commandé la force de la MINUSMA: that one
                if role == "actor" and relation == "object" and phrase.noun == "country" and phrase.definite:
                    continue  # who leaves the country is not that country
                if role == "actor" and "of" in phrase.relations and self._of_the_subject(phrase):
                    continue  # a vehicle of UNIFIL hit a mine
                refs = tuple(r for r in phrase.everyone() if is_kind(r, kind, phrase))
                worded = self.phrase is not None or (self.fixed and self.frame.type in _BY_WORDS)  # l'appui de Moscou
                marks = ("of", "by", "genitive") if self.fixed else ("of", "by")
                owner = role == "actor" and relation in marks and worded
                owner = owner and self.frame.type not in HAPPENINGS  # the attack of Mogadishu was made there
                pact = (
                    self.frame.type == "agree"
                    and self.phrase is not None
                    and {"with", "without"}.isdisjoint(self.phrase.relations)
                )
                owner = owner and not (pact and "with" not in self.relations)  # the Pretoria agreement was made there
                asked = role == "target" and relation in ("to", "at", "object", "of", "from", "against", "genitive")
                asked = asked and self.frame.type not in HAPPENINGS  # who marches in Niamey strikes no government
                if not refs and kind == "party" and (owner or asked):
                    refs = () if asked and self._seats(phrase) else self.governments(phrase)
                if refs:
                    self.used.add(id(phrase))
                    self.used.update(id(p) for p in phrase.group)
                    return refs
        return self._ruled_from() if role == "actor" else ()

    def _names_a_mission(self) -> bool:
        """Say whether the object, or what is right behind it, names a mission itself: not only a pronoun does."""
        ends = {p.last + 1 for p in self.clause.objects}
        return any(
            p.named and p.refs_of("mission") and (p in self.clause.objects or (p.start in ends and "of" in p.relations))
            for p in self.clause.phrases
        )

    def _ruled_from(self) -> tuple[EntityRef, ...]:
        """Return the government in whose capital something is decided by nobody named: "in Boedapest is besloten"."""
        clause = self.clause
        nobody = clause.passive and not clause.subjects if self.phrase is None else self.phrase in clause.subjects
        nobody = nobody or self.frame.name == "opposition"
        if self.frame.type not in _DECIDED or not nobody or any("by" in p.relations for p in clause.phrases):
            return ()
        seats = (p for p in clause.phrases if "in" in p.relations and p.senses("capital") and not p.senses("seat"))
        return next((self.governments(p) for p in seats), ())


_BY_WORDS = frozenset({
    "accuse", "agree", "approve", "condemn", "demand", "deny", "mediate", "reject", "support", "threaten",
})  # fmt: skip
"""What governments do by saying it."""
_COMING = frozenset({"deploy", "reinforce"})  # whose mission is where they come to
_DECIDED = frozenset({"decide", "approve", "reject"})
TROOP_MOVES = frozenset({"deploy", "reinforce", "reduce", "withdraw"})
"""Events of troops that come, grow in number, shrink or go: where a report speaks of one mission, they are that mission's."""
HAPPENINGS = frozenset({"attack", "clash", "coup", "protest"})
"""What happens at a place: nobody agrees on it, and who leads it leads no mission."""


def _no_spot(phrase: Phrase) -> bool:
    """Say whether a phrase names a state that is no place here: French soldiers, backed by Rwanda."""
    people = phrase.relations == ("adjective",) and (phrase.is_people or bool(phrase.senses("function", "body")))
    return people or ("by" in phrase.relations and all(r.kind == "state" for r in phrase.refs))


def _are_nationals(phrase: Phrase) -> bool:
    """Say whether a phrase is the people of a state and nothing else, who are no place: "het vertrek van de Fransen"."""
    last = phrase.named[-1] if phrase.named and phrase.named[-1].last == phrase.last else None
    return phrase.definite and last is not None and bool(last.forms("national")) and not last.forms("name")


def _government(ref: EntityRef) -> EntityRef:
    return EntityRef(text=ref.text, id=f"state:{ref.country}", kind="state", country=ref.country, body="government")


def is_kind(ref: EntityRef, kind: str, phrase: Phrase) -> bool:
    """Say whether a ref is of one of the kinds that frames ask for."""
    if kind == "any":
        return True
    if kind == "someone":
        return bool(ref.body) or ref.kind in ("person", "mission", "organisation", "group")
    if kind == "giver":
        return ref.kind in ("state", "organisation")
    if kind == "place":
        return ref.kind == "place" or (ref.kind == "state" and ref.body is None and not _are_nationals(phrase))
    if kind == "diplomats":
        return ref.body == "diplomats"
    if kind == "town":
        return ref.kind == "place"
    if kind in ("party", "force"):
        if ref.kind is None:
            return phrase.noun in ("people", "person", "partner") or bool(ref.body) or phrase.unknown_name is not None
        if phrase.noun == "place" and not phrase.named and ref.kind == "state" and ref.body is None:
            return False  # the north of Kosovo
        return ref.kind != "place"
    return ref.kind == kind
