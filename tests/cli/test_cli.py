"""The commands as a user meets them: what they print, how they fail, what they never lose."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from missionwatch import reading
from missionwatch.cli.commands import app, main
from missionwatch.cli.faults import EXIT_CODES, exit_code
from missionwatch.errors import MissionwatchError
from missionwatch.ledger import open_ledger

if TYPE_CHECKING:
    from missionwatch.records import Report, Statement

LETTER = """Kabinet bezorgd over Mali

Denemarken trekt zijn militairen terug uit Taakgroep Takuba. Dat gebeurt op verzoek van de Malinese regering.

Nederland levert 90 militairen en een C-130 aan MINUSMA. De Nederlandse bijdrage aan MINUSMA eindigt medio mei 2022.
"""


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(a) for a in arguments])
    return result.exit_code, result.stdout


def call(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: object
) -> tuple[int, str, str]:
    """Run as the installed command does, errors and exit codes included."""
    monkeypatch.setattr(sys, "argv", ["missionwatch", *(str(a) for a in arguments)])
    with pytest.raises(SystemExit) as stopped:
        main()
    said = capsys.readouterr()
    return int(stopped.value.code or 0), said.out, said.err


def test_read_json_follows_the_contract(letter: Path) -> None:
    code, out = run("read", letter, "--published", "2022-02-07", "--json")
    assert code == 0
    said = json.loads(out)
    assert {"id", "title", "language", "published", "source"} <= said["report"].keys()
    keys = {
        "id", "predicate", "type", "roles", "quantity", "time", "modality", "negated", "likelihood", "holders", "grade", "about",
        "evidence", "confidence", "reader",
    }  # fmt: skip
    for statement in said["statements"]:
        assert keys <= statement.keys()
        span = statement["evidence"]
        assert LETTER[span["start"] : span["end"]] == span["quote"]
    withdraw = next(s for s in said["statements"] if s["type"] == "withdraw")
    assert withdraw["roles"]["actor"][0]["country"] == "DK"
    assert withdraw["roles"]["instigator"][0]["country"] == "ML"


def test_read_for_people_and_its_reasons(letter: Path) -> None:
    code, out = run("read", letter, "--published", "2022-02-07", "--explain")
    assert code == 0
    assert "Denemarken trekt" in out
    assert "withdraw:terugtrekken" in out


def test_the_whole_way_from_a_letter_to_a_briefing(letter: Path, tmp_path: Path) -> None:
    book = tmp_path / "book.db"
    code, out = run("add", letter, "--ledger", book, "--published", "2022-02-07", "--json")
    assert code == 0
    assert json.loads(out)["booked"] > 3
    again = json.loads(run("add", letter, "--ledger", book, "--published", "2022-02-07", "--json")[1])
    assert (again["already"], again["booked"]) == (True, 0)
    code, out = run("picture", "--ledger", book, "--as-of", "2022-02-08", "--json")
    assert code == 0
    minusma = next(m for m in json.loads(out)["picture"]["missions"] if m["mission"]["id"] == "mission:minusma")
    assert minusma["own"][0]["statement"]["quantity"]["value"] == 90
    target = tmp_path / "briefing.md"
    code, _ = run("brief", "--ledger", book, "--as-of", "2022-02-08", "--lang", "en", "--out", target)
    assert code == 0
    text = target.read_text(encoding="utf-8")
    assert "The Netherlands contributes 90 people to MINUSMA, with a C-130.[^" in text
    assert "[^1]: “" in text
    for suffix, begins in (("docx", b"PK"), ("html", b"<!DOCTYPE html>"), ("pdf", b"%PDF")):
        written = tmp_path / f"flash.{suffix}"
        code, _ = run(
            "brief", "--ledger", book, "--as-of", "2022-02-08", "--lang", "fr", "--form", "flash", "--out", written
        )
        assert code == 0
        assert written.read_bytes().startswith(begins)
    code, out = run(
        "brief",
        "--ledger",
        book,
        "--as-of",
        "2022-02-08",
        "--form",
        "letter",
        "--signed",
        "De minister",
        "--marking",
        "Intern",
    )
    assert code == 0
    assert "De minister" in out
    assert "Intern · Stand van zaken op 8 februari 2022" in out
    drawing = tmp_path / "levels.svg"
    code, _ = run("chart", "levels", "--ledger", book, "--as-of", "2022-02-08", "--weeks", "4", "--out", drawing)
    assert code == 0
    assert drawing.read_bytes().startswith(b"<svg ")
    code, out = run("changes", "2022-02-06", "2022-02-08", "--ledger", book, "--known", "2099-01-01", "--json")
    assert code == 0
    assert {change["kind"] for change in json.loads(out)} == {"new"}
    code, out = run("verify", "--ledger", book, "--json")
    assert (code, json.loads(out)["verified"]) == (0, True)


@pytest.mark.parametrize("command", ["picture", "verify", "brief"])
def test_json_is_json_everywhere(command: str, letter: Path, tmp_path: Path) -> None:
    book = tmp_path / "book.db"
    run("add", letter, "--ledger", book, "--published", "2022-02-07")
    code, out = run(command, "--ledger", book, "--json")
    assert code == 0
    assert json.loads(out)


def test_without_charts_the_briefing_goes_on(
    letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    book, page = tmp_path / "book.db", tmp_path / "page.html"
    run("add", letter, "--ledger", book, "--published", "2022-02-07")
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    code, _, err = call(monkeypatch, capsys, "brief", "--ledger", book, "--as-of", "2022-02-08", "--out", page)
    assert code == 0
    assert "Without charts: charts need matplotlib" in " ".join(err.split())
    assert "<img" not in page.read_text(encoding="utf-8")
    code, _, err = call(monkeypatch, capsys, "chart", "map", "--ledger", book)
    assert code == 26
    assert "pip install 'missionwatch[report]'" in " ".join(err.split())


def test_tables_for_people(letter: Path, tmp_path: Path) -> None:
    book = tmp_path / "book.db"
    code, out = run("add", letter, "--ledger", book, "--published", "2022-02-07")
    assert code == 0
    assert "Kabinet bezorgd over Mali" in out
    code, out = run("picture", "--ledger", book, "--as-of", "2022-02-08", "--mission", "minusma")
    assert code == 0
    assert "MINUSMA" in out
    assert "Takuba" not in out
    assert "assessments" not in out  # what is of the theatre at large


def test_demo_runs_twice_into_the_same_folder(tmp_path: Path) -> None:
    first = json.loads(run("demo", "--into", tmp_path, "--json")[1])
    second = json.loads(run("demo", "--into", tmp_path, "--json")[1])
    assert first["head"] == second["head"]
    assert (
        len(first["briefings"]) == 33
    )  # 2 days in full, then 4 forms; 3 languages; Markdown and HTML, letters in Word too
    assert all(Path(name).stat().st_size > 1500 for name in first["briefings"])


def test_every_error_has_its_own_exit_code() -> None:
    def classes(base: type[MissionwatchError]) -> set[type[MissionwatchError]]:
        return {base} | {c for sub in base.__subclasses__() for c in classes(sub)}

    known = {error for error, _ in EXIT_CODES}
    ours = {one for one in classes(MissionwatchError) if one.__module__ == MissionwatchError.__module__}
    assert ours - known == {MissionwatchError}
    assert all(exit_code(error("x")) == code for error, code in EXIT_CODES)


def bad_ledger(folder: Path) -> Path:
    path = folder / "bad.db"
    path.write_bytes(b"no database at all " * 300)
    return path


def test_faults_say_what_to_do_and_exit_by_cause(
    tmp_path: Path, letter: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    empty, german, faulty = tmp_path / "empty.txt", tmp_path / "german.txt", tmp_path / "faulty.toml"
    empty.write_bytes(b"")
    german.write_text("Die Bundesregierung hat heute beschlossen, den Einsatz in Mali zu beenden.", encoding="utf-8")
    faulty.write_text("own = 1", encoding="utf-8")
    assert letter.is_file()
    cases: list[tuple[tuple[object, ...], int, str]] = [
        (("read", tmp_path / "none.txt"), 3, "there is no file"),
        (("read", empty), 3, "is empty"),
        (("read", german), 4, "no language pack for 'de'"),
        (("picture", "--theatre", faulty), 5, "faulty.toml"),
        (("picture", "--ledger", tmp_path / "none.db"), 6, "missionwatch add"),
        (("verify", "--ledger", bad_ledger(tmp_path)), 8, "no ledger or is damaged"),
        (("read", letter, "--published", "yesterday"), 2, "YYYY-MM-DD"),
        (("brief", "--ledger", tmp_path / "none.db", "--format", "odt"), 2, "'docx'"),
    ]
    for arguments, expected, says in cases:
        code, _, err = call(monkeypatch, capsys, *arguments)
        assert (code, says in " ".join(err.replace("│", " ").split())) == (expected, True), (arguments, code, err)
        assert "Traceback" not in err


def test_a_locked_ledger_exits_by_its_cause(
    tmp_path: Path, letter: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "book.db"
    run("add", letter, "--ledger", book, "--published", "2022-02-07")
    other_letter = tmp_path / "other.txt"
    other_letter.write_text(LETTER + "\nNoorwegen levert 10 militairen aan MINUSMA.", encoding="utf-8")
    monkeypatch.setattr(
        "missionwatch.ledger.open_ledger", lambda path, create=False: open_ledger(path, create=create, wait=0.2)
    )
    with closing(sqlite3.connect(book, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        code, _, err = call(monkeypatch, capsys, "add", other_letter, "--ledger", book, "--published", "2022-02-07")
    assert code == 7
    assert "in use" in err
    with open_ledger(book) as ledger:
        assert len(ledger.reports()) == 1
        ledger.verify()


def test_one_bad_document_does_not_stop_the_rest(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a-broken.txt").write_bytes(b"\x00\x00\x00")
    (folder / "b-good.txt").write_text(LETTER, encoding="utf-8")
    for beside in ("README.md", "theatre.toml"):
        (folder / beside).write_text("Denmark withdraws its soldiers from MINUSMA.", encoding="utf-8")
    (folder / "c-german.txt").write_text(
        "Die Bundesregierung hat heute beschlossen, den Einsatz in Mali zu beenden.", encoding="utf-8"
    )
    code, out = run("add", folder, "--ledger", tmp_path / "book.db", "--published", "2022-02-07", "--json")
    said = {Path(row["file"]).name: row for row in map(json.loads, out.splitlines())}
    assert code == 3
    assert set(said) == {"a-broken.txt", "b-good.txt", "c-german.txt"}  # what lies beside reports is none
    assert said["a-broken.txt"]["refused"]
    assert said["b-good.txt"]["booked"] > 3
    assert said["c-german.txt"]["refused"]
    with open_ledger(tmp_path / "book.db") as ledger:
        assert len(ledger.reports()) == 2  # what cannot be read yet is kept, for a reader that can


FOREIGN = {
    "de": ("German", "Die Bundesregierung hat am Montag beschlossen, die deutschen Soldaten aus Mali abzuziehen."),
    "es": (
        "Spanish",
        "El Gobierno de Malí expulsó el lunes al embajador de Francia y la situación es muy preocupante.",
    ),
}


def test_a_name_that_is_no_text_is_told_all_the_same(letter: Path, tmp_path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/brief-\xff.txt"))
    try:
        letter.rename(odd)
    except OSError:
        pytest.skip("this file system takes no such names")
    code, out = run("add", odd, "--ledger", tmp_path / "missionwatch.db", "--json")
    assert code == 0
    assert json.loads(out)["file"].endswith("brief-\\udcff.txt")


@pytest.mark.parametrize("day", ["0001-01-01", "0999-12-31", "9999-12-31"])
@pytest.mark.parametrize("command", ["picture", "concern", "changes 2022-01-01", "brief", "export stix --out x.json"])
def test_a_day_that_no_calendar_can_count_from_is_a_wrong_command_line(command: str, day: str, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "mine.db", create=True):
        pass
    chosen = [day] if command.startswith("changes") else ["--as-of", day]
    assert run(*command.split(), *chosen, "--ledger", tmp_path / "mine.db")[0] == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_said_in_one_line(letter: Path, tmp_path: Path) -> None:
    run("add", letter, "--published", "2022-02-07", "--ledger", tmp_path / "missionwatch.db")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "missionwatch", "picture", "--ledger", tmp_path / "missionwatch.db"],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.splitlines() == ["missionwatch: No space left on device; make room, then try again"]


@pytest.mark.parametrize("language", FOREIGN)
def test_a_report_in_another_language_is_said_to_be_so_and_kept_unread(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    called, text = FOREIGN[language]
    path, book = tmp_path / "foreign.txt", tmp_path / "book.db"
    path.write_text(text, encoding="utf-8")
    code, out, err = call(monkeypatch, capsys, "read", path, "--json")
    assert (code, out) == (4, "")
    assert f"the report is in {called}" in err
    code, out, err = call(monkeypatch, capsys, "add", path, "--ledger", book)
    assert code == 4
    assert f"unread ({language})" in out
    assert f"the report is in {called}" in err
    assert "kept unread" in err
    code, out, _ = call(monkeypatch, capsys, "add", path, "--ledger", book, "--json")
    said = json.loads(out)
    assert (said["unread"], said["already"], said["language"], said["statements"]) == (True, True, language, 0)
    with open_ledger(book) as ledger:
        assert [head.language for head in ledger.reports().values()] == [language]
        assert ledger.size == 1
        assert not ledger.statements()
        ledger.verify()


def test_a_fault_of_the_reader_loses_no_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = {
        "a": "Denmark withdrew its soldiers from Takuba.",
        "b": "Sweden will leave Takuba this year.",
        "c": "Mali expelled the Danish ambassador.",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(f"{text} The government said so on Monday.", encoding="utf-8")
    book, whole = tmp_path / "book.db", reading.read

    def stopping(report: Report, *more: Any) -> tuple[Statement, ...]:
        if "Sweden" in report.text:
            raise IndexError("list index out of range")
        return whole(report, *more)

    named = [tmp_path / f"{name}.txt" for name in texts]
    day = ("--published", "2022-02-07", "--lang", "en")
    monkeypatch.setattr(reading, "read", stopping)
    code, out, err = call(monkeypatch, capsys, "add", *named, *day, "--ledger", book)
    assert code == 3
    assert "our reader stopped at it (IndexError: list index out of range)" in err
    with open_ledger(book) as ledger:
        assert len(ledger.reports()) == 3
        assert len({one.report for one in ledger.statements()}) == 2
    monkeypatch.setattr(reading, "read", whole)
    code, out, err = call(monkeypatch, capsys, "add", *named, *day, "--ledger", book)
    assert code == 0, (out, err)
    with open_ledger(book) as ledger:
        assert len({one.report for one in ledger.statements()}) == 3
        ledger.verify()


def test_a_wrong_language_undoes_no_reading_and_the_right_one_reads_what_was_unread(
    letter: Path, tmp_path: Path
) -> None:
    book = tmp_path / "book.db"
    day = ("--published", "2022-02-07", "--ledger", book, "--json")
    unread = json.loads(run("add", letter, "--lang", "de", *day)[1])
    assert (unread["unread"], unread["booked"]) == (True, 0)
    assert json.loads(run("add", letter, *day)[1])["booked"] > 3
    with open_ledger(book) as ledger:
        before = ledger.statements()
    again = json.loads(run("add", letter, "--lang", "de", *day)[1])
    assert (again["unread"], again["already"]) == (True, True)
    with open_ledger(book) as ledger:
        assert ledger.statements() == before


def test_kill_in_the_middle_of_add_loses_nothing_acknowledged(tmp_path: Path) -> None:
    folder, book = tmp_path / "in", tmp_path / "book.db"
    folder.mkdir()
    for n in range(400):
        text = (
            f"Bericht {n}\n\nNederland levert {n + 2} militairen aan MINUSMA. Mali weigert MINUSMA de toegang tot Gao."
        )
        (folder / f"{n:03}.txt").write_text(text, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "missionwatch",
        "add",
        str(folder),
        "--ledger",
        str(book),
        "--published",
        "2022-02-07",
        "--lang",
        "nl",
        "--json",
    ]
    with subprocess.Popen(  # noqa: S603 - our own interpreter and program
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    ) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(10)]
        time.sleep(0.05)
        process.send_signal(signal.SIGKILL)
        lines += [line for line in process.stdout if line.endswith("\n")]
    acknowledged = [json.loads(line) for line in lines]
    assert 10 <= len(acknowledged) < 400
    with open_ledger(book) as ledger:
        known = ledger.reports()
        assert {row["report"] for row in acknowledged} <= set(known)
        said: dict[str, Any] = {}
        for statement in ledger.statements():
            said[statement.report] = said.get(statement.report, 0) + 1
        assert all(said.get(row["report"], 0) == row["booked"] for row in acknowledged)
        ledger.verify()
