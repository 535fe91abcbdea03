"""Two readers of one report: surer where they agree, both shown where they do not."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from missionwatch import reading
from missionwatch.cli.commands import app, main
from missionwatch.reading import Reading, agree
from missionwatch.records import EntityRef, Evidence, Quantity, Statement
from tests.reading.llm.conftest import said

if TYPE_CHECKING:
    from pathlib import Path

    from tests.reading.llm.conftest import Endpoint

DANES = "Denmark withdraws its 90 soldiers from Task Force Takuba."
TEXT = f"{DANES} Mali expelled the French ambassador yesterday."
AMBASSADOR = "Mali expelled the French ambassador yesterday."


def statement(start: int, reader: str, confidence: float = 0.8, **fields: Any) -> Statement:
    evidence = Evidence(start, start + 10, "0123456789", "body")
    given = {"predicate": "event", "type": "withdraw"} | fields
    return Statement.of(report="r", evidence=evidence, reader=reader, confidence=confidence, **given)


def of(country: str) -> dict[str, tuple[EntityRef, ...]]:
    return {"actor": (EntityRef(text=country, id=f"state:{country}", kind="state"),)}


def how_many(value: float) -> Quantity:
    return Quantity(value, value, value, "people", "exact", str(value))


NAMES = ("frames@1", "llm:m@1")


def test_the_same_words_or_the_same_roles_are_agreement_and_make_surer() -> None:
    for a, b in (
        (statement(0, "frames@1"), statement(5, "llm:m@1")),
        (statement(0, "frames@1", roles=of("DK")), statement(50, "llm:m@1", roles=of("DK"))),
    ):
        found = agree([a], Reading((b,), {"quote": 2}), names=NAMES)
        (one,) = found.statements
        assert (one.id, one.confidence, one.reader) == (a.id, 0.96, "frames@1+llm:m@1")
        assert (found.agreed, found.only, found.refused) == ((a.id,), {"frames@1": (), "llm:m@1": ()}, {"quote": 2})


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ({}, {"type": "expel"}),
        ({}, {"negated": True}),
        ({}, {"modality": "planned"}),
        ({"roles": of("DK")}, {"roles": of("SE")}),
        ({"quantity": how_many(90)}, {"quantity": how_many(900)}),
        ({}, {"predicate": "presence", "type": None}),
    ],
)
def test_who_how_many_and_whether_must_not_differ(mine: dict[str, Any], theirs: dict[str, Any]) -> None:
    a, b = statement(0, "frames@1", **mine), statement(0, "llm:m@1", **theirs)
    found = agree([a], Reading((b,)), names=NAMES)
    assert {s.confidence for s in found.statements} == {0.8}
    assert (found.agreed, found.only) == ((), {"frames@1": (a.id,), "llm:m@1": (b.id,)})


def test_each_statement_agrees_with_one_other_the_likest() -> None:
    near, far = statement(0, "frames@1", roles=of("DK")), statement(100, "frames@1", roles=of("DK"))
    b = statement(100, "llm:m@1", roles=of("DK"))
    found = agree([near, far], Reading((b,)), names=NAMES)
    assert found.agreed == (far.id,)
    assert found.only == {"frames@1": (near.id,), "llm:m@1": ()}
    assert [s.evidence.start for s in found.statements] == [0, 100]


def test_two_readers_are_never_quite_sure() -> None:
    found = agree([statement(0, "a", 0.99)], Reading((statement(0, "b", 0.9),)), names=("a", "b"))
    assert found.statements[0].confidence == 0.99


# --- as a user meets it


@pytest.fixture
def letter(tmp_path: Path, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MISSIONWATCH_LLM_URL", endpoint.url)
    monkeypatch.setenv("MISSIONWATCH_LLM_MODEL", "m")
    monkeypatch.setenv("MISSIONWATCH_LLM_CACHE", str(tmp_path / "cache"))
    endpoint.says(
        said(DANES, "event", type="withdraw", roles={"actor": "Denmark", "mission": "Task Force Takuba"}),
        said(DANES, "strength", number="90", roles={"mission": "Task Force Takuba"}),
        said("Sweden leaves Takuba too.", "event", type="withdraw", roles={"actor": "Sweden"}),
    )
    path = tmp_path / "letter.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: object) -> str:
    result = CliRunner().invoke(app, ["read", "--published", "2022-02-07", *(str(a) for a in arguments)])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_read_with_both_lists_each_sides_disagreements(letter: Path) -> None:
    found = json.loads(run(letter, "--reader", "both", "--json"))
    by_id = {s["id"]: s for s in found["statements"]}
    (agreed,) = (by_id[one] for one in found["agreed"])
    assert (agreed["type"], agreed["reader"]) == ("withdraw", "frames@1+llm:m@1")
    assert agreed["confidence"] > 0.9
    only = {name: [by_id[one] for one in ids] for name, ids in found["only"].items()}
    assert "expel" in [s["type"] for s in only["frames@1"]]
    assert [s["predicate"] for s in only["llm:m@1"]] == ["strength"]
    assert found["refused"] == {"quote": 1}


def test_on_the_screen_too(letter: Path) -> None:
    shown = " ".join(run(letter, "--reader", "both").split())
    assert "Refused of what the model said: quote 1" in shown
    assert "Both say 1 of these." in shown
    assert "Only frames@1 says" in shown
    assert "Only llm:m@1 says 1: strength: mission: Task Force Takuba" in shown


def test_the_model_alone_and_the_frames_alone(letter: Path, endpoint: Endpoint) -> None:
    alone = json.loads(run(letter, "--reader", "llm", "--json"))
    assert {s["reader"] for s in alone["statements"]} == {"llm:m@1"}
    assert (alone["refused"], alone["only"]) == ({"quote": 1}, {})
    asked = len(endpoint.asked)
    frames = json.loads(run(letter, "--json"))
    assert frames.keys() == {"report", "statements"}
    assert len(endpoint.asked) == asked


def test_the_command_line_outranks_the_environment(letter: Path, endpoint: Endpoint) -> None:
    run(letter, "--reader", "llm", "--llm-model", "other", "--llm-url", endpoint.url + "/deeper")
    assert endpoint.asked[0]["model"] == "other"
    assert endpoint.headers[0]["path"] == "/v1/deeper/chat/completions"


@pytest.mark.parametrize(
    ("environment", "code", "says"),
    [
        ({"MISSIONWATCH_LLM_URL": ""}, 15, "--llm-url"),
        ({"MISSIONWATCH_LLM_URL": "http://127.0.0.1:9/v1"}, 16, "cannot reach"),
        ({"MISSIONWATCH_LLM_TOKENS": "10"}, 17, "MISSIONWATCH_LLM_TOKENS"),
    ],
)
def test_faults_say_what_to_do_and_exit_by_cause(
    letter: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    environment: dict[str, str],
    code: int,
    says: str,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "argv", ["missionwatch", "read", str(letter), "--reader", "llm"])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert (stopped.value.code, says in capsys.readouterr().err) == (code, True)


def test_without_the_extra_it_is_named_and_the_default_reader_works(
    letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in [name for name in sys.modules if name.startswith("missionwatch.reading.llm")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.delattr(reading, "llm", raising=False)
    monkeypatch.setitem(sys.modules, "httpx2", None)
    result = CliRunner().invoke(app, ["read", str(letter), "--reader", "llm"])
    assert "pip install 'missionwatch[llm]'" in str(result.exception)
    assert "httpx2" in str(result.exception)
    assert json.loads(run(letter, "--json"))["statements"]
