"""A mission's card: what it says, and that it is safe to embed."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from missionwatch import assessment, exchange
from missionwatch.errors import ExchangeError, UnknownLanguageError
from missionwatch.exchange.card import wrapped
from tests.exchange.conftest import empty, hostile, newsrooms, winter
from tests.picture.conftest import Newsroom

SVG = "{http://www.w3.org/2000/svg}"


def made(news: Newsroom, mission: str = "takuba", language: str = "en") -> exchange.card.Card:  # type: ignore[name-defined]
    seen = news.picture()
    return exchange.card(seen, assessment.assess(seen), mission, language=language)


def drawn(text: str) -> etree._Element:
    """Return the SVG parsed; nothing in it runs, loads or leads anywhere."""
    root = etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    allowed = {"svg", "title", "desc", "style", "rect", "line", "text"}
    assert {str(one.tag).removeprefix(SVG) for one in root.iter()} <= allowed
    for one in root.iter():
        assert not [name for name in one.attrib if name.startswith("on") or "href" in name or name == "style"]
    (style,) = root.iter(f"{SVG}style")
    assert not re.search(r"url\(|@import|@font-face", style.text or "")
    return root


def words(root: etree._Element) -> str:
    return " / ".join(one.text or "" for one in root.iter(f"{SVG}text"))


def test_a_card_says_the_state_at_a_glance() -> None:
    said = words(drawn(exchange.to_svg(made(winter()))))
    assert "Task Force Takuba" in said
    assert "Level of concern: " in said
    assert "± 900" in said
    assert "France" in said
    assert "Last development · 27 January 2022" in said
    assert "As of 8 February 2022, known at 8 February 2022" in said
    assert re.search(r"\d reports from \d sources", said)
    assert "Own contribution (Netherlands) / not reported" in said


def test_a_card_speaks_dutch() -> None:
    said = words(drawn(exchange.to_svg(made(winter(), "minusma", "nl"))))
    assert "Nederland levert 90" in said
    assert "Mate van zorg" in said
    assert "niet gemeld" in said


def test_every_language_has_every_word() -> None:
    for language in exchange.languages():
        drawn(exchange.to_svg(made(winter(), language=language)))
    folder = exchange.card.__globals__["_FOLDER"] / "phrases"
    assert {path.stem for path in folder.glob("*.toml")} == {"nl", "en", "fr"}


def test_level_and_state_never_lie_on_each_other() -> None:
    for language in exchange.languages():
        words_of, one = exchange.card.__globals__["_phrases"](language), made(winter(), language=language)
        for level, trend, state in product(*(words_of[name].values() for name in ("levels", "trends", "states"))):
            full = replace(
                one,
                level_said=f"{words_of['level']}{words_of['colon']}{level} ↗ {trend}",
                state=f"{words_of['state']}: {state}",
            )
            lines: dict[str, list[str]] = {}
            for text in drawn(exchange.to_svg(full)).iter(f"{SVG}text"):
                lines.setdefault(text.get("y", ""), []).append(text.text or "")
            for both in lines.values():
                assert len(both) == 1 or sum(map(len, both)) * 13 * 0.57 < 432, (
                    both
                )  # bold letters are some 0.57 of their height wide


def test_the_own_contribution_comes_first_and_further_ones_are_counted() -> None:
    news = winter()
    news.says("letter", "contribution", {"contributor": "NL", "mission": "mission:minusma"}, function="staff-officer")
    assert "(and 1 more)" in words(drawn(exchange.to_svg(made(news, "minusma"))))


def test_a_plan_is_no_development_and_an_empty_picture_says_so() -> None:
    news = Newsroom()
    report = news.report("r", "2022-02-01", "gov")
    news.says(report, "event", {"actor": "SE", "mission": "mission:takuba"}, type="withdraw", modality="planned")
    assert "Last development / not reported" in words(drawn(exchange.to_svg(made(news))))
    nothing = exchange.card(empty(), (), "takuba")
    said = words(drawn(exchange.to_svg(nothing)))
    assert "0 reports from 0 sources" in said
    assert "Level of concern: not reported" in said, "what nobody judged has no level"


def test_an_unknown_mission_or_language_is_named() -> None:
    with pytest.raises(ExchangeError, match="takuba, minusma"):
        exchange.card(empty(), (), "nowhere")
    with pytest.raises(UnknownLanguageError, match="no card in 'xx'"):
        exchange.card(empty(), (), "takuba", language="xx")


@pytest.mark.parametrize("mission", ["takuba", "minusma"])
def test_hostile_text_is_drawn_as_text(mission: str) -> None:
    text = exchange.to_svg(made(hostile(), mission))
    drawn(text)
    assert "<script" not in text
    assert "\u202e" not in text


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(newsrooms())
def test_any_picture_has_a_card_the_same_each_time(news: Newsroom) -> None:
    text = exchange.to_svg(made(news))
    drawn(text)
    assert text == exchange.to_svg(made(news))


def test_the_page_allows_its_own_style_and_nothing_else() -> None:
    page = exchange.to_page(made(hostile()))
    root = html.fromstring(page)
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert len(styles) == 2
    for style in styles:
        assert f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'" in policy
    assert not root.xpath("//script|//link|//img|//a|//iframe|//@style|//@src|//@href")


@given(st.text(max_size=400), st.integers(1, 4))
def test_lines_are_no_more_than_asked_and_lose_no_word_where_they_fit(text: str, most: int) -> None:
    lines = wrapped(text, most)
    assert 1 <= len(lines) <= most
    if not lines[-1].endswith("…"):
        assert "".join("".join(lines).split()) == "".join("".join(wrapped(text, 10_000)).split())
