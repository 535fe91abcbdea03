from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from missionwatch import theatre
from missionwatch.web import outlines
from missionwatch.web.features import KINDS, features
from missionwatch.workplace import PERMISSIONS, Asker, Moment
from tests.web.test_theatre import of
from tests.workbench import DAY

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from missionwatch.workplace import Workplace

SOMEBODY = Asker("somebody", frozenset(PERMISSIONS))
THEATRES = ("mali", "niger", "iraq", "lebanon")


def test_missions_incidents_developments_presences_and_contributions_stand_where_claims_put_them(
    shown: Workplace,
) -> None:
    found = features(shown.desk(SOMEBODY, "mali").seen(Moment(DAY)))
    assert {one.kind for one in found} == set(KINDS)
    gao = next(one for one in found if one.place.id == "place:gao" and one.kind == "incident")
    assert gao.exact
    assert (round(gao.latitude or 0), round(gao.longitude or 0)) == (16, 0)
    assert gao.last == date(2022, 1, 22)
    assert all(not one.exact for one in found if one.kind == "mission")  # where in the country, nobody says
    assert [KINDS.index(one.kind) for one in found] == sorted(KINDS.index(one.kind) for one in found)


def test_a_window_narrows_what_happened_and_leaves_the_missions(shown: Workplace) -> None:
    seen = shown.desk(SOMEBODY, "mali").seen(Moment(DAY))
    every, month, week = (features(seen, days=days) for days in (None, 30, 7))
    assert len(every) > len(month) > len(week)
    missions = [one for one in every if one.kind == "mission"]
    assert [one for one in week if one.kind == "mission"] == missions
    assert all((DAY - (one.last or date.min)).days <= 7 for one in week)
    assert features(seen, kind="presence")
    assert {one.kind for one in features(seen, kind="presence")} == {"presence"}


def test_the_list_says_all_that_the_map_shows(client: TestClient) -> None:
    page = client.get("/mali/map?lang=en").text
    body = page.split('<table id="features">', 1)[1].split("</tbody>", 1)[0]
    placed = re.findall(r'<tr data-kind="(\w+)" data-name="[^"]+" data-at="(-?[\d.]+),(-?[\d.]+)">', body)
    assert len(placed) > 25
    assert all(-90 <= float(latitude) <= 90 and -180 <= float(longitude) <= 180 for _, latitude, longitude in placed)
    assert "/mali/claims/" in body
    assert f"{len(placed)} things on the map" in page


def test_map_parameters_that_are_none_say_what_there_is(client: TestClient) -> None:
    for wrong in ("days=1000000", "days=-1", "days=x", "kind=secret", "kind=<script>"):
        answer = client.get(f"/mali/map?{wrong}")
        assert answer.status_code == 400
        assert "<script>" not in answer.text
    assert of(client, "/mali/map?days=7&kind=incident&lang=nl").text.count("incident") >= 1


def test_outlines_are_topojson_asked_for_once(client: TestClient) -> None:
    first = client.get("/mali/map/outlines.json")
    data: dict[str, Any] = first.json()
    assert data["type"] == "Topology"
    codes = {one["id"] for one in data["objects"]["countries"]["geometries"]}
    assert set(theatre.load("mali").countries) <= codes
    assert {"ML", "NE", "BF"} <= {one["id"] for one in data["objects"]["regions"]["geometries"]}
    again = client.get("/mali/map/outlines.json", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert not again.content


@pytest.mark.parametrize("name", THEATRES)
def test_every_line_of_a_topology_leads_on_from_the_one_before(name: str) -> None:
    import msgspec  # noqa: PLC0415

    data = msgspec.json.decode(outlines.topology(theatre.load(name).countries))
    scale = data["transform"]["scale"][0]
    lines = []
    for arc in data["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x, y))
        assert all(-180 <= px * scale <= 180 and -90 <= py * scale <= 90 for px, py in line)
        lines.append(line)

    def points(ring: list[int]) -> list[tuple[int, int]]:
        out: list[tuple[int, int]] = []
        for number in ring:
            line = lines[number] if number >= 0 else lines[~number][::-1]
            assert not out or out[-1] == line[0]
            out += line if not out else line[1:]
        return out

    for country in data["objects"]["countries"]["geometries"]:
        for polygon in country["arcs"]:
            for ring in polygon:
                closed = points(ring)
                assert closed[0] == closed[-1]


@pytest.mark.parametrize("name", THEATRES)
def test_a_theatre_has_a_frame_that_shows_its_countries(name: str) -> None:
    countries = theatre.load(name).countries
    piece = outlines.frame(countries)
    assert piece is not None
    drawn = {shape.code for shape in outlines.drawing(piece)}
    assert set(countries) <= drawn
    for code in countries:
        middle = outlines.middle(code)
        assert middle is not None
        assert piece.holds(*middle)
        across, down = piece.at(*middle)
        assert 0 <= across <= outlines.WIDE
        assert 0 <= down <= piece.height


def test_a_theatre_without_countries_has_no_map() -> None:
    assert outlines.frame(()) is None
    assert outlines.frame(("XX",)) is None
    assert outlines.middle("XX") is None
    assert b'"geometries":[]' in outlines.topology(())


def test_regions_lie_inside_their_countries(client: TestClient) -> None:
    data = client.get("/mali/map/outlines.json").json()
    scale = data["transform"]["scale"][0]
    mali = next(one for one in data["objects"]["regions"]["geometries"] if one["id"] == "ML")
    for (number,) in mali["arcs"]:
        x, y = data["arcs"][number][0]
        assert -12.5 <= x * scale <= 4.5
        assert 10 <= y * scale <= 25.2
