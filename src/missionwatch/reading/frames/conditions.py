"""What a trigger may ask of its clause: each condition of ``only`` by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.asked import Asked
from missionwatch.reading.frames.doers import DOERS
from missionwatch.reading.frames.heading import HEADING
from missionwatch.reading.frames.objects import OBJECTS
from missionwatch.reading.frames.told_how import TOLD_HOW

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.asked import Condition
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Token

CONDITIONS: dict[str, Condition] = {**DOERS, **OBJECTS, **TOLD_HOW, **HEADING}
"""Every condition that a trigger can name, and what tells whether it holds."""


def hold(match: Match, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether all conditions of a trigger hold of what it opened."""
    asked = Asked(match, tokens, pack)
    return all(CONDITIONS[name](asked) for name in match.only)
