"""ACLED: political violence and protest, event by event, as event files for the tempo."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import msgspec

from missionwatch.errors import AnswerRefusedError
from missionwatch.sources.addresses import shown
from missionwatch.sources.connectors.connector import Connector
from missionwatch.sources.visiting import Mark, Visit, Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.sources.fetching import Fetched

_PAGE = 5000  # rows, ACLED's own limit
_LARGEST = 60_000_000


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``countries`` by ACLED's English names."""

    countries: tuple[str, ...] = ()
    url: str = "https://acleddata.com/api/acled/read"
    token_url: str = "https://acleddata.com/oauth/token"  # noqa: S105 - an address, no token


class _Token(msgspec.Struct):
    access_token: str


class _Row(msgspec.Struct):
    event_date: str
    timestamp: str | int | None = None


class _Page(msgspec.Struct):
    data: list[_Row] = []
    success: bool = True
    error: msgspec.Raw = msgspec.Raw(b"null")


def _listing(visit: Visit[Options]) -> Iterator[Wanted | Mark]:
    from missionwatch.sources.fetching import JSON  # noqa: PLC0415 - the HTTP client is an extra

    token = _token(visit)
    newest = int(visit.cursor.get("timestamp") or 0) if visit.since is None else 0
    after = int(visit.cursor.get("after") or newest)
    page = int(visit.cursor.get("page") or 1) if visit.since is None else 1
    while True:
        asked = {"_format": "json", "limit": str(_PAGE), "page": str(page)}
        if visit.options.countries:
            asked["country"] = "|".join(visit.options.countries)
        if after:
            asked |= {"timestamp": str(after), "timestamp_where": ">="}
        else:
            asked |= {
                "event_date": f"{visit.start().isoformat()}|{visit.clock().date().isoformat()}", "event_date_where": "BETWEEN",
            }  # fmt: skip
        url = f"{visit.options.url}?{urlencode(asked)}"
        if not visit.another_page(url):
            return
        fetched = visit.get(url, accept=JSON, headers={"authorization": f"Bearer {token}"}, largest=_LARGEST)
        rows = _rows(fetched)
        now = int(visit.clock().timestamp())
        stamps = [int(said) for row in rows if (said := str(row.timestamp or "")).isdecimal()]
        newest = max([newest, *(stamp for stamp in stamps if stamp <= now)])
        if rows:
            days = sorted(row.event_date for row in rows)
            yield Wanted(
                url=url, item=url, stamp=str(max(stamps, default=0)), data=fetched.data, media_type="application/json",
                format="acled", first=days[0], last=days[-1],
            )  # fmt: skip
        if len(rows) < _PAGE:
            yield Mark({"timestamp": newest})
            return
        page += 1
        yield Mark({"timestamp": newest, "after": after, "page": page})


def _token(visit: Visit[Options]) -> str:
    from missionwatch.sources.fetching import JSON  # noqa: PLC0415

    body = urlencode({
        "username": visit.secrets["MISSIONWATCH_ACLED_EMAIL"], "password": visit.secrets["MISSIONWATCH_ACLED_PASSWORD"],
        "grant_type": "password", "client_id": "acled",
    })  # fmt: skip
    answer = visit.client.post(
        visit.options.token_url, body.encode(), kind="application/x-www-form-urlencoded", accept=JSON
    )  # fmt: skip
    try:
        return msgspec.json.decode(answer.data, type=_Token).access_token
    except msgspec.MsgspecError as fault:
        raise AnswerRefusedError(
            f"{shown(visit.options.token_url)} gives no token; its format may have changed"
        ) from fault


def _rows(fetched: Fetched) -> list[_Row]:
    where = shown(fetched.url)
    try:
        page = msgspec.json.decode(fetched.data, type=_Page)
    except msgspec.MsgspecError as fault:
        raise AnswerRefusedError(
            f"{where} answers, but not as ACLED does ({fault}); its format may have changed"
        ) from fault
    if not page.success:
        said = bytes(page.error).decode("utf-8", "replace")[:200]
        raise AnswerRefusedError(f"{where} refuses the question ({said}); check the account's access at acleddata.com")
    return page.data


ACLED = Connector(
    "acled", Options, _listing, api="interface made for programs", addresses=("url", "token_url"),
    secrets=("MISSIONWATCH_ACLED_EMAIL", "MISSIONWATCH_ACLED_PASSWORD"), events=True,
)  # fmt: skip
