"""STIX 2.1 taken in: reports and notes become reports; what our contract can say becomes statements; the rest is counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from missionwatch.errors import ExchangeError
from missionwatch.exchange.provenance import web_address
from missionwatch.exchange.settling import between, named, own_sheets, state, stated
from missionwatch.exchange.stix_objects import AUTHOR, EXTENSION
from missionwatch.exchange.taking import (
    MOST,
    Parcel,
    Sheet,
    day_of,
    decoded,
    language_of,
    loose_sheet,
    own_source,
    parcel,
    words,
)

if TYPE_CHECKING:
    from missionwatch.exchange.taking import Cleaner
    from missionwatch.records import EntityRef, Kind, Statement

READER = "stix@1"
_PARTIES = ("identity", "threat-actor", "intrusion-set", "campaign")
_KINDS: tuple[Kind, ...] = ("state", "mission", "organisation", "group", "unit")
_DEFINITIONS = ("marking-definition", "extension-definition", "language-content")

_Object = dict[str, Any]


def from_stix(raw: bytes, what: str, clean: Cleaner) -> Parcel:
    """Return what a STIX file says. ``what`` is what messages call the file.

    Raises ``ExchangeError`` where it is too large, too deep or no STIX. An object that is no sound one is counted.
    """
    objects, left = _objects(decoded(raw, what), what), Counter[str]()
    own = [said for one in objects if isinstance(said := _said(one), dict)]
    sheets = own_sheets(READER, own, left, clean)
    foreign = {str(one["id"]): one for one in objects if not isinstance(_said(one), dict)}
    everything = {str(one["id"]): one for one in objects}
    sheets += _Foreign(foreign, everything, left, clean).sheets()
    for one in objects:
        if one.get("object_marking_refs") and one["type"] in ("report", "note"):
            left["a marking (TLP or other), which the ledger does not keep"] += 1
    return parcel(READER, sheets, left, clean)


def _objects(found: Any, what: str) -> list[_Object]:
    if isinstance(found, dict) and found.get("type") == "bundle":
        found = found.get("objects", [])
    elif isinstance(found, dict):
        found = [found]
    if not isinstance(found, list) or not all(_is_object(one) for one in found):
        raise ExchangeError(f"{what} is no STIX: it must be a bundle, or objects that each have a type and an id")
    if len(found) > MOST:
        raise ExchangeError(f"{what} holds {len(found):,} objects; {MOST:,} is the most; split it")
    return found


def _is_object(one: Any) -> bool:
    if not isinstance(one, dict):
        return False
    kind, key = one.get("type"), one.get("id")
    return isinstance(kind, str) and isinstance(key, str) and key.startswith(f"{kind}--")


def _said(one: _Object) -> Any:
    extensions = one.get("extensions")
    return extensions.get(EXTENSION) if isinstance(extensions, dict) else None


class _Foreign:
    """The objects of another program."""

    def __init__(
        self, objects: dict[str, _Object], everything: dict[str, _Object], left: Counter[str], clean: Cleaner
    ) -> None:
        self.objects, self.everything, self.left, self.clean = objects, everything, left, clean
        self.used: set[str] = set()

    def sheets(self) -> list[Sheet]:
        """Return a sheet for each report and note, and one for each author of what stands in none of them."""
        out: dict[str, Sheet] = {}
        holder: dict[str, str] = {}
        for key, one in self.objects.items():
            if one["type"] in ("report", "note"):
                out[key] = self._sheet(one)
            if one["type"] == "report" and isinstance(one.get("object_refs"), list):
                for inner in one["object_refs"]:
                    holder.setdefault(str(inner), key)
        for key, one in self.objects.items():
            if one["type"] in ("report", "note", *_DEFINITIONS):
                continue
            made = None if one.get("revoked") is True else self._statement(one)
            if made is not None:
                statement, line = made
                sheet = out.get(holder.get(key, "")) or self._loose(out, one)
                sheet.paragraphs.append(("list", line))
                sheet.statements.append(statement)
            elif one["type"] not in (*_PARTIES, "location"):
                what = f"{one['type']} {words(one.get('relationship_type'))[:40]}".strip()
                self.left[f"{what}: nothing in the contract says that"] += 1
        for key, one in self.objects.items():
            if one["type"] in (*_PARTIES, "location") and key not in self.used | {AUTHOR}:
                self.left[f"{one['type']}: named, but no statement says anything of it"] += 1
        return list(out.values())

    def _sheet(self, one: _Object) -> Sheet:
        title = one.get("name") if one["type"] == "report" else one.get("abstract")
        body = one.get("description") if one["type"] == "report" else one.get("content")
        day = day_of(one.get("published")) or day_of(one.get("created"))
        author = self._author(one)
        return Sheet(
            source=own_source(READER, author), title=words(title), published=day, language=language_of(one.get("lang")),
            url=self._address(one), publisher=author, paragraphs=[("body", text) for text in words(body).split("\n\n")],
        )  # fmt: skip

    def _loose(self, out: dict[str, Sheet], one: _Object) -> Sheet:
        author = self._author(one)
        day = day_of(one.get("modified")) or day_of(one.get("created"))
        return loose_sheet(out, READER, author, f"STIX objects of {author}", day)

    def _author(self, one: _Object) -> str:
        author = self.everything.get(str(one.get("created_by_ref")))
        self.used.add(str(one.get("created_by_ref")))
        references = self._references(one) if author is None else []
        return (
            words((author or {}).get("name"))
            or next((words(r.get("source_name")) for r in references), "")
            or "unknown"
        )

    @staticmethod
    def _references(one: _Object) -> list[_Object]:
        listed = one.get("external_references")
        return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []

    def _address(self, one: _Object) -> str | None:
        urls = (reference.get("url") for reference in self._references(one))
        return next((found for url in urls if isinstance(url, str) and (found := web_address(url)) is not None), None)

    def _statement(self, one: _Object) -> tuple[Statement, str] | None:
        """Return the statement of an object and the line that stands for it; None where the contract cannot say it.

        A party located at a location, or sighted there, is a presence. All else (who targets or is attributed to whom, indicators,
        malware) would have to be guessed.
        """
        if one["type"] == "relationship" and one.get("relationship_type") == "located-at":
            who, wheres = one.get("source_ref"), [one.get("target_ref")]
            time = between(one.get("start_time"), one.get("stop_time"))
        elif one["type"] == "sighting" and isinstance(one.get("where_sighted_refs"), list):
            who, wheres = one.get("sighting_of_ref"), one["where_sighted_refs"]
            time = between(one.get("first_seen"), one.get("last_seen"))
        else:
            return None
        actor = self.everything.get(str(who))
        places = [self._place(str(where)) for where in wheres if self._is(str(where), ("location",))]
        if actor is None or actor["type"] not in _PARTIES or not places or not (name := self._name(actor)):
            return None
        self.used.update((str(who), *(str(where) for where in wheres)))
        words_of_it = one.get("relationship_type") or "sighted at"
        line = f"{name} — {words_of_it} — {', '.join(p.text for p in places)}" + (f" ({time.text})" if time else "")
        description = " ".join(self.clean(words(one.get("description"))).split())
        line = self.clean(f"{line}: {description}" if description else line)
        return stated("presence", {"actor": [named(name, kinds=_KINDS)], "place": places}, line, time=time), line

    def _is(self, key: str, kinds: tuple[str, ...]) -> bool:
        return key in self.everything and self.everything[key]["type"] in kinds

    def _name(self, one: _Object) -> str:
        return " ".join(self.clean(words(one.get("name"))[:300]).split())

    def _place(self, key: str) -> EntityRef:
        one = self.everything[key]
        name, code = self._name(one), one.get("country")
        latitude, longitude = one.get("latitude"), one.get("longitude")
        where = state(code, name)
        if (
            isinstance(latitude, (int, float))
            and isinstance(longitude, (int, float))
            and _on_the_globe(latitude, longitude)
        ):
            country = where.country if where is not None else None
            return named(
                name or "?",
                kinds=("place",),
                kind="place",
                country=country,
                latitude=float(latitude),
                longitude=float(longitude),
            )
        if where is not None and (
            not name or name == where.name or not (found := named(name, kinds=("place", "state"))).id
        ):
            return where
        return found if where is not None else named(name or words(one.get("region")) or "?", kinds=("place", "state"))


def _on_the_globe(latitude: float, longitude: float) -> bool:
    return -90 <= latitude <= 90 and -180 <= longitude <= 180
