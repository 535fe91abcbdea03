"""Reports, claims and sources for a team: who may not review sees no forms, and what is marked higher is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.records import Marked
from tests.team import come_in, token
from tests.web.test_report import report_of, statement_of
from tests.web.test_team import client

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from missionwatch.workplace import Workplace

__all__ = ["client"]


def test_a_reader_reads_and_an_editor_reviews(client: TestClient, team: Workplace) -> None:
    key = report_of(team)
    one = statement_of(team, key)
    form = {"do": "review", "statement": one.id, "verdict": "accept", "after": "0"}
    come_in(client, "ann")
    page = client.get(f"/mali/reports/{key}").text
    assert 'name="verdict"' not in page
    assert 'enctype="multipart/form-data"' not in client.get("/mali/reports").text
    assert "rate=" not in client.get("/mali/sources").text
    refused = client.post(
        f"/mali/reports/{key}", data=form | {"form-token": token(page) if "form-token" in page else ""}
    )
    assert refused.status_code == 403
    assert team.ledger.reviews(one.id) == ()
    client.cookies.clear()
    come_in(client, "bert")
    page = client.get(f"/mali/reports/{key}").text
    assert client.post(f"/mali/reports/{key}", data=form).status_code == 403, "a form that bears no token"
    part = client.post(f"/mali/reports/{key}", data=form | {"form-token": token(page)}, headers={"hx-request": "true"})
    assert part.status_code == 200
    again = form | {"form-token": token(part.text), "verdict": "withdraw", "after": "1"}
    assert client.post(f"/mali/reports/{key}", data=again).status_code == 303
    assert [(r.verdict, r.by) for r in team.ledger.reviews(one.id)] == [("accept", "bert"), ("withdraw", "bert")]


def test_what_is_marked_higher_is_not_there(client: TestClient, team: Workplace) -> None:
    key = report_of(team)
    one = statement_of(team, key)
    team.ledger.mark(Marked(report=key, tlp="red", by="carla"))
    come_in(client, "ann")
    assert client.get(f"/mali/reports/{key}").status_code == 404
    assert key not in client.get("/mali/reports").text
    sources = client.get("/mali/sources?lang=en").text
    row = sources[sources.index('id="source-rijksoverheid"') :]
    assert '<td class="number">2</td>' in row[: row.index("</tr>")]
    form = {"do": "review", "statement": one.id, "verdict": "accept", "after": "0"}
    assert client.post(f"/mali/reports/{key}", data=form).status_code in (403, 404)
    client.cookies.clear()
    come_in(client, "carla")
    assert client.get(f"/mali/reports/{key}").status_code == 200
