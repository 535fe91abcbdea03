"""What a provider says, held against OpenID Connect Core 1.0 and RFC 9700. It takes values and gives values; it asks nobody."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import math
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode, urlsplit

from missionwatch.errors import OidcRefusedError, OidcUnavailableError, PeopleNotSetUpError
from missionwatch.people.oidc_settings import OidcSettings, is_safe_url

if TYPE_CHECKING:
    from collections.abc import Mapping

    from joserfc.jwk import Key, KeySet

ALGORITHMS: Mapping[str, str] = {
    "RS256": "RSA", "RS384": "RSA", "RS512": "RSA", "PS256": "RSA", "PS384": "RSA", "PS512": "RSA",
    "ES256": "EC", "ES384": "EC", "ES512": "EC", "Ed25519": "OKP",
}  # fmt: skip
"""The signatures that are taken, and the kind of key each needs. None with a shared secret: who can check one can forge one."""
LEEWAY = 60
"""Seconds by which the provider's clock and ours may differ."""
_OLDEST = 600  # seconds; an ID token is fetched the moment somebody comes back
_LONGEST_TOKEN = 100_000  # characters
_LONGEST_SUBJECT = 255  # OpenID Connect Core 1.0, section 2
_LEAST_RSA = 2048  # bits
_PRIVATE = frozenset({"d", "p", "q", "dp", "dq", "qi", "oth"})


class Provider(NamedTuple):
    """What a provider says of itself."""

    issuer: str
    authorization: str
    token: str
    keys: str
    posts_secret: bool
    names_itself: bool


class Unsigned(NamedTuple):
    """Which key a token says it is signed with, and how: nothing of it may be believed yet."""

    algorithm: str
    key: str | None


class KeyNotThereError(OidcRefusedError):
    """A token is signed with a key that is not among the provider's as we know them: it may have a new one."""


def provider(said: object, issuer: str) -> Provider:
    """Return the provider that a discovery document describes; raise ``OidcUnavailableError`` for one that is not the issuer's."""
    if not isinstance(said, dict):
        raise OidcUnavailableError("the provider's discovery document is no JSON object")
    if said.get("issuer") != issuer:
        raise OidcUnavailableError(
            "the provider's discovery document names another issuer; set `issuer` to what it says, to the letter"
        )
    ends = [said.get(name) for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")]
    plain = urlsplit(issuer).scheme == "http"
    for end in ends:
        if not isinstance(end, str) or not is_safe_url(end) or (not plain and not end.startswith("https:")):
            raise OidcUnavailableError("the provider's discovery document lacks an https address of one of its parts")
    challenges = said.get("code_challenge_methods_supported")
    if challenges is not None and (not isinstance(challenges, list) or "S256" not in challenges):
        raise OidcUnavailableError("the provider does not know PKCE with S256, without which nobody is sent there")
    ways = said.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    posts = isinstance(ways, list) and "client_secret_basic" not in ways and "client_secret_post" in ways
    names_itself = said.get("authorization_response_iss_parameter_supported") is True
    return Provider(issuer, str(ends[0]), str(ends[1]), str(ends[2]), posts, names_itself)


def derived(ticket: str, use: str) -> str:
    """Return what a login needs, from the ticket in the browser: its state, nonce or PKCE verifier (43 characters).

    So the store keeps none of them, and only the browser in which a login began can end it.
    """
    return _text(hmac.digest(ticket.encode("utf-8", "surrogatepass"), f"missionwatch oidc {use}".encode(), "sha256"))


def going_there(settings: OidcSettings, end: str, ticket: str) -> str:
    """Return the address at the provider to which the browser is sent."""
    query = urlencode({
        "response_type": "code", "client_id": settings.client, "redirect_uri": settings.redirect, "scope": " ".join(settings.scopes),
        "state": derived(ticket, "state"), "nonce": derived(ticket, "nonce"), "code_challenge_method": "S256",
        "code_challenge": _text(hashlib.sha256(derived(ticket, "verifier").encode()).digest()),
    })  # fmt: skip
    return f"{end}{'&' if urlsplit(end).query else '?'}{query}"


def coming_back(said: Mapping[str, str], from_whom: Provider, ticket: str) -> str:
    """Return the code with which somebody came back; raise ``OidcRefusedError`` where the answer is not to this login."""
    if not ticket or not _same(said.get("state", ""), derived(ticket, "state")):
        raise OidcRefusedError("this login did not begin in this browser, or another was begun since; log in again")
    issuer = said.get("iss")
    if (issuer is None and from_whom.names_itself) or issuer not in (None, from_whom.issuer):
        raise OidcRefusedError("the answer is another provider's; log in again")
    if "error" in said:
        denied = said["error"] == "access_denied"
        raise OidcRefusedError(
            f"the provider let you not in{' (access denied)' if denied else ''}; log in again, or ask its admin"
        )
    code = said.get("code", "")
    if not 0 < len(code) <= 4000 or not code.isprintable():
        raise OidcRefusedError("the provider sent no code; log in again")
    return code


def key_set(said: object) -> KeySet:
    """Return a provider's public keys that signatures can be checked with; raise ``OidcUnavailableError`` where there are none."""
    try:
        from joserfc.errors import JoseError  # noqa: PLC0415 - an extra
        from joserfc.jwk import KeySet, import_key  # noqa: PLC0415
    except ImportError as fault:
        raise PeopleNotSetUpError("OpenID Connect needs joserfc: pip install 'missionwatch[web]'") from fault
    listed = said.get("keys") if isinstance(said, dict) else None
    keys: list[Key] = []
    for one in listed[:100] if isinstance(listed, list) else ():
        if not isinstance(one, dict) or one.get("kty") not in ("RSA", "EC", "OKP") or one.get("use", "sig") != "sig":
            continue
        if one["kty"] == "RSA" and len(str(one.get("n"))) * 6 < _LEAST_RSA:
            continue
        try:
            keys.append(import_key({name: value for name, value in one.items() if name not in _PRIVATE}))
        except (JoseError, ValueError, TypeError, KeyError):
            continue  # a key we do not know of is none to us (RFC 7517, 5)
    if not keys:
        raise OidcUnavailableError("the provider publishes no key that signatures can be checked with")
    return KeySet(keys)


def head_of(token: str) -> Unsigned:
    """Return what a token's head says of its signature; raise ``OidcRefusedError`` for one that is not taken."""
    try:
        head, _, _ = token.split(".")
        said = json.loads(base64.urlsafe_b64decode(head + "=" * (-len(head) % 4)))
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict) or len(token) > _LONGEST_TOKEN:
        raise OidcRefusedError("the provider's ID token is none; log in again, or ask an admin")
    algorithm, key = said.get("alg"), said.get("kid")
    if algorithm not in ALGORITHMS or not isinstance(key, str | None) or "crit" in said:
        raise OidcRefusedError("the provider's ID token is not signed as it must be; ask an admin")
    return Unsigned(str(algorithm), key)


def checked_claims(token: str, keys: KeySet, settings: OidcSettings, *, nonce: str, now: float) -> dict[str, object]:
    """Return what an ID token says, once it is signed by the provider, for us, in this login, and fresh.

    Raises ``KeyNotThereError`` where the key is not known, ``OidcRefusedError`` for all else.
    """
    from joserfc import jwt  # noqa: PLC0415 - an extra
    from joserfc.errors import JoseError  # noqa: PLC0415

    head = head_of(token)
    fitting = [
        key for key in keys
        if key.key_type == ALGORITHMS[head.algorithm] and head.key in (None, key.kid) and key.get("alg") in (None, head.algorithm)
    ]  # fmt: skip
    if len(fitting) != 1:
        raise KeyNotThereError("the provider's ID token is signed with a key that it does not publish; log in again")
    try:
        claims = jwt.decode(token, fitting[0], algorithms=[head.algorithm]).claims
    except (JoseError, ValueError, TypeError, RecursionError):
        raise OidcRefusedError("the provider's ID token is not signed by the provider; ask an admin") from None
    fault = _fault(claims, settings, nonce, now)
    if fault is not None:
        raise OidcRefusedError(f"the provider's ID token {fault}; log in again, or ask an admin")
    return claims


def _fault(claims: Mapping[str, object], settings: OidcSettings, nonce: str, now: float) -> str | None:
    """Return what is wrong with a signed token's claims (OpenID Connect Core 1.0, 3.1.3.7), or ``None``."""
    heard = claims.get("aud")
    audience = heard if isinstance(heard, list) else [heard]
    party, subject, said = claims.get("azp"), claims.get("sub"), claims.get("nonce")
    expires, issued, begins = (_moment(claims.get(name)) for name in ("exp", "iat", "nbf"))
    if claims.get("iss") != settings.issuer:
        return "is another provider's"
    if settings.client not in audience or not all(isinstance(one, str) for one in audience):
        return "is for somebody else"
    if (party is None and len(audience) > 1) or party not in (None, settings.client):
        return "was made for another program"
    if expires is None or now >= expires + LEEWAY:
        return "has expired"
    if issued is None or not -LEEWAY <= now - issued <= _OLDEST + LEEWAY:
        return "is not of now; are both clocks right?"
    if "nbf" in claims and (begins is None or now < begins - LEEWAY):
        return "does not hold yet"
    if not isinstance(said, str) or not _same(said, nonce):
        return "belongs to another login"
    if not isinstance(subject, str) or not 0 < len(subject) <= _LONGEST_SUBJECT or not subject.isprintable():
        return "does not say who somebody is"
    return None


def _moment(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return float(value)


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass"))


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
