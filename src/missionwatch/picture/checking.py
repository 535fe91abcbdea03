"""Statements beside claims: whether the ledger holds what somebody else says, holds otherwise, or does not know.

A statement is *supported* where one claim says all that it says: the same parties, a number and a day that can be the same,
and no more certainty. It is *contradicted* where a claim of the same thing says otherwise. Whatever no claim says is unknown:
the ledger is no witness against what it never heard of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from missionwatch import register
from missionwatch.picture.claims import edge_of
from missionwatch.picture.weighing import same, span
from missionwatch.records import Check, CheckedSentence, Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from missionwatch.records import (
        Change,
        Claim,
        EntityRef,
        Evidence,
        MissionPicture,
        Picture,
        Quantity,
        ReportHead,
        Statement,
        Verdict,
    )

_ALIKE = {"presence": "contribution", "contribution": "presence", "post": "leadership", "leadership": "post"}
"""Predicates that say one thing in two ways: whoever contributes to a mission is present there; who commands it leads it."""
_SAME_DEED: Mapping[tuple[str, str | None], tuple[str, str | None]] = {
    ("event", "end"): ("event", "withdraw"), ("event", "withdraw"): ("event", "end"), ("presence", None): ("event", "deploy"),
}  # fmt: skip
"""One thing said in two ways: whoever ends its part in a mission withdraws from it, and who was deployed to a place is there."""
_PARTIES: Mapping[str, tuple[str, ...]] = {
    # role → the roles of a claim in which the same party may stand
    "contributor": ("contributor", "actor"), "actor": ("actor", "contributor", "leader"), "mission": ("mission", "target"),
    "target": ("target", "mission", "partner"), "partner": ("partner", "target", "actor"), "leader": ("leader", "person", "actor"),
    "person": ("person", "leader", "target"), "organisation": ("organisation", "state", "mission"),
    "state": ("state", "organisation"), "place": ("place", "target", "mission"),
}  # fmt: skip
_WORSE: tuple[Verdict, ...] = ("unread", "supported", "unknown", "contradicted")
_CODES = ("purposes", "options", "cause", "effect")
_STATES: Mapping[str, frozenset[str]] = {"end": frozenset({"ended", "ending"}), "suspend": frozenset({"suspended"})}
"""Events that only say in which state a mission is, where they name nothing but the mission."""
_SINGLE = ("function", "grade", "subject")
_LASTING = frozenset({"contribution", "presence", "period"})
_VALUES = frozenset({
    "quantity", "killed", "injured", "time", "modality", "certainty", "denial", "ended", "corrected", "leader", "person", "grade",
})  # fmt: skip
"""Fields in which a claim of the same thing can say otherwise; in any other, it is not the same thing."""
_FAR = 1_000  # further from a statement than any claim


class Checker:
    """Holds the claims of a theatre, current and past, ready to be asked."""

    def __init__(
        self, claims: Iterable[Claim], over: frozenset[str], as_of: date, missions: Iterable[MissionPicture] = ()
    ) -> None:
        """Take all claims as of a day, the ids of those that are over, and the missions with the states they are in."""
        self._missions = {mission.mission.id: mission for mission in missions}
        self._by_sort: dict[tuple[str, str | None], list[_Held]] = {}
        self._by_name: dict[str, set[_Held]] = {}
        self.claims = every = tuple(claims)
        said = {s.id: s for claim in every for s in (*claim.support, *claim.against, *claim.corrected)}
        for claim in every:
            held = _Held(claim, said, current=claim.id not in over, today=as_of.isoformat())
            self._by_sort.setdefault((claim.predicate, claim.type), []).append(held)
            for name in held.names:
                self._by_name.setdefault(name, set()).add(held)

    def find(self, statement: Statement, beside: Mapping[str, Statement] | None = None) -> Finding:
        """Return what the claims say of a statement; ``beside`` are the statements of the same text, by id."""
        wanted = parties_of(statement, beside or {})
        near: list[tuple[int, _Held, tuple[str, ...]]] = []
        named = {role: {_name(ref) for ref in refs if not _only_counted(ref)} for role, refs in wanted.items()}
        names = {name for some in named.values() for name in some}
        known = set().union(*(self._by_name.get(name, set()) for name in names))
        least = _FAR
        for held in self._of(statement):
            if names and held not in known:  # it names none of those that the statement names
                continue
            if statement.predicate == "period" and edge_of(statement) != edge_of(held.claim.statement):
                continue  # when it began says nothing of when it ends
            score, differs = 0, list[str]()
            for name in held.differs(statement, named):
                differs.append(name)
                score += 1 if name in _VALUES else 11
                if score > least:  # another claim is nearer
                    break
            else:
                near.append((score, held, tuple(differs)))
                least = score
        near.sort(key=lambda one: (one[0], not one[1].current, one[1].claim.id))
        if (not near or near[0][2]) and (by := self._in_that_state(statement, wanted)):
            return Finding(statement=statement, verdict="supported", claims=by)
        if not near and (by := self._so_called(statement, known)):
            return Finding(statement=statement, verdict="supported", claims=by)
        if not near:
            return Finding(statement=statement, verdict="unknown")
        _, best, fields = near[0]
        claims = tuple(held.claim for score, held, _ in near[:3] if score == near[0][0])
        if not fields:
            return Finding(
                statement=statement, verdict="supported", claims=claims, disputed=bool(best.claim.disputed or best.claim.against)
            )  # fmt: skip
        apart = sum(name not in _VALUES for name in fields)
        if apart > 1 or not best.identified(wanted):  # another thing altogether: naming it would only confuse
            return Finding(statement=statement, verdict="unknown")
        return Finding(
            statement=statement, verdict="unknown" if apart else "contradicted", claims=claims, reasons=fields
        )

    def _in_that_state(self, statement: Statement, wanted: Mapping[str, Sequence[EntityRef]]) -> tuple[Claim, ...]:
        """Return what makes the state of missions that nothing more is said of: "the mission has ended", "is suspended"."""
        states = _STATES.get(statement.type or "", frozenset())
        named = {ref.id for refs in wanted.values() for ref in refs}
        found = [self._missions[name] for name in named if name in self._missions]
        said = statement.negated or statement.quantity is not None or statement.time is not None
        if said or not named or len(found) < len(named) or any(mission.state not in states for mission in found):
            return ()
        return tuple(claim for mission in found for claim in mission.state_by)

    def _so_called(self, statement: Statement, known: Iterable[_Held]) -> tuple[Claim, ...]:
        """Return what befell somebody as the holder of a post, where no more is said than that: "expelled ambassador X"."""
        if statement.predicate != "post" or statement.function is None or set(statement.roles) != {"person"}:
            return ()
        held = (one.claim for one in known if any(s.function == statement.function for s in one.claim.support))
        return tuple(sorted(held, key=lambda claim: claim.id))[:1]

    def _of(self, statement: Statement) -> Iterator[_Held]:
        sort = (statement.predicate, statement.type)
        yield from self._by_sort.get(sort, ())
        yield from self._by_sort.get(_SAME_DEED.get(sort, ("", None)), ())
        if statement.predicate in _ALIKE:
            yield from self._by_sort.get((_ALIKE[statement.predicate], None), ())


def checker(seen: Picture, changes: Iterable[Change] = ()) -> Checker:
    """Return what holds statements beside a picture alone, and beside what changed to it."""
    turns = list(changes)
    claims = {claim.id: claim for turn in turns for claim in (turn.before, turn.after) if claim is not None}
    gone = {turn.before.id for turn in turns if turn.after is None and turn.before is not None}
    claims |= {claim.id: claim for claim in seen.claims}
    return Checker(claims.values(), frozenset(gone | {claim.id for claim in seen.over}), seen.as_of, seen.missions)


def check(
    draft: ReportHead,
    sentences: Iterable[Evidence],
    statements: Sequence[Statement],
    asked: Checker,
    reports: Mapping[str, ReportHead],
) -> Check:
    """Hold the statements of a draft beside the claims, and say for each of its sentences what was found."""
    beside = {statement.id: statement for statement in statements}
    found = {one.id: asked.find(one, beside) for one in statements}
    findings = [_demanded(found[one.id], found.values()) for one in statements]
    out = []
    for sentence in sentences:
        mine = tuple(one for one in findings if _stands_in(one.statement, sentence))
        verdict = _WORSE[max((_WORSE.index(one.verdict) for one in mine), default=0)]
        out.append(CheckedSentence(evidence=sentence, verdict=verdict, findings=mine))
    quoted = {s.report for one in findings for claim in one.claims for s in (*claim.support, *claim.against)}
    return Check(draft=draft, sentences=tuple(out), reports={key: reports[key] for key in sorted(quoted)})


def _demanded(one: Finding, others: Iterable[Finding]) -> Finding:
    """Return what was found of what must be done: where it stands in the words of a demand, what was found of that.

    "Mali demanded that Denmark withdraw" says no more of a withdrawal than that it was demanded.
    """
    here = one.statement.evidence
    if one.statement.modality != "required" or one.verdict == "supported":
        return one
    for other in others:
        around = other.statement.evidence
        if other.statement.type == "demand" and around.start <= here.start and here.end <= around.end:
            return msgspec.structs.replace(other, statement=one.statement)
    return one


def _stands_in(statement: Statement, sentence: Evidence) -> bool:
    return any(
        span.start < sentence.end and sentence.start < span.end for span in (statement.evidence, *statement.more)
    )


class _Held:
    """A claim with all that any of its statements says, so that a statement can be held beside it."""

    def __init__(self, claim: Claim, said: Mapping[str, Statement], *, current: bool, today: str) -> None:
        self.claim, self.current, self._today = claim, current, today
        self.parties: dict[str, set[str]] = {}
        for statement in claim.support:
            for role, refs in parties_of(statement, said).items():
                self.parties.setdefault(role, set()).update(name for ref in refs for name in _goes_by(ref))
        missions = self.parties.get("mission", set()) | self.parties.get("target", set())
        self.parties.setdefault("place", set()).update(_hosts(missions))
        self.names = set().union(*self.parties.values())
        self._meant: dict[str, set[str]] = {}

    def identified(self, wanted: Mapping[str, Sequence[EntityRef]]) -> bool:
        """Say whether the statement names a party of the claim: else anything at all would contradict it."""
        return any(_name(ref) in self.parties.get(role, set()) for role, refs in wanted.items() for ref in refs)

    def differs(self, statement: Statement, named: Mapping[str, set[str]]) -> Iterator[str]:
        """Yield the fields in which the statement says something else than the claim, or more; ``named`` are its parties by role."""
        for role, names in named.items():
            if not names <= self._in(role):
                yield role
        support = self.claim.support
        for name in _CODES:
            if not set(getattr(statement, name)) <= {code for one in support for code in getattr(one, name)}:
                yield name
        for name in _SINGLE:
            said = getattr(statement, name)
            if said is not None and said not in {getattr(one, name) for one in support}:
                yield name
        if not {asset.name for asset in statement.assets} <= {a.name for one in support for a in one.assets}:
            yield "assets"
        yield from self._values(statement)
        yield from self._sureness(statement)

    def _in(self, role: str) -> set[str]:
        """Return who in the claim may be meant by a party in that role."""
        if role not in self._meant:
            # a judgement on an event is one on those who took part in it
            among = self.parties if role == "about" else _PARTIES.get(role, (role,))
            self._meant[role] = set().union(*(self.parties.get(other, set()) for other in among))
        return self._meant[role]

    def _values(self, statement: Statement) -> Iterator[str]:
        claim = self.claim
        for name in ("quantity", "killed", "injured", "time"):
            said = _value(statement, name)
            if said is None or any(same(said, _value(one, name)) for one in claim.support if _value(one, name)):
                continue
            if any(same(said, _value(one, name)) for one in claim.corrected if _value(one, name)):
                yield "corrected"
            else:
                yield name if any(_value(one, name) for one in claim.support) else f"{name} not said"

    def _sureness(self, statement: Statement) -> Iterator[str]:
        claim = self.claim
        firm = statement.modality == "actual"
        over = not self.current and claim.predicate in _LASTING  # that it is so no longer, is no denial that it was
        if statement.negated != claim.statement.negated and not (statement.negated and (claim.against or over)):
            yield "denial"
        known = {one.modality for one in claim.support}
        if firm != ("actual" in known) or (statement.modality == "planned" and known.isdisjoint(("actual", "planned"))):
            yield "modality"
        rumour = all(one.hearsay for one in claim.support) and not statement.hearsay
        hedged = all(one.likelihood is not None for one in claim.support) and statement.likelihood is None
        if firm and (rumour or hedged):
            yield "certainty"
        if over and not statement.negated and not self._past(statement):
            yield "ended"

    def _past(self, statement: Statement) -> bool:
        """Say whether a statement speaks of days gone by only: what is over was so then."""
        time = statement.time
        return time is not None and time.relation not in ("since", "after") and (time.latest or "9999") < self._today


def parties_of(statement: Statement, said: Mapping[str, Statement]) -> dict[str, tuple[EntityRef, ...]]:
    """Return who stands in which role of a statement, with its holders and whom it is about (an event: its parties)."""
    out = dict(statement.roles)
    about = [ref for ref in statement.about if not isinstance(ref, str)]
    judged = [said[ref] for ref in statement.about if isinstance(ref, str) and ref in said]
    about += [ref for one in judged for refs in one.roles.values() for ref in refs]
    return {
        role: refs for role, refs in (*out.items(), ("holders", statement.holders), ("about", tuple(about))) if refs
    }


def _value(statement: Statement, name: str) -> Quantity | tuple[str, str] | None:
    return span(statement) if name == "time" else getattr(statement, name)


def _name(ref: EntityRef) -> str:
    return ref.id or "?" + " ".join(ref.text.casefold().split())


def _only_counted(ref: EntityRef) -> bool:
    """Say whether a party is no more than a number of people, whose name nobody gave: "49 soldiers"."""
    words = ref.text.split()
    return ref.id is None and bool(words) and words[0].isdigit() and not any(w[:1].isupper() for w in words)


def _goes_by(ref: EntityRef) -> Iterator[str]:
    """Yield what a party goes by: a person counts for the state he or she speaks for, a place lies in its country."""
    yield _name(ref)
    if ref.kind == "person" and ref.name:
        yield "?" + ref.name.casefold()  # a draft may name a person whom nothing in it makes known
    if ref.country and ref.kind != "mission":
        yield f"state:{ref.country}"


def _hosts(missions: Iterable[str]) -> Iterator[str]:
    names = register.load()
    for mission in missions:
        entry = names.entry(mission)
        if isinstance(entry, register.Mission):
            yield from (f"state:{host}" for host in entry.hosts)
