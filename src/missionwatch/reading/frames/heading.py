"""Where people who set out are bound: home, or abroad; what a state leaves as a whole; and whom it calls back."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.phrases import only_lands
from missionwatch.reading.frames.roles import is_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.asked import Asked, Condition
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Token


def land(asked: Asked) -> bool:
    """Say whether states as a whole do it to nothing: "Botswana and Lesotho had left", which only a mission can be."""
    clause = asked.clause
    return bool(clause.subjects) and not clause.objects and all(only_lands(p) for p in clause.subjects)


def no_land(asked: Asked) -> bool:
    """Say whether not only states do it: "the Swiss soldiers are back", "Switzerland is back with 50 soldiers"."""
    return not all(only_lands(p) for p in asked.clause.subjects)


def membership(asked: Asked) -> bool:
    """Say whether a state leaves an organisation: "Mali left ECOWAS"; not: "the ambassador left the EU summit"."""
    match = asked.match
    left = [p for p in (*asked.clause.objects, *match.relations.get("from", ())) if p.refs_of("organisation")]
    who = [r for p in asked.clause.subjects for r in p.everyone()]
    member = bool(who) and all(r.kind == "state" and r.body in (None, "government") for r in who)
    return member and any(p.noun in (None, "organisation") and not p.is_people for p in left)


def land_left(asked: Asked) -> bool:
    """Say whether a state leaves another's land, as its soldiers do: "France left Niger in May"; not: "left Mali without an answer".

    Who is "in favour of leaving" has not left.
    """
    clause, before = asked.clause, asked.tokens[asked.match.anchor - 1]
    who = [r for p in clause.subjects for r in p.everyone() if not p.is_people]
    left = clause.objects[0] if len(clause.objects) == 1 else None
    left = left if left is not None and (only_lands(left) or _is_town(left)) else None  # Italy left Herat
    if left is None or clause.passive or ("preposition" in before and "infinitive_marker" not in before):
        return False
    after = next((p for p in clause.phrases if p.start == left.last + 1), None)
    kept = after is not None and bool(_LEFT_WITH & set(after.relations)) and not after.refs
    hurried = after is not None and after.single and "in" in after.relations  # in a move that surprised many
    kept = kept and not hurried
    own = {r.country for r in who if r.kind == "state" and r.body is None}
    return bool(own) and own.isdisjoint(r.country for r in left.everyone()) and not kept


def _is_town(phrase: Phrase) -> bool:
    """Say whether a phrase is a place by its name and no more."""
    known = bool(phrase.refs) and all(r.kind == "place" and r.id for r in phrase.refs)
    return known and phrase.noun is None and not (phrase.owned or phrase.is_people or phrase.triggers)


def outward(asked: Asked) -> bool:
    """Say whether they are not bound for their own land: "sailed for Beirut"; not: "flew off to their own capital"."""
    return not homeward(asked)


def come_home(asked: Asked) -> bool:
    """Say whether a noun tells that people abroad return: "the return of the Swedish soldiers", "leur retour en Savoie"; not: "its return"."""
    match = asked.match
    whose = [p for name in ("of", "subject", "adjective", "by") for p in match.relations.get(name, ())]
    theirs = [r for p in whose for r in p.everyone() if r.kind == "state" and r.id]
    many = match.phrase is not None and "plural_possessive" in asked.tokens[match.phrase.first]  # theirs, not its
    soldiers = any(
        r.body == "armed_forces" or (r.body is None and (p.is_people or many)) for p in whose for r in p.refs
    )
    goal = [r for p in match.relations.get("to", ()) for r in p.refs if r.country]
    return match.phrase is not None and soldiers and all(r.country in {t.country for t in theirs} for r in goal)


def underway(asked: Asked) -> bool:
    """Say whether people are on their way: "sont arrivés à Gao"; not: "arrivés au terme de leur mandat"."""
    behind = itertools.dropwhile(
        lambda t: bool({"preposition", "determiner"} & t.classes), asked.tokens[asked.match.anchor + 1 :]
    )
    return next((t.low for t in behind), "") not in asked.pack.classes_of("term_noun")


def arrivals(asked: Asked) -> bool:
    """Say whether those who come are no onlookers: "forty trainers", "mercenaries"; not: "refugees", "ministers"."""
    pack = asked.pack
    came = [p for p in asked.clause.subjects if not (p.person or p.senses("function"))]
    others = pack.bystanders - pack.classes_of("irregulars")
    return any((p.is_people and not p.words & others) or p.noun == "convoy" for p in came)


def called_back(asked: Asked) -> bool:
    """Say whether troops or ships are called back: "rappelle ses deux frégates"; not: its ambassador, the dispatch of 200 soldiers."""
    return any(
        (p.is_people or p.senses("asset"))
        and not (p.triggers or p.person or p.share is not None or p.senses("function"))
        and not p.words & asked.pack.bystanders
        and all(r.body != "diplomats" for r in p.refs)
        for whole in asked.clause.objects
        for p in (whole, *whole.group)
    )


def out_of(asked: Asked) -> bool:
    """Say whether they are taken out of a land or a mission; not: "out of their houses"."""
    where = ("place", "country", "region", "mission", "organisation")
    taken_from = asked.match.relations.get("from", [])
    return any(p.noun in where or any(r.kind != "person" for r in p.refs) for p in taken_from)


def bound(asked: Asked) -> bool:
    """Say whether they are bound for a land that is not their own, and from none but it."""
    match, clause = asked.match, asked.clause
    own = {r.country for p in (*clause.subjects, *clause.objects) for r in p.refs if r.kind == "state"}
    being = match.fixed and not asked.pack.being.isdisjoint(clause.lemmas.values())
    back = [p for p in clause.phrases if being and "in" in p.relations and p.start > match.anchor]  # zijn terug in Gao
    there = [r for p in (*match.relations.get("to", ()), *back) for r in p.refs if is_kind(r, "place", p)]
    gone = [p for p in match.relations.get("from", ()) if "to" not in p.relations]
    left = [r for p in gone for r in p.refs if r.id and r.country not in own]  # sailed from Den Helder
    return bool(there) and not left and all(r.country not in own for r in there)


def unbound(asked: Asked) -> bool:
    """Say whether they are not bound for another land."""
    return not bound(asked)


def into(asked: Asked) -> bool:
    """Say whether somebody goes into a mission, and not out of one: "Denmark returns to KFOR"; not: "from KFOR"."""
    match = asked.match
    goes = next(iter(match.clause.verbs), match.anchor)
    ways = [p for way in ("to", "in", "at") for p in match.relations.get(way, ()) if p.first > goes]
    return match.phrase is None and any(p.refs_of("mission") and "from" not in p.relations for p in ways)


def not_into(asked: Asked) -> bool:
    """Say whether nobody goes into a mission: "returned from the mission"."""
    return not into(asked)


def home(asked: Asked) -> bool:
    """Say whether people go to their own land: "returned to Denmark"."""
    ahead, own = _ahead(asked)
    return bool(ahead) and bool(own) and ahead <= own


def abroad(asked: Asked) -> bool:
    """Say whether people go to another land: "returned to Gao"."""
    ahead, own = _ahead(asked)
    return bool(ahead) and bool(own) and ahead.isdisjoint(own)


def nowhere(asked: Asked) -> bool:
    """Say whether a state's people are to return, and nothing says where: "the contingent is due to return in August"; not: "to its base"."""
    match, clause = asked.match, asked.clause
    ahead = clause.future or clause.modality == "planned" or clause.link == "purpose"
    theirs = [p for p in clause.subjects if p.refs_of("state") and not (p.person or p.senses("function") or rules(p))]
    sent = any(p.is_people or p.senses("asset") or p.words & asked.pack.classes_of("formation") for p in theirs)
    goal = any({"to", "in", "at", "for"} & set(p.relations) and p.first > match.anchor for p in clause.phrases)
    others = any(p.words & asked.pack.bystanders for p in theirs)
    return match.phrase is None and ahead and sent and not (goal or others or clause.passive or clause.objects)


def _ahead(asked: Asked) -> tuple[set[str | None], set[str | None]]:
    """Return the lands that people go to, and their own."""
    match, clause = asked.match, asked.clause
    own = {r.country for p in (*clause.subjects, *clause.objects) for r in p.everyone() if r.kind == "state"}
    goal = [p for p in match.relations.get("to", ()) if not p.bare]
    goal = goal or [p for p in match.relations.get("of", ()) if match.fixed]  # took the road of Gao
    being = match.fixed and not asked.pack.plain_being.isdisjoint(clause.lemmas.values())
    goal = goal or [p for p in match.relations.get("in", ()) if being and p.first > match.anchor]  # are back in Oslo
    return {r.country for p in goal for r in p.refs if is_kind(r, "place", p)}, own


def homeward(asked: Asked) -> bool:
    """Say whether people, no ruler, go to a place of their own land: "ont regagné Lisbonne", "reprennent la route de Lisbonne"."""
    match, clause = asked.match, asked.clause
    if any(p.senses("function") or rules(p) for p in clause.subjects):
        return False  # le président danois a regagné Copenhague
    goal = [p for p in clause.objects if p.named and p.bare and not p.is_people]
    ways = {"to", "for", "of"} if match.fixed else {"to", "for"}
    goal = goal or [p for p in clause.phrases if ways & set(p.relations) and p.first > match.anchor]
    own = {r.country for p in clause.subjects for r in p.everyone() if r.kind == "state"}
    ahead = {r.country for p in goal for r in p.refs if is_kind(r, "place", p) or p.senses("capital")}
    return bool(ahead) and bool(own) and ahead <= own


HEADING: dict[str, Condition] = {
    "abroad": abroad, "arrivals": arrivals, "bound": bound, "called_back": called_back, "come_home": come_home, "home": home,
    "homeward": homeward, "into": into, "land": land, "land_left": land_left, "membership": membership, "no_land": no_land,
    "not_into": not_into, "nowhere": nowhere, "out_of": out_of, "outward": outward, "unbound": unbound, "underway": underway,
}  # fmt: skip
"""Conditions of a trigger on those who come, go or are sent for."""


def to_their_capital(match: Match) -> bool:
    """Say whether soldiers go to the capital of their own land, where nobody sends them abroad: "flew back to Lisbon"."""
    clause = match.clause
    own = {r.country for p in clause.subjects for r in p.everyone() if r.kind == "state"}
    goal = [p for p in match.relations.get("to", ()) if p.senses("capital") and "in" not in p.relations]
    there = {r.country for p in goal for r in p.refs}
    return match.phrase is None and not clause.passive and len(own) == 1 and own == there


def on_a_trip(match: Match, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether somebody goes home who was no soldier abroad, or will be back: "the German minister went home", "home on leave"."""
    clause = match.clause
    if match.phrase is not None:
        return False
    spare = (p for p in clause.phrases if not p.bare and p.words & pack.classes_of("time_off"))
    if any("preposition" in tokens[p.first - 1] for p in spare if p.first):
        return True
    who = clause.subjects[:1] if not clause.passive else clause.objects[:1]
    taken = [
        p for p in clause.objects if p not in who and p.pronoun is None and (p.refs or p.is_people or p.senses("asset"))
    ]
    return any(p.senses("function") and rules(p) for p in who) and not taken


def rules(phrase: Phrase) -> bool:
    """Say whether a phrase is a government or parliament: no troops, whatever it goes back on."""
    return (
        phrase.pronoun is None
        and bool(phrase.refs)
        and all(r.body in ("government", "parliament") for r in phrase.refs)
    )


_LEFT_WITH = frozenset({"with", "without", "in", "to"})  # left Mali in chaos, to its fate
