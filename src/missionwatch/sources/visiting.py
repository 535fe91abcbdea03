"""One visit at a source: what a connector gets to work with, and what it says it found."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

from missionwatch.errors import AnswerRefusedError
from missionwatch.records import EventFormat, SourceFault
from missionwatch.sources.addresses import shown, target

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from missionwatch.records import Collect, Source
    from missionwatch.sources.fetching import Client, Fetched

O_co = TypeVar("O_co", covariant=True)
PAGES = 200
"""Pages of one listing that a run follows at most: a listing that goes on for longer is asked again next time."""
FIRST_DAYS = 30
"""Days back that the first visit goes where the settings do not say ``since``."""


class Wanted(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a source lists: a document to fetch, or one that came with the listing (``data``).

    ``item`` is the source's own name for it and ``stamp`` changes when it does; what was taken with the same stamp is not
    taken again. Empty ``data`` says that it was dealt with and gives nothing.
    With ``format`` it is a file of event data; ``md5`` and ``size`` are what the source says of that.
    """

    url: str
    item: str
    stamp: str = ""
    data: bytes | None = None
    media_type: str = ""
    charset: str | None = None
    document_id: str | None = None
    title: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    language: str | None = None
    publisher: str | None = None
    file_name: str | None = None
    attached_to: str | None = None
    format: EventFormat | None = None
    first: str | None = None
    last: str | None = None
    md5: str | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the source has been read once everything before is kept."""

    cursor: dict[str, Any]


@dataclass(slots=True)
class Visit(Generic[O_co]):
    """A connector's tools: settings, client, cursor, clock, and where to say what went wrong.

    ``pages`` is how many pages of a listing may be asked; a trial may ask one.
    """

    collect: Collect
    source: Source
    options: O_co
    client: Client
    cursor: Mapping[str, Any]
    clock: Callable[[], datetime]
    stamp: Callable[[str], str | None]
    api: str | None = None
    since: date | None = None
    pages: int = PAGES
    secrets: Mapping[str, str] = field(default_factory=dict)
    faults: list[SourceFault] = field(default_factory=list)
    folder: Path | None = None
    _asked: set[str] = field(default_factory=set)

    def get(
        self, url: str, *, accept: tuple[str, ...], headers: Mapping[str, str] | None = None, **more: Any
    ) -> Fetched:
        """Fetch a page of the listing."""
        return self.client.get(url, accept=accept, headers=headers, robots=self.minds_robots(url), **more)

    def minds_robots(self, url: str) -> bool:
        """Say whether robots.txt applies: not at an interface made for programs, on its own host."""
        own = getattr(self.options, "url", None) or url
        hosts = {target(one).host for one in (own if isinstance(own, tuple) else (own,))}
        return self.api is None or target(url).host not in hosts

    def fault(self, reason: str, url: str | None = None) -> None:
        """Note what went wrong; the rest goes on."""
        self.faults.append(SourceFault(self.clock(), reason, shown(url) if url else None))

    def start(self) -> date:
        """Return the first day of interest: as asked, else as set, else a month back."""
        return self.since or self.collect.since or self.clock().date() - timedelta(days=FIRST_DAYS)

    def another_page(self, url: str) -> bool:
        """Say whether the next page may be asked: pages left, and not one that was asked before (a listing in a circle)."""
        if url in self._asked:
            raise AnswerRefusedError(f"the listing goes round: {shown(url)} comes again")
        if len(self._asked) >= self.pages:
            if self.pages >= PAGES:
                self.fault(f"the listing has more than {self.pages} pages; the rest comes with the next run", url)
            return False
        self._asked.add(url)
        return True

    def moment(self, said: object, what: str = "date") -> datetime | None:
        """Return a moment as a source writes it (ISO 8601), in UTC where it names no zone; None where it is none.

        A moment that lies ahead of our clock by more than a day is a fault of the source and is not taken.
        """
        if not said:
            return None
        try:
            moment = said if isinstance(said, datetime) else datetime.fromisoformat(str(said).strip())
        except ValueError:
            self.fault(f"{what} {str(said)[:40]!r} is no date; it is left out")
            return None
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        if moment > self.clock() + timedelta(days=1):
            self.fault(f"{what} {moment.isoformat()} lies ahead; it is left out")
            return None
        return moment


def text_of(value: object, longest: int = 500) -> str | None:
    """Return what a source says as one short line; None where it says nothing."""
    if value is None:
        return None
    plain = str(value).encode("utf-8", "backslashreplace").decode()  # names and heads may hold bytes that are no text
    return " ".join(plain.split())[:longest] or None
