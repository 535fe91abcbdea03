"""Where what goes out comes from: source, address, date, quote, our ids, grading, and the two times."""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec

from missionwatch import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from missionwatch.exchange.gathering import Export, Told
    from missionwatch.records import Claim, EntityRef, ReportHead, Statement

HOME = "https://github.com/missionwatch/missionwatch"
MANUAL = f"{HOME}/blob/main/docs/exchange.md"
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, HOME)
"""All ids we give are UUIDv5 in this namespace, so that the same content has the same id everywhere."""
PRODUCER = f"missionwatch {__version__}"

# What no text may hold where it goes out: control characters (XML and many readers refuse them), half surrogate pairs, and marks that
# turn the reading direction (a name could be shown as another).
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def uid(*parts: str) -> str:
    """Return the UUIDv5 of these words; words that differ anywhere have another one."""
    return str(uuid.uuid5(NAMESPACE, msgspec.json.encode([plain(part) for part in parts]).decode()))


def plain(text: str) -> str:
    r"""Return text without what does not print; everything else stays as it is.

    >>> plain("a\u202eb\x00c <b>")
    'abc <b>'
    """
    return _UNFIT.sub("", text)


def web_address(url: str | None) -> str | None:
    """Return an http(s) address that is one, else None: a report may say anything."""
    if url is None or not re.fullmatch(r"https?://[\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]{3,2000}", url):
        return None
    try:
        found = urlsplit(url)
        if not re.fullmatch(r"[A-Za-z0-9.-]*[A-Za-z0-9]", found.hostname or "") or found.username is not None:
            return None
        return found._replace(path=found.path or "/").geturl()
    except ValueError:
        return None


def moment(at: datetime) -> str:
    """Return a moment (timezone-aware) as RFC 3339 in UTC, to the millisecond."""
    return at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"


def name_of(ref: EntityRef) -> str:
    """Return the name of who is meant: the register's, else the report's words."""
    return plain(ref.name or ref.text).strip() or "?"


def full_name(ref: EntityRef) -> str:
    """Return the name of who is meant, with the body of the state where it is one: "France (armed forces)"."""
    return name_of(ref) + (f" ({ref.body.replace('_', ' ')})" if ref.body else "")


def label(statement: Statement) -> str:
    """Return a statement in a line of codes and names, in no language: for lists and for what cannot be put in words."""
    named = dict.fromkeys(full_name(r) for role in sorted(statement.roles) for r in statement.roles[role])
    what = statement.type or statement.predicate
    when = statement.time.edtf if statement.time is not None else None
    how = "not " if statement.negated else ""
    how += "" if statement.modality == "actual" else f"{statement.modality} "
    return " · ".join([f"{how}{what}", *named, *([when] if when else [])])


def said(export: Export, claim: Claim) -> str:
    """Return what a claim says: in words where there are any, else as its label."""
    return plain(export.names.get(claim.id) or label(claim.statement))


def source_name(head: ReportHead | None, export: Export) -> str:
    """Return who published a report, in the words of the report, else of the theatre."""
    if head is None:
        return "unknown"
    return plain(head.publisher or export.theatre.source(head.source).name).strip() or "unknown"


def grading(statement: Statement, claim: Claim | None, export: Export) -> str:
    """Return a statement's grading after STANAG 2511: reliability of its source, credibility of its claim ("B2")."""
    head = export.reports.get(statement.report)
    reliability = export.theatre.source(head.source).reliability if head is not None else "F"
    return f"{reliability}{claim.credibility if claim is not None else 6}"


def origin(statement: Statement, claim: Claim | None, export: Export) -> dict[str, Any]:
    """Return where one statement comes from; what is not known is left out."""
    head = export.reports.get(statement.report)
    found: dict[str, Any] = {
        "statement": statement.id, "quote": plain(statement.evidence.quote), "report": statement.report,
        "title": plain(head.title) if head is not None else None, "source": plain(head.source) if head is not None else None,
        "publisher": source_name(head, export), "url": web_address(head.url) if head is not None else None,
        "published": head.published.isoformat() if head is not None and head.published else None,
        "grading": grading(statement, claim, export), "reader": plain(statement.reader), "confidence": statement.confidence,
    }  # fmt: skip
    return {key: value for key, value in found.items() if value not in (None, "")}


def head_said(head: ReportHead) -> dict[str, Any]:
    """Return a report's head as JSON; an address that is none is left out."""
    return {**msgspec.to_builtins(head), "url": web_address(head.url)}


def times(export: Export) -> dict[str, str]:
    """Return the two times of what goes out: the day it is of, and when it was known."""
    return {"as_of": export.as_of.isoformat(), "known_at": moment(export.known_at)}


def provenance(one: Told, export: Export) -> dict[str, Any]:
    """Return where a claim comes from: its statements with their sources, who denies it, what differs, how it is graded."""
    claim = one.claim

    def origins(statements: Iterable[Statement]) -> list[dict[str, Any]]:
        return [origin(s, claim, export) for s in statements]

    found: dict[str, Any] = {
        "claim": claim.id, "missions": list(one.missions), "credibility": claim.credibility, "voices": claim.voices,
        "first_reported": claim.first.isoformat() if claim.first else None,
        "last_reported": claim.last.isoformat() if claim.last else None, "stale": claim.stale,
        "statements": origins(claim.support), "denied_by": origins(claim.against), "corrected": origins(claim.corrected),
        "disputed": [{"field": v.field, "said": plain(v.said), "statements": list(v.statements)} for v in claim.disputed],
        "marking": export.tlp, **times(export),
    }  # fmt: skip
    return {key: value for key, value in found.items() if value not in (None, [], False)}


def days(statement: Statement) -> tuple[str | None, str | None]:
    """Return the first and last ISO day a statement speaks of; None where that side is open or not said.

    A start ("since", "after") has no last day; an end ("until", "before") no first one.
    """
    time = statement.time
    if time is None:
        return None, None
    first = None if time.relation in ("until", "before") else time.earliest
    last = None if time.relation in ("since", "after") else time.latest
    return first, last


def without_nothing(value: Any) -> Any:
    """Return JSON values without None and without what is empty, and with text that prints: what STIX asks for."""
    if isinstance(value, dict):
        kept = {key: without_nothing(inner) for key, inner in value.items()}
        return {key: inner for key, inner in kept.items() if inner is not None and inner not in ([], {})}
    if isinstance(value, (list, tuple)):
        return [without_nothing(inner) for inner in value if inner is not None]
    return plain(value) if isinstance(value, str) else value
