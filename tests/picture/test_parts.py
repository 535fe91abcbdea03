"""Parts of a contribution: "two officers, of whom one in Mali" are two people, not three."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from missionwatch import flow, picture
from missionwatch.records import Evidence
from tests.picture.conftest import THEATRE, Newsroom, people

if TYPE_CHECKING:
    from missionwatch.records import Claim, Statement

DUTCH = {"contributor": "NL", "mission": "mission:takuba"}


def contributions(news: Newsroom) -> tuple[Claim, ...]:
    day = date(2022, 2, 8)
    seen = picture.build(THEATRE, news.statements, news.heads, as_of=day, known_at=flow.end_of(day))
    return seen.missions[0].contributions


def standing_on(part: Statement, whole: Statement) -> Statement:
    here = whole.evidence
    return msgspec.structs.replace(part, more=(Evidence(here.start, here.end, here.quote, here.part),))


def newsroom(part_people: float = 1, *, stands: bool = True, giver: str = "NL") -> Newsroom:
    news = Newsroom()
    news.report("letter", "2022-02-07", "gov")
    news.says("letter", "contribution", DUTCH, quantity=people(2))
    news.says("letter", "contribution", DUTCH | {"contributor": giver, "place": "ML"}, quantity=people(part_people))
    whole, part = news.statements[-2:]
    if stands:
        news.statements[-1] = standing_on(part, whole)
    return news


def test_a_part_knows_its_whole_and_stays_a_claim_of_its_own() -> None:
    by_size = {c.statement.quantity.value: c for c in contributions(newsroom()) if c.statement.quantity}
    assert set(by_size) == {2, 1}
    assert by_size[1].part_of == by_size[2].id
    assert by_size[2].part_of is None


def test_what_does_not_stand_on_the_whole_or_is_not_smaller_or_another_s_is_no_part() -> None:
    for news in (newsroom(stands=False), newsroom(5), newsroom(giver="DK")):
        assert [c.part_of for c in contributions(news)] == [None, None]
