"""A real browser (Chromium) on a real server; where the machine has no Chromium these tests say so."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from playwright.sync_api import sync_playwright

from tests.workbench import demo_ledger, demo_workplace, served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page


ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
IMAGES = ROOT / "docs" / "images"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CHROMIUM = (
    os.environ.get("MISSIONWATCH_CHROMIUM")
    or shutil.which("chromium")
    or shutil.which("chromium-browser")
    or shutil.which("google-chrome")
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the machine's own Chromium, without a window."""
    if CHROMIUM is None:
        pytest.skip(
            "no Chromium on this machine; on Debian: apt install chromium (or name one in MISSIONWATCH_CHROMIUM)"
        )
    with sync_playwright() as play:
        made = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Give a fresh profile that reaches this machine alone: any other address is an error of the page."""
    made = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    outside: list[str] = []

    def only_here(route: object, request: object) -> None:
        address = str(getattr(request, "url", ""))
        if re.match(r"(http://(127\.0\.0\.1|localhost)(:\d+)?/|data:|blob:)", address):
            route.continue_()  # type: ignore[attr-defined]
        else:
            outside.append(address)
            route.abort()  # type: ignore[attr-defined]

    made.route("**/*", only_here)
    yield made
    made.close()
    assert not outside, f"a page asked for something from outside: {outside}"


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Give a tab; what a page reports to the console as an error, and every fault of its scripts, fails the test."""
    made = context.new_page()
    faults: list[str] = []
    made.on("pageerror", lambda fault: faults.append(str(fault)))
    made.on(
        "console",
        lambda said: faults.append(said.text) if said.type == "error" and "status of 4" not in said.text else None,
    )
    yield made
    assert not faults, faults


@pytest.fixture(scope="session")
def workbench() -> Iterator[str]:
    """Give the address of a workbench that tests only look at."""
    workplace = demo_workplace(demo_ledger())
    with served(workplace) as address:
        yield address


@pytest.fixture
def own_place(tmp_path: Path) -> Path:
    """Give a copy of the demo's ledger for the test alone."""
    place = tmp_path / "mali.db"
    shutil.copyfile(demo_ledger(), place)
    return place


@pytest.fixture
def own_workbench(own_place: Path) -> Iterator[str]:
    """Give the address of a workbench of the test's own, to write to."""
    with served(demo_workplace(own_place)) as address:
        yield address


@pytest.fixture(scope="session")
def accessible() -> Callable[[Page], None]:
    """Give a check that a page as it stands breaks no rule of WCAG 2.2 AA that axe can see."""
    if not AXE.exists():
        pytest.skip("axe is not here; `make parts` fetches it")
    script = AXE.read_text(encoding="utf-8")

    def check(page: Page) -> None:
        page.evaluate(script)
        found = page.evaluate("(tags) => axe.run(document, {runOnly: {type: 'tag', values: tags}})", WCAG)
        told = [
            {"rule": one["id"], "why": one["help"], "where": [node["target"] for node in one["nodes"]][:5]}
            for one in found["violations"]
        ]
        assert not told, json.dumps(told, indent=1)

    return check


@pytest.fixture
def shot() -> Callable[[Page, str], None]:
    """Give what takes a picture of a page for the docs, when MISSIONWATCH_SHOTS is set."""

    def take(page: Page, name: str) -> None:
        if os.environ.get("MISSIONWATCH_SHOTS"):
            picture = Image.open(io.BytesIO(page.screenshot()))
            few = picture.convert("RGB").quantize(256, kmeans=2, dither=Image.Dither.NONE)
            few.save(IMAGES / f"workbench-{name}.png", optimize=True)

    return take
