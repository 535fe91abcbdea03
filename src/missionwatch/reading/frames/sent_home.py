"""Who is sent home: an envoy recalled or expelled is no troops, and is expelled once, whatever else tells him to leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Draft


def no_troops(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out the withdrawals that are only those of who is recalled or expelled."""
    sent_home: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.fields.get("type") in ("recall", "expel"):
            sent_home.setdefault(id(draft.clause), []).append(draft)
    return [d for d in drafts if not _goes_home(d, _beside(d, sent_home))]


def sent_off_once(drafts: list[Draft]) -> list[Draft]:
    """Tell once that somebody is sent away: who is expelled and told to leave within 48 hours is not expelled twice, nor asked to go."""
    sent = (d for d in drafts if d.fields.get("type") == "expel" and not d.fields.get("negated"))
    expelled = [d for d in sent if d.fields["modality"] == "actual"]
    asks = {
        (d.sentence, r.country)
        for d in drafts
        if d.fields.get("type") == "demand"
        for r in d.fields["roles"].get("actor", ())
        if r.kind == "state"
    }
    kept = []
    for draft in drafts:
        kind = draft.fields.get("type")
        ordered = kind == "expel" and not draft.fields.get("negated") and draft.fields["modality"] == "required"
        if ordered and any((draft.sentence, r.country) in asks for r in draft.fields["roles"]["target"]):
            continue  # Canada asks all Canadians to leave the country: its own
        able = expelled if ordered or kind == "demand" else ()
        near = [d for d in able if abs(d.sentence - draft.sentence) <= 1 and _same_one(d, draft)]
        asked = kind == "demand" and any(d.sentence == draft.sentence for d in near)
        if not (ordered or asked) or not near:
            kept.append(draft)
            continue
        whole = near[0]
        whole.more.append(draft.evidence)
        if draft.fields.get("roles", {}).get("actor") and "actor" not in whole.fields["roles"]:
            whole.fields["roles"] = whole.fields["roles"] | {"actor": draft.fields["roles"]["actor"]}
    return kept


def _beside(draft: Draft, sent_home: dict[int, list[Draft]]) -> Sequence[Draft]:
    """Return what the clause of a draft, or the one whose aim it is, says of who is sent home: "has 48 hours to leave"."""
    above = draft.clause.parent if draft.clause is not None and draft.clause.link == "purpose" else None
    return sent_home.get(id(draft.clause), []) or sent_home.get(id(above), [])


def _goes_home(draft: Draft, beside: Sequence[Draft]) -> bool:
    """Say whether a withdrawal is only that of an ambassador recalled, or of someone told to leave: of no troops.

    ``beside`` are what the same clause says of who is recalled or expelled.
    """
    taken = str(draft.fields.get("frame")).startswith("withdraw:")
    if draft.fields.get("type") != "withdraw":
        return taken and any(other is not draft and other.fields["type"] == "recall" for other in beside)
    own = {r.id for r in draft.fields["roles"].get("actor", ())}
    troops = draft.nominal and (draft.fields.get("quantity") is not None or "mission" in draft.fields["roles"])
    for other in beside:
        if troops and other.anchor != draft.anchor and other.fields["type"] == "recall":
            continue  # the recall of the ambassador and the departure of 1,500 soldiers
        gone = {r.id for role in ("target", "actor") for r in other.fields["roles"].get(role, ())}
        if other.fields["type"] == "recall" or other.anchor == draft.anchor or own & gone:
            return True
    return False


def _same_one(expelled: Draft, draft: Draft) -> bool:
    """Say whether two are done to the same envoy or person."""
    gone, told = ({r.id for r in d.fields.get("roles", {}).get("target", ()) if r.id} for d in (expelled, draft))
    single = any(
        r.kind == "person" or r.body == "diplomats" for r in expelled.fields.get("roles", {}).get("target", ())
    )
    return single and bool(gone & told)
