"""What all tests share: a screen whose width each test says for itself.

Rich keeps the width that stands in ``COLUMNS`` when the console is made, and the workers of pytest-xdist set it to 80.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.server import Server, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from missionwatch.workplace import Workplace

for _said in ("COLUMNS", "LINES"):
    os.environ.pop(_said, None)


@pytest.fixture(scope="session")
def running_server() -> Iterator[Server]:
    """A real PostgreSQL server, one for the run."""
    with running() as started:
        yield started


@pytest.fixture
def server(running_server: Server) -> Iterator[Server]:
    """That server, to ask for databases that are emptied after the test."""
    yield running_server
    running_server.give_back()


@pytest.fixture(scope="session")
def shown() -> Iterator[Workplace]:
    """Give a workplace on the demo that tests only look at."""
    from tests.workbench import demo_ledger, demo_workplace  # noqa: PLC0415 - slow to load, and few tests need it

    workplace = demo_workplace(demo_ledger())
    yield workplace
    workplace.ledger.close()


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Workplace]:
    """Give a workplace on the demo of the test's own, to write to."""
    from tests.workbench import demo_ledger, demo_workplace  # noqa: PLC0415

    place = tmp_path / "mali.db"
    shutil.copyfile(demo_ledger(), place)
    workplace = demo_workplace(place)
    yield workplace
    workplace.ledger.close()


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Workplace]:
    """Give a workplace of a team on the demo, to write to."""
    from tests.team import a_team  # noqa: PLC0415

    with a_team(tmp_path) as made:
        yield made
