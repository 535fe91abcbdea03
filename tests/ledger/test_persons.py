"""What a person adds stands whatever readers say; a review that was overtaken is refused and loses nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Literal

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from missionwatch.errors import BookingRefusedError, OvertakenError
from missionwatch.ledger import MemoryLedger, open_ledger
from missionwatch.records import Evidence, Review, Statement
from tests.ledger.conftest import a_report, a_statement, at

if TYPE_CHECKING:
    from pathlib import Path

    from missionwatch.ledger import Ledger

ANN = "person:ann"


def test_what_a_person_adds_stands_whoever_reads_the_report_again(ledger: Ledger) -> None:
    ledger.book(a_report("a"), [a_statement("a", "DK")], reader="frames@1", known_at=at(0))
    mine = a_statement("a", "SE", reader=ANN)
    ledger.add(mine, known_at=at(1))
    assert [s.reader for s in ledger.statements()] == ["frames@1", ANN]
    later = [a_statement("a", "NO", reader="frames@2"), a_statement("a", "SE", reader="frames@2")]
    receipt = ledger.book(a_report("a"), later, reader="frames@2", known_at=at(2))
    assert receipt.booked == 1  # what the person added stands already
    assert [(s.roles["actor"][0].country, s.reader) for s in ledger.statements()] == [("SE", ANN), ("NO", "frames@2")]
    assert [s.roles["actor"][0].country for s in ledger.statements(known=at(1))] == ["DK", "SE"]
    assert ledger.statements(topics={"country:SE"}) == (mine,)
    ledger.verify()


def test_what_a_person_adds_is_reviewed_like_all_else(ledger: Ledger) -> None:
    ledger.book(a_report("a"), [], reader="frames@1")
    mine = a_statement("a", "SE", reader=ANN)
    ledger.add(mine)
    ledger.review(Review(statement=mine.id, verdict="reject", by="bob", reason="no"), after=0)
    assert ledger.statements() == ()
    assert [b.kind for b in ledger.about("a")] == ["report", "statement", "review"]
    assert ledger.about("b") == ()


def test_what_was_superseded_can_be_added_by_a_person(ledger: Ledger) -> None:
    ledger.book(a_report("a"), [a_statement("a")], reader="frames@1", known_at=at(0))
    ledger.book(a_report("a"), [], reader="frames@2", known_at=at(1))
    ledger.add(a_statement("a", reader=ANN), known_at=at(2))
    assert [s.reader for s in ledger.statements()] == [ANN]
    assert ledger.statements(known=at(1)) == ()
    ledger.verify()


def test_nothing_is_added_that_the_report_does_not_say(ledger: Ledger) -> None:
    ledger.book(a_report("a"), [a_statement("a")], reader="frames@1")
    head = ledger.head
    elsewhere = Statement.of(
        report="a", predicate="event", type="withdraw", reader=ANN, confidence=1.0,
        evidence=Evidence(3, 15, "Troops left.", "body"),
    )  # fmt: skip
    for wrong, said in (
        (a_statement("a", reader=ANN), "accept what stands there"),
        (a_statement("b", reader=ANN), "no report b"),
        (a_statement("a", "SE", reader="frames@9"), "needs a person"),
        (a_statement("a", "SE", reader="person:"), "needs a person"),
        (elsewhere, "does not say"),
    ):
        with pytest.raises(BookingRefusedError, match=said):
            ledger.add(wrong)
    with pytest.raises(BookingRefusedError, match="no reader of whole reports"):
        ledger.book(a_report("a"), [], reader=ANN)
    assert ledger.head == head


def test_a_review_of_what_another_has_reviewed_meanwhile_is_refused(ledger: Ledger) -> None:
    said = a_statement("a")
    ledger.book(a_report("a"), [said], reader="r")
    ledger.review(Review(statement=said.id, verdict="accept", by="ann"), after=0)
    with pytest.raises(OvertakenError, match="meanwhile"):
        ledger.review(Review(statement=said.id, verdict="reject", by="bob"), after=0)
    assert [r.by for r in ledger.reviews(said.id)] == ["ann"]
    ledger.review(Review(statement=said.id, verdict="reject", by="bob"), after=1)
    ledger.review(Review(statement=said.id, verdict="withdraw", by="cor"))  # who does not say is not held to it
    assert [r.by for r in ledger.reviews(said.id)] == ["ann", "bob", "cor"]


Step = tuple[Literal["look", "review", "add"], Literal["ann", "bob"], Literal["accept", "reject", "withdraw"]]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["look", "review", "review", "add"]), st.sampled_from(["ann", "bob"]),
        st.sampled_from(["accept", "reject", "withdraw"]),
    ),
    max_size=20,
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=STEPS)
def test_two_writers_lose_nothing(tmp_path_factory: pytest.TempPathFactory, steps: list[Step]) -> None:
    path = tmp_path_factory.mktemp("two") / "book.db"
    said = a_statement("a")
    memory = MemoryLedger()
    with open_ledger(path, create=True) as anns, open_ledger(path) as bobs:
        for book in (memory, anns):
            book.book(a_report("a"), [said], reader="r")
        files = {"ann": anns, "bob": bobs}
        looked = {"ann": 0, "bob": 0}
        expected: list[tuple[str, str]] = []
        added: set[str] = set()
        for what, who, verdict in steps:
            if what == "look":
                looked[who] = len(files[who].reviews(said.id))
            elif what == "add":
                mine = a_statement("a", who.upper()[:2], reader=f"person:{who}")
                for book in (memory, files[who]):
                    try:
                        book.add(mine)
                        added.add(mine.id)
                    except BookingRefusedError:
                        assert mine.id in added
            else:
                overtaken = looked[who] != len(expected)
                given = Review(statement=said.id, verdict=verdict, by=who)
                for book in (memory, files[who]):
                    if overtaken:
                        with pytest.raises(OvertakenError):
                            book.review(given, after=looked[who])
                    else:
                        book.review(given, after=looked[who])
                if not overtaken:
                    expected.append((who, verdict))
                    looked[who] += 1
        for book in (memory, anns, bobs):
            assert [(r.by, r.verdict) for r in book.reviews(said.id)] == expected
            assert {s.id for s in book.statements()} >= added
            book.verify()


def test_of_many_at_the_same_moment_one_is_first_and_all_others_are_told(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    said = a_statement("a")
    with open_ledger(path, create=True) as book:
        book.book(a_report("a"), [said], reader="r")

    def reviewed(who: int) -> bool:
        with open_ledger(path, wait=30) as mine:
            try:
                mine.review(Review(statement=said.id, verdict="accept", by=f"p{who}"), after=0)
            except OvertakenError:
                return False
            return True

    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(reviewed, range(8)))
    with open_ledger(path) as book:
        assert done.count(True) == 1
        assert [r.by for r in book.reviews(said.id)] == [f"p{done.index(True)}"]
        assert msgspec.to_builtins(book.verify())[0] == 3
