from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from missionwatch.serving import Settings, make_app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.workplace import Workplace

SETTINGS = Settings(hosts=("testserver",))
OURS = {"origin": "http://testserver"}


@pytest.fixture(scope="session")
def client(shown: Workplace) -> Iterator[TestClient]:
    """Give a client of a workbench that tests only look at."""
    with TestClient(make_app(shown, SETTINGS)) as made:
        yield made


@pytest.fixture
def writing(own: Workplace) -> Iterator[TestClient]:
    """Give a client of a workbench of the test's own; what it sends comes from our own pages."""
    with TestClient(make_app(own, SETTINGS), headers=OURS) as made:
        yield made
