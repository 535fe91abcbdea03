"""A subscription: what somebody asked to be warned of, and how."""

from __future__ import annotations

import re
from datetime import time
from typing import Literal

import msgspec

from missionwatch.records.levels import Level, Trend
from missionwatch.records.statement import EVENT_TYPES

Occasion = Literal["level", "trend", "event", "own", "ahead", "quiet"]
"""What one can be warned of: a level reached, a trend turned, a kind of event at a mission, our people concerned, a date
ahead, a source gone quiet."""
_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")


class Subscription(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Who is warned, of what and how.

    ``to`` are addresses: ``log``, ``atom:FILE``, ``mailto:NAME@HOST``, ``webhook:URL``, ``desktop`` or ``apprise:URL``. Empty
    ``missions`` are all of the theatre's; empty ``types`` are all event types. ``at_least`` is for levels, ``days`` how many days
    ahead a date is told, how fresh an event must be, or how long a source may be silent. ``credibility`` leaves out claims
    that are less credible (STANAG 2511: 1 is best). ``quiet`` are hours ("22:00-07:00", UTC) in which nothing is sent unless
    ``urgent``; ``digest`` gathers what there is until ``digest_at``, each day or each Monday.
    """

    name: str
    when: Occasion
    to: tuple[str, ...]
    missions: tuple[str, ...] = ()
    at_least: Level = "high"
    trend: Trend = "deteriorating"
    types: tuple[str, ...] = ()
    days: int = 7
    credibility: int = 6
    language: str = "en"
    quiet: str | None = None
    urgent: bool = False
    digest: Literal["daily", "weekly"] | None = None
    digest_at: str = "07:00"

    def __post_init__(self) -> None:
        """Refuse what could never warn, or would warn nobody."""
        if not self.to:
            raise ValueError(f"alert {self.name}: `to` names nobody; write for example to = ['log']")
        for address in self.to:
            if address not in ("log", "desktop") and not re.match(r"(atom|mailto|webhook|apprise):.", address):
                raise ValueError(
                    f"alert {self.name}: {address!r} is no address; write log, desktop, atom:FILE, mailto:NAME@HOST, "
                    "webhook:URL or apprise:URL"
                )
        for one in self.types:
            if one not in EVENT_TYPES:
                raise ValueError(f"alert {self.name}: there is no event type {one!r}")
        if self.quiet is not None and not _HOURS.fullmatch(self.quiet):
            raise ValueError(f"alert {self.name}: quiet is {self.quiet!r}; write it as 22:00-07:00")
        if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", self.digest_at):
            raise ValueError(f"alert {self.name}: digest_at is {self.digest_at!r}; write it as 07:00")
        if self.days < 1 or not 1 <= self.credibility <= 6:
            raise ValueError(f"alert {self.name}: days is at least 1, credibility 1 to 6")

    @property
    def hours(self) -> tuple[time, time] | None:
        """Return when nothing is sent (from, until), or None."""
        found = _HOURS.fullmatch(self.quiet or "")
        return (time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4]))) if found else None
