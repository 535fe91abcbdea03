"""A picture as a STIX 2.1 bundle: reports, what they state (notes), what follows from it (groupings, relationships)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

import msgspec

from missionwatch.exchange.gathering import happened
from missionwatch.exchange.provenance import (
    days,
    head_said,
    label,
    moment,
    origin,
    plain,
    provenance,
    said,
    source_name,
    times,
    uid,
    web_address,
)
from missionwatch.exchange.stix_objects import CREDIBILITY, Objects, library

if TYPE_CHECKING:
    from missionwatch.exchange.gathering import Export, Told
    from missionwatch.records import Claim, EntityRef, MissionPicture, ReportHead, Statement

_TIES = {
    "contribution": ("contributor", "mission", "contributes to"), "leadership": ("leader", "mission", "leads"),
    "post": ("person", "mission", "holds a post in"), "event": ("actor", "target", ""),
}  # fmt: skip
"""Which roles of a claim a relationship ties, and in what words. STIX has none of these relations: they go as related-to."""


def to_stix(export: Export) -> bytes:
    """Return a STIX 2.1 bundle as JSON; the same export gives the same bytes.

    Raises ``ExchangeNotSetUpError`` where the extra ``stix`` is not installed.
    """
    made = Objects(export)
    notes = {statement.id: _note(made, statement, claim) for statement, claim in export.statements}
    standing: dict[str, list[str]] = {}
    for statement, _ in export.statements:
        standing.setdefault(statement.report, []).append(notes[statement.id])
    for report, head in export.reports.items():
        _report(made, head, standing.get(report, []))
    claims = {one.claim.id: _claim(made, one, notes) for one in export.told}
    for one in export.told:
        if happened(one.claim):
            _ties(made, one.claim)
    for mission in export.missions:
        _mission(made, mission, [claims[one.claim.id] for one in export.told if mission.mission.id in one.missions])
    objects = list(made)
    bundle = library().Bundle(
        objects=objects, id=f"bundle--{uid('stix', 'bundle', *(o.id for o in objects), made.known)}"
    )
    # the library indents in time that grows with the square of the objects (75 s for 130 statements); msgspec does it at once
    written: str = bundle.serialize(ensure_ascii=False)
    return msgspec.json.format(written.encode(), indent=1) + b"\n"


def _note(made: Objects, statement: Statement, claim: Claim | None) -> str:
    """Make the note that is a statement: its quote as content, all that it says under our extension."""
    export = made.export
    head = export.reports.get(statement.report)
    return made.make(
        "note", statement.id, created=_day(head), abstract=label(statement), content=plain(statement.evidence.quote),
        object_refs=made.named(statement), authors=[source_name(head, export)],
        external_references=made.references([statement]),
        said={"statement": msgspec.to_builtins(statement), "origin": origin(statement, claim, export), **times(export)},
    )  # fmt: skip


def _report(made: Objects, head: ReportHead, notes: list[str]) -> None:
    """Make the report: its title and address, and the notes that stand in it."""
    publisher, address = source_name(head, made.export), web_address(head.url)
    reference = {
        "source_name": publisher,
        "description": plain(head.title) or "(no title)",
        **({"url": address} if address else {}),
    }
    made.make(
        "report", head.id, created=_day(head), name=plain(head.title).strip() or "(no title)",
        description=f"Report of {publisher}" + ("" if head.published else "; it has no date of its own"),
        published=moment(_day(head) or made.export.known_at), lang=head.language if len(head.language) == 2 else None,
        object_refs=[made.publisher(head), *notes],
        external_references=[reference], said={"report": head_said(head)},
    )  # fmt: skip


def _claim(made: Objects, one: Told, notes: dict[str, str]) -> str:
    """Make the grouping that is a claim, confident as it is credible, and an opinion for each statement against it."""
    claim, export = one.claim, made.export
    support = [notes[s.id] for s in claim.support]
    grouping = made.make(
        "grouping", f"claim {claim.id}", created=_midnight(claim.first), name=said(export, claim), context="unspecified",
        description=_graded(claim), confidence=CREDIBILITY.get(claim.credibility),
        object_refs=list(dict.fromkeys([*support, *made.named(claim.statement)])),
        external_references=made.references(claim.support), said={"claim": provenance(one, export)},
    )  # fmt: skip
    for statement in claim.against:
        head = export.reports.get(statement.report)
        made.make(
            "opinion", f"{claim.id} {statement.id}", created=_day(head), opinion="disagree",
            explanation=plain(statement.evidence.quote), authors=[source_name(head, export)], object_refs=[grouping],
            external_references=made.references([statement]), said={"origin": origin(statement, claim, export)},
        )  # fmt: skip
    return grouping


def _ties(made: Objects, claim: Claim) -> None:
    """Make the relationships and sightings that follow from a claim that goes as a fact."""
    statement = claim.statement
    fields: dict[str, Any] = {
        "created": _midnight(claim.first), "confidence": CREDIBILITY.get(claim.credibility),
        "description": said(made.export, claim), "external_references": made.references(claim.support),
        "said": {"claim": {"claim": claim.id}, **times(made.export)},
    }  # fmt: skip
    if statement.predicate == "presence":
        for actor in statement.role("actor"):
            _there(made, claim, actor, fields)
        return
    if statement.predicate not in _TIES:
        return
    mine, theirs, words = _TIES[statement.predicate]
    for ref in statement.roles.get(mine, ()):
        for other in statement.roles.get(theirs, ()):
            ends = [made.entity(one, statement.report) for one in (ref, other)]
            if ends[0] != ends[1]:
                made.make(
                    "relationship", f"{claim.id} {' '.join(ends)}", relationship_type="related-to", source_ref=ends[0], target_ref=ends[1],
                    **{**fields, "description": f"{words or statement.type}: {fields['description']}"},
                )  # fmt: skip


def _there(made: Objects, claim: Claim, actor: EntityRef, fields: dict[str, Any]) -> None:
    """Make what says that an actor is in a place: a sighting of an armed group, else that it is located there."""
    statement = claim.statement
    who = made.entity(actor, statement.report)
    for place in statement.roles.get("place", ()):
        where = made.location(place)
        if where is None or where == who:
            continue
        key = f"{claim.id} {who} {where}"
        first, last = (_day_said(day) for day in days(statement))
        if actor.kind == "group" and (seen := first or _midnight(claim.first)) is not None:
            until = max(seen, last or _midnight(claim.last) or seen)
            fields = {**fields, "first_seen": moment(seen), "last_seen": moment(until)}
            made.make("sighting", key, sighting_of_ref=who, where_sighted_refs=[where], **fields)
        else:
            made.make("relationship", key, relationship_type="located-at", source_ref=who, target_ref=where, **fields)


def _mission(made: Objects, mission: MissionPicture, claims: list[str]) -> None:
    """Make the grouping that is a mission's state: its level and trend, and the claims of it."""
    export, concern = made.export, made.export.concerns.get(mission.mission.id or "")
    level = f"; level of concern {concern.level}, {concern.trend}" if concern is not None else ""
    judged = (
        {"level": concern.level, "trend": concern.trend, "sureness": concern.sureness} if concern is not None else {}
    )
    made.make(
        "grouping", f"mission {mission.mission.id} {export.as_of} {made.known}", context="unspecified",
        name=f"{plain(mission.mission.name or mission.mission.text)} on {export.as_of.isoformat()}",
        description=f"State {mission.state}{level}; as known at {made.known}",
        object_refs=[made.entity(mission.mission, ""), *claims],
        said={"mission": {"id": mission.mission.id, "state": mission.state, **judged}, **times(export)},
    )  # fmt: skip


def _graded(claim: Claim) -> str:
    words = f"Credibility {claim.credibility} (STANAG 2511), {claim.voices} independent report{'' if claim.voices == 1 else 's'}"
    if claim.against:
        words += f"; denied by {len(claim.against)}"
    fields = dict.fromkeys(value.field for value in claim.disputed)
    return words + (f"; disputed: {', '.join(fields)}" if fields else "") + ("; stale" if claim.stale else "")


def _day(head: ReportHead | None) -> datetime | None:
    return _floor(head.published) if head is not None and head.published is not None else None


def _midnight(day: date | None) -> datetime | None:
    return _floor(day) if day is not None else None


def _day_said(day: str | None) -> datetime | None:
    return _floor(date.fromisoformat(day)) if day is not None else None


def _floor(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=UTC)
