"""Chains of risks: what one risk brings about is what the next one comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.records import Chain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from missionwatch.picture.shown import Shown
    from missionwatch.records import Claim

_LONGEST, _MOST = 6, 50  # links in a chain, chains in a picture: enough to read, and never without end


def chains(risks: Sequence[Shown], day: int) -> tuple[Chain, ...]:
    """Return the chains of two or more risks that cannot be made longer, in order of their hazards.

    A chain passes through each hazard once: where risks go round in a circle it stops before it closes.
    """
    found = {(*link, one.claim.id): one.at(day) for one in risks for link in one.links}
    links = sorted(found.items(), key=lambda item: item[0])
    by_cause: dict[str, list[tuple[str, Claim]]] = {}
    caused = {effect for (_, effect, _), _ in links}
    for (cause, effect, _), claim in links:
        by_cause.setdefault(cause, []).append((effect, claim))

    def further(hazards: tuple[str, ...], claims: tuple[Claim, ...]) -> Iterator[Chain]:
        onward = [step for step in by_cause.get(hazards[-1], ()) if step[0] not in hazards]
        if not onward or len(claims) == _LONGEST:
            if len(claims) > 1:
                yield Chain(claims=claims, hazards=hazards, targets=claims[-1].statement.role("target"))
            return
        for effect, claim in onward:
            yield from further((*hazards, effect), (*claims, claim))

    out: list[Chain] = []
    starts = sorted(by_cause, key=lambda cause: (cause in caused, cause))
    for start in starts:
        if start in caused and any(start in chain.hazards for chain in out):
            continue  # the middle of a chain is no chain of its own
        for chain in further((start,), ()):
            out.append(chain)
            if len(out) == _MOST:
                return tuple(out)
    return tuple(out)
