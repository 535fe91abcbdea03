"""The picture judged: levels, what-if, history, and who is to be warned."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from missionwatch import alerts, assessment, register
from missionwatch.errors import HypothesisError
from missionwatch.flow.seeing import beside, end_of, see
from missionwatch.records import Hypothesis

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


def before(ledger: Ledger, seen: Picture, events: tempo.Archive | None = None) -> tuple[Concern, ...]:
    """Return the concerns thirty days (or what the indicators say) before a picture's day, as known then: the trend's other end."""
    day = seen.as_of - assessment.span(seen)
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
) -> Iterator[ReplayDay]:
    """Yield a theatre's levels from day to day, each as known on its own evening and never later than ``known_at``.

    With each come the claims that changed a level.

    ``events`` are counted too; of a past day they may show what became known later, for ACLED and UCDP do not say when.
    """
    history = assessment.History()
    for day in assessment.days(first, last, every):
        moment = end_of(day) if known_at is None else min(end_of(day), known_at)
        seen = see(ledger, theatre, as_of=day, known_at=moment)
        earlier = history.at(day - assessment.span(seen)) or before(ledger, seen, events)
        yield history.add(seen, earlier, beside(seen, events))


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
    pictures = (see(ledger, theatre, as_of=d, known_at=m) for d, m in zip(days, moments, strict=True))
    return tuple((seen.as_of, judge(seen, tempos=beside(seen, events))) for seen in pictures)


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
