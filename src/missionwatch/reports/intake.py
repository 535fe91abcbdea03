"""Making a report of a document: its text and parts, date, language and source."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec

from missionwatch.errors import ReportError, UnknownLanguageError
from missionwatch.records import Part, PartKind, Report, report_id
from missionwatch.reports.documents import Block, Document, load, parse

if TYPE_CHECKING:
    from missionwatch.records import RawDocument

_LANGUAGES = ("nl", "en", "fr")
_LONGEST_HEADING = 90  # characters
_END = (".", "!", "?", "…", ":", ";", '."', ".”", '!"', "?”")
_ITEM = re.compile(r"^(?:[-•*–·▪]|\d{1,2}[.)])\s+")
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_NUMERIC = re.compile(r"^\W*(?:[\w ]+\W+)?(\d{1,2})[-/](\d{1,2})[-/](\d{4})\b")


def make_report(
    path: Path,
    *,
    text: str | None = None,
    data: bytes | None = None,
    title: str | None = None,
    published: date | None = None,
    language: str | None = None,
    source: str | None = None,
) -> Report:
    """Make a report of a file (text, HTML, PDF, DOCX). What the caller says outranks what the document says.

    With ``text`` or ``data`` no file is read: ``path`` is then only what messages call them. ``title`` is taken where the
    document has none.

    Raises ``ReportError`` where the document cannot be a report, ``UnknownLanguageError`` where its language cannot be
    told. A report without a date keeps ``published`` None: its relative times stay unresolved.
    """
    given = data if data is not None else text.encode(errors="replace") if text is not None else None
    document = load(path) if given is None else parse(given, path)
    said = document.said
    title = said.get("title") or title or ""
    blocks = _with_title(document.blocks, title)
    clean = "\n\n".join(block.text for block in blocks)
    parts = _parts(blocks)
    if not title:
        title = next((clean[p.start : p.end] for p in parts if p.kind == "title"), "") or clean.split("\n")[0][:120]
    day = published or _stated_date(said, path) or _dateline(clean)
    origin = source or said.get("source") or _host(said.get("url")) or "unknown"
    return Report(
        id=report_id(source=origin, published=day, text=clean), title=" ".join(title.split()),
        language=language or said.get("language") or recognise(clean, path), published=day, source=origin, text=clean,
        parts=tuple(parts), url=said.get("url"), publisher=said.get("publisher"), country=said.get("country"),
        corrects=said.get("corrects"),
    )  # fmt: skip


def make_report_of(document: RawDocument, *, name: Path | None = None) -> Report:
    """Make a report of what a source gave; ``name`` is what messages call it, else its address.

    The source's own word on day, language and publisher outranks the document's; its title is taken where the document has
    none. Raises as ``make_report``.
    """
    report = make_report(
        name or Path(document.url), data=document.data, title=document.title, language=document.language, source=document.source,
        published=document.published.date() if document.published else None,
    )  # fmt: skip
    return msgspec.structs.replace(
        report, url=document.final_url or document.url, publisher=document.publisher or report.publisher
    )


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
    if any(_is_caption(line) for line in lines):
        return "caption"
    if all(_ITEM.match(line) for line in lines):
        return "list"
    if text[0] in '"“«„‘' and text.rstrip(".").endswith(('"', "”", "»", "’")) and len(lines) == 1:
        return "quote"
    if len(lines) == 1 and len(text) <= _LONGEST_HEADING and not text.endswith(_END) and not last:
        return "heading"
    return "body"


def _lines(text: str, at: int, kind: PartKind) -> list[Part]:
    """Return a part per line; in a block of captions every line is one, in a body only those that look like it."""
    parts: list[Part] = []
    for line in text.split("\n"):
        if line:
            own: PartKind = "caption" if kind == "body" and _is_caption(line) else kind
            if parts and own == "body" == parts[-1].kind:
                parts[-1] = Part("body", parts[-1].start, at + len(line))
            else:
                parts.append(Part(own, at, at + len(line)))
        at += len(line) + 1
    return parts


@cache
def _caption_starts() -> tuple[str, ...]:
    listed: dict[str, list[str]] = tomllib.loads(
        (resources.files("missionwatch.reports") / "data" / "captions.toml").read_text("utf-8")
    )
    return tuple(start for starts in listed.values() for start in starts)


def _is_caption(line: str) -> bool:
    return len(line) < 400 and line.strip().casefold().startswith(_caption_starts())


def _stated_date(said: dict[str, str], path: Path) -> date | None:
    stated = said.get("published")
    if not stated:
        return None
    try:
        return date.fromisoformat(stated[:10])
    except ValueError as fault:
        raise ReportError(f"{path}: published is {stated!r}; write it as YYYY-MM-DD, for example 2022-02-07") from fault


@cache
def _months() -> dict[str, int]:
    from babel.dates import get_month_names  # noqa: PLC0415 - only for texts that state no date in their head

    return {name.lower(): n for lang in _LANGUAGES for n, name in get_month_names("wide", locale=lang).items()}


def _dateline(text: str) -> date | None:
    """Return the day of a line at the top that is a date and little else ("Nieuwsbericht | 7 februari 2022")."""
    for line in [x for x in text.split("\n") if x.strip()][:4]:
        if len(line) > 70 or line.endswith("."):
            continue
        found = _ISO.search(line)
        if found:
            return _day(*(int(g) for g in found.groups()))
        words = re.findall(r"\w+", line.lower())
        for day, month, year in zip(words, words[1:], words[2:], strict=False):
            if month in _months() and re.fullmatch(r"\d{4}", year) and re.fullmatch(r"\d{1,2}(?:er|st|nd|rd|th)?", day):
                return _day(int(year), _months()[month], int(re.sub(r"\D", "", day)))
            if day in _months() and re.fullmatch(r"\d{1,2}", month) and re.fullmatch(r"\d{4}", year):
                return _day(int(year), _months()[day], int(month))
        numeric = _NUMERIC.match(line)
        if numeric:
            return _day(int(numeric[3]), int(numeric[2]), int(numeric[1]))
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _host(url: str | None) -> str | None:
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - its model takes a moment to load

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def recognise(text: str, path: Path | str) -> str:
    """Return the language of a text (ISO 639-1); raise ``UnknownLanguageError`` where too little text tells."""
    code, sure = _identifier().classify(text[:20_000])
    if len(re.findall(r"\w+", text)) < 6 or float(sure) < 0.6:
        raise UnknownLanguageError(
            f"cannot tell the language of {path}: too little text; give --lang {'|'.join(_LANGUAGES)}"
        )
    return str(code)


__all__ = ["Document", "make_report", "make_report_of", "recognise"]
