"""What a hypothesis would take along, as reports state it, and how the levels would move. Nothing is guessed, nothing booked.

Pure: a ``Picture`` and a ``Hypothesis`` in, a ``WhatIf`` out. Every consequence is a stated relation with the claims that carry
it; what no report says is listed as not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from missionwatch import register
from missionwatch.assessment.counting import HYPOTHETICAL
from missionwatch.assessment.levels import assess
from missionwatch.assessment.relations import Relations, named
from missionwatch.errors import HypothesisError
from missionwatch.records import (
    CalendarDay,
    Claim,
    EntityRef,
    Evidence,
    LevelShift,
    Quantity,
    Statement,
    Unsaid,
    WhatIf,
    When,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.records import Concern, Hypothesis, MissionPicture, Picture, Tempo

_MOVED = 0.05  # a sum that differs by less is not worth a line; in other missions only a level that changes is


def suppose(picture: Picture, hypothesis: Hypothesis, tempos: tuple[Tempo, ...] = ()) -> WhatIf:
    """Return what a hypothesis would mean for the missions of a picture.

    Raises ``HypothesisError`` where the mission is none of the theatre's, or the hypothesis lacks its party or its day.
    """
    mission = next((m for m in picture.missions if m.mission.id == hypothesis.mission.id), None)
    if mission is None:
        known = ", ".join((m.mission.id or "").removeprefix("mission:") for m in picture.missions)
        raise HypothesisError(f"{named(hypothesis.mission)} is no mission of this theatre; it has {known}")
    if hypothesis.kind == "end-mandate" and hypothesis.day is None:
        raise HypothesisError("a mandate ends on a day; say which")
    if hypothesis.kind != "end-mandate" and hypothesis.party is None:
        raise HypothesisError(f"somebody must {hypothesis.kind}; say which state")
    relations = Relations(picture, mission, hypothesis)
    supposed = _claim(hypothesis, picture)
    before = assess(picture, tempos=tempos)
    after = assess(_with(picture, mission, hypothesis, supposed), tempos=tempos)
    return WhatIf(
        hypothesis=hypothesis, as_of=picture.as_of, consequences=tuple(relations.consequences()),
        unknown=tuple(relations.unknown()), registered=tuple(_registered(picture, hypothesis)),
        shifts=tuple(_shifts(before, after, mission.mission.id or "")), supposed=(supposed,),
    )  # fmt: skip


def _claim(hypothesis: Hypothesis, picture: Picture) -> Claim:
    """Return the hypothesis as a claim, marked as one that nobody reported."""
    says, mission, party = sentence(hypothesis), hypothesis.mission, hypothesis.party
    roles: dict[str, tuple[EntityRef, ...]] = {"mission": (mission,)}
    if party is not None:
        roles["actor"] = (party,)
    day = picture.as_of.isoformat() if hypothesis.day is None else hypothesis.day.isoformat()
    ahead = hypothesis.day is not None and hypothesis.day > picture.as_of
    people = hypothesis.people
    statement = Statement.of(
        report=HYPOTHETICAL, predicate="event", reader=HYPOTHETICAL, confidence=1.0,
        type={"withdraw": "withdraw", "add": "deploy", "end-mandate": "end"}[hypothesis.kind], roles=roles,
        evidence=Evidence(0, len(says), says, "body"), modality="planned" if ahead else "actual",
        time=When("at", day, day, day, day),
        quantity=None if people is None else Quantity(float(people), people, people, "people", "exact", str(people)),
    )  # fmt: skip
    return Claim(
        id=f"{HYPOTHETICAL}-{statement.id[:8]}", key=(HYPOTHETICAL, says), predicate="event", type=statement.type,
        statement=statement, support=(statement,), voices=1, credibility=1, first=picture.as_of, last=picture.as_of,
    )  # fmt: skip


def sentence(hypothesis: Hypothesis) -> str:
    """Return a hypothesis as a sentence.

    >>> from missionwatch.records import Hypothesis
    >>> sentence(Hypothesis(kind="withdraw", mission=EntityRef(text="Takuba"), party=EntityRef(text="France")))
    'Suppose that France withdraws from Takuba'
    """
    mission = named(hypothesis.mission)
    party = named(hypothesis.party) if hypothesis.party is not None else "nobody"
    people = f" with {hypothesis.people:,} people" if hypothesis.people is not None else ""
    match hypothesis.kind:
        case "withdraw":
            return f"Suppose that {party} withdraws from {mission}"
        case "add":
            return f"Suppose that {party} joins {mission}{people}"
        case _:
            return f"Suppose that the mandate of {mission} ends on {hypothesis.day}"


def _with(picture: Picture, mission: MissionPicture, hypothesis: Hypothesis, supposed: Claim) -> Picture:
    """Return the picture as if the hypothesis had been reported; what was reported stays as it is."""
    changed = msgspec.structs.replace(mission, developments=(supposed, *mission.developments))
    if supposed.statement.modality != "actual":
        day = str(hypothesis.day)
        ahead = CalendarDay(earliest=day, latest=day, claim=supposed, mission=mission.mission.id)
        changed = msgspec.structs.replace(mission, calendar=(*mission.calendar, ahead))
    missions = tuple(changed if m is mission else m for m in picture.missions)
    return msgspec.structs.replace(picture, missions=missions)


def _shifts(before: tuple[Concern, ...], after: tuple[Concern, ...], mission: str) -> Iterator[LevelShift]:
    for old, new in zip(before, after, strict=True):
        own = old.mission == mission
        was, now = {d.dimension: d for d in old.dimensions}, {d.dimension: d for d in new.dimensions}
        moved = []
        for dimension in dict.fromkeys((*now, *was)):
            a, b = was.get(dimension), now.get(dimension)
            shift = LevelShift(
                mission=new.mission, dimension=dimension, before=a.level if a else "none", after=b.level if b else "none",
                score_before=a.score if a else 0.0, score_after=b.score if b else 0.0,
                held_before=a.held if a else None, held_after=b.held if b else None,
            )  # fmt: skip
            if shift.before != shift.after or (own and abs(shift.score_before - shift.score_after) >= _MOVED):
                moved.append(shift)
        if own or moved or old.level != new.level:
            yield LevelShift(mission=new.mission, dimension=None, before=old.level, after=new.level,
                             score_before=old.score, score_after=new.score, held_before=old.held, held_after=new.held)  # fmt: skip
            yield from moved


def _registered(picture: Picture, hypothesis: Hypothesis) -> Iterator[Unsaid]:
    """Yield who leads the missions concerned where the register knows it and no report of the theatre said so."""
    names, party = register.load(), hypothesis.party
    for mission in picture.missions:
        entry = names.mission(mission.mission.id)
        if entry is None or mission.lead:
            continue
        leads = [
            names.ref(f"{kind}:{one}", name) for one in entry.lead for kind in ("state", "organisation")
            if (name := names.name(f"{kind}:{one}", "en")) is not None
        ]  # fmt: skip
        ours = party is not None and party.country in entry.lead
        if leads and (ours or mission.mission.id == hypothesis.mission.id):
            who = " and ".join(named(one) for one in leads)
            says = f"The register names {who} as who leads {named(mission.mission)}; no report said so"
            yield Unsaid(kind="registered-lead", says=says, mission=mission.mission, leads=tuple(leads))
