"""The sources: how far they are relied on and what they gave; ratings are booked, and the second of two is told."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from missionwatch import flow
from missionwatch.records import Review, SourceFault, SourceHealth
from missionwatch.sources import Collection

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from missionwatch.workplace import Workplace


def row(page: str, source: str) -> str:
    start = page.index(f'id="source-{source}"')
    return page[start : page.index("</tr>", start)]


def test_each_source_shows_its_grade_reason_and_yield(client: TestClient, shown: Workplace) -> None:
    page = client.get("/mali/sources?lang=en&as-of=2022-09-01").text
    heads = shown.ledger.reports().values()
    for source in shown.theatres["mali"].sources:
        found = row(page, source.id)
        assert f'<span class="grade">{source.reliability}</span>' in found
        said = [int(one) for one in re.findall(r'<td class="number">(\d+)</td>', found)]
        reports = [head.id for head in heads if head.source == source.id]
        assert said[0] == len(reports)
        assert said[1] == sum(1 for one in shown.ledger.statements() if one.report in reports)


def test_the_rejected_share_is_of_what_was_reviewed(writing: TestClient, own: Workplace) -> None:
    wire = [one for one in own.ledger.statements() if own.ledger.report(one.report).source == "wire"]
    for one, verdict in zip(wire, ("reject", "accept", "accept", "accept"), strict=False):
        own.ledger.review(Review(statement=one.id, verdict=verdict, by="ann", reason="x"))  # type: ignore[arg-type]
    found = row(writing.get("/mali/sources?lang=en").text, "wire")
    assert "25 %" in found
    assert "4 reviewed" in found


def test_a_rating_is_booked_with_its_reason_and_name(writing: TestClient, own: Workplace) -> None:
    form = {"source": "blog", "reliability": "D", "reason": "wrong <i>twice", "before": "F"}
    page = writing.post("/mali/sources?lang=en", data=form)
    assert page.status_code == 200
    found = row(page.text, "blog")
    assert '<span class="grade">D</span>' in found
    assert "wrong &lt;i&gt;twice" in found
    assert own.ledger.sources()["blog"].by
    then = writing.get("/mali/sources?lang=en&known=2022-02-01").text
    assert '<span class="grade">F</span>' in row(then, "blog")


def test_a_rating_that_cannot_be_is_said_and_what_was_typed_stays(writing: TestClient, own: Workplace) -> None:
    address, form = "/mali/sources?lang=en", {"source": "blog", "reliability": "D", "reason": "typed", "before": "F"}
    size = own.ledger.size
    assert writing.post(address, data=form | {"reason": ""}).status_code == 422
    assert writing.post(address, data=form | {"reliability": "Q"}).status_code == 422
    assert writing.post(address, data=form | {"source": "<nobody>"}).status_code == 400
    assert own.ledger.size == size
    flow.rate(own.ledger, own.theatres["mali"], "blog", "E", reason="ann was first", by="ann")
    told = writing.post(address, data=form)
    assert told.status_code == 409
    assert "now E, ann" in told.text
    assert 'value="typed"' in told.text
    assert own.ledger.sources()["blog"].reliability == "E"


def test_sources_are_sorted(client: TestClient) -> None:
    grades = re.findall(r'<td><span class="grade">(.)</span>', client.get("/mali/sources?sort=-reliability").text)
    assert grades == sorted(grades, reverse=True)
    assert client.get("/mali/sources?sort=luck").status_code == 400


def test_how_collecting_fares_is_shown(writing: TestClient, own: Workplace) -> None:
    at = datetime(2022, 2, 28, 9, 30, tzinfo=UTC)
    collect = own.theatres["mali"].collect
    good, bad = collect[0], collect[1]
    with Collection(own.place.with_suffix(".collected")) as kept:
        kept.note_health(SourceHealth(key=good.key, connector=good.connector, tried=at, succeeded=at, given=12))
        trouble = (SourceFault(at, "does not answer <b>at all"),)
        kept.note_health(SourceHealth(key=bad.key, connector=bad.connector, tried=at, failures=3, faults=trouble))
    page = writing.get("/mali/sources?lang=en").text
    assert "well, last 2022-02-28 09:30" in row(page, good.source)
    assert "12 documents" in row(page, good.source)
    assert "failing, 3 times in a row" in row(page, bad.source)
    assert "does not answer &lt;b&gt;at all" in row(page, bad.source)
