"""The audit log of a ledger as somebody may see it, followed as acts are booked."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from missionwatch.ledger import present
from missionwatch.records import Act

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from missionwatch.ledger import Ledger

_ACTS = "acts"  # under which a ledger keeps its acts


class Done(NamedTuple):
    """An act, and when it was booked."""

    at: datetime
    act: Act


def acts_of(ledger: Ledger) -> Sequence[Done]:
    """Return the acts booked by now, in order. Each is read once; a ledger on which other reports are hidden is another one."""
    ledger = present(ledger)
    kept = ledger.layers.setdefault(_ACTS, _Acts())
    if not isinstance(kept, _Acts):
        raise TypeError(_ACTS)
    return kept.read(ledger)


class _Acts:
    def __init__(self) -> None:
        self._lock = Lock()
        self._seq = 0
        self._acts: tuple[Done, ...] = ()

    def read(self, ledger: Ledger) -> Sequence[Done]:
        """Return the acts, those that were booked since the last time too."""
        with self._lock:
            new = list(ledger.bookings(self._seq, kind="act"))
            if new:
                self._seq = new[-1].seq
                self._acts += tuple(Done(one.known_at, one.payload) for one in new if isinstance(one.payload, Act))
            return self._acts
