"""What answers and bodies are made of where no record says it already: lists with their next page, and records side by side."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Generic, Literal, TypeVar

import msgspec

from missionwatch.records import (
    Claim,
    Collect,
    Concern,
    Dimension,
    Level,
    LevelChange,
    Picture,
    Reliability,
    ReportHead,
    Review,
    Source,
    SourceHealth,
    Statement,
    Story,
    Sureness,
    Tempo,
    Tlp,
    Trend,
)

Item = TypeVar("Item")
_Line = Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
_Code = Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2}$")]
_Id = Annotated[str, msgspec.Meta(pattern=r"^[0-9A-Za-z][0-9A-Za-z:._-]{0,127}$")]


class Page(msgspec.Struct, Generic[Item], frozen=True):
    """A part of a list. ``next`` is the cursor of the next part, None after the last; a part may hold fewer than asked, or none."""

    items: tuple[Item, ...]
    next: str | None = None


class TheatreCard(msgspec.Struct, frozen=True, kw_only=True):
    """A theatre that is followed here: its name, its title by language, whose people are ours, its missions and countries.

    ``first`` and ``last`` are the days between which there is something to see; ``today`` is the day shown where none is named.
    """

    name: str
    title: dict[str, str]
    own: str
    missions: tuple[str, ...]
    countries: tuple[str, ...]
    first: date
    last: date
    today: date


class Sight(msgspec.Struct, frozen=True, kw_only=True):
    """A picture with the concerns about its missions and the event data beside it."""

    picture: Picture
    concerns: tuple[Concern, ...]
    tempo: tuple[Tempo, ...]


class ConcernSight(msgspec.Struct, frozen=True, kw_only=True):
    """A concern with what its holders keep open (``options``), what was decided, and the event data beside it."""

    concern: Concern
    options: tuple[Claim, ...]
    decisions: tuple[Claim, ...]
    tempo: tuple[Tempo, ...]


class DimensionLevel(msgspec.Struct, frozen=True):
    """How worrying a mission's state is in one respect; ``held``: the level was reached before, and the score is now below it."""

    level: Level
    score: float
    held: bool


class MissionLevel(msgspec.Struct, frozen=True, kw_only=True):
    """How worrying a mission's state is, without the reasons (``concerns`` has them); ``held`` is as in a dimension."""

    level: Level
    score: float
    held: bool
    trend: Trend
    sureness: Sureness
    dimensions: dict[Dimension, DimensionLevel]

    @classmethod
    def of(cls, concern: Concern) -> MissionLevel:
        """Return a concern's levels."""
        found = {
            one.dimension: DimensionLevel(one.level, one.score, one.held is not None) for one in concern.dimensions
        }
        return cls(
            level=concern.level,
            score=concern.score,
            held=concern.held is not None,
            trend=concern.trend,
            sureness=concern.sureness,
            dimensions=found,
        )


class LevelDay(msgspec.Struct, frozen=True, kw_only=True):
    """The levels of one day by mission (id; ``theatre`` for what belongs to none), and those that changed, with the claims."""

    day: date
    levels: dict[str, MissionLevel]
    changed: tuple[LevelChange, ...] = ()


class StatementSight(msgspec.Struct, frozen=True, kw_only=True):
    """A statement as it was booked, its report, its reviews in order, and what they leave of it: None where it was rejected."""

    statement: Statement
    report: ReportHead
    reviews: tuple[Review, ...]
    stands: Statement | None


class BookedReview(msgspec.Struct, frozen=True, kw_only=True):
    """A review, when it became known, and its number in the book."""

    seq: int
    known_at: datetime
    review: Review


class Verdict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person's word on a statement. ``correction`` is the statement as it should be, and goes with ``correct`` only."""

    verdict: Literal["accept", "reject", "correct", "withdraw"]
    reason: _Line
    correction: Statement | None = None


class Grade(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How far a source can be relied on (Admiralty code), and why."""

    reliability: Reliability
    reason: _Line


class Mark(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who may see a report (TLP 2.0), and why."""

    tlp: Tlp
    reason: _Line | None = None


class Rated(msgspec.Struct, frozen=True, kw_only=True):
    """A source as it was rated before, and as it is now."""

    before: Source
    after: Source


class Pasted(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A text to be read: a report, or a draft. What is said here outranks what is found in the text."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=2_000_000)]
    title: _Line | None = None
    published: (
        Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", extra_json_schema={"format": "date"})] | None
    ) = None
    language: _Code | None = None
    source: _Id | None = None


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a report: its head, how many statements it makes, how many were booked.

    ``already`` says that it was in the book: nothing was booked. ``unread`` that nobody can read its language yet: it is kept.
    """

    report: ReportHead
    statements: int
    booked: int
    already: bool
    unread: bool


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """A page that changed: the report before, the one after, and the paragraphs that came, went and were changed."""

    before: ReportHead
    after: ReportHead
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[tuple[str, str], ...]


class StorySight(msgspec.Struct, frozen=True, kw_only=True):
    """A story and the reports that tell it."""

    story: Story
    told: tuple[ReportHead, ...]


class SourceSight(msgspec.Struct, frozen=True, kw_only=True):
    """A source as it is rated, how it is collected, and how that goes (None where it never was)."""

    source: Source
    collected: tuple[Collected, ...]


class Collected(msgspec.Struct, frozen=True, kw_only=True):
    """One way in which a source is collected."""

    key: str
    connector: str
    every: int
    health: SourceHealth | None

    @classmethod
    def of(cls, one: Collect, health: SourceHealth | None) -> Collected:
        """Return how a source is collected, without the settings that only its keeper needs."""
        return cls(key=one.key, connector=one.connector, every=one.every, health=health)


class Book(msgspec.Struct, frozen=True, kw_only=True):
    """The book as it stands: how many bookings, and the digest of the last, which stands for the whole."""

    bookings: int
    head: str


class Verified(msgspec.Struct, frozen=True, kw_only=True):
    """The whole book was checked, and all is in order."""

    bookings: int
    head: str
    verified: bool


JsonObject = dict[str, Any]
