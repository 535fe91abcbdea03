"""The long proofs: they run only where they are asked for (`make prove`), and their figures go to the page of guarantees."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.prove.figures import PAGE, Figures, written

if TYPE_CHECKING:
    from _pytest.terminal import TerminalReporter

_HERE = Path(__file__).parent
_FIGURES = Figures()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what stands in this folder."""
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.prove)


@pytest.fixture(scope="session")
def figures() -> Figures:
    """Give where figures are noted."""
    return _FIGURES


def pytest_terminal_summary(terminalreporter: TerminalReporter, exitstatus: int) -> None:
    """Print the figures; write them to the page where that was asked for and all went well."""
    if not _FIGURES.rows:
        return
    terminalreporter.section("figures")
    terminalreporter.write_line(_FIGURES.text())
    if exitstatus == 0 and os.environ.get("MISSIONWATCH_FIGURES") == "write":
        PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), _FIGURES.text()), encoding="utf-8")
