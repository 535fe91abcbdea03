"""What collecting passes on: how a source is collected, what it gave, and how it fares."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from typing import Any, Literal

import msgspec

EventFormat = Literal["acled", "ucdp-ged", "gdelt-events", "gdelt-mentions"]
"""Whose columns an event file has."""


class Collect(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a source is collected: by which connector, how often, with which options (the connector checks them).

    ``every`` is in seconds, ``pace`` the least seconds between two requests to one host. ``name`` tells several of one source
    apart. Nothing published before ``since`` is taken, and at most ``most`` documents a run. ``api`` is the reason why
    robots.txt does not apply, where the source is an interface made for programs.
    """

    source: str
    connector: str
    every: int = 3600
    pace: float = 1.0
    most: int = 200
    name: str | None = None
    since: date | None = None
    api: str | None = None
    options: dict[str, Any] = {}

    def __post_init__(self) -> None:
        """Refuse a rhythm that is none."""
        if self.every < 1:
            raise ValueError(f"every is {self.every} seconds; a source is asked at most once a second")
        if not 0 <= self.pace <= 3600:
            raise ValueError(f"pace is {self.pace} seconds between requests; it is 0 to 3600")
        if self.most < 1:
            raise ValueError(f"most is {self.most}; at least one document a run")

    @property
    def key(self) -> str:
        """Return what this is called in the state and on the command line: ``source`` or ``source/name``."""
        return f"{self.source}/{self.name}" if self.name else self.source


class RawDocument(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A document as a source gave it, with what the source itself says of it.

    ``data`` are the bytes after transfer decoding; ``media_type`` is what the source declares (``text/html``), ``charset`` too.
    ``url`` is where it was asked, ``final_url`` where redirects ended. ``published`` and ``updated`` keep the source's own offset
    from UTC, so that ``.date()`` is its own day. ``document_id`` is the source's own id. ``attached_to`` is the ``url`` of the
    document it is attached to (a letter's annex, a message's attachment). Nothing in it may be trusted.
    """

    source: str
    url: str
    data: bytes
    media_type: str
    fetched_at: datetime
    final_url: str | None = None
    charset: str | None = None
    document_id: str | None = None
    title: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    language: str | None = None
    publisher: str | None = None
    file_name: str | None = None
    attached_to: str | None = None

    def __post_init__(self) -> None:
        """Refuse moments without a time zone: nobody could say which day they are."""
        for moment in (self.fetched_at, self.published, self.updated):
            if moment is not None and moment.tzinfo is None:
                raise ValueError(f"{moment.isoformat()} has no time zone")

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the bytes, as hex: the name under which the document is kept."""
        return hashlib.sha256(self.data).hexdigest()


class EventFile(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A file of event data as a source gave it: rows for the tempo, not a report.

    ``path`` is where it lies, ``format`` whose columns it has. ACLED and UCDP give JSON answers, GDELT zipped tab-separated
    values. ``digest`` is the SHA-256 of the file; ``first`` and ``last`` are the days it speaks of where the source says so.
    """

    source: str
    url: str
    path: str
    format: EventFormat
    fetched_at: datetime
    digest: str
    size: int
    first: str | None = None
    last: str | None = None


class SourceFault(msgspec.Struct, frozen=True):
    """What went wrong at a source: when, why, and at which address. A value, not an exception: the rest goes on."""

    at: datetime
    reason: str
    url: str | None = None


class SourceHealth(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a source fares. ``key`` is ``Collect.key``.

    ``failures`` counts the runs in a row that failed; ``newest`` is when the newest document was published and ``gave``
    when it last gave one; ``due`` is when
    it may be asked again. ``faults`` are those of the last run; ``given`` counts all documents, ``given_last`` the last run's.
    """

    key: str
    connector: str
    tried: datetime | None = None
    succeeded: datetime | None = None
    due: datetime | None = None
    newest: datetime | None = None
    gave: datetime | None = None
    failures: int = 0
    given: int = 0
    given_last: int = 0
    faults: tuple[SourceFault, ...] = ()

    def lag(self, now: datetime) -> float | None:
        """Return the seconds since the newest document was published; None where none was."""
        return None if self.newest is None else max(0.0, (now - self.newest).total_seconds())
