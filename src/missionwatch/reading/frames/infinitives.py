"""Words that what stands before them makes a verb: the mark of an infinitive, a modal, a denial."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Token


def marked_infinitive(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a word that is a noun, or that no list knows as a verb, is one, since it has the mark of an infinitive."""
    token, before = tokens[i], tokens[i - 1]
    if pack.adjectives_follow and token.low in pack.nouns and token.low in pack.verbs:
        return _with_object(i, tokens)  # pour conseiller l'armée, de conseiller et former la police
    either = token.low in pack.verbs and token.low in pack.noun_like
    either = either and (pack.nouns.get(token.low) != "people" or _with_object(i, tokens))  # to guard the base
    if "infinitive_marker" in before and not pack.adjectives_follow and either:
        return True  # is to vote on Monday, to patrol the border
    if either and _behind_modal(i, tokens, pack):
        return True  # will force Denmark to leave
    if not (pack.verb_second and "infinitive_marker" in before and pack.verb_lemma is not None) or token.classes:
        return False
    return token.text.islower() and token.low not in pack.nouns and pack.verb_lemma.search(token.low) is not None


def _behind_modal(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a word stands where only a verb can: behind a modal, or behind one that a negation follows, "did not aid Mali"."""
    if pack.adjectives_follow or pack.verb_second or i + 1 >= len(tokens):
        return False
    denied = i > 1 and "negation" in tokens[i - 1]
    at = i - 1 - denied
    helping = "modal" in tokens[at] or (denied and tokens[at].lemma in pack.classes_of("doing_so"))
    noun = at > 0 and bool({"determiner", "possessive"} & tokens[at - 1].classes)  # the will
    return helping and not noun


def _with_object(i: int, tokens: Sequence[Token]) -> bool:
    """Say whether an infinitive's mark stands before a word, or another infinitive joined to it, and what it is done to behind."""
    before, after, nxt = tokens[i - 1], *(tokens[k] if k < len(tokens) else None for k in (i + 1, i + 2))
    joined = "coordinator" in before and i > 1 and "infinitive" in tokens[i - 2]
    takes = after is not None and bool({"determiner", "possessive"} & after.classes)
    several = after is not None and ("coordinator" in after or after.text == ",") and nxt is not None
    return ("infinitive_marker" in before or joined) and (
        takes or (several and nxt is not None and "infinitive" in nxt)
    )


_OF_VERBS = frozenset({"existential", "reflexive", "relative_subject", "singular_pronoun"})


def calls_for_verb(before: Token, pack: Pack) -> bool:
    """Say whether nothing but a verb, or another pronoun of it, can follow a word: "ne", "qui", "il", "y"."""
    return "ne" in before or (pack.adjectives_follow and not before.classes.isdisjoint(_OF_VERBS))
