"""The pages of a theatre, a mission and the map in a browser: by keyboard, without a mouse, and to whoever hears them."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

PAGES = ("/mali", "/mali/missions/takuba", "/mali/missions/eucap-sahel-mali", "/mali/map")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_on_the_page_breaks_a_rule_of_access(
    page: Page, workbench: str, accessible: Callable[[Page], None], path: str, *, dark: bool
) -> None:
    page.emulate_media(color_scheme="dark" if dark else "light")
    page.goto(f"{workbench}{path}?lang=nl")
    page.wait_for_load_state("networkidle")
    accessible(page)


@pytest.mark.parametrize("path", PAGES)
def test_a_narrow_page_does_not_scroll_sideways(page: Page, workbench: str, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    for language in ("nl", "en", "fr"):
        page.goto(f"{workbench}{path}?lang={language}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, language


def test_what_one_has_seen_is_not_told_again(page: Page, own_workbench: str) -> None:
    page.goto(f"{own_workbench}/mali?lang=en")
    assert page.locator("#changes").inner_text() == "What changed since 15 February 2022"
    page.get_by_role("button", name="Seen").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Nothing changed.").wait_for()
    assert page.locator("#changes").inner_text() == "What changed since 1 March 2022"


def test_from_a_level_to_what_made_it_by_keyboard(
    page: Page, workbench: str, shot: Callable[[Page, str], None]
) -> None:
    began = time.perf_counter()
    page.goto(f"{workbench}/mali?lang=en")
    shot(page, "theatre")
    page.get_by_role("link", name="EUTM Mali").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("missions/eutm-mali"))
    shot(page, "mission")
    cell = page.locator(".heat tr", has_text="access and freedom").locator("td.severe a").first
    cell.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"as-of=2022-\d\d-\d\d&known=.*dimension=access.*#why"))
    assert page.locator("#why").inner_text().startswith("Why: access and freedom of movement, on ")
    assert page.locator(".reasons tbody tr").count() >= 3
    claim = page.locator(".reasons a.claim").first
    assert claim.get_attribute("href").startswith("/mali/claims/")  # type: ignore[union-attr]
    assert time.perf_counter() - began < 20  # a task of seconds, on any machine


def test_the_map_is_walked_by_keyboard(page: Page, workbench: str, shot: Callable[[Page, str], None]) -> None:
    page.goto(f"{workbench}/mali/map?lang=en")
    page.wait_for_load_state("networkidle")
    assert page.locator("#map path.land.host").count() >= 8
    assert page.locator("#map path.region").count() >= 6
    marker = page.get_by_role("button", name="incident: Gao").first
    marker.focus()
    page.keyboard.press("Enter")
    popup = page.locator(".leaflet-popup-content")
    popup.wait_for()
    assert "There was an attack on the French armed forces in Gao on 22 January 2022" in popup.inner_text()
    assert popup.locator("a.claim").get_attribute("href").startswith("/mali/claims/")  # type: ignore[union-attr]
    shot(page, "map")
    page.keyboard.press("Escape")
    popup.wait_for(state="detached")
    page.wait_for_function(  # the focus goes back once the popup has faded
        "(document.activeElement.getAttribute('aria-label') || '').includes('Gao')"
    )


def test_the_list_leads_to_the_map(page: Page, workbench: str) -> None:
    page.goto(f"{workbench}/mali/map?lang=en")
    page.get_by_role("button", name="On the map: incident: Sévaré").click()
    page.locator(".leaflet-popup-content", has_text="denied EUTM Mali access in Sévaré").wait_for()


def test_without_javascript_the_map_is_a_drawing_and_a_list(browser: Browser, workbench: str) -> None:
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(f"{workbench}/mali/map?lang=en")
    assert page.locator("#still svg").is_visible()
    assert not page.locator("#map").is_visible()
    rows = page.locator("#features tbody tr").count()
    assert rows > 25
    assert f"{rows} things on the map" in page.locator("main").inner_text()
    page.get_by_label("How far back").select_option("7")
    page.get_by_role("button", name="Filter").click()
    assert "days=7" in page.url
    plain.close()


def test_a_card_shows_in_somebody_elses_page(page: Page, workbench: str) -> None:
    page.goto(f"{workbench}/healthz")  # any page that runs none of our scripts
    framed = page.context.request.get(f"{workbench}/mali/missions/takuba/card.html")
    assert "frame-ancestors *" in framed.headers["content-security-policy"]
    page.goto(f"{workbench}/mali/missions/takuba/card.html?lang=nl")
    badge = page.locator("svg rect").nth(1)
    assert (
        badge.evaluate("one => getComputedStyle(one).fill") != "rgb(0, 0, 0)"
    )  # its style is allowed by its own policy
