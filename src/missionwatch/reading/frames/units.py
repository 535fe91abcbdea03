"""What a count or a list stands beside: the unit before it ("the Irish battalion of UNIFIL, 340 men,"), a colon, the dead behind it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.described import renamed
from missionwatch.reading.frames.phrases import SOME, Phrase, before_comma, ending_before, nationals
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.roles import load_frames

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Token
    from missionwatch.records import EntityRef

_UNITS = frozenset({None, "people", "mission", "contribution"})


def unit_before(phrase: Phrase, clause: Clause, pack: Pack, tokens: Sequence[Token]) -> Phrase | None:
    """Return the one state's unit that a count between commas stands behind: "the Irish battalion of UNIFIL, 340 men,"."""
    if phrase.number is None:
        return None
    behind = tokens[phrase.last + 1 : phrase.last + 3]
    in_all = bool(behind[1:]) and "preposition" in behind[0] and behind[1].low in pack.classes_of("in_number")
    behind = tokens[phrase.last + 3 : phrase.last + 5] if in_all else behind  # 750 men in all
    measured = tokens[phrase.number.last + 1 : phrase.number.last + 2]
    counted = any(t.low in pack.classes_of("strong") for t in measured) or (in_all and phrase.only_number)
    counted = counted or (phrase.is_people and not phrase.words & pack.outsiders)
    if not counted or phrase.counted() < SOME or not phrase.bare or phrase.definite or phrase.refs_of("state"):
        return None
    unit = before_comma(phrase, clause.phrases, tokens)
    while unit is not None and not unit.bare and (of := ending_before(unit.start, clause.phrases)) is not None:
        unit = of
    if unit is None or unit.number is not None or len(giver_of(unit, clause, pack)) != 1 or unit.person is not None:
        return None
    part = bool(unit.words & pack.classes_of("formation") or unit.noun in ("contribution", "people"))
    part = part or bool(unit.adjective_refs) or nationals(unit)  # the Finns, 850 strong
    closed = any(t.text == "," for t in behind) or bool(behind and not behind[0].is_word)
    return unit if part and closed and unit.noun in _UNITS else None


def giver_of(unit: Phrase, clause: Clause, pack: Pack) -> list[EntityRef]:
    """Return whose a unit is: "the Irish battalion", "India has the largest contingent"."""
    states = {r.id: r for r in (*unit.refs, *unit.adjective_refs) if r.kind == "state"}
    has = unit in clause.objects and not clause.passive and not unit.words.isdisjoint(pack.classes_of("formation"))
    if has and not states:
        states = {r.id: r for p in clause.subjects for r in p.everyone() if r.kind == "state"}
    return list(states.values())


def restated(clause: Clause, tokens: Sequence[Token], pack: Pack) -> None:
    """Let what is told again as so many be so many, and a unit as many as it is of: "deux bataillons nigérians, soit 1 550 hommes"."""
    _sized(clause, tokens, pack)
    for phrase in [p for p in clause.phrases if p.number is not None and p.is_people]:
        opens = tokens[phrase.first - 2 : phrase.first]
        if len(opens) < _OPENS or "that_is" not in opens[1] or opens[0].text not in (",", "("):
            continue
        unit = ending_before(phrase.first - _OPENS, clause.phrases)
        while unit is not None and not (unit.bare or unit.noun == "contribution"):
            if (of := ending_before(unit.start, clause.phrases)) is None:
                break
            unit = of
        if (
            unit is not None
            and unit.person is None
            and (unit.number is None or unit.words & pack.classes_of("formation"))
        ):
            unit.number, unit.noun = phrase.number, unit.noun if unit.noun == "contribution" else "people"
            clause.phrases.remove(phrase)


def _sized(clause: Clause, tokens: Sequence[Token], pack: Pack) -> None:
    """Let a unit be as many people as it is told to be of: "an infantry battalion of 775 from Bangladesh"."""
    formations = pack.classes_of("formation")
    for unit, size in itertools.pairwise(list(clause.phrases)):
        of_it = size.start == unit.last + 1 and "of" in size.relations and size.counted() >= SOME
        plain = size.only_number or (size.is_people and not size.named)
        if unit.number is None and of_it and plain and unit.words & formations and not unit.words & pack.bystanders:
            unit.number, unit.last, unit.noun = size.number, size.last, "people"
            unit.text = " ".join(t.text for t in tokens[unit.first : unit.last + 1])
            clause.phrases.remove(size)


def counted_behind(clauses: Sequence[Clause], tokens: Sequence[Token]) -> None:
    """Give people the number that a colon brings: "receives a Dutch infantry company: at most 175 soldiers"."""
    for before, clause in itertools.pairwise(clauses):
        if clause.verbs or not clause.first or tokens[clause.first - 1].text != ":" or not clause.phrases:
            continue
        people = clause.phrases[0]
        whole = next(
            (p for p in reversed(before.phrases) if p.is_people and not {"of", "from"} & set(p.relations)), None
        )
        if whole is None or whole.number is not None or people.number is None or not people.is_people:
            continue
        if whole.definite or people.group or people.senses("national", "adjective", "name"):
            continue  # 30 of the soldiers: 11 Italians and 19 Hungarians
        behind = [i for i in before.order if i > whole.last]
        hang = all(i in before.verbs or any(p.start <= i <= p.last for p in dependents(whole, before)) for i in behind)
        if hang and people.first - 1 <= clause.first and not any(r.id for r in people.refs):
            whole.number = people.number
            clause.phrases = clause.phrases[1:]
            clause.subjects = [p for p in clause.subjects if p is not people]
            clause.objects = [p for p in clause.objects if p is not people]


def named_behind(clauses: Sequence[Clause], tokens: Sequence[Token]) -> None:
    """Let countries be those that a colon names: "Four countries take part: Chad, Niger, Togo and Benin"."""
    for before, clause in itertools.pairwise(clauses):
        if clause.verbs or not clause.first or tokens[clause.first - 1].text != ":" or not clause.phrases:
            continue
        head = clause.phrases[0]
        counted = [p for p in before.phrases if p.noun == "country" and p.number is not None and not p.refs]
        if len(counted) != 1 or head.first != clause.first or not head.group or not head.refs_of("state"):
            continue
        whole, named = counted[0], (head, *head.group)
        whole.refs, whole.group, whole.number = list(head.refs), list(head.group), None
        clause.phrases = [p for p in clause.phrases if p not in named]
        clause.subjects = [p for p in clause.subjects if p not in named]
        clause.objects = [p for p in clause.objects if p not in named]


def called(clauses: Sequence[Clause], tokens: Sequence[Token], pack: Pack) -> None:
    """Let a mission told by a noun be the one that it is called by: "the soldiers of the mission, known as SAMIM"."""
    words = pack.classes_of("calling")
    nouns = [p for c in clauses for p in c.phrases if p.noun == "mission" and p.definite and not p.refs]
    for phrase in nouns:
        near = range(phrase.last + 2, phrase.last + _ASIDE)
        name = next((p for c in clauses for p in c.phrases if p.first in near and p.refs_of("mission")), None)
        between = tokens[phrase.last + 1 : name.first] if name is not None else []
        said = any(t.low in words for t in between)
        plain = all(
            t.low in words or t.text == "," or t.classes & {"preposition", "determiner", "adverb"} for t in between
        )
        if name is not None and said and plain:
            phrase.refs = [renamed(r, phrase.text) for r in name.refs_of("mission")[:1]]


_ASIDE = 6  # tokens: ", also known under the name …"


def many_dead(clause: Clause, tokens: Sequence[Token]) -> None:
    """Make one phrase of a round number and the dead or wounded it counts: "une trentaine | de morts"."""
    frames, kept = load_frames(), list[Phrase]()
    for phrase in clause.phrases:
        head = kept[-1] if kept else None
        counts = head is not None and head.number is not None and head.number.last == head.last and head.noun is None
        dead = phrase.number is None and any(frames[t.frame].harm for t in phrase.triggers)
        if head is not None and counts and dead and "of" in phrase.relations and phrase.start == head.last + 1:
            kept.pop()
            phrase.start, phrase.first, phrase.relations, phrase.number = (
                head.start,
                head.first,
                head.relations,
                head.number,
            )
            phrase.text = " ".join(t.text for t in tokens[phrase.first : phrase.last + 1])
        kept.append(phrase)
    clause.phrases = kept


_OPENS = 2  # a comma, and the word that tells it again
