"""The way round the sources: ask each, keep what it gives, note how it fares. A source's fault never stops the others."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import msgspec

from missionwatch.clock import system_clock
from missionwatch.errors import (
    AnswerRefusedError,
    CollectionError,
    RobotsRefusedError,
    SourceError,
    SourceSettingsError,
    SourceUnavailableError,
)
from missionwatch.records import EventFile, RawDocument, SourceFault, SourceHealth
from missionwatch.sources.addresses import AddressGuard, shown, target
from missionwatch.sources.decoding import Limits, check_zip
from missionwatch.sources.settings import connector_of, options_of, secrets_of
from missionwatch.sources.visiting import PAGES, Mark, Visit, Wanted, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from missionwatch.clock import Clock
    from missionwatch.records import Collect, Theatre
    from missionwatch.sources.connectors import Connector
    from missionwatch.sources.fetching import Client
    from missionwatch.sources.state import Collection

TRIES = 5
"""Runs in which a document that cannot be had is tried again; then it is given up, and said so."""
MISSES = 5
"""Documents in a row that cannot be had before a visit ends: the site has trouble, and asking on would add to it."""
_FAULTS = 20  # kept in a source's health; more of them say nothing new
_EVENTS = 200_000_000  # bytes of one zipped event file
_UNPACKED = 2_000_000_000
_LONGEST_PAUSE = 86_400.0  # seconds; a source that fails is asked again after a day at the latest


@dataclass(slots=True)
class Visited:
    """What one visit gave: documents and event files taken, what was wanted (a dry run fetches none), what went wrong.

    ``failed`` says that the listing itself could not be had, for the reason of the last fault.
    """

    key: str
    connector: str
    documents: int = 0
    events: int = 0
    wanted: list[Wanted] = field(default_factory=list)
    faults: list[SourceFault] = field(default_factory=list)
    failed: bool = False
    newest: datetime | None = None
    wait: float = 0.0
    misses: int = 0


def client_for(
    theatre: Theatre, collection: Collection | None, *, attempts: int = Limits.attempts, clock: Clock = system_clock
) -> Client:
    """Return the client for a theatre's sources; raise ``SourceSettingsError`` where the extra is not installed."""
    try:
        from missionwatch.sources.fetching import Client  # noqa: PLC0415 - the HTTP client is an extra
    except ImportError as fault:
        raise SourceSettingsError(
            f"collecting needs {fault.name}; install it with: pip install 'missionwatch[collect]'"
        ) from fault
    guard = AddressGuard(theatre.allow, ports=_ports(theatre))
    return Client(
        cache=collection.cache if collection else None, contact=theatre.contact, guard=guard, clock=clock,
        limits=Limits(attempts=attempts),
    )  # fmt: skip


def _ports(theatre: Theatre) -> set[int]:
    """Return the ports that the user's own settings name; others are not asked."""
    found: set[int] = set()
    for collect in theatre.collect:
        try:
            connector, options = connector_of(collect, theatre.name), options_of(collect, theatre.name)
        except SourceSettingsError:
            continue  # said when that source is visited
        for name in connector.addresses:
            value = getattr(options, name, None)
            found |= {target(one).port for one in (value if isinstance(value, tuple) else (value,)) if one}
    return found


def due(theatre: Theatre, collection: Collection, now: datetime) -> list[Collect]:
    """Return the sources whose time has come, the longest waiting first."""
    never = datetime.min.replace(tzinfo=UTC)
    dated = [(health.due or never if (health := collection.health(one.key)) else never, one) for one in theatre.collect]
    return [one for moment, one in sorted(dated, key=lambda x: (x[0], x[1].key)) if moment <= now]


def collect(
    theatre: Theatre,
    collection: Collection,
    client: Client,
    *,
    which: Iterable[Collect] | None = None,
    since: date | None = None,
    dry: bool = False,
    clock: Clock = system_clock,
    environment: Mapping[str, str] | None = None,
) -> Iterator[Visited]:
    """Visit sources in turn and keep what they give; each ``Visited`` comes once its visit is over.

    ``since`` outranks settings and cursors. A dry run asks for listings only and keeps nothing.
    """
    for one in theatre.collect if which is None else which:
        visited = Visited(one.key, one.connector)
        try:
            _visit(visited, theatre, one, collection, client, since, dry=dry, clock=clock, environment=environment)
        except CollectionError:
            raise  # no fault of the source: it must not be asked less for it
        except SourceError as fault:
            _failed(visited, fault, clock())
        except Exception as fault:  # noqa: BLE001 - hostile data may break a parser in any way; the other sources go on
            _failed(visited, fault, clock())
        if not dry:
            _note(visited, one, collection, clock())
        yield visited


def trial(
    theatre: Theatre,
    one: Collect,
    client: Client,
    *,
    clock: Clock = system_clock,
    environment: Mapping[str, str] | None = None,
) -> Visited:
    """Ask a source for one page of its listing and say what it would give; raise ``SourceError`` where it cannot be had."""
    visited = Visited(one.key, one.connector)
    visit, connector = _begin(theatre, one, client, None, clock, environment, cursor={}, pages=1)
    for found in connector.listing(visit):
        if isinstance(found, Wanted) and found.data != b"":
            visited.wanted.append(found)
        if len(visited.wanted) >= one.most:
            break
    visited.faults = visit.faults
    return visited


def _begin(
    theatre: Theatre,
    one: Collect,
    client: Client,
    since: date | None,
    clock: Clock,
    environment: Mapping[str, str] | None,
    *,
    cursor: Mapping[str, Any],
    pages: int = PAGES,
) -> tuple[Visit[Any], Connector]:
    connector = connector_of(one, f"theatre {theatre.name}")
    options = options_of(one, f"theatre {theatre.name}")
    visit: Visit[Any] = Visit(
        collect=one, source=theatre.source(one.source), options=options, client=client, cursor=cursor, clock=clock,
        stamp=lambda _: None, api=one.api or connector.api, since=since, pages=pages,
        secrets=secrets_of(connector, environment),
    )  # fmt: skip
    client.pace.interval = one.pace
    return visit, connector


def _visit(
    visited: Visited,
    theatre: Theatre,
    one: Collect,
    collection: Collection,
    client: Client,
    since: date | None,
    *,
    dry: bool,
    clock: Clock,
    environment: Mapping[str, str] | None,
) -> None:
    visit, connector = _begin(theatre, one, client, since, clock, environment, cursor=collection.cursor(one.key))
    visit.stamp = lambda item: collection.stamp(one.key, item)
    visit.folder = collection.events
    visit.faults = visited.faults
    again: set[tuple[str, str]] = set()
    for encoded in () if dry else collection.put_off_before(one.key):
        wanted = msgspec.json.decode(encoded, type=Wanted)
        again.add((wanted.item, wanted.stamp))
        if not _take(visited, visit, collection, wanted):
            return
    earliest = since or one.since
    for found in connector.listing(visit):
        if isinstance(found, Mark):
            if not dry:
                collection.advance(one.key, found.cursor)
            continue
        if found.published and earliest and found.published.date() < earliest:
            continue
        if visit.stamp(found.item) == found.stamp or (found.item, found.stamp) in again:
            continue
        if dry:
            visited.wanted.append(found)
        elif not _take(visited, visit, collection, found):
            return
        if visited.documents + visited.events + len(visited.wanted) >= one.most:
            visit.fault(
                f"more than {one.most} documents at once; the rest comes with the next run (`most` sets how many)"
            )
            return


def _take(visited: Visited, visit: Visit[Any], collection: Collection, wanted: Wanted) -> bool:
    """Fetch and keep one document or event file; say whether the visit goes on.

    What cannot be had now is put off, what never can is passed by.
    """
    key = visit.collect.key
    try:
        if wanted.format is not None:
            visited.events += _events(visit, collection, wanted)
        elif wanted.data == b"":
            collection.pass_by(key, wanted.item, wanted.stamp, visit.clock())
        else:
            document = _document(visit, wanted)
            visited.documents += collection.keep(key, wanted.item, wanted.stamp, document)
            if document.published and (visited.newest is None or document.published > visited.newest):
                visited.newest = document.published
    except SourceUnavailableError as fault:
        if fault.gone:
            visit.fault(f"{fault}; it is passed by", wanted.url)
            collection.pass_by(key, wanted.item, wanted.stamp, visit.clock())
            return True
        visited.wait = max(visited.wait, fault.wait or 0.0)
        visited.misses += 1
        tries = collection.put_off(key, wanted.item, msgspec.json.encode(wanted))
        if tries < TRIES:
            visit.fault(f"{fault}; it is tried again with the next run", wanted.url)
        else:
            visit.fault(f"{fault}; given up after {tries} runs", wanted.url)
            collection.pass_by(key, wanted.item, wanted.stamp, visit.clock())
        if fault.wait or visited.misses >= MISSES:
            visit.fault("the site has trouble or wants to be left alone; the rest comes with the next run", wanted.url)
            return False
        return True
    except (AnswerRefusedError, RobotsRefusedError) as fault:
        visit.fault(f"{fault}; it is passed by", wanted.url)
        collection.pass_by(key, wanted.item, wanted.stamp, visit.clock())
    except CollectionError:
        raise
    except SourceError as fault:  # an address that may not be fetched: the theatre may name it one day
        visit.fault(str(fault), wanted.url)
    except (ValueError, TypeError, LookupError, msgspec.MsgspecError) as fault:
        # one document that cannot be kept as it is must not come back to stop each run
        visit.fault(f"it cannot be kept ({type(fault).__name__}: {text_of(fault, 120)}); it is passed by", wanted.url)
        collection.pass_by(key, wanted.item, wanted.stamp, visit.clock())
    visited.misses = 0
    return True


def _document(visit: Visit[Any], wanted: Wanted) -> RawDocument:
    from missionwatch.sources.fetching import DOCUMENTS  # noqa: PLC0415 - the HTTP client is an extra

    data, kind, charset = wanted.data, wanted.media_type, wanted.charset
    final, at = None, visit.clock()
    if data is None:
        fetched = visit.client.get(wanted.url, accept=DOCUMENTS, robots=visit.minds_robots(wanted.url))
        if not fetched.data.strip():
            raise AnswerRefusedError(f"{shown(wanted.url)} is empty")
        data, at, charset = fetched.data, fetched.fetched_at, fetched.charset
        kind = (
            fetched.media_type
            if fetched.media_type not in ("", "application/octet-stream")
            else kind or fetched.media_type
        )
        final = fetched.final_url if fetched.final_url != wanted.url else None
    return RawDocument(
        source=visit.collect.source, url=wanted.url, data=data, media_type=kind or "application/octet-stream", fetched_at=at,
        final_url=final, charset=charset, document_id=wanted.document_id, title=wanted.title, published=wanted.published,
        updated=wanted.updated, language=wanted.language or visit.source.language, publisher=wanted.publisher,
        file_name=wanted.file_name, attached_to=wanted.attached_to,
    )  # fmt: skip


def _md5(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()


def _events(visit: Visit[Any], collection: Collection, wanted: Wanted) -> bool:
    from missionwatch.sources.fetching import DATA  # noqa: PLC0415 - the HTTP client is an extra

    folder = collection.events / str(wanted.format)
    folder.mkdir(exist_ok=True)
    incoming = folder / "incoming"
    if wanted.data is not None:
        digest, size, at, ending = hashlib.sha256(wanted.data).hexdigest(), len(wanted.data), visit.clock(), "json"
        incoming.write_bytes(wanted.data)
    else:
        fetched = visit.client.get(
            wanted.url, accept=DATA, robots=visit.minds_robots(wanted.url), into=incoming, largest=_EVENTS
        )  # fmt: skip
        digest, size, at, ending = fetched.digest, fetched.size, fetched.fetched_at, "zip"
        try:
            if wanted.size is not None and wanted.size != size:
                raise SourceUnavailableError(f"{shown(wanted.url)} has {size} bytes; its list says {wanted.size}")
            if wanted.md5 is not None and _md5(incoming) != wanted.md5:
                raise SourceUnavailableError(f"{shown(wanted.url)} is not what its list says (md5)")
            check_zip(incoming, shown(wanted.url), largest=_UNPACKED)
        except SourceError:
            incoming.unlink(missing_ok=True)
            raise
    path = folder / f"{digest}.{ending}"
    incoming.replace(path)
    return collection.keep_events(visit.collect.key, wanted.item, wanted.stamp, EventFile(
        source=visit.collect.source, url=wanted.url, path=str(path), format=wanted.format or "gdelt-events", fetched_at=at,
        digest=digest, size=size, first=wanted.first, last=wanted.last,
    ))  # fmt: skip


def _failed(visited: Visited, fault: Exception, now: datetime) -> None:
    visited.failed = True
    if isinstance(fault, SourceError):
        reason = str(fault)
    else:
        reason = f"its data could not be read ({type(fault).__name__}: {' '.join(str(fault).split())[:160]})"
    if isinstance(fault, SourceUnavailableError) and fault.wait:
        visited.wait = max(visited.wait, fault.wait)
    visited.faults.append(SourceFault(now, reason))


def _note(visited: Visited, one: Collect, collection: Collection, now: datetime) -> None:
    """Write down how the source fares; one that fails is asked after twice as long each time, at the latest after a day."""
    old = collection.health(one.key) or SourceHealth(key=one.key, connector=one.connector)
    failures = old.failures + 1 if visited.failed else 0
    pause = min(one.every * 2 ** min(max(0, failures - 1), 10), max(_LONGEST_PAUSE, one.every))
    newest = max((moment for moment in (old.newest, visited.newest) if moment is not None), default=None)
    taken = visited.documents + visited.events
    faults = visited.faults if len(visited.faults) <= _FAULTS else [*visited.faults[: _FAULTS - 1], visited.faults[-1]]
    collection.note_health(SourceHealth(
        key=one.key, connector=one.connector, tried=now, succeeded=old.succeeded if visited.failed else now,
        due=now + timedelta(seconds=max(pause, visited.wait)), newest=newest,
        gave=now if taken else old.gave, failures=failures, given=old.given + taken,
        given_last=taken, faults=tuple(faults),
    ))  # fmt: skip
