"""Disks that are full or cannot be written, clocks that jump, others who write, memory that runs out: a clear word, and nothing lost."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from missionwatch import theatre
from missionwatch.ledger import open_ledger
from tests.ledger.conftest import a_report, a_statement
from tests.prove import killing
from tests.prove.figures import share

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.prove.figures import Figures

TEXTS = [path.read_text(encoding="utf-8") for path in theatre.dispatches("mali")]
ENVIRONMENT = {**os.environ, "PYTHONPATH": f"{killing.ROOT / 'src'}:{os.environ.get('PYTHONPATH', '')}"}


def command(*arguments: str, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "missionwatch", *arguments], cwd=killing.ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False,
        preexec_fn=before,
    )  # fmt: skip


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """Return what a command said as it gave up: one line for people, and no trace of its insides."""
    said = done.stderr.strip()
    assert done.returncode > 0, f"{done.returncode}: {said}"
    assert "Traceback" not in said, said
    assert said.splitlines()[-1].startswith("missionwatch: "), said
    return said.splitlines()[-1]


def acknowledged(done: subprocess.CompletedProcess[str]) -> dict[str, int]:
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return {row["report"]: row["booked"] for row in rows if row["report"] and not row["already"]}


@contextmanager
def small_disk(place: Path, size: str) -> Iterator[Path]:
    """Give a disk of its own in memory; skip where this system does not let us."""
    place.mkdir()
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if os.geteuid() or not mount or not unmount:
        pytest.skip("a disk of its own needs root")
    done = subprocess.run(  # noqa: S603 - the system's own program
        [mount, "-t", "tmpfs", "-o", f"size={size}", "none", str(place)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("this system lets nobody mount a disk")
    try:
        yield place
    finally:
        subprocess.run([unmount, "-l", str(place)], check=True)  # noqa: S603


def test_a_full_disk(tmp_path: Path, figures: Figures) -> None:
    list(killing.serials(tmp_path / "in", TEXTS, 40))
    chance = random.Random(7)  # noqa: S311 - the same disks each time
    tries, kept = share(20, 2), 0
    for n in range(tries):
        with small_disk(tmp_path / f"disk{n}", "3m") as disk:
            (disk / "other").write_bytes(b"\1" * chance.randrange(2_300_000, 2_950_000))
            place = disk / "book.db"
            done = command("add", str(tmp_path / "in"), "--ledger", str(place), "--json")
            refused(done)
            (disk / "other").unlink()
            if acknowledged(done):
                found, _ = killing.sound(place)
                assert {one: found.get(one) for one in acknowledged(done)} == acknowledged(done)
                kept += len(acknowledged(done))
            again = command("add", str(tmp_path / "in"), "--ledger", str(place), "--json")
            assert again.returncode == 0, again.stderr
            assert len(killing.sound(place)[0]) == 40
    figures.add(
        "disk",
        f"{tries} disks full in the middle of `add`",
        f"one clear line each; all {kept} reports acknowledged are there; complete after room was made",
    )


def test_a_disk_that_cannot_be_written(tmp_path: Path, figures: Figures) -> None:
    mount = shutil.which("mount") or "mount"
    list(killing.serials(tmp_path / "in", TEXTS, 4))
    with small_disk(tmp_path / "disk", "20m") as disk:
        place = disk / "book.db"
        assert command("add", str(tmp_path / "in"), "--ledger", str(place)).returncode == 0
        before = killing.told(place)
        subprocess.run([mount, "-o", "remount,ro", str(disk)], check=True)  # noqa: S603
        said = [refused(command("add", str(theatre.dispatches("mali")[9]), "--ledger", str(place)))]
        said.append(refused(command("rate", "blog", "E", "--reason", "x", "--ledger", str(place))))
        subprocess.run([mount, "-o", "remount,rw", str(disk)], check=True)  # noqa: S603
        assert killing.told(place) == before
    figures.add(
        "disk",
        "a disk that cannot be written: `add`, `rate`",
        f"one clear line each (“{said[-1].removeprefix('missionwatch: ').partition('(')[0].strip().replace(str(place), '…')}”); nothing changed",
    )


def test_clocks_that_jump(tmp_path: Path, figures: Figures) -> None:
    chance = random.Random(11)  # noqa: S311 - the same jumps each time
    now = [datetime(2022, 3, 1, tzinfo=UTC)]
    count = share(3000, 300)

    def clock() -> datetime:
        now[0] += timedelta(seconds=chance.choice((0, 0, 1, -1, 3600, -7200, 86_400 * 400, -86_400 * 500)))
        now[0] = min(max(now[0], datetime(1970, 1, 1, tzinfo=UTC)), datetime(2400, 1, 1, tzinfo=UTC))
        return now[0]

    with open_ledger(tmp_path / "book.db", create=True, clock=clock) as book:
        for n in range(count):
            assert book.book(a_report(f"r{n}"), [a_statement(f"r{n}")], reader="frames@1").booked == 1
        book.verify()
        moments = [one.known_at for one in book.bookings()]
        assert moments == sorted(moments)
        assert len(book.reports()) == count
    figures.add(
        "clock",
        f"{count:,} bookings under a clock that jumps by up to 500 days both ways",
        "none lost, known moments never run backwards, chain whole",
    )


def test_several_processes_write_one_book(tmp_path: Path, figures: Figures) -> None:
    files = list(killing.serials(tmp_path / "in", TEXTS, 40))
    place = tmp_path / "book.db"
    rounds = share(10, 1)
    for n in range(rounds):
        place = tmp_path / f"book{n}.db"
        parts = [files[:20], files[10:30], files[20:], files[::2]]
        going = [
            subprocess.Popen(  # noqa: S603
                [sys.executable, "-m", "missionwatch", "add", *map(str, part), "--ledger", str(place), "--json"], cwd=killing.ROOT, env=ENVIRONMENT,
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            )
            for part in parts
        ]  # fmt: skip
        for one in going:
            said = one.communicate()[1]
            assert one.returncode == 0, said
        assert len(killing.sound(place)[0]) == 40
    figures.add(
        "other writers",
        f"{rounds} × four `add` at once on one ledger, with reports in common",
        "40 reports each time, none lost or doubled",
    )


def test_memory_that_runs_out(tmp_path: Path, figures: Figures) -> None:
    list(killing.serials(tmp_path / "in", TEXTS, 12))
    place = tmp_path / "book.db"
    assert command("add", *map(str, sorted((tmp_path / "in").iterdir())[:4]), "--ledger", str(place)).returncode == 0
    ran = clear = 0
    limits = range(120, 420, round(300 / share(60, 5)))
    for megabytes in limits:
        most = megabytes << 20
        done = command(
            "add", str(tmp_path / "in"), "--ledger", str(place), before=lambda most=most: resource.setrlimit(resource.RLIMIT_AS, (most, most))  # type: ignore[misc]
        )  # fmt: skip
        assert len(killing.sound(place)[0]) >= 4
        ran += done.returncode == 0
        clear += done.returncode > 0 and done.stderr.strip().startswith("missionwatch: the memory is full")
    assert command("add", str(tmp_path / "in"), "--ledger", str(place)).returncode == 0
    assert len(killing.sound(place)[0]) == 12
    assert clear
    other = len(limits) - ran - clear
    figures.add(
        "memory", f"`add` with {len(limits)} limits between 120 and 420 MB",
        f"the book whole each time, complete with enough: {ran} ran, {clear} ended with one clear line, {other} before the program had begun",
    )  # fmt: skip
