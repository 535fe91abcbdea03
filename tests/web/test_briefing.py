from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from missionwatch.records import Marked
from missionwatch.serving import make_app
from missionwatch.workplace import PERMISSIONS, Asker
from tests.web.conftest import OURS, SETTINGS

if TYPE_CHECKING:
    from missionwatch.workplace import Workplace


def text_of(page: str) -> str:
    found = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)
    assert found is not None
    return unescape(found[1]).lstrip("\n")


def version_of(page: str) -> int:
    return int(re.findall(r'name="version" value="(\d+)"', page)[0])


def begun(client: TestClient, asked: str = "form=letter&in=nl&lang=en") -> str:
    answer = client.post(f"/mali/briefing/drafts?{asked}", follow_redirects=False)
    assert answer.status_code == 303
    return str(answer.headers["location"])


def saved(client: TestClient, address: str, text: str, *, do: str = "save", name: str = "Mine") -> str:
    version = version_of(client.get(address).text)
    answer = client.post(address, data={"name": name, "text": text, "version": version, "do": do})
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize("form", ["letter", "sitrep", "flash", "full"])
@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_every_sentence_has_a_footnote_that_is_there(client: TestClient, form: str, language: str) -> None:
    page = client.get(f"/mali/briefing?form={form}&in={language}&lang=en").text
    asked, there = set(re.findall(r'href="#(note-\d+)"', page)), set(re.findall(r'id="(note-\d+)"', page))
    assert asked == there != set()
    assert f'<article class="paper" lang="{language}"' in page
    assert len(re.findall(r'href="/mali/reports/[^"]+#s-[0-9a-f]+"', page)) == len(there)
    assert "style=" not in page


def test_the_choices_stand_in_the_text(client: TestClient) -> None:
    page = client.get(
        "/mali/briefing?form=letter&in=en&marking=For+official+use&signed=A.+Minister&since=2022-02-01"
    ).text
    assert '<p class="marking">For official use</p>' in page
    assert "<p>A. Minister</p>" in page
    assert 'value="2022-02-01"' in page


@pytest.mark.parametrize(
    "asked", ["form=novel", "in=de", "since=x", "marking=" + "x" * 201, "signed=" + "x" * 201, "signed=" + "x" * 9000]
)
def test_what_cannot_be_asked_is_said(client: TestClient, asked: str) -> None:
    for path in ("/mali/briefing", "/mali/briefing/export/md"):
        assert client.get(f"{path}?{asked}").status_code == 400


@pytest.mark.parametrize(
    ("layout", "begins", "media"),
    [("md", b"# ", "text/markdown"), ("html", b"<!DOCTYPE html>", "text/html"), ("pdf", b"%PDF", "application/pdf"),
     ("docx", b"PK", "application/vnd")],
)  # fmt: skip
def test_a_briefing_and_a_draft_go_out_as_files(writing: TestClient, layout: str, begins: bytes, media: str) -> None:
    draft = begun(writing, "form=flash&in=nl&lang=en")
    for address in ("/mali/briefing/export/{}?form=flash&in=nl", draft.partition("?")[0] + "/export/{}"):
        answer = writing.get(address.format(layout))
        assert answer.status_code == 200
        assert answer.content.startswith(begins)
        assert answer.headers["content-type"].startswith(media)
        assert re.search(rf"attachment; filename\*=UTF-8''[a-z0-9-]+\.{layout}$", answer.headers["content-disposition"])
    assert writing.get("/mali/briefing/export/exe").status_code == 400


def test_a_draft_is_kept_checked_and_goes_out_as_it_was_written(writing: TestClient) -> None:
    address = begun(writing)
    text = text_of(writing.get(address).text)
    assert text.startswith("# Brief aan het parlement")
    assert "[^1]" in text
    mine = "# Mijn brief\n\nDenemarken is uit Taakgroep Takuba vertrokken.[^4] Frankrijk stuurt 900 militairen naar Taakgroep Takuba.\n"
    checked = saved(writing, address, mine, do="check")
    assert text_of(checked) == mine
    assert 'class="verdict-unknown"' in checked
    out = writing.get(address.partition("?")[0] + "/export/md").text
    assert out.startswith("# Mijn brief")
    assert "Denemarken is uit Taakgroep Takuba vertrokken.[^1]" in out
    assert len(re.findall(r"^\[\^\d+\]:", out, re.MULTILINE)) == 1
    assert "Met de hand bewerkt" in out


def test_a_text_that_nobody_changed_is_contradicted_by_nothing(writing: TestClient) -> None:
    for form in ("letter", "sitrep", "flash", "full"):
        page = writing.get(begun(writing, f"form={form}&in=nl") + "&check=1").text
        assert 'class="verdict-supported"' in page
        assert 'class="verdict-contradicted"' not in page
        assert 'class="verdict-unknown"' not in page


def test_who_saves_an_older_version_loses_nothing_and_is_told(writing: TestClient) -> None:
    address = begun(writing)
    version = version_of(writing.get(address).text)
    first = writing.post(address, data={"name": "n", "text": "first\n", "version": version}, follow_redirects=False)
    assert first.status_code == 303
    second = writing.post(address, data={"name": "n", "text": "second\n", "version": version})
    assert second.status_code == 409
    assert text_of(second.text) == "second\n"
    assert "first" in second.text
    assert text_of(writing.get(address).text) == "first\n"
    again = writing.post(address, data={"name": "n", "text": "second\n", "version": version_of(second.text)})
    assert text_of(again.text) == "second\n"


def test_a_draft_is_listed_taken_away_and_brought_back(writing: TestClient) -> None:
    address = begun(writing)
    saved(writing, address, "text", name="My own letter")
    assert "My own letter" in writing.get("/mali/briefing?lang=en").text
    place = address.partition("?")[0]
    gone = writing.post(f"{place}/drop?lang=en")
    assert "The text was taken away." in gone.text
    assert "My own letter" not in gone.text
    assert writing.get(address).status_code == 404
    assert writing.post(f"{place}/back?lang=en").status_code == 200
    assert writing.get(address).status_code == 200


def test_an_empty_text_can_be_begun(writing: TestClient) -> None:
    assert (
        text_of(writing.get(begun(writing, "form=letter&in=en&empty=1")).text)
        == "# Letter to parliament: Mali and the Sahel\n"
    )


HOSTILE = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</textarea><script>alert(1)</script>", "a\u202eb\u2066c",
    "x" * 10_000, "{{ 7 * 7 }} {% raw %}",
]  # fmt: skip


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_is_text(writing: TestClient, hostile: str) -> None:
    address = begun(writing, "form=flash&in=en&lang=en")
    name = hostile[:200]
    page = saved(
        writing, address, f"# {hostile}\n\n## {hostile}\n\n- {hostile}[^1][^{hostile[:30]}]\n", do="check", name=name
    )
    pages = [page, writing.get("/mali/briefing").text]
    place = address.partition("?")[0]
    pages += [writing.get(f"{place}/export/html").text]
    for one in pages:
        assert "<script>alert" not in one
        assert "<img src=x" not in one
        assert "\u202e" not in one
    for layout in ("md", "pdf", "docx"):
        assert writing.get(f"{place}/export/{layout}").status_code == 200


@pytest.mark.parametrize(
    "data",
    [{"name": "", "text": "x", "version": "1"}, {"name": "x" * 300, "text": "x", "version": "1"}, {"name": "n", "text": "x" * 200_001,
      "version": "1"}, {"name": "n", "text": "x", "version": "many"}, {"name": "n", "version": "1"}, {}],
)  # fmt: skip
def test_a_form_that_cannot_be_is_refused(writing: TestClient, data: dict[str, str]) -> None:
    address = begun(writing)
    assert writing.post(address, data=data).status_code == 422
    assert text_of(writing.get(address).text).startswith("# Brief")


def test_forged_ids_are_not_found(writing: TestClient) -> None:
    for forged in ("x", "..%2F..%2Fetc", "%00", "a" * 3000, "' or 1=1 --"):
        assert writing.get(f"/mali/briefing/drafts/{forged}").status_code == 404
        assert writing.post(f"/mali/briefing/drafts/{forged}/drop").status_code == 404


class _As:
    """Takes everybody for one person of the test's choice."""

    def __init__(self, app: object, asker: Asker) -> None:
        self._app, self._asker = app, asker

    async def __call__(self, scope: dict[str, object], receive: object, send: object) -> None:
        if scope["type"] == "http":
            scope.setdefault("state", {})["asker"] = self._asker  # type: ignore[index]
        await self._app(scope, receive, send)  # type: ignore[operator]


def person(own: Workplace, name: str, *may: str, upto: str = "red") -> TestClient:
    app = make_app(own, SETTINGS)
    allowed = frozenset(one for one in PERMISSIONS if one in may)
    app.user_middleware.append(Middleware(_As, asker=Asker(name=name, may=allowed, upto=upto)))  # type: ignore[arg-type]
    return TestClient(app, headers=OURS)


def test_drafts_are_their_owners_alone_and_exports_need_a_permission(own: Workplace) -> None:
    with person(own, "anna", "read", "brief", "export") as anna, person(own, "bert", "read", "brief") as bert:
        address = begun(anna)
        place = address.partition("?")[0]
        assert anna.get(f"{place}/export/md").status_code == 200
        assert bert.get(address).status_code == 404
        assert bert.post(address, data={"name": "n", "text": "x", "version": 1}).status_code == 404
        assert bert.get(f"{place}/export/md").status_code == 403
        assert bert.get("/mali/briefing/export/md").status_code == 403
        assert "/export/" not in bert.get("/mali/briefing").text
        assert place not in bert.get("/mali/briefing").text


def test_what_is_marked_stands_at_the_head_and_goes_from_the_drafts_of_who_may_not_see_it(own: Workplace) -> None:
    with person(own, "anna", "read", "brief", "export") as anna:
        address = begun(anna, "form=flash&in=en")
        before = anna.get(address).text
        report = re.findall(r'href="/mali/reports/([^"?#]+)', before)[0]
        own.ledger.mark(Marked(report=report, tlp="amber", by="anna"))
        place = address.partition("?")[0]
        assert "TLP:AMBER" in anna.get(f"{place}/export/md").text
        assert '<p class="marking">TLP:AMBER' in anna.get("/mali/briefing?form=flash&in=en").text
    with person(own, "anna", "read", "brief", "export", upto="green") as lower:
        assert report not in lower.get(address).text
        assert "TLP:AMBER" not in lower.get("/mali/briefing?form=flash&in=en").text
        quotes = [unescape(q) for q in re.findall(r'class="quote">(.*?)</span>', before)]
        hidden = [q for q in quotes if q not in unescape(lower.get(address).text)]
        assert hidden
        assert not any(q in lower.get(f"{place}/export/md").text for q in hidden)


def test_a_pdf_in_the_making_keeps_nobody_waiting(client: TestClient) -> None:
    client.get("/mali/briefing?form=full&in=nl")
    with ThreadPoolExecutor(1) as pool:
        making = pool.submit(client.get, "/mali/briefing/export/pdf?form=full&in=nl")
        times = []
        while not making.done():
            begin = perf_counter()
            assert client.get("/healthz").status_code == 200
            times.append(perf_counter() - begin)
        assert making.result().status_code == 200
    assert len(times) > 3  # it answered while the file was made
