"""Rankings of documents: by words and names, by meaning, and the two fused.

No figure of the whole index enters a ranking (no document frequencies, no mean length): they would count what the asker may not see, and
so tell of it. Better finds come first by kind (all words in a row, all in a title, all, all words or whom they name …), within a kind
the latest booked; reciprocal rank fusion (Cormack, Clarke and Büttcher 2009, doi 10.1145/1571941.1572114) makes one of the two.
"""

from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from missionwatch.search import expressions as fts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence
    from datetime import date

    from missionwatch.records import FoundBy, Query
    from missionwatch.search.asking import Asked, Wanted

MOST = 500
"""The most documents that are ranked; of more, the latest booked of each kind."""
_ENOUGH = 50  # where so many hold all that was asked, those that hold part of it are not looked for
_MEANT = 100  # reports that meaning finds at most
_RRF = 60
_OF_ONE = 3  # statements of one report that meaning finds
_MATCHING = (
    "SELECT d.number, d.report, d.other FROM words CROSS JOIN document d ON d.number = words.rowid"
    " WHERE words MATCH ? AND words.rowid <= ? AND (d.ended IS NULL OR d.ended > ?) AND d.first <= ? AND d.last >= ?"
)
_ORDER = " ORDER BY words.rowid DESC"
_ALL = _MATCHING + _ORDER
_OF_REPORT = " AND words.rowid IN (SELECT number FROM document WHERE report = ?)"
_STATEMENTS_OF = _MATCHING + _OF_REPORT + _ORDER
_ITSELF = _MATCHING + " AND words.rowid = ?" + _ORDER


class Bounds(NamedTuple):
    """What may be shown: as the book stood after booking ``seq``, of the days ``first`` to ``last``, not of ``hidden`` reports.

    ``upto`` is the number of the last document that was there then: they are numbered in the order of the book.
    """

    seq: int
    first: int
    last: int
    hidden: Container[str]
    upto: int

    @classmethod
    def of(cls, connection: sqlite3.Connection, seq: int, days: tuple[date, date], hidden: Container[str]) -> Bounds:
        """Return the bounds of what an index holds."""
        last = connection.execute("SELECT max(number) FROM document").fetchone()[0] or 0
        first, ends = days
        return cls(seq, first.toordinal(), ends.toordinal(), hidden, _upto(connection, seq, last))


class Ranked(NamedTuple):
    """A document in the fused ranking: its number, score, what found it, and which of the things wanted it holds or names."""

    number: int
    score: float
    found_by: tuple[FoundBy, ...]
    matched: tuple[str, ...]


class _Find(NamedTuple):
    """What found a document."""

    by: FoundBy | None
    wanted: tuple[Wanted, ...]


class Searched:
    """One search of one state of the index."""

    def __init__(self, connection: sqlite3.Connection, query: Query, bounds: Bounds) -> None:
        self._c, self._bounds, self._query = connection, bounds, query
        self._filters = fts.filters(query)
        self._ids: dict[int, str] = {}

    def by_words(self, asked: Asked) -> dict[int, _Find]:
        """Return the documents that words or names find, the best first, with what found them."""
        out: dict[int, _Find] = {}
        for expression, find in self._kinds(asked, out):
            sought = fts.but(fts.both(expression, self._filters), asked.unwanted)
            for number, _ in self._visible(_ALL, sought):
                out.setdefault(number, find)
                if len(out) > MOST:  # one more than is shown: so it is known that there are more
                    return out
        return out

    def by_meaning(
        self, asked: Asked, near: Callable[[int, Sequence[int] | None], list[tuple[int, float]]]
    ) -> list[int]:
        """Return the documents that meaning finds, the likest first.

        ``near`` gives so many reports with their likeness, of some documents where those are given. Where only statements are
        wanted, those of the nearest reports that pass the filters.
        """
        query = self._query
        statements = query.kind == "statements" or bool(query.predicates or query.types)
        narrow = (
            query.missions, query.places, query.sources, query.languages, query.first, query.last, query.known,
            query.predicates, query.types, asked.unwanted,
        )  # fmt: skip
        passing = fts.but(self._filters, asked.unwanted)
        among = list({report for _, report in self._visible(_ALL, passing, most=20 * MOST)}) if any(narrow) else None
        out: list[int] = []
        seen: set[int] = set()
        asked_for = 4 * _MEANT
        while True:
            found = near(asked_for, among)
            for report, _ in found:
                if report in seen:
                    continue
                seen.add(report)
                inside = self._visible(_STATEMENTS_OF if statements else _ITSELF, passing, report, most=_OF_ONE)
                out += [number for number, _ in inside]
                if len(out) >= _MEANT:
                    return out[:_MEANT]
            if len(found) < asked_for:
                return out
            asked_for *= 4

    def _kinds(self, asked: Asked, found: dict[int, _Find]) -> Iterator[tuple[str, _Find]]:
        """Yield expressions, the best kind of find first, and stop where enough is found."""
        wanted = asked.wanted
        if not wanted:
            yield "", _Find(None, ())
            return
        if len(wanted) > 1 and not any(one.exact or one.beginning for one in wanted):
            yield fts.in_a_row(wanted), _Find("words", wanted)
        yield fts.both(*(fts.by_words(one, "title") for one in wanted)), _Find("words", wanted)
        yield fts.both(*(fts.by_words(one) for one in wanted)), _Find("words", wanted)
        if any(one.meaning for one in wanted):
            yield fts.both(*(fts.by_name(one) for one in wanted)), _Find("name", wanted)
            yield fts.both(*(fts.by_any(one) for one in wanted)), _Find("name", wanted)
        must = tuple(one for one in wanted if one.exact)
        may = tuple(one for one in wanted if not one.exact)
        for size in range(len(may) - 1, max(1, math.ceil(len(may) / 2)) - 1, -1):
            for some in combinations(may, size):
                if len(found) >= _ENOUGH:
                    return
                kept = (*must, *some)
                yield fts.both(*(fts.by_words(one) for one in kept)), _Find("words", kept)
                if any(one.meaning for one in some):
                    yield fts.both(*(fts.by_any(one) for one in kept)), _Find("name", kept)

    def _visible(self, sql: str, expression: str, *more: int, most: int | None = None) -> Iterator[tuple[int, int]]:
        """Yield the documents that match and may be shown, each with its report, the latest booked first."""
        seq, first, last, _, upto = self._bounds
        for number, report, other in self._c.execute(sql, (expression, upto, seq, last, first, *more)):
            if self._hidden(report) or (other is not None and self._hidden(other)):
                continue
            yield number, report
            if most is not None:
                most -= 1
                if not most:
                    return

    def _hidden(self, report: int) -> bool:
        if not self._bounds.hidden:
            return False
        if report not in self._ids:
            self._ids[report] = self._c.execute("SELECT id FROM report WHERE number = ?", (report,)).fetchone()[0]
        return self._ids[report] in self._bounds.hidden


def _upto(connection: sqlite3.Connection, seq: int, last: int) -> int:
    """Return the number of the last document, of ``last`` in all, that began with a booking no later than ``seq``; 0 for none."""
    first = 0
    while first < last:
        middle = (first + last + 1) // 2
        found = connection.execute(
            "SELECT begun FROM document WHERE number <= ? ORDER BY number DESC LIMIT 1", (middle,)
        ).fetchone()
        first, last = (middle, last) if found is None or found[0] <= seq else (first, middle - 1)
    return first


def fused(worded: dict[int, _Find], meant: Iterable[int]) -> list[Ranked]:
    """Return one ranking of the two, the best first."""
    scores: dict[int, float] = {}
    by: dict[int, list[FoundBy]] = {}
    for rank, (number, find) in enumerate(list(worded.items())[:MOST], 1):
        scores[number] = 1 / (_RRF + rank)
        by[number] = [find.by] if find.by is not None else []
    for rank, number in enumerate(meant, 1):
        scores[number] = scores.get(number, 0.0) + 1 / (_RRF + rank)
        by.setdefault(number, []).append("meaning")
    ordered = sorted(scores, key=lambda number: (-scores[number], number not in worded, -number))
    return [
        Ranked(n, scores[n], tuple(by[n]), tuple(one.text for one in worded[n].wanted) if n in worded else ())
        for n in ordered
    ]
