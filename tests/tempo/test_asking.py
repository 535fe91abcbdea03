"""What is near a place, by week, as of a day: nothing dated later, nothing learnt later, nothing twice."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING, Any

import pytest

from missionwatch.records import Claim, Deaths, EntityRef, Evidence, Near, Statement, Tempo
from missionwatch.tempo import Archive, measure, places
from tests.tempo.conftest import acled, aec, gdelt, ged, lines, mention, table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from missionwatch.tempo import Loaded

    Into = Callable[..., Loaded]
    Rows = Callable[[str], list[dict[str, Any]]]

GAO = Near("Gao", "ML", 16.27167, -0.04472, 100.0)
MALI = Near("Mali", "ML")
AS_OF = date(2022, 3, 1)


def asked(store: Path, near: Near, as_of: date = AS_OF, **options: Any) -> dict[str, Tempo]:
    with Archive(store) as archive:
        return {tempo.source: tempo for tempo in measure(archive, {"mission:takuba": [near]}, as_of, **options)}


def days(first: date, last: date, step: int = 1) -> list[str]:
    return [str(first + timedelta(days=n)) for n in range(0, (last - first).days + 1, step)]


def far(kept: dict[str, Any], near: Near) -> float:
    """Return the distance in km, worked out once more."""
    la, lo, to_la, to_lo = (
        radians(v) for v in (float(kept["latitude"]), float(kept["longitude"]), near.latitude or 0, near.longitude or 0)
    )
    return 2 * 6371.0088 * asin(sqrt(sin((la - to_la) / 2) ** 2 + cos(la) * cos(to_la) * sin((lo - to_lo) / 2) ** 2))


def test_nothing_dated_after_the_day_counts(tmp_path: Path, into: Into, store: Path) -> None:
    listed = days(date(2021, 1, 1), date(2022, 6, 1), 7)
    into(
        table(
            tmp_path / "a.csv",
            [ged(n, day) for n, day in enumerate(listed)] + [ged(900, "2022-02-27", date_end="2022-03-03")],
        )
    )
    tempo = asked(store, GAO)["ucdp"]
    assert sum(week.incidents for week in tempo.series) == sum(
        1 for day in listed if AS_OF - timedelta(days=181) <= date.fromisoformat(day) <= AS_OF
    )
    assert tempo.incidents == 4
    assert tempo.deaths == Deaths(8, 12, 20)
    assert tempo.series[-1].begins == AS_OF - timedelta(days=6)
    assert asked(store, GAO, date(2022, 3, 3))["ucdp"].incidents == 5


def test_gdelt_counts_what_had_been_added_by_then(tmp_path: Path, into: Into, store: Path) -> None:
    covering = [
        gdelt(100 + n, day, EventCode="010", EventRootCode="01")
        for n, day in enumerate(days(date(2021, 6, 1), date(2022, 4, 1)))
    ]
    into(lines(
        tmp_path / "g.CSV", *covering, gdelt(1, "2022-02-20"), gdelt(2, "2022-02-20", added="2022-03-02"), gdelt(3, "2022-02-21", added="2022-03-01"),
    ))  # fmt: skip
    tempo = asked(store, GAO)["gdelt"]
    assert (tempo.incidents, tempo.articles, tempo.deaths) == (2, 6, None)
    assert asked(store, GAO, date(2022, 3, 2))["gdelt"].rows == 3


def test_gdelts_many_rows_of_one_thing_are_one_incident(tmp_path: Path, into: Into, store: Path) -> None:
    into(lines(
        tmp_path / "g.CSV", gdelt(90, "2021-06-01"), gdelt(1, "2022-02-20"), gdelt(2, "2022-02-20", EventCode="193"), gdelt(3, "2022-02-20", EventCode="180", EventRootCode="18"),
        gdelt(4, "2022-02-21"), gdelt(5, "2022-03-01", EventCode="140", EventRootCode="14"),
    ))  # fmt: skip
    tempo = asked(store, GAO)["gdelt"]
    assert (tempo.incidents, tempo.rows) == (3, 4)


def test_articles_are_counted_from_mentions_where_they_are_loaded(tmp_path: Path, into: Into, store: Path) -> None:
    into(
        lines(tmp_path / "g.CSV", gdelt(90, "2021-06-01"), gdelt(1, "2022-02-20"), gdelt(2, "2022-03-01", EventCode="010")),
        lines(
            tmp_path / "m.CSV", mention(1, "20220220101500"), mention(1, "20220221101500", "https://example.org/b"), mention(1, "20220222101500", "https://example.org/b"),
            mention(1, "20220305101500", "https://example.org/later"), mention(2, "20220220101500", "https://example.org/other"),
        ),
    )  # fmt: skip
    assert asked(store, GAO)["gdelt"].articles == 2


def test_a_circle_not_a_box(tmp_path: Path, into: Into, store: Path) -> None:
    dice = random.Random(3)
    listed = [
        ged(n, "2022-02-20", latitude=16.27 + dice.uniform(-2, 2), longitude=-0.04 + dice.uniform(-2, 2))
        for n in range(400)
    ]
    into(
        table(
            tmp_path / "a.csv",
            [*listed, ged(900, "2020-01-01"), ged(901, "2022-03-01", country="Niger", latitude=1, longitude=1)],
        )
    )
    for km in (10.0, 100.0, 150.0):
        near = Near("Gao", "ML", GAO.latitude, GAO.longitude, km)
        inside = sum(far(row, near) <= km for row in listed)
        assert asked(store, near)["ucdp"].incidents == inside
    assert 0 < inside < 400
    assert asked(store, MALI)["ucdp"].incidents == 400


@pytest.mark.parametrize(
    ("latitude", "longitude", "other"), [(0.0, 179.9, -179.9), (89.9, 0.0, 180.0), (-89.95, 10.0, -170.0)]
)
def test_over_the_date_line_and_the_poles(
    tmp_path: Path, into: Into, store: Path, latitude: float, longitude: float, other: float
) -> None:
    into(
        table(
            tmp_path / "a.csv",
            [ged(1, "2022-02-20", latitude=latitude, longitude=other), ged(2, "2020-01-01"), ged(3, "2022-03-01")],
        )
    )
    assert asked(store, Near("There", "ML", latitude, longitude, 100.0))["ucdp"].incidents == 1


def test_what_has_no_week_or_no_place_is_said_beside(tmp_path: Path, into: Into, store: Path) -> None:
    into(table(tmp_path / "a.csv", [
        ged(1, "2022-02-20"), ged(2, "2022-02-20", where_prec=4), ged(3, "2022-02-20", where_prec=6), ged(4, "2022-02-20", latitude="", longitude=""),
        ged(5, "2022-01-01", date_prec=4, date_end="2022-01-31"), ged(6, "2022-01-01", date_prec=5, date_end="2022-12-31"), ged(7, "2020-01-01"), ged(8, "2022-03-01"),
    ]))  # fmt: skip
    tempo = asked(store, GAO)["ucdp"]
    assert (tempo.incidents, tempo.undated, tempo.unplaced) == (2, 1, 3)
    assert asked(store, MALI)["ucdp"].incidents == 5


def test_series_hold_each_event_once(tmp_path: Path, into: Into, store: Path) -> None:
    dice = random.Random(8)
    listed = [str(date(2020, 1, 1) + timedelta(days=dice.randrange(790))) for _ in range(500)]
    into(table(tmp_path / "a.csv", [acled(f"E{n}", day, fatalities=n % 4) for n, day in enumerate(listed)]))
    tempo = asked(store, MALI, shown=104)["acled"]
    by_week = Counter((AS_OF - date.fromisoformat(day)).days // 7 for day in listed if date.fromisoformat(day) <= AS_OF)
    assert [week.incidents for week in tempo.series] == [by_week[back] for back in range(103, -1, -1)]
    weeks = [n % 4 for n, day in enumerate(listed) if 0 <= (AS_OF - date.fromisoformat(day)).days < 104 * 7]
    assert sum(week.deaths.best for week in tempo.series if week.deaths) == sum(weeks)
    assert tempo.rows == len(weeks)


def test_protests_are_no_incidents(tmp_path: Path, into: Into, store: Path) -> None:
    kinds = [
        "Protests",
        "Riots",
        "Strategic developments",
        "Explosions/Remote violence",
        "Violence against civilians",
        "Battles",
    ]
    into(
        table(
            tmp_path / "a.csv",
            [acled(f"E{n}", "2022-02-20", event_type=kind) for n, kind in enumerate(kinds)]
            + [acled("X", "2020-01-01"), acled("Y", "2022-03-01")],
        )
    )
    assert asked(store, MALI)["acled"].incidents == 4


def test_no_data_is_not_no_incident(tmp_path: Path, into: Into, store: Path) -> None:
    into(
        table(tmp_path / "a.csv", [acled("A", "2021-03-01"), acled("B", "2021-12-20")]),
        lines(tmp_path / "g.CSV", gdelt(1, "2022-05-01")),
    )
    found = asked(store, MALI)
    assert (found["acled"].gap, found["acled"].series, found["acled"].usual, found["acled"].change) == (
        "ends-before",
        (),
        None,
        "none",
    )
    assert found["gdelt"].gap == "begins-after"
    niger = asked(store, Near("Niger", "NE"))
    assert niger["acled"].gap == "no-data"


def test_datasets_stand_side_by_side(tmp_path: Path, into: Into, store: Path) -> None:
    into(
        table(
            tmp_path / "a.csv",
            [acled("A", "2020-01-01"), acled("B", "2022-02-20", fatalities=7), acled("C", "2022-03-01")],
        ),
        table(
            tmp_path / "ged251.csv",
            [
                ged(1, "2020-01-01"),
                ged(2, "2022-02-20"),
                ged(3, "2022-03-01", country="Chad", latitude=12, longitude=15),
            ],
        ),
    )
    found = asked(store, MALI)
    assert {source: tempo.incidents for source, tempo in found.items()} == {"acled": 2, "ucdp": 1}
    assert found["ucdp"].deaths == Deaths(2, 3, 5)
    assert [(file.name, file.release, len(file.sha256)) for file in found["ucdp"].files] == [("ged251.csv", "25.1", 64)]


def test_dated_events_are_placed_by_the_registers_towns(tmp_path: Path, into: Into, store: Path, rows: Rows) -> None:
    into(table(tmp_path / "a.csv", [
        aec(1, "2020-01-01"), aec(2, "2022-02-20"), aec(3, "2022-03-01", location_where_name="Ménaka town"), aec(4, "2022-03-01", location_root_name="Niger"),
        aec(5, "2022-03-01", location_where_name="Gaoo"),
    ]))  # fmt: skip
    placed = {row["event_id"]: (row["place"], row["precision"], row["flaw"]) for row in rows("ucdp")}
    assert placed["2"] == ("Gao town", "place", "placed by its name")
    assert placed["3"] == ("Ménaka town", "place", "placed by its name")
    assert placed["4"] == ("Gao town", None, None)
    assert placed["5"] == ("Gaoo", None, None)
    assert asked(store, GAO)["ucdp"].incidents == 1


def test_dated_events_without_coordinates_count_in_their_country(tmp_path: Path, into: Into, store: Path) -> None:
    into(
        table(
            tmp_path / "a.csv",
            [aec(n, day, location_where_name="") for n, day in enumerate(("2020-01-01", "2022-02-20", "2022-03-01"))],
        )
    )
    assert asked(store, MALI)["ucdp"].incidents == 2
    near = asked(store, GAO)["ucdp"]
    assert (near.incidents, near.unplaced) == (0, 2)


def test_a_missions_places() -> None:
    def claim(number: int, *named: str) -> Claim:
        refs = tuple(EntityRef(text=name, id=f"place:{name}", kind="place") for name in named)
        said = Statement.of(
            report="r", predicate="event", type="attack", roles={"place": refs}, evidence=Evidence(number, number + 1, "x", "body"), reader="t", confidence=1.0,
        )  # fmt: skip
        return Claim(id=str(number), key=("k",), predicate="event", type="attack", statement=said, support=(said,))

    claims = [
        claim(0, "gao"),
        claim(1, "gao", "menaka"),
        claim(2, "sahel"),
        claim(3, "liptako-gourma"),
        claim(4, "nobody-knows"),
        claim(5, "nouakchott"),
    ]
    found = places.named_by("mission:takuba", claims, km=50)
    assert [(near.name, near.country, near.km) for near in found] == [("Gao", "ML", 50), ("Ménaka", "ML", 50)]
    assert [near.country for near in places.countries_of("mission:takuba")] == ["ML", "NE", "BF"]
    assert places.countries_of("mission:none") == ()
    assert places.named_by("mission:takuba", claims, most=1)[0].name == "Gao"
