"""Where a trigger tells no event: a period, a mere plan, a journey home, what somebody else is said to undergo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames import unsettled
from missionwatch.reading.frames.dating import overtaken
from missionwatch.reading.frames.demanding import asks_for_nothing
from missionwatch.reading.frames.heading import on_a_trip, to_their_capital
from missionwatch.reading.frames.leaving import alone, hurt_ones, only_carried, sent_away
from missionwatch.reading.frames.phrases import A_FEW, brought_to
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.sides import fighters
from missionwatch.reading.frames.tolls import by_accident
from missionwatch.reading.frames.undoing import bars, only_lasts

if TYPE_CHECKING:
    from collections.abc import Callable

    from missionwatch.reading.frames.casting import Occurrence


def tells_none(occurrence: Occurrence) -> bool:
    """Say whether a match tells no event, by what kind of event it would be."""
    return any(ground(occurrence) for ground in _GROUNDS.get(occurrence.frame.type or "", ())) or (
        unsettled.tells_nothing(occurrence.match, occurrence.pack, occurrence.tokens)
    )


def _overtaken(
    o: Occurrence,
) -> bool:  # was to end in June, and goes on; a period; concluded an agreement on the mission
    return overtaken(o.clause, o.pack) or unsettled.ends_nothing(o.match, o.pack)


def _accident(o: Occurrence) -> bool:  # l'explosion accidentelle d'une roquette
    return o.match.phrase is not None and by_accident(o.match.anchor, o.tokens, o.pack)


def _only_lasts(o: Occurrence) -> bool:  # their deployment ends in June
    return o.match.phrase is not None and o.match.phrase in o.clause.subjects and only_lasts(o.match, o.pack)


def _at_request(o: Occurrence) -> bool:  # works at the express request of Mali
    phrase, at = o.match.phrase, o.match.anchor
    if phrase is None or phrase.start == phrase.first or o.match.fixed:
        return False
    opens, noun = o.tokens[phrase.start].low, o.tokens[at].low
    return any("request" in told and key[0] == opens and noun in key for key, told in o.pack.relations.items())


def _orders(o: Occurrence) -> bool:  # who orders an expulsion expels
    verb = o.clause.lemmas.get(o.match.anchor, "") if o.match.phrase is None else ""
    orders = not o.match.fixed and o.pack.light.get(verb) == "act"
    return orders and any(p.triggers for p in o.clause.objects)


def _asks_for_nothing(o: Occurrence) -> bool:
    return asks_for_nothing(o.builder, o.match, o.tokens)


def _asserts(o: Occurrence) -> bool:  # insists that the rest will come: says so
    inner = o.clause.inner[0] if o.match.phrase is None and o.clause.inner else None
    if inner is None or o.clause.lemmas.get(o.match.anchor) not in o.pack.classes_of("asserting"):
        return False
    told = [o.tokens[v] for v in inner.verbs]
    helped = any(
        {"copula", "perfect"} & t.classes and t.low != t.lemma for t in told
    )  # not: insists that they be freed
    return inner.modality != "required" and (inner.modality == "planned" or helped)


def _of_words(o: Occurrence) -> bool:  # fought a war of words
    return o.pack.says("of_words", o.clause.lows(o.tokens))


def _unposted(o: Occurrence) -> bool:  # sent to hospital
    unposted = o.pack.classes_of("unposted")
    return any(p.words & unposted for p in o.match.relations.get("to", ()))


def _only_carried(o: Occurrence) -> bool:  # a wounded man was flown out
    return only_carried(o.match, o.tokens, o.pack)


def _hurt_ones(o: Occurrence) -> bool:  # two wounded peacekeepers were flown to Nairobi
    return hurt_ones(o.match, o.tokens, o.pack)


def _deployed_since(o: Occurrence) -> bool:  # has been deployed since 2004: a period
    standing = o.clause.passive and any(r.kind == "mission" for p in o.clause.objects[:1] for r in p.refs)
    return standing and any(t.relation == "since" for t in o.match.times)


def _scrapped(o: Occurrence) -> bool:  # scrapped its plans to join: no mission ends
    plans = o.pack.classes_of("plan_noun")
    return o.match.phrase is None and any(p.words & plans for p in o.clause.objects[:1])


def _ends_a_spell(o: Occurrence) -> bool:  # put an end to months of speculation: no mission ends
    ended = [*o.match.relations.get("object", ()), *(o.match.relations.get("to", ()) if o.match.fixed else ())]
    spell = next((p for p in ended if p.noun == "spell" and not p.refs), None)
    what = dependents(spell, o.clause) if spell is not None else ()
    return spell is not None and not any(p.triggers or p.noun in ("mission", "contribution") or p.refs for p in what)


def _authorised_until(o: Occurrence) -> bool:  # is authorised until 31 December: how long it lasts
    return o.clause.stative and any(t.relation == "until" for t in o.match.times)


def _brought_down(o: Occurrence) -> bool:  # brings its contribution down to 100 soldiers
    part = o.match.phrase is None and any(p.noun == "contribution" for p in o.clause.objects)
    return part and any(brought_to(p) for p in o.match.reach())


def _too_many(o: Occurrence) -> bool:  # a hundred instructors who arrive in Niamey are no visitors
    return o.match.phrase is None and any(p.counted() >= A_FEW for p in o.clause.subjects)


def _only_ceases(o: Occurrence) -> bool:  # has never ceased to support Mali: what is done is told there
    verb = o.clause.lemmas.get(o.match.anchor, "") if o.match.phrase is None and not o.match.fixed else ""
    hung = [c for c in o.builder.clauses if c.parent is o.clause and c.link == "purpose"]
    hung = [c for c in hung if "for" not in o.pack.relations.get((o.tokens[c.first].low,), ())]  # stops in order to …
    behind = any(o.pack.classes_of("existing").isdisjoint(c.lemmas.values()) for c in hung)  # not: has ceased to exist
    return verb in o.pack.classes_of("ceasing") and behind and not o.clause.objects


def _halts_fighters(o: Occurrence) -> bool:  # sends 400 men to halt the rebels
    return o.match.phrase is None and bool(o.clause.objects) and fighters(o.clause.objects[0], o.pack)


def _barred(o: Occurrence) -> bool:  # refused them permission to land
    above = o.clause.parent if o.clause.link == "purpose" else None
    told = (d for d in o.builder.drafts[-_LATELY:] if d.clause is above)
    return above is not None and any(
        d.fields.get("type") == "deny_access" and not d.fields.get("negated") for d in told
    )


def _to_their_capital(o: Occurrence) -> bool:  # flew back to Lisbon
    return to_their_capital(o.match)


def _on_a_trip(o: Occurrence) -> bool:  # the minister went home, soldiers go home on leave
    return on_a_trip(o.match, o.tokens, o.pack)


def _in_mourning(o: Occurrence) -> bool:  # the flag was lowered to half-mast
    return not o.pack.classes_of("mourning").isdisjoint(o.clause.lows(o.tokens))


def _sent_away(o: Occurrence) -> bool:  # gave the ambassador 48 hours to leave: expelled
    return sent_away(o.builder, o.match)


def _alone(o: Occurrence) -> bool:  # "he must leave the country" after an expulsion
    above = o.clause.parent if o.clause.link == "purpose" else None
    barred = above is not None and bars(above.lows(o.tokens), o.pack)  # il n'est pas question de partir: "il" is nobody
    return alone(o.builder, o.match) and not barred


def _not_what_they_do(o: Occurrence) -> bool:  # fighting is not what they do
    return o.match.negated and "target" not in o.frame.roles and not o.match.relations.get("with")


def _only_fights(o: Occurrence) -> bool:  # a mission that fights terrorists: what it is for
    verb = o.clause.lemmas.get(o.match.anchor, "") if o.match.phrase is None else ""
    return bool(verb) and o.clause.present and unsettled.only_fights(o.builder, o.match, verb)


def _nobody_hit(o: Occurrence) -> bool:  # "no soldier was hit": nobody says who was attacked
    return o.match.negated and any(p.negated for p in (*o.clause.objects, *o.clause.subjects))


def _leaves_a_town(o: Occurrence) -> bool:  # asked UNIFIL to leave a village: nobody is sent out of a land
    if o.frame.name not in ("told_to_leave", "must_leave") or o.match.phrase is not None or o.match.fixed:
        return False
    left = o.clause.objects[-1:]
    unknown = len(o.clause.objects) > 1 or o.clause.link == "purpose"  # vroeg UNIFIL | Maroun te verlaten
    spots = (p for p in left if p.refs and not o.match.governments(p))
    return any(all(r.kind == "place" or (unknown and r.id is None) for r in p.refs) for p in spots)


_LATELY = 4  # drafts


def _remembered(o: Occurrence) -> bool:  # it will be recalled that he removed the commander
    whom = o.clause.objects if o.match.phrase is None else []
    it = any(p.pronoun is not None and not (p.refs_of("state") or p.refs_of("person")) for p in whom[:1])
    said = any(c.link == "content" for c in o.clause.inner) and not any(p.is_people for p in whom)
    return o.match.phrase is None and (said or (it and o.clause.passive))


def _tended(o: Occurrence) -> bool:  # rescued two wounded, les blessés ont été évacués: who was hurt is told elsewhere
    tending = o.pack.classes_of("tending")
    if not o.frame.harm or not any(o.clause.lemmas.get(v) in tending for v in o.clause.verbs if v != o.match.anchor):
        return False
    if o.match.phrase is not None:
        return o.match.phrase in o.clause.objects and not any(r.id for r in o.match.phrase.refs)
    helped = o.match.anchor and {"passive", "perfect"} & o.tokens[o.match.anchor - 1].classes
    return not helped and not any(r.id and r.kind != "place" for p in o.clause.objects for r in p.refs)


def _plotters(o: Occurrence) -> bool:  # the coup generals: people, not what they did once
    last = o.tokens[o.match.phrase.last].low if o.match.phrase is not None else ""
    return o.match.phrase is not None and o.match.anchor < o.match.phrase.last and o.pack.nouns.get(last) == "people"


def _to_answer(o: Occurrence) -> bool:  # those responsible must be held accountable: nobody is blamed yet
    return o.clause.passive and o.match.modality == "required" and not o.match.relations.get("by")


def _builds_others(o: Occurrence) -> bool:  # helps strengthen the army of its host: the mission gets no more troops
    doers = {r.id for p in o.clause.subjects for r in p.refs if r.kind == "mission"}
    done_to = [r for p in o.clause.objects for r in p.everyone() if r.id]
    own = o.frame.name == "reinforce" and o.match.phrase is None
    return own and bool(doers) and any(r.kind == "state" and r.body for r in done_to)


def _from_a_round(o: Occurrence) -> bool:  # were on their way back from a patrol, from a supply mission
    rounds = o.pack.classes_of("round_noun")
    told = o.clause.subjects + o.clause.objects
    behind = (p for p in o.clause.phrases if "from" in p.relations and p not in told)
    return o.match.phrase is None and any(
        p.words & rounds or (p.noun == "mission" and p.single and not p.refs) for p in behind
    )


def _takes_back(o: Occurrence) -> bool:  # withdrew the accreditation of two journalists
    papers = o.pack.classes_of("granted_noun") | o.pack.classes_of("words_noun")
    return o.match.phrase is None and any(p.bare and p.words & papers for p in o.clause.objects)


def _retaken(o: Occurrence) -> bool:  # a repris aux rebelles la ville: no work is resumed
    if o.match.phrase is not None or o.match.fixed:
        return False
    held = o.pack.classes_of("control_noun")
    return any(p.words & held or any(r.kind == "place" for r in p.refs) for p in o.clause.objects if not p.triggers)


def _among_givers(o: Occurrence) -> bool:  # contributes to a mission alongside others: supports none of them
    gives = "contribute" in o.clause.opened(o.pack) or any(
        t.frame == "contribute" for p in o.clause.phrases for t in p.triggers
    )
    return o.frame.name == "stand_beside" and gives


_GROUNDS: dict[str, tuple[Callable[[Occurrence], bool], ...]] = {
    "accuse": (_to_answer,),
    "approve": (_authorised_until,),
    "attack": (_accident, _nobody_hit, _tended),
    "clash": (_not_what_they_do, _only_fights, _of_words),
    "coup": (_plotters,),
    "demand": (_orders, _asks_for_nothing, _asserts, _at_request),
    "deploy": (_only_lasts, _unposted, _barred, _deployed_since, _to_their_capital, _hurt_ones, _from_a_round),
    "end": (_overtaken, _scrapped, _ends_a_spell, _only_ceases),
    "expel": (_leaves_a_town,),
    "recall": (_remembered,),
    "reinforce": (_builds_others, _hurt_ones),
    "resume": (_retaken,),
    "support": (_among_givers,),
    "suspend": (_scrapped, _halts_fighters, _only_ceases),
    "visit": (_too_many,),
    "withdraw": (
        _unposted,
        _only_carried,
        _brought_down,
        _on_a_trip,
        _from_a_round,
        _takes_back,
        _sent_away,
        _alone,
        _in_mourning,
    ),
}
"""On which grounds a match tells none, for each type of event."""
