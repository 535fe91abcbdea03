"""Logging in by way of an OpenID Connect provider: authorization code flow with PKCE. The one place of this room that asks the network.

``begin`` sends the browser to the provider, ``finish`` takes what it came back with. Answers are bounded in size and time; redirects
and proxies of the environment are not followed.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import threading
import time
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote_plus

from missionwatch.clock import Clock, system_clock
from missionwatch.errors import OidcRefusedError, OidcUnavailableError, PeopleNotSetUpError
from missionwatch.people import oidc_checks as checks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType
    from typing import Self

    import httpx2
    from joserfc.jwk import KeySet

    from missionwatch.people.oidc_settings import OidcSettings
    from missionwatch.people.people import Entry, People

_FRESH = 3600.0  # seconds that what a provider says of itself is kept
_AGAIN = 60.0  # … and at least between two times that its keys are asked for because one was missing
_LARGEST = 1_000_000  # bytes of an answer
_PATIENCE = 10.0  # seconds for one


class Departure(NamedTuple):
    """Where to send the browser, and the ticket to give it along: a cookie, HttpOnly, Secure, SameSite=Lax, for ten minutes."""

    url: str
    ticket: str

    def __repr__(self) -> str:
        """Tell nothing: the ticket ends the login."""
        return "Departure(…)"


class OidcClient:
    """A client of one provider, for one process and its threads. Close it."""

    def __init__(
        self,
        settings: OidcSettings,
        people: People,
        *,
        clock: Clock = system_clock,
        ticking: Callable[[], float] = time.monotonic,
    ) -> None:
        try:
            import httpx2  # noqa: PLC0415 - an extra
        except ImportError as fault:
            raise PeopleNotSetUpError("OpenID Connect needs httpx2: pip install 'missionwatch[web]'") from fault
        self._settings, self._people, self._clock, self._ticking = settings, people, clock, ticking
        self._http = httpx2.Client(timeout=_PATIENCE, follow_redirects=False, trust_env=False)
        self._lock = threading.Lock()
        self._provider: tuple[checks.Provider, float] | None = None
        self._keys: tuple[KeySet, float] | None = None

    def begin(self) -> Departure:
        """Begin a login. Raises ``OidcUnavailableError`` where the provider does not answer."""
        ticket = secrets.token_urlsafe(32)
        url = checks.going_there(self._settings, self._known_provider().authorization, ticket)
        self._people.await_state(_digest(checks.derived(ticket, "state")))
        return Departure(url, ticket)

    def finish(self, said: Mapping[str, str], ticket: str, *, replacing: str | None = None) -> Entry:
        """End a login with the query the browser came back with and its ticket; a new session begins, ``replacing`` ends.

        Raises ``OidcRefusedError`` or ``OidcUnavailableError``. No ticket ends two logins.
        """
        from_whom = self._known_provider()
        code = checks.coming_back(said, from_whom, ticket)
        if not self._people.take_state(_digest(checks.derived(ticket, "state"))):
            raise OidcRefusedError("this login was ended already, or took too long; log in again")
        token = self._exchanged(from_whom, code, checks.derived(ticket, "verifier"))
        claims = self._checked(token, checks.derived(ticket, "nonce"))
        settings, name = self._settings, claims.get(self._settings.name)
        return self._people.vouched(
            settings.issuer, str(claims["sub"]), name=name if isinstance(name, str) else "", role=settings.role_of(claims),
            clearance=settings.clearance, locale=settings.locale, replacing=replacing,
        )  # fmt: skip

    def close(self) -> None:
        """Let go of connections."""
        self._http.close()

    def __enter__(self) -> Self:
        """Return the client."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of connections."""
        self.close()

    # --- inside

    def _known_provider(self) -> checks.Provider:
        with self._lock:
            if self._provider is None or self._ticking() - self._provider[1] >= _FRESH:
                at = self._settings.issuer.rstrip("/") + "/.well-known/openid-configuration"
                self._provider = checks.provider(self._asked("GET", at), self._settings.issuer), self._ticking()
            return self._provider[0]

    def _known_keys(self, *, again: bool) -> KeySet:
        where = self._known_provider().keys
        with self._lock:
            age = _FRESH if self._keys is None else self._ticking() - self._keys[1]
            if self._keys is None or age >= (_AGAIN if again else _FRESH):
                self._keys = checks.key_set(self._asked("GET", where)), self._ticking()
            return self._keys[0]

    def _checked(self, token: str, nonce: str) -> dict[str, object]:
        now = self._clock().timestamp()
        checks.head_of(token)  # before any key is asked for
        try:
            return checks.checked_claims(token, self._known_keys(again=False), self._settings, nonce=nonce, now=now)
        except checks.KeyNotThereError:  # the provider may sign with a new key
            return checks.checked_claims(token, self._known_keys(again=True), self._settings, nonce=nonce, now=now)

    def _exchanged(self, from_whom: checks.Provider, code: str, verifier: str) -> str:
        settings = self._settings
        form = {
            "grant_type": "authorization_code", "code": code, "redirect_uri": settings.redirect, "code_verifier": verifier,
        }  # fmt: skip
        basic: tuple[str, str] | None = None
        if settings.secret and not from_whom.posts_secret:
            basic = (quote_plus(settings.client), quote_plus(settings.secret))  # RFC 6749, 2.3.1
        else:
            form["client_id"] = settings.client
            form |= {"client_secret": settings.secret} if settings.secret else {}
        said = self._asked("POST", from_whom.token, form, basic)
        token = said.get("id_token") if isinstance(said, dict) else None
        if not isinstance(token, str):
            raise OidcRefusedError("the provider gave no ID token for the code; log in again")
        return token

    def _asked(
        self, method: str, url: str, form: Mapping[str, str] | None = None, basic: tuple[str, str] | None = None
    ) -> object:
        """Return the JSON that the provider answers; its words are never passed on, as they may hold what was sent."""
        import httpx2  # noqa: PLC0415

        deadline = self._ticking() + _PATIENCE
        auth = httpx2.BasicAuth(*basic) if basic is not None else None
        headers = {"accept": "application/json", "accept-encoding": "identity"}
        try:
            with self._http.stream(method, url, data=form, auth=auth, headers=headers) as answer:
                body = self._body(answer, deadline)
        except httpx2.HTTPError as fault:
            raise OidcUnavailableError(f"the provider does not answer ({type(fault).__name__})") from None
        if answer.status_code == 400 and form is not None:  # RFC 6749, 5.2: the code, not the provider, is at fault
            raise OidcRefusedError("the provider does not take the code; log in again")
        if answer.status_code != 200:
            raise OidcUnavailableError(
                f"the provider answers with status {answer.status_code}; try again, or ask an admin"
            )
        try:
            return json.loads(body)
        except (ValueError, RecursionError):
            raise OidcUnavailableError("the provider's answer is no JSON") from None

    def _body(self, answer: httpx2.Response, deadline: float) -> bytes:
        body = bytearray()
        for piece in answer.iter_raw():
            body += piece
            if len(body) > _LARGEST or self._ticking() > deadline:
                raise OidcUnavailableError("the provider's answer is too large or too slow")
        return bytes(body)


def _digest(state: str) -> str:
    return hashlib.sha256(state.encode()).hexdigest()
