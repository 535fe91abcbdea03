"""What is only spoken of: moves that are asked for, weighed, feared or judged, and what a noun only names again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Draft

_FAR = 3  # paragraphs
_NEW = ("time", "quantity", "killed", "injured", "assets", "function", "negated", "likelihood")
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


def named_again(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out what a noun only names again that the report tells: "Ireland finds the Israeli request unacceptable"."""
    told: dict[str, list[Draft]] = {}
    for draft in drafts:
        if draft.fields["predicate"] == "event":
            told.setdefault(draft.fields["type"], []).append(draft)
    gone: dict[int, Draft] = {}
    for draft in drafts:
        if draft.fields["predicate"] != "event" or not _says_no_more(draft):
            continue
        fuller = [d for d in told[draft.fields["type"]] if id(d) not in gone and _tells(d, draft)]
        if len(fuller) == 1 and abs(draft.paragraph - fuller[0].paragraph) < _FAR:
            fuller[0].more.append(draft.evidence)
            gone[id(draft)] = fuller[0]
    for draft in drafts if gone else ():
        draft.judges = [gone.get(id(d), d) for d in draft.judges]
    return [d for d in drafts if id(d) not in gone]


def _says_no_more(draft: Draft) -> bool:
    fields = draft.fields
    return draft.nominal and not draft.light and draft.day is None and not any(fields.get(key) for key in _NEW)


def _tells(told: Draft, noun: Draft) -> bool:
    """Say whether a draft tells all that a noun names, and is not such a noun itself."""
    if told is noun or told.fields.get("negated") or _says_no_more(told):
        return False
    roles, others = noun.fields["roles"], told.fields["roles"]
    named = False
    for role, refs in roles.items():
        ids = {r.id for r in refs if r.id}
        if not ids:
            continue
        if not ids <= {r.id for r in others.get(role, ())}:
            return False
        named = True
    return named or (noun.again and told.sentence < noun.sentence)
