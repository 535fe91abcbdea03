"""Whose people fell who are told by no more than "three of them" or "two": those spoken of before; and who only died."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from missionwatch.reading.frames.described import renamed
from missionwatch.reading.frames.remnants import whose_people

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Match
    from missionwatch.records import EntityRef


def whose_fallen(builder: Builder, match: Match, phrase: Phrase, roles: Mapping[str, Any]) -> tuple[EntityRef, ...]:
    """Return whose people a phrase counts that only takes up who was spoken of: soldiers or fighters, last of all the contingent."""
    of_them, owned = phrase.anaphor in SOME, _owned(match, phrase)
    if not (of_them or owned):
        return ()
    doers = {r.id for r in roles.get("actor", ())}
    here = {r.id for p in match.clause.phrases for r in (*p.refs, *p.adjective_refs) if p is not phrase}
    spoken = islice(builder.discourse.spoken_of(), _RECENT)
    fit = (r for r in spoken if r.id and r.id not in doers | here and _armed(r))
    last = next(fit, None)
    if owned:
        last = whose_people(builder.discourse) or last
    return (renamed(last, phrase.text, last.body),) if last is not None else ()


def simply_died(match: Match, pack: Pack) -> bool:
    """Say whether one person who is named, or holds a post, died, and nothing tells of what: "President Keita died on Sunday"."""
    clause = match.clause
    words = {match.trigger, clause.lemmas.get(match.anchor, "")}
    if match.phrase is not None or words.isdisjoint(pack.classes_of("dying")):
        return False
    dead = clause.objects if clause.passive else clause.subjects
    return bool(dead) and all(
        p.number is None
        and (p.person is not None or bool(p.senses("function")) or any(r.kind == "person" for r in p.refs))
        for p in dead
    )


def made_dead(match: Match, phrase: Phrase, roles: dict[str, Any]) -> None:
    """Let who leaves so many dead behind, or counts them, be none of them: "stormed the house, leaving 25 dead"."""
    clause = match.clause
    named = phrase.only_number and phrase.last + 1 == match.anchor and any(v < phrase.first for v in clause.verbs)
    dead = named or (match.fixed and any(t.frame in _FALLING for t in phrase.triggers))
    if not dead or phrase not in clause.objects or match.phrase is not None or clause.passive:
        return
    told = {r.id for p in (*clause.subjects, *clause.objects) if p is not phrase for r in p.everyone()}
    if roles.get("target") and {r.id for r in roles["target"]} <= told:
        del roles["target"]


_FALLING = frozenset({"killed", "wounded"})


def _armed(ref: EntityRef) -> bool:
    return ref.kind == "group" or (ref.kind in ("state", "mission") and ref.body in ("armed_forces", "police"))


def _owned(match: Match, phrase: Phrase) -> bool:
    """Say whether a phrase counts somebody's people without saying whose: "four of his soldiers", "two of our men"."""
    behind = (p for p in match.clause.phrases if p.start == phrase.last + 1 and "of" in p.relations)
    chain = (phrase, *islice(behind, 1))
    return any(p.owned and p.is_people and not any(r.id for r in (*p.refs, *p.adjective_refs)) for p in chain)


SOME = frozenset({"one_of", "the_other", "the_others"})
_RECENT = 12  # refs; whoever was named further back is not taken up
