"""A team in a real browser: coming in, one's own account, the admin's pages, with and without JavaScript."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from missionwatch.records import Marked
from tests.team import PASSWORD
from tests.workbench import served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from missionwatch.workplace import Workplace

NEW = "quite another sentence"


@pytest.fixture
def address(team: Workplace) -> Iterator[str]:
    """Give the address of a team's workbench, to write to."""
    with served(team) as made:
        yield made


def log_in(page: Page, address: str, name: str, password: str = PASSWORD) -> None:
    page.goto(f"{address}/mali?lang=en")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(re.compile(r"/mali\?lang=en$"))


def test_somebody_comes_in_changes_language_and_makes_a_key(page: Page, address: str) -> None:
    log_in(page, address, "ann")
    page.get_by_role("link", name="ann", exact=True).click()
    page.get_by_label("Language of your pages").select_option("nl")
    page.get_by_role("button", name="Save", exact=True).click()
    assert page.locator("html").get_attribute("lang") == "nl"
    assert page.get_by_role("status").inner_text() == "Uw pagina’s zijn nu in deze taal."
    page.get_by_label("Waarvoor").fill("nachtwerk")
    page.get_by_role("button", name="Maak de sleutel").click()
    secret = page.locator("#secret").inner_text()
    assert re.fullmatch(r"mw_[0-9a-f]{12}_[0-9a-f]{64}", secret)
    page.goto(f"{address}/account")
    assert secret not in page.content()
    page.locator("summary", has_text="Intrekken").click()
    page.get_by_role("button", name="Trek de sleutel in").click()
    assert page.get_by_role("status").inner_text() == "De sleutel is ingetrokken."
    page.get_by_role("button", name="Log uit").click()
    page.wait_for_url(re.compile("/login"))


def test_an_admin_adds_a_person_who_logs_in_and_puts_them_out_again(page: Page, browser: Browser, address: str) -> None:
    log_in(page, address, "carla")
    page.get_by_role("link", name="People", exact=True).click()
    form = page.locator("form.panel")
    form.get_by_label("Name").fill("dirk")
    form.get_by_label("Role").select_option("analyst")
    form.get_by_label("Password").fill(NEW)
    form.get_by_role("button", name="Add").click()
    assert page.get_by_role("heading", level=1).inner_text() == "dirk"
    dirks = browser.new_context(locale="en-GB")
    other = dirks.new_page()
    log_in(other, address, "dirk", NEW)
    assert other.get_by_role("link", name="dirk", exact=True).is_visible()
    page.locator("summary", has_text="Disable the account").click()
    page.get_by_role("button", name="Disable dirk").click()
    assert "dirk is disabled." in page.get_by_role("status").inner_text()
    other.reload()
    assert "/login" in other.url
    page.get_by_role("button", name="Undo").click()
    assert "dirk is enabled again." in page.get_by_role("status").inner_text()
    dirks.close()
    page.get_by_role("link", name="in the audit log").click()
    assert page.locator("tbody tr").first.inner_text().count("dirk") >= 1


def test_all_of_it_works_without_javascript_and_by_keyboard(browser: Browser, address: str) -> None:
    plain = browser.new_context(java_script_enabled=False, locale="en-GB")
    page = plain.new_page()
    page.goto(f"{address}/account")
    expect(page.locator("input:focus")).to_be_visible()  # the field has the focus
    page.keyboard.type("carla")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/account$"))
    page.get_by_label("Language of your pages").select_option("fr")
    page.get_by_role("button", name="Save", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "Votre compte"
    page.goto(f"{address}/people?lang=en")
    page.get_by_role("link", name="Clearance").click()
    assert page.locator("tbody th").all_inner_texts() == ["ann", "bert", "carla"]
    page.goto(f"{address}/audit?lang=en")
    page.get_by_label("What").select_option("login")
    page.get_by_role("button", name="Filter").click()
    assert "login" in page.locator("tbody").inner_text()
    plain.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_are_accessible(
    page: Page,
    team: Workplace,
    address: str,
    accessible: Callable[[Page], None],
    shot: Callable[[Page, str], None],
    scheme: str,
) -> None:
    assert team.people is not None
    bert = team.people.accounts.named("bert")
    team.people.keys.new(bert.id, "nightly export", ["read", "export"], by="bert")
    report = next(iter(team.ledger.reports()))
    team.ledger.mark(Marked(report=report, tlp="amber", by="bert", reason="from a partner"))
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{address}/login?lang=en")
    accessible(page)
    log_in(page, address, "carla")
    for path in (
        "account",
        "people",
        "people?sort=-role&state=active",
        f"people/{bert.id}",
        "people/keys",
        "audit",
        "mali/markings",
    ):
        page.goto(f"{address}/{path}{'&' if '?' in path else '?'}lang=en")
        for one in page.locator("summary").all():
            one.click()
        accessible(page)
        if scheme == "light" and path in ("account", "people", "audit"):
            shot(page, path)
    for path in ("account", "people", "audit", "mali/markings"):
        page.set_viewport_size({"width": 320, "height": 800})
        page.goto(f"{address}/{path}?lang=nl")
        assert page.evaluate("document.documentElement.scrollWidth <= 320"), f"{path} is wider than a narrow screen"
