"""Noun phrases of a clause, with the preposition that marks them: who, what, where, how many.

A phrase is a maximal run of determiner, numbers, adjectives, nouns and names; a preposition before it gives its
relations to the verb or noun it depends on. Nothing is resolved here: ``discourse`` says who is meant.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from missionwatch.reading.frames.pack import Pack, Trigger
    from missionwatch.reading.frames.quantities import Number
    from missionwatch.reading.frames.tokens import Token
    from missionwatch.records import EntityRef, Quantity
    from missionwatch.register import Sense


@dataclass(slots=True)
class Named:
    """A register hit among the tokens ``first``–``last``: what it may mean, and its words."""

    first: int
    last: int
    text: str
    senses: tuple[Sense, ...]

    def forms(self, *forms: str) -> list[Sense]:
        """Return the senses of these forms."""
        return [sense for sense in self.senses if sense.form in forms]


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase. ``start`` is where its preposition begins (or ``first``); tokens ``first``–``last`` inclusive."""

    start: int
    first: int
    last: int
    relations: tuple[str, ...] = ()
    named: list[Named] = field(default_factory=list)
    number: Number | None = None
    noun: str | None = None
    pronoun: str | None = None
    anaphor: str | None = None
    share: float | None = None  # what part of them: half of the soldiers; 0 where none is told
    whole: Number | None = None  # of how many they are a share
    person: str | None = None
    definite: bool = False
    demonstrative: bool = False
    owned: bool = False
    single: bool = False
    some: bool = False  # opened by an article of several: des Danois
    negated: bool = False
    unknown_name: str | None = None
    specified: bool = False
    of_mission: bool = False  # the quick reaction force of MINUSMA
    of_people: bool = False  # the contingent of Lisbon: Portugal's
    told_apart: bool = False  # the coalition that France leads: not the one spoken of
    several: bool = False  # a pronoun that a plural verb goes with
    opines: bool = False  # its clause says what somebody thinks, wants or says
    seconded: bool = False  # the soldiers of MONUSCO: not those of the land it is in
    triggers: tuple[Trigger, ...] = ()
    trigger_at: int | None = None
    group: list[Phrase] = field(default_factory=list)
    refs: list[EntityRef] = field(default_factory=list)
    adjective_refs: list[EntityRef] = field(default_factory=list)
    text: str = ""
    words: frozenset[str] = frozenset()

    def address(self, title: str) -> None:
        """Take an unknown name behind a title for a person: "Ms Postma"."""
        if self.noun is None and not self.triggers:
            self.person = self.person or self.unknown_name
            self.words |= {title}

    @property
    def is_people(self) -> bool:
        """Say whether it counts people: soldiers, staff officers, "90 personen"."""
        if self.noun == "people":
            return True
        if self.noun == "person" and self.number is not None:  # 1 person
            return True
        if self.anaphor == "one_of" and (self.number is not None or self.share is not None):  # 130 of them
            return True
        if (self.number is not None or self.single) and self.noun is None and self.senses("national"):
            return True  # 133 Danes, un Danois
        if self.noun == "mission" and self.number is not None:
            return False  # two Danish military missions
        return self.noun != "place" and bool(self.senses("body", "function", "rank"))  # but: Malian military sites

    @property
    def bare(self) -> bool:
        """Say whether no preposition marks it."""
        return not self.relations

    @property
    def within(self) -> bool:
        """Say whether what is told happens in it or during it: "in fighting", "during an exercise"."""
        return not _WITHIN.isdisjoint(self.relations)

    @property
    def by_country(self) -> bool:
        """Say whether it names something of a country: "Chad", "the Danish soldiers", not "the last soldiers"."""
        return any(named.senses[0].country for named in self.named)

    def everyone(self) -> list[EntityRef]:
        """Return the refs of the phrase and of those coordinated with it."""
        out = list(self.refs)
        for other in self.group:
            out.extend(other.refs)
        return out

    def adds(self, additional: frozenset[str]) -> bool:
        """Say whether it counts those who come on top of others: "870 more troops", not "more than 870", "nog geen 870"."""
        beyond = self.number is not None and self.number.qualifier in ("more_than", "less_than")
        return bool(self.words & additional) and not (beyond and len(self.words & additional) == 1)

    @property
    def only_number(self) -> bool:
        """Say whether it is a number and nothing else."""
        return self.number is not None and (self.number.first, self.number.last) == (self.first, self.last)

    def many(self) -> Quantity | None:
        """Return how many people it counts, in its own words; None where it has no number."""
        return self.number.quantity("people", self.text) if self.number is not None else None

    def counted(self) -> float:
        """Return its number; 0 where it has none, or none that is exact."""
        return (self.number.value or 0.0) if self.number is not None else 0.0

    def refs_of(self, kind: str) -> tuple[EntityRef, ...]:
        """Return its known refs of a kind, the adjective's included: "state" of "French soldiers"."""
        return tuple(r for r in (*self.refs, *self.adjective_refs) if r.kind == kind and r.id)

    def senses(self, *forms: str) -> list[Sense]:
        """Return the senses of these forms of all names in the phrase, in order."""
        if not self.named:
            return []
        return [sense for named in self.named for sense in named.senses if sense.form in forms]


def refs_in(phrases: Iterable[Phrase], *kinds: str) -> tuple[EntityRef, ...]:
    """Return the refs of these kinds that phrases have, their adjectives' not included."""
    return tuple(r for p in phrases for r in p.refs if r.kind in kinds)


def based_at(phrases: Iterable[Phrase]) -> tuple[EntityRef, ...]:
    """Return from which town or base machines fly or sail: "vanaf Kandahar", "out of Danlí"."""
    ways = (p for p in phrases if {"from", "since"} & set(p.relations) and not {"to", "of"} & set(p.relations))
    return tuple(r for p in ways for r in p.refs if r.kind == "place")[:1]


def placed_in(phrases: Iterable[Phrase]) -> list[EntityRef]:
    """Return the places and lands in which phrases say something is."""
    return [r for r in refs_in((p for p in phrases if "in" in p.relations), "place", "state") if r.country]


def final_first(phrases: Iterable[Phrase]) -> list[Phrase]:
    """Return counts with the one that is reached in the end first: "from six to four"."""
    return sorted(phrases, key=lambda p: ("to" not in p.relations, "from" in p.relations))


def number_alone(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Say whether a phrase is a number and nothing else, and no percentage."""
    after = tokens[phrase.last + 1 : phrase.last + 2]
    number = phrase.number
    the = number is not None and number.last == phrase.last and phrase.first == number.first - 1  # boven de 1.500
    alone = phrase.only_number or (the and "determiner" in tokens[phrase.first])
    return alone and not (after and (after[0].text == "%" or (after[0].joined and after[0].is_word)))


def brought_to(phrase: Phrase) -> bool:
    """Say whether people are as many as are left or there in the end: "to 8,000 troops"; not "by 700"."""
    if phrase.counted() < A_FEW:
        return False
    upper = phrase.number is not None and phrase.number.qualifier == "up_to" and phrase.bare  # tot 8.000 militairen
    return upper or "to" in phrase.relations


A_FEW = 20  # people; fewer are a share or a rank, not a force
SOME = 5  # people; a number alone that is smaller counts something else


def is_land(phrase: Phrase) -> bool:
    """Say whether a phrase is a state by its name: "of Lesotho"."""
    return bool(phrase.named) and any(s.kind == "state" and s.form == "name" for s in phrase.named[-1].senses)


def ending_before(at: int, phrases: Iterable[Phrase]) -> Phrase | None:
    """Return the phrase right before a token: the noun that a clause beginning there hangs on."""
    return next((p for p in phrases if p.last == at - 1), None)


def before_comma(phrase: Phrase, phrases: Iterable[Phrase], tokens: Sequence[Token]) -> Phrase | None:
    """Return the phrase that no more than a comma parts from the one behind it: "UNFICYP, some 800 soldiers"."""
    first = phrase.first - 1 if phrase.first > 1 and "that_is" in tokens[phrase.first - 1] else phrase.first
    if not first or tokens[first - 1].text != ",":
        return None
    return ending_before(first - 1, phrases)


def marks_place(phrase: Phrase) -> bool:
    """Say whether a preposition marks a place: "à Xyz", "de Xyz"; but not "de la Défense"."""
    called = "in" in phrase.relations or (phrase.noun == "place" and not phrase.named)  # the village Xyz
    return called or ("from" in phrase.relations and phrase.first - phrase.start < _WITH_ARTICLE)


_WITHIN = frozenset({"in", "during", "at"})
_WITH_ARTICLE = 2  # tokens of a preposition with its article


def nationals(phrase: Phrase) -> bool:
    """Say whether a phrase is the people of a country, who stand for its soldiers: "de Fransen", "the Danes"."""
    own = phrase.definite and bool(phrase.senses("national")) and not phrase.senses("name")
    alone = phrase.noun is None and phrase.first == phrase.last - 1 and phrase.person is None  # the Irish: of no noun
    return own and (alone or not phrase.senses("adjective"))


def force_of(phrase: Phrase) -> bool:
    """Say whether a phrase is the number of a force and nothing else: "contributes 1,200"."""
    return phrase.only_number and phrase.counted() >= A_FEW


def of_a_force(phrase: Phrase, pack: Pack) -> bool:
    """Say whether a phrase is soldiers, police or peacekeepers, or a share of them: no rebels, no refugees."""
    if phrase.words & pack.bystanders or any(r.kind in ("group", "place") for r in phrase.refs):
        return False
    manned = any(r.body in ("armed_forces", "police") or r.kind == "mission" for r in phrase.refs)
    return phrase.is_people and (manned or pack.blue(phrase.text))


def someone(phrase: Phrase, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a phrase is a person or people, and no place that people hold: "a village held by rebels"."""
    spot = pack.nouns.get(tokens[phrase.last].low) in ("place", "mission", "region", "country")
    return not spot and (phrase.is_people or any(r.kind == "person" for r in phrase.refs))


def in_office(phrase: Phrase) -> bool:
    """Say whether a phrase is one who holds a post: "the commander of KFOR", "General X"; not: staff officers, the mission."""
    posts = phrase.senses("function", "rank") if phrase.counted() < A_FEW and phrase.number is None else []
    head = any(s.code not in TASKS for s in posts if s.form == "function") or (bool(posts) and phrase.single)
    return phrase.noun not in ("mission", "mandate") and (
        phrase.person is not None or head or any(r.kind == "person" for r in phrase.refs)
    )


TASKS = frozenset({"staff-officer", "liaison-officer", "trainer", "medic", "crew", "support"})
"""Functions of those who serve, of whom there are many: no posts, and no visitors."""


def opposed(phrase: Phrase) -> bool:
    """Say whether a phrase is what is warned of or struck, and not what is only spoken about: "against all travel"."""
    return "against" in phrase.relations and "about" not in phrase.relations


TAKEN_UP = frozenset({"person_pronoun", "object_pronoun"})
"""Pronouns that take up people, or whom else, before them: they, them."""


def only_lands(phrase: Phrase) -> bool:
    """Say whether a phrase is no more than states by their names."""
    refs = phrase.everyone()
    capital = bool(phrase.senses("capital"))  # Parijs
    return phrase.pronoun is None and bool(refs) and all(r.kind == "state" and (capital or not r.body) for r in refs)


def oneself(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Say whether a phrase is who writes or speaks: "I"; not: "we"."""
    return "first_person" in tokens[phrase.first] and "first_plural" not in tokens[phrase.first]


_SERVING = (None, "armed_forces", "police")


def they(phrase: Phrase, pack: Pack) -> bool:
    """Say whether "they" are the soldiers of the one state spoken of: "Sweden has sent 60 soldiers. They return in May"."""
    if phrase.anaphor in ("some_of", "the_others"):
        return any(r.kind == "state" for r in phrase.refs)  # the last, the rest
    if phrase.pronoun == "person_pronoun" and phrase.words & pack.classes_of("first_plural"):
        return len(phrase.refs) == 1 and phrase.refs[0].body == "armed_forces"  # we, an officer says
    plural = phrase.pronoun == "person_pronoun" and not phrase.words.isdisjoint(pack.classes_of("plural_pronoun"))
    return plural and len(phrase.refs) == 1 and phrase.refs[0].kind == "state" and phrase.refs[0].body in _SERVING
