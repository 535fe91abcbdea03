"""Whether what a clause tells is so: over already or going on, or only to be said, wanted or brought about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.phrases import ending_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Token


def over_already(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether an infinitive tells of what is over: "to have left"."""
    return any(i and "perfect" in tokens[i] and "infinitive_marker" in tokens[i - 1] for i in clause.order)


def just_done(child: Clause, parent: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether an infinitive tells what has been done: "vient de déployer 200 soldats", "was the first to leave", "avant de partir"."""
    noun = ending_before(child.first, parent.phrases)
    over = parent.modality == "actual" and not parent.future
    if over and noun is not None and noun.definite and noun.words & pack.classes_of("foremost"):
        return True  # was the first country to send troops
    blamed = not pack.classes_of("blaming").isdisjoint(parent.lemmas.values())
    if over and blamed and any("perfect" in tokens[i] and "infinitive" in tokens[i] for i in child.verbs):
        return True  # a remercié le Ghana d'avoir envoyé 200 soldats
    near = (tokens[k].low for k in range(max(child.first - 2, 0), child.first + 1))
    if over and not (parent.present or parent.hearsay) and not pack.classes_of("before_doing").isdisjoint(near):
        return True  # had trained them before it took its soldiers home
    recent = bool(parent.verbs) and parent.verbs[-1] == child.first - 1
    recent = recent and parent.lemmas[parent.verbs[-1]] in pack.classes_of("just_now")
    return recent and "from" in pack.relations.get((tokens[child.first].low,), ())


def is_able(clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool | None:
    """Say whether a clause tells that somebody is able to do what follows, or unable; None where it tells neither."""
    lows = () if pack.being.isdisjoint(clause.lemmas.values()) else clause.lows(tokens)
    if not lows or not pack.says("able", lows):
        return None
    return pack.says("unable", lows) == clause.negated


def told_so(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a clause only tells which one is meant: "le déploiement, tel qu'autorisé par le Conseil"."""
    return clause.opener is not None and clause.opener > 0 and "such_as" in tokens[clause.opener - 1]


def tells_besides(clause: Clause, words: frozenset[str]) -> bool:
    """Say whether a relative clause tells something of someone known: wanted or denied is not that "who support MINUSCA"."""
    who = next((p for p in clause.phrases if p.pronoun == "relative"), None)
    if clause.future:
        return False
    above = clause.parent.phrases if clause.parent is not None and clause.opener is not None else []
    told = bool(clause.times) and clause.finite is not None and clause.modality == "actual" and not clause.hearsay
    asked = any(clause.opener is not None and p.last == clause.opener - 1 and p.words & words for p in above)
    over = told and not clause.present  # wants to arrest those who killed two peacekeepers in May
    # the base of Adji Kossei, where 100 soldiers are: named, whether anyone knows it or not
    named = who is not None and any(r.id or r.text.rpartition(" ")[2][:1].isupper() for r in who.refs)
    return over or asked or (who is not None and not who.single and named)


def was_so(clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a clause tells of what is over or goes on, so that who announces it plans nothing: "had been wounded"."""
    finite = tokens[clause.finite] if clause.finite is not None else None
    if finite is None or clause.future:
        return False
    if pack.past_like_participle and "participle" in finite and clause.verbs == [clause.finite] and not clause.passive:
        return True  # announced that Mali expelled the ambassador; but: annonce que le Mali expulse …
    if "participle" in finite:
        return False
    over = "perfect" in finite and any("participle" in tokens[v] for v in clause.verbs[1:])
    held = clause.passive and finite.low in pack.past_forms and "copula" in finite
    return over or held


def said_on_purpose(clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a clause tells what is over, and the one above that it is to be said: "would like to recall | that X has left"."""
    above = clause.parent
    if clause.link != "content" or above is None or above.link != "purpose" or above.attitudes & {"deny", "demand"}:
        return False
    return bool(above.attitudes & {"say", "know"}) and was_so(clause, tokens, pack)


def would_bring(above: Clause, clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a clause tells of what is only to be brought about: "must ensure | that X leaves"; not: will prove that X left."""
    ahead = above.modality in ("planned", "required", "possible") and clause.modality == "actual" and not above.negated
    return ahead and not above.attitudes & {"say", "know", "judge"} and not was_so(clause, tokens, pack)


def _over_since(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a clause tells after what something was (not) done: "refused to leave after the army took power"."""
    opener, first = clause.opener, clause.finite
    if opener is None or first is None or not any("later_than" in t for t in tokens[max(0, opener - 1) : opener + 1]):
        return False
    return not (clause.present or clause.future) and clause.modality == "actual"


def stands_apart(child: Clause, clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a clause holds whatever those above it do to it: a cause, what was so before, what is told besides."""
    if child.link == "cause" or said_on_purpose(child, tokens, pack):
        return True
    if child is clause and child.link == "time" and _over_since(child, tokens):
        return True  # refused to leave after X took power
    return child.link == "relative" and tells_besides(child, pack.classes_of("words_noun"))
