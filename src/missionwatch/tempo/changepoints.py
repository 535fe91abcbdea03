"""Change-points: since when a weekly count is on another level, and whether that can be chance.

For every week the counts before and after it are compared by the Poisson likelihood ratio; the greatest of these is divided by how
much the counts scatter more than Poisson's (quasi-likelihood), so that bursts do not pass for a change. How often chance alone
makes such a greatest ratio is known: the boundary-crossing approximation of Miller and Siegmund (Biometrics 38, 1982, 1011-1016). Where
that is below ``ALPHA`` the series is cut there and each side is looked at again (binary segmentation). Measured false alarms and
power stand in docs/tempo.md and are tested.
"""

from __future__ import annotations

from itertools import accumulate
from math import exp, log, pi, sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

ALPHA = 0.01
"""How often a series without a change may be said to have one."""
LEAST = 4
"""Weeks that a level must have lasted: what is younger may be one bad week."""
SHORTEST = 16
"""Weeks below which nothing is said."""
BLOCK = 4  # weeks over which bursts are looked for


class ChangePoint(NamedTuple):
    """The counts from ``week`` on are on another level: ``before`` and ``after`` are means a week, ``chance`` how likely by chance."""

    week: int
    before: float
    after: float
    chance: float


def change_points(counts: Sequence[int], *, alpha: float = ALPHA, least: int = LEAST) -> tuple[ChangePoint, ...]:
    """Return where a weekly series changes its level, in order of time.

    >>> [(c.week, c.before, c.after) for c in change_points([2, 3, 2, 1, 2, 3, 2, 2, 2, 1] * 2 + [8, 7, 9, 8, 7, 8, 9, 8, 7, 9])]
    [(20, 2.0, 8.0)]
    >>> change_points([2, 3, 1, 2, 4, 2] * 9)
    ()
    """
    cuts = sorted(_cuts(counts, 0, len(counts), alpha, least))
    for place in range(
        len(cuts)
    ):  # a first cut was made with all later changes still inside: put it right between its neighbours
        low, high = cuts[place - 1] if place else 0, cuts[place + 1] if place + 1 < len(cuts) else len(counts)
        best = _greatest(counts[low:high], least)
        if best is not None:
            cuts[place] = low + best[0]
    bounds = [0, *cuts, len(counts)]
    out = []
    for low, cut, high in zip(bounds, cuts, bounds[2:], strict=False):
        chance = _chance(counts[low:high], cut - low, least)
        out.append(ChangePoint(cut, _mean(counts[low:cut]), _mean(counts[cut:high]), chance))
    return tuple(out)


def _cuts(counts: Sequence[int], low: int, high: int, alpha: float, least: int) -> list[int]:
    part = counts[low:high]
    best = _greatest(part, least) if len(part) >= max(SHORTEST, 2 * least) else None
    if best is None or _chance(part, best[0], least) >= alpha:
        return []
    cut = low + best[0]
    return [*_cuts(counts, low, cut, alpha, least), cut, *_cuts(counts, cut, high, alpha, least)]


def _greatest(counts: Sequence[int], least: int) -> tuple[int, float] | None:
    """Return where the two sides differ most, and twice the logarithm of the likelihood ratio there."""
    sums = [0, *accumulate(counts)]
    weeks, total = len(counts), sums[-1]
    if not total or weeks < 2 * least:
        return None
    whole = total * log(total / weeks)
    ratios = (
        (cut, 2 * (_term(sums[cut], cut) + _term(total - sums[cut], weeks - cut) - whole))
        for cut in range(least, weeks - least + 1)
    )
    return max(ratios, key=lambda found: found[1])


def _term(total: int, weeks: int) -> float:
    return total * log(total / weeks) if total else 0.0


def _chance(counts: Sequence[int], cut: int, least: int) -> float:
    """Return how likely chance alone makes a greatest ratio like the one at ``cut``."""
    sides = (counts[:cut], counts[cut:])
    weeks, total = len(counts), sum(counts)
    if not total:
        return 1.0
    ratio = 2 * (sum(_term(sum(side), len(side)) for side in sides) - _term(total, weeks))
    height = sqrt(max(0.0, ratio / _scatter(sides)))
    if height <= 1:
        return 1.0
    edge = least / weeks
    normal = exp(-height * height / 2) / sqrt(2 * pi)
    return min(1.0, normal * ((height - 1 / height) * 2 * log((1 - edge) / edge) + 4 / height))


def _scatter(sides: Sequence[Sequence[int]]) -> float:
    """Return how much more than Poisson's the counts scatter about the mean of their side: week by week, or in blocks of weeks.

    Never less than 1. Blocks show bursts that last longer than a week.
    """
    weekly = free = 0.0
    blocks = pairs = 0.0
    for side in sides:
        mean = _mean(side)
        if not mean:
            free += len(side)
            continue
        apart = [count - mean for count in side]
        weekly += sum(value * value for value in apart) / mean
        free += len(side)
        sums = [sum(apart[start : start + BLOCK]) for start in range(len(side) - BLOCK + 1)]
        blocks += sum(value * value for value in sums) / (BLOCK * mean)
        # the residuals of a short side are tied to their mean: that many blocks are fewer in truth
        pairs += len(sums) * (1 - BLOCK / len(side)) if len(side) > BLOCK else 0.0
    by_week = weekly / max(1.0, free - len(sides))
    by_block = blocks / pairs if pairs >= 1 else 1.0
    return max(1.0, by_week, by_block)


def _mean(counts: Sequence[int]) -> float:
    return sum(counts) / len(counts) if counts else 0.0
