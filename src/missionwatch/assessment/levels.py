"""From claims to a level, with every reason that made it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from missionwatch.assessment.indicators import Indicators, load
from missionwatch.records import Concern, Reason

if TYPE_CHECKING:
    from missionwatch.records import Claim, MissionPicture, Picture

_DOUBTFUL = 4  # credibility from which a claim counts half


def assess(picture: Picture, indicators: Indicators | None = None) -> tuple[Concern, ...]:
    """Return a concern for each mission, in the picture's order, then one for the theatre at large."""
    declared = indicators or load()
    concerns = [_concern(m.mission.id or "", _claims(m), picture.as_of, declared) for m in picture.missions]
    at_large = [*_claims(picture.general), *picture.presences]
    return (*concerns, _concern("", at_large, picture.as_of, declared))


def _concern(mission: str, claims: list[Claim], as_of: date, indicators: Indicators) -> Concern:
    reasons: list[Reason] = []
    for claim in claims:
        signal = next((signal for signal in indicators.signal if signal.fits(claim)), None)
        if signal is None:
            continue
        age = max(0, (as_of - _last(claim, as_of)).days)
        counted = signal.weight * 0.5 ** (age / signal.half_life)
        counted *= 0.5 if claim.credibility >= _DOUBTFUL else 1.0
        counted *= 0.5 if claim.statement.modality != "actual" else 1.0
        reasons.append(
            Reason(
                signal=signal.id,
                dimension=signal.dimension,
                claim=claim,
                weight=signal.weight,
                counted=round(counted, 3),
            )
        )
    reasons.sort(key=lambda reason: (-reason.counted, reason.claim.id))
    score = round(sum(reason.counted for reason in reasons), 3)
    return Concern(mission=mission, level=indicators.level(score), score=score, reasons=tuple(reasons))


def _last(claim: Claim, as_of: date) -> date:
    """Return the day a claim was last so: when it happened, or for what goes on, when it was last said."""
    time = claim.statement.time
    if claim.predicate == "event" and time is not None and time.latest and time.relation not in ("since", "after"):
        return min(date.fromisoformat(time.latest), as_of)
    return min(claim.last or as_of, as_of)


def _claims(mission: MissionPicture) -> list[Claim]:
    return [*mission.developments, *mission.assessments, *mission.questions, *mission.options]
