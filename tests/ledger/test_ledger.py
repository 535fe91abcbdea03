"""One suite for every ledger: what is booked stays, and the past can be asked as it was known then."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest

from missionwatch.errors import BookingRefusedError, LedgerDamagedError
from missionwatch.records import Review, Source
from tests.ledger.conftest import START, a_report, a_statement, at

if TYPE_CHECKING:
    from missionwatch.ledger import Ledger


def test_the_same_report_twice_books_nothing_new(ledger: Ledger) -> None:
    first = ledger.book(a_report("a"), [a_statement("a")], reader="frames@1")
    head = ledger.head
    again = ledger.book(a_report("a"), [a_statement("a")], reader="frames@1")
    assert (first.booked, first.already) == (1, False)
    assert (again.booked, again.already) == (0, True)
    assert ledger.head == head
    assert ledger.size == 2


def test_a_newer_reader_supersedes_and_the_past_keeps_the_old_reading(ledger: Ledger) -> None:
    old, new = a_statement("a", "DK"), a_statement("a", "SE", reader="frames@2")
    ledger.book(a_report("a"), [old], reader="frames@1", known_at=at(0))
    ledger.book(a_report("a"), [new], reader="frames@2", known_at=at(3))
    assert ledger.statements() == (new,)
    assert ledger.statements(known=at(2)) == (old,)
    assert ledger.statements(known=at(3)) == (new,)
    assert [b.kind for b in ledger.bookings()] == ["report", "statement", "supersession", "statement"]
    assert next(ledger.bookings(1)).superseded_at == at(3)
    assert ledger.verify().bookings == 4


def test_a_reading_without_statements_is_booked_too(ledger: Ledger) -> None:
    ledger.book(a_report("a"), [], reader="frames@1")
    assert ledger.book(a_report("a"), [], reader="frames@1").already
    ledger.book(a_report("a"), [], reader="frames@2")
    assert ledger.book(a_report("a"), [], reader="frames@2").already


def test_what_a_day_knows_is_what_came_out_or_had_begun(ledger: Ledger) -> None:
    ledger.book(
        a_report("a", date(2022, 2, 10)), [a_statement("a", since="2022-01-20"), a_statement("a", "SE")], reader="r"
    )
    assert [s.roles["actor"][0].country for s in ledger.statements(valid=date(2022, 2, 1))] == ["DK"]
    assert len(ledger.statements(valid=date(2022, 2, 10))) == 2
    assert ledger.statements(valid=date(2022, 1, 19)) == ()


def test_a_correction_speaks_from_the_day_of_what_it_corrects(ledger: Ledger) -> None:
    ledger.book(a_report("a", date(2022, 1, 18)), [a_statement("a")], reader="r", known_at=at(0))
    right = msgspec.structs.replace(a_report("b", date(2022, 2, 10)), corrects="a")
    ledger.book(right, [a_statement("b", "SE")], reader="r", known_at=at(9))
    assert [s.report for s in ledger.statements(valid=date(2022, 1, 20))] == ["a", "b"]
    assert [s.report for s in ledger.statements(valid=date(2022, 1, 20), known=at(1))] == ["a"]


def test_reports_are_known_from_when_they_were_booked(ledger: Ledger) -> None:
    ledger.book(a_report("a"), [], reader="r", known_at=at(0))
    ledger.book(a_report("b"), [], reader="r", known_at=at(1))
    assert set(ledger.reports()) == {"a", "b"}
    assert set(ledger.reports(known=at(0.5))) == {"a"}
    assert ledger.report("b").text == "Troops left."
    with pytest.raises(KeyError):
        ledger.report("c")


def test_reviews_outrank_the_reader_and_only_a_review_undoes_them(ledger: Ledger) -> None:
    said = a_statement("a")
    ledger.book(a_report("a"), [said], reader="r", known_at=at(0))
    ledger.review(Review(statement=said.id, verdict="reject", by="ann"), known_at=at(1))
    assert ledger.statements() == ()
    assert ledger.statements(known=at(0.5)) == (said,)
    ledger.review(Review(statement=said.id, verdict="withdraw", by="ann"), known_at=at(2))
    assert ledger.statements() == (said,)
    right = a_statement("a", "SE")
    ledger.review(Review(statement=said.id, verdict="correct", by="bob", correction=right), known_at=at(3))
    assert ledger.statements() == (right,)
    assert ledger.statements(known=at(1)) == ()
    ledger.review(Review(statement=said.id, verdict="accept", by="cor"), known_at=at(4))
    assert ledger.statements()[0].confidence == 1.0
    assert [r.verdict for r in ledger.reviews(said.id)] == ["reject", "withdraw", "correct", "accept"]
    assert ledger.verify().bookings == 6


def test_the_book_refuses_what_breaks_its_rules_and_keeps_what_it_has(ledger: Ledger) -> None:
    said = a_statement("a")
    ledger.book(a_report("a"), [said], reader="r", known_at=at(2))
    head = ledger.head
    with pytest.raises(BookingRefusedError, match="cannot learn anything"):
        ledger.book(a_report("b"), [], reader="r", known_at=at(1))
    with pytest.raises(BookingRefusedError, match="is of report a, not of b"):
        ledger.book(a_report("b"), [a_statement("b", "SE"), said], reader="r", known_at=at(3))
    with pytest.raises(BookingRefusedError, match="twice"):
        ledger.book(a_report("c"), [a_statement("c"), a_statement("c")], reader="r", known_at=at(3))
    with pytest.raises(BookingRefusedError, match="no statement"):
        ledger.review(Review(statement="nobody", verdict="reject", by="ann"))
    with pytest.raises(BookingRefusedError, match="needs the corrected statement"):
        ledger.review(Review(statement=said.id, verdict="correct", by="ann"))
    assert ledger.head == head
    assert set(ledger.reports()) == {"a"}


def test_a_clock_set_back_does_not_stop_the_book(ledger: Ledger) -> None:
    ledger.book(a_report("a"), [], reader="r", known_at=at(5))
    ledger.book(a_report("b"), [], reader="r")  # the clock says START, five days earlier
    assert [b.known_at for b in ledger.bookings()] == [at(5), at(5)]
    assert at(5) > START


def test_the_head_stands_for_the_book_and_an_unknown_one_is_noticed(ledger: Ledger) -> None:
    ledger.book(a_report("a"), [a_statement("a")], reader="r")
    noted = ledger.head
    ledger.book(a_report("b"), [], reader="r")
    assert ledger.verify(expect=noted).head == ledger.head
    with pytest.raises(LedgerDamagedError, match="is not in this ledger"):
        ledger.verify(expect="f" * 64)


def test_what_is_booked_comes_back_as_it_was(ledger: Ledger) -> None:
    said = msgspec.structs.replace(a_statement("a", since="2022-01-01"), text="quoted “words”", hearsay=True)
    ledger.book(a_report("a"), [said], reader="r")
    assert msgspec.to_builtins(ledger.statement(said.id)) == msgspec.to_builtins(said)


def test_ratings_are_booked_with_their_reason_and_the_past_keeps_the_old_one(ledger: Ledger) -> None:
    first = Source(id="blog", name="Blog", reliability="D", reason="wrong twice", by="ann")
    second = msgspec.structs.replace(first, reliability="C", reason="right for a year", by="bob")
    ledger.rate(first, known_at=at(1))
    ledger.rate(second, known_at=at(3))
    assert ledger.sources() == {"blog": second}
    assert ledger.sources(known=at(2)) == {"blog": first}
    assert ledger.sources(known=at(0)) == {}
    for bad in (msgspec.structs.replace(first, reason=" "), msgspec.structs.replace(first, by=None)):
        with pytest.raises(BookingRefusedError, match="needs a reason"):
            ledger.rate(bad, known_at=at(4))
    assert ledger.verify().bookings == 2


def test_a_report_knows_the_first_day_it_speaks_of(ledger: Ledger) -> None:
    ledger.book(a_report("a", date(2022, 1, 18)), [a_statement("a")], reader="r", known_at=at(0))
    ledger.book(msgspec.structs.replace(a_report("b", date(2022, 2, 10)), corrects="a"), [], reader="r", known_at=at(9))
    ledger.book(a_report("c", None), [], reader="r", known_at=at(10))
    days = {key: head.valid_from for key, head in ledger.reports().items()}
    assert days == {"a": date(2022, 1, 18), "b": date(2022, 1, 18), "c": at(10).date()}


def test_a_correction_brings_a_statement_under_its_topics(ledger: Ledger) -> None:
    said, right = a_statement("a", "DK"), a_statement("a", "FI")
    ledger.book(a_report("a"), [said], reader="r", known_at=at(0))
    ledger.review(Review(statement=said.id, verdict="correct", by="ann", correction=right), known_at=at(1))
    assert ledger.statements(topics={"country:FI"}) == (right,)
    assert ledger.statements(topics={"country:DK"}) == ()
    assert ledger.statements(topics={"country:DK"}, known=at(0)) == (said,)
    ledger.review(Review(statement=said.id, verdict="withdraw", by="ann"), known_at=at(2))
    assert ledger.statements(topics={"country:FI"}) == ()
    assert ledger.statements(topics={"country:DK"}) == (said,)
