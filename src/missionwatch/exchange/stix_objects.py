"""STIX 2.1 objects as the OASIS library makes them: identities, locations, markings, with ids that come from the content."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from missionwatch.errors import ExchangeNotSetUpError
from missionwatch.exchange.gathering import refs_of
from missionwatch.exchange.provenance import (
    HOME,
    MANUAL,
    PRODUCER,
    full_name,
    moment,
    name_of,
    plain,
    source_name,
    uid,
    web_address,
    without_nothing,
)
from missionwatch.records.marking import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from missionwatch.exchange.gathering import Export
    from missionwatch.records import EntityRef, Kind, ReportHead, Statement, Tlp

EXTENSION = f"extension-definition--{uid('stix', 'extension', '1')}"
"""Our extension definition: what STIX has no words for stands under it, as it stands in the ledger."""
AUTHOR = f"identity--{uid('stix', 'author')}"
"""The identity of this program, which made the bundle."""
_SCHEMA_VERSION = "1.0.0"
_SINCE = "2022-01-01T00:00:00.000Z"  # the definition and our own identity never change, so their times do not either

_TLP_EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"
_TLP: Mapping[Tlp, str] = {
    "clear": "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
    "green": "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
    "amber": "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
    "amber+strict": "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
    "red": "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1",
}
"""The fixed objects of TLP 2.0 (OASIS CTI TC, STIX 2.1 extension for TLP 2.0)."""

CREDIBILITY = {1: 90, 2: 70, 3: 50, 4: 30, 5: 10}
"""The Admiralty credibility scale as STIX confidence (STIX 2.1, appendix A); 6, cannot be judged, has none."""

_CLASS: Mapping[Kind, str] = {
    "state": "organization", "mission": "organization", "organisation": "organization", "group": "group", "person": "individual",
    "unit": "group", "place": "unknown",
}  # fmt: skip
_BODY_CLASS = {"population": "class", "opposition": "group", "diplomats": "group"}


def library() -> Any:
    """Return the STIX 2.1 classes; raise ``ExchangeNotSetUpError`` where the extra is not installed."""
    try:
        return importlib.import_module("stix2.v21")
    except ImportError as fault:
        raise ExchangeNotSetUpError("STIX needs an extra: pip install 'missionwatch[stix]'") from fault


class Objects:
    """Makes and holds the objects of one bundle, each id once, in the order they were made.

    All have the same author and markings; ``created`` is when what they say came out, ``modified`` when it was known.
    """

    def __init__(self, export: Export) -> None:
        self.export = export
        self._stix = library()
        self._made: dict[str, Any] = {}
        self.known = moment(export.known_at)
        self._marks = [_TLP[export.marking]] if export.marking is not None else []
        if export.marking is not None:
            self._mark(export.marking)
        self.author = AUTHOR
        self._made[self.author] = self._stix.Identity(
            id=self.author, created=_SINCE, modified=_SINCE, name="missionwatch", identity_class="system",
            description=f"{PRODUCER}: statements of open reports, with their sources. {HOME}", object_marking_refs=self._marks,
        )  # fmt: skip
        self._made[EXTENSION] = self._stix.ExtensionDefinition(
            id=EXTENSION, created=_SINCE, modified=_SINCE, created_by_ref=self.author, name="missionwatch statement and provenance",
            description="What a report, statement, claim or mission is in missionwatch, with provenance and grading.",
            schema=f"{MANUAL}#the-extension", version=_SCHEMA_VERSION, extension_types=["property-extension"],
            object_marking_refs=self._marks,
        )  # fmt: skip

    def __iter__(self) -> Any:
        """Yield the objects, definitions first."""
        return iter(self._made.values())

    def make(
        self,
        kind: str,
        key: str,
        *,
        said: Mapping[str, Any] | None = None,
        created: datetime | None = None,
        **fields: Any,
    ) -> str:
        """Make an object, once, and return its id; ``said`` goes under our extension."""
        made = f"{kind}--{uid('stix', kind, key)}"
        if made not in self._made:
            begun = min(created, self.export.known_at) if created is not None else self.export.known_at
            body = {key: value for key, value in fields.items() if value not in (None, [], "")}
            if said is not None:
                body["extensions"] = {
                    EXTENSION: {"extension_type": "property-extension", **without_nothing(dict(said))}
                }
            name = "".join(word.capitalize() for word in kind.split("-"))
            self._made[made] = getattr(self._stix, name)(
                id=made, created=moment(begun), modified=self.known, created_by_ref=self.author,
                object_marking_refs=self._marks, **body,
            )  # fmt: skip
        return made

    def publisher(self, head: ReportHead | None) -> str:
        """Return the identity of who published a report."""
        source = self.export.theatre.source(head.source) if head is not None else None
        name = source_name(head, self.export)
        return self.make(
            "identity", f"source {source.id if source else ''} {name}", name=name, identity_class="organization",
            description=f"Source {plain(source.id)}, reliability {source.reliability} (STANAG 2511)" if source else None,
            said={"source": {"id": source.id, "name": name, "kind": source.kind, "reliability": source.reliability}} if source else None,
        )  # fmt: skip

    def entity(self, ref: EntityRef, report: str) -> str:
        """Return the identity of who is named; a name that nobody knows is one of its report alone."""
        if ref.kind == "place" and (where := self.location(ref)) is not None:
            return where
        known = f"{ref.id} {ref.body or ''}".strip() if ref.id is not None else f"{report} {ref.text}"
        kind = _BODY_CLASS.get(ref.body or "", _CLASS[ref.kind]) if ref.kind is not None else "unknown"
        return self.make(
            "identity", f"entity {known}", name=full_name(ref), identity_class=kind, roles=[ref.kind] if ref.kind else None,
            said={"entity": {"id": ref.id, "kind": ref.kind, "body": ref.body, "country": ref.country, "name": name_of(ref)}},
        )  # fmt: skip

    def location(self, ref: EntityRef) -> str | None:
        """Return the location of a place or a state; None where neither a country nor coordinates are known."""
        placed = ref.latitude is not None and ref.longitude is not None
        if ref.kind not in ("place", "state") or not (ref.country or placed):
            return None
        return self.make(
            "location", f"place {ref.id} {ref.country} {ref.latitude} {ref.longitude} {ref.id or ref.text}", name=name_of(ref),
            country=ref.country, latitude=ref.latitude if placed else None, longitude=ref.longitude if placed else None,
            said={"entity": {"id": ref.id, "kind": ref.kind, "country": ref.country, "name": name_of(ref)}},
        )  # fmt: skip

    def named(self, statement: Statement) -> list[str]:
        """Return the objects of all that a statement names, each once; where it names nothing, of its publisher."""
        places = {id(ref) for ref in statement.roles.get("place", ())}
        made = [
            (self.location(ref) if id(ref) in places else None) or self.entity(ref, statement.report)
            for ref in refs_of(statement)
        ]
        return list(dict.fromkeys(made)) or [self.publisher(self.export.reports.get(statement.report))]

    def references(self, statements: Iterable[Statement]) -> list[dict[str, str]]:
        """Return the reports that statements stand in, as external references, each once."""
        out: dict[str, dict[str, str]] = {}
        for statement in statements:
            head = self.export.reports.get(statement.report)
            if head is not None and head.id not in out:
                day = f", {head.published.isoformat()}" if head.published else ""
                found = {"source_name": source_name(head, self.export), "description": f"{plain(head.title)}{day}"}
                address = web_address(head.url)
                out[head.id] = {**found, "url": address} if address else found
        return list(out.values())

    def _mark(self, marking: Tlp) -> None:
        self._made[_TLP[marking]] = self._stix.MarkingDefinition(
            id=_TLP[marking], created="2022-10-01T00:00:00.000Z", name=label(marking),
            extensions={_TLP_EXTENSION: {"extension_type": "property-extension", "tlp_2_0": marking}},
        )  # fmt: skip
