"""What keeps a level from flipping near its threshold: reasons faded back and ahead, and the rule by which a level holds.

Pure: only the reasons of one picture are looked at, never what was asked or shown before, so a picture always gives the same levels.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from missionwatch.assessment.counting import DimensionSum, Sums, settled
from missionwatch.assessment.indicators import reached
from missionwatch.records import LEVELS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from missionwatch.assessment.indicators import Holding, Indicators
    from missionwatch.records import Level, Reason


class Fading:
    """What the reasons of one picture sum to on its day, on days before (of those that had begun to count) and days ahead.

    Those of a mission are those of all its dimensions, of which each can be looked at by itself (``only``).
    """

    def __init__(self, dimensions: Sequence[DimensionSum], background_cap: float | None) -> None:
        self.dimensions, self._cap = dimensions, background_cap
        self._days: dict[int, float] = {}
        self._weights: dict[int, Mapping[str, Sequence[float]]] = {}
        self._left: dict[str, Fading] = {}
        signals = [one for dimension in dimensions for one in dimension.signals]
        self._lowers = any(one.signal.weight < 0 for one in signals)
        self._reasons = [reason for one in signals for reason in one.reasons]
        self._ages = sorted({one.age for one in self._reasons})

    @classmethod
    def of(cls, reasons: Iterable[Reason], indicators: Indicators, background_cap: float | None) -> Fading:
        """Return what reasons, not yet added up, sum to."""
        return cls(DimensionSum.each(reasons, indicators), background_cap)

    def only(self, dimension: DimensionSum) -> Fading:
        """Return the same of one dimension alone, to which no cap on background applies."""
        return Fading((dimension,), None)

    def on(self, day: int) -> float:
        """Return the sum so many days after the picture's day; below 0: before it."""
        if day not in self._days:
            self._days[day] = Sums(self.dimensions, day, self._cap).score
        return self._days[day]

    def settled(self) -> tuple[Reason, ...]:
        """Return the reasons with what each counts on the picture's day."""
        return settled(self.dimensions, Sums(self.dimensions, 0, self._cap))

    def weights(self, back: int) -> Mapping[str, Sequence[float]]:
        """Return, by claim or tempo, the most that each of its reasons counted before caps on any of so many days before, or today."""
        if back not in self._weights:
            found: dict[str, list[float]] = defaultdict(list)
            for one in self._reasons:
                since = max(0, one.age - back)
                found[one.id].append(one.weight * 0.5 ** (since / one.half_life) * one.doubt * one.tense * one.share)
            self._weights[back] = found
        return self._weights[back]

    def begun(self, day: int) -> Sequence[int] | None:
        """Return how many days before a day each of its reasons began to count, the latest first; None where any lowers a sum."""
        if self._lowers:
            return None
        return [day + age for age in self._ages if day + age > 0]

    def without(self, carrier: str) -> Fading:
        """Return the same without what one claim or tempo (its id) counts."""
        if carrier not in self._left:
            self._left[carrier] = Fading([one.without(carrier) for one in self.dimensions], self._cap)
        return self._left[carrier]


class Hold(NamedTuple):
    """A level, and how far from another it is.

    Where it is held, ``back`` is how many days before its threshold was reached last, else 0. ``to_fall`` is how much less every sum
    since then can be without a lower level, ``to_rise`` how much more the sum must be for a higher one to be possible.
    """

    level: Level
    back: int
    to_fall: float
    to_rise: float


def hold(
    thresholds: Mapping[str, float],
    holding: Holding,
    score: Callable[[int], float],
    begun: Sequence[int] | None = None,
) -> Hold:
    """Return the highest level whose threshold the score reaches, or reached and has held to since.

    ``score`` gives the sum so many days before (0: today). A level is held where today's sum is at least ``holding.share`` of its
    threshold, the threshold was reached in the ``holding.days`` days before, and no sum since was below that share.

    ``begun`` are the days before on which something began to count, the latest first, where nothing lowers a sum: between two of them
    sums only fall, so that few days need be looked at. None: every day is.
    """
    today = score(0)
    level = reached(thresholds, today)
    to_rise = float("inf")
    stretches = (
        [(back, back) for back in range(1, holding.days + 1)] if begun is None else _stretches(begun, holding.days)
    )
    for higher in LEVELS[:0:-1]:
        if higher == level:
            break
        floor = holding.share * thresholds[higher]
        lowest = today
        for first, last in stretches if today >= floor else ():
            least = score(first)
            if score(last) >= thresholds[higher] and (least >= floor or least >= thresholds[higher]):
                back = _latest(first, last, lambda one, least=thresholds[higher]: score(one) >= least)  # type: ignore[misc]
                lowest = lowest if back == first else min(lowest, least)
                return Hold(higher, back, min(score(back) - thresholds[higher], lowest - floor), to_rise)
            if least < floor:
                break
            lowest = min(lowest, least)
        to_rise = floor - today
    return Hold(level, 0, today - thresholds.get(level, 0.0), to_rise)


def _stretches(begun: Sequence[int], days: int) -> list[tuple[int, int]]:
    """Return the stretches of days before in which sums only fall, the latest first: each from its last day back to its first."""
    ends = sorted({one for one in begun if 1 <= one < days} | {days})
    return [(before + 1, end) for before, end in zip([0, *ends], ends, strict=False)]


def _latest(first: int, last: int, fits: Callable[[int], bool]) -> int:
    """Return the least number of days before, of a stretch in which sums only fall, that fits; the last one does."""
    while first < last:
        middle = (first + last) // 2
        first, last = (first, middle) if fits(middle) else (middle + 1, last)
    return last
