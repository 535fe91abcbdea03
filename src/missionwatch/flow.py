"""The whole way on one screen: document → report → statements → ledger → picture → concerns → briefing.

No logic of its own: it calls the rooms in order. The doors (``cli``) call it.
"""

from __future__ import annotations

import os
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from missionwatch import alerts, assessment, briefing, exchange, picture, reading, reports, sources, tempo
from missionwatch.briefing import charts
from missionwatch.clock import Clock, system_clock
from missionwatch.errors import GoldError, ReportError, UnknownLanguageError
from missionwatch.reading import evaluation
from missionwatch.reading.yardsticks import DEFAULT
from missionwatch.records import Report
from missionwatch.reports.cleaning import clean
from missionwatch.reports.intake import recognise
from missionwatch.tempo import places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from missionwatch.exchange import Export, Marking
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
        ReportHead,
        SourceHealth,
        Statement,
        Story,
        Tempo,
        Theatre,
        WhatIf,
        Yardstick,
    )
    from missionwatch.reports.stories import Embedding
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


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file that came in: its reports, the statements booked, reports booked already, and what was left, by why."""

    reports: int
    booked: int
    already: int
    left: Mapping[str, int]


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
        report = memory.place(msgspec.structs.replace(draft, corrects=names.get(draft.corrects or "", draft.corrects)))
        outcome = _book(path, report, ledger, memory, yardstick, known_at=_evening(report) if replay else None)
        yield replace(outcome, number=number)
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
    collection: Collection,
    ledger: Ledger,
    theatre: Theatre,
    *,
    yardstick: Yardstick | None = None,
    known: Path | None = None,
    raw: reports.RawStore | None = None,
) -> Iterator[Outcome]:
    """Book what was collected and is not booked yet; what cannot be a report is said so and not tried again."""
    for outcome in add(collection.waiting(), ledger, theatre, yardstick=yardstick, known=known, raw=raw):
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


def before(ledger: Ledger, seen: Picture, events: tempo.Archive | None = None) -> tuple[Concern, ...]:
    """Return the concerns thirty days (or what the indicators say) before a picture's day, as known then: the trend's other end."""
    day = seen.as_of - assessment.span(seen)
    then = see(ledger, seen.theatre, as_of=day, known_at=min(end_of(day), seen.known_at))
    return assessment.assess(then, tempos=beside(then, events))


def judge(seen: Picture, earlier: tuple[Concern, ...] = (), tempos: tuple[Tempo, ...] = ()) -> tuple[Concern, ...]:
    """Return how worrying each mission's state is, and why.

    ``earlier`` are the concerns of ``before``, for the trend; ``tempos`` those of ``beside``, which count where a signal asks for them.
    """
    return assessment.assess(seen, earlier=earlier, tempos=tempos)


def suppose(seen: Picture, hypothesis: Hypothesis, tempos: tuple[Tempo, ...] = ()) -> WhatIf:
    """Return what a hypothesis would take along, as far as reports say, and how the levels would move; nothing is booked."""
    return assessment.suppose(seen, hypothesis, tempos)


def replay(
    ledger: Ledger, theatre: Theatre, *, first: date, last: date, every: int = 1, events: tempo.Archive | None = None
) -> Iterator[ReplayDay]:
    """Yield a theatre's levels from day to day, each as known on its own evening, with the claims that changed them.

    ``events`` are counted too; of a past day they may show what became known later, for ACLED and UCDP do not say when.
    """
    history = assessment.History()
    for day in assessment.days(first, last, every):
        seen = see(ledger, theatre, as_of=day, known_at=end_of(day))
        earlier = history.at(day - assessment.span(seen)) or before(ledger, seen, events)
        yield history.add(seen, earlier, beside(seen, events))


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
    memory: alerts.Memory,
    ledger: Ledger,
    theatre: Theatre,
    health: Sequence[SourceHealth],
    *,
    now: datetime,
    events: tempo.Archive | None = None,
) -> alerts.Memory:
    """Return the memory of alerts with what is new at ``now`` put to wait: from the picture, the concerns, the sources' health."""
    seen = see(ledger, theatre, as_of=now.date(), known_at=now)
    concerns = judge(seen, before(ledger, seen, events), beside(seen, events))
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
    tempos: tuple[Tempo, ...] = (),
) -> Briefing:
    """Return the briefing on a picture, with the charts of its form where ``media`` says how they are to be drawn.

    ``earlier`` and ``tempos`` are as for ``judge``.
    """
    written = briefing.write(
        seen,
        judge(seen, earlier, tempos),
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


def event_data(folder: Path | None, ledger: Path | None) -> AbstractContextManager[tempo.Archive | None]:
    """Return the event data in a folder, or in the one beside the ledger where there is one, to be used with ``with``.

    Gives None where no folder is named and none lies there. Raises ``TempoStoreError`` where the folder named holds none, and
    ``TempoNotSetUpError``.
    """
    found = folder or (tempo.beside(ledger) if ledger is not None else None)
    return nullcontext() if found is None else tempo.Archive(found)


def beside(seen: Picture, events: tempo.Archive | None) -> tuple[Tempo, ...]:
    """Return the tempo to be shown beside a picture and counted in its levels: of its day, or the day it was known if that is earlier."""
    if events is None:
        return ()
    return measure(events, seen.theatre, as_of=min(seen.as_of, seen.known_at.date()), seen=seen)


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


def export(
    ledger: Ledger,
    theatre: Theatre,
    *,
    as_of: date,
    known_at: datetime,
    mission: str | None = None,
    every_statement: bool = False,
    marking: Marking | None = None,
) -> Export:
    """Return what goes out of a picture; with ``every_statement`` also what stands and is no longer in it."""
    seen = see(ledger, theatre, as_of=as_of, known_at=known_at)
    seen = exchange.only(seen, mission) if mission is not None else seen
    further = ledger.statements(valid=as_of, known=known_at) if every_statement else ()
    return exchange.gather(
        seen, judge(seen, before(ledger, seen)), names=exchange.in_words(seen), marking=marking, statements=further,
        reports=ledger.reports(known=known_at) if every_statement else None,
    )  # fmt: skip


def take_in(path: Path, ledger: Ledger, layout: Literal["stix", "ftm"], *, read_texts: bool = False) -> Taken:
    """Book what another program's file says, each report under a source and reader of its own; what cannot be said is counted.

    With ``read_texts`` the words of foreign reports are read as well, where there is a reader for their language.
    """
    parcel = exchange.taken(exchange.read_bytes(path), str(path), layout, clean)
    taken = [_read_too(*one) if read_texts else one for one in parcel.reports]
    receipts = [ledger.book(report, statements, reader=parcel.reader) for report, statements in taken]
    return Taken(
        reports=len(receipts), booked=sum(one.booked for one in receipts), already=sum(one.already for one in receipts),
        left=parcel.left,
    )  # fmt: skip


def _read_too(report: Report, statements: tuple[Statement, ...]) -> tuple[Report, tuple[Statement, ...]]:
    """Return a foreign report with what its own words state, beside what its records state; one of ours holds quotes only."""
    if report.copy_of is not None:
        return report, statements
    try:
        language = report.language if report.language != "und" else recognise(report.text, report.title)
        found = reading.read(msgspec.structs.replace(report, language=language))
    except UnknownLanguageError:
        return report, statements
    records = [part for part in report.parts if part.kind == "list"]  # lines that stand for records are no sentences
    told = (s for s in found if not any(part.start <= s.evidence.start < part.end for part in records))
    return msgspec.structs.replace(report, language=language), tuple(dict.fromkeys((*statements, *told)))


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
