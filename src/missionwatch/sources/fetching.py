"""The one HTTP client: polite, bounded, cached, and never at an address that is not public.

Every connector asks through ``Client``. One request at a time: a client is not to be shared by threads.
"""

from __future__ import annotations

import hashlib
import logging
import os
import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import hishel
import httpx2
import stamina
from hishel.httpx2 import CacheTransport

from missionwatch import __version__
from missionwatch.clock import system_clock
from missionwatch.errors import AddressRefusedError, AnswerRefusedError, SourceUnavailableError
from missionwatch.sources.addresses import AddressGuard, Target, shown
from missionwatch.sources.decoding import Limits, unpacked
from missionwatch.sources.politeness import LARGEST_ROBOTS, PRODUCT, Pace, Robots
from missionwatch.sources.transport import GuardedTransport

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from missionwatch.clock import Clock

FEEDS = (
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/xml",
    "text/xml",
    "text/html",
    "text/plain",
)
"""What feeds call themselves; some say they are pages. What they are is seen when they are parsed."""
DOCUMENTS = (
    "text/html", "application/xhtml+xml", "text/plain", "application/pdf", "application/msword", "application/rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.oasis.opendocument.text",
    "application/octet-stream", "application/xml", "text/xml",
)  # fmt: skip
"""What a report can be made of."""
JSON = ("application/json", "application/hal+json", "text/json", "text/plain")
XML = ("application/xml", "text/xml", "application/atom+xml", "application/sru+xml")
DATA = (
    "application/zip",
    "application/x-zip-compressed",
    "application/octet-stream",
    "binary/octet-stream",
    "text/plain",
    "text/csv",
)
_CACHE_SIZE = 200_000_000  # bytes of answers kept; the oldest go first
_STEP = 15.0  # seconds; the longest single wait for a connection or a piece
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})

# stamina logs each new attempt; without a handler of the user's own that would land on the screen.
logging.getLogger("stamina").addHandler(logging.NullHandler())
logging.getLogger("hishel").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: where it came from in the end, what it says it is, and its bytes (or the file they were written to)."""

    url: str
    final_url: str
    media_type: str
    charset: str | None
    data: bytes
    fetched_at: datetime
    headers: Mapping[str, str]
    from_cache: bool = False
    path: Path | None = None
    size: int = 0
    digest: str = ""


@dataclass(frozen=True, slots=True)
class _Ask:
    method: str
    accept: tuple[str, ...]
    headers: Mapping[str, str]
    body: bytes | None
    robots: bool
    cache: bool
    limits: Limits
    into: Path | None
    attempts: int


@dataclass(frozen=True, slots=True)
class _Elsewhere:
    location: str


@dataclass(frozen=True, slots=True)
class _Taken:
    data: bytes = b""
    size: int = 0
    digest: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    from_cache: bool = False


def user_agent(contact: str | None) -> str:
    """Return what servers are told: who asks, and whom to write to."""
    return f"{PRODUCT}/{__version__}" + (f" (+{contact})" if contact else "")


class Client:
    """Asks servers. ``cache`` is a file for answers (None: nothing is kept); ``contact`` is who can be written to.

    ``allow`` names networks that may be asked though they are not public, ``ports`` ports beside 80 and 443.
    Raises ``AddressRefusedError``, ``RobotsRefusedError``, ``AnswerRefusedError`` and ``SourceUnavailableError``.
    """

    def __init__(
        self,
        *,
        cache: Path | None = None,
        contact: str | None = None,
        guard: AddressGuard | None = None,
        limits: Limits | None = None,
        pace: Pace | None = None,
        clock: Clock = system_clock,
        trust: ssl.SSLContext | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.limits = limits or Limits()
        self._guard = guard or AddressGuard()
        self._clock = clock
        self.pace = pace or Pace(longest_wait=self.limits.longest_wait, sleep=sleep)
        self._robots = Robots(self._read_robots, self.pace)
        self._transport = GuardedTransport(self._guard, trust=trust)
        plain = {"user-agent": user_agent(contact), "accept-encoding": "gzip, deflate"}
        timeout = httpx2.Timeout(min(_STEP, self.limits.seconds))
        self._plain = httpx2.Client(transport=self._transport, headers=plain, timeout=timeout, trust_env=False)
        self._cached = self._plain
        if cache is not None:
            cache.parent.mkdir(parents=True, exist_ok=True)
            storage = hishel.SqliteStorage(
                database_path=cache,
                max_size=_CACHE_SIZE,
                max_stream_size=self.limits.largest,
                default_tti=90 * 86_400.0,
            )
            cached = CacheTransport(self._transport, storage=storage, rfc=hishel.CacheOptions(shared=False))
            self._cached = httpx2.Client(transport=cached, headers=plain, timeout=timeout, trust_env=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close connections and the cache."""
        self._cached.close()
        self._plain.close()

    def get(
        self,
        url: str,
        *,
        accept: tuple[str, ...],
        headers: Mapping[str, str] | None = None,
        robots: bool = True,
        cache: bool = True,
        largest: int | None = None,
        into: Path | None = None,
    ) -> Fetched:
        """Fetch a URL. ``accept`` are the media types taken; ``headers`` may hold secrets and never go to another origin.

        With ``into`` the body is written to that file (through a temporary one beside it) and ``data`` stays empty.
        """
        return self._follow(url, _Ask(
            "GET", accept, headers or {}, None, robots, cache and into is None and not headers, self._limited(largest), into,
            self.limits.attempts,
        ))  # fmt: skip

    def post(
        self, url: str, body: bytes, *, kind: str, accept: tuple[str, ...], headers: Mapping[str, str] | None = None
    ) -> Fetched:
        """Post a query to an interface (robots.txt does not apply to those); redirects are not followed."""
        sent = {**(headers or {}), "content-type": kind}
        return self._follow(url, _Ask(
            "POST", accept, sent, body, robots=False, cache=False, limits=self.limits, into=None, attempts=self.limits.attempts,
        ))  # fmt: skip

    def _limited(self, largest: int | None) -> Limits:
        return replace(self.limits, largest=largest) if largest else self.limits

    def _read_robots(self, url: str) -> bytes:
        limits = replace(self.limits, largest=LARGEST_ROBOTS)
        ask = _Ask("GET", (), {}, None, robots=False, cache=True, limits=limits, into=None, attempts=2)
        return self._follow(url, ask).data

    def _follow(self, url: str, ask: _Ask) -> Fetched:
        hop = first = self._guard.target(url)
        seen: list[str] = []
        while True:
            if hop.url in seen:
                raise AnswerRefusedError(f"{shown(first.url)} is redirected in a circle")
            if len(seen) > ask.limits.redirects:
                raise AnswerRefusedError(f"{shown(first.url)} is redirected more than {ask.limits.redirects} times")
            seen.append(hop.url)
            if ask.robots:
                self._robots.check(hop)
            answer = self._patiently(hop, ask, secret=hop.origin == first.origin)
            if isinstance(answer, _Elsewhere):
                if ask.method != "GET":
                    raise AnswerRefusedError(
                        f"{shown(hop.url)} redirects a query to {shown(answer.location)}; check its address"
                    )
                hop = self._guard.target(answer.location, base=hop.url)
                continue
            kind, charset = _media_type(answer.headers.get("content-type", ""))
            return Fetched(
                url=first.url, final_url=hop.url, media_type=kind, charset=charset, data=answer.data, headers=answer.headers,
                fetched_at=self._clock(), from_cache=answer.from_cache, path=ask.into, size=answer.size, digest=answer.digest,
            )  # fmt: skip

    def _patiently(self, hop: Target, ask: _Ask, *, secret: bool) -> _Taken | _Elsewhere:
        longest = self.limits.longest_wait

        def again(fault: Exception) -> bool | float:
            if not isinstance(fault, SourceUnavailableError) or (fault.status or 429) not in _AGAIN:
                return False
            if fault.wait is None:
                return True
            return fault.wait if fault.wait <= longest else False

        for attempt in stamina.retry_context(
            on=again, attempts=ask.attempts, timeout=None, wait_initial=self.limits.pause,
            wait_max=min(20.0, longest), wait_jitter=self.limits.pause,
        ):  # fmt: skip
            with attempt:
                self.pace.wait(hop.host)
                return self._once(hop, ask, secret=secret)
        raise AssertionError("stamina gives at least one attempt")  # pragma: no cover

    def _once(self, hop: Target, ask: _Ask, *, secret: bool) -> _Taken | _Elsewhere:
        client = self._cached if ask.cache else self._plain
        headers = dict(ask.headers) if secret else {}
        headers["accept"] = ", ".join(ask.accept) if ask.accept else "*/*"
        self._transport.deadline.start(ask.limits.seconds)
        where = shown(hop.url)
        try:
            with client.stream(
                ask.method, hop.url, headers=headers, content=ask.body, follow_redirects=False
            ) as response:  # fmt: skip
                return self._judged(response, ask, where)
        except httpx2.TimeoutException as fault:
            raise SourceUnavailableError(f"{where} takes longer than {ask.limits.seconds:.0f} s ({fault})") from fault
        except httpx2.InvalidURL as fault:
            raise AddressRefusedError(f"{where} is no address ({fault})") from fault
        except httpx2.HTTPError as fault:
            raise SourceUnavailableError(
                f"{where} breaks off or does not answer ({fault or type(fault).__name__})"
            ) from fault

    def _judged(self, response: httpx2.Response, ask: _Ask, where: str) -> _Taken | _Elsewhere:
        code = response.status_code
        if code in (301, 302, 303, 307, 308):
            if "location" not in response.headers:
                raise AnswerRefusedError(f"{where} redirects without saying where to")
            return _Elsewhere(response.headers["location"])
        if code >= 400:
            wait = self._retry_after(response.headers.get("retry-after"))
            later = f"; it wants to be left alone for {wait:.0f} s" if wait else ""
            raise SourceUnavailableError(
                f"{where} answers {code} {response.reason_phrase}{_excerpt(response, ask)}{later}",
                status=code,
                wait=wait,
            )
        if code != 200:
            raise AnswerRefusedError(f"{where} answers {code} {response.reason_phrase}, which is no document")
        kind, _ = _media_type(response.headers.get("content-type", ""))
        if ask.accept and kind and kind not in ask.accept:
            raise AnswerRefusedError(f"{where} is {kind}; wanted is {', '.join(ask.accept[:3])}")
        length = response.headers.get("content-length", "")
        if length.isdecimal() and int(length) > ask.limits.largest:
            raise AnswerRefusedError(
                f"{where} has {int(length) / 1e6:.0f} MB; at most {ask.limits.largest / 1e6:.0f} MB are taken"
            )
        pieces = unpacked(
            response.iter_raw(), response.headers.get("content-encoding", ""), where,
            largest=ask.limits.largest, ratio=ask.limits.ratio,
        )  # fmt: skip
        status = response.extensions.get("caching")
        return _kept(pieces, ask.into, dict(response.headers), from_cache=bool(status and status["from_cache"]))

    def _retry_after(self, said: str | None) -> float | None:
        if not said:
            return None
        if said.strip().isdecimal():
            return min(float(said), 30 * 86_400.0)
        try:
            moment = parsedate_to_datetime(said)
        except (ValueError, OverflowError):
            return None
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return min(max(0.0, (moment - self._clock()).total_seconds()), 30 * 86_400.0)


def _kept(pieces: Iterator[bytes], into: Path | None, headers: dict[str, str], *, from_cache: bool) -> _Taken:
    digest, size = hashlib.sha256(), 0
    if into is None:
        data = b"".join(pieces)
        return _Taken(data, len(data), hashlib.sha256(data).hexdigest(), headers, from_cache)
    part = into.with_name(into.name + ".part")
    try:
        with part.open("wb") as file:
            for piece in pieces:
                digest.update(piece)
                size += len(piece)
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        part.replace(into)
    finally:
        part.unlink(missing_ok=True)
    return _Taken(b"", size, digest.hexdigest(), headers, from_cache)


def _media_type(said: str) -> tuple[str, str | None]:
    """Return media type and charset of a Content-Type; empty where it says none."""
    message = Message()
    message["content-type"] = said or "application/octet-stream"
    charset = message.get_param("charset")
    return (message.get_content_type() if said else ""), (charset.lower()[:40] if isinstance(charset, str) else None)


def _excerpt(response: httpx2.Response, ask: _Ask) -> str:
    """Return the beginning of an error's text where it is short and plain: interfaces say there what is wrong."""
    if "json" not in response.headers.get("content-type", "") or ask.into is not None:
        return ""
    try:
        head = b"".join(
            unpacked(response.iter_raw(), response.headers.get("content-encoding", ""), "", largest=20_000, ratio=200.0)
        )
    except AnswerRefusedError:
        return ""
    text = " ".join(head.decode("utf-8", errors="replace").split())
    return f" ({text[:200]})" if text else ""
