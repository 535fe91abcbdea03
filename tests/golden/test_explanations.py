"""Explanations kept whole: why a claim is believed, and why a mission's state worries; `make golden` renews them, read the diff."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from missionwatch import flow, theatre
from missionwatch.cli.commands import app
from missionwatch.ledger import open_ledger
from tests.golden.test_demo import check

if TYPE_CHECKING:
    from pathlib import Path

    from missionwatch.records import Claim

DAY = "2022-02-08"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("explained") / "mali.db"
    with open_ledger(path, create=True) as ledger:
        list(flow.add(theatre.dispatches("mali"), ledger, theatre.load("mali"), replay=True))
    return path


def said(book: Path, *arguments: str) -> str:
    asked = [*arguments, "--ledger", str(book), "--as-of", DAY, "--known", DAY]
    result = CliRunner().invoke(app, asked, env={"COLUMNS": "110", "TERM": "xterm"})
    assert result.exit_code == 0, result.output
    return "\n".join(line.rstrip() for line in result.output.splitlines()) + "\n"


def claims(book: Path) -> list[Claim]:
    with open_ledger(book) as ledger:
        day = date.fromisoformat(DAY)
        seen = flow.see(ledger, theatre.load("mali"), as_of=day, known_at=flow.end_of(day))
    return [*seen.presences, *(c for m in (*seen.missions, seen.general) for c in (*m.contributions, *m.developments))]


def is_disputed_number_of_danes(claim: Claim) -> bool:
    who = {ref.country for ref in claim.statement.role("contributor")}
    return claim.predicate == "contribution" and who == {"DK"} and bool(claim.disputed)


def is_copied_demand(claim: Claim) -> bool:
    return claim.type == "demand" and any(ref.country == "DK" for ref in claim.statement.role("target"))


def is_denied_presence(claim: Claim) -> bool:
    return claim.predicate == "presence" and bool(claim.against)


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("disputed", is_disputed_number_of_danes),
        ("copied", is_copied_demand),
        ("denied", is_denied_presence),
    ],
)
def test_why_a_claim_is_believed(book: Path, name: str, fits: object) -> None:
    assert callable(fits)
    [claim] = [one for one in claims(book) if fits(one)]
    check(f"why-{name}.txt", said(book, "why", claim.id))


@pytest.mark.parametrize("mission", ["takuba", "eutm-mali"])
def test_why_a_state_worries(book: Path, mission: str) -> None:
    check(f"concern-{mission}.txt", said(book, "concern", mission))


def test_what_if_the_lead_left(book: Path) -> None:
    check("whatif-france-takuba.txt", said(book, "whatif", "--withdraw", "FR", "--from", "takuba"))
