"""Connecting to the address that was checked, and to no other, within a deadline: the last gate before the network."""

from __future__ import annotations

import re
import time
from functools import cache
from typing import TYPE_CHECKING, Any

import httpcore2
import httpx2

from missionwatch.errors import AddressRefusedError

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable

    from missionwatch.sources.addresses import AddressGuard

_FRESH_FOR_LONG = 86_400  # seconds; a page that says it stays as it is for longer is asked all the same, once a day


class Deadline:
    """When the request under way must be done; one request at a time."""

    def __init__(self) -> None:
        self._at: float | None = None

    def start(self, seconds: float) -> None:
        """Give the next request this many seconds for everything: name, connection, head and body."""
        self._at = time.monotonic() + seconds

    def left(self, timeout: float | None) -> float | None:
        """Return the seconds that one step may take; raise ``httpcore2.ReadTimeout`` where none are left."""
        if self._at is None:
            return timeout
        left = self._at - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("it took too long in all")
        return left if timeout is None else min(timeout, left)


class _TimedStream(httpcore2.NetworkStream):
    """A stream on which no step may outlast the deadline: one byte a second is refused too."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _TimedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class GuardedBackend(httpcore2.SyncBackend):
    """Resolves a host once, has every address checked, and connects to one of those very addresses.

    TLS still checks the certificate against the host's name: httpcore takes it from the URL, not from here.
    """

    def __init__(self, guard: AddressGuard, deadline: Deadline) -> None:
        self._guard = guard
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first checked address that answers."""
        last: Exception | None = None
        for address in self._guard.addresses(host, port):
            try:
                stream = super().connect_tcp(address, port, self._deadline.left(timeout), local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as fault:
                last = fault
            else:
                return _TimedStream(stream, self._deadline)
        raise last or httpcore2.ConnectError(f"no address of {host} answers")

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore2.NetworkStream:
        """Refuse: a source is never a file of this machine."""
        del timeout, socket_options
        raise AddressRefusedError(f"{path} is a socket of this machine; nothing is fetched from there")


@cache
def _trust() -> ssl.SSLContext:
    return httpx2.create_ssl_context(trust_env=False)  # reads some hundred certificates: once is enough


class GuardedTransport(httpx2.HTTPTransport):
    """HTTP over the guarded backend; proxies of the environment are not used, as they could not be checked."""

    def __init__(self, guard: AddressGuard, *, trust: ssl.SSLContext | None = None) -> None:
        trust = trust or _trust()
        super().__init__(verify=trust, trust_env=False)
        self.deadline = Deadline()
        # httpx2 offers no parameter for the backend; `_pool` is what its own constructor sets, and a test holds it.
        self._pool = httpcore2.ConnectionPool(
            ssl_context=trust, max_connections=10, max_keepalive_connections=5, keepalive_expiry=15.0,
            network_backend=GuardedBackend(guard, self.deadline),
        )  # fmt: skip

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request; an answer that says nothing of its freshness is kept, and asked after each time."""
        response = super().handle_request(request)
        wanted = response.headers.get("cache-control", "")
        age = re.search(r"max-age\s*=\s*\"?(\d+)", wanted)
        says = age is not None or "expires" in response.headers or "no-" in wanted
        if not says or (age is not None and int(age[1]) > _FRESH_FOR_LONG):
            response.headers["cache-control"] = (
                "no-cache"  # else a cache may guess from Last-Modified (RFC 9111, 4.2.2)
            )
        return response
