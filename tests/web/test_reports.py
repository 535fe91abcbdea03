"""The list of reports, and reports brought in by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from missionwatch.workplace import Workplace

TEXT = "Denmark withdrew its soldiers from Mali on 27 January 2022. The soldiers were part of Task Force Takuba."


def titles(page: str) -> list[str]:
    return re.findall(r'<th scope="row"><a [^>]*>([^<]*)</a>', page)


def test_the_list_shows_what_was_known_then(client: TestClient) -> None:
    now = client.get("/mali/reports?lang=en").text
    then = client.get("/mali/reports?lang=en&known=2022-01-10").text
    assert len(titles(then)) < len(titles(now))
    assert "Laatste Denen weg uit Mali" in now
    assert "Laatste Denen weg uit Mali" not in then
    assert "Laatste Denen weg uit Mali" not in client.get("/mali/reports?as-of=2022-02-20").text


def test_the_list_is_sorted_as_asked(client: TestClient) -> None:
    up, down = (titles(client.get(f"/mali/reports?sort={way}title").text) for way in ("", "-"))
    assert up == sorted(up, key=str.casefold)
    assert down == sorted(up, key=str.casefold, reverse=True)
    days = re.findall(r'<time datetime="([^"]*)"', client.get("/mali/reports").text)
    assert days == sorted(days, reverse=True)
    sure = re.findall(r"(\d+) %", client.get("/mali/reports?open=yes").text)
    assert [int(one) for one in sure] == sorted(int(one) for one in sure)


def test_the_list_is_narrowed(client: TestClient) -> None:
    wire = client.get("/mali/reports?source=wire&language=en&lang=en").text
    assert "3 of 33 reports" in wire
    assert titles(client.get("/mali/reports?from=2022-02-21&to=2022-02-22").text) == [
        "Duitsland weegt bijdrage aan EUTM", "MINUSMA gaat door",
    ]  # fmt: skip
    assert titles(client.get("/mali/reports?title=ecowas").text) == [
        "ECOWAS straft Mali",
        "ECOWAS imposes sanctions on Mali",
    ]
    assert titles(client.get("/mali/reports?source=nobody").text) == []


@pytest.mark.parametrize("asked", ["sort=size", "page=0", "page=x", "from=soon", "title=" + "x" * 3000])
def test_an_impossible_list_is_said_so(client: TestClient, asked: str) -> None:
    assert client.get(f"/mali/reports?{asked}").status_code == 400


def test_a_page_beyond_the_last_is_the_last(client: TestClient) -> None:
    assert client.get("/mali/reports?page=99").status_code == 200


def test_a_pasted_text_is_read_and_booked(writing: TestClient, own: Workplace) -> None:
    before = own.ledger.size
    form = {"text": TEXT, "title": "Danes left", "published": "2022-02-01", "source": "desk", "language": "en"}
    page = writing.post("/mali/reports?lang=en", data=form)
    assert page.status_code == 200
    assert "Read and booked" in page.text
    assert own.ledger.size > before
    made = next(head for head in own.ledger.reports().values() if head.source == "desk")
    assert made.title == "Danes left"
    assert any(one.type == "withdraw" for one in own.ledger.statements() if one.report == made.id)
    again = writing.post("/mali/reports?lang=en", data=form)
    assert "was here already" in again.text


def test_a_file_is_read_and_a_language_nobody_reads_is_kept(writing: TestClient, own: Workplace) -> None:
    html = f"<html><head><title>Left</title></head><body><p>{TEXT}</p><script>alert(1)</script></body></html>"
    files = {"file": ("../../etc/<b>evil</b>.html", html.encode(), "text/html")}
    page = writing.post("/mali/reports?lang=en", files=files, data={"source": "desk", "published": "2022-02-01"})
    assert "Read and booked" in page.text
    assert "alert(1)" not in page.text
    german = (
        "Die Bundeswehr verlässt Mali. Der Abzug der deutschen Soldaten aus Gao soll bis zum Mai abgeschlossen sein."
    )
    page = writing.post("/mali/reports?lang=en", data={"text": german, "source": "blatt", "published": "2022-02-02"})
    assert "Booked, but nobody could read it" in page.text
    assert "unread" in writing.get("/mali/reports?lang=en&source=blatt").text
    own.ledger.verify()


@pytest.mark.parametrize(
    ("sent", "file", "said"),
    [
        ({}, None, "neither a file nor a text"),
        ({"text": TEXT}, ("a.txt", b"x"), "which of them"),
        ({}, ("a.exe", b"MZ\x00\x01"), "cannot be read"),
        ({}, ("a.pdf", b"%PDF-1.4 broken"), "Nothing was booked"),
        ({"text": TEXT, "published": "someday"}, None, "is no day"),
        ({"text": TEXT, "language": "tlh"}, None, "is no language"),
    ],
)
def test_what_cannot_be_a_report_is_said_and_what_was_typed_stays(
    writing: TestClient, own: Workplace, sent: dict[str, str], file: tuple[str, bytes] | None, said: str
) -> None:
    before = own.ledger.size
    page = writing.post("/mali/reports?lang=en", data=sent, files={"file": file} if file else None)
    assert page.status_code == 422
    assert said in page.text
    assert sent.get("text", "")[:40] in page.text
    assert own.ledger.size == before
