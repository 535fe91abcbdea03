"""Who stands on which side of a blow: whom somebody fights and beside whom, whose base is struck, who is kept out."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

from missionwatch.reading.frames.reaching import dependents, taken_up
from missionwatch.records import EntityRef

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Match


def fighters(phrase: Phrase, pack: Pack) -> bool:
    """Say whether a phrase is rebels, named or not: who halts them suspends nothing."""
    return bool(phrase.words & pack.classes_of("irregulars")) or (
        phrase.noun is None and any(r.kind == "group" for r in phrase.refs)
    )


def fought(match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> None:
    """Say whom somebody fights: "fighting between X and Y", "clashes with Y"; who fights alongside others fights none of them."""
    clause = match.clause
    beside = {r.id for p in match.relations.get("with", ()) if "beside" in p.relations for r in p.everyone()}
    if beside and beside >= {r.id for r in roles.get("partner", ())}:
        return
    sides = roles.get("actor", ())
    other = sides[1:] if len(sides) > 1 else roles.get("partner", ())
    if not other and match.phrase is None and not clause.passive:  # fought JNIM in Kidal
        foes = (r for p in clause.objects if p.bare for r in p.everyone() if r.kind in ("group", "state") and r.id)
        other = tuple(r for r in foes if r.id not in {s.id for s in sides} and (r.kind == "group" or r.body))
    if other:
        roles["target"] = other
        roles |= {"actor": sides[:1]} if other == sides[1:] else {}
        roles.pop("partner", None)  # whom one fights is no partner
    hung = match.phrase is not None and {"because", "after", "during", "in"} & set(match.phrase.relations)
    doers = tuple(r for p in clause.subjects for r in p.refs if r.id and r.kind != "place")
    if other and hung and "actor" not in roles and doers and not clause.passive:
        roles["actor"] = doers[:1]  # after fighting with the army, M23 took Goma


def of_their_country(match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> None:
    """Let people be their country's: "an Italian UNIFIL soldier" is no mission, "one peacekeeper from Togo" died elsewhere."""
    for role in ("actor", "target"):
        refs = roles.get(role, ())
        forces = [r.text for r in refs if r.kind == "state" and r.body]
        theirs = tuple(r for r in refs if r.kind != "mission" or not any(r.text in text for text in forces))
        if len(theirs) < len(refs):
            roles[role] = theirs
    behind = (*match.relations.get("from", ()), *match.relations.get("genitive_from", ()))
    for phrase in behind if match.frame.harm else ():
        people = next((p for p in match.clause.phrases if p.last + 1 == phrase.start and p.is_people), None)
        home = tuple(r for r in phrase.refs if r.kind == "state" and r.id)
        if people is None or not home:
            continue
        if roles.get("place") and {r.id for r in roles["place"]} <= {r.id for r in home}:
            del roles["place"]
        known = tuple(r for r in roles.get("target", ()) if r.id)
        roles["target"] = (*known, *(r for r in home if r.id not in {k.id for k in known}))


def with_allies(match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> None:
    """Keep whom somebody attacks with: states and groups, not his own mission's frigate, nor whom ships have a link with."""
    clause = match.clause
    ends = {p.last + 1 for p in clause.phrases if p not in clause.subjects and not p.is_people}
    linked = [p for p in match.relations.get("with", ()) if p.start in ends] if match.phrase is None else []
    others = [r for p in linked for r in p.refs]
    allies = tuple(r for r in roles.pop("partner") if r.kind in ("state", "group") and r not in others)
    if allies:
        roles["partner"] = allies


def strike(roles: dict[str, tuple[EntityRef, ...]], struck: tuple[EntityRef, ...]) -> None:
    """Add whom a blow struck; a mission that was struck is the mission that it is about, where no other is named."""
    roles["target"] = struck
    own = tuple(r for r in struck if r.kind == "mission")
    if own and "mission" not in roles:
        roles["mission"] = own


def of_those_struck(match: Match, pack: Pack) -> None:
    """Let a blow's noun have what it is of as its object where that is struck: "the shelling of the UN camp".

    A camp or a convoy strikes nobody. A shelling is of those who suffer it, unless they are armed, or a state that has
    it done elsewhere: "the bombardments of Israel in Gaza".
    """
    of = match.relations.get("of", [])
    spots = {r.country for name in ("in", "at", "to", "against") for p in match.relations.get(name, ()) for r in p.refs}
    spots.discard(None)

    def deals(phrase: Phrase) -> bool:
        armed = any(r.kind == "group" or r.body in ("armed_forces", "police") for r in phrase.refs)
        armed = armed or (bool(match.relations.get("against")) and any(r.id for r in phrase.refs))  # X's on Y
        return armed or (bool(spots) and any(r.kind == "state" and r.country not in spots for r in phrase.refs))

    struck = [p for p in of if _is_thing(p, pack) or (match.frame.name == "shelling" and not deals(p))]
    if struck:
        match.relations["of"] = [p for p in of if p not in struck]
        match.relations["object"] = [*match.relations.get("object", ()), *struck]


def of_those_held(match: Match) -> None:
    """Let a noun for a capture or an arrest have the people it is of as its object: "the capture of five Kenyan soldiers"."""
    of = match.relations.get("of", [])
    held = [
        p for p in of if p.is_people and (p.number is not None or p.adjective_refs or not any(r.id for r in p.refs))
    ]
    if held:
        match.relations["of"] = [p for p in of if p not in held]
        match.relations["object"] = [*match.relations.get("object", ()), *held]


def _is_thing(phrase: Phrase, pack: Pack) -> bool:
    return phrase.noun in ("convoy", "place") or bool(phrase.words & pack.classes_of("base_noun"))


def of_what_is_hit(match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> bool:
    """Say whether those taken for doers are whose what is hit is: "le camp de la FINUL a été touché par un obus"."""
    clause, found = match.clause, set[str | None]()
    for before, phrase in pairwise(clause.phrases):
        hit = before in clause.objects and phrase.start == before.last + 1 and phrase.last < match.anchor
        found |= {r.id for r in phrase.refs} if hit and "of" in phrase.relations else set()
    return {r.id for r in roles["actor"]} <= found


def whose_thing(match: Match) -> tuple[EntityRef, ...]:
    """Return whose the thing is that is attacked: "the car of Prime Minister X was shot at", "attacked the home of the president"."""
    thing = next(iter(match.clause.objects), None) if match.phrase is None else None
    if thing is None or thing.refs or thing.is_people or thing.triggers or thing.noun is not None:
        return ()
    if thing.text.endswith("s"):
        return ()  # his supporters
    behind = dependents(thing, match.clause)[:1]
    return tuple(r for p in behind if p.relations[:1] == ("of",) for r in p.refs if r.kind == "person" and r.id)


def of_their_base(builder: Builder, match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> None:
    """Say whom a blow struck whose base, convoy or ship it was: "the assault on the Ugandan base", "hit a Norwegian tanker"."""
    if any(r.id for r in roles.get("target", ())):
        return
    pack = builder.pack
    near = [p for name in ("object", "against", "in", "at", "on") for p in match.relations.get(name, ())]
    if match.frame.type == "attack" and (struck := _of_the_state(builder, near, roles)):
        roles["target"] = struck
    if "target" in roles:
        return
    if match.frame.type == "attack" and (own := _of_the_speaker(match)):
        roles |= {"target": own, "mission": own}
        return
    for phrase in near:
        states = tuple(r for r in phrase.adjective_refs if r.kind == "state" and r.id)
        if states and _is_thing(phrase, pack):
            roles["target"] = states
            return


def _of_the_speaker(match: Match) -> tuple[EntityRef, ...]:
    """Return the mission that tells that its base or convoy was hit: "UNIFIL said its headquarters had been hit"."""
    above = match.clause.parent if match.clause.link == "content" else None
    missions = tuple(r for p in above.subjects for r in p.refs_of("mission") if r.id) if above is not None else ()
    things = (p for p in match.clause.objects if p.noun in ("place", "convoy") and (p.definite or p.owned))
    return missions if any(not any(r.id for r in p.refs) and not p.adjective_refs for p in things) else ()


def _of_the_state(
    builder: Builder, near: list[Phrase], roles: dict[str, tuple[EntityRef, ...]]
) -> tuple[EntityRef, ...]:
    """Return the state whose building was struck, in the land where it stands: "the police station at Gressier", "an army post"."""
    pack, discourse = builder.pack, builder.discourse
    buildings, posts = pack.classes_of("state_building"), pack.classes_of("post_noun")
    where = [r for r in roles.get("place", ()) if r.country] or discourse.hosts()
    lands = {r.country for r in where if r.country}
    doers = {r.country for r in roles.get("actor", ())}
    for phrase in near:
        named_so = bool(phrase.words & buildings)
        guards = (
            [s.body for s in phrase.senses("body") if s.body in _GUARDS] if phrase.words & (posts | buildings) else []
        )
        owned = phrase.owned or phrase.adjective_refs or phrase.number is not None or phrase.pronoun is not None
        base = phrase.definite and not phrase.words.isdisjoint(pack.classes_of("base_noun"))  # the base: any army's
        if owned or not (named_so or (guards and not base)):
            continue
        known = tuple(r for r in phrase.refs if r.id)
        if known and guards:
            return known
        if not known and len(lands) == 1 and lands.isdisjoint(doers):
            return (discourse.register.ref(f"state:{min(lands)}", phrase.text, body=guards[0] if guards else None),)
    return ()


_GUARDS = frozenset({"police", "armed_forces"})


def struck_here(builder: Builder, clause: Clause) -> set[str | None]:
    """Return whom the blow struck that the clause told just before, or the clause it hangs on."""
    above, chain = clause.coordinated or clause.parent, [clause]
    while above is not None and len(chain) < _CHAIN:
        chain.append(above)
        above = above.coordinated or above.parent
    told = next((d for d in reversed(builder.drafts[-_CHAIN:]) if d.fields.get("type") == "attack"), None)
    if told is None or not any(told.clause is c for c in chain):
        return set()
    return {r.id for r in told.fields["roles"].get("target", ())}


_CHAIN = 4  # clauses, each of which hangs on the next, and the drafts that they gave


def wielder(match: Match, pack: Pack) -> tuple[EntityRef, ...]:
    """Return whose weapon struck, where a clause that hangs on it says so: "drones fired by the Houthis", "a bomb that IS had laid"."""
    clause = match.clause
    where = pack.classes_of("relative_place")  # killed in Bria, where Rwandans patrol: not by them
    told_of = (*clause.participles, *clause.relatives)
    hanging = [c for c in told_of if not (c.negated or any(p.text.lower() in where for p in c.phrases if p.pronoun))]
    does = bool(clause.subjects) and not clause.passive  # fired on a tower manned by X, missiles made by Y
    for phrase in match.reach() if hanging else ():
        thing = phrase.pronoun is None and not phrase.is_people and phrase.noun != "place"
        struck = bool({"against", "struck"} & set(phrase.relations)) or (does and phrase in clause.objects)
        if not thing or struck or phrase.words & pack.classes_of("armed") or any(r.id for r in phrase.refs):
            continue
        for told in hanging:
            if phrase.last < told.first <= phrase.last + 2:
                doers = (r for p in told.subjects if p.pronoun != "relative" for r in p.everyone())
                return tuple(r for r in doers if r.id and r.kind in _ARMED)
    return ()


_ARMED = frozenset({"state", "group", "organisation"})


def among(match: Match) -> tuple[EntityRef, ...]:
    """Return whose people fell, where a noun or a count tells it: "the death of three Chadian soldiers", "three dead among …"."""
    nouns = {p.last + 1 for p in match.clause.phrases if any(t.frame in _FALLING for t in p.triggers)}
    of = [p for name in ("genitive", "of") for p in match.relations.get(name, ()) if p.start in nouns]
    near = (p for p in (*match.relations.get("among", ()), *of) if p.is_people)
    return tuple(r for p in islice(near, 1) for r in p.everyone() if r.id and r.kind != "place")


_FALLING = frozenset({"killed", "wounded"})  # frames of nouns for who fell


def stopped(match: Match) -> tuple[EntityRef, ...]:
    """Return the thing that lies still or goes on, in its own words, where it is told when or where: "the road works", "aid flights"."""
    clause = match.clause
    spots = any({"in", "to"} & set(p.relations) and p.refs for p in clause.phrases)
    told = bool(match.times) or spots or not clause.governs.isdisjoint(_WHEN)  # will resume once troops are in place
    if match.phrase is not None or not told:
        return ()
    taken = clause.objects or ([] if clause.passive else clause.subjects)
    things = (taken_up(p, clause) for p in taken[:1])
    thing = next((p for p in things if p.bare and p.pronoun is None and p.anaphor is None), None)
    if thing is None or thing.is_people or thing.refs or (thing.single and thing.noun is None):
        return ()
    return (EntityRef(text=thing.text),)


_WHEN = frozenset({"time", "condition"})  # links of clauses that say when


def whose_request(builder: Builder, match: Match) -> tuple[EntityRef, ...]:
    """Return who asked for what somebody rejects: "turned down Israel's request", or whose demand was told just before."""
    clause, pack = match.clause, builder.pack
    own = {r.id for p in clause.subjects for r in p.refs}
    asking = pack.classes_of("asking_noun") | pack.classes_of("words_noun")
    again = bool({"undone", "flat"} & set(match.only))  # refused to do so
    for phrase in clause.objects if match.phrase is None else ():
        if not (phrase.words & asking or any(t.frame == "demand" for t in phrase.triggers)):
            continue
        behind = [p for p in dependents(phrase, clause)[:1] if {"of", "by", "from"} & set(p.relations)]
        refs = (*phrase.adjective_refs, *phrase.refs, *(r for p in behind for r in p.everyone()))
        found = tuple(r for r in refs if r.id and r.id not in own and r.kind != "place")
        if found:
            return found[:1]
        again = again or phrase.demonstrative  # turned down that request
    recent = islice(reversed(builder.drafts), _RECENT)
    last = next((d for d in recent if d.fields.get("type") == "demand"), None) if again else None
    return tuple(r for r in last.fields["roles"].get("actor", ()) if r.id not in own) if last is not None else ()


_RECENT = 8  # drafts; what was asked for further back is not what is turned down


def in_fighting(clause: Clause) -> bool:
    """Say whether people are killed or wounded by fighting, or in it: "Bij gevechten rond Goma sneuvelden drie soldaten"."""
    if any(t.frame == "clash" for p in clause.subjects for t in p.triggers) or _of_fighting(clause):
        return True
    told = [p for p in clause.phrases if p.triggers and p.within]
    sides = (p for noun in told for p in (noun, *dependents(noun, clause)))
    those = (r for p in sides for r in (*p.refs, *p.adjective_refs))
    known = any(r.id and r.kind != "place" for r in those)  # told with the fighting
    return bool(told) and not known and all(t.frame == "clash" for p in told for t in p.triggers)


def _of_fighting(clause: Clause) -> bool:
    """Say whether a relative clause tells more of fighting: "clashes in Upper Nile, in which 45 people were killed"."""
    if clause.link != "relative" or clause.parent is None or not clause.subjects or clause.passive:
        return False
    before = [p for p in clause.parent.phrases if p.last < clause.first]
    noun = next((p for p in reversed(before) if p.triggers), None)
    if noun is None or not all(t.frame == "clash" for t in noun.triggers):
        return False
    chain = dependents(noun, clause.parent)
    return (chain[-1] if chain else noun) is before[-1] and not any(p.pronoun == "relative" for p in clause.subjects)


def bear_arms(clause: Clause, taken_up: Sequence[Phrase], pack: Pack) -> bool:
    """Say whether a clause tells of soldiers or an armed group, or of a mission where it says more of fighting (``taken_up``)."""
    unarmed = pack.bystanders - pack.classes_of("irregulars")
    told = [p for p in (*clause.subjects, *clause.objects) if not p.words & unarmed]
    fighting = any(t.frame == "clash" for p in taken_up for t in p.triggers)  # the fighting that sets MISCA against …
    kinds = ("group", "mission") if fighting else ("group",)
    return any(r.id and (r.kind in kinds or r.body == "armed_forces") for p in told for r in p.everyone())
