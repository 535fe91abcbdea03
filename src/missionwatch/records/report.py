"""A report and where it comes from."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Literal

import msgspec

from missionwatch.records.statement import PartKind

Reliability = Literal["A", "B", "C", "D", "E", "F"]
"""NATO's Admiralty code for a source (STANAG 2511): A completely reliable … E unreliable, F cannot be judged."""

Dated = Literal["given", "metadata", "text", "address", "future", "unknown"]
"""How a report's day is known: a person gave it, the document's or source's metadata state it, its text does, it was guessed
from the address; ``future``: it lies after the day of fetching, so that it is kept and not relied on; unknown."""

SourceKind = Literal["government", "parliament", "organisation", "mission", "agency", "media", "research", "unknown"]


class Source(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where reports come from. ``country`` (ISO alpha-2) is whose government or public it speaks for.

    ``reason`` says why its reliability is what it is, ``by`` who rated it where a rating was booked.
    """

    id: str
    name: str
    kind: SourceKind = "unknown"
    country: str | None = None
    language: str | None = None
    url: str | None = None
    reliability: Reliability = "F"
    reason: str | None = None
    by: str | None = None


class Part(msgspec.Struct, frozen=True):
    """A stretch of the clean text and what it is; parts are in order and do not overlap."""

    kind: PartKind
    start: int
    end: int


class Report(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A clean, dated text with its parts. ``text`` is NFC, with one blank line between paragraphs.

    ``country`` is the source's country: whose "the government" it is when a text names none.
    ``copy_of`` is the id of the earlier report this one copies; copies are one voice.
    ``corrects`` is the id of the report this one puts right.
    ``earlier`` are the ids of the earlier versions of the same page, the first first: this one replaces them.
    ``dated`` says how ``published`` is known; ``updated`` is the day it was changed, where that is another.
    ``attachments`` are what the document names as attached to it; ``raw`` is the SHA-256 of the document it was made of.
    """

    id: str
    title: str
    language: str
    published: date | None
    source: str
    text: str
    parts: tuple[Part, ...]
    url: str | None = None
    publisher: str | None = None
    country: str | None = None
    copy_of: str | None = None
    corrects: str | None = None
    earlier: tuple[str, ...] = ()
    author: str | None = None
    updated: date | None = None
    dated: Dated = "unknown"
    attachments: tuple[str, ...] = ()
    raw: str | None = None

    def __post_init__(self) -> None:
        """Refuse parts that overlap or leave the text."""
        at = 0
        for part in self.parts:
            if part.start < at or part.end < part.start or part.end > len(self.text):
                raise ValueError(f"part {part.kind} {part.start}–{part.end} overlaps or leaves the text")
            at = part.end

    @property
    def head(self) -> ReportHead:
        """Return what a footnote needs of the report, without its text."""
        return ReportHead(
            id=self.id, title=self.title, language=self.language, published=self.published, source=self.source,
            url=self.url, publisher=self.publisher, country=self.country, copy_of=self.copy_of,
            corrects=self.corrects, earlier=self.earlier, updated=self.updated, dated=self.dated, raw=self.raw,
        )  # fmt: skip

    @property
    def version_of(self) -> str | None:
        """Return the id of the first version of the page this is a later version of, or None."""
        return self.earlier[0] if self.earlier else None


class ReportHead(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A report without its text: what is needed to name it and to weigh its voice.

    ``valid_from`` is the first day it speaks of, as the ledger booked it: the day it came out; of a correction the day
    that what it corrects came out; of a report without a date the day it was booked.
    """

    id: str
    title: str
    language: str
    published: date | None
    source: str
    url: str | None = None
    publisher: str | None = None
    country: str | None = None
    copy_of: str | None = None
    corrects: str | None = None
    earlier: tuple[str, ...] = ()
    updated: date | None = None
    dated: Dated = "unknown"
    raw: str | None = None
    valid_from: date | None = None

    @property
    def version_of(self) -> str | None:
        """Return the id of the first version of the page this is a later version of, or None."""
        return self.earlier[0] if self.earlier else None

    @property
    def replaces(self) -> tuple[str, ...]:
        """Return the ids of the reports whose word this one's takes the place of: what it corrects, its earlier versions."""
        named = (self.corrects, *self.earlier) if self.corrects else self.earlier
        return tuple(dict.fromkeys(name for name in named if name and name != self.id))

    @property
    def voice(self) -> str:
        """Return whose voice this is: copies and versions of one report speak with one voice."""
        return self.copy_of or self.version_of or self.id


def report_id(*, source: str, published: date | None, text: str) -> str:
    """Return a report's id: 128 bits of SHA-256 over its source, date and clean text."""
    said = msgspec.json.encode([source, published.isoformat() if published else None, text])
    return hashlib.sha256(said).hexdigest()[:32]
