"""Each dataset's own form, with the rows that real files have: odd days, odd places, odd letters, broken lines."""

from __future__ import annotations

import gzip
import json
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from missionwatch.records import Deaths
from missionwatch.tempo.opening import rows_of
from tests.tempo.conftest import ACLED, acled, aec, answer, gdelt, ged, lines, mention, table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from missionwatch.tempo import Loaded

    Into = Callable[..., Loaded]
    Rows = Callable[[str], list[dict[str, Any]]]
    Rejects = Callable[[], list[dict[str, Any]]]


def test_acled_csv(tmp_path: Path, into: Into, rows: Rows) -> None:
    into(
        table(
            tmp_path / "a.csv",
            [
                acled("MLI1"),
                acled("MLI2", "04 March 2022", event_type="Protests", sub_event_type="Peaceful protest", fatalities=0),
            ],
        )
    )
    first, second = rows("acled")
    assert (first["first"], first["last"], first["date_precision"]) == (date(2022, 1, 10), date(2022, 1, 10), "day")
    assert (first["type"], first["kind"], first["country"], first["place"]) == ("Armed clash", "fighting", "ML", "Gao")
    assert (first["latitude"], first["longitude"], first["precision"]) == (16.2717, -0.0447, "place")
    assert Deaths(first["deaths_low"], first["deaths_best"], first["deaths_high"]) == Deaths(2, 2, 2)
    assert (first["actor1"], first["actor2"]) == ("Military Forces of Somewhere", "An Armed Group")
    assert (second["first"], second["kind"]) == (date(2022, 3, 4), "protest")


def test_acled_notes_with_commas_quotes_and_newlines(tmp_path: Path, into: Into, rows: Rows) -> None:
    notes = 'They said "no", twice,\nand left;\tthen\r\n"quiet".'
    done = into(
        table(
            tmp_path / "a.csv",
            [acled("MLI1", notes=notes), acled("MLI2", notes=notes, location="Ségou, près du fleuve")],
            delimiter=";",
        )
    )
    assert (done.added, done.rejected_rows) == (2, 0)
    assert rows("acled")[1]["place"] == "Ségou, près du fleuve"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_files_in_any_charset(tmp_path: Path, into: Into, rows: Rows, encoding: str) -> None:
    into(table(tmp_path / "a.csv", [acled(f"MLI{n}", location="Ménaka") for n in range(3)], encoding=encoding))
    assert [row["place"] for row in rows("acled")] == ["Ménaka"] * 3


def test_the_apis_answers(tmp_path: Path, into: Into, rows: Rows) -> None:
    said = acled("MLI1") | {"iso": 466, "fatalities": 2, "latitude": 16.2717, "tags": None}
    into(answer(tmp_path / "acled.json", [said], status=200, success=True, count=1, messages=[]))
    into(answer(tmp_path / "ucdp.json", [ged(1) | {"best": 3, "id": 1}], key="Result", TotalCount=1, NextPageUrl=""))
    assert rows("acled")[0]["country"] == "ML"
    assert rows("ucdp")[0]["deaths_best"] == 3


def test_ucdp_ged_and_the_dated_events(tmp_path: Path, into: Into, rows: Rows) -> None:
    into(
        table(
            tmp_path / "GEDEvent_v25_1.csv",
            [ged(1), ged(2, type_of_violence=3, where_prec=6, date_prec=4, date_end="2022-02-09 00:00:00.000")],
        ),
        table(
            tmp_path / "ucdp_aec_dated_events.csv",
            [
                aec(3, end_date="2022-01-12", location_where_name="Somewhere"),
                aec(4, side_b_name="Civilians"),
                aec(5, side_a_name="One"),
            ],
        ),
    )
    state, one_sided, dated, civilians, groups = rows("ucdp")
    assert Deaths(state["deaths_low"], state["deaths_best"], state["deaths_high"]) == Deaths(2, 3, 5)
    assert (state["kind"], state["country"], state["place"], state["precision"]) == (
        "fighting",
        "ML",
        "Gao town",
        "place",
    )
    assert (one_sided["kind"], one_sided["date_precision"], one_sided["precision"]) == ("attack", "month", "country")
    assert (dated["first"], dated["last"], dated["deaths_best"], dated["latitude"]) == (
        date(2022, 1, 10),
        date(2022, 1, 12),
        3,
        None,
    )
    assert (civilians["type"], groups["type"]) == ("3", "2")


def test_names_ucdp_gives_to_states(tmp_path: Path, into: Into, rows: Rows) -> None:
    names = ["DR Congo (Zaire)", "Yemen (North Yemen)", "Bosnia-Herzegovina", "Ivory Coast", "Congo", "Atlantis"]
    into(table(tmp_path / "g.csv", [ged(n, country=name) for n, name in enumerate(names)]))
    assert [row["country"] for row in rows("ucdp")] == ["CD", "YE", "BA", "CI", "CG", None]
    assert rows("ucdp")[-1]["flaw"] == "no country that we know"


def test_gdelt_events_and_mentions(tmp_path: Path, into: Into, rows: Rows) -> None:
    into(
        lines(
            tmp_path / "20220110121500.export.CSV",
            gdelt(10, added="2022-01-11"),
            gdelt(11, EventCode="043", EventRootCode="04", ActionGeo_CountryCode="UV"),
        ),
        lines(tmp_path / "20220110121500.mentions.CSV", mention(10), mention(10, url="https://example.org/2")),
    )
    fight, visit = rows("gdelt")
    assert (fight["kind"], fight["type"], fight["country"], fight["added"]) == (
        "fighting",
        "190",
        "ML",
        datetime.fromisoformat("2022-01-11T12:15:00"),
    )
    assert (fight["deaths_best"], fight["articles"], fight["url"]) == (None, 3, "https://example.org/10")
    assert (visit["kind"], visit["country"]) == ("other", "BF")
    assert [row["url"] for row in rows("gdelt-mentions")] == ["https://example.org/1", "https://example.org/2"]


def test_gdelt_quotes_are_letters_and_short_lines_are_rejected(
    tmp_path: Path, into: Into, rows: Rows, rejects: Rejects
) -> None:
    done = into(lines(
        tmp_path / "x.CSV", gdelt(1, ActionGeo_FullName='"Gao'), "12\tonly\n", gdelt(2).rstrip("\n") + "\tmore\n", gdelt(3), gdelt(4, SQLDATE="0"), gdelt(5, GLOBALEVENTID=""),
    ))  # fmt: skip
    assert [row["event_id"] for row in rows("gdelt")] == ["1", "3"]
    assert rows("gdelt")[0]["place"] == '"Gao'
    assert done.rejected == {
        "missing columns": 1,
        "too many columns": 1,
        "no day that can be read": 1,
        "no event id": 1,
    }
    kept = {said["reason"]: said for said in rejects()}
    assert kept["missing columns"]["line"] == 2
    assert kept["missing columns"]["file"] == "x.CSV"
    assert kept["no day that can be read"]["row"].startswith("4\t0\t202201")


def test_bytes_that_are_no_letters_cost_their_line_alone(tmp_path: Path, into: Into, rows: Rows) -> None:
    path = tmp_path / "x.CSV"
    path.write_bytes(
        gdelt(1, ActionGeo_FullName="Ménaka, Mali").encode()
        + gdelt(2, ActionGeo_FullName="M\udcff").encode(errors="surrogateescape")
        + gdelt(3).encode()
    )
    done = into(path)
    assert [row["event_id"] for row in rows("gdelt")] == ["1", "3"]
    assert done.rejected == {"invalid encoding": 1}


@pytest.mark.parametrize(
    ("row", "precision", "first", "last"),
    [
        (acled("A", "2022"), "year", date(2022, 1, 1), date(2022, 12, 31)),
        (acled("A", "2022-05-01", time_precision=3), "month", date(2022, 5, 1), date(2022, 5, 1)),
        (acled("A", "2022-05-01", time_precision=2), "week", date(2022, 5, 1), date(2022, 5, 1)),
        (ged(1, date_start="2022", date_end="2022"), "year", date(2022, 1, 1), date(2022, 12, 31)),
        (ged(1, date_end="2022-01-15"), "day", date(2022, 1, 10), date(2022, 1, 15)),
        (ged(1, date_end="2022-01-30"), "month", date(2022, 1, 10), date(2022, 1, 30)),
        (ged(1, date_end="2021-01-30"), "day", date(2022, 1, 10), date(2022, 1, 10)),
    ],
)
def test_days_known_to_the_day_week_month_or_year(
    tmp_path: Path, into: Into, rows: Rows, row: dict[str, Any], precision: str, first: date, last: date
) -> None:
    into(table(tmp_path / "x.csv", [row]))
    (kept,) = [*rows("acled"), *rows("ucdp")]
    assert (kept["date_precision"], kept["first"], kept["last"]) == (precision, first, last)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ({"event_date": "2031-01-01"}, "a day in the future"),
        ({"event_date": "1066-10-14"}, "a day before 1900"),
        ({"event_date": "someday"}, "no day that can be read"),
        ({"event_date": "2022-02-30"}, "no day that can be read"),
        ({"event_id_cnty": "  "}, "no event id"),
    ],
)
def test_rows_that_are_rejected(
    tmp_path: Path, into: Into, rows: Rows, rejects: Rejects, fault: dict[str, str], reason: str
) -> None:
    done = into(table(tmp_path / "x.csv", [acled("MLI1") | fault, acled("MLI2")]))
    assert done.rejected == {reason: 1}
    assert rejects()[0]["reason"] == reason
    assert "A clash." in rejects()[0]["row"]
    assert [row["event_id"] for row in rows("acled")] == ["MLI2"]


@pytest.mark.parametrize(
    ("fault", "flaw", "kept"),
    [
        (
            {"latitude": "162.7", "longitude": "-0.04"},
            "a place off the globe",
            {"latitude": None, "longitude": None, "precision": None},
        ),
        ({"latitude": "0", "longitude": "0.0"}, "a place off the globe", {"latitude": None}),
        ({"latitude": "nan", "longitude": "1"}, "a place off the globe", {"latitude": None}),
        ({"latitude": "", "longitude": ""}, None, {"latitude": None, "precision": None, "country": "ML"}),
        ({"latitude": "north", "longitude": "1"}, None, {"latitude": None, "longitude": None}),
        ({"fatalities": "-3"}, "a number of deaths that cannot be", {"deaths_best": None, "deaths_low": None}),
        ({"fatalities": "99999999999"}, "a number of deaths that cannot be", {"deaths_best": None}),
        ({"fatalities": "many"}, None, {"deaths_best": None}),
        ({"iso": "", "country": "Mali"}, None, {"country": "ML"}),
    ],
)
def test_rows_that_are_kept_without_what_is_wrong(
    tmp_path: Path, into: Into, rows: Rows, fault: dict[str, str], flaw: str | None, kept: dict[str, Any]
) -> None:
    done = into(table(tmp_path / "x.csv", [acled("MLI1") | fault]))
    (row,) = rows("acled")
    assert row["flaw"] == flaw
    assert done.flaws == ({flaw: 1} if flaw else {})
    assert {name: row[name] for name in kept} == kept


def test_a_best_figure_outside_its_range_widens_the_range(tmp_path: Path, into: Into, rows: Rows) -> None:
    into(table(tmp_path / "x.csv", [ged(1, best=9, low=2, high=5), ged(2, best="", low=2, high=5)]))
    first, second = rows("ucdp")
    assert (first["deaths_low"], first["deaths_best"], first["deaths_high"], first["flaw"]) == (
        2,
        9,
        9,
        "deaths outside their own range",
    )
    assert (second["deaths_low"], second["deaths_best"], second["deaths_high"]) == (2, 2, 5)


def test_zip_and_gzip(tmp_path: Path, into: Into, rows: Rows) -> None:
    with zipfile.ZipFile(tmp_path / "e.zip", "w") as out:
        out.writestr("../../20220110.export.CSV", gdelt(1))
        out.writestr("deep/20220111.export.csv", gdelt(2))
        out.writestr("README.md", "no events")
    with gzip.open(tmp_path / "e.csv.gz", "wt", encoding="utf-8") as out_text:
        out_text.write(gdelt(3))
    done = into(tmp_path / "e.zip", tmp_path / "e.csv.gz")
    assert [row["event_id"] for row in rows("gdelt")] == ["1", "2", "3"]
    assert not done.refused


def test_bombs_and_what_is_no_event_file_are_refused_and_the_rest_goes_on(
    tmp_path: Path, into: Into, rows: Rows
) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("huge.csv", b"0" * (80 << 20))
    with gzip.open(tmp_path / "bomb.gz", "wb") as packed:
        packed.write(b"0" * (80 << 20))
    (tmp_path / "cut.zip").write_bytes((tmp_path / "bomb.zip").read_bytes()[:500])
    (tmp_path / "cut.gz").write_bytes(gzip.compress(gdelt(7).encode())[:40])
    with zipfile.ZipFile(tmp_path / "none.zip", "w") as out:
        out.writestr("readme.md", "nothing")
    for name, text in (
        ("empty.csv", ""),
        ("words.txt", "Dear minister,\nall is well.\n"),
        ("page.json", '{"error": "no key"}'),
        ("bad.json", "[" * 100_000),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    good = lines(tmp_path / "good.CSV", gdelt(1))
    bad = sorted(p for p in tmp_path.iterdir() if p != good)
    done = into(*bad, good)
    assert [name for name, _ in done.refused] == [p.name for p in bad]
    reasons = dict(done.refused)
    assert "unpacks to more than 100 times its size" in reasons["bomb.zip"]
    assert "unpacks to more than 100 times its size" in reasons["bomb.gz"]
    assert "known event file" in reasons["words.txt"]
    assert [row["event_id"] for row in rows("gdelt")] == ["1"]
    assert not (tmp_path / "store" / ".work").exists()


def test_an_endless_line_is_rejected(tmp_path: Path, into: Into, rows: Rows) -> None:
    path = tmp_path / "x.CSV"
    with path.open("w", encoding="utf-8") as out:
        out.write(gdelt(1))
        out.write("9\t" + "x" * (3 << 20) + "\n")
        out.write(gdelt(2))
    done = into(path)
    assert [row["event_id"] for row in rows("gdelt")] == ["1", "2"]
    assert done.rejected_rows == 1


def test_a_quote_never_closed_costs_no_other_file(tmp_path: Path, into: Into, rows: Rows) -> None:
    broken = table(tmp_path / "a.csv", [acled("MLI1")])
    with broken.open("a", encoding="utf-8") as out:
        out.write('MLI2,"never closed\n' + "x" * 5000)
    done = into(broken, table(tmp_path / "b.csv", [acled("MLI3")]))
    assert [row["event_id"] for row in rows("acled")] == ["MLI1", "MLI3"]
    assert done.rejected_rows >= 1


def test_json_as_it_comes(tmp_path: Path) -> None:
    def read(text: str) -> tuple[list[dict[str, str]], list[str]]:
        path = tmp_path / "x.json"
        path.write_text(text, encoding="utf-8")
        broken: list[str] = []
        return list(rows_of(path, broken)), broken

    row = {"id": 1, "Text": 'a "b" [c] {d}', "none": None}
    as_text = {"id": "1", "text": 'a "b" [c] {d}', "none": ""}
    assert read(json.dumps([row, row])) == ([as_text, as_text], [])
    assert read(json.dumps(row) + "\n" + json.dumps(row)) == ([as_text, as_text], [])
    assert read('{"status": 200, "x": {"y": [1]}, "data": ' + json.dumps([row]) + ', "more": 1}') == ([as_text], [])
    assert read(json.dumps([row, 5, row])) == ([as_text, as_text], ["5"])
    assert read("[" + json.dumps(row) + ', {"id": 2, "te') == ([as_text], ['{"id": 2, "te'])
    long = {"id": 1, "text": "x" * 700_000}
    assert len(read(json.dumps([long] * 5))[0]) == 5


def test_a_format_that_is_said_wrongly_is_refused(tmp_path: Path, into: Into) -> None:
    done = into(table(tmp_path / "a.csv", [acled("MLI1")]), format="ucdp")
    assert done.refused == [("a.csv", "its columns are acled's, not ucdp's; leave --format out")]


def test_columns_that_are_missing_are_nothing(tmp_path: Path, into: Into, rows: Rows) -> None:
    short = [
        name for name in ACLED if name not in ("latitude", "longitude", "fatalities", "timestamp", "iso", "source")
    ]
    into(table(tmp_path / "a.csv", [{name: acled("MLI1")[name] for name in short}]))
    (row,) = rows("acled")
    assert (row["country"], row["latitude"], row["deaths_best"]) == ("ML", None, None)
