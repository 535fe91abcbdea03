"""Whose word a statement is, and how many independent voices a few statements are.

Two voices are independent when neither their origin nor their teller is the same: three papers that quote one minister are one
voice, and so is one agency that quotes three. So the voices are the most pairs of an origin and a teller in which no origin and no
teller comes twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from missionwatch.picture.claims import Said
    from missionwatch.records import EntityRef, Reliability, Source, Theatre

_ONE_PARTY = frozenset({None, "government", "armed_forces", "police", "diplomats"})
"""The bodies that speak for the state itself; parliament, opposition and population are parties of their own."""


class Voice(NamedTuple):
    """Whose word a statement is (``origins``, one or more) and who brings it, with the teller's reliability and its reason."""

    origins: tuple[str, ...]
    teller: str
    reliability: Reliability
    reason: str | None


def party_of(ref: EntityRef) -> str | None:
    """Return the party somebody speaks for: a minister and an army speak for their state; None where nobody knows who it is."""
    if ref.id is None:
        return None
    if ref.kind == "state":
        return ref.id if ref.body in _ONE_PARTY else f"{ref.id}/{ref.body}"
    return f"state:{ref.country}" if ref.kind == "person" and ref.country else ref.id


def voice_of(one: Said, first: Said, theatre: Theatre) -> Voice:
    """Return the voice of a statement; ``first`` is the first among those weighed that copies the same report, or is it."""
    source = theatre.source(first.head.source)
    teller = f"report:{first.head.voice}" if source.id == "unknown" else f"source:{source.id}"
    statement = one.statement
    parties = () if statement.hearsay else tuple(dict.fromkeys(p for p in map(party_of, statement.holders) if p))
    return Voice(parties or (_speaks_for(source) or teller,), teller, source.reliability, source.reason)


def voices_of(rows: Sequence[Said], theatre: Theatre) -> list[Voice]:
    """Return the voice of each statement."""
    copies = [one for one in rows if one.head.copy_of is not None]
    first: dict[str, Said] = {}
    for one in rows if copies else ():
        for name in (one.head.voice, *one.head.earlier):  # a copy of an earlier version is a copy of the later one
            earlier = first.get(name)
            if earlier is None or _before(one) < _before(earlier):
                first[name] = one
    out = []
    for one in rows:
        if one.head.copy_of is not None:
            out.append(voice_of(one, first[one.head.voice], theatre))
            continue
        if one.voice is None or one.voice[0] is not theatre:
            one.voice = (theatre, voice_of(one, one, theatre))
        out.append(one.voice[1])
    return out


def independent(voices: Sequence[Voice]) -> dict[int, tuple[str, str]]:
    """Return which of these are voices of their own, each with its origin and teller; how many there are is what counts."""
    edges: dict[str, dict[str, int]] = {}
    for n, voice in enumerate(voices):
        for origin in voice.origins:
            edges.setdefault(origin, {}).setdefault(voice.teller, n)
    if len(edges) == 1:
        origin, tellers = next(iter(edges.items()))
        teller = next(iter(tellers))
        return {tellers[teller]: (origin, teller)}
    told_by: dict[str, str] = {}
    for origin in edges:
        _match(origin, edges, told_by, set())
    return {edges[origin][teller]: (origin, teller) for teller, origin in told_by.items()}


def _match(origin: str, edges: Mapping[str, Mapping[str, int]], told_by: dict[str, str], seen: set[str]) -> bool:
    """Find a teller for an origin, moving others where that frees one (the augmenting path of bipartite matching)."""
    for teller in edges[origin]:
        if teller in seen:
            continue
        seen.add(teller)
        if teller not in told_by or _match(told_by[teller], edges, told_by, seen):
            told_by[teller] = origin
            return True
    return False


def _before(one: Said) -> tuple[bool, int, str]:
    """Order reports: the original before its copies, then by day."""
    return one.head.copy_of is not None, one.on, one.head.id


def _speaks_for(source: Source) -> str | None:
    """Return the party a source is the voice of: a government's site speaks for its state, a mission's for the mission."""
    match source.kind:
        case "government":
            return f"state:{source.country}" if source.country else None
        case "parliament":
            return f"state:{source.country}/parliament" if source.country else None
        case "mission" | "organisation":
            return f"{source.kind}:{source.id}"
        case _:
            return None
