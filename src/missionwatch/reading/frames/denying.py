"""What denies a clause: a negation denied in turn, one that only qualifies a number, nobody or no such one who does what it tells."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Token


def is_denied(words: Sequence[Token], pack: Pack) -> bool:
    """Say whether one of a clause's words denies what it tells, and not only a number, a day or a place beside it."""
    classes = frozenset().union(*(t.classes for t in words))
    if {"with_ne", "ne"} <= classes and not only_so_many(words):
        return True
    if "ne" in classes and _could_not(words, pack):
        return True  # n'a pu être déployé
    return "negation" in classes and any(
        "negation" in t
        and not (n + 1 < len(words) and "limiter" in words[n + 1] and "determiner" not in t)
        and not qualifies(words, n, pack)
        and not (n and "without" in pack.relations.get((words[n - 1].low,), ()))  # sans aucune condition
        for n, t in enumerate(words)
    )


def _could_not(words: Sequence[Token], pack: Pack) -> bool:
    """Say whether a verb that needs no more than "ne" is denied: "n'a pu entrer"; but "n'a pu que constater"."""
    at = next((n for n, token in enumerate(words) if token.low in pack.classes_of("denied_alone")), None)
    return at is not None and not any("link" in t or "limiter" in t for t in words[at + 1 : at + 2])


def not_said(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a denied clause denies its verb or has nobody do it, not a noun beside: "did not say"; but "no reason given", X says."""
    if not clause.negated or not clause.verbs:
        return False
    near = range(clause.verbs[0] - 1, clause.verbs[-1] + 3)
    beside = any(i in near and {"negation", "with_ne", "ne"} & tokens[i].classes for i in clause.order)
    return beside or any(p.negated or not p.everyone() for p in clause.subjects)


def unexpected(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a clause denies that somebody looks for what follows: "does not expect France to leave"; but "sees no need to leave"."""
    return not_said(clause, tokens) and not any({"negation", "determiner"} <= tokens[i].classes for i in clause.order)


def not_these(
    tokens: Sequence[Token], pack: Pack, verbs: set[int], blocked: frozenset[int], timed: frozenset[int]
) -> set[int]:
    """Return the words that name only who or where it is not: "from Mali, | not from Niger", "| not in Gao but | in Kidal"."""
    apart: set[int] = set()
    words = pack.classes_of("not_this")
    for i, token in enumerate(tokens[:-1]):
        if token.low not in words or i in apart or i in blocked:
            continue
        first = i + 1 + (tokens[i + 1].low in words)  # non pas
        end = next((k for k in range(first, len(tokens)) if k in verbs or _ends_it(tokens[k])), len(tokens))
        if end == first or (kind := _sort(first, tokens, verbs, blocked)) is None:
            continue
        closes = end == len(tokens) or (end not in verbs and "coordinator" not in tokens[end])
        joined = i > 1 and "additive" in tokens[i - 1]
        named = any(k in blocked or k in timed or tokens[k].text[0].isupper() for k in range(first, end))
        if closes and named and i and (joined or tokens[i - 1].text == ","):
            apart.update(range(i - joined, end))
            continue
        instead = end + 1 < len(tokens) and tokens[end].low in pack.classes_of("but") and end + 1 not in verbs
        if instead and _sort(end + 1, tokens, verbs, blocked) == kind:
            apart.update(range(i, end + 1))
    return apart


def _ends_it(token: Token) -> bool:
    return not token.is_word or (
        "preposition" not in token and bool({"coordinator", "relative", "link"} & token.classes)
    )


def _sort(i: int, tokens: Sequence[Token], verbs: set[int], blocked: frozenset[int]) -> str | None:
    """Return of what sort what begins at a word is, to be held beside another: a name, a number, what a preposition marks."""
    token = tokens[i] if i < len(tokens) else None
    if token is None or ("infinitive_marker" in token and i + 1 in verbs):
        return None
    if i in blocked:
        return "name"
    if "number" in token or token.text[0].isdigit():
        return "number"
    return next((sort for sort in ("preposition", "determiner") if sort in token), None)


def ceaseless(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a verb of ceasing stands behind "ne" alone: "l'armée ne cesse d'attaquer" attacks."""
    return not clause.negated and any("ne" in tokens[i] for i in clause.order)


def perhaps(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether what a clause tells is only thought possible: "perhaps France will leave", "stuurt mogelijk 50 militairen".

    Not where the word is beside a number or a noun that it qualifies: "perhaps 300 soldiers left", "zo snel mogelijk".
    """
    if clause.opener and "perhaps" in tokens[clause.opener - 1]:
        return True  # peut-être que …
    for n, i in enumerate(clause.order):
        if "perhaps" not in tokens[i] or clause.finite is None:
            continue
        before = tokens[clause.order[n - 1]] if n else None
        after = tokens[clause.order[n + 1]] if n + 1 < len(clause.order) else None
        opens = before is None and after is not None and "number" not in after and not after.text[0].isdigit()
        if (
            opens
            or (before is not None and {"verb", "reflexive"} & before.classes)
            or (after is not None and i + 1 in clause.verbs)
        ):
            return True
    return False


def twice_denied(words: Sequence[Token]) -> bool:
    """Say whether a denial is denied: "no longer do not contribute" says that they do."""
    at = [n for n, token in enumerate(words) if "negation" in token]
    near = len(at) == _TWICE and at[1] - at[0] <= _TWICE + 1
    between = words[at[0] + 1 : at[1]] if near else []
    return any("doing_so" in t or "copula" in t for t in between)


_TWICE = 2


def qualifies(words: Sequence[Token], n: int, pack: Pack) -> bool:
    """Say whether a negation begins or ends what qualifies a number, a day or a place: "no fewer than 300", "no later than June"."""
    if pack.beside_the_point(words, n) or _lacks(words, n, pack):
        return True
    if any(tuple(t.low for t in words[n : n + length]) in pack.qualifiers for length in (3, 2)):
        return True
    counts = n + 1 < len(words) and "number" in words[n + 1]
    return counts and n > 0 and (words[n - 1].low, words[n].low) in pack.qualifiers


def _lacks(words: Sequence[Token], n: int, pack: Pack) -> bool:
    """Say whether a negation tells only what somebody is without: "with no end date", "with little food and no way out"."""
    at = n - 1
    if at > 0 and "coordinator" in words[at]:
        at = next((k for k in range(at - 1, max(-1, at - _LACKED), -1) if not _goes_on(words[k])), -1)
    marks = at >= 0 and "with" in pack.relations.get((words[at].low,), ())
    return marks and not (at and "verb" in words[at - 1]) and n + 1 < len(words) and words[n + 1].is_word


def _goes_on(word: Token) -> bool:
    return word.is_word and not {"verb", "preposition"} & word.classes


_LACKED = 5  # words of what else is told beside it


def only_so_many(words: Sequence[Token]) -> bool:
    """Say whether what would be denied is only limited to a number: "n'a plus que 300 soldats" has them."""
    at = next((n for n, token in enumerate(words) if "with_ne" in token), len(words))
    limits = [n for n, token in enumerate(words) if n > at and "restricting" in token]
    return any("number" in t or t.text[0].isdigit() for n in limits for t in words[n + 1 : n + 3])


def done_by_nobody(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether nobody does what a clause tells: "Nobody denied them access", "without attacking"; not: "none of the bases is closed"."""
    if clause.finite is None or (clause.doing and "undone_opener" in tokens[clause.first]):
        return clause.doing
    before = [tokens[i] for i in clause.order if i < clause.finite and "adverb" not in tokens[i]]
    return bool(before) and "nobody" in before[-1]


def not_this_one(clause: Clause, tokens: Sequence[Token], pack: Pack) -> None:
    """Deny what is told of who is said not to be it: "It was not Rwanda that attacked the base"; not: "not the first Dane who died"."""
    above = clause.parent
    if clause.link != "relative" or above is None or not above.negated or not clause.antecedent:
        return
    if tokens[above.first].low not in pack.classes_of("stressing") or "copula" not in tokens[above.verbs[-1]]:
        return
    who = next((p for p in above.phrases if p.last == clause.first - 1), None)
    named = who is not None and bool(who.named) and who.named[0].first <= who.first + 1
    if who is not None and named and "negation" in tokens[who.start - 1]:
        clause.negated = not clause.negated


def but_one(clause: Clause) -> None:
    """Let what nobody but one does be done by that one: "no country except Rwanda has left", "aucun pays hormis le Rwanda"."""
    for nobody, one in itertools.pairwise(clause.phrases if clause.negated else ()):
        apart = not _BUT.isdisjoint(one.relations) and one.start == nobody.last + 1 and bool(one.refs)
        if apart and nobody.negated and nobody in (clause.objects if clause.passive else clause.subjects):
            clause.negated, nobody.negated, nobody.refs = False, False, list(one.refs)
            return


_BUT = frozenset({"except", "besides"})


def only_denies(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a clause is no more than a denial of what follows a colon: "No longer:"."""
    after = tokens[clause.last + 1 : clause.last + 2]
    return (
        clause.negated
        and not clause.verbs
        and not any(p.refs for p in clause.phrases)
        and bool(after)
        and after[0].text == ":"
    )
