"""Which reports have a key: the latest ones come, whether sorted in already or still growing."""

from __future__ import annotations

import pytest

from missionwatch.reports.postings import Postings


@pytest.mark.parametrize("sorted_in", [0, 3, 205])
def test_of_many_reports_with_a_key_the_latest_come(sorted_in: int) -> None:
    postings = Postings()
    for number in range(205):
        postings.add(number, [7, 9])
        if number + 1 == sorted_in:
            postings.entries()
    assert postings.get(7, 200) == list(range(5, 205))
    assert postings.get(9) == list(range(205))
    assert postings.get(8) == []
