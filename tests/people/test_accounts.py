"""Accounts: names, passwords, changes; each change is noted or not made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from missionwatch.errors import LoginRefusedError, PersonRefusedError
from missionwatch.people import People, open_people, passwords
from missionwatch.people.rules import checked_name, folded
from tests.people.conftest import GOOD, OTHER, Hands

if TYPE_CHECKING:
    from pathlib import Path

    from missionwatch.records import Act


def test_an_account_is_made_found_and_noted(people: People, noted: list[Act]) -> None:
    made = people.accounts.add("Anna", by="root", role="editor", clearance="amber", locale="nl", password=GOOD)
    assert people.accounts.named("ANNA") == people.accounts.person(made.id) == made
    assert (made.role, made.clearance, made.locale, made.active) == ("editor", "amber", "nl", True)
    assert [(act.by, act.what, act.on) for act in noted] == [("root", "person-added", "Anna")]
    assert people.accounts.all() == (made,)


@pytest.mark.parametrize("name", ["anna", "ANNA", " Anna ", "Ａｎｎａ"])
def test_one_name_is_one_person(people: People, name: str) -> None:
    people.accounts.add("Anna", by="root")
    with pytest.raises(PersonRefusedError, match="already"):
        people.accounts.add(name, by="root")


@pytest.mark.parametrize(
    "name",
    ["", " ", "-anna", "an na", "anna\u202egnp", "an\nna", "<b>", "a" * 65, "a\0b", "\ud800x", "../x", "a;b", "_x"],
)
def test_what_can_be_no_name_is_refused(people: People, name: str) -> None:
    with pytest.raises(PersonRefusedError):
        people.accounts.add(name, by="root")


@given(st.text(max_size=80))
def test_a_name_that_is_taken_is_one_that_can_be_found(name: str) -> None:
    try:
        plain = checked_name(name)
    except PersonRefusedError:
        return
    assert checked_name(plain) == plain
    assert folded(plain) == folded(folded(plain))
    assert plain.isprintable()


@pytest.mark.parametrize(
    "password",
    [
        "short", "elf tekens.", "password1234", "P@ssw0rd2026!", "welkom012026", "qwertyuiop123", "aaaaaaaaaaaa", "abcabcabcabc", "123456789012",
        "987654321098", "135791357913", "missionwatch1", "anna.de.vries", "seirv.ed.anna", "anna.de.vries1", "Anna.De.Vries!!", "azertyuiopqs",
        "x" * 1025, "vier\0paarden\0onder", "letmeinletmein", "wachtwoord2026", "abcdefghijklmnop",
    ],
)  # fmt: skip
def test_a_password_that_is_guessed_first_is_refused(people: People, password: str) -> None:
    with pytest.raises(PersonRefusedError):
        people.accounts.add("anna.de.vries", by="root", password=password)
    assert people.accounts.all() == ()


@pytest.mark.parametrize(
    "password",
    [
        GOOD,
        "correct horse tractor nine",
        "83192204177551",
        "žluťoučký kůň 77",
        "パスワードではない文章です",
        "x" * 7 + "y" * 9,
        "password of my late aunt",
    ],
)
def test_any_other_password_is_taken(people: People, password: str) -> None:
    """No rule says which characters a password has."""
    people.accounts.add("anna", by="root", password=password)
    assert people.log_in("anna", password, address=None).access.person.name == "anna"


def test_a_password_is_the_same_however_it_is_typed(people: People) -> None:
    composed, decomposed = "caf\u00e9 au lait de ch\u00e8vre", "cafe\u0301 au lait de che\u0300vre"
    people.accounts.add("anna", by="root", password=composed)
    assert people.log_in("Anna", decomposed, address=None)


def test_the_last_admin_stays(people: People) -> None:
    one = people.accounts.add("one", by="root", role="admin")
    with pytest.raises(PersonRefusedError, match="last admin"):
        people.accounts.set_role(one.id, "reader", by="one")
    with pytest.raises(PersonRefusedError, match="last admin"):
        people.accounts.disable(one.id, by="one")
    two = people.accounts.add("two", by="root", role="admin")
    people.accounts.disable(one.id, by="two")
    with pytest.raises(PersonRefusedError, match="last admin"):
        people.accounts.disable(two.id, by="two")
    people.accounts.enable(one.id, by="two")
    assert people.accounts.set_role(two.id, "reader", by="one").role == "reader"


def test_each_change_is_noted(people: People, noted: list[Act]) -> None:
    anna = people.accounts.add("anna", by="root", password=GOOD)
    people.accounts.set_role(anna.id, "analyst", by="root")
    people.accounts.set_role(anna.id, "analyst", by="root")  # nothing changes
    people.accounts.set_clearance(anna.id, "red", by="root")
    people.accounts.set_clearance(anna.id, "red", by="root")
    people.accounts.set_password(anna.id, OTHER, by="root")
    people.accounts.disable(anna.id, by="root")
    people.accounts.disable(anna.id, by="root")
    for _ in range(2):
        people.accounts.enable(anna.id, by="root")
    assert [(act.what, act.detail) for act in noted] == [
        ("person-added", {"role": "reader", "clearance": "green"}),
        ("role-changed", {"from": "reader", "to": "analyst"}),
        ("clearance-changed", {"from": "green", "to": "red"}),
        ("password-changed", {}),
        ("person-disabled", {}),
        ("person-enabled", {}),
    ]


def test_what_cannot_be_noted_is_not_done(tmp_path: Path, hands: Hands, cheap: None) -> None:  # noqa: ARG001
    deaf = True

    def noting(_: object) -> None:
        if deaf:
            raise OSError("the ledger is full")

    with open_people(tmp_path / "p", noting=noting, create=True, clock=hands) as people:
        with pytest.raises(OSError, match="full"):
            people.accounts.add("anna", by="root", password=GOOD)
        assert people.accounts.all() == ()
        deaf = False
        anna = people.accounts.add("anna", by="root", password=GOOD)
        entry = people.log_in("anna", GOOD, address=None)
        made = people.keys.new(anna.id, "k", ("read",), by="anna")
        deaf = True
        for change in (
            lambda: people.accounts.set_role(anna.id, "analyst", by="root"),
            lambda: people.accounts.set_password(anna.id, OTHER, by="root"),
            lambda: people.accounts.disable(anna.id, by="root"),
            lambda: people.keys.revoke(made.key.id, by="root"),
            lambda: people.keys.new(anna.id, "l", ("read",), by="root"),
            lambda: people.log_in("anna", GOOD, address=None),
        ):
            with pytest.raises(OSError, match="full"):
                change()
        found = people.sessions.who(entry.token)
        assert found is not None
        assert found.person == anna
        assert people.keys.who(made.secret) is not None
        assert len(people.keys.of()) == len(people.sessions.of(anna.id)) == 1


@pytest.mark.parametrize(
    ("role", "clearance", "locale"), [("root", "green", "en"), ("reader", "GREEN", "en"), ("reader", "green", "de")]
)
def test_wrong_words_are_refused(people: People, role: str, clearance: str, locale: str) -> None:
    with pytest.raises(PersonRefusedError):
        people.accounts.add("anna", by="root", role=role, clearance=clearance, locale=locale)  # type: ignore[arg-type]
    anna = people.accounts.add("anna", by="root")
    with pytest.raises(PersonRefusedError):
        people.accounts.set_role(anna.id, "root", by="root")  # type: ignore[arg-type]
    for missing in ("", "x' or 1=1 --", "0" * 16):
        with pytest.raises(PersonRefusedError, match="nobody with that id"):
            people.accounts.person(missing)
    with pytest.raises(PersonRefusedError, match="nobody of the name"):
        people.accounts.named("bert")
    assert people.accounts.set_locale(anna.id, "fr").locale == "fr"


def test_argon2_with_the_recommended_parameters_and_again_when_they_change(
    tmp_path: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    from argon2 import PasswordHasher  # noqa: PLC0415
    from argon2.profiles import RFC_9106_LOW_MEMORY  # noqa: PLC0415

    real = passwords._hasher()
    assert (real.time_cost, real.memory_cost, real.parallelism, real.type) == (
        RFC_9106_LOW_MEMORY.time_cost, RFC_9106_LOW_MEMORY.memory_cost, RFC_9106_LOW_MEMORY.parallelism, RFC_9106_LOW_MEMORY.type,
    )  # fmt: skip
    light = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with open_people(tmp_path / "p", noting=lambda _: None, create=True, clock=hands) as people:
        monkeypatch.setattr(passwords, "_hasher", lambda: light)
        anna = people.accounts.add("anna", by="root", password=GOOD)
        kept = _kept(tmp_path / "p")
        assert kept.startswith("$argon2id$v=19$m=8,t=1,p=1$")
        monkeypatch.setattr(passwords, "_hasher", lambda: real)
        with pytest.raises(LoginRefusedError):
            people.log_in("anna", OTHER, address=None)
        assert _kept(tmp_path / "p") == kept
        entry = people.log_in("anna", GOOD, address=None)
        assert re.match(r"\$argon2id\$v=19\$m=65536,t=3,p=4\$", _kept(tmp_path / "p"))
        assert people.sessions.who(entry.token) is not None
        assert people.log_in("anna", GOOD, address=None).access.person == anna


def _kept(path: Path) -> str:
    import sqlite3  # noqa: PLC0415

    connection = sqlite3.connect(path)
    try:
        return str(connection.execute("select password from people_person").fetchone()[0])
    finally:
        connection.close()


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(name=st.text(max_size=100), password=st.text(max_size=100))
def test_no_name_and_password_let_anybody_in_by_chance(people: People, name: str, password: str, hands: Hands) -> None:
    hands.on(hours=25)
    with pytest.raises(LoginRefusedError):
        people.log_in(name, password, address="192.0.2.1")
