"""How many there are of those asked or told of just before: "Hoeveel Belgen zitten er? „We zijn met 230.”", "bij ISAF zijn dat er 490"."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.phrases import SOME, number_alone, refs_in
from missionwatch.reading.frames.undoing import tells_of_harm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.telling import Telling
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef


@dataclass(frozen=True, slots=True)
class Asked:
    """Of whom a question asks how many there are: of a state's people, or, where ``giver`` is None, of a mission's; the paragraph of it."""

    giver: EntityRef | None
    mission: tuple[EntityRef, ...]
    paragraph: int


def asked(sentence: Sentence, clauses: Sequence[Clause], pack: Pack) -> Asked | None:
    """Return of whom a sentence asks how many there are; None where it asks something else."""
    counting, first = pack.classes_of("how_many"), clauses[0] if clauses else None
    words = [t for t in sentence.tokens if t.is_word][:_OPENING]
    if first is None or sentence.tokens[-1].text not in _ENDS or all(t.low not in counting for t in words):
        return None
    at = next(t.index for t in words if t.low in counting)
    whom = next((p for p in first.phrases if p.last > at), None)
    people = whom is not None and (whom.is_people or bool(whom.refs_of("state"))) and not whom.words & pack.bystanders
    if not people or tells_of_harm(first, pack):
        return None  # how many lorries, how many were killed, how many refugees
    within = [p for p in first.phrases if {"in", "at", "to"} & set(p.relations) and p.pronoun is None]
    states = [r for p in first.phrases if p not in within for r in (*p.refs_of("state"), *p.adjective_refs)]
    giver = states[0] if len({r.id for r in states}) == 1 else None
    mission = refs_in(first.phrases, "mission")
    return Asked(giver, mission[:1], sentence.paragraph) if giver is not None or mission else None


_OPENING = 3  # words in which a question says what it asks
_ENDS = '?"”»’'


def replied(here: Telling, ask: Asked | None) -> None:
    """Read how many there are of those a question asks of, or of whom the last clause told: "there are 490 with ISAF", "We zijn met 230"."""
    clause = here.clause
    counted = _so_many(here)
    if counted is None or counted.number is None or clause.negated or here.told("contribution", "strength", "presence"):
        return
    near = ask is not None and 0 <= here.sentence.paragraph - ask.paragraph <= 1
    named = refs_in((p for p in clause.phrases if p is not counted), "mission")
    span = (clause.first, clause.last)
    giver = ask.giver if near and ask is not None else None
    if giver is not None and ask is not None:
        mission = named or ask.mission or here.discourse.mission_near(anywhere=True)
        if mission and giver.country not in here.discourse.hosts_of(mission[0].id):
            here.gives("replied", (giver,), mission, counted.many(), span, 0.75)
        return
    if near and ask is not None:
        whole = ask.mission
    else:
        whole = tuple(here.discourse.topic) if clause.verbs and not _of_ours(here) and _of_people(here) else ()
    if len(whole) == 1 and whole[0].kind == "mission" and counted.counted() >= SOME:
        fields = {
            "predicate": "strength", "roles": {"mission": whole}, "quantity": counted.many(), "modality": here.modality,
            "frame": "strength:replied",
        }  # fmt: skip
        here.draft(fields, span, 0.75)


def concerning(here: Telling) -> None:
    """Read "België trekt zijn troepen terug. Het gaat om 950 man": how many those are of whose going or coming was just told."""
    clause = here.clause
    if not here.is_any(here.pack.classes_of("concerning")) or clause.negated or here.told("contribution"):
        return
    people = [p for p in clause.phrases if p.is_people and p.counted() > 1 and not p.words & here.pack.bystanders]
    others = [p for p in clause.phrases if p.named and p.bare]
    last = [d for d in here.builder.since(here.number - 1) if d.sentence < here.number]
    moved = [
        d for d in last if (d.fields.get("type") or d.fields["predicate"]) in _MOVED and not d.fields.get("negated")
    ]
    given = [p for p in people[:1] if p.bare and p in clause.objects and p not in clause.subjects]
    marked = given or any("about" in p.relations for p in people[:1])  # not: gaat met 130 man, 40 gaan naar huis
    if len(people) != 1 or not marked or others or people[0].refs_of("state") or not moved:
        return
    told = [(d.fields, states) for d in moved if (states := _movers(d))]
    fields, states = told[-1] if told else ({}, [])
    all_of_them = {r.id for other, ones in told if other["predicate"] == fields["predicate"] for r in ones}
    if len(all_of_them) > 1:
        _all_told(here, fields, people[0])
        return
    inside = [p for c in (clause, *clause.relatives) for p in c.phrases]
    mission = refs_in(inside, "mission") or tuple(fields.get("roles", {}).get("mission", ()))
    if len(states) == 1 and mission and not fields.get("quantity"):
        here.builder.leave_out(here.told("strength"))
        place = refs_in((p for p in inside if "in" in p.relations and p is not people[0]), "place")
        come = fields.get("type") in ("deploy", "reinforce") and fields.get("modality") == "planned"
        span = (clause.first, clause.last)
        modality = "planned" if come else "actual"
        here.gives("concerning", states, mission, people[0].many(), span, 0.7, place=place, modality=modality)


def _all_told(here: Telling, fields: dict[str, Any], people: Phrase) -> None:
    """Read "Belgium and Norway take part as well. In all it is 1,200 soldiers": how many the mission has, and no one state."""
    mission = tuple(fields["roles"].get("mission", ()))[:1]
    if fields["predicate"] == "contribution" and mission and not here.told("strength"):
        told = {
            "predicate": "strength",
            "roles": {"mission": mission},
            "quantity": people.many(),
            "frame": "strength:all",
        }
        here.draft(told, (here.clause.first, here.clause.last), 0.7)


def _movers(draft: Draft) -> list[EntityRef]:
    roles = draft.fields["roles"]
    return [r for r in roles.get("actor") or roles.get("contributor") or () if r.kind == "state"]


_MOVED = frozenset({"withdraw", "deploy", "reinforce", "contribution", "decide", "end"})


def _of_people(here: Telling) -> bool:
    """Say whether the clause before, or else the sentence before, told last of a mission's people: "a mission of officers: 1,480 of them"."""
    before = [p for c in here.builder.clauses if c.first < here.clause.first for p in c.phrases]
    if not before:
        return any(d.fields["predicate"] == "strength" for d in here.builder.since(here.number - 1))
    last = max(before, key=lambda p: p.first)
    return last.is_people and not last.words & here.pack.bystanders and not last.refs_of("state")


def _so_many(here: Telling) -> Phrase | None:
    """Return the number of a clause that says no more than that there are so many: "that is 490 of them", "we are 230", "Sixty men"."""
    clause, tokens = here.clause, here.tokens
    counts = [p for p in clause.phrases if p.counted() > 1 and not p.refs_of("state") and not p.adjective_refs]
    counted = counts[0] if len(counts) == 1 else None
    if (
        counted is None
        or not (number_alone(counted, tokens) or counted.is_people)
        or counted.words & here.pack.bystanders
    ):
        return None
    if not clause.verbs:
        whole = itertools.takewhile(lambda p: p is not counted, clause.phrases)
        return counted if counted.bare and not list(whole) and len(clause.phrases) == 1 else None
    if not here.is_any(here.pack.being) or any(p.named and p.bare for p in clause.phrases):
        return None
    taken_up = any("existential" in tokens[i] for i in clause.order) and counted.bare
    with_us = ("with" in counted.relations or counted.bare) and _of_ours(here)
    thing = [p for p in clause.phrases if p is not counted and p.pronoun is None and not p.refs_of("mission")]
    return counted if (taken_up or with_us) and number_alone(counted, tokens) and not thing else None


def _of_ours(here: Telling) -> bool:
    return any(not p.words.isdisjoint(here.pack.classes_of("first_plural")) for p in here.clause.subjects)
