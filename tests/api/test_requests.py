"""What is asked wrongly, twice, by many, or by who may not: told as problem+json, with nothing of the inside."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from missionwatch import api
from missionwatch.serving import Settings, make_app
from missionwatch.workplace import PERMISSIONS, Asker
from tests.api.conftest import KEY, MALI, SETTINGS

if TYPE_CHECKING:
    from missionwatch.records import Permission
    from missionwatch.workplace import Workplace

STATEMENT = "ce18309561d4ec2d7087d0155e2c815c"


def problem(answer: Any, status: int, kind: str) -> dict[str, Any]:
    """Hold an answer to be a problem of a kind, and return it."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    said: dict[str, Any] = answer.json()
    assert said["type"] == f"/api/v1/#{kind}"
    assert said["status"] == status
    assert said["title"]
    assert said["detail"]
    assert "Traceback" not in answer.text
    return said


@pytest.mark.parametrize(
    ("address", "status", "kind"),
    [
        ("/api/v1/nothing", 404, "not-found"), ("/api/v2/theatres", 404, "not-found"), ("/api/v1/theatres/", 404, "not-found"),
        ("/api/v1/theatres/atlantis/picture", 404, "not-found"), (f"{MALI}/picture?mission=atlantis", 404, "not-found"),
        (f"{MALI}/claims/ffffffff", 404, "not-found"), (f"{MALI}/statements/ffffffff", 404, "not-found"),
        (f"{MALI}/reports/ffffffff", 404, "not-found"), (f"{MALI}/reports/ffffffff/versions", 404, "not-found"),
        (f"{MALI}/cards/atlantis", 404, "not-found"),
        (f"{MALI}/picture?as_of=2022-03-01", 400, "bad-request"), (f"{MALI}/picture?as-of=2022-02-30", 400, "bad-request"),
        (f"{MALI}/picture?known=2022-03-01&known=2022-03-02", 400, "bad-request"),
        (f"{MALI}/changes?since=2022-03-02&as-of=2022-03-01", 400, "bad-request"),
        (f"{MALI}/replay?from=2022-03-02&to=2022-03-01", 400, "bad-request"),
        (f"{MALI}/replay?from=2000-01-01&to=2022-03-01", 400, "bad-request"),
        (f"{MALI}/what-if?suppose=withdraw&mission=takuba&party=QQ", 400, "bad-request"),
        (f"{MALI}/what-if?suppose=end-mandate&mission=takuba", 400, "bad-request"),
        (f"{MALI}/picture?as-of=yesterday", 422, "invalid"), (f"{MALI}/picture?as-of=0001-01-01", 422, "invalid"),
        (f"{MALI}/claims?limit=0", 422, "invalid"), (f"{MALI}/claims?limit=501", 422, "invalid"),
        (f"{MALI}/claims?limit=99999999999999999999", 422, "invalid"), (f"{MALI}/claims?predicate=gossip", 422, "invalid"),
        (f"{MALI}/claims?cursor={'A' * 2000}", 422, "invalid"), (f"{MALI}/claims?mission={'x' * 5000}", 422, "invalid"),
        (f"{MALI}/claims/%00", 422, "invalid"), (f"{MALI}/claims/{'a' * 500}", 422, "invalid"), (f"{MALI}/statements/%ff%fe", 422, "invalid"),
        (f"{MALI}/reports/..%2f..%2fetc%2fpasswd", 404, "not-found"), (f"{MALI}/statements?least=nan", 422, "invalid"),
        (f"{MALI}/briefing?marking=%0d%0aset-cookie:x", 422, "invalid"), (f"{MALI}/briefing?lang=tlh", 422, "invalid"),
        (f"{MALI}/export/excel", 422, "invalid"), (f"{MALI}/charts/pie", 422, "invalid"), (f"{MALI}/course?weeks=105", 422, "invalid"),
        (f"{MALI}/what-if", 422, "invalid"), (f"{MALI}/picture?mission=%E2%80%AE%F0%9F%92%A3", 422, "invalid"),
    ],
)  # fmt: skip
def test_what_is_asked_wrongly_is_told(client: TestClient, address: str, status: int, kind: str) -> None:
    said = problem(client.get(address), status, kind)
    if kind == "invalid":
        assert said["wrong"]
        assert all(one["where"] in ("query", "path") and one["name"] and one["says"] for one in said["wrong"])


def test_what_cannot_be_done_names_all_that_can(client: TestClient) -> None:
    answer = client.request("DELETE", f"{MALI}/reports", headers=KEY)
    problem(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == "GET, HEAD, POST"
    assert client.options(f"{MALI}/picture").headers["allow"] == "GET, HEAD"
    assert (
        "access-control-allow-origin"
        not in client.get(f"{MALI}/picture", headers={"origin": "https://evil.example"}).headers
    )


def test_every_kind_of_problem_has_its_place_in_the_manual(client: TestClient) -> None:
    page = client.get("/api/v1/").text
    for kind in api.problems.KINDS:
        assert f'id="{kind}"' in page


def test_guards_refuse_in_the_words_of_the_path(shown: Workplace) -> None:
    app = make_app(shown, Settings(hosts=("testserver",), largest=1000))
    with TestClient(app, base_url="http://evil.example") as stranger:
        problem(stranger.get(f"{MALI}/picture"), 421, "misdirected")
        assert stranger.get("/mali").headers["content-type"].startswith("text/plain")
    with TestClient(make_app(shown, Settings(hosts=("testserver",), largest=1000))) as client:
        problem(
            client.post(f"{MALI}/reports", json={"text": "x"}, headers={"origin": "https://evil.example"}),
            403,
            "not-allowed",
        )
        problem(client.post(f"{MALI}/reports", json={"text": "x" * 2000}, headers=KEY), 413, "too-large")
        hidden = (b"x" * 400 for _ in range(5))  # sent in chunks, so that nothing says how large it is
        problem(
            client.post(f"{MALI}/reports", content=hidden, headers=KEY | {"content-type": "text/plain"}),
            413,
            "too-large",
        )


def test_a_fault_of_ours_shows_nothing_of_the_inside(shown: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("/home/ann/secret.db is gone")

    monkeypatch.setattr("missionwatch.flow.weigh", broken)
    with TestClient(make_app(shown, SETTINGS), raise_server_exceptions=False) as client:
        answer = client.get(f"{MALI}/claims/51ed3c07")
        assert "secret" not in str(problem(answer, 500, "fault"))


@pytest.mark.parametrize("cause", ["LedgerError", "LedgerDamagedError", "CollectionError", "TempoStoreError"])
def test_faults_of_the_ledger_do_not_name_its_file(
    shown: Workplace, monkeypatch: pytest.MonkeyPatch, cause: str
) -> None:
    from missionwatch import errors  # noqa: PLC0415

    def broken(*_: object, **__: object) -> None:
        raise getattr(errors, cause)("/home/ann/secret.db cannot be read")

    monkeypatch.setattr("missionwatch.flow.weigh", broken)
    with TestClient(make_app(shown, SETTINGS)) as client:
        assert "secret" not in str(problem(client.get(f"{MALI}/claims/51ed3c07"), 500, "fault"))


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
@settings(max_examples=60, deadline=None)
def test_a_forged_cursor_is_refused(client: TestClient, said: bytes) -> None:
    text = base64.urlsafe_b64encode(said).decode().rstrip("=")
    answer = client.get(f"{MALI}/claims?limit=5", params={"limit": 5, "cursor": text})
    assert answer.status_code in (400, 422)


def test_a_cursor_goes_with_its_own_list_only(client: TestClient) -> None:
    page = client.get(f"{MALI}/claims?limit=5").json()
    assert client.get(f"{MALI}/claims?limit=9&cursor={page['next']}").status_code == 200
    for other in ("statements?", "claims?as-of=2022-02-01&", "claims?mission=takuba&", "reports?"):
        problem(client.get(f"{MALI}/{other}cursor={page['next']}"), 400, "bad-request")
    of, _, known = msgspec.json.decode(base64.urlsafe_b64decode(page["next"] + "=="))
    for after in (-1, 2**60, "x", None, [1], 1.5):
        text = base64.urlsafe_b64encode(msgspec.json.encode([of, after, known])).decode().rstrip("=")
        assert client.get(f"{MALI}/claims?cursor={text}").status_code == 400
    past = base64.urlsafe_b64encode(msgspec.json.encode([of, 10_000, known])).decode().rstrip("=")
    assert client.get(f"{MALI}/claims?cursor={past}").json() == {"items": [], "next": None}


def test_pages_fit_though_the_book_grows_meanwhile(writing: TestClient) -> None:
    whole = [one["id"] for one in writing.get(f"{MALI}/statements?limit=500&as-of=2022-12-31").json()["items"]]
    page = writing.get(f"{MALI}/statements?limit=100&as-of=2022-12-31").json()
    claims = writing.get(f"{MALI}/claims?limit=20").json()
    before = [one["id"] for one in writing.get(f"{MALI}/claims?limit=500").json()["items"]]
    added = writing.post(
        f"{MALI}/reports",
        json={
            "text": "Sweden withdraws its 150 troops from Task Force Takuba in Mali.",
            "published": "2022-02-25",
            "language": "en",
        },
    )
    assert added.json()["booked"] > 0
    found = [one["id"] for one in page["items"]]
    while page["next"]:
        page = writing.get(f"{MALI}/statements?limit=100&as-of=2022-12-31&cursor={page['next']}").json()
        found += [one["id"] for one in page["items"]]
    assert found == whole
    rest = writing.get(f"{MALI}/claims?limit=500&cursor={claims['next']}").json()
    assert [one["id"] for one in (*claims["items"], *rest["items"])] == before
    assert len(writing.get(f"{MALI}/statements?limit=500&as-of=2022-12-31").json()["items"]) > len(whole)


def test_what_did_not_change_is_not_sent_again(writing: TestClient) -> None:
    for address in (
        "picture",
        "claims?limit=3",
        f"statements/{STATEMENT}",
        "reports",
        "briefing?form=flash&lang=en",
        "export/geojson",
    ):
        first = writing.get(f"{MALI}/{address}")
        tag = first.headers["etag"]
        again = writing.get(f"{MALI}/{address}", headers={"if-none-match": f'"other", {tag}'})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
        assert writing.get(f"{MALI}/{address}").content == first.content  # strong: the same, byte for byte
        plain = writing.get(f"{MALI}/{address}", headers={"accept-encoding": "identity"})
        assert plain.headers["etag"] != tag
        assert writing.get(f"{MALI}/{address}", headers={"if-none-match": '"forged"'}).status_code == 200
    tag = writing.get(f"{MALI}/picture").headers["etag"]
    assert writing.get(f"{MALI}/picture?mission=takuba").headers["etag"] != tag
    assert writing.get(f"{MALI}/picture?as-of=2022-02-01").headers["etag"] != tag
    writing.post(f"{MALI}/statements/{STATEMENT}/reviews", json={"verdict": "reject", "reason": "No fact."})
    assert writing.get(f"{MALI}/picture", headers={"if-none-match": tag}).status_code == 200


def test_head_says_what_get_says_without_the_body(client: TestClient) -> None:
    for address in (f"{MALI}/picture", "/api/v1/", "/api/v1/openapi.json", "/mali"):
        got, head = client.get(address), client.head(address)
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["content-type"] == got.headers["content-type"]
    problem_head = client.head(f"{MALI}/claims/ffffffff")
    assert (problem_head.status_code, problem_head.content) == (404, b"")


class _As:
    """Takes everybody for one person, as a guard would that knows keys."""

    def __init__(self, app: Any, asker: Asker | None) -> None:
        self._app, self._asker = app, asker

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if self._asker is not None:
            scope.setdefault("state", {})["asker"] = self._asker
        await self._app(scope, receive, send)


def _client(workplace: Workplace, asker: Asker | None) -> TestClient:
    made = api.make_api(workplace, keys=True)
    return TestClient(_As(made, asker), base_url="http://testserver")


WRITES: tuple[tuple[str, str, Permission, Any], ...] = (
    ("POST", "/v1/theatres/mali/reports", "add", {"text": "Mali expels the ambassador of France, it said on Monday."}),
    ("POST", f"/v1/theatres/mali/statements/{STATEMENT}/reviews", "review", {"verdict": "accept", "reason": "Seen."}),
    ("PUT", "/v1/theatres/mali/sources/elysee/rating", "rate", {"reliability": "B", "reason": "Seen."}),
    ("POST", "/v1/ledger/verification", "audit", None),
    ("GET", "/v1/theatres/mali/export/geojson", "export", None),
    ("GET", "/v1/theatres/mali/briefing?form=flash&lang=en", "brief", None),
    ("GET", "/v1/theatres/mali/picture", "read", None),
)


@pytest.mark.parametrize(("method", "path", "needs", "body"), WRITES)
def test_each_operation_needs_its_permission(
    own: Workplace, method: str, path: str, needs: Permission, body: Any
) -> None:
    size = own.ledger.size
    all_but = frozenset(PERMISSIONS) - {needs}
    for asker, status, kind in ((None, 401, "no-key"), (Asker("bob", all_but), 403, "not-allowed")):
        answer = _client(own, asker).request(method, path, json=body)
        assert answer.status_code == status
        assert answer.json()["type"] == f"/api/v1/#{kind}"
        assert ("www-authenticate" in answer.headers) == (status == 401)
        assert own.ledger.size == size
    allowed = _client(own, Asker("ann", frozenset({"read", needs}))).request(method, path, json=body)
    assert allowed.status_code in (200, 201)


def test_a_permission_is_asked_before_anything_is_told(own: Workplace) -> None:
    nobody = Asker("bob", frozenset())
    for path in ("/v1/theatres/mali/picture?as-of=x", "/v1/theatres/atlantis", "/v1/theatres/mali/claims/ffffffff"):
        assert _client(own, nobody).get(path).status_code == 403


def test_two_people_with_other_clearances_have_other_tags(own: Workplace) -> None:
    may = frozenset(PERMISSIONS)
    tags = {
        _client(own, Asker("ann", may, upto=upto)).get("/v1/theatres/mali/picture").headers["etag"]
        for upto in ("green", "red")
    }
    assert len(tags) == 2


def test_what_is_marked_above_ones_clearance_is_nowhere(own: Workplace) -> None:
    report = own.ledger.statement(STATEMENT).report
    may = frozenset(PERMISSIONS)
    chief, other = _client(own, Asker("ann", may)), _client(own, Asker("bob", may, upto="green"))
    base = "/v1/theatres/mali"
    assert STATEMENT in {one["id"] for one in other.get(f"{base}/statements?limit=500").json()["items"]}
    marked = chief.put(f"{base}/reports/{report}/marking", json={"tlp": "amber", "reason": "In confidence."})
    assert (marked.status_code, marked.json()["by"]) == (200, "ann")
    assert chief.get(f"{base}/reports/{report}/marking").json() == marked.json()
    for path in (
        f"reports/{report}", f"reports/{report}/marking", f"reports/{report}/versions", f"statements/{STATEMENT}",
    ):  # fmt: skip
        assert chief.get(f"{base}/{path}").status_code == 200
        assert other.get(f"{base}/{path}").status_code == 404, path
    wide = "as-of=2022-08-31"
    for path in (
        f"picture?{wide}", f"claims?limit=500&{wide}", f"changes?limit=500&since=2021-12-01&{wide}",
        f"statements?limit=500&{wide}", f"reports?limit=500&{wide}", f"concerns?{wide}", f"export/ftm?all=true&{wide}",
        f"briefing?lang=en&{wide}", f"versions?{wide}",
    ):  # fmt: skip
        text = other.get(f"{base}/{path}").text
        assert report not in text, path
        assert STATEMENT not in text, path
    assert report in chief.get(f"{base}/reports?limit=500&{wide}").text
    assert other.put(f"{base}/reports/{report}/marking", json={"tlp": "clear"}).status_code == 404
    word = {"verdict": "accept", "reason": "Seen."}
    assert other.post(f"{base}/statements/{STATEMENT}/reviews", json=word).status_code == 404
    size = own.ledger.size
    again = chief.put(f"{base}/reports/{report}/marking", json={"tlp": "amber", "reason": "In confidence."})
    assert again.status_code == 200
    assert own.ledger.size == size


def test_the_document_says_whether_a_key_is_needed(client: TestClient) -> None:
    local = client.get("/api/v1/openapi.json").json()
    assert {} in local["paths"]["/api/v1/ledger"]["get"]["security"]


def test_where_keys_are_needed_the_document_says_so(own: Workplace) -> None:
    made = _client(own, None).get("/v1/openapi.json").json()
    assert made["paths"]["/api/v1/ledger"]["get"]["security"] == [{"key": ["read"]}]


def test_a_search_shows_nothing_that_is_marked_above_ones_clearance(own: Workplace) -> None:
    report = own.ledger.statement(STATEMENT).report
    may = frozenset(PERMISSIONS)
    chief, other = _client(own, Asker("ann", may)), _client(own, Asker("bob", may, upto="green"))
    asked = "/v1/theatres/mali/search?words=Wagner&meaning=false&limit=200"
    assert report in other.get(asked).text
    chief.put(f"/v1/theatres/mali/reports/{report}/marking", json={"tlp": "red"})
    assert report not in other.get(asked).text
    assert report in chief.get(asked).text
    assert own.ledger.report(report).title not in other.get(asked).text


def test_requests_are_counted_by_the_pattern_of_their_address(client: TestClient) -> None:
    client.get(f"{MALI}/claims/51ed3c07")
    assert 'route="/api/v1/theatres/{theatre}/claims/{claim}"' in client.get("/metrics").text
