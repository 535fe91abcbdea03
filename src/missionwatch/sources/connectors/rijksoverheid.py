"""Rijksoverheid.nl: news and documents of the Dutch government, by its search feed."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlencode

import msgspec

from missionwatch.sources.connectors.connector import Connector
from missionwatch.sources.connectors.feed import LARGEST_FEED, entries, parse
from missionwatch.sources.visiting import Mark, Visit, Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 20
"""Items of one answer, whatever is asked; a full answer may hide more, so its span of time is asked in halves."""
_SHORTEST = timedelta(hours=1)
_OVERLAP = timedelta(hours=6)  # what was published a little late is found by the next run


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``search``: words that the site searches for; ``kind``: news, or all (news, documents, answers to Parliament)."""

    url: str = "https://www.rijksoverheid.nl/api/rss"
    search: str = ""
    kind: Literal["news", "all"] = "news"


def _listing(visit: Visit[Options]) -> Iterator[Wanted | Mark]:
    from missionwatch.sources.fetching import FEEDS  # noqa: PLC0415 - the HTTP client is an extra

    now = visit.clock()
    reached = visit.moment(visit.cursor.get("until"), "cursor") if visit.since is None else None
    first = reached - _OVERLAP if reached else datetime.combine(visit.start(), time(), UTC)
    spans = [(first, now)]
    while spans:
        begin, end = spans.pop()
        url = f"{visit.options.url}?{urlencode({'query': _query(visit.options, begin, end)})}"
        if not visit.another_page(url):
            return
        fetched = visit.get(url, accept=FEEDS, largest=LARGEST_FEED)
        found = list(entries(visit, parse(visit, fetched), fetched.final_url, full=True))
        if len(found) >= MOST and visit.pages > 1:
            if end - begin > _SHORTEST:
                middle = begin + (end - begin) / 2
                spans += [(middle, end), (begin, middle)]
                continue
            visit.fault(
                f"more than {MOST} items between {begin:%Y-%m-%d %H:%M} and {end:%H:%M}; narrow the search", url
            )
        for wanted, _ in reversed(found):
            yield wanted
        yield Mark({"until": end.isoformat()})


def _query(options: Options, begin: datetime, end: datetime) -> str:
    filters: list[dict[str, Any]] = [
        {
            "field": "sort_date",
            "type": "all",
            "values": [{"from": begin.isoformat(), "to": end.isoformat(), "name": "period"}],
        }
    ]
    if options.kind == "news":
        filters.insert(0, {"field": "content_type", "type": "all", "values": ["pro:newsDocument"]})
    return json.dumps(
        {"filters": filters, "resultSearchTerm": options.search, "pageTitle": "Nieuws"}, separators=(",", ":")
    )


RIJKSOVERHEID = Connector("rijksoverheid", Options, _listing, api="a feed that the site makes for programs")
