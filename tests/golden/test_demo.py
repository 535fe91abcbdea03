"""The demo, kept whole: the pictures at three moments, and the briefings in every form and language.

`make golden` renews the files; read the diff before committing it.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from missionwatch import briefing, flow, theatre
from missionwatch.ledger import MemoryLedger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.ledger import Ledger
    from missionwatch.records import BriefingForm, Claim, Picture, Statement

HERE = Path(__file__).parent
FIELDS = (
    "lead", "purpose", "strength", "periods", "contributions", "own", "posts", "developments", "assessments", "questions",
    "options", "risks", "interests",
)  # fmt: skip


@pytest.fixture(scope="module")
def book() -> Ledger:
    ledger = MemoryLedger()
    mali = theatre.load("mali")
    outcomes = list(flow.add(theatre.dispatches("mali"), ledger, mali, replay=True))
    assert len(outcomes) == len(theatre.dispatches("mali"))
    return ledger


def seen(ledger: Ledger, as_of: str, known: str) -> Picture:
    return flow.see(
        ledger, theatre.load("mali"), as_of=date.fromisoformat(as_of), known_at=flow.end_of(date.fromisoformat(known))
    )


def said(statement: Statement) -> Iterator[str]:
    for role, refs in sorted(statement.roles.items()):
        yield f"{role}={'+'.join((r.id or f'“{r.text}”') + (f'/{r.body}' if r.body else '') for r in refs)}"
    for name in ("quantity", "killed", "injured"):
        if (number := getattr(statement, name)) is not None:
            yield f"{name}={number.qualifier}:{number.value}"
    for name in ("grade", "function", "rank", "subject", "caveat", "duration"):
        if value := getattr(statement, name):
            yield f"{name}={value}"
    for name in ("purposes", "options", "cause", "effect"):
        if values := getattr(statement, name):
            yield f"{name}={'+'.join(values)}"
    if statement.assets:
        yield f"assets={'+'.join(a.name for a in statement.assets)}"
    if statement.holders:
        yield f"by={'+'.join((r.id or r.text) + (f'/{r.body}' if r.body else '') for r in statement.holders)}"
    if statement.time is not None:
        yield f"{statement.time.relation}={statement.time.edtf}"
    if statement.likelihood is not None:
        yield f"likelihood={statement.likelihood.term}"
    yield from (name for name in ("negated", "hearsay") if getattr(statement, name))
    if statement.modality != "actual":
        yield statement.modality


def line(claim: Claim) -> str:
    counts = f"[{claim.credibility}; {claim.voices} of {len(claim.support)}"
    counts += f"; against {len(claim.against)}" if claim.against else ""
    counts += f"; corrected {len(claim.corrected)}" if claim.corrected else ""
    counts += f"; disputed {', '.join(f'{v.field} {v.said}' for v in claim.disputed)}" if claim.disputed else ""
    return f"{claim.type or claim.predicate} {' '.join(said(claim.statement))} {counts}]"


def lines(picture: Picture) -> Iterator[str]:
    concerns = flow.judge(picture)
    for mission, concern in zip((*picture.missions, picture.general), concerns, strict=True):
        yield f"# {mission.mission.name}: {concern.level}"
        for name in FIELDS:
            yield from (f"{name}: {line(claim)}" for claim in getattr(mission, name))
        yield from (f"ahead: {day.earliest}..{day.latest} {line(day.claim)}" for day in mission.calendar)
    yield "# presences"
    yield from (line(claim) for claim in picture.presences)


def check(name: str, text: str) -> None:
    path = HERE / name
    if os.environ.get("MISSIONWATCH_GOLDEN") == "renew":
        path.write_text(text, encoding="utf-8")
    assert path.is_file(), f"no golden file {name}; make golden writes it"
    assert text == path.read_text(encoding="utf-8"), f"{name} differs; `make golden` renews it, then read the diff"


@pytest.mark.parametrize(
    ("as_of", "known"), [("2022-02-08", "2022-02-08"), ("2022-03-01", "2022-03-01"), ("2022-02-08", "2022-03-01")]
)
def test_the_picture_as_of_a_day_as_known_at_a_day(book: Ledger, as_of: str, known: str) -> None:
    check(f"picture-{as_of}-known-{known}.txt", "\n".join(lines(seen(book, as_of, known))) + "\n")


@pytest.mark.parametrize("language", ["nl", "en", "fr"])
@pytest.mark.parametrize("form", briefing.FORMS)
def test_the_briefing(book: Ledger, form: BriefingForm, language: str) -> None:
    before, after = date(2022, 2, 8), seen(book, "2022-03-01", "2022-03-01")
    changed = flow.compare(book, theatre.load("mali"), before=before, after=after.as_of)
    concerns = flow.judge(after, flow.before(book, after))
    made = flow.brief(after, concerns, language=language, form=form, changes=changed, since=before)
    check(f"briefing-2022-03-01-{form}-{language}.md", briefing.to_markdown(made))


def test_the_past_looks_different_once_more_is_known(book: Ledger) -> None:
    then, later = (
        list(lines(seen(book, "2022-02-08", "2022-02-08"))),
        list(lines(seen(book, "2022-02-08", "2022-03-01"))),
    )
    assert then != later
    told_later = [one for one in later if one not in then]
    assert any("mission:eutm-mali" in one and "2022-01-25" in one for one in told_later), (
        told_later
    )  # told on 14 February
    assert not any("2022-02-17" in one or "2022-02-22" in one for one in later)  # what had not happened yet
