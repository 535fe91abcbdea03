"""The whole way on one screen: document → report → statements → ledger → picture → concerns → briefing.

No logic of its own: it calls the rooms in order. The doors (``cli``) call it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import msgspec

from missionwatch import assessment, briefing, picture, reading, reports
from missionwatch.errors import GoldError, ReportError, UnknownLanguageError
from missionwatch.reading import evaluation
from missionwatch.reading.yardsticks import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from missionwatch.ledger import Ledger
    from missionwatch.reading import Readers, Reading
    from missionwatch.reading.evaluation import Comparison
    from missionwatch.reading.gold import GoldReport
    from missionwatch.records import (
        Briefing,
        Change,
        Concern,
        Picture,
        Reliability,
        Report,
        Source,
        Statement,
        Theatre,
        Weighing,
        Yardstick,
    )


UNREAD = "nobody"
"""The reader of reports that no reader could read yet; any reader supersedes it."""


_VIEWS: WeakKeyDictionary[Ledger, dict[bytes, picture.View]] = WeakKeyDictionary()
_MOST_VIEWS = 8  # theatres that one process follows at a time; a view holds a theatre's statements in memory
_LOOKING = Lock()  # a view works out what is asked of it as it goes: one looks at a time


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
) -> Iterator[Outcome]:
    """Book documents, the earliest first; a document that cannot be read is named and the rest goes on.

    ``replay`` books each as known on the evening of its own publication (UTC), as if one had followed the news
    then; without it everything is known from now on. The yardstick is the theatre's where none is given.
    """
    yardstick = yardstick or theatre.yardstick
    made: list[tuple[Path, Report]] = []
    for path in paths:
        try:
            report = reports.make_report(path, published=published, language=language, source=source)
        except (ReportError, UnknownLanguageError) as fault:
            yield Outcome(path, refused=fault)
        else:
            made.append((path, _sourced(report, theatre)))
    made.sort(key=lambda item: (item[1].published or date.max, item[0].name))
    names = {path.name: report.id for path, report in made}
    copies = reports.Copies()
    booked = dict.fromkeys(ledger.reports())
    for known in booked:
        copies.add(ledger.report(known))
    for path, draft in made:
        report = msgspec.structs.replace(
            draft, corrects=names.get(draft.corrects or "", draft.corrects), copy_of=copies.original(draft)
        )
        copies.add(report)
        known_at = _evening(report.published) if replay and report.published else None
        already = report.id in booked
        booked[report.id] = None
        try:
            statements = reading.read(report, yardstick)
        except UnknownLanguageError as fault:  # kept without statements: a later reader will read it
            if not already:  # … and what an earlier reader read of it stands
                ledger.book(report, (), reader=UNREAD, known_at=known_at)
            yield Outcome(path, report=report, already=already, refused=fault)
            continue
        reader = reading.reader_for(report.language, yardstick).name
        receipt = ledger.book(report, statements, reader=reader, known_at=known_at)
        yield Outcome(path, report, len(statements), receipt.booked, receipt.already)


def see(ledger: Ledger, theatre: Theatre, *, as_of: date, known_at: datetime) -> Picture:
    """Return the picture as of a date, as known at a moment; ratings booked by then outrank the theatre's file."""
    with _LOOKING:
        return _view(ledger, theatre).picture(as_of, known_at)


def make_ready(ledger: Ledger, theatre: Theatre) -> None:
    """Work out beforehand what most pictures of a theatre need: for doors that stay open. It changes no picture."""
    with _LOOKING:
        _view(ledger, theatre).make_ready()


def compare(
    ledger: Ledger,
    theatre: Theatre,
    *,
    before: date,
    after: date,
    known_at: datetime | None = None,
    known_before: datetime | None = None,
    known_after: datetime | None = None,
) -> tuple[Change, ...]:
    """Return what changed from one date to another.

    Each is seen as known on its own evening; with ``known_at`` both as known then; ``known_before`` and ``known_after`` outrank
    these for one side. The same day, known at two moments, shows what we learnt since.
    """
    first = see(ledger, theatre, as_of=before, known_at=known_before or known_at or end_of(before))
    second = see(ledger, theatre, as_of=after, known_at=known_after or known_at or end_of(after))
    return picture.changes(first, second)


def weigh(ledger: Ledger, theatre: Theatre, claim: str, *, as_of: date, known_at: datetime) -> tuple[Weighing, ...]:
    """Return why the claims whose id begins with ``claim`` have their credibility: one where that is enough to name it."""
    with _LOOKING:
        view = _view(ledger, theatre)
        then = view.rated(known_at)
        found = view.find(claim, as_of, known_at)
        return tuple(picture.weigh(one.at(as_of.toordinal()), then, view.heads, one.earlier) for one in found)


def rate(
    ledger: Ledger, theatre: Theatre, source: str, reliability: Reliability, *, reason: str, by: str
) -> tuple[Source, Source]:
    """Book how far a source can be relied on; return what stood before, and what stands now."""
    before = ledger.sources().get(source) or theatre.source(source)
    after = msgspec.structs.replace(before, reliability=reliability, reason=reason, by=by)
    ledger.rate(after)
    return before, after


def ratings(ledger: Ledger, theatre: Theatre, *, known_at: datetime) -> tuple[Source, ...]:
    """Return a theatre's sources as they are rated: by its file, and by what was booked."""
    return picture.rated(theatre, ledger.sources(known=known_at)).sources


def _view(ledger: Ledger, theatre: Theatre) -> picture.View:
    """Return the view that follows a ledger, with what was booked since; it lives as long as the ledger."""
    views = _VIEWS.setdefault(ledger, {})
    key = msgspec.json.encode(theatre)
    view = views.get(key)
    if view is None:
        if len(views) >= _MOST_VIEWS:
            views.pop(next(iter(views)))
        view = views[key] = picture.View(theatre)
    view.refresh(ledger)
    return view


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


def _evening(day: date) -> datetime:
    return datetime.combine(day, time(18), tzinfo=UTC)


def _sourced(report: Report, theatre: Theatre | None) -> Report:
    if theatre is None:
        return report
    source = theatre.source(report.source)
    return msgspec.structs.replace(
        report, country=report.country or source.country, publisher=report.publisher or source.name
    )
