"""The theatres as their dispatches tell them, and every briefing on some of their days, read back once for all tests."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from missionwatch import briefing, flow, theatre
from missionwatch.ledger import MemoryLedger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.ledger import Ledger
    from missionwatch.records import Briefing, BriefingForm, Check, CheckedSentence, Picture, Theatre

DAYS = {
    "mali": ("2022-02-08", "2022-03-01"), "niger": ("2023-08-12", "2024-03-20"), "iraq": ("2020-01-12", "2020-03-31"),
    "lebanon": ("2024-10-14", "2024-11-30"),
}  # fmt: skip
LANGUAGES = ("nl", "en", "fr")
FORMS: tuple[BriefingForm, ...] = ("letter", "sitrep", "flash", "full")


@dataclass(frozen=True)
class Scene:
    """A theatre's ledger on a day, and the picture then."""

    theatre: Theatre
    ledger: Ledger
    seen: Picture

    @property
    def day(self) -> date:
        return self.seen.as_of

    def brief(self, language: str, form: BriefingForm) -> Briefing:
        return _brief(self.theatre.name, self.day.isoformat(), language, form)

    def check(self, text: str, language: str) -> Check:
        """Hold a text beside the ledger as a person's draft would be."""
        return flow.read_back(
            (text,), "Nota", language, self.ledger, self.theatre, as_of=self.day, known_at=flow.end_of(self.day)
        )


@cache
def _book(name: str) -> tuple[Ledger, Theatre]:
    ledger, found = MemoryLedger(), theatre.load(name)
    list(flow.add(theatre.dispatches(name), ledger, found, replay=True))
    return ledger, found


@cache
def scene(name: str, day: str) -> Scene:
    ledger, found = _book(name)
    as_of = date.fromisoformat(day)
    return Scene(found, ledger, flow.see(ledger, found, as_of=as_of, known_at=flow.end_of(as_of)))


@cache
def _brief(name: str, day: str, language: str, form: BriefingForm) -> Briefing:
    at = scene(name, day)
    since = at.day - timedelta(days=14)
    changed = flow.compare(at.ledger, at.theatre, before=since, after=at.day)
    return flow.brief(
        at.seen,
        flow.judge(at.seen, flow.before(at.ledger, at.seen)),
        language=language,
        form=form,
        changes=changed,
        since=since,
    )


@cache
def read_back(name: str, day: str, language: str, form: BriefingForm) -> Check:
    """Return a briefing held beside the ledger it was written from."""
    at, made = scene(name, day), _brief(name, day, language, form)
    return flow.read_back(
        briefing.paragraphs(made), made.title, language, at.ledger, at.theatre, as_of=at.day,
        known_at=flow.end_of(at.day),
    )  # fmt: skip


def everything(language: str, names: tuple[str, ...] = tuple(DAYS)) -> Iterator[tuple[str, Check]]:
    for name in names:
        for day, form in itertools.product(DAYS[name], FORMS):
            yield f"{name} {day} {form}", read_back(name, day, language, form)


def sentences(language: str, names: tuple[str, ...] = tuple(DAYS)) -> dict[tuple[str, str], CheckedSentence]:
    """Return each different sentence of a language's briefings once, with the theatre and day that it is of."""
    return {
        (where.rsplit(" ", 1)[0], one.evidence.quote): one
        for where, check in everything(language, names)
        for one in check.sentences
    }
