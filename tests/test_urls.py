"""Addresses that are none stop nothing, wherever they come from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionwatch import urls
from missionwatch.reports import make_report
from missionwatch.reports.versions import page_of

NONE = ("http://[x", "https://ww<![CDATA[w.example.org/a", "http://[::1", "//[")


@given(st.text(max_size=60) | st.sampled_from(NONE))
def test_whatever_is_written_has_parts(written: str) -> None:
    urls.parts(written)
    urls.joined("https://example.org/a/", written)
    urls.joined(written, "b")


@pytest.mark.parametrize("url", NONE)
def test_a_report_with_an_address_that_is_none_is_a_report(url: str) -> None:
    text = f"---\ntitle: Danes leave\nurl: {url}\n---\nDenmark withdraws its soldiers from Mali, the government said on Thursday."
    report = make_report(Path("a.txt"), text=text, published=date(2022, 1, 27), language="en")
    assert "Denmark withdraws" in report.text
    page_of(report)
