"""Real processes of ours, killed at a moment of chance; and what a book must be like afterwards."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from missionwatch.ledger import open_ledger

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Run:
    """What a command said (whole lines) and how it ended; ``left`` are processes that it left behind."""

    lines: tuple[str, ...]
    code: int
    seconds: float
    left: int

    @property
    def killed(self) -> bool:
        """Say whether it was killed before it ended by itself."""
        return self.code == -signal.SIGKILL


def run(arguments: Sequence[str], *, kill_after: float | None = None) -> Run:
    """Run a command of missionwatch; kill it (and it alone, as ``kill -9`` does) after so many seconds where it still runs."""
    began = time.monotonic()
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "missionwatch", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
        start_new_session=True, env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONPATH": f"{ROOT / 'src'}:{os.environ.get('PYTHONPATH', '')}"},
    )  # fmt: skip
    session = process.pid
    if kill_after is not None:
        try:
            process.wait(kill_after)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        began_to_end = time.monotonic()
        while alive(session) and time.monotonic() < began_to_end + 30:  # those it had started end by themselves
            time.sleep(0.05)
    left = [pid for pid in alive(session) if pid != session or process.poll() is not None]
    if kill_after is not None:
        for pid in left:
            os.kill(pid, signal.SIGKILL)
    out, errors = process.communicate()
    if kill_after is None:
        assert process.returncode == 0, f"{arguments}: {errors}"
        left = []
    whole = out[: out.rfind("\n") + 1].splitlines()
    return Run(tuple(whole), process.returncode, time.monotonic() - began, len(left))


def alive(session: int) -> list[int]:
    """Return the living processes of a session."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                said = (entry / "stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
            except OSError:
                continue
            if int(said[3]) == session and said[0] not in "ZX":
                found.append(int(entry.name))
    return found


def sound(place: Path) -> tuple[dict[str, int], int]:
    """See that a book opens, that its chain is whole and nothing stands in it twice; return its reports' statements and its size."""
    with open_ledger(place) as book:
        checked = book.verify()
        reports = Counter(one.subject for one in book.bookings(kind="report"))
        standing = Counter(one.id for one in book.statements())
        per = Counter(one.report for one in book.statements())
    assert all(count == 1 for count in reports.values()), "a report stands there twice"
    assert all(count == 1 for count in standing.values()), "a statement stands there twice"
    return {report: per[report] for report in reports}, checked.bookings


def told(place: Path) -> list[tuple[str, str]]:
    """Return what stands in a book, without its moments, in order of name."""
    with open_ledger(place) as book:
        return sorted((one.kind, one.subject) for one in book.bookings())


def serials(folder: Path, texts: Sequence[str], count: int) -> Iterator[Path]:
    """Write so many different reports, made of these texts, and yield their files."""
    folder.mkdir(exist_ok=True)
    for n in range(count):
        path = folder / f"{n:04}.txt"
        path.write_text(f"{texts[n % len(texts)]}\n\nSerial {n}: {n * 7} people came.\n", encoding="utf-8")
        yield path
