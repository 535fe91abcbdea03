"""Parts of a clause whose verb goes unsaid: "Denmark has pledged a frigate, | Belgium a liaison officer"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.phrases import number_alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Token


def set_apart(clause: Clause, tokens: Sequence[Token], pack: Pack) -> None:
    """Keep the phrases of such parts from the verb before them, which others did what it tells with."""
    at = clause.finite
    if at is None or not clause.subjects or len(clause.phrases) < _FEWEST:
        return
    behind = max([at, *(p.last for p in clause.subjects[:1] if p in clause.phrases)])
    pairs = (
        (n, who) for n, (who, what) in enumerate(itertools.pairwise(clause.phrases))
        if who.first > behind and who not in clause.subjects and gap_at(who, what, tokens, pack)
    )  # fmt: skip
    first = next(pairs, None)
    given = [p for p in clause.phrases[: first[0]] if p.first > behind or p in clause.objects] if first else []
    if first is not None and given and not any(v > first[1].first for v in clause.verbs):
        clause.gapped = clause.phrases[first[0] :]


_FEWEST = 4  # phrases: who gives what, and who else gives what


def gap_at(who: Phrase, what: Phrase, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a state and what it gives stand right behind a comma or an "and", with no verb: ", Norway 60 policemen"."""
    joined = joins(who, tokens)
    states = [r for r in who.refs if r.kind == "state" and r.id]
    plain = joined and who.bare and who.number is None and not who.group and bool(who.senses("name", "capital"))
    if not plain or len(states) != 1 or not what.bare or what.start != who.last + 1 or what.refs_of("state"):
        return False
    return bool(counts(what, tokens) or formed(what, pack))


def joins(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Say whether a phrase stands right behind a comma, a semicolon or an "and"."""
    before = tokens[phrase.start - 1] if phrase.start else None
    return before is not None and (before.text in ",;" or "coordinator" in before)


def counts(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Say whether a phrase counts people, be it one with a task: "60 policemen", "a liaison officer"."""
    several = phrase.counted() > 1 and (phrase.is_people or number_alone(phrase, tokens))
    return several or (phrase.single and bool(phrase.senses("function")) and phrase.person is None)


def formed(phrase: Phrase, pack: Pack) -> bool:
    """Say whether a phrase is a formation, a ship or an aircraft: "a company", "two frigates"."""
    machine = bool(phrase.senses("asset")) and (phrase.single or phrase.number is not None)
    unit = phrase.number is None and phrase.single and not phrase.words.isdisjoint(pack.classes_of("formation"))
    return machine or unit
