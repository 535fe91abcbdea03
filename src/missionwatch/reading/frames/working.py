"""Whose people work for a mission, whatever they do for it: guard its base, fly for it, man its hospital, make up most of it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.givers import assets_of, states_of
from missionwatch.reading.frames.phrases import A_FEW, final_first, number_alone, refs_in
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.roles import is_kind
from missionwatch.records import Asset

if TYPE_CHECKING:
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.telling import Telling
    from missionwatch.records import EntityRef


def works(here: Telling) -> None:
    """Read "Rwandan helicopters ferry the wounded for UNMISS", "Mongolian sentries guard the UNMISS base", "Cambodia clears mines for it"."""
    clause, pack = here.clause, here.pack
    if clause.modality != "actual" or clause.future or here.told(*_TOLD):
        return
    at_work, guards, serves = (here.is_any(pack.classes_of(name)) for name in ("working", "guarding", "embedded"))
    for phrase in (clause.objects if clause.passive else clause.subjects)[:1]:
        states = states_of(phrase)
        troops = bool(states) and _troops(here, phrase)
        mission = _served(here, phrase, troops=troops, at_work=at_work, guards=guards, serves=serves)
        if mission is None or not states or not (troops or _land(phrase)):
            continue
        time = here.builder.when([t for t in clause.own_times if t.relation == "since"], forward=False)
        for state in states if phrase.number is None else ():
            here.gives_contingent(state, mission, phrase, modality="actual", time=time)


def thanked_for(here: Telling) -> None:
    """Read "thanks Chad and Togo for their contribution to UNMISS", "… for their contribution of troops": each takes part in it."""
    clause = here.clause
    part = next((p for p in clause.phrases if p.noun == "contribution" and p.owned and "for" in p.relations), None)
    whom = clause.objects[0] if clause.objects and not clause.passive else None
    if part is None or whom is None or whom.last > part.first:
        return
    chain = [p for p in clause.phrases if p.first > part.last and not p.bare]
    mission = refs_in(chain, "mission") or (here.discourse.main_mission() if any(p.is_people for p in chain) else ())
    for state in whom.everyone() if mission else ():
        if state.kind == "state" and state.id and state.body in (None, "government"):
            here.gives("thanked", (state,), mission, None, (part.first, part.last), 0.85)


_TOLD = (
    "contribution", "leadership", "withdraw", "end", "reduce", "deploy", "clash", "detain", "release", "expel", "obstruct",
    "demand", "accuse", "condemn", "deny_access", "threaten", "option", "support", "visit", "consult",
)  # fmt: skip
"""What tells more of them, or makes it unlike that they are the mission's."""


def _served(here: Telling, who: Phrase, *, troops: bool, at_work: bool, guards: bool, serves: bool) -> EntityRef | None:
    """Return the mission that somebody works for by what a clause tells: at it, within it, or guarding its post."""
    posts = here.pack.classes_of("post_noun")
    for phrase in (p for p in here.clause.phrases if p is not who):
        behind = [p for p in dependents(phrase, here.clause)[:1] if "of" in p.relations] if phrase.words & posts else []
        mission = next((r for p in (phrase, *behind) for r in p.refs_of("mission") if r.id), None)
        for_it = "for" in phrase.relations and (at_work or (serves and troops))
        guarded = guards and troops and phrase in here.clause.objects and phrase.words & posts
        inside = serves and troops and bool({"in", "at", "with"} & set(phrase.relations))
        staying = here.is_any(here.pack.plain_being)  # has been with UNIFIL since 2007
        inside = inside or (troops and "with" in phrase.relations and staying)
        if mission is not None and (for_it or guarded or inside):
            return mission
    return None


def _troops(here: Telling, phrase: Phrase) -> bool:
    """Say whether a phrase is a state's soldiers, formations, ships or aircraft, or its people: not its government, not one of them."""
    if phrase.single and phrase.person is not None:
        return False
    people = phrase.is_people and not phrase.words & here.pack.bystanders
    ruled = any(r.body in ("government", "parliament", "diplomats", "opposition") for r in phrase.refs)
    nationals = phrase.bare and bool(phrase.senses("national"))
    return not ruled and (people or nationals or bool(phrase.senses("asset")) or phrase.noun == "convoy")


def _land(phrase: Phrase) -> bool:
    return phrase.bare and all(r.kind == "state" and r.body is None for r in phrase.refs)


def relied_on(here: Telling) -> None:
    """Read "KFOR relies on Swiss drivers", "Operation Atalanta can count on a Spanish patrol plane": whose people a mission has."""
    clause = here.clause
    mission = next((r for r in refs_in(clause.subjects, "mission") if r.id), None)
    if mission is not None and not clause.passive and here.is_any(_has(here)):
        _has_machines(here, mission)
    if mission is None or clause.passive or not here.is_any(here.pack.classes_of("relying")) or here.told(*_TOLD):
        return
    verb = max((v for v, lemma in clause.lemmas.items() if lemma in here.pack.classes_of("relying")), default=0)
    for phrase in clause.phrases:
        on_them = (
            phrase.first > verb and "about" in phrase.relations and (_troops(here, phrase) or _land_for(here, phrase))
        )
        for state in states_of(phrase) if on_them else ():
            here.gives_contingent(state, mission, phrase, modality="actual")


def _has(here: Telling) -> frozenset[str]:
    return here.pack.classes_of("having") | here.pack.classes_of("relying")


def _has_machines(here: Telling, mission: EntityRef) -> None:
    """Read "it has six Moroccan helicopters": whose ships and aircraft a mission has."""
    verb = min((v for v, lemma in here.clause.lemmas.items() if lemma in _has(here)), default=0)
    for phrase in here.clause.phrases:
        assets = assets_of(phrase)
        states = {r.id: r for r in phrase.adjective_refs if r.kind == "state"}
        has = phrase.first > verb and (phrase.bare or "of" in phrase.relations) and not phrase.is_people
        if not assets or len(states) != 1 or not has or here.told("contribution"):
            continue
        here.gives_contingent(next(iter(states.values())), mission, phrase, assets=assets, modality="actual")


def ships_among(here: Telling) -> None:
    """Read "Irini has three frigates, one of them Greek" and "four ships, including two from Italy": whose some of its ships are."""
    phrases = here.clause.phrases
    ships = (p for p in phrases if p.counted() > 1 and (assets_of(p) or p.noun == "convoy") and not p.is_people)
    whole = next(ships, None)
    mission = next((r for r in refs_in(here.clause.subjects, "mission") if r.id), None)
    if whole is None or mission is None or states_of(whole):
        return
    of_kind = assets_of(whole)
    for part, after in itertools.zip_longest(phrases, phrases[1:]):
        if part.first <= whole.last or ("among" not in part.relations and part.anaphor != "one_of"):
            continue
        home = after if after is not None and after.start == part.last + 1 else None
        hangs = home is not None and ("from" in home.relations or (part.anaphor is not None and home.bare))
        for one, beside in ((part, home if hangs else None), *((p, None) for p in part.group)):
            states = states_of(one) or (states_of(beside) if beside is not None else [])
            if len(states) != 1:
                continue
            for draft in here.told("contribution"):
                if any(r.id == states[0].id for r in draft.fields["roles"]["contributor"]):
                    here.builder.leave_out([draft])  # so many ships are not so many people
            many = one.number.quantity(of_kind[0].name, one.text) if one.number is not None and of_kind else None
            given = tuple(Asset(name=a.name, text=a.text, quantity=many) for a in of_kind)
            here.gives_contingent(states[0], mission, one, assets=given, modality="actual")


def _land_for(here: Telling, phrase: Phrase) -> bool:
    """Say whether a phrase is a country, and what a mission has of it follows: "relies on Germany for its drones"."""
    land = bool(phrase.refs) and all(r.kind == "state" and r.body is None for r in phrase.refs)
    return land and any("for" in p.relations and p.start == phrase.last + 1 for p in here.clause.phrases)


def manned(here: Telling) -> None:
    """Read "a hospital staffed by Bangladeshis serves MONUSCO": who mans what a mission has."""
    clause = here.clause
    facility = any(p.words & here.pack.classes_of("facility") for p in clause.phrases)
    if not (clause.passive and here.is_any(here.pack.classes_of("manning"))) and not facility:
        return
    near = [clause, *([clause.parent] if clause.parent is not None else [])]
    mission = next((r for c in near for p in c.phrases for r in p.refs_of("mission") if r.id), None)
    for phrase in (p for p in clause.phrases if "by" in p.relations or "led_by" in p.relations):
        named = phrase.senses("national", "name") or _troops(here, phrase)
        states = states_of(phrase) if named else []
        for state in states if phrase.number is None else ():
            if mission is not None:
                here.gives_contingent(state, mission, phrase, modality="actual")


def bulk(here: Telling) -> None:
    """Read "the bulk of AMISOM is Ugandan", "AMISOM is overwhelmingly Ugandan": whose people most of a mission are."""
    clause, mostly = here.clause, here.pack.classes_of("mostly")
    if clause.passive or not here.is_any(here.pack.being) or not clause.subjects or len(clause.subjects) > 1:
        return
    whole, said = clause.subjects[0], clause.objects[0] if clause.objects else None
    mission = next((r for r in whole.refs_of("mission") if r.id), None)
    words = [here.tokens[i].low for i in clause.order]
    part = (
        whole.share is not None or bool(mostly & set(words)) or any(word in here.pack.fractions for word in whole.words)
    )
    if mission is None or said is None or not part or whole.owned or whole.number is not None:
        return
    states = [s for s in said.senses("adjective", "national") if s.country]
    if said.bare and states and said.first == said.last:
        ref = here.discourse.register.ref(f"state:{states[0].country}", said.text)
        here.gives_contingent(ref, mission, said, modality="actual")


def within(here: Telling) -> None:
    """Read "there are now Swedes, Czechs and Estonians in the task force": whose people are in a mission."""
    clause = here.clause
    if not any("existential" in here.tokens[i] for i in clause.order) or not here.is_any(here.pack.being):
        return
    inside = [p for p in clause.phrases if {"in", "with", "among"} & set(p.relations) and p.noun == "mission"]
    inside += [
        p for p in clause.phrases if {"in", "with"} & set(p.relations) and p.refs_of("mission") and p not in inside
    ]
    named = next((r for p in inside for r in p.refs_of("mission") if r.id), None)
    mission = named or next(iter(here.discourse.missions_here() if any(p.definite for p in inside) else ()), None)
    if mission is None or here.told("contribution"):
        return
    for phrase in clause.phrases:
        nationals = phrase.bare and phrase.number is None and bool(phrase.senses("national"))
        for state in states_of(phrase) if nationals and _troops(here, phrase) else ():
            here.gives_contingent(state, mission, phrase, modality="actual")


def serve_there(here: Telling) -> None:
    """Read "In SFOR serve Turks and a Slovene company" and "among its blue helmets are Malaysians": who follows the verb is in it."""
    clause, tokens = here.clause, here.tokens
    if (
        clause.passive
        or not (here.opens("serve") or here.is_any(here.pack.classes_of("figuring")))
        or here.told("contribution")
    ):
        return
    verb = max(clause.verbs)
    behind = sorted((p for c in here.builder.clauses for p in c.phrases if p.first > verb), key=lambda p: p.first)
    listed: list[Phrase] = []
    for phrase in behind:
        gap = tokens[(listed[-1].last if listed else verb) + 1 : phrase.first]
        if any(t.is_word and not _BETWEEN & t.classes for t in gap) or len(gap) > _GAP:
            break
        formed = phrase.words & here.pack.classes_of("formation")
        if (
            phrase.person is not None
            or len(states_of(phrase)) != 1
            or not (phrase.senses("national") or formed or _troops(here, phrase))
        ):
            break
        listed.append(phrase)
    inside = [p for p in clause.phrases if p.last < verb and {"in", "with", "among"} & set(p.relations)]
    mission = next((r for p in inside for r in p.refs_of("mission") if r.id), None)
    above = (
        clause.parent.phrases if clause.parent is not None and clause.link == "relative" and not clause.reduced else []
    )
    unit = inside or any(p.last < clause.first and not p.senses("body") for p in above[-1:])
    mission = mission or next((r for r in clause.antecedent if r.kind == "mission" and r.id), None)
    mission = mission or (next(iter(here.discourse.main_mission()), None) if unit else None)
    for phrase in listed if mission is not None and any(p.some for p in listed[:1]) else ():
        if phrase.number is None and mission is not None:
            here.gives_contingent(states_of(phrase)[0], mission, phrase, modality="actual")


_BETWEEN = frozenset({"partitive", "coordinator", "adverb", "determiner"})
_GAP = 3  # tokens between two of a list: ", et des"


def of_whole(here: Telling) -> None:
    """Read "Of its 800 blue helmets, 240 come from Slovakia and 200 from Argentina": whose so many of a mission's people are."""
    clause, tokens = here.clause, here.tokens
    whole = clause.phrases[0] if clause.phrases else None
    if whole is None or not {"of", "among"} & set(whole.relations) or not whole.is_people or not whole.counted():
        return
    if not here.is_any(here.pack.classes_of("hailing") | here.pack.being) or whole.words & here.pack.bystanders:
        return
    mission = whole.refs_of("mission") or tuple(r for p in dependents(whole, clause) for r in p.refs_of("mission"))
    mission = mission or (here.discourse.missions_here() if whole.owned or whole.definite else ())
    counted: Phrase | None = None
    for phrase in clause.phrases[1:] if mission else ():
        own = phrase.number is None and bool(phrase.senses("national", "adjective")) and {*phrase.relations} <= _SOME
        states = states_of(phrase) if "from" in phrase.relations or own else []
        if counted is not None and len(states) == 1:
            here.gives_contingent(states[0], mission[0], counted, many=counted.many(), modality="actual")
        counted = phrase if phrase.counted() and number_alone(phrase, tokens) else None


_SOME = frozenset({"of", "from"})  # sont des Espagnols


def garrisoned(here: Telling) -> None:
    """Read "Ankara's garrison in northern Iraq numbers about 600" and "Wagner's footprint there has grown to 2,000 men": who is where."""
    clause, nouns = here.clause, here.pack.classes_of("presence_noun")
    for part in clause.phrases:
        if part.words.isdisjoint(nouns) or part.number is not None or here.told("presence", "contribution", "withdraw"):
            continue
        who = [r for r in (*part.adjective_refs, *part.refs) if r.id and (r.kind in ("state", "group"))]
        chain = dependents(part, clause)
        who = who or [r for p in chain if "of" in p.relations for r in p.refs if r.id and r.kind in ("state", "group")]
        spots = [r for p in chain if "in" in p.relations for r in p.refs if is_kind(r, "place", p) and r.id]
        spots = [r for r in spots if who and (r.country or r.id) != who[0].country]
        counts = [p for p in clause.phrases if p.first > part.last and p.counted() >= A_FEW and not p.refs_of("state")]
        counts = [p for p in counts if _so_strong(here, p)]
        if len({r.id for r in who}) != 1 or not spots or not counts or here.discourse.mission_at(spots[0]):
            continue
        people = final_first(counts)[0]
        fields = {
            "predicate": "presence", "roles": {"actor": tuple(who[:1]), "place": tuple(spots[:1])}, "quantity": people.many(),
            "frame": "presence:noun", "modality": here.modality,
        }  # fmt: skip
        here.draft(fields, (part.first, people.last), 0.75)


def _so_strong(here: Telling, phrase: Phrase) -> bool:
    """Say whether a count is how many somebody has: people, a number alone, "1,500 strong"."""
    strong = not here.pack.classes_of("strong").isdisjoint(phrase.words)
    armed = here.pack.classes_of("irregulars") | here.pack.classes_of("menfolk")
    people = phrase.is_people and not phrase.words & (here.pack.bystanders - armed)
    return people or strong or number_alone(phrase, here.tokens) or (phrase.noun is None and not phrase.named)
