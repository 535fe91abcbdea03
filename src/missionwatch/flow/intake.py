"""Reports in: read, booked, read anew, told as stories."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from missionwatch import reading, reports
from missionwatch.errors import MissionwatchError, ReportError, UnknownLanguageError
from missionwatch.reading.yardsticks import DEFAULT
from missionwatch.records import Report, Statement
from missionwatch.sources import Waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from missionwatch.ledger import Ledger
    from missionwatch.reading import Readers, Reading
    from missionwatch.records import RawDocument, ReportHead, Story, Theatre, Yardstick
    from missionwatch.reports.stories import Embedding

UNREAD = "nobody"
"""The reader of reports that no reader could read yet; any reader supersedes it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: booked, known already, kept unread, or refused with the reason.

    ``number`` is its number in the collection, where it was collected; ``lost`` says that its bytes are not there.
    """

    path: Path
    report: Report | None = None
    statements: int = 0
    booked: int = 0
    already: bool = False
    refused: ReportError | UnknownLanguageError | None = None
    number: int | None = None
    lost: bool = False

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
    return read_report(report, theatre, yardstick)


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
    paths: Iterable[Path | Waiting],
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
    made: list[tuple[Path, Report, int | None]] = []
    for one in paths:
        path, number = (one, None) if isinstance(one, Path) else (Path(one.document.url), one.number)
        if isinstance(one, Waiting) and one.lost is not None:
            yield Outcome(path, refused=ReportError(one.lost), number=number, lost=True)
            continue
        try:
            data = reports.read_file(path) if isinstance(one, Path) else one.document.data
            if isinstance(one, Path):
                report = reports.make_report(one, data=data, published=published, language=language, source=source)
            else:
                report = reports.make_report_of(one.document)
            if raw is not None:
                raw.keep(data)
        except (ReportError, UnknownLanguageError) as fault:
            yield Outcome(path, refused=fault, number=number)
        else:
            made.append((path, _sourced(report, theatre), number))
    made.sort(key=lambda item: (item[1].published or date.max, item[0].name))
    names = {path.name: report.id for path, report, _ in made}
    memory = remembered(ledger, known)
    for path, draft, number in made:
        _catch_up(memory, ledger)
        report = memory.place(msgspec.structs.replace(draft, corrects=names.get(draft.corrects or "", draft.corrects)))
        outcome = _book(
            path, report, ledger, memory, *_read(report, yardstick), known_at=_evening(report) if replay else None
        )
        yield replace(outcome, number=number)
    _remember(memory, ledger, known)


def read_report(
    report: Report, theatre: Theatre | None = None, yardstick: Yardstick | None = None
) -> tuple[Report, tuple[Statement, ...]]:
    """Return a report with what the theatre knows of its source, and what it states."""
    sourced = _sourced(report, theatre)
    return sourced, reading.read(sourced, yardstick or (theatre.yardstick if theatre else DEFAULT))


def add_report(
    report: Report,
    ledger: Ledger,
    theatre: Theatre,
    *,
    yardstick: Yardstick | None = None,
    known: Path | None = None,
) -> Outcome:
    """Book one report that has been made, as ``add`` does with a file."""
    memory = remembered(ledger, known)
    placed = memory.place(_sourced(report, theatre))
    outcome = _book(Path(report.title), placed, ledger, memory, *_read(placed, yardstick or theatre.yardstick))
    _remember(memory, ledger, known)
    return outcome


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
        if name not in heads:
            yield Outcome(path, refused=_no_report(name))
            continue
        before = ledger.report(name)
        stated = before.published if before.dated in ("given", "metadata", "future") else None
        try:
            draft = reports.make_report(
                path, data=raw.get(before.raw or ""), published=stated, source=before.source, language=before.language,
                said={"url": before.url} if before.url else None,
            )  # fmt: skip
        except (ReportError, UnknownLanguageError) as fault:
            yield Outcome(path, refused=fault)
            continue
        draft = msgspec.structs.replace(
            draft, country=before.country, publisher=before.publisher or draft.publisher, dated=before.dated
        )
        report = before if draft.id == name else memory.follow(draft, before)
        yield _book(path, report, ledger, memory, *_read(report, yardstick or theatre.yardstick))
    _remember(memory, ledger, known)


def remembered(ledger: Ledger, known: Path | None = None) -> reports.KnownReports:
    """Return what is known of the book's reports: as kept in ``known``, and what was booked since; else from the book."""
    memory = reports.KnownReports.load(known, ledger.report) if known is not None else None
    if memory is not None and memory.seq:
        last = next(ledger.bookings(memory.seq - 1), None)
        if last is None or last.digest != memory.digest:
            memory = None  # of another ledger, or of one that was restored
    memory = memory or reports.KnownReports(ledger.report)
    _catch_up(memory, ledger)
    return memory


def _catch_up(memory: reports.KnownReports, ledger: Ledger) -> None:
    """Remember what was booked since, by whomever: another process may write the same ledger."""
    size, head = ledger.size, ledger.head
    if size == memory.seq:
        return
    for booking in ledger.bookings(memory.seq, kind="report"):
        if isinstance(booking.payload, Report):
            memory.add(booking.payload, booked=True)
    memory.seq, memory.digest = size, head


def _remember(memory: reports.KnownReports, ledger: Ledger, known: Path | None) -> None:
    if known is not None:
        _catch_up(memory, ledger)
        memory.save(known)


class Prepared(msgspec.Struct, frozen=True, kw_only=True):
    """A document made a report and read, before it has its place in the book: anybody can do this, anywhere, in any order.

    ``reader`` is who read it, ``UNREAD`` where nobody can (``refused`` then says why). Without ``report`` it cannot be one.
    """

    name: str
    report: Report | None = None
    statements: tuple[Statement, ...] = ()
    reader: str = UNREAD
    refused: str | None = None


def prepare(
    document: Path | RawDocument, theatre: Theatre, *, source: str | None = None, yardstick: Yardstick | None = None
) -> Prepared:
    """Return a document as a report with what it states; what cannot be a report is said so. ``source`` is a file's source."""
    name = document.name if isinstance(document, Path) else document.url
    try:
        made = (
            reports.make_report(document, data=reports.read_file(document), source=source)
            if isinstance(document, Path)
            else reports.make_report_of(document)
        )
    except (ReportError, UnknownLanguageError) as fault:
        return Prepared(name=name, refused=str(fault))
    report = _sourced(made, theatre)
    statements, reader, unread = _read(report, yardstick or theatre.yardstick)
    said = str(unread) if unread is not None else None
    return Prepared(name=name, report=report, statements=statements, reader=reader, refused=said)


def book_prepared(prepared: Iterable[Prepared], ledger: Ledger, memory: reports.KnownReports) -> Iterator[Outcome]:
    """Book what was prepared, in this order; ``memory`` is what ``remembered`` gives. What is booked already books nothing new."""
    for one in prepared:
        refused = ReportError(one.refused) if one.refused is not None else None
        if one.report is None:
            yield Outcome(Path(one.name), refused=refused)
            continue
        _catch_up(memory, ledger)
        report = memory.place(one.report)
        yield _book(Path(one.name), report, ledger, memory, one.statements, one.reader, refused)


def _read(
    report: Report, yardstick: Yardstick
) -> tuple[tuple[Statement, ...], str, ReportError | UnknownLanguageError | None]:
    """Return what a report states and who read it; of one that nobody can read, nothing, and why.

    A fault of the reader is one of ours: it stops no other report, and the one it stopped at is kept for a reader without it.
    """
    # a day that lies ahead is no day to count "yesterday" from
    told = msgspec.structs.replace(report, published=None) if report.dated == "future" else report
    try:
        return reading.read(told, yardstick), reading.reader_for(report.language, yardstick).name, None
    except UnknownLanguageError as fault:
        return (), UNREAD, fault
    except (MissionwatchError, MemoryError):
        raise
    except Exception as fault:  # noqa: BLE001 - whatever it is, the report is not lost
        said = f"our reader stopped at it ({type(fault).__name__}: {fault}); a later version can read it: add it again then"
        return (), UNREAD, ReportError(said)


def _book(
    path: Path,
    report: Report,
    ledger: Ledger,
    memory: reports.KnownReports,
    statements: tuple[Statement, ...],
    reader: str,
    refused: ReportError | UnknownLanguageError | None,
    *,
    known_at: datetime | None = None,
) -> Outcome:
    already = report.id in memory
    memory.add(report)
    if reader == UNREAD:  # kept without statements: a later reader will read it
        if not already:  # … and what an earlier reader read of it stands
            ledger.book(report, (), reader=UNREAD, known_at=known_at)
        return Outcome(path, report=report, already=already, refused=refused)
    receipt = ledger.book(report, statements, reader=reader, known_at=known_at)
    return Outcome(path, report, len(statements), receipt.booked, receipt.already)


def versions(ledger: Ledger, report: str | None = None) -> tuple[tuple[ReportHead, ReportHead, reports.Revision], ...]:
    """Return which reports are later versions of a page, each with the one before and what was changed; of one page or all."""
    heads = ledger.reports()
    if report is not None and report not in heads:
        raise _no_report(report)
    family = {report, *heads[report].earlier} if report is not None else set()
    return tuple(
        (heads[head.earlier[-1]], head, reports.revision(ledger.report(head.earlier[-1]), ledger.report(head.id)))
        for head in heads.values()
        if head.earlier and head.earlier[-1] in heads and (report is None or family & {head.id, *head.earlier})
    )


def tell(
    ledger: Ledger,
    theatre: Theatre | None = None,
    *,
    as_of: date | None = None,
    language: str | None = None,
    least: int = 2,
    kept: Path | None = None,
    embedding: Callable[[], Embedding] | None = None,
) -> tuple[tuple[Story, tuple[ReportHead, ...]], ...]:
    """Return the stories of the book's reports with the heads of their reports, the newest first.

    See ``stories_of``. Reports later than ``as_of`` are left out. ``kept`` is a file that keeps vectors.
    """
    from missionwatch.reports import stories  # noqa: PLC0415 - optional libraries, which only this needs

    dated = [
        (_day_told(booking.payload) or booking.known_at.date(), booking.payload)
        for booking in ledger.bookings(kind="report")
        if isinstance(booking.payload, Report)
    ]
    dated = [pair for pair in dated if as_of is None or pair[0] <= as_of]
    vectors = stories.KeptVectors(kept, embedding or stories.SentenceEmbedding)
    return stories.stories_of(dated, vectors, theatre=theatre, language=language, least=least)


def _day_told(report: Report) -> date | None:
    return report.published if report.dated != "future" else None


def _no_report(name: str) -> ReportError:
    return ReportError(f"there is no report {name}; `missionwatch add --json` tells the ids")


def _evening(report: Report) -> datetime | None:
    """Return the evening of a report's day; None where it has none or one that cannot be."""
    day = _day_told(report)
    return datetime.combine(day, time(18), tzinfo=UTC) if day is not None else None


def _sourced(report: Report, theatre: Theatre | None) -> Report:
    if theatre is None:
        return report
    source = theatre.source(report.source)
    return msgspec.structs.replace(
        report, country=report.country or source.country, publisher=report.publisher or source.name
    )
