"""From weekly counts to a ``Tempo``: what is usual, what changed. Pure: values in, values out."""

from __future__ import annotations

from datetime import timedelta
from statistics import quantiles
from typing import TYPE_CHECKING, Literal, NamedTuple

from missionwatch.records import Deaths, Gap, Near, Tempo, TempoChange, Usual, Week
from missionwatch.tempo.changepoints import change_points

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from missionwatch.records import Dataset, EventSource

Against = Literal["year", "seasons"]
"""What is usual is taken from the 52 weeks before the window, or from the same season of five earlier years."""
WINDOW = 4
"""Weeks of the figures that lead."""
SHOWN = 26
LOOKED_AT = 104
"""Weeks in which change-points are looked for, where no more are shown."""
YEAR, SEASONS, EITHER_SIDE = 52, 5, 2
FEWEST = 26
"""Weeks of history below which nothing is called usual."""


class Counted(NamedTuple):
    """What a dataset has near one place: by week, the last week first, and what could not be put in a week or at the place."""

    weeks: tuple[tuple[int, Deaths | None], ...]
    articles: int | None = None
    undated: int = 0
    unplaced: int = 0
    rows: int = 0


class Coverage(NamedTuple):
    """The days for which a dataset has been loaded for a country; None where it has not been at all."""

    first: date | None
    last: date | None
    files: tuple[Dataset, ...] = ()


def reach(shown: int, against: Against) -> int:
    """Return how many weeks back must be counted for a tempo of ``shown`` weeks."""
    usual = WINDOW + (YEAR if against == "year" else SEASONS * YEAR + EITHER_SIDE + SEASONS)
    return max(shown, LOOKED_AT, usual)


def tempo(
    mission: str, near: Near, source: EventSource, as_of: date, counted: Counted, covered: Coverage, *,
    shown: int = SHOWN, window: int = WINDOW, against: Against = "year",
) -> Tempo:  # fmt: skip
    """Return the tempo of a place; weeks before the data begin are not taken for weeks without incidents."""
    gap = gap_of(covered, as_of)
    known = weeks_covered(covered, as_of, len(counted.weeks)) if gap == "none" else 0
    counts = [incidents for incidents, _ in counted.weeks[:known]]
    series = tuple(
        Week(as_of - timedelta(days=7 * back + 6), incidents, deaths)
        for back, (incidents, deaths) in reversed(list(enumerate(counted.weeks[: min(shown, known)])))
    )
    change: TempoChange = "none"
    since, before, after = None, None, None
    looked_at = counts[: max(shown, LOOKED_AT)][::-1]
    found = change_points(looked_at)
    if found and len(looked_at) - found[-1].week <= shown:
        last = found[-1]
        change = "up" if last.after > last.before else "down"
        since = as_of - timedelta(days=7 * (len(looked_at) - last.week) - 1)
        before, after = last.before, last.after
    said = counted if known else Counted(())
    return Tempo(
        mission=mission, near=near, source=source, as_of=as_of, window=window, incidents=sum(counts[:window]),
        deaths=total(deaths for _, deaths in counted.weeks[: min(window, known)]), usual=usual(counts, window, against),
        change=change, since=since, series=series, rate_before=before, rate_after=after, gap=gap, data_first=covered.first,
        data_last=covered.last, articles=said.articles, undated=said.undated, unplaced=said.unplaced, rows=said.rows,
        files=covered.files,
    )  # fmt: skip


def gap_of(covered: Coverage, as_of: date) -> Gap:
    """Return why nothing can be said of the days up to ``as_of``; a dataset that ends within the last week will do."""
    if covered.first is None or covered.last is None:
        return "no-data"
    if covered.first > as_of - timedelta(days=6):
        return "begins-after"
    return "ends-before" if covered.last < as_of - timedelta(days=6) else "none"


def weeks_covered(covered: Coverage, as_of: date, counted: int) -> int:
    """Return how many whole weeks back from ``as_of`` the data reach."""
    return min(counted, ((as_of - covered.first).days + 1) // 7) if covered.first is not None else 0


def usual(counts: Sequence[int], window: int = WINDOW, against: Against = "year") -> Usual | None:
    """Return how many incidents a window usually has, from counts by week with the last week first.

    >>> usual([9, 9, 9, 9] + [1, 2] * 26)
    Usual(middle=6.0, low=6.0, high=6.0, weeks=52)
    >>> usual([9, 9, 9, 9] + [1] * 20) is None
    True
    """
    if against == "year":
        past = counts[window : window + YEAR]
        if len(past) < max(FEWEST, window + 2):
            return None
        sums = [sum(past[start : start + window]) for start in range(len(past) - window + 1)]
    else:
        starts = [
            year * YEAR + year // 5 + shift
            for year in range(1, SEASONS + 1)
            for shift in range(-EITHER_SIDE, EITHER_SIDE + 1)
        ]
        sums = [sum(counts[start : start + window]) for start in starts if start + window <= len(counts)]
        if len(sums) < 2 * (2 * EITHER_SIDE + 1):  # two earlier years at least
            return None
    tenths = quantiles(sums, n=10, method="inclusive")
    return Usual(middle=tenths[4], low=tenths[0], high=tenths[8], weeks=len(past) if against == "year" else len(sums))


def total(deaths: Iterable[Deaths | None]) -> Deaths | None:
    """Return the sum of deaths, low with low and high with high; None where none are counted."""
    known = [one for one in deaths if one is not None]
    if not known:
        return None
    return Deaths(sum(d.low for d in known), sum(d.best for d in known), sum(d.high for d in known))
