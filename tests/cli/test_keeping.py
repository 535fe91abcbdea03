"""The commands that keep ledgers: what they say, what they leave behind, which exit code they end with."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from missionwatch.ledger import open_ledger
from tests.cli.test_cli import call, run
from tests.ledger.conftest import a_report, a_statement
from tests.ledger.test_moving import damaged, fill

if TYPE_CHECKING:
    from pathlib import Path

    from tests.server import Server


Ended = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ended:
    """How the installed command ends: its code, what it said, what it said of faults."""
    return lambda *arguments: call(monkeypatch, capsys, *arguments)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.db"
    with open_ledger(path, create=True) as ledger:
        fill(ledger)
    return path


def test_a_backup_is_made_checked_and_brought_back(book: Path, tmp_path: Path, ended: Ended) -> None:
    file, copy = tmp_path / "book.backup", tmp_path / "copy.db"
    code, out = run("backup", file, "--ledger", book)
    assert code == 0
    assert "11 bookings saved" in out
    assert "11 bookings, all in order" in run("verify", "--backup", file)[1]
    code, out = run("restore", file, "--ledger", copy, "--json")
    assert (code, json.loads(out)["bookings"]) == (0, 11)
    assert run("verify", "--ledger", copy)[1] == run("verify", "--ledger", book)[1]
    assert ended("restore", str(file), "--ledger", str(copy))[0] == 10  # it has bookings
    file.write_bytes(file.read_bytes()[:-20])
    other = tmp_path / "other.db"
    assert ended("restore", str(file), "--ledger", str(other))[0] == 8
    assert ended("verify", "--backup", str(file))[0] == 8
    assert not list(tmp_path.glob("other.db*"))  # nothing half is left behind


def test_two_ledgers_become_one(book: Path, tmp_path: Path, ended: Ended) -> None:
    other, both = tmp_path / "other.db", tmp_path / "both.db"
    with open_ledger(other, create=True) as ledger:
        ledger.book(a_report("z"), [a_statement("z")], reader="r")
    code, out = run("merge", book, f"sqlite:{other}", both)
    assert code == 0
    assert "14 bookings merged" in out  # eleven, two, and what it was made of
    assert ended("merge", str(book), str(tmp_path / "none.db"), str(tmp_path / "new.db"))[0] == 6
    assert not (tmp_path / "new.db").exists()


def test_what_is_whole_is_salvaged_and_what_is_lost_is_told(book: Path, tmp_path: Path, ended: Ended) -> None:
    damaged(book, "DELETE FROM booking WHERE seq = 10")
    assert ended("verify", "--ledger", str(book))[0] == 8
    code, out = run("salvage", book, tmp_path / "saved.db")
    assert code == 0
    assert "lost: booking 10: missing" in out
    assert "look before you let others in" in out
    code, out = run("salvage", book, tmp_path / "again.db", "--json")
    assert [(one["first"], one["why"]) for one in json.loads(out)["lost"]] == [(10, "missing")]
    assert run("verify", "--ledger", tmp_path / "saved.db")[0] == 0
    junk = tmp_path / "junk.db"
    junk.write_bytes(b"no ledger " * 1000)
    assert ended("salvage", str(junk), str(tmp_path / "c.db"))[0] == 8


def test_a_team_moves_to_a_server_and_back(
    book: Path, tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch, ended: Ended
) -> None:
    monkeypatch.setenv("MISSIONWATCH_STATE", str(tmp_path / "state"))
    server.database()  # by now there are the roles
    database = server.database(prepared=False)
    owner, writer, reader = (server.address(database, name) for name in ("postgres", "writer", "reader"))
    code, _, err = ended("move", str(book), writer)
    assert code == 10
    assert "missionwatch prepare" in err
    code, out = run("prepare", owner, "--writer", "writer", "--reader", "reader")
    assert code == 0
    assert "Writers: writer; readers: reader." in out
    code, out = run("move", book, writer)
    assert code == 0
    assert "11 bookings moved" in out
    assert run("verify", "--ledger", reader)[1] == run("verify", "--ledger", book)[1]
    assert ended("move", str(book), writer)[0] == 10
    assert run("move", reader, tmp_path / "back.db")[0] == 0
    assert run("verify", "--ledger", tmp_path / "back.db")[1] == run("verify", "--ledger", book)[1]
    note = tmp_path / "note.txt"
    note.write_text("The Danish government withdraws its troops from Task Force Takuba in Mali.")
    assert run("add", note, "--ledger", writer, "--published", "2022-02-01")[0] == 0
    assert (tmp_path / "state").is_dir()
    assert [path.name for path in sorted((tmp_path / "state").rglob("ledger.db.*"))] == [
        "ledger.db.known",
        "ledger.db.raw",
    ]
    assert run("picture", "--ledger", reader, "--as-of", "2022-02-02")[0] == 0
    assert ended("add", str(note), "--ledger", reader, "--published", "2022-02-03")[0] == 10


def test_faults_of_addresses_have_codes_of_their_own_and_no_password(tmp_path: Path, ended: Ended) -> None:
    for address, expected in (
        ("postgresql://ann:hush@127.0.0.1:1/desk", 38),
        ("postgresql://ann:hush@127.0.0.1:nine/desk", 44),
        ("mysql://ann:hush@db/desk", 44),
    ):
        code, out, err = ended("verify", "--ledger", address)
        assert code == expected
        assert "hush" not in out + err
    assert ended("prepare", str(tmp_path / "a.db"))[0] == 44
    with closing(sqlite3.connect(tmp_path / "b.db")) as raw:
        raw.execute("CREATE TABLE recipes (name TEXT)")
    assert ended("move", str(tmp_path / "b.db"), str(tmp_path / "c.db"))[0] == 8
