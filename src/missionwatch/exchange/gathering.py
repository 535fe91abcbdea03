"""What goes out: a picture's claims, each once, with the statements, reports and levels they open to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from missionwatch.errors import ExchangeError
from missionwatch.records import EntityRef, MissionPicture
from missionwatch.records.marking import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date, datetime

    from missionwatch.records import (
        CalendarDay,
        Claim,
        Concern,
        Picture,
        ReportHead,
        Statement,
        Theatre,
        Tlp,
    )

INCIDENTS = frozenset({"attack", "clash", "detain", "obstruct", "deny_access"})
"""Event types in which people come to harm or a mission is hindered."""
_FIELDS = (
    "state_by", "lead", "purpose", "strength", "periods", "contributions", "own", "posts", "developments", "incidents",
    "assessments", "questions", "options", "risks", "interests",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A claim, and the missions (ids) of the picture it belongs to: none where it belongs to the theatre as a whole."""

    claim: Claim
    missions: tuple[str, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Return all statements it opens to: those for it, those against it, those that were corrected."""
        return (*self.claim.support, *self.claim.against, *self.claim.corrected)


@dataclass(frozen=True, slots=True)
class Export:
    """What is given out: claims in a fixed order, each once, and what they open to.

    ``loose`` are statements that stand and belong to no claim here; ``reports`` the head of every report quoted, by id;
    ``names`` what each claim (id) says in one English sentence; ``marking`` its TLP 2.0 mark, if it has one.
    """

    theatre: Theatre
    as_of: date
    known_at: datetime
    missions: tuple[MissionPicture, ...]
    told: tuple[Told, ...]
    calendar: tuple[CalendarDay, ...]
    reports: Mapping[str, ReportHead]
    concerns: Mapping[str, Concern] = field(default_factory=dict)
    loose: tuple[Statement, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    marking: Tlp | None = None

    @property
    def tlp(self) -> str | None:
        """Return its mark as it is written on what goes out (``TLP:AMBER``), if it has one."""
        return label(self.marking) if self.marking is not None else None

    @property
    def statements(self) -> Iterator[tuple[Statement, Claim | None]]:
        """Yield every statement once, with the first claim it belongs to."""
        seen: set[str] = set()
        for one in self.told:
            for statement in one.statements:
                if statement.id not in seen:
                    seen.add(statement.id)
                    yield statement, one.claim
        for statement in self.loose:
            if statement.id not in seen:
                seen.add(statement.id)
                yield statement, None


def gather(
    picture: Picture,
    concerns: Iterable[Concern] = (),
    *,
    names: Mapping[str, str] | None = None,
    marking: Tlp | None = None,
    statements: Iterable[Statement] = (),
    reports: Mapping[str, ReportHead] | None = None,
) -> Export:
    """Return what a picture gives out, in an order that depends on nothing but what it says.

    ``statements`` are further ones that stand; those which name a mission or country of the theatre go out too. ``reports``
    are the heads of theirs.
    """
    found: dict[str, tuple[Claim, list[str]]] = {}
    for mission in (*picture.missions, picture.general):
        for claim in _claims(mission):
            ours = found.setdefault(claim.id, (claim, []))[1]
            if mission.mission.id is not None and mission.mission.id not in ours:
                ours.append(mission.mission.id)
    for claim in (*picture.presences, *(day.claim for day in picture.calendar)):
        found.setdefault(claim.id, (claim, []))
    told = tuple(Told(claim, tuple(ours)) for _, (claim, ours) in sorted(found.items()))
    quoted = {statement.id for one in told for statement in one.statements}
    loose = {s.id: s for s in statements if s.id not in quoted and _belongs(s, picture.theatre)}
    every = {**(reports or {}), **picture.reports}
    standing = [*(s for one in told for s in one.statements), *loose.values()]
    heads = {s.report: every[s.report] for s in standing if s.report in every}
    return Export(
        theatre=picture.theatre, as_of=picture.as_of, known_at=picture.known_at, missions=picture.missions, told=told,
        calendar=picture.calendar, reports=dict(sorted(heads.items())), concerns={c.mission: c for c in concerns},
        loose=tuple(loose[key] for key in sorted(loose)), names=names or {}, marking=marking,
    )  # fmt: skip


def refs_of(statement: Statement) -> tuple[EntityRef, ...]:
    """Return everybody and everything a statement names, in the order of its roles, holders last."""
    roles = [ref for role in sorted(statement.roles) for ref in statement.roles[role]]
    return (*roles, *(ref for ref in statement.about if isinstance(ref, EntityRef)), *statement.holders)


def happened(claim: Claim) -> bool:
    """Say whether a claim may go out as a fact: said as one, not denied by as many as say it, and not reported as untrue."""
    statement = claim.statement
    return statement.modality == "actual" and not statement.negated and claim.credibility < 5


def denied(claim: Claim) -> bool:
    """Say whether anybody denies a claim, or it says that something is not so."""
    return bool(claim.against) or claim.statement.negated


def _claims(mission: MissionPicture) -> Iterator[Claim]:
    for name in _FIELDS:
        yield from getattr(mission, name)
    yield from (day.claim for day in mission.calendar)


def _belongs(statement: Statement, theatre: Theatre) -> bool:
    named = refs_of(statement)
    return any(ref.id in theatre.missions or ref.country in theatre.countries for ref in named)


def only(picture: Picture, mission: str) -> Picture:
    """Return the part of a picture that is one mission's (``takuba`` or ``mission:takuba``).

    Raises ``ExchangeError`` that names the missions there are where it is none of them.
    """
    wanted = mission if ":" in mission else f"mission:{mission}"
    chosen = tuple(one for one in picture.missions if one.mission.id == wanted)
    if not chosen:
        there = ", ".join((one.mission.id or "").removeprefix("mission:") for one in picture.missions)
        raise ExchangeError(f"{mission} is no mission of this theatre; it has {there}")
    nothing = MissionPicture(mission=picture.general.mission)
    ahead = tuple(day for day in picture.calendar if day.mission == wanted)
    return msgspec.structs.replace(picture, missions=chosen, general=nothing, presences=(), calendar=ahead)
