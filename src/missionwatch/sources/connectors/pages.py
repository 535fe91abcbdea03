"""Web pages: one page that is watched, or a list page whose links are followed."""

from __future__ import annotations

import codecs
import hashlib
import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import msgspec

from missionwatch.errors import AnswerRefusedError
from missionwatch.sources.addresses import shown
from missionwatch.sources.connectors.connector import Connector
from missionwatch.sources.visiting import Visit, Wanted, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from missionwatch.sources.fetching import Fetched
    from missionwatch.sources.visiting import Mark

_PAGE = ("text/html", "application/xhtml+xml")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``links``: a pattern that a link's whole address must hold; without it the page itself is the document.

    ``next``: a pattern for the address of the next list page. ``elsewhere``: follow links to other hosts too.
    """

    url: str | tuple[str, ...]
    links: str | None = None
    next: str | None = None
    elsewhere: bool = False

    def __post_init__(self) -> None:
        """Refuse patterns that are none."""
        for name in ("links", "next"):
            try:
                re.compile(getattr(self, name) or "")
            except re.error as fault:
                raise ValueError(f"{name} is no regular expression ({fault})") from fault


def _listing(visit: Visit[Options]) -> Iterator[Wanted | Mark]:
    options = visit.options
    for first in (options.url,) if isinstance(options.url, str) else options.url:
        url: str | None = first
        while url is not None and visit.another_page(url):
            fetched = visit.get(url, accept=_PAGE)
            tree = _tree(fetched)
            if options.links is None:
                yield _page(fetched, tree)
                break
            found = dict(_links(tree, fetched.final_url, options.links, elsewhere=options.elsewhere))
            if not found:
                visit.fault(f"no link fits {options.links!r}; the page's layout may have changed", url)
            for link, title in reversed(found.items()):  # lists have the newest first
                yield Wanted(url=link, item=link, title=title)
            url = (
                next((link for link, _ in _links(tree, fetched.final_url, options.next, elsewhere=False)), None)
                if options.next
                else None
            )


def _tree(fetched: Fetched) -> HtmlElement:
    from lxml import etree, html  # noqa: PLC0415 - comes with trafilatura; start-up is faster without it

    try:
        return html.document_fromstring(
            fetched.data, parser=html.HTMLParser(encoding=_encoding(fetched.charset), no_network=True, huge_tree=False)
        )
    except (etree.LxmlError, ValueError) as fault:
        raise AnswerRefusedError(f"{shown(fetched.final_url)} is no page ({fault})") from fault


def _encoding(said: str | None) -> str | None:
    """Return the charset where it is one: lxml refuses names it does not know."""
    try:
        return codecs.lookup(said).name if said else None
    except LookupError:
        return None


def _page(fetched: Fetched, tree: HtmlElement) -> Wanted:
    """Return the page itself; its stamp is its text, so that a token in a script makes no new version."""
    for node in tree.xpath("//script|//style|//noscript"):
        node.drop_tree()
    words = " ".join(tree.text_content().split())
    return Wanted(
        url=fetched.url, item=fetched.url, stamp=hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16],
        data=fetched.data, media_type=fetched.media_type, charset=fetched.charset,
    )  # fmt: skip


def _links(tree: HtmlElement, base: str, pattern: str, *, elsewhere: bool) -> Iterator[tuple[str, str | None]]:
    host = urlsplit(base).hostname
    for node in tree.iter("a"):
        try:
            link = urljoin(base, (node.get("href") or "").strip()).partition("#")[0]
            parts = urlsplit(link)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and (elsewhere or parts.hostname == host) and re.search(pattern, link):
            yield link, text_of(node.text_content(), 300)


PAGES = Connector("pages", Options, _listing)
