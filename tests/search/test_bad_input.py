"""Hostile words, a damaged or foreign index, several processes at once: never an error, never another answer."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import sys
import time
from datetime import UTC, datetime
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missionwatch import flow
from missionwatch.errors import SearchError
from missionwatch.ledger import MemoryLedger, open_ledger
from missionwatch.records import PREDICATES, Query
from missionwatch.search import Index, following, understand
from tests.search.conftest import find, quotes, report, says

if TYPE_CHECKING:
    from pathlib import Path

    from missionwatch.ledger.sql import SqlLedger

HOSTILE = (
    '"', '""', '"""', "*", "-", "--", "-*", '-"', "AND", "OR", "NOT", "NEAR(a b, 3)", "said : Mali", "{said lemma} : x", "(", ")", "((((",
    "a AND OR NOT", "^Mali", "Mali + Gao", "'; DROP TABLE words; --", '" OR named : "n:state:ml', "rowid:1", "\x00", "a\x00b", "\ud800", "𝕄𝕒𝕝𝕚",
    "\u202eilaM", "a" * 100_000, '"' * 5_000, "-a " * 3_000, "x* " * 2_000, "½ ﷺ ™", "🪖", "%s%n", "\n\t\r", "Ma\u00adli", "é" * 70, "n:state:ml k:s", "l'", "'s", "*" * 99,
)  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_no_words_are_an_error_or_a_command(index: Index, words: str) -> None:
    before = find(index, "Mali").total
    began = time.process_time()
    found = find(index, words)
    assert time.process_time() - began < 2
    assert found.cut == (len(words) > 1_000)
    assert find(index, "Mali").total == before


@settings(max_examples=300, deadline=None)
@given(
    st.text(st.characters(), max_size=60)
    | st.lists(st.sampled_from([*'"*-():^+{}', "AND", "NOT", "Mali", "troops", " "])).map("".join)
)
def test_whatever_is_typed_is_searched_for(index: Index, words: str) -> None:
    found = find(index, words, size=5)
    assert len(found.hits) <= 5
    for one in (*understand(words).wanted, *understand(words).unwanted):
        assert one.words
        assert all(word.isalnum() for word in one.words)


def test_text_of_a_report_is_data_only(tmp_path: Path) -> None:
    told = report(
        "r",
        "<script>alert(1)</script>",
        'He said "x" OR 1=1; DROP TABLE report; \u202e gnp.exe',
        "Ⅷ" * 500,
        source="a'b\"c;--",
        language="xx",
    )
    with open_ledger(tmp_path / "b.db", create=True) as ledger:
        ledger.book(told, [says(told, part) for part in told.text.split("\n\n")], reader="a@1")
        found = flow.search(
            ledger, Query(words="script alert", sources=("a'b\"c;--",), languages=("xx",)), index=tmp_path / "b.search"
        )
        assert {hit.text[:8] for hit in found.hits} == {"<script>"}


queries = st.builds(
    Query,
    words=st.text(max_size=30), missions=st.lists(st.text(min_size=1, max_size=9), max_size=3).map(tuple),
    places=st.lists(st.text(min_size=1, max_size=9), max_size=3).map(tuple), first=st.none() | st.dates(max_value=datetime(2000, 1, 1, tzinfo=UTC).date()),
    last=st.none() | st.dates(min_value=datetime(2000, 1, 1, tzinfo=UTC).date()), known=st.none() | st.datetimes(timezones=st.just(UTC)),
    sources=st.lists(st.text(min_size=1, max_size=9), max_size=3).map(tuple), predicates=st.lists(st.sampled_from(PREDICATES), max_size=3).map(tuple),
    languages=st.lists(st.sampled_from(("nl", "en")), max_size=2).map(tuple), kind=st.sampled_from(("all", "statements", "reports")),
    meaning=st.booleans(), size=st.integers(1, 200), cursor=st.none() | st.text(min_size=1, max_size=20),
)  # fmt: skip


@given(queries)
def test_a_query_comes_back_from_its_parameters(query: Query) -> None:
    assert Query.of([*query.parameters(), ("lang", "nl"), ("as_of", "2022-01-01")]) == query


@pytest.mark.parametrize(
    "parameters",
    [[("predicate", "x")], [("type", "x" * 10_000)], [("from", "yesterday")], [("known", "now")], [("known", "2022-01-01T00:00:00")], [("size", "0")],
     [("size", "1e9")], [("size", "9" * 5_000)], [("kind", "none")], [("from", "2022-02-01"), ("to", "2022-01-01")], [("source", "a")] * 200],
)  # fmt: skip
def test_parameters_that_make_no_sense_are_refused_with_a_reason(parameters: list[tuple[str, str]]) -> None:
    with pytest.raises(SearchError) as fault:
        Query.of(parameters)
    assert len(str(fault.value)) < 1_000


def _filled(path: Path, count: int = 40) -> SqlLedger:
    ledger = open_ledger(path, create=True)
    for n in range(ledger.size // 2, ledger.size // 2 + count):
        told = report(f"r{n}", f"Convoy {n} left.", f"Troops {n} came.")
        ledger.book(told, [says(told, f"Troops {n} came.")], reader="a@1")
    return ledger


@pytest.mark.parametrize(
    "damage", ["cut", "garbled", "empty", "text", "folder", "other database", "tables lost", "older format"]
)
def test_a_damaged_index_is_made_anew(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "b.db.search"
    with _filled(tmp_path / "b.db") as ledger:
        made = Index(path)
        made.follow(ledger)
        good = find(made, "troops")
        made.close()
        data = path.read_bytes()
        if damage == "cut":
            path.write_bytes(data[: len(data) // 2])
        elif damage == "garbled":
            path.write_bytes(data[:4096] + os.urandom(len(data) - 4096))
        elif damage in ("empty", "text"):
            path.write_bytes(b"" if damage == "empty" else b"no database at all" * 500)
        elif damage == "folder":
            path.unlink()
            path.mkdir()
        else:
            with sqlite3.connect(path) as other:
                done = {"tables lost": "DROP TABLE document", "older format": "UPDATE mark SET format = 0"}
                other.executescript(done.get(damage, "DROP TABLE mark; CREATE TABLE mine (x)"))
            other.close()
        again = Index(path)
        again.follow(ledger)
        found = find(again, "troops")
        assert found.hits == good.hits
        again.close()


def test_an_index_damaged_while_it_is_open_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "b.db.search"
    with _filled(tmp_path / "b.db", 120) as ledger:
        made = Index(path)
        made.follow(ledger)
        good = find(made, "troops", size=10).hits
        made.close()
        made = Index(path)
        with path.open("r+b") as file:
            file.seek(4096)
            file.write(b"\xff" * (path.stat().st_size - 4096))
        assert made.follow(ledger)
        found = find(made, "troops", size=10).hits  # where the damage shows only here, the book is followed again
        assert found == good
        made.close()


def test_an_index_of_another_ledger_is_made_anew(tmp_path: Path) -> None:
    made = Index(tmp_path / "b.search")
    with _filled(tmp_path / "one.db", 5) as one:
        made.follow(one)
        assert len(quotes(find(made, "troops"))) == 5
    other = MemoryLedger()
    for n in range(9):
        told = report(f"x{n}", f"Ships {n} sailed.")
        other.book(told, [says(told, f"Ships {n} sailed.")], reader="a@1")
    made.follow(other)
    assert find(made, "troops").total == 0
    assert len(quotes(find(made, "ships"))) == 9
    made.close()


def test_where_no_file_can_be_written_the_index_is_kept_in_memory(tmp_path: Path) -> None:
    with _filled(tmp_path / "b.db", 5) as ledger:
        found = flow.search(ledger, Query(words="troops", kind="statements"), index=tmp_path / "nowhere" / "b.search")
        assert len(quotes(found)) == 5
        assert not (tmp_path / "nowhere").exists()


def test_what_another_process_books_is_seen(tmp_path: Path) -> None:
    made = Index(tmp_path / "b.search")
    with _filled(tmp_path / "b.db", 3) as ledger:
        made.follow(ledger)
        process = multiprocessing.get_context("spawn").Process(target=_book_more, args=(tmp_path / "b.db",))
        process.start()
        process.join(60)
        assert process.exitcode == 0
        made.follow(ledger)
        assert len(quotes(find(made, "troops"))) == 10
    made.close()


def _book_more(path: Path) -> None:
    _filled(path, 7).close()


def _follow(ledger: Path, index: Path, lot: int) -> None:
    following.LOT = lot
    with open_ledger(ledger) as book:
        made = Index(index)
        while not made.follow(book):
            time.sleep(0.05)
        if find(made, "troops", kind="statements").total != 120:
            sys.exit(1)


def test_processes_follow_one_index_at_once_and_one_that_is_killed_leaves_it_whole(tmp_path: Path) -> None:
    ledger, index = tmp_path / "b.db", tmp_path / "b.search"
    _filled(ledger, 120).close()
    context = multiprocessing.get_context("spawn")
    killed = context.Process(target=_follow, args=(ledger, index, 2))
    killed.start()
    while not index.exists() and killed.is_alive():
        time.sleep(0.01)
    time.sleep(0.1)
    os.kill(killed.pid or 0, signal.SIGKILL)
    killed.join()
    both = [context.Process(target=_follow, args=(ledger, index, 5)) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join(60)
    assert [one.exitcode for one in both] == [0, 0]
    with sqlite3.connect(index) as found:
        assert found.execute("SELECT count(*), count(DISTINCT id) FROM report").fetchone() == (120, 120)
        assert found.execute("SELECT count(*) FROM document").fetchone() == (240,)
    found.close()


def test_threads_share_an_index(book: MemoryLedger) -> None:
    made, totals = Index(), list[int]()

    def work() -> None:
        for _ in range(5):
            made.follow(book)
            totals.append(find(made, "Mali").total)

    threads = [Thread(target=work) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(set(totals)) == 1
    assert len(totals) == 20
