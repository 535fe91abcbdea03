"""Fixed expressions in a clause: words in their order, with or without others between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Trigger
    from missionwatch.reading.frames.tokens import Token


def other_verb(trigger: Trigger, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a verb of the phrase is another verb here, with a particle of its own: "roept … op" in "roept op zijn beurt … terug"."""
    for v in clause.verbs:
        particle = clause.lemmas.get(v, "").removesuffix(tokens[v].lemma)
        own = {tokens[v].low, tokens[v].lemma} & set(trigger.words)
        if own and particle and particle != clause.lemmas.get(v) and particle not in trigger.words:
            return True
    return False


def in_order(words: Sequence[str], clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether the words stand in the clause in this order; neighbours unless "…" stands between them."""
    positions = clause.order
    return any(_from(words, 0, start, positions, clause, tokens) for start in range(len(positions)))


def _from(
    words: Sequence[str], n: int, at: int, positions: Sequence[int], clause: Clause, tokens: Sequence[Token]
) -> bool:
    if n >= len(words):
        return True
    if words[n] == "…":
        return any(_from(words, n + 1, k, positions, clause, tokens) for k in range(at, len(positions)))
    if at >= len(positions):
        return False
    token = tokens[positions[at]]
    if words[n] in (token.low, token.lemma, clause.lemmas.get(token.index, "")):
        return _from(words, n + 1, at + 1, positions, clause, tokens)
    return False
