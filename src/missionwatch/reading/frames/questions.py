"""Who asks, and who does not know: "Ms Doe asked the minister whether …", "UNIFIL does not know who fired"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from missionwatch.reading.frames.asking import would_know
from missionwatch.reading.frames.holders import holders_of
from missionwatch.reading.frames.lands import land_spoken_of
from missionwatch.reading.frames.roles import Match

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder, Held
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef


def unaware(clause: Clause, held: Held, pack: Pack) -> tuple[EntityRef, ...]:
    """Return who does not know: "UNIFIL does not know who fired"; else who says that nobody does."""
    said = clause.parent if clause.link == "purpose" else None
    if said is not None and "say" in said.attitudes and not said.passive and clause.attitudes & {"know"}:
        return holders_of(said) or held.holders  # says it does not know how many
    being = bool(clause.verbs) and pack.being.issuperset(clause.lemmas.values())
    if clause.negated and (being or (clause.passive and "know" in clause.attitudes)):  # is not known to NATO
        whom = (p for p in clause.phrases if "to" in p.relations or (p.bare and being))
        sides = ("state", "organisation", "mission", "group", "person")
        unknown = next((who for p in whom if (who := tuple(r for r in p.refs if r.id and r.kind in sides))), ())
        return unknown or held.holders
    known = clause.negated and (clause.attitudes & {"know", "plan"} or clause.modality == "possible")
    asks = bool(clause.attitudes & {"ask", "demand"}) and any(c.asks for c in clause.inner)  # se demande si
    someone = bool(clause.subjects) and clause.subjects[0].bare and clause.subjects[0].pronoun is None
    without = someone and not being  # cannot confirm it, has no view of it
    leaves = not clause.negated and not pack.classes_of("leaving_open").isdisjoint(clause.lemmas.values())
    return (holders_of(clause) if (known or asks or without or leaves) and not clause.passive else ()) or held.holders


def asked_by(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read what a person asks: "Ms Doe asked the minister whether our soldiers will be brought home"."""
    above = clause.parent
    if above is None or not clause.asks or above.passive or above.negated:
        return
    if not (above.attitudes & {"ask", "demand"} or would_know(above)):
        return
    statement = builder.pack.classes_of("statement_noun")
    if any(p.single and p.words & statement for p in clause.objects):
        return  # asked if he will make a statement on it: as members always ask
    asker = above.parent if above.link == "purpose" and above.parent is not None else above  # would like | to know
    who = tuple(r for r in holders_of(asker) if r.kind == "person" and r.id)
    phrases = [*clause.phrases, *(p for c in clause.inner for p in c.phrases)]
    about = [r for p in phrases for r in (*Match.governments(p), *p.refs) if r.id and r not in who]
    about = about or [r for p in above.objects for r in p.refs if r.kind == "state" and r.id]
    own = [p for p in clause.subjects if p.pronoun == "person_pronoun" and clause.modality == "possible"]
    himself = bool(own) or any(r in who for p in clause.subjects for r in p.refs)  # asks whether he may open fire
    if himself or not who or not about or any(d.fields["predicate"] == "question" for d in builder.since(number)):
        return
    first, last = (
        min(above.first, clause.first),
        max(above.last, clause.last) if clause.first < above.first else clause.last,
    )
    span = builder.evidence(sentence, first, last)
    builder.draft({
        "predicate": "question", "holders": who, "about": tuple({r.id: r for r in about}.values()), "text": span.quote,
        "frame": "asked",
    }, sentence, number, (first, last), clause=clause, confidence=0.8)  # fmt: skip


def keep_asked(builder: Builder, clauses: Sequence[Clause], number: int, *, asks: bool) -> None:
    """Keep whom a sentence asks about, which the next may say that nobody knows: "Did the army help them? Nobody can say."."""
    asked = clauses if asks else [c for c in clauses if c.asks and c.parent is not None]
    about = {r.id: r for c in asked for p in c.phrases for r in (*Match.governments(p), *p.refs) if r.id}
    builder.questioned = (number, tuple(about.values()))


def asked_just_before(builder: Builder, number: int) -> list[EntityRef]:
    """Return whom the sentence before asks about."""
    when, about = builder.questioned
    return list(about) if when == number - 1 else []


def spoken_about(builder: Builder, number: int, *, alone: bool, theirs: bool) -> list[EntityRef]:
    """Return what a question is about that names nobody: the mission, or else the land, and whom the sentence before told of.

    ``alone``: nothing is asked beside it, so that it takes up what was said last. ``theirs``: it takes up who did what was told
    last: "what this means for their presence".
    """
    discourse = builder.discourse
    focus = land_spoken_of(discourse)
    about = discourse.missions[-1:] or ([discourse.register.ref(f"state:{focus}", "")] if focus else [])
    before = [d for d in builder.since(number - 1) if d.sentence < number and d.fields["predicate"] in _TELLING]
    told = [r for d in before for role in _DOERS for r in d.fields["roles"].get(role, ())]
    last = tuple(islice(discourse.spoken_of(), _LAST)) if alone or theirs else ()
    first = (*told, *last, *discourse.before) if theirs else (*discourse.before, *discourse.ours(), *told, *last)
    spoken = (r for r in first if r.id and r.kind in _SIDES)
    return [*about, *(r for r in (next(spoken, None),) if r is not None and r not in about)]


_TELLING = frozenset({"event", "contribution", "presence"})
_DOERS = ("actor", "contributor")
_LAST = 2  # refs
_SIDES = frozenset({"state", "organisation", "group"})
