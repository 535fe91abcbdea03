"""How the workbench is served; the command line and the environment fill these."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass

from missionwatch.errors import ServingError

_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the workbench listens and what it takes.

    ``hosts`` are the names it answers to (the ``Host`` header), on one machine those of the loopback address. ``largest`` is the
    most bytes a request may have, ``requests_a_minute`` the most that one person or address may send. ``secure``: people reach it by
    https, so that cookies go no other way.
    """

    host: str = "127.0.0.1"
    port: int = 8470
    hosts: tuple[str, ...] = _LOOPBACK
    largest: int = 20_000_000
    requests_a_minute: int = 600
    secure: bool = False

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

    def cookie(self, name: str) -> str:
        """Return what a cookie is called: by https with the prefix that lets no other host and no plain connection set it."""
        return f"__Host-missionwatch-{name}" if self.secure else f"missionwatch-{name}"

    def baked(self, name: str, value: str, *, age: int | None = None) -> str:
        """Return the ``Set-Cookie`` of a cookie that no script sees; without ``age`` (seconds) it lasts as long as the browser runs."""
        lasting = f"; Max-Age={age}" if age is not None else ""
        return (
            f"{self.cookie(name)}={value}; Path=/; HttpOnly; SameSite=Lax{lasting}{'; Secure' if self.secure else ''}"
        )
