"""What undoes a match: words that are taken back, what has not come yet, what is ruled out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Token


def taken_back(match: Match, pack: Pack) -> Phrase | None:
    """Return what a verb takes back, where it is words: who withdraws a request or his support sends nobody home."""
    if match.frame.type != "withdraw" or match.phrase is not None or match.fixed:
        return None
    said = next((p for p in match.clause.objects if p.triggers or p.words & pack.classes_of("words_noun")), None)
    governed = max((v for v in match.clause.verbs if said is not None and v < said.first), default=match.anchor)
    if governed < match.anchor and not pack.verb_second:
        return None  # follows the withdrawal from Niamey, leaving 200 soldiers
    going = said is None or said.is_people or said.senses("asset") or said.noun in _GOING_HOME
    return None if going or (said and any(r.kind == "mission" for r in said.refs)) else said


def undo(found: Sequence[Match], tokens: Sequence[Token], pack: Pack) -> None:
    """Negate the nouns of what a verb takes back, and of what has not come yet: "Turkey's approval is still awaited"."""
    undone = [what for m in found if (what := taken_back(m, pack)) is not None]
    for match in found:
        clause, phrase = match.clause, match.phrase
        if phrase in undone:
            match.negated = not match.negated  # withdrew its support
        named = pack.gerund is not None and pack.gerund.search(tokens[match.anchor].low) is not None
        if phrase is None and (named or match.anchor not in clause.verbs) and _barred(match, tokens, pack):
            match.modality, match.negated = "planned", True  # ruled out sending troops, ruled out talks with M23
        named = (
            named and clause.verbs[:1] == [match.anchor] and clause.finite is not None
        )  # prolonging it | is out of the question
        if not named and (phrase is None or not (phrase in clause.subjects or phrase in clause.objects)):
            continue
        if pack.says("outstanding", clause.lows(tokens)):
            match.modality, match.negated = "actual", True
    _put_off(found)


def _put_off(found: Sequence[Match]) -> None:
    """Let what a verb puts off be to come: "postponed its deployment", "a reporté sa visite"."""
    if not any(m.frame.type == "postpone" and m.phrase is None and not m.negated for m in found):
        return
    for match in found:
        if match.phrase is not None and match.phrase in match.clause.objects and match.frame.type in _LATER:
            match.modality = "planned" if match.modality == "actual" else match.modality


_LATER = frozenset({
    "consult", "deploy", "elect", "end", "extend", "reduce", "reinforce", "release", "resume", "visit", "withdraw",
})  # fmt: skip


def is_barred(phrase: Phrase, clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether words before a noun say that what it names is not to be: "ruled out talks"."""
    return pack.says("barred", [tokens[i].low for i in clause.order if i < phrase.first])


def _barred(match: Match, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether words before a match say that what it tells is not to be, and are no part of it."""
    before = [tokens[i].low for i in match.clause.order if i < match.anchor]
    own = set(match.trigger.split()).isdisjoint(before)
    return own and pack.says("barred", before)


_GOING_HOME = frozenset(
    {"people", "person", "mission", "contribution", "convoy", "partner", "country", "region", "place"}
)
