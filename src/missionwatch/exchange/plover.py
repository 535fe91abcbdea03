"""Events as PLOVER records: what happened, who did it to whom, when and where, with the sentence that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from missionwatch import register
from missionwatch.exchange.gathering import happened
from missionwatch.exchange.provenance import days, name_of, origin, plain, provenance, said, times
from missionwatch.records import EVENT_TYPES

if TYPE_CHECKING:
    from missionwatch.exchange.gathering import Export, Told
    from missionwatch.records import EntityRef, Quantity, ReportHead

_SECTOR = {
    "government": "GOV", "parliament": "LEG", "armed_forces": "MIL", "police": "COP", "diplomats": "GOV", "population": "CVL",
    "opposition": "OPP",
}  # fmt: skip
"""PLOVER's sectors of the bodies of a state. Armed groups get none: whether one is a rebel is a judgement, not a fact."""


def to_plover(export: Export) -> bytes:
    """Return the events of an export as PLOVER JSON: those said as facts that nobody denies, by day."""
    records = [_record(one, export) for one in export.told if _is_event(one)]
    records.sort(key=lambda record: (record["date"] or record["reported"] or "", record["id"]))
    about = {
        "ontology": "PLOVER (Halterman et al. 2023, doi 10.31235/osf.io/rm5dw)", "theatre": export.theatre.name, **times(export),
        "left_out": _left_out(export), **({"marking": export.tlp} if export.tlp else {}),
    }  # fmt: skip
    return msgspec.json.format(msgspec.json.encode({"about": about, "events": records}), indent=1) + b"\n"


def _is_event(one: Told) -> bool:
    return one.claim.predicate == "event" and happened(one.claim) and not one.claim.against


def _left_out(export: Export) -> dict[str, int]:
    """Return how many claims PLOVER has no place for, by why."""
    events = [one for one in export.told if one.claim.predicate == "event" and not _is_event(one)]
    denied = sum(bool(one.claim.against) or one.claim.statement.negated for one in events)
    return {
        "no event": sum(one.claim.predicate != "event" for one in export.told),
        "denied or not so": denied, "planned, possible, required or conditional": len(events) - denied,
    }  # fmt: skip


def _record(one: Told, export: Export) -> dict[str, Any]:
    claim, statement = one.claim, one.claim.statement
    event, _, mode = EVENT_TYPES[statement.type or ""].partition(":")
    first, last = days(statement)
    head = export.reports.get(statement.report)
    source = origin(statement, claim, export)
    return {
        "id": f"missionwatch-{claim.id}", "event": event, "mode": mode or None, "type": statement.type, "date": first, "date_last": last,
        "reported": claim.first.isoformat() if claim.first else None, "actor": [_actor(ref) for ref in statement.roles.get("actor", ())],
        "recipient": [_actor(ref) for role in ("target", "partner") for ref in statement.roles.get(role, ())],
        "mission": [name_of(ref) for ref in statement.roles.get("mission", ())],
        "location": [_place(ref) for ref in statement.roles.get("place", ())],
        "dead": _number(statement.killed), "injured": _number(statement.injured), "text": plain(statement.evidence.quote),
        "summary": said(export, claim), "language": _language(head), "publication": source["publisher"], "url": source.get("url"),
        "provenance": provenance(one, export),
    }  # fmt: skip


def _actor(ref: EntityRef) -> dict[str, Any]:
    return {
        "name": name_of(ref), "text": plain(ref.text), "code": register.three_letters().get(ref.country or ""),
        "sector": _SECTOR.get(ref.body or ""), "kind": ref.kind, "id": ref.id,
    }  # fmt: skip


def _place(ref: EntityRef) -> dict[str, Any]:
    return {
        "name": name_of(ref), "country": register.three_letters().get(ref.country or ""), "latitude": ref.latitude, "longitude": ref.longitude,
    }  # fmt: skip


def _number(quantity: Quantity | None) -> dict[str, Any] | None:
    if quantity is None:
        return None
    return {"value": quantity.value, "low": quantity.low, "high": quantity.high, "text": plain(quantity.text)}


def _language(head: ReportHead | None) -> str | None:
    return head.language if head is not None else None
