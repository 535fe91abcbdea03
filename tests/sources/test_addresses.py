"""Where may be fetched: the public internet and what the user names, however it is written."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionwatch.errors import AddressRefusedError, SourceUnavailableError
from missionwatch.sources.addresses import AddressGuard, target
from tests.sources.conftest import Site, make_client

if TYPE_CHECKING:
    from collections.abc import Iterable

PRIVATE = [
    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "100.64.0.0/10", "0.0.0.0/8", "224.0.0.0/4",
    "240.0.0.0/4", "198.18.0.0/15", "192.0.2.0/24",
]  # fmt: skip


def inside(networks: Iterable[str]) -> st.SearchStrategy[ipaddress.IPv4Address]:
    return st.sampled_from([ipaddress.IPv4Network(n) for n in networks]).flatmap(
        lambda network: st.integers(int(network.network_address), int(network.broadcast_address)).map(
            ipaddress.IPv4Address
        )
    )


def forms(address: ipaddress.IPv4Address) -> list[str]:
    """All IPv6 addresses that lead to an IPv4 one."""
    number = int(address)
    return [
        str(ipaddress.IPv6Address(0xFFFF_0000_0000 | number)),
        str(ipaddress.IPv6Address((0x0064_FF9B << 96) | number)),
        str(ipaddress.IPv6Address((0x2002 << 112) | (number << 80))),
    ]


@given(inside(PRIVATE))
def test_no_private_address_is_fetched_in_any_form(address: ipaddress.IPv4Address) -> None:
    guard = AddressGuard()
    for form in (str(address), *forms(address)):
        with pytest.raises(AddressRefusedError, match="not of the public internet"):
            guard.check(form)


@given(inside(PRIVATE), st.sampled_from(["news.example.org", "localhost", "a.b"]))
def test_no_name_leads_to_a_private_address(address: ipaddress.IPv4Address, name: str) -> None:
    """Also where another of its addresses is public: one of them is enough for an attack."""
    for found in (["93.184.216.34", str(address)], [forms(address)[0]]):
        guard = AddressGuard(resolve=lambda _host, _port, found=found: found)  # type: ignore[misc]  # mypy: lambda's default
        with pytest.raises(AddressRefusedError, match="leads to"):
            guard.addresses(name, 443)


@given(st.ip_addresses(v=6))
def test_what_is_not_global_in_ipv6_is_refused(address: ipaddress.IPv6Address) -> None:
    public = address in ipaddress.IPv6Network("2000::/3")
    try:
        AddressGuard().check(str(address))
    except AddressRefusedError:
        return
    assert public or address in ipaddress.IPv6Network("64:ff9b::/96") or address.ipv4_mapped


@given(st.ip_addresses(v=4))
def test_public_addresses_pass_and_named_ones_too(address: ipaddress.IPv4Address) -> None:
    special = [
        ipaddress.IPv4Network(n) for n in ("192.0.0.0/24", "192.88.99.0/24", "224.0.0.0/3")
    ]  # global by name only
    if address.is_global and not any(address in network for network in special):
        AddressGuard().check(str(address))
    AddressGuard([str(address)]).check(str(address))
    AddressGuard([str(address)]).check(forms(address)[0])


@pytest.mark.parametrize(
    "url",
    [
        "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/", "http://127.1/", "http://0x7f.1/", "http://1.2.3/",
        "http://user:pw@news.example.org/", "http://news.example.org@127.0.0.1/", "ftp://news.example.org/x",
        "file:///etc/passwd", "gopher://x/", "javascript:alert(1)", "http://", "http:///x", "http://exa mple.org/", "http://ex\tample.org/",
        "http://[::1%25eth0]/", "http://[::g]/", "http://a..b/", "http://news.example.org:99999/", "http://news.example.org\\@127.0.0.1/",
        "http://%31%32%37.0.0.1/", "http://" + "a" * 5000, "//news.example.org/", "http://999.1.1.1/", "http://1.2.3.4.5/",
    ],
)  # fmt: skip
def test_odd_spellings_are_refused(url: str) -> None:
    with pytest.raises(AddressRefusedError):
        target(url)


@pytest.mark.parametrize(
    ("url", "host", "port"),
    [
        ("https://www.rijksoverheid.nl/actueel#top", "www.rijksoverheid.nl", 443),
        ("http://WWW.Elysee.FR:80/x?y=é", "www.elysee.fr", 80),
        ("https://défense.example/", "xn--dfense-bva.example", 443),
        ("http://[2001:67c:2e8:22::c100:68b]/", "2001:67c:2e8:22::c100:68b", 80),
        ("http://127.0.0.1/", "127.0.0.1", 80),
        ("http://１２７.0.0.1/", "127.0.0.1", 80),
    ],
)
def test_plain_addresses_are_read(url: str, host: str, port: int) -> None:
    found = target(url)
    assert (found.host, found.port) == (host, port)
    assert "#" not in found.url


def test_other_ports_only_where_the_user_named_them() -> None:
    with pytest.raises(AddressRefusedError, match="port 6379"):
        AddressGuard().target("http://news.example.org:6379/")
    assert AddressGuard(ports=[8080]).target("http://news.example.org:8080/").port == 8080
    assert AddressGuard(["127.0.0.1"]).target("http://127.0.0.1:6379/").port == 6379


def test_a_name_that_changes_its_mind_is_not_followed(site: Site) -> None:
    """DNS rebinding: public when it is checked, this machine when it is used. The address that was checked is used."""
    site["/feed"] = "secret"
    answers = iter([["198.51.101.1"], ["127.0.0.1"], ["127.0.0.1"]])
    asked: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        return next(answers)

    guard = AddressGuard(resolve=resolve, ports=[site.port])
    first = guard.addresses("rebind.example.org", site.port)
    assert first == ["198.51.101.1"]
    with make_client(guard=guard) as client, pytest.raises(AddressRefusedError, match=r"leads to 127\.0\.0\.1"):
        client.get(f"http://rebind.example.org:{site.port}/feed", accept=(), robots=False)
    assert asked == ["rebind.example.org"] * 2, "one question for one connection: what was judged is what is used"
    assert site.requests == []


def test_a_name_of_this_machine_is_fetched_where_the_user_allows_it(site: Site) -> None:
    site["/feed"] = "news"
    guard = AddressGuard(["127.0.0.1"], resolve=lambda _host, _port: ["127.0.0.1"], ports=[site.port])
    with make_client(guard=guard) as client:
        fetched = client.get(f"http://intranet.example.org:{site.port}/feed", accept=(), robots=False)
    assert fetched.data == b"news"
    assert site.requests[0].headers["host"] == f"intranet.example.org:{site.port}"


def test_a_name_nobody_knows_is_said_to_be_so() -> None:
    def resolve(_host: str, _port: int) -> list[str]:
        raise OSError("Name or service not known")

    with pytest.raises(SourceUnavailableError, match="is not known"):
        AddressGuard(resolve=resolve).addresses("nowhere.example.org", 443)
    with pytest.raises(SourceUnavailableError, match="has no address"):
        AddressGuard(resolve=lambda _host, _port: []).addresses("nowhere.example.org", 443)
