"""Where to ask for a mission: the countries that host it, and the places that its claims name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from missionwatch import register
from missionwatch.errors import TempoStoreError
from missionwatch.records import Claim, MissionPicture, Near
from missionwatch.tempo.codes import POINTS

if TYPE_CHECKING:
    from collections.abc import Iterable

KM = 100.0
"""How far around a place events count: a day's drive of a convoy, and farther than datasets misplace a village."""
MOST = 6
"""Places of a mission that are asked for, those which most claims name first."""


def countries_of(mission: str) -> tuple[Near, ...]:
    """Return the countries that host a mission by the register; none for a mission at sea, or one that it does not know."""
    known = register.load()
    entry = known.mission(mission)
    hosts = entry.hosts if entry is not None else ()
    return tuple(Near(name=known.name(f"state:{code}", "en") or code, country=code) for code in hosts)


def named_by(mission: str, claims: Iterable[Claim], *, km: float = KM, most: int = MOST) -> tuple[Near, ...]:
    """Return the towns, villages and bases that claims on a mission name, in the countries that host it.

    A claim that is denied or ends the mission's stay still tells where it was; regions and countries are no points.
    """
    known = register.load()
    entry = known.mission(mission)
    hosts = entry.hosts if entry is not None else ()
    named: Counter[str] = Counter()
    for claim in claims:
        refs = {
            ref.id
            for statement in claim.support
            for refs in statement.roles.values()
            for ref in refs
            if ref.kind == "place"
        }
        named.update(sorted(filter(None, refs)))
    found = []
    for entity, _ in sorted(named.items(), key=lambda item: (-item[1], item[0])):
        place = known.entry(entity)
        if isinstance(place, register.Place) and place.type in POINTS and (not hosts or place.country in hosts):
            found.append(near(place, km))
    return tuple(one for one in found if one is not None)[:most]


def named(names: Iterable[str], *, km: float = KM) -> tuple[Near, ...]:
    """Return the places of these names or ids (``gao``, ``Ménaka``); raise ``TempoStoreError`` for one that the register has not."""
    known = register.load()
    by_name = {
        word.casefold(): entry
        for entry in known.entries("place")
        for word in (entry.id, *entry.nl, *entry.en, *entry.fr)
    }
    found = []
    for name in names:
        place = by_name.get(name.casefold()) or known.entry(f"place:{name.casefold()}")
        point = near(place, km) if isinstance(place, register.Place) and place.type in POINTS else None
        if point is None:
            raise TempoStoreError(
                f"the register knows no town, village or base {name!r}; name one of register/data/places.csv"
            )
        found.append(point)
    return tuple(found)


def near(place: register.Place, km: float = KM) -> Near | None:
    """Return where to ask around a place of the register; None where its coordinates are not known."""
    if place.latitude is None or place.longitude is None:
        return None
    return Near(
        name=place.name.of("en"), country=place.country, latitude=place.latitude, longitude=place.longitude, km=km
    )


def claims_of(seen: MissionPicture) -> tuple[Claim, ...]:
    """Return all claims of a mission's picture, each once."""
    found: dict[str, Claim] = {}
    for field in msgspec.structs.fields(MissionPicture):
        value = getattr(seen, field.name)
        for one in value if isinstance(value, tuple) else ():
            if isinstance(one, Claim):
                found[one.id] = one
    return tuple(found.values())
