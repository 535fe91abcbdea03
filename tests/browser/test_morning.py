"""An analyst's morning: what changed, why, one reading corrected, the link shared, the letter written; each step timed."""

from __future__ import annotations

import re
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.workbench import ANALYST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

OWN, SLIP = "contributes 90 people to MINUSMA", "contributes 900 people to MINUSMA"
THEN = date(2022, 2, 25)
LONGEST = 15.0  # seconds that the machine may take for one step, on a busy machine too
WHOLE = 60.0  # for all of them


@dataclass
class Clock:
    """How long the machine took for each step of a task."""

    took: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time a step."""
        began = time.perf_counter()
        yield
        self.took[name] = time.perf_counter() - began

    def table(self) -> str:
        """Return the steps with their seconds, one a line."""
        rows = [*self.took.items(), ("all of it", sum(self.took.values()))]
        return "\n".join(f"| {name:<50} | {seconds:5.2f} s |" for name, seconds in rows)


def access(page: Page) -> Locator:
    """Return the row of access in a mission's heat map."""
    return page.locator(".heat tr", has_text="access and freedom of movement")


def at(page: Page, selector: str) -> None:
    """Show the page from something on, as one who scrolled there sees it (once it is there: a target may come late)."""
    page.locator(selector).first.evaluate("one => one.scrollIntoView()")


def test_an_analysts_morning(
    browser: Browser, page: Page, own_workbench: str, shot: Callable[[Page, str], None], tmp_path: Path
) -> None:
    clock = Clock()
    home = f"{own_workbench}/mali"

    with clock.step("the theatre opens"):
        page.goto(f"{home}?lang=en")
        expect(page.locator(".asker")).to_have_text(ANALYST)
        expect(page.locator(".missions .card")).to_have_count(6)

    with clock.step("what changed since I last looked"):
        page.get_by_label("Since", exact=True).fill("2022-02-16")
        page.get_by_role("button", name="Compare").click()
        expect(page.locator("#changes")).to_have_text("What changed since 16 February 2022")
    at(page, "#changes")
    shot(page, "morning-changes")

    with clock.step("a change opens: who says it, why believed"):
        page.locator(".changes a.claim", has_text="finds the obstruction by the Malian government").first.click()
        expect(page.get_by_role("heading", name="Why this credible")).to_be_visible()
        expect(page.get_by_text("One voice, of reliability A.")).to_be_visible()
    shot(page, "morning-claim")

    with clock.step("to the sentence in its report"):
        page.locator("table a", has_text="Het kabinet noemt de tegenwerking").first.click()
        expect(page.locator("article.read:target")).to_contain_text("onaanvaardbaar")

    with clock.step("one reading is corrected"):
        card = page.locator("article.read", has_text="event: obstruct")
        expect(card).not_to_contain_text("Barkhane")  # the reader did not see whom it is about
        card.get_by_role("link", name="Correct").click()
        form = page.locator("#correcting")
        for role in ("Mission", "Target"):
            form.get_by_label(role, exact=True).fill("Operatie Barkhane")
        form.get_by_label("Reason").fill("the paragraph before names the operation")
        at(page, "article.read:target")
        shot(page, "morning-correct")
        form.get_by_role("button", name="Book").click()
        expect(page.locator("article.read:target .state")).to_have_text("corrected")
        expect(page.locator("article.read:target")).to_contain_text("Operation Barkhane")

    with clock.step("the level follows"):
        page.goto(f"{home}/missions/barkhane?lang=en")
        expect(access(page).locator("td").last.locator("a")).to_have_text(re.compile("high"))
    at(page, "#levels")
    shot(page, "morning-level")

    with clock.step("a cell of the heat map opens to its claims"):
        access(page).locator("td a").last.click()
        expect(page.locator("#why")).to_have_text("Why: access and freedom of movement, on 1 March 2022")
        expect(page.locator(".reasons")).to_contain_text("The Malian government obstructed Operation Barkhane")

    with clock.step("the slider to what was known then"):
        page.get_by_role("slider", name="Known at, slider").fill(str((THEN - date(1970, 1, 1)).days))
        page.wait_for_url(re.compile(f"known={THEN}"))
        expect(page.locator("#known-help")).to_have_text("as known then")
        expect(access(page).locator("td").last.locator("a")).to_have_text(re.compile("low"))
    page.evaluate("scrollTo(0, 48)")  # the bar of time and the row, both
    shot(page, "morning-then")

    with clock.step("the link shows a colleague the same"):
        elsewhere = browser.new_context(locale="nl-NL")
        colleague = elsewhere.new_page()
        colleague.goto(page.url)
        assert colleague.locator("main").inner_text() == page.locator("main").inner_text()
        elsewhere.close()

    with clock.step("a search across languages (the first)"):
        page.goto(f"{home}/search?lang=en")
        page.get_by_role("searchbox").fill("Danemark")
        for language, words in (("nl", "Denemarken"), ("en", "Denmark")):
            hit = page.locator(f'.snippet[lang="{language}"] mark', has_text=words).first
            expect(hit).to_be_visible(timeout=LONGEST * 1000)

    with clock.step("what if France left"):
        page.goto(f"{home}/whatif?lang=en")
        page.get_by_label("Contribution").select_option("takuba:FR")
        page.get_by_role("button", name="Suppose").first.click()
        expect(page.get_by_role("heading", name="France withdraws from Task Force Takuba")).to_be_visible()

    with clock.step("the letter, previewed"):
        page.goto(f"{home}/briefing?form=letter&in=en&lang=en")
        expect(page.get_by_role("heading", name="Letter to parliament: Mali and the Sahel")).to_be_visible()

    with clock.step("a sentence edited, beside the ledger"):
        page.get_by_role("button", name="Edit this text").click()
        field = page.get_by_label("Text", exact=True)
        text = field.input_value()
        assert OWN in text
        field.fill(text.replace(OWN, SLIP))  # a slip of the hand
        page.get_by_role("button", name="Save and check against the ledger").click()
        told = page.locator(".verdict-contradicted", has_text=SLIP)
        expect(told).to_be_visible()
    told.scroll_into_view_if_needed()
    shot(page, "morning-check")

    with clock.step("mended, and kept as PDF"):
        page.get_by_label("Text", exact=True).fill(text)
        page.get_by_role("button", name="Save and check against the ledger").click()
        expect(page.locator(".verdict-contradicted", has_text=SLIP)).to_have_count(0)
        with page.expect_download() as made:
            page.get_by_role("link", name="PDF").click()
        made.value.save_as(tmp_path / "letter.pdf")
        assert (tmp_path / "letter.pdf").read_bytes().startswith(b"%PDF")

    print(f"\n{clock.table()}")  # noqa: T201 - the figures are what this test is for
    assert max(clock.took.values()) < LONGEST, clock.table()
    assert sum(clock.took.values()) < WHOLE, clock.table()
