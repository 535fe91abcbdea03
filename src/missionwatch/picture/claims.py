"""Statements to groups: which statements say the same thing, so that they support, correct or deny one another."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from missionwatch.ledger.topics import missions_of
from missionwatch.picture.keeping import LEAVING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from missionwatch.picture.voices import Voice
    from missionwatch.records import EntityRef, Modality, ReportHead, Statement, Theatre

SAME_EVENT = 10
"""Two reports of an event without a date speak of one event when they come out within this many days of each other."""
_WIDEST = 3660
"""A time that allows more than ten years says no more of an event than its last ten (days)."""
_MUTUAL = frozenset({"clash", "consult", "agree", "cooperate", "visit", "mediate"})
"""Event types in which it makes no difference who is named first."""
Sure = Literal["fact", "plan", "demand", "chance"]
_SURE: Mapping[Modality, Sure] = {"actual": "fact", "planned": "plan", "required": "demand"}
ALWAYS, NEVER = float("-inf"), float("inf")
FOREVER = date.max.toordinal() + 1


@dataclass(slots=True, eq=False)
class Said:
    """A statement with the head of its report, and when it counts. Days are ordinals (``date.toordinal``), moments POSIX seconds.

    ``on`` is the day it came out and ``day`` the day it counts for. It counts in pictures of the days from ``since`` to before
    ``until``, as known from ``known`` to before ``gone``. What came out later of an earlier day counts twice: once for
    pictures of the days in between, once for those since it came out. In ``order`` a day's demands come after all else.
    """

    statement: Statement
    head: ReportHead
    on: int
    day: int
    since: int
    until: int
    known: float
    gone: float
    missions: tuple[str, ...]
    filled: tuple[bool, bool, int]
    order: tuple[int, bool, str, float]
    key: tuple[str, ...]
    told: Told | None = None
    voice: tuple[Theatre, Voice] | None = None
    """Kept by ``voices.py``: whose word it is, as a theatre's sources are rated."""
    values: tuple[object, ...] | None = None
    """Kept by ``weighing.py``: what it says in the fields that can be disputed."""

    def counts(self, day: int, moment: float) -> bool:
        """Say whether it counts in a picture of that day as known at that moment."""
        return self.since <= day < self.until and self.known <= moment < self.gone


@dataclass(slots=True, eq=False)
class Told:
    """An event as one report tells it: who is on each side, and the days (ordinals) it may have happened on."""

    report: str
    replaces: tuple[str, ...]
    sides: tuple[frozenset[str], ...]
    parties: tuple[str, ...]
    first: int
    last: int
    mutual: bool

    def agrees(self, other: Told) -> bool:
        """Say whether no side of one is against the same side of the other, nor who acts here is acted on there."""
        if not self.mutual:
            (actors, targets), (others, aims) = self.sides[:2], other.sides[:2]
            if not (actors.isdisjoint(aims) and targets.isdisjoint(others)) and (
                actors.isdisjoint(others) or targets.isdisjoint(aims)
            ):
                return False
        for mine, theirs in zip(self.sides, other.sides, strict=True):  # noqa: SIM110 - the innermost loop: a generator doubles its time
            if mine and theirs and mine.isdisjoint(theirs):
                return False
        return True


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


def said_by(
    statement: Statement, head: ReportHead | None, *, known: float = ALWAYS, gone: float = NEVER
) -> Iterable[Said]:
    """Return a statement as it counts: nothing for a caption, background, or a statement without its report."""
    if head is None or statement.evidence.part == "caption" or statement.background:
        return ()
    time = statement.time
    begun = date.fromisoformat(time.earliest).toordinal() if time is not None and time.earliest else None
    booked = head.valid_from.toordinal() if head.valid_from is not None else None
    on = head.published.toordinal() if head.published is not None else booked or begun or 1
    speaks = min(on, booked or on, begun or on)
    filled = len(statement.roles) + sum(
        value is not None
        for value in (statement.quantity, time, statement.killed, statement.injured, statement.function)
    )
    telling = (not statement.hearsay, statement.modality != "required", filled)
    missions = missions_of(statement)
    event = statement.predicate == "event"
    key = key_of(statement)

    def counted(day: int, until: int) -> Said:
        order = (day, statement.modality == "required", statement.id, statement.confidence)
        told = _told(statement, head, day) if event else None
        return Said(statement, head, on, day, day, until, known, gone, missions, telling, order, key, told)

    return (counted(on, FOREVER),) if speaks == on else (counted(speaks, on), counted(on, FOREVER))


def keyed(rows: Sequence[Said], key: tuple[str, ...]) -> list[Group]:
    """Return the one group of statements that have one key; where nobody says it, that of the denials."""
    group = Group(key)
    for one in rows:
        (group.against if one.statement.negated else group.support).append(one)
    if not group.support and group.against:
        group = Group(("not", *key), group.against)
    correct(group)
    return [group] if rows else []


def posts(rows: Sequence[Said]) -> list[Group]:
    """Return the groups of statements on the posts of one mission or body: by function, and by name where none is told."""
    functions = _functions(rows)
    by_key: dict[tuple[str, ...], list[Said]] = {}
    for one in rows:
        by_key.setdefault(_post_key(one, functions), []).append(one)
    return [group for key, told in by_key.items() for group in keyed(told, key)]


def cell_of(one: Said) -> tuple[str, ...]:
    """Return the cell of a statement: only statements of one cell can bear on one another."""
    return one.key[:2] if one.statement.predicate in ("event", "post") else one.key


def key_of(statement: Statement) -> tuple[str, ...]:
    """Return what makes a statement speak of one thing; two with the same key say it together."""
    predicate = statement.predicate
    mission = " ".join(missions_of(statement))
    sure = sure_of(statement)
    match predicate:
        case "contribution":
            detail = (ids(statement.role("place")), statement.function or "")
            return (predicate, sure, ids(statement.role("contributor")), mission, *detail)
        case "strength" | "leadership" | "purpose":
            return (predicate, mission)
        case "post":
            return (predicate, _where(statement), statement.function or "", ids(statement.role("person")))
        case "period":
            return (predicate, statement.subject or "", ids(statement.role("contributor")), mission, edge_of(statement))
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
            return (predicate, statement.type or "", sure, statement.id)


def edge_of(statement: Statement) -> str:
    """Return which edge of a period a statement tells: its start, its end, or how long it lasts ("for")."""
    relation = statement.time.relation if statement.time is not None else "for"
    return {"until": "end", "before": "end", "at": "end", "since": "start", "after": "start"}.get(relation, relation)


def sure_of(statement: Statement) -> Sure:
    """Return whether a statement tells what is so, what is planned, what is demanded, or what may be: none supports another."""
    return _SURE.get(statement.modality, "chance")


def ids(refs: Sequence[EntityRef]) -> str:
    """Return the ids (or words) of refs as one sorted string."""
    return " ".join(sorted({ref.id or f"?{ref.text.casefold()}" for ref in refs}))


def about_ids(statement: Statement) -> str:
    """Return the ids of who or what a judgement or question is about (not the statements: each report has its own)."""
    return " ".join(sorted({ref.id or ref.text for ref in statement.about if not isinstance(ref, str)}))


def correct(group: Group) -> None:
    """Take out what a correcting report replaces: the corrected report's word on the same thing.

    Of two reports that correct each other the later stands, and a report never corrects itself. A later version of a page
    replaces its earlier ones; what it says in the same words it only says again: that is neither a second voice nor a correction.
    """
    correcting = [one for one in group.support if one.head.replaces]
    if not correcting:
        return
    by_corrected: dict[str, list[Said]] = {}
    for one in correcting:
        for name in one.head.replaces:
            by_corrected.setdefault(name, []).append(one)

    def replaced(one: Said) -> bool:
        against = [*by_corrected.get(one.head.id, ()), *by_corrected.get(one.head.copy_of or "", ())]
        return any(
            other.head.id != one.head.id and not (other.head.id in one.head.replaces and one.order > other.order)
            for other in against
        )

    gone = [one for one in group.support if replaced(one)]
    if len(gone) == len(group.support):  # a longer circle: the last word stands
        gone = [one for one in gone if one.head.id != max(gone, key=lambda said: said.order).head.id]
    out = {id(one) for one in gone}
    group.support = [one for one in group.support if id(one) not in out]
    again = {(name, one.statement.evidence.quote) for one in group.support for name in one.head.earlier}
    group.corrected.extend(
        one for one in gone if (one.head.copy_of or one.head.id, one.statement.evidence.quote) not in again
    )


def _where(statement: Statement) -> str:
    return " ".join(missions_of(statement)) or ids(statement.role("organisation", "state"))


def _functions(rows: Sequence[Said]) -> dict[str, set[str]]:
    """Return the functions that each person is said to hold: who is told by name alone is known by them."""
    found: dict[str, set[str]] = {}
    for one in rows:
        if one.statement.function and not one.statement.negated:
            found.setdefault(one.key[3], set()).add(one.statement.function)
    return found


def _post_key(one: Said, functions: dict[str, set[str]]) -> tuple[str, ...]:
    """Return ``("post", where, function)``, or the person where no function is told and none, or several, are known."""
    predicate, where, function, person = one.key
    held = functions.get(person, set()) if not function and person else ()
    return (predicate, where, next(iter(held)) if len(held) == 1 else function or person)


def _told(statement: Statement, head: ReportHead, day: int) -> Told:
    roles = statement.roles
    sides = [_known(roles.get(role, ())) for role in ("actor", "target", "mission")]
    sides.append(frozenset(r.id for r in roles.get("place", ()) if r.kind == "place" and r.id))
    countries = [r.id for r in roles.get("place", ()) if r.id]
    parties = tuple(dict.fromkeys(name for side in sides for name in sorted(side))) or tuple(countries)
    first, last = day - SAME_EVENT, day + (LEAVING if statement.type == "withdraw" else 0)
    time = statement.time
    if time is not None and (time.earliest or time.latest):
        first = date.fromisoformat(time.earliest).toordinal() if time.earliest else first
        last = date.fromisoformat(time.latest).toordinal() if time.latest else max(day, first)
    return Told(
        head.id,
        head.replaces,
        tuple(sides),
        parties,
        max(min(first, last), last - _WIDEST),
        last,
        statement.type in _MUTUAL,
    )


def _known(refs: Sequence[EntityRef]) -> frozenset[str]:
    """Return who is meant; a person counts for the state he or she speaks for: an ambassador by name or by post is one."""
    named = [r.id for r in refs if r.id]
    spoken_for = [f"state:{r.country}" for r in refs if r.kind == "person" and r.country]
    return frozenset((*named, *spoken_for))
