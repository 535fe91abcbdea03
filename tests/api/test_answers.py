"""Real answers: as their schemas say, and the same as the records that the rooms give."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

import jsonschema  # type: ignore[import-untyped]
import msgspec
import pytest
from starlette.testclient import TestClient

from missionwatch import flow
from missionwatch.api.routes.seeing import public
from missionwatch.ledger.topics import followed
from missionwatch.records import Claim, Statement, Subscription
from missionwatch.serving import make_app
from missionwatch.workplace import PERMISSIONS, Asker, Moment
from tests.api.conftest import MALI, SETTINGS

if TYPE_CHECKING:
    from missionwatch.workplace import Workplace

STATEMENT = "ce18309561d4ec2d7087d0155e2c815c"
READS = (
    ("/api/v1/theatres", "/api/v1/theatres"),
    (MALI, "/api/v1/theatres/{theatre}"),
    *(
        (f"{MALI}/{path}", "/api/v1/theatres/{theatre}/" + shape)
        for path, shape in (
            ("picture", "picture"), ("picture?mission=takuba&as-of=2022-02-08&known=2022-02-10", "picture"), ("tempo", "tempo"),
            ("claims", "claims"), ("claims?mission=minusma&predicate=event&type=withdraw", "claims"),
            ("claims/51ed3c07", "claims/{claim}"), ("claims/51ed3c07/why", "claims/{claim}/why"), ("changes", "changes"),
            ("calendar", "calendar"), ("statements?limit=500", "statements"), (f"statements/{STATEMENT}", "statements/{statement}"),
            ("reviews", "reviews"), ("reports", "reports"), ("versions", "versions"), ("concerns", "concerns"),
            ("course?weeks=4", "course"), ("replay?from=2022-02-01&to=2022-02-20&every=5", "replay"),
            ("what-if?suppose=withdraw&party=FR&mission=takuba", "what-if"), ("indicators", "indicators"), ("sources", "sources"),
            ("reports/c80662c74b7a97caa13a684a4b872746", "reports/{report}"),
            ("reports/c80662c74b7a97caa13a684a4b872746/marking", "reports/{report}/marking"), ("briefing?form=flash&lang=en", "briefing"), ("export/geojson", "export/{layout}"), ("export/plover", "export/{layout}"),
        )
    ),
    ("/api/v1/ledger", "/api/v1/ledger"),
    (f"{MALI}/search?words=Danish+troops&meaning=false", "/api/v1/theatres/{theatre}/search"),
)  # fmt: skip


@pytest.fixture(scope="module")
def document(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/v1/openapi.json").json()
    return found


@pytest.mark.parametrize(("address", "shape"), READS, ids=[address.removeprefix("/api/v1/") for address, _ in READS])
def test_an_answer_is_as_its_schema_says(
    client: TestClient, document: dict[str, Any], address: str, shape: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    media = answer.headers["content-type"]
    schema = document["paths"][shape]["get"]["responses"]["200"]["content"][media]["schema"]
    jsonschema.Draft202012Validator(schema | {"components": document["components"]}).validate(answer.json())


def test_a_wrong_answer_would_be_seen(document: dict[str, Any]) -> None:
    schema = {"$ref": "#/components/schemas/Claim", "components": document["components"]}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate({"id": 1})


def test_every_reference_in_the_document_leads_somewhere(document: dict[str, Any]) -> None:
    text = msgspec.json.encode(document).decode()
    named = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert named
    assert named <= set(document["components"]["schemas"])
    operations = [one for path in document["paths"].values() for one in path.values()]
    names = [one["operationId"] for one in operations]
    assert len(set(names)) == len(names) == 37
    for one in operations:
        assert one["summary"], one["operationId"]
        assert one["tags"][0] in {tag["name"] for tag in document["tags"]}
        assert one["x-permission"] in PERMISSIONS
        assert {"key": [one["x-permission"]]} in one["security"]
        assert all(parameter["description"] for parameter in one.get("parameters", ()))


def test_the_picture_is_the_desks(client: TestClient, shown: Workplace) -> None:
    desk = shown.desk(Asker("ann", frozenset(PERMISSIONS)), "mali")
    seen = desk.seen(Moment(date(2022, 2, 8), date(2022, 2, 8)))
    said = client.get(f"{MALI}/picture?as-of=2022-02-08&known=2022-02-08").json()
    assert said["picture"] == msgspec.json.decode(msgspec.json.encode(public(seen.picture)))
    assert said["concerns"] == msgspec.json.decode(msgspec.json.encode(seen.concerns))


def test_what_is_its_keepers_business_stays_with_the_keeper(own: Workplace) -> None:
    alert = Subscription(name="mine", when="level", to=("webhook:https://hooks.example/secret",))
    own.theatres["mali"] = msgspec.structs.replace(
        own.theatres["mali"], contact="ann@ministry.example", allow=("10.1.2.3",), alerts=(alert,)
    )
    with TestClient(make_app(own, SETTINGS)) as client:
        for address, _ in READS:
            text = client.get(address).text
            for secret in ("ann@ministry.example", "hooks.example", "10.1.2.3", str(own.place.parent)):
                assert secret not in text, address


def test_statements_page_by_page_are_those_that_stand(client: TestClient, shown: Workplace) -> None:
    for day, known in (("2022-02-10", None), ("2022-03-01", "2022-02-20"), ("2022-08-31", None)):
        address = f"{MALI}/statements?limit=7&as-of={day}" + (f"&known={known}" if known else "")
        found: list[Statement] = []
        while True:
            page = client.get(address)
            assert page.status_code == 200
            items = page.json()["items"]
            assert len(items) <= 7
            found += msgspec.convert(items, list[Statement])
            following = page.json()["next"]
            assert ('rel="next"' in page.headers.get("link", "")) == (following is not None)
            if following is None:
                break
            address = page.headers["link"].split(">")[0].removeprefix("<")
        moment = flow.end_of(date.fromisoformat(known)) if known else None
        stood = shown.ledger.statements(
            valid=date.fromisoformat(day), known=moment, topics=followed(shown.theatres["mali"])
        )
        assert [one.id for one in found] == [one.id for one in stood]
        assert stood


def test_claims_page_by_page_are_those_of_the_picture(client: TestClient) -> None:
    whole = client.get(f"{MALI}/claims?limit=500").json()["items"]
    found, cursor = [], ""
    while True:
        page = client.get(f"{MALI}/claims?limit=10{cursor}").json()
        found += page["items"]
        if page["next"] is None:
            break
        cursor = f"&cursor={page['next']}"
    assert found == whole
    assert len({one["id"] for one in whole}) == len(whole) > 30
    msgspec.convert(whole, list[Claim])


def test_why_is_found_by_the_beginning_of_an_id(client: TestClient) -> None:
    claim = client.get(f"{MALI}/claims/51ed3c07").json()
    why = client.get(f"{MALI}/claims/{claim['id']}/why").json()
    assert why["claim"]["id"] == claim["id"] == "51ed3c071293e09a"
    assert why["voices"] == 3
    assert client.get(f"{MALI}/claims/00000000").status_code == 404


def test_changes_count_from_two_weeks_before(client: TestClient) -> None:
    plain = client.get(f"{MALI}/changes").json()["items"]
    said = client.get(
        f"{MALI}/changes?since=2022-02-15&as-of=2022-03-01&known-since=2022-02-15&known=2022-03-01"
    ).json()["items"]
    assert plain == said
    assert plain
    learnt = client.get(
        f"{MALI}/changes?since=2022-02-08&as-of=2022-02-08&known-since=2022-02-08&known=2022-03-01"
    ).json()["items"]
    assert learnt  # of one day, what was learnt later
    own = client.get(f"{MALI}/changes?mission=takuba").json()["items"]
    assert 0 < len(own) < len(plain)
    assert {one["mission"] for one in own} == {"mission:takuba"}


@pytest.mark.parametrize(
    ("query", "accept", "media", "begins"),
    [
        ("", None, "application/json", b'{"title"'),
        ("", "text/markdown", "text/markdown; charset=utf-8", b"# "),
        ("", "text/html;q=0.5, application/pdf;q=0.1", "text/html; charset=utf-8", b"<!doctype html>"),
        ("&format=pdf&charts=false", "text/html", "application/pdf", b"%PDF"),
        (
            "&format=docx&charts=false",
            None,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            b"PK",
        ),
    ],
)
def test_a_briefing_comes_as_it_is_asked_for(
    client: TestClient, query: str, accept: str | None, media: str, begins: bytes
) -> None:
    answer = client.get(f"{MALI}/briefing?form=flash&lang=en{query}", headers={"accept": accept} if accept else {})
    assert answer.headers["content-type"] == media
    assert answer.content[:200].lower().lstrip().startswith(begins.lower())
    if media.startswith("text/html"):
        assert "sandbox" in answer.headers["content-security-policy"]
        assert "script-src" not in answer.headers["content-security-policy"]  # default-src 'none' holds


def test_what_does_not_come_in_a_format_is_said(client: TestClient) -> None:
    answer = client.get(f"{MALI}/briefing", headers={"accept": "video/mp4"})
    assert answer.status_code == 406
    assert "text/markdown" in answer.json()["detail"]


def test_charts_and_cards_are_drawn(client: TestClient) -> None:
    assert client.get(f"{MALI}/charts/contributions?lang=en").content.lstrip().startswith(b"<")
    assert client.get(f"{MALI}/charts/timeline?format=png").content.startswith(b"\x89PNG")
    card = client.get(f"{MALI}/cards/takuba?lang=fr")
    assert card.headers["content-type"] == "image/svg+xml"
    assert "Takuba" in card.text
    assert client.get(f"{MALI}/cards/atlantis").status_code == 404


def test_exports_hold_the_claims(client: TestClient) -> None:
    stix = client.get(f"{MALI}/export/stix?tlp=green")
    assert stix.json()["type"] == "bundle"
    assert "attachment" in stix.headers["content-disposition"]
    assert client.get(f"{MALI}/export/stix?tlp=green").content == stix.content
    tables = zipfile.ZipFile(io.BytesIO(client.get(f"{MALI}/export/csv").content))
    assert sorted(tables.namelist()) == ["calendar.csv", "contributions.csv", "incidents.csv", "posts.csv"]
    assert tables.read("posts.csv") == client.get(f"{MALI}/export/csv?table=posts").content
    assert client.get(f"{MALI}/export/geojson?table=posts").status_code == 400
    assert client.get(f"{MALI}/export/plover?all=true").status_code == 400


def test_the_course_ends_where_the_concerns_are(client: TestClient) -> None:
    course = client.get(f"{MALI}/course?weeks=8").json()
    assert len(course) == 9
    now = {
        one["concern"]["mission"] or "theatre": one["concern"]["level"]
        for one in client.get(f"{MALI}/concerns?known=2022-03-01").json()
    }
    assert {name: level["level"] for name, level in course[-1]["levels"].items()} == now


def test_the_book_is_verified(client: TestClient, shown: Workplace) -> None:
    said = client.post("/api/v1/ledger/verification", headers={"authorization": "Bearer mw_x"}).json()
    assert said == {"bookings": shown.ledger.size, "head": shown.ledger.head, "verified": True}
    assert client.get("/api/v1/ledger").json() == {"bookings": said["bookings"], "head": said["head"]}


def test_the_manual_shows_every_operation_and_needs_nothing_from_outside(
    client: TestClient, document: dict[str, Any]
) -> None:
    page = client.get("/api/v1/")
    assert page.headers["content-type"].startswith("text/html")
    for path, operations in document["paths"].items():
        assert path in page.text
        for one in operations.values():
            assert f'id="{one["operationId"]}"' in page.text
    for name in document["components"]["schemas"]:
        assert f'id="schema-{name}"' in page.text
    assert "<script" not in page.text
    assert "style=" not in page.text
    assert "http://" not in page.text.replace("http://127.0.0.1", "")
    assert "https://" not in page.text
    assert client.get("/api/v1/manual.css").status_code == 200
    assert client.get("/api", follow_redirects=False).headers["location"] == "/api/v1/"
