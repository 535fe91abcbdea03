"""What a page says of itself: title, author, publisher, days, language; from JSON-LD, meta elements and marked-up text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from missionwatch import urls
from missionwatch.reports.formats.furniture import names_of
from missionwatch.reports.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_TITLE = ("citation_title", "og:title", "dcterms.title", "dc.title", "twitter:title", "headline")
_PUBLISHED = (
    "article:published_time", "article:published", "dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date", "datepublished",
    "citation_publication_date", "citation_online_date", "pubdate", "publishdate", "publication_date", "parsely-pub-date", "sailthru.date",
    "date", "og:published_time",
    "dcterms.available", "dcterms.created",
)  # fmt: skip
_UPDATED = (
    "article:modified_time",
    "article:modified",
    "og:updated_time",
    "dcterms.modified",
    "dc.date.modified",
    "datemodified",
    "last-modified",
    "revised",
)
_AUTHOR = (
    "author",
    "article:author",
    "byl",
    "citation_author",
    "dcterms.creator",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
)
_PUBLISHER = (
    "og:site_name",
    "dcterms.publisher",
    "dc.publisher",
    "citation_publisher",
    "citation_journal_title",
    "application-name",
)
_ARTICLES = (
    "article",
    "newsarticle",
    "reportagenewsarticle",
    "report",
    "blogposting",
    "liveblogposting",
    "analysisnewsarticle",
    "opinionnewsarticle",
    "webpage",
    "pressrelease",
    "advertisercontentarticle",
)
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/](\d\d)[-/](\d\d)(?!\d)")
_SEPARATED = re.compile(r"\s+(?:[|–—·»]|::|-)\s+|(?<=\S): ")
_LONGEST_LD = 500_000  # characters of JSON-LD that are looked at


def read(tree: Any, url: str | None) -> dict[str, str]:
    """Return what a page says of itself; a day is given as YYYY-MM-DD. Call before anything is taken out of the tree."""
    linked = _linked(tree)
    meta = _meta(tree)
    said: dict[str, str] = {}
    address = _canonical(tree) or meta.get("og:url") or url
    if address and address.startswith(("http://", "https://")):
        said["url"] = address
    published = _iso(linked.get("datePublished")) or _first_day(meta, _PUBLISHED) or _marked(tree, "datePublished")
    if published:
        said |= {"published": published, "dated": "metadata"}
    elif timed := _timed(tree):
        said |= {"published": timed, "dated": "metadata"}
    updated = _iso(linked.get("dateModified")) or _first_day(meta, _UPDATED) or _marked(tree, "dateModified")
    if updated:
        said["updated"] = updated
    author = _person(linked.get("author")) or _name(_first(meta, _AUTHOR)) or _named(tree)
    if author:
        said["author"] = author
    publisher = _person(linked.get("publisher")) or _first(meta, _PUBLISHER)
    heads = [_text(h) for h in tree.iter("h1")]
    page_title = next((_text(t) for t in tree.iter("title") if _text(t)), "")
    title = _title(heads, _said(linked.get("headline")), _first(meta, _TITLE), page_title, publisher, tree)
    if title:
        said["title"] = title
    if not publisher and title and title in page_title and len(page_title) > len(title):
        rest = [p.strip(" |–—·»:-") for p in _SEPARATED.split(page_title.replace(title, " | ")) if p and len(p) < 60]
        publisher = next((p for p in reversed(rest) if len(p) > 1), "")
    if publisher:
        said["publisher"] = " ".join(publisher.split())
    language = (
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or _said(linked.get("inLanguage"))
    )
    if language and re.match(r"[A-Za-z]{2}(?:$|[-_])", language):
        said["hint"] = language[:2].lower()
    return said


def _title(heads: list[str], linked: str, meta: str, page: str, publisher: str, tree: Any) -> str:
    """Return the article's title: the heading that the page's own title repeats, else what its metadata say."""
    for head in heads:
        if head and (head in page or head in meta or head == linked):
            return head
    if linked:
        return linked
    known = [h for h in heads if len(h) > 8]
    if len(known) == 1:
        return known[0]
    marked = [_text(e) for e in tree.iter() if isinstance(e.tag, str) and e.get("itemprop") == "headline"]
    bare = _without_site(meta or page, publisher)
    return (marked and marked[0]) or _repeated(tree, page) or bare


def _repeated(tree: Any, page: str) -> str:
    """Return a text on the page that its title begins or ends with: pages without a heading of the first rank have it."""
    for element in tree.iter("h2", "h3", "b", "strong", "font", "div", "td", "p", "span"):
        if len(element) <= 1:
            text = _text(element)
            if 12 < len(text) < len(page) and (page.startswith(text) or page.endswith(text)):
                return text
    return ""


def _without_site(title: str, publisher: str) -> str:
    pieces = [p.strip() for p in _SEPARATED.split(title) if p and p.strip()]
    others = [p for p in pieces if p.casefold() != publisher.casefold()] if publisher else pieces
    if len(pieces) > 1 and len(others) < len(pieces):
        return title[title.find(others[0]) : title.rfind(others[-1]) + len(others[-1])] if others else title
    marks = re.split(r"\s+(?:[|–—·»]|::)\s+", title)
    return max(marks, key=len).strip()


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for key in (element.get("property"), element.get("name"), element.get("itemprop")):
            if key and content:
                found.setdefault(key.lower(), content)
    return found


def _linked(tree: Any) -> dict[str, Any]:
    """Return the first article of the page's JSON-LD, its references (``@id``) filled in."""
    nodes: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text and len(script.text) < _LONGEST_LD:
            try:
                nodes.extend(_nodes(msgspec.json.decode(script.text.strip().rstrip(";")), 0))
            except (msgspec.DecodeError, RecursionError):
                continue
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    for wanted in (_ARTICLES[:-2], _ARTICLES[-2:]):
        for node in nodes:
            kinds = node.get("@type")
            listed = kinds if isinstance(kinds, list) else [kinds]
            if any(str(kind).lower() in wanted for kind in listed):
                return {key: _filled(value, by_id) for key, value in node.items()}
    return {}


def _nodes(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for one in value[:200]:
            yield from _nodes(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph"), depth + 1)
        yield from _nodes(value.get("mainEntity"), depth + 1)


def _filled(value: Any, by_id: dict[str, Any]) -> Any:
    one = value[0] if isinstance(value, list) and value else value
    if isinstance(one, dict) and set(one) == {"@id"}:
        return by_id.get(str(one["@id"]), one)
    return value


def _person(value: Any) -> str:
    listed = value if isinstance(value, list) else [value]
    names = [_name(_said(one.get("name") if isinstance(one, dict) else one)) for one in listed]
    return ", ".join(dict.fromkeys(name for name in names if name))


def _name(text: str) -> str:
    """Return a person's or an office's name without "by"; nothing where it is an address."""
    text = " ".join(text.split())
    for start in words("furniture", "byline", "starts"):
        if text.lower().startswith(start + " ") or (start.endswith(":") and text.lower().startswith(start)):
            text = text[len(start) :].strip()
            break
    return "" if "://" in text or "@" in text or len(text) > 120 else text


def _named(tree: Any) -> str:
    """Return the author that marked-up text names."""
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("body", "html", "meta", "link", "img"):
            continue
        names = names_of(element)
        marked = element.get("rel") == "author" or element.get("itemprop") == "author"
        if marked or (
            names & {"author", "authors", "byline", "auteur", "by"}
            and not names & {"box", "bio", "about", "meta", "info"}
        ):
            text = _name(_text(element))
            if text and len(text) < 80 and not _ISO.search(text) and not re.search(r"\d{4}", text):
                return text
    return ""


def _canonical(tree: Any) -> str | None:
    return next(
        (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"), None
    )


def _marked(tree: Any, name: str) -> str:
    for element in tree.iter():
        if isinstance(element.tag, str) and element.get("itemprop") == name:
            day = _iso(element.get("content") or element.get("datetime") or _text(element))
            if day:
                return day
    return ""


def _timed(tree: Any) -> str:
    """Return the day of the first time element or time stamp that follows the first heading, else of the first."""
    found: list[tuple[bool, str]] = []
    headed = False
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        headed = headed or element.tag in ("h1", "h2")
        given = (
            element.get("datetime")
            if element.tag == "time"
            else element.get("data-time") or element.get("data-date") or element.get("data-timestamp")
        )
        day = _iso(given)
        if day:
            found.append((not headed, day))
    return min(found, key=lambda pair: pair[0])[1] if found else ""


def _first(meta: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((meta[key] for key in keys if key in meta), "")


def _first_day(meta: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((day for key in keys if (day := _iso(meta.get(key)))), "")


def _iso(value: Any) -> str:
    """Return the day of a machine's date as written, in its own time zone."""
    found = _ISO.search(_said(value)) or re.match(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:$|[T\s])", _said(value))
    return "-".join(found.groups()) if found else ""


def _said(value: Any) -> str:
    return " ".join(str(value).split()) if isinstance(value, str) else ""


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split()) if isinstance(element.tag, str) else ""


def day_in_address(url: str) -> str:
    """Return the day that an address has in it (/2023/05/12/, /2023-05-12-), or nothing."""
    found = re.search(
        r"(?<!\d)((?:19|20)\d\d)[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?!\d)", urls.parts(url).path
    )
    return "-".join(found.groups()) if found else ""
