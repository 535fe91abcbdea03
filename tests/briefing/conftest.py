"""The demo theatre as it stood on 1 March 2022, read once for all tests of briefings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

from missionwatch import flow, theatre
from missionwatch.ledger import MemoryLedger
from tests.picture.conftest import Newsroom

if TYPE_CHECKING:
    from missionwatch.records import Briefing, BriefingForm, Change, ChartMedia, Concern, Picture

BEFORE, DAY = date(2022, 2, 15), date(2022, 3, 1)


@dataclass(frozen=True)
class Demo:
    """The picture, what changed in a fortnight, and the levels of some weeks."""

    picture: Picture
    changes: tuple[Change, ...]
    series: tuple[tuple[date, tuple[Concern, ...]], ...]
    earlier: tuple[Concern, ...]

    def brief(self, language: str, form: BriefingForm, media: ChartMedia | None = None) -> Briefing:
        return flow.brief(
            self.picture,
            flow.judge(self.picture),
            language=language,
            form=form,
            changes=self.changes,
            since=BEFORE,
            series=self.series,
            media=media,
        )


@pytest.fixture(scope="session")
def demo() -> Demo:
    book, mali = MemoryLedger(), theatre.load("mali")
    list(flow.add(theatre.dispatches("mali"), book, mali, replay=True))
    seen = flow.see(book, mali, as_of=DAY, known_at=flow.end_of(DAY))
    return Demo(
        picture=seen,
        earlier=flow.before(book, seen),
        changes=flow.compare(book, mali, before=BEFORE, after=DAY),
        series=flow.course(book, mali, until=DAY, weeks=12),
    )


@pytest.fixture
def news() -> Newsroom:
    return Newsroom()
