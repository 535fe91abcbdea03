"""What a picture needs of a claim, worked out once: where it belongs, what it ends, when it is history. Days are ordinals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from missionwatch import register
from missionwatch.ledger.topics import missions_of
from missionwatch.picture.claims import FOREVER, ids, sure_of
from missionwatch.picture.keeping import KEEPING, LASTING, LEAVING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.picture.claims import Sure
    from missionwatch.picture.weighing import Made
    from missionwatch.records import Claim, Statement, Theatre


@dataclass(slots=True, eq=False)
class Shown:
    """A claim with what a picture of any day needs of it.

    ``day`` is the day it counts for (an event's own, else when it was last said), ``first`` and ``last`` when it was said.
    ``missions`` are those of the theatre that it belongs to. ``over`` is the day from which somebody's stay (``leaver``, ""
    for everybody's) in the places ``left`` is over; ``stayer`` and ``stays`` are whose stay where it tells of. A ``fact`` tells
    what is so (``sure``), is not denied, and not improbable. What is ``lasting`` says how things stand until another event does.
    ``until`` is the last day it is shown, ``fresh`` the last day it is not stale; ``links`` are a risk's causes and effects.
    """

    claim: Claim
    earlier: tuple[Statement, ...]
    missions: tuple[str, ...]
    day: int
    dated: bool
    first: int
    last: int
    own: bool
    over: int | None
    leaver: str
    left: tuple[str, ...]
    stayer: str
    stays: tuple[str, ...] | None
    deed: tuple[str | None, str, str] | None
    reports: tuple[str, ...]
    size: tuple[str, float, str]
    rank: tuple[int, str]
    fact: bool
    sure: Sure
    lasting: bool
    until: int
    fresh: int
    links: tuple[tuple[str, str], ...]
    stale: Claim | None = None

    def shows(self, day: int) -> bool:
        """Say whether the claim is no history yet on a day."""
        return day <= self.until

    def at(self, day: int) -> Claim:
        """Return the claim as of a day: stale where nobody has said it for longer than such a claim keeps."""
        if day <= self.fresh:
            return self.claim
        if self.stale is None:
            self.stale = msgspec.structs.replace(self.claim, stale=True)
        return self.stale


def shown(made: Made, theatre: Theatre) -> Shown:
    """Work out what pictures need of a claim."""
    claim = made.claim
    statement = claim.statement
    first, last = (claim.first or date.min).toordinal(), (claim.last or date.min).toordinal()
    missions = missions_of(statement)
    time = statement.time
    dated = time is not None and bool(time.earliest or time.latest)
    day = _event_day(claim, first) if claim.predicate == "event" else last
    over, leaver, left = _ending(claim, missions, day)
    stays = _stays(claim, missions)
    quantity = statement.quantity
    event = claim.predicate == "event"
    keeps = KEEPING[claim.predicate]
    return Shown(
        claim=claim, earlier=made.earlier, missions=tuple(m for m in missions if m in theatre.missions),
        day=day, dated=dated, first=first, last=last,
        own=claim.predicate == "contribution" and any(r.country == theatre.own for r in statement.role("contributor")),
        over=over, leaver=leaver, left=left, stayer=ids(statement.role("contributor", "actor")), stays=stays,
        deed=(statement.type, ids(statement.role("actor")) or ids(statement.role("target")), " ".join(missions)) if event else None,
        reports=tuple({s.report: None for s in (*claim.support, *claim.against, *claim.corrected)}),
        size=(ids(statement.role("contributor")), -((quantity.value or 0.0) if quantity is not None else 0.0), claim.id),
        rank=(-day, claim.id), sure=sure_of(statement),
        fact=statement.modality == "actual" and not statement.negated and claim.credibility != 5, lasting=claim.type in LASTING,
        until=FOREVER if keeps.shown is None else last + keeps.shown,
        fresh=FOREVER if keeps.fresh is None else last + keeps.fresh,
        links=tuple(sorted(set(_links(claim)))) if claim.predicate == "risk" else (),
    )  # fmt: skip


def _event_day(claim: Claim, first: int) -> int:
    """Return the day an event counts for: its own where it is said, else the day it was first reported."""
    time = claim.statement.time
    if time is None or not (time.earliest or time.latest):
        return first
    if time.relation in ("since", "after") or time.latest is None:
        return date.fromisoformat(time.earliest).toordinal() if time.earliest else first
    return date.fromisoformat(time.earliest or time.latest).toordinal()


def _ending(claim: Claim, missions: tuple[str, ...], day: int) -> tuple[int | None, str, tuple[str, ...]]:
    """Return from when whose stay where is over: by a period that runs out, or by leaving. Where: missions and countries."""
    statement, time = claim.statement, claim.statement.time
    if claim.predicate == "period" and claim.key[-1] == "end" and time is not None and time.latest:
        if statement.negated or (statement.subject == "contribution" and not statement.role("contributor")):
            return None, "", ()
        who = ids(statement.role("contributor")) if statement.subject == "contribution" else ""
        return date.fromisoformat(time.latest).toordinal(), who, missions
    if claim.type not in ("withdraw", "end") or statement.modality != "actual" or statement.negated:
        return None, "", ()
    who = ids(statement.role("actor")) if claim.type == "withdraw" or _own_part(statement, missions) else ""
    if claim.credibility == 5 or not (who or missions):
        return None, "", ()
    places = (r.country for r in statement.role("place") if who and r.country and (r.kind == "state" or not missions))
    return day + (LEAVING if time is None else 0), who, (*missions, *places)


def _own_part(statement: Statement, missions: tuple[str, ...]) -> bool:
    """Say whether states that neither lead nor host a mission end something: their own part of it, not the mission."""
    entries = [entry for one in missions if isinstance(entry := register.load().entry(one), register.Mission)]
    whole = {f"state:{code}" for entry in entries for code in (*entry.lead, *entry.hosts)}
    actors = statement.role("actor")
    return bool(actors) and all(ref.kind == "state" and ref.id not in whole for ref in actors)


def _stays(claim: Claim, missions: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return where somebody's stay is told of that can be over: a contribution, a presence, the end of a period."""
    statement = claim.statement
    ends = claim.predicate == "period" and claim.key[-1] == "end"
    if statement.modality != "actual" or not (claim.predicate in ("contribution", "presence") or ends):
        return None
    where = [*missions, *(r.country for r in statement.role("place") if r.country)]
    names = register.load()
    for mission in missions:
        entry = names.entry(mission)
        where += entry.hosts if isinstance(entry, register.Mission) and not statement.role("place") else ()
    return tuple(where)


def _links(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield what brings about what, as any of the statements says it; what is denied says nothing."""
    for statement in claim.support if not claim.statement.negated else ():
        for cause in statement.cause:
            yield from ((cause, effect) for effect in statement.effect if effect != cause)
