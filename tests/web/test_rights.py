"""Who may go which way: every route of the application, for every role, by a session, by a key of each scope, or as nobody.

``TABLE`` is the one place that says it. A route that is not in it fails, so that a new page must be thought of here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from missionwatch.people import SCOPES, form_token, permissions_of, scopes_for
from missionwatch.people import TABLE as ROLES
from missionwatch.serving import make_app
from tests.routes import Way, routes_of
from tests.team import PAGE, PASSWORD, SETTINGS, a_team, come_in, member, people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastapi import FastAPI

    from missionwatch.records import Role, Scope
    from missionwatch.workplace import Workplace

# Who: "anybody"; "somebody" with a session or a key; "self": a person's own session, no key; else the permission it needs.
TABLE = """
GET   /healthz                                          anybody
GET   /readyz                                           anybody
GET   /login                                            anybody
POST  /login                                            anybody
GET   /login/provider                                   anybody
GET   /login/back                                       anybody
POST  /logout                                           somebody
GET   /metrics                                          somebody
GET   /                                                 somebody
POST  /mcp                                              somebody
GET   /account                                          self
POST  /account/language                                 self
POST  /account/password                                 self
POST  /account/sessions/end                             self
POST  /account/sessions/{session}/end                   self
POST  /account/keys                                     self
POST  /account/keys/{key}/revoke                        self
GET   /people                                           people
POST  /people                                           people
GET   /people/keys                                      keys-of-all
POST  /people/keys/{key}/revoke                         keys-of-all
GET   /people/{person}                                  people
POST  /people/{person}/role                             people
POST  /people/{person}/clearance                        people
POST  /people/{person}/password                         people
POST  /people/{person}/sessions/end                     people
POST  /people/{person}/disable                          people
POST  /people/{person}/enable                           people
GET   /audit                                            audit
GET   /{theatre}                                        read
GET   /{theatre}/missions/{mission}                     read
GET   /{theatre}/missions/{mission}/card.svg            read
GET   /{theatre}/missions/{mission}/card.html           read
GET   /{theatre}/map                                    read
GET   /{theatre}/map/outlines.json                      read
POST  /{theatre}/seen                                   read
GET   /{theatre}/reports                                read
POST  /{theatre}/reports                                read+add
GET   /{theatre}/reports/{report}                       read
POST  /{theatre}/reports/{report}                       read+review
POST  /{theatre}/reports/{report}/marking               read+mark
GET   /{theatre}/markings                               read
GET   /{theatre}/names                                  read
GET   /{theatre}/claims/{claim}                         read
GET   /{theatre}/sources                                read
POST  /{theatre}/sources                                read+rate
GET   /{theatre}/briefing                               read+brief
GET   /{theatre}/briefing/export/{layout}               read+brief+export
POST  /{theatre}/briefing/drafts                        read+brief
GET   /{theatre}/briefing/drafts/{draft}                read+brief
POST  /{theatre}/briefing/drafts/{draft}                read+brief
POST  /{theatre}/briefing/drafts/{draft}/drop           read+brief
POST  /{theatre}/briefing/drafts/{draft}/back           read+brief
GET   /{theatre}/briefing/drafts/{draft}/export/{layout}  read+brief+export
GET   /{theatre}/replay                                 read
GET   /{theatre}/whatif                                 read
GET   /{theatre}/search                                 read
POST  /{theatre}/search/kept                            read+save
POST  /{theatre}/search/kept/{kept}/drop                read+save
POST  /{theatre}/search/kept/{kept}/back                read+save
GET   /api/v1/ledger                                               read
POST  /api/v1/ledger/verification                                  audit
GET   /api/v1/theatres/{theatre}/export/{layout}                   export
GET   /api/v1/theatres/{theatre}/reports                           read
GET   /api/v1/theatres/{theatre}/reports/{report}                  read
POST  /api/v1/theatres/{theatre}/reports                           add
POST  /api/v1/theatres/{theatre}/check                             read
GET   /api/v1/theatres/{theatre}/reports/{report}/marking          read
PUT   /api/v1/theatres/{theatre}/reports/{report}/marking          mark
GET   /api/v1/theatres/{theatre}/concerns                          read
GET   /api/v1/theatres/{theatre}/course                            read
GET   /api/v1/theatres/{theatre}/replay                            read
GET   /api/v1/theatres/{theatre}/what-if                           read
GET   /api/v1/theatres/{theatre}/indicators                        read
GET   /api/v1/theatres/{theatre}/search                            read
GET   /api/v1/theatres                                             read
GET   /api/v1/theatres/{theatre}                                   read
GET   /api/v1/theatres/{theatre}/picture                           read
GET   /api/v1/theatres/{theatre}/tempo                             read
GET   /api/v1/theatres/{theatre}/claims                            read
GET   /api/v1/theatres/{theatre}/claims/{claim}                    read
GET   /api/v1/theatres/{theatre}/claims/{claim}/why                read
GET   /api/v1/theatres/{theatre}/changes                           read
GET   /api/v1/theatres/{theatre}/calendar                          read
GET   /api/v1/theatres/{theatre}/sources                           read
PUT   /api/v1/theatres/{theatre}/sources/{source}/rating           rate
GET   /api/v1/theatres/{theatre}/statements                        read
GET   /api/v1/theatres/{theatre}/statements/{statement}            read
POST  /api/v1/theatres/{theatre}/statements/{statement}/reviews    review
POST  /api/v1/theatres/{theatre}/reports/{report}/statements       review
GET   /api/v1/theatres/{theatre}/reviews                           read
GET   /api/v1/theatres/{theatre}/versions                          read
GET   /api/v1/theatres/{theatre}/reports/{report}/versions         read
GET   /api/v1/theatres/{theatre}/stories                           read
GET   /api/v1/theatres/{theatre}/briefing                          brief
GET   /api/v1/theatres/{theatre}/charts/{kind}                     read
GET   /api/v1/theatres/{theatre}/cards/{mission}                   export
GET   /api/v1/openapi.json                                         somebody
GET   /api/v1/manual.css                                           somebody
GET   /api/v1/                                                     somebody
GET   /api/v1                                                      somebody
GET   /api/                                                        somebody
GET   /api                                                         somebody
"""

_APART = (
    Way("POST", "/login"),
    Way("POST", "/logout"),
)  # a wrong login is a 403 too, a logout the end: held in test_team
FORM = {"name": "a name", "text": "a text", "version": "1", "query": "words=x"}
NOBODY_ID = "0" * 16


@dataclass(frozen=True)
class Access:
    """How somebody comes in: by a session, by a key of one scope, or not at all."""

    role: Role | None = None
    scope: Scope | None = None

    def may(self, needed: str) -> bool:
        if needed == "anybody" or self.role is None:
            return needed == "anybody"
        if needed in ("somebody", "self"):
            return needed == "somebody" or self.scope is None
        held = permissions_of(self.role, [self.scope] if self.scope is not None else None)
        return all(one in held for one in needed.split("+"))

    def __str__(self) -> str:
        return f"{self.role or 'nobody'}{f' with a key to {self.scope}' if self.scope else ''}"


EVERYBODY = (
    Access(),
    *(Access(role) for role in ROLES),
    *(Access(role, scope) for role in ROLES for scope in scopes_for(role)),
)


def parsed(table: str) -> dict[Way, str]:
    lines = [line.split() for line in table.strip().splitlines()]
    return {Way(method, path): needs for method, path, needs in lines}


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    with a_team(tmp_path_factory.mktemp("rights")) as made:
        kept = people(made)
        for role in ROLES:
            kept.accounts.add(f"the.{role}", by="carla", role=role, clearance="red", password=PASSWORD)
        yield made


@pytest.fixture
def app(team: Workplace) -> FastAPI:
    return make_app(team, SETTINGS)


def test_every_route_is_in_the_table_and_the_table_has_no_other(app: FastAPI) -> None:
    told = parsed(TABLE)
    there = routes_of(app)
    assert len(there) > 30
    unlisted = [way for way in there if way not in told]
    assert not unlisted, f"say in TABLE who may go there: {unlisted}"
    assert not [way for way in told if way not in there], "the table lists what is not there"


@pytest.mark.parametrize("access", EVERYBODY, ids=str)
def test_who_may_go_where(app: FastAPI, team: Workplace, access: Access) -> None:
    wrong: list[str] = []
    with _client(app, team, access) as client:
        for way, needed in parsed(TABLE).items():
            if way in _APART:
                continue
            seen = _send(client, way)
            expected = _expected(access, way, needed)
            if seen != expected:
                wrong.append(f"{way.method} {way.path}: {seen} instead of {expected}")
    assert not wrong, f"{access}:\n" + "\n".join(wrong)


def _expected(access: Access, way: Way, needed: str) -> str:
    if access.may(needed):
        return "in"
    if access.role is not None:
        return "403"
    return "to the login" if way.method == "GET" else "401"


def _send(client: TestClient, way: Way) -> str:
    """Return what becomes of a request: how it is turned away, or that it came in."""
    path = re.sub(r"\{theatre\}", "mali", way.path).replace("{layout}", "md" if "briefing" in way.path else "geojson")
    path = re.sub(r"\{\w+\}", NOBODY_ID, path)
    form = FORM if way.method == "POST" and way.path.startswith("/{theatre}") else None  # so that it is heard at all
    answer = client.request(way.method, path, data=form)
    if answer.status_code in (401, 403):
        return str(answer.status_code)
    led = answer.headers.get("location", "")
    return "to the login" if answer.status_code == 303 and led.startswith("/login?next") else "in"


def _client(app: FastAPI, team: Workplace, access: Access) -> TestClient:
    if access.role is None:
        client = TestClient(app, headers=PAGE, follow_redirects=False)
        client.get("/login")
        client.headers["x-form-token"] = form_token(client.cookies["missionwatch-form"])
        return client
    if access.scope is None:
        client = TestClient(app, headers=PAGE, follow_redirects=False)
        come_in(client, f"the.{access.role}")
        client.headers["x-form-token"] = form_token(client.cookies["missionwatch-session"])
        return client
    key = people(team).keys.new(member(team, f"the.{access.role}").id, "tests", [access.scope], by="carla")
    shown = {"authorization": f"Bearer {key.secret}", "accept": "text/html"}
    return TestClient(app, headers=shown, follow_redirects=False)


def test_the_matrix_has_all_of_them() -> None:
    assert len(EVERYBODY) == 1 + 4 + 2 + 4 + 4 + 5
    assert {one.scope for one in EVERYBODY if one.scope} == set(SCOPES)
