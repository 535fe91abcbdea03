from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import structlog
from starlette.testclient import TestClient
from structlog.testing import capture_logs

from missionwatch.serving import make_app
from tests.web.conftest import SETTINGS

if TYPE_CHECKING:
    from missionwatch.workplace import Workplace


@pytest.fixture(autouse=True)
def plain_log() -> None:
    structlog.reset_defaults()


def test_it_says_that_it_lives_and_whether_it_can_work(own: Workplace) -> None:
    with TestClient(make_app(own, SETTINGS)) as client:
        assert client.get("/healthz").text == "alive\n"
        assert client.get("/readyz").text == "ready\n"
        own.ledger.close()
        own.place.unlink()
        own.place.with_name("mali.db-wal").unlink(missing_ok=True)
        own.place.write_bytes(b"no ledger")
        assert client.get("/readyz").status_code == 503
        assert client.get("/healthz").status_code == 200


def test_numbers_and_logs_tell_routes_and_never_words(shown: Workplace) -> None:
    with capture_logs() as lines, TestClient(make_app(shown, SETTINGS)) as client:
        client.get("/mali?as-of=2022-02-08&q=geheim")
        client.get("/secret-word/another")
        told = client.get("/metrics").text
    assert 'missionwatch_requests_total{method="GET",route="/{theatre}",status="200"} 1.0' in told
    assert "missionwatch_ledger_bookings" in told
    assert [line["route"] for line in lines if line["event"] == "request"][:2] == ["/{theatre}", "other"]
    for word in ("geheim", "secret-word"):
        assert word not in told
        assert word not in str(lines)
