"""A picture as GeoJSON (RFC 7946): missions, presences, contributions and events, where coordinates are known."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import msgspec

from missionwatch.exchange.gathering import INCIDENTS
from missionwatch.exchange.provenance import days, full_name, name_of, plain, provenance, said, times

if TYPE_CHECKING:
    from collections.abc import Iterable

    from missionwatch.exchange.gathering import Export, Told
    from missionwatch.records import EntityRef, MissionPicture, Statement

_MAPPED = ("presence", "event", "contribution")
_STAYS = ("contribution", "strength", "period", "leadership")
"""What says where a mission is; where something happened to it is no place of its own."""

_Position = tuple[float, float]


def to_geojson(export: Export) -> bytes:
    """Return a FeatureCollection as JSON: one feature a mission, one a claim that can stand on a map.

    A feature without known coordinates has no geometry (null): no place is invented. Positions are longitude, latitude (WGS 84).
    """
    features = [_mission(mission, export) for mission in export.missions]
    features += [_claim(one, export) for one in export.told if one.claim.predicate in _MAPPED]
    box = bounds(position for feature in features for position in _all(feature["geometry"]))
    about = {
        "theatre": export.theatre.name,
        **times(export),
        **({"marking": export.tlp} if export.tlp else {}),
    }
    collection = {
        "type": "FeatureCollection",
        **({"bbox": box} if box else {}),
        "missionwatch": about,
        "features": features,
    }
    return msgspec.json.format(msgspec.json.encode(collection), indent=1) + b"\n"


def bounds(positions: Iterable[_Position]) -> list[float] | None:
    """Return west, south, east, north of positions, the shortest way round: west may lie beyond east (RFC 7946, 5.2).

    >>> bounds([(179.0, -10.0), (-179.0, 5.0)])
    [179.0, -10.0, -179.0, 5.0]
    """
    every = list(positions)
    if not every:
        return None
    ring = sorted({longitude for longitude, _ in every})
    gaps = [(after - before, before, after) for before, after in pairwise(ring)]
    widest, west_of, east_of = max(gaps, default=(0.0, 0.0, 0.0))
    over_the_edge = ring[0] + 360.0 - ring[-1]
    west, east = (ring[0], ring[-1]) if over_the_edge >= widest else (east_of, west_of)
    south, north = min(latitude for _, latitude in every), max(latitude for _, latitude in every)
    return [west, south, east, north]


def geometry(refs: Iterable[EntityRef]) -> dict[str, Any] | None:
    """Return the point or points of places; None where no coordinates are known."""
    points = list(dict.fromkeys(position for ref in refs if (position := _position(ref)) is not None))
    if not points:
        return None
    if len(points) == 1:
        return {"type": "Point", "coordinates": points[0]}
    return {"type": "MultiPoint", "coordinates": points}


def _position(ref: EntityRef) -> _Position | None:
    if ref.latitude is None or ref.longitude is None:
        return None
    within = -90 <= ref.latitude <= 90 and -180 <= ref.longitude <= 180
    return (ref.longitude, ref.latitude) if within else None


def _all(shape: dict[str, Any] | None) -> list[_Position]:
    if shape is None:
        return []
    return [shape["coordinates"]] if shape["type"] == "Point" else shape["coordinates"]


def _mission(mission: MissionPicture, export: Export) -> dict[str, Any]:
    stays = [claim for name in ("contributions", "strength", "periods", "lead") for claim in getattr(mission, name)]
    places = [
        ref for claim in stays if claim.predicate in _STAYS and claim.statement.modality == "actual" and not claim.statement.negated
        for ref in claim.statement.roles.get("place", ())
    ]  # fmt: skip
    concern = export.concerns.get(mission.mission.id or "")
    return {
        "type": "Feature", "id": mission.mission.id, "geometry": geometry(places),
        "properties": {
            "kind": "mission", "mission": mission.mission.id, "name": name_of(mission.mission), "state": mission.state,
            "level": concern.level if concern is not None else None, "trend": concern.trend if concern is not None else None,
            "places": list(dict.fromkeys(name_of(ref) for ref in places)),
            "claims": sorted(one.claim.id for one in export.told if mission.mission.id in one.missions), **times(export),
        },
    }  # fmt: skip


def _claim(one: Told, export: Export) -> dict[str, Any]:
    statement = one.claim.statement
    places = statement.roles.get("place", ())
    first, last = days(statement)
    return {
        "type": "Feature", "id": one.claim.id, "geometry": geometry(places),
        "properties": {
            "kind": _kind(statement), "type": statement.type,
            "name": said(export, one.claim), "places": [name_of(ref) for ref in places],
            "actors": [full_name(ref) for ref in statement.role("actor", "contributor")],
            "targets": [full_name(ref) for ref in statement.roles.get("target", ())],
            "first_day": first, "last_day": last, "modality": statement.modality, "negated": statement.negated,
            "denied": bool(one.claim.against), "quote": plain(statement.evidence.quote), "provenance": provenance(one, export),
        },
    }  # fmt: skip


def _kind(statement: Statement) -> str:
    if statement.predicate != "event":
        return statement.predicate
    return "incident" if statement.type in INCIDENTS else "development"
