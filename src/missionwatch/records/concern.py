"""A concern: how worrying a mission's state is, in which respects, which way it goes, and what makes it so: claims, and event data."""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

import msgspec

from missionwatch.records.levels import Level, Trend
from missionwatch.records.picture import Claim
from missionwatch.records.tempo import Tempo

Sureness = Literal["low", "moderate", "high"]
Dimension = Literal[
    "host-consent",
    "access",
    "personnel-threat",
    "partner-cohesion",
    "mandate-support",
    "capability",
    "rival-forces",
    "political-transition",
    "spill-over",
]
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)


class Carried(msgspec.Struct, frozen=True, kw_only=True):
    """What is carried by a claim or by a tempo: by one of them, never by both and never by neither."""

    claim: Claim | None = None
    tempo: Tempo | None = None

    def __post_init__(self) -> None:
        """Refuse what nothing carries, and what would mix statements with counts of a dataset."""
        if (self.claim is None) == (self.tempo is None):
            raise ValueError("a reason or pivot is carried by a claim or by a tempo: exactly one")

    @property
    def id(self) -> str:
        """Return what names its carrier: the claim's id, or the tempo's dataset and place, which are the same from day to day."""
        carrier = self.claim or self.tempo
        return carrier.id if carrier is not None else ""


class Reason(Carried, frozen=True, kw_only=True):
    """One claim or tempo that counts towards a level: by which signal, how much, and the arithmetic of it.

    In its dimension it counts ``in_dimension`` = ``weight`` × ``fades`` (0.5 to the power of ``age`` / ``half_life``, both in days) ×
    ``doubt`` (how credible the claim is, or how much the dataset counts) × ``tense`` (whether it is so, planned or possible, and how
    likely its holder calls it) × ``share`` (how large the party is) × ``again`` (the same signal's next claim says less) × ``capped``
    (what the caps leave of it). Towards the mission it counts ``counted`` = ``in_dimension`` × ``around`` (what the cap on background
    leaves of it). Negative where it lowers the level. ``background`` says that it happens around the mission and touches none of its
    parties.
    ``last`` is the day it counts from. ``hypothetical`` says that nobody reported it: a what-if supposes it.
    """

    signal: str
    dimension: Dimension
    weight: float
    counted: float
    last: date | None = None
    age: int = 0
    half_life: float = 0.0
    fades: float = 1.0
    doubt: float = 1.0
    tense: float = 1.0
    share: float = 1.0
    again: float = 1.0
    capped: float = 1.0
    in_dimension: float = 0.0
    around: float = 1.0
    background: bool = False
    hypothetical: bool = False


class Pivot(Carried, frozen=True, kw_only=True):
    """A claim or tempo on which the level hangs: were it wrong, the level would be ``without``."""

    without: Level


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """Why a level stands though its sum is below the ``threshold``.

    ``reached`` is the last day on which the sum was there, by what was known at the picture's moment; since then it was never below
    ``floor``.
    """

    reached: date
    threshold: float
    floor: float


class DimensionConcern(msgspec.Struct, frozen=True, kw_only=True):
    """How worrying a mission's state is in one respect; the reasons are those of the concern in that dimension.

    ``score`` is the sum of what they count in it, ``uncapped`` the same before caps. ``held``, ``earlier`` and ``trend`` are as in
    ``Concern``; ``pivots`` are the claims and tempos which alone, if wrong, change this dimension's level. ``eases`` says in words what
    declared signals would lower it.
    """

    dimension: Dimension
    level: Level
    score: float
    reasons: tuple[Reason, ...]
    uncapped: float = 0.0
    held: Held | None = None
    earlier: Level | None = None
    trend: Trend = "stable"
    pivots: tuple[Pivot, ...] = ()
    eases: tuple[str, ...] = ()


GroundKind = Literal[
    "not-heard", "event-data-alone", "heard-nothing-counts", "nothing-reported", "quality", "sources", "fresh", "hangs-on",
    "event-data-part",
]  # fmt: skip


class Ground(msgspec.Struct, frozen=True):
    """Why a level is as sure as it is: the kind of ground, and its figures (parts of one, counts, days) by name."""

    kind: GroundKind
    figures: dict[str, float] = {}


class Concern(msgspec.Struct, frozen=True, kw_only=True):
    """A mission's level with the reasons that made it, weightiest first. ``score`` is the sum that gives the level.

    ``held`` is why the level stands where that sum is below its threshold; None where it is not.
    ``dimensions`` are the respects in which anything counts, weightiest first. ``earlier`` is the level thirty days before
    (as known then) and ``trend`` which way it went. ``sureness`` is how much the level can be relied on and ``sure_because`` why
    in English, ``grounds`` the same without words.
    ``pivots`` are the claims and tempos which alone, if wrong, change the level. ``falls_on`` is the day on which the level would have
    fallen, to ``falls_to``, if nothing more were reported; None where that takes more than a year.
    """

    mission: str
    level: Level
    score: float
    reasons: tuple[Reason, ...]
    held: Held | None = None
    dimensions: tuple[DimensionConcern, ...] = ()
    earlier: Level | None = None
    trend: Trend = "stable"
    sureness: Sureness = "low"
    sure_because: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()
    pivots: tuple[Pivot, ...] = ()
    falls_on: date | None = None
    falls_to: Level | None = None


class LevelChange(msgspec.Struct, frozen=True, kw_only=True):
    """A mission's level that went from ``before`` to ``after``.

    ``risen`` are the reasons that count more, ``fallen`` those that count less or no more, the largest difference first, as
    they stand after (as they stood before, where they are gone).
    """

    mission: str
    before: Level
    after: Level
    risen: tuple[Reason, ...] = ()
    fallen: tuple[Reason, ...] = ()


class ReplayDay(msgspec.Struct, frozen=True, kw_only=True):
    """One day of a replay: every mission's concern as known then, and the levels that changed since the day before."""

    day: date
    concerns: tuple[Concern, ...]
    changed: tuple[LevelChange, ...] = ()
