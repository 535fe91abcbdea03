"""How far a level can be relied on: by what carries it, from how many voices, how lately, and whether it hangs on one claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.records import Ground

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from missionwatch.records import Picture, Pivot, Reason, Sureness

_WELL = 2  # credibility that is probably true or better
_DOUBTFUL = 4
_FRESH = 45  # days
_SURE_PART = 0.6
_VOICES = 3
_CARRIES = 0.05  # of what counts in all: a source that adds less carries nothing


def sureness(
    reasons: Sequence[Reason], picture: Picture, pivots: Sequence[Pivot], *, heard: bool
) -> tuple[Sureness, tuple[Ground, ...]]:
    """Return how sure a level is, and why; ``heard`` says that the mission itself was reported on lately.

    Low: the mission itself was not reported on lately and nothing but background counts; or most of what counts is doubtful
    (credibility 4 or worse), comes from one source, or is older than 45 days. High: the mission was reported on, by three
    sources or more that each carry a twentieth of the sum; at least 60 percent of what counts is probably true (credibility 2
    or better) and undisputed; most of it is fresh; no single claim carries the level. Moderate: the rest. Parts are by what
    each claim counts. Event data say nothing of how well a claim is supported and are no voice: they are left out of the parts, a
    level that they alone make is low, and one that they make for half or more is no more than moderate.
    """
    counted = sum(abs(one.counted) for one in reasons if one.tempo is not None)
    reasons = [one for one in reasons if one.claim is not None]
    whole = sum(abs(one.counted) for one in reasons)
    if counted and not whole:
        return "low", (Ground("event-data-alone"),)
    if whole == 0:
        return ("moderate" if heard else "low"), (Ground("heard-nothing-counts" if heard else "nothing-reported"),)

    def part(chosen: Iterator[Reason]) -> float:
        return sum(abs(one.counted) for one in chosen) / whole

    well = part(one for one in reasons if one.claim and one.claim.credibility <= _WELL and not one.claim.disputed)
    doubtful = part(one for one in reasons if one.claim and one.claim.credibility >= _DOUBTFUL)
    fresh = part(one for one in reasons if one.age <= _FRESH)
    voices = _sources([one for one in reasons if abs(one.counted) >= whole * _CARRIES], picture)
    single = [one for one in pivots if one.claim is not None]
    data = counted / (whole + counted)
    because: tuple[Ground, ...] = (
        Ground("quality", {"well": well, "doubtful": doubtful, "data": data}),
        Ground("sources", {"n": voices}), Ground("fresh", {"part": fresh, "days": _FRESH}), Ground("hangs-on", {"n": len(single)}),
    )  # fmt: skip
    if data:
        because = (*because, Ground("event-data-part", {"part": data, "hangs": float(len(single) < len(pivots))}))
    if not heard:
        because = (Ground("not-heard"), *because)
    silent = not heard and all(one.background for one in reasons)
    if silent or doubtful > 0.5 or voices < 2 or fresh < 0.5:
        return "low", because
    if well >= _SURE_PART and voices >= _VOICES and heard and not pivots and data < 0.5:
        return "high", because
    return "moderate", because


def in_english(ground: Ground) -> str:
    """Return a ground in words."""
    figures = ground.figures
    match ground.kind:
        case "not-heard":
            return "the mission itself was not reported on lately"
        case "event-data-alone":
            return "nothing that was reported counts: the level rests on event data alone"
        case "heard-nothing-counts":
            return "nothing that counts was reported, and the mission was in the news"
        case "nothing-reported":
            return "nothing was reported lately"
        case "quality":
            what = "the claims count" if figures["data"] else "counts"
            return f"{figures['well']:.0%} of what {what} is probably true or confirmed, {figures['doubtful']:.0%} is doubtful"
        case "sources":
            return f"{figures['n']:.0f} independent source{'' if figures['n'] == 1 else 's'}"
        case "fresh":
            return f"{figures['part']:.0%} is no older than {figures['days']:.0f} days"
        case "hangs-on":
            n = figures["n"]
            return f"hangs on {n:.0f} single claim{'' if n == 1 else 's'}" if n else "hangs on no single claim"
        case "event-data-part":
            hangs = ", and it hangs on them" if figures["hangs"] else ""
            return f"besides, event data, which state nothing, make {figures['part']:.0%} of the level{hangs}"


def _sources(reasons: Sequence[Reason], picture: Picture) -> int:
    """Count the sources whose own words count: copies speak with the voice of their original."""
    heads = (picture.reports.get(s.report) for one in reasons if one.claim for s in one.claim.support)
    return len({
        head.source if head.source != "unknown" else head.voice
        for head in heads if head is not None and head.copy_of is None
    })  # fmt: skip
