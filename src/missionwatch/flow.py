"""The whole way on one screen: document → report → statements → ledger → picture → concerns → briefing.

No logic of its own: it calls the rooms in order. The doors (``cli``) call it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from missionwatch import assessment, briefing, picture, reading, reports
from missionwatch.errors import GoldError, ReportError, UnknownLanguageError
from missionwatch.reading import evaluation
from missionwatch.reading.yardsticks import DEFAULT
from missionwatch.records import Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from missionwatch.ledger import Ledger
    from missionwatch.reading import Readers, Reading
    from missionwatch.reading.evaluation import Comparison
    from missionwatch.reading.gold import GoldReport
    from missionwatch.records import Briefing, Change, Concern, Picture, Statement, Theatre, Yardstick


UNREAD = "nobody"
"""The reader of reports that no reader could read yet; any reader supersedes it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: booked, known already, kept unread, or refused with the reason."""

    path: Path
    report: Report | None = None
    statements: int = 0
    booked: int = 0
    already: bool = False
    refused: ReportError | UnknownLanguageError | None = None

    @property
    def unread(self) -> bool:
        """Say whether the report is in the book and nobody could read it: it is in another language."""
        return self.report is not None and self.refused is not None


def read(
    path: Path,
    *,
    published: date | None = None,
    language: str | None = None,
    source: str | None = None,
    theatre: Theatre | None = None,
    yardstick: Yardstick | None = None,
) -> tuple[Report, tuple[Statement, ...]]:
    """Read one document: clean it, date it, and say what it states. The yardstick is the theatre's where none is given."""
    report = reports.make_report(path, published=published, language=language, source=source)
    report = _sourced(report, theatre)
    return report, reading.read(report, yardstick or (theatre.yardstick if theatre else DEFAULT))


def consult(
    path: Path,
    readers: Readers,
    *,
    published: date | None = None,
    language: str | None = None,
    source: str | None = None,
    url: str | None = None,
    model: str | None = None,
    yardstick: Yardstick | None = None,
) -> tuple[Report, Reading]:
    """Read one document with the readers asked for; ``url`` and ``model`` outrank the environment's language model."""
    report = reports.make_report(path, published=published, language=language, source=source)
    return report, reading.consult(report, readers, os.environ, url=url, model=model, yardstick=yardstick or DEFAULT)


def add(
    paths: Iterable[Path],
    ledger: Ledger,
    theatre: Theatre,
    *,
    published: date | None = None,
    language: str | None = None,
    source: str | None = None,
    yardstick: Yardstick | None = None,
    replay: bool = False,
    known: Path | None = None,
    raw: reports.RawStore | None = None,
) -> Iterator[Outcome]:
    """Book documents, the earliest first; a document that cannot be read is named and the rest goes on.

    ``replay`` books each as known on the evening of its own publication (UTC), as if one had followed the news
    then; without it everything is known from now on. The yardstick is the theatre's where none is given. ``known`` is a
    file beside the ledger that remembers what is known of its reports, so that they need not be read again; ``raw`` keeps
    the documents themselves.
    """
    yardstick = yardstick or theatre.yardstick
    made: list[tuple[Path, Report]] = []
    for path in paths:
        try:
            data = reports.read_file(path)
            report = reports.make_report(path, data=data, published=published, language=language, source=source)
            if raw is not None:
                raw.keep(data)
        except (ReportError, UnknownLanguageError) as fault:
            yield Outcome(path, refused=fault)
        else:
            made.append((path, _sourced(report, theatre)))
    made.sort(key=lambda item: (item[1].published or date.max, item[0].name))
    names = {path.name: report.id for path, report in made}
    memory = remembered(ledger, known)
    for path, draft in made:
        report = memory.place(msgspec.structs.replace(draft, corrects=names.get(draft.corrects or "", draft.corrects)))
        yield _book(path, report, ledger, memory, yardstick, known_at=_evening(report) if replay else None)
    _remember(memory, ledger, known)


def remake(
    ledger: Ledger,
    theatre: Theatre,
    raw: reports.RawStore,
    *,
    chosen: Iterable[str] = (),
    yardstick: Yardstick | None = None,
    known: Path | None = None,
) -> Iterator[Outcome]:
    """Make reports again from their kept documents, by the rules of today; those of the ids ``chosen``, else all latest ones.

    A report that comes out the same books nothing. One that comes out otherwise is booked as a later version of itself: the
    earlier one stays in the book, and where the two speak of the same thing the later one counts.
    """
    heads = ledger.reports()
    replaced = {name for head in heads.values() for name in head.earlier}
    wanted = list(chosen) or [name for name, head in heads.items() if head.raw and name not in replaced]
    memory = remembered(ledger, known)
    for name in wanted:
        path = Path(name[:12])
        try:
            if name not in heads:
                raise ReportError(f"there is no report {name}; `missionwatch add --json` tells the ids")
            before = ledger.report(name)
            draft = reports.make_report(
                path, data=raw.get(before.raw or ""), published=before.published if before.dated in ("given", "metadata", "future") else None,
                source=before.source, language=before.language, said={"url": before.url} if before.url else None,
            )  # fmt: skip
        except (ReportError, UnknownLanguageError) as fault:
            yield Outcome(path, refused=fault)
            continue
        draft = msgspec.structs.replace(
            draft, country=before.country, publisher=before.publisher or draft.publisher, dated=before.dated
        )
        report = before if draft.id == name else memory.follow(draft, before)
        yield _book(path, report, ledger, memory, yardstick or theatre.yardstick)
    _remember(memory, ledger, known)


def remembered(ledger: Ledger, known: Path | None = None) -> reports.KnownReports:
    """Return what is known of the book's reports: as kept in ``known``, and what was booked since; else from the book."""
    memory = reports.KnownReports.load(known, ledger.report) if known is not None else None
    if memory is not None and memory.seq:
        last = next(ledger.bookings(memory.seq - 1), None)
        if last is None or last.digest != memory.digest:
            memory = None  # of another ledger, or of one that was restored
    memory = memory or reports.KnownReports(ledger.report)
    for booking in ledger.bookings(memory.seq, kind="report"):
        if isinstance(booking.payload, Report):
            memory.add(booking.payload, booked=True)
    return memory


def _remember(memory: reports.KnownReports, ledger: Ledger, known: Path | None) -> None:
    if known is not None:
        memory.seq, memory.digest = ledger.size, ledger.head
        memory.save(known)


def _book(
    path: Path,
    report: Report,
    ledger: Ledger,
    memory: reports.KnownReports,
    yardstick: Yardstick,
    *,
    known_at: datetime | None = None,
) -> Outcome:
    already = report.id in memory
    memory.add(report)
    try:
        # a day that lies ahead is no day to count "yesterday" from
        told = msgspec.structs.replace(report, published=None) if report.dated == "future" else report
        statements = reading.read(told, yardstick)
    except UnknownLanguageError as fault:  # kept without statements: a later reader will read it
        if not already:  # … and what an earlier reader read of it stands
            ledger.book(report, (), reader=UNREAD, known_at=known_at)
        return Outcome(path, report=report, already=already, refused=fault)
    reader = reading.reader_for(report.language, yardstick).name
    receipt = ledger.book(report, statements, reader=reader, known_at=known_at)
    return Outcome(path, report, len(statements), receipt.booked, receipt.already)


def see(ledger: Ledger, theatre: Theatre, *, as_of: date, known_at: datetime) -> Picture:
    """Return the picture as of a date, as known at a moment."""
    statements = ledger.statements(valid=as_of, known=known_at)
    return picture.build(theatre, statements, ledger.reports(known=known_at), as_of=as_of, known_at=known_at)


def compare(
    ledger: Ledger, theatre: Theatre, *, before: date, after: date, known_at: datetime | None = None
) -> tuple[Change, ...]:
    """Return what changed from one date to another, each as known on its own evening or both as known at ``known_at``."""
    first = see(ledger, theatre, as_of=before, known_at=known_at or end_of(before))
    second = see(ledger, theatre, as_of=after, known_at=known_at or end_of(after))
    return picture.changes(first, second)


def judge(seen: Picture) -> tuple[Concern, ...]:
    """Return how worrying each mission's state is, and why."""
    return assessment.assess(seen)


def brief(seen: Picture, *, language: str, changes: tuple[Change, ...] = ()) -> Briefing:
    """Return the briefing on a picture."""
    return briefing.write(seen, judge(seen), language=language, changes=changes)


def examine(gold: Iterable[GoldReport]) -> Iterator[Comparison]:
    """Read gold reports and hold each reading beside its gold.

    Raises ``GoldError`` that names the report where its document cannot be one.
    """
    for wanted in gold:
        try:
            report = reports.make_report(
                wanted.file, text=wanted.text, published=wanted.published, language=wanted.language
            )
        except ReportError as fault:
            raise GoldError(f"report {wanted.id}: {fault}") from fault
        yield evaluation.compare(wanted, report, reading.read(report))


def end_of(day: date) -> datetime:
    """Return the last moment of a day (UTC): what was known then."""
    return datetime.combine(day, time.max, tzinfo=UTC)


def _evening(report: Report) -> datetime | None:
    """Return the evening of a report's day; None where it has none or one that cannot be."""
    if report.published is None or report.dated == "future":
        return None
    return datetime.combine(report.published, time(18), tzinfo=UTC)


def _sourced(report: Report, theatre: Theatre | None) -> Report:
    if theatre is None:
        return report
    source = theatre.source(report.source)
    return msgspec.structs.replace(
        report, country=report.country or source.country, publisher=report.publisher or source.name
    )
