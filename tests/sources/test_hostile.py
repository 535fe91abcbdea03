"""Answers as hostile as one likes: a visit ends, says why, and the next source goes on."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sources.answers import ACLED_ACCOUNT, ATOM, GUID, RECORD, RSS, SRU, UCDP_TOKEN, paper
from tests.sources.conftest import Answer, Desk, Site

if TYPE_CHECKING:
    from collections.abc import Callable

RELIEFWEB = {
    "totalCount": 1,
    "data": [{"id": "1", "fields": {
        "title": "Mali", "body-html": "<p>x</p>", "url": "https://reliefweb.int/node/1", "date": {"changed": "2022-02-01T00:00:00+00:00"},
        "language": [{"code": "en"}], "source": [{"name": "OCHA"}], "file": [{"url": "http://127.0.0.1:1/a.pdf", "filename": "a.pdf"}],
    }}],
}  # fmt: skip
UCDP = {"TotalCount": 1, "NextPageUrl": "", "Result": [{"id": 1, "date_start": "2022-01-01", "date_end": "2022-01-02"}]}
ACLED = {"success": True, "data": [{"event_date": "2022-02-01", "timestamp": "1645000000"}]}
GDELT = "5 d41d8cd98f00b204e9800998ecf8427e http://127.0.0.1/gdeltv2/20220220110000.export.CSV.zip\n"

CASES: dict[str, tuple[str, str, Callable[[str], dict[str, Any]]]] = {
    "feed": (RSS, "application/rss+xml", lambda url: {"url": url, "full": False}),
    "feed-atom": (ATOM, "application/atom+xml", lambda url: {"url": url, "full": False}),
    "pages": ('<html><body><a href="/a/1">x</a></body></html>', "text/html", lambda url: {"url": url}),
    "tweedekamer": (
        json.dumps({"value": [paper(1, changed="2022-02-11T08:00:00Z")]}), "application/json", lambda url: {"url": url.removesuffix("/Document")},
    ),
    "tweedekamer-sync": (
        (f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>{GUID.format(1)}</title><content><d xmlns="x" id="{GUID.format(1)}"/></content>'
        "</entry></feed>"), "application/atom+xml", lambda url: {"feed": url.removesuffix("/Feed"), "by": "syncfeed"},
    ),
    "sru": (SRU.format(total=1, records=RECORD.format(n=1, url="http://127.0.0.1:1")), "application/xml", lambda url: {"url": url, "query": "Mali"}),
    "reliefweb": (json.dumps(RELIEFWEB), "application/json", lambda url: {"url": url, "appname": "x"}),
    "ucdp": (json.dumps(UCDP), "application/json", lambda url: {"url": url, "environment": UCDP_TOKEN}),
    "acled": (json.dumps(ACLED), "application/json", lambda url: {"url": url, "token_url": url + "/token", "environment": ACLED_ACCOUNT}),
    "gdelt": (GDELT, "text/plain", lambda url: {"url": url}),
}  # fmt: skip

damage = st.one_of(
    st.tuples(st.just("cut"), st.integers(0, 3000), st.just("")),
    st.tuples(st.just("put"), st.integers(0, 3000), st.text(max_size=40)),
    st.tuples(
        st.just("put"),
        st.integers(0, 3000),
        st.sampled_from(["\x00", "]]>", "<a>" * 200, "[" * 3000, "\ud7ff", '"', "&#x0;", "￾"]),
    ),
    st.tuples(st.just("take"), st.integers(0, 3000), st.just("")),
    st.tuples(st.just("digits"), st.integers(0, 9), st.sampled_from(["9" * 30, "-1", "0", "1e400", "99999-99-99"])),
)


def damaged(text: str, how: tuple[str, int, str]) -> bytes:
    kind, at, what = how
    at %= len(text) + 1
    if kind == "cut":
        text = text[:at]
    elif kind == "put":
        text = text[:at] + what + text[at:]
    elif kind == "take":
        text = text[:at] + text[at + 17 :]
    else:
        found = list(re.finditer(r"\d+", text))
        one = found[at % len(found)] if found else None
        text = text[: one.start()] + what + text[one.end() :] if one else what
    return text.encode("utf-8", "replace")


@pytest.mark.parametrize("case", CASES)
@given(how=damage)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_answer_breaks_a_run(site: Site, desk: Desk, case: str, how: tuple[str, int, str]) -> None:
    text, kind, options = CASES[case]
    path = {"tweedekamer": "/list/Document", "tweedekamer-sync": "/list/Feed"}.get(case, "/list")
    site[path] = Answer(damaged(text, how), kind=kind)
    site[path + "/token"] = Answer('{"access_token": "t"}', kind="application/json")
    visited = desk.visit(case.partition("-")[0], **options(site.url + path))
    assert all("could not be read" not in fault.reason for fault in visited.faults), [
        fault.reason for fault in visited.faults
    ]
    assert not visited.failed or visited.faults
    health = desk.collection.health("s")
    assert health is not None
    for waiting in desk.collection.waiting():
        assert waiting.document.data


def test_an_entry_whose_description_breaks_off_is_an_entry(site: Site, desk: Desk) -> None:
    """The feed's reader then says that there is a summary, and that it is nothing."""
    whole = '<rss version="2.0"><channel><title>W</title><item><title>Mali</title><guid>1</guid><link>{}/1</link><description>x</descri'
    site["/list"] = Answer(whole.format(site.url), kind="application/rss+xml")
    site["/1"] = "<html><body><article><p>The ministry says that 105 soldiers came to Mali.</p></article></body></html>"
    visited = desk.visit("feed", url=site.url + "/list", full=False)
    assert not [fault for fault in visited.faults if "could not be read" in fault.reason]


@pytest.mark.parametrize("many", ["<item>" * 30_000, "<b/>" * 600_000], ids=["entries", "tags"])
def test_a_feed_of_more_than_any_is_refused_before_it_is_read(site: Site, desk: Desk, many: str) -> None:
    site["/list"] = Answer(f'<rss version="2.0"><channel>{many}', kind="application/rss+xml")
    visited = desk.visit("feed", url=site.url + "/list")
    assert visited.failed
    assert "than any feed" in visited.faults[0].reason


def test_a_feed_in_an_encoding_that_no_codec_can_have_is_refused(site: Site, desk: Desk) -> None:
    site["/list"] = Answer(
        b'<?xml version="1.0" encoding="utf\x00-8"?><rss version="2.0"><channel/></rss>', kind="application/rss+xml"
    )
    visited = desk.visit("feed", url=site.url + "/list")
    assert visited.failed
    assert "is no feed" in visited.faults[0].reason
