"""``missionwatch tempo`` as a user meets it."""

from __future__ import annotations

import json
import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from missionwatch.cli.commands import app, main
from missionwatch.tempo import store as stores
from tests.tempo.conftest import acled, gdelt, lines, table

if TYPE_CHECKING:
    from pathlib import Path


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["tempo", *(str(a) for a in arguments)], env={"COLUMNS": "160"})
    return result.exit_code, result.stdout if "--json" in arguments else " ".join(
        result.stdout.split()
    )  # however wide the screen is


def fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    monkeypatch.setattr(sys, "argv", ["missionwatch", "tempo", *(str(a) for a in arguments)])
    with pytest.raises(SystemExit) as stopped:
        main()
    return int(stopped.value.code or 0), capsys.readouterr().err


@pytest.fixture
def events(tmp_path: Path) -> Path:
    rows = [acled(f"E{n}", str(date(2020, 1, 1) + timedelta(days=9 * n)), fatalities=1) for n in range(90)]
    table(
        tmp_path / "acled.csv",
        [*rows, *(acled(f"F{n}", str(date(2022, 1, 20) + timedelta(days=n)), fatalities=3) for n in range(35))],
    )
    lines(tmp_path / "20220110.export.CSV", gdelt(1), "broken\n")
    return tmp_path


def test_load_and_show(events: Path) -> None:
    store = events / "store"
    code, out = run("load", events / "acled.csv", events / "20220110.export.CSV", "--into", store)
    assert code == 0
    assert "127 rows of 2 files: 126 added, 0 replaced by a newer version, 0 there already, 1 rejected." in out
    assert "rejected: 1 × missing columns" in out
    code, out = run(
        "show", "--events", store, "--as-of", "2022-02-20", "--mission", "takuba", "--ledger", events / "none.db"
    )
    assert code == 0
    assert "Task Force Takuba" in out
    assert "ACLED: 31 incidents and 87 deaths in the last 4 weeks in Mali; usual:" in out
    assert "up since the week of 2022-01-1" in out or "up since the week of 2022-01-2" in out
    assert "GDELT: the data loaded end on 2022-01-10; nothing is said of Mali as of 2022-02-20." in out
    assert "never added up" in out
    assert "its rows may not be passed on" in out


def test_a_place_by_its_name(events: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    store = events / "store"
    run("load", events / "acled.csv", "--into", store)
    asked = (
        "show",
        "--events",
        store,
        "--as-of",
        "2022-02-20",
        "--mission",
        "takuba",
        "--ledger",
        events / "none.db",
        "--near",
        "50",
    )
    code, out = run(*asked, "--at", "Gao", "--at", "menaka")
    assert code == 0
    assert "31 incidents and 87 deaths in the last 4 weeks within 50 km of Gao" in out
    assert "no incidents in the last 4 weeks within 50 km of Ménaka" in out
    code, said = fails(monkeypatch, capsys, *asked, "--at", "nowhere at all")
    assert (code, "the register knows no town, village or base 'nowhere at all'" in said) == (25, True)


def test_json(events: Path) -> None:
    store = events / "store"
    code, out = run("load", events / "acled.csv", events / "20220110.export.CSV", "--into", store, "--json")
    assert code == 0
    assert json.loads(out)["rejected"] == {"missing columns": 1}
    code, out = run(
        "show", "--events", store, "--as-of", "2022-02-20", "--ledger", events / "none.db", "--weeks", "12", "--json"
    )
    assert code == 0
    first = json.loads(out)[0]
    assert (first["mission"], first["near"]["country"], first["source"], first["change"]) == (
        "mission:takuba",
        "ML",
        "acled",
        "up",
    )
    assert len(first["series"]) == 12


def test_what_goes_wrong_is_said(
    events: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = fails(monkeypatch, capsys, "show", "--events", events / "none")
    assert (code, "missionwatch tempo load FILES" in said) == (25, True)
    (events / "words.txt").write_text("Dear minister\n", encoding="utf-8")
    code, said = fails(monkeypatch, capsys, "load", events / "words.txt", "--into", events / "other")
    assert (code, "nothing was loaded: words.txt: its columns are those of no known event file" in said) == (25, True)
    code, said = fails(monkeypatch, capsys, "load", events / "missing.csv", "--into", events / "other")
    assert (code, "there is no file" in said) == (25, True)
    code, said = fails(monkeypatch, capsys, "show", "--mission", "serval", "--events", events / "none")
    assert (code, "is no mission of this theatre" in said) == (2, True)

    def gone(name: str) -> object:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    monkeypatch.setattr(stores, "import_module", gone)
    code, said = fails(monkeypatch, capsys, "load", events / "acled.csv", "--into", events / "other")
    assert (code, "pip install 'missionwatch[tempo]'" in said) == (24, True)
