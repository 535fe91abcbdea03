"""What a headline says shortly and the text in full: the text decides whether it is a plan or a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from missionwatch.reading.frames.building import Builder, Draft

_SIDES = ("actor", "target", "mission", "place")
# What a headline may call by another word than the text.
_NEAR = ({"deploy", "reinforce", "contribution"}, {"attack", "clash"}, {"reject", "deny_access", "obstruct"})


def heads(draft: Draft) -> bool:
    """Say whether a draft is told by a headline."""
    return draft.evidence.part in ("title", "heading")


def fuller(builder: Builder, head: Draft, told: Sequence[Draft]) -> Draft | None:
    """Return what the text says of a headline's draft, or None where it says it nowhere else. ``told`` is what the text tells."""
    return (
        next((d for d in told if _same_event(builder, head, d)), None)
        or next((d for d in told if _same_matter(head, d)), None)
        or next((d for d in told if _same_blow(head, d)), None)
    )


def lend(head: Draft, told: Draft) -> None:
    """Give a blow that the text tells the sides that only its headline names: "Protesters storm the US embassy"."""
    lent = {r: head.fields["roles"][r] for r in ("actor", "target") if _ids(head, (r,)) and not _ids(told, (r,))}
    known = _ids(told, _SIDES)
    blow = _kind(head) == _kind(told) and _kind(head) in ("attack", "clash")
    if blow and all(known.isdisjoint(r.id for r in refs) for refs in lent.values()):
        told.fields["roles"] = told.fields["roles"] | lent


def _same_event(builder: Builder, head: Draft, told: Draft) -> bool:
    """Say whether both tell an event of one type and nobody whom both name differs."""
    if head.fields["predicate"] != "event" or head.fields["type"] != told.fields.get("type"):
        return False
    known = [(_ids(head, (role,)), _ids(told, (role,))) for role in ("actor", "target", "mission")]
    known[0][1].update(_run_by(builder, known[0][1]))  # a headline's "French attack" is its mission's
    if known[0][0].isdisjoint(known[0][1]) and known[0][0] & _run_by(builder, known[0][1] or known[2][1]):
        return True  # UN observers leave: UNIKOM has withdrawn its personnel
    if head.fields["type"] not in _BLOWS:
        known[1][1].update(_run_by(builder, known[2][1]))  # four OSCE staff freed: a Dane and a Swiss of its mission
    apart = any(a and b and not a & b for a, b in known)
    return not apart and (any(a & b for a, b in known) or not any(a for a, _ in known))


def _run_by(builder: Builder, ids: Iterable[str]) -> set[str]:
    """Return of whom these are: who runs a mission, and the organisation that an organ is part of."""
    register = builder.discourse.register
    missions = [m for one in ids if (m := register.mission(one)) is not None]
    wholes = [parent for one in ids if (parent := register.parent_of(one)) is not None]
    return {*(m.operator for m in missions), *(f"organisation:{parent}" for parent in wholes)}


def _same_matter(head: Draft, told: Draft) -> bool:
    """Say whether both tell the same or nearly the same of someone: "MINUSCA condemns an attack", by its head; "Kenyans for Haiti"."""
    kind, other = _kind(head), _kind(told)
    giving = kind == "contribution"
    if not (kind == other or any(kind in near and other in near for near in _NEAR)):
        return False
    if not giving and head.fields["predicate"] != "event":
        return False
    doers = [_ids(one, ("actor", "contributor")) for one in (head, told)]
    if kind != other and all(doers) and doers[0].isdisjoint(doers[1]):
        return False  # NATO reinforces Latvia: Sweden sends a battalion there
    roles = ("contributor", "actor") if giving else _SIDES
    return not _ids(head, roles).isdisjoint(_ids(told, roles))


def _same_blow(head: Draft, told: Draft) -> bool:
    """Say whether the text tells of the blow that its headline does: with as many dead, or with nothing that differs."""
    fields, others = head.fields, told.fields
    if not {_kind(head), _kind(told)} <= _BLOWS or {fields["modality"], others["modality"]} != {"actual"}:
        return False
    if fields.get("negated") or others.get("negated"):
        return False
    counts = [(fields[k].value, others[k].value) for k in ("killed", "injured") if fields.get(k) and others.get(k)]
    if counts:
        return all(a == b for a, b in counts)
    kinds = ("state", "group", "mission", "organisation")
    known = [
        {r.id for role in ("actor", "target", "mission") for r in f["roles"].get(role, ()) if r.id and r.kind in kinds}
        for f in (fields, others)
    ]
    towns = [{r.id for r in f["roles"].get("place", ()) if r.id and r.kind == "place"} for f in (fields, others)]
    apart = any(a and b and not a & b for a, b in (known, towns))
    return not apart


_BLOWS = {"attack", "clash"}


def _kind(draft: Draft) -> str:
    return str(draft.fields.get("type") or draft.fields["predicate"])


def _ids(draft: Draft, roles: Iterable[str]) -> set[str]:
    return {r.id for role in roles for r in draft.fields.get("roles", {}).get(role, ()) if r.id}
