"""Where people who set out are bound: home, or abroad; what a state leaves as a whole; and whom it calls back."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.phrases import only_lands
from missionwatch.reading.frames.roles import is_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Token


MOVES = frozenset({
    "abroad", "arrivals", "bound", "called_back", "come_home", "home", "homeward", "into", "land", "land_left", "membership", "no_land",
    "not_into", "out_of", "outward", "unbound", "underway",
})  # fmt: skip
"""What a trigger may ask of those who come, go or are sent for."""


def moves(condition: str, match: Match, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a condition of ``MOVES`` holds of what a trigger opened."""
    clause = match.clause
    match condition:
        case "land":  # Botswana and Lesotho had left: only a mission
            return bool(clause.subjects) and not clause.objects and all(only_lands(p) for p in clause.subjects)
        case "no_land":  # the Swiss soldiers are back; but: Switzerland is back with 50 soldiers
            return not all(only_lands(p) for p in clause.subjects)
        case "membership":
            return leaves_body(match)
        case "land_left":
            return leaves_land(clause, tokens[match.anchor - 1])
        case "outward":  # sailed for Beirut; not: flew off to their own capital
            return not heads("homeward", match)
        case "come_home":  # the return of the Swedish soldiers, their return; not: its return to the force
            return come_home(match, tokens)
        case "underway":  # sont arrivés à Gao; not: arrivés au terme de leur mandat
            behind = itertools.dropwhile(
                lambda t: bool({"preposition", "determiner"} & t.classes), tokens[match.anchor + 1 :]
            )
            return next((t.low for t in behind), "") not in pack.classes_of("term_noun")
        case "arrivals":  # forty trainers, reinforcements, mercenaries came; not: refugees, ministers
            came = [p for p in clause.subjects if not (p.person or p.senses("function"))]
            others = pack.bystanders - pack.classes_of("irregulars")
            return any((p.is_people and not p.words & others) or p.noun == "convoy" for p in came)
        case "called_back":
            return calls_back(clause, pack)
        case "out_of":  # took its people out of Mali, out of the mission; not: out of their houses
            where = ("place", "country", "region", "mission", "organisation")
            taken_from = match.relations.get("from", [])
            return any(p.noun in where or any(r.kind != "person" for r in p.refs) for p in taken_from)
        case "bound" | "unbound":
            own = {r.country for p in (*clause.subjects, *clause.objects) for r in p.refs if r.kind == "state"}
            there = [r for p in match.relations.get("to", ()) for r in p.refs if is_kind(r, "place", p)]
            gone = [p for p in match.relations.get("from", ()) if "to" not in p.relations]
            left = [r for p in gone for r in p.refs if r.id and r.country not in own]  # sailed from Den Helder
            bound = bool(there) and not left and all(r.country not in own for r in there)
            return bound == (condition == "bound")
        case "into" | "not_into":  # returned to the mission; or from it
            return into_mission(match) == (condition == "into")
        case "home" | "abroad" | "homeward":
            return heads(condition, match)
    return True


def calls_back(clause: Clause, pack: Pack) -> bool:
    """Say whether troops or ships are called back: "rappelle ses deux frégates"; not: its ambassador, the dispatch of 200 soldiers."""
    return any(
        (p.is_people or p.senses("asset"))
        and not (p.triggers or p.person or p.share is not None or p.senses("function") or p.words & pack.bystanders)
        and all(r.body != "diplomats" for r in p.refs)
        for whole in clause.objects
        for p in (whole, *whole.group)
    )


def heads(condition: str, match: Match) -> bool:
    """Say whether people go "home", "abroad", or "homeward": returned to Denmark; or to Gao; ont regagné Lisbonne."""
    clause, home = match.clause, condition == "homeward"
    own = {r.country for p in (*clause.subjects, *clause.objects) for r in p.everyone() if r.kind == "state"}
    goal = [p for p in match.relations.get("to", ()) if not p.bare]
    goal = goal or [p for p in match.relations.get("of", ()) if match.fixed]  # took the road of Gao
    if home:
        goal = [p for p in clause.objects if p.named and p.bare and not p.is_people]
        ways = {"to", "for", "of"} if match.fixed else {"to", "for"}  # reprennent la route de Lisbonne
        goal = goal or [p for p in clause.phrases if ways & set(p.relations) and p.first > match.anchor]
        own = {r.country for p in clause.subjects for r in p.everyone() if r.kind == "state"}
    if home and any(p.senses("function") or rules(p) for p in clause.subjects):
        return False  # le président danois a regagné Copenhague
    ahead = {r.country for p in goal for r in p.refs if is_kind(r, "place", p) or (home and p.senses("capital"))}
    return bool(ahead) and bool(own) and (ahead.isdisjoint(own) if condition == "abroad" else ahead <= own)


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


def come_home(match: Match, tokens: Sequence[Token]) -> bool:
    """Say whether a noun tells that people abroad return: "the return of the Swedish soldiers", "leur retour en Savoie"."""
    whose = [p for name in ("of", "subject", "adjective", "by") for p in match.relations.get(name, ())]
    theirs = [r for p in whose for r in p.everyone() if r.kind == "state" and r.id]
    many = match.phrase is not None and "plural_possessive" in tokens[match.phrase.first]  # theirs, not its
    soldiers = any(
        r.body == "armed_forces" or (r.body is None and (p.is_people or many)) for p in whose for r in p.refs
    )
    goal = [r for p in match.relations.get("to", ()) for r in p.refs if r.country]
    return match.phrase is not None and soldiers and all(r.country in {t.country for t in theirs} for r in goal)


def into_mission(match: Match) -> bool:
    """Say whether somebody goes into a mission, and not out of one: "Denmark returns to KFOR", not "from KFOR"."""
    goes = next(iter(match.clause.verbs), match.anchor)
    ways = [p for way in ("to", "in", "at") for p in match.relations.get(way, ()) if p.first > goes]
    return match.phrase is None and any(p.refs_of("mission") and "from" not in p.relations for p in ways)


def rules(phrase: Phrase) -> bool:
    """Say whether a phrase is a government or parliament: no troops, whatever it goes back on."""
    return (
        phrase.pronoun is None
        and bool(phrase.refs)
        and all(r.body in ("government", "parliament") for r in phrase.refs)
    )


def leaves_body(match: Match) -> bool:
    """Say whether a state leaves an organisation: "Mali left ECOWAS"; but: the ambassador left the EU summit."""
    left = [p for p in (*match.clause.objects, *match.relations.get("from", ())) if p.refs_of("organisation")]
    who = [r for p in match.clause.subjects for r in p.everyone()]
    member = bool(who) and all(r.kind == "state" and r.body in (None, "government") for r in who)
    return member and any(p.noun in (None, "organisation") and not p.is_people for p in left)


def leaves_land(clause: Clause, before: Token) -> bool:
    """Say whether a state leaves another's land, as its soldiers do: "France left Niger in May"; but: left Mali without an answer.

    ``before`` is the word before the verb: who is "in favour of leaving" has not left.
    """
    who = [r for p in clause.subjects for r in p.everyone() if not p.is_people]
    left = clause.objects[0] if len(clause.objects) == 1 and only_lands(clause.objects[0]) else None
    if left is None or clause.passive or ("preposition" in before and "infinitive_marker" not in before):
        return False
    after = next((p for p in clause.phrases if p.start == left.last + 1), None)
    kept = after is not None and bool(_LEFT_WITH & set(after.relations)) and not after.refs
    own = {r.country for r in who if r.kind == "state" and r.body is None}
    return bool(own) and own.isdisjoint(r.country for r in left.everyone()) and not kept


_LEFT_WITH = frozenset({"with", "without", "in", "to"})  # left Mali in chaos, to its fate
