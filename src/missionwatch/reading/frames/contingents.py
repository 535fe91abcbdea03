"""How many a contribution is, becomes, and is made of: "a contingent numbering 300", "half of them are Irish"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.changing import by_so_many, marks_change
from missionwatch.reading.frames.dividing import SEVERAL
from missionwatch.reading.frames.givers import mission_in, states_of
from missionwatch.reading.frames.lasting import to_come
from missionwatch.reading.frames.phrases import SOME, brought_to, final_first, number_alone, refs_in
from missionwatch.reading.frames.quantities import Number
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.shares import part_of
from missionwatch.reading.frames.undoing import tells_of_harm
from missionwatch.reading.frames.units import giver_of, unit_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.telling import Telling
    from missionwatch.reading.frames.tokens import Token
    from missionwatch.records import EntityRef


def measured(here: Telling) -> None:
    """Read "the Finnish share of KFOR amounts to 70 soldiers" and "the Irish contribution consists of 340 soldiers"."""
    clause, formed = here.clause, here.pack.classes_of("formation")
    of_a_state = here.pack.classes_of("presence_noun") | here.pack.classes_of("strength_noun")
    for part in clause.subjects if not clause.passive else ():
        told = part.noun == "contribution" or part.words & formed or (part.by_country and part.words & of_a_state)
        if part.number is not None or not told:
            continue
        chain = dependents(part, clause)
        state = [r for r in (*part.adjective_refs, *part.refs) if r.kind == "state"]
        state += refs_in((p for p in chain if "of" in p.relations), "state")
        mission = tuple(r for p in (part, *chain) for r in p.refs_of("mission")) or here.discourse.main_mission()
        counted = [
            p for p in clause.phrases if p not in chain and p is not part and p.number and not p.refs_of("state")
        ]
        counted += [p for p in chain[-1:] if "of" in p.relations and p.number]  # une part de 70 soldats
        counted = [p for p in counted if p.is_people or (p.counted() >= SOME and number_alone(p, here.tokens))]
        if len({r.id for r in state}) == 1 and mission and counted:
            people = final_first(counted)[0]
            later = clause.finite is not None and people.last < clause.finite  # limitée à 135 militaires, | prendra fin
            span = (min(part.first, people.first), max(part.last, people.last))
            here.gives_part(state[0], mission, people.number, span, aside=later)


def brought(here: Telling) -> None:
    """Read "is reducing its contribution to MINUSMA to 100 soldiers": how many it gives then."""
    clause = here.clause
    part = next((p for p in clause.objects if p.noun == "contribution"), None)
    people = next((p for p in clause.phrases if brought_to(p) and p.is_people), None)
    if part is None or people is None:
        return
    state = [r for r in part.adjective_refs if r.kind == "state"] or refs_in(clause.subjects, "state")
    mission = tuple(r for p in (part, *dependents(part, clause)) for r in p.refs_of("mission"))
    if len({r.id for r in state}) == 1 and (mission := mission or here.discourse.main_mission()):
        span = (min(part.first, people.first), max(part.last, people.last))  # réduit à 100 soldats | sa participation
        here.gives_part(state[0], mission, people.number, span)


def shared(here: Telling) -> None:
    """Read "half of the 900 soldiers come from Senegal": a share of people, whose it is."""
    clause = here.clause
    for part in clause.subjects:
        if part.share is None or not part.is_people or part.anaphor is not None:
            continue
        mission = part.refs_of("mission") or tuple(r for p in dependents(part, clause) for r in p.refs_of("mission"))
        inside = (c for c in here.builder.clauses if c.parent is clause and part.last < c.first)
        mission = mission or tuple(r for c in inside for p in c.phrases for r in p.refs_of("mission"))
        state = _come_from(here, part)
        if state is not None and (mission := mission or here.discourse.main_mission()):
            here.gives_part(state, mission, part.number, (part.first, clause.last))


def of_those(here: Telling) -> None:
    """Read "Of these, 1,200 are Indonesian and 900 Indian", "Half of them come from Senegal" and ", of whom 250 are British"."""
    clause, phrases, drafts = here.clause, here.clause.phrases, here.builder.since(here.number - 1)
    of_whom = bool(phrases) and "among" in phrases[0].relations and bool(clause.verbs)
    within = of_whom or clause.link == "relative"
    sooner = (d for d in reversed(drafts) if d.sentence < here.number or (within and d.clause is not clause))
    before = (d for d in sooner if d.paragraph == here.sentence.paragraph)
    whole = next((d for d in before if d.fields["predicate"] == "strength"), None)
    behind = (
        clause.link == "relative" and whole is not None and whole.clause is clause.parent
    )  # dont la moitié sont français
    if whole is None or not (behind or clause.link == "main") or whole.fields.get("modality") not in (None, "actual"):
        return
    mission = whole.fields["roles"]["mission"]
    part = next((p for p in phrases if p.share is not None and p.anaphor == "one_of"), None)
    if part is not None and part.number is None:
        total = whole.fields["quantity"].value
        if total is None or not part.share:
            return
        part.number = part_of(Number(part.first, part.last, total, total, total, "exact"), part)
        if (state := _come_from(here, part)) is not None:
            here.gives_part(state, mission, part.number, (part.first, clause.last))
        return
    if not (of_whom or opens_with(here.pack.of_them, here.tokens)):
        return
    for n, phrase in enumerate(phrases):
        nation = phrase if phrase.adjective_refs else phrases[n + 1] if n + 1 < len(phrases) else None
        if (
            nation is None
            or phrase.number is None
            or not nation.bare
            or len({r.id for r in nation.adjective_refs}) != 1
        ):
            continue
        alone = phrase is nation or number_alone(phrase, here.tokens)
        if alone and (nation.is_people or nation.noun is None):
            here.gives_part(nation.adjective_refs[0], mission, phrase.number, (phrase.first, nation.last))


def they_come(here: Telling) -> None:
    """Read "they come from Jordan and Sweden" of people just counted, and "…, who come from Ghana and Italy": how many each goes unsaid."""
    clause, drafts = here.clause, here.builder.since(here.number - 1)
    them = next(iter(clause.subjects), None)
    if them is None or them.pronoun not in ("person_pronoun", "relative") or clause.passive:
        return
    if them.pronoun == "relative" and clause.parent is not None:  # contre les groupes | venus du Burkina: not soldiers
        near = next((p for p in reversed(clause.parent.phrases) if p.last < clause.first), None)
        others = near is not None and (near.words & here.pack.bystanders or "against" in near.relations)
        if others or (near is not None and not (near.is_people or near.number)):
            return
    before = (d for d in reversed(drafts) if d.paragraph == here.sentence.paragraph and d.clause is not clause)
    whole = next((d for d in before if d.fields["predicate"] == "strength"), None)
    homes = [p for p in clause.phrases if "from" in p.relations and p.first > them.last]
    if whole is None or not homes or any(r.kind == "state" for r in them.refs):
        return
    if homes[0].start - 1 not in clause.verbs and homes[0].last + 1 not in clause.verbs:
        return  # came under fire from Israel
    later = sorted(
        (p for c in here.builder.clauses for p in c.phrases if p.first > homes[0].last), key=lambda p: p.first
    )
    for after in later:  # the rest of the list may stand in the clause above
        joined = after.start == homes[-1].last + 2 and after.bare and after.refs_of("state") and not after.number
        homes += [after] if joined and after not in homes else []
    states = {r.id: r for p in homes for r in p.everyone() if r.kind == "state" and r.body is None and r.id}
    for told in here.told("contribution") if len(states) > 1 else ():
        told.fields["quantity"] = None  # so many together
    mission = whole.fields["roles"]["mission"]
    given = {r.id for d in here.told("contribution") for r in d.fields["roles"]["contributor"]}
    for state in states.values():
        if state.id not in given and state.country not in here.discourse.hosts_of(mission[0].id):
            here.gives("from", (state,), mission, None, (them.first, homes[-1].last), 0.7, modality="actual")


def opens_with(of_them: Sequence[tuple[str, ...]], tokens: Sequence[Token]) -> bool:
    """Say whether a sentence begins with those just spoken of: "Of these, …"."""
    first = next((t.low for t in tokens if t.is_word), None)
    if all(first != them[0] for them in of_them):
        return False
    words = tuple(t.low for t in itertools.islice((t for t in tokens if t.is_word), _OPENING))
    return any(words[: len(them)] == them for them in of_them)


_OPENING = 3  # words that may say "of these"


def _come_from(here: Telling, counted: Phrase) -> EntityRef | None:
    """Return the one state that people are said to be of or to come from."""
    being = here.is_any(here.pack.being)
    others = (p for p in here.clause.phrases if p is not counted and p.first > counted.last)
    said = (p for p in others if (being and p.bare) or "from" in p.relations)
    found = {r.id: r for p in said for r in (*p.adjective_refs, *p.refs) if r.kind == "state"}
    return next(iter(found.values())) if len(found) == 1 else None


def grown(here: Telling) -> None:
    """Read "that number will rise to 70" of people just spoken of: how many they will be, or are by now."""
    group, clause = here.discourse.group, here.clause
    measure = next((p for p in clause.subjects if p.words & here.pack.classes_of("number_noun")), None)
    if group is None or measure is None or not (measure.demonstrative or measure.owned) or not group.mission:
        return
    after = [p for p in clause.phrases if p is not measure and p.number is not None and not p.refs_of("state")]
    if len(after) == 1 and marks_change(here, after[0]):
        by_so_many(here, after[0], [r for r in group.refs if r.kind == "state"], group.mission)
    elif after and any(r.kind == "state" for r in group.refs):
        many, time = final_first(after)[0].many(), here.builder.when(clause.times, forward=True)
        span, ahead = (clause.first, clause.last), time is not None and to_come(here.builder, time)
        modality = "planned" if ahead and clause.modality == "actual" else clause.modality
        here.gives("grown", group.refs, group.mission, many, span, 0.75, modality=modality, time=time)


def other_task(here: Telling) -> None:
    """Read the second of those who are given for two tasks: "with six trainers and a medic"."""
    for phrase in here.clause.phrases:
        task = next((s.code for s in phrase.senses("function")), None) if phrase.group else None
        for part in phrase.group if task is not None else ():
            other = next((s.code for s in part.senses("function")), None)
            if other in (None, task) or part.number is None:
                continue
            told = here.told("contribution")
            first = next((d for d in told if d.fields.get("function") == task), None)
            if first is not None and not any(d.fields.get("function") == other for d in told):
                fields = first.fields | {"quantity": part.many(), "function": other, "assets": ()}
                here.draft(fields, (part.first, part.last), 0.8)


def some_are(here: Telling) -> None:
    """Read "two are staff officers" and "two served with MONUSCO": a part of those just counted."""
    clause, group = here.clause, here.discourse.group
    parts = (p for p in clause.subjects if p.number is not None)
    part = next((p for p in parts if p.anaphor == "one_of" or number_alone(p, here.tokens)), None)
    if part is None or part.number is None or part.number.value is None or part.refs_of("state"):
        return
    before = (d for d in here.builder.since(here.number - 1) if d.sentence < here.number)
    if any(d.fields["predicate"] == "strength" for d in before):
        return  # UNIFIL had 10,500 soldiers. There are 8,200 now: no state's
    function = next((s.code for p in clause.objects for s in p.senses("function") if s.code), None)
    named = next((r for p in clause.phrases for r in p.refs_of("mission")), None)
    spoken = (r for r in here.discourse.spoken_of() if r.kind == "state" and r.body == "armed_forces")
    giver = next((r for r in group.refs if r.kind == "state"), None) if group is not None else next(spoken, None)
    mission = named or (next(iter(group.mission), None) if group is not None else None)
    if any(p.owned for p in dependents(part, clause)) and clause.link == "relative" and clause.parent is not None:
        giver = next(iter(refs_in(clause.parent.subjects, "state")), None)  # Chad …, where 1,400 of its soldiers serve
    told = {r.id for d in here.told("contribution") for r in d.fields["roles"].get("mission", ())}
    if giver is None or mission is None or not (function or named) or mission.id in told:
        return
    place = refs_in((p for p in clause.phrases if p.first > part.last and "in" in p.relations), "place")
    here.gives_contingent(giver, mission, part, many=part.many(), function=function, place=place)
    behind = [p for p in clause.phrases if named and p.first > part.last]
    for counted, there in itertools.pairwise(behind):  # nine serve with SAMIDRC, four with MONUSCO
        other = next(iter(there.refs_of("mission")), None) if there.start == counted.last + 1 else None
        if number_alone(counted, here.tokens) and other is not None and other.id not in told | {mission.id}:
            here.gives_contingent(giver, other, counted, many=counted.many())


def likewise(here: Telling) -> None:
    """Read what else those serve in who were just counted: "Another 20 serve with KFOR", "Four officers are with UNTSO", "Burundi has 760"."""
    clause, group = here.clause, here.discourse.group
    giver = next((r for r in group.refs if r.kind == "state"), None) if group is not None else None
    if group is None or giver is None or not here.opens("serve") or here.told("contribution"):
        return
    if not here.pack.classes_of("as_a_whole").isdisjoint(clause.lows(here.tokens)):
        return  # in ISAF as a whole 85,000 serve
    other = next(iter(clause.subjects), None)
    if other is not None and other.number is None and not clause.passive:  # Burundi has 760
        states = [r for r in other.refs if r.kind == "state" and r.body is None] if not other.group else []
        counted = next((p for p in clause.objects if number_alone(p, here.tokens)), None)
        if counted is not None and len(states) == 1 and group.mission and counted.counted() >= SOME:
            here.gives_contingent(states[0], group.mission[0], counted, many=counted.many(), modality="actual")
        return
    people = next((p for p in (*clause.subjects, *clause.objects[:1]) if p.counted() and not p.anaphor), None)
    if people is None or any(r.id for p in (people, *people.group) for r in p.refs) or people.adjective_refs:
        return
    if people.words & here.pack.bystanders or not (people.is_people or _no_noun(people)):
        return
    mission = refs_in((p for p in clause.phrases if p is not people and p.relations), "mission")
    where = refs_in((p for p in clause.phrases if "in" in p.relations and p.pronoun is None), "place", "state")
    place = tuple(r for r in where if r.body is None)
    spot = [r for r in place if r.kind == "place"]
    there = here.discourse.mission_at(spot[0]) if spot and not mission else ()
    its_own, more = {r.id for r in group.mission}, place and people.adds(here.pack.additional)
    if (mission and (more or mission[0].id not in its_own)) or (there and {r.id for r in there} <= its_own):
        function = next((s.code for s in people.senses("function") if s.code), None)
        found = (mission or there)[0]
        here.gives_contingent(giver, found, people, many=people.many(), function=function, place=place)


def _no_noun(phrase: Phrase) -> bool:
    """Say whether a phrase counts without saying whom: "another 20", "a further 900 or so"."""
    return phrase.noun is None and not (phrase.named or phrase.triggers or phrase.unknown_name)


def from_each(here: Telling) -> None:
    """Read "ninety soldiers from Fiji and 45 from Samoa": a number and nothing else before another state, of those just told."""
    told = [d for d in here.told("contribution") if d.fields.get("quantity")]
    mission: tuple[EntityRef, ...] = told[0].fields["roles"].get("mission", ()) if told else ()
    for phrase, after in itertools.pairwise(here.clause.phrases if mission else ()):
        states = [r for r in after.refs if r.kind == "state" and r.body is None]
        behind = after.start == phrase.last + 1 and "from" in after.relations
        before = here.tokens[phrase.start - 1] if phrase.start else None
        joined = before is not None and ("coordinator" in before or before.text == ",")
        if behind and joined and number_alone(phrase, here.tokens) and len(states) == 1:
            here.gives_contingent(states[0], mission[0], phrase, many=phrase.many())


def come_thence(here: Telling) -> None:
    """Read "From Belgium come 56 soldiers": whose they are, told before them."""
    clause, coming = here.clause, here.pack.classes_of("coming_from")
    verb = next((v for v, lemma in clause.lemmas.items() if lemma in coming), -1)
    homes = [p for p in clause.phrases if "from" in p.relations and p.last < verb and len(states_of(p)) == 1]
    them = next((p for p in clause.subjects if p.first > verb and p.is_people and p.counted() > 1), None)
    mission = here.discourse.mission_near(anywhere=True) if len(homes) == 1 and them is not None else ()
    if them is None or not mission:
        return
    here.builder.leave_out(here.told("strength"))
    here.gives_contingent(states_of(homes[0])[0], mission[0], them, many=them.many(), modality="actual")


def made_up(here: Telling) -> None:
    """Read "MICEGA, made up of Nigerians, Senegalese and 200 Togolese": whose people a mission is made up of."""
    clause, made = here.clause, here.pack.classes_of("made_up")
    verb = next((v for v, lemma in clause.lemmas.items() if lemma in made), None)
    if verb is None:
        return
    parts: list[Phrase] = []
    for phrase in (p for p in clause.phrases if p.first > verb):
        near = phrase.start <= (parts[-1].last + 2 if parts else verb + 2)
        if not near or not {"of", "from"} & set(phrase.relations) or len(states_of(phrase)) != 1:
            break
        parts.append(phrase)
    above = clause.parent
    whole = [p for p in (*clause.subjects, *clause.objects) if p not in parts]
    whole += [*above.subjects, *above.objects] if above is not None and clause.link == "relative" else []
    mission = tuple(r for r in clause.antecedent if r.kind == "mission") or refs_in(whole, "mission")
    if len(parts) < SEVERAL or not mission:
        return
    given = {states_of(p)[0].id for p in parts}
    together = [d for d in here.so_far() if d.clause is clause]
    here.builder.leave_out(
        d for d in together if given & {r.id for r in d.fields.get("roles", {}).get("contributor", ())}
    )
    for phrase in parts:
        many = phrase.many() if phrase.counted() else None
        here.gives_contingent(states_of(phrase)[0], mission[0], phrase, many=many, modality="actual")


def numbering(here: Telling) -> None:
    """Read "the UK contingent, numbering some 300" and "Sweden's contribution will consist of 150 personnel"."""
    clause, pack = here.clause, here.pack
    verb = next(v for v, lemma in clause.lemmas.items() if lemma in pack.classes_of("numbering"))
    formed = pack.classes_of("formation")
    sides = [*clause.subjects, *clause.phrases[:1]]
    whole = next((p for p in sides if (p.words & formed or p.noun == "contribution") and states_of(p)), None)
    mission = mission_in(here)
    if whole is None or mission is None or len(states_of(whole)) != 1:
        return
    counted = (p for p in clause.phrases if p.first > verb and p.counted() and not p.refs_of("state"))
    people = next((p for p in counted if p.is_people or number_alone(p, here.tokens)), None)
    if people is not None:
        modality = clause.modality if verb == clause.verbs[-1] else "actual"
        here.gives_contingent(states_of(whole)[0], mission, people, many=people.many(), modality=modality)


def sized(here: Telling) -> None:
    """Read "a Danish company, 200 strong, joined" and "UNIFIL's Irish battalion, 340 men, guards": how many a state's unit is."""
    clause = here.clause
    for phrase in clause.phrases:
        unit = unit_before(phrase, clause, here.pack, here.tokens)
        if unit is None or (tells_of_harm(clause, here.pack) and (clause.passive or unit not in clause.subjects)):
            continue
        mission = tuple(r for p in (unit, *dependents(unit, clause)) for r in p.refs_of("mission"))
        inside = {r.id for r in mission}
        giver = giver_of(unit, clause, here.pack)[0]
        mission = mission or refs_in((p for p in clause.phrases if p is not phrase), "mission")
        mission = mission or here.discourse.joined(here.discourse.main_mission(), [giver])
        said = [d for d in here.told("contribution") if giver.id == d.fields["roles"]["contributor"][0].id]
        if said and not any(d.fields.get("quantity") for d in said):
            said[0].fields["quantity"] = phrase.many()
        elif mission and not said:  # a battalion of the mission that will go home is there
            there = here.told("withdraw", "reduce", "end") or (unit.definite and mission[0].id in inside)
            real = "actual" if there else here.modality
            here.gives_contingent(giver, mission[0], phrase, many=phrase.many(), modality=real)


def becomes(here: Telling) -> None:
    """Read "reduced its contribution from 70 to 20 soldiers": how many it is then."""
    phrases, formed = here.clause.phrases, here.pack.classes_of("formation")
    given = any(p.noun == "contribution" or p.words & formed for p in phrases)
    left = next((p for p in phrases if "to" in p.relations and p.counted() and not p.refs_of("state")), None)
    for draft in here.told("reduce", "reinforce") if given and left is not None else ():
        roles = draft.fields.get("roles", {})
        giver = next((r for r in roles.get("actor", ()) if r.kind == "state" and r.id), None)
        mission = next(iter(roles.get("mission", ())), None) or mission_in(here)
        if giver is None or mission is None or left is None or draft.fields.get("negated"):
            continue
        more = {key: draft.fields[key] for key in ("time", "modality", "holders") if draft.fields.get(key)}
        here.gives_contingent(giver, mission, left, many=left.many(), **more)
        return


def in_numbers(here: Telling) -> None:
    """Read "to approve a Swedish contribution of 80 soldiers to KFOR": how many a contribution is, or is to be."""
    clause = here.clause
    for part in clause.phrases:
        chain = dependents(part, clause) if part.noun == "contribution" else []
        people = _taking_part(here, part, chain) if part.noun == "contribution" else None
        if people is None:
            continue
        states = states_of(part) or [r for p in chain if "of" in p.relations for r in states_of(p) if r.body is None]
        if not states and (part.owned or people.owned):  # weighs its contribution of 130 soldiers
            states = list(refs_in(clause.subjects, "state"))
        gone = next((d for d in here.told("withdraw") if d.fields.get("quantity") is None), None)
        if len({r.id for r in states}) == 1 and gone is not None and people.owned:
            gone.fields["quantity"] = people.many()  # mit fin à la participation de ses 250 soldats
        mission = mission_in(here) if not (said := refs_in(chain, "mission")) else said[0]
        if (
            len({r.id for r in states}) != 1
            or mission is None
            or here.told("contribution", "withdraw", "end", "reduce")
        ):
            continue
        above = here.builder.since(here.number)
        open_yet = any(d.fields.get("type") in _OPEN or d.fields["predicate"] == "option" for d in above)
        owned = part.owned or people.owned
        modality = "planned" if open_yet and clause.modality == "actual" and not owned else here.modality
        modality = modality if people in clause.phrases else "actual"
        here.gives_contingent(states[0], mission, part, many=people.many(), upto=people.last, modality=modality)


def _taking_part(here: Telling, part: Phrase, chain: Sequence[Phrase]) -> Phrase | None:
    """Return the people that a contribution is told to be: "of 80 soldiers", "with 700 soldiers", "forte de 600 militaires"."""
    if part.number is not None and part.number.first > part.last:
        return part
    behind = [p for p in chain if {"of", "with"} & set(p.relations)]
    end = chain[-1].last if chain else part.last
    for told in here.clause.participles:  # limitée à 135 militaires
        measured = told.first - 1 in (end, end + 1) and not here.pack.classes_of("measuring").isdisjoint(
            told.lemmas.values()
        )
        behind += [p for p in told.phrases if measured and "to" in p.relations]
    strong = here.pack.classes_of("strong_of")
    for phrase in here.clause.phrases if strong else ():
        opens = here.tokens[max(0, phrase.start - 2) : phrase.start]
        if "of" in phrase.relations and [t.index for t in opens] == [end + 1, end + 2] and opens[1].low in strong:
            behind.append(phrase)
    counted = (p for p in behind if p.is_people and p.counted() and not p.refs_of("state"))
    return next(counted, None)


_OPEN = frozenset({"approve", "demand", "decide", "consult", "postpone"})  # what is done about what is to come


def crew(here: Telling) -> None:
    """Read "Aboard are 200 sailors" of a ship spoken of: whose ship it is gives them to the mission it sails for."""
    clause = here.clause
    if here.pack.classes_of("aboard").isdisjoint(clause.lows(here.tokens)):
        return
    before = here.builder.since(here.number - 1)
    told = [r for d in before for r in d.fields.get("roles", {}).get("contributor", ())]
    giver = next((r for r in (*told, *here.discourse.doer) if r.kind == "state"), None)
    counted = (p for p in clause.phrases if p.is_people and p.number is not None and not p.refs_of("state"))
    others = here.pack.classes_of("taken_aboard") | here.pack.classes_of("universal")  # all 17 aboard were freed
    people = next((p for p in counted if p.words.isdisjoint(others) and (p.owned or not p.definite)), None)
    given = (d for d in here.so_far() if d.fields["predicate"] == "contribution")
    said = {q.value for d in given if (q := d.fields.get("quantity")) is not None}
    if people is not None and people.counted() in said:
        return
    mission = here.discourse.mission_near(anywhere=True)
    if giver is not None and people is not None and mission:
        span = (clause.first, clause.last)
        here.gives("crew", (giver,), mission, people.many(), span, 0.75, modality="actual")


def of_its_own(here: Telling) -> None:
    """Read "UNDOF, in which 400 of its soldiers serve": whose they are goes by who was spoken of before them."""
    clause = here.clause
    before = [p for c in here.builder.clauses if c.first < clause.first and c.link == "main" for p in c.subjects]
    for counted, people in itertools.pairwise(() if tells_of_harm(clause, here.pack) else clause.phrases):
        theirs = people.owned and people.is_people and "of" in people.relations and people.start == counted.last + 1
        if not theirs or counted.refs or not counted.only_number or people.words & here.pack.bystanders:
            continue
        subjects = [p for p in (*reversed(before), *clause.subjects) if p is not counted]
        owner = next((r for p in subjects if (r := refs_in((p,), "state"))), ()) or tuple(
            r for r in here.discourse.topic if r.kind == "state"
        )
        inside = [p for p in clause.phrases if p.first > people.last or p.last < counted.start]
        mission = refs_in(inside, "mission") or tuple(r for r in clause.antecedent if r.kind == "mission")
        if not mission and any(p.pronoun == "place_pronoun" for p in inside):
            mission = here.discourse.missions_here()
        if len({r.id for r in owner}) == 1 and mission and not here.told("contribution", "withdraw"):
            here.gives_contingent(owner[0], mission[0], counted, many=counted.many())
