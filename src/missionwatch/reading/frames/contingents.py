"""Who takes part, told in passing: "as does Italy", "two are staff officers", "a contingent numbering 300", "Ethiopian peacekeepers"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.strengths import number_alone
from missionwatch.records import Asset

if TYPE_CHECKING:
    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef, Quantity

_SEVERAL = 2  # states; one alone is hardly all that a mission is made of


def contingents(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read who takes part in a mission where a clause tells something else, or tells it shortly."""
    if clause.negated:
        return
    _as_well(builder, clause, sentence, number)
    _some_are(builder, clause, sentence, number)
    _numbering(builder, clause, sentence, number)
    _becomes(builder, clause, sentence, number)
    _brings_together(builder, clause, sentence, number)
    _with_ships(builder, clause, sentence, number)
    _peacekeepers(builder, clause, sentence, number)


def _draft(
    builder: Builder,
    clause: Clause,
    sentence: Sentence,
    number: int,
    giver: EntityRef,
    mission: EntityRef,
    phrase: Phrase,
    **more: Any,
) -> None:
    if giver.country in builder.discourse.hosts_of(mission.id):
        return
    counted: Quantity | None = more.get("quantity")
    for told in builder.since(number):
        known = {r.id for role in ("contributor", "mission") for r in told.fields.get("roles", {}).get(role, ())}
        said = told.fields.get("quantity")
        if {giver.id, mission.id} <= known and said and counted and said.value == counted.value:
            return
    fields: dict[str, Any] = {
        "predicate": "contribution", "roles": {"contributor": (giver,), "mission": (mission,)},
        "frame": "contribution:contingent",
        "modality": clause.modality if clause.modality in ("planned", "possible") else "actual",
    } | more  # fmt: skip
    builder.draft(fields, sentence, number, (phrase.first, phrase.last), clause=clause, confidence=0.7)


def _mission_in(builder: Builder, clause: Clause) -> EntityRef | None:
    """Return the mission that a clause, or the one it hangs on, speaks of; else the only one of the report."""
    near = [clause, *([clause.parent] if clause.parent is not None else [])]
    found = (r for c in near for p in c.phrases for r in p.refs_of("mission"))
    return next(found, None) or next(iter(builder.discourse.sole_mission()), None)


def _states(phrase: Phrase) -> list[EntityRef]:
    own = [r for r in (*phrase.adjective_refs, *phrase.refs) if r.kind == "state" and r.id]
    return list({r.id: r for r in own}.values())


def _as_well(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "Spain provides a frigate, as does Italy": another does the same."""
    words = builder.pack.classes_of("doing_so")
    for phrase in clause.phrases:
        if "as" not in phrase.relations or sentence.tokens[phrase.first].low not in words:
            continue
        told = [d for d in builder.since(number) if d.clause is clause and d.fields["predicate"] == "contribution"]
        for state in _states(phrase) if told else ():
            fields = {key: value for key, value in told[0].fields.items() if key != "quantity"}
            fields["roles"] = fields["roles"] | {"contributor": (state,)}
            builder.draft(fields, sentence, number, (phrase.start, phrase.last), clause=clause, confidence=0.75)


def _some_are(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "two are staff officers" and "two served with MONUSCO": a part of those just counted."""
    parts = (p for p in clause.subjects if p.number is not None)
    part = next((p for p in parts if p.anaphor == "one_of" or number_alone(p, sentence.tokens)), None)
    group = builder.discourse.group
    if part is None or part.number is None or part.number.value is None or part.refs_of("state"):
        return
    lemmas = {clause.lemmas.get(v, "") for v in clause.verbs}
    serving = any(t.frame == "serve" for lemma in lemmas for t in builder.pack.verb_triggers.get(lemma, ()))
    function = next((s.code for p in clause.objects for s in p.senses("function") if s.code), None)
    named = next((r for p in clause.phrases for r in p.refs_of("mission")), None)
    spoken = (r for r in builder.discourse.spoken_of() if r.kind == "state" and r.body == "armed_forces")
    giver = next((r for r in group.refs if r.kind == "state"), None) if group is not None else next(spoken, None)
    mission = named or (next(iter(group.mission), None) if group is not None else None)
    told = any(d.clause is clause and d.fields["predicate"] == "contribution" for d in builder.since(number))
    if giver is None or mission is None or told or not serving or not (function or named):
        return
    quantity = part.number.quantity("people", part.text)
    _draft(builder, clause, sentence, number, giver, mission, part, quantity=quantity, function=function)


def _numbering(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "the UK contingent, numbering some 300" and "Sweden's contribution will consist of 150 personnel"."""
    pack = builder.pack
    verbs = [v for v, lemma in clause.lemmas.items() if lemma in pack.classes_of("numbering")]
    if not verbs:
        return
    sides = [*clause.subjects, *clause.phrases[:1]]
    formed = pack.classes_of("formation")
    whole = next((p for p in sides if (p.words & formed or p.noun == "contribution") and _states(p)), None)
    mission = _mission_in(builder, clause)
    if whole is None or mission is None or len(_states(whole)) != 1:
        return
    counted = [p for p in clause.phrases if p.first > verbs[0] and p.counted() and not p.refs_of("state")]
    people = next((p for p in counted if p.is_people or number_alone(p, sentence.tokens)), None)
    if people is not None and people.number is not None:
        quantity = people.number.quantity("people", people.text)
        modality = clause.modality if verbs[0] == clause.verbs[-1] else "actual"
        _draft(
            builder, clause, sentence, number, _states(whole)[0], mission, people, quantity=quantity, modality=modality
        )


def _becomes(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "reduced its contribution from 70 to 20 soldiers": how many it is then."""
    for draft in builder.since(number):
        roles = draft.fields.get("roles", {})
        giver = next((r for r in roles.get("actor", ()) if r.kind == "state" and r.id), None)
        changes = draft.clause is clause and draft.fields.get("type") in ("reduce", "reinforce")
        if not changes or giver is None or draft.fields.get("negated"):
            continue
        given = any(p.noun == "contribution" or p.words & builder.pack.classes_of("formation") for p in clause.phrases)
        left = next((p for p in clause.phrases if "to" in p.relations and p.counted() and not p.refs_of("state")), None)
        mission = next(iter(roles.get("mission", ())), None) or _mission_in(builder, clause)
        if left is None or left.number is None or mission is None or not given:
            continue
        more = {key: draft.fields[key] for key in ("time", "modality", "holders") if draft.fields.get(key)}
        more["quantity"] = left.number.quantity("people", left.text)
        _draft(builder, clause, sentence, number, giver, mission, left, **more)
        return


def _brings_together(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "Operation X brings together the United Kingdom, Bahrain and Canada": who takes part in it."""
    mission = next((r for p in clause.subjects for r in p.refs_of("mission")), None)
    joining = builder.pack.classes_of("joining").intersection(clause.lows(sentence.tokens))
    phrase = clause.objects[0] if clause.objects else None
    states = [r for r in phrase.everyone() if r.kind == "state" and r.id and not r.body] if phrase is not None else []
    if mission is None or phrase is None or not joining or len(states) < _SEVERAL:
        return
    builder.drafts[:] = [d for d in builder.drafts if d.clause is not clause or d.fields.get("type") != "mediate"]
    for state in states:
        _draft(builder, clause, sentence, number, state, mission, phrase)


def _with_ships(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "a Greek frigate with EUNAVFOR Aspides": whose ship or aircraft is in a mission."""
    for phrase, after in itertools.pairwise(clause.phrases):
        assets = [(n, s) for n in phrase.named for s in n.forms("asset") if s.code]
        if not assets:
            continue
        states, mission = _states(phrase), after.refs_of("mission")[:1]
        inside = after.start == phrase.last + 1 and bool({"with", "of", "in"} & set(after.relations))
        told = any(d.clause is clause and d.fields["predicate"] == "contribution" for d in builder.since(number))
        if len(states) != 1 or not mission or not inside or told:
            continue
        named, sense = assets[0]
        counted = phrase.number.quantity(sense.code or "", phrase.text) if phrase.number is not None else None
        asset = Asset(name=sense.code or "", text=named.text, quantity=counted)
        _draft(builder, clause, sentence, number, states[0], mission[0], phrase, assets=(asset,), modality="actual")


def _peacekeepers(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "has sent a company of Ethiopian peacekeepers": whose blue helmets are in the mission."""
    for phrase in clause.phrases:
        if phrase.number is not None or not builder.pack.blue(phrase.text):
            continue
        states = _states(phrase)
        found = _mission_in(builder, clause) if len(states) == 1 else None
        places = [r for p in clause.phrases for r in p.refs if r.kind in ("place", "state") and r.body is None]
        fitting = builder.discourse.could_be((found,), places) if found is not None else ()
        mission = next(iter(fitting), None)
        if mission is None or phrase.words & builder.pack.classes_of("former"):
            continue
        known = (
            d.fields["roles"].get("contributor", ()) for d in builder.drafts if d.fields["predicate"] == "contribution"
        )
        if not any(r.id == states[0].id for refs in known for r in refs):
            _draft(builder, clause, sentence, number, states[0], mission, phrase, modality="actual")
