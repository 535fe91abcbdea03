"""How many people a match tells of: who are sent, taken home, killed or given, and which number counts them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.phrases import SOME, brought_to
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.roles import TROOP_MOVES
from missionwatch.records import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Token
    from missionwatch.records import EntityRef


def people_told(match: Match, pack: Pack, skip: Sequence[EntityRef] = ()) -> tuple[Phrase, Quantity] | None:
    """Return the phrase that counts people and how many, leaving out the phrases of ``skip``."""
    harmed = match.frame.harm is not None
    own = match.phrase
    if harmed and own is not None and own.number is not None:
        return own, own.number.quantity("people", own.text)  # quatre autres blessés
    excepted = next((p for p in match.clause.phrases if "except" in p.relations), None)
    reach = [p for p in match.reach() if excepted is None or p.first < excepted.first]
    if harmed:
        wounds = match.frame.name == "wound" and not match.fixed
        after = (match.frame.name == "kill" or wounds) and not match.clause.passive
        said = set(match.trigger.split()) if match.fixed else set()
        reach.sort(
            key=lambda p: (
                "among" in p.relations,  # six people, including two soldiers
                p.number is None or p.words.isdisjoint(said),  # lost three men, whoever else is counted
                (p.first > match.anchor) != after,
                min(abs(p.first - match.anchor), abs(p.last - match.anchor)),
            )
        )
    former = {p.start for p in match.clause.phrases if "instead" in p.relations and p.is_people}
    if own is not None and not pack.classes_of("bringing").isdisjoint(match.clause.lemmas.values()):
        former |= {p.start for p in match.clause.phrases if brought_to(p)}  # that brings the mission to 14,000
    if match.frame.type == "reinforce" and "to" in pack.relations.get((match.trigger.rpartition(" ")[2],), ()):
        former |= {p.start for p in reach if "to" in p.relations and p.is_people}  # s'ajoutent aux 1.200 soldats
    relieves = match.frame.type == "deploy" and match.clause.lemmas.get(match.anchor) in pack.classes_of("relieving")
    if own is None and relieves:
        former |= {
            p.start for p in (match.clause.subjects if match.clause.passive else match.clause.objects)
        }  # others' 60
    for phrase in reach:
        if phrase.relations == ("adjective",) or (skip and any(r in skip for r in phrase.refs)):
            continue
        if match.frame.predicate in _WITH and only_part(phrase, match.clause):
            continue
        if phrase.start in former or (not harmed and _told_with(phrase, match)):
            continue  # with 290 instead of 400 soldiers: no longer 400
        if match.frame.predicate in _WITH and _of_the_whole(phrase, match, pack):
            continue  # is part of a battalion of 700
        if not harmed and phrase.number is not None and _of_another(phrase, match, pack):
            continue
        for part in (phrase, *phrase.group):
            if harmed and part.single and part.is_people and part.refs:
                return _together(part, match)  # a tué un soldat et blessé trois civils
            if harmed and part.anaphor == "one_of" and part.number is None:
                return part, Quantity(1.0, 1.0, 1.0, "people", "exact", part.text)
            alone = part.only_number
            bare = harmed and (alone or any(t.frame == match.frame.name for t in part.triggers))
            bare = bare or (alone and part.last + 1 in former)
            fell = match.clause.subjects if match.frame.name in _FALLING else match.clause.objects
            bare = bare or (match.frame.name in _HARMING | _FALLING and part in fell and _someone(part))
            if part.number is not None and (part.is_people or bare) and not part.senses("asset"):
                return _together(part, match) if harmed else (part, part.number.quantity("people", part.text))
    if (some := some_moved(match)) is not None:
        return some
    if match.frame.predicate in _WITH and (formed := _of_so_many(reach, match, pack)) is not None:
        return formed
    one = next((p for p in reach if not harmed and _is_one(p, pack) and p.relations != ("adjective",)), None)
    if one is not None and match.frame.predicate == "contribution" and one not in match.clause.subjects:
        size = next((p.number for p in dependents(one, match.clause)[:1] if "of" in p.relations and p.number), None)
        if size is not None:
            return one, size.quantity("people", one.text)  # a medical team of 15
        return one, Quantity(1.0, 1.0, 1.0, "people", "exact", one.text)  # sends a staff officer
    if match.phrase is not None and match.phrase.number is not None and (match.phrase.is_people or harmed):
        return match.phrase, match.phrase.number.quantity("people", match.phrase.text)
    return None


def _of_so_many(reach: Sequence[Phrase], match: Match, pack: Pack) -> tuple[Phrase, Quantity] | None:
    """Return a formation that is given, and how many it is: "with a company of 170"."""
    formations = pack.classes_of("formation")
    for phrase in (p for p in reach if p.words & formations and p.number is None and not joined_by_others(p, pack)):
        size = next((p for p in dependents(phrase, match.clause)[:1] if "of" in p.relations and p.counted()), None)
        if size is not None and size.number is not None and (size.is_people or size.only_number):
            return phrase, size.number.quantity("people", size.text)
    return None


def _of_the_whole(phrase: Phrase, match: Match, pack: Pack) -> bool:
    """Say whether a number is that of the formation that others are in: "a platoon to a battalion of 700", "part of a brigade of 3,000"."""
    before = [p for p in match.clause.phrases if p.last + 1 == phrase.start and "of" in phrase.relations]
    itself = [] if phrase.words.isdisjoint(pack.fractions) else [phrase]  # partie d'un bataillon de 500 hommes
    return any(joined_by_others(p, pack) for p in (*before, *itself))


def joined_by_others(formation: Phrase, pack: Pack) -> bool:
    """Say whether a formation is what others are part of, or give people to: "part of a battalion", "a platoon to a battalion"."""
    if formation.words.isdisjoint(pack.classes_of("formation")):
        return False
    into = bool(_INTO.intersection(formation.relations)) and "with" not in formation.relations
    return into or not formation.words.isdisjoint(pack.fractions)


_INTO = frozenset({"to", "at", "in"})


def only_part(phrase: Phrase, clause: Clause) -> bool:
    """Say whether a phrase counts some of those whom its clause has counted before it: "105 soldiers in MINUSMA, 30 of them in Gao"."""
    some = phrase.anaphor == "one_of" and phrase.number is not None
    return some and any(p.is_people and p.number is not None and p.last < phrase.first for p in clause.phrases)


def of_a_part(clause: Clause) -> list[EntityRef]:
    """Return where a clause says that only some of those whom it has counted are: "…, 30 of them in Gao"."""
    pairs = itertools.pairwise(clause.phrases)
    return [r for some, spot in pairs if only_part(some, clause) and spot.start == some.last + 1 for r in spot.refs]


def told_aside(phrase: Phrase, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether people are told between commas, whatever the verb says: "Germany, with 1,000 men in Gao, wants to leave" has them."""
    verb, at = clause.finite, phrase.start
    if at > 1 and "strong_of" in tokens[at - 1]:
        at -= 1  # la Côte d'Ivoire, forte de 900 hommes, n'exclut pas …
    before = verb is not None and phrase.last < verb
    return before and (at < phrase.start or "with" in phrase.relations) and at > 0 and tokens[at - 1].text == ","


def some_moved(match: Match) -> tuple[Phrase, Quantity] | None:
    """Return a number and nothing else that is sent or taken away: "will withdraw 400 in October", "bring home about 400"."""
    objects = match.clause.objects if match.frame.type in ("withdraw", "deploy") and match.phrase is None else []
    for phrase in objects:
        last = phrase.number is not None and phrase.number.last == phrase.last
        plain = not (phrase.noun or phrase.named or phrase.triggers or phrase.refs) and phrase.bare
        if last and plain and phrase.counted() >= SOME:
            return counted_alone(phrase)
    return None


def counted_alone(phrase: Phrase) -> tuple[Phrase, Quantity] | None:
    """Return a phrase that is a number of people without saying so, and how many."""
    return (phrase, phrase.number.quantity("people", phrase.text)) if phrase.number is not None else None


def counts_formations(clause: Clause, pack: Pack) -> bool:
    """Say whether numbers in a relative clause are of formations, not of people: "seven battalions, two of which are Chadian"."""
    above = clause.parent if clause.link == "relative" else None
    return above is not None and any(
        p.words & pack.classes_of("formation") and p.number is None for p in above.subjects
    )


def _is_one(phrase: Phrase, pack: Pack) -> bool:
    """Say whether a phrase is one person with a task: "a staff officer"; not a crew, nor who speaks for a state."""
    codes = {s.code for s in phrase.senses("function")}
    alone = phrase.single and phrase.number is None and phrase.person is None
    return alone and (bool(codes & _ALONE) or bool(phrase.words & pack.classes_of("one_person")))


_WITH = frozenset({"contribution", "presence"})  # predicates that tell with how many
_ALONE = frozenset({"staff-officer", "liaison-officer", "trainer", "medic"})


def _how_many(phrase: Phrase) -> Quantity | None:
    """Return how many people a phrase counts: "three observers", "an interpreter"."""
    if phrase.number is not None:
        return phrase.number.quantity("people", phrase.text)
    single = phrase.single and phrase.is_people
    return Quantity(1.0, 1.0, 1.0, "people", "exact", phrase.text) if single else None


def one_alone(phrase: Phrase) -> Quantity | None:
    """Return one, of a phrase that is one person with a task: "a liaison officer"."""
    single = phrase.single and bool(phrase.senses("function"))
    return Quantity(1.0, 1.0, 1.0, "people", "exact", phrase.text) if single else None


def _someone(phrase: Phrase) -> bool:
    """Say whether a counted phrase may be people in a word that no list knows: "32 badgasten"."""
    return phrase.number is not None and phrase.noun is None and not (phrase.named or phrase.refs or phrase.triggers)


_HARMING = frozenset({"kill", "wound"})  # what is done to living beings only
_FALLING = frozenset({"killed", "wounded"})  # what they suffer


def _of_another(phrase: Phrase, match: Match, pack: Pack) -> bool:
    """Say whether a phrase is the object of another verb behind the match's ("withdrew, leaving 200 soldiers"), or tells what grows."""
    grows = match.frame.type in ("reinforce", "reduce") and match.phrase is None
    if grows and "of" in phrase.relations and "from" not in phrase.relations:
        return True  # reinforced the force of 4,500 soldiers
    verb = max((v for v in match.clause.verbs if v < phrase.first), default=match.anchor)
    left = match.clause.lemmas.get(verb, "") in pack.classes_of("leaving_behind") and (
        phrase.bare or phrase.start == verb + 1
    )
    return match.phrase is None and verb > match.anchor and left


def _told_with(phrase: Phrase, match: Match) -> bool:
    """Say whether a number is that of what another noun tells: "to reinforce its 12,800 soldiers, two companies were flown in".

    Or only what who does it has: "Canada, with 1,600 soldiers around Zgon, will bring 400 home".
    """
    subject = match.clause.subjects[0] if match.clause.subjects and match.phrase is None else None
    if subject is not None and "with" in phrase.relations and phrase.start == subject.last + 2 and not phrase.owned:
        return match.frame.type in TROOP_MOVES and subject.last < phrase.first < match.anchor
    before = (p for p in match.clause.phrases if p.last + 1 == phrase.start and p is not match.phrase)
    told = any(t.frame == "reinforce" for p in before for t in p.triggers)
    return match.frame.type == "deploy" and "of" in phrase.relations and told


def _together(phrase: Phrase, match: Match) -> tuple[Phrase, Quantity] | None:
    """Return the first phrase of those that count together who fell, and how many they are: three observers and an interpreter."""
    phrases, verbs = match.clause.phrases, match.clause.verbs
    if phrase not in phrases or not phrase.is_people:
        counted = _how_many(phrase)
        return (phrase, counted) if counted is not None else None
    joined = [phrase]
    at = phrases.index(phrase)
    for others in (phrases[at - 1 :: -1] if at else [], phrases[at + 1 :]):
        for other in (p for p in others if not {"of", "from"} & set(p.relations)):
            left, right = (other, joined[0]) if other.first < joined[0].first else (joined[-1], other)
            last = max([left.last, *(p.last for p in dependents(left, match.clause) if p.last < right.first)])
            beside = right.start == last + 2 and last + 1 not in verbs
            if not beside or not other.is_people or right.relations or _how_many(other) is None:
                break
            joined.insert(0, other) if left is other else joined.append(other)
    counts = [one for p in joined if (one := _how_many(p)) is not None]
    if not counts:
        return None
    first = counts[0]
    told_who = len(counts) == len(joined) > 2 and any(v == joined[-1].last + 2 for v in verbs)
    if told_who and first.value == sum(one.value or 0 for one in counts[1:]):
        return phrase, first  # two peacekeepers, an Indian and a Filipino, were hurt
    end = next((v for v in verbs if v > joined[0].last), match.clause.last + 1)
    parts = [p.counted() for p in phrases if joined[0].last < p.first < end and not p.relations and p.number]
    if len(parts) > 1 and sum(parts) == joined[0].counted():
        return phrase, first  # three members of UNFICYP, two Danes and one Slovak, were hurt
    if (
        len(counts) == 1
        or any(one.value is None or one.qualifier != "exact" for one in counts[1:])
        or first.value is None
    ):
        return joined[0], first
    extra = sum(one.value or 0.0 for one in counts[1:])
    low, high = (None if end is None else end + extra for end in (first.low, first.high))
    text = ", ".join(one.text for one in counts)
    return joined[0], Quantity(first.value + extra, low, high, "people", first.qualifier, text)
