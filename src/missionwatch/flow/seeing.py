"""The book seen: pictures, what changed, why a claim is believed, a draft beside it, the tempo of events."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import UTC, date, datetime, time
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import msgspec

from missionwatch import picture, reading, reports, tempo
from missionwatch.ledger import present
from missionwatch.tempo import places

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager

    from missionwatch.ledger import Ledger
    from missionwatch.records import (
        Change,
        Check,
        Claim,
        Picture,
        Reliability,
        Report,
        Source,
        Tempo,
        Theatre,
        Weighing,
    )

DRAFT = "draft"
"""The source of what a user writes: it is held beside the ledger and never booked."""
_VIEWS: WeakKeyDictionary[Ledger, dict[bytes, picture.View]] = WeakKeyDictionary()
_MOST_VIEWS = 8  # theatres that one process follows at a time; a view holds a theatre's statements in memory
_LOOKING = Lock()  # a view works out what is asked of it as it goes: one looks at a time


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
    with _LOOKING:
        view, known_last = _view(ledger, theatre), known_after or known_at or end_of(after)
        first = view.picture(before, known_before or known_at or end_of(before))
        second = view.picture(after, known_last)
        return picture.changes(first, second, lambda statement: view.fate(statement, known_last))


def weigh(ledger: Ledger, theatre: Theatre, claim: str, *, as_of: date, known_at: datetime) -> tuple[Weighing, ...]:
    """Return why the claims whose id begins with ``claim`` have their credibility: one where that is enough to name it."""
    with _LOOKING:
        view = _view(ledger, theatre)
        then = view.rated(known_at)
        found = view.find(claim, as_of, known_at)
        return tuple(picture.weigh(one.at(as_of.toordinal()), then, view.heads, one.earlier) for one in found)


def ever(ledger: Ledger, theatre: Theatre, claim: str, *, as_of: date, known_at: datetime) -> tuple[Claim, ...]:
    """Return the claims whose id begins with ``claim`` as they stand on a day, also those that are history by then."""
    with _LOOKING:
        found = _view(ledger, theatre).ever(claim, as_of, known_at)
        return tuple(one.at(as_of.toordinal()) for one in found)


def named(ledger: Ledger, beginning: str) -> tuple[str, ...]:
    """Return the ids of the statements that begin so, in order; a beginning of less than six characters names none."""
    try:
        return (ledger.statement(beginning).id,)
    except KeyError:  # no whole id: then all are looked through
        if len(beginning) < 6:  # a slip must not hit a statement that nobody meant
            return ()
        return tuple(sorted({b.subject for b in ledger.bookings(kind="statement") if b.subject.startswith(beginning)}))


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


def check(
    path: Path, ledger: Ledger, theatre: Theatre, *, as_of: date, known_at: datetime, language: str | None = None
) -> Check:
    """Hold a person's draft beside the ledger: which sentences it supports, contradicts or does not know."""
    draft = reports.make_report(path, published=as_of, language=language, source=DRAFT)
    return check_report(draft, ledger, theatre, as_of=as_of, known_at=known_at)


def check_report(draft: Report, ledger: Ledger, theatre: Theatre, *, as_of: date, known_at: datetime) -> Check:
    """Hold a draft that has been made a report beside the ledger."""
    draft = msgspec.structs.replace(draft, country=draft.country or theatre.own)
    said = reading.read(draft, theatre.yardstick)
    with _LOOKING:
        view = _view(ledger, theatre)
        return picture.check(draft.head, reading.sentences(draft), said, view.checker(as_of, known_at), view.heads)


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
    draft = drafted(paragraphs, title, language, as_of=as_of, own=theatre.own)
    return check_report(draft, ledger, theatre, as_of=as_of, known_at=known_at)


def drafted(paragraphs: Iterable[str], title: str, language: str, *, as_of: date, own: str) -> Report:
    """Return paragraphs as a draft that can be read: of a day, by somebody of the country ``own``."""
    text = "\n\n".join((title, *paragraphs))
    draft = reports.make_report(Path(f"{title}.txt"), text=text, published=as_of, language=language, source=DRAFT)
    return msgspec.structs.replace(draft, country=own)


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


def _view(ledger: Ledger, theatre: Theatre) -> picture.View:
    """Return the view that follows a ledger, with what was booked since; it lives as long as the ledger."""
    key = msgspec.json.encode(theatre)
    while True:
        now = present(ledger)
        views = _VIEWS.setdefault(now, {})
        view = views.get(key)
        if view is None:
            if len(views) >= _MOST_VIEWS:
                views.pop(next(iter(views)))
            view = views[key] = picture.View(theatre)
        view.refresh(now)
        if present(ledger) is now:  # else a report was marked meanwhile: it must not be in this view
            return view


def end_of(day: date) -> datetime:
    """Return the last moment of a day (UTC): what was known then."""
    return datetime.combine(day, time.max, tzinfo=UTC)
