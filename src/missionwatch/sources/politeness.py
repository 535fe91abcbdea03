"""How sites want to be asked: how often (pace) and where (robots.txt)."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protego import Protego

from missionwatch.errors import AnswerRefusedError, RobotsRefusedError, SourceUnavailableError
from missionwatch.sources.addresses import shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from missionwatch.sources.addresses import Target

PRODUCT = "missionwatch"
"""What robots.txt files call us."""
LARGEST_ROBOTS = 500_000
"""Bytes; RFC 9309 asks crawlers to read at least 500 KiB, and nobody needs more."""
_KEPT = 86_400.0  # seconds; RFC 9309: not longer than a day


class Pace:
    """Keeps requests to one host apart: at least ``interval`` seconds, or what the host asks for."""

    def __init__(
        self,
        interval: float = 1.0,
        *,
        longest_wait: float = 60.0,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.interval = interval
        self._longest_wait = longest_wait
        self._now, self._sleep = now, sleep
        self._last: dict[str, float] = {}
        self._wanted: dict[str, float] = {}

    def slow(self, host: str, seconds: float | None) -> None:
        """Note what a host asks for (Crawl-delay)."""
        if seconds is not None and seconds > 0:
            self._wanted[host] = seconds

    def wait(self, host: str) -> None:
        """Sleep until the host may be asked again; raise ``SourceUnavailableError`` where that is longer than we wait."""
        last = self._last.get(host)
        if last is not None:
            left = last + max(self.interval, self._wanted.get(host, 0.0)) - self._now()
            if left > self._longest_wait:
                raise SourceUnavailableError(
                    f"{host} wants {self._wanted.get(host, 0.0):.0f} s between two requests; the rest comes with the next run",
                    wait=left,
                )
            if left > 0:
                self._sleep(left)
        self._last[host] = self._now()


@dataclass(frozen=True, slots=True)
class _Rules:
    read_at: float
    parsed: Protego | None


class Robots:
    """The robots.txt of each site, read once a day. ``read`` fetches one and raises as the client does."""

    def __init__(self, read: Callable[[str], bytes], pace: Pace, *, now: Callable[[], float] = time.monotonic) -> None:
        self._read = read
        self._pace = pace
        self._now = now
        self._rules: dict[str, _Rules] = {}

    def check(self, target: Target) -> None:
        """Raise ``RobotsRefusedError`` where the site does not want this URL read by programs."""
        rules = self._rules.get(target.origin)
        if rules is None or self._now() - rules.read_at > _KEPT:
            rules = _Rules(self._now(), self._parsed(target))
            self._rules[target.origin] = rules
            if rules.parsed is not None:
                self._pace.slow(target.host, _delay(rules.parsed))
        if rules.parsed is not None and not rules.parsed.can_fetch(target.url, PRODUCT):
            raise RobotsRefusedError(
                f"robots.txt of {target.host} does not want {shown(target.url)} read by programs; ask its owner, or use its feed"
            )

    def _parsed(self, target: Target) -> Protego | None:
        """Return the rules; None where there are none. A site that cannot say is not asked (RFC 9309, 2.3.1)."""
        try:
            text = self._read(f"{target.origin}/robots.txt").decode("utf-8", errors="replace")
        except AnswerRefusedError as fault:
            raise RobotsRefusedError(
                f"robots.txt of {target.host} cannot be read ({fault}); nothing is fetched"
            ) from fault
        except SourceUnavailableError as fault:
            if fault.status is not None and 400 <= fault.status < 500 and fault.status != 429:
                return None
            raise SourceUnavailableError(
                f"robots.txt of {target.host} cannot be had ({fault}); nothing is fetched until it can",
                status=None, wait=fault.wait,
            ) from fault  # fmt: skip
        return Protego.parse(text)


def _delay(rules: Protego) -> float | None:
    delay = rules.crawl_delay(PRODUCT)
    rate = rules.request_rate(PRODUCT)
    between = rate.seconds / rate.requests if rate is not None and rate.requests else None
    return max((x for x in (delay, between) if x is not None), default=None)
