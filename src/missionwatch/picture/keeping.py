"""How long things keep: from when a claim is stale, how long it is shown, and how far back a word still supports it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from missionwatch.records import Predicate


class Keeping(NamedTuple):
    """Days; None is without end.

    ``fresh``: said longer ago than that, a claim is stale: shown as what was last known. ``shown``: said longer ago than that,
    it is history and leaves the picture. ``counts``: an earlier word counts as support when it is at most that much older
    than the latest.
    """

    fresh: int | None
    shown: int | None
    counts: int | None


KEEPING: dict[Predicate, Keeping] = {
    # What is so stays so until something ends it, but what nobody has said for long is only what was last known. Strength and
    # presence change fastest; who leads changes least; what a mission is for, and a day that is set, do not fade.
    "contribution": Keeping(365, None, 365), "strength": Keeping(180, None, 365), "presence": Keeping(180, None, 365),
    "post": Keeping(365, None, 365), "leadership": Keeping(730, None, 730), "purpose": Keeping(None, None, 730),
    "period": Keeping(None, None, 365),
    # What happened, happened: an event does not go stale, but it is a recent development only for a time.
    "event": Keeping(None, 120, None),
    # What somebody thinks, asks or weighs is of its day; risks and interests change slowly.
    "assessment": Keeping(120, 365, 365), "question": Keeping(120, 365, 365), "option": Keeping(120, 365, 365),
    "risk": Keeping(365, 730, 730), "interest": Keeping(365, 730, 730),
}  # fmt: skip
LEAVING = 30
"""A withdrawal without a date is under way: whoever leaves is still there for some weeks (days).

What is told in that time of the day on which they left speaks of the same withdrawal.
"""
LASTING = frozenset({"withdraw", "end", "suspend", "resume", "extend"})
"""Event types that say how things stand until another does, however long ago."""
