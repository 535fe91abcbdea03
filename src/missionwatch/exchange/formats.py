"""Which formats there are, and what writes and reads each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from missionwatch.exchange.ftm import to_ftm
from missionwatch.exchange.ftm_reading import from_ftm
from missionwatch.exchange.geojson import to_geojson
from missionwatch.exchange.plover import to_plover
from missionwatch.exchange.stix import to_stix
from missionwatch.exchange.stix_reading import from_stix
from missionwatch.exchange.tables import to_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from missionwatch.exchange.gathering import Export
    from missionwatch.exchange.taking import Cleaner, Parcel

Format = Literal["stix", "ftm", "geojson", "csv", "plover"]
FORMATS: tuple[Format, ...] = get_args(Format)


def _one(write: Callable[[Export], bytes]) -> Callable[[Export], dict[str, bytes]]:
    return lambda export: {"": write(export)}


WRITERS: Mapping[Format, Callable[[Export], dict[str, bytes]]] = {
    "stix": _one(to_stix),
    "ftm": _one(to_ftm),
    "geojson": _one(to_geojson),
    "csv": lambda export: {f"{name}.csv": text for name, text in to_tables(export).items()},
    "plover": _one(to_plover),
}
"""What writes each format: files by name in a folder, or one file whose name is the user's (here empty)."""


def taken(raw: bytes, what: str, layout: Literal["stix", "ftm"], clean: Cleaner) -> Parcel:
    """Return what a file in one of the formats that come in says; raise ``ExchangeError`` where it is none."""
    return from_stix(raw, what, clean) if layout == "stix" else from_ftm(raw, what, clean)
