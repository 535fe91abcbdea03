"""Against forged forms and floods: a token that only a page of the same session can have, and a bucket for each client."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_SALT = 16  # bytes; a token looks different each time, so that compressed pages give nothing of it away (BREACH)


def form_token(secret: str) -> str:
    """Return a token for a form (CSRF), bound to the session's secret: an HMAC under it, so that nothing need be kept.

    Before somebody is logged in the door binds the login form to a random secret in a cookie.
    """
    salt = secrets.token_bytes(_SALT)
    return (salt + _seal(secret, salt)).hex()


def form_token_is_right(secret: str, given: str) -> bool:
    """Say whether a form's token was made for the session with that secret, in constant time."""
    try:
        said = bytes.fromhex(given)
    except ValueError:
        return False
    if not secret or len(given) != 2 * len(said) or len(said) != _SALT + hashlib.sha256().digest_size:
        return False
    return hmac.compare_digest(said[_SALT:], _seal(secret, said[:_SALT]))


def _seal(secret: str, salt: bytes) -> bytes:
    return hmac.digest(secret.encode("utf-8", "surrogatepass"), b"missionwatch form\0" + salt, "sha256")


class Limiter:
    """A bucket of ``burst`` tokens for each client, filled at ``rate`` a second; in memory, for one process.

    At most ``most`` clients are remembered: one whose bucket is full again is as good as new and goes first. Where all of them are
    in debt, newcomers share one bucket, so that many addresses neither fill the memory nor wipe out a debt.
    """

    def __init__(
        self, rate: float, burst: float, *, most: int = 10_000, now: Callable[[], float] = time.monotonic
    ) -> None:
        if rate <= 0 or burst < 1 or most < 1:
            raise ValueError("a limiter needs a rate above 0, a burst of 1 or more, and room for one client")
        self._rate, self._burst, self._most, self._now = rate, burst, most, now
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()  # tokens, when; the longest unused first
        self._shared = (burst, now())
        self._lock = threading.Lock()

    def take(self, client: str, cost: float = 1.0) -> float:
        """Take ``cost`` tokens (at most ``burst``) and return 0; or take none and return the seconds until they are there."""
        if not 0 < cost <= self._burst:
            raise ValueError(f"a request costs more than 0 and at most {self._burst}")
        with self._lock:
            moment = self._now()
            known = self._buckets.pop(client, None)
            own = known is not None or self._has_room(moment)
            held = self._filled(known, moment) if own else self._filled(self._shared, moment)
            wait = max(0.0, (cost - held) / self._rate)
            left = (held if wait else held - cost, moment)
            if own:
                self._buckets[client] = left
            else:
                self._shared = left
            return wait

    def __len__(self) -> int:
        """Return how many clients are remembered."""
        return len(self._buckets)

    def _filled(self, bucket: tuple[float, float] | None, moment: float) -> float:
        if bucket is None:
            return self._burst
        tokens, when = bucket
        return min(self._burst, tokens + max(0.0, moment - when) * self._rate)

    def _has_room(self, moment: float) -> bool:
        while len(self._buckets) >= self._most:
            oldest = next(iter(self._buckets))
            if self._filled(self._buckets[oldest], moment) < self._burst:
                return False
            del self._buckets[oldest]
        return True
