"""Reading a text as a report."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

import msgspec
import pytest

from missionwatch import reading
from missionwatch.reports import make_report

if TYPE_CHECKING:
    from pathlib import Path

    from missionwatch.records import Report, Statement


class Read(Protocol):
    def __call__(
        self, text: str, *, published: date | None = date(2022, 2, 7), country: str | None = None, language: str = "nl"
    ) -> tuple[Report, tuple[Statement, ...]]: ...


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def reader(
        text: str, *, published: date | None = date(2022, 2, 7), country: str | None = None, language: str = "nl"
    ) -> tuple[Report, tuple[Statement, ...]]:
        path = tmp_path / "report.txt"
        path.write_text(text, encoding="utf-8")
        report = msgspec.structs.replace(make_report(path, published=published, language=language), country=country)
        return report, reading.read(report)

    return reader
