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

from missionwatch import assessment, briefing, picture, reading, register, reports
from missionwatch.errors import GoldError, ReportError, UnknownLanguageError
from missionwatch.reading import evaluation
from missionwatch.reading.yardsticks import DEFAULT
from missionwatch.records import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from missionwatch.ledger import Ledger
    from missionwatch.reading import Readers, Reading
    from missionwatch.reading.evaluation import Comparison
    from missionwatch.reading.gold import GoldReport
    from missionwatch.records import (
        Briefing,
        Change,
        Concern,
        Picture,
        ReportHead,
        Statement,
        Story,
        Theatre,
        Yardstick,
    )
    from missionwatch.reports.stories import Embedding


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

    With ``theatre`` those that name one of its missions or countries, with ``language`` those told in it too, with ``least``
    those of so many reports at least. Reports later than ``as_of`` are left out. ``kept`` is a file that keeps vectors.
    """
    from missionwatch.reports import stories  # noqa: PLC0415 - optional libraries, which only this needs

    dated = [
        (_day_told(booking.payload) or booking.known_at.date(), booking.payload)
        for booking in ledger.bookings(kind="report")
        if isinstance(booking.payload, Report)
    ]
    dated = sorted((d for d in dated if as_of is None or d[0] <= as_of), key=lambda d: (d[0], d[1].id))
    vectors = stories.KeptVectors(kept, embedding or stories.SentenceEmbedding)
    telling = stories.Telling()
    concerned: set[str] = set()
    wanted = (
        {*theatre.missions, *(f"state:{country}" for country in theatre.countries)} if theatre is not None else set()
    )
    for (day, report), vector in zip(dated, vectors.of([report for _, report in dated]), strict=True):
        made = stories.features(report, vector, day)
        telling.add(made, repeats=report.copy_of or (report.earlier[-1] if report.earlier else report.corrects))
        if theatre is None or made.named & wanted or _at_home(made.named, theatre):
            concerned.add(report.id)
    vectors.save()
    heads = {report.id: report.head for _, report in dated}
    found = telling.stories({name: head.title for name, head in heads.items()}, least=least)
    return tuple(
        (story, tuple(heads[name] for name in story.reports)) for story in found
        if concerned.intersection(story.reports) and (language is None or language in story.languages)
    )  # fmt: skip


def _day_told(report: Report) -> date | None:
    return report.published if report.dated != "future" else None


def _at_home(named: Iterable[str], theatre: Theatre) -> bool:
    """Say whether one of the places named lies in a country of the theatre."""
    places = (register.load().entry(name) for name in named if name.startswith("place:"))
    return any(place is not None and place.country in theatre.countries for place in places)


def _no_report(name: str) -> ReportError:
    return ReportError(f"there is no report {name}; `missionwatch add --json` tells the ids")


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
    day = _day_told(report)
    return datetime.combine(day, time(18), tzinfo=UTC) if day is not None else None


def _sourced(report: Report, theatre: Theatre | None) -> Report:
    if theatre is None:
        return report
    source = theatre.source(report.source)
    return msgspec.structs.replace(
        report, country=report.country or source.country, publisher=report.publisher or source.name
    )
