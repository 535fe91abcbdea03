"""From drafts to statements: what is said twice is one, headlines yield to the text, judgements know what they judge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.building import READER
from missionwatch.records import Statement

if TYPE_CHECKING:
    from missionwatch.reading.frames.building import Builder, Draft


def finished(builder: Builder) -> tuple[Statement, ...]:
    """Return the statements in the order of the text; what is said twice is one, with both spans."""
    kept: dict[tuple[Any, ...], Draft] = {}
    for draft in builder.drafts:
        key = _sameness(draft)
        other = kept.get(key)
        if other is None:
            kept[key] = draft
        elif other.evidence.part in ("title", "heading") and draft.evidence.part not in ("title", "heading"):
            draft.more.append(other.evidence)
            kept[key] = draft
        elif draft.evidence.part not in ("title", "heading"):
            other.more.append(draft.evidence)
            if other.fields.get("time") is None:
                other.fields["time"] = draft.fields.get("time")
    told = [
        d for d in kept.values() if d.evidence.part not in ("title", "heading") and d.fields["predicate"] == "event"
    ]
    for key, draft in list(kept.items()):
        fuller = next((d for d in told if _headlined(draft, d)), None)
        if fuller is not None:
            del kept[key]
            fuller.more.append(draft.evidence)
    made: dict[int, Statement] = {}
    for draft in sorted(kept.values(), key=lambda d: bool(d.judges)):  # what is judged comes before who judges it
        made[id(draft)] = _statement(
            builder, draft, [made[id(kept[k])].id for d in draft.judges if (k := _sameness(d)) in kept]
        )
    return tuple(sorted(made.values(), key=lambda s: (s.evidence.start, s.evidence.end)))


def _statement(builder: Builder, draft: Draft, judged: list[str]) -> Statement:
    fields = {k: v for k, v in draft.fields.items() if v is not None}
    if judged:
        fields["about"] = (*dict.fromkeys(judged), *fields.get("about", ()))
    more = tuple(dict.fromkeys(e for e in draft.more if e != draft.evidence))
    return Statement.of(
        report=builder.report.id, evidence=draft.evidence, reader=READER, more=more,
        confidence=round(min(max(draft.confidence, 0.05), 0.99), 2), **fields,
    )  # fmt: skip


def _headlined(head: Draft, told: Draft) -> bool:
    """Say whether a headline says shortly what the text says in full: the text decides whether it is plan or fact."""
    if head.evidence.part not in ("title", "heading") or head.fields.get("type") != told.fields.get("type"):
        return False
    if head.fields["predicate"] != "event":
        return False
    sides = [
        (head.fields["roles"].get(role, ()), told.fields["roles"].get(role, ()))
        for role in ("actor", "target", "mission")
    ]
    known = [({r.id for r in a if r.id}, {r.id for r in b if r.id}) for a, b in sides]
    apart = any(a and b and not a & b for a, b in known)
    return not apart and (any(a & b for a, b in known) or not any(a for a, _ in known))


def _sameness(draft: Draft) -> tuple[Any, ...]:
    fields = draft.fields
    roles = tuple(
        sorted((role, tuple(sorted(r.id or r.text for r in refs))) for role, refs in fields.get("roles", {}).items())
    )
    number = fields.get("quantity")
    return (
        fields["predicate"], fields.get("type"), roles, number.value if number else None, fields.get("grade"),
        fields.get("modality", "actual"), fields.get("negated", False), fields.get("function"),
        tuple(fields.get("effect", ())), tuple(fields.get("options", ())), tuple(fields.get("purposes", ())),
        tuple(sorted(a.name for a in fields.get("assets", ()))), fields.get("text") if fields["predicate"] == "question" else None,
        tuple(h.id or h.text for h in fields.get("holders", ())),
    )  # fmt: skip
