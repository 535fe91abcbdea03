"""ReliefWeb (OCHA): reports of several thousand humanitarian organisations, by API v2."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import msgspec

from missionwatch.errors import AnswerRefusedError
from missionwatch.sources.addresses import shown
from missionwatch.sources.connectors.connector import Connector
from missionwatch.sources.visiting import Mark, Visit, Wanted, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAGE = 100  # reports with their text; the interface gives up to 1000
_FIELDS = ("title", "body-html", "url", "date.created", "date.changed", "date.original", "language.code", "source.name", "file.url",
           "file.filename", "file.mimetype")  # fmt: skip


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``appname`` must be one that ReliefWeb approved. ``countries`` are ISO 3166-1 alpha-3; ``files``: attached PDFs too."""

    appname: str
    url: str = "https://api.reliefweb.int/v2/reports"
    countries: tuple[str, ...] = ()
    query: str | None = None
    formats: tuple[str, ...] = ()
    files: bool = True


class _Named(msgspec.Struct):
    name: str | None = None
    code: str | None = None


class _File(msgspec.Struct):
    url: str
    filename: str | None = None
    mimetype: str | None = None


class _Dates(msgspec.Struct):
    created: str | None = None
    changed: str | None = None
    original: str | None = None


class _Fields(msgspec.Struct):
    title: str | None = None
    body: str | None = msgspec.field(default=None, name="body-html")
    url: str | None = None
    date: _Dates = msgspec.field(default_factory=_Dates)
    language: list[_Named] = []
    source: list[_Named] = []
    file: list[_File] = []


class _Report(msgspec.Struct):
    id: str | int
    fields: _Fields


class _Page(msgspec.Struct):
    total: int = msgspec.field(name="totalCount")
    data: list[_Report]


def _listing(visit: Visit[Options]) -> Iterator[Wanted | Mark]:
    from missionwatch.sources.fetching import JSON  # noqa: PLC0415 - the HTTP client is an extra

    url = f"{visit.options.url}?{urlencode({'appname': visit.options.appname})}"
    kept = str(visit.cursor.get("changed") or "") if visit.since is None else ""
    changed, offset = kept or f"{visit.start().isoformat()}T00:00:00+00:00", 0
    while visit.another_page(f"{url}#{changed}+{offset}"):
        body = msgspec.json.encode(_query(visit.options, changed, offset))
        fetched = visit.client.post(url, body, kind="application/json", accept=JSON)
        try:
            page = msgspec.json.decode(fetched.data, type=_Page)
        except msgspec.MsgspecError as fault:
            raise AnswerRefusedError(
                f"{shown(visit.options.url)} answers, but not as ReliefWeb's v2 does ({fault}); its format may have changed"
            ) from fault
        before = changed
        for report in page.data:
            yield from _wanted(visit, report)
            said = report.fields.date.changed or report.fields.date.created
            if said and visit.moment(said, "changed") is not None:
                changed = said
        if page.data:
            yield Mark({"changed": changed})
        if len(page.data) < _PAGE:
            return
        offset = 0 if changed != before else offset + len(page.data)  # from the last change on: nothing shifts under us


def _query(options: Options, changed: str, offset: int) -> dict[str, Any]:
    conditions: list[dict[str, Any]] = [{"field": "date.changed", "value": {"from": changed}}]
    if options.countries:
        conditions.append({"field": "country.iso3", "value": [c.lower() for c in options.countries], "operator": "OR"})
    if options.formats:
        conditions.append({"field": "format.name", "value": list(options.formats), "operator": "OR"})
    asked: dict[str, Any] = {
        "limit": _PAGE, "offset": offset, "sort": ["date.changed:asc"], "fields": {"include": list(_FIELDS)},
        "filter": {"operator": "AND", "conditions": conditions},
    }  # fmt: skip
    if options.query:
        asked["query"] = {"value": options.query}
    return asked


def _wanted(visit: Visit[Options], report: _Report) -> Iterator[Wanted]:
    said = report.fields
    number = str(report.id)
    url = said.url or f"https://reliefweb.int/node/{number}"
    published = visit.moment(said.date.original or said.date.created, "date")
    common: dict[str, Any] = {
        "stamp": said.date.changed or "", "document_id": number, "published": published,
        "language": next((one.code[:2].lower() for one in said.language if one.code), None),
        "publisher": text_of(", ".join(one.name for one in said.source if one.name), 200),
    }  # fmt: skip
    title = text_of(said.title)
    if said.body and said.body.strip():
        head = html.escape(title or "")
        page = (
            f'<!doctype html><html><head><meta charset="utf-8"><title>{head}</title></head>'
            f"<body><article><h1>{head}</h1>{said.body}</article></body></html>"
        )
        yield Wanted(
            url=url, item=number, data=page.encode(), media_type="text/html", charset="utf-8", title=title,
            updated=visit.moment(said.date.changed, "changed"), **common,
        )  # fmt: skip
    elif not said.file:
        visit.fault(f"report {number} has neither text nor file", url)
    if visit.options.files:
        for one in said.file:
            name = text_of(one.filename, 120)
            yield Wanted(
                url=one.url, item=f"{number}/{one.url}", media_type=one.mimetype or "", title=title, file_name=name,
                attached_to=url if said.body else None, **common,
            )  # fmt: skip


RELIEFWEB = Connector("reliefweb", Options, _listing, api="interface made for programs")
