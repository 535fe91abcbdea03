"""Parts of a whole: "half of the 400 engineers" are 200, "most of the 400 engineers" are nobody knows how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.phrases import A_FEW, nationals
from missionwatch.reading.frames.quantities import Number, allowed
from missionwatch.reading.frames.undoing import tells_of_harm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Token

_HALF = 0.5


def divide(clause: Clause, tokens: Sequence[Token], pack: Pack) -> None:
    """Make one phrase of a share and the people it is a share of, and count them: half of the 400 engineers are about 200."""
    kept: list[Phrase] = []
    plain = clause.link == "main" and not tells_of_harm(clause, pack)
    for phrase in clause.phrases:
        head = kept[-1] if kept else None
        share = _share(head, phrase, tokens, pack) if head is not None else None
        if head is not None and share is None and _so_many_of(head, phrase) and plain:
            share = 0.0  # 40,000 of its soldiers
        if head is None or share is None:
            theirs = "of" in phrase.relations and (phrase.is_people or nationals(phrase))
            if theirs and _some(phrase, head, tokens, pack):  # most | of the 900
                marked = tokens[phrase.start - 2] if phrase.start > 1 else None
                marks = pack.relations.get((marked.low,), ()) if marked is not None and "preposition" in marked else ()
                joined = (
                    marked is not None and "coordinator" in marked and head is not None
                )  # of the French and most of
                marks = head.relations if joined and head is not None else marks
                phrase.whole, phrase.share, phrase.number, phrase.relations = phrase.number, 0.0, None, marks
                phrase.start -= 1 if joined else 2 if marks else 0  # the departure of most of the Danes
            kept.append(phrase)
            continue
        kept.pop()
        if kept and _qualifies(kept[-1].first, head.start, tokens, pack):
            head.start = head.first = kept.pop().first  # ongeveer | de helft, meer | dan de helft
        qualified = head.start < head.first and _qualified(head, tokens, pack)
        phrase.share, phrase.definite, phrase.single = share, False, False
        phrase.relations = () if qualified else head.relations  # about half of them
        phrase.start, phrase.first = head.first if qualified else head.start, head.first
        phrase.text = " ".join(t.text for t in tokens[phrase.first : phrase.last + 1])
        phrase.words |= head.words
        if phrase.pronoun is None and not phrase.is_people:
            phrase.noun = "people"  # the last of the Danes
        if head.number is not None and not _in_hundred(head, tokens):  # the first 600 of the Pakistanis
            owned = phrase.owned
            phrase.whole, phrase.number, phrase.share = phrase.number, head.number, 0.0 if owned else None
        elif phrase.pronoun is not None:
            phrase.pronoun, phrase.anaphor = None, "one_of"
        elif phrase.number is not None:
            phrase.whole, phrase.number = phrase.number, part_of(phrase.number, phrase)
        kept.append(phrase)
    if plain and len(kept) > 1:
        _of_those_first(kept, tokens, pack)
    clause.phrases = kept
    for phrase in kept:
        if _alone(phrase, tokens, pack):
            phrase.share = next(pack.fractions[w] for w in phrase.words if w in pack.fractions)
            phrase.number, phrase.noun, phrase.anaphor = None, None, "one_of"


def _of_those_first(kept: list[Phrase], tokens: Sequence[Token], pack: Pack) -> None:
    """Let a share be of the people that the clause opens with: "Of the 85 staff, half will leave", "Van de 85 zal de helft gaan"."""
    whole = kept[0]
    if "of" not in whole.relations or whole.number is None or not (whole.is_people and whole.definite) or whole.start:
        return
    for phrase in kept[1:]:
        part = pack.fractions.get(tokens[phrase.last].low, 0.0)
        article = phrase.first == phrase.last or "determiner" in tokens[phrase.first]
        if part and article and phrase.last - phrase.first < _TWO and phrase.bare and phrase.share is None:
            phrase.share, phrase.whole, phrase.noun = part, whole.number, "people"
            phrase.number, phrase.named = part_of(whole.number, phrase), list(whole.named)
            phrase.words, phrase.definite = phrase.words | whole.words, False
            kept.remove(whole)
            return


_TWO = 2  # words: an article and a share


def _alone(phrase: Phrase, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a phrase is a share whose whole goes unsaid, right before its verb: "a third comes from Ghana"."""
    word, after = tokens[phrase.last], tokens[phrase.last + 1 : phrase.last + 2]
    part = pack.fractions.get(word.low, 0.0)
    article = phrase.last == phrase.first + 1 and "determiner" in tokens[phrase.first]
    opens = phrase.first == 0 or not tokens[phrase.first - 1].is_word or "relative" in tokens[phrase.first - 1]
    before = opens or _qualifies(0, phrase.first, tokens, pack)  # dont la moitié sont français
    return part > 0 and article and before and bool(after) and "verb" in after[0] and phrase.share is None


def part_of(whole: Number, phrase: Phrase) -> Number | None:
    """Return how many a share of so many is; None where the share says no number: "most of"."""
    if not phrase.share or whole.value is None:
        return None
    value = float(round(whole.value * phrase.share))
    low, high = allowed(value, "about")
    return Number(phrase.first, phrase.last, value, low, high, "about")


def _share(head: Phrase, whole: Phrase, tokens: Sequence[Token], pack: Pack) -> float | None:
    """Return what part of the phrase behind it a phrase is; 0 where it is some part, None where it is none."""
    end = head.last + 2 if tokens[head.last + 1].text == "%" else head.last + 1
    gap = tokens[head.last + 1 : whole.start]
    if whole.start != end and not (len(gap) == 1 and "preposition" in gap[0]):
        return None  # la moitié d' | entre eux
    if not (whole.pronoun or ("of" in whole.relations and (whole.is_people or of_a_land(whole)))):
        return None
    word = next((w for w in head.words if w in pack.fractions), None)
    counted = head.number.value if head.number is not None else None
    if end > head.last + 1 and counted is not None:
        return counted / 100  # 60 % of the soldiers
    if word is None and not whole.pronoun and _what_is_left(head, tokens, pack):
        return 0.0  # the last of the Danes
    if word is None or head.named:
        return None
    several = next((pack.numbers[t.low] for t in tokens[head.first : head.last] if t.low in pack.numbers), None)
    part = pack.fractions[word]
    if several is None and 0 < part < _HALF and not head.single and "ordinal" in pack.classes.get(word, ()):
        return None  # the third of five soldiers
    return part * (several or 1.0)


def _what_is_left(head: Phrase, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a phrase is no more than the first or the last of some: "the last", "les derniers", "the first 600"."""
    rank = pack.classes_of("ending") | pack.classes_of("first_of") | pack.classes_of("last_of")
    if head.noun or head.named or head.triggers or head.words.isdisjoint(rank):
        return False
    number = range(head.number.first, head.number.last + 1) if head.number is not None else range(0)
    inside = [tokens[i] for i in range(head.first, head.last + 1) if i not in number]
    return "determiner" in inside[0] and all("determiner" in t or t.low in rank for t in inside)


def _so_many_of(head: Phrase, whole: Phrase) -> bool:
    """Say whether a number is that of some of somebody's people: "some 40,000 | of its soldiers"."""
    alone = head.number is not None and head.number.last == head.last and not (head.named or head.triggers)
    people = whole.is_people and whole.owned and whole.number is None and "of" in whole.relations
    return alone and people and whole.start == head.last + 1 and head.counted() >= A_FEW


def of_a_land(phrase: Phrase) -> bool:
    """Say whether a phrase is people by the name of their land and no more: "the Danes", "des Danois"."""
    return (
        phrase.noun is None and phrase.number is None and bool(phrase.senses("national")) and not phrase.senses("name")
    )


def _in_hundred(head: Phrase, tokens: Sequence[Token]) -> bool:
    """Say whether a number is a share in a hundred: "60 % of the soldiers"."""
    return tokens[head.last + 1].text == "%"


def _some(phrase: Phrase, head: Phrase | None, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a word that says some part, and stands in no phrase, is right before people: "most of the 900 soldiers"."""
    before = phrase.start - 1
    inside = head is not None and head.last >= before
    return before >= 0 and not inside and pack.fractions.get(tokens[before].low) == 0


def _qualified(head: Phrase, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether what seems a preposition before a share belongs to what qualifies it: "plus de | la moitié"."""
    begins = [head.start, *([head.start - 1] if head.start and "preposition" in tokens[head.start] else [])]
    return any(_qualifies(k, end, tokens, pack) for k in begins for end in (head.start + 1, head.first))


def _qualifies(first: int, after: int, tokens: Sequence[Token], pack: Pack) -> bool:
    return tuple(t.low for t in tokens[first:after]) in pack.qualifiers
