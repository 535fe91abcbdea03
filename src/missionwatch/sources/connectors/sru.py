"""Officiële bekendmakingen: papers of Parliament, Staatsblad and Staatscourant, by SRU 2.0 of repository.overheid.nl."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import msgspec

from missionwatch.errors import AnswerRefusedError
from missionwatch.sources.addresses import shown
from missionwatch.sources.connectors.connector import Connector
from missionwatch.sources.decoding import check_xml
from missionwatch.sources.visiting import Mark, Visit, Wanted, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.sources.fetching import Fetched

_PAGE = 100  # records; the server gives up to 1000, and answers smaller pages faster
_FORMS = ("html", "pdf", "odt", "xml")
_OVERLAP = timedelta(days=2)  # `modified` is a day, and records come in a little late


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``query`` is CQL; ``=`` finds words, ``==`` the whole value. What changed since the last run is added to it."""

    query: str
    url: str = "https://repository.overheid.nl/sru"


def _listing(visit: Visit[Options]) -> Iterator[Wanted | Mark]:
    from missionwatch.sources.fetching import XML  # noqa: PLC0415 - the HTTP client is an extra

    today = visit.clock().date()
    since = visit.start()
    if visit.since is None and visit.cursor.get("since"):
        since = date.fromisoformat(str(visit.cursor["since"]))
    at = int(visit.cursor.get("record") or 1) if visit.since is None else 1
    while True:
        asked = {
            "operation": "searchRetrieve", "version": "2.0", "query": f"({visit.options.query}) and dt.modified>={since.isoformat()}",
            "startRecord": str(at), "maximumRecords": str(_PAGE), "recordSchema": "gzd",
        }  # fmt: skip
        url = f"{visit.options.url}?{urlencode(asked)}"
        if not visit.another_page(url):
            return
        fetched = visit.get(url, accept=XML, cache=False)
        total, records = _parsed(fetched)
        for record in records:
            wanted = _wanted(visit, record, url)
            if wanted is not None:
                yield wanted
        at += len(records)
        if not records or at > total:
            yield Mark({"since": (today - _OVERLAP).isoformat()})
            return
        yield Mark({"since": since.isoformat(), "record": at})


def _parsed(fetched: Fetched) -> tuple[int, list[Any]]:
    from lxml import etree  # noqa: PLC0415 - comes with trafilatura; start-up is faster without it

    where = shown(fetched.final_url)
    check_xml(fetched.data, where)
    try:
        root = etree.fromstring(fetched.data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as fault:
        raise AnswerRefusedError(f"{where} is no SRU answer ({fault})") from fault
    wrong = root.find(".//{*}diagnostic")
    if wrong is not None:
        said = " ".join(" ".join(wrong.itertext()).split())
        raise AnswerRefusedError(f"{where} does not accept the query ({said[:200]}); check `query`")
    count = root.findtext("{*}numberOfRecords")
    if etree.QName(root).localname != "searchRetrieveResponse" or count is None or not count.strip().isdecimal():
        raise AnswerRefusedError(f"{where} is no SRU answer; its format may have changed")
    return int(count), root.findall("{*}records/{*}record")


def _wanted(visit: Visit[Options], record: Any, url: str) -> Wanted | None:
    def said(name: str) -> str | None:
        return text_of(record.findtext(f".//{{*}}{name}"))

    item = said("identifier")
    forms = {str(node.get("manifestation")): text_of(node.text, 4000) for node in record.iterfind(".//{*}itemUrl")}
    form = next((name for name in _FORMS if forms.get(name)), None)
    address = forms[form] if form else said("preferredUrl") or said("url")
    if not item or not address:
        visit.fault(f"a record has no {'address' if item else 'identifier'}; it is passed by", url)
        return None
    day = said("issued") or said("available") or said("date")
    return Wanted(
        url=address, item=item, stamp=said("modified") or "", document_id=item, title=said("title"),
        published=visit.moment(day, "date"), updated=visit.moment(said("modified"), "modified"),
        language=(said("language") or "nl")[:2].lower(), publisher=said("creator"),
    )  # fmt: skip


SRU = Connector("sru", Options, _listing, api="search interface (SRU), made for programs")
