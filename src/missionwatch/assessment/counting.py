"""How much each claim counts: the arithmetic of weights, fading, doubt and caps. Everything sums to the level's score."""

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


def settle(reasons: Iterable[Reason], indicators: Indicators, *, background_cap: float | None) -> tuple[Reason, ...]:
    """Return the reasons with ``again``, ``capped`` and ``counted`` settled, so that ``counted`` sums to the score.

    First within a signal: each next claim says less, and the signal's cap holds. Then background as a whole, then the
    dimension: what lowers takes off no more than there is, and its cap holds.
    """
    by_signal: dict[str, list[Reason]] = defaultdict(list)
    for one in reasons:
        by_signal[one.signal].append(one)
    signals = {signal.id: signal for signal in indicators.signal}
    settled: list[Reason] = []
    for name in sorted(by_signal):
        signal = signals[name]
        ordered = sorted(by_signal[name], key=lambda one: (-abs(one.counted), one.claim.id))
        less = [_times(one, again=signal.again**n) for n, one in enumerate(ordered)]
        settled += _held(less, signal.cap)
    if background_cap is not None:
        around = _held([one for one in settled if one.background and one.counted > 0], background_cap)
        settled = [one for one in settled if not (one.background and one.counted > 0)] + around
    by_dimension: dict[Dimension, list[Reason]] = defaultdict(list)
    for one in settled:
        by_dimension[one.dimension].append(one)
    out = [one for found in by_dimension.values() for one in _within(found, indicators.dimension_cap)]
    out = [one for one in out if one.counted]  # what would lower a sum that is nothing lowers nothing
    return tuple(sorted(out, key=lambda one: (-abs(one.counted), one.signal, one.claim.id)))


def total(reasons: Iterable[Reason]) -> float:
    """Return the sum of what reasons count, never below nothing."""
    return max(0.0, round(sum(one.counted for one in reasons), 3))


def uncapped(reasons: Iterable[Reason]) -> float:
    """Return what the reasons would sum to if no cap held."""
    return round(sum(one.counted / one.capped if one.capped else 0.0 for one in reasons), 3)


def _within(found: list[Reason], cap: float) -> list[Reason]:
    raising = [one for one in found if one.counted > 0]
    lowering = [one for one in found if one.counted <= 0]
    raised = sum(one.counted for one in raising)
    lowering = _held(lowering, raised)
    left = raised + sum(one.counted for one in lowering)
    if left > cap:
        return [_times(one, capped=cap / left) for one in (*raising, *lowering)]
    return [*raising, *lowering]


def _held(reasons: list[Reason], cap: float) -> list[Reason]:
    """Return the reasons, each scaled down alike where together they count more than the cap."""
    whole = sum(abs(one.counted) for one in reasons)
    return reasons if whole <= cap else [_times(one, capped=cap / whole) for one in reasons]


def _times(one: Reason, *, again: float = 1.0, capped: float = 1.0) -> Reason:
    return msgspec.structs.replace(
        one, again=one.again * again, capped=one.capped * capped, counted=one.counted * again * capped
    )


def faded(reasons: Sequence[Reason], days: int) -> list[Reason]:
    """Return the reasons as they would count so many days later, before they are settled."""
    return [
        msgspec.structs.replace(
            one, again=1.0, capped=1.0,
            counted=one.weight * 0.5 ** ((one.age + days) / one.half_life) * one.doubt * one.tense * one.share,
        )
        for one in reasons
    ]  # fmt: skip
