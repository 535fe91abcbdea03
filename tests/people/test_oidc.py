"""Logging in by way of a provider: as it should be, and as those would have it who are not let in."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from missionwatch.errors import LoginRefusedError, OidcRefusedError, OidcSettingsError
from missionwatch.people import OidcClient, OidcSettings, People, load_oidc
from missionwatch.people import oidc_checks as checks
from missionwatch.people.oidc_settings import is_safe_url
from tests.people.conftest import GOOD, START, Hands
from tests.people.provider import (
    CLIENT,
    REDIRECT,
    ROLES,
    SECRET,
    Claims,
    Provider,
    log_in,
    signed_with_the_public_key,
    unsigned,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from missionwatch.records import Act


def test_the_first_login_makes_the_account_and_the_next_finds_it(
    client: OidcClient, provider: Provider, people: People, noted: list[Act]
) -> None:
    entry = log_in(client, provider)
    person = entry.access.person
    assert (person.name, person.role, person.clearance, person.issuer) == ("anna", "analyst", "green", provider.issuer)
    assert people.sessions.who(entry.token) == entry.access
    again = log_in(client, provider)
    assert again.access.person == person
    assert again.token != entry.token
    assert [act.what for act in noted] == ["person-added", "login", "login"]
    with pytest.raises(LoginRefusedError):
        people.log_in("anna", "", address=None)


def test_a_later_login_brings_the_role_up_to_date(
    client: OidcClient, provider: Provider, people: People, noted: list[Act]
) -> None:
    before = log_in(client, provider)
    people.accounts.set_clearance(before.access.person.id, "amber", by="root")
    provider.claims["groups"] = ["mw-readers", "mw-admins"]
    after = log_in(client, provider)
    assert (after.access.person.role, after.access.person.clearance) == ("admin", "amber")
    assert people.sessions.who(before.token) is None
    assert people.sessions.who(after.token) is not None
    assert noted[-2].detail == {"from": "analyst", "to": "admin", "issuer": provider.issuer}


def test_who_gets_no_role_is_not_let_in_and_loses_what_they_had(
    client: OidcClient, provider: Provider, people: People, noted: list[Act]
) -> None:
    entry = log_in(client, provider)
    made = people.keys.new(entry.access.person.id, "k", ("read",), by="anna")
    for groups in ([], ["staff"], "", None, {"mw-admins": 1}, [["mw-admins"]], ["MW-ADMINS"], 7):
        provider.claims["groups"] = groups
        with pytest.raises(OidcRefusedError, match="gives you a role"):
            log_in(client, provider)
    assert people.sessions.who(entry.token) is people.keys.who(made.secret) is None
    assert [act.what for act in noted] == ["person-added", "login", "key-made", "shut-out"]
    assert len(people.accounts.all()) == 1
    provider.claims |= {"sub": "another", "preferred_username": "bert"}
    with pytest.raises(OidcRefusedError, match="gives you a role"):
        log_in(client, provider)
    assert len(people.accounts.all()) == 1
    provider.claims["groups"] = "mw-readers"  # some say one group as a text
    assert log_in(client, provider).access.person.role == "reader"


def test_a_local_account_is_not_taken_over(client: OidcClient, provider: Provider, people: People) -> None:
    local = people.accounts.add("Anna", by="root", role="admin", password=GOOD)
    with pytest.raises(OidcRefusedError, match="already"):
        log_in(client, provider)
    assert people.accounts.all() == (local,)
    assert people.log_in("anna", GOOD, address=None).access.person == local


def test_a_disabled_account_stays_out(client: OidcClient, provider: Provider, people: People) -> None:
    entry = log_in(client, provider)
    people.accounts.disable(entry.access.person.id, by="root")
    with pytest.raises(OidcRefusedError, match="disabled"):
        log_in(client, provider)
    provider.claims["groups"] = ["mw-admins"]
    with pytest.raises(OidcRefusedError, match="disabled"):
        log_in(client, provider)
    assert people.accounts.named("anna").role == "analyst"


@pytest.mark.parametrize("name", [None, "", 7, "<script>", "anna\u202e", "a" * 300])
def test_a_name_that_is_none_makes_no_account(
    client: OidcClient, provider: Provider, people: People, name: object
) -> None:
    provider.claims["preferred_username"] = name
    with pytest.raises(OidcRefusedError, match="no account can be made"):
        log_in(client, provider)
    assert people.accounts.all() == ()


WRONG: dict[str, tuple[Callable[[Claims], Claims], str]] = {
    "another issuer": (lambda said: said | {"iss": "https://evil.example"}, "another provider"),
    "issuer with a slash": (lambda said: said | {"iss": said["iss"] + "/"}, "another provider"),
    "no issuer": (lambda said: {k: v for k, v in said.items() if k != "iss"}, "another provider"),
    "for somebody else": (lambda said: said | {"aud": "other"}, "somebody else"),
    "for nobody": (lambda said: said | {"aud": []}, "somebody else"),
    "audience is no text": (lambda said: said | {"aud": [CLIENT, 7]}, "somebody else"),
    "audience holds the name": (lambda said: said | {"aud": CLIENT + "-two"}, "somebody else"),
    "several, no party": (lambda said: said | {"aud": [CLIENT, "other"]}, "another program"),
    "another party": (lambda said: said | {"azp": "other"}, "another program"),
    "expired": (lambda said: said | {"exp": said["iat"] - 61}, "expired"),
    "never expires": (lambda said: {k: v for k, v in said.items() if k != "exp"}, "expired"),
    "expires as text": (lambda said: said | {"exp": "9999999999"}, "expired"),
    "expires at NaN": (lambda said: said | {"exp": math.nan}, "expired"),
    "expires true": (lambda said: said | {"exp": True}, "expired"),
    "of tomorrow": (lambda said: said | {"iat": said["iat"] + 86400, "exp": said["exp"] + 86400}, "not of now"),
    "of yesterday": (lambda said: said | {"iat": said["iat"] - 86400}, "not of now"),
    "no day": (lambda said: {k: v for k, v in said.items() if k != "iat"}, "not of now"),
    "not yet": (lambda said: said | {"nbf": said["iat"] + 600}, "not hold yet"),
    "another login's": (lambda said: said | {"nonce": "x" * 43}, "another login"),
    "no login's": (lambda said: {k: v for k, v in said.items() if k != "nonce"}, "another login"),
    "nonce is a list": (lambda said: said | {"nonce": [said["nonce"]]}, "another login"),
    "nobody": (lambda said: {k: v for k, v in said.items() if k != "sub"}, "who somebody is"),
    "empty": (lambda said: said | {"sub": ""}, "who somebody is"),
    "a number": (lambda said: said | {"sub": 5}, "who somebody is"),
    "too long": (lambda said: said | {"sub": "x" * 256}, "who somebody is"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_token_that_says_the_wrong_thing_lets_nobody_in(
    client: OidcClient, provider: Provider, people: People, case: str
) -> None:
    provider.twist, words = WRONG[case]
    with pytest.raises(OidcRefusedError, match=words):
        log_in(client, provider)
    assert people.accounts.all() == ()


@pytest.mark.parametrize(
    "twist",
    [
        lambda said: said | {"aud": [CLIENT]},
        lambda said: said | {"aud": [CLIENT, "other"], "azp": CLIENT},
        lambda said: said | {"exp": said["iat"] - 30},  # within the leeway of two clocks
        lambda said: said | {"iat": said["iat"] + 30, "nbf": said["iat"] + 30},
        lambda said: said | {"exp": said["exp"] + 0.5},
    ],
)
def test_a_token_that_says_it_another_right_way_does(
    client: OidcClient, provider: Provider, twist: Callable[[Claims], Claims]
) -> None:
    provider.twist = twist
    assert log_in(client, provider).access.person.name == "anna"


def test_a_token_that_is_not_signed_by_the_provider_lets_nobody_in(
    client: OidcClient, provider: Provider, people: People
) -> None:
    evil = RSAKey.generate_key(2048, {"kid": "first"}, private=True)
    signed = provider.signed

    def broken(claims: Claims) -> str:
        head, body, seal = signed(claims).split(".")
        return f"{head}.{body}.{'A' * len(seal)}"

    def swapped(claims: Claims) -> str:
        head, _, seal = signed(claims).split(".")
        return f"{head}.{unsigned(claims | {'groups': ['mw-admins']}).split('.')[1]}.{seal}"

    forged: tuple[Callable[[Claims], str], ...] = (
        unsigned,
        lambda claims: unsigned(claims).replace("eyJhbGciOiAibm9uZSI", "eyJhbGciOiAiTm9uRSI"),
        signed_with_the_public_key(provider.key),
        lambda claims: jwt.encode({"alg": "RS256", "kid": "first"}, claims, evil, algorithms=["RS256"]),
        lambda claims: jwt.encode(
            {"alg": "RS256", "kid": "first", "jwk": evil.as_dict(private=False)}, claims, evil, algorithms=["RS256"]
        ),
        lambda claims: jwt.encode({"alg": "RS256", "kid": "unknown"}, claims, evil, algorithms=["RS256"]),
        lambda claims: jwt.encode({"alg": "HS256"}, claims, OctKey.import_key("x" * 40), algorithms=["HS256"]),
        broken,
        swapped,
        lambda claims: signed(claims) + ".x",
        lambda claims: signed(claims).rpartition(".")[0],
        lambda _: "",
        lambda _: "..",
        lambda _: "a.b.c",
        lambda _: "W10.W10.",
        lambda _: "eyJhbGciOiJSUzI1NiJ9" * 6000 + ".a.b",
        lambda _: "é.é.é",
    )
    for one in forged:
        provider.signed = one
        with pytest.raises(OidcRefusedError, match="ID token"):
            log_in(client, provider)
    assert people.accounts.all() == ()


def test_a_login_is_ended_once_and_only_in_the_browser_it_began_in(
    client: OidcClient, provider: Provider, hands: Hands
) -> None:
    going = client.begin()
    back = provider.browse(going.url)
    with pytest.raises(OidcRefusedError, match="did not begin in this browser"):
        client.finish(back, client.begin().ticket)  # the attacker's answer in the victim's browser
    for ticket in ("", "x", "\ud800"):
        with pytest.raises(OidcRefusedError, match="did not begin in this browser"):
            client.finish(back, ticket)
    for state in ("", "x", back["state"] + "x", "é"):
        with pytest.raises(OidcRefusedError, match="did not begin in this browser"):
            client.finish(back | {"state": state}, going.ticket)
    assert client.finish(back, going.ticket)
    with pytest.raises(OidcRefusedError, match="ended already"):
        client.finish(back, going.ticket)
    with pytest.raises(OidcRefusedError, match="ended already"):
        client.finish(provider.browse(going.url), going.ticket)
    late = client.begin()
    back = provider.browse(late.url)
    hands.on(minutes=10)
    with pytest.raises(OidcRefusedError, match="took too long"):
        client.finish(back, late.ticket)


def test_no_login_has_anything_of_another(client: OidcClient) -> None:
    asked = [dict(parse_qsl(urlsplit(client.begin().url).query)) for _ in range(5)]
    for name in ("state", "nonce", "code_challenge"):
        assert len({one[name] for one in asked}) == 5
        assert all(len(one[name]) == 43 for one in asked)
    assert all(len({one["state"], one["nonce"], one["code_challenge"]}) == 3 for one in asked)


def test_the_provider_is_held_to_pkce(client: OidcClient, provider: Provider) -> None:
    """A code that somebody saw on its way is worth nothing without the browser it belongs to."""
    seen = provider.browse(client.begin().url)
    mine = client.begin()
    state = dict(parse_qsl(urlsplit(mine.url).query))["state"]
    with pytest.raises(OidcRefusedError, match="does not take the code"):
        client.finish({"code": seen["code"], "state": state, "iss": provider.issuer}, mine.ticket)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"iss": "https://evil.example"}, "another provider's"),
        ({"code": ""}, "no code"),
        ({"code": "x" * 5000}, "no code"),
        ({"code": "a\nb"}, "no code"),
        ({"code": "unknown"}, "does not take the code"),
        ({"error": "access_denied", "error_description": "<script>"}, r"access denied"),
        ({"error": "<script>"}, "let you not in;"),
    ],
)
def test_a_wrong_answer_in_the_browser(
    client: OidcClient, provider: Provider, said: dict[str, str], words: str
) -> None:
    with pytest.raises(OidcRefusedError, match=words) as caught:
        log_in(client, provider, **said)
    assert "<script>" not in str(caught.value)


def test_the_answer_names_its_provider_where_that_is_promised(client: OidcClient, provider: Provider) -> None:
    going = client.begin()
    back = provider.browse(going.url)
    del back["iss"]
    with pytest.raises(OidcRefusedError, match="another provider's"):
        client.finish(back, going.ticket)


def test_settings_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "oidc.toml"
    file.write_text(
        f'issuer = "https://id.example.org"\nclient = "mw"\nredirect = "{REDIRECT}"\n[roles]\nmw-admins = "admin"\n',
        encoding="utf-8",
    )
    loaded = load_oidc(file, {"MISSIONWATCH_OIDC_SECRET": SECRET})
    assert (loaded.secret, loaded.role_of({"groups": ["mw-admins"]}), loaded.role_of({})) == (SECRET, "admin", None)
    assert SECRET not in repr(loaded)
    with pytest.raises(OidcSettingsError, match="cannot be read"):
        load_oidc(tmp_path / "none.toml", {})
    text = file.read_text(encoding="utf-8")
    for wrong, words in (
        ('secret = "x"\n' + text, "secret does not stand in the file"),
        (text.replace("https://id", "http://id"), "issuer is an https"),
        (text.replace('"admin"', '"root"'), "root"),
        ("grops = 1\n" + text, "grops"),
        (text.replace('mw-admins = "admin"', ""), "at least one"),
        (text.replace('"mw"', '""'), "client"),
        ('scopes = ["profile"]\n' + text, "openid"),
        ('locale = "de"\n' + text, "locale"),
        ("\x00", "oidc.toml"),
        ("x" * 200_000, "too large"),
    ):
        file.write_text(wrong, encoding="utf-8")
        with pytest.raises(OidcSettingsError, match=words):
            load_oidc(file, {})


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://id.example.org/realm", True), ("http://127.0.0.1:8080/", True), ("http://[::1]/", True), ("http://localhost/x", True),
        ("http://127.0.0.1.evil.example/", False), ("http://localhost.evil.example/", False), ("http://10.0.0.1/", False), ("https://", False),
        ("https://a@b/", False), ("ftp://127.0.0.1/", False), ("https://a b/", False), ("https://exämple.org/", False), ("https://a:x/", False),
        ("https://[::1/", False), ("", False), ("http://2130706433/", False), ("https://a\n.b/", False),
    ],
)  # fmt: skip
def test_which_addresses_are_safe(url: str, safe: bool) -> None:
    assert is_safe_url(url) is safe


NOW = START.timestamp()
ODD = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.lists(st.text(max_size=3), max_size=2)
)


@given(st.dictionaries(st.sampled_from(["iss", "aud", "azp", "exp", "iat", "nbf", "nonce", "sub"]), ODD, min_size=1))
def test_no_other_claims_pass_for_the_right_ones(changed: dict[str, Any]) -> None:
    settings = OidcSettings(issuer="https://a.example", client=CLIENT, redirect=REDIRECT, roles=ROLES)
    right: dict[str, Any] = {
        "iss": "https://a.example",
        "aud": CLIENT,
        "exp": NOW + 300,
        "iat": NOW,
        "nonce": "n",
        "sub": "s",
    }
    assert checks._fault(right, settings, "n", NOW) is None
    said: dict[str, Any] = right | changed
    if checks._fault(said, settings, "n", NOW) is None:
        assert said["iss"] == settings.issuer
        assert said["aud"] in (CLIENT, [CLIENT])
        assert said["nonce"] == "n"
        assert said["exp"] + 60 > NOW
        assert abs(said["iat"] - NOW) <= 660
        assert said.get("azp") in (None, CLIENT)
        assert said.get("nbf", NOW) <= NOW + 60
        assert isinstance(said["sub"], str)
        assert said["sub"]
