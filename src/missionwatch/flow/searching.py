"""The book searched: by words, by names and by meaning."""

from __future__ import annotations

from functools import cache
from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from missionwatch.ledger import apart
from missionwatch.search import Encoder, Index

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from missionwatch.ledger import Ledger
    from missionwatch.records import Query, Results

_INDEXES: WeakKeyDictionary[Ledger, dict[Path | None, Index]] = WeakKeyDictionary()
_OPENING = Lock()


def search(
    ledger: Ledger,
    query: Query,
    *,
    index: Path | None = None,
    embed: int = 0,
    progress: Callable[[str, int, int], None] | None = None,
) -> Results:
    """Return a page of the statements and reports that a query finds.

    Nothing is found of what is hidden in ``ledger`` from who asks; one index serves all. ``index`` is a file beside the ledger (in
    memory where there is none). What was booked since is indexed first; ``embed`` is how many reports' vectors are
    made before at most, so that nobody waits for a million of them. ``progress`` is told of what ("bookings" or "vectors"), how many, of
    how many. Raises ``SearchError``.
    """
    whole, _ = apart(ledger)
    found = index_of(whole, index)
    found.follow(whole, _told(progress, "bookings"))
    if query.meaning:
        found.embed(whole, embed, _told(progress, "vectors"))
    while True:
        _, hidden = apart(ledger)
        results = found.search(query, hidden=hidden)
        if apart(ledger)[1] <= hidden:  # nothing was booked and marked between the two
            return results


def catch_up(ledger: Ledger, index: Path | None, most: int) -> int:
    """Index what was booked since, and make the vectors of so many reports at most; return of how many they were made."""
    whole, _ = apart(ledger)
    found = index_of(whole, index)
    found.follow(whole)
    return found.embed(whole, most)


def index_of(ledger: Ledger, index: Path | None = None) -> Index:
    """Return the index of a ledger in that file; it lives as long as the ledger."""
    with _OPENING:
        opened = _INDEXES.setdefault(ledger, {})
        if index not in opened:
            opened[index] = Index(index, _encoder())
        return opened[index]


@cache
def _encoder() -> Encoder:
    from missionwatch.reports.stories import SentenceEmbedding  # noqa: PLC0415 - only who searches needs it

    return Encoder(SentenceEmbedding)


def _told(progress: Callable[[str, int, int], None] | None, what: str) -> Callable[[int, int], None] | None:
    return (lambda done, of: progress(what, done, of)) if progress is not None else None
