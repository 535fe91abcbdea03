"""What comes from outside by itself or from other programs: sources collected, event files loaded, foreign files taken in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from missionwatch import exchange, reading, reports, sources, tempo
from missionwatch.clock import Clock, system_clock
from missionwatch.errors import UnknownLanguageError
from missionwatch.flow.intake import add
from missionwatch.reports.cleaning import clean
from missionwatch.reports.intake import recognise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from missionwatch.flow.intake import Outcome
    from missionwatch.ledger import Ledger
    from missionwatch.records import Collect, Report, SourceHealth, Statement, Theatre, Yardstick
    from missionwatch.sources import Collection, Visited


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
        if outcome.number is not None and not outcome.lost:
            collection.done(outcome.number, outcome.report.id if outcome.report else f"refused: {outcome.refused}")
        yield outcome


def fares(ledger: Path, theatre: Theatre) -> dict[str, SourceHealth]:
    """Return how the sources fare that are collected beside a ledger's file, by ``Collect.key``; nothing where none are."""
    folder = ledger.with_suffix(".collected")
    if not folder.is_dir():
        return {}
    with sources.Collection(folder) as kept:
        found = {one.key: kept.health(one.key) for one in theatre.collect}
    return {key: health for key, health in found.items() if health is not None}


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


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file that came in: its reports, the statements booked, reports booked already, and what was left, by why."""

    reports: int
    booked: int
    already: int
    left: Mapping[str, int]


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
