"""Phrases without a preposition that are neither subject nor object: an adverb, a measure, a judgement, an apposition of stress."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Token


def stressed(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Say whether a pronoun between commas only stresses who does something: "L'Union européenne a, elle, promis …"."""
    between = (
        phrase.first > 0 and tokens[phrase.first - 1].text == "," == tokens[min(phrase.last + 1, len(tokens) - 1)].text
    )
    return phrase.pronoun == "person_pronoun" and between


def adverbial(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Say whether a phrase is no more than an adverb or a negation: "opmerkelijk genoeg"."""
    if "enough" in tokens[phrase.last] and not phrase.named and not phrase.noun:
        return True  # Opmerkelijk genoeg | legde de EU …
    return (
        phrase.first == phrase.last and bool({"adverb", "negation"} & tokens[phrase.first].classes) and not phrase.named
    )


def measures(phrase: Phrase, clause: Clause) -> bool:
    """Say whether a phrase only says how far off or how long before or after: "Dertig kilometer ten zuiden van Gao", "Dagen na de coup"."""
    if phrase.noun != "spell":
        return phrase.noun == "distance"
    after = next((p for p in clause.phrases if p.start == phrase.last + 1), None)
    return after is not None and not {"after", "before"}.isdisjoint(after.relations)


def predicative(phrase: Phrase, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a phrase only judges: "uiterst zorgwekkend", "waarschijnlijk", "aanwezig"."""
    if phrase.named or phrase.noun or phrase.number is not None or phrase.triggers:
        return False
    words = [tokens[i] for i in range(phrase.first, phrase.last + 1) if "determiner" not in tokens[i]]
    return bool(words) and all(
        t.low in pack.predicative or {"adverb", "intensifier", "negation"} & t.classes for t in words
    )


def sets_off(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Say whether a lone word no list knows opens a sentence without an article: an adverb, "Pourtant, des rebelles …", "peu avant l'aube"."""
    known = phrase.named or phrase.noun or phrase.number or phrase.triggers or phrase.pronoun or phrase.anaphor
    alone = phrase.first == phrase.last and not known and not phrase.definite and not tokens[phrase.first].classes
    opens = phrase.first == 0 or tokens[phrase.first - 1].text == ","
    after = tokens[phrase.last + 1] if phrase.last + 1 < len(tokens) else None
    return alone and opens and after is not None and (after.text == "," or "preposition" in after)
