"""FollowTheMoney entities taken in: documents become reports; posts, contributions and sanctions statements; the rest is counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from missionwatch.errors import ExchangeError
from missionwatch.exchange.ftm import CONTEXT
from missionwatch.exchange.provenance import web_address
from missionwatch.exchange.settling import between, named, own_sheets, state, stated
from missionwatch.exchange.taking import (
    MOST,
    Parcel,
    Sheet,
    day_of,
    decoded,
    loose_sheet,
    own_source,
    parcel,
    words,
)
from missionwatch.records import EntityRef

if TYPE_CHECKING:
    from missionwatch.exchange.taking import Cleaner
    from missionwatch.records import Kind, Statement, When

READER = "ftm@1"
_DOCUMENTS = ("Article", "Document", "HyperText", "PlainText", "Pages", "Note")
_POSTS = {
    "Employment": ("employee", "employer"), "Membership": ("member", "organization"), "Directorship": ("director", "organization"),
}  # fmt: skip
_PARTIES: tuple[Kind, ...] = ("state", "mission", "organisation", "group", "unit")
_LANGUAGES = {"nld": "nl", "eng": "en", "fra": "fr"}

_Entity = dict[str, Any]


def from_ftm(raw: bytes, what: str, clean: Cleaner) -> Parcel:
    """Return what a file of FollowTheMoney entities says: one JSON object a line, or one list of them.

    Raises ``ExchangeError`` where it is too large, too deep or no such file.
    """
    entities, left = _entities(raw, what), Counter[str]()
    own = [said for one in entities.values() if isinstance(said := one.get(CONTEXT), dict)]
    foreign = {key: one for key, one in entities.items() if not isinstance(one.get(CONTEXT), dict)}
    sheets = own_sheets(READER, own, left, clean) + _Foreign(foreign, entities, left, clean).sheets()
    return parcel(READER, sheets, left, clean)


def _entities(raw: bytes, what: str) -> dict[str, _Entity]:
    if raw.lstrip()[:1] == b"[":
        found = decoded(raw, what)
    else:
        lines = raw.split(b"\n")
        if len(lines) > MOST:
            raise ExchangeError(f"{what} holds {len(lines):,} lines; {MOST:,} is the most; split it")
        found = [decoded(line, f"line {n} of {what}") for n, line in enumerate(lines, 1) if line.strip()]
    if not isinstance(found, list) or not found or not all(_is_entity(one) for one in found):
        raise ExchangeError(
            f"{what} holds no FollowTheMoney entities: each needs an id, a schema and properties that are lists"
        )
    if len(found) > MOST:
        raise ExchangeError(f"{what} holds {len(found):,} entities; {MOST:,} is the most; split it")
    return {one["id"]: one for one in found}


def _is_entity(one: Any) -> bool:
    if not isinstance(one, dict) or not isinstance(one.get("id"), str) or not isinstance(one.get("schema"), str):
        return False
    properties = one.get("properties")
    return isinstance(properties, dict) and all(isinstance(values, list) for values in properties.values())


class _Foreign:
    """The entities of another program."""

    def __init__(
        self, entities: dict[str, _Entity], everything: dict[str, _Entity], left: Counter[str], clean: Cleaner
    ) -> None:
        self.entities, self.everything, self.left, self.clean = entities, everything, left, clean
        self.used: set[str] = set()

    def sheets(self) -> list[Sheet]:
        """Return a sheet for each document, and one for each data set whose statements no document of the file proves."""
        out = {key: self._sheet(one) for key, one in self.entities.items() if one["schema"] in _DOCUMENTS}
        for key, one in self.entities.items():
            if key in out:
                continue
            made = self._statement(one)
            if made is not None:
                statement, line = made
                proof = next((p for p in one["properties"].get("proof", []) if p in out), None)
                sheet = out[proof] if proof is not None else self._loose(out, one)
                sheet.paragraphs.append(("list", line))
                sheet.statements.append(statement)
                ends = (end for values in one["properties"].values() for end in values if isinstance(end, str))
                self.used.update((key, *(end for end in ends if end in self.everything)))
        for key, one in self.entities.items():
            if key not in self.used and key not in out:
                self.left[f"{one['schema'][:40]}: nothing in the contract says that, or no statement names it"] += 1
        return list(out.values())

    def _sheet(self, one: _Entity) -> Sheet:
        publisher = self._text(one, "publisher") or self._data_set(one)
        body = [text for name in ("summary", "description", "bodyText") for text in self._texts(one, name)]
        return Sheet(
            source=own_source(READER, publisher), title=self._text(one, "title") or self._text(one, "name"),
            published=next((day for name in ("publishedAt", "date", "authoredAt") if (day := day_of(self._text(one, name)))), None),
            language=_LANGUAGES.get(self._text(one, "language"), "und"), url=web_address(self._text(one, "sourceUrl") or None),
            publisher=publisher, paragraphs=[("body", part) for text in body for part in text.split("\n\n")],
        )  # fmt: skip

    def _loose(self, out: dict[str, Sheet], one: _Entity) -> Sheet:
        publisher = self._text(one, "publisher") or self._data_set(one)
        day = next((day for name in ("modifiedAt", "retrievedAt") if (day := day_of(self._text(one, name)))), None)
        return loose_sheet(out, READER, publisher, f"FollowTheMoney entities of {publisher}", day)

    def _statement(self, one: _Entity) -> tuple[Statement, str] | None:
        """Return the statement of an entity and the line that stands for it; None where the contract cannot say it."""
        if one["schema"] == "Occupancy":
            return self._occupancy(one)
        if one["schema"] == "Sanction":
            return self._sanction(one)
        return self._post(one) if one["schema"] in _POSTS else None

    def _occupancy(self, one: _Entity) -> tuple[Statement, str] | None:
        person, post = self._other(one, "holder"), self._other(one, "post")
        if person is None or post is None or not (function := self._text(post, "name")):
            return None
        time = self._time(one)
        country = state(self._text(post, "country"))
        line = self._line(f"{self._name(person)}: {function}", country.text if country else "", time)
        roles = {"person": [self._person(person)], "state": [country] if country is not None else []}
        return stated("post", roles, line, time=time, text=function), line

    def _post(self, one: _Entity) -> tuple[Statement, str] | None:
        mine, theirs = _POSTS[one["schema"]]
        who, body = self._other(one, mine), self._other(one, theirs)
        if who is None or body is None:
            return None
        time, role, at = (
            self._time(one),
            self._text(one, "role"),
            named(self._name(body), kinds=_PARTIES, kind="organisation"),
        )
        line = self._line(f"{self._name(who)} — {one['schema']} — {self._name(body)}", role, time)
        where = "mission" if at.kind == "mission" else "organisation"
        if who["schema"] == "Person":
            return stated(
                "post", {"person": [self._person(who)], where: [at]}, line, time=time, text=role or None
            ), line
        member = named(self._name(who), kinds=("state",))
        if one["schema"] == "Membership" and at.kind == "mission" and member.kind == "state":
            return stated("contribution", {"contributor": [member], "mission": [at]}, line, time=time), line
        return None

    def _sanction(self, one: _Entity) -> tuple[Statement, str] | None:
        target, authority = self._other(one, "entity"), self._text(one, "authority")
        country = state(self._text(one, "country"), authority)
        if target is None or not (authority or country):
            return None
        time = self._time(one)
        actor = named(authority, kinds=_PARTIES) if authority else None
        by = country if country is not None and (actor is None or actor.id is None) else actor
        person = target["schema"] == "Person"
        whom = self._person(target) if person else named(self._name(target), kinds=_PARTIES)
        line = self._line(f"{by.text if by else authority} — sanctions — {whom.text}", self._text(one, "program"), time)
        begun = between(time.earliest, time.earliest) if time is not None and time.earliest else None
        return stated("event", {"actor": [by] if by else [], "target": [whom]}, line, time=begun, type="sanction"), line

    def _other(self, one: _Entity, name: str) -> _Entity | None:
        """Return the one entity a property points to; with two it is not said which is meant together with what."""
        keys = one["properties"].get(name, [])
        found = self.everything.get(keys[0]) if len(keys) == 1 and isinstance(keys[0], str) else None
        if found is None or not self._name(found):
            return None
        return found

    def _person(self, one: _Entity) -> EntityRef:
        return EntityRef(text=self._name(one), kind="person")

    def _name(self, one: _Entity) -> str:
        return self._text(one, "name")[:300]

    def _text(self, one: _Entity, name: str) -> str:
        return next(iter(self._texts(one, name)), "")

    def _texts(self, one: _Entity, name: str) -> list[str]:
        cleaned = [self.clean(words(value)) for value in one["properties"].get(name, [])]
        return [text if name == "bodyText" else " ".join(text.split()) for text in cleaned if text]

    def _time(self, one: _Entity) -> When | None:
        only = self._text(one, "date")
        return between(self._text(one, "startDate") or only, self._text(one, "endDate") or only)

    def _line(self, said: str, more: str, time: When | None) -> str:
        return self.clean(said + (f" ({more})" if more else "") + (f", {time.text}" if time is not None else ""))

    @staticmethod
    def _data_set(one: _Entity) -> str:
        sets = one.get("datasets")
        return words(sets[0]) or "unknown" if isinstance(sets, list) and sets else "unknown"
