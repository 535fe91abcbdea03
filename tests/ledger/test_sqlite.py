"""The file: what it refuses, what it survives, what it says when it is not well."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from missionwatch.errors import LedgerDamagedError, LedgerError, LedgerLockedError, LedgerMissingError
from missionwatch.ledger import SqliteLedger, open_ledger
from missionwatch.records import Marked, Review
from tests.ledger.conftest import a_report, a_statement

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "book.db"
    with open_ledger(made, create=True) as ledger:
        ledger.book(a_report("a"), [a_statement("a"), a_statement("a", "SE")], reader="frames@1")
    return made


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM booking WHERE seq = 2",
        "UPDATE booking SET payload = x'7b7d' WHERE seq = 2",
        "UPDATE booking SET known_at = '2000-01-01' WHERE seq = 1",
        "UPDATE booking SET superseded_at = NULL WHERE seq = 1",
        "DELETE FROM topic WHERE booking = 2",
        "UPDATE topic SET name = 'country:XX' WHERE booking = 2",
    ],
)
def test_the_file_itself_refuses_changes(path: Path, change: str) -> None:
    with closing(sqlite3.connect(path)) as raw, pytest.raises(sqlite3.IntegrityError, match="never"):
        raw.execute(change)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("UPDATE booking SET payload = replace(payload, 'withdraw', 'attack') WHERE seq = 2", "booking 2"),
        ("UPDATE booking SET valid_from = '1999-01-01' WHERE seq = 3", "booking 3"),
        (
            "UPDATE booking SET superseded_at = '2022-02-02T00:00:00+00:00' WHERE seq = 2",
            "booking 2 is marked superseded",
        ),
        ("DELETE FROM booking WHERE seq = 2", "booking 2 is missing"),
    ],
)
def test_tampering_past_the_triggers_is_named(path: Path, change: str, says: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript("DROP TRIGGER booking_is_kept; DROP TRIGGER booking_is_final;")
        raw.execute(change)
        raw.commit()
    with open_ledger(path) as ledger, pytest.raises(LedgerDamagedError, match=says):
        ledger.verify()


@pytest.mark.parametrize(
    "change", ["DELETE FROM topic WHERE booking = 2", "INSERT INTO topic VALUES ('country:XX', 2)"]
)
def test_an_index_that_does_not_fit_the_book_is_named(path: Path, change: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TRIGGER topic_is_kept")
        raw.execute(change)
        raw.commit()
    with (
        open_ledger(path) as ledger,
        pytest.raises(LedgerDamagedError, match=r"topics are missing|filed under country:XX"),
    ):
        ledger.verify()


def test_a_ledger_of_an_older_program_gets_its_index_of_topics(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.book(a_report("b"), [a_statement("b", "NO")], reader="frames@1")
        ledger.book(a_report("b"), [a_statement("b", "FI")], reader="frames@2")
        ledger.review(Review(statement=a_statement("b", "FI").id, verdict="reject", by="ann"))
    with closing(sqlite3.connect(path)) as raw:
        made = raw.execute("SELECT name, booking FROM topic ORDER BY 1, 2").fetchall()
        raw.execute("DROP TABLE topic")
        raw.execute("UPDATE alembic_version SET version_num = '0001'")
        raw.commit()
    with open_ledger(path) as ledger:
        assert ledger.verify().bookings == 8
        assert [s.report for s in ledger.statements(topics={"country:DK"})] == ["a"]
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT name, booking FROM topic ORDER BY 1, 2").fetchall() == made


def test_a_ledger_without_markings_gets_them_while_others_read(tmp_path: Path) -> None:
    class Older(SqliteLedger):
        SCHEMA = "0002"

    path = tmp_path / "old.db"
    with Older(path) as old:
        for n in range(300):
            old.book(a_report(f"r{n}"), [a_statement(f"r{n}")], reader="frames@1")
        old.book(a_report("r0"), [a_statement("r0", "SE")], reader="frames@2")
        before, head = list(old.bookings()), old.head
        reading = old.lines()
        next(reading)
        with open_ledger(path) as ledger:  # … is brought up to date under the reader
            assert sum(1 for _ in reading) == len(before) - 1
            assert list(ledger.bookings()) == before
            assert ledger.verify(expect=head).bookings == 602
            assert [s.report for s in ledger.statements(topics={"country:SE"})] == ["r0"]
            ledger.mark(Marked(report="r0", tlp="red", by="ann"))
            assert ledger.verify().bookings == 603
    for change in (
        "DELETE FROM booking WHERE seq = 2",
        "UPDATE topic SET name = 'x'",
        "UPDATE booking SET reader = 'x'",
    ):
        with closing(sqlite3.connect(path)) as raw, pytest.raises(sqlite3.IntegrityError, match="never"):
            raw.execute(change)
    with closing(sqlite3.connect(path)) as raw, pytest.raises(sqlite3.IntegrityError, match="no such kind"):
        raw.execute("INSERT INTO booking SELECT 604, 'gossip', subject, report, reader, valid_from, known_at, payload, previous, 'f', NULL"
                    " FROM booking WHERE seq = 1")  # fmt: skip


def test_a_cut_off_end_shows_against_a_noted_head(path: Path) -> None:
    with open_ledger(path) as ledger:
        noted = ledger.head
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript("DROP TRIGGER booking_is_kept; DROP TRIGGER topic_is_kept")
        raw.execute("DELETE FROM booking WHERE seq = 3")
        raw.commit()
    with open_ledger(path) as ledger, pytest.raises(LedgerDamagedError, match="filed under country:SE wrongly"):
        ledger.verify()
    with closing(sqlite3.connect(path)) as raw:  # whoever cuts with care cuts the index, too
        raw.execute("DELETE FROM topic WHERE name = 'country:SE'")
        raw.commit()
    with open_ledger(path) as ledger:
        assert ledger.verify().bookings == 2
        with pytest.raises(LedgerDamagedError, match="cut off"):
            ledger.verify(expect=noted)


def test_faults_are_named_by_cause(path: Path, tmp_path: Path) -> None:
    with pytest.raises(LedgerMissingError, match="missionwatch add"):
        open_ledger(tmp_path / "none.db")
    with pytest.raises(LedgerError, match="is a folder"):
        open_ledger(tmp_path)
    with pytest.raises(LedgerError, match="no folder"):
        open_ledger(tmp_path / "no" / "where.db", create=True)
    junk = tmp_path / "junk.db"
    junk.write_bytes(b"this is not a database at all, whatever its name says" * 100)
    with pytest.raises(LedgerDamagedError, match="no ledger or is damaged"):
        open_ledger(junk)
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as raw:
        raw.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(LedgerDamagedError, match="another program"):
        open_ledger(other)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
    with pytest.raises(LedgerError, match="newer missionwatch"):
        open_ledger(path)


def test_a_damaged_page_is_found(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(bytes(content))
    with pytest.raises(LedgerDamagedError), open_ledger(path) as ledger:
        ledger.verify()


def test_what_fails_while_another_fault_is_handled_says_what_it_is(path: Path) -> None:
    with SqliteLedger(path, wait=0.05) as ledger, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        try:
            ledger.book(a_report("b"), [], reader="r")
        except LedgerLockedError:
            other.execute("ROLLBACK")
            other.execute("DROP TABLE topic")
            with pytest.raises(LedgerDamagedError, match="no such table"):
                ledger.statements(topics=["country:ML"])
        else:
            pytest.fail("the other's lock held nobody")


def test_a_locked_ledger_says_so_and_loses_nothing(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other, open_ledger(path, wait=0.2) as ledger:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerLockedError, match="in use"):
            ledger.book(a_report("b"), [a_statement("b")], reader="frames@1")
        assert len(ledger.statements()) == 2  # reading goes on
        other.execute("ROLLBACK")
        assert ledger.book(a_report("b"), [a_statement("b")], reader="frames@1").booked == 1
        assert ledger.verify().bookings == 5


WRITER = textwrap.dedent("""
    import sys
    from tests.ledger.conftest import a_report, a_statement
    from missionwatch.ledger import open_ledger
    path, name, count = sys.argv[1:]
    with open_ledger(path, create=True, wait=60) as ledger:
        for n in range(int(count)):
            report = f"{name}{n}"
            said = [a_statement(report, actor) for actor in ("DK", "SE", "NO", "EE", "FI")]
            ledger.book(a_report(report), said, reader="frames@1")
            print(report, flush=True)
""")


def writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", WRITER, str(path), name, str(count)], stdout=subprocess.PIPE, text=True, cwd=_root()
    )


def _root() -> str:
    from pathlib import Path  # noqa: PLC0415

    return str(Path(__file__).parents[2])


def test_kill_in_the_middle_leaves_all_that_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "killed.db"
    process = writer(path, "r", 100_000)
    assert process.stdout is not None
    with process:
        acknowledged = [process.stdout.readline().strip() for _ in range(25)]
        process.send_signal(signal.SIGKILL)
        acknowledged += [line.strip() for line in process.stdout if line.endswith("\n")]
    with open_ledger(path) as ledger:
        known = ledger.reports()
        assert set(acknowledged) <= set(known)
        assert ledger.verify().bookings == 6 * len(known)  # a report and its five statements, or nothing


def test_two_writers_both_get_in(tmp_path: Path) -> None:
    path = tmp_path / "shared.db"
    with open_ledger(path, create=True):
        pass
    with writer(path, "a", 20) as one, writer(path, "b", 20) as two:
        assert one.wait(60) == two.wait(60) == 0
    with open_ledger(path) as ledger:
        assert len(ledger.reports()) == 40
        assert ledger.verify().bookings == 240
