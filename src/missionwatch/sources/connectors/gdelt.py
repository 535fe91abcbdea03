"""GDELT 2.0: events and mentions, a zipped table every fifteen minutes, as event files for the tempo."""

from __future__ import annotations

import heapq
import re
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

import msgspec

from missionwatch.errors import AnswerRefusedError
from missionwatch.sources.addresses import shown
from missionwatch.sources.connectors.connector import Connector
from missionwatch.sources.visiting import Mark, Visit, Wanted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from missionwatch.records import EventFormat

_LINE = re.compile(r"(\d+) ([0-9a-f]{32}) (https?://\S+/(\d{14})\.(export|mentions)\.CSV\.zip)")
_KINDS: dict[str, EventFormat] = {"export": "gdelt-events", "mentions": "gdelt-mentions"}
_WHOLE_LIST = 600_000_000  # bytes: the list of all files since 2015 grows by some 12 MB a year
_STEP = timedelta(minutes=15)


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``kinds``: events, mentions or both. ``whole`` is the list of all files, asked only where something was missed."""

    kinds: tuple[Literal["events", "mentions"], ...] = ("events", "mentions")
    url: str = "http://data.gdeltproject.org/gdeltv2/lastupdate.txt"
    whole: str = "http://data.gdeltproject.org/gdeltv2/masterfilelist.txt"


def _listing(visit: Visit[Options]) -> Iterator[Wanted | Mark]:
    from missionwatch.sources.fetching import DATA  # noqa: PLC0415 - the HTTP client is an extra

    reached = str(visit.cursor.get("last") or "") if visit.since is None else ""
    asked = visit.since or visit.collect.since
    if not reached and asked:
        reached = (datetime.combine(asked, time(), UTC) - _STEP).strftime("%Y%m%d%H%M%S")
    if not visit.another_page(visit.options.url):
        return
    fetched = visit.get(visit.options.url, accept=DATA, cache=False)
    newest = list(_lines(visit, fetched.data.decode("ascii", "replace").splitlines()))
    if not newest:
        raise AnswerRefusedError(f"{shown(visit.options.url)} lists no event files; its format may have changed")
    last = max(stamp for stamp, _ in newest)
    missed: list[tuple[str, Wanted]] = []
    if reached and last > reached and not _next_to(reached, last) and visit.pages > 1:
        missed = _missed(visit, reached, last)
    most = visit.collect.most + 2  # a whole pair more than a run takes
    if len(missed) >= most:  # there is more than a run takes: the last quarter may be cut in two, so it is left out
        cut = missed[-1][0]
        yield from _marked((stamp, wanted) for stamp, wanted in missed if stamp < cut)
        visit.fault(
            f"more than {visit.collect.most} files were missed; the rest comes with the next run", visit.options.whole
        )
        return
    yield from _marked([*missed, *((stamp, wanted) for stamp, wanted in newest if stamp > reached)])


def _missed(visit: Visit[Options], reached: str, last: str) -> list[tuple[str, Wanted]]:
    """Return what came between, the oldest first, from the list of all files; no more than a run takes is held."""
    from missionwatch.sources.fetching import DATA  # noqa: PLC0415

    if visit.folder is None or not visit.another_page(visit.options.whole):
        return []
    path = visit.folder / "gdelt-list.txt"
    visit.client.get(
        visit.options.whole, accept=DATA, robots=visit.minds_robots(visit.options.whole), into=path, largest=_WHOLE_LIST
    )  # fmt: skip
    try:
        with path.open(encoding="ascii", errors="replace") as lines:
            between = ((stamp, wanted) for stamp, wanted in _lines(visit, lines, reached) if stamp < last)
            return heapq.nsmallest(visit.collect.most + 2, between, key=lambda one: one[0])
    finally:
        path.unlink(missing_ok=True)


def _marked(found: Iterable[tuple[str, Wanted]]) -> Iterator[Wanted | Mark]:
    at = ""
    for stamp, wanted in found:
        if at and stamp != at:
            yield Mark({"last": at})
        at = stamp
        yield wanted
    if at:
        yield Mark({"last": at})


def _next_to(earlier: str, later: str) -> bool:
    return datetime.strptime(earlier, "%Y%m%d%H%M%S") + _STEP >= datetime.strptime(later, "%Y%m%d%H%M%S")  # noqa: DTZ007 - both UTC


def _lines(visit: Visit[Options], lines: Iterable[str], after: str = "") -> Iterator[tuple[str, Wanted]]:
    host = urlsplit(visit.options.url).netloc
    ahead = (visit.clock() + timedelta(days=1)).strftime("%Y%m%d%H%M%S")
    for line in lines:
        found = _LINE.fullmatch(line.strip())
        if found is None:
            continue
        size, md5, url, stamp, kind = found.groups()
        if stamp <= after:
            continue
        form = _KINDS[kind]
        if form.removeprefix("gdelt-") not in visit.options.kinds:
            continue
        if not url.startswith((f"http://{host}/", f"https://{host}/")) or stamp > ahead:
            visit.fault(f"the list names {shown(url)}, which is elsewhere or ahead; it is passed by", visit.options.url)
            continue
        day = f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}"
        yield stamp, Wanted(
            url=url, item=url.rpartition("/")[2], format=form, md5=md5, size=int(size), first=day, last=day
        )  # fmt: skip


GDELT = Connector(
    "gdelt", Options, _listing, api="files published for programs, by a list", addresses=("url", "whole"), events=True
)
