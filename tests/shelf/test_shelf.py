from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missionwatch.errors import ShelfChangedError, ShelfError, ShelfMissingError, ShelfRefusedError
from missionwatch.shelf import LONGEST, MOST, Shelf

if TYPE_CHECKING:
    from pathlib import Path

    from missionwatch.records import Kept

NOW = datetime(2022, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "mali.db.shelf")


def letter(shelf: Shelf, owner: str = "anna", name: str = "Letter", *, shared: bool = False) -> Kept:
    return shelf.keep(
        "draft", theatre="mali", owner=owner, name=name, now=NOW, state={"form": "letter"}, text="# Letter\n", basis=b"{}",
        shared=shared,
    )  # fmt: skip


def test_nothing_is_written_before_something_is_kept(shelf: Shelf) -> None:
    assert shelf.listed("draft", "mali", "anna") == ()
    with pytest.raises(ShelfMissingError):
        shelf.find("x", "anna")
    assert not shelf.path.exists()


def test_what_is_kept_is_found_as_it_was(shelf: Shelf) -> None:
    made = letter(shelf, name="  Letter \n to parliament ")
    assert made.name == "Letter to parliament"
    assert Shelf(shelf.path).find(made.id, "anna") == made
    (head,) = shelf.listed("draft", "mali", "anna")
    assert (head.id, head.state, head.text, head.basis) == (made.id, {"form": "letter"}, "", b"")
    assert shelf.listed("search", "mali", "anna") == shelf.listed("draft", "niger", "anna") == ()


def test_others_see_only_what_is_shared_and_change_nothing(shelf: Shelf) -> None:
    own, shared = letter(shelf), letter(shelf, shared=True)
    assert [one.id for one in shelf.listed("draft", "mali", "bert")] == [shared.id]
    assert shelf.find(shared.id, "bert").owner == "anna"
    with pytest.raises(ShelfMissingError):
        shelf.find(own.id, "bert")
    with pytest.raises(ShelfMissingError):
        shelf.drop(shared.id, "bert", now=NOW)
    with pytest.raises(ShelfMissingError):
        shelf.bring_back(shared.id, "bert")
    with pytest.raises(ShelfMissingError):
        shelf.change(msgspec.structs.replace(shared, owner="bert", text="mine"), now=NOW)
    assert shelf.find(shared.id, "anna") == shared


def test_who_read_an_older_version_is_told(shelf: Shelf) -> None:
    read = letter(shelf)
    first = shelf.change(msgspec.structs.replace(read, text="first"), now=NOW + timedelta(minutes=1))
    with pytest.raises(ShelfChangedError, match="12:01"):
        shelf.change(msgspec.structs.replace(read, text="second"), now=NOW + timedelta(minutes=2))
    assert shelf.find(read.id, "anna") == first
    assert shelf.change(msgspec.structs.replace(first, text="third"), now=NOW).version == 3


def test_what_is_taken_away_can_be_brought_back_for_thirty_days(shelf: Shelf) -> None:
    made = letter(shelf)
    shelf.drop(made.id, "anna", now=NOW)
    assert shelf.listed("draft", "mali", "anna") == ()
    with pytest.raises(ShelfMissingError):
        shelf.find(made.id, "anna")
    with pytest.raises(ShelfMissingError):
        shelf.change(made, now=NOW)
    shelf.bring_back(made.id, "anna")
    assert shelf.find(made.id, "anna") == made
    shelf.drop(made.id, "anna", now=NOW)
    shelf.keep("search", theatre="mali", owner="bert", name="later", now=NOW + timedelta(days=31))
    with pytest.raises(ShelfMissingError):
        shelf.bring_back(made.id, "anna")


def test_what_was_changed_last_comes_first(shelf: Shelf) -> None:
    names = ["first", "second", "third"]
    made = [
        shelf.keep("search", theatre="mali", owner="anna", name=name, now=NOW + timedelta(hours=n))
        for n, name in enumerate(names)
    ]
    assert [one.name for one in shelf.listed("search", "mali", "anna")] == names[::-1]
    shelf.change(made[0], now=NOW + timedelta(days=1))
    assert [one.name for one in shelf.listed("search", "mali", "anna")] == ["first", "third", "second"]


@pytest.mark.parametrize(
    "wrong", [{"text": "x" * (LONGEST + 1)}, {"name": " \n "}, {"name": "n" * 201}, {"state": {"q": "x" * 20_001}},
              {"basis": b"x" * 4_000_001}],
)  # fmt: skip
def test_what_is_too_long_or_has_no_name_is_refused(shelf: Shelf, wrong: dict[str, object]) -> None:
    good: dict[str, object] = {"name": "n", "text": "t"}
    with pytest.raises(ShelfRefusedError):
        shelf.keep("draft", theatre="mali", owner="anna", now=NOW, **(good | wrong))  # type: ignore[arg-type]
    assert shelf.listed("draft", "mali", "anna") == ()


def test_there_are_only_so_many(shelf: Shelf) -> None:
    first = letter(shelf)
    with sqlite3.connect(shelf.path) as book:
        for n in range(MOST - 1):
            book.execute("insert into kept select ?, kind, theatre, owner, name, changed, state, text, basis, shared, version, dropped "
                         "from kept where id = ?", (f"copy-{n}", first.id))  # fmt: skip
    book.close()
    with pytest.raises(ShelfRefusedError, match="take some away"):
        letter(shelf)
    letter(shelf, owner="bert")
    shelf.drop(first.id, "anna", now=NOW)
    letter(shelf)


@settings(max_examples=40, deadline=None)
@given(name=st.text(min_size=1, max_size=60).filter(lambda one: one.split() != []), text=st.text(max_size=400))
def test_any_text_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, name: str, text: str) -> None:
    shelf = Shelf(tmp_path_factory.getbasetemp() / "any.shelf")
    if any(0xD800 <= ord(sign) < 0xE000 for sign in name + text):
        return  # half a sign is no text
    made = shelf.keep("draft", theatre="mali", owner=name, name=name, now=NOW, text=text, state={name: text})
    assert shelf.find(made.id, name) == made
    shelf.drop(made.id, name, now=NOW)


@pytest.mark.parametrize(
    "content", [b"no database at all, but long enough to be looked at" * 40, b"SQLite format 3\x00"]
)
def test_a_damaged_file_is_said(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "broken.shelf"
    place.write_bytes(content)
    with pytest.raises(ShelfError, match="move it away"):
        Shelf(place).listed("draft", "mali", "anna")


def test_a_file_of_a_later_version_is_left_alone(shelf: Shelf) -> None:
    letter(shelf)
    with sqlite3.connect(shelf.path) as book:
        book.execute("pragma user_version = 2")
    book.close()
    with pytest.raises(ShelfError, match="later missionwatch"):
        shelf.listed("draft", "mali", "anna")


_WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
import msgspec
from missionwatch.errors import ShelfChangedError
from missionwatch.shelf import Shelf
shelf, kept, times = Shelf(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
now, told = datetime(2022, 3, 1, tzinfo=UTC), 0
for n in range(times):
    shelf.keep("search", theatre="mali", owner=f"p{sys.argv[4]}", name=f"s{n}", now=now)
    while True:
        read = shelf.find(kept, "anna")
        try:
            shelf.change(msgspec.structs.replace(read, text=read.text + sys.argv[4]), now=now)
        except ShelfChangedError:
            told += 1
            continue
        break
print(told)
"""


def test_two_processes_lose_nothing_of_each_other(shelf: Shelf) -> None:
    made = letter(shelf)
    running = [
        subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-c", _WRITER, str(shelf.path), made.id, "25", who], stdout=subprocess.PIPE
        )
        for who in ("a", "b")
    ]
    for one in running:
        one.communicate(timeout=60)
        assert one.returncode == 0
    kept = shelf.find(made.id, "anna")
    assert kept.version == 51
    assert (kept.text.count("a"), kept.text.count("b")) == (25, 25)
    assert len(shelf.listed("search", "mali", "pa")) == len(shelf.listed("search", "mali", "pb")) == 25
