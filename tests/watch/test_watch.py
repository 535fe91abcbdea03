"""The watch: what it collects, books and tells; restarts, sleep, dead sources, locks."""

from __future__ import annotations

import errno
import json
import os
from datetime import UTC, datetime, timedelta
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from missionwatch import theatre
from missionwatch.cli.commands import app
from missionwatch.errors import CollectionError, LedgerLockedError, TheatreError
from missionwatch.ledger import open_ledger
from missionwatch.sources import Collection, state
from missionwatch.watch import Cycle, Post, run

if TYPE_CHECKING:
    from pathlib import Path

BEGAN = datetime(2022, 2, 8, 9, tzinfo=UTC)
LETTER = """---
title: Mali ontzegt Takuba de toegang
published: 2022-02-07
language: nl
---
De Malinese regering heeft Taakgroep Takuba de toegang tot de basis in Ménaka ontzegd. Nederland levert twee stafofficieren aan
Takuba. Denemarken heeft zijn militairen teruggetrokken uit Takuba.
"""
FILE = """
own = "NL"
missions = ["mission:takuba"]
countries = ["ML"]

[title]
en = "Mali"

[[sources]]
id = "letters"
name = "Letters"
kind = "government"
language = "nl"
reliability = "A"
reason = "made for this test"

[sources.collect]
connector = "folder"
path = "{folder}"
every = "1h"

[[sources]]
id = "gone"
name = "Gone"
reliability = "C"
reason = "a folder that is not there"

[sources.collect]
connector = "folder"
path = "{folder}/nowhere"
every = "1h"

[[alerts]]
name = "our people"
when = "own"
days = 30
to = ["log", "atom:own.xml"]

[[alerts]]
name = "silent"
when = "quiet"
days = 3
to = ["log"]
"""


class Desk:
    """A theatre over a folder of letters, with a clock that can be set."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.letters, self.now = folder, folder / "letters", BEGAN
        self.letters.mkdir()
        (folder / "mine.toml").write_text(FILE.format(folder=self.letters), encoding="utf-8")
        self.ledger, self.collection = folder / "mine.db", folder / "mine.collected"
        self.told: list[str] = []

    def post(self) -> Post:
        return Post(
            theatre.load(str(self.folder / "mine.toml")), self.ledger, self.collection, log=self.told.append,
            clock=lambda: self.now, environment={},
        )  # fmt: skip

    def cycle(self, later: timedelta = timedelta()) -> Cycle:
        self.now += later
        return self.post().cycle()  # a new post each time: as after a restart


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_letter_is_taken_booked_and_told_once(desk: Desk) -> None:
    (desk.letters / "a.txt").write_text(LETTER, encoding="utf-8")
    first = desk.cycle()
    assert (first.asked, first.failed, first.taken, first.booked) == (2, 1, 1, 1)
    assert first.statements >= 3
    assert any("Takuba" in line and "Letters" in line for line in desk.told)
    told = len(desk.told)
    assert desk.cycle(timedelta(hours=2)).booked == 0
    assert len(desk.told) == told
    assert (desk.collection / "own.xml").is_file()
    with open_ledger(desk.ledger) as book:
        book.verify()
        assert len(book.reports()) == 1


def test_a_source_is_asked_on_its_own_rhythm_and_a_dead_one_less_and_less(desk: Desk) -> None:
    assert desk.cycle().asked == 2
    assert desk.cycle(timedelta(minutes=30)).asked == 0
    assert desk.cycle(timedelta(minutes=31)).asked == 2
    assert desk.cycle(timedelta(minutes=61)).asked == 1  # the dead one waits twice as long now
    with Collection(desk.collection) as kept:
        dead, alive = kept.health("gone"), kept.health("letters")
    assert dead is not None
    assert alive is not None
    assert dead.failures == 2
    assert "nowhere" in dead.faults[0].reason
    assert alive.failures == 0


def test_a_laptop_that_slept_catches_up_in_one_cycle(desk: Desk) -> None:
    desk.cycle()
    (desk.letters / "a.txt").write_text(LETTER, encoding="utf-8")
    woken = desk.cycle(timedelta(days=5))
    assert (woken.asked, woken.booked) == (2, 1)


def test_a_document_that_was_lost_is_said_and_waits_and_the_rest_goes_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk.letters / "a.txt").write_text(LETTER, encoding="utf-8")
    (desk.letters / "b.txt").write_text(LETTER.replace("Ménaka", "Gao"), encoding="utf-8")
    monkeypatch.setattr(Post, "_book", lambda *_: None)  # killed between the two
    desk.cycle()
    monkeypatch.undo()
    with Collection(desk.collection) as kept:
        lost = kept.raw_path(next(kept.waiting()).document.digest)
    before = lost.read_bytes()
    lost.write_bytes(before[:40])
    second = desk.cycle()
    assert (second.booked, second.refused) == (1, 1)
    assert any("damaged" in fault and str(lost) in fault for fault in second.faults)
    lost.unlink()
    assert any("cannot be read" in fault for fault in desk.cycle().faults)
    lost.write_bytes(before)
    assert (desk.cycle().booked, desk.cycle().refused) == (1, 0)


def test_a_full_disk_stops_the_cycle_and_is_no_fault_of_the_source(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk.letters / "a.txt").write_text(LETTER, encoding="utf-8")

    def full(_: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(state, "whole", full)
    with pytest.raises(CollectionError, match="No space left on device; make room"):
        desk.cycle()
    monkeypatch.undo()
    with Collection(desk.collection) as kept:
        assert kept.health("letters") is None
    assert desk.cycle().booked == 1


def test_a_collected_report_can_be_made_again_from_the_document_in_the_collection(desk: Desk) -> None:
    (desk.letters / "a.txt").write_text(LETTER, encoding="utf-8")
    desk.cycle()
    done = CliRunner().invoke(
        app, ["remake", "--ledger", str(desk.ledger), "--theatre", str(desk.folder / "mine.toml"), "--json"]
    )
    said = json.loads(done.stdout)
    assert (done.exit_code, said["refused"], said["booked"]) == (0, None, 0), done.output


def test_a_source_gone_quiet_is_told(desk: Desk) -> None:
    letter = desk.letters / "a.txt"
    letter.write_text(LETTER, encoding="utf-8")
    os.utime(letter, (BEGAN.timestamp(), BEGAN.timestamp()))
    desk.cycle()
    assert not any("letters" in line for line in desk.told if "silent" in line)
    desk.cycle(timedelta(days=4))
    assert any("letters" in line and "silent" in line for line in desk.told)


def test_what_was_collected_before_a_crash_is_booked_after_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk.letters / "a.txt").write_text(LETTER, encoding="utf-8")
    post = desk.post()
    monkeypatch.setattr(post, "_book", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        post.cycle()
    after = desk.cycle(timedelta(minutes=1))
    assert (after.asked, after.booked) == (0, 1)


def test_two_watches_do_not_collect_into_one_folder(desk: Desk) -> None:
    with Collection(desk.collection) as kept, kept.alone(), pytest.raises(CollectionError, match="another process"):
        desk.cycle()


def test_the_watch_goes_on_after_a_cycle_that_could_not_be_done() -> None:
    class Stumbling:
        def __init__(self) -> None:
            self.turns = 0

        def cycle(self, *, stopped: object = None) -> Cycle:
            del stopped
            self.turns += 1
            if self.turns == 1:
                raise LedgerLockedError("the ledger is in use")
            if self.turns == 2:
                raise ZeroDivisionError
            if self.turns <= 60:  # two days of a full disk
                raise LedgerLockedError("still in use")
            stop.set()
            return Cycle(at=BEGAN)

    stop, post = Event(), Stumbling()
    said: list[Cycle] = []
    trouble: list[str] = []
    moments = iter(BEGAN + timedelta(hours=10 * n) for n in range(1_000))
    worker = Thread(
        target=run, args=(post, stop), kwargs={"said": said.append, "trouble": trouble.append, "clock": lambda: next(moments), "step": 0.001}
    )  # fmt: skip
    worker.start()
    worker.join(timeout=10)
    assert not worker.is_alive()
    assert len(said) == 1
    assert trouble[0] == "the ledger is in use"
    assert "ZeroDivisionError" in trouble[1]
    assert len(trouble) == 60


def test_once_says_one_line_and_json_is_for_programs(desk: Desk) -> None:
    (desk.letters / "a.txt").write_text(LETTER, encoding="utf-8")
    result = CliRunner().invoke(app, ["watch", str(desk.folder / "mine.toml"), "--once", "--ledger", str(desk.ledger)])
    assert result.exit_code == 0, result.output
    assert "2 sources asked · 1 failed · 1 documents, 1 reports booked" in result.output
    again = CliRunner().invoke(
        app, ["watch", str(desk.folder / "mine.toml"), "--once", "--json", "--ledger", str(desk.ledger)]
    )
    said = json.loads(again.stdout.splitlines()[-1])
    assert said["asked"] == 0
    assert said["faults"] == []


def test_a_theatre_that_collects_nothing_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "plain.toml"
    path.write_text('own = "NL"\nmissions = ["mission:takuba"]\n[title]\nen = "Plain"\n', encoding="utf-8")
    result = CliRunner().invoke(app, ["watch", str(path), "--once", "--ledger", str(tmp_path / "x.db")])
    assert result.exit_code != 0
    assert "collects nothing" in str(result.exception)


def test_an_alert_in_a_language_that_nobody_writes_is_refused_at_once(desk: Desk) -> None:
    path = desk.folder / "mine.toml"
    path.write_text(path.read_text(encoding="utf-8") + 'language = "de"\n', encoding="utf-8")
    with pytest.raises(TheatreError, match="alert 'silent' is to be told in 'de'; write one of en, fr, nl"):
        desk.cycle()
