"""Of whom a post is where nothing beside it says so: whose government was spoken of, whose parliament is told, whose people were named."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.described import renamed
from missionwatch.reading.frames.senses import MISSION_POSTS
from missionwatch.reading.frames.tokens import OPENING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef


def owner(builder: Builder, clause: Clause) -> tuple[EntityRef, ...]:
    """Return whose "its spokesperson" is: of who was told of before it in the sentence, else of the last told of before that."""
    earlier = (c for c in reversed(builder.clauses) if c.first < clause.first and c.link == "main")
    told = next((p for c in earlier for p in (c.objects if c.passive else c.subjects)[:1]), None)
    meant = builder.discourse.owner if told is None or told.pronoun else told.refs
    return tuple(r for r in meant if r.id and r.kind not in ("place", "person"))[:1]


def headed(everyone: Sequence[Phrase], first: int, last: int) -> tuple[EntityRef, ...]:
    """Return the mission that another title beside a name says its holder heads: "special representative and head of UNMISS, X"."""
    for title, of in itertools.pairwise(everyone):
        near = first <= title.first <= last + _TITLES and of.start == title.last + 1 and "of" in of.relations
        missions = tuple(r for r in of.refs if r.kind == "mission" and r.id)
        if near and missions and any(s.code in MISSION_POSTS for s in title.senses("function")):
            return missions[:1]
    return ()


def before_parliament(clause: Clause, *who: Phrase | None) -> tuple[EntityRef, ...]:
    """Return whose minister it is who tells a parliament something: "Defence Minister X told the Dáil"."""
    said = clause.objects if any(p in clause.subjects for p in who) and "say" in clause.attitudes else []
    sitting = (r for p in said for r in p.refs if r.body == "parliament" and r.id and p.named)
    return tuple(renamed(r, r.text, "government") for r in sitting)[:1]


def speaking_for(builder: Builder, clause: Clause, sentence: Sentence) -> tuple[EntityRef, ...]:
    """Return the state whose doing someone tells: "Chad is sending 1,200 men, President Déby said"."""
    if not clause.attitudes & {"say", "know"}:
        return ()
    told = [c for c in builder.clauses if c.parent is clause or clause.coordinated is c or c.coordinated is clause]
    opens = {c.first: sentence.tokens[max(0, c.first - 1) : c.first + 1] for c in told}
    told = [c for c in told if not any(t.text in OPENING for t in opens[c.first])]  # those are whom he speaks of
    subjects = [p for c in told if c.link in ("main", "content") for p in c.subjects if p.by_country]
    refs = [r for p in subjects for r in p.refs if r.kind == "state"]
    hosts = {r.country for r in builder.discourse.hosts()}
    return tuple(r for r in refs if r.country not in hosts)[:1]


def government_spoken_of(builder: Builder, function: str | None) -> tuple[EntityRef, ...]:
    """Return the state whose government was spoken of last: its minister is named without it."""
    if function not in ("defence-minister", "foreign-minister", "chief-of-defence"):
        return ()
    hosts = {r.country for r in builder.discourse.hosts()}
    spoken = (r for r in builder.discourse.spoken_of() if r.kind == "state" and r.body == "government")
    last = next(spoken, None)
    return (last,) if last is not None and last.country not in hosts else ()


def whose_unit(builder: Builder, clause: Clause, post: Sequence[Phrase | None]) -> tuple[EntityRef, ...]:
    """Return whose people were just told of whose commander is named: "The Mongolians hold Bentiu; their commander, Colonel X"."""
    if not any(p is not None and p.owned for p in post):
        return ()
    return tuple(r for r in owner(builder, clause) if r.kind == "state")


def unless_met(state: tuple[EntityRef, ...], clause: Clause, builder: Builder) -> tuple[EntityRef, ...]:
    """Leave a country out where the clause has it for the other side: who visits Latvia is not Latvia's minister."""
    opened = {t.frame for lemma in clause.lemmas.values() for t in builder.pack.verb_triggers.get(lemma, ())}
    met_by = {"to", "with"} | ({"in", "at"} if opened & {"visit", "arrive"} else set())
    told = [p for p in clause.phrases if p.by_country and not _own_parliament(p, builder)]
    met = [p for p in told if p in clause.objects or met_by & set(p.relations)]
    return () if {r.country for r in state} & {r.country for p in met for r in (*p.refs, *p.adjective_refs)} else state


def _own_parliament(phrase: Phrase, builder: Builder) -> bool:
    """Say whether a phrase is the parliament of the paper's own country, whom its minister informs: no other side."""
    home = builder.discourse.home
    return (
        home is not None
        and bool(phrase.refs)
        and all(r.body == "parliament" and r.country == home for r in phrase.refs)
    )


_TITLES = 8  # tokens between a name and the last of its titles
