from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from missionwatch import flow

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from missionwatch.workplace import Workplace


def strips(page: str) -> dict[str, str]:
    return {
        re.sub(r"<[^>]+>", "", name).strip(): levels
        for levels, name in re.findall(r'<tr data-levels="(\d+)">\s*<th scope="row">(.*?)</th>', page, re.DOTALL)
    }


def test_each_day_is_what_the_picture_said_on_its_evening(client: TestClient, shown: Workplace) -> None:
    page = client.get("/mali/replay?from=2022-01-20&to=2022-02-10&lang=en").text
    told = strips(page)
    followed = shown.theatres["mali"]
    days = list(flow.replay(shown.ledger, followed, first=date(2022, 1, 20), last=date(2022, 2, 10)))
    assert len(days) == len(told["Task Force Takuba"]) == 22
    levels = ["none", "low", "guarded", "high", "severe"]
    for mission, name in (("mission:takuba", "Task Force Takuba"), ("", "The theatre at large")):
        assert told[name] == "".join(
            str(levels.index(next(c.level for c in day.concerns if c.mission == mission))) for day in days
        )


def test_a_change_names_its_day_and_what_made_it(client: TestClient) -> None:
    page = client.get("/mali/replay?from=2022-01-20&to=2022-02-10&lang=en").text
    row = next(one for one in re.findall(r"<tr data-day.*?</tr>", page, re.DOTALL) if "27 January 2022" in one)
    assert "Denmark plans to withdraw troops from Task Force Takuba." in row
    assert re.search(r'href="/mali/claims/[0-9a-f]+\?[^"]*as-of=2022-01-27&amp;known=2022-01-27', row)
    assert "high" in row
    assert "severe" in row


def test_one_mission_can_be_split_into_its_dimensions(client: TestClient) -> None:
    page = client.get("/mali/replay?from=2022-01-20&to=2022-02-10&mission=takuba&lang=en").text
    assert "consent of the host state" in strips(page)
    assert "consent of the host state" not in strips(
        client.get("/mali/replay?from=2022-01-20&to=2022-02-10&lang=en").text
    )


def test_the_address_holds_the_day_shown(client: TestClient) -> None:
    page = client.get("/mali/replay?from=2022-01-20&to=2022-02-10&at=2022-01-21&lang=en").text
    assert '<strong id="when">21 January 2022</strong>' in page
    assert "as-of=2022-01-21&amp;known=2022-01-21" in page


def test_what_is_known_bounds_every_day(client: TestClient) -> None:
    address = "/mali/replay?from=2022-01-20&to=2022-02-10&lang=en"
    then, now = client.get(f"{address}&known=2022-01-22").text, client.get(address).text
    assert strips(then)["Task Force Takuba"][:3] == strips(now)["Task Force Takuba"][:3]
    assert strips(then)["Task Force Takuba"] != strips(now)["Task Force Takuba"]


def test_weeks_take_steps(client: TestClient) -> None:
    page = client.get("/mali/replay?from=2021-09-01&to=2022-03-01&every=7").text
    assert len(next(iter(strips(page).values()))) == 27


@pytest.mark.parametrize(
    "asked",
    [
        "from=2022-03-02&to=2022-03-01",
        "from=2010-01-01&to=2022-03-01",
        "every=2",
        "every=x",
        "from=yesterday",
        "at=never",
    ],
)
def test_a_stretch_that_cannot_be_is_said(client: TestClient, asked: str) -> None:
    answer = client.get(f"/mali/replay?{asked}")
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_levels_have_words_and_not_colour_alone(client: TestClient, language: str) -> None:
    page = client.get(f"/mali/replay?from=2022-02-20&to=2022-03-01&lang={language}").text
    word = {"nl": "zeer hoog", "en": "severe", "fr": "très élevé"}[language]
    assert f'<span class="badge severe">{word}</span>' in page
    assert "style=" not in page
