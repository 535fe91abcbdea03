"""The formats of event files: their columns, and which of them a file is in.

GDELT 2.0's files have no header: 61 columns for events (``export``), 16 for mentions, split by tabs, nothing quoted. ACLED and UCDP
give CSV with a header, or JSON whose rows stand in ``data`` (ACLED) or ``Result`` (UCDP).
"""

from __future__ import annotations

import csv
import io
import re
from typing import Literal

Format = Literal["acled", "ucdp", "gdelt", "gdelt-mentions"]
Dataset = Literal["acled", "ucdp", "gdelt", "gdelt-mentions"]


def _actor(number: int) -> list[str]:
    parts = (
        "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code",
        "Type3Code",
    )  # fmt: skip
    return [f"Actor{number}{part}" for part in parts]


def _geo(of: str) -> list[str]:
    parts = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
    return [f"{of}Geo_{part}" for part in parts]


GDELT_EVENTS: tuple[str, ...] = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate", *_actor(1), *_actor(2), "IsRootEvent", "EventCode",
    "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *_geo("Actor1"), *_geo("Actor2"), *_geo("Action"), "DATEADDED", "SOURCEURL",
)  # fmt: skip
"""The 61 columns of GDELT 2.0's event files, in their order."""
GDELT_MENTIONS: tuple[str, ...] = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier", "SentenceID",
    "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen", "MentionDocTone",
    "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
"""The 16 columns of GDELT 2.0's mention files, in their order."""
TELLING: dict[str, Format] = {"event_id_cnty": "acled", "type_of_violence": "ucdp", "deaths_side_a": "ucdp"}
"""Columns that only one dataset has."""


def of_columns(columns: set[str]) -> Format | None:
    """Return the format whose telling column is among these (lower case), or None."""
    return next((said for name, said in TELLING.items() if name in columns), None)


def of_tabs(line: str) -> Format | None:
    r"""Return which of GDELT's formats a line without header is in, or None.

    >>> of_tabs("1051" + "\t" * 15)
    'gdelt-mentions'
    """
    cells = line.split("\t")
    if not cells[0].strip().isdigit():
        return None
    return {len(GDELT_EVENTS): "gdelt", len(GDELT_MENTIONS): "gdelt-mentions"}.get(len(cells))  # type: ignore[return-value]  # mypy takes the values for plain strings


def header(line: str) -> tuple[str, tuple[str, ...]]:
    """Return how a header line is split and its columns in lower case, each of them once.

    >>> header('event_id_cnty;event_date;notes')
    (';', ('event_id_cnty', 'event_date', 'notes'))
    """
    delimiter = max(",;\t", key=line.count)
    cells = next(csv.reader(io.StringIO(line.lstrip("\ufeff")), delimiter=delimiter), [])
    names: list[str] = []
    for number, cell in enumerate(cells):
        name = re.sub(r"[^a-z0-9_]+", "_", cell.strip().lower()).strip("_") or f"column_{number}"
        names.append(name if name not in names else f"{name}_{number}")
    return delimiter, tuple(names)


def release_of(name: str) -> str | None:
    """Return the release that a file's name says it is of, or None.

    >>> release_of("GEDEvent_v25_1.csv"), release_of("ucdp_ged251_events.json"), release_of("GEDEvent_v25_0_10.csv")
    ('25.1', '25.1', '25.0.10')
    """
    found = re.search(r"_v(\d{1,2}(?:[_.]\d{1,2}){1,2})(?!\d)", name, re.IGNORECASE)
    if found:
        return found.group(1).replace("_", ".")
    short = re.search(r"ged(\d{2})(\d)(?!\d)", name, re.IGNORECASE)
    return f"{short.group(1)}.{short.group(2)}" if short else None


def rank_of(release: str | None) -> int:
    """Return a release as a number that grows with it; 0 where there is none or it is no release.

    >>> rank_of("25.0.10") < rank_of("25.1")
    True
    """
    parts = re.fullmatch(r"(\d{1,4})(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?", release or "")
    if parts is None:
        return 0
    major, minor, patch = (int(part or 0) for part in parts.groups())
    return (major * 1000 + minor) * 1000 + patch
