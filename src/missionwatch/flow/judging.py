"""The picture judged: levels, what-if, history, and who is to be warned."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from missionwatch import alerts, assessment, register
from missionwatch.errors import HypothesisError
from missionwatch.flow.seeing import beside, end_of, see
from missionwatch.records import Hypothesis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from missionwatch import tempo
    from missionwatch.ledger import Ledger
    from missionwatch.records import (
        Concern,
        Picture,
        ReplayDay,
        SourceHealth,
        Tempo,
        Theatre,
        WhatIf,
    )


def levels(
    ledger: Ledger, theatre: Theatre, *, as_of: date, known_at: datetime, events: tempo.Archive | None = None
) -> tuple[Concern, ...]:
    """Return the concerns of a day as known at a moment, without their trends: each day's by itself."""
    seen = see(ledger, theatre, as_of=as_of, known_at=known_at)
    return assessment.assess(seen, tempos=beside(seen, events))


def trend_from(day: date, theatre: Theatre) -> date:
    """Return the day with which a day's levels are compared for their trend: thirty days before, or what the indicators say."""
    return day - assessment.span(assessment.indicators_of(theatre))


def before(ledger: Ledger, seen: Picture, events: tempo.Archive | None = None) -> tuple[Concern, ...]:
    """Return the concerns on the day that gives a picture's trends (``trend_from``), as known then."""
    day = trend_from(seen.as_of, seen.theatre)
    then = see(ledger, seen.theatre, as_of=day, known_at=min(end_of(day), seen.known_at))
    return assessment.assess(then, tempos=beside(then, events), hangs=False)


def judge(seen: Picture, earlier: tuple[Concern, ...] = (), tempos: tuple[Tempo, ...] = ()) -> tuple[Concern, ...]:
    """Return how worrying each mission's state is, and why.

    ``earlier`` are the concerns of ``before``, for the trend; ``tempos`` those of ``beside``, which count where a signal asks for them.
    """
    return assessment.assess(seen, earlier=earlier, tempos=tempos)


def hypothesis(
    kind: Literal["withdraw", "add", "end-mandate"],
    mission: str,
    *,
    party: str | None = None,
    people: int | None = None,
    day: date | None = None,
) -> Hypothesis:
    """Return what is supposed of a mission (id): that a state (ISO code) withdraws or joins, or that its mandate ends on a day.

    Raises ``HypothesisError`` where the state or the day is missing or unknown.
    """
    names = register.load()
    of = names.ref(mission, names.name(mission, "en") or mission)
    if kind == "end-mandate":
        if day is None:
            raise HypothesisError("say on which day the mandate ends")
        return Hypothesis(kind=kind, mission=of, day=day)
    state = names.ref(f"state:{(party or '').upper()}", (party or "").upper())
    if state.id is None:
        raise HypothesisError(f"{party or 'nobody'} is no state; write its ISO code, for example FR")
    return Hypothesis(kind=kind, mission=of, party=state, people=people if kind == "add" else None)


def suppose(seen: Picture, hypothesis: Hypothesis, tempos: tuple[Tempo, ...] = ()) -> WhatIf:
    """Return what a hypothesis would take along, as far as reports say, and how the levels would move; nothing is booked."""
    return assessment.suppose(seen, hypothesis, tempos)


def replay(
    ledger: Ledger,
    theatre: Theatre,
    *,
    first: date,
    last: date,
    every: int = 1,
    known_at: datetime | None = None,
    events: tempo.Archive | None = None,
    of: Callable[[date, datetime], tuple[Concern, ...]] | None = None,
) -> Iterator[ReplayDay]:
    """Yield a theatre's levels from day to day, each as known on its own evening and never later than ``known_at``.

    With each come the claims that changed a level.

    ``events`` are counted too; of a past day they may show what became known later, for ACLED and UCDP do not say when.
    ``of`` gives the ``levels`` of a day as known at a moment, for who remembers them; else they are worked out.
    """
    history, indicators = assessment.History(), assessment.indicators_of(theatre)

    def on(day: date) -> tuple[Concern, ...]:
        moment = end_of(day) if known_at is None else min(end_of(day), known_at)
        return of(day, moment) if of else levels(ledger, theatre, as_of=day, known_at=moment, events=events)

    for day in assessment.days(first, last, every):
        then = trend_from(day, theatre)
        yield history.add(day, assessment.trended(on(day), history.at(then) or on(then), indicators))


def course(
    ledger: Ledger,
    theatre: Theatre,
    *,
    until: date,
    known_at: datetime | None = None,
    weeks: int = 26,
    events: tempo.Archive | None = None,
) -> tuple[tuple[date, tuple[Concern, ...]], ...]:
    """Return the concerns week by week up to a day, each as known on its own evening and never later than ``known_at``.

    ``events`` are counted as in ``replay``, so that the last of them is what a picture of that day says.
    """
    days = [until - timedelta(weeks=n) for n in range(weeks, -1, -1)]
    moments = [end_of(day) if known_at is None else min(end_of(day), known_at) for day in days]
    return tuple(
        (day, levels(ledger, theatre, as_of=day, known_at=moment, events=events))
        for day, moment in zip(days, moments, strict=True)
    )


def warn(
    memory: alerts.Memory,
    ledger: Ledger,
    theatre: Theatre,
    health: Sequence[SourceHealth],
    *,
    now: datetime,
    events: tempo.Archive | None = None,
) -> alerts.Memory:
    """Return the memory of alerts with what is new at ``now`` put to wait: from the picture, the concerns, the sources' health."""
    seen = see(ledger, theatre, as_of=now.date(), known_at=now)
    concerns = judge(seen, before(ledger, seen, events), beside(seen, events))
    held = {one.name: (one, alerts.matters(one, seen, concerns, health, now)) for one in theatre.alerts}
    return alerts.decide(memory, held, lambda one, matter: alerts.word(one, matter, seen, made=now), now)
