"""Lines of other ledgers booked anew, in a new chain: how two ledgers become one, and how what is whole of a damaged one is kept. Pure."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from missionwatch.errors import LedgerDamagedError
from missionwatch.ledger import rules
from missionwatch.records import Act, BookingKind, Supersession

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from missionwatch.ledger.rules import Line

BY = "missionwatch"
"""Who is said to have done what the program itself books."""
_OF_READINGS = frozenset({"report", "supersession", "statement"})


class Loss(NamedTuple):
    """What could not be kept: the numbers of bookings from ``first`` to ``last``, what stood there as far as known, and why."""

    first: int
    last: int
    what: str
    why: str

    def __str__(self) -> str:
        which = f"booking {self.first}" if self.first == self.last else f"bookings {self.first} to {self.last}"
        return f"{which}{f' ({self.what})' if self.what else ''}: {self.why}"


class Replay:
    """A new chain that lines are booked into again, a reading (a report with its statements, by one reader) once.

    ``size`` and ``head`` are those of the chain so far, ``lost`` what could not be kept because what it belongs to is not there.
    """

    def __init__(self) -> None:
        self.size, self.head = 0, rules.GENESIS
        self.lost: list[Loss] = []
        self._known_at: datetime | None = None
        self._reports: set[str] = set()
        self._statements: set[str] = set()
        self._readings: dict[tuple[str | None, str | None], int] = {}
        self._standing: dict[str | None, dict[str, int | None]] = {}

    def add(self, line: Line, source: int = 0) -> Iterator[Line]:
        """Yield what a line of a source becomes: itself in the new chain, a supersession, or nothing where it is there already."""
        if line.kind in _OF_READINGS:
            yield from self._read(line, source)
        elif line.kind == "review" and line.subject not in self._statements:
            self.lost.append(Loss(line.seq, line.seq, f"review of {line.subject}", "its statement is lost"))
        else:
            yield self._next(line.kind, line, line.payload)

    def note(self, what: str, detail: dict[str, str], now: datetime) -> Line:
        """Return the last line: what the chain was made of."""
        act = Act(by=BY, what=what, detail=detail)
        rules.check_act(act)
        when = max(now, self._known_at) if self._known_at is not None else now
        (line,) = rules.chain([rules.single(BY, act, when)], after=self.size, previous=self.head, known_at=when)
        return line

    def _read(self, line: Line, source: int) -> Iterator[Line]:
        reading = (line.report, line.reader)
        if line.kind == "report" and line.subject not in self._reports:
            self._reports.add(line.subject)
            self._readings[reading] = source
            yield self._next("report", line, line.payload)
            return
        if line.report not in self._reports:
            self.lost.append(
                Loss(line.seq, line.seq, f"{line.kind} {line.subject}", f"its report {line.report} is lost")
            )
            return
        by_person = rules.is_added(line.reader)  # no reading: it stands by itself, and no reading undoes it
        if not by_person and reading not in self._readings:
            self._readings[reading] = source
            yield self._again(line)
        standing = self._standing.setdefault(line.report, {})
        if line.kind != "statement" or line.subject in standing or not (by_person or self._readings[reading] == source):
            return
        self._statements.add(line.subject)
        new = self._next("statement", line, line.payload)
        standing[line.subject] = None if by_person else new.seq
        yield new

    def _again(self, line: Line) -> Line:
        standing = self._standing.setdefault(line.report, {})
        read = tuple(seq for seq in standing.values() if seq is not None)
        self._standing[line.report] = dict.fromkeys(subject for subject, seq in standing.items() if seq is None)
        undone = Supersession(superseded=read, reason=f"read again by {line.reader}")
        return self._next("supersession", line, msgspec.json.encode(undone), subject=line.report)

    def _next(self, kind: BookingKind, line: Line, payload: bytes, *, subject: str | None = None) -> Line:
        when = max(line.known_at, self._known_at) if self._known_at is not None else line.known_at
        said = (
            self.size + 1,
            kind,
            subject or line.subject,
            line.report,
            line.reader,
            line.valid_from,
            when,
            payload,
            self.head,
        )
        digest = rules.digest_of(*said)
        self.size, self.head, self._known_at = self.size + 1, digest, when
        return rules.Line(*said, digest)


def merged(first: Iterable[Line], second: Iterable[Line], *, heads: tuple[str, str], now: datetime) -> Iterator[Line]:
    """Yield the chain of two ledgers in one, in the order in which things were known; nothing twice, those of the first first.

    A reading that both have is taken from where it was known first; a review, rating, marking or act that both booked at the same
    moment is one. The last line says from which heads it was made.
    """
    replay = Replay()
    sides = [_moments(first), _moments(second)]
    waiting = [next(side, None) for side in sides]
    while any(waiting):
        now_known = min(one[0] for one in waiting if one is not None)
        there: Counter[tuple[str, bytes]] = Counter()
        for source, one in enumerate(waiting):
            if one is None or one[0] != now_known:
                continue
            for line in one[1]:
                said = (line.kind, line.payload)
                if line.kind not in _OF_READINGS:
                    if source == 0:
                        there[said] += 1
                    elif there[said] > 0:
                        there[said] -= 1
                        continue
                yield from replay.add(line, source)
            waiting[source] = next(sides[source], None)
    yield replay.note("merged", {"first": heads[0], "second": heads[1]}, now)


def _moments(lines: Iterable[Line]) -> Iterator[tuple[datetime, list[Line]]]:
    for known_at, group in groupby(lines, key=lambda line: line.known_at):
        yield known_at, list(group)


def salvaged(lines: Iterable[Line | Loss], lost: list[Loss], *, now: datetime) -> Iterator[Line]:
    """Yield what is whole in a new chain; ``lost`` is filled with what is not, and the last line says how much that is.

    A line is whole where its digest is that of what it says, and where the line after it, if that is whole, continues it. What belongs
    to something that is lost is lost too, but for markings: who may see a report is kept, should the report come back.
    """
    replay = Replay()
    last: str = rules.GENESIS
    for line in _whole(lines, lost):
        last = line.digest
        yield from replay.add(line)
    lost += replay.lost
    lost.sort()
    count = sum(one.last - one.first + 1 for one in lost)
    yield replay.note("salvaged", {"last": last, "lost": str(count)}, now)


def _whole(lines: Iterable[Line | Loss], lost: list[Loss]) -> Iterator[Line]:
    expected = 1
    held: list[Line] = []  # a line is decided on when the two after it are there
    for line in lines:
        if isinstance(line, Loss):
            lost.append(line)
            expected = max(expected, line.last + 1)
            continue
        if line.seq < expected:
            lost.append(Loss(line.seq, line.seq, f"{line.kind} {line.subject}", "stands out of order"))
            continue
        if line.seq > expected:
            lost.append(Loss(expected, line.seq - 1, "", "missing"))
        expected = max(expected, line.seq + 1)
        if not rules.sound(line) or not _readable(line):
            lost.append(_changed(line))
            continue
        held.append(line)
        if len(held) == 3:
            yield from _settle(held, lost)
    while held:
        yield from _settle(held, lost)


def _settle(held: list[Line], lost: list[Loss]) -> Iterator[Line]:
    """Decide on the first of the lines held, by those after it; where the two do not fit, the one with a follower is believed."""
    line, after = held[0], held[1] if len(held) > 1 else None
    if after is None or after.seq != line.seq + 1 or after.previous == line.digest:
        yield held.pop(0)
    elif len(held) == 3 and held[2].seq == after.seq + 1 and held[2].previous == after.digest:
        lost.append(_changed(held.pop(0)))
    else:
        lost.append(_changed(held.pop(1)))
        yield held.pop(0)


def _readable(line: Line) -> bool:
    try:
        return line.booking is not None
    except LedgerDamagedError:
        return False


def _changed(line: Line) -> Loss:
    return Loss(line.seq, line.seq, f"{line.kind} {line.subject}", "was changed")
