"""Sessions and logging in: a token opens until it ends, then never again, whatever happens between."""

from __future__ import annotations

import hashlib
import sqlite3
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from argon2 import PasswordHasher
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from missionwatch.errors import LoginRefusedError, LoginThrottledError, PeopleStoreError, PersonRefusedError
from missionwatch.people import Entry, People, Rules, form_token, form_token_is_right, open_people, passwords
from missionwatch.people.schema import Store
from tests.people.conftest import GOOD, OTHER, Hands, Opening

if TYPE_CHECKING:
    from datetime import datetime

    from missionwatch.records import Act

HERE, THERE = "192.0.2.7", "198.51.100.9"


def come_in(people: People, name: str = "anna", replacing: str | None = None) -> Entry:
    if name not in {one.name for one in people.accounts.all()}:
        people.accounts.add(name, by="root", role="analyst", password=GOOD)
    return people.log_in(name, GOOD, address=HERE, replacing=replacing)


def test_who_logs_in_may_do_what_the_role_says(people: People, noted: list[Act]) -> None:
    entry = come_in(people)
    found = people.sessions.who(entry.token)
    assert found == entry.access
    assert found is not None
    assert found.may("review")
    assert not found.may("people")
    assert len(entry.token) == 43  # 256 bits
    assert noted[-1].what == "login"


def test_the_store_has_no_token(people: People, tmp_path: Path) -> None:
    entry = come_in(people)
    made = people.keys.new(entry.access.person.id, "k", ("read",), by="anna")
    people.close()
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert entry.token.encode() not in kept
    assert made.secret.encode() not in kept
    assert made.secret.rsplit("_", 1)[1].encode() not in kept
    assert GOOD.encode() not in kept
    assert hashlib.sha256(entry.token.encode()).hexdigest().encode() in kept


def test_the_file_is_its_owners_alone(people: People, tmp_path: Path) -> None:
    come_in(people)
    for path in tmp_path.iterdir():
        assert path.stat().st_mode & 0o077 == 0, path


def test_a_session_ends_when_it_is_not_used(people: People, hands: Hands) -> None:
    entry = come_in(people)
    for _ in range(5):
        hands.on(minutes=59)
        assert people.sessions.who(entry.token) is not None
    hands.on(minutes=60)
    assert people.sessions.who(entry.token) is None
    hands.on(hours=-5)
    assert people.sessions.who(entry.token) is None  # not though the clock is set back


def test_a_session_ends_after_twelve_hours_however_used(people: People, hands: Hands) -> None:
    entry = come_in(people)
    for _ in range(12 * 4 - 1):
        hands.on(minutes=15)
        assert people.sessions.who(entry.token) is not None
    hands.on(minutes=15)
    assert people.sessions.who(entry.token) is None


def test_logging_in_gives_a_new_token_and_ends_the_one_that_was_brought(people: People) -> None:
    planted = come_in(people, "mallory")
    entry = come_in(people, replacing=planted.token)
    assert entry.token != planted.token
    assert people.sessions.who(planted.token) is None
    chosen = "x" * 43
    assert come_in(people, replacing=chosen).token != chosen
    assert people.sessions.who(chosen) is None


def test_one_session_or_all_can_be_ended(people: People) -> None:
    first, second, third = (come_in(people) for _ in range(3))
    other = come_in(people, "bert")
    person = first.access.person.id
    assert first.access.session is not None
    assert third.access.session is not None
    assert not people.sessions.end_one(first.access.session.id, other.access.person.id)  # nobody ends another's
    assert people.sessions.end_one(first.access.session.id, person)
    assert people.sessions.who(first.token) is None
    assert len(people.sessions.of(person)) == 2
    assert people.sessions.end_all(person, but=third.access.session.id) == 1
    assert people.sessions.who(second.token) is None
    people.sessions.end(third.token)
    assert people.sessions.who(third.token) is None
    assert people.sessions.who(other.token) is not None
    assert people.sessions.end_all(other.access.person.id) == 1


@pytest.mark.parametrize("change", ["role", "password", "disable", "own password"])
def test_all_sessions_end_when_the_account_changes(people: People, change: str) -> None:
    entry, again = come_in(people), come_in(people)
    person = entry.access.person.id
    if change == "role":
        people.accounts.set_role(person, "reader", by="root")
    elif change == "password":
        people.accounts.set_password(person, OTHER, by="root")
    elif change == "disable":
        people.accounts.disable(person, by="root")
    else:
        people.change_own_password(entry.access, GOOD, OTHER, address=HERE)
    assert people.sessions.who(entry.token) is people.sessions.who(again.token) is None
    assert people.sessions.of(person) == ()


def test_a_clearance_counts_from_the_next_page_on(people: People) -> None:
    entry = come_in(people)
    people.accounts.set_clearance(entry.access.person.id, "red", by="root")
    found = people.sessions.who(entry.token)
    assert found is not None
    assert found.person.clearance == "red"


def test_who_has_too_many_sessions_loses_the_one_unused_longest(opening: Opening, hands: Hands) -> None:
    people = opening(Rules(most_sessions=3))
    entries = []
    for _ in range(4):
        entries.append(come_in(people))
        hands.on(seconds=90)
        if len(entries) > 1:
            assert people.sessions.who(entries[0].token) is not None
    assert [people.sessions.who(one.token) is not None for one in entries] == [True, False, True, True]


@pytest.mark.parametrize("token", ["", "x", "'", "a" * 10_000, "\ud800", "\0", "é"])
def test_a_wrong_token_opens_nothing(people: People, token: str) -> None:
    come_in(people)
    assert people.sessions.who(token) is None
    assert people.keys.who(token) is None
    people.sessions.end(token)


def test_nobody_is_told_what_was_wrong(people: People) -> None:
    come_in(people)
    come_in(people, "bert")
    people.accounts.disable(people.accounts.named("bert").id, by="root")
    people.accounts.add("carl", by="root")  # has no password
    said = set()
    for name, password in (
        ("anna", OTHER),
        ("bert", GOOD),
        ("carl", ""),
        ("carl", GOOD),
        ("nobody", GOOD),
        ("", ""),
        ("a\0", "\0"),
        ("\ud800", "\ud800"),
    ):
        with pytest.raises(LoginRefusedError) as caught:
            people.log_in(name, password, address=THERE)
        said.add(str(caught.value))
        assert caught.value.__cause__ is None
    assert len(said) == 1


def test_as_much_work_is_done_for_who_is_not_there(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    come_in(people)
    real, worked = passwords._hasher(), []

    class Counting:
        hash = staticmethod(real.hash)

        def verify(self, kept: str, password: str) -> bool:
            worked.append(kept.rsplit("$", 2)[0])
            return real.verify(kept, password)

        def check_needs_rehash(self, kept: str) -> bool:
            return real.check_needs_rehash(kept)

    monkeypatch.setattr(passwords, "_hasher", Counting)
    for name in ("anna", "nobody", "\0"):
        with pytest.raises(LoginRefusedError):
            people.log_in(name, OTHER, address=None)
    assert len(worked) == 3
    assert len(set(worked)) == 1  # the same parameters


def test_a_changed_password_needs_the_old_one_and_a_session(people: People) -> None:
    entry = come_in(people)
    with pytest.raises(LoginRefusedError):
        people.change_own_password(entry.access, OTHER, OTHER, address=HERE)
    with pytest.raises(PersonRefusedError):
        people.change_own_password(entry.access, GOOD, "short", address=HERE)
    made = people.keys.new(entry.access.person.id, "k", ("read",), by="anna")
    by_key = people.keys.who(made.secret)
    assert by_key is not None
    with pytest.raises(PersonRefusedError, match="not by a key"):
        people.change_own_password(by_key, GOOD, OTHER, address=HERE)
    assert people.sessions.who(entry.token) is not None
    people.change_own_password(entry.access, GOOD, OTHER, address=HERE)
    assert people.log_in("anna", OTHER, address=HERE)
    with pytest.raises(LoginRefusedError):
        people.log_in("anna", GOOD, address=HERE)


def test_a_password_that_changes_while_it_is_checked_lets_nobody_in(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = come_in(people)
    checked = passwords.opens

    def slowly(kept: str | None, password: str) -> bool:
        right = checked(kept, password)
        monkeypatch.setattr(passwords, "opens", checked)
        people.accounts.set_password(entry.access.person.id, OTHER, by="root")
        return right

    monkeypatch.setattr(passwords, "opens", slowly)
    with pytest.raises(LoginRefusedError):
        people.log_in("anna", GOOD, address=HERE)
    assert people.sessions.of(entry.access.person.id) == ()


def test_a_busy_store_keeps_nobody_from_a_page(people: People, tmp_path: Path, hands: Hands) -> None:
    entry = come_in(people)
    hands.on(minutes=30)
    other = sqlite3.connect(tmp_path / "a.db.people", isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        quick = People(Store(tmp_path / "a.db.people", create=False, clock=hands, wait=0.1), lambda _: None, Rules())
        assert quick.sessions.who(entry.token) is not None
        with pytest.raises(PeopleStoreError, match="in use by another program"):
            quick.accounts.add("bert", by="root")
        quick.close()
    finally:
        other.close()


def test_form_tokens_are_their_sessions(people: People) -> None:
    entry, other = come_in(people), come_in(people)
    given = form_token(entry.token)
    assert given != form_token(entry.token)  # salted
    assert entry.token not in given
    assert form_token_is_right(entry.token, given)
    assert form_token_is_right(entry.token, form_token(entry.token))
    assert not form_token_is_right(other.token, given)
    assert not form_token_is_right("", form_token(""))
    for wrong in (
        "",
        "0",
        "zz",
        given[:-2],
        given + "00",
        given[:-1] + ("0" if given[-1] != "0" else "1"),
        " " + given,
        "é",
        "0" * 96,
    ):
        assert not form_token_is_right(entry.token, wrong)


class Interleaved(RuleBasedStateMachine):
    """Logging in, using, ending, changing and waiting in any order, beside a model of what each token may still do."""

    def __init__(self) -> None:
        super().__init__()
        self.hands = Hands()
        self.limits = Rules(most_sessions=4)

    @initialize()
    def begin(self) -> None:
        self.patch = pytest.MonkeyPatch()
        light = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        self.patch.setattr(passwords, "_hasher", lambda: light)
        passwords._nobodys.cache_clear()
        self.folder = tempfile.TemporaryDirectory()
        self.people = open_people(
            Path(self.folder.name) / "p", noting=lambda _: None, create=True, clock=self.hands, rules=self.limits
        )
        self.persons = [self.people.accounts.add(name, by="root", password=GOOD).id for name in ("a", "b")]
        self.passwords = [GOOD, GOOD]
        self.tokens: list[tuple[str, int, datetime]] = []  # token, whose, since when
        self.last: dict[str, datetime] = {}
        self.dead: set[str] = set()

    @rule(whose=st.integers(0, 1), brought=st.integers(0, 5))
    def log_in(self, whose: int, brought: int) -> None:
        replacing = self.tokens[brought][0] if brought < len(self.tokens) else None
        try:
            entry = self.people.log_in("ab"[whose], self.passwords[whose], address=None, replacing=replacing)
        except (LoginRefusedError, LoginThrottledError):  # who is disabled, and tried too often
            return
        if replacing is not None:
            self.dead.add(replacing)
        self.tokens.append((entry.token, whose, self.hands.at))
        self.last[entry.token] = self.hands.at

    @rule(which=st.integers(0, 20))
    def end(self, which: int) -> None:
        if which < len(self.tokens):
            self.people.sessions.end(self.tokens[which][0])
            self.dead.add(self.tokens[which][0])

    @rule(whose=st.integers(0, 1), how=st.sampled_from(["password", "role", "disable", "enable", "all"]))
    def change(self, whose: int, how: str) -> None:
        person = self.persons[whose]
        if how == "password":
            self.passwords[whose] = OTHER if self.passwords[whose] == GOOD else GOOD
            self.people.accounts.set_password(person, self.passwords[whose], by="root")
        elif how == "role":
            before = self.people.accounts.person(person).role
            self.people.accounts.set_role(person, "analyst" if before == "reader" else "reader", by="root")
        elif how == "disable":
            self.people.accounts.disable(person, by="root")
        elif how == "enable":
            self.people.accounts.enable(person, by="root")
            return
        else:
            self.people.sessions.end_all(person)
        self.dead |= {token for token, owner, _ in self.tokens if owner == whose}

    @rule(minutes=st.sampled_from([-90, -5, 1, 20, 59, 61, 300, 800]))
    def wait(self, minutes: int) -> None:
        self.hands.on(minutes=minutes)

    @rule(which=st.integers(0, 20))
    def use(self, which: int) -> None:
        if which >= len(self.tokens):
            return
        token, whose, since = self.tokens[which]
        found = self.people.sessions.who(token)
        now = self.hands.at
        if found is None:
            self.dead.add(token)
            return
        assert token not in self.dead  # what has ended, or was refused once, never opens again
        assert found.person.id == self.persons[whose]
        assert found.person.active
        assert now - since < self.limits.lasting
        assert now - self.last[token] < self.limits.idle
        self.last[token] = max(self.last[token], now)

    @invariant()
    def few(self) -> None:
        for person in getattr(self, "persons", ()):
            assert len(self.people.sessions.of(person)) <= self.limits.most_sessions

    def teardown(self) -> None:
        if hasattr(self, "people"):
            self.people.close()
            self.folder.cleanup()
            self.patch.undo()


TestInterleaved = Interleaved.TestCase
TestInterleaved.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)


def test_too_many_wrong_tries_wait_and_then_go_on(people: People, hands: Hands) -> None:
    come_in(people)
    for _ in range(5):
        with pytest.raises(LoginRefusedError):
            people.log_in("anna", OTHER, address=THERE)
    with pytest.raises(LoginRefusedError):
        people.log_in("anna", OTHER, address=THERE)
    with pytest.raises(LoginThrottledError) as caught:
        people.log_in("anna", GOOD, address=THERE)  # the right one too, else the pause would tell it
    assert caught.value.wait == 1
    hands.on(seconds=1)
    assert people.log_in("anna", GOOD, address=THERE)
    with pytest.raises(LoginRefusedError):
        people.log_in("anna", OTHER, address=THERE)  # counted anew
