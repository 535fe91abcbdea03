"""UCDP GED: deaths in organised violence, event by event, as event files for the tempo."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode, urljoin, urlsplit, urlunsplit

import msgspec

from missionwatch.errors import AnswerRefusedError
from missionwatch.sources.addresses import shown, target
from missionwatch.sources.connectors.connector import Connector
from missionwatch.sources.visiting import Mark, Visit, Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAGE = 1000  # events, UCDP's own limit
_LARGEST = 60_000_000


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``countries`` are Gleditsch and Ward's numbers (Mali is 432). The release stands in the address: 25.1, 26.0.7."""

    url: str = "https://ucdpapi.pcr.uu.se/api/gedevents/25.1"
    countries: tuple[int, ...] = ()


class _Event(msgspec.Struct):
    id: int
    date_start: str
    date_end: str


class _Page(msgspec.Struct):
    total: int = msgspec.field(name="TotalCount")
    events: list[_Event] = msgspec.field(name="Result")
    next: str | None = msgspec.field(default=None, name="NextPageUrl")


def _listing(visit: Visit[Options]) -> Iterator[Wanted | Mark]:
    """Follow ``NextPageUrl``: whether pages count from 0 or from 1 is the server's business."""
    from missionwatch.sources.fetching import JSON  # noqa: PLC0415 - the HTTP client is an extra

    asked = {"pagesize": str(_PAGE)}
    if visit.options.countries:
        asked["Country"] = ",".join(map(str, visit.options.countries))
    if since := visit.since or visit.collect.since:
        asked["StartDate"] = since.isoformat()
    first = f"{visit.options.url}?{urlencode(asked)}"
    if visit.cursor.get("done") == first:
        return  # a release does not change; the next one has another address
    kept = visit.cursor.get("next") if visit.cursor.get("first") == first else None
    url: str | None = str(kept or first)
    headers = {"x-ucdp-access-token": visit.secrets["MISSIONWATCH_UCDP_TOKEN"]}
    while url is not None and visit.another_page(url):
        fetched = visit.get(url, accept=JSON, headers=headers, largest=_LARGEST)
        try:
            page = msgspec.json.decode(fetched.data, type=_Page)
        except msgspec.MsgspecError as fault:
            raise AnswerRefusedError(
                f"{shown(url)} answers, but not as UCDP does ({fault}); its format may have changed"
            ) from fault
        if page.events:
            yield Wanted(
                url=url, item=url, data=fetched.data, media_type="application/json", format="ucdp-ged",
                first=min(e.date_start for e in page.events)[:10], last=max(e.date_end for e in page.events)[:10],
            )  # fmt: skip
        url = _next(page.next, visit.options.url) if page.next else None
        yield Mark({"first": first, "next": url} if url else {"done": first})


def _next(said: str, base: str) -> str:
    """Return the next page's address on our own scheme; the token goes nowhere else."""
    own, found = urlsplit(base), urlsplit(urljoin(base, said))
    url = urlunsplit((own.scheme, found.netloc, found.path, found.query, ""))
    if target(url).origin != target(base).origin:
        raise AnswerRefusedError(f"the next page of {shown(base)} is elsewhere ({shown(said)}); that is not followed")
    return url


UCDP = Connector(
    "ucdp", Options, _listing, api="interface made for programs", secrets=("MISSIONWATCH_UCDP_TOKEN",), events=True
)
