"""What differs between two pictures of one theatre, the weightiest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.records import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from missionwatch.records import ChangeKind, Claim, Fate, Picture, ReportHead

# How much a change weighs, by event type, else by predicate (1 = notable). For sorting only, never for a level.
_WEIGHTS = {
    "expel": 3.0, "withdraw": 3.0, "end": 3.0, "suspend": 3.0, "attack": 2.5, "coup": 4.0, "deny_access": 2.5, "obstruct": 2.0,
    "detain": 2.5, "extend": 2.0, "sanction": 2.0, "deploy": 2.0, "reinforce": 2.0, "reduce": 2.0, "recall": 2.0,
    "decide": 1.5, "postpone": 1.5, "demand": 1.5, "accuse": 1.5, "condemn": 1.2,
    "contribution": 2.0, "presence": 2.0, "period": 1.5, "strength": 1.2, "post": 1.0, "assessment": 1.2, "option": 1.5,
    "question": 0.8, "risk": 1.0, "interest": 0.8, "leadership": 1.0, "purpose": 0.5,
}  # fmt: skip
_STATES = frozenset({"contribution", "presence", "post", "strength", "leadership"})


def changes(before: Picture, after: Picture, fate: Callable[[str], Fate] | None = None) -> tuple[Change, ...]:
    """Return what is new, confirmed, disputed, corrected, rejected or ended in ``after``, the weightiest first.

    The pictures may be of any two days as known at any two moments. A claim is the same in both where its id is, or where they
    share a statement: as more is known of an event, it may turn out to have been told earlier. *Ended* is only what is said to be
    over; what nobody says any more is stale, and no change. What ``before`` had and nothing supports any more is *rejected* where a
    review did that, else *corrected*; ``fate`` says what became of a statement (by id) by the moment of ``after``. Without it,
    only what is so can be told to be supported no more: an event or a judgement may have become history.
    """
    old, new = dict(_claims(before)), dict(_claims(after))
    by_statement = {(key[0], s.id): claim for key, claim in old.items() for s in claim.support}
    still = {claim.id for claim in new.values()}
    same = {id(earlier) for earlier in old.values() if earlier.id in still}
    out: list[Change] = []
    for key, claim in new.items():
        earlier = old.get(key)
        if earlier is None:
            shared = (by_statement.get((key[0], s.id)) for s in claim.support)
            earlier = next((one for one in shared if one is not None), None)
        if earlier is not None:
            same.add(id(earlier))
        kind = _kind(earlier, claim)
        if kind is not None:
            out.append(Change(kind=kind, mission=key[0], before=earlier, after=claim, weight=_weight(claim)))
    for key, claim in old.items():
        gone = _gone(claim, after, fate) if id(claim) not in same else None
        if gone is not None:
            named = {s.report for s in (*claim.support, *claim.against, *claim.corrected)} - after.reports.keys()
            out.append(
                Change(
                    kind=gone, mission=key[0], before=claim, after=None, weight=_weight(claim),
                    by=after.ended_by.get(claim.id) if gone == "ended" else None,
                    reports=tuple(before.reports[name] for name in sorted(named)),
                )
            )  # fmt: skip
    out.sort(key=_order)
    return tuple(out)


def quoted(seen: Picture, changes: Iterable[Change]) -> dict[str, ReportHead]:
    """Return the heads of the reports that a picture quotes, and of those that what changed to it quotes, by id."""
    return {head.id: head for change in changes for head in change.reports} | seen.reports


def _order(change: Change) -> tuple[float, str, str]:
    claim = change.after or change.before
    return -change.weight, change.kind, claim.id if claim is not None else ""


def _claims(picture: Picture) -> Iterator[tuple[tuple[str | None, str], Claim]]:
    for mission in (*picture.missions, picture.general):
        for claim in mission.claims:
            yield (mission.mission.id, claim.id), claim
    for claim in picture.presences:
        yield (None, claim.id), claim


def _gone(claim: Claim, after: Picture, fate: Callable[[str], Fate] | None) -> ChangeKind | None:
    """Return what became of a claim that is not there any more; None where it is only history, or part of another."""
    if claim.id in after.ended_by:
        return "ended" if claim.predicate in _STATES else None
    fates = {fate(statement.id) for statement in claim.support} if fate is not None else set()
    if fate is None or "stands" in fates:
        return "corrected" if claim.predicate in _STATES else None
    return "rejected" if "rejected" in fates else "corrected"


def _kind(before: Claim | None, after: Claim) -> ChangeKind | None:
    if before is None:
        return "new"
    if len(after.corrected) > len(before.corrected):
        return "corrected"
    if (after.disputed and not before.disputed) or len(after.against) > len(before.against):
        return "disputed"
    if after.credibility <= 2 < before.credibility or (after.voices > 1 == before.voices):
        return "confirmed"
    same = (before.statement.quantity, before.statement.time) == (after.statement.quantity, after.statement.time)
    return (
        "new" if not same and (after.predicate in _STATES or after.type == "withdraw") else None
    )  # that they left is news


def _weight(claim: Claim) -> float:
    weight = _WEIGHTS.get(claim.type or "", _WEIGHTS.get(claim.predicate, 1.0))
    return weight * (0.6 if claim.statement.modality != "actual" else 1.0) * (0.8 if claim.credibility >= 4 else 1.0)
