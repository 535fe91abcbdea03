"""Who gives people to a mission where a list or a later number says so: "Italy (1,000) and India (900)", "among them Spain"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.quantities import number_at
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.strengths import number_alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.quantities import Number
    from missionwatch.reading.frames.tokens import Sentence, Token
    from missionwatch.records import EntityRef


def gives(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read the contributors that a clause lists, and how many the people spoken of become."""
    if clause.negated:
        return
    _grown(builder, clause, sentence, number)
    _besides(builder, clause, sentence, number)
    _crew(builder, clause, sentence, number)
    _number_of(builder, clause, sentence, number)
    if not _tells_of_giving(builder, sentence):
        return
    mission = tuple(r for c in builder.clauses for p in c.phrases for r in p.refs_of("mission"))[:1]
    mission = mission or builder.discourse.missions_here()
    if not mission:
        return
    hosts = builder.discourse.hosts_of(mission[0].id)
    members = builder.pack.classes_of("member")
    whole = any(p.words & members for c in builder.clauses for p in c.phrases)
    for phrase in clause.phrases:
        parts = [phrase, *phrase.group]
        for part in parts if "among" in phrase.relations and whole else ():
            for ref in part.refs:
                if _gives(part, ref) and ref.country not in hosts:
                    _give(builder, clause, sentence, number, ref, mission, part, None)
        counted = _behind(phrase, clause, sentence.tokens, builder.pack)
        if counted is None or len(phrase.refs) != 1 or not _gives(phrase, phrase.refs[0]):
            continue
        if phrase.refs[0].country not in hosts:
            _give(builder, clause, sentence, number, phrase.refs[0], mission, phrase, counted)


def _crew(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "Aboard are 200 sailors" of a ship spoken of: whose ship it is gives them to the mission it sails for."""
    if builder.pack.classes_of("aboard").isdisjoint(clause.lows(sentence.tokens)):
        return
    told = [r for d in builder.since(number - 1) for r in d.fields.get("roles", {}).get("contributor", ())]
    giver = next((r for r in (*told, *builder.discourse.doer) if r.kind == "state"), None)
    people = next((p for p in clause.phrases if p.is_people and p.number is not None and not p.refs_of("state")), None)
    mission = builder.discourse.mission_near(anywhere=True)
    if giver is None or people is None or people.number is None or not mission:
        return
    fields: dict[str, Any] = {
        "predicate": "contribution", "roles": {"contributor": (giver,), "mission": mission[:1]},
        "quantity": people.number.quantity("people", people.text), "frame": "contribution:crew",
    }  # fmt: skip
    builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.75)


def _number_of(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "the number of Dutch soldiers in Iraq is 150", "… will fall from six to four": how many of whom are where."""
    pack, phrases = builder.pack, clause.phrases
    at = next((n for n, p in enumerate(phrases) if p.words & pack.classes_of("number_noun")), None)
    if at is None:
        return
    people = next((p for p in phrases[at : at + 2] if p.refs_of("state") and p.first <= phrases[at].last + 2), None)
    if people is None or people.number is not None:
        return
    state = people.refs_of("state")[:1]
    after = [
        p
        for p in phrases[at + 1 :]
        if p is not people and p.number is not None and not p.refs_of("state") and p.number.value
    ]
    after = [p for p in after if p.is_people or (p.number and (p.number.first, p.number.last) == (p.first, p.last))]
    after.sort(key=lambda p: ("to" not in p.relations, "from" in p.relations))
    if not state or not after or after[0].number is None:
        return
    chain = dependents(people, clause)
    mission = tuple(r for p in chain for r in p.refs_of("mission"))[:1]
    place = tuple(
        r for p in chain if "in" in p.relations for r in p.refs if r.kind in ("place", "state") and not r.body
    )[:1]
    mission = mission or (builder.discourse.mission_at(place[0]) if place else ())
    if not (mission or place):
        return
    roles: dict[str, Any] = {"contributor": state, "mission": mission} if mission else {"actor": state}
    fields: dict[str, Any] = {
        "predicate": "contribution" if mission else "presence", "roles": roles | ({"place": place} if place else {}),
        "quantity": after[0].number.quantity("people", after[0].text), "frame": "contribution:number",
        "modality": clause.modality if clause.modality in ("planned", "possible") else "actual",
    }  # fmt: skip
    builder.draft(fields, sentence, number, (phrases[at].first, clause.last), clause=clause, confidence=0.8)


def _besides(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read the second of those who are given for two tasks: "with six trainers and a medic"."""
    for phrase in clause.phrases:
        task = next((s.code for s in phrase.senses("function")), None)
        for part in phrase.group if task is not None else ():
            other = next((s.code for s in part.senses("function")), None)
            counted = part.number.quantity("people", part.text) if part.number is not None else None
            if other in (None, task) or counted is None:
                continue
            here = [d for d in builder.since(number) if d.clause is clause and d.fields["predicate"] == "contribution"]
            first = next((d for d in here if d.fields.get("function") == task), None)
            if first is None or any(d.fields.get("function") == other for d in here):
                continue
            fields = first.fields | {"quantity": counted, "function": other, "assets": ()}
            builder.draft(fields, sentence, number, (part.first, part.last), clause=clause, confidence=0.8)


def _tells_of_giving(builder: Builder, sentence: Sentence) -> bool:
    """Say whether a sentence speaks of who takes part."""
    pack = builder.pack
    if not pack.classes_of("column_contributor").isdisjoint([t.low for t in sentence.tokens]):
        return True
    lemmas = (lemma for c in builder.clauses for lemma in c.lemmas.values())
    return any(t.frame == "contribute" for lemma in lemmas for t in pack.verb_triggers.get(lemma, ()))


def _gives(phrase: Phrase, ref: EntityRef) -> bool:
    """Say whether a phrase is the plain name of a state."""
    return ref.kind == "state" and ref.body is None and phrase.number is None and bool(phrase.senses("name"))


def _behind(phrase: Phrase, clause: Clause, tokens: Sequence[Token], pack: Pack) -> Number | None:
    """Return the number of people that stands right behind a name: "Italy (1,000)", "followed by Italy with 1,000"."""
    after = tokens[phrase.last + 1 : phrase.last + 3]
    if len(after) == 2 and after[0].text == "(":
        counted = number_at(tokens, phrase.last + 2, pack)
        closed = counted is not None and [t.text for t in tokens[counted.last + 1 : counted.last + 2]] == [")"]
        return counted if closed and counted is not None and (counted.value or 0) >= 1 else None
    beside = next((p for p in clause.phrases if p.start == phrase.last + 1 and p.bare and p.number is not None), None)
    if beside is not None and phrase not in clause.subjects and number_alone(beside, tokens) and beside.counted() > 1:
        return beside.number  # l'Italie aligne 800 militaires, la Turquie 400
    following = next((p for p in clause.phrases if p.start == phrase.last + 1 and "with" in p.relations), None)
    if following is None or following.number is None or following.named or phrase in clause.subjects:
        return None
    alone = (following.number.first, following.number.last) == (following.first, following.last)
    return following.number if alone or following.is_people else None


def _give(
    builder: Builder,
    clause: Clause,
    sentence: Sentence,
    number: int,
    giver: EntityRef,
    mission: tuple[EntityRef, ...],
    phrase: Phrase,
    counted: Number | None,
) -> None:
    told = (d.fields for d in builder.since(number) if d.fields["predicate"] == "contribution")
    if any(giver.id in {r.id for r in f["roles"].get("contributor", ())} for f in told):
        return
    text = " ".join(t.text for t in sentence.tokens[counted.first : counted.last + 1]) if counted is not None else ""
    fields: dict[str, Any] = {
        "predicate": "contribution", "roles": {"contributor": (giver,), "mission": mission},
        "quantity": counted.quantity("people", text) if counted is not None else None, "frame": "contribution:listed",
        "modality": clause.modality if clause.modality in ("planned", "possible") else "actual",
    }  # fmt: skip
    last = counted.last if counted is not None else phrase.last
    builder.draft(fields, sentence, number, (phrase.first, last), clause=clause, confidence=0.8)


def _grown(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "that number will rise to 70" of people just spoken of: how many they will be, or are by now."""
    group, pack = builder.discourse.group, builder.pack
    measure = next((p for p in clause.subjects if p.words & pack.classes_of("number_noun")), None)
    if group is None or measure is None or not (measure.demonstrative or measure.owned) or not group.mission:
        return
    after = [p for p in clause.phrases if p is not measure and p.number is not None and not p.refs_of("state")]
    after.sort(key=lambda p: ("to" not in p.relations, "from" in p.relations))
    if not after or after[0].number is None or not any(r.kind == "state" for r in group.refs):
        return
    fields: dict[str, Any] = {
        "predicate": "contribution", "roles": {"contributor": group.refs[:1], "mission": group.mission[:1]},
        "quantity": after[0].number.quantity("people", after[0].text), "frame": "contribution:grown",
        "modality": clause.modality, "time": builder.when(clause.times, forward=True),
    }  # fmt: skip
    builder.draft(fields, sentence, number, (clause.first, clause.last), clause=clause, confidence=0.75)
