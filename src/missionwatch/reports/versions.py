"""Versions: whether a report is a page that came before, changed since; and what was changed, paragraph by paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from missionwatch import urls
from missionwatch.reports.copies import shared, shingles_of

if TYPE_CHECKING:
    from missionwatch.records import Report

_SAME_PAGE = 0.3  # of the shorter text's three-word sequences: a page at one address that was rewritten; less is another text there
_SAME_TITLE = 0.1  # … where its title stayed too
_MOVED = 0.5  # … where only source and title are the same, and the address is another or unknown
_LONGEST_STORY = 60  # days between two versions of which the address does not say that they are one page
_TRACKING = re.compile(r"^(?:utm_|fbclid|gclid|mc_|xtor|at_|cmp|ref$|source$|share)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Revision:
    """What differs between two versions: paragraphs that came, that went, and that were changed (before, after)."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()


def page_of(report: Report) -> str | None:
    """Return what makes two fetches one page: the address without what only tracks readers; None where it names a site."""
    parts = urls.parts(report.url)
    host = (parts.hostname or "").removeprefix("www.")
    path = re.sub(r"/(?:index\.\w+|amp)?/*$", "", parts.path)
    kept = urlencode(sorted((k, v) for k, v in parse_qsl(parts.query) if not _TRACKING.match(k)))
    return f"{host}{path}?{kept}" if host and (path or kept) else None


def heading_of(report: Report) -> str:
    """Return source and title in one, without what differs in print only."""
    words = " ".join(re.findall(r"[^\W_]+", report.title.casefold()))
    return f"{report.source}\x1f{words}"


def is_version(new: Report, old: Report) -> bool:
    """Say whether a report is a later version of another: the same page, or moved, with much of the same text."""
    if new.id == old.id or new.source != old.source or new.language != old.language:
        return False
    titled = heading_of(new) == heading_of(old)
    page, other = page_of(new), page_of(old)
    if page is not None and page == other:
        least = _SAME_TITLE if titled else _SAME_PAGE
    else:
        near = (
            new.published is None
            or old.published is None
            or abs((new.published - old.published).days) <= _LONGEST_STORY
        )
        apart = page is not None and other is not None and new.published != old.published
        if not titled or not near or apart:
            return False
        least = _MOVED
    return new.text == old.text or shared(shingles_of(new.text), shingles_of(old.text)) >= least


def revision(before: Report, after: Report) -> Revision:
    """Return what was changed from one version to the next."""
    old, new = before.text.split("\n\n"), after.text.split("\n\n")
    added: list[str] = []
    removed: list[str] = []
    changed: list[tuple[str, str]] = []
    for what, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        left, right = old[a:b], new[c:d]
        for paragraph in right:
            twin = max(left, key=lambda other: _alike(other, paragraph), default=None)
            if twin is not None and _alike(twin, paragraph) >= 0.5:
                changed.append((twin, paragraph))
                left.remove(twin)
            else:
                added.append(paragraph)
        removed.extend(left)
    return Revision(tuple(added), tuple(removed), tuple(changed))


def _alike(a: str, b: str) -> float:
    return SequenceMatcher(a=a.split(), b=b.split(), autojunk=False).ratio()
