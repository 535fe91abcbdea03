"""What holds now that somebody asked to be warned of."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from missionwatch.records import LEVELS, Claim, Concern, Picture, Subscription

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from missionwatch.records import SourceHealth

OURS = frozenset({
    "attack", "clash", "detain", "expel", "deny_access", "obstruct", "threaten", "withdraw", "suspend", "end", "reduce", "recall",
})  # fmt: skip
"""Events that concern our people where they serve."""


class Matter(NamedTuple):
    """One thing that holds: ``key`` names it as long as it holds.

    ``claims`` carry it (none for a silent source, nor for a level that event data make), ``since`` is since when it is so. ``concern``
    is there for levels and trends, ``day`` for dates ahead, ``source`` for a silent source. ``implied`` are the keys of what holds with
    it: whoever was told of severe need not be told of high when it falls back to that.
    """

    key: str
    mission: str | None
    claims: tuple[Claim, ...]
    since: date | None
    concern: Concern | None = None
    day: tuple[str, str] | None = None
    source: str | None = None
    implied: tuple[str, ...] = ()


def matters(
    subscription: Subscription,
    picture: Picture,
    concerns: Sequence[Concern],
    health: Sequence[SourceHealth],
    now: datetime,
) -> tuple[Matter, ...]:
    """Return what holds at ``now`` of what a subscription asks for, each key once, in a fixed order."""
    found: Iterator[Matter]
    match subscription.when:
        case "level" | "trend":
            found = _worrying(subscription, concerns)
        case "event":
            found = _events(subscription, picture)
        case "own":
            found = _own(subscription, picture)
        case "ahead":
            found = _ahead(subscription, picture)
        case "quiet":
            found = _quiet(subscription, health, now)
    once = {matter.key: matter for matter in found}
    return tuple(once[key] for key in sorted(once))


def _worrying(subscription: Subscription, concerns: Sequence[Concern]) -> Iterator[Matter]:
    for concern in concerns:
        if not concern.mission or not _wanted(subscription, concern.mission):
            continue
        claims = tuple(reason.claim for reason in concern.reasons[:3] if reason.claim is not None)
        since = [reason.last for reason in concern.reasons[:3] if reason.tempo is not None]
        newest = max((day for day in (*(c.last for c in claims), *since) if day is not None), default=None)
        if subscription.when == "trend":
            if concern.trend == subscription.trend:
                yield Matter(f"trend:{concern.mission}:{concern.trend}", concern.mission, claims, newest, concern)
        elif LEVELS.index(concern.level) >= LEVELS.index(subscription.at_least):
            below = LEVELS[LEVELS.index(subscription.at_least) : LEVELS.index(concern.level)]
            yield Matter(
                f"level:{concern.mission}:{concern.level}", concern.mission, claims, newest, concern,
                implied=tuple(f"level:{concern.mission}:{level}" for level in below),
            )  # fmt: skip


def _events(subscription: Subscription, picture: Picture) -> Iterator[Matter]:
    for place in (*picture.missions, picture.general):
        if not _wanted(subscription, place.mission.id or ""):
            continue
        for claim in place.developments:
            kind = not subscription.types or claim.type in subscription.types
            if kind and _fresh(subscription, claim, picture.as_of):
                yield Matter(f"event:{claim.id}", place.mission.id, (claim,), claim.first)


def _own(subscription: Subscription, picture: Picture) -> Iterator[Matter]:
    """Yield what touches our people: what is done to our state or by it, and what befalls a mission where we serve."""
    own = picture.theatre.own
    for place in (*picture.missions, picture.general):
        if not _wanted(subscription, place.mission.id or ""):
            continue
        for claim in place.developments:
            named = any(r.country == own and r.kind != "place" for refs in claim.statement.roles.values() for r in refs)
            if claim.type in OURS and (named or place.own) and _fresh(subscription, claim, picture.as_of):
                yield Matter(f"own:{claim.id}", place.mission.id, (claim,), claim.first)


def _ahead(subscription: Subscription, picture: Picture) -> Iterator[Matter]:
    limit = (picture.as_of + timedelta(days=subscription.days)).isoformat()
    for place in (*picture.missions, picture.general):
        if not _wanted(subscription, place.mission.id or ""):
            continue
        for day in place.calendar:
            if day.earliest <= limit and day.claim.credibility <= subscription.credibility:
                yield Matter(
                    f"ahead:{day.claim.id}:{day.earliest}", place.mission.id, (day.claim,), day.claim.first,
                    day=(day.earliest, day.latest),
                )  # fmt: skip


def _quiet(subscription: Subscription, health: Sequence[SourceHealth], now: datetime) -> Iterator[Matter]:
    """Yield the sources of which nothing new came for so long; a date in the future is no sign of life."""
    for source in health:
        signs = [moment for moment in (source.newest, source.gave) if moment is not None and moment <= now]
        heard = max(signs, default=None)
        if source.tried is not None and (heard is None or now - heard > timedelta(days=subscription.days)):
            yield Matter(f"quiet:{source.key}", None, (), heard.date() if heard else None, source=source.key)


def _wanted(subscription: Subscription, mission: str) -> bool:
    return not subscription.missions or mission in subscription.missions


def _fresh(subscription: Subscription, claim: Claim, as_of: date) -> bool:
    """Say whether a claim is news: first reported of late, a fact or a plan as it may be, and credible enough."""
    first = claim.first or as_of
    return first > as_of - timedelta(days=subscription.days) and claim.credibility <= subscription.credibility
