"""A briefing: sentences, each with the footnotes that carry it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

import msgspec

from missionwatch.records.concern import Sureness
from missionwatch.records.levels import Level, Trend


class Footnote(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A numbered footnote: the quote, and where it stands. ``graded`` is reliability and credibility ("A2")."""

    number: int
    quote: str
    title: str
    publisher: str
    published: date | None
    statement: str
    report: str
    graded: str
    url: str | None = None


class Sentence(msgspec.Struct, frozen=True):
    """A sentence and the numbers of its footnotes. There is no sentence without a footnote, but what a person wrote in a draft.

    ``verbatim`` says that it gives a source's own words: ours were not read back as what the claim says. ``own`` says that it
    stands in a draft that a person edited.
    """

    text: str
    notes: tuple[int, ...]
    verbatim: bool = False
    own: bool = False

    def __post_init__(self) -> None:
        """Refuse a sentence that nothing carries."""
        if not self.notes and not self.own:
            raise ValueError(f"a briefing sentence without a footnote: {self.text!r}")


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a briefing's table of levels: where a mission stands, which way it goes, how sure, and why.

    ``mission`` is its name in the briefing's language; ``trend`` is None where the level thirty days before is not known.
    """

    mission: str
    level: Level
    trend: Trend | None
    sureness: Sureness
    reasons: tuple[Sentence, ...]


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A heading and its sentences; ``level`` 2 or 3; ``badge`` is a mission's level code where it has one.

    In a draft a section may go on with the one before (``heading`` empty), and ``prose`` says that its sentences run on, whatever
    the briefing's do.
    """

    heading: str
    level: int
    sentences: tuple[Sentence, ...]
    badge: Level | None = None
    anchor: str | None = None
    standings: tuple[Standing, ...] = ()
    prose: bool | None = None


ChartKind = Literal["levels", "contributions", "timeline", "map"]
"""Charts, by what they show."""
ChartMedia = Literal["image/svg+xml", "image/png"]


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """A drawing and what it shows in words (``description``) for who cannot see it. ``media`` is its MIME type."""

    kind: ChartKind
    title: str
    description: str
    media: ChartMedia
    data: bytes


BriefingForm = Literal["letter", "sitrep", "flash", "full"]
"""Letter to parliament, situation report of one or two pages, flash of five sentences, everything."""
BriefingLayout = Literal["md", "html", "pdf", "docx"]
"""A format of a briefing, by the ending of its files."""


class Briefing(msgspec.Struct, frozen=True, kw_only=True):
    """A briefing in one language, as of a date, as known at a moment.

    ``dated`` and ``known`` say both in words, ``marking`` where it comes from. ``opening`` and ``closing`` are the frame of a
    letter and ``unknown`` lines on what the reports do not say: they claim nothing about the world, so they have no footnotes.
    ``prose`` says that sentences run on as paragraphs, else they are a list.
    """

    title: str
    language: str
    as_of: date
    known_at: datetime
    known: str
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]
    unknown: tuple[str, ...] = ()
    form: BriefingForm = "full"
    dated: str = ""
    marking: str = ""
    prose: bool = False
    opening: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
