"""What a new user meets on a screen of 80 columns: nothing is cut, nothing is empty, a slip is named."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from missionwatch import theatre
from missionwatch.cli import show, show_sources
from missionwatch.cli.commands import app
from missionwatch.records import Quantity, SourceFault, SourceHealth

if TYPE_CHECKING:
    from pathlib import Path

MINE = """own = "NL"
missions = ["mission:kforr", "mission:eufor-althea"]
countries = ["BA", "XK", "RS"]
[title]
en = "Bosnia and Kosovo"
"""


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(a) for a in arguments], env={"COLUMNS": "80", "TERMINAL_WIDTH": "80"})
    return result.exit_code, result.output


@pytest.fixture
def book(tmp_path: Path) -> Path:
    note = tmp_path / "note.txt"
    note.write_text("Nederland levert 90 militairen aan MINUSMA. Wagner is aanwezig in Mali.\n", encoding="utf-8")
    done = run("add", note, "--ledger", tmp_path / "b.db", "--published", "2022-02-01", "--source", "courant")
    assert done[0] == 0, done[1]
    return tmp_path / "b.db"


def test_no_line_of_help_is_cut() -> None:
    code, out = run("--help")
    assert code == 0
    assert [line for line in out.splitlines() if line.endswith("...") and "ARGS" not in line] == []


def test_one_mission_ends_with_that_mission(book: Path) -> None:
    code, out = run("picture", "--ledger", book, "--as-of", "2022-02-08", "--mission", "minusma")
    assert code == 0
    assert "MINUSMA (active)" in out
    assert "nothing reported" not in out
    assert "Wider developments" not in out


def test_a_mission_that_nobody_knows_is_doubted(book: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(MINE, encoding="utf-8")
    code, out = run("picture", "--ledger", book, "--theatre", tmp_path / "mine.toml")
    assert code == 0
    assert "mission:kforr is not in the register" in out
    assert "mission:kfor" in out.split("; is ")[1]
    assert "eufor-althea is not" not in out


def test_a_briefing_is_not_written_under_an_ending_nobody_knows(book: Path, tmp_path: Path) -> None:
    code, out = run("brief", "--ledger", book, "--out", tmp_path / "letter.rtf")
    assert (code, (tmp_path / "letter.rtf").exists()) == (2, False)
    assert "no briefing ends in .rtf" in out
    assert run("brief", "--ledger", book, "--out", tmp_path / "letter.rtf", "--format", "md")[0] == 0


def test_the_sources_fit_a_screen_of_80_columns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A connector's name and a message stand whole: a message has a line of its own."""
    now = datetime(2026, 11, 25, tzinfo=UTC)
    followed = theatre.load("mali")
    fault = SourceFault(now, "https://example.org/feed answers 503")
    health = {
        one.key: SourceHealth(
            key=one.key, connector=one.connector, succeeded=now - timedelta(days=1688), newest=now - timedelta(days=1738),
            given=18, given_last=5, failures=4, faults=(fault,),
        )
        for one in followed.collect
    }  # fmt: skip
    monkeypatch.setenv("COLUMNS", "80")
    show_sources.listed(followed, health, now)
    out = capsys.readouterr().out
    for one in followed.collect:
        (line,) = [line for line in out.splitlines() if line.startswith(f"{one.key} ")]
        assert one.connector in line
        assert f"{one.key}: https://example.org/feed answers 503 (4 times in a row)" in out.replace("\n", " ")
    assert max(len(line.rstrip()) for line in out.splitlines()) <= 80


def test_a_number_from_the_fewest_to_the_most_shows_both() -> None:
    assert show.amount(Quantity(None, 3000, 4000, "people", "about", "3,000 to 4,000 soldiers")) == "3,000–4,000"
    assert show.amount(Quantity(None, 2, 6, "people", "about", "several soldiers")) == "about"
