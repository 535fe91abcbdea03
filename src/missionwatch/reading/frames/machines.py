"""Whose ships and aircraft are at work for a mission: "six Belgian F-16s take off from Araxos", "a New Zealand plane flies them"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.givers import assets_of, states_of
from missionwatch.reading.frames.phrases import based_at, refs_in
from missionwatch.reading.frames.roles import is_kind

if TYPE_CHECKING:
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.telling import Telling
    from missionwatch.records import EntityRef


def at_work(here: Telling) -> None:
    """Read whose ship or aircraft does what ships and aircraft do, where the clause names a mission or the report has but one."""
    clause, pack = here.clause, here.pack
    plies = here.is_any(pack.classes_of("plying"))
    works = plies or here.is_any(pack.classes_of("working") | pack.classes_of("embedded"))
    told = clause.link in ("main", "relative") and not clause.reduced and here.sentence.part not in _SHOWN
    if not (works and told) or clause.modality not in ("actual", "planned") or here.told(*_TOLD):
        return
    for phrase in (clause.objects if clause.passive else clause.subjects)[:1]:
        parts = [part for part in (phrase, *phrase.group) if _sails_or_flies(part)]
        giver = _whose(here, phrase) if parts and parts[0] is phrase else None
        mission = _for_which(here)
        if giver is None or mission is None:
            continue
        if plies and clause.present:  # takes off every night: it goes nowhere for good
            here.builder.leave_out(d for d in here.so_far() if d.clause is clause and _moves(d.fields))
        time = here.builder.when([t for t in clause.own_times if t.relation == "since"], forward=False)
        spots = (p for p in clause.phrases if p not in parts and {"in", "at", "from"} & set(p.relations))
        place = tuple(
            r for p in spots for r in p.refs if is_kind(r, "place", p) and r.id and r.country != giver.country
        )
        more: dict[str, Any] = {"time": time, "modality": clause.modality} | ({"place": place} if place else {})
        for part in parts:
            here.gives_contingent(giver, mission, part, assets=assets_of(part), **more)


def operated(here: Telling) -> None:
    """Read "Canada flies eight helicopters from Danlí" beside a mission spoken of: what a state works with, and from where."""
    clause, pack = here.clause, here.pack
    at_work = here.is_any(pack.classes_of("working") | pack.classes_of("embedded"))
    if not at_work or clause.modality != "actual" or clause.passive or here.told("deploy", *_TOLD):
        return
    lands = (p for p in clause.subjects[:1] if p.bare and all(r.kind == "state" and r.body is None for r in p.refs))
    giver = [p for p in lands if len(states_of(p)) == 1 and not p.group]
    given = (p for p in clause.phrases if p not in giver and ("with" in p.relations or p in clause.objects))
    assets = next((a for p in given if not p.refs_of("state") and (a := assets_of(p))), ())
    mission = refs_in(clause.phrases, "mission") or here.discourse.missions_near()
    abroad = not any("to" in p.relations for p in clause.phrases)  # flies its aircraft to Gao
    if giver and assets and mission and abroad:
        here.gives_contingent(
            states_of(giver[0])[0], mission[0], giver[0], modality="actual", assets=assets, place=based_at(clause.phrases)
        )  # fmt: skip


_TOLD = (
    "contribution", "leadership", "withdraw", "end", "reduce", "clash", "attack", "detain", "release", "expel", "obstruct",
    "demand", "accuse", "condemn", "deny_access", "threaten", "option", "support", "visit", "consult",
)  # fmt: skip
"""What tells more of them, or makes it unlike that they are the mission's."""


_SHOWN = frozenset({"heading", "title", "caption"})  # a picture may be of other days
_ON_LAND = frozenset({"armoured vehicle", "tank", "vehicle", "field hospital", "Patriot"})


def _sails_or_flies(phrase: Phrase) -> bool:
    return any(a.name not in _ON_LAND for a in assets_of(phrase))


def _moves(fields: dict[str, object]) -> bool:
    return fields.get("type") in ("deploy", "withdraw")


def _whose(here: Telling, phrase: Phrase) -> EntityRef | None:
    """Return the one state whose ships or aircraft a phrase tells of: its adjective's, or that of a government's own paper."""
    states = states_of(phrase)
    if states:
        return states[0] if len(states) == 1 and states[0].body in (None, "armed_forces") else None
    ours = here.discourse.ours()
    return ours[0] if ours and not any(r.id for r in phrase.refs) else None


def _for_which(here: Telling) -> EntityRef | None:
    """Return the mission that a clause names, or the only one of the report."""
    named = {r.id: r for r in refs_in(here.clause.phrases, "mission") if r.id}
    if len(named) > 1:
        return None
    return next(iter(named.values()), None) or next(iter(here.discourse.main_mission()), None)
