"""What the tests of this room share: a clock that can be set, cheap hashing, a store in each database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from argon2 import PasswordHasher

from missionwatch.people import OidcClient, OidcSettings, People, Rules, open_people, passwords
from tests.people.provider import CLIENT, REDIRECT, ROLES, SECRET, Provider, running

if TYPE_CHECKING:
    from pathlib import Path

    from missionwatch.records import Act

START = datetime(2022, 2, 8, 9, 0, tzinfo=UTC)
GOOD = "vier paarden onder de brug"
OTHER = "zes kraaien boven het kanaal"
Opening = Callable[..., People]


class Hands:
    """A clock whose hands a test moves."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at

    def on(self, **passed: float) -> None:
        self.at += timedelta(**passed)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def noted() -> list[Act]:
    return []


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let hashing cost little; that the real cost is the recommended one is a test of its own."""
    light = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", lambda: light)
    passwords._nobodys.cache_clear()


@pytest.fixture
def opening(tmp_path: Path, hands: Hands, noted: list[Act], cheap: None) -> Iterator[Opening]:  # noqa: ARG001
    opened: list[People] = []

    def one(rules: Rules | None = None) -> People:
        opened.append(open_people(tmp_path / "a.db.people", noting=noted.append, create=True, clock=hands, rules=rules))
        return opened[-1]

    yield one
    for each in opened:
        each.close()


@pytest.fixture
def people(opening: Opening) -> People:
    return opening()


class Tick:
    """A clock of seconds that a test moves."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def provider(hands: Hands) -> Iterator[Provider]:
    yield from running(hands)


@pytest.fixture
def tick() -> Tick:
    return Tick()


@pytest.fixture
def client(provider: Provider, people: People, hands: Hands, tick: Tick) -> Iterator[OidcClient]:
    settings = OidcSettings(issuer=provider.issuer, client=CLIENT, redirect=REDIRECT, roles=ROLES, secret=SECRET)
    with OidcClient(settings, people, clock=hands, ticking=tick) as one:
        yield one
