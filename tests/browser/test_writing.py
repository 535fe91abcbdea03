"""The briefing in a browser: footnotes that open, a text edited and checked, a PDF kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page


def test_a_footnote_opens_under_its_sentence_by_keyboard(
    page: Page, workbench: str, accessible: Callable[[Page], None], shot: Callable[[Page, str], None]
) -> None:
    page.goto(f"{workbench}/mali/briefing?form=letter&in=en&lang=en")
    accessible(page)
    first = page.locator("a.note").first
    first.focus()
    page.keyboard.press("Enter")
    note = page.locator(".sentence .opened").first
    expect(note).to_be_visible()
    expect(first).to_have_attribute("aria-expanded", "true")
    assert re.search(r"/mali/reports/[^#]+#s-[0-9a-f]+$", note.locator("a").get_attribute("href") or "")
    accessible(page)
    shot(page, "briefing")
    page.keyboard.press("Escape")
    expect(page.locator(".opened")).to_have_count(0)
    expect(first).to_be_focused()


def test_a_text_is_edited_checked_and_kept_as_pdf(
    page: Page,
    own_workbench: str,
    accessible: Callable[[Page], None],
    shot: Callable[[Page, str], None],
    tmp_path: Path,
) -> None:
    page.goto(f"{own_workbench}/mali/briefing?form=flash&in=en&lang=en")
    page.get_by_role("button", name="Edit this text").click()
    field = page.get_by_label("Text", exact=True)
    field.focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("\nFrance sends 900 soldiers to Task Force Takuba.")
    expect(page.locator("#state")).to_have_text("Not saved")
    page.keyboard.press("Control+s")
    expect(page.locator("#state")).to_contain_text("Saved")
    page.get_by_role("button", name="Save and check against the ledger").click()
    judged = page.locator(".verdict-unknown")
    expect(judged).to_contain_text("France sends 900 soldiers to Task Force Takuba.")
    expect(judged).to_contain_text("not known")
    accessible(page)
    shot(page, "draft")
    with page.expect_download() as made:
        page.get_by_role("link", name="PDF").click()
        expect(page.locator(".exports [role=status]")).to_have_text("Being made …")
    expect(page.locator(".exports [role=status]")).to_have_text("Done.")
    made.value.save_as(tmp_path / "kept.pdf")
    assert made.value.suggested_filename == "draft-flash-mali-2022-03-01-en.pdf"
    assert (tmp_path / "kept.pdf").read_bytes().startswith(b"%PDF")


def test_what_is_taken_away_comes_back(page: Page, own_workbench: str) -> None:
    page.goto(f"{own_workbench}/mali/briefing?form=flash&in=en&lang=en")
    page.get_by_role("button", name="Edit this text").click()
    page.get_by_role("button", name="Take away").click()
    expect(page.get_by_text("None yet.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_label("Text", exact=True)).to_have_value(re.compile("^# Flash"))


def test_a_second_window_is_told_and_loses_nothing(page: Page, own_workbench: str) -> None:
    page.goto(f"{own_workbench}/mali/briefing?form=flash&in=en&lang=en")
    page.get_by_role("button", name="Edit this text").click()
    other = page.context.new_page()
    other.goto(page.url)
    for window, text in ((page, "first"), (other, "second")):
        window.get_by_label("Text", exact=True).fill(text)
        window.get_by_role("button", name="Save", exact=True).click()
    expect(other.get_by_role("alert")).to_contain_text("was changed at")
    expect(other.get_by_label("Text", exact=True)).to_have_value("second\n")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path", ["briefing?form=sitrep&in=nl", "whatif?withdraw=takuba:FR", "replay?mission=takuba&from=2022-01-20"]
)
def test_pages_are_accessible_in_both_schemes_also_narrow(
    page: Page, workbench: str, accessible: Callable[[Page], None], scheme: str, path: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{workbench}/mali/{path}&lang=nl")
    accessible(page)
    page.set_viewport_size({"width": 400, "height": 800})
    accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 400


def test_all_can_be_read_without_javascript(browser: Browser, own_workbench: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{own_workbench}/mali/briefing?form=flash&in=en&lang=en")
    page.locator("a.note").first.click()
    assert page.url.endswith("#note-1")
    page.get_by_role("button", name="Edit this text").click()
    page.get_by_label("Text", exact=True).fill("# Mine\n\nDenmark left Task Force Takuba.")
    page.get_by_role("button", name="Save and check against the ledger").click()
    page.get_by_text(re.compile(r"^Supported \(")).click()
    expect(page.get_by_text("Denmark left Task Force Takuba.", exact=True)).to_be_visible()
    with page.expect_download() as made:
        page.get_by_role("link", name="Markdown").click()
    assert made.value.suggested_filename.endswith(".md")
    page.goto(f"{own_workbench}/mali/replay?lang=en")
    expect(page.locator(".player")).to_be_hidden()
    expect(page.get_by_role("heading", name="What changed a level")).to_be_visible()
    context.close()
