"""What the codes of event datasets mean: our coarse kinds of their types, and where towns lie. Read from ``data/``."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib import resources
from typing import get_args

import tomli

from missionwatch import register
from missionwatch.records import EventKind

_DATA = resources.files("missionwatch.tempo") / "data"
POINTS = frozenset({"town", "village", "base"})
"""The register's types of place that are points, not regions or seas."""
_KINDS: tuple[str, ...] = get_args(EventKind)


@cache
def towns() -> dict[tuple[str, str], tuple[float, float]]:
    """Return the coordinates of the register's towns, villages and bases by country (ISO alpha-2) and name.

    Names are in lower case and without accents; one that two places of a country share is left out.
    """
    found: dict[tuple[str, str], set[tuple[float, float]]] = {}
    for entry in register.load().entries("place"):
        if isinstance(entry, register.Place) and entry.type in POINTS and entry.country:
            if entry.latitude is None or entry.longitude is None:
                continue
            for name in {*entry.nl, *entry.en, *entry.fr}:
                plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
                found.setdefault((entry.country, plain), set()).add((entry.latitude, entry.longitude))
    return {key: next(iter(points)) for key, points in found.items() if len(points) == 1}


@cache
def kinds() -> dict[str, dict[str, str]]:
    """Return, for each dataset, our kind by the beginning of its type code, the longest first."""
    said = _kinds_file()
    found: dict[str, dict[str, str]] = {}
    for source, table in said.items():
        if isinstance(table, dict):
            for kind in table.values():
                if kind not in _KINDS:
                    raise ValueError(f"kinds.toml: {source}: unknown kind {kind!r}")
            found[source] = dict(sorted(table.items(), key=lambda item: (-len(item[0]), item[0])))
    return found


@cache
def incident_kinds() -> tuple[str, ...]:
    """Return the kinds that count as incidents."""
    return tuple(_kinds_file()["incidents"])


@cache
def _kinds_file() -> dict[str, dict[str, str]]:
    return tomli.loads((_DATA / "kinds.toml").read_text(encoding="utf-8"))
