"""A small OpenID Connect provider on loopback: it signs real tokens, keeps to PKCE, and can be told to cheat."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, parse_qsl, unquote_plus, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from missionwatch.people import Entry, OidcClient
    from tests.people.conftest import Hands

CLIENT, SECRET = "missionwatch", "hush: 100% & more+"
REDIRECT = "https://watch.example.org/login/back"
ROLES: dict[str, Any] = {"mw-readers": "reader", "mw-analysts": "analyst", "mw-admins": "admin"}
Claims = dict[str, Any]


class Provider:
    """The provider, and what a test can change of it: the ``claims`` it says, ``signed`` how, which ``pages`` it answers."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.key: RSAKey | ECKey = RSAKey.generate_key(2048, {"kid": "first", "use": "sig"}, private=True)
        self.published: list[RSAKey | ECKey] = [self.key]
        self.claims: Claims = {"sub": "248289761001", "preferred_username": "anna", "groups": ["staff", "mw-analysts"]}
        self.twist: Callable[[Claims], Claims] = lambda claims: claims
        self.signed: Callable[[Claims], str] = lambda claims: jwt.encode(
            {"alg": self.algorithm, "kid": self.key.kid}, claims, self.key, algorithms=[self.algorithm]
        )
        self.algorithm = "RS256"
        self.pages: dict[str, tuple[int, bytes]] = {}
        self.said: Claims = {}
        self.codes: dict[str, dict[str, str]] = {}
        self.asked: list[str] = []
        self.forms: list[dict[str, str]] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.issuer = f"http://127.0.0.1:{self.server.server_address[1]}/realm"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self.thread.start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def browse(self, url: str) -> dict[str, str]:
        """Log in as a person would in a browser sent there, and return the query with which they are sent back."""
        query = dict(parse_qsl(urlsplit(url).query))
        assert query["response_type"] == "code"
        assert query["client_id"] == CLIENT
        assert query["code_challenge_method"] == "S256"
        assert "openid" in query["scope"].split()
        code = secrets.token_urlsafe(16)
        self.codes[code] = query
        return {"code": code, "state": query["state"], "iss": self.issuer}

    def document(self) -> Claims:
        return {
            "issuer": self.issuer, "authorization_endpoint": f"{self.issuer}/auth?kc=1", "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys", "code_challenge_methods_supported": ["S256"],
            "authorization_response_iss_parameter_supported": True, "id_token_signing_alg_values_supported": ["RS256"],
        } | self.said  # fmt: skip

    def id_token(self, nonce: str) -> str:
        now = int(self.hands.at.timestamp())
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": nonce} | self.claims
        return self.signed(self.twist(claims))

    def exchange(self, form: dict[str, str], basic: str | None) -> tuple[int, Claims]:
        begun = self.codes.pop(form.get("code", ""), None)
        said = form.get("client_id", ""), form.get("client_secret", "")
        if basic is not None:
            name, _, secret = base64.b64decode(basic.removeprefix("Basic ")).decode().partition(":")
            said = unquote_plus(name), unquote_plus(secret)
        if said != (CLIENT, SECRET):
            return 401, {"error": "invalid_client"}
        made = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest()).rstrip(b"=")
        if begun is None or begun["code_challenge"] != made.decode() or begun["redirect_uri"] != form["redirect_uri"]:
            return 400, {"error": "invalid_grant"}
        return 200, {"access_token": "at", "token_type": "Bearer", "id_token": self.id_token(begun["nonce"])}

    def _answer(self, path: str, body: str | None, basic: str | None) -> tuple[int, bytes]:
        self.asked.append(path)
        if path in self.pages:
            return self.pages[path]
        if path == "/realm/.well-known/openid-configuration":
            return 200, json.dumps(self.document()).encode()
        if path == "/realm/keys":
            return 200, json.dumps({"keys": [key.as_dict(private=False) for key in self.published]}).encode()
        if path == "/realm/token" and body is not None:
            form = {name: values[0] for name, values in parse_qs(body, strict_parsing=True).items()}
            self.forms.append(form)
            status, said = self.exchange(form, basic)
            return status, json.dumps(said).encode()
        return 404, b""

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._send(*outer._answer(urlsplit(self.path).path, None, None))

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"])).decode()
                self._send(*outer._answer(urlsplit(self.path).path, body, self.headers.get("authorization")))

            def _send(self, status: int, body: bytes) -> None:
                self.send_response(status)
                if status == 302:
                    self.send_header("location", "http://127.0.0.1:1/elsewhere")
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


def unsigned(claims: Claims) -> str:
    """Return a token that says it needs no signature."""
    return ".".join(_text(json.dumps(part).encode()) for part in ({"alg": "none", "typ": "JWT"}, claims)) + "."


def signed_with_the_public_key(key: RSAKey | ECKey) -> Callable[[Claims], str]:
    """Return how to sign with HS256 under the provider's published key, as if it were a shared secret."""
    secret = key.as_pem(private=False)

    def signed(claims: Claims) -> str:  # by hand: the library refuses
        said = ".".join(_text(json.dumps(part).encode()) for part in ({"alg": "HS256", "kid": key.kid}, claims))
        return f"{said}.{_text(hmac.digest(secret, said.encode(), 'sha256'))}"

    return signed


def running(hands: Hands) -> Iterator[Provider]:
    """Give a provider that runs."""
    provider = Provider(hands)
    try:
        yield provider
    finally:
        provider.close()


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def log_in(client: OidcClient, provider: Provider, **said: str) -> Entry:
    """Log in by way of the provider, with ``said`` put in its answer."""
    going = client.begin()
    return client.finish(provider.browse(going.url) | said, going.ticket)
