"""A concern: how worrying a mission's state is, in which respects, which way it goes, and the claims that make it so."""

from __future__ import annotations

from typing import Literal

import msgspec

from missionwatch.records.levels import Level, Trend
from missionwatch.records.picture import Claim

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


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """One claim that counts towards a level: by which signal, how much, after fading with time."""

    signal: str
    dimension: Dimension
    claim: Claim
    weight: float
    counted: float


class DimensionConcern(msgspec.Struct, frozen=True, kw_only=True):
    """How worrying a mission's state is in one respect; the reasons are those of the concern in that dimension."""

    dimension: Dimension
    level: Level
    score: float
    reasons: tuple[Reason, ...]


class Pivot(msgspec.Struct, frozen=True, kw_only=True):
    """A claim on which the level hangs: were it wrong, the level would be ``without``."""

    claim: Claim
    without: Level


class Concern(msgspec.Struct, frozen=True, kw_only=True):
    """A mission's level with the reasons that made it, weightiest first. ``score`` is the sum that gives the level.

    ``dimensions`` are the respects in which anything counts, weightiest first. ``earlier`` is the level thirty days before
    (as known then) and ``trend`` which way it went. ``sureness`` is how much the level can be relied on. ``pivots`` are the
    claims which alone, if wrong, change the level.
    """

    mission: str
    level: Level
    score: float
    reasons: tuple[Reason, ...]
    dimensions: tuple[DimensionConcern, ...] = ()
    earlier: Level | None = None
    trend: Trend = "stable"
    sureness: Sureness = "low"
    pivots: tuple[Pivot, ...] = ()
