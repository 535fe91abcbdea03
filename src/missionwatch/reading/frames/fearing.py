"""Dangers that no word for a risk tells: how likely they are said to be, and who fears what stands before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.holders import speakers
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.roles import is_kind

if TYPE_CHECKING:
    from missionwatch.reading.frames.building import Builder, Held
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.tokens import Sentence


def likely(builder: Builder, clause: Clause, sentence: Sentence, held: Held, number: int) -> None:
    """Read how likely a danger is said to be as a risk: "famine is very likely in Zamzam", "a wider war remains unlikely"."""
    maybe = held.likelihood is not None or builder.pack.says("weighed", clause.lows(sentence.tokens))
    if not maybe or any(d.clause is clause for d in builder.since(number)):
        return
    being = any(clause.lemmas.get(v) in builder.pack.being for v in clause.verbs)
    told = [p for p in clause.subjects if clause.finite is not None and p.last < clause.finite]
    if "judge" in clause.attitudes and not clause.passive:
        being, told = True, clause.objects[:1]  # considers a famine likely
        held.holders = held.holders or speakers(clause)
    ends = [max([p.last, *(one.last for one in dependents(p, clause))]) for p in told]
    words = [i for p, last in zip(told, ends, strict=True) for i in clause.order if p.first <= i <= last]
    place = tuple(r for p in clause.phrases if "in" in p.relations for r in p.refs if r.kind in ("state", "place"))[:1]
    for code in builder.pack.codes("hazards", sentence.tokens, words) if being else ():
        fields = {
            "predicate": "risk", "roles": {"target": place} if place else {}, "effect": (code,), "modality": "possible",
            "holders": held.holders, "likelihood": held.likelihood, "frame": "risk:likely",
        }  # fmt: skip
        builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.8)


def feared(builder: Builder, clause: Clause, sentence: Sentence, held: Held, number: int) -> None:
    """Read what somebody fears or warns of behind it as a risk: "there will be famine in Kasai, Kinshasa fears"."""
    unreal = clause.future or clause.modality in ("planned", "possible", "conditional")
    behind = [
        c for c in builder.clauses if c.coordinated is clause or (c is clause.parent and clause.link == "condition")
    ]
    behind = [c for c in behind if "risk" in c.opened(builder.pack) and c.subjects and c.first > clause.last]
    if not (unreal and behind) or clause.negated or any(d.clause is clause for d in builder.since(number)):
        return
    place = tuple(r for p in clause.phrases if "in" in p.relations for r in p.refs if is_kind(r, "place", p))[:1]
    for code in builder.pack.codes("hazards", sentence.tokens, clause.order):
        fields = {
            "predicate": "risk", "roles": {"target": place} if place else {}, "effect": (code,), "modality": "possible",
            "holders": held.holders or speakers(behind[0]), "frame": "risk:feared",
        }  # fmt: skip
        builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.8)
