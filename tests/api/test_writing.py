"""What is booked by way of the API: reports, reviews, ratings; and what books nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api.conftest import MALI
from tests.api.test_requests import problem

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from missionwatch.workplace import Workplace

STATEMENT = "ce18309561d4ec2d7087d0155e2c815c"
NEWS = {
    "text": "Sweden withdraws its 150 troops from Task Force Takuba in Mali, the ministry said.", "published": "2022-02-25",
    "language": "en", "source": "regeringen", "title": "Sweden leaves",
}  # fmt: skip


def test_a_report_is_booked_once(writing: TestClient, own: Workplace) -> None:
    first = writing.post(f"{MALI}/reports", json=NEWS)
    assert first.status_code == 201
    said = first.json()
    assert said["booked"] == said["statements"] > 0
    assert not said["already"]
    assert (said["report"]["title"], said["report"]["source"], said["report"]["dated"]) == (
        "Sweden leaves",
        "regeringen",
        "given",
    )
    shown = writing.get(first.headers["location"]).json()
    assert NEWS["text"] in shown["text"]
    size = own.ledger.size
    again = writing.post(f"{MALI}/reports", json=NEWS)
    assert (again.status_code, again.json()["already"], again.json()["booked"]) == (200, True, 0)
    assert own.ledger.size == size
    stands = writing.get(f"{MALI}/statements?report={said['report']['id']}&as-of=2022-03-01").json()["items"]
    assert len(stands) == said["statements"]


def test_a_document_is_taken_as_it_is(writing: TestClient) -> None:
    page = b"<html><head><title>Paris</title></head><body><p>France withdraws its troops from Mali, Paris said on Thursday.</p><script>alert(1)</script></body></html>"
    added = writing.post(
        f"{MALI}/reports?published=2022-02-17&source=elysee", content=page, headers={"content-type": "text/html"}
    )
    assert added.status_code == 201
    text = writing.get(added.headers["location"]).json()["text"]
    assert "France withdraws" in text
    assert "alert" not in text


def test_many_send_the_same_at_once_and_it_is_booked_once(writing: TestClient, own: Workplace) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: writing.post(f"{MALI}/reports", json=NEWS), range(8)))
    assert sorted(one.status_code for one in answers) == [200] * 7 + [201]
    own.ledger.verify()


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        ({"text": ""}, 422, "invalid"), ({"text": 1}, 422, "invalid"), ({}, 422, "invalid"), ({"text": "x", "more": 1}, 422, "invalid"),
        ({"text": "x", "published": "soon"}, 422, "invalid"), ({"text": "x", "published": "2022-02-30"}, 400, "bad-request"),
        ({"text": "x", "language": "english"}, 422, "invalid"), ({"text": "x", "source": "../../etc"}, 422, "invalid"),
        ({"text": "   "}, 400, "document-refused"), ({"text": "qx"}, 400, "bad-request"), ([], 422, "invalid"),
    ],
)  # fmt: skip
def test_what_is_no_report_is_refused(writing: TestClient, own: Workplace, body: Any, status: int, kind: str) -> None:
    size = own.ledger.size
    said = problem(writing.post(f"{MALI}/reports", json=body), status, kind)
    assert str(own.place.parent) not in str(said)
    assert own.ledger.size == size


def test_what_is_not_json_and_no_document_is_refused(writing: TestClient) -> None:
    problem(writing.post(f"{MALI}/reports", content=b"{", headers={"content-type": "application/json"}), 422, "invalid")
    problem(
        writing.post(f"{MALI}/reports", content=b"\x00\x01", headers={"content-type": "application/octet-stream"}),
        400,
        "document-refused",
    )
    problem(
        writing.post(f"{MALI}/reports", content=b"x", headers={"content-type": "image/png"}), 415, "media-not-taken"
    )
    problem(writing.post(f"{MALI}/reports", content=b"x"), 415, "media-not-taken")
    problem(writing.post(f"{MALI}/reports?lang=en", json={"text": "x"}), 400, "bad-request")
    problem(
        writing.post(
            f"{MALI}/statements/{STATEMENT}/reviews", content=b"accept", headers={"content-type": "text/plain"}
        ),
        415,
        "media-not-taken",
    )
    deep = b'{"text": ' + b"[" * 100_000
    problem(writing.post(f"{MALI}/reports", content=deep, headers={"content-type": "application/json"}), 422, "invalid")


def test_a_report_in_a_language_nobody_reads_is_kept_unread(writing: TestClient) -> None:
    added = writing.post(
        f"{MALI}/reports", json={"text": "Szwecja wycofuje swoich żołnierzy z Mali.", "language": "pl"}
    )
    assert (added.status_code, added.json()["unread"], added.json()["statements"]) == (201, True, 0)
    name = added.json()["report"]["id"]
    assert name not in {one["id"] for one in writing.get(f"{MALI}/reports?limit=500&as-of=2030-01-01").json()["items"]}
    assert name in {
        one["id"] for one in writing.get(f"{MALI}/reports?limit=500&of=ledger&as-of=2030-01-01").json()["items"]
    }


def test_a_review_is_booked_and_counts(writing: TestClient, own: Workplace) -> None:
    address = f"{MALI}/statements/{STATEMENT}"
    before = writing.get(address)
    assert before.json()["reviews"] == []
    assert before.json()["stands"] == before.json()["statement"]
    word = {"verdict": "reject", "reason": "An archive photo's caption."}
    booked = writing.post(f"{address}/reviews", json=word)
    assert booked.status_code == 201
    assert booked.headers["location"] == address
    assert booked.json()["stands"] is None
    (review,) = booked.json()["reviews"]
    assert review["reason"] == word["reason"]
    assert review["by"]
    size = own.ledger.size
    again = writing.post(f"{address}/reviews", json=word)
    assert (again.status_code, own.ledger.size) == (200, size)
    assert STATEMENT not in {one["id"] for one in writing.get(f"{MALI}/statements?limit=500").json()["items"]}
    assert writing.get(f"{MALI}/reviews").json()["items"][0]["review"] == review
    undone = writing.post(f"{address}/reviews", json={"verdict": "withdraw", "reason": "I was wrong."})
    assert undone.json()["stands"] == before.json()["statement"]
    assert writing.get(f"{MALI}/statements?limit=500&known=2022-12-31").json()["items"]


def test_the_second_of_two_who_review_at_once_is_told(writing: TestClient, own: Workplace) -> None:
    address = f"{MALI}/statements/{STATEMENT}"
    tag = writing.get(address).headers["etag"]
    first = writing.post(f"{address}/reviews", json={"verdict": "accept", "reason": "Seen."}, headers={"if-match": tag})
    assert first.status_code == 201
    size = own.ledger.size
    second = writing.post(f"{address}/reviews", json={"verdict": "reject", "reason": "No."}, headers={"if-match": tag})
    problem(second, 412, "changed-meanwhile")
    assert own.ledger.size == size
    third = writing.post(
        f"{address}/reviews", json={"verdict": "reject", "reason": "No."}, headers={"if-match": first.headers["etag"]}
    )
    assert third.status_code == 201


def test_a_correction_stands_in_the_words_of_the_report(writing: TestClient) -> None:
    address = f"{MALI}/statements/{STATEMENT}"
    said = writing.get(address).json()["statement"]
    wrong = {**said, "modality": "planned" if said["modality"] == "actual" else "actual"}
    booked = writing.post(f"{address}/reviews", json={"verdict": "correct", "reason": "A plan.", "correction": wrong})
    assert booked.status_code == 201, booked.text
    stands = booked.json()["stands"]
    assert stands["modality"] == wrong["modality"]
    assert stands["id"] not in (said["id"], "")
    assert stands["report"] == said["report"]
    quote = {**wrong, "evidence": {**wrong["evidence"], "quote": "x" * len(wrong["evidence"]["quote"])}}
    problem(
        writing.post(f"{address}/reviews", json={"verdict": "correct", "reason": "Forged.", "correction": quote}),
        400,
        "bad-request",
    )
    problem(
        writing.post(f"{address}/reviews", json={"verdict": "correct", "reason": "Nothing."}), 409, "booking-refused"
    )
    problem(
        writing.post(f"{address}/reviews", json={"verdict": "accept", "reason": "Both.", "correction": wrong}),
        409,
        "booking-refused",
    )
    invented = {**wrong, "predicate": "gossip"}
    problem(
        writing.post(f"{address}/reviews", json={"verdict": "correct", "reason": "x", "correction": invented}),
        422,
        "invalid",
    )


def test_a_statement_that_was_missed_is_added_in_the_words_of_the_report(writing: TestClient) -> None:
    said = writing.get(f"{MALI}/statements/{STATEMENT}").json()["statement"]
    address = f"{MALI}/reports/{said['report']}/statements"
    text = writing.get(f"{MALI}/reports/{said['report']}").json()["text"]
    missed = {**said, "negated": True, "evidence": {"start": 0, "end": 9, "quote": text[:9], "part": "title"}}
    added = writing.post(address, json=missed)
    assert added.status_code == 201, added.text
    assert added.json()["reader"].startswith("person:")
    assert writing.get(added.headers["location"]).json()["statement"] == added.json()
    problem(writing.post(address, json=missed), 409, "booking-refused")
    forged = {**missed, "evidence": {"start": 0, "end": 9, "quote": "Forgeries", "part": "title"}}
    problem(writing.post(address, json=forged), 409, "booking-refused")
    problem(writing.post(f"{MALI}/reports/ffffffff/statements", json=missed), 404, "not-found")


def test_a_rating_is_booked_once(writing: TestClient, own: Workplace) -> None:
    address = f"{MALI}/sources/elysee/rating"
    rated = writing.put(address, json={"reliability": "C", "reason": "Two slips in March."})
    assert rated.status_code == 200
    assert rated.json()["after"]["reliability"] == "C"
    size = own.ledger.size
    assert (
        writing.put(address, json={"reliability": "C", "reason": "Two slips in March."}).json()["after"]
        == rated.json()["after"]
    )
    assert own.ledger.size == size
    now = {one["source"]["id"]: one["source"] for one in writing.get(f"{MALI}/sources").json()}
    assert now["elysee"]["reason"] == "Two slips in March."
    then = {one["source"]["id"]: one["source"] for one in writing.get(f"{MALI}/sources?known=2022-03-01").json()}
    assert then["elysee"]["reliability"] != "C"
    problem(writing.put(f"{MALI}/sources/nobody/rating", json={"reliability": "A", "reason": "x"}), 404, "not-found")
    problem(writing.put(address, json={"reliability": "Z", "reason": "x"}), 422, "invalid")


def test_a_draft_is_held_beside_the_ledger_and_not_kept(writing: TestClient, own: Workplace) -> None:
    size = own.ledger.size
    checked = writing.post(
        f"{MALI}/check?as-of=2022-03-01",
        json={"text": "France leads Task Force Takuba.\n\nChina leads Task Force Takuba.", "language": "en"},
    )
    assert checked.status_code == 200
    verdicts = [one["verdict"] for one in checked.json()["sentences"]]
    assert verdicts[0] == "supported"
    assert verdicts[1] != "supported"
    assert own.ledger.size == size


@given(st.text(min_size=1, max_size=200))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_taken_or_refused_and_shown_as_it_is(writing: TestClient, text: str) -> None:
    body = (
        msgspec.json.encode({"text": text, "language": "en", "published": "2022-02-25"})
        if text.isprintable()
        else b"{}"
    )
    added = writing.post(f"{MALI}/reports", content=body, headers={"content-type": "application/json"})
    assert added.status_code in (200, 201, 400, 422)
    if added.status_code == 201:
        assert writing.get(added.headers["location"]).status_code == 200
