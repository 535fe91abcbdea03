"""The pages of one's own account, of all accounts, and of the audit log."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from missionwatch.records import Act, Marked
from missionwatch.serving import make_app
from missionwatch.workplace.acts import acts_of
from tests.team import PAGE, PASSWORD, SETTINGS, come_in, member, people, token

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from missionwatch.workplace import Workplace

    Enter = Callable[[str], TestClient]
NEW = "quite another sentence"


@pytest.fixture
def enter(team: Workplace) -> Iterator[Enter]:
    """Give what logs somebody in, in a browser of their own."""
    clients: list[TestClient] = []

    def entered(name: str) -> TestClient:
        client = TestClient(make_app(team, SETTINGS), headers=PAGE, follow_redirects=False)
        clients.append(client)
        come_in(client, name)
        return client

    yield entered
    for client in clients:
        client.close()


def post(client: TestClient, page: str, action: str, **said: object) -> tuple[int, str]:
    """Send a form of a page that is there; return the status and where it leads, or what it says."""
    shown = client.get(page).text
    assert f'action="{action}"' in shown, f"{page} has no form to {action}"
    done = client.post(action, data={"form-token": token(shown), **said})
    return done.status_code, done.headers.get("location", html.unescape(done.text))


def test_alone_there_are_no_accounts(writing: TestClient) -> None:
    for path in ("/account", "/people", "/audit", "/people/keys"):
        assert writing.get(path).status_code == 404
    assert 'href="/account"' not in writing.get("/mali").text


# --- one's own


def test_the_language_changes_for_all_pages(enter: Enter) -> None:
    ann = enter("ann")
    assert post(ann, "/account", "/account/language", locale="fr") == (303, "/account?done=language")
    assert '<html lang="fr">' in ann.get("/mali").text
    assert "Vos pages sont désormais" in ann.get("/account?done=language").text
    status, said = post(ann, "/account", "/account/language", locale="xx")
    assert status == 422
    assert "pages are in nl, en, fr" in said


def test_who_changes_their_password_is_out_everywhere_and_comes_in_with_the_new_one(enter: Enter) -> None:
    here, there = enter("ann"), enter("ann")
    status, led = post(here, "/account", "/account/password", old=PASSWORD, new=NEW, again=NEW)
    assert (status, led) == (303, "/login?done=password")
    assert "Your password is changed" in here.get(led).text
    assert here.get("/mali").status_code == there.get("/mali").status_code == 303
    come_in(here, "ann", password=NEW)


@pytest.mark.parametrize(
    ("old", "new", "again", "said"),
    [
        ("not that one at all", NEW, NEW, "the old password is another"),
        (PASSWORD, NEW, "a slip of the finger", "are not the same"),
        (PASSWORD, "short", "short", "12"),
        (PASSWORD, "", "", "12"),
    ],
)
def test_a_password_that_cannot_be_changed_so_stays(enter: Enter, old: str, new: str, again: str, said: str) -> None:
    ann = enter("ann")
    status, told = post(ann, "/account", "/account/password", old=old, new=new, again=again)
    assert status == 422
    assert said in told
    assert NEW not in told
    assert ann.get("/mali").status_code == 200


def test_many_wrong_old_passwords_are_slowed(enter: Enter) -> None:
    ann = enter("ann")
    form = {"form-token": token(ann.get("/account").text), "old": "wrong and wrong again", "new": NEW, "again": NEW}
    seen = [ann.post("/account/password", data=form).status_code for _ in range(8)]
    assert seen[0] == 422
    assert seen[-1] == 429


def test_sessions_are_listed_and_end_one_by_one_or_all_but_this(enter: Enter, team: Workplace) -> None:
    here, there, elsewhere = enter("ann"), enter("ann"), enter("ann")
    bert = enter("bert")
    shown = here.get("/account").text
    ends = re.findall(r'action="(/account/sessions/[0-9a-f]{16}/end)"', shown)
    assert len(ends) == 2
    assert "this one" in shown
    assert post(here, "/account", ends[0]) == (303, "/account?done=session")
    assert sorted(one.get("/mali").status_code for one in (there, elsewhere)) == [200, 303]
    assert here.post(ends[0], data={"form-token": token(shown)}).headers["location"] == "/account?done=gone"
    foreign = people(team).sessions.of(member(team, "bert").id)[0].id
    here.post(f"/account/sessions/{foreign}/end", data={"form-token": token(shown)})
    assert bert.get("/mali").status_code == 200
    assert post(here, "/account", "/account/sessions/end") == (303, "/account?done=sessions")
    assert [one.get("/mali").status_code for one in (here, there, elsewhere)] == [200, 303, 303]


def test_a_key_is_shown_once_works_and_opens_nothing_once_revoked(enter: Enter, team: Workplace) -> None:
    bert = enter("bert")
    form = {
        "form-token": token(bert.get("/account").text),
        "name": "night <b>run</b>",
        "scopes": ["read", "add"],
        "days": "30",
    }
    made = bert.post("/account/keys", data=form)
    assert made.status_code == 200
    assert made.headers["cache-control"] == "no-store"
    secret = re.findall(r"mw_[0-9a-f]{12}_[0-9a-f]{64}", made.text)
    assert len(secret) == 1
    again = bert.get("/account").text
    assert secret[0] not in again
    assert "night &lt;b&gt;run&lt;/b&gt;" in again
    program = TestClient(make_app(team, SETTINGS), headers={"authorization": f"Bearer {secret[0]}", "accept": "*/*"})
    assert program.get("/mali").status_code == 200
    key = people(team).keys.of(member(team, "bert").id)[0]
    assert (key.expires - key.created).days == 30
    assert post(bert, "/account", f"/account/keys/{key.id}/revoke") == (303, "/account?done=revoked")
    assert program.get("/mali").status_code == 401
    assert "revoked" in [one.act.what.rpartition("-")[2] for one in acts_of(team.ledger)]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"name": "", "scopes": "read"}, "characters that says what it is for"),
        ({"name": "x", "scopes": []}, "one or more of the scopes"),
        ({"name": "x", "scopes": "everything"}, "one or more of the scopes"),
        ({"name": "x", "scopes": "admin"}, "whose keys cannot have: admin"),
        ({"name": "x", "scopes": "read", "days": "1e9"}, "a whole number of days"),
        ({"name": "x", "scopes": "read", "days": "9999"}, "at most 366 days"),
        ({"name": "x", "scopes": "read", "days": "0"}, "at most 366 days"),
    ],
)
def test_a_key_that_cannot_be_is_refused_in_words(enter: Enter, said: dict[str, object], told: str) -> None:
    status, shown = post(enter("ann"), "/account", "/account/keys", **said)
    assert status == 422
    assert told in shown


def test_a_key_of_somebody_else_is_not_ones_own_to_revoke(enter: Enter, team: Workplace) -> None:
    key = people(team).keys.new(member(team, "bert").id, "his", ["read"], by="bert")
    ann = enter("ann")
    form = {"form-token": token(ann.get("/account").text)}
    assert ann.post(f"/account/keys/{key.key.id}/revoke", data=form).status_code == 422
    assert people(team).keys.is_open(people(team).keys.of(member(team, "bert").id)[0])


# --- all


def test_an_admin_adds_somebody_who_logs_in(enter: Enter) -> None:
    carla = enter("carla")
    added = {"name": "dirk", "role": "analyst", "clearance": "amber", "locale": "nl", "password": NEW}
    status, led = post(carla, "/people", "/people", **added)
    assert status == 303
    assert re.fullmatch(r"/people/[0-9a-f]{16}\?done=added", led)
    assert "dirk is added." in carla.get(led).text
    with TestClient(carla.app, headers=PAGE, follow_redirects=False) as dirk:
        come_in(dirk, "dirk", password=NEW)
        assert '<html lang="nl">' in dirk.get("/mali").text
        assert 'href="/people"' not in dirk.get("/mali").text


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"name": "ANN", "password": NEW}, "somebody of the name ANN already"),
        ({"name": "<script>", "password": NEW}, "begins with a letter or digit"),
        ({"name": "eve", "password": "password1234"}, ""),
        ({"name": "eve", "role": "king"}, "a role is one of"),
        ({"name": "eve", "clearance": "cosmic"}, "a clearance is one of"),
        ({"name": "eve", "locale": "tlh"}, "pages are in"),
        ({"name": "e" * 900}, "1 to 64"),
    ],
)
def test_an_account_that_cannot_be_is_refused_and_what_was_typed_stays(
    enter: Enter, said: dict[str, object], told: str
) -> None:
    carla = enter("carla")
    shown = carla.get("/people").text
    done = carla.post("/people", data={"form-token": token(shown), **said})
    assert done.status_code == 422
    assert told in html.unescape(done.text)
    assert f'value="{html.escape(str(said["name"]))}"' in done.text
    assert str(said.get("password", NEW)) not in done.text
    assert "3 of 3 accounts" in done.text


def test_people_are_filtered_and_sorted(enter: Enter) -> None:
    carla = enter("carla")

    def names(query: str) -> list[str]:
        return re.findall(r'<th scope="row"><a href="/people/[0-9a-f]+">(\w+)<', carla.get(f"/people?{query}").text)

    assert names("") == ["ann", "bert", "carla"]
    assert names("sort=-name") == ["carla", "bert", "ann"]
    assert names("sort=role") == ["ann", "bert", "carla"]
    assert names("sort=-clearance") == ["carla", "bert", "ann"]
    assert names("q=R") == ["bert", "carla"]
    assert names("role=admin") == ["carla"]
    assert names("state=disabled") == []
    for wrong in ("sort=password", "role=king", "state=x", f"q={'x' * 3000}"):
        assert carla.get(f"/people?{wrong}").status_code == 400


def test_a_role_a_clearance_and_a_password_are_given(enter: Enter, team: Workplace) -> None:
    carla, ann = enter("carla"), enter("ann")
    page = f"/people/{member(team, 'ann').id}"
    assert post(carla, page, f"{page}/clearance", clearance="red") == (303, f"{page}?done=clearance")
    assert member(team, "ann").clearance == "red"
    assert ann.get("/mali").status_code == 200
    assert post(carla, page, f"{page}/role", role="analyst") == (303, f"{page}?done=role")
    assert ann.get("/mali").status_code == 303
    assert post(carla, page, f"{page}/password", password=NEW) == (303, f"{page}?done=password")
    come_in(ann, "ann", password=NEW)
    assert post(carla, page, f"{page}/sessions/end") == (303, f"{page}?done=sessions")
    assert ann.get("/mali").status_code == 303
    status, said = post(carla, page, f"{page}/password", password="ann")  # noqa: S106 - refused
    assert status == 422
    assert "was not done" in said


def test_disabling_asks_first_says_what_ends_and_can_be_undone(enter: Enter, team: Workplace) -> None:
    carla, bert = enter("carla"), enter("bert")
    key = people(team).keys.new(member(team, "bert").id, "his", ["read"], by="bert")
    page = f"/people/{member(team, 'bert').id}"
    assert "1 sessions end and 1 keys are revoked for good" in carla.get(page).text
    assert post(carla, page, f"{page}/disable") == (303, f"{page}?done=disabled")
    assert bert.get("/mali").status_code == 303
    assert people(team).keys.who(key.secret) is None
    shown = carla.get(f"{page}?done=disabled").text
    assert "bert is disabled." in shown
    assert "Undo" in shown
    assert post(carla, f"{page}?done=disabled", f"{page}/enable") == (303, f"{page}?done=enabled")
    assert people(team).keys.who(key.secret) is None
    come_in(bert, "bert")


def test_the_last_admin_stays_and_is_told_why(enter: Enter, team: Workplace) -> None:
    carla = enter("carla")
    page = f"/people/{member(team, 'carla').id}"
    for what, said in (("disable", {}), ("role", {"role": "reader"})):
        status, told = post(carla, page, f"{page}/{what}", **said)
        assert status == 422
        assert "carla is the last admin; make somebody else one first" in told
    assert member(team, "carla").active
    people(team).accounts.set_role(member(team, "bert").id, "admin", by="carla")
    assert post(carla, page, f"{page}/disable")[0] == 303
    assert carla.get("/people").status_code == 303


def test_the_keys_of_all_are_seen_and_revoked(enter: Enter, team: Workplace) -> None:
    people(team).keys.new(member(team, "ann").id, "her night run", ["read"], by="ann")
    carla = enter("carla")
    key = people(team).keys.of(member(team, "ann").id)[0]
    assert "her night run" in carla.get("/people/keys").text
    assert post(carla, "/people/keys", f"/people/keys/{key.id}/revoke") == (303, "/people/keys?done=revoked")
    assert "her night run" not in carla.get("/people/keys").text
    assert "her night run" in carla.get("/people/keys?state=all").text


@pytest.mark.parametrize("person", ["0" * 16, "x", "%00", "..%5c", "é", "1' or '1'='1"])
def test_an_id_that_is_nobodys_is_not_found(enter: Enter, person: str) -> None:
    carla = enter("carla")
    assert carla.get(f"/people/{person}").status_code in (400, 404)
    form = {"form-token": token(carla.get("/people").text)}
    assert carla.post(f"/people/{person}/disable", data=form).status_code in (400, 404)


# --- the audit log


def test_the_audit_log_shows_the_newest_first_and_filters(enter: Enter, team: Workplace) -> None:
    carla = enter("carla")
    page = f"/people/{member(team, 'ann').id}"
    post(carla, page, f"{page}/role", role="analyst")

    def rows(query: str) -> list[tuple[str, str]]:
        body = carla.get(f"/audit?{query}").text.partition("<tbody>")[2].partition("</tbody>")[0]
        return re.findall(r'<span class="soft">([a-z-]+)</span></td><td>(\w*)', body)

    assert rows("")[:2] == [("role-changed", "ann"), ("login", "")]
    assert rows("person=ANN") == [("role-changed", "ann"), ("person-added", "ann")]
    assert {what for what, _ in rows("what=login")} == {"login"}
    assert rows(f"since={datetime.now(UTC).date()}")[0] == ("role-changed", "ann")
    assert rows("since=8999-01-01") == []
    assert rows("person=nobody") == []
    for wrong in ("page=0", "page=x", "page=99999999", "since=yesterday", "page=-1"):
        assert carla.get(f"/audit?{wrong}").status_code == 400


def test_the_audit_log_turns_its_pages(enter: Enter, team: Workplace) -> None:
    for n in range(60):
        team.ledger.note(Act(by="bot", what="export", on="mali", detail={"n": f"#{n}#", "said": "<i>x</i>"}))
    carla = enter("carla")
    first = carla.get("/audit?person=bot").text
    second = carla.get("/audit?person=bot&page=2").text
    assert "#59#" in first
    assert "#10#" in first
    assert "#9#" not in first
    assert "#9#" in second
    assert "Page 2 of 2" in second
    assert "<i>x</i>" not in first
    assert carla.get("/audit?page=9000").status_code == 200


def test_an_act_on_a_report_that_the_admin_may_not_see_is_not_there(enter: Enter, team: Workplace) -> None:
    report = next(iter(team.ledger.reports()))
    team.ledger.note(Act(by="bot", what="export", on=report))
    people(team).accounts.set_clearance(member(team, "carla").id, "green", by="carla")
    carla = enter("carla")
    assert report in carla.get("/audit").text
    team.ledger.mark(Marked(report=report, tlp="amber", by="bert"))
    assert report not in carla.get("/audit").text
