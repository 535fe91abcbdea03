"""Where people who set out are bound: home, or abroad."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.roles import is_kind

if TYPE_CHECKING:
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Match


def heads(condition: str, match: Match) -> bool:
    """Say whether people go "home", "abroad", or "homeward": returned to Denmark; or to Gao; ont regagné Lisbonne."""
    clause, home = match.clause, condition == "homeward"
    own = {r.country for p in (*clause.subjects, *clause.objects) for r in p.everyone() if r.kind == "state"}
    goal = [p for p in match.relations.get("to", ()) if not p.bare]
    if home:
        goal = [p for p in clause.objects if p.named and p.bare and not p.is_people]
        goal = goal or [p for p in clause.phrases if {"to", "for"} & set(p.relations) and p.first > match.anchor]
        own = {r.country for p in clause.subjects for r in p.everyone() if r.kind == "state"}
    if home and any(p.senses("function") or rules(p) for p in clause.subjects):
        return False  # le président danois a regagné Copenhague
    ahead = {r.country for p in goal for r in p.refs if is_kind(r, "place", p) or (home and p.senses("capital"))}
    return bool(ahead) and bool(own) and (ahead.isdisjoint(own) if condition == "abroad" else ahead <= own)


def rules(phrase: Phrase) -> bool:
    """Say whether a phrase is a government or parliament: no troops, whatever it goes back on."""
    return (
        phrase.pronoun is None
        and bool(phrase.refs)
        and all(r.body in ("government", "parliament") for r in phrase.refs)
    )
