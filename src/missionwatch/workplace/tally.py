"""How many statements each report has, how many persons reviewed, how sure the rest is: counted as the book grows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock
from typing import TYPE_CHECKING

from missionwatch import flow
from missionwatch.records import Review, Statement, Supersession, put_verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from missionwatch.ledger import Ledger
    from missionwatch.records import Booking

_NEVER = datetime.max.replace(tzinfo=UTC)


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
        self._changed: dict[str, datetime] = {}
        self._latest: dict[str, Count] = {}

    def counts(self, ledger: Ledger, known_at: datetime, reports: Iterable[str]) -> dict[str, Count]:
        """Return the figures of those of these reports (ids) that are known at a moment."""
        with self._lock:
            size = ledger.size
            if size != self._seq:
                judged = self._take(one for one in ledger.bookings(self._seq) if one.seq <= size)
                for statement, when in judged.items():
                    self._touch(ledger.statement(statement).report, when)
                self._seq = size
            return {
                report: self._at(report, known_at) for report in reports if self._known.get(report, _NEVER) <= known_at
            }

    def _at(self, report: str, known_at: datetime) -> Count:
        """Return the figures of a report at a moment; those since what was booked of it last are counted once."""
        since = self._changed[report]
        if known_at < since:
            return self._count(report, known_at)
        if report not in self._latest:
            self._latest[report] = self._count(report, known_at)
        return self._latest[report]

    def _touch(self, report: str, known_at: datetime) -> None:
        self._changed[report] = max(known_at, self._changed.get(report, known_at))
        self._latest.pop(report, None)

    def _take(self, bookings: Iterable[Booking]) -> dict[str, datetime]:
        """Take up bookings; return the statements (ids) that were judged, and when they were last."""
        judged: dict[str, datetime] = {}
        for one in bookings:
            if isinstance(one.payload, Statement):
                line = _Line(one.subject, one.payload.confidence, one.known_at, one.superseded_at)
                self._lines.setdefault(one.payload.report, []).append(line)
                self._numbers[one.seq] = line
                self._touch(one.payload.report, one.known_at)
            elif isinstance(one.payload, Review):
                self._verdicts.setdefault(one.subject, []).append((one.known_at, one.payload.verdict))
                judged[one.subject] = one.known_at
            elif one.kind in ("report", "supersession"):
                self._known.setdefault(one.subject, one.known_at)
                self._readers.setdefault(one.subject, []).append((one.known_at, one.reader or ""))
                self._touch(one.subject, one.known_at)
                for number in one.payload.superseded if isinstance(one.payload, Supersession) else ():
                    if number in self._numbers:
                        self._numbers[number].gone = one.known_at
        return judged

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
            put_verdict(stack, verdict, verdict)
        return stack[-1] if stack else None


class _Line:
    """A booked statement's figures and the moments between which it stands."""

    __slots__ = ("confidence", "gone", "known", "statement")

    def __init__(self, statement: str, confidence: float, known: datetime, gone: datetime | None) -> None:
        self.statement, self.confidence, self.known, self.gone = statement, confidence, known, gone
