"""The whole way on one screen: document → report → statements → ledger → picture → concerns → briefing.

No logic of its own: it calls the rooms in order. The doors (``cli``) call it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from missionwatch import alerts, assessment, briefing, picture, reading, reports, sources, tempo
from missionwatch.briefing import charts
from missionwatch.clock import Clock, system_clock
from missionwatch.errors import GoldError, ReportError, UnknownLanguageError
from missionwatch.reading import evaluation
from missionwatch.reading.yardsticks import DEFAULT
from missionwatch.tempo import places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from missionwatch.ledger import Ledger
    from missionwatch.reading import Readers, Reading
    from missionwatch.reading.evaluation import Comparison
    from missionwatch.reading.gold import GoldReport
    from missionwatch.records import (
        Briefing,
        BriefingForm,
        Change,
        Chart,
        ChartKind,
        ChartMedia,
        Check,
        Collect,
        Concern,
        Hypothesis,
        Picture,
        ReplayDay,
        Report,
        SourceHealth,
        Statement,
        Tempo,
        Theatre,
        WhatIf,
        Yardstick,
    )
    from missionwatch.sources import Collection, Visited, Waiting


DRAFT = "draft"
"""The source of what a user writes: it is held beside the ledger and never booked."""
UNREAD = "nobody"
"""The reader of reports that no reader could read yet; any reader supersedes it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: booked, known already, kept unread, or refused with the reason.

    ``number`` is its number in the collection, where it was collected.
    """

    path: Path
    report: Report | None = None
    statements: int = 0
    booked: int = 0
    already: bool = False
    refused: ReportError | UnknownLanguageError | None = None
    number: int | None = None

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
    paths: Iterable[Path | Waiting],
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
    made: list[tuple[Path, Report, int | None]] = []
    for one in paths:
        path, number = (one, None) if isinstance(one, Path) else (Path(one.document.url), one.number)
        try:
            if isinstance(one, Path):
                report = reports.make_report(one, published=published, language=language, source=source)
            else:
                report = reports.make_report_of(one.document)
        except (ReportError, UnknownLanguageError) as fault:
            yield Outcome(path, refused=fault, number=number)
        else:
            made.append((path, _sourced(report, theatre), number))
    made.sort(key=lambda item: (item[1].published or date.max, item[0].name))
    names = {path.name: report.id for path, report, _ in made}
    copies = reports.Copies()
    booked = dict.fromkeys(ledger.reports())
    for known in booked:
        copies.add(ledger.report(known))
    for path, draft, number in made:
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
            yield Outcome(path, report=report, already=already, refused=fault, number=number)
            continue
        reader = reading.reader_for(report.language, yardstick).name
        receipt = ledger.book(report, statements, reader=reader, known_at=known_at)
        yield Outcome(path, report, len(statements), receipt.booked, receipt.already, number=number)


def collect(
    theatre: Theatre,
    collection: Collection,
    *,
    which: Iterable[Collect] | None = None,
    since: date | None = None,
    dry: bool = False,
    clock: Clock = system_clock,
) -> Iterator[Visited]:
    """Ask the theatre's sources (or those of ``which``) and keep what they give; a dry run keeps nothing."""
    with sources.client_for(theatre, collection, clock=clock) as client:
        yield from sources.collect(theatre, collection, client, which=which, since=since, dry=dry, clock=clock)


def book_collected(
    collection: Collection, ledger: Ledger, theatre: Theatre, *, yardstick: Yardstick | None = None
) -> Iterator[Outcome]:
    """Book what was collected and is not booked yet; what cannot be a report is said so and not tried again."""
    for outcome in add(collection.waiting(), ledger, theatre, yardstick=yardstick):
        if outcome.number is not None:
            collection.done(outcome.number, outcome.report.id if outcome.report else f"refused: {outcome.refused}")
        yield outcome


def load_events(collection: Collection, folder: Path) -> tempo.Loaded | None:
    """Load the event files that were collected and are not loaded yet into a tempo store; None where there are none.

    A file that is refused is loaded no more: it is named in what is returned.
    """
    files = collection.event_files()
    if not files:
        return None
    done = tempo.load([Path(file.path) for file in files], folder)
    for file in files:
        collection.loaded(file.digest)
    return done


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


def check(
    path: Path, ledger: Ledger, theatre: Theatre, *, as_of: date, known_at: datetime, language: str | None = None
) -> Check:
    """Hold a person's draft beside the ledger: which sentences it supports, contradicts or does not know."""
    draft = reports.make_report(path, published=as_of, language=language, source=DRAFT)
    return check_report(draft, ledger, theatre, as_of=as_of, known_at=known_at)


def check_report(draft: Report, ledger: Ledger, theatre: Theatre, *, as_of: date, known_at: datetime) -> Check:
    """Hold a draft that has been made a report beside the ledger."""
    draft = msgspec.structs.replace(draft, country=draft.country or theatre.own)
    heads = ledger.reports(known=known_at)
    asked = picture.checker(theatre, ledger.statements(valid=as_of, known=known_at), heads, as_of=as_of)
    return picture.check(draft.head, reading.sentences(draft), reading.read(draft, theatre.yardstick), asked, heads)


def read_back(
    paragraphs: Iterable[str],
    title: str,
    language: str,
    ledger: Ledger,
    theatre: Theatre,
    *,
    as_of: date,
    known_at: datetime,
) -> Check:
    """Hold paragraphs of text, of a briefing or of one's own, beside the ledger; the title is no statement."""
    text = "\n\n".join((title, *paragraphs))
    draft = reports.make_report(Path(f"{title}.txt"), text=text, published=as_of, language=language, source=DRAFT)
    return check_report(draft, ledger, theatre, as_of=as_of, known_at=known_at)


def before(ledger: Ledger, seen: Picture) -> tuple[Concern, ...]:
    """Return the concerns thirty days (or what the indicators say) before a picture's day, as known then: the trend's other end."""
    day = seen.as_of - assessment.span(seen)
    then = see(ledger, seen.theatre, as_of=day, known_at=min(end_of(day), seen.known_at))
    return assessment.assess(then)


def judge(seen: Picture, earlier: tuple[Concern, ...] = ()) -> tuple[Concern, ...]:
    """Return how worrying each mission's state is, and why; ``earlier`` are the concerns of ``before``, for the trend."""
    return assessment.assess(seen, earlier=earlier)


def suppose(seen: Picture, hypothesis: Hypothesis) -> WhatIf:
    """Return what a hypothesis would take along, as far as reports say, and how the levels would move; nothing is booked."""
    return assessment.suppose(seen, hypothesis)


def replay(ledger: Ledger, theatre: Theatre, *, first: date, last: date, every: int = 1) -> Iterator[ReplayDay]:
    """Yield a theatre's levels from day to day, each as known on its own evening, with the claims that changed them."""
    history = assessment.History()
    for day in assessment.days(first, last, every):
        seen = see(ledger, theatre, as_of=day, known_at=end_of(day))
        yield history.add(seen, history.at(day - assessment.span(seen)) or before(ledger, seen))


def course(
    ledger: Ledger, theatre: Theatre, *, until: date, known_at: datetime | None = None, weeks: int = 26
) -> tuple[tuple[date, tuple[Concern, ...]], ...]:
    """Return the concerns week by week up to a day, each as known on its own evening and never later than ``known_at``."""
    days = [until - timedelta(weeks=n) for n in range(weeks, -1, -1)]
    moments = [end_of(day) if known_at is None else min(end_of(day), known_at) for day in days]
    return tuple((d, judge(see(ledger, theatre, as_of=d, known_at=m))) for d, m in zip(days, moments, strict=True))


def draw(
    kind: ChartKind,
    seen: Picture,
    *,
    language: str,
    series: Sequence[tuple[date, tuple[Concern, ...]]] = (),
    media: ChartMedia = "image/svg+xml",
) -> Chart:
    """Return a chart of a picture; the levels over time need their ``series`` (``course``)."""
    return charts.draw(kind, seen, language=language, series=series, media=media)


def warn(
    memory: alerts.Memory, ledger: Ledger, theatre: Theatre, health: Sequence[SourceHealth], *, now: datetime
) -> alerts.Memory:
    """Return the memory of alerts with what is new at ``now`` put to wait: from the picture, the concerns, the sources' health."""
    seen = see(ledger, theatre, as_of=now.date(), known_at=now)
    concerns = judge(seen, before(ledger, seen))
    held = {one.name: (one, alerts.matters(one, seen, concerns, health, now)) for one in theatre.alerts}
    return alerts.decide(memory, held, lambda one, matter: alerts.word(one, matter, seen, made=now), now)


def brief(
    seen: Picture,
    *,
    language: str,
    form: BriefingForm = "full",
    changes: tuple[Change, ...] = (),
    since: date | None = None,
    earlier: tuple[Concern, ...] = (),
    marking: str | None = None,
    signed: str | None = None,
    series: Sequence[tuple[date, tuple[Concern, ...]]] = (),
    media: ChartMedia | None = None,
) -> Briefing:
    """Return the briefing on a picture, with the charts of its form where ``media`` says how they are to be drawn.

    ``earlier`` are the concerns of ``before``, for the trend.
    """
    written = briefing.write(
        seen,
        judge(seen, earlier),
        language=language,
        form=form,
        changes=changes,
        since=since,
        marking=marking,
        signed=signed,
    )
    if media is None:
        return written
    drawn = (draw(kind, seen, language=language, series=series, media=media) for kind in briefing.form(form).charts)
    return msgspec.structs.replace(written, charts=tuple(drawn))


def measure(
    archive: tempo.Archive,
    theatre: Theatre,
    *,
    as_of: date,
    seen: Picture | None = None,
    at: Iterable[str] = (),
    km: float = places.KM,
    shown: int = 26,
    against: tempo.Against = "year",
) -> tuple[Tempo, ...]:
    """Return the tempo of the countries that host each mission, of the places which its picture (``seen``) names, and ``at`` others.

    ``at`` are names or ids of places in the register; each counts for the missions that its country hosts. Raises ``TempoStoreError``
    where the register has no such place with coordinates.
    """
    wanted = places.named(at, km=km)
    pictures = {one.mission.id: one for one in seen.missions} if seen is not None else {}
    asked = {}
    for mission in theatre.missions:
        claims = places.claims_of(pictures[mission]) if mission in pictures else ()
        hosts = places.countries_of(mission)
        named = [near for near in wanted if not hosts or near.country in {host.country for host in hosts}]
        asked[mission] = tuple(dict.fromkeys((*named, *places.named_by(mission, claims, km=km), *hosts)))
    return tempo.measure(archive, asked, as_of, shown=shown, against=against)


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
