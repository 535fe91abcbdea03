"""Contributions, incidents, posts and calendar as CSV tables, each with the row of hashtags that HXL asks for."""

from __future__ import annotations

import csv
import io
import unicodedata
from typing import TYPE_CHECKING, Any

from missionwatch.exchange.gathering import INCIDENTS
from missionwatch.exchange.provenance import days, full_name, name_of, origin, plain, said, times
from missionwatch.records import EVENT_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from missionwatch.exchange.gathering import Export, Told
    from missionwatch.records import EntityRef, Quantity, Statement

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_BETWEEN = " | "

_Columns = tuple[tuple[str, str], ...]
_FIRST: _Columns = (
    ("Claim", "#meta+id+claim"),
    ("Says", "#description+claim"),
    ("Mission", "#activity+id"),
    ("Mission name", "#activity+name"),
)
_LAST: _Columns = (
    ("Status", "#status+modality"), ("Denied by", "#indicator+denials+num"), ("Disputed", "#meta+disputed"),
    ("Credibility", "#indicator+credibility+num"),
    ("Reports", "#indicator+voices+num"), ("First reported", "#date+reported+start"), ("Last reported", "#date+reported+end"),
    ("Source", "#meta+source"), ("Address", "#meta+url"), ("Published", "#date+published"), ("Quote", "#description+quote"),
    ("Grading", "#meta+grading"), ("Statement", "#meta+id+statement"), ("All statements", "#meta+id+statement+list"),
    ("As of", "#date+as_of"), ("Known at", "#date+known"), ("Marking", "#meta+marking"),
)  # fmt: skip
_TIME: _Columns = (("First day", "#date+start"), ("Last day", "#date+end"))
_WHERE: _Columns = (
    ("Place", "#loc+name"),
    ("Country", "#country+code+iso2"),
    ("Latitude", "#geo+lat"),
    ("Longitude", "#geo+lon"),
)
_TABLES: Mapping[str, _Columns] = {
    "contributions": (
        ("Contributor", "#org+name"), ("Contributor's country", "#org+country+code+iso2"), ("Own", "#meta+own"),
        ("People", "#capacity+people+num"),
        ("At least", "#capacity+people+min"), ("At most", "#capacity+people+max"), ("As said", "#capacity+people+text"),
        ("Function", "#capacity+function"), ("Assets", "#capacity+assets+list"), *_TIME, *_WHERE,
    ),
    "incidents": (
        ("Type", "#event+type"), ("PLOVER", "#event+code+plover"), ("Actor", "#org+actor+name"), ("Target", "#org+target+name"),
        ("Killed", "#affected+killed+num"), ("Injured", "#affected+injured+num"), *_TIME, *_WHERE,
    ),
    "posts": (("Person", "#contact+name"), ("Function", "#contact+function"), ("Rank", "#contact+rank"), ("At", "#org+name"), *_TIME),
    "calendar": (("What", "#event+type"), ("From", "#date+start"), ("Until", "#date+end")),
}  # fmt: skip


def to_tables(export: Export) -> dict[str, bytes]:
    """Return the tables by name, as CSV (RFC 4180, UTF-8): a row of headings, a row of HXL hashtags, a row a claim."""
    told = {one.claim.id: one for one in export.told}
    names, at = {m.mission.id: name_of(m.mission) for m in export.missions}, times(export)
    every = {"As of": at["as_of"], "Known at": at["known_at"], "Marking": export.tlp}

    def row(one: Told, own: Mapping[str, Any]) -> dict[str, Any]:
        return {**_row(one, export, names), **own, **every}

    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in _TABLES}
    for one in export.told:
        statement = one.claim.statement
        if statement.predicate == "contribution":
            rows["contributions"].append(row(one, _contribution(statement, export)))
        elif statement.predicate == "post":
            rows["posts"].append(row(one, _post(statement)))
        elif statement.type in INCIDENTS:
            rows["incidents"].append(row(one, _incident(statement)))
    dated: set[str] = set()
    for day in export.calendar:
        if day.claim.id not in dated and day.claim.id in told:
            dated.add(day.claim.id)
            what = day.claim.type or day.claim.predicate
            rows["calendar"].append(row(told[day.claim.id], {"What": what, "From": day.earliest, "Until": day.latest}))
    return {name: _written((*_FIRST, *columns, *_LAST), rows[name]) for name, columns in _TABLES.items()}


def cell(value: object) -> object:
    """Return what may stand in a cell: a text that a spreadsheet would take for a formula gets an apostrophe before it.

    >>> cell("=1+1"), cell("Gao"), cell(-0.5), cell(None)
    ("'=1+1", 'Gao', -0.5, '')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return value
    text = plain(str(value)) if value is not None else ""
    return f"'{text}" if next((sign for sign in text if not _unseen(sign)), "") in _FORMULA else text


def _unseen(sign: str) -> bool:
    """Say whether a sign at the beginning of a cell may be passed over by a spreadsheet: spaces of any sort, marks without width."""
    return sign not in _FORMULA and (sign.isspace() or unicodedata.category(sign) in ("Cc", "Cf"))


def _written(columns: _Columns, rows: Iterable[Mapping[str, Any]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([heading for heading, _ in columns])
    writer.writerow([tag for _, tag in columns])
    writer.writerows([cell(row.get(heading)) for heading, _ in columns] for row in rows)
    return out.getvalue().encode()


def _row(one: Told, export: Export, names: Mapping[str | None, str]) -> dict[str, Any]:
    """Return what every row says of its claim; ``names`` are those of the missions, by id."""
    claim, statement = one.claim, one.claim.statement
    source = origin(statement, claim, export)
    return {
        "Claim": claim.id, "Says": said(export, claim), "Mission": _BETWEEN.join(one.missions),
        "Mission name": _BETWEEN.join(names.get(mission, mission) for mission in one.missions),
        "Status": f"not {statement.modality}" if statement.negated else statement.modality, "Denied by": len(claim.against),
        "Disputed": _BETWEEN.join(f"{value.field}: {value.said}" for value in claim.disputed), "Credibility": claim.credibility,
        "Reports": claim.voices, "First reported": claim.first, "Last reported": claim.last, "Source": source["publisher"],
        "Address": source.get("url"), "Published": source.get("published"), "Quote": source["quote"], "Grading": source["grading"],
        "Statement": statement.id, "All statements": _BETWEEN.join(s.id for s in one.statements),
    }  # fmt: skip


def _contribution(statement: Statement, export: Export) -> dict[str, Any]:
    who, quantity = statement.roles.get("contributor", ()), statement.quantity
    return {
        "Contributor": _names(who), "Contributor's country": _codes(who), "Own": any(r.country == export.theatre.own for r in who),
        "People": _value(quantity), "At least": _whole(quantity.low if quantity else None),
        "At most": _whole(quantity.high if quantity else None),
        "As said": quantity.text if quantity else None, "Function": statement.function,
        "Assets": _BETWEEN.join(asset.name for asset in statement.assets), **_time(statement), **_where(statement),
    }  # fmt: skip


def _incident(statement: Statement) -> dict[str, Any]:
    return {
        "Type": statement.type, "PLOVER": EVENT_TYPES[statement.type or ""], "Actor": _names(statement.roles.get("actor", ())),
        "Target": _names(statement.roles.get("target", ())), "Killed": _value(statement.killed), "Injured": _value(statement.injured),
        **_time(statement), **_where(statement),
    }  # fmt: skip


def _post(statement: Statement) -> dict[str, Any]:
    at = [ref for role in ("mission", "organisation", "state") for ref in statement.roles.get(role, ())]
    return {
        "Person": _names(statement.roles.get("person", ())), "Function": statement.function or statement.text, "Rank": statement.rank,
        "At": _names(at), **_time(statement),
    }  # fmt: skip


def _time(statement: Statement) -> dict[str, Any]:
    first, last = days(statement)
    return {"First day": first, "Last day": last}


def _where(statement: Statement) -> dict[str, Any]:
    """Return the place; coordinates only where there is one place, since a cell cannot hold two."""
    places = statement.roles.get("place", ())
    only = places[0] if len(places) == 1 else None
    return {
        "Place": _names(places), "Country": _codes(places), "Latitude": only.latitude if only else None,
        "Longitude": only.longitude if only else None,
    }  # fmt: skip


def _value(quantity: Quantity | None) -> float | int | None:
    return _whole(quantity.value) if quantity is not None else None


def _whole(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


def _names(refs: Sequence[EntityRef]) -> str:
    return _BETWEEN.join(dict.fromkeys(full_name(ref) for ref in refs))


def _codes(refs: Sequence[EntityRef]) -> str:
    return _BETWEEN.join(dict.fromkeys(ref.country for ref in refs if ref.country))
