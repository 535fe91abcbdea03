"""The whole matrix, spelled out: what each role may do, by itself and with a key."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionwatch.errors import NotAllowedError
from missionwatch.people import SCOPES, TABLE, need, permissions_of, scopes_for
from missionwatch.records import Access, Key, Permission, Person, Role, Scope
from tests.people.conftest import START

if TYPE_CHECKING:
    from collections.abc import Sequence

MATRIX = """
permission   reader analyst editor admin
read         yes    yes     yes    yes
export       yes    yes     yes    yes
brief        yes    yes     yes    yes
keys         yes    yes     yes    yes
review       no     yes     yes    yes
rate         no     yes     yes    yes
add          no     yes     yes    yes
save         no     yes     yes    yes
mark         no     no      yes    yes
share        no     no      yes    yes
watch        no     no      yes    yes
people       no     no      no     yes
keys-of-all  no     no      no     yes
audit        no     no      no     yes
"""
KEYS = """
permission   scope   reader analyst editor admin
read         read    yes    yes     yes    yes
export       export  yes    yes     yes    yes
brief        export  yes    yes     yes    yes
keys         -       no     no      no     no
review       review  no     yes     yes    yes
rate         review  no     yes     yes    yes
save         review  no     yes     yes    yes
mark         review  no     no      yes    yes
share        review  no     no      yes    yes
add          add     no     yes     yes    yes
watch        add     no     no      yes    yes
people       admin   no     no      no     yes
keys-of-all  admin   no     no      no     yes
audit        admin   no     no      no     yes
"""
ROLES: tuple[Role, ...] = get_args(Role)


def rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()[1:]]


def test_the_matrix_of_roles() -> None:
    assert tuple(TABLE) == ROLES
    assert {row[0] for row in rows(MATRIX)} == set(get_args(Permission))
    for permission, *said in rows(MATRIX):
        assert [permission in TABLE[role] for role in ROLES] == [one == "yes" for one in said], permission


def test_the_matrix_of_keys() -> None:
    assert {row[1] for row in rows(KEYS)} - {"-"} == set(SCOPES) == set(get_args(Scope))
    for permission, scope, *said in rows(KEYS):
        for other in get_args(Scope):
            held = [permission in permissions_of(role, (other,)) for role in ROLES]
            assert held == [one == "yes" and other == scope for one in said], (permission, other)


def test_which_scopes_a_role_can_give_its_keys() -> None:
    assert scopes_for("reader") == ("read", "export")
    assert scopes_for("analyst") == scopes_for("editor") == ("read", "export", "review", "add")
    assert scopes_for("admin") == ("read", "export", "review", "add", "admin")


def test_the_table_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        TABLE["reader"] = TABLE["admin"]  # type: ignore[index]


@given(role=st.sampled_from(ROLES), scopes=st.lists(st.sampled_from(get_args(Scope))))
def test_a_key_never_does_what_its_person_may_not(role: Role, scopes: Sequence[Scope]) -> None:
    assert permissions_of(role, scopes) <= TABLE[role]
    assert permissions_of(role, ()) == frozenset()


def test_need_says_what_is_lacking() -> None:
    person = Person(id="1", name="anna", role="reader", clearance="green")
    access = Access(person=person, permissions=permissions_of("reader"))
    need(access, "read")
    with pytest.raises(NotAllowedError, match="the role reader may not do this: it lacks the permission review"):
        need(access, "review")
    key = Key(id="k", name="n", person="1", scopes=("read",), created=START, expires=START + timedelta(days=1))
    by_key = Access(person=person, permissions=permissions_of("reader", key.scopes), key=key)
    with pytest.raises(NotAllowedError, match="a key with the scopes read"):
        need(by_key, "export")
