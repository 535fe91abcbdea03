"""Making a report of a document: its text and parts, date, language and source."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from missionwatch import urls
from missionwatch.clock import system_clock
from missionwatch.errors import ReportError, UnknownLanguageError
from missionwatch.records import Dated, Part, PartKind, Report, report_id
from missionwatch.reports.dates import dateline
from missionwatch.reports.documents import Block, Document, parse, read_file
from missionwatch.reports.raw import digest_of
from missionwatch.reports.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from missionwatch.records import RawDocument

_LANGUAGES = ("nl", "en", "fr")
_LONGEST_HEADING = 90  # characters
_END = (".", "!", "?", "…", ":", ";", '."', ".”", '!"', "?”")
_ITEM = re.compile(r"^(?:[-•*–·▪]|\d{1,2}[.)])\s+")
_CLOCKS = timedelta(days=1)  # it is tomorrow already in the east


def make_report_of(document: RawDocument, *, name: Path | None = None) -> Report:
    """Make a report of what a source gave; ``name`` is what messages call it, else its address.

    The source's own word on day and publisher outranks the document's; the title is the document's where it has one, for
    feeds shorten titles. Its language only helps where the words tell too little: a French paper prints an English wire story.
    Raises as ``make_report``.
    """
    said = {
        "url": document.final_url or document.url, "publisher": document.publisher or "",
        "hint": document.language or "", "source": document.source,
    }  # fmt: skip
    if document.published is not None:
        said |= {"published": document.published.date().isoformat(), "dated": "metadata"}
    if document.updated is not None:
        said["updated"] = document.updated.date().isoformat()
    return make_report(
        name or Path(document.url), data=document.data, charset=document.charset, source_title=document.title,
        said={key: value for key, value in said.items() if value}, now=document.fetched_at.date(),
    )  # fmt: skip


def make_report(
    path: Path,
    *,
    text: str | None = None,
    data: bytes | None = None,
    charset: str | None = None,
    published: date | None = None,
    language: str | None = None,
    source: str | None = None,
    said: Mapping[str, str] | None = None,
    source_title: str | None = None,
    now: date | None = None,
) -> Report:
    """Make a report of a file (text, HTML, PDF, DOCX, ODT, EML, MSG). What the caller says outranks what the document says.

    With ``text`` or ``data`` no file is read: ``path`` is then only what messages call them. ``said`` is what a source says
    of the document (see ``Document.said``); ``source_title`` is its title there, taken where the document has none. ``now`` is
    the day of fetching (default: today): a day of publication that lies ahead of it is kept and marked.

    Raises ``ReportError`` where the document cannot be a report, ``UnknownLanguageError`` where its language cannot be
    told. A report without a date keeps ``published`` None: its relative times stay unresolved.
    """
    given = data if data is not None else text.encode(errors="replace") if text is not None else read_file(path)
    document = parse(given, path, charset=charset, url=(said or {}).get("url"))
    known = {**document.said, **(said or {})}
    title = known.get("title") or source_title or ""
    blocks = _with_title(document.blocks, title)
    clean = "\n\n".join(block.text for block in blocks)
    parts = _parts(blocks)
    if not title:
        title = next((clean[p.start : p.end] for p in parts if p.kind == "title"), "") or clean.split("\n")[0][:120]
    day, dated = _day_of(known, published, clean, path)
    today = now or system_clock().date()
    if day is not None and day > today + _CLOCKS:
        dated = "future"
    updated = _stated(known, "updated", path)
    origin = source or known.get("source") or _host(known.get("url")) or "unknown"
    return Report(
        id=report_id(source=origin, published=day, text=clean), title=" ".join(title.split()),
        language=language or known.get("language") or recognise(clean, path, hint=known.get("hint")), published=day, source=origin,
        text=clean, parts=tuple(parts), url=known.get("url"), publisher=known.get("publisher"), country=known.get("country"),
        corrects=known.get("corrects"), author=known.get("author"), updated=updated if updated and updated != day else None,
        dated=dated, attachments=tuple(document.attachments), raw=digest_of(given) if text is None else None,
    )  # fmt: skip


def _day_of(said: Mapping[str, str], given: date | None, text: str, path: Path) -> tuple[date | None, Dated]:
    """Return the day of publication and how it is known."""
    if given is not None:
        return given, "given"
    stated = _stated(said, "published", path)
    if stated is not None:
        how = said.get("dated")
        return stated, "text" if how == "text" else "address" if how == "address" else "metadata"
    named = dateline(text)
    return (named, "text") if named is not None else (None, "unknown")


def _with_title(blocks: list[Block], title: str) -> list[Block]:
    """Return the blocks with the title first: the one the document names, else a short first paragraph."""
    plain = " ".join(title.split()).casefold()
    if plain:
        for n, block in enumerate(blocks[:3]):
            if " ".join(block.text.split()).casefold() == plain:
                return (
                    [Block(block.text, "title"), *blocks[:n], *blocks[n + 1 :]]
                    if n
                    else [Block(block.text, "title"), *blocks[1:]]
                )
        return [Block(" ".join(title.split()), "title"), *blocks]
    first = blocks[0]
    short = len(first.text) <= 150 and "\n" not in first.text and not first.text.endswith(_END) and len(blocks) > 1
    if first.kind in (None, "heading") and short and not _is_caption(first.text):
        return [Block(first.text, "title"), *blocks[1:]]
    return blocks


def _parts(blocks: list[Block]) -> list[Part]:
    parts: list[Part] = []
    at = 0
    titled = blocks[0].kind == "title"
    led = False
    for n, block in enumerate(blocks):
        last = n == len(blocks) - 1
        kind = block.kind or _kind(block.text, last=last)
        if kind == "body" and titled and not led:
            kind, led = "lead", True
        if kind in ("caption", "list") or (kind == "body" and "\n" in block.text):
            parts.extend(_lines(block.text, at, kind))
        else:
            parts.append(Part(kind, at, at + len(block.text)))
        at += len(block.text) + 2
    return parts


def _kind(text: str, *, last: bool) -> PartKind:
    lines = text.split("\n")
    if any(_is_caption(line) for line in lines) and not _is_lettered(lines):
        return "caption"
    if all(_ITEM.match(line) for line in lines):
        return "list"
    if text[0] in '"“«„‘' and text.rstrip(".").endswith(('"', "”", "»", "’")) and len(lines) == 1:
        return "quote"
    if len(lines) == 1 and len(text) <= _LONGEST_HEADING and not text.endswith(_END) and not last:
        return "heading"
    return "body"


def _lines(text: str, at: int, kind: PartKind) -> list[Part]:
    """Return a part per line; in a block of captions every line is one, in a body only those that look like it, or are paragraphs."""
    parts: list[Part] = []
    lines = text.split("\n")
    lettered = _is_lettered(lines)
    apart = kind == "body" and not lettered and _are_paragraphs(lines)
    for line in lines:
        if line:
            own: PartKind = "caption" if kind == "body" and _is_caption(line) and not lettered else kind
            if apart and not _is_ended(line):
                own = "heading" if at else "title"
            if parts and own == "body" == parts[-1].kind and not apart:
                parts[-1] = Part("body", parts[-1].start, at + len(line))
            else:
                parts.append(Part(own, at, at + len(line)))
        at += len(line) + 1
    return parts


def _is_ended(line: str) -> bool:
    """Say whether a line ends as a sentence does, whatever closes a quotation behind it."""
    return line.rstrip('’»"”\u00a0\u202f ').endswith(_END)


def _are_paragraphs(lines: Sequence[str]) -> bool:
    """Say whether lines are paragraphs with nothing between: too long to be wrapped, and ended as sentences are, but for a heading."""
    ended = [_is_ended(line) for line in lines if line]
    return max(map(len, lines)) > _WRAPPED and all(ended[1:]) and (ended[0] or len(lines[0]) <= _WRAPPED)


_WRAPPED = 150  # characters; no wrapped line is longer


@cache
def _caption_starts() -> tuple[str, ...]:
    return tuple(start for language in (*_LANGUAGES, "any") for start in words("captions", language))


def _is_caption(line: str) -> bool:
    return len(line) < 400 and line.strip().casefold().startswith(_caption_starts())


def _is_lettered(lines: Sequence[str]) -> bool:
    """Say whether lines are the points of an answer, so that "(c)" is one of them and no mark of a picture's owner."""
    return any(line.startswith("(b)") for line in lines)


def _stated(said: Mapping[str, str], key: str, path: Path) -> date | None:
    stated = said.get(key)
    if not stated:
        return None
    try:
        return date.fromisoformat(stated[:10])
    except ValueError as fault:
        if "dated" in said:  # a page's own slip: nobody here can mend it, and the text may name the day
            return None
        raise ReportError(f"{path}: {key} is {stated!r}; write it as YYYY-MM-DD, for example 2022-02-07") from fault


def _host(url: str | None) -> str | None:
    host = urls.parts(url).hostname
    return host.removeprefix("www.") if host else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - its model takes a moment to load

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def recognise(text: str, path: Path | str, *, hint: str | None = None) -> str:
    """Return the language of a text (ISO 639-1): as its words say, else as its page declares (``hint``).

    Raises ``UnknownLanguageError`` where neither tells.
    """
    code, sure = _identifier().classify(text[:20_000])
    if len(re.findall(r"\w+", text)) < 6 or float(sure) < 0.6:
        if hint:
            return hint
        raise UnknownLanguageError(
            f"cannot tell the language of {path}: too little text; give --lang {'|'.join(_LANGUAGES)}"
        )
    return str(code)


__all__ = ["Document", "make_report", "make_report_of", "recognise"]
