"""FollowTheMoney, GeoJSON, CSV and PLOVER out, each beside a reader that is not ours."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geojson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from missionwatch.exchange.ftm import to_ftm
from missionwatch.exchange.geojson import bounds, to_geojson
from missionwatch.exchange.plover import to_plover
from missionwatch.exchange.provenance import plain
from missionwatch.exchange.tables import cell, to_tables
from missionwatch.records import EVENT_TYPES
from tests.exchange.conftest import empty, export_of, hostile, newsrooms, winter

if TYPE_CHECKING:
    from missionwatch.exchange import Export
    from tests.picture.conftest import Newsroom

SCHEMATA = tomllib.loads((Path(__file__).parent / "ftm_schemata.toml").read_text("utf-8"))
some = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


# --- FollowTheMoney


def entities(raw: bytes) -> dict[str, dict[str, Any]]:
    """Return the entities by id, each held beside the published model."""
    listed = [json.loads(line) for line in raw.decode().splitlines()]
    found = {one["id"]: one for one in listed}
    assert len(found) == len(listed), "an id stands there twice"
    for one in listed:
        schema = SCHEMATA[one["schema"]]
        assert set(schema["required"]) <= set(one["properties"]), one
        for name, values in one["properties"].items():
            kind, _, points_to = schema["properties"][name].partition(":")
            assert values == list(dict.fromkeys(values))
            for value in values:
                assert isinstance(value, str)
                assert value
                if kind == "entity":
                    assert points_to in SCHEMATA[found[value]["schema"]]["is"], (
                        one["schema"],
                        name,
                        found[value]["schema"],
                    )
                if kind == "date":
                    assert re.fullmatch(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d)?)?)?", value)
                if kind == "country":
                    assert re.fullmatch("[a-z]{2}", value)
    return found


def test_ftm_says_as_facts_what_may_go_as_facts(told: Export) -> None:
    found = entities(to_ftm(told))
    schemas = [one["schema"] for one in found.values()]
    assert {"Article", "Membership", "Directorship", "Employment", "UnknownLink", "Event", "Note"} <= set(schemas)
    names = {one["properties"].get("name", [""])[0]: one["schema"] for one in found.values()}
    planned = [name for name, schema in names.items() if "Sweden" in name and schema == "Event"]
    assert not planned, "a plan is no event"
    (denmark,) = [
        one for one in found.values() if one["schema"] == "Membership" and "105" in str(one["properties"].get("role"))
    ]
    member, mission = (found[denmark["properties"][end][0]]["properties"]["name"] for end in ("member", "organization"))
    assert (member, mission) == (["Denmark"], ["Task Force Takuba"])
    proofs = {found[proof]["properties"]["title"][0] for proof in denmark["properties"]["proof"]}
    assert "Report letter" in proofs


def test_ftm_each_claim_once_with_its_provenance(told: Export) -> None:
    claims = [
        one["missionwatch"]["claim"]
        for one in entities(to_ftm(told)).values()
        if "claim" in one.get("missionwatch", {})
    ]
    assert sorted(claim["claim"] for claim in claims) == sorted(one.claim.id for one in told.told)
    assert all(claim["as_of"] == "2022-02-08" and claim["statements"][0]["quote"] for claim in claims)


@pytest.mark.parametrize("room", [winter, hostile])
def test_ftm_is_what_its_own_library_takes(room: Any) -> None:
    followthemoney = pytest.importorskip("followthemoney", reason="the extra ftm is not installed (it compiles PyICU)")
    for one in entities(to_ftm(export_of(room().picture()))).values():
        proxy = followthemoney.model.get_proxy(one, cleaned=False)
        assert {k: sorted(v) for k, v in proxy.to_dict()["properties"].items()} == {
            k: sorted(v) for k, v in one["properties"].items()
        }


@some
@given(newsrooms())
def test_ftm_of_any_picture_keeps_to_the_model(news: Newsroom) -> None:
    export = export_of(news.picture())
    raw = to_ftm(export)
    assert raw == to_ftm(export_of(news.picture()))
    claims = [
        one["missionwatch"]["claim"]["claim"]
        for one in entities(raw).values()
        if "claim" in one.get("missionwatch", {})
    ]
    assert sorted(claims) == sorted(one.claim.id for one in export.told)


# --- GeoJSON


def features(raw: bytes) -> dict[str, dict[str, Any]]:
    found = geojson.loads(raw.decode())
    assert found.is_valid, found.errors()
    listed = json.loads(raw)["features"]
    by_id = {one["id"]: one for one in listed}
    assert len(by_id) == len(listed)
    return by_id


def test_geojson_puts_on_the_map_what_has_a_place_and_nothing_else(told: Export) -> None:
    raw = to_geojson(told)
    found = features(raw)
    attack = next(one for one in found.values() if one["properties"].get("type") == "attack")
    assert attack["geometry"] == {"type": "Point", "coordinates": [-0.04472, 16.27167]}, "longitude comes first"
    assert json.loads(raw)["bbox"] == [-0.04472, 16.27167, -0.04472, 16.27167]
    wagner = next(one for one in found.values() if one["properties"]["kind"] == "presence")
    assert wagner["geometry"] is None, "a country has no coordinates of its own"
    assert wagner["properties"]["places"] == ["Mali"]
    assert attack["properties"]["provenance"]["statements"][0]["grading"] == "C3"


def test_geojson_a_mission_without_coordinates_has_no_geometry(told: Export) -> None:
    mission = features(to_geojson(told))["mission:takuba"]
    assert mission["geometry"] is None
    assert mission["properties"]["state"] in ("planned", "active", "suspended", "ending", "ended", "unknown")


def test_geojson_of_an_empty_picture_has_no_box() -> None:
    raw = to_geojson(export_of(empty()))
    assert "bbox" not in json.loads(raw)
    assert set(features(raw)) == {"mission:takuba", "mission:minusma"}


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=1, max_size=8))
def test_the_box_holds_every_position_and_is_never_wider_than_half_the_gaps_leave(
    positions: list[tuple[float, float]],
) -> None:
    box = bounds(positions)
    assert box is not None
    west, south, east, north = box
    for longitude, latitude in positions:
        assert south <= latitude <= north
        assert west <= longitude <= east if west <= east else (longitude >= west or longitude <= east)


def test_the_box_goes_the_short_way_over_the_date_line() -> None:
    assert bounds([(178.4, -18.1), (-171.8, -13.8), (-175.2, -21.1)]) == [178.4, -21.1, -171.8, -13.8]
    assert bounds([(2.0, 1.0)]) == [2.0, 1.0, 2.0, 1.0]


@some
@given(newsrooms())
def test_geojson_of_any_picture_is_valid(news: Newsroom) -> None:
    export = export_of(news.picture())
    mapped = [one.claim.id for one in export.told if one.claim.predicate in ("presence", "event", "contribution")]
    assert sorted(key for key in features(to_geojson(export)) if not key.startswith("mission:")) == sorted(mapped)


# --- CSV with HXL


def rows(raw: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(raw.decode(), newline=""), strict=True))


def test_each_table_has_its_hashtags_and_a_row_a_claim(told: Export) -> None:
    tables = {name: rows(raw) for name, raw in to_tables(told).items()}
    assert set(tables) == {"contributions", "incidents", "posts", "calendar"}
    for headings, tags, *body in tables.values():
        assert len(headings) == len(tags) == len(set(headings))
        assert all(re.fullmatch(r"#[a-z][a-z_]*(\+[a-z][a-z0-9_]*)*", tag) for tag in tags)
        assert all(len(row) == len(headings) for row in body)
        assert len({row[0] for row in body}) == len(body)
    headings, _, *body = tables["contributions"]
    denmark = next(dict(zip(headings, row, strict=True)) for row in body if "Denmark" in row)
    assert (denmark["People"], denmark["Grading"], denmark["Own"]) == ("105", "A4", "no")
    assert "90" in denmark["Disputed"]
    assert [row[0] for row in tables["incidents"][2:]] == [
        one.claim.id for one in told.told if one.claim.type == "attack"
    ]
    assert len(tables["posts"]) == 3
    assert {row[4] for row in tables["calendar"][2:]} == {"withdraw", "period"}


def test_the_tables_are_what_the_hxl_library_takes(told: Export, tmp_path: Path) -> None:
    hxl = pytest.importorskip("hxl", reason="libhxl is not installed")
    for name, raw in to_tables(told).items():
        (tmp_path / name).write_bytes(raw)
        assert hxl.validate(hxl.data(str(tmp_path / name), hxl.InputOptions(allow_local=True)))["is_valid"]


def test_no_cell_is_a_formula() -> None:
    for raw in to_tables(export_of(hostile().picture())).values():
        for row in rows(raw)[2:]:
            for text in row:
                number = re.fullmatch(r"-?\d+(\.\d+)?", text)
                assert number or not text.lstrip().startswith(("=", "+", "-", "@")), text
                assert not text.startswith(("\t", "\r"))


@given(st.text())
def test_a_cell_that_a_spreadsheet_would_run_is_never_written(text: str) -> None:
    made = str(cell(text))
    assert not made.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert made in (plain(text), f"'{plain(text)}")


# --- PLOVER


def test_plover_holds_the_events_that_happened_and_says_what_it_leaves_out(told: Export) -> None:
    found = json.loads(to_plover(told))
    by_type = {one["type"]: one for one in found["events"]}
    assert set(by_type) == {"attack", "withdraw"}, "neither the planned withdrawal nor the denied threat"
    withdrawal = by_type["withdraw"]
    assert (withdrawal["event"], withdrawal["mode"], withdrawal["date"]) == ("RETREAT", "withdraw", "2022-01-27")
    assert withdrawal["actor"] == [
        {"name": "Denmark", "text": "DK", "code": "DNK", "sector": "MIL", "kind": "state", "id": "state:DK"}
    ]
    assert by_type["attack"]["dead"]["value"] == 1
    assert by_type["attack"]["location"][0]["country"] == "MLI"
    assert found["about"]["left_out"]["denied or not so"] == 1
    assert found["about"]["left_out"]["planned, possible, required or conditional"] == 1
    assert sum(found["about"]["left_out"].values()) + len(found["events"]) == len(told.told)


@some
@given(newsrooms())
def test_plover_of_any_picture_speaks_plover(news: Newsroom) -> None:
    export = export_of(news.picture())
    found = json.loads(to_plover(export))["events"]
    assert len({one["id"] for one in found}) == len(found)
    for one in found:
        assert EVENT_TYPES[one["type"]] == ":".join(filter(None, (one["event"], one["mode"])))
        claim = next(told.claim for told in export.told if one["id"].endswith(told.claim.id))
        assert claim.statement.modality == "actual"
        assert not claim.statement.negated
        assert not claim.against


@pytest.mark.parametrize("write", [to_ftm, to_geojson, to_plover])
def test_hostile_text_stays_text(write: Any) -> None:
    raw = write(export_of(hostile().picture())).decode()
    assert not re.search("[\u202e\x00]|\\\\u202e|\\\\u0000", raw)
    assert not re.search(r'"(sourceUrl|url)": ?\[?"(?!https?://)', raw)


@pytest.mark.parametrize("before", ["", " ", "\u00a0", "\u200b", "\u2003", "\u202e", "\ufeff", " \u2060 "])
def test_a_formula_behind_what_nobody_sees_is_no_formula(before: str) -> None:
    assert cell(f"{before}=1+1") == "'" + str(cell(f"{before}x")).replace("x", "=1+1")
    assert cell(f"{before}Gao = 1") == str(cell(f"{before}Gao")) + " = 1"
