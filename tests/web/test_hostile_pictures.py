"""Pages of a picture whose words are hostile, disputed, denied and far too long."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from starlette.testclient import TestClient

from missionwatch import register, theatre
from missionwatch.ledger import MemoryLedger
from missionwatch.records import EntityRef, Evidence, Quantity, Statement, When
from missionwatch.reports import make_report
from missionwatch.serving import make_app
from missionwatch.workplace import Workplace
from tests.web.conftest import SETTINGS
from tests.web.parsing import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = date(2022, 3, 1)
SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(2)>'
TURNED = "Takuba\u202egnp.exe\u202c\u2066x\u2069"
LONG = "Aa" * 5000
NAMES = (SCRIPT, IMAGE, TURNED, LONG, "{{ 1234*1000 }}", "{words}", "javascript:alert(3)", "' onmouseover='x")
PAGES = ("/mali", "/mali/missions/takuba", "/mali/map")


def named(text: str) -> EntityRef:
    return EntityRef(text=text, kind="organisation", name=text)


def count(number: int) -> Quantity:
    return Quantity(number, number, number, None, "exact", str(number))


def known(identity: str) -> EntityRef:
    return register.load().ref(identity, identity)


@pytest.fixture(scope="module")
def hostile() -> Iterator[TestClient]:
    """Give a workbench on a book that wishes us ill."""
    book, followed = MemoryLedger(), theatre.load("mali")
    takuba, mali = known("mission:takuba"), known("state:ML")
    spot = EntityRef(text=IMAGE, kind="place", name=IMAGE, country="ML", latitude=15.0, longitude=-1.0)

    def add(source: str, title: str, said: list[dict[str, Any]]) -> None:
        lines = [f"Line {n} of {title} says this." for n in range(len(said))]
        report = make_report(
            Path("x.txt"), text="\n\n".join((title, *lines)), published=date(2022, 2, 20), language="en", source=source
        )
        made = []
        for line, fields in zip(lines, said, strict=True):
            quote = line if line in report.text else report.text[:5]
            start = report.text.index(quote)
            span = Evidence(start, start + len(quote), quote, "body")
            made.append(Statement.of(report=report.id, evidence=span, reader="frames@1", confidence=0.9, **fields))
        book.book(report, made, reader="frames@1", known_at=datetime(2022, 2, 20, 12, tzinfo=UTC))

    for number, name in enumerate(NAMES):
        add(f"source{number}{SCRIPT}", f"{name[:60]} {number}", [
            {"predicate": "contribution", "roles": {"contributor": (named(name),), "mission": (takuba,), "place": (spot,)}, "quantity": count(10 + number)},
            {"predicate": "event", "type": "attack", "roles": {"actor": (named(name),), "target": (takuba,), "place": (spot,)},
             "time": When("at", "2022-02-19", "2022-02-19", "2022-02-19", "19 February")},
            {"predicate": "presence", "roles": {"actor": (named(name),), "place": (mali,)}},
            {"predicate": "question", "roles": {"mission": (takuba,)}, "text": name},
            {"predicate": "post", "roles": {"person": (EntityRef(text=name, kind="person", name=name),), "mission": (takuba,)}, "function": "force-commander"},
        ])  # fmt: skip
    strength: dict[str, Any] = {"predicate": "strength", "roles": {"mission": (takuba,)}}
    add("rijksoverheid", "One count", [{**strength, "quantity": count(900)}])
    add("forsvaret", "Another count", [{**strength, "quantity": count(700)}])
    fact: dict[str, Any] = {
        "predicate": "event",
        "type": "suspend",
        "roles": {"actor": (known("state:DK"),), "mission": (takuba,)},
    }
    add("rijksoverheid", "Denmark did", [fact])
    add("forsvaret", "Denmark did not", [{**fact, "negated": True, "holders": (known("state:DK"),)}])
    risk = {"predicate": "risk", "roles": {"mission": (takuba,), "target": (known("state:NL"),)}}
    add("rijksoverheid", "Risks", [
        {**risk, "cause": ("instability",), "effect": ("irregular-migration",)}, {**risk, "cause": ("irregular-migration",), "effect": ("crime",)},
    ])  # fmt: skip
    with TestClient(make_app(Workplace(book, [followed], place=Path("x.db"), day=DAY), SETTINGS)) as client:
        yield client


@pytest.mark.parametrize("language", ["nl", "en", "fr"])
@pytest.mark.parametrize("path", PAGES)
def test_what_reports_say_stays_text(hostile: TestClient, path: str, language: str) -> None:
    answer = hostile.get(f"{path}?lang={language}")
    assert answer.status_code == 200
    page = Page(answer.text)
    assert page.tags.count("script") == sum(1 for tag, name, _ in page.attributes if (tag, name) == ("script", "src"))
    assert "img" not in page.tags
    assert not [one for one in page.attributes if one[1].startswith("on") or one[1] == "style"]
    assert not [link for link in page.links if not link.startswith(("/", "#"))]
    for sign in "\u202e\u202c\u2066\u2069":
        assert sign not in answer.text
    assert "1234000" not in answer.text
    assert LONG not in answer.text  # what is far too long is cut where it is shown
    assert len(answer.text) < 400_000
    assert len(page.ids) == len(set(page.ids))


def test_hostile_words_are_shown_as_they_are(hostile: TestClient) -> None:
    assert SCRIPT in Page(hostile.get("/mali/missions/takuba?lang=en").text).text
    assert "<img src=x onerror=alert(2)>" in Page(hostile.get("/mali/map?lang=en").text).text


def test_a_dispute_says_who_says_what_and_a_denial_who_denies(hostile: TestClient) -> None:
    page = hostile.get("/mali/missions/takuba?lang=en").text
    told = page.split('id="disputes"', 1)[1].split("</section>", 1)[0]
    words = " ".join(re.sub("<[^>]+>", " ", told).split())
    assert "Reports differ on the number" in words
    assert "reports 900 people" in words
    assert "reports 700 people" in words
    assert words.count("Says so:") >= 3
    assert "Denies it: Forsvarsministeriet, 20 February 2022 : Line 0 of Denmark did not says this." in words.replace(
        "“", ""
    ).replace("”", "")
    assert re.search(r'href="/mali/reports/[0-9a-f]+\?lang=en#s-[0-9a-f]{32}"', told)


def test_risks_that_hang_together_are_shown_as_a_chain(hostile: TestClient) -> None:
    words = " ".join(re.sub("<[^>]+>", " ", hostile.get("/mali/missions/takuba?lang=en").text).split())
    assert "instability → leads to irregular migration → leads to crime (Netherlands)" in words


def test_a_card_of_hostile_words_is_text(hostile: TestClient) -> None:
    for ending in ("svg", "html"):
        said = hostile.get(f"/mali/missions/takuba/card.{ending}").text
        assert "<script" not in said
        assert "onerror=alert(2)>" not in said
