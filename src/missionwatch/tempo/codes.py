"""What the codes of event datasets mean: countries, and our coarse kinds of their types. Read from ``data/``."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib import resources
from typing import get_args

from missionwatch.records import EventKind

_DATA = resources.files("missionwatch.tempo") / "data"
_KINDS: tuple[str, ...] = get_args(EventKind)


@cache
def countries() -> dict[str, dict[str, str]]:
    """Return ISO alpha-2 codes by what a dataset calls the country: under ``fips``, ``numeric``, ``iso3`` and ``names``.

    Names are in lower case.
    """
    text = (_DATA / "countries.csv").read_text(encoding="utf-8")
    rows = csv.DictReader((line for line in text.splitlines() if not line.startswith("#")), delimiter=";")
    found: dict[str, dict[str, str]] = {"fips": {}, "numeric": {}, "iso3": {}, "names": {}}
    for row in rows:
        for column, said in found.items():
            for value in row[column].split("|"):
                if value and value != "0":
                    said[value.lower() if column == "names" else value] = row["iso2"]
    return found


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
    return tomllib.loads((_DATA / "kinds.toml").read_text(encoding="utf-8"))
