"""``export``, ``import`` and ``card`` as a user meets them."""

from __future__ import annotations

import csv
import json
import sys
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from missionwatch.cli.commands import app, main
from missionwatch.errors import ExchangeError

if TYPE_CHECKING:
    from pathlib import Path

LETTER = """Kabinet bezorgd over Mali

Denemarken trekt zijn militairen terug uit Taakgroep Takuba. Dat gebeurt op verzoek van de Malinese regering.

Nederland levert 90 militairen en een C-130 aan MINUSMA. De Nederlandse bijdrage aan MINUSMA eindigt medio mei 2022.
"""
DAY = ("--as-of", "2022-02-08")


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(a) for a in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


@pytest.fixture
def book(tmp_path: Path) -> Path:
    letter, path = tmp_path / "letter.txt", tmp_path / "m.db"
    letter.write_text(LETTER, encoding="utf-8")
    run("add", letter, "--ledger", path, "--published", "2022-02-07", "--source", "rijksoverheid")
    return path


@pytest.mark.parametrize("layout", ["stix", "ftm", "geojson", "plover"])
def test_export_writes_a_file_and_says_what_is_in_it(book: Path, tmp_path: Path, layout: str) -> None:
    out = tmp_path / "out.json"
    code, said = run("export", layout, "--out", out, "--ledger", book, *DAY, "--json")
    assert code == 0
    done = json.loads(said)
    assert done["files"] == [str(out)]
    assert done["claims"] >= 3
    assert out.stat().st_size > 500


def test_export_csv_writes_a_folder_of_tables(book: Path, tmp_path: Path) -> None:
    code, said = run("export", "csv", "--out", tmp_path / "tables", "--ledger", book, *DAY)
    assert code == 0
    assert "contributions.csv" in said
    headings, _, row = csv.reader((tmp_path / "tables" / "contributions.csv").read_text(encoding="utf-8").splitlines())
    assert dict(zip(headings, row, strict=True))["People"] == "90"


def test_one_mission_and_a_marking(book: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    run("export", "stix", "--out", out, "--ledger", book, *DAY, "--mission", "minusma", "--tlp", "amber+strict")
    text = out.read_text(encoding="utf-8")
    assert "TLP:AMBER+STRICT" in text
    assert "MINUSMA" in text
    assert "Danish" not in text


def test_one_mission_has_the_level_it_has_beside_the_others(book: Path, tmp_path: Path) -> None:
    """What is said of the theatre counts in a mission's level, also where only that mission goes out."""
    letter = tmp_path / "coup.txt"
    letter.write_text(
        "Staatsgreep in Mali\n\nMilitairen pleegden op 5 februari 2022 een staatsgreep in Mali. Mali schortte de grondwet op.",
        "utf-8",
    )
    assert run("add", letter, "--published", "2022-02-06", "--ledger", book)[0] == 0
    whole, one = tmp_path / "whole.json", tmp_path / "one.json"
    assert run("export", "geojson", "--out", whole, "--ledger", book, *DAY)[0] == 0
    assert run("export", "geojson", "--out", one, "--ledger", book, *DAY, "--mission", "minusma")[0] == 0

    def level(path: Path) -> object:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        of = next(
            f["properties"]
            for f in features
            if f["properties"].get("mission") == "mission:minusma" and "level" in f["properties"]
        )
        return of["level"], of["trend"]

    assert level(one) == level(whole)
    assert level(one) != ("none", "stable")


def test_picture_of_one_mission_shows_its_own_calendar(book: Path) -> None:
    code, said = run("picture", "--ledger", book, *DAY, "--mission", "minusma", "--json")
    assert code == 0
    assert {day["mission"] for day in json.loads(said)["picture"]["calendar"]} <= {"mission:minusma"}
    assert run("picture", "--ledger", book, *DAY, "--mission", "nosuch")[0] == 2


def test_all_takes_what_is_no_longer_in_the_picture_too(book: Path, tmp_path: Path) -> None:
    out, late = tmp_path / "out.json", ("--as-of", "2024-02-08", "--ledger", book, "--json")
    few = json.loads(run("export", "ftm", "--out", out, *late)[1])
    many = json.loads(run("export", "ftm", "--out", out, *late, "--all")[1])
    assert many["statements"] > few["statements"]
    code, said = run("export", "csv", "--out", out, *late, "--all")
    assert code == 2
    assert "choose stix or ftm" in said


@pytest.mark.parametrize("layout", ["stix", "ftm"])
def test_import_books_an_export_into_another_ledger(book: Path, tmp_path: Path, layout: str) -> None:
    out, other = tmp_path / "out.json", tmp_path / "other.db"
    sent = json.loads(run("export", layout, "--out", out, "--ledger", book, *DAY, "--json")[1])
    code, said = run("import", out, "--format", layout, "--ledger", other, "--json")
    assert code == 0
    assert json.loads(said) == {"reports": 1, "booked": sent["statements"], "already": 0, "left": {}}
    code, said = run("import", out, "--format", layout, "--ledger", other)
    assert "1 of them booked already" in said
    assert run("verify", "--ledger", other)[0] == 0


def test_import_says_what_it_left(tmp_path: Path) -> None:
    path = tmp_path / "in.json"
    objects = [{"type": "indicator", "id": "indicator--1"}, {"type": "note", "id": "note--1", "content": "Words."}]
    path.write_text(json.dumps({"type": "bundle", "objects": objects}), encoding="utf-8")
    code, said = run("import", path, "--format", "stix", "--ledger", tmp_path / "m.db")
    assert code == 0
    assert "1 report, 0 statements booked" in said
    assert "left out (1): indicator: nothing in the contract says that" in said


def test_a_file_that_is_none_has_its_own_exit_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "in.json"
    path.write_text("no json", encoding="utf-8")
    with pytest.raises(ExchangeError):
        run("import", path, "--format", "stix", "--ledger", tmp_path / "m.db")
    monkeypatch.setattr(
        sys, "argv", ["missionwatch", "import", str(path), "--format", "ftm", "--ledger", str(tmp_path / "m.db")]
    )
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 30


def test_a_missing_extra_has_its_own_exit_code(book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "stix2.v21", None)
    monkeypatch.setattr(
        sys, "argv", ["missionwatch", "export", "stix", "--out", str(tmp_path / "x"), "--ledger", str(book), *DAY]
    )
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 31


@pytest.mark.parametrize("suffix", ["svg", "html"])
def test_card_writes_a_picture_or_a_page(book: Path, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"card.{suffix}"
    code, said = run("card", "minusma", "--out", out, "--ledger", book, *DAY, "--lang", "nl", "--json")
    assert code == 0
    assert "Nederland levert 90" in json.loads(said)["says"]
    assert "MINUSMA" in out.read_text(encoding="utf-8")


def test_card_wants_a_file_it_can_write(book: Path, tmp_path: Path) -> None:
    code, said = run("card", "minusma", "--out", tmp_path / "card.png", "--ledger", book, *DAY)
    assert code == 2
    assert ".svg" in said
    code, said = run("card", "minusma", "--out", tmp_path / "no" / "card.svg", "--ledger", book, *DAY)
    assert code == 2
    assert "cannot write" in said
