"""``people`` and ``audit``, as an admin meets them."""

from __future__ import annotations

import getpass
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest
from argon2 import PasswordHasher
from typer.testing import CliRunner

from missionwatch.cli.commands import app
from missionwatch.ledger import open_ledger
from missionwatch.people import open_people, passwords
from missionwatch.records import Act

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GOOD, OTHER = "vier paarden onder de brug", "zes kraaien boven het kanaal"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str]]:
    light = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", lambda: light)
    passwords._nobodys.cache_clear()
    monkeypatch.setattr(getpass, "getuser", lambda: "root")

    def one(*arguments: object, typed: str = "") -> tuple[int, str]:
        settings = {"COLUMNS": "200", "MISSIONWATCH_LEDGER": str(tmp_path / "a.db")}
        result = CliRunner().invoke(app, [str(a) for a in arguments], env=settings, input=typed)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            return -1, f"{type(result.exception).__name__}: {result.exception}"
        return result.exit_code, result.output

    return one


def listed(run: Callable[..., tuple[int, str]], *arguments: str) -> list[dict[str, Any]]:
    code, out = run(*arguments, "--json")
    assert code == 0, out
    found: list[dict[str, Any]] = json.loads(out)
    return found


def test_an_admin_s_day(run: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    assert run("people", "add", "anna", "--role", "admin", "--locale", "nl", typed=GOOD + "\n")[0] == 0
    assert run("people", "add", "Bert", "--clearance", "amber", "--no-password", "--by", "anna")[0] == 0
    code, out = run("people", "role", "bert", "analyst")
    assert (code, out) == (0, "Bert: analyst, clearance amber, pages in en\n")
    assert run("people", "clearance", "bert", "amber+strict")[0] == 0
    assert run("people", "password", "bert", typed=OTHER + "\r\n")[0] == 0
    with open_people(tmp_path / "a.db.people", noting=lambda _: None) as people:
        first = people.log_in("bert", OTHER, address=None)
        people.log_in("bert", OTHER, address=None)
    assert [(one["name"], one["sessions"], one["keys"]) for one in listed(run, "people", "list")] == [
        ("anna", 0, 0),
        ("Bert", 2, 0),
    ]
    assert first.access.session is not None
    found = listed(run, "people", "sessions", "list", "bert")
    assert first.access.session.id in {one["id"] for one in found}
    assert run("people", "sessions", "end", "bert", "--session", first.access.session.id) == (0, "Ended: 1\n")
    assert run("people", "sessions", "end", "bert", "--session", first.access.session.id)[0] == -1
    assert run("people", "sessions", "end", "bert") == (0, "Ended: 1\n")
    code, out = run(
        "people", "keys", "new", "bert", "night export", "--scope", "read", "--scope", "export", "--days", "3"
    )
    assert code == 0
    secret = out.splitlines()[-1]
    with open_people(tmp_path / "a.db.people", noting=lambda _: None) as people:
        access = people.keys.who(secret)
        assert access is not None
        assert access.permissions == {"read", "export", "brief"}
    (key,) = listed(run, "people", "keys", "list", "bert")
    assert (key["person"], key["name"], key["open"]) == ("Bert", "night export", True)
    assert listed(run, "people", "keys", "list", "anna") == []
    shown = run("people", "keys", "list")[1] + run("people", "list")[1] + run("audit")[1]
    assert secret not in shown
    assert secret.rpartition("_")[2] not in shown
    assert run("people", "keys", "revoke", key["id"])[0] == 0
    assert listed(run, "people", "keys", "list")[0]["open"] is False
    assert "revoked" in run("people", "keys", "list")[1]
    assert run("people", "disable", "bert")[1].endswith(", disabled\n")
    assert "disabled" in run("people", "list")[1]
    assert run("people", "enable", "bert")[0] == 0
    acts = listed(run, "audit")
    assert [(act["by"], act["what"], act["on"]) for act in acts] == [
        ("root", "person-added", "anna"), ("anna", "person-added", "Bert"), ("root", "role-changed", "Bert"), ("root", "clearance-changed", "Bert"),
        ("root", "password-changed", "Bert"), ("root", "sessions-ended", "Bert"), ("root", "sessions-ended", "Bert"), ("root", "key-made", "Bert"),
        ("root", "key-revoked", "Bert"), ("root", "person-disabled", "Bert"), ("root", "person-enabled", "Bert"),
    ]  # fmt: skip
    assert listed(run, "audit", "--person", "ANNA") == acts[:2]
    assert listed(run, "audit", "--what", "key-made") == acts[7:8]
    assert listed(run, "audit", "--since", "2999-01-01") == []
    assert len(listed(run, "audit", "--since", "2020-01-01", "--person", "bert")) == 10
    everything = (tmp_path / "a.db").read_bytes() + (tmp_path / "a.db.people").read_bytes()
    for hidden in (GOOD, OTHER, secret, secret.rpartition("_")[2]):
        assert hidden.encode() not in everything
    with open_ledger(tmp_path / "a.db") as book:
        assert book.verify().bookings == 11


def test_a_password_is_asked_for_twice_at_the_screen(
    run: Callable[..., tuple[int, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = iter([GOOD, GOOD, GOOD, OTHER])
    asked: list[str] = []

    def ask(prompt: str) -> str:
        asked.append(prompt)
        return next(said)

    class Screen:
        def __getattr__(self, name: str) -> object:
            return (lambda: True) if name == "isatty" else getattr(sys.__stdin__, name)

    monkeypatch.setattr(getpass, "getpass", ask)
    monkeypatch.setattr("missionwatch.cli.people.sys", type("Sys", (), {"stdin": Screen()}))
    assert run("people", "add", "anna")[0] == 0
    assert asked == ["Password for anna: ", "The same again: "]
    code, out = run("people", "add", "bert")
    assert (code, "not the same" in out) == (-1, True)


def test_no_password_is_taken_as_an_argument(run: Callable[..., tuple[int, str]]) -> None:
    assert run("people", "add", "anna", "--password", GOOD)[0] == 2
    assert run("people", "password", "anna", GOOD)[0] == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("people", "add", "anna"), "standard input"),
        (("people", "add", "<b>", "--no-password"), "a name has"),
        (("people", "role", "nobody", "reader"), "there is nobody"),
        (("people", "keys", "revoke", "x"), "no such key"),
        (("people", "keys", "new", "root", "k", "--scope", "rood"), "scopes"),
        (("people", "keys", "new", "root", "k", "--scope", "read", "--days", "9999999999"), "at most 366 days"),
        (("people", "disable", "root"), "last admin"),
        (("people", "add", "bert", "--no-password", "--people", "/"), "store of people"),
    ],
)
def test_what_cannot_be_done_is_said(
    run: Callable[..., tuple[int, str]], arguments: tuple[str, ...], words: str
) -> None:
    assert run("people", "add", "root", "--role", "admin", "--no-password")[0] == 0
    code, out = run(*arguments)
    assert code == -1
    assert words in out


@pytest.mark.parametrize(
    "arguments",
    [
        ("people", "add", "a", "--role", "root"),
        ("people", "clearance", "a", "GREEN"),
        ("audit", "--since", "soon"),
        ("people", "keys", "new", "a", "k"),
    ],
)
def test_a_wrong_command_line(run: Callable[..., tuple[int, str]], arguments: tuple[str, ...]) -> None:
    assert run(*arguments)[0] == 2


def test_acts_that_others_booked_are_shown_as_plain_text(run: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.db", create=True) as book:
        book.note(Act(by="[red]x[/red]\x1b[2J", what="export", on="a\nb\u202e", detail={"k": "[bold]v"}))
    code, out = run("audit")
    assert code == 0
    assert "[red]x[/red]?[2J" in out
    assert "a?b?" in out
    assert "k [bold]v" in out


def test_the_store_may_lie_elsewhere(run: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    elsewhere = str(tmp_path / "team.people")
    assert run("people", "add", "anna", "--no-password", "--people", elsewhere)[0] == 0
    assert [one["name"] for one in listed(run, "people", "list", "--people", elsewhere)] == ["anna"]
    assert not (tmp_path / "a.db.people").exists()
    code, out = run("people", "list")
    assert (code, "there is no store of people" in out) == (-1, True)
