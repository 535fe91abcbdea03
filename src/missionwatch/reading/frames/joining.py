"""Which phrases go together: those coordinated, counted together, named in parallel."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.adverbials import sets_off

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Token


def with_whom(
    joint: Phrase, phrase: Phrase, phrases: list[Phrase], tokens: Sequence[Token], pack: Pack
) -> Phrase | None:
    """Return what a phrase is coordinated with; nothing for a land without the preposition that is said again with each of a list."""
    repeated = joint.start < joint.first and tokens[joint.start].low in pack.classes_of("said_again")
    if repeated and phrase.start == phrase.first and "determiner" in tokens[phrase.first] and phrase.senses("name"):
        return None  # a envoyé 500 hommes au Kosovo et l'Italie un bataillon
    return _counted_with(joint, phrase, phrases)


def _counted_with(joint: Phrase, phrase: Phrase, phrases: list[Phrase]) -> Phrase:
    """Return what a phrase is coordinated with: "three observers of UNTSO and an interpreter" are observers and an interpreter."""
    at = phrases.index(joint)
    head = phrases[at - 1] if at and "of" in joint.relations and joint.number is None else None
    counted = phrase.is_people and (phrase.number is not None or phrase.single)
    hangs = head is not None and head.last + 1 == joint.start and head.number is not None and head.is_people
    if head is not None and head.last + 1 == joint.start and head.only_number and phrase.only_number:
        return head  # 1,000 from Italy and 600 from Ghana
    if head is not None and head.last + 1 == joint.start and phrase.senses("function") and not joint.senses("function"):
        return head if head.senses("function") else joint  # the chief of the UN and the premier of Mali
    return head if head is not None and hangs and counted else joint


def leader(phrases: list[Phrase], phrase: Phrase) -> Phrase:
    """Return the first of those that a phrase is coordinated with."""
    return next((p for p in phrases if phrase in p.group), phrase)


def parallel(phrases: list[Phrase], joint: Phrase) -> Phrase | None:
    """Return what another doing is named together with: "the sending of 150 soldiers to Romania | and the withdrawal from Mali"."""
    at = phrases.index(joint)
    while at > 0 and phrases[at].relations and phrases[at].start <= phrases[at - 1].last + (1 + _listed(phrases[at])):
        at -= 1
        if phrases[at].triggers:
            return phrases[at]
    return None


def _listed(phrase: Phrase) -> bool:
    """Say whether a phrase has its preposition from the one before, a sign between: "à Niamey, Sylvain Itté"."""
    return phrase.start == phrase.first


def same_sort(a: Phrase, b: Phrase) -> bool:
    """Say whether two coordinated phrases are of one sort, so that they fill one role together."""
    if a.triggers or b.triggers:
        return False
    counted = [p.number is not None or (p.single and p.is_people) for p in (a, b)]
    if counted[0] != counted[1]:
        return False  # two soldiers and a policeman
    if all(" " in (p.unknown_name or "") and p.bare == a.bare and not p.noun for p in (a, b)):
        return True  # Félix Tshisekedi and Paul Kagame
    kinds_a = {
        sense.kind or sense.form for sense in a.senses("name", "capital", "seat", "body", "function", "national")
    }
    kinds_b = {
        sense.kind or sense.form for sense in b.senses("name", "capital", "seat", "body", "function", "national")
    }
    return bool(kinds_a and kinds_b) and (bool(kinds_a & kinds_b) or not ({"asset"} & (kinds_a | kinds_b)))


def gather(phrases: list[Phrase], phrase: Phrase, joint: Phrase | None, tokens: Sequence[Token], pack: Pack) -> None:
    """Put a phrase with those it is coordinated with, if any: ``joint`` is the one before it in its list."""
    if joint is not None and "verb" in tokens[phrase.start - 1] and phrase.start > joint.last + 1:
        return  # killing four soldiers and wounding | twelve civilians
    if joint is not None and (same_sort(joint, phrase) or _of_a_side(joint, phrase, tokens, pack)):
        leader(phrases, joint).group.append(phrase)
    elif phrases and _says_again(phrases[-1], phrase, tokens):
        leader(phrases, phrases[-1]).group.append(phrase)


def _of_a_side(joint: Phrase, phrase: Phrase, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a phrase is the people of another side than the one before: "the army | and fighters of JNIM, and the rebels"."""
    after = tokens[phrase.last + 1] if phrase.last + 1 < len(tokens) else None
    owned = after is not None and "of" in pack.relations.get((after.low,), ())
    owned = owned or (phrase.definite and bool(phrase.words & pack.classes_of("outlaws")))
    plain = phrase.is_people and not (phrase.number or phrase.single or phrase.named or phrase.triggers)
    sides = {s.kind for s in joint.senses("name", "capital", "seat")} | {
        s.form for s in joint.senses("body", "adjective")
    }
    return owned and plain and not joint.triggers and bool(sides & _SIDES)


_SIDES = frozenset({"state", "group", "organisation", "body"})


def put_together(phrases: list[Phrase], tokens: Sequence[Token], pack: Pack) -> None:
    """Tell of a clause's phrases, once all are found, which are of several lands together and whom they leave out."""
    people_of_several(phrases, tokens)
    leave_out(phrases, tokens, pack)


def leave_out(phrases: list[Phrase], tokens: Sequence[Token], pack: Pack) -> None:
    """Mark whom a word before, and one behind, leaves out of all or none: "all states but Italy", "op Italië na"."""
    marked, every = {p.start for p in phrases}, pack.classes_of("universal")
    for n, phrase in enumerate(phrases):
        behind = tokens[phrase.last + 1] if phrase.last + 1 < len(tokens) else None
        around = phrase.start < phrase.first and "excepting_opener" in tokens[phrase.start] and behind is not None
        if around and behind is not None and "excepting_closer" in behind and phrase.last + 1 not in marked:
            phrase.relations = ("except",)
        elif phrase.start == phrase.first > 1 and "excepting" in tokens[phrase.first - 1]:
            before = phrases[n - 1] if n and phrases[n - 1].last == phrase.first - 2 else None
            none, all_of = before is not None and before.negated, tokens[before.start if before else phrase.first - 2]
            if none or all_of.low in every:
                phrase.relations, phrase.start = ("except",), phrase.first - 1


def people_of_several(phrases: list[Phrase], tokens: Sequence[Token]) -> None:
    """Tell of which lands people are, where a noun stands for those of several: all of them together, or so many of each."""
    _of_both(phrases, tokens)
    _share_noun(phrases, tokens)


def _of_both(phrases: list[Phrase], tokens: Sequence[Token]) -> None:
    """Let people be of all countries that adjectives name: "des soldats italiens, grecs et hongrois", "the Irish, Polish and Danish troops"."""
    n = 0
    while n < len(phrases):
        people, run = phrases[n], _adjectives_behind(phrases, n, tokens)
        if run and people.is_people:
            people.last, people.named = run[-1].last, [*people.named, *(x for p in run for x in p.named)]
            people.group = [p for p in people.group if p not in run]
            phrases[:] = [p for p in phrases if p not in run]
        n += 1
    for n in range(len(phrases) - 1, 0, -1):
        before, people = phrases[n - 1], phrases[n]
        beside = people.first == before.last + 2 and tokens[before.last + 1].text == ","
        if (
            not (beside and people.is_people and people.number is None and _one_adjective(before))
            or people.start < people.first
        ):
            continue
        opens = (
            bool(people.named) and people.named[0].first == people.first and bool(people.named[0].forms("adjective"))
        )
        if opens and len([x for x in people.named if x.forms("adjective")]) > 1:
            people.first, people.start, people.named = before.first, before.start, [*before.named, *people.named]
            people.relations, people.definite = before.relations, before.definite
            phrases.remove(before)
            for other in phrases:
                other.group = [p for p in other.group if p is not before and not (p is people and other is before)]


def _share_noun(phrases: list[Phrase], tokens: Sequence[Token]) -> None:
    """Let so many of each land be people together: "200 Danish and 90 Swedish soldiers", "200 militaires danois et 90 suédois"."""
    beside = [
        (a, b)
        for a, b in itertools.pairwise(phrases)
        if b.start == b.first == a.last + 2 and (tokens[a.last + 1].text == "," or "additive" in tokens[a.last + 1])
    ]
    for a, b in (*reversed(beside), *beside):
        for bare, people in ((a, b), (b, a)):
            if _so_many_of(bare) and people.is_people and people.number is not None and people.senses("adjective"):
                bare.noun = "people"
                if b not in (joint := leader(phrases, a)).group:
                    joint.group.append(b)


def _so_many_of(phrase: Phrase) -> bool:
    """Say whether a phrase is a number and the adjective of a state, no more."""
    named = phrase.named[0] if len(phrase.named) == 1 else None
    alone = phrase.number is not None and phrase.noun is None and not phrase.triggers
    whole = named is not None and named.last == phrase.last and bool(named.forms("adjective"))
    return alone and whole and named is not None and phrase.number is not None and phrase.number.last + 1 == named.first


def _adjectives_behind(phrases: list[Phrase], n: int, tokens: Sequence[Token]) -> list[Phrase]:
    """Return the phrases behind one that are no more than adjectives of states, where "and" or "or" joins the last of them."""
    people = phrases[n]
    run: list[Phrase] = []
    if not people.named or people.named[-1].last != people.last or not people.named[-1].forms("adjective"):
        return run
    last, closed = people.last, False
    for after in phrases[n + 1 :]:
        additive = last + 1 < len(tokens) and "additive" in tokens[last + 1]
        if closed or after.first != last + 2 or not (additive or tokens[last + 1].text == ","):
            break
        if after.start < after.last or not _one_adjective(after) or not tokens[after.first].text.islower():
            break
        run, last, closed = [*run, after], after.last, additive
    return run if closed else []


def _one_adjective(phrase: Phrase) -> bool:
    """Say whether a phrase is the adjective of a state and nothing else, its article left out."""
    named = phrase.named[0] if len(phrase.named) == 1 else None
    alone = named is not None and named.last == phrase.last and phrase.last - phrase.first <= 1
    return alone and named is not None and bool(named.forms("adjective")) and phrase.number is None


def _says_again(a: Phrase, b: Phrase, tokens: Sequence[Token]) -> bool:
    """Say whether a list says its preposition again: "des soldats du Nigeria et du Ghana"; of missions any, "in KFOR and in UNIFIL"."""
    again = b.start < b.first and a.start < a.first and b.start == a.last + 2
    if not again or any(p.number is not None or p.triggers for p in (a, b)):
        return False
    same, ends = a.relations == b.relations, tokens[a.first - 1].low == tokens[b.start].low  # au sein de X et de Y
    mark = tokens[b.start - 1]
    listed = (same or ends) and (mark.text == "," or "additive" in mark)
    lands = same and "of" in b.relations and all(map(_only_a_state, (a, b)))
    return listed and (lands or all(map(_names_mission, (a, b))))


def _only_a_state(phrase: Phrase) -> bool:
    named = phrase.named[0] if len(phrase.named) == 1 else None
    return named is not None and named.last == phrase.last and any(s.kind == "state" for s in named.forms("name"))


def _names_mission(phrase: Phrase) -> bool:
    last = phrase.named[-1] if phrase.named else None
    return last is not None and last.last == phrase.last and any(s.kind == "mission" for s in last.forms("name"))


def opens_subject(tokens: Sequence[Token], i: int, start: int, phrases: Sequence[Phrase], pack: Pack) -> bool:
    """Say whether the subject opens behind the comma at ``i``: "In Vilnius, Belgium and Lithuania signed …"."""
    beside = all(not p.bare or p.noun in ("spell", "distance") or sets_off(p, tokens) for p in phrases)
    if pack.verb_second or not beside or any("verb" in token for token in tokens[start:i]):
        return False  # Vanuit Gori, Zugdidi en Zemo werken 220 mensen: the subject follows the verb
    after = list(itertools.takewhile(lambda token: "verb" not in token, tokens[i + 1 : i + 20]))
    verb_follows = i + 1 + len(after) < len(tokens) and len(after) < 19
    return verb_follows and not any(token.text == "," or "preposition" in token for token in after)


def past(order: Sequence[int], position: int, last: int) -> int:
    """Return the position in ``order`` behind the token ``last``."""
    while position < len(order) and order[position] <= last:
        position += 1
    return position
