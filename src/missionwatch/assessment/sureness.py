"""How far a level can be relied on: by what carries it, from how many voices, how lately, and whether it hangs on one claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
) -> tuple[Sureness, tuple[str, ...]]:
    """Return how sure a level is, and why in words; ``heard`` says that the mission itself was reported on lately.

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
        return "low", ("nothing that was reported counts: the level rests on event data alone",)
    if whole == 0:
        said = (
            "nothing that counts was reported, and the mission was in the news"
            if heard
            else "nothing was reported lately"
        )
        return ("moderate" if heard else "low"), (said,)

    def part(chosen: Iterator[Reason]) -> float:
        return sum(abs(one.counted) for one in chosen) / whole

    well = part(one for one in reasons if one.claim and one.claim.credibility <= _WELL and not one.claim.disputed)
    doubtful = part(one for one in reasons if one.claim and one.claim.credibility >= _DOUBTFUL)
    fresh = part(one for one in reasons if one.age <= _FRESH)
    voices = _sources([one for one in reasons if abs(one.counted) >= whole * _CARRIES], picture)
    single = [one for one in pivots if one.claim is not None]
    because: tuple[str, ...] = (
        f"{well:.0%} of what {'the claims count' if counted else 'counts'} is probably true or confirmed, {doubtful:.0%} is doubtful",
        f"{voices} independent source{'' if voices == 1 else 's'}",
        f"{fresh:.0%} is no older than {_FRESH} days",
        f"hangs on {len(single)} single claim{'' if len(single) == 1 else 's'}"
        if single
        else "hangs on no single claim",
    )
    data = counted / (whole + counted)
    if data:
        hangs = ", and it hangs on them" if len(single) < len(pivots) else ""
        because = (*because, f"besides, event data, which state nothing, make {data:.0%} of the level{hangs}")
    if not heard:
        because = ("the mission itself was not reported on lately", *because)
    silent = not heard and all(one.background for one in reasons)
    if silent or doubtful > 0.5 or voices < 2 or fresh < 0.5:
        return "low", because
    if well >= _SURE_PART and voices >= _VOICES and heard and not pivots and data < 0.5:
        return "high", because
    return "moderate", because


def _sources(reasons: Sequence[Reason], picture: Picture) -> int:
    """Count the sources whose own words count: copies speak with the voice of their original."""
    heads = (picture.reports.get(s.report) for one in reasons if one.claim for s in one.claim.support)
    return len({
        head.source if head.source != "unknown" else head.voice
        for head in heads if head is not None and head.copy_of is None
    })  # fmt: skip
