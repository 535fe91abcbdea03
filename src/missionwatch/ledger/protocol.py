"""What every ledger does, whatever it is stored in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from datetime import date, datetime
    from types import TracebackType

    from missionwatch.ledger.rules import Line
    from missionwatch.records import (
        Act,
        Booking,
        BookingKind,
        Marked,
        Report,
        ReportHead,
        Review,
        Source,
        Statement,
        Tlp,
    )


class Receipt(NamedTuple):
    """What a booking did: how many statements were booked, and whether the report was booked by this reader already."""

    booked: int
    already: bool


class Verification(NamedTuple):
    """The outcome of a check: how many bookings there are, and the last digest."""

    bookings: int
    head: str


class Ledger(Protocol):
    """An append-only book with two times: what a booking speaks of, and when we learnt it.

    Moments are timezone-aware; ``known_at`` never runs backwards.
    """

    @property
    def layers(self) -> dict[str, object]:
        """Return what is laid over the ledger and lives as long as it (see ``cleared``)."""
        ...

    def book(
        self,
        report: Report,
        statements: Sequence[Statement],
        *,
        reader: str,
        known_at: datetime | None = None,
        marking: Marked | None = None,
    ) -> Receipt:
        """Book a report with all its statements, or nothing; with its ``marking``, so that it is never seen without.

        The same report by the same reader books nothing new. By another reader it supersedes what the earlier one read:
        those statements stay in the book and stand no longer. What a person added stands on, and is not booked again where
        the reader says it too. Raises ``BookingRefusedError`` where ``known_at`` lies before the last booking, a statement is
        of another report, or the reader is a person.
        """
        ...

    def together(self) -> AbstractContextManager[None]:
        """Return a block in which all that this thread books is booked at once when it ends, or nothing where it fails.

        For many reports in a row: the disk is waited for once. Others see nothing of it before, and their bookings wait. What is
        booked in it can be read in it.
        """
        ...

    def add(self, statement: Statement, *, known_at: datetime | None = None) -> None:
        """Book what a person found in a report of the book that no reader found; ``statement.reader`` is ``person:<name>``.

        It supersedes nothing, and no reader supersedes it: only reviews bear on it. Raises ``BookingRefusedError`` where there
        is no such report, its text does not say the quote there, or a statement that says the same stands already.
        """
        ...

    def review(self, review: Review, *, after: int | None = None, known_at: datetime | None = None) -> None:
        """Book a person's verdict on a statement; raise ``BookingRefusedError`` where there is no such statement.

        ``after`` is how many reviews of the statement the person has seen: raises ``OvertakenError`` where there are others.
        """
        ...

    def rate(self, source: Source, *, known_at: datetime | None = None) -> None:
        """Book how far a source can be relied on; it outranks the theatre's file from then on.

        Raises ``BookingRefusedError`` where it says no ``reason`` or not ``by`` whom.
        """
        ...

    def sources(self, *, known: datetime | None = None) -> dict[str, Source]:
        """Return the rated sources as known at ``known``, by id: of each the rating booked last."""
        ...

    def mark(self, marking: Marked, *, known_at: datetime | None = None) -> None:
        """Book who may see a report; raise ``BookingRefusedError`` where there is no such report or nobody marks it."""
        ...

    def markings(self, *, known: datetime | None = None) -> dict[str, Tlp]:
        """Return the marks of the reports that were marked by ``known``, by id: of each the one booked last."""
        ...

    def note(self, act: Act, *, known_at: datetime | None = None) -> None:
        """Book what somebody did, for the audit log; ``bookings(kind="act")`` gives them back.

        Raises ``BookingRefusedError`` where it is not said who did what, or where it says too much.
        """
        ...

    def statements(
        self, *, valid: date | None = None, known: datetime | None = None, topics: Collection[str] | None = None
    ) -> tuple[Statement, ...]:
        """Return the statements that stand as known at ``known``, of reports or times up to ``valid``, in booking order.

        Reviews known by then count: a rejected statement is left out, a corrected one replaced, an accepted one is sure.
        ``topics`` narrows them to those filed under one of these, without reading the rest.
        """
        ...

    def reports(
        self, *, known: datetime | None = None, topics: Collection[str] | None = None, since: int = 0
    ) -> dict[str, ReportHead]:
        """Return the heads of the reports known at ``known``, by id, of those booked after number ``since``.

        With ``topics`` those with a statement under one of these.
        """
        ...

    def report(self, report: str) -> Report:
        """Return a report by id; raise ``KeyError`` where there is none."""
        ...

    def statement(self, statement: str) -> Statement:
        """Return a statement by id as it was booked first; raise ``KeyError`` where there is none."""
        ...

    def reviews(self, statement: str) -> tuple[Review, ...]:
        """Return all reviews of a statement, in the order they were booked."""
        ...

    def about(self, report: str) -> tuple[Booking, ...]:
        """Return the bookings that bear on one report, in order: it, what was read of it, supersessions and reviews of that."""
        ...

    def bookings(
        self,
        since: int = 0,
        *,
        kind: BookingKind | None = None,
        topics: Collection[str] | None = None,
        report: str | None = None,
    ) -> Iterator[Booking]:
        """Yield the bookings after number ``since``, in order; with ``kind`` those of one kind, with ``report`` those of one.

        With ``topics`` only what bears on statements filed under one of these: the statements, the supersessions and
        reviews of them, and all rated sources; not the reports, which ``reports`` gives.
        """
        ...

    def lines(self, since: int = 0) -> Iterator[Line]:
        """Yield the bookings after number ``since`` as they are stored, in order: what a copy is made of."""
        ...

    def take(self, lines: Iterable[Line]) -> int:
        """Append the lines of another ledger as they are, all or none; return how many. Only into an empty ledger.

        What their supersessions name is marked superseded, whatever the lines say of themselves. Raises ``LedgerDamagedError`` where
        a line does not continue the chain, ``LedgerError`` where the ledger has bookings.
        """
        ...

    @property
    def head(self) -> str:
        """Return the digest of the last booking; it stands for the whole book."""
        ...

    @property
    def size(self) -> int:
        """Return the number of bookings."""
        ...

    def verify(self, *, expect: str | None = None) -> Verification:
        """Check the whole chain; raise ``LedgerDamagedError`` that names the first bad booking.

        ``expect`` is a digest noted earlier, which must be in the chain: so nobody can have cut the end off.
        """
        ...

    def close(self) -> None:
        """Let go of the store."""
        ...

    def __enter__(self) -> Self:
        """Return the ledger."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the ledger."""
        ...
