"""Where people who set out are bound: home, or abroad; and what a state leaves as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.phrases import only_lands
from missionwatch.reading.frames.roles import is_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Token


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
