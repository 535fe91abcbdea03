from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from missionwatch.serving import Settings, make_app
from tests.workbench import demo_ledger, demo_workplace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from missionwatch.workplace import Workplace

SETTINGS = Settings(hosts=("testserver",))
KEY = {"authorization": "Bearer mw_test"}
MALI = "/api/v1/theatres/mali"


@pytest.fixture(scope="session")
def shown() -> Iterator[Workplace]:
    """Give a workplace that tests only look at."""
    workplace = demo_workplace(demo_ledger())
    yield workplace
    workplace.ledger.close()


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Workplace]:
    """Give a workplace of the test's own, to write to."""
    place = tmp_path / "mali.db"
    shutil.copyfile(demo_ledger(), place)
    workplace = demo_workplace(place)
    yield workplace
    workplace.ledger.close()


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
