"""What stands on a map: missions, presences, contributions, developments and incidents, each with its place and its days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, get_args

from missionwatch import register
from missionwatch.exchange.gathering import INCIDENTS
from missionwatch.web.outlines import middle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.records import Claim, EntityRef, Level, MissionPicture, Picture
    from missionwatch.workplace import Seen

Kind = Literal["mission", "incident", "development", "presence", "contribution"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""In the order in which a list shows them, and in which one marker stands for several."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing at one place.

    ``exact`` says that the place itself is known; else it is somewhere in the country, and stands in the middle of it. Where not
    even that is known, ``latitude`` and ``longitude`` are None. ``first`` and ``last`` are the days it counts for.
    """

    kind: Kind
    place: EntityRef
    exact: bool
    latitude: float | None
    longitude: float | None
    claim: Claim | None = None
    mission: EntityRef | None = None
    level: Level | None = None
    first: date | None = None
    last: date | None = None


def features(seen: Seen, *, days: int | None = None, kind: Kind | None = None) -> list[Feature]:
    """Return what stands on the map of a picture, missions first, then the latest.

    ``days`` narrows it to what happened or was last reported within so many days; missions stay. ``kind`` narrows it to one kind.
    """
    since = seen.picture.as_of - timedelta(days=days) if days is not None else date.min
    found = [one for one in _all(seen) if kind in (None, one.kind)]
    found = [one for one in found if one.kind == "mission" or (one.last or date.min) >= since]
    latest = sorted(found, key=lambda one: (one.place.id or one.place.text, one.claim.id if one.claim else ""))
    latest.sort(key=lambda one: one.last or date.min, reverse=True)
    return sorted(latest, key=lambda one: KINDS.index(one.kind))


def happened(claim: Claim) -> date | None:
    """Return the day a development counts for: its own first day, else the day it was first reported."""
    time = claim.statement.time
    said = (time.earliest or time.latest) if time is not None else None
    return date.fromisoformat(said) if said else claim.first


def is_incident(claim: Claim) -> bool:
    """Say whether a claim tells of people who came to harm, or of a mission that was hindered."""
    statement = claim.statement
    return claim.type in INCIDENTS and statement.modality == "actual" and not statement.negated


def _all(seen: Seen) -> Iterator[Feature]:
    picture = seen.picture
    for mission in picture.missions:
        concern = seen.concern(mission.mission.id or "")
        yield from _hosts(mission, picture, concern.level if concern is not None else "none")
    told: set[tuple[str, str]] = set()
    for mission in (*picture.missions, picture.general):
        for claim in (*mission.developments, *mission.contributions):
            for one in _placed(claim, mission):
                key = (claim.id, one.place.id or one.place.text)
                if key not in told:  # a claim may belong to several missions
                    told.add(key)
                    yield one
    for claim in picture.presences:
        yield from _placed(claim, None)


def _hosts(mission: MissionPicture, picture: Picture, level: Level) -> Iterator[Feature]:
    """Yield a mission in each country that hosts it: more is not known of where it is as a whole."""
    entry = register.load().mission(mission.mission.id)
    for host in entry.hosts if entry is not None else ():
        at = middle(host)
        yield Feature(
            kind="mission", place=register.load().ref(f"state:{host}", host), exact=False,
            latitude=at[1] if at else None, longitude=at[0] if at else None, mission=mission.mission, level=level,
            claim=next(iter(mission.state_by), None), last=picture.as_of,
        )  # fmt: skip


def _placed(claim: Claim, mission: MissionPicture | None) -> Iterator[Feature]:
    if claim.statement.negated or (claim.predicate != "event" and claim.statement.modality != "actual"):
        return
    kind: Kind
    if claim.predicate == "event":
        kind = "incident" if is_incident(claim) else "development"
    else:
        kind = "presence" if claim.predicate == "presence" else "contribution"
    day = happened(claim) if claim.predicate == "event" else None
    for place in claim.statement.role("place"):
        latitude, longitude, exact = place.latitude, place.longitude, True
        if latitude is None or longitude is None:
            at, exact = middle(place.country or ""), False
            longitude, latitude = at if at is not None else (None, None)
        yield Feature(
            kind=kind, place=place, exact=exact, latitude=latitude, longitude=longitude, claim=claim,
            mission=mission.mission if mission is not None and mission.mission.id is not None else None,
            first=day or claim.first, last=day or claim.last,
        )  # fmt: skip
