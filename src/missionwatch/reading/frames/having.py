"""How many people somebody has, where a clause says so of them: "takes its 300 soldiers home", "is there with 105 men", "the Irish are 350"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.phrases import (
    SOME,
    final_first,
    nationals,
    number_alone,
    placed_in,
    refs_in,
)
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.stationed import task_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.telling import Telling
    from missionwatch.reading.frames.tokens import Token


def own(here: Telling) -> None:
    """Read "will take its 300 soldiers home from Mali", "the 300 soldiers in Mali do not leave": who takes them away has them there."""
    event = next(iter(here.told("withdraw", "reduce", "reinforce")), None)
    if event is None:
        return
    actual = event.fields.get("modality", "actual") == "actual" and not event.fields.get("negated")
    if actual and not here.clause.present and event.fields["type"] == "withdraw":
        return  # has taken its 300 soldiers home: it has them there no longer
    discourse, roles = here.discourse, event.fields["roles"]
    hosts = {r.country for r in discourse.hosts()}
    state = tuple(r for r in roles.get("actor", ()) if r.kind == "state" and r.country not in hosts)[:1]
    if not state:
        return
    place = tuple(r for r in roles.get("place", ()) if r.country and r.country != state[0].country)[:1]
    asks = [r for r in event.fields.get("holders", ()) if r.kind == "state" and r.country != state[0].country]
    demands = (d for d in here.so_far() if d.fields.get("type") == "demand")
    asks = asks or [
        r for d in demands for r in d.fields["roles"].get("actor", ()) if r.country not in (None, state[0].country)
    ]
    if not place and not roles.get("mission") and asks and event.fields.get("modality") == "required":
        place = (discourse.register.ref(asks[0].id or "", asks[0].text),)  # asked to leave: it
    mission = roles.get("mission", ())[:1] or (discourse.joined_at(place[0], state[:1]) if place else ())
    if not (mission or place) and len(there := discourse.own_lands(state, hosts)) == 1:
        place = (discourse.register.ref(f"state:{there[0]}", there[0]),)
    for phrase in here.clause.phrases if mission or place else ():
        counted = phrase.number is not None and phrase.number.value is not None and phrase.share is None
        theirs = phrase.owned or (not mission and _those(phrase, here.tokens))
        if not (counted and theirs and phrase.is_people) or phrase.words & here.pack.classes_of("ending"):
            continue  # its last 300 soldiers: it had more
        span = (phrase.first, phrase.last)
        if mission:
            here.gives("own", state, mission, phrase.many(), span, 0.75, place=place, modality="actual")
        else:
            fields = {"predicate": "presence", "roles": {"actor": state, "place": place}, "frame": "presence:own"}
            here.draft(fields | {"quantity": phrase.many()}, span, 0.75)


def with_own(here: Telling) -> None:
    """Read "Italy stays in MISIN with 250 instructors": with how many a state is in a mission, whatever the verb says."""
    clause = here.clause
    states = [r for p in clause.subjects for r in p.everyone() if r.kind == "state" and r.id]
    mission = tuple(r for p in clause.phrases if p not in clause.subjects for r in p.refs_of("mission"))[:1]
    if len(states) != 1 or not mission or states[0].country in here.discourse.hosts_of(mission[0].id):
        return
    if any(d.clause is clause and (d.fields.get("type") or d.fields.get("quantity")) for d in here.framed):
        return
    for phrase in clause.phrases:
        own = "with" in phrase.relations and phrase.is_people and phrase.counted() and not phrase.refs_of("state")
        if own and not phrase.words & here.pack.bystanders:
            here.gives(
                "with", states, mission, phrase.many(), (clause.first, clause.last), 0.75, function=task_of(phrase)
            )
            return


def present_with(here: Telling) -> None:
    """Read "Spain is there with 600 men": with how many a state is in the mission just spoken of."""
    clause = here.clause
    sides = [r for p in clause.subjects for r in p.everyone()] or clause.antecedent
    states = [r for r in sides if r.kind == "state" and r.id]
    there = any(p.pronoun == "place_pronoun" for p in clause.phrases)
    there = there or not here.pack.classes_of("there_word").isdisjoint(clause.lows(here.tokens))
    being = here.is_any(here.pack.being) or clause.reduced  # Belgium, present with 300 men, …
    if len(states) != 1 or not there or not being or here.told("contribution", "presence"):
        return
    if states[0].body not in (None, "armed_forces", "population") or refs_in(clause.phrases, "place", "mission"):
        return
    mission = here.discourse.joined(here.discourse.missions_here(), states)
    for phrase in clause.phrases if mission else ():
        nationals = phrase.noun is None and phrase.unknown_name is not None  # 250 Gurkhas
        own = "with" in phrase.relations and "beside" not in phrase.relations and (phrase.is_people or nationals)
        if own and phrase.counted() and not phrase.refs_of("state") and not phrase.words & here.pack.outsiders:
            if states[0].country not in here.discourse.hosts_of(mission[0].id):
                here.gives("present", states, mission, phrase.many(), (clause.first, clause.last), 0.7)
            return


def are_so_many(here: Telling) -> None:
    """Read "the Rwandans are now 2,000 in Cabo Delgado" and "they are only 350 in Dakar": how many whose people are who are there."""
    clause, discourse = here.clause, here.discourse
    who = clause.subjects[0] if clause.subjects and not clause.passive else None
    being = not here.pack.being.isdisjoint(here.pack.plain_being & frozenset(clause.lemmas.values()))
    ahead = clause.modality in ("actual", "planned")
    if who is None or not (being and ahead) or len(clause.verbs) > 1 or who.number is not None or who.group:
        return
    sides = {r.id: r for r in who.refs if r.id and r.kind in ("state", "group")}
    several = who.pronoun is None or who.several or bool(who.words & here.pack.classes_of("plural_pronoun"))
    armed = nationals(who) or all(r.kind == "group" or r.body in ("armed_forces", "police") for r in sides.values())
    counts = [p for p in clause.objects if p.bare and p.counted() >= SOME and number_alone(p, here.tokens)]
    if len(sides) != 1 or len(counts) != 1 or not (several and armed):
        return
    side, count = next(iter(sides.values())), counts[0]
    if side.kind == "state" and who.words & here.pack.outsiders:
        return
    time = here.builder.when(clause.own_times, forward=False)
    chain = [p for p in clause.phrases if p is not who and p is not count and not {"from", "of"} & set(p.relations)]
    mission = refs_in(chain, "mission") or (who.refs_of("mission") if who.pronoun is None else ())
    place = tuple(r for r in placed_in(chain) if r.body is None and r.country != side.country)[:1]
    mission = mission or (discourse.joined_at(place[0], (side,)) if place else ())
    if not (mission or place) and (nationals(who) or side.body == "armed_forces"):  # the Swedes are 150 now
        main = discourse.main_mission()
        mission = main if main and side.country not in discourse.hosts_of(main[0].id) else ()
    told = here.told("contribution", "presence")
    if told or not (mission or place):
        for draft in told[:1]:
            draft.fields["quantity"] = draft.fields.get("quantity") or count.many()
        return
    span = (clause.first, clause.last)
    if mission and side.kind == "state":
        here.gives("so_many", (side,), mission, count.many(), span, 0.75, place=place, time=time)
    elif place:
        fields = {"predicate": "presence", "roles": {"actor": (side,), "place": place}, "frame": "presence:so_many"}
        here.draft(fields | {"quantity": count.many(), "modality": here.modality, "time": time}, span, 0.75)


def _those(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Say whether people are those that are there: "the 350 soldiers", "des 350 soldats"; not "1,000 soldiers"."""
    contracted = phrase.start < phrase.first and "contracted" in tokens[phrase.first - 1]
    return phrase.pronoun is None and (contracted or (phrase.definite and not phrase.single))


def number_of(here: Telling) -> None:
    """Read "the number of Dutch soldiers in Iraq is 150", "… will fall from six to four": how many of whom are where."""
    phrases, nouns = here.clause.phrases, here.pack.classes_of("number_noun")
    at = next((n for n, p in enumerate(phrases) if p.words & nouns), None)
    if at is None:
        return
    near = [p for p in phrases[at : at + 2] if p.first <= phrases[at].last + 2]
    people = next((p for p in near if p.refs_of("state") or p.refs_of("group")), None)
    if people is None or people.number is not None:
        return
    after = [p for p in phrases[at + 1 :] if p is not people and p.number is not None and not p.refs_of("state")]
    by = here.pack.classes_of("by_so_much")
    after = [p for p in after if here.tokens[p.start].low not in by]  # raises it by 80: that many come on top
    after = final_first(p for p in after if p.is_people or p.only_number)
    chain = dependents(people, here.clause)
    mission = tuple(r for p in chain for r in p.refs_of("mission"))
    placed = refs_in((p for p in chain if "in" in p.relations), "place", "state")
    place = tuple(r for r in placed if not r.body)[:1]
    state, span = people.refs_of("state")[:1], (phrases[at].first, here.clause.last)
    mission = mission or (here.discourse.joined_at(place[0], state) if place else ())
    state = state or people.refs_of("group")[:1]
    if after and mission and state[0].kind == "state":
        here.gives("number", state, mission, after[0].many(), span, 0.8, place=place)
    elif after and place:
        fields = {
            "predicate": "presence", "roles": {"actor": state, "place": place}, "quantity": after[0].many(),
            "frame": "contribution:number", "modality": here.modality,
        }  # fmt: skip
        here.draft(fields, span, 0.8)
