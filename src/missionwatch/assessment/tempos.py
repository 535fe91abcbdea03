"""Which tempos count: a rise at a mission's places that a signal asks for, with the figures of the dataset that shows it.

A tempo counts for the first signal it fits in each dimension, and of all that fit there one counts: the one that counts most.
Datasets tell of the same incidents in different ways, circles round two places overlap, and a country holds its towns: added up, one
incident would count twice. What falls counts for nothing: fewer rows may be fewer reports.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.records import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from missionwatch.assessment.indicators import Indicators, Signal
    from missionwatch.records import Dimension, Tempo

_WEEKS = 4  # of a tempo's series on either side of the change, below which nothing is said of its deaths


def risen(mission: str, tempos: Iterable[Tempo], indicators: Indicators, as_of: date) -> tuple[Reason, ...]:
    """Return the reasons that event data give for a mission's level, before they are added up: one a dimension at most."""
    strongest: dict[Dimension, Reason] = {}
    for tempo in tempos:
        if tempo.mission != mission:
            continue
        for signal in _fitting(tempo, indicators):
            one = _reason(signal, tempo, as_of)
            held = strongest.get(signal.dimension)
            if held is None or (one.counted, held.id) > (held.counted, one.id):
                strongest[signal.dimension] = one
    return tuple(strongest[dimension] for dimension in sorted(strongest))


def _fitting(tempo: Tempo, indicators: Indicators) -> Iterator[Signal]:
    found: set[str] = set()
    for signal in indicators.of_tempo:
        if signal.dimension not in found and fits(signal, tempo):
            found.add(signal.dimension)
            yield signal


def fits(signal: Signal, tempo: Tempo) -> bool:
    """Say whether a tempo fits a signal: the dataset counts, at such a place, and what is asked has risen enough.

    A dataset of which nothing can be said (it ends earlier, begins later, has nothing of the country) fits none.
    """
    where = "host" if tempo.near.km is None else "near"
    if tempo.gap != "none" or tempo.change != "up" or where not in signal.places or tempo.source not in signal.sources:
        return False
    if not _grown(tempo.rate_before, tempo.rate_after, signal.least):
        return False
    return signal.measure == "incidents" or _grown(*deaths_a_week(tempo), signal.least)


def deaths_a_week(tempo: Tempo) -> tuple[float | None, float | None]:
    """Return the deaths a week (best figures) before and since the change; None where the weeks shown are too few, or none are counted."""
    if tempo.since is None or any(week.deaths is None for week in tempo.series):
        return None, None
    before = [week.deaths.best for week in tempo.series if week.deaths is not None and week.begins < tempo.since]
    after = [week.deaths.best for week in tempo.series if week.deaths is not None and week.begins >= tempo.since]
    if min(len(before), len(after)) < _WEEKS:
        return None, None
    return sum(before) / len(before), sum(after) / len(after)


def _grown(before: float | None, after: float | None, least: float) -> bool:
    return before is not None and after is not None and after > 0 and after >= least * before


def _reason(signal: Signal, tempo: Tempo, as_of: date) -> Reason:
    """Return what a tempo counts: from the day since which it is so, by how much its dataset counts."""
    since = tempo.since or as_of
    age = max(0, (as_of - since).days)
    fades, part = 0.5 ** (age / signal.half_life), signal.sources[tempo.source]
    return Reason(
        signal=signal.id, dimension=signal.dimension, tempo=tempo, weight=signal.weight, counted=signal.weight * fades * part,
        last=since, age=age, half_life=signal.half_life, fades=fades, doubt=part,
        background=signal.background or (tempo.source == "gdelt" and not signal.media),
    )  # fmt: skip
