"""How many an event killed, injured, sent or took, and who they were where that is spelled out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.phrases import brought_to
from missionwatch.reading.frames.sides import strike

if TYPE_CHECKING:
    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.roles import Match
    from missionwatch.records import EntityRef

# Events that count people other than by harm.
_OF_MANY = frozenset({"deploy", "withdraw", "reinforce", "reduce", "detain", "release", "expel", "protest"})


def counted(builder: Builder, match: Match, fields: dict[str, Any]) -> bool:
    """Add how many were killed, injured, sent or taken; say False where a blow has no one it struck."""
    frame, roles = match.frame, fields["roles"]
    killers = roles.get("actor", ()) if frame.name == "kill" else ()
    people = builder.people(match, skip=killers)
    if frame.harm and people is not None:
        fields[frame.harm] = people[1]
        if people[0].single:
            return True
        soldiers = any(sense.body == "armed_forces" for sense in people[0].senses("body"))  # service members
        bystanders = people[0].words & builder.pack.bystanders and not soldiers
        there = {r.country for r in roles.get("place", ())}
        hit = roles.get("target", ())
        abroad = bool(there) and bool(hit) and all(r.kind == "state" and r.country not in there for r in hit)
        if (bystanders and not abroad) or not any(r.id for r in hit):
            roles.pop("target", None)  # "30 strijders" are how many, not who
            if who := _spelled_out(builder, match):
                strike(roles, who)
    elif frame.name in ("killed", "wounded") and not any(r.id for r in roles.get("target", ())):
        return False
    elif people is not None and frame.type == "reduce" and match.phrase is None and brought_to(people[0]):
        pass  # reduced to 8,000: how many are left
    elif people is not None and frame.type in _OF_MANY:
        fields["quantity"] = people[1]
    return True


def _spelled_out(builder: Builder, match: Match) -> tuple[EntityRef, ...]:
    """Return who "four people" were, where it follows: "… injured four people: three observers of UNTSO and a guide"."""
    after = next((c for c in builder.clauses if c.first > match.clause.last), None)
    if after is None or after.verbs or after.first > match.clause.last + 2:
        return ()
    told = next((p for p in after.phrases if p.bare), None)
    return tuple(r for r in told.everyone() if r.id) if told is not None and told.is_people else ()
