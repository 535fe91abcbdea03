from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from missionwatch import flow
from missionwatch.records import LEVELS
from missionwatch.serving import make_app
from missionwatch.tempo import Archive, load
from missionwatch.web.contributions import COLUMNS, ordered, rows
from missionwatch.web.course import heat
from missionwatch.web.rendering import phrases
from missionwatch.workplace import PERMISSIONS, Asker, Moment
from missionwatch.workplace.desk import week_ends
from tests.tempo.conftest import TODAY, acled, table
from tests.web.conftest import SETTINGS
from tests.web.test_theatre import of
from tests.workbench import DAY, demo_ledger, demo_workplace

if TYPE_CHECKING:
    from pathlib import Path

    from missionwatch.workplace import Workplace

SOMEBODY = Asker("somebody", frozenset(PERMISSIONS))
NOW = Moment(DAY)


def test_the_state_at_a_glance(client: TestClient) -> None:
    said = of(client, "/mali/missions/barkhane?lang=en").text
    assert "thirty days before: guarded" in said
    assert "coming to an end" in said
    assert "moderate" in said
    assert "hangs on a single claim" in said
    assert "(without it: high)" in said
    assert "high by 4 June 2022" in said


def test_why_a_level_is_sure_is_said_in_each_language(client: TestClient) -> None:
    dutch, french = (of(client, f"/mali/missions/takuba?lang={code}").text for code in ("nl", "fr"))
    assert re.search(r"\d\d% van wat beweringen tellen is waarschijnlijk waar of bevestigd", dutch)
    assert re.search(r"\d sources indépendantes", french)
    assert (
        "over de missie zelf is de laatste tijd niets gemeld"
        in of(client, "/mali/missions/eucap-sahel-mali?lang=nl").text
    )


@pytest.mark.parametrize(
    ("language", "why"),
    [
        ("nl", "hoewel 2,899 onder 3 ligt: dat is gehaald op 13 februari 2022, en sindsdien was de som nooit lager dan 2,55"),
        ("en", "though 2.899 is below 3: it was reached on 13 February 2022 and has not fallen below 2.55 since"),
        ("fr", "bien que 2,899 soit inférieur à 3 : ce seuil a été atteint le 13 février 2022, et depuis la somme n’est jamais descendue sous 2,55"),
    ],
)  # fmt: skip
def test_why_a_level_holds_is_said_beside_its_reasons_and_in_its_cell(
    client: TestClient, language: str, why: str
) -> None:
    address = f"/mali/missions/takuba?lang={language}&as-of=2022-02-16&known=2022-02-16"
    raw, page = client.get(address).text, of(client, address)
    assert (
        page.text.count(why) == 2
    )  # in the cell of that day, for those who hear it, and above the reasons of the dimension
    assert len(re.findall(r'title="[^"]*' + re.escape(why), raw)) == 1
    assert 'class="held"' in raw


def test_our_own_contribution_comes_before_those_of_others(client: TestClient) -> None:
    page = of(client, "/mali/missions/minusma?lang=en")
    assert page.ids.index("own") < page.ids.index("contributions")
    own = page.text.split("Own contribution (Netherlands)", 1)[1].split("Profile", 1)[0]
    assert "The Netherlands contributes 90 people to MINUSMA, with a C-130." in own
    assert "mid-May 2022" in own
    assert "Germany" not in own


def test_every_cell_of_the_heat_map_opens_to_what_made_it(client: TestClient, shown: Workplace) -> None:
    desk = shown.desk(SOMEBODY, "mali")
    page = of(client, "/mali/missions/eutm-mali?lang=en")
    cells = [link for link in page.links if link.endswith("#why") and "dimension=access" in link]
    lane = next(one for one in heat(desk.course(NOW), "mission:eutm-mali") if one.dimension == "access")
    assert len(cells) == sum(1 for step in lane.steps if step.number)
    for link in cells:
        asked = parse_qs(urlsplit(link).query)
        day = date.fromisoformat(asked["as-of"][0])
        step = next(one for one in lane.steps if one.day == day)
        opened = client.get(link)
        assert f"access and freedom of movement, on {day.day} " in opened.text
        why = opened.text.split('id="why"', 1)[1].split("</details>", 1)[0]
        assert f'<span class="badge {step.level}">' in why  # the level of the cell is the one that it opens to
        assert why.count("/mali/claims/") >= 1
        assert "×" in why


def test_reasons_add_up_to_the_sum_of_their_dimension(client: TestClient) -> None:
    page = client.get("/mali/missions/takuba?lang=en&dimension=rival-forces").text
    why = page.split('id="why"', 1)[1].split("</details>", 1)[0]
    counted = [float(one.replace("−", "-")) for one in re.findall(r'<td class="number">([+−][\d.]+)</td>', why)]
    said = re.search(r"sum ([\d.]+), (\d+) reasons", why)
    assert said is not None
    assert len(counted) == int(said[2])
    assert sum(counted) == pytest.approx(float(said[1]), abs=0.01 * len(counted))


def test_signals_are_told_in_the_readers_language_and_the_files_own_words_are_marked(client: TestClient) -> None:
    assert (
        "het gastland zet de gezant of troepen uit van wie de missie leidt"
        in of(client, "/mali/missions/takuba?lang=nl").text
    )
    told = {signal: said["en"] for signal, said in phrases("signals").items() if isinstance(said.get("en"), str)}
    from missionwatch.assessment import load as indicators  # noqa: PLC0415

    for signal in indicators().signal:
        assert told[signal.id] == signal.why  # a signal that is reworded is to be translated anew


def test_contributions_sort_by_each_column_both_ways(client: TestClient, shown: Workplace) -> None:
    missions = shown.desk(SOMEBODY, "mali").seen(NOW).picture.missions
    found = rows([claim for one in missions for claim in one.contributions], "en")
    assert len(found) >= 7
    for column in COLUMNS:
        for down in (False, True):
            there = ordered(found, column, down=down)
            assert sorted(map(id, there)) == sorted(map(id, found))
    most = [row.value for row in ordered(found, "people", down=True)]
    assert most == sorted(most, reverse=True)
    page = client.get("/mali/missions/minusma?lang=en&sort=-people").text
    assert 'aria-sort="descending"' in page
    table = page.split('id="contributions"', 1)[1].split("</table>", 1)[0]
    assert table.index("1,100") < table.index(">90<")
    assert "sort=people#contributions" in table  # the same column again turns it round


def test_developments_are_by_month_filtered_by_type_and_incidents_are_marked(client: TestClient) -> None:
    every = of(client, "/mali/missions/takuba?lang=en")
    assert every.headings("h3")[-20:].count("February 2022") == 1
    incidents = listed(client, "incidents")
    assert "attack near Ménaka" in incidents
    assert "The obstruction of Task Force Takuba" in incidents
    assert "Denmark deployed 105 soldiers" not in incidents
    withdrawals = listed(client, "withdraw")
    assert "Sweden plans to withdraw" in withdrawals
    assert "attack near Ménaka" not in withdrawals


def listed(client: TestClient, sort: str) -> str:
    page = client.get(f"/mali/missions/takuba?lang=en&type={sort}").text
    return page.split('id="developments"', 1)[1].split("</section>", 1)[0]


def test_a_wrong_parameter_says_what_there_is(client: TestClient) -> None:
    for wrong in ("sort=nothing", "dimension=weather", "sort=-", "as-of=0000-01-01", "type=" + "x" * 3000):
        answer = client.get(f"/mali/missions/takuba?{wrong}")
        assert answer.status_code == (200 if wrong == "sort=-" else 400), wrong
    assert "host-consent" in client.get("/mali/missions/takuba?dimension=weather").text
    gone = client.get("/mali/missions/<script>alert(1)</script>")
    assert gone.status_code == 404
    assert "<script>alert" not in gone.text
    assert client.get("/mali/missions/unifil").status_code == 404


def test_a_card_may_be_framed_by_anybody_and_nothing_else_may(client: TestClient) -> None:
    for ending, kind in (("svg", "image/svg+xml"), ("html", "text/html")):
        card = client.get(f"/mali/missions/takuba/card.{ending}?lang=fr")
        assert card.headers["content-type"].startswith(kind)
        policy = card.headers["content-security-policy"]
        assert "frame-ancestors *" in policy
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert card.headers["cross-origin-resource-policy"] == "cross-origin"
        assert "Task Force Takuba" in card.text
    for path in ("/mali", "/mali/missions/takuba", "/mali/map"):
        assert "frame-ancestors 'none'" in client.get(path).headers["content-security-policy"]
    assert client.get("/mali/missions/unifil/card.svg").status_code == 404


def test_the_course_ends_in_what_the_page_shows_and_each_week_is_as_known_then(shown: Workplace) -> None:
    desk = shown.desk(SOMEBODY, "mali")
    course = desk.course(NOW)
    assert course[-1] == (DAY, desk.seen(NOW).concerns)
    assert [day for day, _ in course[:-1]] == list(week_ends(DAY, 26))
    for day, concerns in course[20:-1]:
        then = desk.seen(Moment(day, day)).concerns
        assert [(one.mission, one.level, one.score) for one in concerns] == [
            (one.mission, one.level, one.score) for one in then
        ]


def test_another_day_redoes_no_week(own: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, real = own.desk(SOMEBODY, "mali"), flow.levels
    asked: list[date] = []

    def watched(*given: Any, as_of: date, **named: Any) -> Any:
        asked.append(as_of)
        return real(*given, as_of=as_of, **named)

    def weeks() -> list[date]:
        return [day for day in asked if day in ends]

    monkeypatch.setattr(flow, "levels", watched)
    ends = week_ends(DAY, 26)
    desk.course(NOW)
    assert weeks() == list(ends)
    for days in (1, 2, 3, 4, 5):
        desk.course(Moment(DAY + timedelta(days=days)))
    assert weeks() == list(ends)  # 2 to 6 March: the last Sunday is the same
    ends = week_ends(DAY + timedelta(days=6), 26)
    desk.course(Moment(DAY + timedelta(days=6)))
    assert weeks().count(ends[-1]) == 2  # as it is known now, when it was the day looked at, and as it was known then


@given(st.dates(date(1001, 1, 1), date(8999, 1, 1)), st.integers(1, 60))
def test_week_ends_are_sundays_before_the_day(until: date, weeks: int) -> None:
    ends = week_ends(until, weeks)
    assert len(ends) == weeks
    assert all(day.isoweekday() == 7 for day in ends)
    assert 1 <= (until - ends[-1]).days <= 7
    assert all((after - before).days == 7 for before, after in pairwise(ends))


def test_tempo_stands_beside_the_mission_where_there_are_event_data(tmp_path: Path) -> None:
    rising = [acled(f"E{n}", str(date(2020, 1, 1) + timedelta(days=9 * n)), fatalities=1) for n in range(90)]
    rising += [acled(f"F{n}", str(date(2022, 1, 5) + timedelta(days=n)), fatalities=1) for n in range(55)]
    load([table(tmp_path / "acled.csv", rising)], tmp_path / "mali.tempo", today=TODAY)
    workplace = demo_workplace(demo_ledger())
    with Archive(tmp_path / "mali.tempo") as events:
        workplace.events = events
        with TestClient(make_app(workplace, SETTINGS)) as client:
            page = client.get("/mali/missions/minusma?lang=en")
    workplace.ledger.close()
    told = page.text.split('id="tempo"', 1)[1].split("</section>", 1)[0]
    assert "ACLED" in told
    assert "no report states them" in told
    assert re.search(r"up since \d+ January 2022", " ".join(re.sub("<[^>]+>", " ", told).split()))
    assert "weeks, from" in told  # the drawing in words


def test_levels_are_in_words_wherever_there_is_a_colour(client: TestClient) -> None:
    page = client.get("/mali/missions/takuba?lang=en").text
    for level in LEVELS[1:]:
        for cell in re.findall(rf'<td class="{level}">(.*?)</td>', page, flags=re.DOTALL):
            assert re.search(rf'<span class="hidden">{level}(, though [^<]*)?</span>', cell)


def test_the_parts_of_our_contribution_are_told_once(client: TestClient) -> None:
    page = of(client, "/mali/missions/takuba?lang=en").text
    own = page.split("Own contribution (Netherlands)", 1)[1].split("Profile", 1)[0]
    assert "of whom one in Mali and one as liaison officer in Chad" in own
    assert "contributes one liaison officer" not in own
    assert page.count("part of another row") == 2  # the table has them, and says so
