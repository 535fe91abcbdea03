"""The Dutch House of Representatives: its documents with their files, by OData v4 or by SyncFeed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote, urlencode

import msgspec

from missionwatch.errors import AnswerRefusedError
from missionwatch.sources.addresses import shown, target
from missionwatch.sources.connectors.connector import Connector
from missionwatch.sources.decoding import check_xml
from missionwatch.sources.visiting import Mark, Visit, Wanted, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_GUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_FIELDS = (
    "Id", "Soort", "DocumentNummer", "Titel", "Onderwerp", "Datum", "ContentType", "ContentLength", "GewijzigdOp", "HuidigeDocumentVersie_Id",
)  # fmt: skip


_PAGE = 250  # documents, the House's own limit; `$top` would end the listing there


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``kinds``: the House's own (Brief regering, Motie, Stenogram …); ``words``: any of them in subject or title."""

    url: str = "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0"
    feed: str = "https://gegevensmagazijn.tweedekamer.nl/SyncFeed/2.0"
    by: Literal["odata", "syncfeed"] = "odata"
    kinds: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class _Document(msgspec.Struct):
    Id: str
    Soort: str | None = None
    DocumentNummer: str | None = None
    Titel: str | None = None
    Onderwerp: str | None = None
    Datum: str | None = None
    ContentType: str | None = None
    GewijzigdOp: str | None = None
    HuidigeDocumentVersie_Id: str | None = None


class _Page(msgspec.Struct):
    value: list[_Document]
    next: str | None = msgspec.field(default=None, name="@odata.nextLink")


def _listing(visit: Visit[Options]) -> Iterator[Wanted | Mark]:
    yield from _by_odata(visit) if visit.options.by == "odata" else _by_syncfeed(visit)


def _by_odata(visit: Visit[Options]) -> Iterator[Wanted | Mark]:
    from missionwatch.sources.fetching import JSON  # noqa: PLC0415 - the HTTP client is an extra

    base = visit.options.url.rstrip("/")
    changed = str(visit.cursor.get("changed") or "") if visit.since is None else ""
    first, passed = f"{base}/Document?{_query(visit, changed)}", 0
    url: str | None = first
    while url is not None and visit.another_page(url):
        fetched = visit.get(url, accept=JSON, cache=False)
        try:
            page = msgspec.json.decode(fetched.data, type=_Page)
        except msgspec.MsgspecError as fault:
            raise AnswerRefusedError(
                f"{shown(url)} answers, but not as the House's OData does ({fault}); its format may have changed"
            ) from fault
        for document in page.value:
            if not _GUID.fullmatch(document.Id):
                visit.fault(f"a document has the id {document.Id[:40]!r}, which is none", url)
                continue
            yield _wanted(visit, base, document)
            moment = visit.moment(document.GewijzigdOp, "GewijzigdOp")
            if moment is not None:
                changed = document.GewijzigdOp or changed
        if changed:
            yield Mark({"changed": changed})
        passed += len(page.value)
        url = page.next
        if url is None and len(page.value) >= _PAGE:  # full, and no next page named: it is asked for
            url = f"{first}&$skip={passed}"
        if url is not None and target(url, base).origin != target(base).origin:
            raise AnswerRefusedError(
                f"the next page of {shown(base)} is elsewhere ({shown(url)}); that is not followed"
            )


def _query(visit: Visit[Options], changed: str) -> str:
    options = visit.options
    conditions = ["Verwijderd eq false"]
    if changed:
        conditions.append(f"GewijzigdOp ge {changed}")
    else:
        conditions.append(f"Datum ge {visit.start().isoformat()}T00:00:00Z")
    if options.kinds:
        conditions.append("(" + " or ".join(f"Soort eq {_text(kind)}" for kind in options.kinds) + ")")
    if options.words:
        asked = (f"contains({field},{_text(word)})" for word in options.words for field in ("Onderwerp", "Titel"))
        conditions.append("(" + " or ".join(asked) + ")")
    return urlencode(
        {"$filter": " and ".join(conditions), "$orderby": "GewijzigdOp asc", "$select": ",".join(_FIELDS)},
        quote_via=quote, safe="$,()':",
    )  # fmt: skip


def _text(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"


def _wanted(visit: Visit[Options], base: str, document: _Document) -> Wanted:
    return Wanted(
        url=f"{base}/Document({document.Id})/resource", item=document.Id.lower(),
        stamp=document.HuidigeDocumentVersie_Id or document.GewijzigdOp or "", media_type=document.ContentType or "",
        document_id=text_of(document.DocumentNummer) or document.Id, title=text_of(document.Onderwerp) or text_of(document.Titel),
        published=visit.moment(document.Datum, "Datum"), language="nl",
        publisher=f"Tweede Kamer ({document.Soort})" if document.Soort else "Tweede Kamer",
    )  # fmt: skip


def _by_syncfeed(visit: Visit[Options]) -> Iterator[Wanted | Mark]:
    """Follow the feed of changes: each entry has its own ``next``; at the end the feed says where to ``resume``."""
    from lxml import etree  # noqa: PLC0415 - comes with trafilatura; start-up is faster without it

    from missionwatch.sources.fetching import XML  # noqa: PLC0415

    base = visit.options.feed.rstrip("/")
    url: str | None = str(visit.cursor.get("next") or f"{base}/Feed?category=Document")
    while url is not None and visit.another_page(url):
        if target(url).origin != target(base).origin:
            raise AnswerRefusedError(
                f"the next page of {shown(base)} is elsewhere ({shown(url)}); that is not followed"
            )
        fetched = visit.get(url, accept=XML, cache=False)
        check_xml(fetched.data, shown(url))
        try:
            root = etree.fromstring(fetched.data, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError as fault:
            raise AnswerRefusedError(f"{shown(url)} is no SyncFeed ({fault})") from fault
        if str(root.tag).rpartition("}")[2] != "feed":
            raise AnswerRefusedError(f"{shown(url)} is no SyncFeed; its format may have changed")
        links = _links(root)
        after = links.get("next")
        for entry in root.findall("{*}entry"):
            after = _links(entry).get("next") or after
            found = _from_entry(visit, base, entry)
            if found is not None:
                yield found
        resume = links.get("resume")
        if after or resume:
            yield Mark({"next": resume or after})
        url = after if not resume else None


def _links(node: Any) -> dict[str, str]:
    return {str(link.get("rel")): str(link.get("href")) for link in node.findall("{*}link") if link.get("href")}


def _from_entry(visit: Visit[Options], base: str, entry: Any) -> Wanted | None:
    content = entry.find("{*}content")
    if content is None or not len(content):
        return None
    node = content[0]
    own = {str(key).rpartition("}")[2]: str(value) for key, value in node.attrib.items()}
    said = {str(child.tag).rpartition("}")[2]: text_of(child.text) for child in node if isinstance(child.tag, str)}
    if own.get("verwijderd") == "true" or not _GUID.fullmatch(own.get("id", "")):
        return None
    options = visit.options
    if options.kinds and said.get("soort") not in options.kinds:
        return None
    words = f"{said.get('onderwerp') or ''} {said.get('titel') or ''}".casefold()
    if options.words and not any(word.casefold() in words for word in options.words):
        return None
    published = visit.moment(said.get("datum"), "datum")
    if published is not None and published.date() < visit.start():
        return None
    document = _Document(
        Id=own["id"], Soort=said.get("soort"), DocumentNummer=said.get("documentNummer"), Titel=said.get("titel"),
        Onderwerp=said.get("onderwerp"), Datum=said.get("datum"), ContentType=own.get("contentType"),
        GewijzigdOp=own.get("bijgewerkt"),
    )  # fmt: skip
    wanted = _wanted(visit, base, document)
    return msgspec.structs.replace(wanted, url=_links(entry).get("enclosure") or f"{base}/Resources/{own['id']}")


TWEEDEKAMER = Connector(
    "tweedekamer",
    Options,
    _listing,
    api="open data interface of the House, made for programs",
    addresses=("url", "feed"),
)
