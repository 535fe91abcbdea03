"""The settings of an OpenID Connect provider: a file of the team's, the client's secret from the environment."""

from __future__ import annotations

import ipaddress
import os
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from missionwatch.errors import OidcSettingsError
from missionwatch.records import Role, Tlp

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SECRET = "MISSIONWATCH_OIDC_SECRET"  # noqa: S105 - the name of a variable
_LARGEST = 100_000  # bytes
_ROLES: tuple[Role, ...] = ("admin", "editor", "analyst", "reader")


class OidcSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who vouches, as what we are known there, and which of its words give which role.

    ``redirect`` is the address of our page to which the provider sends people back. ``roles`` says for each value of the claim
    ``claim`` (a text or a list of texts in the ID token) which role it gives; of several the one that may do most. ``name`` is the
    claim that an account is named by. New accounts get ``clearance`` and ``locale``.
    """

    issuer: str
    client: str
    redirect: str
    roles: dict[str, Role]
    secret: str = ""
    claim: str = "groups"
    name: str = "preferred_username"
    scopes: tuple[str, ...] = ("openid", "profile")
    clearance: Tlp = "green"
    locale: str = "en"

    def __post_init__(self) -> None:
        """Refuse what would let in too many or nobody."""
        for key, url in (("issuer", self.issuer), ("redirect", self.redirect)):
            if not is_safe_url(url):
                raise ValueError(f"{key} is an https address (http only on this machine itself)")
        if "#" in self.issuer or "?" in self.issuer:
            raise ValueError("issuer has neither ? nor #")
        if not self.client:
            raise ValueError("client is what the provider calls us")
        if not self.roles or "" in self.roles:
            raise ValueError("roles says which value of the claim gives which role, at least one")
        if "openid" not in self.scopes:
            raise ValueError("scopes have openid among them")
        if self.locale not in ("nl", "en", "fr"):
            raise ValueError("locale is nl, en or fr")

    def __repr__(self) -> str:
        """Name the provider, not the secret."""
        return f"OidcSettings(issuer={self.issuer!r}, client={self.client!r})"

    def role_of(self, claims: Mapping[str, object]) -> Role | None:
        """Return the role that what is said of somebody gives them, or ``None`` where nothing does."""
        said = claims.get(self.claim)
        values = said if isinstance(said, list) else [said]
        given = {self.roles[value] for value in values if isinstance(value, str) and value in self.roles}
        return next((role for role in _ROLES if role in given), None)


def load_oidc(path: Path, environment: Mapping[str, str] | None = None) -> OidcSettings:
    """Return the settings in a TOML file; the secret comes from ``MISSIONWATCH_OIDC_SECRET`` and may not stand in the file.

    Raises ``OidcSettingsError``, which names the file, the key and the remedy.
    """
    environment = os.environ if environment is None else environment
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
        if len(raw) > _LARGEST:
            raise OidcSettingsError(f"{path} is too large for a file of settings")
        said = msgspec.toml.decode(raw, type=dict[str, object])
        if "secret" in said:
            raise OidcSettingsError(f"{path}: secret does not stand in the file; put it in {SECRET}")
        return msgspec.convert({**said, "secret": environment.get(SECRET, "")}, OidcSettings)
    except OSError as fault:
        raise OidcSettingsError(f"{path} cannot be read ({fault.strerror})") from fault
    except (msgspec.MsgspecError, ValueError) as fault:
        raise OidcSettingsError(f"{path}: {fault}; docs/people.md has an example") from None


def is_safe_url(url: str) -> bool:
    """Say whether an address is https, or http on this machine itself, with no name or password in it."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    if (
        not host
        or "@" in parts.netloc
        or not url.isascii()
        or any(sign.isspace() or not sign.isprintable() for sign in url)
    ):
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(host))


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
