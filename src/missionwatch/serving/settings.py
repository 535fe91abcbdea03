"""How the workbench is served; the command line and the environment fill these."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from missionwatch.errors import ServingError

_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the workbench listens and what it takes.

    ``hosts`` are the names it answers to (the ``Host`` header), on one machine those of the loopback address. ``largest`` is the
    most bytes a request may have, ``requests_a_minute`` the most that one person or address may send. ``secure``: people reach it by
    https, so that cookies go no other way. ``name`` is what the one person at this machine is called, as whom they book; None is the
    account's name.
    """

    host: str = "127.0.0.1"
    port: int = 8470
    hosts: tuple[str, ...] = _LOOPBACK
    largest: int = 20_000_000
    requests_a_minute: int = 600
    secure: bool = False
    name: str | None = None

    @property
    def is_local(self) -> bool:
        """Say whether only this machine can reach it."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host.strip("[]")).is_loopback
        except ValueError:
            return False

    def check(self, *, people: bool) -> None:
        """Refuse what would show the book to strangers: another address than the loopback one without people."""
        if not self.is_local and not people:
            raise ServingError(
                f"{self.host} can be reached by others, and this workbench knows no people: serve on 127.0.0.1, or set up "
                "accounts with `missionwatch people add` (docs/people.md)"
            )

    def reached_at(self, address: str) -> Settings:
        """Return the settings for a workbench that people reach by a public address, through a proxy that ends https.

        Raises ``ServingError`` where that is none.
        """
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.path not in ("", "/") or parts.query:
            raise ServingError(f"{address!r} is no address of a workbench; write it as https://watch.example.org")
        return replace(self, hosts=(*self.hosts, parts.hostname), secure=parts.scheme == "https")
