"""What a sentence stresses: "It was in Gao | that two soldiers were killed" tells where they were, and "C'est pour … | que …" why."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Token


def unstress(clauses: Sequence[Clause], tokens: Sequence[Token], pack: Pack, timed: frozenset[int]) -> None:
    """Let clauses tell when, where and why what they tell happened, where their sentence stresses that by "It is … that"."""
    for n, then in enumerate(clauses[1:], 1):
        at, before = then.opener, clauses[n - 1]
        if at != then.first or then.link not in ("relative", "content") or before.last != then.first - 1:
            continue
        if tokens[at].low not in pack.classes_of("stressing_link"):
            continue
        why = before if before.link == "purpose" and before.parent is not None else None
        first = why.parent if why is not None and why.parent is not None else before
        if first.link != "main" or first.negated or (why is not None and first.last != why.first - 1):
            continue
        told = _stressed(first, tokens, pack)
        if told is None or (why is None and not _tells_how(told, tokens, pack, timed)):
            continue
        _hang(then, first)
        if why is not None:
            first.aims.remove(why)
            why.parent = then
            then.aims.append(why)
        first.order = [i for i in first.order if i not in told]
        then.order = [*told, *then.order]


def _stressed(clause: Clause, tokens: Sequence[Token], pack: Pack) -> list[int] | None:
    """Return the words behind "it is" of a clause that says no more than that something is, none where it says more."""
    words = [i for i in clause.order if tokens[i].is_word]
    verb = clause.verbs[0] if len(clause.verbs) == 1 else None
    if verb is None or "copula" not in tokens[verb] or verb not in words[1:]:
        return None
    at = words.index(verb)
    if tokens[words[at - 1]].low not in pack.classes_of("stressing"):
        return None
    light = all({"coordinator", "adverb"} & tokens[i].classes for i in words[: at - 1])
    return words[at + 1 :] if light else None


def _tells_how(words: Sequence[int], tokens: Sequence[Token], pack: Pack, timed: frozenset[int]) -> bool:
    """Say whether words tell when, where, why or how something happened, and judge nothing: "in Gao", not "in France's interest"."""
    lead = next((i for i in words if "adverb" not in tokens[i]), None)
    lows = [tokens[i].low for i in words]
    judged = any(t.frame in ("interest", "risk") for low in lows for t in pack.noun_triggers.get(low, ()))
    if lead is None or judged or not pack.content_words.isdisjoint(lows):
        return False
    marks = {r for n in (1, 2, 3) for r in pack.relations.get(tuple(t.low for t in tokens[lead : lead + n]), ())}
    return lead in timed or bool(marks - {"of"})


def _hang(clause: Clause, above: Clause) -> None:
    """Let a clause be what another says."""
    old = clause.parent
    if old is not None:
        for listed in (old.relatives, old.inner):
            if clause in listed:
                listed.remove(clause)
    clause.link, clause.parent = "content", above
    above.inner.append(clause)
