"""Conditions of a trigger on how it is told: by the passive, as a wish or a fact; where and when, with whom and what for."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.expressions import is_what_for
from missionwatch.reading.frames.placing import held_towns
from missionwatch.reading.frames.reaching import addressed, dependents, moves_something, takes_object
from missionwatch.reading.frames.roles import is_kind
from missionwatch.reading.frames.tenure import of_tenure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.asked import Asked, Condition
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase


def stative(asked: Asked) -> bool:
    """Say whether a state is told: "the soldiers stationed in Niger"; not: "sont transportés à Malakal", "flown in on Friday"."""
    return asked.match.phrase is None and _lies(asked) and not _flown(asked)


def dynamic(asked: Asked) -> bool:
    """Say whether a move is told, or a noun tells it: "zijn naar Malakal overgebracht"."""
    moved = any(
        is_kind(r, "place", p)
        for p in asked.match.relations.get("to", ())
        if asked.clause.passive and "in" not in p.relations
        for r in p.refs
    )
    return asked.match.phrase is not None or not _lies(asked) or moved or _flown(asked)


def _lies(asked: Asked) -> bool:
    clause = asked.clause
    placed = clause.reduced and clause.passive and not clause.subjects
    return clause.stative or placed or not (clause.passive or moves_something(clause))


def _flown(asked: Asked) -> bool:
    clause, match = asked.clause, asked.match
    flown = clause.passive and clause.stative and bool(match.relations.get("from"))
    return flown and any(t.relation == "at" for t in match.times)


def does(asked: Asked) -> bool:
    """Say whether somebody does it: "the minister resigned"; not: "they are resigned to it"."""
    return asked.match.phrase is not None or not asked.clause.passive


def place(asked: Asked) -> bool:
    """Say whether a place is spoken of: "retook Khartoum", "Niamey hosts 200 soldiers"."""
    match, clause = asked.match, asked.clause
    towns = held_towns(match) or (clause.objects if match.frame.type == "attack" else [])
    taken = any(p.senses("capital") for p in towns)  # retook Khartoum, Niamey hosts 200 soldiers
    return taken or any(
        is_kind(r, "place", p) for p in asked.reach() if p.relations != ("adjective",) for r in p.everyone()
    )


def town(asked: Asked) -> bool:
    """Say whether a place is spoken of, not people: "holds Goma"; not: "took 200 people to Djibouti"."""
    taken = any(p.is_people or (p.number is not None and p.noun != "place") for p in asked.clause.objects)
    return not taken and place(asked)


def named_town(asked: Asked) -> bool:
    """Say whether it is done to a place by name: "took Goma"; not: "took the road to Goma", "took note of …"."""
    return asked.match.phrase is None and any(
        p.named and p.bare and any(r.kind == "place" and r.id for r in p.refs) for p in asked.clause.objects[:1]
    )


def aimed(asked: Asked) -> bool:
    """Say whether it says what for: "a call by X to reopen the border", "an appeal for calm"."""
    match, clause = asked.match, asked.clause
    chain = dependents(match.phrase, clause) if match.phrase is not None else []
    end = chain[-1].last if chain else match.anchor
    follows = any(c.parent is clause and c.first - 1 == end for c in (*clause.aims, *clause.inner))
    return follows or any("for" in p.relations for p in chain[:1])


def onto(asked: Asked) -> bool:
    """Say whether it goes against a place: "marched on Goma"; not: "on Saturday"."""
    return any(is_kind(r, "place", p) for p in asked.match.relations.get("against", ()) for r in p.refs)


def by_known(asked: Asked) -> bool:
    """Say whether somebody known is named behind it: "with the help of Chad"; not: "of the population"."""
    behind = (p for p in asked.clause.phrases if p.first > asked.match.anchor and {"of", "from"} & set(p.relations))
    return any(r.id for p in itertools.islice(behind, 1) for r in p.everyone())


def does_no_more(asked: Asked) -> bool:
    """Say whether nothing is done to anything else: "fights beside Iraq"; not: "trains soldiers beside its allies"."""
    return asked.clause.passive or not any(p.bare and not p.refs for p in asked.clause.objects)


def alone(asked: Asked) -> bool:
    """Say whether it has no object: "the mission closes in July"; not: "closes a base"."""
    clause = asked.clause
    return asked.match.phrase is None and not clause.objects and not clause.passive


def brought(asked: Asked) -> bool:
    """Say whether it says down or up to how many: "brought down to 8,000 troops"."""
    return any("to" in p.relations and p.number is not None for p in asked.clause.phrases)


def not_so(asked: Asked) -> bool:
    """Say whether what is told is denied: "insists that there is no soldier"."""
    return any(c.negated for c in asked.clause.inner)


def over_place(asked: Asked) -> bool:
    """Say whether it is about a place: "the battle for Goma"."""
    return any(is_kind(r, "place", p) for p in asked.match.relations.get("about", ()) for r in p.refs)


def there_then(asked: Asked) -> bool:
    """Say whether it says where and when once: "was in Gao on Friday"; not: "until May", "in charge in Gao"."""
    match = asked.match
    spots = [p for way in ("in", "at") for p in match.relations.get(way, ()) if p.first > match.anchor]
    near = min(spots, key=lambda p: p.first, default=None)
    once = bool(match.times) and all(t.relation == "at" for t in match.times)
    return once and near is not None and any(is_kind(r, "place", near) for r in near.refs)


def tenure(asked: Asked) -> bool:
    """Say whether somebody's time in a post is told."""
    return of_tenure(asked.match, asked.pack)


def until(asked: Asked) -> bool:
    """Say whether it says until when, or how long."""
    return any(t.relation in ("until", "before") or t.duration for t in asked.match.times)


def with_(asked: Asked) -> bool:
    """Say whether a party is named with whom: "talked with X"."""
    sides = [p for name in ("with", "between") for p in asked.match.relations.get(name, ())]
    return any(is_kind(r, "party", p) for p in sides for r in p.everyone())


def mutual(asked: Asked) -> bool:
    """Say whether parties do it with each other: "talked with X", "X and Y talked"."""
    meeting = asked.clause.subjects if asked.match.phrase is None and not asked.clause.passive else ()
    parties = {r.id for p in meeting for r in p.everyone() if r.id and is_kind(r, "party", p)}
    return len(parties) > 1 or with_(asked)


def negated(asked: Asked) -> bool:
    """Say whether it is denied: "does not rule out leaving", "without ruling out leaving"."""
    match = asked.match
    return match.denies or _without(asked)


def refused(asked: Asked) -> bool:
    """Say whether it is not done: "refuse de laisser passer"."""
    clause, pack = asked.clause, asked.pack
    before = [clause.lemmas.get(v, "") for v in clause.verbs if v < asked.match.anchor and pack.verb_second]
    fails = any("fail" in pack.attitudes.get(lemma, frozenset()) for lemma in before)
    return fails or (clause.link == "purpose" and "fail" in clause.attitudes_above)


def goes_under(asked: Asked) -> bool:
    """Say whether what ends is its being there: "cesse d'exister"."""
    return any(not asked.pack.classes_of("plainly_ends").isdisjoint(c.lemmas.values()) for c in asked.clause.aims)


def lives_on(asked: Asked) -> bool:
    """Say whether what ends is something it does: "cesse ses patrouilles"."""
    return not goes_under(asked)


def to_do(asked: Asked) -> bool:
    """Say whether it says what to do: "chose to stay", "resolved on Friday to leave"; not: "chose Mali"."""
    clause = asked.clause
    return asked.match.phrase is None and bool(clause.aims) and not clause.objects


def active(asked: Asked) -> bool:
    """Say whether it is told in the active voice: "ont fait prisonniers deux soldats"; not: "ont été faits prisonniers"."""
    clause = asked.clause
    return not clause.reduced and not any({"passive", "copula"} & asked.tokens[v].classes for v in clause.verbs)


def suffered(asked: Asked) -> bool:
    """Say whether it is told in the passive voice: "six F-16 seront envoyés"; not: "envoie six F-16"."""
    clause = asked.clause
    return asked.match.phrase is None and clause.passive and not clause.reduced


def affirmed(asked: Asked) -> bool:
    """Say whether it is not denied: "rules out sending troops"; "does not rule out" weighs it."""
    match = asked.match
    return not (match.negated or _without(asked))


def directed(asked: Asked) -> bool:
    """Say whether somebody is told to: "tells its citizens to leave"; not: "says it has arrested two"."""
    clause, tokens = asked.clause, asked.tokens
    verbs = [v for c in (clause, *clause.aims) for v in c.verbs if v > asked.match.anchor]
    over = any("perfect" in tokens[v] and "infinitive" in tokens[v] for v in verbs)  # says it has arrested two
    done = clause.lemmas.get(verbs[-1], "") if verbs and asked.pack.verb_second else ""
    takes = asked.pack.transitive | asked.pack.classes_of("with_object")
    own = done in asked.pack.plain_being or (done in takes and sum(p.bare for p in clause.objects) < _WHOM_AND_WHAT)
    over = over or own  # zegt de missie te steunen, zegt er te blijven: does so itself
    aimed = not over and (clause.aims or any("infinitive" in tokens[v] for v in verbs))
    return bool(aimed and clause.subjects and addressed(clause)) and not clause.passive


_WHOM_AND_WHAT = 2  # objects


def harming(asked: Asked) -> bool:
    """Say whether harm is what for: "jure de frapper les casques bleus", "heeft gezworen hen te doden"."""
    clause, pack = asked.clause, asked.pack
    beside = [clause] if pack.verb_second else []  # heeft gezworen hen te doden
    return any(not _BLOWS.isdisjoint(c.opened(pack)) for c in (*beside, *clause.aims))


def doing(asked: Asked) -> bool:
    """Say whether something done is spoken of: "insists on a withdrawal", "rules out sending troops"."""
    clause = asked.clause
    return bool(clause.aims) or any(p.triggers for p in asked.reach() if p not in clause.subjects)


def required(asked: Asked) -> bool:
    """Say whether somebody has to."""
    clause = asked.clause
    return asked.match.modality == "required" or bool(
        (clause.attitudes | clause.attitudes_above) & {"demand", "direct"}
    )


def actual(asked: Asked) -> bool:
    """Say whether it is so, or told by a noun; not: "to fight trafficking", "to help the army take over"."""
    match = asked.match
    meant = match.anchor > 0 and "infinitive_marker" in asked.tokens[match.anchor - 1]
    meant = meant or (asked.clause.link == "purpose" and match.fixed)  # to help the army take over
    return match.phrase is not None or (match.modality == "actual" and not meant)


def possible(asked: Asked) -> bool:
    """Say whether it may be so: "will probably spread", "is likely to spread", "if they leave, the country will slide into chaos"."""
    match, clause, tokens, pack = asked.match, asked.clause, asked.tokens, asked.pack
    if match.modality == "planned" and "condition" in clause.governs:
        return True  # if they leave, the country will slide into chaos
    above = clause.parent if clause.link == "purpose" else None
    if above is not None and all("copula" in tokens[v] for v in above.verbs):  # is likely to spread
        return bool(pack.longest("likelihood", tokens, above.order))
    if (match.modality == "planned" or clause.present) and pack.longest("likelihood", tokens, clause.order):
        return True  # will probably spread
    return match.modality in ("possible", "conditional")


def content(asked: Asked) -> bool:
    """Say whether it says what is asked of whom: "conseille la mission de partir", "demande que"."""
    return _governs(asked, asked.clause.objects)


def tasked(asked: Asked) -> bool:
    """Say whether it says what is asked of whom, who may be told by "to" as well: "conseille à la mission de partir"."""
    return _governs(asked, [*asked.clause.objects, *(p for p in asked.clause.phrases if "to" in p.relations)])


def _governs(asked: Asked, told: Sequence[Phrase]) -> bool:
    governs = asked.clause.governs
    return "content" in governs or ("purpose" in governs and any(p.refs or p.is_people or p.pronoun for p in told))


def contentless(asked: Asked) -> bool:
    """Say whether no content clause follows; not: "a rappelé que"."""
    return asked.match.phrase is not None or "content" not in asked.clause.governs  # a rappelé que


def objectless(asked: Asked) -> bool:
    """Say whether nothing is named that it is done to: "demonstrates that it works"; not: "the value of the mission"."""
    clause = asked.clause
    return asked.match.phrase is not None or clause.passive or not any(p.bare for p in clause.objects)


def aimless(asked: Asked) -> bool:
    """Say whether no purpose follows: "are due in May"; not: "are due to leave in May"."""
    return not asked.clause.aims


def come_already(asked: Asked) -> bool:
    """Say whether somebody is there, not only to come: "is in Haiti"; not: "is due in Haiti"."""
    due = asked.pack.classes_of("due")
    return due.isdisjoint(asked.clause.lows(asked.tokens))


def to_leave(asked: Asked) -> bool:
    """Say whether leaving is what for."""
    return any("withdraw" in c.opened(asked.pack) for c in asked.clause.aims)


def time(asked: Asked) -> bool:
    """Say whether it says when."""
    match = asked.match
    return bool(match.times) or (match.frame.predicate == "period" and match.clause.dated is not None)


def done_to(asked: Asked) -> bool:
    """Say whether it has an object, or tells by the passive or a noun."""
    match = asked.match
    return match.phrase is not None or asked.clause.passive or takes_object(match, asked.tokens)


def full(asked: Asked) -> bool:
    """Say whether it has all its verbs, or says by whom; not: "réuni en visioconférence", "appelé à d'autres fonctions"."""
    match = asked.match
    return match.phrase is not None or not asked.clause.reduced or bool(match.relations.get("by"))


def irreflexive(asked: Asked) -> bool:
    """Say whether nobody does it to himself; not: "s'est vu refuser"."""
    clause = asked.clause
    return clause.passive or not any("reflexive" in asked.tokens[i] for i in clause.order)  # s'est vu refuser


def stated(asked: Asked) -> bool:
    """Say whether an infinitive follows: "its task is to clear mines"."""
    clause = asked.clause
    aim = (*clause.verbs, *(v for c in clause.aims for v in c.verbs))
    return any(v > asked.match.anchor and "infinitive" in asked.tokens[v] for v in aim)


def hazard(asked: Asked) -> bool:
    """Say whether a hazard is named, what is feared in a clause of its own included: "risque d'embraser la région"."""
    clause, pack = asked.clause, asked.pack
    feared = [i for inner in clause.inner for c in (inner, *inner.aims) for i in c.order]
    if "foresee" in clause.attitudes or not pack.classes_of("risking").isdisjoint(clause.lemmas.values()):
        feared += [i for c in clause.aims if not _brings(c, pack) for i in c.order]
    return bool(pack.codes("hazards", asked.tokens, [*clause.order, *feared]))


def purpose(asked: Asked) -> bool:
    """Say whether it is named what something is for."""
    clause, pack = asked.clause, asked.pack
    aims = [i for c in clause.aims for i in c.order] if is_what_for(asked.match, pack) else []
    return bool(pack.codes("purposes", asked.tokens, [*clause.order, *aims]))


def _without(asked: Asked) -> bool:
    before = asked.tokens[asked.match.anchor - 1].low if asked.match.anchor else ""
    return "without" in asked.pack.relations.get((before,), ())


def _brings(clause: Clause, pack: Pack) -> bool:
    """Say whether a clause has a verb that tells a risk by itself: "de provoquer une famine"."""
    opened = (t for lemma in clause.lemmas.values() for t in pack.verb_triggers.get(lemma, ()))
    return any(t.frame == "risk" and "possible" not in t.only for t in opened)


_BLOWS = frozenset({"attack", "kill", "wound", "expel", "seized", "invaded"})


TOLD_HOW: dict[str, Condition] = {
    "does_no_more": does_no_more,
    "active": active, "actual": actual, "affirmed": affirmed, "aimed": aimed, "aimless": aimless, "alone": alone, "brought": brought,
    "by_known": by_known, "come_already": come_already, "content": content, "contentless": contentless, "directed": directed,
    "does": does, "doing": doing, "done_to": done_to, "dynamic": dynamic, "full": full, "goes_under": goes_under, "harming": harming,
    "hazard": hazard, "irreflexive": irreflexive, "lives_on": lives_on, "mutual": mutual, "named_town": named_town, "negated": negated,
    "not_so": not_so, "objectless": objectless, "onto": onto, "over_place": over_place, "place": place, "possible": possible,
    "purpose": purpose, "refused": refused, "required": required, "stated": stated, "stative": stative, "suffered": suffered,
    "tasked": tasked, "tenure": tenure, "there_then": there_then, "time": time, "to_do": to_do, "to_leave": to_leave, "town": town,
    "until": until, "with": with_,
}  # fmt: skip
