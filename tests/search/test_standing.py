"""An index says what the ledger says: what stood then, whoever followed it, in whatever steps; and nothing of what is hidden."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from missionwatch import flow
from missionwatch.errors import SearchError
from missionwatch.ledger import MemoryLedger
from missionwatch.ledger.cleared import cleared
from missionwatch.records import Marked, Query, Report, Review, Statement
from missionwatch.search import Encoder, Index
from tests.search.conftest import Bag, at, find, quotes, report, says

if TYPE_CHECKING:
    from missionwatch.ledger import Ledger
    from missionwatch.records import Results

WORDS = ("troops", "convoy", "attacked", "Gao", "Danish", "withdraw", "mandate", "helicopter")
PLACES = ("place:gao", "state:ML", "state:DK", None)
SEARCHES = (
    "",
    "troops",
    "Danish convoy",
    "Denmark",
    '"attacked Gao"',
    "troop* -Gao",
    "-convoy",
    "troops convoy attacked mandate",
)


def test_what_is_rejected_superseded_or_corrected_is_no_hit() -> None:
    told = report("r", "Danish troops left Gao.", "A convoy was attacked.", "Nobody was hurt.")
    left, attacked, hurt = (says(told, words) for words in told.text.split("\n\n"))
    ledger, index = MemoryLedger(), Index()
    ledger.book(told, [left, attacked, hurt], reader="a@1", known_at=at(0))
    ledger.review(Review(statement=left.id, verdict="reject", by="ann"), known_at=at(1))
    right = says(told, "Nobody was hurt.", "assessment", holders=left.role("place"))
    ledger.review(Review(statement=attacked.id, verdict="correct", by="ann", correction=right), known_at=at(2))
    ledger.review(Review(statement=hurt.id, verdict="accept", by="ann"), known_at=at(3))
    index.follow(ledger)
    assert sorted(quotes(find(index, kind="statements"))) == ["Nobody was hurt.", "Nobody was hurt."]
    corrected, accepted = sorted(find(index, "hurt", kind="statements").hits, key=lambda hit: hit.corrects is None)
    assert (corrected.id, corrected.corrects) == (right.id, attacked.id)
    assert accepted.statement is not None
    assert accepted.statement.confidence == 1.0
    before = find(index, "hurt", kind="statements", known=at(2)).hits
    assert [hit.statement.confidence for hit in before if hit.statement and hit.id == hurt.id] == [0.5]
    assert quotes(find(index, "convoy", kind="statements", known=at(1))) == ["A convoy was attacked."]
    assert find(index, "convoy", kind="statements").total == 0
    ledger.review(Review(statement=left.id, verdict="withdraw", by="ann"), known_at=at(4))
    index.follow(ledger)
    assert quotes(find(index, "Danish")) == ["Danish troops left Gao."]
    ledger.book(told, [says(told, "Danish troops left Gao.", "risk")], reader="b@1", known_at=at(5))
    index.follow(ledger)
    assert [hit.statement.predicate for hit in find(index, kind="statements").hits if hit.statement] == ["risk"]
    assert find(index, known=at(-1)).total == 0


@st.composite
def books(draw: st.DrawFn) -> MemoryLedger:
    """A ledger after reports, second readings and reviews of all kinds; several reports share sentences."""
    ledger = MemoryLedger()
    known: list[Report] = []
    made: list[Statement] = []
    for hour in range(draw(st.integers(1, 12))):
        what = draw(st.sampled_from(("report", "report", "again", "review", "review"))) if known else "report"
        if what == "report":
            sentences = draw(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), min_size=2, max_size=4))
            day = date(2022, 1, 1) + timedelta(days=draw(st.integers(0, 40)))
            before = draw(st.none() | st.sampled_from(known)) if known else None
            kin = {draw(st.sampled_from(("corrects", "copy_of"))): before.id} if before is not None else {}
            told = report(
                f"r{hour}",
                *(" ".join(words) for words in sentences),
                published=day,
                language=draw(st.sampled_from(("en", "nl"))),
                **kin,
            )
            found = draw(_statements(told))
            ledger.book(told, found, reader="a@1", known_at=at(hour))
            known.append(told)
            made += found
        elif what == "again":
            told = draw(st.sampled_from(known))
            found = draw(_statements(told))
            ledger.book(told, found, reader=f"b@{hour}", known_at=at(hour))
            made += found
        elif made:
            of = draw(st.sampled_from(made))
            verdict = draw(st.sampled_from(("accept", "reject", "correct", "withdraw")))
            told = next(one for one in known if one.id == of.report)
            correction = draw(_statements(told, least=1))[0] if verdict == "correct" else None
            ledger.review(Review(statement=of.id, verdict=verdict, by="ann", correction=correction), known_at=at(hour))  # type: ignore[arg-type]
    return ledger


@st.composite
def _statements(draw: st.DrawFn, told: Report, *, least: int = 0) -> list[Statement]:
    sentences = st.sampled_from(told.text.split("\n\n"))
    made = draw(
        st.lists(
            st.tuples(sentences, st.sampled_from(PLACES), st.sampled_from(("presence", "risk"))),
            min_size=least,
            max_size=4,
        )
    )
    return list(
        {s.id: s for s in (says(told, words, predicate, place=place) for words, place, predicate in made)}.values()
    )


def _followed(ledger: Ledger, *, encoder: Encoder | None = None) -> Index:
    index = Index(encoder=encoder)
    assert index.follow(ledger)
    index.embed(ledger, 1_000)
    return index


def _same(found: Results) -> dict[str, Any]:
    """What of a page two indexes must agree on; a cursor names the state of one of them."""
    return {
        "hits": found.hits,
        "total": found.total,
        "more": found.more,
        "names": found.names,
        "next": found.cursor is not None,
    }


class Until:
    """A ledger as it was after so many bookings."""

    def __init__(self, ledger: MemoryLedger, size: int) -> None:
        self.size, self._ledger = size, ledger
        self.head = next(iter(ledger.bookings(size - 1))).digest

    def bookings(self, since: int = 0) -> Any:
        return (booking for booking in self._ledger.bookings(since) if booking.seq <= self.size)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ledger, name)


@settings(max_examples=60, deadline=None)
@given(books(), st.data())
def test_an_index_followed_in_steps_is_the_one_made_from_nothing(ledger: MemoryLedger, data: st.DataObject) -> None:
    stepwise = Index()
    for size in sorted(data.draw(st.sets(st.integers(1, ledger.size)))):
        stepwise.follow(Until(ledger, size))  # type: ignore[arg-type]
    stepwise.follow(ledger)
    at_once = _followed(ledger)
    for words in SEARCHES:
        assert _same(find(stepwise, words)) == _same(find(at_once, words)), words


@settings(max_examples=60, deadline=None)
@given(books())
def test_the_hits_are_the_statements_that_stand_at_every_moment(ledger: MemoryLedger) -> None:
    index = _followed(ledger)
    for hour in (*range(13), None):
        known = at(hour) if hour is not None else None
        found = find(index, kind="statements", known=known, size=200)
        standing = ledger.statements(known=known)
        assert sorted(hit.id for hit in found.hits) == sorted(one.id for one in standing)
        sure = sorted((one.id, one.confidence) for one in standing)
        assert sorted((hit.statement.id, hit.statement.confidence) for hit in found.hits if hit.statement) == sure
        assert {hit.id for hit in find(index, kind="reports", known=known).hits} == set(ledger.reports(known=known))


@settings(max_examples=60, deadline=None)
@given(books(), st.sets(st.integers(0, 12)), st.sampled_from(SEARCHES), st.booleans())
def test_of_hidden_reports_nothing_is_told(ledger: MemoryLedger, chosen: set[int], words: str, meaning: bool) -> None:
    hidden = frozenset(f"r{n}" for n in chosen) & ledger.reports().keys()
    whole = _followed(ledger, encoder=Encoder(Bag))
    without = _followed(Without(ledger, hidden), encoder=Encoder(Bag))  # type: ignore[arg-type]
    for size in (2, 100):
        query = Query(words=words, meaning=meaning, size=size)
        there = whole.search(query, hidden=hidden)
        assert _same(there) == _same(without.search(query))
        assert not {hit.report.id for hit in there.hits} & hidden


class Without:
    """A ledger in which some reports were never booked, nor anything that was said of theirs."""

    def __init__(self, ledger: MemoryLedger, hidden: frozenset[str]) -> None:
        self._ledger, self._hidden = ledger, hidden
        self.size, self.head = ledger.size, ledger.head

    def bookings(self, since: int = 0) -> Any:
        of = {b.subject: b.report for b in self._ledger.bookings(kind="statement")}
        for booking in self._ledger.bookings(since):
            if booking.report in self._hidden or (booking.kind == "review" and of[booking.subject] in self._hidden):
                continue
            told = booking.payload
            if isinstance(told, Report):
                seen = {
                    kin: name for kin in ("corrects", "copy_of") if (name := getattr(told, kin)) not in self._hidden
                }
                there = structs.replace(told, **{"corrects": None, "copy_of": None, **seen})
                day = booking.valid_from if there.corrects == told.corrects else str(told.published)
                yield structs.replace(booking, payload=there, valid_from=day)
                continue
            yield booking

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ledger, name)


def test_a_cleared_ledger_is_searched_without_what_is_marked_stricter() -> None:
    ledger = MemoryLedger()
    secret = report("r1", "Convoy attacked.", "Troops left Gao.")
    for told in (secret, report("r2", "Convoy attacked again.", "Troops left Kidal.", corrects="r1")):
        ledger.book(told, [says(told, told.text.split("\n\n")[1])], reader="a@1")
    ledger.mark(Marked(report="r1", tlp="red", by="ann"))
    query = Query(words="troops convoy", meaning=False)
    open_to_all = flow.search(cleared(ledger, "clear"), query)
    assert {hit.report.id for hit in open_to_all.hits} == {"r2"}
    assert open_to_all.total == 2
    assert all(hit.report.corrects is None for hit in open_to_all.hits)
    assert flow.search(cleared(ledger, "red"), query).total == flow.search(ledger, query).total == 4
    assert flow.index_of(ledger).search(query).total == 4


def test_pages_follow_one_another_whatever_is_booked_meanwhile(book: Ledger) -> None:
    index = _followed(book, encoder=Encoder(Bag))
    whole = index.search(Query(words="Mali troops", size=200))
    pages, cursor = list[str](), None
    for number in range(200):
        page = index.search(Query(words="Mali troops", size=7, cursor=cursor))
        assert page.total == whole.total
        pages += [hit.id for hit in page.hits]
        cursor = page.cursor
        if cursor is None:
            break
        if number == 1:
            index.follow(Longer(book))  # type: ignore[arg-type]
            index.embed(Longer(book), 10)  # type: ignore[arg-type]
    assert pages == [hit.id for hit in whole.hits][: len(pages)]
    assert len(pages) == whole.total
    assert index.search(Query(words="Mali troops", size=200)).total > whole.total


class Longer:
    """A ledger with one report more, on what is searched for."""

    def __init__(self, ledger: Ledger) -> None:
        self._more = MemoryLedger()
        self._ledger, self.size = ledger, ledger.size + 1
        self._told = report("new", "Mali troops", "Mali troops in Mali.")
        self.head = "longer"

    def bookings(self, since: int = 0) -> Any:
        last = None
        for booking in self._ledger.bookings(min(since, self.size - 2)):
            last = booking
            if booking.seq > since:
                yield booking
        assert last is not None
        if since < self.size:
            yield structs.replace(
                last, seq=self.size, kind="report", subject="new", report="new", payload=self._told, digest="longer"
            )

    def report(self, name: str) -> Report:
        return self._told if name == "new" else self._ledger.report(name)


def test_a_cursor_of_another_search_or_of_nobody_is_refused(index: Index) -> None:
    cursor = find(index, "Mali", size=3).cursor
    assert cursor is not None
    assert find(index, "Mali", size=3, cursor=cursor).hits
    for words, asked in (
        ("Niger", cursor),
        ("Mali", "nonsense"),
        ("Mali", "é"),
        ("Mali", cursor[:-4]),
        ("Mali", "Li4u"),
    ):
        with pytest.raises(SearchError, match="page of results"):
            find(index, words, size=3, cursor=asked)
