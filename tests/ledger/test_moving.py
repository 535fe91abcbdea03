"""A ledger moved, saved, brought back, made one of two, and what is whole of a damaged one."""

from __future__ import annotations

import gzip
import random
import sqlite3
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from missionwatch.clock import stopped_at
from missionwatch.errors import LedgerDamagedError, LedgerError, LedgerMissingError
from missionwatch.ledger import MemoryLedger, backup, cleared, moving, open_ledger
from missionwatch.ledger.replaying import Loss, salvaged
from missionwatch.records import Act, Marked, Review, Source
from tests.ledger.conftest import START, a_report, a_statement, at
from tests.ledger.test_agreement import STEP, play

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from missionwatch.ledger import Ledger
    from missionwatch.records import Booking
    from tests.server import Server

NOW = at(100)


def fill(ledger: Ledger) -> None:
    ledger.book(a_report("a"), [a_statement("a"), a_statement("a", "SE")], reader="frames@1", known_at=at(0))
    ledger.book(a_report("a"), [a_statement("a", "NO")], reader="frames@2", known_at=at(1))
    ledger.book(a_report("b"), [a_statement("b")], reader="frames@1", known_at=at(2))
    ledger.review(Review(statement=a_statement("b").id, verdict="accept", by="ann"), known_at=at(3))
    ledger.rate(Source(id="desk", name="Desk", reliability="B", reason="seen", by="ann"), known_at=at(4))
    ledger.mark(Marked(report="b", tlp="amber", by="ann"), known_at=at(5))
    ledger.note(Act(by="ann", what="login"), known_at=at(6))


def same(one: Ledger, other: Ledger) -> None:
    assert list(one.bookings()) == list(other.bookings())
    assert one.head == other.head
    assert one.verify() == other.verify()
    assert one.statements(topics={"country:DK"}) == other.statements(topics={"country:DK"})


def test_a_ledger_moves_with_its_chain_to_any_store_and_back(make_ledger: Callable[[], Ledger]) -> None:
    with MemoryLedger(clock=stopped_at(START)) as source:
        fill(source)
        target = make_ledger()
        steps: list[None] = []
        assert moving.move(source, target, seen=lambda: steps.append(None)) == source.verify()
        assert len(steps) == source.size
        same(source, target)
        with MemoryLedger(clock=stopped_at(START)) as back:
            moving.move(target, back)
            same(source, back)
            assert target.book(a_report("c"), [a_statement("c")], reader="r", known_at=at(7)).booked == 1
            with pytest.raises(LedgerError, match="has 13 bookings already"):
                moving.move(back, target)
        with pytest.raises(LedgerError, match="the whole ledger can copy it"):
            moving.move(cleared(target, "green"), MemoryLedger())


def test_nothing_is_taken_of_a_ledger_whose_chain_is_broken(make_ledger: Callable[[], Ledger]) -> None:
    with MemoryLedger(clock=stopped_at(START)) as source:
        fill(source)
        source._lines[6] = source._lines[6]._replace(reader="eve")
        target = make_ledger()
        with pytest.raises(LedgerDamagedError, match="booking 7"):
            moving.move(source, target)
        assert target.size == 0


def test_many_bookings_move_in_lots(make_ledger: Callable[[], Ledger]) -> None:
    with MemoryLedger(clock=stopped_at(START)) as source:
        for n in range(60):
            said = [a_statement(f"r{n}", "DK", since=f"19{k:02}-01-01") for k in range(50)]
            source.book(a_report(f"r{n}"), said, reader="r", known_at=at(n))
        target = make_ledger()
        moving.move(source, target)
        same(source, target)


# --- backups


def test_a_backup_comes_back_as_it_was(make_ledger: Callable[[], Ledger], tmp_path: Path) -> None:
    source, path = make_ledger(), tmp_path / "book.backup"
    fill(source)
    header = backup.write(source, path, now=NOW)
    assert (header.bookings, header.head) == (source.size, source.head)
    target = make_ledger()
    moving.restore(path, target)
    same(source, target)
    lines = gzip.decompress(path.read_bytes()).splitlines()
    assert len(lines) == 1 + source.size
    assert all(msgspec.json.decode(line) for line in lines)
    backup.write(target, tmp_path / "again", now=NOW)
    assert (tmp_path / "again").read_bytes() == path.read_bytes()


def test_an_empty_ledger_is_saved_too(tmp_path: Path) -> None:
    with MemoryLedger() as source, MemoryLedger() as target:
        backup.write(source, tmp_path / "b", now=NOW)
        assert moving.restore(tmp_path / "b", target).bookings == 0


def test_a_backup_of_a_broken_chain_is_not_made_and_the_old_one_stays(tmp_path: Path) -> None:
    with MemoryLedger(clock=stopped_at(START)) as source:
        fill(source)
        backup.write(source, tmp_path / "b", now=NOW)
        before = (tmp_path / "b").read_bytes()
        source._lines[2] = source._lines[2]._replace(subject="x")
        with pytest.raises(LedgerDamagedError, match="booking 3"):
            backup.write(source, tmp_path / "b", now=NOW)
    assert (tmp_path / "b").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**32), st.sampled_from(["flip", "cut", "drop line", "edit", "double", "swap"]))
def test_a_damaged_backup_brings_back_nothing_and_salvage_finds_the_rest(tmp_path: Path, seed: int, how: str) -> None:
    chance, path = random.Random(seed), tmp_path / "b"  # noqa: S311 - no secret
    with MemoryLedger(clock=stopped_at(START)) as source:
        fill(source)
        backup.write(source, path, now=NOW)
        raw = bytearray(path.read_bytes())
        if how == "flip":
            raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        elif how == "cut":
            del raw[chance.randrange(len(raw)) :]
        else:
            lines = gzip.decompress(bytes(raw)).splitlines(keepends=True)
            at_line = chance.randrange(1, len(lines))
            if how == "drop line":
                del lines[at_line]
            elif how == "double":
                lines.insert(at_line, lines[at_line])
            elif how == "swap":
                other = chance.randrange(1, len(lines))
                lines[at_line], lines[other] = lines[other], lines[at_line]
            else:
                line = bytearray(lines[at_line])
                line[chance.randrange(len(line) - 1)] = 63
                lines[at_line] = bytes(line)
            raw = bytearray(gzip.compress(b"".join(lines)))
        path.write_bytes(raw)
        whole = {(b.kind, b.subject, b.known_at) for b in source.bookings()}
        target = MemoryLedger(clock=stopped_at(START))
        try:
            moving.restore(path, target)
        except LedgerError:
            assert target.size == 0
        else:  # a byte that says nothing, such as gzip's own header has
            same(source, target)
            return
        saved = MemoryLedger(clock=stopped_at(START))
        if not backup.is_backup(path):
            return
        try:
            checked, lost = moving.salvage(path, saved, now=NOW)
        except LedgerDamagedError as fault:
            assert "nothing can be read" in str(fault)  # noqa: PT017 - only where the first bytes are gone
            assert how in ("cut", "flip")
            return
        kept = {
            (b.kind, b.subject, b.known_at)
            for b in saved.bookings()
            if b.payload != next(saved.bookings(saved.size - 1)).payload
        }
        assert kept <= whole
        assert lost or kept == whole  # what is damaged may say nothing: the checksum at the end
        assert checked == saved.verify()
        assert set(saved.statements()) <= {
            s for b in source.bookings() if isinstance(s := b.payload, type(a_statement("a")))
        }
        if how in ("drop line", "edit"):
            assert len(whole) - len(kept) <= 5  # a line, and what hangs on it


def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    with MemoryLedger() as target:
        with pytest.raises(LedgerMissingError, match="no backup"):
            moving.restore(tmp_path / "none", target)
        junk = tmp_path / "junk"
        for content in (b"", b"junk", gzip.compress(b""), gzip.compress(b"{}\n"), gzip.compress(b"\xff\n")):
            junk.write_bytes(content)
            with pytest.raises(LedgerError, match=r"is no backup|is damaged"):
                moving.restore(junk, target)
        newer = backup.Header(version=99, bookings=0, head="0" * 64, made=NOW)
        junk.write_bytes(gzip.compress(msgspec.json.encode(newer)))
        with pytest.raises(LedgerError, match="newer missionwatch"):
            moving.restore(junk, target)


# --- two in one


def content(booking: Booking) -> object:
    return (booking.kind, booking.subject, booking.report, booking.reader, booking.known_at, booking.superseded_at,
            booking.payload if booking.kind != "supersession" else None)  # fmt: skip


def test_two_ledgers_that_parted_become_one(make_ledger: Callable[[], Ledger]) -> None:
    first, second, target = make_ledger(), MemoryLedger(clock=stopped_at(START)), make_ledger()
    fill(first)
    moving.move(first, second)
    first.book(a_report("c"), [a_statement("c")], reader="r", known_at=at(8))
    second.book(a_report("c"), [a_statement("c")], reader="r", known_at=at(9))
    second.book(a_report("b"), [a_statement("b", "FI")], reader="frames@2", known_at=at(10))
    second.review(Review(statement=a_statement("c").id, verdict="reject", by="bob"), known_at=at(11))
    first.mark(Marked(report="c", tlp="red", by="ann"), known_at=at(12))
    checked = moving.merge(first, second, target, now=NOW)
    assert checked == target.verify()
    expected = MemoryLedger(clock=stopped_at(START))
    fill(expected)
    expected.book(a_report("c"), [a_statement("c")], reader="r", known_at=at(8))
    expected.book(a_report("b"), [a_statement("b", "FI")], reader="frames@2", known_at=at(10))
    expected.review(Review(statement=a_statement("c").id, verdict="reject", by="bob"), known_at=at(11))
    expected.mark(Marked(report="c", tlp="red", by="ann"), known_at=at(12))
    *all_but_last, last = target.bookings()
    assert list(map(content, all_but_last)) == list(map(content, expected.bookings()))
    assert last.payload == Act(by="missionwatch", what="merged", detail={"first": first.head, "second": second.head})
    assert last.known_at == NOW
    assert cleared(target, "green").statements() == cleared(expected, "green").statements()


@settings(max_examples=60, deadline=None)
@given(st.lists(STEP, max_size=10), st.lists(STEP, max_size=10))
def test_a_merged_ledger_has_all_of_both_once_and_its_chain_holds(
    one: list[tuple[str, int, set[str], int, int | None]], two: list[tuple[str, int, set[str], int, int | None]]
) -> None:
    first, second = (MemoryLedger(clock=stopped_at(START)) for _ in range(2))
    play(first, one)
    play(second, two)
    target = MemoryLedger(clock=stopped_at(START))
    moving.merge(first, second, target, now=NOW)
    target.verify()
    assert set(target.reports()) == set(first.reports()) | set(second.reports())
    readings = [(b.report, b.reader) for b in target.bookings() if b.kind in ("report", "supersession")]
    assert len(readings) == len(set(readings))
    assert set(readings) == {
        (b.report, b.reader)
        for ledger in (first, second)
        for b in ledger.bookings()
        if b.kind in ("report", "supersession")
    }
    for ledger in (first, second):
        for b in ledger.bookings(kind="review"):
            assert b.payload in target.reviews(b.subject)
    twice = MemoryLedger(clock=stopped_at(START))
    moving.merge(first, first, twice, now=NOW)
    assert list(map(content, twice.bookings()))[:-1] == list(map(content, first.bookings()))


# --- damage


def damaged(path: Path, *changes: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(
            "DROP TRIGGER booking_is_kept; DROP TRIGGER booking_is_final; DROP TRIGGER topic_is_kept; PRAGMA foreign_keys = OFF;"
        )
        for change in changes:
            raw.execute(change)
        raw.commit()


@pytest.mark.parametrize(
    ("change", "kept", "says"),
    [
        ("UPDATE booking SET payload = replace(payload, 'withdraw', 'attack') WHERE seq = 3", 12, ["booking 3 (statement"]),
        ("DELETE FROM booking WHERE seq = 4", 12, ["booking 4: missing"]),  # the supersession is made again
        ("DELETE FROM booking WHERE seq = 6", 9, ["booking 6: missing", "its report b is lost", "its statement is lost"]),
        ("UPDATE booking SET known_at = 'when' WHERE seq = 9", 11, ["booking 9 (source desk): was changed"]),
        ("UPDATE booking SET digest = 'f' || substr(digest, 2) WHERE seq = 10", 11, ["booking 10 (marking b): was changed"]),
    ],
)  # fmt: skip
def test_what_is_whole_is_saved_and_what_is_lost_is_listed(
    tmp_path: Path, change: str, kept: int, says: list[str]
) -> None:
    path = tmp_path / "book.db"
    with open_ledger(path, create=True, clock=stopped_at(START)) as ledger:
        fill(ledger)
        assert ledger.size == 11
    damaged(path, change)
    with MemoryLedger(clock=stopped_at(START)) as saved:
        checked, lost = moving.salvage(path, saved, now=NOW)
        told = "\n".join(map(str, lost))
        assert all(word in told for word in says), told
        assert checked.bookings == saved.size <= kept
        last = list(saved.bookings())[-1].payload
        assert isinstance(last, Act)
        assert last.what == "salvaged"
        assert last.detail["lost"] == str(len(lost))
        standing = {s.id for s in saved.statements()}
        assert a_statement("a").id not in standing  # what was superseded does not rise again
        assert saved.markings() == ({} if "10" in change else {"b": "amber"})


def test_a_forged_line_with_a_fitting_digest_is_found_by_the_line_after_it() -> None:
    from missionwatch.ledger import rules  # noqa: PLC0415

    with MemoryLedger(clock=stopped_at(START)) as ledger:
        fill(ledger)
        line = ledger._lines[2]
        forged = line._replace(payload=line.payload.replace(b"withdraw", b"arrive"))
        ledger._lines[2] = forged._replace(digest=rules.digest_of(*forged[:9]))
        lost: list[Loss] = []
        kept = list(salvaged(ledger.lines(), lost, now=NOW))
        assert [(one.first, one.why) for one in lost] == [(3, "was changed")]
        assert len(kept) == 11


def test_pages_that_cannot_be_read_are_skipped(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    with open_ledger(path, create=True, clock=stopped_at(START)) as ledger:
        for n in range(200):
            ledger.book(a_report(f"r{n}", date(2022, 2, 1)), [a_statement(f"r{n}")], reader="r", known_at=at(n))
        reports = set(ledger.reports())
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(path.read_bytes())
    pages = [n for n in range(len(content) // 4096) if content[n * 4096] == 13]  # leaves of tables
    for page in pages[len(pages) // 2 : len(pages) // 2 + 3]:
        content[page * 4096 : page * 4096 + 4096] = b"\xff" * 4096
    path.write_bytes(content)
    with MemoryLedger(clock=stopped_at(START)) as saved:
        checked, lost = moving.salvage(path, saved, now=NOW)
        assert lost
        assert 300 < checked.bookings < 401
        assert set(saved.reports()) < reports
    content[:100] = b"\xff" * 100
    path.write_bytes(content)
    with MemoryLedger() as nothing, pytest.raises(LedgerDamagedError, match="nothing can be read"):
        moving.salvage(path, nothing, now=NOW)


def test_a_servers_ledger_is_saved_from(server: Server) -> None:
    database = server.database()
    address = server.address(database)
    with open_ledger(address) as ledger:
        fill(ledger)
    with server.connect(database) as raw:
        raw.execute("SET search_path = missionwatch; SET session_replication_role = replica")
        raw.execute("DELETE FROM booking WHERE seq = 3")
    with MemoryLedger(clock=stopped_at(START)) as saved:
        _, lost = moving.salvage(address, saved, now=NOW)
        assert [str(one) for one in lost] == ["booking 3: missing"]
