"""A team's programs: they come in by their keys, and do what the key's scopes and its person's role have in common."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from missionwatch import theatre
from missionwatch.ledger import open_ledger
from missionwatch.people import open_people
from missionwatch.records import Marked
from missionwatch.serving import Settings, make_app
from missionwatch.workplace import Workplace
from tests.api.conftest import MALI
from tests.api.test_requests import problem
from tests.workbench import DAY, demo_ledger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from missionwatch.people import People

STATEMENT = "ce18309561d4ec2d7087d0155e2c815c"
PASSWORD = "a long enough passphrase"  # noqa: S105 - the tests' own
WORD = {"verdict": "accept", "reason": "Seen."}


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Workplace]:
    """Give a workplace with two people: ann reads and sees up to green, bert edits and sees up to red."""
    place = tmp_path / "mali.db"
    shutil.copyfile(demo_ledger(), place)
    with open_ledger(place) as book, open_people(tmp_path / "mali.db.people", noting=book.note, create=True) as people:
        people.accounts.add("ann", by="ann", role="reader", clearance="green", password=PASSWORD)
        people.accounts.add("bert", by="ann", role="editor", clearance="red", password=PASSWORD)
        yield Workplace(book, [theatre.load("mali")], place=place, day=DAY, people=people)


def key(team: Workplace, name: str, *scopes: str) -> dict[str, str]:
    people: People | None = team.people
    assert people is not None
    person = next(one for one in people.accounts.all() if one.name == name)
    return {"authorization": f"Bearer {people.keys.new(person.id, 'test', scopes, by=name).secret}"}


def test_a_key_opens_what_its_scopes_are_for(team: Workplace) -> None:
    reads, reviews = key(team, "bert", "read"), key(team, "bert", "read", "review")
    with TestClient(make_app(team, Settings(hosts=("testserver",)))) as client:
        for headers in ({}, {"authorization": "Bearer mw_forged"}, {"authorization": "Basic YW5uOmFubg=="}):
            turned = client.get(f"{MALI}/picture", headers=headers)
            problem(turned, 401, "no-key")
            assert turned.headers["www-authenticate"].startswith("Bearer")
        problem(client.get("/api/v1/openapi.json"), 401, "no-key")
        assert client.get(f"{MALI}/picture", headers=reads).status_code == 200
        assert client.get("/api/v1/openapi.json", headers=reads).json()["paths"]["/api/v1/ledger"]["get"][
            "security"
        ] == [{"key": ["read"]}]
        problem(client.get(f"{MALI}/export/geojson", headers=reads), 403, "not-allowed")
        problem(client.post(f"{MALI}/statements/{STATEMENT}/reviews", json=WORD, headers=reads), 403, "not-allowed")
        booked = client.post(f"{MALI}/statements/{STATEMENT}/reviews", json=WORD, headers=reviews)
        assert booked.status_code == 201
        assert booked.json()["reviews"][0]["by"] == "bert"


def test_what_is_marked_is_there_for_the_cleared_only(team: Workplace) -> None:
    report = team.ledger.statement(STATEMENT).report
    team.ledger.mark(Marked(report=report, tlp="amber", by="bert"))
    ann, bert = key(team, "ann", "read"), key(team, "bert", "read")
    with TestClient(make_app(team, Settings(hosts=("testserver",)))) as client:
        assert client.get(f"{MALI}/reports/{report}", headers=bert).status_code == 200
        problem(client.get(f"{MALI}/reports/{report}", headers=ann), 404, "not-found")
        tag = client.get(f"{MALI}/picture", headers=bert).headers["etag"]
        assert client.get(f"{MALI}/picture", headers=ann | {"if-none-match": tag}).status_code == 200


def test_an_answer_bears_the_strictest_mark_of_what_it_rests_on(team: Workplace) -> None:
    report = team.ledger.statement(STATEMENT).report
    other = next(one for one in team.ledger.reports() if one != report)
    team.ledger.mark(Marked(report=report, tlp="amber", by="bert"))
    ann, bert = key(team, "ann", "read", "export"), key(team, "bert", "read", "export")
    with TestClient(make_app(team, Settings(hosts=("testserver",)))) as client:

        def borne(path: str, whose: dict[str, str]) -> str:
            answer = client.get(f"{MALI}/{path}", headers=whose)
            assert answer.status_code == 200, answer.text
            return answer.headers["tlp"]

        for path in (
            "picture",
            "concerns",
            "claims",
            "reports",
            "statements",
            "search?words=Mali",
            "changes",
            "charts/timeline",
        ):
            assert borne(path, bert) == "amber", path
            assert borne(path, ann) == "clear", path
        for path in (f"reports/{report}", f"statements/{STATEMENT}", f"reports/{report}/marking"):
            assert borne(path, bert) == "amber", path
        assert borne(f"reports/{other}", bert) == "clear"
        assert borne("export/geojson?tlp=red", bert) == "red"
        assert borne("export/geojson", bert) == "amber"
        for whose, mark in ((bert, "amber"), (ann, "clear")):
            card = client.get(f"{MALI}/cards/takuba?lang=en", headers=whose)
            assert (card.headers["tlp"], "TLP:AMBER" in card.text) == (mark, mark == "amber")
        brief = client.get(f"{MALI}/briefing?format=json&lang=nl", headers=bert)
        assert ("TLP:AMBER" in brief.json()["marking"]) == (brief.headers["tlp"] == "amber")


def test_who_asks_too_often_is_told_to_wait(team: Workplace) -> None:
    reads = key(team, "bert", "read")
    with TestClient(make_app(team, Settings(hosts=("testserver",), requests_a_minute=20))) as client:
        answers = [client.get("/api/v1/ledger", headers=reads) for _ in range(10)]
    assert answers[0].status_code == 200
    problem(answers[-1], 429, "too-many")
    assert int(answers[-1].headers["retry-after"]) > 0
