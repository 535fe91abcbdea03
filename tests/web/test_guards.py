from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from missionwatch.errors import ServingError
from missionwatch.serving import Settings, make_app
from tests.web.conftest import SETTINGS

if TYPE_CHECKING:
    from missionwatch.workplace import Workplace


def test_every_answer_has_the_headers_of_safety(client: TestClient) -> None:
    for path in ("/mali", "/nowhere", "/static/workbench.css", "/healthz", "/mali?as-of=x"):
        said = client.get(path).headers
        assert "script-src 'self'" in said["content-security-policy"]
        assert "unsafe-inline" not in said["content-security-policy"]
        assert said["x-content-type-options"] == "nosniff"


def test_a_name_that_strangers_point_here_is_refused(shown: Workplace) -> None:
    with TestClient(make_app(shown, SETTINGS), base_url="http://evil.example") as stranger:
        assert stranger.get("/mali").status_code == 421


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"cookie": "session=x"}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"sec-fetch-site": "cross-site", "origin": "http://testserver"}, 403),
    ],
)
def test_nothing_is_taken_from_other_pages(client: TestClient, headers: dict[str, str], status: int) -> None:
    assert client.post("/mali", headers=headers).status_code == status


def test_a_huge_request_is_refused_also_when_it_hides_its_size(shown: Workplace) -> None:
    small = Settings(hosts=("testserver",), largest=1000)
    with TestClient(make_app(shown, small), headers={"origin": "http://testserver"}) as client:
        assert client.post("/mali", content=b"x" * 2000).status_code == 413
        assert client.get("/mali").status_code == 200


def test_without_people_only_this_machine_is_served(shown: Workplace) -> None:
    for host in ("0.0.0.0", "192.0.2.1", "example.org", "::"):  # noqa: S104 - refused
        with pytest.raises(ServingError, match="people add"):
            make_app(shown, Settings(host=host))
    make_app(shown, Settings(host="::1"))


def test_a_fault_is_a_page_that_says_what_to_do(client: TestClient) -> None:
    wrong = client.get("/mali?as-of=yesterday&lang=fr")
    assert wrong.status_code == 400
    assert "n’est pas un jour ; écrivez un jour comme 2022-02-07" in wrong.text.replace("\u00a0", " ")
    assert '<html lang="fr">' in wrong.text
    assert client.get("/atlantis").status_code == 404
    assert client.get("/mali?lang=xx").status_code == 400
    assert "<script>alert" not in client.get("/mali?as-of=<script>alert(1)</script>").text
