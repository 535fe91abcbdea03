"""Where a word opens frames in its clause: joined to another verb or not, denied or not, done or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from missionwatch.reading.frames.reaching import denied, joint_of
from missionwatch.reading.frames.wanting import is_not_done

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Token


@dataclass(slots=True)
class Position:
    """What holds for all frames that the word at ``index`` opens; ``joint`` is where it is joined to a verb before it, or 0."""

    index: int
    joint: int
    denied: bool
    undone: bool


def position_of(index: int, clause: Clause, tokens: Sequence[Token], pack: Pack) -> Position:
    """Return where a word stands in its clause."""
    doing = [index] if index in clause.verbs else clause.verbs[:1]  # almost pulled | out of
    undone = any(is_not_done(v, clause, tokens, pack) for v in doing)
    return Position(index, joint_of(index, clause, tokens), denied(index, clause, tokens), undone)
