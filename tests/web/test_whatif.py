from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from starlette.testclient import TestClient

FRANCE = "/mali/whatif?withdraw=takuba:FR"


def test_a_withdrawal_shows_what_hangs_on_it_with_its_claims(client: TestClient) -> None:
    page = client.get(f"{FRANCE}&lang=en").text
    assert "France withdraws from Task Force Takuba" in page
    assert "Hypothetical: nobody reported this" in page
    assert "France leads Task Force Takuba." in page
    assert re.search(r'href="/mali/reports/[^"#]+#s-[0-9a-f]+"', page)
    assert re.search(r'href="/mali/claims/[^"]+lang=en"', page)
    assert "No report says what France gives to Task Force Takuba." in page
    assert "The register names France as who leads Operation Barkhane" in page


@pytest.mark.parametrize(
    ("language", "says"),
    [("nl", "Frankrijk trekt zich terug uit Taakgroep Takuba"), ("fr", "Retrait\u00a0: France (Task Force Takuba)"),
     ("en", "France withdraws from Task Force Takuba")],
)  # fmt: skip
def test_it_speaks_the_readers_language(client: TestClient, language: str, says: str) -> None:
    page = unescape(client.get(f"{FRANCE}&lang={language}").text)
    assert says in page
    assert language == "en" or "No report says" not in page


def test_a_contribution_and_the_end_of_a_mandate_can_be_supposed(client: TestClient) -> None:
    joined = client.get("/mali/whatif?add=SE&to=takuba&people=90&lang=en").text
    assert "Sweden joins Task Force Takuba, 90 people" in joined
    ended = client.get("/mali/whatif?end=2022-06-30&of=minusma&lang=en").text
    assert "The mandate of MINUSMA ends on 30 June 2022" in ended


def test_a_level_that_holds_below_its_threshold_says_why(client: TestClient) -> None:
    said = client.get("/mali/whatif?withdraw=eutm-mali:NL&lang=en&as-of=2022-03-25&known=2022-03-25").text
    assert "severe, though 7.429 is below 8: it was reached on 17 March 2022 and has not fallen below 6.8 since" in said


def test_nothing_is_booked(client: TestClient, shown: object) -> None:
    book = shown.ledger  # type: ignore[attr-defined]
    size, head = book.size, book.head
    client.get(FRANCE)
    assert (book.size, book.head) == (size, head)


def test_every_contributor_that_it_offers_can_be_supposed(client: TestClient) -> None:
    form = client.get("/mali/whatif?lang=en").text
    offered = re.findall(r'<option value="([a-z0-9-]+:[^"]+)"', form)
    assert {"takuba:FR", "takuba:NL", "minusma:DE"} <= set(offered)
    for one in offered:
        answer = client.get("/mali/whatif", params={"withdraw": one})
        assert answer.status_code == 200
        assert "hypothetical" in answer.text


def test_it_follows_what_was_known(client: TestClient) -> None:
    then = client.get(f"{FRANCE}&as-of=2022-01-01&known=2022-01-01&lang=en").text
    assert "The Danish armed forces withdrew" not in then
    assert "The Danish armed forces withdrew" in client.get(f"{FRANCE}&lang=en").text


@pytest.mark.parametrize(
    "asked",
    ["withdraw=takuba:XX", "withdraw=takuba", "withdraw=nowhere:FR", "add=SE", "add=SE&to=unifil", "add=SE&to=takuba&people=0",
     "add=SE&to=takuba&people=%D9%A1", "add=SE&to=takuba&people=9999999999999", "end=2022-06-30", "end=soon&of=takuba",
     "withdraw=takuba:FR&add=SE", "withdraw=takuba:mission:minusma", "withdraw=" + "x" * 3000],
)  # fmt: skip
def test_what_cannot_be_supposed_is_said(client: TestClient, asked: str) -> None:
    answer = client.get(f"/mali/whatif?{asked}")
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


def test_hostile_parameters_are_text(client: TestClient) -> None:
    for hostile in ('"><img src=x onerror=alert(1)>', "<script>alert(1)</script>"):
        for key in ("withdraw", "add", "people", "of"):
            page = client.get("/mali/whatif", params={key: hostile}).text
            assert "<img" not in page
            assert "<script>alert" not in page
