"""A briefing: sentences, each with the footnotes that carry it."""

from __future__ import annotations

from datetime import date, datetime

import msgspec


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
    """A sentence and the numbers of its footnotes. There is no sentence without a footnote."""

    text: str
    notes: tuple[int, ...]

    def __post_init__(self) -> None:
        """Refuse a sentence that nothing carries."""
        if not self.notes:
            raise ValueError(f"a briefing sentence without a footnote: {self.text!r}")


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A heading and its sentences; ``level`` 2 or 3; ``badge`` is a mission's level code where it has one."""

    heading: str
    level: int
    sentences: tuple[Sentence, ...]
    badge: str | None = None
    anchor: str | None = None


class Briefing(msgspec.Struct, frozen=True, kw_only=True):
    """A briefing in one language, as of a date, as known at a moment.

    ``known`` says the latter in words. ``unknown`` are lines on what the reports do not say: they claim nothing about the
    world, so they have no footnotes.
    """

    title: str
    language: str
    as_of: date
    known_at: datetime
    known: str
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]
    unknown: tuple[str, ...] = ()
