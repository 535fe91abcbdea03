"""Moves of troops that are only spoken of where something else is told: asked for, weighed, feared, judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Draft

_MOVES = frozenset({"withdraw", "deploy", "reinforce"})
_GOING = frozenset({"withdraw", "deploy"})
_WEIGHING = frozenset({"option", "risk"})
_OWN = ("time", "quantity", "assets", "function", "negated")


def told_itself(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out moves that a report does not tell but speaks of: "feared that the departure of the force …", "may pull out"."""
    beside: dict[int, list[Draft]] = {}
    for draft in drafts:
        beside.setdefault(draft.sentence, []).append(draft)
    return [d for d in drafts if not _only_spoken_of(d, beside[d.sentence])]


def _only_spoken_of(draft: Draft, beside: Sequence[Draft]) -> bool:
    fields = draft.fields
    if fields.get("type") not in _MOVES:
        return False
    if fields["modality"] == "possible":
        return any(d.fields["predicate"] in _WEIGHING for d in beside)
    alone = all(d is draft for d in beside)
    return not alone and fields["type"] in _GOING and fields["modality"] == "actual" and _takes_up(draft)


def _takes_up(draft: Draft) -> bool:
    """Say whether a noun says nothing of its own and no verb carries it out: "called their departure premature"."""
    fields, clause = draft.fields, draft.clause
    bare = draft.nominal and not draft.light and draft.day is None and not any(fields.get(key) for key in _OWN)
    roles = fields["roles"]
    whose = any(r.kind == "state" for r in roles.get("actor", ()))
    # of the Danes from Takuba, of a Danish battalion
    full = whose and ("mission" in roles or fields["type"] == "deploy")
    bare = bare and not full and "place" not in roles and clause is not None and bool(clause.verbs)
    # the departure, which began in May
    return bare and clause is not None and not (clause.relatives or clause.participles)
