"""``concern``, ``whatif``, ``replay`` and ``indicators`` as a user meets them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from missionwatch import flow, theatre
from missionwatch.assessment.indicators import read
from missionwatch.ledger import open_ledger
from tests.cli.test_cli import call, run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("judging") / "mali.db"
    early = [document for document in theatre.dispatches("mali") if document.name < "2022-02-18"]
    with open_ledger(path, create=True) as book:
        list(flow.add(early, book, theatre.load("mali"), replay=True))
    return path


WHEN = ("--as-of", "2022-02-10", "--known", "2022-02-10")


def test_concern_explains_for_people(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    code, out = run("concern", "takuba", "--ledger", ledger, *WHEN)
    assert code == 0
    assert "Task Force Takuba severe" in out
    for words in (
        "consent of the host state",
        "half after",
        "would lower it",
        "sureness",
        "deteriorating",
        "kept open",
        "decided or done",
    ):
        assert words in out, words
    assert "Mali heeft vandaag de Franse ambassadeur Joël Meyer uitgewezen." in out
    assert "MINUSMA" not in out


def test_concern_says_why_a_level_holds_below_its_threshold(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    asked = ("concern", "takuba", "--ledger", ledger, "--as-of", "2022-02-16", "--known", "2022-02-16")
    code, out = run(*asked)
    assert code == 0
    assert "access and freedom of movement: high" in out
    assert "    high, though 2.899 is below 3: it was reached on 2022-02-13 and has not fallen below 2.55 since" in out
    lanes = {one["dimension"]: one for one in json.loads(run(*asked, "--json")[1])[0]["concern"]["dimensions"]}
    assert lanes["access"]["held"] == {"reached": "2022-02-13", "threshold": 3.0, "floor": 2.55}
    assert lanes["host-consent"]["held"] is None


def test_concern_for_programs_and_of_one_dimension(ledger: Path) -> None:
    code, out = run("concern", "all", "--ledger", ledger, *WHEN, "--json")
    assert code == 0
    said = json.loads(out)
    assert [one["concern"]["mission"] for one in said][-1] == ""
    takuba = said[0]["concern"]
    assert takuba["level"] == "severe"
    assert sum(r["counted"] for r in takuba["reasons"]) == pytest.approx(takuba["score"], abs=0.01)
    assert takuba["dimensions"][0]["dimension"] == "host-consent"
    assert said[0]["options"]
    code, out = run("concern", "takuba", "--dimension", "access", "--ledger", ledger, *WHEN)
    assert "access and freedom of movement" in out
    assert "partner cohesion" not in out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("concern", "unifil"), "is no mission of this theatre"),
        (("concern", "takuba", "--dimension", "access-denied"), "is no dimension; choose from host-consent"),
        (("whatif",), "suppose one thing"),
        (("whatif", "--withdraw", "FR"), "suppose one thing"),
        (("whatif", "--withdraw", "FR", "--from", "takuba", "--add", "DE", "--to", "minusma"), "suppose one thing"),
        (("whatif", "--withdraw", "XX", "--from", "takuba"), "is no state; write its ISO code"),
        (("whatif", "--withdraw", "FR", "--from", "unifil"), "is no mission of this theatre"),
        (("whatif", "--end-mandate", "June", "--of", "minusma"), "is no date"),
        (("replay", "--from", "2022-02-01", "--to", "2022-01-01"), "give the earlier day first"),
        (("replay", "--mission", "unifil"), "is no mission of this theatre"),
    ],
)  # fmt: skip
def test_a_wrong_command_line_says_how_it_should_be(
    ledger: Path,
    arguments: tuple[str, ...],
    says: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    code, _, err = call(monkeypatch, capsys, *arguments, "--ledger", ledger)
    assert code == 2
    assert says in " ".join(err.replace("│", " ").split())


def test_whatif_for_people_and_for_programs(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    code, out = run("whatif", "--withdraw", "FR", "--from", "takuba", "--ledger", ledger, *WHEN)
    assert code == 0
    assert "Suppose that France withdraws from Task Force Takuba" in out
    assert "France leads Task Force Takuba" in out
    assert "nothing is booked" in out
    assert "Not known" in out
    code, out = run("whatif", "--add", "DE", "--to", "minusma", "--people", 300, "--ledger", ledger, *WHEN, "--json")
    said = json.loads(out)
    assert (said["hypothesis"]["kind"], said["hypothesis"]["people"]) == ("add", 300)
    assert all(one["claims"] for one in said["consequences"])
    code, out = run("whatif", "--end-mandate", "2022-06-30", "--of", "minusma", "--ledger", ledger, *WHEN, "--json")
    assert any(shift["dimension"] == "mandate-support" for shift in json.loads(out)["shifts"])


def test_a_whatif_books_nothing(ledger: Path) -> None:
    with open_ledger(ledger) as book:
        before = book.verify().head
    run("whatif", "--withdraw", "FR", "--from", "takuba", "--ledger", ledger, *WHEN)
    with open_ledger(ledger) as book:
        assert book.verify().head == before


def test_replay_for_people_and_for_programs(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    when = ("--from", "2022-01-01", "--to", "2022-02-16")
    code, out = run("replay", *when, "--mission", "takuba", "--ledger", ledger)
    assert code == 0
    assert "What changed a level" in out
    assert "contributor-leaves" in out
    code, out = run("replay", *when, "--every", 7, "--ledger", ledger, "--json")
    days = json.loads(out)
    assert [day["day"] for day in days][:2] == ["2022-01-01", "2022-01-08"]
    assert days[-1]["day"] == "2022-02-16"
    assert days[-1]["levels"]["mission:takuba"]["level"] == "severe"
    assert {"level", "score", "trend", "sureness", "dimensions"} <= days[-1]["levels"]["theatre"].keys()
    code, out = run("replay", *when, "--mission", "takuba", "--ledger", ledger, "--json")
    assert list(json.loads(out)[0]["levels"]) == ["mission:takuba"]


def test_indicators_are_shown_and_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    code, out = run("indicators", "show")
    assert code == 0
    assert "host-expels-lead" in out
    code, out = run("indicators", "check")
    assert (code, "0 faults, 0 warnings" in out) == (0, True)
    mine = tmp_path / "mine.toml"
    mine.write_text(read(None).decode().replace('types = ["coup"]', 'types = ["coups"]'), encoding="utf-8")
    code, out = run("indicators", "check", mine)
    assert code == 12
    assert out.count("did you mean 'coup'?") == 2
    code, out = run("indicators", "check", mine, "--json")
    said = json.loads(out)
    assert (code, said["good"], len(said["faults"])) == (12, False, 2)
    assert {"file", "signal", "key", "says", "remedy", "warning"} <= said["faults"][0].keys()
    code, out = run("indicators", "show", "--json")
    assert json.loads(out)["dimension_cap"] == 6.0
