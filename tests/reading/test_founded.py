"""Missions that are told by who founds them where, and when, without a name. Sentences of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    ("en", "The EU launched a training mission in Mozambique in October 2021.", ["period mission=eutm-mozambique since:2021-10/.."], []),
    ("en", "The UN set up a peacekeeping mission in Mali in 2013.", ["period mission=minusma since:2013/.."], []),
    ("en", "The UN set up a peacekeeping mission in Congo in 1960.", ["period mission=onuc since:1960/.."], ["mission=monusco"]),
    ("en", "NATO launched a training mission in Iraq in 2018.", ["period mission=nato-mission-iraq since:2018/.."], []),
    ("en", "The African Union launched a mission in Somalia in 2007.", ["period mission=amisom since:2007/.."], ["mission=atmis"]),
    ("en", "The UN set up a mission in Mali in 1975.", [], ["mission=minusma"]),
    ("en", "The EU did not launch a training mission in Mozambique in 2021.", [], ["period mission=eutm-mozambique"]),
    ("fr", "L'UE a lancé une mission de formation au Mozambique en octobre 2021.", ["period mission=eutm-mozambique since:2021-10/.."], []),
    ("fr", "L'ONU a créé une mission au Mali en 2013.", ["period mission=minusma since:2013/.."], []),
    ("nl", "De EU begon in oktober 2021 een trainingsmissie in Mozambique.", ["period mission=eutm-mozambique since:2021-10/.."], []),
    ("nl", "De VN richtten in 2013 een vredesmissie in Mali op.", ["period mission=minusma since:2013/.."], []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES)
def test_founded(read: Read, language: str, text: str, expected: list[str], forbidden: list[str]) -> None:
    says(read, language, text, expected, forbidden)
