"""The stated relations that a hypothesis touches: what a party gives, leads and holds, what hangs on a mission, what names both."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from missionwatch.assessment.matching import claims_of
from missionwatch.records import Claim, Consequence, ConsequenceKind, EntityRef, Unsaid

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from missionwatch.records import Hypothesis, MissionPicture, Picture, Quantity, Statement, UnsaidKind

_ENABLING = ("medic", "crew", "support", "liaison-officer")
"""Functions on which others lean; assets count as enablers always."""
_TIES = ("question", "risk", "option", "assessment", "interest", "event")
_STAKES = ("risk", "interest")
"""What a party fears or wants in general ties nothing to one mission unless it names it."""
_HELPS = ("support", "aid", "cooperate", "deploy", "reinforce")
_DECIDES = ("decide", "approve", "withdraw", "deploy", "reinforce", "reduce", "suspend", "resume", "extend", "end")
_COMMANDS = (
    "force-commander", "deputy-force-commander", "mission-commander", "head-of-mission", "deputy-head-of-mission",
    "special-representative", "chief-of-defence",
)  # fmt: skip


class Relations:
    """Finds the consequences of one hypothesis in a picture, and what reports do not say of it."""

    def __init__(self, picture: Picture, mission: MissionPicture, hypothesis: Hypothesis) -> None:
        self.picture, self.mission, self.hypothesis = picture, mission, hypothesis
        self.id, self.name = mission.mission.id or "", named(mission.mission)
        self.party = hypothesis.party
        self.told: list[Consequence] = []

    def consequences(self) -> Iterator[Consequence]:
        """Yield each stated relation once, what belongs to the mission first."""
        self.told = []
        said: set[tuple[str, tuple[str, ...]]] = set()
        for one in self._all():
            key = (one.kind, tuple(sorted(claim.id for claim in one.claims)))
            if key not in said:
                said.add(key)
                self.told.append(one)
                yield one

    def _all(self) -> Iterator[Consequence]:
        kind = self.hypothesis.kind
        yield from self._lead()
        yield from self._contributions()
        yield from self._share()
        yield from self._commands()
        yield from self._places()
        if kind != "add":
            yield from self._periods()
            yield from self._calendar()
        yield from self._stances()
        if self.party is not None:
            yield from self._elsewhere()
        yield from self._ties()

    def unknown(self) -> Iterator[Unsaid]:
        """Yield what no report says, and a reader would want to know."""
        told = {one.kind for one in self.told}
        party = named(self.party) if self.party is not None else ""
        if not self.mission.lead:
            yield self._unsaid("lead", f"who leads {self.name}")
        if not self.mission.strength:
            yield self._unsaid("strength", f"how many people {self.name} has")
        if self.party is not None and "contribution" not in told and "enabler" not in told:
            yield self._unsaid("given", f"what {party} gives to {self.name}")
        elif self.party is not None and not any(c.statement.quantity for c in self._given()):
            yield self._unsaid("people", f"how many people {party} has in {self.name}")
        if "enabler" not in told:
            whose = f"{party} brings to" if self.party is not None else "carry"
            yield self._unsaid("enablers", f"what aircraft, medics or other enablers {whose} {self.name}")
        if self.hypothesis.kind == "withdraw" and "tie" not in told:
            yield self._unsaid("dependants", f"which other mission or contributor depends on {party} in {self.name}")
        if self.hypothesis.kind == "end-mandate" and "tie" not in told:
            yield self._unsaid("dependants", f"which other mission depends on {self.name}")
        own = [one for one in self.told if one.kind == "stance" and self._by_party(one.claims)]
        if self.hypothesis.kind == "add" and not own:
            yield self._unsaid("stance", f"what {party} has decided or weighs about {self.name}")

    def _unsaid(self, kind: UnsaidKind, what: str) -> Unsaid:
        return Unsaid(kind=kind, says=f"No report says {what}", mission=self.mission.mission)

    def _given(self) -> list[Claim]:
        """Return the contributions that the hypothesis is about: the party's, or all where none is named."""
        return [
            c for c in self.mission.contributions
            if not c.statement.negated and (self.party is None or _is(c.statement.role("contributor"), self.party))
        ]  # fmt: skip

    def _lead(self) -> Iterator[Consequence]:
        for claim in self.mission.lead:
            leaders = claim.statement.role("leader")
            if self.party is None or _is(leaders, self.party):
                yield self._of("lead", f"{names(leaders)} leads {self.name}", claim)

    def _contributions(self) -> Iterator[Consequence]:
        for claim in self._given():
            statement = claim.statement
            who, what = names(statement.role("contributor")), gives(statement)
            where = f" in {names(statement.role('place'))}" if statement.role("place") else ""
            enabling = bool(statement.assets) or statement.function in _ENABLING
            yield self._of(
                "enabler" if enabling else "contribution", f"{who} gives {what} to {self.name}{where}", claim
            )
        for claim in self.mission.developments:
            statement = claim.statement
            ours = self.party is not None and _is(statement.role("actor"), self.party)
            if ours and not statement.negated and claim.type in _HELPS and statement.assets:
                what = gives(statement)
                yield self._of("enabler", f"{names(statement.role('actor'))} brings {what} to {self.name}", claim)

    def _share(self) -> Iterator[Consequence]:
        """Say what part of the mission's people the party gives; each number as wide as reports leave it."""
        strengths = [c for c in self.mission.strength if span(c) is not None]
        given = [c for c in self._given() if span(c) is not None and c.part_of is None]
        if self.party is None:
            for claim in strengths:
                yield self._of("share", f"{self.name} has {amount(claim)} people", claim)
            return
        if self.hypothesis.kind == "add" and self.hypothesis.people is not None:
            people = float(self.hypothesis.people)
            given_span, given = (people, people), []
        elif given:
            # a whole and its parts are both said: the largest number is the whole
            largest = max(given, key=lambda c: (span(c) or (0, 0))[1])
            given, given_span = [largest], span(largest) or (0.0, 0.0)
        else:
            return
        for claim in strengths:
            low, high = span(claim) or (0.0, 0.0)
            if low <= 0:
                continue
            part_low, part_high = given_span[0] / high, min(1.0, given_span[1] / low)
            parts = (
                f"{part_low:.0%}" if round(part_low, 2) == round(part_high, 2) else f"{part_low:.0%}–{part_high:.0%}"
            )
            who, whole = named(self.party), f"of the {amount(claim)} people of {self.name}"
            if self.hypothesis.kind == "add":
                what = f"{self.hypothesis.people:,} people from {who} would be {parts} {whole}"
            else:
                what = f"{who} gives {amount(given[0])} {whole}: {parts}"
            yield Consequence(
                kind="share",
                says=what,
                mission=self.id,
                claims=(*given, claim),
                low=round(part_low, 4),
                high=round(part_high, 4),
            )

    def _commands(self) -> Iterator[Consequence]:
        for claim in self.mission.posts:
            statement = claim.statement
            if self.party is not None and not _is(statement.role("person"), self.party):
                continue
            if self.party is None and statement.function not in _COMMANDS:
                continue
            function = (statement.function or "a post").replace("-", " ")
            yield self._of("command", f"{names(statement.role('person'))} is {function} of {self.name}", claim)

    def _places(self) -> Iterator[Consequence]:
        for claim in self._given():
            places = claim.statement.role("place")
            if places:
                yield self._of(
                    "place",
                    f"{names(claim.statement.role('contributor'))} is in {names(places)} for {self.name}",
                    claim,
                )
        if self.party is None:
            return
        for claim in self.picture.presences:
            statement = claim.statement
            if _is(statement.role("actor"), self.party) and not statement.negated:
                where = names(statement.role("place"))
                yield self._of(
                    "place", f"{names(statement.role('actor'))} is in {where}; for which mission is not said", claim
                )

    def _periods(self) -> Iterator[Consequence]:
        for claim in self.mission.periods:
            statement, time = claim.statement, claim.statement.time
            if self.party is not None and not _is(statement.role("contributor"), self.party):
                continue
            if time is None or statement.negated:
                continue
            who = (
                f"the contribution of {names(statement.role('contributor'))} to "
                if statement.role("contributor")
                else ""
            )
            when = f"{time.relation} {time.edtf or time.text}" + (f" ({statement.caveat})" if statement.caveat else "")
            ends = date.fromisoformat(time.latest) if time.latest else None
            after = self.hypothesis.day is not None and ends is not None and ends > self.hypothesis.day
            late = ", after that day" if after else ""
            yield self._of("period", f"{who}{self.name} is said to run {when}{late}", claim)

    def _calendar(self) -> Iterator[Consequence]:
        for day in self.mission.calendar:
            statement = day.claim.statement
            if day.claim.predicate == "period":
                continue
            if self.party is not None and not _is([*statement.role("actor"), *statement.role("target")], self.party):
                continue
            if self.hypothesis.day is not None and day.latest <= self.hypothesis.day.isoformat():
                continue
            when = day.earliest if day.earliest == day.latest else f"{day.earliest} to {day.latest}"
            yield self._of("calendar", f"{when}: {does(day.claim)}", day.claim)

    def _stances(self) -> Iterator[Consequence]:
        """Say what is kept open and decided about the mission: the party's own first, then that of others."""
        own: list[Consequence] = []
        others: list[Consequence] = []
        for claim in self.mission.options:
            holders = claim.statement.holders
            open_to = ", ".join(claim.statement.options).replace("all", "all options") or "what to do"
            said = self._of("stance", f"{names(holders) or 'Somebody'} keeps open: {open_to} ({self.name})", claim)
            (own if self.party is not None and _is(holders, self.party) else others).append(said)
        decided = {claim.id for claim in decisions(self.mission)}
        for claim in self.mission.developments:
            actors = claim.statement.role("actor")
            if claim.id in decided:
                said = self._of("stance", does(claim), claim)
                (own if self.party is not None and _is(actors, self.party) else others).append(said)
        yield from own
        yield from others

    def _elsewhere(self) -> Iterator[Consequence]:
        """Say what the party leads, gives and supports in the other missions of the theatre."""
        party = self.party
        if party is None:
            return
        for other in self.picture.missions:
            if other is self.mission:
                continue
            name, identity = named(other.mission), other.mission.id or ""
            for claim in other.lead:
                if _is(claim.statement.role("leader"), party):
                    yield self._of(
                        "other-mission", f"{names(claim.statement.role('leader'))} also leads {name}", claim, identity
                    )
            for claim in other.contributions:
                if _is(claim.statement.role("contributor"), party) and not claim.statement.negated:
                    yield self._of(
                        "other-mission",
                        f"{named(party)} also gives {gives(claim.statement)} to {name}",
                        claim,
                        identity,
                    )
            for claim in other.developments:
                if claim.type in _HELPS and _is(claim.statement.role("actor"), party):
                    yield self._of("other-mission", does(claim), claim, identity)

    def _ties(self) -> Iterator[Consequence]:
        """Say what names this mission together with another, or with the party what is only conditional."""
        for home in (*self.picture.missions, self.picture.general):
            for claim in claims_of(home):
                if claim.predicate not in _TIES or claim.statement.negated:
                    continue
                refs = mentioned(claim.statement)
                missions = {ref.id for ref in refs if ref.kind == "mission" and ref.id}
                here = self.id in missions
                beside = sorted((missions & {m.mission.id for m in self.picture.missions}) - {self.id})
                of_party = self.party is not None and _is(refs, self.party)
                conditional = claim.statement.modality in ("conditional", "possible", "required")
                if here and beside:
                    yield self._of("tie", f"named together: {does(claim)}", claim, beside[0])
                elif of_party and beside and home is not self.mission and claim.predicate in ("question", "risk"):
                    yield self._of("tie", does(claim), claim, beside[0])
                elif of_party and conditional and (here or (not missions and claim.predicate not in _STAKES)):
                    yield self._of("tie", f"conditional: {does(claim)}", claim)

    def _by_party(self, claims: Iterable[Claim]) -> bool:
        """Say whether the party itself holds or does it."""
        party = self.party
        return party is not None and any(_is([*c.statement.holders, *c.statement.role("actor")], party) for c in claims)

    def _of(self, kind: ConsequenceKind, says: str, claim: Claim, mission: str | None = None) -> Consequence:
        return Consequence(kind=kind, says=says, mission=mission or self.id, claims=(claim,))


def decisions(mission: MissionPicture) -> tuple[Claim, ...]:
    """Return what a state or organisation decided about a mission, done or still to be done; the newest first."""
    return tuple(
        claim for claim in claims_of(mission)
        if claim.type in _DECIDES and not claim.statement.negated
        and any(ref.kind in ("state", "organisation") for ref in claim.statement.role("actor"))
    )  # fmt: skip


def mentioned(statement: Statement) -> list[EntityRef]:
    """Return everybody a statement names, holders and what it is about included."""
    about = [ref for ref in statement.about if not isinstance(ref, str)]
    return [*(ref for refs in statement.roles.values() for ref in refs), *statement.holders, *about]


def _is(refs: Iterable[EntityRef], party: EntityRef) -> bool:
    """Say whether a party is among the refs: itself, or as its armed forces, its minister, its unit."""
    return any(
        (ref.id is not None and ref.id == party.id)
        or (party.country is not None and ref.country == party.country and ref.kind in ("state", "person", "unit"))
        for ref in refs
    )


def named(ref: EntityRef) -> str:
    """Return how a ref is called."""
    return ref.name or ref.text


def names(refs: Sequence[EntityRef]) -> str:
    """Return how refs are called, joined; a name that stands twice is said once."""
    return ", ".join(dict.fromkeys(named(ref) for ref in refs))


def gives(statement: Statement) -> str:
    """Return what a statement says is given, in words: people, function, assets."""
    number = _number(statement.quantity)
    people = f"{number} {'person' if number == '1' else 'people'}" if number else ""
    function = (
        f"{statement.function}s".replace("-", " ").replace("crews", "crew").replace("supports", "support")
        if statement.function
        else ""
    )
    parts = [" as ".join(part for part in (people, function) if part), *(asset.name for asset in statement.assets)]
    return " and ".join(part for part in parts if part) or "a contribution of which nothing more is said"


def does(claim: Claim) -> str:
    """Return a claim in one plain line: who does what to whom, when and where."""
    statement = claim.statement
    target = statement.role("target", "partner")
    mission = [ref for ref in statement.role("mission") if ref.id not in {t.id for t in target}]
    doer = names(statement.role("actor", "contributor", "leader", "person"))
    verb = ("not " if statement.negated else "") + (claim.type or claim.predicate).replace("_", " ")
    verb += "" if statement.modality == "actual" else f" ({statement.modality})"
    said = ", ".join((*statement.options, *statement.effect)) or (statement.grade or "").replace("_", " ")
    whom = names([*target, *mission, *(ref for ref in statement.about if not isinstance(ref, str))])
    where = f"in {names(statement.role('place'))}" if statement.role("place") else ""
    parts = [f"{doer}: {verb}" if doer else verb, said, whom, where, statement.text or ""]
    told = f"{names(statement.holders)} says: " if statement.holders else ""
    return told + ", ".join(part for part in parts if part)


def span(claim: Claim) -> tuple[float, float] | None:
    """Return the least and the most that a claim's number allows, over all that is said; None where it is open."""
    quantities = (
        [s.quantity for s in claim.support if s.quantity is not None] if claim.disputed else [claim.statement.quantity]
    )
    ends = [
        (q.low if q.low is not None else q.value, q.high if q.high is not None else q.value)
        for q in quantities
        if q is not None
    ]
    lows, highs = [low for low, _ in ends if low is not None], [high for _, high in ends if high is not None]
    return (min(lows), max(highs)) if lows and highs else None


def amount(claim: Claim) -> str:
    """Return a claim's number as said; where it is disputed, from the least to the most."""
    ends = span(claim)
    if claim.disputed and ends is not None and ends[0] != ends[1]:
        return f"{ends[0]:,.0f}–{ends[1]:,.0f} (disputed)"
    return _number(claim.statement.quantity) or "an unstated number of"


_SIGNS = {"about": "about ", "nearly": "nearly ", "more_than": "more than ", "at_least": "at least ", "up_to": "up to ",
          "less_than": "less than "}  # fmt: skip


def _number(quantity: Quantity | None) -> str:
    if quantity is None:
        return ""
    if quantity.span is not None:
        return "–".join(f"{n:,.0f}" for n in quantity.span)
    if quantity.value is None:
        return quantity.qualifier
    return f"{_SIGNS.get(quantity.qualifier, '')}{quantity.value:,.0f}"
