"""How much each claim and each tempo counts: the arithmetic of weights, fading, doubt and caps. Everything sums to the level's score."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

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


def reason(signal: Signal, standing: Standing, *, indicators: Indicators, parties: Parties, picture: Picture) -> Reason:
    """Return what a claim counts for a signal before the other claims of that signal and the caps are looked at."""
    claim = standing.claim
    last = counts_from(claim, picture)
    age = max(0, (picture.as_of - last).days)
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


class Sums:
    """Reasons added up: ``again``, ``capped`` and ``around`` of each, what each counts in its dimension and towards the mission.

    First within a signal: each next claim says less, and the signal's cap holds. Then within a dimension: what lowers takes off
    no more than there is, and its cap holds. Then, towards the mission alone, background as a whole is held to its cap, and
    what lowers to what that leaves in its dimension. Lists run as ``reasons`` do: plain numbers, for levels are tried out often.
    """

    def __init__(
        self, reasons: Sequence[Reason], counts: Sequence[float], indicators: Indicators, background_cap: float | None
    ) -> None:
        self.reasons = reasons
        self.again, self.capped, self.around = ([1.0] * len(reasons) for _ in range(3))
        self.in_dimension = list(counts)
        by_signal: dict[str, list[int]] = defaultdict(list)
        for n, one in enumerate(reasons):
            by_signal[one.signal].append(n)
        by_dimension: dict[Dimension, list[int]] = defaultdict(list)
        for name in sorted(by_signal):
            signal, found = indicators.by_id[name], by_signal[name]
            found.sort(key=lambda n: (-abs(counts[n]), reasons[n].id))
            for place, n in enumerate(found):
                self.again[n] = signal.again**place
                self.in_dimension[n] *= self.again[n]
            self._hold(found, signal.cap)
            by_dimension[signal.dimension] += found
        for found in by_dimension.values():
            self._within(found, indicators.dimension_cap)
        self.counted = list(self.in_dimension)
        if background_cap is not None:
            self._background(by_dimension, background_cap)
        self.score = max(0.0, round(sum(self.counted), 3))
        self.by_dimension = {
            dimension: max(0.0, round(sum(self.in_dimension[n] for n in found), 3))
            for dimension, found in by_dimension.items()
        }

    def settled(self) -> tuple[Reason, ...]:
        """Return the reasons with what was found; what would lower a sum that is nothing lowers nothing, and is left out."""
        made = [
            msgspec.structs.replace(
                one, again=self.again[n], capped=self.capped[n], around=self.around[n],
                in_dimension=self.in_dimension[n], counted=self.counted[n],
            )
            for n, one in enumerate(self.reasons) if self.in_dimension[n]
        ]  # fmt: skip
        return tuple(sorted(made, key=lambda one: (-abs(one.counted), one.signal, one.id)))

    def _scale(self, found: Iterable[int], factor: float) -> None:
        for n in found:
            self.capped[n] *= factor
            self.in_dimension[n] *= factor

    def _hold(self, found: Sequence[int], cap: float) -> None:
        """Scale these down alike where together they count more than the cap."""
        whole = sum(abs(self.in_dimension[n]) for n in found)
        if whole > cap:
            self._scale(found, cap / whole)

    def _within(self, found: Sequence[int], cap: float) -> None:
        raised = sum(self.in_dimension[n] for n in found if self.in_dimension[n] > 0)
        self._hold([n for n in found if self.in_dimension[n] < 0], raised)
        left = sum(self.in_dimension[n] for n in found)
        if left > cap:
            self._scale(found, cap / left)

    def _background(self, by_dimension: dict[Dimension, list[int]], cap: float) -> None:
        behind = [n for n, one in enumerate(self.reasons) if one.background and self.counted[n] > 0]
        whole = sum(self.counted[n] for n in behind)
        if whole <= cap:
            return
        self._towards(behind, cap / whole)
        for found in by_dimension.values():
            lowering = [n for n in found if self.counted[n] < 0]
            raised, lowered = (
                sum(self.counted[n] for n in found if self.counted[n] > 0),
                -sum(self.counted[n] for n in lowering),
            )
            if lowered > raised:
                self._towards(lowering, raised / lowered)

    def _towards(self, found: Iterable[int], factor: float) -> None:
        for n in found:
            self.around[n] *= factor
            self.counted[n] *= factor


def uncapped(reasons: Iterable[Reason]) -> float:
    """Return what the reasons would sum to in their dimension if no cap held."""
    return round(sum(one.in_dimension / one.capped for one in reasons), 3)


def faded(reasons: Iterable[Reason], days: int) -> list[float]:
    """Return what each reason would count so many days later, before it is added up."""
    return [
        one.weight * 0.5 ** ((one.age + days) / one.half_life) * one.doubt * one.tense * one.share for one in reasons
    ]
