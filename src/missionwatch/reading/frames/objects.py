"""Conditions of a trigger on whom or what is spoken of: people, assets, a mission, what is one's own."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames import phrases
from missionwatch.reading.frames.heading import rules
from missionwatch.reading.frames.phrases import A_FEW, TAKEN_UP, force_of, number_alone, oneself, someone, they
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.undoing import sentenced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.asked import Asked, Condition
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase


def leads_alone(asked: Asked) -> bool:
    """Say whether nothing but a person is named beside it: "General X is in charge"; not: "of the port"."""
    others = [p for p in asked.clause.phrases if p.words.isdisjoint(asked.match.trigger.split())]
    return all(p.bare and any(r.kind == "person" for r in p.refs) for p in others)


def person(asked: Asked) -> bool:
    """Say whether a person, or people in an office, are spoken of."""
    return _persons(asked, asked.reach())


def whom(asked: Asked) -> bool:
    """Say whether it is done to a person: not who does it, "the minister recalled the scale of it"."""
    active = asked.match.phrase is None and not asked.clause.passive
    doers = [p for p in asked.clause.subjects if active and (p.person or p.senses("function"))]
    return _persons(asked, [p for p in asked.reach() if p not in doers])


def _persons(asked: Asked, reach: Sequence[Phrase]) -> bool:
    return (
        any(
            r.kind == "person" or r.body == "diplomats" or p.noun == "person" or oneself(p, asked.tokens)
            for p in reach
            for r in p.everyone()
        )
        or any(p.noun == "person" for p in asked.taken_up())
        or any(p.senses("function") and p.counted() < A_FEW for p in reach if p.relations != ("adjective",))
    )


def of_people(asked: Asked) -> bool:
    """Say whether it befalls people: "an aid worker is being held by JNIM", "observers regained their freedom"."""
    clause = asked.clause
    whom = asked.match.frame.roles["target"][0][0]
    return any(someone(p, asked.tokens, asked.pack) for p in (clause.objects if whom == "object" else clause.subjects))


def put_off(asked: Asked) -> bool:
    """Say whether something that can wait is moved: "the vote was moved to May"; not: "the soldiers were moved to Gao"."""
    clause = asked.clause
    return any(p.triggers or p.noun in ("talks", "contribution") for p in (*clause.subjects, *clause.objects))


def unshifted(asked: Asked) -> bool:
    """Say whether nothing is moved from one thing to another: "shifted its weight from training to advice" puts off nothing."""
    steps = (a for a, b in itertools.pairwise(asked.clause.phrases) if "to" in b.relations and b.start == a.last + 1)
    return not any("from" in a.relations and not (a.refs or a.is_people) for a in steps)


def envoy(asked: Asked) -> bool:
    """Say whether a guest is spoken of: "received the Russian minister"; not: "received the soldiers"."""
    clause = asked.clause
    refs = [r for p in clause.objects for r in p.everyone()]
    guest = any(p.noun == "person" or p.senses("function") for p in clause.objects)
    guest = guest or any(r.kind == "person" or r.body == "diplomats" for r in refs)
    return guest and not any(r.kind == "mission" for r in refs)


def others(asked: Asked) -> bool:
    """Say whether it is not done to one's own: "ordered the envoy out"; not: "ordered its soldiers out"."""
    clause = asked.clause
    out = asked.match.phrase is None and not clause.passive
    return not (out and any(p.owned and p.is_people for p in clause.objects))


def object_(asked: Asked) -> bool:
    """Say whether something is taken: "has taken Goma", "l'a voté"; not: "is taken with the offer", "takes their place"."""
    clause = asked.clause
    given = any(p.words & asked.pack.classes_of("stead") for p in clause.objects)  # takes their place
    it = any("object" in p.relations for p in clause.phrases)  # l'a voté
    return not given and (it or bool(clause.objects) or any(r.kind == "place" for p in clause.subjects for r in p.refs))


def mission(asked: Asked) -> bool:
    """Say whether a mission is spoken of."""
    return any(r.kind == "mission" for p in asked.reach() for r in p.everyone())


def commanded(asked: Asked) -> bool:
    """Say whether a mission itself is taken over; not: its base, its sector."""
    clause = asked.clause
    words = asked.match.trigger.split()
    return any(
        p.refs_of("mission") and (p.noun == "mission" or (p.named and p.named[-1].last == p.last))
        for p in clause.phrases
        if p in clause.objects or asked.tokens[p.start].low in words[:2]
    )


def pact(asked: Asked) -> bool:
    """Say whether it is done to an agreement: "the agreement that Somalia and Egypt signed"."""
    clause = asked.clause
    nouns = asked.pack.classes_of("pact_noun")
    told = clause.parent.phrases if clause.link == "relative" and clause.parent is not None else []
    behind = (p for p in told if p.last in (clause.first - 1, clause.first - 2))
    return asked.match.phrase is None and any(p.words & nouns for p in (*clause.objects, *behind))


def people(asked: Asked) -> bool:
    """Say whether a number of people is told."""
    return any(p.number is not None and p.is_people for p in asked.reach())


def numbered(asked: Asked) -> bool:
    """Say whether a number stands alone: "KFOR stands at 4,500"."""
    return any(p.counted() >= A_FEW and number_alone(p, asked.tokens) for p in asked.reach())


def known(asked: Asked) -> bool:
    """Say whether it is done to somebody known: "briefs the Security Council"; not: "reporters"."""
    return any(r.id for p in asked.clause.objects for r in p.everyone())


def counted(asked: Asked) -> bool:
    """Say whether people, an asset or a mission are spoken of, besides who does it."""
    given = any(
        p.senses("asset") or p.is_people or force_of(p) for p in asked.reach() if p not in asked.clause.subjects
    )
    return given or (mission(asked) and not _only_backing(asked))


def _only_backing(asked: Asked) -> bool:
    """Say whether what is given to a mission is no more than support: "provide full support to UNISFA"; not: "provides air support"."""
    given = asked.clause.objects if asked.match.phrase is None and not asked.clause.passive else []
    backing = [p for p in given if any(t.frame == "support" for t in p.triggers) and p.number is None]
    whole = asked.pack.classes_of("wholehearted")
    nouns = {w for p in backing for t in p.triggers for w in t.words}
    told = (t for p in backing for t in asked.tokens[p.first : p.last + 1] if t.is_word)
    plain = all(
        {"determiner", "possessive"} & t.classes or not {t.low, t.lemma}.isdisjoint(whole | nouns) for t in told
    )
    return bool(backing) and len(backing) == len(given) and plain


def troops(asked: Asked) -> bool:
    """Say whether troops, nationals, a convoy, an asset or a mission are spoken of; not: the German president, a letter to KFOR."""
    return _troops_among(asked, asked.reach())


def hindered(asked: Asked) -> bool:
    """Say whether it is done to troops, a convoy or a mission: "blocked a patrol"; not: "the soldiers prevented the worst"."""
    clause = asked.clause
    doers = [] if asked.match.phrase is not None or clause.passive else clause.subjects
    return _troops_among(asked, [p for p in asked.reach() if not any(p is d for d in doers)])


def _troops_among(asked: Asked, reach: Sequence[Phrase]) -> bool:
    clause = asked.clause
    done_by = clause.objects if clause.passive else clause.subjects
    deploys = asked.match.frame.type == "deploy"
    ruling = {p.first for p in reach if rules(p) or (deploys and p.person and p in done_by)}  # the German president
    sent = [p for p in reach if not (asked.match.frame.type == "deploy" and "to" in p.relations)]  # a letter to KFOR
    return any(
        (p.is_people and p.first not in ruling) or p.noun == "convoy" or p.senses("asset") or phrases.nationals(p)
        or (p in done_by and they(p, asked.pack)) or (p in sent and any(r.kind == "mission" for r in p.refs))
        for p in reach
    )  # fmt: skip


def base(asked: Asked) -> bool:
    """Say whether it is done to a base."""
    return any(p.words & asked.pack.classes_of("base_noun") for p in asked.clause.objects)


def sending(asked: Asked) -> bool:
    """Say whether who sends something sends people or machines: "the army sent 300 men"; not: "the army sent a letter"."""
    clause = asked.clause
    if asked.match.phrase is not None or clause.passive or not clause.objects:
        return True
    units = asked.pack.classes_of("formation") | asked.pack.classes_of("presence_noun")
    sent = [q for p in clause.objects for q in (p, *p.group, *dependents(p, clause)) if "to" not in q.relations]
    return any(
        q.is_people or q.number is not None or q.pronoun or q.anaphor or q.words & units or q.noun == "convoy" or q.senses("asset", "vessel")
        or phrases.nationals(q) or any(r.kind != "place" for r in q.refs)
        for q in sent
    )  # fmt: skip


def soldiers(asked: Asked) -> bool:
    """Say whether soldiers or police do it or undergo it."""
    clause, pack = asked.clause, asked.pack
    armed = pack.classes_of("formation")
    return any(
        p.is_people
        and (p.words & armed or pack.blue(p.text) or any(r.body in ("armed_forces", "police") for r in p.refs))
        for p in (*clause.subjects, *clause.objects)
    ) or any(_so_many(p, pack) for p in clause.objects)


def _so_many(phrase: Phrase, pack: Pack) -> bool:
    """Say whether people are too many to be envoys, and no bystanders: "recalls the 1,400 men it has there"."""
    return (
        phrase.is_people
        and phrase.counted() >= A_FEW
        and not (phrase.words & pack.bystanders or phrase.senses("function"))
    )


def with_soldiers(asked: Asked) -> bool:
    """Say whether soldiers are spoken of, or come along: "moved to Chad with 400 soldiers"."""
    return soldiers(asked) or any(
        p.is_people and p.number is not None and not p.words & asked.pack.bystanders
        for p in asked.match.relations.get("with", ())
    )


def moved(asked: Asked) -> bool:
    """Say whether people or assets are moved: "takes its diplomats out of Mali"; not: "a paper out of his bag"."""
    others = [p for p in asked.reach() if p not in asked.clause.subjects and p.relations != ("adjective",)]
    return any(p.is_people or p.senses("asset") for p in others)


def asset(asked: Asked) -> bool:
    """Say whether it is done to an asset or a convoy."""
    return any(p.senses("asset") or p.noun == "convoy" for p in asked.clause.objects)


def soldiers_or_ship(asked: Asked) -> bool:
    """Say whether it is done to soldiers, a number of people or an asset, or to "them"."""
    clause = asked.clause
    return (
        soldiers(asked)
        or asset(asked)
        or any(p.is_people and p.number is not None for p in clause.objects)
        or any(p.pronoun in TAKEN_UP or p.anaphor == "latter" for p in clause.objects)
    )


def civil(asked: Asked) -> bool:
    """Say whether no soldiers are spoken of: "the minister travels to Gao"."""
    return not soldiers(asked)


def unsoldiered(asked: Asked) -> bool:
    """Say whether it is done to no soldiers: "recalls its ambassador"; not: "its peacekeepers"."""
    return not any(
        (p.is_people and (asked.pack.blue(p.text) or any(r.body == "armed_forces" for r in p.refs)))
        or _so_many(p, asked.pack)
        for p in asked.clause.objects
    )


def own(asked: Asked) -> bool:
    """Say whether it is done to what is one's own: "keeps its own flights on the ground"."""
    return any(p.owned for p in asked.clause.objects)


def unowned(asked: Asked) -> bool:
    """Say whether it is done to what is not one's own."""
    return not own(asked)


def unsat(asked: Asked) -> bool:
    """Say whether no sitting is meant: "suspends a member", "the training"; not: "the hearing"."""
    return not any(p.words & asked.pack.classes_of("sitting") for p in asked.clause.objects)


def manpower(asked: Asked) -> bool:
    """Say whether people of a state or a force are spoken of: "the number of Belgians", "of its soldiers"."""
    return any(
        p.senses("national") or asked.pack.blue(p.text) or any(r.body == "armed_forces" for r in p.refs)
        for p in asked.reach()
    )


def captives(asked: Asked) -> bool:
    """Say whether it is done to captives: "let the prisoners go"."""
    return any(p.words & asked.pack.classes_of("captive") for p in asked.clause.objects)


def undebated(asked: Asked) -> bool:
    """Say whether no office is spoken of: "the police take officers in"; members of parliament only question ministers."""
    clause = asked.clause
    return not any(p.senses("function") for p in (*clause.objects, *clause.subjects))


def unsentenced(asked: Asked) -> bool:
    """Say whether no court sentences: "condamne l'attaque"; not: "condamne les soldats à vingt ans de prison"."""
    return not sentenced(asked.match, asked.tokens, asked.pack)


def convoy(asked: Asked) -> bool:
    """Say whether a convoy is spoken of."""
    return any(p.noun == "convoy" for p in asked.reach())


def deed(asked: Asked) -> bool:
    """Say whether it is done to a deed: "deplores the attack"."""
    return any(t.frame in _DEEDS for p in asked.clause.objects for t in p.triggers)


def unpeopled(asked: Asked) -> bool:
    """Say whether nobody is left: not "leaves the army alone", "left 30 people without water"."""
    clause = asked.clause
    peopled = any(p.is_people or p.senses("national") or p.refs_of("group") for p in clause.objects)
    kept = clause.passive and any({"with", "without"} & set(p.relations) for p in clause.phrases)
    return not (peopled and (clause.subjects or clause.passive)) and not kept  # will be left with 200 soldiers


def uncounted(asked: Asked) -> bool:
    """Say whether it is not so many things that it is done to: "réunit ses ministres", not "réunit huit bâtiments"."""
    return not any(part.number is not None for p in asked.clause.objects for part in (p, *p.group))


def goods(asked: Asked) -> bool:
    """Say whether goods are given: "gives the force fuel and trucks"."""
    goods = [part for p in asked.clause.objects for part in (p, *p.group)]
    men = any(p.is_people for p in goods)
    return asked.match.phrase is None and not men and any(p.words & asked.pack.classes_of("goods") for p in goods)


def for_relief(asked: Asked) -> bool:
    """Say whether relief goods are given: "brings maize, 600 tonnes of rice"."""
    clause = asked.clause
    things = [q for p in clause.objects for q in (p, *p.group, *dependents(p, clause))]
    return asked.match.phrase is None and any(p.words & asked.pack.classes_of("relief_goods") for p in things)


def peopled(asked: Asked) -> bool:
    """Say whether people are left there: "leaves 200 soldiers in Agadez"."""
    clause = asked.clause
    return not clause.passive and any(p.is_people and p.bare and p.first > asked.match.anchor for p in clause.objects)


_DEEDS = frozenset(
    {"attack", "shelling", "attacked", "killed", "kill", "coup", "expel", "obstruct", "detain", "deny_access"}
)


OBJECTS: dict[str, Condition] = {
    "asset": asset, "base": base, "captives": captives, "civil": civil, "commanded": commanded, "convoy": convoy, "counted": counted,
    "deed": deed, "envoy": envoy, "for_relief": for_relief, "goods": goods, "hindered": hindered, "known": known, "leads_alone": leads_alone,
    "manpower": manpower, "mission": mission, "moved": moved, "numbered": numbered, "object": object_, "of_people": of_people,
    "others": others, "own": own, "pact": pact, "people": people, "peopled": peopled, "person": person, "put_off": put_off,
    "sending": sending, "soldiers": soldiers,
    "soldiers_or_ship": soldiers_or_ship, "troops": troops, "uncounted": uncounted, "undebated": undebated,
    "unowned": unowned, "unshifted": unshifted,
    "unpeopled": unpeopled, "unsat": unsat, "unsentenced": unsentenced, "unsoldiered": unsoldiered, "whom": whom,
    "with_soldiers": with_soldiers,
}  # fmt: skip
