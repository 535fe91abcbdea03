"""What a contribution is made of, who is the largest contributor, where those just counted come from."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.quantities import Number
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.shares import part_of
from missionwatch.reading.frames.strengths import brought_to, number_alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef

_AHEAD = ("planned", "possible", "required")


def parts_told(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read what a clause says of parts of a mission: whose each is, and how many."""
    if clause.negated:
        return
    _measured(builder, clause, sentence, number)
    _brought(builder, clause, sentence, number)
    _largest(builder, clause, sentence, number)
    _of_those(builder, clause, sentence, number)


def _measured(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "the Finnish share of KFOR amounts to 70 soldiers" and "the Irish contribution consists of 340 soldiers"."""
    pack, discourse = builder.pack, builder.discourse
    lemmas = {clause.lemmas.get(v, "") for v in clause.verbs}
    opened = {t.frame for lemma in lemmas for t in pack.verb_triggers.get(lemma, ())}
    if not (lemmas & (pack.being | pack.classes_of("measuring")) or "strength" in opened):
        return
    for part in clause.subjects if not clause.passive else ():
        if part.noun != "contribution" and not part.words & pack.classes_of("formation"):
            continue
        chain = dependents(part, clause)
        state = [r for r in (*part.adjective_refs, *part.refs) if r.kind == "state"]
        state += [r for p in chain if "of" in p.relations for r in p.refs if r.kind == "state"]
        mission = tuple(r for p in (part, *chain) for r in p.refs_of("mission")) or discourse.sole_mission()
        counted = [
            p for p in clause.phrases if p not in chain and p is not part and p.number and not p.refs_of("state")
        ]
        counted += [p for p in chain[-1:] if "of" in p.relations and p.number]  # une part de 70 soldats
        counted = [p for p in counted if p.is_people or (p.counted() >= _SOME and number_alone(p, sentence.tokens))]
        counted.sort(key=lambda p: ("to" not in p.relations, "from" in p.relations))
        if len({r.id for r in state}) != 1 or not mission or not counted or part.number is not None:
            continue
        told = counted[0].number
        _gives(builder, clause, sentence, number, state[0], mission, told, (part.first, counted[0].last))


def _brought(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "is reducing its contribution to MINUSMA to 100 soldiers": how many it gives then."""
    opened = {t.frame for lemma in clause.lemmas.values() for t in builder.pack.verb_triggers.get(lemma, ())}
    part = next((p for p in clause.objects if p.noun == "contribution"), None)
    people = next((p for p in clause.phrases if brought_to(p) and p.is_people), None)
    if part is None or people is None or not opened & {"reduce", "reinforce"}:
        return
    state = [r for r in part.adjective_refs if r.kind == "state"]
    state = state or [r for p in clause.subjects for r in p.refs if r.kind == "state"]
    mission = tuple(r for p in (part, *dependents(part, clause)) for r in p.refs_of("mission"))
    if len({r.id for r in state}) == 1 and (mission := mission or builder.discourse.sole_mission()):
        _gives(builder, clause, sentence, number, state[0], mission, people.number, (part.first, people.last))


_SOME = 5  # people; a number alone that is smaller counts something else


def _largest(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "the largest contributors to MINUSCA are Rwanda (2,100), Bangladesh and Pakistan"."""
    nouns = builder.pack.classes_of("contributor_noun")
    being = any(clause.lemmas.get(v) in builder.pack.being | builder.pack.classes_of("figuring") for v in clause.verbs)
    head = next((p for p in clause.phrases if p.words & nouns or (p.noun == "country" and p.number is not None)), None)
    if head is None or not (being or not clause.verbs):
        return
    mission = head.refs_of("mission") or tuple(r for p in dependents(head, clause) for r in p.refs_of("mission"))
    lands = head.noun == "country"  # one of the 14 nations in the battlegroup
    mission = mission or (() if lands else builder.discourse.sole_mission())
    hosts = builder.discourse.hosts_of(mission[0].id) if mission else ()
    for phrase, after in itertools.zip_longest(clause.phrases, clause.phrases[1:]):
        states = [r for r in phrase.refs if r.kind == "state" and r.body is None and r.country not in hosts]
        if phrase is head or not phrase.bare or len(states) != 1 or not mission:
            continue
        gap = sentence.tokens[phrase.last + 1 : after.start] if after is not None else ()
        beside = after is not None and all(t.text in "(," for t in gap)
        told = after is not None and beside and _counts(after, sentence)
        counted = after.number if after is not None and told else None
        if phrase.first < head.first and counted is None and not (lands and phrase in clause.subjects):
            continue  # Rwanda is the largest contributor: read by its frame
        end = after.last if after is not None and counted is not None else phrase.last
        _gives(builder, clause, sentence, number, states[0], mission, counted, (phrase.first, end))


def _counts(phrase: Phrase, sentence: Sentence) -> bool:
    """Say whether a phrase beside a country is how many it gives: "(2,100)", ", with 30 sappers"."""
    return (phrase.bare and number_alone(phrase, sentence.tokens)) or ("with" in phrase.relations and phrase.is_people)


def _of_those(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "Of these, 1,200 are Indonesian and 900 Indian" and "Half of them come from Senegal" of people just counted."""
    for part in clause.subjects:
        if part.share is not None and part.is_people and part.anaphor is None:
            mission = part.refs_of("mission") or tuple(
                r for p in dependents(part, clause) for r in p.refs_of("mission")
            )
            inside = [c for c in builder.clauses if c.parent is clause and part.last < c.first]
            mission = mission or tuple(r for c in inside for p in c.phrases for r in p.refs_of("mission"))
            state = _come_from(builder, clause, part)
            if state is not None and (mission := mission or builder.discourse.sole_mission()):
                _gives(builder, clause, sentence, number, state, mission, part.number, (part.first, clause.last))
    before = [d for d in builder.drafts if d.sentence == number - 1 and d.paragraph == sentence.paragraph]
    whole = next((d for d in reversed(before) if d.fields["predicate"] == "strength"), None)
    if whole is None or clause.link != "main" or whole.fields.get("modality") not in (None, "actual"):
        return
    mission = whole.fields["roles"]["mission"]
    phrases = clause.phrases
    shared = next((p for p in phrases if p.share is not None and p.anaphor == "one_of"), None)
    if shared is not None and shared.number is None:
        total = whole.fields["quantity"]
        if total.value is None or not shared.share:
            return
        shared.number = part_of(_whole(shared, total.value), shared)
        state = _come_from(builder, clause, shared)
        if state is not None:
            _gives(builder, clause, sentence, number, state, mission, shared.number, (shared.first, clause.last))
        return
    words = tuple(t.low for t in itertools.islice((t for t in sentence.tokens if t.is_word), 3))
    if not any(words[: len(them)] == them for them in builder.pack.of_them):
        return
    for n, phrase in enumerate(phrases):
        nation = phrase if phrase.adjective_refs else phrases[n + 1] if n + 1 < len(phrases) else None
        alone = phrase.number is not None and (phrase is nation or number_alone(phrase, sentence.tokens))
        if nation is None or not alone or not nation.bare or len({r.id for r in nation.adjective_refs}) != 1:
            continue
        if nation.is_people or nation.noun is None:
            span = (phrase.first, nation.last)
            _gives(builder, clause, sentence, number, nation.adjective_refs[0], mission, phrase.number, span)


def _whole(phrase: Phrase, value: float) -> Number:
    return Number(phrase.first, phrase.last, value, value, value, "exact")


def _come_from(builder: Builder, clause: Clause, counted: Phrase) -> EntityRef | None:
    """Return the one state that people are said to be of or to come from."""
    being = any(clause.lemmas.get(v) in builder.pack.being for v in clause.verbs)
    others = [p for p in clause.phrases if p is not counted and p.first > counted.last]
    found = {
        r.id: r
        for p in others if (being and p.bare) or "from" in p.relations
        for r in (*p.adjective_refs, *p.refs) if r.kind == "state"
    }  # fmt: skip
    return next(iter(found.values())) if len(found) == 1 else None


def _gives(
    builder: Builder,
    clause: Clause,
    sentence: Sentence,
    number: int,
    state: EntityRef,
    mission: Sequence[EntityRef],
    counted: Number | None,
    span: tuple[int, int],
) -> None:
    text = " ".join(t.text for t in sentence.tokens[counted.first : counted.last + 1]) if counted is not None else ""
    fields = {
        "predicate": "contribution", "roles": {"contributor": (state,), "mission": tuple(mission[:1])},
        "quantity": counted.quantity("people", text) if counted is not None else None, "frame": "contribution:part",
        "modality": clause.modality if clause.modality in _AHEAD else "actual",
        "time": builder.when(clause.own_times, forward=clause.modality in _AHEAD),
    }  # fmt: skip
    builder.draft(fields, sentence, number, span, clause=clause, confidence=0.85)
