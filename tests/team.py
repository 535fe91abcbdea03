"""A team at a workbench on the demo's ledger: ann reads (up to green), bert edits (up to amber), carla manages (up to red)."""

from __future__ import annotations

import re
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING
from unittest.mock import patch

from argon2 import PasswordHasher

from missionwatch import theatre
from missionwatch.ledger import open_ledger
from missionwatch.people import open_people, passwords
from missionwatch.serving import Settings
from missionwatch.workplace import Workplace
from tests.workbench import DAY, demo_ledger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from starlette.testclient import TestClient

    from missionwatch.people import People
    from missionwatch.records import Person

PASSWORD = "a long enough passphrase"  # noqa: S105 - the tests' own
SETTINGS = Settings(hosts=("testserver",))
PAGE = {"accept": "text/html", "origin": "http://testserver"}


@contextmanager
def a_team(folder: Path, ledger: Path | None = None) -> Iterator[Workplace]:
    """Give a workplace with the three people on a copy of the demo's ledger, or of another; meanwhile hashing costs little."""
    place = folder / "mali.db"
    shutil.copyfile(ledger or demo_ledger(), place)
    light = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with (
        patch.object(passwords, "_hasher", lambda: light),
        open_ledger(place) as book,
        open_people(folder / "mali.db.people", noting=book.note, create=True) as people,
    ):
        people.accounts.add("carla", by="carla", role="admin", clearance="red", password=PASSWORD)
        people.accounts.add("bert", by="carla", role="editor", clearance="amber", locale="nl", password=PASSWORD)
        people.accounts.add("ann", by="carla", role="reader", clearance="green", password=PASSWORD)
        yield Workplace(book, [theatre.load("mali")], place=place, day=DAY, people=people)


def token(page: str) -> str:
    """Return the token of the forms of a page."""
    found = re.search(r'name="form-token" value="([0-9a-f]+)"', page)
    assert found, page
    return found[1]


def come_in(client: TestClient, name: str, following: str = "/mali", password: str = PASSWORD) -> None:
    """Log somebody in."""
    shown = client.get("/login").text
    said = {"name": name, "password": password, "next": following, "form-token": token(shown)}
    done = client.post("/login", data=said)
    assert done.status_code == 303, done.text
    assert done.headers["location"] == following


def people(team: Workplace) -> People:
    """Return the people of a team's workplace."""
    assert team.people is not None
    return team.people


def member(team: Workplace, name: str) -> Person:
    """Return somebody of the team by name."""
    return people(team).accounts.named(name)
