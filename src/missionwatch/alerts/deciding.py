"""What of it is new, and when it may be sent: once per matter, not in quiet hours, gathered where a digest is asked for."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from missionwatch.records import Alert, Subscription

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from missionwatch.alerts.matters import Matter

_KEPT = timedelta(days=400)  # an event is forgotten only long after no picture can show it any more


class Memory(msgspec.Struct, frozen=True, kw_only=True):
    """What was told, and what waits.

    ``told`` is, by subscription and matter, when the matter was last seen to hold: while it holds, it is not told again.
    ``waiting`` are alerts made and not yet sent, by subscription and address.
    """

    told: dict[str, datetime] = {}
    waiting: dict[str, tuple[Alert, ...]] = {}


class Parcel(NamedTuple):
    """Alerts that go to one address together."""

    address: str
    subscription: Subscription
    alerts: tuple[Alert, ...]


def decide(
    memory: Memory,
    held: Mapping[str, tuple[Subscription, Sequence[Matter]]],
    worded: Callable[[Subscription, Matter], Alert],
    now: datetime,
) -> Memory:
    """Return the memory with what is new put to wait. ``held`` is what holds now, by the subscription's name.

    A level that fell and rises again is new; an event stays told.
    """
    told = {key: seen for key, seen in memory.told.items() if now - seen < _KEPT}
    waiting = dict(memory.waiting)
    for name, (subscription, found) in sorted(held.items()):
        keys = {f"{name}|{key}" for matter in found for key in (matter.key, *matter.implied)}
        for key in [
            k for k in told if k.startswith((f"{name}|level:", f"{name}|trend:", f"{name}|quiet:")) and k not in keys
        ]:
            del told[key]
        for matter in found:
            key = f"{name}|{matter.key}"
            if key not in told:
                alert = worded(subscription, matter)
                for address in subscription.to:
                    waiting[_queue(name, address)] = (*waiting.get(_queue(name, address), ()), alert)
        told |= dict.fromkeys(keys, now)
    return msgspec.structs.replace(memory, told=told, waiting=waiting)


def due(memory: Memory, subscriptions: Iterable[Subscription], now: datetime) -> tuple[Parcel, ...]:
    """Return what may be sent at ``now``."""
    out = []
    for subscription in subscriptions:
        for address in subscription.to:
            alerts = memory.waiting.get(_queue(subscription.name, address), ())
            if alerts and _open(subscription, alerts[0].made, now):
                out.append(Parcel(address, subscription, alerts))
    return tuple(out)


def waits(memory: Memory, subscriptions: Iterable[Subscription]) -> int:
    """Return how many alerts wait for those who are subscribed; what waits for others is told when they are again."""
    queues = {_queue(one.name, address) for one in subscriptions for address in one.to}
    return sum(len(alerts) for queue, alerts in memory.waiting.items() if queue in queues)


def delivered(memory: Memory, parcel: Parcel) -> Memory:
    """Return the memory once a parcel has gone out; what came to wait meanwhile still waits."""
    queue = _queue(parcel.subscription.name, parcel.address)
    gone = set(parcel.alerts)
    left = tuple(alert for alert in memory.waiting.get(queue, ()) if alert not in gone)
    waiting = {key: alerts for key, alerts in (memory.waiting | {queue: left}).items() if alerts}
    return msgspec.structs.replace(memory, waiting=waiting)


def _queue(subscription: str, address: str) -> str:
    return f"{subscription}|{address}"


def _open(subscription: Subscription, oldest: datetime, now: datetime) -> bool:
    """Say whether what waits may go: not in quiet hours, and with a digest only what was made before its last hour."""
    if subscription.hours is not None and not subscription.urgent and _within(now.time(), *subscription.hours):
        return False
    if subscription.digest is None:
        return True
    at = time.fromisoformat(subscription.digest_at)
    last = datetime.combine(now.date(), at, tzinfo=now.tzinfo)
    if last > now:
        last -= timedelta(days=1)
    if subscription.digest == "weekly":
        last -= timedelta(days=last.weekday())
    return oldest <= last


def _within(now: time, first: time, last: time) -> bool:
    return first <= now < last if first <= last else now >= first or now < last
