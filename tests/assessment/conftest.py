"""What the tests of the assessment share: the newsroom, and how to find a mission's concern."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from missionwatch import assessment
from tests.picture.conftest import Newsroom

if TYPE_CHECKING:
    from missionwatch.records import Concern, DimensionConcern, Level


@pytest.fixture
def news() -> Newsroom:
    return Newsroom()


def of(news: Newsroom, mission: str = "mission:takuba", day: str = "2022-02-08") -> Concern:
    return next(c for c in assessment.assess(news.picture(day)) if c.mission == mission)


def dimension(concern: Concern, name: str) -> DimensionConcern | None:
    return next((one for one in concern.dimensions if one.dimension == name), None)


def level(concern: Concern, name: str) -> Level:
    found = dimension(concern, name)
    return found.level if found is not None else "none"
