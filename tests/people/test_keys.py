"""Keys of programs: shown once, for a purpose, for a time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from missionwatch.errors import PersonRefusedError
from missionwatch.people import People, Rules

if TYPE_CHECKING:
    from missionwatch.records import Act, Person
    from tests.people.conftest import Hands, Opening


@pytest.fixture
def anna(people: People) -> Person:
    return people.accounts.add("anna", by="root", role="analyst")


def test_a_key_does_what_its_scopes_and_its_person_may(people: People, anna: Person, noted: list[Act]) -> None:
    made = people.keys.new(anna.id, "nightly export", ("export", "read", "read"), by="anna")
    assert made.secret.startswith(f"mw_{made.key.id}_")
    found = people.keys.who(made.secret)
    assert found is not None
    assert found.person == anna
    assert found.permissions == {"read", "export", "brief"}
    assert found.session is None
    assert (noted[-1].by, noted[-1].what, noted[-1].on) == ("anna", "key-made", "anna")
    told = {"key": made.key.id, "name": "nightly export", "scopes": "read export", "expires": "2022-05-09"}
    assert noted[-1].detail == told


def test_a_key_loses_with_its_person(people: People, anna: Person) -> None:
    made = people.keys.new(anna.id, "k", ("read", "review"), by="anna")
    people.accounts.set_role(anna.id, "reader", by="root")
    found = people.keys.who(made.secret)
    assert found is not None
    assert found.permissions == {"read"}
    people.accounts.set_role(anna.id, "editor", by="root")
    found = people.keys.who(made.secret)
    assert found is not None
    assert found.may("mark")
    people.accounts.disable(anna.id, by="root")
    assert people.keys.who(made.secret) is None
    people.accounts.enable(anna.id, by="root")
    assert people.keys.who(made.secret) is None  # revoked for good


def test_a_key_expires_and_can_be_revoked(people: People, anna: Person, hands: Hands, noted: list[Act]) -> None:
    one, two = (people.keys.new(anna.id, name, ("read",), by="anna", lasts=timedelta(days=2)) for name in "ab")
    people.keys.revoke(one.key.id, by="root")
    people.keys.revoke(one.key.id, by="root")  # once is enough
    assert [act.what for act in noted[-2:]] == ["key-made", "key-revoked"]
    assert people.keys.who(one.secret) is None
    hands.on(days=2, seconds=-1)
    assert people.keys.who(two.secret) is not None
    hands.on(seconds=1)
    assert people.keys.who(two.secret) is None


def test_when_a_key_was_used_last_is_known_to_the_minute(people: People, anna: Person, hands: Hands) -> None:
    made = people.keys.new(anna.id, "k", ("read",), by="anna")
    assert people.keys.of()[0].used is None
    people.keys.who(made.secret)
    first = hands.at
    hands.on(seconds=59)
    people.keys.who(made.secret)
    assert people.keys.of(anna.id)[0].used == first
    hands.on(seconds=1)
    people.keys.who(made.secret)
    assert people.keys.of(anna.id)[0].used == hands.at
    assert people.keys.of("nobody") == ()


def test_nobody_has_a_key_for_more_than_they_may(people: People, anna: Person) -> None:
    with pytest.raises(PersonRefusedError, match="cannot have: admin"):
        people.keys.new(anna.id, "k", ("read", "admin"), by="anna")
    people.accounts.set_role(anna.id, "reader", by="root")
    with pytest.raises(PersonRefusedError, match="cannot have: review, add"):
        people.keys.new(anna.id, "k", ("read", "review", "add"), by="anna")
    people.accounts.disable(anna.id, by="root")
    for person in (anna.id, "nobody"):
        with pytest.raises(PersonRefusedError, match="not disabled"):
            people.keys.new(person, "k", ("read",), by="anna")


def test_wrong_keys_open_nothing(people: People, anna: Person) -> None:
    made = people.keys.new(anna.id, "k", ("read",), by="anna")
    other = people.keys.new(anna.id, "l", ("read",), by="anna")
    identity, secret = made.secret.split("_")[1:]
    for wrong in (
        "", "mw__", made.secret[:-1], made.secret + "0", made.secret + "\n", made.secret.upper(), f"mw_{other.key.id}_{secret}",
        f"mw_{'0' * 12}_{secret}", f"mw_{identity}_{'0' * 64}", secret, f"mw_{identity[:-1]}'_{secret}", "mw_" + "٣" * 12 + "_" + secret,
    ):  # fmt: skip
        assert people.keys.who(wrong) is None, wrong
    assert people.keys.who(made.secret) is not None


@pytest.mark.parametrize(
    ("name", "scopes", "days"),
    [("", ("read",), 1), (" \u202e\n", ("read",), 1), ("x" * 61, ("read",), 1), ("k", (), 1), ("k", ("root",), 1), ("k", ("read",), 0), ("k", ("read",), -1), ("k", ("read",), 367)],
)  # fmt: skip
def test_what_can_be_no_key_is_refused(
    people: People, anna: Person, name: str, scopes: tuple[str, ...], days: int
) -> None:
    with pytest.raises(PersonRefusedError):
        people.keys.new(anna.id, name, scopes, by="anna", lasts=timedelta(days=days))
    assert people.keys.of() == ()


def test_a_name_is_one_plain_line(people: People, anna: Person) -> None:
    assert people.keys.new(anna.id, "a\n\u202eb\t c", ("read",), by="anna").key.name == "a b c"


def test_one_revokes_ones_own(people: People, anna: Person) -> None:
    bert = people.accounts.add("bert", by="root")
    made = people.keys.new(anna.id, "k", ("read",), by="anna")
    with pytest.raises(PersonRefusedError, match="no such key"):
        people.keys.revoke(made.key.id, by="bert", person=bert.id)
    with pytest.raises(PersonRefusedError, match="no such key"):
        people.keys.revoke("x", by="root")
    assert people.keys.revoke(made.key.id, by="anna", person=anna.id).revoked is not None


def test_there_are_only_so_many(opening: Opening) -> None:
    people = opening(Rules(most_keys=2))
    anna = people.accounts.add("anna", by="root")
    made = [people.keys.new(anna.id, "k", ("read",), by="anna") for _ in range(2)]
    with pytest.raises(PersonRefusedError, match="revoke one"):
        people.keys.new(anna.id, "k", ("read",), by="anna")
    people.keys.revoke(made[0].key.id, by="anna")
    assert people.keys.new(anna.id, "k", ("read",), by="anna")
