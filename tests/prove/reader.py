"""One process that reads hostile documents: what becomes of each, how long it took, how much memory the process had at most.

Run as a program it is that process: frames of a length, a kind and bytes come in, a line of JSON goes out for each.
"""

from __future__ import annotations

import json
import os
import resource
import select
import struct
import subprocess
import sys
import time
import traceback
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self, cast

if TYPE_CHECKING:
    from missionwatch.sources.fetching import Client

Kind = Literal["report", "feed", "stix", "ftm"]
ROOT = Path(__file__).parents[2]
_UNFORESEEN = (
    "hostile cannot be read (",
    "entry cannot be read (",
)  # what `apart` says of a fault that no format knows
_HEAD = struct.Struct("!IB")
_KINDS: tuple[Kind, ...] = ("report", "feed", "stix", "ftm")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a document: ``read``, ``refused`` (one of our errors), ``broke`` (anything else), ``died`` or ``late``."""

    what: str
    says: str
    seconds: float
    peak: int
    """Bytes: the most the process ever had; it began with some."""


class Reader:
    """The process, as its caller sees it; it is made anew where it died or was too late."""

    def __init__(self, *, memory: int, seconds: float) -> None:
        self._memory, self._seconds = memory, seconds
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Return the reader."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self.close()

    def close(self) -> None:
        """End the process, where there is one."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def warm(self) -> None:
        """Start the process and have it load its libraries, so that their time is no document's."""
        self.read("report", b"Some words that are a report, and enough of them to tell that they are English.")

    def read(self, kind: Kind, data: bytes) -> Outcome:
        """Have one document read."""
        process = self._process or self._start()
        assert process.stdin is not None
        assert process.stdout is not None
        began = time.monotonic()
        try:
            process.stdin.write(_HEAD.pack(len(data), _KINDS.index(kind)) + data)
            process.stdin.flush()
            ready, _, _ = select.select([process.stdout], [], [], self._seconds)
            line = process.stdout.readline() if ready else None
        except BrokenPipeError:
            line = b""
        took = time.monotonic() - began
        if line is None:
            self.close()
            return Outcome("late", f"more than {self._seconds:.0f} s", took, 0)
        if not line:
            code = process.wait()
            self.close()
            return Outcome("died", f"exit {code}", took, 0)
        said = json.loads(line)
        return Outcome(said["what"], said["says"], took, said["peak"])

    def _start(self) -> subprocess.Popen[bytes]:
        environment = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}:{os.environ.get('PYTHONPATH', '')}"}
        self._process = subprocess.Popen(  # noqa: S603 - this very module
            [sys.executable, "-m", "tests.prove.reader", str(self._memory)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, cwd=ROOT, env=environment,
        )  # fmt: skip
        return self._process


def take(kind: Kind, data: bytes) -> None:
    """Read one document by the way that its kind comes in; raise what it raises."""
    from missionwatch.exchange import ftm_reading, stix_reading  # noqa: PLC0415
    from missionwatch.reports import make_report  # noqa: PLC0415
    from missionwatch.reports.cleaning import clean  # noqa: PLC0415

    if kind == "report":
        make_report(Path("hostile"), data=data, now=date(2022, 3, 1))
    elif kind == "feed":
        read_feed(data)
    elif kind == "stix":
        stix_reading.from_stix(data, "hostile", clean)
    else:
        ftm_reading.from_ftm(data, "hostile", clean)


def read_feed(data: bytes) -> None:
    """Read a feed as the connector does, and make a report of the first entries that bring their own text."""
    from datetime import UTC, datetime  # noqa: PLC0415

    from missionwatch.records import Collect, Source  # noqa: PLC0415
    from missionwatch.reports import make_report  # noqa: PLC0415
    from missionwatch.sources.connectors import feed  # noqa: PLC0415
    from missionwatch.sources.fetching import Fetched  # noqa: PLC0415
    from missionwatch.sources.visiting import Visit  # noqa: PLC0415

    now, address = datetime(2022, 3, 1, tzinfo=UTC), "https://news.example.org/feed"
    fetched = Fetched(address, address, "application/rss+xml", None, data, now, {})
    visit: Visit[Any] = Visit(
        Collect(source="s", connector="feed"), Source("s", "S"), feed.Options(url=address), cast("Client", None), {}, lambda: now,
        lambda _: None,
    )  # fmt: skip
    own = [w for w, _ in feed.entries(visit, feed.parse(visit, fetched), address, full=False) if w.data]
    for wanted in own[:3]:
        make_report(Path("entry"), data=wanted.data, charset=wanted.charset, now=now.date())


def _serve(memory: int) -> None:
    from missionwatch.errors import MissionwatchError  # noqa: PLC0415

    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    out, into = sys.stdout.buffer, sys.stdin.buffer
    while head := into.read(_HEAD.size):
        size, kind = _HEAD.unpack(head)
        data = into.read(size)
        what, says = "read", ""
        try:
            take(_KINDS[kind], data)
        except MissionwatchError as fault:
            what = "broke" if str(fault).startswith(_UNFORESEEN) else "refused"
            says = f"{type(fault).__name__}: {fault}"
        except BaseException as fault:  # noqa: BLE001 - this is what is looked for
            trace = traceback.extract_tb(fault.__traceback__)
            ours = next((one for one in reversed(trace) if "missionwatch" in one.filename), trace[-1])
            what, says = (
                "broke",
                f"{type(fault).__name__}: {str(fault)[:200]} ({Path(ours.filename).name}:{ours.lineno})",
            )
        del data
        peak = _peak()
        out.write(json.dumps({"what": what, "says": says[:400], "peak": peak}).encode() + b"\n")
        out.flush()


def _peak() -> int:
    """Return the most bytes that this process, or one that opened a document for it, ever had."""
    from missionwatch.reports import apart  # noqa: PLC0415

    waiting = [Path(f"/proc/{one.pid}/status").read_text(encoding="ascii") for one in apart._idle]
    alive = [int(line.split()[1]) for text in waiting for line in text.splitlines() if line.startswith("VmHWM:")]
    ended = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return max(*alive, *ended) * 1024


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
