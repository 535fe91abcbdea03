"""Many bookings at once, or none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from missionwatch.ledger import cleared
from missionwatch.records import Review
from tests.ledger.conftest import a_report, a_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from missionwatch.ledger import Ledger


def test_what_is_booked_together_stands_as_if_one_after_another(make_ledger: Callable[[], Ledger]) -> None:
    apart, together = make_ledger(), make_ledger()
    for one in ("r1", "r2", "r3"):
        apart.book(a_report(one), (a_statement(one),), reader="frames@1")
    with together.together():
        for one in ("r1", "r2", "r3"):
            together.book(a_report(one), (a_statement(one),), reader="frames@1")
    assert together.head == apart.head
    together.verify()


def test_what_is_booked_in_the_block_can_be_read_in_it(ledger: Ledger) -> None:
    with ledger.together():
        ledger.book(a_report("r1"), (a_statement("r1"),), reader="frames@1")
        assert ledger.size == 2
        assert set(ledger.reports()) == {"r1"}
        assert ledger.book(a_report("r1"), (a_statement("r1"),), reader="frames@1").already
        ledger.review(Review(statement=a_statement("r1").id, verdict="reject", by="ann", reason="no"))
        assert ledger.statements() == ()
        with ledger.together():
            ledger.book(a_report("r2"), (), reader="frames@1")
    assert ledger.size == 4


def test_a_fault_undoes_all_of_it_and_nothing_before(ledger: Ledger) -> None:
    ledger.book(a_report("r1"), (a_statement("r1"),), reader="frames@1")
    head = ledger.head
    with pytest.raises(RuntimeError, match="power"):
        _until_the_power_goes(ledger)
    assert ledger.head == head
    assert set(ledger.reports()) == {"r1"}
    assert [one.id for one in ledger.statements()] == [a_statement("r1").id]
    ledger.verify()
    ledger.book(a_report("r2"), (), reader="frames@1")
    ledger.verify()


def _until_the_power_goes(ledger: Ledger) -> None:
    with ledger.together():
        ledger.book(a_report("r2"), (a_statement("r2", "FR"),), reader="frames@1")
        ledger.book(a_report("r1"), (a_statement("r1", "SE", reader="frames@2"),), reader="frames@2")
        raise RuntimeError("the power went")


def test_a_cleared_ledger_books_together_too(ledger: Ledger) -> None:
    seen = cleared(ledger, "green")
    with seen.together():
        seen.book(a_report("r1"), (a_statement("r1"),), reader="frames@1")
    assert seen.size == ledger.size == 2
