"""What a provider publishes and answers: its keys, its description of itself and its pages, in order and not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, OctKey, OKPKey, RSAKey

from missionwatch.errors import OidcRefusedError, OidcUnavailableError
from missionwatch.people import OidcClient
from missionwatch.people import oidc_checks as checks
from tests.people.provider import SECRET, Claims, Provider, log_in

if TYPE_CHECKING:
    from tests.people.conftest import Tick


def test_a_new_key_is_fetched_and_an_old_one_forgotten(client: OidcClient, provider: Provider, tick: Tick) -> None:
    old = provider.key
    assert log_in(client, provider)
    fetched = provider.asked.count("/realm/keys")
    assert log_in(client, provider)
    assert provider.asked.count("/realm/keys") == fetched
    provider.key = ECKey.generate_key("P-256", {"kid": "second", "alg": "ES256"}, private=True)
    provider.published, provider.algorithm = [old, provider.key], "ES256"
    with pytest.raises(OidcRefusedError, match="does not publish"):
        log_in(client, provider)  # asked for a moment ago
    tick.at += 60
    assert log_in(client, provider)
    provider.published = [provider.key]
    provider.key, provider.algorithm = old, "RS256"
    tick.at += 3600
    with pytest.raises(OidcRefusedError, match="does not publish"):
        log_in(client, provider)


def test_unknown_keys_do_not_make_us_ask_again_and_again(client: OidcClient, provider: Provider, tick: Tick) -> None:
    evil = RSAKey.generate_key(2048, {"kid": "evil"}, private=True)
    provider.signed = lambda claims: jwt.encode({"alg": "RS256", "kid": "evil"}, claims, evil, algorithms=["RS256"])
    for _ in range(10):
        with pytest.raises(OidcRefusedError):
            log_in(client, provider)
        tick.at += 1
    assert provider.asked.count("/realm/keys") == 1


@pytest.mark.parametrize(("algorithm", "key"), [
    ("ES384", ECKey.generate_key("P-384", {"kid": "k"}, private=True)),
    ("PS256", RSAKey.generate_key(2048, {"kid": "k"}, private=True)),
    ("Ed25519", OKPKey.generate_key("Ed25519", {"kid": "k"}, private=True)),
])  # fmt: skip
def test_other_signatures_are_taken(client: OidcClient, provider: Provider, algorithm: str, key: Any) -> None:
    provider.key, provider.published, provider.algorithm = key, [key], algorithm
    assert log_in(client, provider)


def test_a_key_for_something_else_signs_nothing(client: OidcClient, provider: Provider) -> None:
    for_secrecy = RSAKey.generate_key(2048, {"kid": "first", "use": "enc"}, private=True).as_dict(private=False)
    shared = OctKey.generate_key(256, {"kid": "first"}, private=True).as_dict(private=True)
    weak = provider.key.as_dict(private=False) | {"n": "u" * 171}  # 1024 bits
    listed = [
        for_secrecy,
        shared,
        weak,
        "x",
        {"kty": "RSA", "n": 5},
        {"kty": "RSA", "n": "u" * 400, "e": 5},
        {"kty": "new"},
    ]
    provider.pages["/realm/keys"] = 200, json.dumps({"keys": listed}).encode()
    with pytest.raises(OidcUnavailableError, match="no key"):
        log_in(client, provider)
    with pytest.raises(OidcUnavailableError):
        checks.key_set({"keys": "x"})


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"issuer": "https://evil.example"}, "another issuer"),
        ({"token_endpoint": None}, "https address"),
        ({"token_endpoint": "http://evil.example/token"}, "https address"),
        ({"authorization_endpoint": "javascript:alert(1)"}, "https address"),
        ({"jwks_uri": "file:///etc/passwd"}, "https address"),
        ({"jwks_uri": "https://user:pw@evil.example/"}, "https address"),
        ({"code_challenge_methods_supported": ["plain"]}, "PKCE"),
        ({"code_challenge_methods_supported": "S256"}, "PKCE"),
    ],
)
def test_a_provider_that_describes_itself_wrongly(
    client: OidcClient, provider: Provider, said: Claims, words: str
) -> None:
    provider.said = said
    with pytest.raises(OidcUnavailableError, match=words):
        client.begin()


def test_an_https_issuer_has_https_parts() -> None:
    said = {
        "issuer": "https://a.example", "authorization_endpoint": "https://a.example/a", "token_endpoint": "http://127.0.0.1/t",
        "jwks_uri": "https://a.example/k",
    }  # fmt: skip
    with pytest.raises(OidcUnavailableError, match="https address"):
        checks.provider(said, "https://a.example")


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (500, b"{}", "status 500"), (302, b"", "status 302"), (200, b"<html>", "no JSON"), (200, b"[]", "no JSON object"), (200, b"[" * 100_000, "no JSON"),
        (200, b'"' + b"x" * 1_100_000 + b'"', "too large"),
    ],
)  # fmt: skip
def test_a_provider_that_answers_nonsense(
    client: OidcClient, provider: Provider, status: int, body: bytes, words: str
) -> None:
    provider.pages["/realm/.well-known/openid-configuration"] = status, body
    with pytest.raises(OidcUnavailableError, match=words):
        client.begin()
    provider.pages.clear()
    assert log_in(client, provider)  # nothing of it was kept


def test_a_provider_that_is_away(client: OidcClient, provider: Provider) -> None:
    provider.server.shutdown()
    provider.server.server_close()
    with pytest.raises(OidcUnavailableError, match="does not answer"):
        client.begin()


def test_a_token_page_that_answers_nonsense_or_gives_the_secret_away(client: OidcClient, provider: Provider) -> None:
    for status, body in (
        (200, b"{}"),
        (200, b'{"id_token": 5}'),
        (400, SECRET.encode()),
        (401, SECRET.encode()),
        (200, SECRET.encode()),
    ):
        provider.pages["/realm/token"] = status, body
        with pytest.raises((OidcRefusedError, OidcUnavailableError)) as caught:
            log_in(client, provider)
        assert SECRET not in str(caught.value)


def test_the_secret_goes_as_the_provider_wants_it(client: OidcClient, provider: Provider, tick: Tick) -> None:
    log_in(client, provider)
    assert "client_secret" not in provider.forms[-1]
    provider.said = {"token_endpoint_auth_methods_supported": ["client_secret_post", "private_key_jwt"]}
    tick.at += 3600
    log_in(client, provider)
    assert provider.forms[-1]["client_secret"] == SECRET
