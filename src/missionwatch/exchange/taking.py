"""Taking a file in: limits first, then reports with statements, whose quotes stand in the report's text.

A file is hostile until it is read: its size, depth and number of objects are limited, its text is text, and which source it says it
is counts for nothing: imported reports have a source of their own, ``stix:…`` or ``ftm:…``, which cannot be judged (F) unless the
theatre's file says otherwise. What becomes of a statement's JSON stands in ``settling``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from missionwatch.errors import ExchangeError
from missionwatch.exchange.provenance import web_address
from missionwatch.records import (
    Evidence,
    Part,
    PartKind,
    Report,
    ReportHead,
    Statement,
    content_id,
    report_id,
)

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

Cleaner = Callable[[str], str]
"""Makes raw text clean text (NFC, nothing that hides, one blank line between paragraphs); the room ``reports`` has it."""

LARGEST = 64 * 1024 * 1024  # bytes
DEEPEST = 40  # levels of JSON; a STIX bundle with our extension has 12
MOST = 200_000  # objects
_LONGEST = 200_000  # characters of one text; what is longer is no report for a reader
_DEEPEST_ABOUT = 20  # statements about statements about …; what goes on is a ring
_MOST_OF_ONE = 5_000  # statements of one report
_FULL = 2_000  # statements of one list that we make of loose records
_MOST_TEXT = 2_000_000  # characters of one report, as of a document that is added
_DASHED = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a file says: reports with their statements, and what was left of it, by why and how often."""

    reader: str
    reports: tuple[tuple[Report, tuple[Statement, ...]], ...]
    left: Mapping[str, int]


@dataclass(slots=True)
class Sheet:
    """A report in the making: what it says of itself, its paragraphs, and statements with the words they rest on."""

    source: str
    title: str
    published: date | None
    language: str
    url: str | None = None
    publisher: str | None = None
    copy_of: str | None = None
    corrects: str | None = None
    paragraphs: list[tuple[PartKind, str]] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)


def decoded(raw: bytes, what: str) -> Any:
    """Return the JSON of a file; raise ``ExchangeError`` where it is too large, too deep or none."""
    if len(raw) > LARGEST:
        raise ExchangeError(f"{what} is larger than {LARGEST // 2**20} MB; split it")
    try:
        found = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise ExchangeError(f"{what} is no JSON ({fault}); name the file that the other program wrote") from fault
    except RecursionError as fault:
        raise ExchangeError(f"{what} is nested deeper than {DEEPEST} levels; no such file is well meant") from fault
    _check_depth(found, what)
    return found


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes, no more of them than we take; raise ``ExchangeError`` where it cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            raise ExchangeError(f"{path} is larger than {LARGEST // 2**20} MB; split it")
        with path.open("rb") as handle:
            return handle.read(LARGEST + 1)
    except OSError as fault:
        raise ExchangeError(f"cannot read {path}: {fault.strerror}") from fault


def parcel(reader: str, sheets: Iterable[Sheet], left: Counter[str], clean: Cleaner) -> Parcel:
    """Return the reports of the sheets; a sheet without a word is left out and counted."""
    made: list[tuple[Report, tuple[Statement, ...]]] = []
    ids: dict[str, str] = {}
    for sheet in sheets:
        done = _report(sheet, left, clean)
        if done is None:
            left["a report without a title or a text"] += 1
            continue
        report, drafts = done
        made.append((report, _identified(drafts, report.id, reader, ids, left)))
    merged: dict[str, tuple[Report, dict[str, Statement]]] = {}
    for report, statements in made:
        merged.setdefault(report.id, (report, {}))[1].update({s.id: s for s in statements})
    reports = tuple((report, tuple(found.values())) for report, found in merged.values())
    return Parcel(reader, reports, {why: count for why, count in sorted(left.items()) if count})


def own_sheet(reader: str, head: ReportHead, statements: Sequence[Statement]) -> Sheet:
    """Return the sheet of a report that went out from a ledger: it is a copy of that report, and speaks with its voice."""
    ordered = sorted(statements, key=lambda s: (s.evidence.start, s.evidence.end, s.id))
    spans = sorted(
        {e for s in ordered for e in (s.evidence, *s.more)}, key=lambda e: (e.start, -e.end, e.quote, e.part)
    )
    return Sheet(
        source=own_source(reader, head.source), title=head.title, published=head.published, language=language_of(head.language),
        url=web_address(head.url), publisher=head.publisher, copy_of=head.voice, corrects=head.corrects,
        paragraphs=[(e.part, e.quote) for e in spans], statements=ordered,
    )  # fmt: skip


def loose_sheet(out: dict[str, Sheet], reader: str, author: str, title: str, day: date | None) -> Sheet:
    """Return the sheet for what stands in no report of the file: by author, a further one when it is full.

    It is dated by the latest of what is in it.
    """
    number = 1
    while len(out[key].statements if (key := f"loose {author} {number}") in out else ()) >= _FULL:
        number += 1
    if key not in out:
        named = title if number == 1 else f"{title} ({number})"
        out[key] = Sheet(
            source=own_source(reader, author), title=named, published=None, language="en", publisher=author
        )
    if day is not None:
        out[key].published = max(day, out[key].published or day)
    return out[key]


def own_source(reader: str, name: str) -> str:
    """Return the source id of what comes from elsewhere.

    >>> own_source("stix@1", "Sahel Wire")
    'stix:sahel-wire'
    """
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return f"{reader.partition('@')[0]}:{_DASHED.sub('-', plain).strip('-')[:60] or 'unknown'}"


def language_of(code: object) -> str:
    """Return an ISO 639-1 code as given, else ``und`` (undetermined)."""
    return code[:2].lower() if isinstance(code, str) and re.fullmatch(r"[A-Za-z]{2}(-.{1,20})?", code) else "und"


def day_of(value: object) -> date | None:
    """Return the day of an ISO date or timestamp, None where it is none."""
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def words(value: object) -> str:
    """Return a text, no longer than we take; what is no text is none."""
    return value[:_LONGEST] if isinstance(value, str) else ""


def _check_depth(value: Any, what: str) -> None:
    level, layer, seen = 0, [value], 0
    while layer:
        level += 1
        if level > DEEPEST:
            raise ExchangeError(f"{what} is nested deeper than {DEEPEST} levels; no such file is well meant")
        under: list[Any] = []
        for one in layer:
            if isinstance(one, dict):
                under.extend(inner for inner in one.values() if isinstance(inner, (dict, list)))
            else:
                under.extend(inner for inner in one if isinstance(inner, (dict, list))) if isinstance(
                    one, list
                ) else None
        seen += len(under)
        if seen > MOST * 50:
            raise ExchangeError(f"{what} holds more than {MOST * 50:,} lists and objects; split it")
        layer = under


def _report(sheet: Sheet, left: Counter[str], clean: Cleaner) -> tuple[Report, list[Statement]] | None:
    """Return the report with its clean text, and its statements with their evidence where their words stand in it."""
    title = " ".join(clean(words(sheet.title)).split())
    blocks: list[tuple[PartKind, str]] = [("title", title)] if title else []
    size = 0
    for kind, raw in sheet.paragraphs:
        text = clean(words(raw))
        size += len(text)
        if size > _MOST_TEXT:
            left["a paragraph beyond the first 2,000,000 characters of a report"] += 1
        elif text and not (blocks and text in blocks[-1][1]):
            blocks.append((kind, text))
    if not blocks:
        return None
    starts, at = [], 0
    for _, text in blocks:
        starts.append(at)
        at += len(text) + 2
    whole = "\n\n".join(text for _, text in blocks)
    parts = tuple(Part(kind, start, start + len(text)) for (kind, text), start in zip(blocks, starts, strict=True))
    report = Report(
        id=report_id(source=sheet.source, published=sheet.published, text=whole), title=title or whole.split("\n")[0][:120],
        language=sheet.language, published=sheet.published, source=sheet.source, text=whole, parts=parts, url=sheet.url,
        publisher=clean(words(sheet.publisher)) or None, copy_of=sheet.copy_of, corrects=sheet.corrects,
    )  # fmt: skip
    drafts: list[Statement] = []
    left["a statement beyond the first 5,000 of a report"] += max(0, len(sheet.statements) - _MOST_OF_ONE)
    exact = {whole[part.start : part.end]: part for part in reversed(parts)}
    for statement in sheet.statements[:_MOST_OF_ONE]:
        spans = [_found(span, exact, parts, whole, clean) for span in (statement.evidence, *statement.more)]
        first, *more = spans
        if first is None:
            left["a statement whose quote is no text"] += 1
            continue
        kept = tuple(span for span in more if span is not None)
        drafts.append(msgspec.structs.replace(statement, evidence=first, more=kept))
    return report, drafts


def _found(
    span: Evidence, exact: Mapping[str, Part], parts: Sequence[Part], whole: str, clean: Cleaner
) -> Evidence | None:
    """Return where a quote stands in the text: as a part of its own, else within one of its kind, else anywhere."""
    quote = clean(words(span.quote))
    if not quote:
        return None
    same = exact.get(quote)
    if same is not None and same.kind == span.part:
        return Evidence(same.start, same.end, quote, same.kind)
    for part in sorted(parts, key=lambda one: one.kind != span.part):
        at = whole.find(quote, part.start, part.end)
        if at >= 0:
            return Evidence(at, at + len(quote), quote, part.kind)
    return None


def _identified(
    drafts: Sequence[Statement], report: str, reader: str, ids: dict[str, str], left: Counter[str]
) -> tuple[Statement, ...]:
    """Return the statements under their new ids; what is said about another one points to its new id.

    ``ids`` holds the new id of each old one. A statement about one that is not here keeps the id it was given.
    """
    waiting, out = list(drafts), dict[str, Statement]()
    here = {one.id for one in drafts}
    for turn in range(_DEEPEST_ABOUT):
        later: list[Statement] = []
        for one in waiting:
            open_ends = any(a in here and a not in ids for a in one.about if isinstance(a, str))
            if open_ends and turn < _DEEPEST_ABOUT - 1:
                later.append(one)
                continue
            about = tuple(ids.get(a, a) if isinstance(a, str) else a for a in one.about)
            draft = msgspec.structs.replace(one, id="", report=report, reader=reader, about=about, frame=None)
            done = msgspec.structs.replace(draft, id=content_id(draft))
            left["a statement that stands there twice"] += done.id in out
            out[done.id] = done
            ids[one.id] = done.id
        waiting = later
    return tuple(out.values())
