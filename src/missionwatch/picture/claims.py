"""Statements to claims: which statements say the same thing, so that they support, correct or deny one another."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from missionwatch.records import EntityRef, ReportHead, Statement

SAME_EVENT = timedelta(days=10)
"""Two reports of an event without a date speak of one event when they come out within this time of each other."""


@dataclass(slots=True)
class Said:
    """A statement with the head of its report and the day it counts for."""

    statement: Statement
    head: ReportHead
    day: date

    @property
    def order(self) -> tuple[date, str]:
        """Sort by day, then by id: the same statements in any order give the same picture."""
        return self.day, self.statement.id


@dataclass(slots=True)
class Group:
    """Statements that say one thing: those that say it, those that deny it, those a correction replaced."""

    key: tuple[str, ...]
    support: list[Said] = field(default_factory=list)
    against: list[Said] = field(default_factory=list)
    corrected: list[Said] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Return a stable id: the same thing has it in every picture."""
        return hashlib.sha256("\x1f".join(self.key).encode()).hexdigest()[:16]


def said_by(statements: Iterable[Statement], reports: Mapping[str, ReportHead], as_of: date) -> list[Said]:
    """Return what counts: no captions, no background; each with the day it counts for, in a fixed order."""
    out = []
    for statement in statements:
        head = reports.get(statement.report)
        if head is None or statement.evidence.part == "caption" or statement.background:
            continue
        begun = statement.time.earliest if statement.time is not None else None
        day = head.published or (date.fromisoformat(begun) if begun else as_of)
        if day > as_of and begun is not None:
            day = min(day, date.fromisoformat(begun))  # told later of then
        day = min(day, as_of)
        out.append(Said(statement, head, day))
    out.sort(key=lambda said: said.order)
    return out


def grouped(said: Sequence[Said]) -> list[Group]:
    """Return the groups; corrections have moved what they replace, denials stand against what they deny."""
    groups: dict[tuple[str, ...], Group] = {}
    events = _Events()
    denials: list[Said] = []
    for one in said:
        if one.statement.negated:
            denials.append(one)
        elif one.statement.predicate == "event":
            events.add(one)
        else:
            key = key_of(one.statement)
            groups.setdefault(key, Group(key)).support.append(one)
    for one in denials:
        statement = one.statement
        denied = events.denied(one) if statement.predicate == "event" else groups.get(key_of(statement))
        if denied is not None:
            denied.against.append(one)
        else:
            key = ("not", *key_of(statement))
            groups.setdefault(key, Group(key)).support.append(one)
    out = [*groups.values(), *events.groups]
    for group in out:
        _correct(group)
    return out


def key_of(statement: Statement) -> tuple[str, ...]:
    """Return what makes a statement speak of one thing; two with the same key say it together."""
    predicate = statement.predicate
    mission = " ".join(missions_of(statement))
    sure = "fact" if statement.modality == "actual" else "plan"
    match predicate:
        case "contribution":
            detail = (ids(statement.role("place")), statement.function or "")
            return (predicate, sure, ids(statement.role("contributor")), mission, *detail)
        case "strength" | "leadership" | "purpose":
            return (predicate, mission)
        case "post":
            where = mission or ids(statement.role("organisation", "state"))
            return (predicate, where, statement.function or ids(statement.role("person")))
        case "period":
            relation = statement.time.relation if statement.time is not None else "for"
            edge = (
                "end"
                if relation in ("until", "before", "at")
                else "start"
                if relation in ("since", "after")
                else relation
            )
            return (predicate, statement.subject or "", ids(statement.role("contributor")), mission, edge)
        case "presence":
            places = sorted({r.country or r.id or r.text for r in statement.role("place")})
            return (predicate, sure, ids(statement.role("actor")), *places)
        case "assessment":
            return (predicate, ids(statement.holders), statement.grade or "", mission or about_ids(statement))
        case "question":
            return (predicate, about_ids(statement))
        case "option":
            return (predicate, ids(statement.holders), mission, " ".join(sorted(statement.options)))
        case "risk":
            hazards = " ".join(sorted(statement.effect)) or "from " + " ".join(sorted(statement.cause))
            return (predicate, hazards, ids(statement.role("target")))
        case "interest":
            return (predicate, ids(statement.holders), ids(statement.role("place")), statement.grade or "")
        case _:
            parties = (ids(statement.role("actor")), ids(statement.role("target")))
            return (predicate, statement.type or "", sure, *parties, mission)


def ids(refs: Sequence[EntityRef]) -> str:
    """Return the ids (or words) of refs as one sorted string."""
    return " ".join(sorted({ref.id or f"?{ref.text.casefold()}" for ref in refs}))


def about_ids(statement: Statement) -> str:
    """Return the ids of who or what a judgement or question is about (not the statements: each report has its own)."""
    return " ".join(sorted({ref.id or ref.text for ref in statement.about if not isinstance(ref, str)}))


def missions_of(statement: Statement) -> tuple[str, ...]:
    """Return the missions a statement is of: its role, else its target, else what it is about."""
    about = [ref for ref in statement.about if not isinstance(ref, str)]
    for refs in (statement.roles.get("mission", ()), statement.roles.get("target", ()), about):
        found = tuple(dict.fromkeys(ref.id for ref in refs if ref.kind == "mission" and ref.id))
        if found:
            return found
    return ()


class _Events:
    """Finds which reports speak of one event: same type, no party against another, times that touch."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._by_party: dict[tuple[str, str, str], list[_Bundle]] = {}

    def add(self, one: Said) -> None:
        told, sure = _Told.of(one), _sure(one.statement)
        bundle = self._find(told, sure)
        if bundle is None:
            bundle = _Bundle(Group(("event", one.statement.type or "", sure, one.statement.id)), [])
            self.groups.append(bundle.group)
        bundle.group.support.append(one)
        bundle.told.append(told)
        for party in told.parties:
            listed = self._by_party.setdefault((one.statement.type or "", sure, party), [])
            if bundle not in listed[-8:]:
                listed.append(bundle)

    def denied(self, one: Said) -> Group | None:
        told = _Told.of(one)
        bundle = self._find(told, "fact") or self._find(told, "plan")
        return bundle.group if bundle is not None else None

    def _find(self, one: _Told, sure: str) -> _Bundle | None:
        corrected = one.said.head.corrects
        for party in one.parties:
            for bundle in reversed(self._by_party.get((one.said.statement.type or "", sure, party), [])[-40:]):
                if one.fits(bundle.told[-6:]):
                    return bundle
                # a correction speaks of what it corrects, whenever it comes out
                if corrected and any(o.said.head.id == corrected and o.agrees(one) for o in bundle.told):
                    return bundle
        return None


@dataclass(slots=True, eq=False)
class _Told:
    """An event as one report tells it: who is on each side, and the days (ordinals) it may have happened on."""

    said: Said
    sides: tuple[frozenset[str], ...]
    parties: tuple[str, ...]
    first: int
    last: int

    @classmethod
    def of(cls, one: Said) -> _Told:
        roles = one.statement.roles
        sides = [_known(roles.get(role, ())) for role in ("actor", "target", "mission")]
        sides.append(frozenset(r.id for r in roles.get("place", ()) if r.kind == "place" and r.id))
        countries = [r.id for r in roles.get("place", ()) if r.id]
        parties = tuple(dict.fromkeys(name for side in sides for name in sorted(side))) or tuple(countries)
        first, last = _window(one)
        return cls(one, tuple(sides), parties, first.toordinal(), last.toordinal())

    def fits(self, others: list[_Told]) -> bool:
        """Say whether this may be the event that the others tell."""
        for other in reversed(others):  # noqa: SIM110 - the innermost loop: a generator doubles its time
            if self.first > other.last or other.first > self.last or not self.agrees(other):
                return False
        return True

    def agrees(self, other: _Told) -> bool:
        for mine, theirs in zip(self.sides, other.sides, strict=True):  # noqa: SIM110 - as above
            if mine and theirs and mine.isdisjoint(theirs):
                return False
        return True


@dataclass(slots=True, eq=False)
class _Bundle:
    """A group of events in the making."""

    group: Group
    told: list[_Told]


def _sure(statement: Statement) -> str:
    return "fact" if statement.modality == "actual" else "plan"


def _known(refs: Sequence[EntityRef]) -> frozenset[str]:
    """Return who is meant; a person counts for the state he or she speaks for: an ambassador by name or by post is one."""
    named = [r.id for r in refs if r.id]
    spoken_for = [f"state:{r.country}" for r in refs if r.kind == "person" and r.country]
    return frozenset((*named, *spoken_for))


def _window(one: Said) -> tuple[date, date]:
    time = one.statement.time
    if time is not None and (time.earliest or time.latest):
        first = date.fromisoformat(time.earliest) if time.earliest else one.day - SAME_EVENT
        last = date.fromisoformat(time.latest) if time.latest else max(one.day, first)
        return first, last
    return one.day - SAME_EVENT, one.day


def _correct(group: Group) -> None:
    """Take out what a correcting report replaces: the corrected report's word on the same thing.

    A later version of a page replaces its earlier versions. What it says in the same words it only says again: that is
    neither a second voice nor a correction.
    """
    wrong = {name for one in group.support for name in (one.head.corrects, *one.head.earlier) if name}
    if wrong:
        replaced = [one for one in group.support if one.head.id in wrong or one.head.copy_of in wrong]
        group.support = [one for one in group.support if one not in replaced]
        again = {(name, one.statement.evidence.quote) for one in group.support for name in one.head.earlier}
        group.corrected.extend(
            one for one in replaced if (one.head.copy_of or one.head.id, one.statement.evidence.quote) not in again
        )
