"""A what-if: something supposed about a mission, what it would take along as far as reports say, and how the levels would move."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from missionwatch.records.concern import Dimension, Held
from missionwatch.records.levels import Level
from missionwatch.records.picture import Claim
from missionwatch.records.statement import EntityRef

ConsequenceKind = Literal[
    "lead", "contribution", "enabler", "place", "command", "share", "period", "calendar", "other-mission", "tie", "stance"
]  # fmt: skip
"""What sort of thing a what-if takes along; ``tie`` is what names both, ``stance`` what others keep open or decided."""


class Hypothesis(msgspec.Struct, frozen=True, kw_only=True):
    """What is supposed: that ``party`` withdraws from or joins ``mission`` (``people`` strong), or that its mandate ends on ``day``."""

    kind: Literal["withdraw", "add", "end-mandate"]
    mission: EntityRef
    party: EntityRef | None = None
    people: int | None = None
    day: date | None = None


class Consequence(msgspec.Struct, frozen=True, kw_only=True):
    """One stated relation that the hypothesis touches, in words, with the claims that carry it. There is none without a claim.

    ``mission`` is the id of the mission it is about. ``low``–``high`` is a share of a mission's strength (0–1), where that is what it says.
    """

    kind: ConsequenceKind
    says: str
    mission: str
    claims: tuple[Claim, ...]
    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        """Refuse a consequence that nothing carries."""
        if not self.claims:
            raise ValueError(f"a consequence without a claim: {self.says!r}")


UnsaidKind = Literal["lead", "strength", "given", "people", "enablers", "dependants", "stance", "registered-lead"]
"""What no report says, by what is missing; ``registered-lead`` is a lead that the register knows and no report said."""


class Unsaid(msgspec.Struct, frozen=True, kw_only=True):
    """What no report says and a reader would want to know, in words; ``mission`` is what it is about, ``leads`` who leads it."""

    kind: UnsaidKind
    says: str
    mission: EntityRef
    leads: tuple[EntityRef, ...] = ()


class LevelShift(msgspec.Struct, frozen=True, kw_only=True):
    """How a level would move: a mission's (``dimension`` None) or one of its dimensions', with the scores.

    ``held_before`` and ``held_after`` are why it stands where its score is below the threshold.
    """

    mission: str
    dimension: Dimension | None
    before: Level
    after: Level
    score_before: float
    score_after: float
    held_before: Held | None = None
    held_after: Held | None = None


class WhatIf(msgspec.Struct, frozen=True, kw_only=True):
    """What a hypothesis would mean: consequences that reports state, what they do not say (``unknown``), and the levels.

    ``shifts`` hold the mission's own level always, what would move in it, and other missions where a level changes.
    ``supposed`` are the claims that were counted as if they had been reported: they stand in no ledger. ``registered`` says
    what the register knows and no report said.
    """

    hypothesis: Hypothesis
    as_of: date
    consequences: tuple[Consequence, ...]
    unknown: tuple[Unsaid, ...]
    shifts: tuple[LevelShift, ...]
    supposed: tuple[Claim, ...]
    registered: tuple[Unsaid, ...] = ()
