"""``missionwatch evaluate`` as a user meets it."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from typer.testing import CliRunner

from missionwatch.cli.commands import app, main

if TYPE_CHECKING:
    from pathlib import Path

GOLD = """
- id: takuba
  lang: nl
  published: 2022-02-07
  text: |
    Denemarken trekt zijn militairen terug uit Taakgroep Takuba. Frankrijk leidt de missie [in Mali].
  facts:
    - {predicate: event, type: withdraw, actor: DK, mission: takuba}
    - {predicate: leadership, mission: takuba, leader: FR}
    - {predicate: event, type: expel, actor: ML, target: FR}
- id: minusma
  lang: en
  published: 2022-02-07
  file: minusma.txt
  complete: false
  facts:
    - {predicate: strength, mission: minusma, quantity: 14001, about: true}
"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "minusma.txt").write_text("MINUSMA has about 14,000 troops.", encoding="utf-8")
    path = tmp_path / "gold.yaml"
    path.write_text(GOLD, encoding="utf-8")
    return path


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["evaluate", *(str(a) for a in arguments)])
    return result.exit_code, " ".join(result.output.replace("│", " ").split())


def call(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: object
) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["missionwatch", "evaluate", *(str(a) for a in arguments)])
    with pytest.raises(SystemExit) as stopped:
        main()
    said = capsys.readouterr()
    return int(stopped.value.code or 0), said.out, " ".join(said.err.replace("│", " ").split())


def test_tables_for_people(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")  # so that no cell is folded
    code, out = run(gold, "--reliability")
    assert code == 0
    assert "2 gold reports (1 not complete, which say nothing of precision): 4 facts" in out
    for words in (
        "nl 3 2 67% 67%",
        "expel (1 of 1)",
        "expel, actor: ML, target: FR",
        "quantity 1 0 0% minusma: MINUSMA has",
    ):
        assert words in out
    assert "Frankrijk leidt de missie [in Mali]." in out
    assert "Expected calibration error: 0." in out


def test_worst_says_how_many_are_shown(gold: Path) -> None:
    assert "expel" not in run(gold, "--worst", 0)[1]
    shown = run(gold, "--worst", 1)[1]
    assert "expel" in shown
    assert "takuba: MINUSMA" not in shown
    assert run(gold, "--worst", -1)[0] == 2


def test_json_for_programs(gold: Path) -> None:
    code, out = run(gold, "--json")
    said = json.loads(out)
    assert code == 0
    assert (said["reports"], said["complete"], said["below"]) == (2, 1, [])
    assert (said["total"]["facts"], said["total"]["found"], said["total"]["exact"]) == (4, 3, 2)
    assert [score["name"] for score in said["languages"]] == ["en", "nl"]
    assert [fault["what"] for fault in said["faults"] if fault["kind"] == "expel"] == ["missed"]
    assert {"bins", "statements", "error"} == said["calibration"].keys()


def test_one_language_only(gold: Path) -> None:
    code, out = run(gold, "--lang", "en", "--json")
    assert (code, [score["name"] for score in json.loads(out)["languages"]]) == (0, ["en"])
    code, out = run(gold, "--lang", "fr")
    assert (code, "none of these reports is in 'fr'" in out) == (2, True)


def test_below_a_floor_is_said_and_is_no_success(
    gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text("[nl]\nfound = 0.66\n[en]\nexact = 0.5\n", encoding="utf-8")
    code, out, err = call(monkeypatch, capsys, gold, "--floors", floors, "--json")
    assert code == 14
    assert "en: exact is 0.000, its floor is 0.500" in err
    assert "nl:" not in err
    assert json.loads(out)["below"] == ["en: exact is 0.000, its floor is 0.500"]
    assert call(monkeypatch, capsys, gold, "--floors", floors, "--lang", "nl")[0] == 0


def test_bad_files_say_what_is_wrong(
    gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = call(monkeypatch, capsys, gold, "--floors", tmp_path / "none.toml")
    assert (code, "cannot read" in err) == (13, True)
    (tmp_path / "minusma.txt").write_bytes(b"\x00\x00")
    code, _, err = call(monkeypatch, capsys, gold)
    assert (code, "report minusma:" in err, "binary file" in err) == (13, True, True)
    gold.write_text(GOLD.replace("type: expel", "type: expell"), encoding="utf-8")
    code, out, err = call(monkeypatch, capsys, gold)
    assert (code, out) == (13, "")
    assert "gold.yaml: report takuba: fact 3: type 'expell' is no type of event" in err


def test_the_diagram_is_svg_with_its_labels(gold: Path, tmp_path: Path) -> None:
    path = tmp_path / "reliability.svg"
    assert run(gold, "--diagram", path)[0] == 0
    root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - our own drawing
    texts = [text for node in root.iter() if (text := (node.text or "").strip())]
    for label in ("confidence of the reader", "share right", "mean confidence", "100%", "80%–90%", "none"):
        assert label in texts
    assert run(gold, "--lang", "en", "--diagram", path)[0] == 0  # no complete report
    assert "0 statements, nothing to measure" in path.read_text(encoding="utf-8")
    for bad in (tmp_path / "gold.yaml", tmp_path / "none" / "x.svg"):
        code, out = run(gold, "--diagram", bad)
        assert (code, str(bad.name) in out) == (2, True)
    assert gold.read_text(encoding="utf-8") == GOLD
