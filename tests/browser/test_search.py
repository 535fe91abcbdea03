"""Search in a browser: found while one types, narrowed, shared by its address, kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page


def test_results_come_while_one_types_and_the_address_follows(
    page: Page, own_workbench: str, accessible: Callable[[Page], None], shot: Callable[[Page, str], None]
) -> None:
    page.goto(f"{own_workbench}/mali/search?lang=en")
    accessible(page)
    page.get_by_role("searchbox").focus()
    page.keyboard.type("Denemarken", delay=20)
    first = page.locator(".hit").first
    expect(first.locator("mark").first).to_be_visible(timeout=20000)
    expect(page).to_have_url(re.compile("words=Denemarken"))
    expect(page.get_by_role("searchbox")).to_be_focused()
    before = page.locator(".count strong").inner_text()
    page.get_by_text("Filters").click()
    page.get_by_role("checkbox", name="Event").check()
    expect(page).to_have_url(re.compile("predicate=event"))
    expect(page.locator(".count strong")).not_to_have_text(before)
    expect(page.locator(".hit .tag", has_text="Report")).to_have_count(0)
    accessible(page)
    page.evaluate("scrollTo(0, 0)")
    shot(page, "search")
    colleague = page.context.new_page()
    colleague.goto(page.url)
    expect(colleague.get_by_role("searchbox")).to_have_value("Denemarken")
    expect(colleague.get_by_role("checkbox", name="Event")).to_be_checked()
    expect(colleague.locator(".hit mark").first).to_be_visible()
    page.get_by_label("Save this search as").fill("Danes")
    page.get_by_role("button", name="Save").click()
    page.goto(f"{own_workbench}/mali/search?lang=en")
    page.get_by_role("link", name="Danes").click()
    expect(page.get_by_role("searchbox")).to_have_value("Denemarken")
    expect(page.get_by_role("checkbox", name="Event")).to_be_checked()
    page.get_by_role("button", name="Take Danes away").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("searchbox")).to_have_value("Denemarken")


def test_a_search_that_cannot_be_is_said_while_one_types(page: Page, workbench: str) -> None:
    page.goto(f"{workbench}/mali/search?words=Mali&lang=en")
    page.get_by_text("Filters").click()
    page.get_by_label("Place or country").fill("Xyzzy")
    expect(page.get_by_role("alert")).to_contain_text("no place called")
    page.get_by_label("Place or country").fill("Gao")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_it_works_without_javascript_and_narrow(browser: Browser, workbench: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 400, "height": 800})
    page = context.new_page()
    page.goto(f"{workbench}/mali/search?lang=nl")
    page.get_by_role("searchbox").fill("Takuba")
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator(".hit").first).to_be_visible()
    page.get_by_role("link", name="Volgende bladzijde").click()
    expect(page.locator(".hit").first).to_be_visible()
    context.close()
