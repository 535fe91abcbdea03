"""How a force changes: "the Spanish contingent is growing from 600 to 700 troops", "the number of Danes fell from 300 to 120"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.lasting import to_come
from missionwatch.reading.frames.phrases import brought_to, number_alone, placed_in, refs_in
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.remnants import whose_people

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Draft
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.telling import Telling
    from missionwatch.records import EntityRef


def from_so_many(here: Telling) -> None:
    """Read who has fewer or more people than before, by what the numbers say or by a verb of growing or shrinking."""
    clause = here.clause
    then = next((p for p in clause.phrases if _to_so_many(here, p)), None)
    if then is None or here.told("withdraw", "deploy"):
        return
    before = [p for p in clause.phrases if "from" in p.relations and _so_many(here, p) and p.first < then.first]
    if told := here.told("reduce", "reinforce"):
        for draft in told if before else ():
            said = draft.fields.get("quantity")
            if said is not None and said.value == before[-1].counted():
                draft.fields["quantity"] = then.many()  # shrank from 4,000 men to 3,600
            _until_now(here, draft.fields["roles"], before[-1])
            _of_all(here, draft, before[-1], then)
        return
    others = [p for p in (*clause.subjects, *clause.objects) if p is not then and p not in before]
    force = next((p for p in others if _is_force(here, p)), None)
    kind = _which_way(here, before[-1:], then, force) if force is not None else None
    if kind is None or force is None:
        return
    roles = _whose(here, force)
    if not roles or not (before or "actor" in roles):
        return  # the mission has grown to 1,030 men: so many there are
    time = here.builder.when(clause.own_times, forward=clause.future or clause.present)
    ahead = clause.modality == "actual" and time is not None and to_come(here.builder, time)
    fields = {
        "predicate": "event", "type": kind, "roles": roles, "quantity": then.many(), "time": time, "negated": False,
        "modality": "planned" if ahead else clause.modality, "frame": f"{kind}:from",
    }  # fmt: skip
    change = here.draft(fields, (clause.first, clause.last), 0.75)
    if before:
        _until_now(here, roles, before[-1])
        _of_all(here, change, before[-1], then)


def marks_change(here: Telling, phrase: Phrase) -> bool:
    """Say whether a number is by how many something changes: "will fall by 50", "daalt met 50", "diminuera de 50"."""
    marks = here.pack.classes_of("by_so_much")
    return phrase.start < phrase.first and here.tokens[phrase.start].low in marks


def by_so_many(here: Telling, people: Phrase, giver: Sequence[EntityRef], mission: Sequence[EntityRef]) -> None:
    """Read "that number will fall by 50": whoever was counted is to have so many fewer, or more."""
    clause, pack, lows = here.clause, here.pack, set(here.clause.lows(here.tokens))
    up = (
        here.is_any(pack.classes_of("rising"))
        or here.opens("reinforce")
        or not lows.isdisjoint(pack.classes_of("upwards"))
    )
    down = here.is_any(pack.classes_of("sinking")) or here.opens("reduce")
    down = down or not lows.isdisjoint(pack.classes_of("downwards"))
    if up == down or here.told("reduce", "reinforce"):
        return
    time = here.builder.when(clause.own_times, forward=clause.future or clause.present)
    ahead = clause.modality == "actual" and time is not None and to_come(here.builder, time)
    kind = "reinforce" if up else "reduce"
    roles = {"actor": tuple(giver[:1]), "mission": tuple(mission[:1])}
    fields = {
        "predicate": "event", "type": kind, "roles": {role: refs for role, refs in roles.items() if refs}, "time": time,
        "quantity": people.number.quantity("people", people.text) if people.number is not None else None,
        "modality": "planned" if ahead else clause.modality, "negated": False, "frame": f"{kind}:by",
    }  # fmt: skip
    here.draft(fields, (clause.first, clause.last), 0.75)


def _until_now(here: Telling, roles: dict[str, tuple[EntityRef, ...]], now: Phrase) -> None:
    """Read how many a state gives now, who are to be fewer or more."""
    clause, giver, mission = here.clause, roles.get("actor", ()), roles.get("mission", ())
    ahead = clause.present or clause.future or clause.modality != "actual"
    known = {q.value for d in here.told("contribution") if (q := d.fields.get("quantity")) is not None}
    if mission and ahead and [r.kind for r in giver] == ["state"] and now.counted() not in known:
        here.gives("changing", giver, mission, now.many(), (now.first, now.last), 0.75, modality="actual")


def _of_all(here: Telling, change: Draft, before: Phrase, then: Phrase) -> None:
    """Read how strong a mission is and is to be, which itself is made larger or smaller: "to take KFOR down from 38,000 to 33,000"."""
    clause = here.clause
    changed = (clause.objects or clause.subjects)[:1]
    mission = tuple(r for p in changed if not p.is_people for r in p.refs_of("mission"))[:1]
    if not mission or mission[0].id not in {r.id for r in change.fields["roles"].get("mission", ())}:
        return
    ahead = clause.present or clause.future or change.fields["modality"] != "actual" or clause.link == "purpose"
    known = {q.value for d in here.told("strength") if (q := d.fields.get("quantity")) is not None}
    for phrase, modality in ((before, "actual"), (then, "planned")) if ahead else ((then, "actual"),):
        if phrase.counted() not in known:
            fields = {
                "predicate": "strength", "roles": {"mission": mission}, "quantity": phrase.many(), "modality": modality,
                "frame": "strength:until_now" if phrase is before else "strength:changing",
            }  # fmt: skip
            here.draft(fields, (phrase.first, phrase.last), 0.75)


def _so_many(here: Telling, phrase: Phrase) -> bool:
    counts = phrase.is_people or number_alone(phrase, here.tokens)
    return counts and 0 < phrase.counted() < _AN_ARMY and not phrase.refs_of("state")


def _to_so_many(here: Telling, phrase: Phrase) -> bool:
    return (
        _so_many(here, phrase) and ("to" in phrase.relations or brought_to(phrase)) and "from" not in phrase.relations
    )


def _which_way(here: Telling, before: Sequence[Phrase], then: Phrase, force: Phrase) -> str | None:
    """Return whether a force grows or shrinks; None where nothing says so."""
    if before:
        was, is_then = before[0].counted(), then.counted()
        people = before[0].is_people or then.is_people or "number" in here.tokens[then.last]
        return None if was == is_then or not people else "reinforce" if is_then > was else "reduce"
    if not then.is_people and force.words.isdisjoint(here.pack.classes_of("number_noun")):
        return None
    if here.is_any(here.pack.classes_of("rising")):
        return "reinforce"
    return "reduce" if here.is_any(here.pack.classes_of("sinking")) else None


def _is_force(here: Telling, phrase: Phrase) -> bool:
    """Say whether a phrase is a force, or its size: "the German contingent", "its strength", "the number of Swiss soldiers"."""
    pack = here.pack
    if phrase.words & pack.bystanders or phrase.number is not None or phrase.within:
        return False
    measure = phrase.words & pack.classes_of("strength_noun")
    if phrase.words & pack.classes_of("number_noun"):
        if (phrase.demonstrative or phrase.owned) and here.discourse.group is not None:
            return True  # that number will fall to 180
        of_whom = [p for p in dependents(phrase, here.clause) if p.is_people and "of" in p.relations]
        return any(not p.words & pack.bystanders and (p.refs or p.owned) for p in of_whom)
    nouns = pack.classes_of("formation") | pack.classes_of("presence_noun")
    force = phrase.noun in ("contribution", "mission") or bool(phrase.words & nouns) or bool(phrase.refs_of("mission"))
    return force or bool(measure)


def _whose(here: Telling, force: Phrase) -> dict[str, tuple[EntityRef, ...]]:
    """Return whose the force is, which mission it is or belongs to, and where it is."""
    clause, discourse = here.clause, here.discourse
    chain = [force, *dependents(force, clause)]
    states = tuple(r for p in chain if p is force or "of" in p.relations for r in p.refs_of("state"))
    if force in clause.objects:
        states = states or refs_in(clause.subjects, "state")
    mission = tuple(r for p in chain for r in p.refs_of("mission")) or refs_in(clause.phrases, "mission")
    place = tuple(r for r in placed_in(p for p in clause.phrases if p.first > clause.first) if r.id)
    if not (states or mission) and (theirs := whose_people(discourse)) is not None:
        states = (theirs,)
    if not mission:
        mission = discourse.joined_at(place[0], states) if place else discourse.main_mission()
    states = tuple(r for r in states[:1] if r.id and r not in place[:1])
    hosts = discourse.hosts_of(mission[0].id) if mission else frozenset()
    if states and states[0].country in hosts:
        return {}
    roles = {"actor": states, "mission": mission[:1], "place": place[:1]}
    return {role: refs for role, refs in roles.items() if refs} if states or mission else {}


_AN_ARMY = 500_000  # people; what is more is money
