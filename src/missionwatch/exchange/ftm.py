"""A picture as FollowTheMoney entities: reports, who is who, and what follows: memberships, posts, links, events, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from missionwatch.exchange.gathering import happened, refs_of
from missionwatch.exchange.provenance import (
    days,
    full_name,
    head_said,
    label,
    moment,
    name_of,
    origin,
    plain,
    provenance,
    said,
    source_name,
    times,
    uid,
    web_address,
    without_nothing,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from missionwatch.exchange.gathering import Export, Told
    from missionwatch.records import EntityRef, MissionPicture, ReportHead, Statement

CONTEXT = "missionwatch"
"""The key beside ``schema`` and ``properties`` under which our own record stands; the library keeps such keys."""
_LANGUAGES = {"nl": "nld", "en": "eng", "fr": "fra"}
_SCHEMA = {
    "person": "Person",
    "mission": "Organization",
    "organisation": "Organization",
    "group": "Organization",
    "unit": "Organization",
}
_ORGANISED = ("mission", "organisation", "group", "unit", "state")

_Entity = dict[str, Any]


def to_ftm(export: Export) -> bytes:
    """Return FollowTheMoney entities, one JSON object a line, those that others point to first."""
    made = _Entities(export)
    for mission in export.missions:
        made.mission(mission)
    for head in export.reports.values():
        made.report(head)
    first = {statement.id: claim for statement, claim in export.statements}
    for one in export.told:
        made.claim(one, [s for s in dict.fromkeys(one.statements) if (first.get(s.id) or one.claim).id == one.claim.id])
    for statement in export.loose:
        made.loose(statement)
    return b"".join(msgspec.json.encode(entity) + b"\n" for entity in made.made.values())


class _Entities:
    """Makes and holds entities, each id once."""

    def __init__(self, export: Export) -> None:
        self.export = export
        self.made: dict[str, _Entity] = {}

    def mission(self, mission: MissionPicture) -> str:
        """Return a mission, with its state and level beside it: the schema has no place for them."""
        concern = self.export.concerns.get(mission.mission.id or "")
        judged = {"level": concern.level, "trend": concern.trend} if concern is not None else {}
        own = {"mission": {"id": mission.mission.id, "state": mission.state, **judged, **times(self.export)}}
        return self._make("Organization", f"Organization {mission.mission.id}", own=own, name=name_of(mission.mission))

    def report(self, head: ReportHead) -> str:
        publisher = source_name(head, self.export)
        return self._make(
            "Article", f"report {head.id}", own={"report": head_said(head)}, title=plain(head.title), publisher=publisher,
            publishedAt=head.published.isoformat() if head.published else None, sourceUrl=web_address(head.url),
            language=_LANGUAGES.get(head.language),
        )  # fmt: skip

    def party(self, ref: EntityRef, report: str, *, schema: str | None = None) -> str:
        """Return who is named; a name that nobody knows is one of its report alone."""
        known = f"{ref.id} {ref.body or ''}".strip() if ref.id is not None else f"{report} {ref.text}"
        if ref.kind == "state":
            schema = "LegalEntity" if ref.body in ("population", "opposition") else "PublicBody"
        schema = schema or _SCHEMA.get(ref.kind or "", "LegalEntity")
        own = {"entity": _known(ref)}
        return self._make(schema, f"{schema} {known}", own=own, name=full_name(ref), country=_country(ref))

    def place(self, ref: EntityRef, report: str) -> str:
        known = ref.id if ref.id is not None else f"{report} {ref.text}"
        return self._make(
            "Address", f"place {known}", own={"entity": _known(ref)}, full=name_of(ref), name=name_of(ref), country=_country(ref),
            latitude=_degrees(ref.latitude), longitude=_degrees(ref.longitude),
        )  # fmt: skip

    def thing(self, ref: EntityRef, report: str) -> str:
        return self.place(ref, report) if ref.kind == "place" else self.party(ref, report)

    def claim(self, one: Told, statements: list[Statement]) -> None:
        """Make the entity that is a claim: a fact where it may go as one and the schema has a word for it, else a note."""
        claim, statement = one.claim, one.claim.statement
        own = {"claim": provenance(one, self.export), "statements": [msgspec.to_builtins(s) for s in statements]}
        fields = {
            "proof": [self.report(head) for s in claim.support if (head := self.export.reports.get(s.report)) is not None],
            "publisher": [source_name(self.export.reports.get(s.report), self.export) for s in claim.support],
            "sourceUrl": [url for s in claim.support if (url := origin(s, claim, self.export).get("url"))],
            "summary": plain(statement.evidence.quote), "description": f"Credibility {claim.credibility} (STANAG 2511)",
            "modifiedAt": moment(self.export.known_at)[:19],
        }  # fmt: skip
        schema, ends = self._fact(one) if happened(claim) and not claim.against else (None, {})
        if schema is None or (schema != "Event" and [] in ends.values()):
            self._note(f"claim {claim.id}", said(self.export, claim), statement, own, fields)
            return
        first, last = days(statement)
        when = {"date": first} if first is not None and first == last else {"startDate": first, "endDate": last}
        self._make(schema, f"claim {claim.id}", own=own, recordId=claim.id, **when, **ends, **fields)

    def loose(self, statement: Statement) -> None:
        """Make the note that is a statement of no claim here."""
        head = self.export.reports.get(statement.report)
        source = origin(statement, None, self.export)
        own = {"origin": {**source, **times(self.export)}, "statements": [msgspec.to_builtins(statement)]}
        fields = {
            "proof": [self.report(head)] if head is not None else [], "publisher": source["publisher"], "sourceUrl": source.get("url"),
            "summary": source["quote"],
        }  # fmt: skip
        self._note(f"statement {statement.id}", label(statement), statement, own, fields)

    def _fact(self, one: Told) -> tuple[str | None, dict[str, Any]]:
        """Return the schema that says what a claim says, and its ends; None where there is none, or an end is missing."""
        statement, roles = one.claim.statement, one.claim.statement.roles
        report = statement.report
        missions = [self.party(ref, report) for ref in roles.get("mission", ()) if ref.kind in _ORGANISED]
        match statement.predicate:
            case "contribution" if missions and roles.get("contributor"):
                members = [self.party(ref, report) for ref in roles["contributor"] if ref.kind != "place"]
                return "Membership", {"member": members, "organization": missions, "role": _part(statement)}
            case "leadership" if missions and roles.get("leader"):
                leaders = [self.party(ref, report) for ref in roles["leader"] if ref.kind != "place"]
                return "Directorship", {"director": leaders, "organization": missions, "role": "lead"}
            case "post" if roles.get("person"):
                people = [
                    self.party(ref, report, schema="Person") for ref in roles["person"] if ref.kind in (None, "person")
                ]
                return self._post(statement, people)
            case "presence" if roles.get("actor") and roles.get("place"):
                actors = [self.thing(ref, report) for ref in roles["actor"]]
                return "UnknownLink", {
                    "subject": actors,
                    "object": [self.place(r, report) for r in roles["place"]],
                    "role": "present in",
                }
            case "event":
                involved = [
                    self.party(ref, report) for role in ("actor", "target", "partner", "instigator", "mission")
                    for ref in roles.get(role, ()) if ref.kind != "place"
                ]  # fmt: skip
                where = [name_of(ref) for ref in roles.get("place", ())]
                countries = [country for ref in roles.get("place", ()) if (country := _country(ref))]
                name = said(self.export, one.claim)
                return "Event", {
                    "name": name,
                    "involved": involved,
                    "location": where,
                    "country": countries,
                    "keywords": statement.type,
                }
        return None, {}

    def _post(self, statement: Statement, people: list[str]) -> tuple[str | None, dict[str, Any]]:
        function = plain(statement.function or statement.text or "").replace("-", " ").strip()
        roles, report = statement.roles, statement.report
        at = [
            self.party(r, report)
            for role in ("mission", "organisation")
            for r in roles.get(role, ())
            if r.kind in _ORGANISED
        ]
        if people and at:
            return "Employment", {"employee": people, "employer": at, "role": function or None}
        if people and function and roles.get("state"):
            state = roles["state"][0]
            name = f"{function} ({name_of(state)})"
            post = self._make(
                "Position", f"position {name}", own={"position": name}, name=name, country=_country(state)
            )
            return "Occupancy", {"holder": people, "post": post}
        return None, {}

    def _note(self, key: str, name: str, statement: Statement, own: _Entity, fields: dict[str, Any]) -> None:
        things = [self.thing(ref, statement.report) for ref in refs_of(statement)]
        self._make(
            "Note", key, own=own, name=name, entity=things, keywords=statement.type or statement.predicate, **fields
        )

    def _make(self, schema: str, key: str, *, own: _Entity, **properties: Any) -> str:
        made = f"mw-{uid('ftm', key)}"
        if made not in self.made:
            self.made[made] = {
                "id": made,
                "schema": schema,
                "properties": _listed(properties),
                CONTEXT: without_nothing(own),
            }
        return made


def _listed(properties: dict[str, Any]) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for name, value in properties.items():
        values: Iterable[Any] = value if isinstance(value, (list, tuple)) else (value,)
        kept = list(dict.fromkeys(text for one in values if one is not None and (text := str(one).strip())))
        if kept:
            out[name] = kept
    return out


def _known(ref: EntityRef) -> dict[str, Any]:
    return {key: value for key, value in msgspec.to_builtins(ref).items() if key != "text"} or {"name": plain(ref.text)}


def _country(ref: EntityRef) -> str | None:
    return ref.country.lower() if ref.country else None


def _degrees(value: float | None) -> str | None:
    return None if value is None else f"{value:.5f}"


def _part(statement: Statement) -> str | None:
    """Return as what somebody takes part: "liaison officer, about 100 people"."""
    quantity = statement.quantity
    size = ""
    if quantity is not None:
        how = "" if quantity.qualifier == "exact" else quantity.qualifier.replace("_", " ")
        number = (
            f"{quantity.value:g}" if quantity.value is not None else "–".join(f"{n:g}" for n in quantity.span or ())
        )
        size = " ".join(word for word in (how, number, quantity.unit or "") if word)
    return ", ".join(one for one in ((statement.function or "").replace("-", " "), size) if one) or None
