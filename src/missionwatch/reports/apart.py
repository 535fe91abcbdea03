"""Documents are opened in a process of their own: what a document makes its reader do is bounded in time and memory, and ends there.

The libraries that open PDF, DOCX, ODT, e-mails and web pages are large, partly not in Python, and can be made to run for hours, to fill the
memory or to end the process. So another process has them: it has ``MEMORY`` bytes and ``SECONDS`` of processor time a document, writes no
file, knows none of our settings, and is ended and made anew where it goes beyond. It answers in plain data that is checked.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import BoundedSemaphore, Lock, Timer
from typing import IO

import msgspec

from missionwatch.errors import ReportError
from missionwatch.reports.documents import Document, opened

SECONDS = 30
"""Processor time that one document may take; a report of hundreds of pages takes one or two seconds."""
MEMORY = 2_000_000_000
"""Bytes of address space that the process may have, its libraries' 300 MB among them."""
_WAIT = 20 * SECONDS  # seconds by the clock, where the processor is busy with something else
_AT_ONCE = 4  # processes; who comes while all are at work waits
_LARGEST_ANSWER = 64_000_000  # bytes
_KNOWS = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT", "LD_LIBRARY_PATH")
_LENGTH = 4  # bytes that say how many follow


class _Task(msgspec.Struct, array_like=True):
    """What the process is given; names are bytes, for not every name of a file is text."""

    data: bytes
    name: bytes
    charset: bytes | None
    url: bytes | None


class _Answer(msgspec.Struct, array_like=True):
    """What it gives back: the document, or why it is none in our words, or the name of a fault that nobody foresaw."""

    document: Document | None = None
    refused: bytes = b""
    fault: str = ""


class _Process:
    """One such process, as its caller sees it."""

    def __init__(self) -> None:
        environment = {key: os.environ[key] for key in _KNOWS if key in os.environ}
        environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
        self._process = subprocess.Popen(  # noqa: S603 - this module
            [sys.executable, "-B", "-m", __name__], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip

    @property
    def pid(self) -> int:
        """Return its number."""
        return self._process.pid

    def ask(self, task: bytes) -> bytes | None:
        """Return the answer, None where the process ended before it had one."""
        out, into = self._process.stdin, self._process.stdout
        if out is None or into is None:
            return None
        late = Timer(_WAIT, self._process.kill)
        late.daemon = True
        late.start()
        try:
            _write(out, task)
            return _read(into, _LARGEST_ANSWER)
        except BrokenPipeError:
            return None
        finally:
            late.cancel()

    def end(self) -> int:
        """End the process; return its exit code, negative for the signal that ended it."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        return self._process.wait()


_idle: list[_Process] = []
_owner = os.getpid()
_lock = Lock()
_room = BoundedSemaphore(_AT_ONCE)


def open_apart(data: bytes, path: Path, *, charset: str | None, url: str | None) -> Document:
    """Return the blocks of a document's bytes as ``documents.opened`` does, from a process of its own.

    Raises ``ReportError`` where the document cannot be a report, or takes more time or memory than a report does.
    """
    task = msgspec.msgpack.encode(_Task(data, os.fsencode(path), _said(charset), _said(url)))
    with _room:
        for attempt in (1, 2):
            process, used = _taken()
            try:
                answer = process.ask(task)
            except BaseException:
                process.end()  # what it answers now is no answer to the next question
                raise
            if answer is not None:
                break
            process.end()
            if not used or attempt == 2:  # one that was idle may have been ended by somebody else
                raise ReportError(f"{path} takes more than {SECONDS} s to open, or ends its reader; that is no report")
        with _lock:
            _idle.append(process)
    return _result(answer or b"", path)


def _taken() -> tuple[_Process, bool]:
    global _owner  # noqa: PLW0603 - processes belong to the process that made them, not to its forks
    with _lock:
        if _owner != os.getpid():
            _idle.clear()
            _owner = os.getpid()
        if _idle:
            return _idle.pop(), True
    return _Process(), False


def _result(answer: bytes, path: Path) -> Document:
    try:
        said = msgspec.msgpack.decode(answer, type=_Answer)
    except msgspec.MsgspecError as fault:
        raise ReportError(f"{path} cannot be read: its reader gave no sense") from fault
    if said.document is not None:
        return said.document
    if said.refused:
        raise ReportError(said.refused.decode("utf-8", "surrogateescape"))
    if said.fault == "MemoryError":
        raise ReportError(f"{path} takes more than {MEMORY // 1_000_000} MB of memory to open; that is no report")
    raise ReportError(f"{path} cannot be read ({said.fault}); save it as another format")


def _said(value: str | None) -> bytes | None:
    return value.encode("utf-8", "surrogatepass") if value is not None else None


def _write(out: IO[bytes], data: bytes) -> None:
    out.write(len(data).to_bytes(_LENGTH, "big"))
    out.write(data)
    out.flush()


def _read(into: IO[bytes], most: int) -> bytes | None:
    size = int.from_bytes(into.read(_LENGTH), "big")
    data = into.read(size) if 0 < size <= most else b""
    return data if size and len(data) == size else None


@atexit.register
def close() -> None:
    """End the processes that wait for documents; the next document makes one anew."""
    with _lock:
        while _idle and _owner == os.getpid():
            _idle.pop().end()


# --- inside the process


def _work() -> None:
    out, into = sys.stdout.buffer, sys.stdin.buffer
    _bound()
    while (given := _read(into, 1 << 31)) is not None:
        task = msgspec.msgpack.decode(given, type=_Task)
        del given
        _more_time()
        _write(out, msgspec.msgpack.encode(_answer(task)))


def _answer(task: _Task) -> _Answer:
    charset, url = (None if s is None else s.decode("utf-8", "surrogatepass") for s in (task.charset, task.url))
    try:
        return _Answer(opened(task.data, Path(os.fsdecode(task.name)), charset=charset, url=url))
    except ReportError as fault:
        return _Answer(refused=str(fault).encode("utf-8", "surrogateescape"))
    except Exception as fault:  # noqa: BLE001 - a library's fault in a hostile document is that document's end, not ours
        return _Answer(fault=type(fault).__name__)


def _bound() -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows, where only the clock bounds the process
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0)):
        hard = resource.getrlimit(what)[1]
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _more_time() -> None:
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    until = int(used.ru_utime + used.ru_stime) + SECONDS
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (until if hard == resource.RLIM_INFINITY else min(until, hard), hard))


if __name__ == "__main__":
    _work()
