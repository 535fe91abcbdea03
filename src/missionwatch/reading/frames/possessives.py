"""Whether a word that is a verb as well as a possessive is the possessive: "Denemarken beperkt zijn bijdrage"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.doubtful import finite_here, may_be_one
from missionwatch.reading.frames.participles import NO_NOUN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Token


def _no_verb_between(i: int, tokens: Sequence[Token], blocked: frozenset[int], pack: Pack) -> bool:
    """Say whether "zijn" before a noun is no verb, as the clause has one that it cannot go with.

    One of a single doer, or that waits for its participle: "houdt de president en zijn gezin gevangen", "hebben X en zijn zoon ontvoerd";
    or what is asked of whom is behind it: "verzocht Denemarken zijn troepen terug te trekken".
    """
    if tokens[i + 1].classes & _NO_THING:
        return False
    opens = next((k for k in range(i - 2, 0, -1) if tokens[k].text == ","), 0) if tokens[i - 1].text == "," else i
    here = list(itertools.takewhile(lambda t: t.is_word and "link" not in t, reversed(tokens[:opens])))
    told = [t for t in here if "verb" in t and t.index not in blocked]
    if "coordinator" in tokens[i - 1] or opens < i:  # heeft, zoals aangekondigd, zijn troepen teruggetrokken
        waits = bool(told) and "perfect" in told[0] and "copula" not in told[0]
        finite = next((t for t in told if finite_here(t, blocked)), None)
        one = finite is not None and "copula" not in finite and bool(pack.singular.search(finite.low))
        return waits or one
    rest = itertools.takewhile(lambda t: t.is_word and not {"link", "coordinator"} & t.classes, tokens[i + 1 :])
    return bool(told) and any("infinitive_marker" in t for t in rest)


_NO_THING = frozenset(
    {"adverb", "preposition", "determiner", "number", "verb", "pronoun", "negation", "link", "existential"}
)


def owns(i: int, tokens: Sequence[Token], blocked: frozenset[int], pack: Pack) -> bool:
    """Say whether a word that is a verb or a possessive is the possessive here: after a preposition, or with another verb."""
    before = tokens[i - 1] if i else None
    ends = i + 1 >= len(tokens) or not tokens[i + 1].is_word
    if not ends and "existential" in tokens[i + 1] and pack.verb_second:
        return False  # van de 20 die er zaten, zijn er nog acht over
    if before is not None and ("preposition" in before or "infinitive_marker" in before):
        return not ends  # waar zij op tegen zijn
    if before is None:
        words = tokens[i + 1 :]
        plain = pack.verb_second and not ends and not words[0].classes & NO_NOUN and tokens[-1].text != "?"
        return any(
            finite_here(t, blocked) or (plain and "infinitive" in t) for t in words
        )  # Zijn mannen mogen naar huis
    if pack.verb_second and {"perfect", "verb"} <= before.classes and "copula" not in before and not ends:
        return True  # heeft zijn vluchten opgeschort
    if "neuter_pronoun" in before and i > 1 and "link" in tokens[i - 2]:
        return any(finite_here(t, blocked) for t in tokens[i + 1 :])  # dat het zijn militairen terugtrekt
    if pack.verb_second and "purpose" in pack.link_kinds.get(before.low, ()):
        return any("infinitive_marker" in t for t in tokens[i + 1 :])  # om zijn militairen terug te trekken
    nxt = tokens[i + 2] if i + 2 < len(tokens) else None
    joined = pack.verb_second and "coordinator" in before and nxt is not None and "verb" in nxt
    if joined and nxt is not None and "participle" not in nxt and not tokens[i + 1].classes:
        return True  # Frankrijk en zijn partners vertrekken
    if pack.verb_second and before is not None and not ends and _no_verb_between(i, tokens, blocked, pack):
        return True
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    thing = after is not None and ("verb" not in after or after.low in pack.noun_like)  # zijn aanvallen
    if pack.verb_second and after is not None and thing and after.is_word and "preposition" not in after:
        if "participle" in before and pack.past is not None and pack.past.search(before.low):
            return i == 1 or "determiner" not in tokens[i - 2]  # Senegal verhoogde zijn bijdrage
        named = i > 1 and "perfect" not in tokens[i - 2] and tokens[i - 2].text[0].isupper()
        own = named and "participle" in before and not after.classes and after.text.islower()
        if own and may_be_one(before.low, pack):
            return True  # Denemarken beperkt zijn bijdrage
        if "link" in before and i > 1 and not {"adverb", "pronoun", "determiner", "number"} & after.classes:
            rest = itertools.takewhile(lambda t: t.is_word and not {"link", "coordinator"} & t.classes, tokens[i + 2 :])
            return any(finite_here(t, blocked) for t in rest)  # zei dat zijn land soldaten levert
    if {"link", "pronoun"} & before.classes:
        return False
    if after is not None and after.is_word and not {"verb", "preposition", "adverb"} & after.classes:
        for token in reversed(tokens[:i]):
            # heeft de president, X, Y gevraagd zijn …
            aside = token.text == "," and "participle" in before and pack.verb_second
            if not (token.is_word or aside) or {"link", "coordinator"} & token.classes:
                break
            article = token.index > 0 and "determiner" in tokens[token.index - 1]
            article &= token.index > 1 or "neuter_pronoun" not in tokens[0] or token.low in pack.noun_triggers
            having = {"having", "perfect"} <= token.classes and "participle" in before  # hebben X gevraagd zijn …
            if (finite_here(token, blocked) and not article) or having:
                return True  # heeft vanmiddag zijn diplomaten …
    first = i - 1
    while first - 1 in blocked and first in blocked:
        first -= 1
    marked = first and {"preposition", "coordinator"} & tokens[first - 1].classes and "link" not in tokens[first - 1]
    for token in tokens[i + 1 :]:
        if not token.is_word or {"link", "coordinator"} & token.classes:
            break
        if finite_here(token, blocked):
            return not marked
    return False
