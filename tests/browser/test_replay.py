"""The replay in a browser: played, paused, stepped by keyboard; and a what-if shared by its address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

STRETCH = "mali/replay?from=2022-01-20&to=2022-02-10&at=2022-01-20&lang=en"


def test_it_plays_to_the_end_and_stops(
    page: Page, workbench: str, accessible: Callable[[Page], None], shot: Callable[[Page, str], None]
) -> None:
    page.goto(f"{workbench}/{STRETCH}")
    takuba = page.locator("tr[data-levels]").first.locator(".badge")
    expect(takuba).to_have_text("guarded")
    page.get_by_label("Speed").select_option("12")
    page.get_by_role("button", name="Play", exact=True).click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    expect(page.locator("#when")).to_have_text("10 February 2022", timeout=8000)
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    expect(takuba).to_have_text("severe")
    assert "at=2022-02-10" in page.url
    accessible(page)
    shot(page, "replay")


def test_it_is_worked_by_keyboard(page: Page, workbench: str) -> None:
    page.goto(f"{workbench}/{STRETCH}")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#when")).to_have_text("21 January 2022")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#when")).to_have_text("20 January 2022")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    page.get_by_label("Day", exact=True).focus()
    page.keyboard.press("End")
    expect(page.locator("#when")).to_have_text("10 February 2022")
    page.reload()
    expect(page.locator("#when")).to_have_text("10 February 2022")
    page.get_by_role("link", name="that day’s picture, as known then").click()
    expect(page.locator("#as-of")).to_have_value("2022-02-10")
    expect(page.locator("#known")).to_have_value("2022-02-10")


def test_who_wants_no_motion_gets_the_slowest(page: Page, workbench: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{workbench}/{STRETCH}")
    expect(page.get_by_label("Speed")).to_have_value("2")
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()


def test_a_what_if_is_shared_by_its_address(
    page: Page, workbench: str, accessible: Callable[[Page], None], shot: Callable[[Page, str], None]
) -> None:
    page.goto(f"{workbench}/mali/whatif?lang=en")
    accessible(page)
    page.get_by_label("Contribution").select_option("takuba:FR")
    page.get_by_role("button", name="Suppose").first.click()
    expect(page.get_by_role("heading", name="France withdraws from Task Force Takuba")).to_be_visible()
    accessible(page)
    shot(page, "whatif")
    colleague = page.context.new_page()
    colleague.goto(page.url)
    expect(colleague.get_by_role("heading", name="France withdraws from Task Force Takuba")).to_be_visible()
    expect(colleague.get_by_label("Contribution")).to_have_value("takuba:FR")
