"""Lists whose entries go on with the words before them: "We call on: | - Israel to halt …; | - the Council to renew …"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missionwatch.reading.frames.tokens import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Token


def with_lead(told: Iterable[Sentence], pack: Pack) -> Iterator[Sentence]:
    """Yield sentences; each entry of a list behind words that ask or decide something, and are no sentence without it, with those words."""
    lead: Sentence | None = None
    used = False
    for sentence in told:
        if lead is not None and _is_entry(sentence, lead):
            used = True
            yield _together(lead, sentence)
            continue
        if lead is not None and not used:
            yield lead
        lead, used = (sentence, False) if _leads_in(sentence.tokens, pack) else (None, False)
        if lead is None:
            yield sentence
    if lead is not None and not used:
        yield lead


def _leads_in(tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether words before a colon lack what is asked or decided: "We call on:", "Le Conseil a décidé :"."""
    if tokens[-1].text != ":" or len(tokens) > _SHORT:
        return False
    verb = next((i for i in range(len(tokens) - 1, -1, -1) if "verb" in tokens[i]), None)
    if verb is None or not verb or "infinitive_marker" in tokens[verb - 1]:
        return False
    lemma = tokens[verb].lemma
    asks = bool(pack.attitudes.get(lemma, frozenset()) & _ASKING)
    asks = asks or any(t.frame in _DECIDING for t in pack.verb_triggers.get(lemma, ()))
    return asks and len(tokens) - verb < _NEAR


_SHORT = 24  # tokens
_NEAR = 9  # tokens: "calls on all parties to the conflict in Mali to:"
_ASKING = frozenset({"demand", "direct", "plan"})  # attitudes
_DECIDING = frozenset({"decide", "demand"})  # frames


def _is_entry(sentence: Sentence, lead: Sentence) -> bool:
    """Say whether a sentence is an entry of the list that words open: it begins with a bullet or a number."""
    bullet = sentence.part in (lead.part, "list") and sentence.tokens[0].start > sentence.start
    if not bullet or {"link"} & lead.tokens[-2].classes:
        return bullet
    verb = max(i for i, t in enumerate(lead.tokens) if "verb" in t)
    open_ended = all({"preposition", "infinitive_marker", "adverb"} & t.classes for t in lead.tokens[verb + 1 : -1])
    return _lacks_verb(sentence.tokens) and (open_ended or "infinitive_marker" in sentence.tokens[0])


def _lacks_verb(tokens: Sequence[Token]) -> bool:
    """Say whether words have no finite verb of their own: "the release of …", "à l'ELN de relâcher …", "that M23 leave"."""
    first = next((i for i, t in enumerate(tokens) if "verb" in t), 0)
    told = {"infinitive", "participle"} & tokens[first].classes
    return not first or bool(told) or any({"link", "infinitive_marker"} & t.classes for t in tokens[:first])


def _together(lead: Sentence, entry: Sentence) -> Sentence:
    """Return an entry behind the words that lead in to it."""
    tokens = [replace(t) for t in (*lead.tokens[:-1], *entry.tokens)]
    while len(tokens) > len(lead.tokens) and tokens[-1].text in ";,":
        tokens.pop()
    for index, token in enumerate(tokens):
        token.index = index
    return Sentence(lead.start, entry.end, entry.part, entry.paragraph, tokens, entry=len(lead.tokens) - 1)
