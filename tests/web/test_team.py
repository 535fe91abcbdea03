"""A team: who comes in, how, and what becomes of whoever may not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from missionwatch.records import Marked
from missionwatch.serving import Settings, make_app
from tests.team import PAGE, PASSWORD, SETTINGS, come_in, people, token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.workplace import Workplace


@pytest.fixture
def client(team: Workplace) -> Iterator[TestClient]:
    with TestClient(make_app(team, SETTINGS), headers=PAGE, follow_redirects=False) as made:
        yield made


def test_a_stranger_comes_no_further_than_the_login(client: TestClient) -> None:
    turned = client.get("/mali?as-of=2022-02-08")
    assert turned.status_code == 303
    assert turned.headers["location"] == "/login?next=%2Fmali%3Fas-of%3D2022-02-08"
    assert client.get("/metrics", headers={"accept": "*/*"}).status_code == 401
    assert client.post("/mcp", headers={"accept": "*/*"}).status_code == 401
    assert client.get("/healthz").status_code == 200
    assert client.get("/static/workbench.css").status_code == 200
    assert client.get("/loginx").status_code == 303
    assert client.get("/static/../mali").status_code in (303, 404)


def test_who_logs_in_comes_where_they_were_going_in_their_own_language(client: TestClient) -> None:
    come_in(client, "bert", "/mali?as-of=2022-02-08")
    page = client.get("/mali?as-of=2022-02-08")
    assert page.status_code == 200
    assert '<html lang="nl">' in page.text
    assert ">bert</a>" in page.text
    cookie = next(c for c in client.cookies.jar if c.name == "missionwatch-session")
    assert cookie.has_nonstandard_attr("HttpOnly")


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "/a\r\nx: y",
    ],
)
def test_the_login_leads_nowhere_else(client: TestClient, elsewhere: str) -> None:
    shown = client.get("/login", params={"next": elsewhere}).text
    assert 'name="next" value="/"' in shown
    done = client.post(
        "/login", data={"name": "ann", "password": PASSWORD, "next": elsewhere, "form-token": token(shown)}
    )
    assert done.headers["location"] == "/"


def test_a_wrong_password_says_the_same_as_a_wrong_name(client: TestClient) -> None:
    said = []
    for name, password in (("ann", "wrong password here"), ("nobody", PASSWORD), ("<script>", "x")):
        form = {"name": name, "password": password, "form-token": token(client.get("/login").text)}
        done = client.post("/login", data=form)
        assert done.status_code == 403
        said.append(re.sub(r'value="[0-9a-f]{50,}"|content="[0-9a-f]{50,}"', "", done.text))
    assert said[0] == said[1]
    assert "<script>" not in said[2].replace('<script src="/static', "")


def test_a_login_that_no_page_of_ours_made_is_refused(client: TestClient) -> None:
    client.get("/login")
    for forged in ("", "00", "f" * 96):
        assert (
            client.post("/login", data={"name": "ann", "password": PASSWORD, "form-token": forged}).status_code == 403
        )


def test_the_session_before_the_login_opens_nothing_after_it(client: TestClient, team: Workplace) -> None:
    client.cookies.set("missionwatch-session", "chosen-by-somebody-else")
    come_in(client, "ann")
    names = [c.value for c in client.cookies.jar if c.name == "missionwatch-session"]
    assert people(team).sessions.who("chosen-by-somebody-else") is None
    assert any(people(team).sessions.who(str(value)) for value in names)


def test_who_logs_out_is_out(client: TestClient, team: Workplace) -> None:
    come_in(client, "ann")
    session = client.cookies["missionwatch-session"]
    form = {"form-token": token(client.get("/mali").text)}
    assert client.post("/logout", data=form).status_code == 303
    assert people(team).sessions.who(session) is None
    client.cookies.set("missionwatch-session", session)
    assert client.get("/mali").status_code == 303


def test_a_disabled_account_is_out_at_once(client: TestClient, team: Workplace) -> None:
    come_in(client, "ann")
    kept = people(team)
    kept.accounts.disable(kept.accounts.named("ann").id, by="carla")
    assert client.get("/mali").status_code == 303


def test_a_form_needs_the_token_of_its_own_session(client: TestClient, team: Workplace) -> None:
    come_in(client, "ann")
    assert client.post("/logout", data={}).status_code == 403
    with TestClient(make_app(team, SETTINGS), headers=PAGE, follow_redirects=False) as other:
        come_in(other, "bert")
        foreign = token(other.get("/mali").text)
    assert client.post("/logout", data={"form-token": foreign}).status_code == 403


def test_what_is_marked_above_the_clearance_is_not_there(client: TestClient, team: Workplace) -> None:
    come_in(client, "ann")
    before = (
        client.get("/mali/missions/takuba").text
        if client.get("/mali/missions/takuba").status_code == 200
        else client.get("/mali").text
    )
    for report in team.ledger.reports():
        team.ledger.mark(Marked(report=report, tlp="amber", by="bert", reason="all of it"))
    after = client.get("/mali").text
    assert "severe" not in after
    assert before != after
    with TestClient(make_app(team, SETTINGS), headers=PAGE, follow_redirects=False) as other:
        come_in(other, "carla")
        assert "severe" in other.get("/mali").text


def test_a_program_comes_in_with_a_key_and_does_what_its_scopes_allow(client: TestClient, team: Workplace) -> None:
    kept = people(team)
    ann = kept.accounts.named("ann")
    key = kept.keys.new(ann.id, "night", ["read"], by="ann")
    shown = {"authorization": f"Bearer {key.secret}", "accept": "*/*"}
    assert client.get("/mali", headers=shown).status_code == 200
    for wrong in (f"Bearer {key.secret}x", f"Basic {key.secret}", "Bearer", f"Bearer mw_{'0' * 400}"):
        assert client.get("/mali", headers={"authorization": wrong, "accept": "*/*"}).status_code == 401


def test_a_crowd_of_requests_is_slowed(team: Workplace) -> None:
    slow = Settings(hosts=("testserver",), requests_a_minute=20)
    with TestClient(make_app(team, slow), headers=PAGE, follow_redirects=False) as client:
        seen = [client.get("/login").status_code for _ in range(12)]
    assert seen[0] == 200
    assert seen[-1] == 429


def test_by_https_cookies_go_no_other_way(team: Workplace) -> None:
    with TestClient(make_app(team, Settings(hosts=("testserver",), secure=True)), headers=PAGE) as client:
        said = client.get("/login").headers["set-cookie"]
    assert said.startswith("__Host-missionwatch-form=")
    assert "; Secure" in said
    assert "HttpOnly" in said
    assert "SameSite=Lax" in said
