"""How many statements each report has, how many persons reviewed, how sure the rest is: counted as the book grows."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from missionwatch import flow
from missionwatch.records import Review, Statement, Supersession

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from missionwatch.ledger import Ledger
    from missionwatch.records import Booking


@dataclass(frozen=True, slots=True)
class Count:
    """The figures of a report: statements read, of which reviewed and rejected; how sure the least sure unreviewed one is.

    ``unread`` says that nobody could read it.
    """

    statements: int = 0
    reviewed: int = 0
    rejected: int = 0
    lowest: float | None = None
    unread: bool = False


class Tally:
    """Follows a ledger and counts; one for each ledger that is looked at."""

    def __init__(self) -> None:
        self._seq = 0
        self._lock = Lock()
        self._lines: dict[str, list[_Line]] = {}
        self._numbers: dict[int, _Line] = {}
        self._readers: dict[str, list[tuple[datetime, str]]] = {}
        self._verdicts: dict[str, list[tuple[datetime, str]]] = {}
        self._known: dict[str, datetime] = {}

    def counts(self, ledger: Ledger, known_at: datetime) -> dict[str, Count]:
        """Return the figures of every report known at a moment, by id."""
        with self._lock:
            size = ledger.size
            if size != self._seq:
                self._take(one for one in ledger.bookings(self._seq) if one.seq <= size)
                self._seq = size
            return {report: self._count(report, known_at) for report, known in self._known.items() if known <= known_at}

    def _take(self, bookings: Iterable[Booking]) -> None:
        for one in bookings:
            if isinstance(one.payload, Statement):
                line = _Line(one.subject, one.payload.confidence, one.known_at, one.superseded_at)
                self._lines.setdefault(one.payload.report, []).append(line)
                self._numbers[one.seq] = line
            elif isinstance(one.payload, Review):
                self._verdicts.setdefault(one.subject, []).append((one.known_at, one.payload.verdict))
            elif one.kind in ("report", "supersession"):
                self._known.setdefault(one.subject, one.known_at)
                self._readers.setdefault(one.subject, []).append((one.known_at, one.reader or ""))
                for number in one.payload.superseded if isinstance(one.payload, Supersession) else ():
                    if number in self._numbers:
                        self._numbers[number].gone = one.known_at

    def _count(self, report: str, known_at: datetime) -> Count:
        statements = reviewed = rejected = 0
        lowest: float | None = None
        for line in self._lines.get(report, ()):
            if line.known > known_at or (line.gone is not None and line.gone <= known_at):
                continue
            statements += 1
            verdict = self._verdict(line.statement, known_at)
            reviewed += verdict is not None
            rejected += verdict == "reject"
            if verdict is None and (lowest is None or line.confidence < lowest):
                lowest = line.confidence
        readers = [reader for known, reader in self._readers[report] if known <= known_at]
        return Count(statements, reviewed, rejected, lowest, unread=not statements and readers[-1] == flow.UNREAD)

    def _verdict(self, statement: str, known_at: datetime) -> str | None:
        stack: list[str] = []
        for known, verdict in self._verdicts.get(statement, ()):
            if known > known_at:
                break
            if verdict != "withdraw":
                stack.append(verdict)
            elif stack:
                stack.pop()
        return stack[-1] if stack else None


class _Line:
    """A booked statement's figures and the moments between which it stands."""

    __slots__ = ("confidence", "gone", "known", "statement")

    def __init__(self, statement: str, confidence: float, known: datetime, gone: datetime | None) -> None:
        self.statement, self.confidence, self.known, self.gone = statement, confidence, known, gone
