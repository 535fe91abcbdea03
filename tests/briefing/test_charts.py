"""Charts: the same drawing from the same picture, in words too, and no surprise from what reports say."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from missionwatch import flow
from missionwatch.briefing.charts import CHARTS
from missionwatch.briefing.charts.labels import Labels
from missionwatch.briefing.charts.mapping import outlines
from missionwatch.errors import UnknownLanguageError
from missionwatch.records import Asset
from tests.picture.conftest import Newsroom, people

if TYPE_CHECKING:
    from missionwatch.records import ChartKind
    from tests.briefing.conftest import Demo


@pytest.mark.parametrize("language", ["nl", "en", "fr"])
@pytest.mark.parametrize("kind", CHARTS)
def test_a_chart_is_the_same_twice_and_says_what_it_shows(demo: Demo, kind: ChartKind, language: str) -> None:
    first, second = (flow.draw(kind, demo.picture, language=language, series=demo.series) for _ in range(2))
    assert first.data == second.data
    root = ET.fromstring(first.data)  # noqa: S314 - our own drawing
    assert root.get("role") == "img"
    assert [child.tag.rpartition("}")[2] for child in root][:2] == ["title", "desc"]
    assert root[1].text == first.description
    assert first.title
    assert "{" not in first.description


def test_the_words_of_a_chart(demo: Demo) -> None:
    words = {kind: flow.draw(kind, demo.picture, language="en", series=demo.series).description for kind in CHARTS}
    assert words["levels"].startswith(
        "Levels from 7 December 2021 to 1 March 2022. On the last day: Task Force Takuba: severe; "
    )
    assert "Germany · MINUSMA: more than 1,100" in words["contributions"]
    assert "Gao (incident)" in words["map"]
    assert "MINUSMA, EUTM Mali" in words["map"]
    assert words["timeline"].startswith("16 developments from ")


def test_a_png_is_a_png(demo: Demo) -> None:
    assert flow.draw("map", demo.picture, language="nl", media="image/png").data.startswith(b"\x89PNG")


def test_what_is_disputed_is_marked_and_what_is_planned_is_left_out(news: Newsroom) -> None:
    danes = {"contributor": "DK", "mission": "mission:takuba"}
    news.says(news.report("a", "2022-01-18", "paper"), "contribution", danes, quantity=people(90))
    news.says(news.report("b", "2022-01-26", "wire"), "contribution", danes, quantity=people(105))
    swedes = {"contributor": "SE", "mission": "mission:takuba"}
    news.says(news.report("c", "2022-01-26", "wire"), "contribution", swedes, quantity=people(150), modality="planned")
    said = flow.draw("contributions", news.picture(), language="en").description
    assert "Denmark · Task Force Takuba: " in said
    assert "(disputed)" in said
    assert "Sweden" not in said


@pytest.mark.parametrize("kind", CHARTS)
def test_nothing_to_show_is_said(news: Newsroom, kind: ChartKind) -> None:
    made = flow.draw(kind, news.picture(), language="nl")
    assert "geen gegevens" in made.description or kind == "map"


def test_signs_that_mean_something_to_a_drawer_are_only_signs(news: Newsroom) -> None:
    hostile = "$\\frac{1}{0}$ </svg><script>x</script> \x00 \u202e 部隊"
    news.says(news.report("a", "2022-02-07", publisher=hostile), "event", {"actor": "ML", "place": "ML"}, type="demand",
              text=hostile, assets=(Asset(hostile, hostile),))  # fmt: skip
    made = flow.draw("timeline", news.picture(), language="fr")
    ET.fromstring(made.data)  # noqa: S314 - our own drawing
    assert b"<script" not in made.data


def test_a_language_that_is_not_there_is_refused(news: Newsroom) -> None:
    with pytest.raises(UnknownLanguageError, match="no briefing in 'xx'"):
        flow.draw("map", news.picture(), language="xx")


def test_outlines_are_where_the_countries_are() -> None:
    rings = outlines()
    assert len(rings) > 200
    for code, inside in {
        "ML": (-2.0, 17.0),
        "NL": (5.5, 52.2),
        "IQ": (43.5, 33.0),
        "LB": (35.9, 34.0),
        "AF": (66.0, 34.0),
    }.items():
        xs, ys = zip(*rings[code][0], strict=True)
        assert min(xs) < inside[0] < max(xs)
        assert min(ys) < inside[1] < max(ys)
    assert all(ring[0] == ring[-1] for found in rings.values() for ring in found)


def test_names_of_places_beside_each_other_do_not_hide_each_other() -> None:
    labels = Labels(0.05, [(0.0, 0.0), (1.0, 0.0)])
    sides = [labels.beside(x, 0.0, "Sévaré")[2] for x in (0.0, 1.0)]
    assert sides == ["right", "left"]


def test_the_course_knows_no_more_than_was_known(demo: Demo) -> None:
    days = [day for day, _ in demo.series]
    assert days[-1] == date(2022, 3, 1)
    assert (days[1] - days[0]).days == 7
    takuba = [next(c.level for c in concerns if c.mission == "mission:takuba") for _, concerns in demo.series]
    assert takuba[0] == "none"
    assert takuba[-1] == "severe"
