"""Conditions of a trigger on who does it: soldiers, a state as a whole, a mission, somebody known."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames import phrases
from missionwatch.reading.frames.phrases import of_a_force, only_lands
from missionwatch.reading.frames.roles import is_kind
from missionwatch.reading.frames.sides import bear_arms

if TYPE_CHECKING:
    from missionwatch.reading.frames.asked import Asked, Condition


def its_leader(asked: Asked) -> bool:
    """Say whether a mission does it: "it answers to General X"; not: "the port is in the hands of General X"."""
    return any(r.kind == "mission" for p in asked.clause.subjects for r in p.refs)


def several(asked: Asked) -> bool:
    """Say whether two parties do it with each other: "the EU and the AU discussed the mission"."""
    sides = [one for p in asked.clause.subjects for one in (p, *p.group)]
    parties = {r.id or r.text for one in sides for r in one.refs if is_kind(r, "party", one)}
    return asked.match.phrase is None and len(parties) > 1


def sent(asked: Asked) -> bool:
    """Say whether a state's people come: "40 Bangladeshi engineers reached Juba"; not: "refugees"."""
    going = asked.clause.subjects if asked.match.phrase is None else []
    return any(p.is_people and p.refs_of("state") and not p.words & asked.pack.bystanders for p in going)


def nation(asked: Asked) -> bool:
    """Say whether states as a whole do it, with nothing behind it: "Belgium and Luxembourg take part as well"."""
    clause = asked.clause
    doers = [
        (r, r.body is None or bool(p.senses("capital")))
        for p in (clause.subjects or clause.objects)
        for r in p.everyone()
    ]
    lands = bool(doers) and all(r.kind == "state" and whole for r, whole in doers)
    unmarked = itertools.takewhile(lambda p: "as" not in p.relations, clause.phrases)  # … as partners of the EU
    return lands and not any(p.first > asked.match.anchor and not _WHEN.issuperset(p.relations) for p in unmarked)


def ending(asked: Asked) -> bool:
    """Say whether the last of them do it: "the last soldiers"."""
    return any(p.words & asked.pack.classes_of("ending") for p in asked.clause.subjects)


def more(asked: Asked) -> bool:
    """Say whether more people come: "a further 200 soldiers", "KFOR gets 200 more"."""
    clause = asked.clause
    come = clause.objects if asked.match.frame.name == "reinforced" else clause.subjects  # KFOR gets 200 more
    return any(p.is_people and p.adds(asked.pack.additional) for p in come)


def manned(asked: Asked) -> bool:
    """Say whether a state has people or ships there: "Canada has had engineers in the mission since 2015"; not: "has doubts about it"."""
    clause = asked.clause
    givers = bool(clause.subjects) and all(p.refs_of("state") for p in clause.subjects)
    helps = any("participle" in asked.tokens[v] for v in clause.verbs if v != asked.match.anchor)  # has sent engineers
    return (
        givers
        and not helps
        and any((p.is_people or p.senses("asset")) and p.bare and not p.owned for p in clause.objects)
    )


def sent_or_there(asked: Asked) -> bool:
    """Say whether a helper is another verb's, or people or ships are had: "has sent an observer"; not: "has doubts about the mission"."""
    clause = asked.clause
    helps = any("participle" in asked.tokens[v] for v in clause.verbs if v != asked.match.anchor)
    had = (*clause.objects, *(p for p in clause.subjects if not p.refs_of("state")))
    return helps or any(p.is_people or p.senses("asset") for p in had)


def relief(asked: Asked) -> bool:
    """Say whether people come for others: "Romanian soldiers relieve the British"; who takes a post over sends nobody."""
    match, clause = asked.match, asked.clause
    coming = any(
        (p.is_people and forces(asked)) or p.senses("asset") or (only_lands(p) and not match.relations.get("as"))
        for p in clause.subjects
    )
    gone = [*clause.objects, *match.relations.get("from", ())]
    return coming and bool(gone) and all(p.person is None and not p.senses("function") for p in gone)


def in_turn(asked: Asked) -> bool:
    """Say whether a state's next people come, or they come to a post of others: "the next Danish team takes over", "takes over their base"."""
    pack, clause = asked.pack, asked.clause
    there = {r.country for p in asked.reach() for r in p.refs if r.kind == "place"}
    units = [p for p in clause.subjects if p.refs_of("state") and not (p.person or p.senses("function", "rank"))]
    bands = pack.classes_of("formation") | pack.classes_of("band")
    armed = [p for p in units if any(r.body in ("armed_forces", "police") for r in p.refs)]
    units = [p for p in units if p in armed or p.senses("asset") or p.words & bands]
    if not units or any(r.country in there for p in units for r in p.refs):
        return False  # the Malian army takes over the base in Gao
    said = frozenset(asked.match.trigger.split())
    behind = [p for p in clause.phrases if p.first > p.start and asked.tokens[p.start].low in said]  # over | the base
    taken = [p for p in (*clause.objects, *behind) if p.pronoun is None and said.isdisjoint(p.words)]
    fresh = any(p.words & pack.classes_of("next_ones") for p in units)
    others = any(p.owned or p.adjective_refs or p.refs_of("state") for p in taken)
    others = others or any(p.refs_of("mission") for p in clause.phrases if taken and p.start == taken[-1].last + 1)
    posts = all(p.words & pack.classes_of("post_of_troops") for p in taken)
    return (fresh and not taken) or (bool(taken) and posts and (fresh or others))


def rest(asked: Asked) -> bool:
    """Say whether states do it and nothing moves: "France and Italy supply the rest"; not: "will send them in May"."""
    moved = any(p.counted() for p in asked.reach()) or any(t.relation == "at" for t in asked.match.times)
    return not moved and all(p.refs_of("state") for p in asked.clause.subjects)


def given(asked: Asked) -> bool:
    """Say whether a mission gets a number of people: "UNIFIL receives 200 soldiers from Finland"."""
    clause = asked.clause
    mission = any(r.kind == "mission" for p in clause.subjects for r in p.refs)
    return mission and any(p.is_people and p.number is not None for p in clause.objects)


def own_people(asked: Asked) -> bool:
    """Say whether a force's people, or units for a mission, do it."""
    pack = asked.pack
    meant = any(r.kind == "mission" for p in asked.match.relations.get("for", ()) for r in p.refs)
    units = pack.classes_of("formation") if meant else frozenset()  # three battalions for MINUSCA
    return any(of_a_force(p, pack) or p.words & units for p in asked.clause.subjects)


def armed(asked: Asked) -> bool:
    """Say whether those who bear arms do it: "Rwandan soldiers", "Wagner"; not: "French journalists"."""
    clause = asked.clause
    return bear_arms(clause, asked.taken_up(), asked.pack)


def forces(asked: Asked) -> bool:
    """Say whether soldiers, police or a group do it: whoever works somewhere is there."""
    clause = asked.clause
    return not clause.passive and any(
        r.id and (r.kind == "group" or r.body in ("armed_forces", "police")) for p in clause.subjects for r in p.refs
    )


def by_force(asked: Asked) -> bool:
    """Say whether soldiers, a junta or a group do it: "the soldiers who came to power"; not: "the president"."""
    doers = [p for p in asked.clause.subjects if not p.person]
    ruling = any(p.words & asked.pack.host_bodies for p in doers)
    return ruling or any(r.kind == "group" or r.body == "armed_forces" for p in doers for r in p.refs)


def rebels(asked: Asked) -> bool:
    """Say whether a group does it: "M23", "rebels"; no state's soldiers."""
    clause = asked.clause
    return not clause.passive and any(
        p.refs_of("group") or p.words & asked.pack.classes_of("outlaws") for p in clause.subjects
    )


def flat(asked: Asked) -> bool:
    """Say whether somebody known does it and no more is said: "The mission declined."; not: "went into hiding"."""
    match, clause, tokens = asked.match, asked.clause, asked.tokens
    known = any(r.id for p in clause.subjects for r in p.refs) and match.phrase is None
    after = match.anchor + 1
    led = not asked.pack.verb_second and after < len(tokens) and "preposition" in tokens[after]
    if led and not any(t.first <= after <= t.last or t.first == after + 1 for t in clause.times):
        return False  # went into hiding
    later = [p for p in clause.phrases if p.first > match.anchor]
    that = len(later) == 1 and "event_pronoun" in tokens[later[0].first]  # weigeren dat zolang …
    return known and not clause.passive and (that or not later) and clause.governs <= (_BESIDES if that else set())


def undone(asked: Asked) -> bool:
    """Say whether somebody known will not do what is told: "refused to do so"; not: "declined to say how many"."""
    match, clause = asked.match, asked.clause
    known = any(r.id for p in clause.subjects for r in p.refs) and match.phrase is None and not clause.passive
    refused = any("say" not in c.attitudes for c in clause.aims)  # but: declined to say how many
    told_to = asked.pack.verb_second and any(
        v > match.anchor and "infinitive_marker" in asked.tokens[v - 1] for v in clause.verbs
    )
    return known and (refused or told_to)


def accompanying(asked: Asked) -> bool:
    """Say whether somebody known helps: "with Rwandan support"."""
    match = asked.match
    whose = [p for name in _HELPERS for p in match.relations.get(name, ())]
    given = match.phrase is not None and "with" in match.phrase.relations
    return given and any(r.id for p in whose for r in p.refs)


def vessel(asked: Asked) -> bool:
    """Say whether a ship or aircraft does it: "a Greek frigate patrols"."""
    return any(p.senses("asset") for p in asked.clause.subjects)


def state(asked: Asked) -> bool:
    """Say whether a state as a whole does it: "Berlin calls it a day in Mali"; not: "the envoy does"."""
    return asked.match.phrase is None and any(p.refs_of("state") and p.person is None for p in asked.clause.subjects)


def nationals(asked: Asked) -> bool:
    """Say whether nationals do it: "the Mongolians move to South Sudan"."""
    return any(phrases.nationals(p) for p in asked.clause.subjects)


def danger(asked: Asked) -> bool:
    """Say whether a danger does it: "the war will begin again"; not: "begins its fight against terrorism"."""
    what = [i for p in asked.clause.subjects for i in range(p.start, p.last + 1)]
    return asked.match.phrase is None and bool(asked.pack.codes("hazards", asked.tokens, what))


def blow(asked: Asked) -> bool:
    """Say whether a blow can do it: "a rocket hit the camp"; not: a travel ban, a cut, nor what news or a decision does."""
    clause, pack = asked.clause, asked.pack
    news = pack.classes_of("rumour_noun") | pack.classes_of("report_noun") | pack.classes_of("plan_noun")
    return not any(
        (p.triggers and all(t.frame in _MEASURES for t in p.triggers)) or (clause.passive and p.words & news)
        for p in clause.subjects
    )


def itself(asked: Asked) -> bool:
    """Say whether a mission or its mandate does it: "the mission is over"; not: "their time with the mission"."""
    return any(
        p.noun in ("mission", "mandate") or any(r.kind == "mission" for r in p.refs) for p in asked.clause.subjects
    )


_BESIDES = frozenset({"time", "condition", "cause", "concession"})  # links of clauses that say when and why
_WHEN = frozenset({"since", "until", "before", "after", "during"})  # relations of what says when
# What befalls people, but is no blow.
_MEASURES = frozenset({"sanction", "freeze", "deny_access", "reduce", "end", "suspend", "decide", "demand", "approve"})
_HELPERS = ("of", "from", "by", "adjective")


DOERS: dict[str, Condition] = {
    "accompanying": accompanying, "armed": armed, "blow": blow, "by_force": by_force, "danger": danger, "ending": ending, "flat": flat,
    "forces": forces, "given": given, "in_turn": in_turn, "its_leader": its_leader, "itself": itself, "manned": manned, "more": more,
    "nation": nation, "nationals": nationals, "own_people": own_people, "rebels": rebels, "relief": relief, "rest": rest, "sent": sent,
    "sent_or_there": sent_or_there,
    "several": several, "state": state, "undone": undone, "vessel": vessel,
}  # fmt: skip
