"""Where a mission stands, and what befell it. Only what is stated counts; where nothing says, the state is unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch import register
from missionwatch.picture.claims import ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from missionwatch.picture.shown import Shown
    from missionwatch.records import Claim, MissionState

INCIDENTS = frozenset({"attack", "clash", "detain", "obstruct", "deny_access"})
"""Event types in which a mission's people, or those it protects, come to harm or are hindered."""
_THERE = ("strength", "contribution", "leadership", "post", "period")
_NAMED = 5  # claims that are named for a state that many bear out


def state_of(mission: str, told: Sequence[Shown], day: int) -> tuple[MissionState, tuple[Claim, ...]]:
    """Return where a mission stands on a day (an ordinal), and the claims that say so.

    In this order: *ended*, when it was ended or its own period ran out and nothing resumed or extended it since; *suspended*, when it
    was suspended and not resumed since; *ending*, when its end is announced, or whoever leads it leaves or announces that; *active*,
    when somebody is there or it did something lately; *planned*, when it is only announced; else unknown.
    What a single contributor ends, suspends or leaves is not the mission's.
    """
    leaders = _leaders(mission, told)
    facts = [one for one in told if one.fact and not (one.deed is not None and one.dated and one.day > day)]
    whole = [one for one in told if one.lasting and _of_all(one, mission, leaders)]
    events = {id(one) for one in facts}
    done = [one for one in whole if id(one) in events]
    revived = max((one.day for one in done if one.claim.type in ("resume", "extend")), default=0)
    ended = [one for one in done if one.claim.type == "end" and one.day >= revived]
    ended += [one for one in facts if _ran_out(one, day) and (one.over or 0) >= revived and one.last >= revived]
    if ended:
        return "ended", _claims(ended, day)
    resumed = max((one.day for one in done if one.claim.type == "resume"), default=0)
    suspended = [one for one in done if one.claim.type == "suspend" and one.day >= resumed]
    if suspended:
        return "suspended", _claims(suspended, day)
    # a fact that lies ahead is as good as announced
    announced = [
        one for one in whole
        if one.sure in ("fact", "plan") and not one.claim.statement.negated and one.claim.credibility != 5
    ]  # fmt: skip
    ending = [one for one in announced if one.claim.type in ("end", "withdraw") and one.day >= revived]
    if ending:
        return "ending", _claims(ending, day)
    there = [one for one in facts if one.claim.predicate in _THERE and not one.at(day).stale and _now(one, day)]
    there = [one for one in there if one.claim.predicate == "strength"] or there
    active = there or [one for one in facts if one.deed is not None and one.shows(day) and _does(one, mission)]
    if active:
        return "active", _claims(active, day)
    planned = [one for one in told if _announces(one, mission, day)]
    return ("planned", _claims(planned, day)) if planned else ("unknown", ())


def incidents(mission: str, developments: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the developments in which a mission's people, or those it protects, were attacked, detained or hindered."""
    return tuple(
        claim
        for claim in developments
        if claim.type in INCIDENTS
        and claim.statement.modality == "actual"
        and not claim.statement.negated
        and all(ref.id != mission for ref in claim.statement.role("actor"))
    )


def _claims(told: Iterable[Shown], day: int) -> tuple[Claim, ...]:
    return tuple(one.at(day) for one in sorted(told, key=lambda one: one.rank)[:_NAMED])


def _of_all(one: Shown, mission: str, leaders: set[str]) -> bool:
    """Say whether an event is of the mission as a whole: by itself, an organisation, who leads it, or nobody that is named.

    Who leads is what is stated; where nothing is, what the register says.
    """
    actors = one.claim.statement.role("actor")
    if one.claim.type == "withdraw":
        if any(ref.kind == "place" for ref in one.claim.statement.role("place")):
            return False  # out of a town
        return any(ref.id in leaders or ref.id == mission for ref in actors)
    if one.claim.type in ("suspend", "end", "extend", "resume") and not actors:
        return True
    return any(ref.id == mission or ref.kind == "organisation" or ref.id in leaders for ref in actors)


def _leaders(mission: str, told: Sequence[Shown]) -> set[str]:
    stated = {
        name
        for one in told
        if one.claim.predicate == "leadership" and one.fact
        for name in ids(one.claim.statement.role("leader")).split()
    }
    entry = register.load().entry(mission)
    if stated or not isinstance(entry, register.Mission):
        return stated
    return {f"state:{code}" for code in entry.lead if code.isupper()}


def _ran_out(one: Shown, day: int) -> bool:
    """Say whether a claim is the end of the mission's own period, and past."""
    statement = one.claim.statement
    return (
        one.claim.predicate == "period"
        and statement.subject == "mission"
        and one.claim.key[-1] == "end"
        and one.over is not None
        and one.over < day
    )


def _now(one: Shown, day: int) -> bool:
    """Say whether a period has begun; everything else that is told is so."""
    time = one.claim.statement.time
    if one.claim.predicate != "period" or time is None or one.claim.key[-1] != "start":
        return True
    return (time.earliest or "") <= _iso(day)


def _does(one: Shown, mission: str) -> bool:
    """Say whether an event shows that the mission is at work: it acts, or something is done to it."""
    statement = one.claim.statement
    return any(ref.id == mission for role in ("actor", "target") for ref in statement.role(role)) or (
        one.claim.type in INCIDENTS
    )


def _announces(one: Shown, mission: str, day: int) -> bool:
    statement = one.claim.statement
    if statement.negated or mission not in one.missions:
        return False
    if one.claim.predicate == "period":
        return statement.subject == "mission" and not _now(one, day)
    return statement.modality == "planned" and (
        one.claim.predicate == "contribution" or one.claim.type in ("deploy", "decide", "approve")
    )


def _iso(day: int) -> str:
    from datetime import date  # noqa: PLC0415 - one use

    return date.fromordinal(day).isoformat()
