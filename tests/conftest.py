"""What all tests share: a screen whose width each test says for itself.

Rich keeps the width that stands in ``COLUMNS`` when the console is made, and the workers of pytest-xdist set it to 80.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.server import Server, running

if TYPE_CHECKING:
    from collections.abc import Iterator

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
