"""What a person says that a statement says: a correction of what was read, and what no reader found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from missionwatch.errors import CorrectionError
from missionwatch.ledger import PERSON
from missionwatch.records import Evidence, Report, Statement
from missionwatch.records.statement import content_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from missionwatch.records.statement import PartKind

_KEPT = frozenset({"id", "report", "evidence", "more", "confidence", "reader", "frame"})
"""What no correction changes: where it stands, and what the book itself says of it."""
CHANGEABLE = frozenset(Statement.__struct_fields__) - _KEPT
_AT = re.compile(r" - at `\$\.?([a-z_]+)?.*`$")


def corrected(statement: Statement, changes: Mapping[str, object], by: str) -> Statement:
    """Return what a statement says with some fields said otherwise, in the form of ``missionwatch read --json``.

    It stands where it stood; its reader is the person. Raises ``CorrectionError`` for a field that there is not or cannot be so.
    """
    made = _made(msgspec.to_builtins(statement), changes, by)
    if made.id == statement.id:
        raise CorrectionError(
            "this says what the statement says already; accept it instead", field="predicate", cause="same"
        )
    return made


def found(report: Report, start: int, end: int, says: Mapping[str, object], by: str) -> Statement:
    """Return a statement that a person found in the text of a report, from character ``start`` up to ``end``.

    Spaces around it are left out. Raises ``CorrectionError`` where there is no such stretch, or for a field that cannot be so.
    """
    if not 0 <= start < end <= len(report.text):
        raise CorrectionError(
            f"{start}–{end} is no stretch of this text, which has {len(report.text)} characters", field="start",
            cause="no-stretch", said=str(len(report.text)),
        )  # fmt: skip
    quote = report.text[start:end]
    start, quote = start + len(quote) - len(quote.lstrip()), quote.strip()
    if not quote:
        raise CorrectionError("nothing but space stands there; select some words", field="start", cause="space")
    kind: PartKind = next((part.kind for part in report.parts if part.start <= start < part.end), "body")
    if kind == "caption":
        raise CorrectionError(
            "this is a caption, and captions are no news; select words of the text", field="start", cause="caption"
        )
    evidence = Evidence(start, start + len(quote), quote, kind)
    return _made({"report": report.id, "evidence": msgspec.to_builtins(evidence)}, says, by)


def _made(said: dict[str, Any], changes: Mapping[str, object], by: str) -> Statement:
    for field in changes:
        if field not in CHANGEABLE:
            raise CorrectionError(
                f"{field!r} cannot be corrected; what can is {', '.join(sorted(CHANGEABLE))}", field=field
            )
    empty: dict[str, Any] = {
        "type": None, "roles": {}, "quantity": None, "time": None, "modality": "actual", "negated": False,
        "likelihood": None, "holders": (), "grade": None, "about": (),
    }  # fmt: skip
    whole = empty | said | dict(changes)
    if whole.get("predicate") != "event" and "type" not in changes:
        whole["type"] = None
    whole |= {"id": "", "confidence": 1.0, "reader": f"{PERSON}{by}", "frame": None}
    try:
        draft = msgspec.convert(whole, Statement)
    except (msgspec.ValidationError, ValueError) as fault:
        where = _AT.search(str(fault))
        field = (where[1] if where else None) or next((name for name in CHANGEABLE if name in str(fault)), "")
        raise CorrectionError(str(fault), field=field) from fault
    return msgspec.structs.replace(draft, id=content_id(draft))
