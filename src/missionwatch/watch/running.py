"""Running: cycle after cycle, through restarts, sleeping laptops, dead sources and faults of our own."""

from __future__ import annotations

import traceback
from datetime import timedelta
from typing import TYPE_CHECKING

from missionwatch.clock import Clock, system_clock
from missionwatch.errors import MissionwatchError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from threading import Event

    from missionwatch.watch.cycle import Cycle, Post

STEP = 20.0
"""Seconds between two looks at the clock: a laptop that slept finds at once that sources are due."""
RENEW = timedelta(minutes=15)
"""The longest time between two cycles: dates come nearer and quiet hours end though no source is due."""
_PAUSE = timedelta(minutes=1)  # after a cycle that failed; doubled each time up to an hour
_LONGEST = timedelta(hours=1)


def run(
    post: Post,
    stop: Event,
    *,
    said: Callable[[Cycle], None],
    trouble: Callable[[str], None],
    clock: Clock = system_clock,
    step: float = STEP,
    renew: timedelta = RENEW,
) -> None:
    """Do one cycle after another until ``stop`` is set; what stops one cycle does not stop the watch.

    ``said`` gets each cycle, ``trouble`` the reason why one could not be done: the ledger is in use, the disk is full.
    """
    failures = 0
    while not stop.is_set():
        began = clock()
        try:
            done = post.cycle(stopped=stop.is_set)
        except MissionwatchError as fault:
            failures += 1
            trouble(str(fault))
        except Exception:  # noqa: BLE001 - an unattended watch says what went wrong and goes on; nothing half done is kept
            failures += 1
            trouble(traceback.format_exc())
        else:
            failures = 0
            said(done)
            later = min(done.due or began + renew, began + renew)
        if failures:
            later = began + min(_PAUSE * 2 ** min(failures - 1, 6), _LONGEST)
        _wait(later, stop, clock, step)


def _wait(until: datetime, stop: Event, clock: Clock, step: float) -> None:
    """Wait in short steps by the wall clock: a sleep of hours would not notice that the machine slept."""
    while not stop.is_set():
        left = (until - clock()).total_seconds()
        if left <= 0:
            return
        stop.wait(min(left, step))
