"""Which addresses may be fetched: those of the public internet, and those the user names. Decides; never connects.

An address is judged by where it leads, not by how it is written: a name by all that it resolves to, an IPv6 address also by
the IPv4 address inside it. Who connects must connect to what was judged here (``transport``), else a name could resolve to
one address when asked and to another when used.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from missionwatch.errors import AddressRefusedError, SourceUnavailableError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Resolver = Callable[[str, int], Iterable[str]]
"""Gives the addresses of a name, as text, in the order in which they should be tried."""

LONGEST_URL = 4000
"""Characters; longer ones are not addresses but attempts."""
PORTS = frozenset({80, 443})
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_OLD_MAPPED = ipaddress.IPv6Network("::/96")
# `is_global` has changed between Python versions; these are refused whatever it says (IANA special-purpose registries).
_NEVER = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3", "::/128", "::1/128",
        "64:ff9b:1::/48", "100::/64", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """A URL that may be asked: its parts, the host in lower case and IDNA."""

    url: str
    scheme: str
    host: str
    port: int

    @property
    def origin(self) -> str:
        """Return scheme, host and port: what robots.txt, pace and credentials go by."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


def system_resolver(host: str, port: int) -> list[str]:
    """Return what the machine's resolver says of a name."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def named_networks(allow: Iterable[str]) -> tuple[Network, ...]:
    """Return the networks a user names; raise ``ValueError`` for what is neither an address nor a network."""
    return tuple(ipaddress.ip_network(one, strict=False) for one in allow)


class AddressGuard:
    """Says which addresses may be fetched. ``allow`` are networks that may be though they are not public."""

    def __init__(
        self, allow: Iterable[str] = (), *, resolve: Resolver = system_resolver, ports: Iterable[int] = ()
    ) -> None:
        self._allow = named_networks(allow)
        self._resolve = resolve
        self._ports = PORTS | set(ports)

    def target(self, url: str, base: str | None = None) -> Target:
        """Return a URL's parts (relative to ``base``); raise ``AddressRefusedError`` for one that may not be asked."""
        return self._checked(target(url, base))

    def _checked(self, found: Target) -> Target:
        if found.port not in self._ports and not self._is_named(found.host):
            raise AddressRefusedError(
                f"{shown(found.url)} asks for port {found.port}; only {', '.join(map(str, sorted(self._ports)))} are fetched. "
                "Name it in the source's own address if it is meant"
            )
        return found

    def addresses(self, host: str, port: int) -> list[str]:
        """Return the checked addresses of a host, to connect to; raise where any of them may not be fetched.

        Any, not all: a name that leads both outside and inside is an attack or a mistake, never a source.
        """
        literal = _literal(host)
        try:
            found = [str(literal)] if literal else list(dict.fromkeys(self._resolve(host, port)))
        except (OSError, UnicodeError) as fault:
            raise SourceUnavailableError(f"the name {host} is not known ({fault}); check the address") from fault
        if not found:
            raise SourceUnavailableError(f"the name {host} has no address; check it")
        for one in found:
            self.check(one, host)
        return found

    def check(self, address: str, host: str | None = None) -> None:
        """Raise ``AddressRefusedError`` unless the address is public or named by the user."""
        try:
            judged = ipaddress.ip_address(address)
        except ValueError as fault:
            raise AddressRefusedError(f"{address!r} is no address (from {host or 'its source'})") from fault
        for face in _faces(judged):
            if not is_public(face) and not any(face in network for network in self._allow):
                where = f"{host} leads to {address}" if host and host != address else address
                raise AddressRefusedError(
                    f"{where}, which is not of the public internet; name it under `allow` in the theatre file if it is meant"
                )

    def _is_named(self, host: str) -> bool:
        literal = _literal(host)
        return literal is not None and any(face in network for face in _faces(literal) for network in self._allow)


def target(url: str, base: str | None = None) -> Target:
    """Return a URL's parts; raise ``AddressRefusedError`` for another scheme, credentials, or an odd spelling."""
    text = url.strip()
    if base is not None:
        try:
            text = urljoin(base, text)
        except ValueError as fault:
            raise AddressRefusedError(f"{shown(url)} is no address ({fault})") from fault
    if len(text) > LONGEST_URL:
        raise AddressRefusedError(f"{shown(text)} has {len(text)} characters; addresses have at most {LONGEST_URL}")
    if re.search(r"[\x00-\x20\x7f\\]", text):
        raise AddressRefusedError(f"{shown(text)} has blanks, control characters or backslashes in it")
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError as fault:
        raise AddressRefusedError(f"{shown(text)} is no address ({fault})") from fault
    if parts.scheme not in ("http", "https"):
        raise AddressRefusedError(f"{shown(text)} is neither http nor https; nothing else is fetched")
    if parts.username is not None or parts.password is not None or "@" in parts.netloc:
        raise AddressRefusedError(f"{shown(text)} has a name or password in it; addresses have none")
    host = _host(host, text)
    return Target(
        text.partition("#")[0], parts.scheme, host, port or (443 if parts.scheme == "https" else 80)
    )  # fmt: skip


def is_public(address: Address) -> bool:
    """Say whether an address is of the public internet: global, for one machine, and in no special block."""
    return (
        address.is_global
        and not address.is_multicast
        and not address.is_reserved
        and not any(address in network for network in _NEVER if network.version == address.version)
    )


def shown(url: str) -> str:
    """Return a URL as messages show it: short, without what could be a password or a control character."""
    plain = re.sub(r"[\x00-\x1f\x7f]", "?", re.sub(r"//[^/@?#]*@", "//…@", url))
    return plain if len(plain) <= 200 else plain[:200] + "…"


def _host(host: str, url: str) -> str:
    if not host:
        raise AddressRefusedError(f"{shown(url)} names no host")
    if "%" in host:
        raise AddressRefusedError(f"{shown(url)} has an escaped host or a zone; write the host itself")
    if ":" in host:
        try:
            return str(ipaddress.IPv6Address(host))
        except ValueError as fault:
            raise AddressRefusedError(f"{shown(url)} has no right IPv6 address ({fault})") from fault
    try:
        # IDNA folds wide and styled digits and dots (１２７。0.0.1) into plain ones; only then can it be judged.
        plain = host.encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError as fault:
        raise AddressRefusedError(f"{shown(url)} has no right host name ({fault})") from fault
    if not re.fullmatch(r"[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?", plain) or ".." in plain:
        raise AddressRefusedError(f"{shown(url)} has no right host name")
    if re.fullmatch(r"(?:\d+|0x[0-9a-f]*)", plain.rsplit(".", 1)[-1]):
        try:
            return str(ipaddress.IPv4Address(plain))
        except ValueError as fault:
            raise AddressRefusedError(
                f"{shown(url)} writes an IPv4 address in an odd way; write it as four decimal numbers"
            ) from fault
    return plain


def _literal(host: str) -> Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _faces(address: Address) -> list[Address]:
    """Return where an address leads: itself, or the IPv4 addresses inside an IPv6 one."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if address.ipv4_mapped is not None:
        return [address.ipv4_mapped]
    low = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if address in _NAT64:
        return [low]
    if address in _OLD_MAPPED and int(address) > 1:
        return [address, low]
    if address.sixtofour is not None:
        return [address, address.sixtofour]
    if address.teredo is not None:
        return [address, *address.teredo]
    return [address]
