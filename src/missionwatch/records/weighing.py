"""A weighing: the arithmetic behind one claim's credibility, so that anybody can do it again."""

from __future__ import annotations

from typing import Literal

import msgspec

from missionwatch.records.picture import Claim
from missionwatch.records.report import Reliability, ReportHead
from missionwatch.records.statement import Statement

Rule = Literal[
    "confirmed",
    "two-voices",
    "reliable-voice",
    "one-voice",
    "disputed",
    "denied-by-fewer",
    "hearsay-only",
    "denied-by-as-many",
    "cannot-be-judged",
]
"""Which line of the table in docs/picture.md gave the credibility."""


TurnKind = Literal[
    "voice-more", "settled", "another-value", "undenied", "undenied-and-settled", "denial", "voice-less", "rated-lower"
]
"""What would change a credibility."""


class Backing(msgspec.Struct, frozen=True, kw_only=True):
    """One statement that is weighed: its report, how reliable its source is and why, and whose word it is.

    ``origin`` is whose word it is: a known party that is quoted, else the source itself. ``teller`` is the source that brings it
    (of a copy the one it was copied from). ``counts`` says that this backing is a voice of its own; else ``shares`` is
    the id of the statement that is the same voice. ``why`` says why in words.
    """

    statement: Statement
    report: ReportHead
    reliability: Reliability
    reason: str | None
    origin: str
    teller: str
    counts: bool
    shares: str | None
    why: str


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """What would change the credibility, and to what.

    ``what`` says it in words; ``kind`` is what it is, with the number of voices ``n`` and the reliability ``grade`` where it has them.
    """

    what: str
    credibility: int
    kind: TurnKind
    n: int = 1
    grade: Reliability | None = None


class Weighing(msgspec.Struct, frozen=True, kw_only=True):
    """Why a claim has the credibility it has.

    ``support``, ``against`` and ``corrected`` are its statements, the most telling first; ``earlier`` are those that said
    something else of the same thing before. ``voices`` and ``denying`` are how many independent voices say and deny it
    (hearsay aside). ``rule`` gave the credibility; ``turns`` are what would raise or lower it.
    """

    claim: Claim
    support: tuple[Backing, ...]
    against: tuple[Backing, ...]
    corrected: tuple[Backing, ...]
    earlier: tuple[Backing, ...]
    voices: int
    denying: int
    rule: Rule
    credibility: int
    turns: tuple[Turn, ...]
