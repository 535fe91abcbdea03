"""What a trigger opened, as the conditions of its use (``only``) ask of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.roles import Match
    from missionwatch.reading.frames.tokens import Token


class Asked:
    """A match with its sentence's words and the language's pack, of which conditions are asked."""

    def __init__(self, match: Match, tokens: Sequence[Token], pack: Pack) -> None:
        self.match = match
        self.clause = match.clause
        self.tokens = tokens
        self.pack = pack

    def reach(self) -> list[Phrase]:
        """Return the phrases that the match can take its roles from."""
        return list(self.match.reach())

    def taken_up(self) -> list[Phrase]:
        """Return the noun that a relative clause says more of, and what that hangs on: "a delegation from the bloc that landed in Niamey"."""
        above = self.clause.parent.phrases if self.clause.link == "relative" and self.clause.parent is not None else []
        before = [p for p in above if p.last < self.clause.first]
        return before[-2:] if before and before[-1].last == self.clause.first - 1 else []


Condition: TypeAlias = Callable[[Asked], bool]
