from __future__ import annotations

import re
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from missionwatch.serving import make_app
from missionwatch.workplace import PERMISSIONS, Asker, Moment
from tests.web.conftest import OURS, SETTINGS
from tests.web.parsing import Page

if TYPE_CHECKING:
    from missionwatch.workplace import Workplace

SOMEBODY = Asker("somebody", frozenset(PERMISSIONS))


def of(client: TestClient, address: str) -> Page:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text[:500]
    return Page(answer.text)


def test_each_mission_has_its_level_and_trend_in_words_and_its_reasons_lead_to_claims(client: TestClient) -> None:
    shown = of(client, "/mali?lang=en")
    assert shown.headings("h2")[:6] == [
        "Task Force Takuba", "MINUSMA", "EUTM Mali", "EUCAP Sahel Mali", "Operation Barkhane", "G5 Sahel Joint Force",
    ]  # fmt: skip
    takuba = shown.text.split("Task Force Takuba", 1)[1].split("MINUSMA", 1)[0]
    assert "severe" in takuba
    assert "deteriorating" in takuba
    assert "coming to an end" in takuba
    assert "France plans to withdraw troops from Operation Barkhane and Task Force Takuba." in takuba
    claims = [link for link in shown.links if re.fullmatch(r"/mali/claims/[0-9a-f]{8,}\?lang=en", link)]
    assert len(claims) > 60


def test_the_course_of_a_level_is_told_in_words_too(client: TestClient) -> None:
    said = of(client, "/mali?lang=en").labels
    assert (
        "Level from 5 September 2021 to 1 March 2022: first none, now severe, at most severe." in said
    )  # 26 Sundays, then the day itself


def test_what_changed_is_since_a_fortnight_where_nobody_looked_before(client: TestClient) -> None:
    shown = of(client, "/mali?lang=en")
    assert "What changed since 15 February 2022" in shown.text
    assert "In two weeks" in shown.text
    assert "Confirmed The obstruction of Task Force Takuba by the Malian government" in shown.text
    assert "Over Denmark contributes 105 people to Task Force Takuba" in shown.text


def test_the_address_outranks_what_one_saw(client: TestClient) -> None:
    shown = of(client, "/mali?lang=en&since=2022-02-08")
    assert "What changed since 8 February 2022" in shown.text
    assert "As the address asks." in shown.text
    assert "since=2022-02-08" in next(link for link in shown.links if link.startswith("/mali/missions/takuba"))


def test_a_day_after_the_one_shown_changes_nothing_and_says_so(client: TestClient) -> None:
    assert "That day lies after the day shown." in of(client, "/mali?lang=en&since=2022-03-02").text


def test_seen_counts_from_then_on(own: Workplace) -> None:
    with TestClient(make_app(own, SETTINGS), headers=OURS) as client:
        answer = client.post(
            "/mali/seen?as-of=2022-02-20&known=2022-02-20&since=2022-01-01&lang=en", follow_redirects=False
        )
        assert answer.status_code == 303
        assert answer.headers["location"] == "/mali?as-of=2022-02-20&known=2022-02-20&lang=en"
        kept = answer.headers["set-cookie"].lower()
        assert kept.startswith("looked-mali=2022-02-20~20220220t235959z;")
        for asked in ("httponly", "samesite=lax", "path=/mali"):
            assert asked in kept
        shown = of(client, "/mali?lang=en")
        assert "What changed since 20 February 2022" in shown.text
        assert "Since you last chose “Seen”." in shown.text
        assert "Nothing changed." in of(client, "/mali?lang=en&as-of=2022-02-20&known=2022-02-20").text
        assert (
            "Since you last chose" not in of(client, "/mali?lang=en&as-of=2022-02-10").text
        )  # one looked later than that


def test_what_was_learnt_on_the_day_one_looked_is_told_afterwards(own: Workplace) -> None:
    desk = own.desk(SOMEBODY, "mali")
    at_noon = Moment(date(2022, 2, 7), datetime(2022, 2, 7, 12, tzinfo=UTC))
    assert desk.known_at(at_noon) == datetime(2022, 2, 7, 12, tzinfo=UTC)
    learnt = desk.changes(at_noon, Moment(date(2022, 2, 7), date(2022, 2, 7)))
    assert [change.kind for change in learnt].count("new") > 3  # the letter of 7 February came in the evening


@pytest.mark.parametrize(
    "cookie", ["", "x", "2022-02-20", "2022-02-20~", "2022-02-20~nonsense", "~", "9999-99-99~20220101T000000Z", "<script>", "2022-02-20~99999999T999999Z"],
)  # fmt: skip
def test_a_cookie_that_is_none_is_as_if_there_were_none(client: TestClient, cookie: str) -> None:
    answer = client.get("/mali?lang=en", headers={"cookie": f"looked-mali={cookie}"})
    assert answer.status_code == 200
    assert "In two weeks" in answer.text
    assert "<script>" not in answer.text.replace('<script src="', "")


def test_the_page_says_what_is_ahead_and_what_is_not_known(client: TestClient) -> None:
    shown = of(client, "/mali?lang=nl")
    assert "medio mei 2022" in shown.text
    assert "Toekomst van Takuba onzeker" in shown.text
    assert "MINUSMA: wie de leiding heeft" in shown.text or "MINUSMA: wie leidt" in shown.text
    assert "Aanwezigheid buiten missies" in shown.text


def test_in_each_language_headings_go_down_one_step_at_a_time(client: TestClient) -> None:
    for language in ("nl", "en", "fr"):
        for path in ("/mali", "/mali/missions/takuba", "/mali/missions/eucap-sahel-mali", "/mali/map"):
            levels = [int(tag[1]) for tag in of(client, f"{path}?lang={language}").heading_tags]
            assert levels[0] == 1
            assert levels.count(1) == 1
            assert all(after - before <= 1 for before, after in pairwise(levels)), (path, levels)


def test_what_was_not_known_then_is_not_shown(client: TestClient) -> None:
    assert "Denmark" not in of(client, "/mali?lang=en&as-of=2021-12-20&known=2021-12-20").text
    assert "first none, now none, at most none" in " ".join(
        of(client, "/mali?lang=en&as-of=2021-06-01&known=2021-06-01").labels
    )
