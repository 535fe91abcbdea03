"""Event files in the datasets' own forms, with rows of our own: nothing here is copied from a dataset."""

from __future__ import annotations

import csv
import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("duckdb", reason="event data need the extra tempo")

from missionwatch.tempo import Archive, Loaded, load
from missionwatch.tempo.formats import GDELT_EVENTS, GDELT_MENTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

TODAY = date(2026, 11, 25)
ACLED = [
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
]
GED = [
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a_dset_id",
    "side_a_new_id",
    "side_a",
    "side_b_dset_id",
    "side_b_new_id",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "gwnoa",
    "gwnob",
]
AEC = [
    "id",
    "source_article",
    "source_date",
    "deaths_side_a",
    "deaths_side_b",
    "deaths_civilian",
    "deaths_unknown",
    "deaths_low",
    "deaths_high",
    "side_a_name",
    "side_b_name",
    "location_root_name",
    "location_adm1_name",
    "location_adm2_name",
    "location_where_name",
    "start_date",
    "end_date",
    "split",
]


def acled(event: str, day: str = "2022-01-10", **more: object) -> dict[str, Any]:
    """Return a row of ACLED's form: a fight near Gao."""
    row = dict.fromkeys(ACLED, "") | {
        "event_id_cnty": event, "event_date": day, "year": day[-4:], "time_precision": "1", "event_type": "Battles", "sub_event_type": "Armed clash",
        "actor1": "Military Forces of Somewhere", "actor2": "An Armed Group", "iso": "466", "country": "Mali", "admin1": "Gao", "location": "Gao",
        "latitude": "16.2717", "longitude": "-0.0447", "geo_precision": "1", "source": "A paper", "notes": "A clash.", "fatalities": "2", "timestamp": "1642000000",
    }  # fmt: skip
    return row | {key: str(value) for key, value in more.items()}


def ged(event: int, day: str = "2022-01-10", **more: object) -> dict[str, Any]:
    """Return a row of UCDP GED's form."""
    row = dict.fromkeys(GED, "") | {
        "id": str(event), "year": day[:4], "type_of_violence": "1", "side_a": "Government of Somewhere", "side_b": "A group", "where_prec": "1",
        "where_coordinates": "Gao town", "latitude": "16.2717", "longitude": "-0.0447", "country": "Mali", "date_prec": "1", "date_start": f"{day} 00:00:00.000",
        "date_end": f"{day} 00:00:00.000", "deaths_a": "1", "deaths_b": "2", "deaths_civilians": "0", "deaths_unknown": "0", "best": "3", "low": "2", "high": "5",
    }  # fmt: skip
    return row | {key: str(value) for key, value in more.items()}


def aec(event: int, day: str = "2022-01-10", **more: object) -> dict[str, Any]:
    """Return a row of the form of UCDP's dated events."""
    row = dict.fromkeys(AEC, "") | {
        "id": str(event), "source_date": f"{day} 00:00:00", "deaths_side_a": "1", "deaths_side_b": "2", "deaths_civilian": "0", "deaths_unknown": "0",
        "deaths_low": "2", "deaths_high": "5", "side_a_name": "Government of Somewhere", "side_b_name": "A group", "location_root_name": "Mali",
        "location_where_name": "Gao town", "start_date": day, "end_date": day, "split": "train",
    }  # fmt: skip
    return row | {key: str(value) for key, value in more.items()}


def gdelt(event: int, day: str = "2022-01-10", added: str | None = None, **more: object) -> str:
    """Return a line of GDELT 2.0's events: a fight at Gao."""
    row = dict.fromkeys(GDELT_EVENTS, "") | {
        "GLOBALEVENTID": str(event), "SQLDATE": day.replace("-", ""), "MonthYear": day[:7].replace("-", ""), "Year": day[:4], "Actor1Name": "MALI", "Actor2Name": "REBEL",
        "IsRootEvent": "1", "EventCode": "190", "EventBaseCode": "190", "EventRootCode": "19", "QuadClass": "4", "NumArticles": "3", "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Gao, Gao, Mali", "ActionGeo_CountryCode": "ML", "ActionGeo_Lat": "16.2667", "ActionGeo_Long": "-0.05",
        "DATEADDED": (added or day).replace("-", "") + "121500", "SOURCEURL": f"https://example.org/{event}",
    }  # fmt: skip
    row |= {key: str(value) for key, value in more.items()}
    return "\t".join(row[name] for name in GDELT_EVENTS) + "\n"


def mention(event: int, moment: str = "20220110121500", url: str = "https://example.org/1") -> str:
    """Return a line of GDELT 2.0's mentions."""
    row = dict.fromkeys(GDELT_MENTIONS, "") | {
        "GLOBALEVENTID": str(event), "EventTimeDate": moment, "MentionTimeDate": moment, "MentionType": "1", "MentionSourceName": "example.org",
        "MentionIdentifier": url, "SentenceID": "1", "Confidence": "80",
    }  # fmt: skip
    return "\t".join(row[name] for name in GDELT_MENTIONS) + "\n"


def table(path: Path, rows: Iterable[dict[str, Any]], delimiter: str = ",", encoding: str = "utf-8") -> Path:
    """Write rows as CSV with a header."""
    listed = list(rows)
    with path.open("w", encoding=encoding, newline="") as out:
        writer = csv.DictWriter(out, list(listed[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(listed)
    return path


def lines(path: Path, *rows: str) -> Path:
    """Write lines as they are."""
    path.write_text("".join(rows), encoding="utf-8", newline="")
    return path


def answer(path: Path, rows: Iterable[dict[str, Any]], key: str = "data", **around: object) -> Path:
    """Write rows as an API's answer: what stands around them, and the list they are in."""
    path.write_text(json.dumps(around | {key: list(rows)}, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def into(store: Path) -> Callable[..., Loaded]:
    def loading(*files: Path, **options: Any) -> Loaded:
        return load(files, store, today=TODAY, **options)

    return loading


@pytest.fixture
def rows(store: Path) -> Callable[..., list[dict[str, Any]]]:
    """Return a dataset's rows as they are kept, by event id."""

    def kept(source: str) -> list[dict[str, Any]]:
        from missionwatch.tempo.store import connect  # noqa: PLC0415

        with Archive(store) as archive:
            paths = [str(store / piece.path) for piece in archive.index.pieces if piece.dataset == source]
        if not paths:
            return []
        db = connect()
        found = db.execute(f"SELECT * FROM read_parquet({paths!r}, hive_partitioning = false) ORDER BY event_id")
        names = [column[0] for column in found.description or ()]
        out = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
        db.close()
        return out

    return kept


@pytest.fixture
def rejects(store: Path) -> Callable[[], list[dict[str, Any]]]:
    def kept() -> list[dict[str, Any]]:
        return [json.loads(line) for line in (store / "rejects.jsonl").read_text(encoding="utf-8").splitlines()]

    return kept
