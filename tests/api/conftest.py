from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from missionwatch.serving import Settings, make_app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.workplace import Workplace

SETTINGS = Settings(hosts=("testserver",))
KEY = {"authorization": "Bearer mw_test"}
MALI = "/api/v1/theatres/mali"


@pytest.fixture(scope="session")
def client(shown: Workplace) -> Iterator[TestClient]:
    """Give a client of an API that tests only read."""
    with TestClient(make_app(shown, SETTINGS)) as made:
        yield made


@pytest.fixture
def writing(own: Workplace) -> Iterator[TestClient]:
    """Give a client of an API of the test's own, which sends a key."""
    with TestClient(make_app(own, SETTINGS), headers=KEY) as made:
        yield made
