"""Parts: contributions that are told as part of another ("of them one works in Mali"), so that nobody is counted twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.records import Claim, Statement


def parted(contributions: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return a mission's contributions, each part with the id of its whole; a part stays a claim of its own.

    A part is known by its statement: it stands on the words of the whole in the same report (``more``), and counts fewer
    people of the same contributor.
    """
    counted = {claim.id: claim for claim in contributions if _people(claim) and claim.statement.modality == "actual"}
    out = []
    for claim in contributions:
        wholes = [other for other in counted.values() if _part(claim, other)] if claim.id in counted else []
        whole = min(wholes, key=lambda one: (_people(one), one.id)).id if wholes else None
        out.append(msgspec.structs.replace(claim, part_of=whole) if whole is not None else claim)
    return tuple(out)


def _part(claim: Claim, whole: Claim) -> bool:
    if not _people(claim) < _people(whole) or _givers(claim) != _givers(whole):
        return False
    return any(
        one.report == other.report and _stands_on(one, other) for one in claim.support for other in whole.support
    )


def _stands_on(part: Statement, whole: Statement) -> bool:
    here = whole.evidence
    return any(span.start < here.end and here.start < span.end for span in part.more)


def _givers(claim: Claim) -> frozenset[str | None]:
    return frozenset(ref.country or ref.id for ref in claim.statement.role("contributor"))


def _people(claim: Claim) -> float:
    quantity = claim.statement.quantity
    return (quantity.value or 0.0) if quantity is not None else 0.0
