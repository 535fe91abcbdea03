"""Troops that stand beside a mission, not in it: no member's, in another land, more than all of it, or told to be outside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.lands import scene_of
from missionwatch.reading.frames.retold import more_than_all, sizes
from missionwatch.reading.frames.roles import TROOP_MOVES
from missionwatch.reading.frames.senses import MISSION_POSTS, UNARMED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from missionwatch.reading.frames.building import Builder, Draft
    from missionwatch.records import EntityRef


def stand_apart(drafts: Sequence[Draft], builder: Builder) -> list[Draft]:
    """Return the drafts with the missions that are not theirs taken out of them, without those that then tell nothing."""
    moving = {id(d.clause) for d in drafts if d.fields.get("type") in TROOP_MOVES}
    left = {(id(d.clause), r.id) for d in drafts if _has_left(d) for r in d.fields.get("roles", {}).get("actor", ())}
    drafts = [d for d in drafts if not _was_there(d, left)]
    largest, parties = sizes(drafts), _parties(drafts)
    return [d for d in drafts if _tells_still(d, builder, moving, largest, parties)]


def _parties(drafts: Sequence[Draft]) -> set[str | None]:
    """Return the states that fight a mission or stand behind an armed group: their soldiers where it is are not its own."""
    found: set[str | None] = set()
    for draft in drafts:
        fields, roles = draft.fields, draft.fields.get("roles", {})
        whom = {r.kind for r in roles.get("target", ())}
        backs = fields.get("type") == "support" and whom == {"group"} and not fields.get("negated")
        strikes = fields.get("type") in ("attack", "clash") and "mission" in whom
        if (backs or strikes) and fields.get("modality", "actual") == "actual":
            found |= {r.country for r in roles.get("actor", ()) if r.kind == "state"}
    return found


def _has_left(draft: Draft) -> bool:
    fields = draft.fields
    return fields.get("type") == "withdraw" and fields.get("modality") == "actual" and not fields.get("negated")


def _was_there(draft: Draft, left: set[tuple[int, str | None]]) -> bool:
    """Say whether those are only said to have been there who left: "the French troops deployed in Niger left Niamey"."""
    told = draft.fields["predicate"] == "presence" and draft.fields.get("time") is None
    clause = draft.clause if told else None
    above = id(clause.parent) if clause is not None and clause.reduced and clause.parent is not None else 0
    return any((above, r.id) in left for r in draft.fields.get("roles", {}).get("actor", ()))


def _tells_still(
    draft: Draft, builder: Builder, moving: set[int], largest: Mapping[str | None, float], parties: set[str | None]
) -> bool:
    """Let troops stand beside a mission that was not named with them, where they cannot be its: no member's, or in another land.

    Returns whether the draft still tells something: not what a mission does where it is not, nor who is where, if its clause tells
    that they are sent, added or taken away.
    """
    fields, register = draft.fields, builder.discourse.register
    roles: dict[str, tuple[EntityRef, ...]] = fields.get("roles", {})
    whose = [r for role in ("contributor", "actor") for r in roles.get(role, ()) if r.kind == "state"]
    unsaid = {"", *(r.text for r in roles.get("place", ()))}
    if whose and "mission" in roles:
        roles["mission"] = builder.discourse.wholes(roles["mission"], whose, draft.evidence.quote)
    for mission in roles.get("mission", ()):
        apart = _apart_from(mission, draft)
        said = mission.text in draft.evidence.quote and mission.text not in unsaid and not apart
        if said and (fields["predicate"] in _OF_MISSIONS or _names(mission.text, builder)):
            continue
        members_only = not said and bool(whose) and all(register.outside(mission.id, r.country) for r in whose)
        members_only = members_only or apart or (not said and more_than_all(draft, largest.get(mission.id, 0)))
        members_only = members_only or (not said and bool(whose) and all(r.country in parties for r in whose))
        other_work = not said and _of_other_work(draft, mission, whose, builder)
        members_only = members_only or other_work
        if not (members_only or _elsewhere(draft, mission, whose, builder)):
            continue
        left = {role: refs for role, refs in roles.items() if role != "mission"}
        if fields["predicate"] == "contribution":
            if id(draft.clause) in moving and not members_only:
                return False
            if other_work and fields.get("modality") != "actual":
                return False  # offered Bangui trainers: nobody is there
            hosts = tuple(r for r in builder.discourse.hosts() if r.country in builder.discourse.hosts_of(mission.id))
            hosts = hosts if members_only else _spots(draft) or hosts
            actor = left.pop("contributor")
            left = {"actor": actor, "place": left.get("place", hosts[:1]), **left}
            fields["predicate"] = "presence"
        elif fields["predicate"] in _OF_MISSIONS or (apart and _of_no_other(fields)):
            return False
        fields["roles"] = left
    return True


def _apart_from(mission: EntityRef, draft: Draft) -> bool:
    """Say whether a clause sets a mission apart from what it tells: "has 3,000 soldiers in Somalia outside ATMIS".

    What a mission is for or numbers is its own where it is named otherwise too: "UNIFIL protects civilians outside UNIFIL's area".
    """
    phrases = draft.clause.phrases if draft.clause is not None else ()
    named = [p for p in phrases if p.pronoun != "place_pronoun" and any(r.id == mission.id for r in p.refs)]
    apart = ["outside" in p.relations for p in named]
    return any(apart) and (draft.fields["predicate"] not in _OF_MISSIONS or all(apart))


def _names(text: str, builder: Builder) -> bool:
    """Say whether words name a mission: not "the force", "the last soldiers"."""
    words = (word for word in text.split() if "determiner" not in builder.pack.classes.get(word.lower(), ()))
    return any(word[0].isupper() for word in words)


def _of_other_work(draft: Draft, mission: EntityRef, whose: Sequence[EntityRef], builder: Builder) -> bool:
    """Say whether a state's people do what a mission does not: trainers and advisers where it trains nobody, mercenaries anywhere."""
    clause, entry = draft.clause, builder.discourse.register.mission(mission.id)
    if not whose or entry is None or clause is None or draft.fields["predicate"] in _OF_MISSIONS:
        return False
    if any(r.id == mission.id for p in clause.phrases if p.named for r in p.refs):
        return False
    own, hired = {r.id for r in whose}, builder.pack.classes_of("irregulars")
    sent = draft.fields.get("type") in TROOP_MOVES and not clause.passive
    theirs = [
        p for p in clause.phrases if own & {r.id for r in (*p.refs, *p.adjective_refs)} and not p.senses("capital")
    ]
    theirs += clause.objects if sent or not any(p.is_people for p in theirs) else []
    theirs = [p for p in theirs if not p.senses("asset")]  # fighter aircraft
    teaching = any(s.code == "trainer" for p in theirs for s in p.senses("function"))
    return (teaching and _TEACHES.isdisjoint(entry.purposes)) or any(p.words & hired for p in theirs)


_TEACHES = frozenset({"training", "advice"})
_OF_MISSIONS = frozenset({"purpose", "strength"})


def _of_no_other(fields: Mapping[str, Any]) -> bool:
    """Say whether what a draft tells is nothing without its mission: who leads it, how long it lasts."""
    return fields["predicate"] in ("leadership", "period") or fields.get("function") in MISSION_POSTS


def _elsewhere(draft: Draft, mission: EntityRef, whose: Sequence[EntityRef], builder: Builder) -> bool:
    """Say whether a clause that does not name a mission cannot be of it: told where it is not, of soldiers or the UN's."""
    clause, hosts = draft.clause, builder.discourse.hosts_of(mission.id)
    if clause is None or draft.fields.get("function"):
        return False  # its liaison officer is where he is
    above = (clause, clause.parent, clause.coordinated)
    if any(
        r.id == mission.id
        for one in above
        if one
        for p in one.phrases
        if p.named or draft.fields["predicate"] in _OF_MISSIONS
        for r in p.refs
    ):
        return False
    entry, soldiers = builder.discourse.register.mission(mission.id), builder.pack.classes_of("soldiers")
    hit = any(r.id == "organisation:un" for r in draft.fields.get("roles", {}).get("target", ()))
    if hit and entry is not None and entry.organisation != "un":
        return True  # a convoy of the UN is none of the EU's mission
    unarmed = entry is not None and entry.type in UNARMED and draft.fields["predicate"] == "contribution"
    if unarmed and not soldiers.isdisjoint(draft.evidence.quote.lower().split()):
        return True  # Italy keeps 300 soldiers: in no civilian mission
    there, at_home = scene_of(clause), {r.country for r in whose}
    return bool(hosts) and there in builder.discourse.register.hosts and not (there in hosts or there in at_home)


def _spots(draft: Draft) -> tuple[EntityRef, ...]:
    """Return where the clause of a draft says that people are."""
    clause = draft.clause
    there = scene_of(clause) if clause is not None else None
    refs = (
        r for p in (clause.phrases if clause is not None else ()) if {"in", "at"} & set(p.relations) for r in p.refs
    )
    return tuple(r for r in refs if r.country == there and r.body is None and r.kind in ("place", "state"))
