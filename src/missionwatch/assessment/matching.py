"""Which claims concern a mission, and which signals they fit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from missionwatch.assessment.counting import counts_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from missionwatch.assessment.indicators import Indicators, Scope, Signal
    from missionwatch.assessment.parties import Parties
    from missionwatch.records import Claim, EntityRef, MissionPicture, Picture, Statement

NOBODY = frozenset({"nobody"})
_CONCERNS = frozenset({"host", "host-people", "lead", "contributor", "mission", "us"})
_ACTING = {"contribution": "contributor", "period": "contributor", "leadership": "leader", "post": "person"}


@dataclass(frozen=True, slots=True)
class Standing:
    """A claim as it stands to one mission: who is in which role, where it plays, and which scope it has."""

    claim: Claim
    scope: Scope
    roles: dict[str, frozenset[str]]

    @classmethod
    def of(cls, claim: Claim, scope: Scope, parties: Parties, said: Said) -> Standing:
        """Return how a claim stands to the mission of these parties; what it is about is opened where it names statements."""
        statement = claim.statement

        def who(refs: Sequence[EntityRef]) -> frozenset[str]:
            return frozenset(label for ref in refs for label in parties.labels(ref)) or NOBODY

        about = list(said.about(statement))
        where = parties.where(claim)
        if scope == "mission" and not statement.role("place"):
            where |= {"host"}  # what a mission meets and nobody places, it meets where it is
        if scope == "mission":
            about += statement.role("mission")
        return cls(claim, scope, {
            "actor": who(statement.role(_ACTING.get(claim.predicate, "actor"))),
            "target": who([*statement.role("target"), *statement.role("partner")]),
            "holder": who(statement.holders), "instigator": who(claim.role("instigator")),
            "about": who(about), "place": where or NOBODY,
        })  # fmt: skip

    @property
    def concerns(self) -> bool:
        """Say whether a claim that names no mission concerns this one: by its host, or by those who lead and man it."""
        return any(labels & _CONCERNS for labels in self.roles.values())


class Said:
    """The statements of a picture by id: what judgements are about, and what is no more than wished or asked."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._from: dict[str, date] = {}
        self._by_id: dict[str, Statement] = {}
        self._wished: dict[str, list[tuple[int, int]]] = {}
        for home in (*picture.missions, picture.general):
            for claim in claims_of(home):
                self._add(claim)
        for claim in picture.presences:
            self._add(claim)

    def _add(self, claim: Claim) -> None:
        for statement in claim.support:
            self._by_id[statement.id] = statement
            if claim.predicate == "question" or statement.grade == "important":
                self._wished.setdefault(statement.report, []).append((statement.evidence.start, statement.evidence.end))

    def about(self, statement: Statement) -> Iterator[EntityRef]:
        """Yield who and what a statement is about; for a statement it names, who has a role in that."""
        for one in statement.about:
            if not isinstance(one, str):
                yield one
            elif one in self._by_id:
                yield from (ref for refs in self._by_id[one].roles.values() for ref in refs)

    def counts_from(self, claim: Claim) -> date:
        """Return the day a claim's age counts from; it is the same for every mission that the claim concerns."""
        if claim.id not in self._from:
            self._from[claim.id] = counts_from(claim, self._picture)
        return self._from[claim.id]

    def wished(self, claim: Claim) -> bool:
        """Say whether a claim rests only on words inside a wish or a question ("it is vital that elections are held")."""

        def inside(statement: Statement) -> bool:
            here = statement.evidence
            return any(start <= here.start and here.end <= end for start, end in self._wished.get(statement.report, ()))

        return all(inside(statement) for statement in claim.support)


def claims_of(mission: MissionPicture) -> tuple[Claim, ...]:
    """Return each claim of a mission picture once, and those its calendar alone holds."""
    held = mission.claims
    seen = {claim.id for claim in held}
    return (*held, *{day.claim.id: day.claim for day in mission.calendar if day.claim.id not in seen}.values())


def standings(mission: MissionPicture, picture: Picture, parties: Parties, said: Said) -> Iterator[Standing]:
    """Yield every claim that concerns a mission, once: its own, the general ones, those of missions beside it."""
    seen: set[str] = set()
    for claim in claims_of(mission):
        seen.add(claim.id)
        yield Standing.of(claim, "mission", parties, said)
    for claim in (*claims_of(picture.general), *picture.presences):
        standing = Standing.of(claim, "general", parties, said)
        if claim.id not in seen and standing.concerns:
            seen.add(claim.id)
            yield standing
    for other in picture.missions:
        if other.mission.id in parties.beside:
            for claim in claims_of(other):
                if claim.id not in seen:
                    seen.add(claim.id)
                    yield Standing.of(claim, "beside", parties, said)


def fits(signal: Signal, standing: Standing, as_of: date) -> bool:
    """Say whether a claim fits a signal; the signal is one that asks for its predicate and type."""
    claim, statement = standing.claim, standing.claim.statement
    return (
        standing.scope in signal.scope
        and statement.negated == signal.negated
        and (not signal.modality or statement.modality in signal.modality)
        and (not signal.grades or statement.grade in signal.grades)
        and (not signal.options or not set(signal.options).isdisjoint(statement.options))
        and (not signal.effects or not set(signal.effects).isdisjoint(statement.effect))
        and (not signal.functions or statement.function in signal.functions)
        and ("losses" not in signal.has or statement.killed is not None or statement.injured is not None)
        and ("assets" not in signal.has or bool(statement.assets))
        and all(_in(getattr(signal, role), labels) for role, labels in standing.roles.items())
        and (signal.within is None or _ends_within(claim, signal.within, as_of))
    )


def fitting(standing: Standing, indicators: Indicators, as_of: date) -> Iterator[Signal]:
    """Yield the first signal a claim fits in each dimension."""
    found: set[str] = set()
    for signal in indicators.fitting(standing.claim.predicate, standing.claim.type):
        if signal.dimension not in found and fits(signal, standing, as_of):
            found.add(signal.dimension)
            yield signal


def _in(wanted: tuple[str, ...], labels: frozenset[str]) -> bool:
    return not wanted or not labels.isdisjoint(wanted)


def _ends_within(claim: Claim, days: int, as_of: date) -> bool:
    time = claim.statement.time
    if time is None or not time.latest or time.relation in ("since", "after"):
        return False
    return 0 <= (date.fromisoformat(time.latest) - as_of).days <= days
