"""What is spoken of in general, and nobody did: "an attack on one is an attack on all", "withdrawing them does not mean giving up"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Token


def in_general(match: Match, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a doing is spoken of in general: "an attack on one is an attack on all", "attacking peacekeepers may be a crime"."""
    phrase, clause, verb = match.phrase, match.clause, match.clause.finite
    if phrase is not None and match.frame.type is not None and match.frame.type not in _SAID:
        if tokens[phrase.start].low in pack.classes_of("any_at_all") or _averted(phrase, clause, pack):
            return True  # warned against any attack, has foiled an attack
        if phrase in clause.objects and clause.link == "purpose" and "prevent" in clause.attitudes:
            return not match.times  # to stop the killing
    if clause.link == "relative" and clause.opener and "those_who" in tokens[clause.opener - 1] and clause.present:
        return match.frame.type is not None and not (match.times or clause.passive)  # those who attack the mission
    if (
        phrase is None
        and (match.frame.type in _PUTS_IN or match.frame.predicate in _BEING_THERE)
        and _only_effort(clause, pack)
    ):
        return True
    before = [clause.lemmas.get(v, "") for v in clause.verbs if v > match.anchor] if phrase is None else []
    if pack.verb_second and not pack.classes_of("averting").isdisjoint(before):
        return True  # moet aanvallen op burgers voorkomen
    if verb is not None and clause.link in ("main", "content") and _comes_first(match, verb, tokens, pack):
        return True  # attacking peacekeepers may be a war crime
    above = clause.parent.verbs if clause.parent is not None and clause.link == "purpose" and phrase is None else []
    opens = clause.parent is None or not any(p.first < clause.first for p in clause.parent.phrases)
    if above and opens and above[0] == clause.last + 1 and {"modal", "copula"} & tokens[above[0]].classes:
        return True  # to fire on peacekeepers is unacceptable
    if phrase is None or not phrase.single or match.times or verb is None or len(clause.verbs) > _MODAL:
        return False
    would = len(clause.verbs) == _MODAL and not phrase.definite and "modal" in tokens[verb]  # would be a crime
    if not (would or len(clause.verbs) == 1) or "copula" not in tokens[clause.verbs[-1]]:
        return False
    if phrase.last < verb:
        return phrase in clause.subjects and any(p.bare and p.first > verb for p in clause.phrases)
    return phrase.first > verb and any(p.single and p.bare and p.last < verb and p.triggers for p in clause.phrases)


_PUTS_IN = frozenset({"deploy", "agree"})
_BEING_THERE = frozenset({"contribution", "presence"})


def _only_effort(clause: Clause, pack: Pack) -> bool:
    """Say whether nobody goes or is anywhere: "les efforts déployés par la mission"."""
    efforts = pack.classes_of("effort_noun")
    return any(p.words & efforts or p.text.lower() in efforts for p in clause.objects[:1])


def _comes_first(match: Match, verb: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a doing is itself what a modal or copula speaks of: its verb comes first, with nobody before it."""
    clause = match.clause
    first = clause.verbs[0]
    if match.phrase is not None or not match.anchor < verb or clause.verbs[1:2] != [verb]:
        return False
    means = clause.lemmas.get(clause.verbs[-1], "") in pack.classes_of("meaning")
    nobody = not any(p.bare and p.last < first for p in clause.phrases)
    return (
        (means or not tokens[verb].classes.isdisjoint({"modal", "copula"}))
        and nobody
        and "participle" not in tokens[first]
    )


def _averted(phrase: Phrase, clause: Clause, pack: Pack) -> bool:
    """Say whether a noun is what somebody keeps from happening: "must prevent attacks", "an attack was foiled"."""
    return phrase in clause.objects and not pack.classes_of("averting").isdisjoint(clause.lemmas.values())


_MODAL = 2  # verbs: would be
_SAID = frozenset({"demand", "accuse", "condemn", "deny", "reject", "threaten"})
