"""How many people a mission has: "its 119 members", "a force of 2,500", "its strength will fall to 8,000"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.reaching import dependents

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Sentence, Token
    from missionwatch.records import EntityRef


def strengths(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "its 119 members", "UNIFIL's 10,000 troops" and "a force of 2,500": how many people a mission has."""
    if all(p.number is None for p in clause.phrases) or _harmed(clause, builder):
        return
    _measured(builder, clause, sentence, number)
    _brought_to(builder, clause, sentence, number)
    _beside(builder, clause, sentence, number)
    _there_are(builder, clause, sentence, number)
    _with_people(builder, clause, sentence, number)
    words = builder.pack.classes_of("whose")
    whose = {i + 1 for i in clause.order if sentence.tokens[i].low in words}
    for n, phrase in enumerate(clause.phrases):
        people, mission = phrase, tuple(r for r in phrase.refs if r.kind == "mission" and r.id)
        if phrase.noun == "mission" and n + 1 < len(clause.phrases):
            after = clause.phrases[n + 1]
            counted = "of" in after.relations and after.start == phrase.last + 1 and not after.adjective_refs
            if not counted or after.number is None or not (after.is_people or after.noun is None):
                continue
            people = after
            mission = mission or tuple(builder.discourse.missions[-1:])
        elif phrase.first in whose:
            mission = tuple(r for r in clause.antecedent if r.kind == "mission") or mission
        elif phrase.owned and _part_of(phrase, clause):
            mission = mission or builder.discourse.missions_here()  # Togo supplies 65 of its 119 members
        elif phrase.owned and any(r.kind == "state" for p in clause.subjects for r in p.refs):
            continue  # Ivory Coast and its 900 blue helmets in the mission
        elif phrase.owned and not mission:
            owner = [r for p in clause.subjects for r in p.refs if r.kind == "mission"] or builder.discourse.topic
            mission = tuple(r for r in owner if r.kind == "mission")
        own = phrase.owned or phrase.noun == "mission" or _possessed(phrase, sentence) or phrase.first in whose
        if not own or not mission or people.number is None or not (people.is_people or people is not phrase):
            continue
        if people.number.value is None or people.adjective_refs or phrase.triggers:
            continue
        _strength(builder, clause, sentence, number, mission, people, phrase.first)


def besides(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read the second of two sorts of people that a mission has: "13,000 soldiers and 1,900 police officers"."""
    here = [d for d in builder.since(number) if d.clause is clause and d.fields["predicate"] == "strength"]
    for phrase in clause.phrases if len(here) == 1 else ():
        said = here[0].fields.get("quantity")
        if not phrase.group or phrase.number is None or said is None or said.value != phrase.number.value:
            continue
        for part in phrase.group:
            if part.is_people and part.number is not None and not part.refs_of("state"):
                mission = here[0].fields["roles"]["mission"]
                modality = here[0].fields.get("modality", "actual")
                _strength(builder, clause, sentence, number, mission, part, part.first, modality)


def _strength(
    builder: Builder,
    clause: Clause,
    sentence: Sentence,
    number: int,
    mission: tuple[EntityRef, ...],
    people: Phrase,
    first: int,
    modality: str = "actual",
) -> None:
    if people.number is None or people.share is not None or people.adds(builder.pack.additional):
        return
    fields = {
        "predicate": "strength", "roles": {"mission": mission[:1]}, "frame": "strength:possessive",
        "quantity": people.number.quantity("people", people.text), "modality": modality,
    }  # fmt: skip
    builder.draft(fields, sentence, number, (first, people.last), clause=clause)


def _part_of(phrase: Phrase, clause: Clause) -> bool:
    """Say whether people are those of whom a number was just given: 65 of its 119 members."""
    before = next((p for p in reversed(clause.phrases) if p.last < phrase.start), None)
    counted = before is not None and before.number is not None and before.last == phrase.start - 1
    return counted and "of" in phrase.relations


def _measured(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "its strength will fall to 8,000" and "the number of monitors stands at 700": a measure, whose it is, how many."""
    pack, discourse = builder.pack, builder.discourse
    for measure in clause.phrases:
        if not measure.words & pack.classes_of("strength_noun"):
            continue
        chain = dependents(measure, clause)
        people = [p for p in chain if "of" in p.relations and p.is_people and not p.refs_of("state")]
        if measure.words & pack.classes_of("number_noun") and not (people and not people[0].words & pack.bystanders):
            continue  # the number of refugees
        mission = tuple(r for p in (measure, *chain) for r in p.refs_of("mission"))
        if not mission and (measure.definite or measure.owned):
            mission = discourse.missions_here()
        after = [
            p for p in clause.phrases if p.first > measure.last and p.number is not None and not p.refs_of("state")
        ]
        after = [p for p in after if p.counted() >= _SOME and (p.is_people or number_alone(p, sentence.tokens))]
        after.sort(key=lambda p: ("to" not in p.relations, "from" in p.relations))
        if mission and after and not clause.negated:
            modality = clause.modality if clause.modality != "conditional" else "possible"
            _strength(builder, clause, sentence, number, mission, after[0], measure.first, modality)
            return


def _brought_to(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "MONUSCO will be reduced to 8,000 troops" and "MONUSCO shrinks to 8,000": how strong a mission is then."""
    pack = builder.pack
    lemmas = set(clause.lemmas.values())
    opened = {t.frame for lemma in lemmas for t in pack.verb_triggers.get(lemma, ())}
    changed = clause.objects if opened & _CHANGES else clause.subjects if lemmas & pack.classes_of("falling") else []
    mission = tuple(r for p in changed[:1] if not p.owned for r in p.refs if r.kind == "mission" and r.id)
    people = next((p for p in clause.phrases if brought_to(p) and p not in changed[:1]), None)
    if not mission or people is None or clause.negated or people.refs_of("state"):
        return
    if people.is_people or number_alone(people, sentence.tokens):
        modality = clause.modality if clause.modality != "conditional" else "possible"
        _strength(builder, clause, sentence, number, mission, people, people.first, modality)


_CHANGES = frozenset({"reduce", "reinforce"})


def brought_to(phrase: Phrase) -> bool:
    """Say whether people are as many as are left or there in the end: "to 8,000 troops"; not "by 700"."""
    upper = phrase.number is not None and phrase.number.qualifier == "up_to" and phrase.bare  # tot 8.000 militairen
    return phrase.counted() >= _SOME and (upper or "to" in phrase.relations)


_SOME = 20  # people; fewer are a share or a rank


def number_alone(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Say whether a phrase is a number and nothing else, and no percentage."""
    number, after = phrase.number, tokens[phrase.last + 1 : phrase.last + 2]
    whole = number is not None and (number.first, number.last) == (phrase.first, phrase.last)
    return whole and not (after and (after[0].text == "%" or (after[0].joined and after[0].is_word)))


def _beside(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "UNISFA, 3,800 strong," and "ATMIS, with 14,600 soldiers,": a count right behind a mission's name."""
    strong = builder.pack.classes_of("strong")
    for phrase in clause.phrases:
        after = _behind(phrase, sentence)
        if after is not None and after.low in strong and phrase.number is not None:
            mission = phrase.refs_of("mission") or (tuple(clause.antecedent) if clause.link == "relative" else ())
            mission = mission or tuple(r for p in clause.subjects for r in p.refs)  # UNIFIL is 10,000 strong
            mission = tuple(r for r in mission if r.kind == "mission")
            if mission:
                _strength(builder, clause, sentence, number, mission, phrase, phrase.first)
    for before, phrase in itertools.pairwise(clause.phrases):
        mission = before.refs_of("mission")
        gap = sentence.tokens[before.last + 1 : phrase.start]
        if not mission or phrase.number is None or any(t.text != "," for t in gap) or phrase.refs_of("state"):
            continue
        after = _behind(phrase, sentence)
        many = phrase.is_people and phrase.counted() >= _SOME and not phrase.words & builder.pack.bystanders
        done_to = before in clause.objects and not gap and not clause.stative  # reinforced KFOR with 700 soldiers
        counted = many and "with" in phrase.relations and not any(p.refs_of("state") for p in clause.subjects)
        counted = counted and not (done_to and clause.subjects)
        if counted or (phrase.bare and after is not None and after.low in strong):
            _strength(builder, clause, sentence, number, mission, phrase, before.first)


def _with_people(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "UNFICYP is still there, with 802 soldiers and 69 police officers": people beside a mission that is no more than there."""
    mission = tuple(r for p in clause.subjects for r in p.refs if r.kind == "mission" and r.id)
    said = clause.parent if clause.link == "purpose" and clause.parent is not None else clause
    being = all(said.lemmas.get(v, "") in builder.pack.plain_being | builder.pack.helping for v in said.verbs)
    if not mission or not being or clause.negated:
        return
    for head in clause.phrases:
        if "with" not in head.relations:
            continue
        for phrase in (head, *head.group):
            own = phrase.is_people and phrase.counted() >= _SOME and not phrase.words & builder.pack.bystanders
            if own and not phrase.refs_of("state"):
                _strength(builder, clause, sentence, number, mission, phrase, phrase.first, clause.modality)


def _behind(phrase: Phrase, sentence: Sentence) -> Token | None:
    """Return the word behind the number of a phrase: "strong" in "3,800-strong"."""
    end = phrase.number.last if phrase.number is not None else phrase.last
    return next((t for t in sentence.tokens[end + 1 : end + 3] if t.is_word), None)


def _there_are(builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
    """Read "There are 138 of them at six posts": how many the mission's people are that were just spoken of."""
    exists = any("existential" in sentence.tokens[i] for i in clause.order)
    them = next((p for p in clause.phrases if p.anaphor == "one_of" and p.number is not None), None)
    mission = tuple(r for r in builder.discourse.topic if r.kind == "mission")
    if exists and them is not None and mission and builder.discourse.group is None:
        _strength(builder, clause, sentence, number, mission, them, them.first, clause.modality)
    for phrase in clause.phrases if exists else ():  # there are 1,000 "French soldiers in Niger"
        inside = [n for n in phrase.named if any(s.kind == "mission" for s in n.senses)]
        if phrase.number is not None and phrase.bare and inside and phrase.number.last + 1 == inside[0].first:
            if _forces_abroad(builder, clause, sentence, number, phrase):
                continue
            _strength(
                builder, clause, sentence, number, phrase.refs_of("mission"), phrase, phrase.first, clause.modality
            )


def _forces_abroad(builder: Builder, clause: Clause, sentence: Sentence, number: int, phrase: Phrase) -> bool:
    """Read how many soldiers of a state are in the one country where they are a mission of their own; False where it is another mission."""
    mission = builder.discourse.register.mission(next((r.id for r in phrase.refs_of("mission")), None))
    if mission is None or phrase.number is None or not mission.operator.startswith("state:") or len(mission.hosts) != 1:
        return False
    state, place = (
        builder.discourse.register.ref(one, phrase.text) for one in (mission.operator, f"state:{mission.hosts[0]}")
    )
    fields = {
        "predicate": "presence", "roles": {"actor": (state,), "place": (place,)}, "frame": "presence:forces",
        "quantity": phrase.number.quantity("people", phrase.text), "modality": clause.modality,
    }  # fmt: skip
    builder.draft(fields, sentence, number, (phrase.first, phrase.last), clause=clause, confidence=0.8)
    return True


def _harmed(clause: Clause, builder: Builder) -> bool:
    """Say whether a clause tells of people killed or wounded: "some 30 KFOR soldiers were injured"."""
    pack = builder.pack
    opened = [t for lemma in clause.lemmas.values() for t in pack.verb_triggers.get(lemma, ())]
    opened += [t for p in clause.phrases for w in p.words for t in pack.word_triggers.get(w, ())]
    return any(t.frame in _HARMS for t in opened)


_HARMS = frozenset({"killed", "wounded", "kill", "wound", "mourned"})


def _possessed(phrase: Phrase, sentence: Sentence) -> bool:
    """Say whether a name in the phrase owns its people: "UNIFIL's 10,000 troops", or is told apart: "the 600 KFOR soldiers"."""
    ends = {n.last + 1 for n in phrase.named}
    return phrase.definite or any(
        (i in ends and sentence.tokens[i].joined and not sentence.tokens[i].is_word)
        or sentence.tokens[i].low in ("'s", "’s")
        for i in range(phrase.first, phrase.last + 1)
    )
