"""Dangers that no word for a risk tells: how likely they are said to be, and who fears what stands before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.holders import speakers
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.roles import is_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder, Held
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Sentence, Token


def likely(builder: Builder, clause: Clause, sentence: Sentence, held: Held, number: int) -> None:
    """Read how likely a danger is said to be as a risk: "famine is very likely in Zamzam", "a wider war remains unlikely"."""
    above = clause.parent if clause.link == "purpose" and clause.parent is not None else None
    above = above if above is not None and all("copula" in sentence.tokens[v] for v in above.verbs) else None
    said = (*(above.lows(sentence.tokens) if above is not None else ()), *clause.lows(sentence.tokens))
    weighed = builder.pack.says("weighed", said)  # is not | to be ruled out
    here = [d for d in builder.since(number) if d.clause is clause]
    options = [d for d in here if d.fields["predicate"] == "option"]
    weighs = bool(options) if weighed else {"deny", "weigh"} <= clause.attitudes
    open_to = clause.negated and not clause.passive and weighs
    if not (weighed or open_to or held.likelihood is not None) or any(d.fields["predicate"] == "risk" for d in here):
        return
    if any(builder.pack.codes("hazards", sentence.tokens, c.order) for c in clause.aims):
        return  # is likely | to spread
    being = weighed or _predicted(clause, sentence.tokens, builder.pack)
    of = above or clause
    told = [*of.subjects, *(of.objects if weighed and of.passive else ())]
    told = [p for p in told if of.finite is not None and (p.last < of.finite or builder.pack.verb_second)]
    sees = "judge" in clause.attitudes or not builder.pack.classes_of("seeing").isdisjoint(clause.lemmas.values())
    if open_to or (sees and above is None and not clause.passive):
        being, told = True, clause.objects[:1]  # considers a famine likely
        held.holders = held.holders or speakers(clause)
    ends = [max([p.last, *(one.last for one in dependents(p, of))]) for p in told]
    words = [i for p, last in zip(told, ends, strict=True) for i in of.order if p.first <= i <= last]
    feared = [c for c in clause.inner if c.link == "content"] if open_to else []  # does not rule out | that war returns
    words += [i for c in feared for i in c.order]
    phrases = [p for c in (clause, *feared) for p in c.phrases]
    where = [p for p in phrases if "in" in p.relations and any(r.kind in ("state", "place") for r in p.refs)]
    role = "place" if where and where[0].first in words else "target"  # violence in Juba is likely; … is likely in Juba
    place = tuple(r for p in where for r in p.refs if r.kind in ("state", "place"))[:1]
    codes = builder.pack.codes("hazards", sentence.tokens, words) if being else []
    if codes and open_to:  # nobody weighs a war
        builder.leave_out(options)
    for code in codes:
        fields = {
            "predicate": "risk", "roles": {role: place} if place else {}, "effect": (code,), "modality": "possible",
            "holders": held.holders, "likelihood": held.likelihood, "frame": "risk:likely",
        }  # fmt: skip
        builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.8)


def _predicted(clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a clause says of something no more than how likely it is, and where or when: not "is likely the work of JNIM"."""
    found = pack.longest("likelihood", tokens, clause.order)
    told = clause.finite is not None and tokens[clause.finite].low in pack.past_forms
    if found is None or told or not any(clause.lemmas.get(v) in pack.being for v in clause.verbs):
        return False
    beside = {
        i
        for p in clause.phrases
        if p.pronoun is None and _WHEN_WHERE & set(p.relations)
        for i in range(p.start, p.last + 1)
    }
    beside |= {i for t in clause.times for i in range(t.first, t.last + 1)}
    after = next((i for i in clause.order if i > found[2] and tokens[i].is_word), None)
    return after is None or after in beside or after in clause.verbs


_WHEN_WHERE = frozenset({"in", "at", "between", "before", "during", "since", "until", "without", "of"})


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
