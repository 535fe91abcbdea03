"""RSS and Atom feeds: each entry's page, or the entry's own text where the feed has all of it."""

from __future__ import annotations

import calendar
import hashlib
import html
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

import msgspec

from missionwatch import urls
from missionwatch.errors import AnswerRefusedError
from missionwatch.sources.addresses import shown
from missionwatch.sources.connectors.connector import Connector
from missionwatch.sources.decoding import check_xml
from missionwatch.sources.visiting import Visit, Wanted, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.sources.fetching import Fetched
    from missionwatch.sources.visiting import Mark

LARGEST_FEED = 10_000_000
"""Bytes; the largest real feeds have a few."""
_MOST_ENTRIES = 2000
_MOST_LISTED, _MOST_TAGS = 20_000, 500_000  # reading more takes minutes and a gigabyte
_ENTRY = re.compile(rb"<(?:\w{1,40}:)?(?:item|entry)\b")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``full``: fetch each entry's page (else the entry's text is taken). ``match``: a pattern that title or summary must hold."""

    url: str | tuple[str, ...]
    full: bool = True
    match: str | None = None
    pages: int = 1

    def __post_init__(self) -> None:
        """Refuse a pattern that is none."""
        try:
            re.compile(self.match or "")
        except re.error as fault:
            raise ValueError(f"match is no regular expression ({fault})") from fault


def _listing(visit: Visit[Options]) -> Iterator[Wanted | Mark]:
    from missionwatch.sources.fetching import FEEDS  # noqa: PLC0415 - the HTTP client is an extra

    options = visit.options
    wanted = re.compile(options.match, re.IGNORECASE) if options.match else None
    for first in (options.url,) if isinstance(options.url, str) else options.url:
        url: str | None = first
        for _ in range(options.pages):
            if url is None or not visit.another_page(url):
                break
            fetched = visit.get(url, accept=FEEDS, largest=LARGEST_FEED)
            parsed = parse(visit, fetched)
            found = list(entries(visit, parsed, fetched.final_url, full=options.full))
            for one, summary in reversed(found):  # feeds have the newest first
                if wanted is None or wanted.search(f"{one.title or ''} {summary}"):
                    yield one
            url = next(
                (
                    urls.joined(fetched.final_url, x.href)
                    for x in parsed.feed.get("links", ())
                    if x.get("rel") == "next"
                ),
                None,
            )


def parse(visit: Visit[Any], fetched: Fetched) -> Any:
    """Return a feed as feedparser reads it; raise ``AnswerRefusedError`` for what is none."""
    import feedparser  # noqa: PLC0415 - an extra

    check_xml(fetched.data, shown(fetched.final_url))
    if fetched.data.count(b"<") > _MOST_TAGS or len(_ENTRY.findall(fetched.data)) > _MOST_LISTED:
        raise AnswerRefusedError(f"{shown(fetched.final_url)} has more entries or tags than any feed; that is none")
    kind = fetched.media_type or "application/xml"
    declared = f"{kind}; charset={fetched.charset}" if fetched.charset else kind
    try:
        parsed = feedparser.parse(
            fetched.data, response_headers={"content-type": declared, "content-location": fetched.final_url}
        )
    except ValueError as unreadable:  # an encoding whose name no codec can have
        where = shown(fetched.final_url)
        raise AnswerRefusedError(f"{where} is no feed ({unreadable}); its address may have changed") from unreadable
    fault = parsed.get("bozo_exception")
    if not parsed.get("version") and not parsed.entries:
        reason = f" ({fault})" if fault else ""
        raise AnswerRefusedError(f"{shown(fetched.final_url)} is no feed{reason}; its address may have changed")
    if fault is not None and not isinstance(
        fault, (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)
    ):
        visit.fault(f"the feed is malformed ({text_of(fault, 120)}); what could be read of it was", fetched.final_url)
    return parsed


def entries(visit: Visit[Any], parsed: Any, base: str, *, full: bool) -> Iterator[tuple[Wanted, str]]:
    """Yield what a feed lists, each with its summary; an entry without address and text is a fault of the feed."""
    language = text_of(parsed.feed.get("language"), 12)
    for entry in parsed.entries[:_MOST_ENTRIES]:
        title, link = text_of(_plain(entry.get("title"))), entry.get("link")
        summary = entry.get("summary") or ""  # it may be there and be nothing
        body = next((c.value for c in entry.get("content", ()) if c.get("value")), summary)
        url = urls.joined(base, str(link)) if link else ""
        if url and not url.startswith(("http://", "https://")):
            visit.fault(f"entry {title!r} has the address {url[:60]!r}, which is none", base)
            url = ""
        item = text_of(entry.get("id")) or url
        if not item or (not url and not body):
            visit.fault(f"entry {title!r} has neither an address nor a text", base)
            continue
        published = _moment(visit, entry, "published")
        updated = _moment(visit, entry, "updated")
        changed = text_of(_said(entry, "updated") or _said(entry, "published"), 60) or ""
        own = not full or not url
        yield Wanted(
            url=url or base, item=item, stamp=changed if not own else _digest(changed, body), title=title,
            published=published or updated, updated=updated if updated != published else None,
            language=(language or "").partition("-")[0].lower() or None, document_id=text_of(entry.get("id")),
            publisher=text_of(parsed.feed.get("title"), 120), data=_page(title, body) if own else None,
            media_type="text/html" if own else "", charset="utf-8" if own else None,
        ), summary  # fmt: skip


def _moment(visit: Visit[Any], entry: Any, which: str) -> datetime | None:
    """Return when, with the feed's own offset where it can be told: the day is the source's own."""
    said = _said(entry, which)
    if not said:
        return None
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            return visit.moment(read(str(said).strip()), which)
        except (ValueError, OverflowError):
            continue
    parts = _said(entry, f"{which}_parsed")
    if parts is None:
        visit.fault(f"{which} {str(said)[:40]!r} is no date; it is left out")
        return None
    try:
        return visit.moment(datetime.fromtimestamp(calendar.timegm(parts), UTC), which)
    except (ValueError, OverflowError):
        return None


def _said(entry: Any, key: str) -> Any:
    """Return what an entry says itself: feedparser's ``get`` gives the one date for the other."""
    return entry[key] if key in entry else None  # noqa: SIM401 - see above


def _plain(said: object) -> str:
    return html.unescape(re.sub(r"<[^>]*>", " ", str(said or "")))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:16]


def _page(title: str | None, body: str) -> bytes:
    """Return an entry's text as a small page; feedparser has taken scripts out of it."""
    head = html.escape(title or "")
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{head}</title></head>'
        f"<body><article><h1>{head}</h1>{body}</article></body></html>"
    ).encode()


FEED = Connector("feed", Options, _listing)
