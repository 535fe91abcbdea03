"""The sliders of time, the address that holds the whole state, and what holds for every page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page


def test_moving_the_slider_shows_another_day_and_the_address_says_so(page: Page, workbench: str) -> None:
    page.goto(f"{workbench}/mali?lang=en")
    slider = page.get_by_role("slider", name="As of, slider")
    slider.focus()
    before = page.locator("#as-of").input_value()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    page.wait_for_url(re.compile("as-of=2022-02-26"))
    assert before == "2022-03-01"
    assert page.locator("#as-of").input_value() == "2022-02-26"


def test_a_link_shows_a_colleague_the_same(browser: Browser, page: Page, workbench: str) -> None:
    page.goto(f"{workbench}/mali")
    page.get_by_label("As of", exact=True).fill("2022-02-08")
    page.get_by_label("Known at", exact=True).fill("2022-02-08")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="Français").click()
    asked = parse_qs(urlsplit(page.url).query)
    assert asked == {"as-of": ["2022-02-08"], "known": ["2022-02-08"], "lang": ["fr"]}
    colleague = browser.new_page(locale="nl-NL")
    colleague.goto(page.url)
    assert colleague.locator("main").inner_text() == page.locator("main").inner_text()
    colleague.close()


def test_without_javascript_the_fields_do_the_same(browser: Browser, workbench: str) -> None:
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(f"{workbench}/mali?lang=nl")
    assert not page.locator(".slider").first.is_visible()
    page.get_by_label("Stand op", exact=True).fill("2022-02-08")
    page.get_by_role("button", name="Toon").click()
    assert "as-of=2022-02-08" in page.url
    plain.close()


def test_the_keyboard_goes_first_to_the_content(page: Page, workbench: str) -> None:
    page.goto(f"{workbench}/mali?lang=en")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to content"
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'content'")


@pytest.mark.parametrize("path", ["", "nowhere?as-of=x"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible(
    page: Page, workbench: str, accessible: Callable[[Page], None], path: str, scheme: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{workbench}/mali/{path}" if path and "?" not in path else f"{workbench}/mali?{path.partition('?')[2]}")
    accessible(page)
