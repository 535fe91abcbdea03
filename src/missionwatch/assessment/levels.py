"""From claims and event data to levels, each with every reason that made it, its trend, how sure it is and what it hangs on."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from missionwatch.assessment.counting import reason, uncapped
from missionwatch.assessment.holding import Fading, Hold, hold
from missionwatch.assessment.indicators import Indicators, load
from missionwatch.assessment.matching import Said, Standing, claims_of, fitting, standings
from missionwatch.assessment.parties import parties_at_large, parties_of
from missionwatch.assessment.sureness import in_english, sureness
from missionwatch.assessment.tempos import risen
from missionwatch.records import LEVELS, Claim, Concern, DimensionConcern, Held, Pivot, Reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from missionwatch.assessment.indicators import Holding
    from missionwatch.assessment.parties import Parties
    from missionwatch.records import Dimension, Level, Picture, Tempo, Theatre, Trend

_BREAKS = (
    "withdraw",
    "reduce",
    "end",
    "suspend",
    "expel",
    "reject",
    "deny_access",
    "obstruct",
    "detain",
    "attack",
    "recall",
)
"""What goes back on an agreement, a contribution or an opening that the same party made before."""
_LOOKED_AT = 40  # claims tried as pivots: where more than these count, none of the lesser ones carries a level alone
_AHEAD = 365  # days: how far ahead it is asked when a level would fall


def assess(
    picture: Picture,
    indicators: Indicators | None = None,
    *,
    earlier: Sequence[Concern] = (),
    tempos: Sequence[Tempo] = (),
    hangs: bool = True,
) -> tuple[Concern, ...]:
    """Return a concern for each mission, in the picture's order, then one for the theatre at large (``mission`` "").

    ``tempos`` are what event datasets count near each mission's places on that day; they count where a signal asks for them,
    for missions only, and without them everything is as it is by the claims.
    ``earlier`` are the concerns some time before (``indicators.trend.days``), as known then: they give the trend.
    Without ``hangs`` it is not asked on which claims a level hangs (``pivots``, and what they take of ``sureness``) and when it would
    fall, which takes most of the time: for the trend's other end, of which levels and scores are all that is needed.
    Raises ``IndicatorsError`` where the theatre names an indicators file with a fault.
    """
    declared = indicators or indicators_of(picture.theatre)
    said = Said(picture)
    out = []
    each = [parties_of(mission, picture) for mission in picture.missions]
    for mission, parties in zip(picture.missions, each, strict=True):
        identity = mission.mission.id or ""
        found = (
            *_reasons(standings(mission, picture, parties, said), declared, parties, picture, said),
            *risen(identity, tempos, declared, picture.as_of),
        )
        heard = any(_heard(claim, picture.as_of, declared) for claim in claims_of(mission))
        cap = declared.background_cap
        out.append(_concern(identity, found, picture, declared, cap=cap, heard=heard, hangs=hangs))
    parties = parties_at_large(picture, each)
    general = [
        standing
        for claim in {c.id: c for c in (*claims_of(picture.general), *picture.presences)}.values()
        if (standing := Standing.of(claim, "general", parties, said)).concerns
    ]
    found = _reasons(general, declared, parties, picture, said)
    heard = any(_heard(standing.claim, picture.as_of, declared) for standing in general)
    out.append(_concern("", found, picture, declared, cap=None, heard=heard, hangs=hangs))
    return trended(out, earlier, declared)


def trended(concerns: Sequence[Concern], earlier: Sequence[Concern], indicators: Indicators) -> tuple[Concern, ...]:
    """Return concerns with the trend that those some time before (``earlier``) give them; a mission that had none then has no trend."""
    before = {concern.mission: concern for concern in earlier}
    return tuple(_trended(one, before[one.mission], indicators) if one.mission in before else one for one in concerns)


def indicators_of(theatre: Theatre) -> Indicators:
    """Return the indicators of a theatre: its own file's, or those that ship."""
    named = theatre.indicators
    return load(Path(named)) if named else load()


def span(indicators: Indicators) -> timedelta:
    """Return how far back a trend looks."""
    return timedelta(days=indicators.trend.days)


def _heard(claim: Claim, as_of: date, indicators: Indicators) -> bool:
    return claim.last is not None and (as_of - claim.last).days <= indicators.trend.days


def _reasons(
    found: Iterable[Standing], indicators: Indicators, parties: Parties, picture: Picture, said: Said
) -> tuple[Reason, ...]:
    """Return what counts, before it is added up.

    What lowers counts no more once the same party has gone back on it, nor where it is only wished or asked.
    """
    counted = [
        (
            standing.claim,
            reason(
                signal,
                standing,
                indicators=indicators,
                parties=parties,
                last=said.counts_from(standing.claim),
                as_of=picture.as_of,
            ),
        )
        for standing in found
        for signal in fitting(standing, indicators, picture.as_of)
    ]
    broken: dict[tuple[str, str], date] = {}
    for claim, one in counted:
        if one.weight > 0 and claim.type in _BREAKS:
            for who in _actors(claim):
                key = (one.dimension, who)
                broken[key] = max(one.last or picture.as_of, broken.get(key, date.min))

    def gone_back(claim: Claim, one: Reason) -> bool:
        since = [broken[one.dimension, who] for who in _actors(claim) if (one.dimension, who) in broken]
        return any(day >= (one.last or picture.as_of) for day in since)

    return tuple(one for claim, one in counted if one.weight > 0 or not (gone_back(claim, one) or said.wished(claim)))


def _actors(claim: Claim) -> set[str]:
    return {ref.country or ref.id for ref in claim.statement.role("actor") if ref.country or ref.id}  # type: ignore[misc]


def _concern(
    mission: str,
    raw: Sequence[Reason],
    picture: Picture,
    indicators: Indicators,
    *,
    cap: float | None,
    heard: bool,
    hangs: bool,
) -> Concern:
    fading = Fading.of(raw, indicators, cap)
    score, settled = fading.on(0), fading.settled()
    lane = _Lane(fading, indicators.levels, indicators.hold)
    now = lane.at(0)
    pivots = tuple(lane.pivots(settled, now)) if hangs else ()
    falls_on, falls_to = _fall(now.level, picture.as_of, lambda days: lane.at(days).level) if hangs else (None, None)
    sure, because = sureness(settled, picture, pivots, heard=heard)
    return Concern(
        mission=mission, level=now.level, score=score, reasons=settled, held=lane.held(now, picture.as_of),
        dimensions=_dimensions(fading, settled, indicators, picture.as_of, hangs=hangs), sureness=sure,
        sure_because=tuple(map(in_english, because)), grounds=because, pivots=pivots, falls_on=falls_on, falls_to=falls_to,
    )  # fmt: skip


def _dimensions(
    fading: Fading, settled: Sequence[Reason], indicators: Indicators, as_of: date, *, hangs: bool
) -> tuple[DimensionConcern, ...]:
    found: dict[Dimension, list[Reason]] = defaultdict(list)
    for one in settled:
        found[one.dimension].append(one)
    out = []
    for summed in fading.dimensions:
        dimension, reasons = summed.dimension, found[summed.dimension]
        if not reasons:
            continue
        reasons.sort(key=lambda one: (-abs(one.in_dimension), one.signal, one.id))
        alone = fading.only(summed)
        lane = _Lane(alone, indicators.dimension_levels, indicators.hold)
        now = lane.at(0)
        out.append(
            DimensionConcern(
                dimension=dimension, level=now.level, score=alone.on(0), reasons=tuple(reasons), uncapped=uncapped(reasons),
                held=lane.held(now, as_of), pivots=tuple(lane.pivots(reasons, now)) if hangs else (), eases=indicators.eases.get(dimension, ()),
            )
        )  # fmt: skip
    return tuple(sorted(out, key=lambda one: (-one.score, one.dimension)))


def _trended(now: Concern, then: Concern, indicators: Indicators) -> Concern:
    before = {one.dimension: (one.level, one.score) for one in then.dimensions}
    dimensions = []
    for one in now.dimensions:
        level, score = before.get(one.dimension, ("none", 0.0))
        trend = _moved(one.level, one.score, level, score, indicators)
        dimensions.append(msgspec.structs.replace(one, earlier=level, trend=trend))
    trend = _moved(now.level, now.score, then.level, then.score, indicators)
    return msgspec.structs.replace(now, earlier=then.level, trend=trend, dimensions=tuple(dimensions))


def _moved(level: Level, score: float, was: Level, scored: float, indicators: Indicators) -> Trend:
    steps = LEVELS.index(level) - LEVELS.index(was)
    if not steps and abs(score - scored) >= indicators.trend.margin:
        steps = 1 if score > scored else -1
    return "deteriorating" if steps > 0 else "improving" if steps < 0 else "stable"


class _Lane:
    """One level, a mission's or a dimension's: what it is on a day, why it holds, and what it hangs on."""

    def __init__(self, fading: Fading, thresholds: dict[str, float], holding: Holding) -> None:
        self._fading, self._thresholds, self._holding = fading, thresholds, holding

    def at(self, day: int, without: str | None = None) -> Hold:
        """Return the level so many days after the picture's day if nothing more is reported, with or without a claim or tempo."""
        fading = self._fading if without is None else self._fading.without(without)
        return hold(self._thresholds, self._holding, lambda back: fading.on(day - back), fading.begun(day))

    def held(self, now: Hold, as_of: date) -> Held | None:
        """Return why a level stands where the day's sum is below its threshold."""
        if not now.back:
            return None
        threshold = self._thresholds[now.level]
        return Held(
            reached=as_of - timedelta(days=now.back), threshold=threshold, floor=self._holding.share * threshold
        )

    def pivots(self, settled: Sequence[Reason], now: Hold) -> Iterator[Pivot]:
        """Yield the claims and tempos which alone, if wrong, change the level, the weightiest first; only those that count most are tried."""
        carriers = {one.id: one for one in settled}
        weights = self._fading.weights(0)
        tried = set(sorted(carriers, key=lambda one: (-sum(abs(count) for count in weights[one]), one))[:_LOOKED_AT])
        earlier = self._fading.weights(now.back)
        for identity, one in carriers.items():
            # what a claim counts before caps is the most that its absence can change: most claims need no second sum
            raises, lowers = sum(c for c in earlier[identity] if c > 0), -sum(c for c in weights[identity] if c < 0)
            if identity not in tried or (raises <= now.to_fall and (not lowers or lowers < now.to_rise)):
                continue
            left = self.at(0, without=identity).level
            if left != now.level:
                yield Pivot(claim=one.claim, tempo=one.tempo, without=left)


def _fall(level: Level, as_of: date, at: Callable[[int], Level]) -> tuple[date | None, Level | None]:
    """Return the day on which the level would have fallen if nothing more were reported, and that level."""

    def lower(days: int) -> bool:
        return LEVELS.index(at(days)) < LEVELS.index(level)

    if level == "none" or not lower(_AHEAD):
        return None, None
    first, last = (
        0,
        _AHEAD,
    )  # what raises fades, so halving finds the day; where what lowers fades too, it finds one such day
    while last - first > 1:
        middle = (first + last) // 2
        first, last = (first, middle) if lower(middle) else (middle, last)
    return as_of + timedelta(days=last), at(last)
