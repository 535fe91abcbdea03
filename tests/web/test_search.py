from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from missionwatch.records import Marked, Query
from missionwatch.records.searching import Span
from missionwatch.web.pages.search import pieces
from missionwatch.workplace import PERMISSIONS, Asker
from tests.web.test_briefing import person

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from missionwatch.workplace import Workplace


def hits(page: str) -> list[str]:
    return [unescape(one) for one in re.findall(r'<li class="hit">(.*?)</li>', page, re.DOTALL)]


def text(hit: str) -> str:
    return re.sub(r"<[^>]+>", "", hit)


def test_words_names_and_meaning_are_found_and_marked_across_languages(client: TestClient) -> None:
    page = client.get("/mali/search?words=Danish&lang=en").text
    found = hits(page)
    assert any("<mark>Denemarken</mark>" in one or "<mark>Deense</mark>" in one for one in found)
    french = hits(client.get("/mali/search?words=Danish&language=fr&lang=en").text)
    assert any("<mark>Danemark</mark>" in one for one in french)
    assert all("found by" in text(one) for one in found)
    assert "Danish is Denmark" in page
    assert any(re.search(r'href="/mali/reports/[0-9a-f]+\?lang=en#s-[0-9a-f]+"', one) for one in found)
    assert any(re.search(r'href="/mali/claims/[0-9a-f]+\?lang=en"', one) for one in found)


@pytest.mark.parametrize(
    ("asked", "holds"),
    [("mission=mission:minusma&words=militairen", "MINUSMA"), ("predicate=contribution", "Contribution"), ("kind=reports&words=Takuba", "Report"),
     ("source=rijksoverheid&words=Takuba", "Rijksoverheid"), ("from=2022-02-17&to=2022-02-17", "February 2022")],
)  # fmt: skip
def test_filters_narrow(client: TestClient, asked: str, holds: str) -> None:
    found, every = (hits(client.get(f"/mali/search?{a}meaning=no&lang=en").text) for a in (f"{asked}&", "words=Mali&"))
    assert len(found) > 0
    assert found != every
    assert sum(holds in text(one) for one in found) > len(found) / 2


def test_several_filters_of_a_kind_stay_in_every_link(client: TestClient) -> None:
    page = client.get("/mali/search?words=Mali&predicate=event&predicate=option&lang=en").text
    following = re.findall(r'href="([^"]+)" rel="next"', page)
    assert following
    assert unescape(following[0]).count("predicate=") == 2
    assert unescape(page).count('name="predicate" value="event"') >= 2  # the bar of time keeps it too
    assert set(hits(page)).isdisjoint(hits(client.get(unescape(following[0])).text))


def test_pages_follow_until_all_is_shown(client: TestClient, shown: Workplace) -> None:
    address, seen = "/mali/search?mission=mission:takuba&meaning=no", []
    while True:
        page = client.get(address).text
        seen += hits(page)
        following = re.findall(r'href="([^"]+)" rel="next"', page)
        if not following:
            break
        address = unescape(following[0])
    desk = shown.desk(Asker(name="test", may=frozenset(PERMISSIONS)), "mali")
    assert len(seen) == desk.search(Query(missions=("mission:takuba",), meaning=False)).total


def test_what_was_not_known_then_is_not_found(client: TestClient) -> None:
    then = client.get("/mali/search?words=Denemarken&known=2022-01-20&lang=en").text
    now = client.get("/mali/search?words=Denemarken&lang=en").text
    assert 0 < len(hits(then)) < len(hits(now))
    assert "February 2022" not in "".join(hits(then))


def test_before_anything_is_asked_it_says_how(client: TestClient) -> None:
    page = client.get("/mali/search?lang=en").text
    assert "How to ask" in page
    assert not hits(page)


@pytest.mark.parametrize(
    "asked", ["place=xyzzy", "predicate=nonsense", "kind=all-of-it", "from=2022-03-01&to=2022-02-01", "from=x", "words=Mali&cursor=bad",
              "size=0", "size=9999", "type=party"],
)  # fmt: skip
def test_what_cannot_be_searched_is_said_and_the_form_stays(client: TestClient, asked: str) -> None:
    answer = client.get(f"/mali/search?{asked}")
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert 'id="words"' in answer.text


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "' or 1=1 --",
        'a" NEAR("b"',
        "* OR *",
        "\u202eabc",
        "x" * 1900,
        "\x00",
    ],
)
def test_hostile_words_are_words(client: TestClient, hostile: str) -> None:
    answer = client.get("/mali/search", params={"words": hostile, "source": hostile, "mission": hostile})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "<img" not in answer.text
    assert "\u202e" not in answer.text


def test_a_search_is_kept_opened_shared_taken_away_and_brought_back(own: Workplace) -> None:
    with person(own, "anna", "read", "save", "share") as anna, person(own, "bert", "read", "save") as bert:
        asked = "words=Takuba&predicate=event&predicate=option&meaning=no&lang=en"
        query = unescape(re.findall(r'name="query" value="([^"]*)"', anna.get(f"/mali/search?{asked}").text)[0])
        assert query == "words=Takuba&predicate=event&predicate=option&meaning=no"
        anna.post("/mali/search/kept", data={"name": "Own <b>", "query": query})
        anna.post("/mali/search/kept", data={"name": "Shared", "query": query, "shared": "yes"})
        page = bert.get("/mali/search?lang=en").text
        assert "Shared" in page
        assert "for all, by anna" in page
        assert "Own" not in page
        address = unescape(re.findall(r'<a href="([^"]+)">Shared</a>', page)[0])
        assert hits(bert.get(address).text) == hits(bert.get(f"/mali/search?{asked}").text) != []
        assert bert.post("/mali/search/kept", data={"name": "x", "query": query, "shared": "yes"}).status_code == 403
        place = re.findall(r'action="(/mali/search/kept/[0-9a-f]+)/drop', anna.get("/mali/search?lang=en").text)[0]
        assert bert.post(f"{place}/drop").status_code == 404
        gone = anna.post(f"{place}/drop?lang=en").text
        assert "The search was taken away." in gone
        assert "Shared" not in gone
        anna.post(f"{place}/back?lang=en")
        assert "Shared" in anna.get("/mali/search?lang=en").text
        assert "Own &lt;b&gt;" in anna.get("/mali/search?lang=en").text
        assert anna.post("/mali/search/kept", data={"name": "x", "query": "predicate=nonsense"}).status_code == 422


def test_marked_reports_are_not_found_by_who_may_not_see_them(own: Workplace) -> None:
    with person(own, "anna", "read") as anna:
        before = hits(anna.get("/mali/search?words=Denemarken&meaning=no&lang=en").text)
        report = re.findall(r'href="/mali/reports/([0-9a-f]+)', before[0])[0]
        own.ledger.mark(Marked(report=report, tlp="amber", by="anna"))
        assert hits(anna.get("/mali/search?words=Denemarken&meaning=no&lang=en").text) == before
    with person(own, "bert", "read", upto="green") as bert:
        page = bert.get("/mali/search?words=Denemarken&meaning=no&lang=en").text
        assert hits(page)
        assert report not in page


def test_pieces_are_the_text_whatever_the_marks() -> None:
    assert list(pieces("Deense militairen", 10, [Span(10, 16), Span(5, 12), Span(17, 99)])) == [
        ("De", True), ("ense", True), (" ", False), ("militairen", True),
    ]  # fmt: skip
    assert list(pieces("abc", 0, [])) == [("abc", False)]
    assert list(pieces("", 0, [Span(0, 3)])) == []
