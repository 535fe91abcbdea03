"""A concern: how worrying a mission's state is, and the claims that make it so."""

from __future__ import annotations

from typing import Literal

import msgspec

from missionwatch.records.picture import Claim

Level = Literal["none", "low", "guarded", "high", "severe"]
LEVELS: tuple[Level, ...] = ("none", "low", "guarded", "high", "severe")


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """One claim that counts towards a level: by which signal, how much, after fading with time."""

    signal: str
    dimension: str
    claim: Claim
    weight: float
    counted: float


class Concern(msgspec.Struct, frozen=True, kw_only=True):
    """A mission's level with the reasons that made it, weightiest first. ``score`` is the sum of ``counted``."""

    mission: str
    level: Level
    score: float
    reasons: tuple[Reason, ...]
