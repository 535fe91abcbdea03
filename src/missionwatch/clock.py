"""The time of now, in one place, so that a replay or a test can be at another moment."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Gives the present moment, timezone-aware, in UTC."""


def system_clock() -> datetime:
    """Return the machine's present time in UTC, to the microsecond."""
    return datetime.now(UTC)


def stopped_at(moment: datetime) -> Clock:
    """Return a clock that always says ``moment`` (timezone-aware), as a replay needs it."""
    if moment.tzinfo is None:
        raise ValueError("a clock needs a timezone-aware moment")
    fixed = moment.astimezone(UTC)
    return lambda: fixed
