"""How many people a mission has: "its 119 members", "a force of 2,500", "its strength will fall to 8,000"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.phrases import A_FEW, brought_to, final_first, number_alone, refs_in
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.units import unit_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.telling import Telling
    from missionwatch.reading.frames.tokens import Token
    from missionwatch.records import EntityRef


def measured(here: Telling) -> None:
    """Read "its strength will fall to 8,000" and "the number of monitors stands at 700": a measure, whose it is, how many."""
    pack, phrases = here.pack, here.clause.phrases
    for measure in phrases:
        if measure.words.isdisjoint(pack.classes_of("strength_noun")):
            continue
        chain = dependents(measure, here.clause)
        people = [p for p in chain if "of" in p.relations and p.is_people and not p.refs_of("state")]
        if measure.words & pack.classes_of("number_noun") and not (people and not people[0].words & pack.bystanders):
            continue  # the number of refugees
        mission = tuple(r for p in (measure, *chain) for r in p.refs_of("mission"))
        if measure.by_country and measure.refs_of("state"):
            continue  # the Swiss strength of 195: a part of the mission
        if not mission and (measure.definite or measure.owned):
            mission = here.discourse.missions_here()
        elif not mission and "with" in measure.relations:  # extended MINUSCA, with a ceiling of 14,400 soldiers
            mission = refs_in(phrases, "mission")
        after = [p for p in phrases if p.first > measure.last and p.counted() >= A_FEW and not p.refs_of("state")]
        after = [p for p in after if (p.is_people or number_alone(p, here.tokens)) and "by" not in p.relations]
        if mission and after:  # not: was raised by 700 soldiers
            modality = "actual" if "with" in measure.relations else _would(here.clause)
            in_the_end, before = final_first(after)[0], [p for p in after if "of" in p.relations]
            if modality == "actual" and "to" in in_the_end.relations and in_the_end not in before:
                modality = "planned" if here.opens("approve", "decide", "demand") else modality
            _strength(here, mission, in_the_end, measure.first, modality)
            if modality != "actual" and before and before[0] is not in_the_end and "to" in in_the_end.relations:
                _strength(here, mission, before[0], measure.first)  # from its present strength of 9,800 to 17,731
            return


def brought(here: Telling) -> None:
    """Read "MONUSCO will be reduced to 8,000 troops" and "MONUSCO shrinks to 8,000": how strong a mission is then."""
    clause = here.clause
    others = here.opens("reduce", "reinforce") or here.is_any(here.pack.classes_of("bringing"))
    people = next((p for p in clause.phrases if brought_to(p) and p not in clause.objects[:1]), None)
    right_before = [
        p for p in clause.objects if people is not None and p.last == people.start - 1
    ]  # , bringing MINUSCA to 12,000
    changed = (right_before or clause.objects if others else clause.subjects)[:1]
    mission = tuple(r for r in refs_in((p for p in changed if not p.owned), "mission") if r.id)
    if not mission or people is None or people.refs_of("state"):
        return
    if people.is_people or number_alone(people, here.tokens):
        # decided that it may be cut to 2,500
        asked = clause.link == "content" and clause.parent is not None and "plan" in clause.parent.attitudes
        asked = asked or (clause.link == "purpose" and clause.modality == "actual")  # means to cut it to 2,500
        _strength(here, mission, people, people.first, "planned" if asked else _would(clause))
        before = [p for p in clause.phrases if "from" in p.relations and p.counted() >= A_FEW]
        before = [p for p in before if p.is_people or (people.is_people and number_alone(p, here.tokens))]
        if before and (asked or _would(clause) != "actual") and not before[0].refs_of("state"):
            _strength(here, mission, before[0], before[0].first)  # will be cut from 6,000 troops to 2,500


def beside(here: Telling) -> None:
    """Read "UNISFA, 3,800 strong," and "ATMIS, with 14,600 soldiers,": a count right behind a mission's name."""
    clause, strong = here.clause, here.pack.classes_of("strong")
    for phrase in clause.phrases:
        if phrase.number is not None and _followed_by(phrase, strong, here.tokens):
            if unit_before(phrase, clause, here.pack, here.tokens) is not None:
                continue  # UNIFIL has an Irish battalion, 340 strong
            mission = phrase.refs_of("mission") or (tuple(clause.antecedent) if clause.link == "relative" else ())
            mission = mission or tuple(r for p in clause.subjects for r in p.refs)  # UNIFIL is 10,000 strong
            mission = tuple(r for r in mission if r.kind == "mission")
            if mission:
                _strength(here, mission, phrase, phrase.first)
    for before, phrase in itertools.pairwise(clause.phrases):
        mission = before.refs_of("mission")
        gap = here.tokens[before.last + 1 : phrase.start]
        if not mission or phrase.number is None or any(t.text != "," for t in gap) or phrase.refs_of("state"):
            continue
        done_to = before in clause.objects and not gap and not clause.stative  # reinforced KFOR with 700 soldiers
        counted = "with" in phrase.relations and _force(here, phrase) and not (done_to and clause.subjects)
        givers = (*clause.subjects, *(clause.objects if clause.passive else ()))  # Sweden is represented in it
        counted = counted and not any(p.refs_of("state") for p in givers)
        bare = phrase.bare and len(gap) == 1 and not phrase.definite and _force(here, phrase, loosely=True)
        aside = before in clause.subjects and _closed(phrase, here.tokens)  # MINUJUSTH, 1,300 police officers, …
        aside = bare and (aside or (before in clause.subjects + clause.objects and _goes_on(here, phrase)))
        near = before.bare or not {"of", "for"}.isdisjoint(before.relations)
        of_all = phrase.definite and phrase.bare and len(gap) == 1 and near and _goes_on(here, phrase)
        counted = counted or aside or (of_all and _force(here, phrase))  # UNIPOM, the 90 observers whom …
        if "in" in before.relations and any(p.last == before.start - 1 and p.is_people for p in clause.phrases):
            continue  # the engineer unit in UNMISS, 330 strong
        if unit_before(phrase, clause, here.pack, here.tokens) is not None:
            continue  # the Irish battalion of UNIFIL, 340 men
        if any(p.noun == "contribution" and before in dependents(p, clause) for p in clause.phrases):
            continue  # l'engagement de la France dans la FINUL, avec 700 soldats
        if counted or (phrase.bare and _followed_by(phrase, strong, here.tokens)):
            _strength(here, mission, phrase, before.first)


def in_number(here: Telling) -> None:
    """Read "its monitors, some 240 in number," and "ONUCA, a group of 260 observers": a number right behind who they are."""
    clause, discourse = here.clause, here.discourse
    counting, bands = here.pack.classes_of("in_number"), here.pack.classes_of("band")
    for n, (who, after) in enumerate(itertools.pairwise(clause.phrases)):
        last = clause.phrases[n + 2] if n + 2 < len(clause.phrases) else None
        mission = who.refs_of("mission")
        told = bool(mission) and after.bare and not after.definite and after.first == who.last + 2
        told = told and bool(after.words & bands) and last is not None and last.start == after.last + 1
        if told and last is not None and "of" in last.relations and _force(here, last):
            _strength(here, mission, last, after.first)
        if not who.is_people or who.number is not None or who.refs_of("state") or who.words & here.pack.bystanders:
            continue
        chain = [p for p in dependents(who, clause)[:1] if "of" in p.relations]
        mission = mission or tuple(r for p in chain for r in p.refs_of("mission"))
        theirs = who.owned or _of_the_force(here, who) or any(p.noun == "mission" and p.definite for p in (who, *chain))
        end = chain[-1].last if chain else who.last
        near = [p for p in clause.phrases if end < p.first <= end + _NEAR]
        counted = next(
            (p for p in near if p.counted() > 1 and (number_alone(p, here.tokens) or _counts_loosely(p))), None
        )
        marked = counted is not None and not counting.isdisjoint(
            t.low for t in here.tokens[end + 1 : counted.last + 3] if t is not here.tokens[counted.first]
        )
        if counted is None or not marked or here.tokens[end + 1].text != ",":
            continue
        mission = mission or (tuple(r for r in discourse.topic if r.kind == "mission") if who.owned else ())
        mission = mission or (discourse.missions_here() if theirs and not who.owned else ())
        if mission:
            _strength(here, mission, counted, who.first)


_NEAR = 6  # tokens: ", au nombre de 240", ", thans zo'n 240"


def of_the_un(here: Telling) -> None:
    """Read "the UN's 4,400 men can do nothing" where the report names one mission: all its people."""
    clause = here.clause
    mission = here.discourse.main_mission()
    entry = here.discourse.register.mission(mission[0].id) if mission else None
    for phrase in (*clause.subjects, *clause.objects) if entry is not None and clause.link == "main" else ():
        ours = {r.id for r in phrase.refs if r.id} == {entry.operator} if entry is not None else False
        if (
            ours
            and phrase.definite
            and phrase.bare
            and _force(here, phrase, loosely=True)
            and not here.is_any(here.pack.classes_of("coming"))
        ):
            _strength(here, mission, phrase, phrase.first)


def behind_colon(here: Telling) -> None:
    """Read "the scale of UNTAC: 22,000 people": a count that a colon parts from a mission's name."""
    head = here.clause.phrases[0]
    at = head.start - 1
    if (
        here.clause.verbs
        or at < 1
        or here.tokens[at].text != ":"
        or not head.bare
        or head.definite
        or head.refs_of("state")
    ):
        return
    mission = next((p.refs_of("mission") for c in here.builder.clauses for p in c.phrases if p.last == at - 1), ())
    if mission and _force(here, head, loosely=True):
        _strength(here, mission, head, head.first)


def is_so_many(here: Telling) -> None:
    """Read "the force as a whole is just over 10,000" and "they are only 10,500 now": a mission, or its people, are a number."""
    clause = here.clause
    whole = clause.subjects[0] if clause.subjects and not clause.passive else None
    if whole is None or not here.is_any(here.pack.being) or whole.number is not None:
        return
    mission = whole.refs_of("mission") if whole.noun == "mission" or whole.named else ()
    told = [d for d in here.builder.since(here.number - 1) if d.fields["predicate"] == "strength"]
    if not mission and whole.pronoun == "person_pronoun" and told and not any(r.kind == "state" for r in whole.refs):
        mission = told[-1].fields["roles"]["mission"]
    counts = [p for p in clause.objects if p.bare and p.counted() >= A_FEW and not p.refs_of("state")]
    counts = [p for p in counts if number_alone(p, here.tokens) or _counts_loosely(p)]
    if mission and len(counts) == 1:
        modality = _would(clause)
        _strength(here, mission, counts[0], counts[0].first, "planned" if modality == "required" else modality)


def _counts_loosely(phrase: Phrase) -> bool:
    """Say whether a phrase is a number and what qualifies it: "just over 10,000"."""
    number = phrase.number
    return number is not None and number.last == phrase.last and phrase.noun is None and not phrase.named


def of_promised(here: Telling) -> None:
    """Read "5,400 of the 5,650 troops that it is allowed" and "of the 7,000 promised, 1,100 are there": how many it has, and is to have."""
    clause, words = here.clause, here.pack.classes_of("allotted")
    for whole in clause.phrases if not refs_in(clause.subjects, "state") else ():
        if "of" not in whole.relations or not _force(here, whole) or whole.refs_of("state"):
            continue
        behind = next((c for c in (*clause.relatives, *clause.participles) if c.first - whole.last in (1, 2)), None)
        inside = here.tokens[whole.first : (behind.last if behind is not None else whole.last) + 1]
        if words.isdisjoint(form for t in inside for form in (t.low, t.lemma)):
            continue
        before = next((p for p in clause.phrases if p.last == whole.start - 1), None)
        there = [p for p in clause.phrases if p.first > whole.last and p.counted() > 1 and not p.relations]
        part = before if before is not None and before.number is not None else next(iter(there), None)
        if part is None or part.refs_of("state") or not (part.is_people or part.noun is None):
            continue
        beside = (*clause.phrases, *(behind.phrases if behind is not None else ()))
        if mission := refs_in(beside, "mission") or here.discourse.missions_here():
            _strength(here, mission, part, part.first)
            _strength(here, mission, whole, whole.first, "planned")


def commanded(here: Telling) -> None:
    """Read "the Dutchman who commands the 4,200 blue helmets": all that the mission spoken of has."""
    clause = here.clause
    people = next((p for p in clause.objects if p.definite and p.bare and _force(here, p)), None)
    if people is None or clause.passive or not here.opens("command", "lead") or people.refs_of("state"):
        return
    unit = people.words & here.pack.classes_of("formation")
    if not unit and not people.refs_of("mission") and (mission := here.discourse.missions_here()):
        people.refs = list(mission)
        _strength(here, mission, people, people.first)


def there_are(here: Telling) -> None:
    """Read "There are 138 of them at six posts": how many the mission's people are that were just spoken of."""
    clause = here.clause
    if not any("existential" in here.tokens[i] for i in clause.order):
        return
    them = next((p for p in clause.phrases if p.anaphor == "one_of" and p.number is not None), None)
    mission = tuple(r for r in here.discourse.topic if r.kind == "mission")
    theirs = any("from" in p.relations and p.refs_of("state") for p in clause.phrases)  # 1,030 of them are from Italy
    if them is not None and mission and here.discourse.group is None and not theirs:
        _strength(here, mission, them, them.first, clause.modality)
    idle = here.pack.helping | here.pack.being
    opened = [here.pack.verb_triggers.get(lemma, ()) for lemma in clause.lemmas.values() if lemma not in idle]
    works = bool(opened) and all(any(t.frame == "serve" for t in triggers) for triggers in opened)
    if mission and works and clause.link == "main" and not clause.negated:
        _working(here, mission)
    for phrase, after in itertools.pairwise(clause.phrases):  # there are 2,300 men in UNFICYP
        within = after.refs_of("mission") if {"in", "at", "with"} & set(after.relations) else ()
        force = phrase.bare and _force(here, phrase, loosely=True) and not phrase.refs_of("state")
        if within and force and after.start == phrase.last + 1 and here.is_any(here.pack.being):
            _strength(here, within, phrase, phrase.first, clause.modality)
    for phrase in clause.phrases:  # there are 1,000 "French soldiers in Niger"
        inside = [n for n in phrase.named if any(s.kind == "mission" for s in n.senses)]
        counted = phrase.number is not None and phrase.bare and inside and phrase.number.last + 1 == inside[0].first
        if counted and not _forces_abroad(here, phrase):
            _strength(here, phrase.refs_of("mission"), phrase, phrase.first, clause.modality)


def _working(here: Telling, mission: Sequence[EntityRef]) -> None:
    """Read "Er zullen honderd mensen werken" of the mission that was just spoken of."""
    for phrase in here.clause.phrases:
        named = phrase.refs_of("state") or phrase.refs_of("place") or phrase.adjective_refs
        if (
            phrase.is_people
            and phrase.bare
            and phrase.counted() >= A_FEW
            and not (named or phrase.words & here.pack.outsiders)
        ):
            modality = "planned" if here.clause.modality == "required" else here.clause.modality
            _strength(here, mission, phrase, phrase.first, modality)
            return


def with_people(here: Telling) -> None:
    """Read "UNFICYP is still there, with 802 soldiers and 69 police officers": people beside a mission that is no more than there."""
    clause = here.clause
    mission = tuple(r for r in refs_in(clause.subjects, "mission") if r.id)
    said = clause.parent if clause.link == "purpose" and clause.parent is not None else clause
    if not mission or not all(v in here.pack.plain_being | here.pack.helping for v in said.lemmas.values()):
        return
    for head in clause.phrases:
        for phrase in (head, *head.group) if "with" in head.relations else ():
            if _force(here, phrase) and not phrase.refs_of("state"):
                _strength(here, mission, phrase, phrase.first, clause.modality)


def possessed(here: Telling) -> None:
    """Read "its 119 members", "UNIFIL's 10,000 troops" and "a force of 2,500"."""
    clause, discourse = here.clause, here.discourse
    words = here.pack.classes_of("whose")
    whose = {i + 1 for i in clause.order if here.tokens[i].low in words}
    for n, phrase in enumerate(clause.phrases):
        people, mission = phrase, tuple(r for r in phrase.refs if r.kind == "mission" and r.id)
        if phrase.noun == "mission" and n + 1 < len(clause.phrases):
            after = clause.phrases[n + 1]
            counted = (
                "of" in after.relations
                and ("from" not in after.relations or (phrase.demonstrative and after.is_people))
                and after.start == phrase.last + 1
                and not after.adjective_refs
            )
            if not counted or after.number is None or not (after.is_people or after.noun is None):
                continue
            people = after
            mission = mission or (
                tuple(discourse.missions[-1:]) if not phrase.triggers or "of" in phrase.relations else ()
            )
        elif phrase.first in whose:
            mission = tuple(r for r in clause.antecedent if r.kind == "mission") or mission
        elif _of_the_force(here, phrase):
            mission = mission or discourse.missions_here()  # the force's 1,150 troops
        elif phrase.whole is not None and phrase.share and not phrase.owned:
            continue  # half of the 400 engineers of X: of those alone
        elif phrase.whole is not None and not phrase.owned:
            behind = (p for p in dependents(phrase, clause)[:1] if "of" in p.relations)
            mission = refs_in(behind, "mission")  # most of the 1,900 soldiers of X
        elif (
            phrase.owned
            and _part_of(phrase, clause)
            and (here.opens("contribute") or not refs_in(clause.subjects, "state"))
        ):
            mission = mission or discourse.missions_here()  # Togo supplies 65 of its 119 members
        elif phrase.owned and refs_in(clause.subjects, "state") and not (phrase.whole and here.opens("contribute")):
            continue  # Ivory Coast and its 900 blue helmets in the mission
        elif phrase.owned and not mission:
            owner = refs_in(clause.subjects, "mission") or discourse.owner or discourse.topic
            mission = tuple(r for r in owner if r.kind == "mission")
        own = phrase.owned or phrase.noun == "mission" or phrase.first in whose or _possessed(phrase, here.tokens)
        number = people.whole or people.number
        if not (own or people.whole) or not mission or not (people.is_people or people is not phrase):
            continue
        if number is None or number.value is None or people.adjective_refs or people.triggers:
            continue
        being = clause.finite is not None and clause.lemmas.get(clause.finite) in here.pack.being
        if clause.link == "relative" and being and phrase in clause.subjects:
            continue  # la force, dont 200 soldats sont rwandais
        part = (p for p in clause.phrases if p.last < phrase.first and p.words & here.pack.classes_of("strength_noun"))
        if any(p.by_country and p.refs_of("state") for p in part):
            continue  # the Swiss strength, limited to 195 people
        _strength(here, mission, people, phrase.first)


def only_counts(here: Telling) -> None:
    """Leave out what a mission seems to do where its verb only counts its people: "UNFICYP fields 802 soldiers" sends nobody."""
    counted = {r.id for d in here.told("strength") for r in d.fields["roles"]["mission"]}
    seeming = here.told("deploy", "mediate") if counted and here.clause.present else []
    seeming = [d for d in seeming if (who := d.fields["roles"].get("actor")) and counted.issuperset(r.id for r in who)]
    here.builder.leave_out(seeming)


def other_sort(here: Telling) -> None:
    """Read the second of two sorts of people that a mission has: "13,000 soldiers and 1,900 police officers"."""
    told = here.told("strength")
    for phrase in here.clause.phrases if len(told) == 1 else ():
        said = told[0].fields.get("quantity")
        if phrase.number is None or said is None or said.value != phrase.number.value:
            continue
        for part in phrase.group:
            if part.is_people and part.number is not None and not part.refs_of("state"):
                modality = told[0].fields.get("modality", "actual")
                _strength(here, told[0].fields["roles"]["mission"], part, part.first, modality)


def _strength(
    here: Telling, mission: Sequence[EntityRef], people: Phrase, first: int, modality: str = "actual"
) -> None:
    counted = people.whole or people.number
    part = people.share is not None and people.whole is None
    if counted is None or part or people.adds(here.pack.additional):
        return
    if (counted.value or 0) < A_FEW and people.senses("function", "rank"):
        return  # one of the three deputy commanders of the force
    if modality == "actual" and brought_to(people):
        modality = _would(here.clause)  # asked to bring its strength to 6,000
    fields = {
        "predicate": "strength", "roles": {"mission": tuple(mission[:1])}, "frame": "strength:possessive",
        "quantity": counted.quantity("people", people.text), "modality": modality,
        "time": here.builder.day if modality == "actual" and here.clause.link == "main" else None,
    }  # fmt: skip
    here.draft(fields, (first, people.last), 0.9)


def _would(clause: Clause) -> str:
    if clause.link == "purpose" and clause.modality == "actual" and len(clause.verbs) == 1:
        return "planned"
    return clause.modality if clause.modality != "conditional" else "possible"


def _force(here: Telling, phrase: Phrase, *, loosely: bool = False) -> bool:
    """Say whether a phrase counts so many people that they may be a force's; ``loosely``: men and people too, right beside its name."""
    others = here.pack.outsiders if loosely else here.pack.bystanders
    return phrase.is_people and phrase.counted() >= A_FEW and not phrase.words & others


def _part_of(phrase: Phrase, clause: Clause) -> bool:
    """Say whether people are those of whom a number was just given: 65 of its 119 members."""
    before = next((p for p in reversed(clause.phrases) if p.last < phrase.start), None)
    counted = before is not None and before.number is not None and before.last == phrase.start - 1
    return counted and "of" in phrase.relations


def _followed_by(phrase: Phrase, words: frozenset[str], tokens: Sequence[Token]) -> bool:
    """Say whether one of some words is right behind the number of a phrase: "strong" in "3,800-strong"."""
    end = phrase.number.last if phrase.number is not None else phrase.last
    return next((t.low for t in tokens[end + 1 : end + 3] if t.is_word), None) in words


def _of_the_force(here: Telling, phrase: Phrase) -> bool:
    """Say whether a noun for a mission in the phrase owns its people: "the force's 1,150 troops"."""
    pack, tokens = here.pack, here.tokens
    inside = range(phrase.first, phrase.last)
    return any(pack.nouns.get(tokens[i].low) == "mission" and pack.owns(tokens[i + 1]) for i in inside)


def _forces_abroad(here: Telling, phrase: Phrase) -> bool:
    """Read how many soldiers of a state are in the one country where they are a mission of their own; False where it is another mission."""
    register = here.discourse.register
    mission = register.mission(next((r.id for r in phrase.refs_of("mission")), None))
    if mission is None or not mission.operator.startswith("state:") or len(mission.hosts) != 1:
        return False
    state, place = (register.ref(one, phrase.text) for one in (mission.operator, f"state:{mission.hosts[0]}"))
    fields = {
        "predicate": "presence", "roles": {"actor": (state,), "place": (place,)}, "frame": "presence:forces",
        "quantity": phrase.many(), "modality": here.clause.modality,
    }  # fmt: skip
    here.draft(fields, (phrase.first, phrase.last), 0.8)
    return True


def _closed(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Say whether what stands beside a name ends there: with a comma, or with more that is told of it."""
    after = tokens[phrase.last + 1] if phrase.last + 1 < len(tokens) else None
    return after is not None and (after.text == "," or "coordinator" in after)


def _goes_on(here: Telling, phrase: Phrase) -> bool:
    """Say whether more is told of people than how many they are: "MAES, 300 men who are to …", "AFISMA, 6,300 men under General X"."""
    after = phrase.last + 1
    told = any(c.first in (after, after + 1) for c in here.clause.relatives + here.clause.participles)
    return told or any(p.start == after and not p.bare and p.senses("rank") for p in here.clause.phrases)


def _possessed(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Say whether a name in the phrase owns its people: "UNIFIL's 10,000 troops", or is told apart: "the 600 KFOR soldiers"."""
    ends = {n.last + 1 for n in phrase.named}
    return phrase.definite or any(
        (i in ends and tokens[i].joined and not tokens[i].is_word) or tokens[i].low in ("'s", "’s")
        for i in range(phrase.first, phrase.last + 1)
    )
