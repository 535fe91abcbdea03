"""What others call a country: ISO and FIPS codes, and the names of event datasets. Read from ``data/countries.csv``."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources


@cache
def countries() -> dict[str, dict[str, str]]:
    """Return ISO alpha-2 codes by what a dataset calls the country: under ``fips``, ``numeric``, ``iso3`` and ``names``.

    Names are in lower case.
    """
    found: dict[str, dict[str, str]] = {"fips": {}, "numeric": {}, "iso3": {}, "names": {}}
    for row in _rows():
        for column, said in found.items():
            for value in row[column].split("|"):
                if value and value != "0":
                    said[value.lower() if column == "names" else value] = row["iso2"]
    return found


@cache
def three_letters() -> dict[str, str]:
    """Return ISO alpha-3 codes by alpha-2 (XKX, user-assigned, is Kosovo)."""
    return {row["iso2"]: row["iso3"] for row in _rows()}


@cache
def _rows() -> list[dict[str, str]]:
    text = (resources.files("missionwatch.register") / "data" / "countries.csv").read_text(encoding="utf-8")
    return list(csv.DictReader((line for line in text.splitlines() if not line.startswith("#")), delimiter=";"))
