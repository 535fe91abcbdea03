"""What somebody has at stake: whose interest, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.roles import Match, is_kind

if TYPE_CHECKING:
    from missionwatch.reading.frames.building import Builder, Held
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef


def interests(builder: Builder, clause: Clause, sentence: Sentence, held: Held, number: int) -> None:
    """Read "has a strong interest in a stable Iraq", "is a vital interest for Denmark", "sees calm in Bosnia as an interest"."""
    for phrase in clause.phrases:
        if not any(t.frame == "interest" for t in phrase.triggers):
            continue
        chain = dependents(phrase, clause)
        spots = [p for p in chain if {"at", "in"} & set(p.relations)]
        found = (tuple(r for p in where for r in p.refs if is_kind(r, "place", p)) for where in (spots, chain))
        place = next((refs for refs in found if refs), ())  # an interest in | the stability | of Lebanon
        theirs = (
            Match.governments(phrase)
            or tuple(phrase.adjective_refs)
            or tuple(r for r in phrase.refs if r.kind in ("state", "organisation"))
        )
        being = any(clause.lemmas.get(v) in builder.pack.being for v in clause.verbs)
        keeping = builder.pack.light.keys() | builder.pack.classes_of("defending")  # defends its interests in Chad
        having = any(clause.lemmas.get(v) in keeping for v in clause.verbs)
        owns = having and not being
        if owns and phrase in clause.objects and not theirs:  # Belgium has an interest in the stability of Benin
            theirs = tuple(r for r in _speakers(clause) if r.kind in ("state", "organisation"))
        # has an interest in Iraq; the interest of Spain in Mali; of interest for Spain
        for owning in ("of",) if owns else ("of", "for"):
            theirs = theirs or tuple(
                r for p in chain if owning in p.relations for r in p.refs if r.kind in ("state", "organisation")
            )
        if theirs and not owns:  # a stable Iraq is in Denmark's interest, serves its interests
            subject = [q for p in clause.subjects for q in (p, *dependents(p, clause))]
            near = tuple(r for p in subject for r in p.refs if is_kind(r, "place", p))
            place = tuple(r for r in place if r not in theirs) or tuple(r for r in near if r not in theirs)
        if owns and phrase in clause.objects and not place:  # has in Chad an interest
            inside = [p for p in clause.phrases if "in" in p.relations and p.pronoun is None]
            place = tuple(r for p in inside for r in p.refs if is_kind(r, "place", p) and r not in theirs)
        if "as" in phrase.relations:  # sees calm in Bosnia as an interest
            theirs = theirs or _speakers(clause)
            place = place or tuple(
                r for p in clause.phrases if "in" in p.relations for r in p.refs if is_kind(r, "place", p)
            )
        plain = builder.pack.light.keys() | builder.pack.being | builder.pack.helping
        only = plain.issuperset(clause.lemmas.values())  # has no interest there; not: has not altered its interest
        holders = theirs or (_speakers(clause) if having else ()) or (held.holders if phrase.definite else ())
        grade = builder.pack.longest("grades", sentence.tokens, clause.order)
        # every interest in staying; is in their interest
        whose = (having and phrase in clause.objects) or (being and bool(theirs))
        known = bool(holders) and all(r.id for r in holders)
        if not holders or not (place or (whose and known) or "as" in phrase.relations):
            continue
        last = clause.last if grade else (chain[-1].last if chain else phrase.last)
        first = min(phrase.first, clause.first) if grade is None else phrase.first
        span = builder.evidence(sentence, phrase.first, chain[-1].last if chain else phrase.last)
        builder.draft({
            "predicate": "interest", "roles": {"place": place[:1]} if place else {}, "holders": holders, "text": span.quote,
            "grade": grade[0] if grade else None, "negated": clause.negated and only, "frame": "interest",
        }, sentence, number, (first, max(first, last)), clause=clause, confidence=0.85)  # fmt: skip


def staked(builder: Builder, clause: Clause, sentence: Sentence, held: Held, number: int) -> None:
    """Read an idiom that says who has something at stake, and where: "Rome has much to lose in Libya"."""
    lows = (*clause.lows(sentence.tokens), *(low for c in clause.aims for low in c.lows(sentence.tokens)))
    if clause.negated or held.negated or clause.link == "purpose" or not builder.pack.says("staked", lows):
        return
    if any(d.clause is clause and d.fields["predicate"] == "interest" for d in builder.since(number)):
        return
    fronted = [p for p in clause.phrases if "for" in p.relations and p.start == clause.first]
    who = [*clause.subjects, *(clause.objects if clause.passive else ())]
    behind = ([p for p in clause.phrases if name in p.relations and p not in fronted] for name in ("for", "to"))
    sides = (fronted, who, *behind)  # For Rome, Libya is a matter of national security
    found = (
        tuple(r for p in side for r in (*Match.governments(p), *p.refs) if r.kind in ("state", "organisation") and r.id)
        for side in sides
    )
    holders = next((refs for refs in found if refs), ())
    own = {r.id for r in holders}
    inner = [c for c in builder.clauses if c.parent is clause]
    told = [p for c in (clause, *inner) for p in c.phrases if p not in fronted]
    spots = [p for p in told if {"in", "at"} & set(p.relations)]
    spots += [p for c in (clause, *inner) for p in (*c.objects, *c.subjects) if p.pronoun is None and not p.is_people]
    spots += [p for p in told if "of" in p.relations]
    home = {r.country for r in holders if r.country}
    known = (r for p in spots for r in p.refs if r.id and is_kind(r, "place", p) and r.id not in own)
    place = tuple(r for r in known if r.country not in home)[:1]
    if not holders:
        return
    last = max([clause.last, *(c.last for c in clause.aims)])
    span = builder.evidence(sentence, clause.first, last)
    builder.draft({
        "predicate": "interest", "roles": {"place": place} if place else {}, "holders": holders[:1], "text": span.quote,
        "grade": None, "frame": "interest:staked",
    }, sentence, number, (clause.first, last), clause=clause, confidence=0.8)  # fmt: skip


def important_to(
    builder: Builder, clause: Clause, at: int, holders: tuple[EntityRef, ...]
) -> tuple[tuple[EntityRef, ...], tuple[EntityRef, ...]] | None:
    """Return who has what is important at stake, and where: "stability in the Sahel is of great importance to Sweden".

    ``at`` is where the grade ends; ``holders`` judge. What is no state of affairs ("the mission is important") is only judged.
    """
    being = any(clause.lemmas.get(v) in builder.pack.being for v in clause.verbs)
    behind = [p for p in clause.phrases if p.first > (clause.finite or 0) and {"to", "for"} & set(p.relations)]
    theirs = tuple(r for p in behind[:1] for r in p.refs if r.kind in ("state", "organisation")) if being else ()
    attached = [p for p in clause.phrases if p.first > at and {"to", "at"} & set(p.relations)]
    if any(p.first <= at < p.last for p in clause.phrases):
        attached = []  # an important step | towards peace
    valued = clause.subjects if being else [*clause.objects, *attached[:1]]  # attaches … to peace
    chains = [q for p in valued for q in (p, *dependents(p, clause))]
    if not being:  # finds the mission an important step towards peace: no peace is at stake
        to_it = attached[0].first if attached else clause.last
        chains = [p for p in chains if p.last < at or p in attached or (p.first > to_it and not p.bare)]
    if not any(p.words & builder.pack.classes_of("stake") for p in chains):
        return None
    holders = theirs or holders
    own = {r.id for r in holders}
    known = [r for p in chains for r in p.refs if is_kind(r, "place", p) and r.id not in own]
    return (holders, tuple(known[:1])) if holders else None


def _speakers(clause: Clause) -> tuple[EntityRef, ...]:
    return tuple(r for p in clause.subjects for r in p.everyone() if r.kind not in (None, "place"))
