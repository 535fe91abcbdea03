"""The whole way on one screen: document → report → statements → ledger → picture → concerns → briefing.

No logic of its own: it calls the rooms in order. The doors (``cli``) call it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import msgspec

from missionwatch import assessment, briefing, exchange, picture, reading, reports
from missionwatch.errors import GoldError, ReportError, UnknownLanguageError
from missionwatch.reading import evaluation
from missionwatch.reading.yardsticks import DEFAULT
from missionwatch.reports.cleaning import clean
from missionwatch.reports.intake import recognise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from typing import Literal

    from missionwatch.exchange import Export, Marking
    from missionwatch.ledger import Ledger
    from missionwatch.reading import Readers, Reading
    from missionwatch.reading.evaluation import Comparison
    from missionwatch.reading.gold import GoldReport
    from missionwatch.records import Briefing, Change, Check, Concern, Picture, Report, Statement, Theatre, Yardstick


DRAFT = "draft"
"""The source of what a user writes: it is held beside the ledger and never booked."""
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


def judge(seen: Picture) -> tuple[Concern, ...]:
    """Return how worrying each mission's state is, and why."""
    return assessment.assess(seen)


def brief(seen: Picture, *, language: str, changes: tuple[Change, ...] = ()) -> Briefing:
    """Return the briefing on a picture."""
    return briefing.write(seen, judge(seen), language=language, changes=changes)


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
        seen, judge(seen), names=exchange.in_words(seen), marking=marking, statements=further,
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


def _evening(day: date) -> datetime:
    return datetime.combine(day, time(18), tzinfo=UTC)


def _sourced(report: Report, theatre: Theatre | None) -> Report:
    if theatre is None:
        return report
    source = theatre.source(report.source)
    return msgspec.structs.replace(
        report, country=report.country or source.country, publisher=report.publisher or source.name
    )
