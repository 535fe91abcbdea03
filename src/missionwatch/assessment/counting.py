"""How much each claim and each tempo counts: the arithmetic of weights, fading, doubt and caps. Everything sums to the level's score."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from missionwatch.records import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from missionwatch.assessment.indicators import Indicators, Signal
    from missionwatch.assessment.matching import Standing
    from missionwatch.assessment.parties import Parties
    from missionwatch.records import Claim, Dimension, Picture

HYPOTHETICAL = "hypothesis"
"""The key, report and reader of a claim that nobody reported: a what-if supposes it."""
_UNJUDGED = ("E", "F")


def reason(
    signal: Signal, standing: Standing, *, indicators: Indicators, parties: Parties, last: date, as_of: date
) -> Reason:
    """Return what a claim, which counts from the day ``last``, counts for a signal before other claims and the caps are looked at."""
    claim = standing.claim
    age = max(0, (as_of - last).days)
    fades = 0.5 ** (age / signal.half_life)
    doubt = indicators.doubt[str(claim.credibility)]
    tense = 1.0 if signal.modality else indicators.tense[claim.statement.modality]
    if claim.statement.likelihood is not None:
        tense *= claim.statement.likelihood.high
    share = _share(standing, parties, indicators) if signal.share else 1.0
    return Reason(
        signal=signal.id, dimension=signal.dimension, claim=claim, weight=signal.weight,
        counted=signal.weight * fades * doubt * tense * share, last=last, age=age, half_life=signal.half_life, fades=fades,
        doubt=doubt, tense=tense, share=share, background=signal.background, hypothetical=claim.key[:1] == (HYPOTHETICAL,),
    )  # fmt: skip


def counts_from(claim: Claim, picture: Picture) -> date:
    """Return the day a claim's age counts from, never after the picture's day.

    What happened counts from the day it happened, or was first reported; what is planned, judged, asked or goes on counts from
    the day it was last said by a report that is no copy and whose source can be judged.
    """
    statement, as_of = claim.statement, picture.as_of
    time = statement.time
    said = min(_last_said(claim, picture), as_of)
    ongoing = time is not None and time.relation in ("since", "after")
    if claim.predicate != "event" or statement.modality != "actual" or ongoing:
        return said
    if time is None or not time.latest:
        return min(claim.first or said, as_of)
    by_then = min(date.fromisoformat(time.latest), claim.first or said)  # "in 2022", told in March, happened by March
    return min(max(by_then, date.fromisoformat(time.earliest or time.latest)), as_of)


def _last_said(claim: Claim, picture: Picture) -> date:
    well: list[date] = []
    for statement in claim.support:
        head = picture.reports.get(statement.report)
        if head is None or head.published is None or head.copy_of is not None:
            continue
        if picture.theatre.source(head.source).reliability not in _UNJUDGED:
            well.append(head.published)
    return max(well, default=claim.first or claim.last or picture.as_of)


def _share(standing: Standing, parties: Parties, indicators: Indicators) -> float:
    countries = [ref.country for ref in standing.claim.statement.role("actor") if ref.country]
    known = [parties.shares[country] for country in countries if country in parties.shares]
    if not known:
        return 1.0
    rule, part = indicators.share, max(known)
    return rule.small if part < rule.small_below else rule.large if part >= rule.large_from else 1.0


class SignalSum:
    """What one signal's reasons count together: each next one says less, and the signal's cap holds.

    All fade by the same half-life, so what counts more on one day counts more on every day: they are put in order once.
    """

    def __init__(self, signal: Signal, reasons: Iterable[Reason]) -> None:
        counts = [(abs(one.weight * one.fades * one.doubt * one.tense * one.share), one) for one in reasons]
        counts.sort(key=lambda both: (-both[0], both[1].id))
        self.signal = signal
        self.reasons = [one for _, one in counts]
        self.counts = [count for count, _ in counts]
        self.carriers = frozenset(one.id for one in self.reasons)
        self.background = self.reasons[0].background
        self._ages = [one.age for one in self.reasons]
        self._whole = self._sum(self.counts)

    def on(self, day: int) -> float:
        """Return what they count so many days after the picture's day, before caps; below 0, before it: those that had begun."""
        whole = self._whole
        if day < 0:
            whole = self._sum([count for count, age in zip(self.counts, self._ages, strict=True) if age + day >= 0])
        return float(whole * 0.5 ** (day / self.signal.half_life))

    def _sum(self, counts: Sequence[float]) -> float:
        again, worth, whole = self.signal.again, 1.0, 0.0
        for count in counts:
            whole += count * worth
            worth *= again
        return whole


class Part(NamedTuple):
    """What a dimension counts on a day after its caps: what raises, what raises in the background, what lowers (none is below 0)."""

    raised: float
    behind: float
    lowered: float


class DimensionSum:
    """What the reasons of one dimension count on each day: what lowers takes off no more than there is, and the dimension's cap holds.

    Every cap scales the reasons of a signal alike, so signals are added up, not reasons: levels are tried out often.
    """

    def __init__(self, dimension: Dimension, signals: Sequence[SignalSum], cap: float) -> None:
        self.dimension, self.signals, self._cap = dimension, signals, cap
        self._days: dict[int, Part] = {}
        self._left: dict[str, DimensionSum] = {}

    @classmethod
    def each(cls, reasons: Iterable[Reason], indicators: Indicators) -> tuple[DimensionSum, ...]:
        """Return the sums of the dimensions that reasons have, in the order of the names of their signals."""
        by_signal: dict[str, list[Reason]] = defaultdict(list)
        for one in reasons:
            by_signal[one.signal].append(one)
        found: dict[Dimension, list[SignalSum]] = defaultdict(list)
        for name in sorted(by_signal):
            signal = indicators.by_id[name]
            found[signal.dimension].append(SignalSum(signal, by_signal[name]))
        return tuple(cls(dimension, signals, indicators.dimension_cap) for dimension, signals in found.items())

    def on(self, day: int) -> Part:
        """Return what counts so many days after the picture's day; below 0: before it, of what had begun to count."""
        if day not in self._days:
            self._days[day] = self._part(day)
        return self._days[day]

    def capped(self) -> list[float]:
        """Return what the caps leave of each signal on the picture's day."""
        counts = [min(one.on(0), one.signal.cap) for one in self.signals]
        raised = sum(count for count, one in zip(counts, self.signals, strict=True) if one.signal.weight > 0)
        lowered = sum(counts) - raised
        lowers = raised / lowered if lowered > raised else 1.0
        left = max(0.0, raised - lowered)
        whole = self._cap / left if left > self._cap else 1.0
        return [
            _left(one.on(0), one.signal.cap) * whole * (1.0 if one.signal.weight > 0 else lowers)
            for one in self.signals
        ]

    def without(self, carrier: str) -> DimensionSum:
        """Return the same without what one claim or tempo (its id) counts; itself where that counts nothing here."""
        if not any(carrier in one.carriers for one in self.signals):
            return self
        if carrier not in self._left:
            fewer = [(one, [r for r in one.reasons if r.id != carrier]) for one in self.signals]
            signals = [SignalSum(one.signal, left) for one, left in fewer if left]
            self._left[carrier] = DimensionSum(self.dimension, signals, self._cap)
        return self._left[carrier]

    def _part(self, day: int) -> Part:
        raised = behind = lowered = 0.0
        for one in self.signals:
            count = min(one.on(day), one.signal.cap)
            if one.signal.weight < 0:
                lowered += count
            elif one.background:
                behind += count
            else:
                raised += count
        lowered = min(lowered, raised + behind)
        left = raised + behind - lowered
        if left <= self._cap:
            return Part(raised, behind, lowered)
        held = self._cap / left
        return Part(raised * held, behind * held, lowered * held)


class Sums:
    """Dimensions added up on a day, towards one level: ``score`` is what they sum to.

    With a ``background_cap``, background as a whole is held to it (``behind`` is what that leaves of it), and what lowers to what is
    then left in its dimension. A dimension alone sums to its own score.
    """

    def __init__(self, dimensions: Sequence[DimensionSum], day: int, background_cap: float | None) -> None:
        self._parts = [one.on(day) for one in dimensions]
        self.behind = 1.0
        if background_cap is not None:
            self.behind = _left(sum([part.behind for part in self._parts]), background_cap)
        score = 0.0
        for part in self._parts:
            score += max(0.0, part.raised + part.behind * self.behind - part.lowered)
        self.score = round(
            round(score, 9), 3
        )  # what lies between two figures falls to the same side from whatever day it is counted

    def lowered(self) -> list[float]:
        """Return what is left of what lowers in each dimension."""
        return [_left(part.lowered, part.raised + part.behind * self.behind) for part in self._parts]


def settled(dimensions: Sequence[DimensionSum], sums: Sums) -> tuple[Reason, ...]:
    """Return the reasons with what was found on the picture's day.

    What would lower a sum that is nothing lowers nothing, and is left out.
    """
    made = []
    for dimension, lowered in zip(dimensions, sums.lowered(), strict=True):
        for one, capped in zip(dimension.signals, dimension.capped(), strict=True):
            sign, around = 1, sums.behind if one.background else 1.0
            if one.signal.weight < 0:
                sign, around = -1, lowered
            again = 1.0
            for reason, count in zip(one.reasons, one.counts, strict=True):
                within = sign * count * again * capped
                if within:
                    made.append(
                        msgspec.structs.replace(
                            reason,
                            again=again,
                            capped=capped,
                            around=around,
                            in_dimension=within,
                            counted=within * around,
                        )
                    )
                again *= one.signal.again
    return tuple(sorted(made, key=lambda one: (-abs(one.counted), one.signal, one.id)))


def _left(whole: float, cap: float) -> float:
    """Return what a cap leaves of a whole, as a part of it."""
    return cap / whole if whole > cap else 1.0


def uncapped(reasons: Iterable[Reason]) -> float:
    """Return what the reasons would sum to in their dimension if no cap held."""
    return round(sum(one.in_dimension / one.capped for one in reasons), 3)
