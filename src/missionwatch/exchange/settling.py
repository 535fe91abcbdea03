"""What another program's JSON says, as statements of the contract, or refused: nothing is taken that a later room could trip over."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from missionwatch import register
from missionwatch.exchange.taking import own_sheet
from missionwatch.records import EntityRef, Evidence, Quantity, ReportHead, Statement, When

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Mapping

    from missionwatch.exchange.taking import Cleaner, Sheet
    from missionwatch.records import Kind, Predicate

_SUREST = 0.95
"""What a file's confidence is cut to: only a person's review makes a statement surer."""
_SURE = 0.5
"""Confidence of a statement that we make of another program's records: they say less than a sentence does."""
_DURATION = re.compile(
    r"P(?=[\dT])(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,4}D)?(?:T(?:\d{1,4}H)?(?:\d{1,4}M)?)?"
)
_CODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}")
_SPANS = ("evidence", "more")


def statement_of(said: Any, clean: Cleaner) -> Statement | None:
    """Return a statement from its JSON, in which what is empty may be missing; None where it breaks the contract."""
    if not isinstance(said, dict):
        return None
    body: dict[str, Any] = {
        "type": None, "roles": {}, "quantity": None, "time": None, "negated": False, "likelihood": None, "holders": [], "grade": None,
        "about": [], **{key: value if key in _SPANS else _cleaned(value, clean) for key, value in said.items()},
    }  # fmt: skip
    body["evidence"] = _span(body.get("evidence"))
    if isinstance(body.get("more"), list):
        body["more"] = [_span(one) for one in body["more"]]
    for name, kind in (("quantity", Quantity), ("killed", Quantity), ("injured", Quantity), ("time", When)):
        if isinstance(body.get(name), dict):
            body[name] = _filled(kind, body[name])
    if isinstance(body.get("assets"), list):
        body["assets"] = [_asset(one) for one in body["assets"]]
    try:
        statement = msgspec.convert(body, Statement)
    except (msgspec.ValidationError, ValueError, TypeError):
        return None
    return _settled(statement) if _sound(statement) else None


def head_of(said: Any, clean: Cleaner) -> ReportHead | None:
    """Return a report's head from its JSON; None where it is none."""
    if not isinstance(said, dict):
        return None
    try:
        return msgspec.convert({"published": None, **{k: _cleaned(v, clean) for k, v in said.items()}}, ReportHead)
    except (msgspec.ValidationError, ValueError, TypeError):
        return None


def own_sheets(reader: str, said: Iterable[Mapping[str, Any]], left: Counter[str], clean: Cleaner) -> list[Sheet]:
    """Return the sheets of what went out from a ledger, report heads and statements as they stood there.

    ``said`` holds what each object carries of ours: a ``report``, a ``statement`` or ``statements``. What is none is counted in ``left``.
    """
    heads: dict[str, ReportHead] = {}
    statements: dict[str, list[Statement]] = {}
    for one in said:
        if "report" in one:
            head = head_of(one["report"], clean)
            if head is None:
                left["a report head that is none"] += 1
            else:
                heads.setdefault(head.id, head)
        several = one.get("statements")
        single = [one["statement"]] if "statement" in one else []
        for inner in (*single, *(several if isinstance(several, list) else ())):
            statement = statement_of(inner, clean)
            if statement is None:
                left["a statement that breaks the contract"] += 1
            else:
                statements.setdefault(statement.report, []).append(statement)
    for report, found in statements.items():
        if report not in heads:
            left["a statement whose report is not in the file"] += len(found)
    return [own_sheet(reader, head, statements.get(report, [])) for report, head in heads.items()]


def stated(
    predicate: Predicate, roles: Mapping[str, list[EntityRef]], line: str, *, time: When | None = None, **fields: Any
) -> Statement:
    """Return a statement that a record makes; ``line`` are the words that stand for it in the report's text."""
    return Statement.of(
        report="", predicate=predicate, roles={role: tuple(refs) for role, refs in roles.items() if refs}, time=time,
        evidence=Evidence(0, len(line), line, "list"), reader="", confidence=_SURE, **fields,
    )  # fmt: skip


def named(name: str, *, kinds: tuple[Kind, ...], kind: Kind | None = None, **fields: Any) -> EntityRef:
    """Return who a name means: the register's entry where exactly one of these kinds bears it, else the words alone.

    >>> named("Wagner Group", kinds=("group",)).id
    'group:wagner'
    """
    names = register.load()
    found = {
        sense.id for language in ("en", "fr", "nl") for sense in names.gazetteer(language).senses(name)
        if sense.form == "name" and sense.id is not None and sense.kind in kinds
    }  # fmt: skip
    if len(found) == 1:
        return names.ref(found.pop(), name)
    return EntityRef(text=name, kind=kind, **fields)


def state(code: object, text: str = "") -> EntityRef | None:
    """Return the state of an ISO 3166-1 alpha-2 code; None for a code the register does not know."""
    entity = f"state:{code.upper()}" if isinstance(code, str) else ""
    names = register.load()
    return names.ref(entity, text or names.name(entity, "en") or "") if names.entry(entity) is not None else None


def between(first: object, last: object) -> When | None:
    """Return the time from one (partial) ISO date to another, either of which may be missing.

    >>> between("2022-02", None).edtf
    '2022-02/..'
    """
    begin, end = _partial(first), _partial(last)
    if begin is not None and end is not None:
        if begin[1] > end[2]:
            return None
        if begin == end:
            return When("at", begin[0], begin[1], begin[2], begin[0])
        return When("during", f"{begin[0]}/{end[0]}", begin[1], end[2], f"{begin[0]}/{end[0]}")
    if begin is not None:
        return When("since", f"{begin[0]}/..", begin[1], None, begin[0])
    return When("until", f"../{end[0]}", None, end[2], end[0]) if end is not None else None


def _partial(said: object) -> tuple[str, str, str] | None:
    """Return a date as written, with the first and last day it allows."""
    found = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", said) if isinstance(said, str) else None
    if found is None:
        return None
    year, month, day = found.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
        if day:
            last = first
        else:
            last_month = int(month or 12)
            last = date.fromordinal(
                (
                    date(int(year) + (last_month == 12), last_month % 12 + 1, 1) if int(year) < 9999 else date.max
                ).toordinal()
                - 1
            )
    except ValueError:
        return None
    return found.group(), first.isoformat(), last.isoformat()


def _cleaned(value: Any, clean: Cleaner) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(inner, clean) for key, inner in value.items()}
    return [_cleaned(inner, clean) for inner in value] if isinstance(value, list) else value


def _filled(kind: type[msgspec.Struct], said: Mapping[str, Any]) -> dict[str, Any]:
    return {**{one.name: None for one in msgspec.structs.fields(kind) if one.required}, **said}


def _span(said: Any) -> Any:
    """Return a span as long as its quote: where it stands in our text is found anew, and its start only orders it."""
    if isinstance(said, dict) and isinstance(said.get("quote"), str) and isinstance(said.get("start"), int):
        return {**said, "end": said["start"] + len(said["quote"])}
    return said


def _asset(said: Any) -> Any:
    quantity = said.get("quantity") if isinstance(said, dict) else None
    return {**said, "quantity": _filled(Quantity, quantity)} if isinstance(quantity, dict) else said


def _refs(statement: Statement) -> list[EntityRef]:
    about = [one for one in statement.about if isinstance(one, EntityRef)]
    return [*(ref for refs in statement.roles.values() for ref in refs), *statement.holders, *about]


def _sound(statement: Statement) -> bool:
    """Say whether later rooms can work with it: days that are days, codes that are codes, places on the globe."""
    time = statement.time
    if time is not None and not all(value is None or _is_day(value) for value in (time.earliest, time.latest)):
        return False
    if statement.duration is not None and not _DURATION.fullmatch(statement.duration):
        return False
    if not all(code is None or _CODE.fullmatch(code) for code in (statement.function, statement.rank)):
        return False
    return all(
        (ref.country is None or re.fullmatch("[A-Z]{2}", ref.country)) and (ref.latitude is None or -90 <= ref.latitude <= 90)
        and (ref.longitude is None or -180 <= ref.longitude <= 180)
        for ref in _refs(statement)
    )  # fmt: skip


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _settled(statement: Statement) -> Statement:
    """Return the statement with everybody as the register knows them: a file cannot call one state by another's name."""
    return msgspec.structs.replace(
        statement, roles={role: tuple(_who(ref) for ref in refs) for role, refs in statement.roles.items()},
        holders=tuple(_who(ref) for ref in statement.holders), confidence=min(statement.confidence, _SUREST),
        about=tuple(_who(one) if isinstance(one, EntityRef) else one for one in statement.about),
    )  # fmt: skip


def _who(ref: EntityRef) -> EntityRef:
    if ref.id is None:
        return ref
    known = register.load().ref(ref.id, ref.text, body=ref.body)
    if known.id is not None:
        return known
    if ref.kind == "person":  # the register knows no persons by name
        return ref
    return msgspec.structs.replace(ref, id=None, name=None)
