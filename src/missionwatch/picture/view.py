"""A view: one theatre's statements with all that does not depend on the day or the moment worked out once.

``View.of`` takes statements as they are; ``View.follow`` follows a ledger, and ``refresh`` takes up what was booked since.
``picture`` then touches only what can be shown on that day. It is exactly what a new view of what stood then would give.
"""

from __future__ import annotations

import gc
from bisect import bisect_right
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from missionwatch.ledger.topics import followed, topics_of
from missionwatch.picture.build import picture_of
from missionwatch.picture.cells import Cell
from missionwatch.picture.checking import Checker
from missionwatch.picture.claims import ALWAYS, NEVER, cell_of, said_by
from missionwatch.picture.events import apart
from missionwatch.records import Review, Source, Statement, Supersession, as_reviewed, put_verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from missionwatch.ledger import Ledger
    from missionwatch.picture.claims import Said
    from missionwatch.picture.shown import Shown
    from missionwatch.records import Fate, Picture, ReportHead, Theatre

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MONTH = 5  # event cells are listed by blocks of 2**5 days in which a picture may need them


class View:
    """One theatre, ready for a picture of any day as known at any moment."""

    def __init__(self, theatre: Theatre) -> None:
        self.theatre = theatre
        self._topics = followed(theatre)
        self._forget()

    def _forget(self) -> None:
        self._seq = 0
        self.heads: dict[str, ReportHead] = {}
        self._booked: dict[int, _Booked] = {}
        self._numbers: dict[str, list[int]] = {}
        self._reviews: dict[str, list[tuple[float, Review]]] = {}
        self._about: dict[str, set[int]] = {}
        self._ratings: list[tuple[float, Source]] = []
        self._theatres: dict[int, Theatre] = {0: self.theatre}
        self._rows: dict[tuple[str, ...], dict[int, tuple[Said, ...]]] = {}
        self._keyed: dict[tuple[str, ...], Cell] = {}
        self._events: dict[tuple[str, ...], list[Cell]] = {}
        self._placed: dict[int, set[tuple[str, ...]]] = {}
        self._by_month: dict[int, list[Cell]] = {}
        self._lasting: list[Cell] = []

    @classmethod
    def of(cls, theatre: Theatre, statements: Iterable[Statement], reports: Mapping[str, ReportHead]) -> View:
        """Return a view of statements that all stand."""
        view = cls(theatre)
        view.heads = dict(reports)
        numbers = range(len(listed := list(statements)))
        for number, statement in zip(numbers, listed, strict=True):
            view._book(number, _Booked(statement, ALWAYS, NEVER))
        with _uncollected():
            view._place(numbers)
        return view

    def refresh(self, ledger: Ledger) -> None:
        """Take up what was booked in the ledger since the last time; nothing where nothing was."""
        size = ledger.size
        if size != self._seq:
            with _uncollected():
                self._follow(ledger, size)

    def _follow(self, ledger: Ledger, size: int) -> None:
        touched: set[int] = set()
        for booking in ledger.bookings(self._seq, topics=self._topics):
            if booking.seq > size:
                break  # booked while we read: the next refresh takes it up
            payload, known = booking.payload, _seconds(booking.known_at)
            if isinstance(payload, Statement):
                gone = _seconds(booking.superseded_at) if booking.superseded_at is not None else NEVER
                self._book(booking.seq, _Booked(payload, known, gone))
                touched.add(booking.seq)
            elif isinstance(payload, Supersession):
                for number in payload.superseded:
                    if number in self._booked:
                        self._booked[number].gone = known
                        touched.add(number)
            elif isinstance(payload, Review):
                if payload.statement not in self._numbers:  # a correction brings in what was booked before we looked
                    self._forget()
                    self._follow(ledger, size)
                    return
                self._reviews.setdefault(payload.statement, []).append((known, payload))
                touched.update(self._numbers[payload.statement], self._about.get(payload.statement, ()))
            elif isinstance(payload, Source):
                self._ratings.append((known, payload))
        self.heads.update(ledger.reports(topics=self._topics, since=self._seq))
        if any(self._booked[number].statement.report not in self.heads for number in touched):
            self.heads.update(ledger.reports(topics=self._topics))  # read again: the report itself was booked before
        self._seq = size
        self._place(sorted(touched))

    def make_ready(self) -> None:
        """Work out what most pictures will need: it takes a while, and then even the first of each time comes quickly."""
        theatre, ratings = self.rated(datetime.max.replace(tzinfo=UTC)), len(self._ratings)
        with _uncollected():
            for cell in (*self._keyed.values(), *(cell for cells in self._events.values() for cell in cells)):
                cell.ready(theatre, ratings)
        gc.freeze()  # whoever stays open keeps these: a walk over all of them would be a long pause now and then

    def picture(self, as_of: date, known_at: datetime) -> Picture:
        """Return the picture of a day (``as_of``) as known at a moment (timezone-aware)."""
        theatre = self.rated(known_at)
        return picture_of(theatre, list(self._shown(as_of, known_at)), self.heads, as_of=as_of, known_at=known_at)

    def find(self, claim: str, as_of: date, known_at: datetime) -> list[Shown]:
        """Return the claims whose id begins so, with what was said of the same thing before."""
        return [one for one in self._shown(as_of, known_at) if one.claim.id.startswith(claim)]

    def ever(self, claim: str, as_of: date, known_at: datetime) -> list[Shown]:
        """Return the claims whose id begins so, also those that are history on that day and no picture shows any more."""
        return [one for one in self._ever(as_of, known_at) if one.claim.id.startswith(claim)]

    def checker(self, as_of: date, known_at: datetime) -> Checker:
        """Return what holds other people's statements beside all claims as of a day, current and past."""
        every = [one.at(as_of.toordinal()) for one in self._ever(as_of, known_at)]
        seen = self.picture(as_of, known_at)
        return Checker(every, frozenset(claim.id for claim in seen.over), as_of, seen.missions)

    def fate(self, statement: str, known_at: datetime) -> Fate:
        """Return what became of a statement (by id) by a moment; one that the view never knew is replaced."""
        moment = _seconds(known_at)
        numbers = self._numbers.get(statement) or [
            number for original, given in self._reviews.items() for number in self._numbers[original]
            if any(review.correction is not None and review.correction.id == statement for _, review in given)
        ]  # fmt: skip
        variants = (one for number in numbers for one in self._variants(number))
        standing = {one.id for one, known, gone in variants if known <= moment < gone}
        if standing:
            return "stands" if statement in standing else "replaced"  # by the correction of a review
        booked = (self._booked[number] for number in numbers)
        return "rejected" if any(one.known <= moment < one.gone for one in booked) else "replaced"

    # --- inside

    def _ever(self, as_of: date, known_at: datetime) -> Iterator[Shown]:
        day, moment, theatre = as_of.toordinal(), _seconds(known_at), self.rated(known_at)
        ratings = bisect_right(self._ratings, moment, key=lambda rating: rating[0])
        cells = (*self._keyed.values(), *(cell for cells in self._events.values() for cell in cells))
        for cell in cells:
            if cell.since <= day:
                yield from cell.ever(day, moment, theatre, ratings)

    def _shown(self, as_of: date, known_at: datetime) -> Iterator[Shown]:
        day, moment = as_of.toordinal(), _seconds(known_at)
        ratings = bisect_right(self._ratings, moment, key=lambda rating: rating[0])
        theatre = self.rated(known_at)
        for cells in (self._keyed.values(), self._lasting, self._by_month.get(day >> _MONTH, ())):
            for cell in cells:
                if cell.since <= day <= cell.until:
                    yield from cell.at(day, moment, theatre, ratings)

    def rated(self, known_at: datetime) -> Theatre:
        """Return the theatre with the sources as they were rated by then."""
        number = bisect_right(self._ratings, _seconds(known_at), key=lambda rating: rating[0])
        if number not in self._theatres:
            self._theatres[number] = rated(self.theatre, {s.id: s for _, s in self._ratings[:number]})
        return self._theatres[number]

    def _book(self, number: int, booked: _Booked) -> None:
        self._booked[number] = booked
        self._numbers.setdefault(booked.statement.id, []).append(number)
        for other in booked.statement.about:
            if isinstance(other, str):
                self._about.setdefault(other, set()).add(number)

    def _place(self, numbers: Iterable[int]) -> None:
        """Put statements, and what reviews make of them, into their cells."""
        changed: set[tuple[str, ...]] = set()
        for number in numbers:
            for place in self._placed.pop(number, ()):
                del self._rows[place][number]
                changed.add(place)
            found: dict[tuple[str, ...], tuple[Said, ...]] = {}
            for statement, known, gone in self._variants(number):
                if topics_of(statement).isdisjoint(self._topics):
                    continue
                rows = tuple(said_by(statement, self.heads.get(statement.report), known=known, gone=gone))
                if rows:
                    place = cell_of(rows[0])
                    found[place] = (*found.get(place, ()), *rows)
            for place, rows in found.items():
                self._rows.setdefault(place, {})[number] = rows
                changed.add(place)
            if found:
                self._placed[number] = set(found)
        for place in changed:
            self._fill(place)
        if any(place[0] == "event" for place in changed):
            self._list_events()

    def _variants(self, number: int) -> Iterator[tuple[Statement, float, float]]:
        """Yield a statement as reviews leave it, each with the moments between which it stands so.

        What is about a statement that a review corrects, is from then on about its correction.
        """
        for statement, begun, gone in self._reviewed(number):
            judged = {one for one in statement.about if isinstance(one, str) and one in self._reviews}
            turns = {known for one in judged for known, _ in self._reviews[one] if begun < known < gone}
            for since, until in pairwise((begun, *sorted(turns), gone)):
                about = tuple(
                    self._called(one, since) if isinstance(one, str) and one in judged else one
                    for one in statement.about
                )
                yield (msgspec.structs.replace(statement, about=about) if judged else statement), since, until

    def _called(self, statement: str, moment: float) -> str:
        """Return the id of what stands for a statement (id) at a moment: its own, or that of its correction."""
        stack: list[Review] = []
        for known, review in self._reviews[statement]:
            if known <= moment:
                put_verdict(stack, review, review.verdict)
        correction = stack[-1].correction if stack else None
        return correction.id if correction is not None else statement

    def _reviewed(self, number: int) -> Iterator[tuple[Statement, float, float]]:
        booked = self._booked[number]
        stack: list[Review] = []
        now: Statement | None = booked.statement
        begun = booked.known
        for known, review in self._reviews.get(booked.statement.id, ()):
            if known > begun:
                if now is not None and begun < booked.gone:
                    yield now, begun, min(known, booked.gone)
                begun = known
            put_verdict(stack, review, review.verdict)
            now = booked.statement if not stack else as_reviewed(booked.statement, stack[-1])
        if now is not None and begun < booked.gone:
            yield now, begun, booked.gone

    def _fill(self, place: tuple[str, ...]) -> None:
        """Make the cells of a place anew; of events those whose statements are the same are kept."""
        rows = [one for said in self._rows[place].values() for one in said]
        if place[0] != "event":
            if rows:
                self._keyed[place] = Cell(rows)
            else:
                self._keyed.pop(place, None)
            return
        kept = {frozenset(map(id, cell.rows)): cell for cell in self._events.get(place, ())}
        self._events[place] = [kept.get(frozenset(map(id, lot))) or Cell(lot) for lot in apart(rows)]

    def _list_events(self) -> None:
        self._by_month, self._lasting = {}, []
        for cells in self._events.values():
            for cell in cells:
                if cell.lasting:
                    self._lasting.append(cell)
                    continue
                for month in range(cell.since >> _MONTH, (cell.until >> _MONTH) + 1):
                    self._by_month.setdefault(month, []).append(cell)


class _Booked:
    """A booked statement and the moments between which it stands."""

    __slots__ = ("gone", "known", "statement")

    def __init__(self, statement: Statement, known: float, gone: float) -> None:
        self.statement, self.known, self.gone = statement, known, gone


@contextmanager
def _uncollected() -> Iterator[None]:
    """Make many things that stay without the collector's walking over all of them again and again (half of the time)."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def rated(theatre: Theatre, sources: Mapping[str, Source]) -> Theatre:
    """Return a theatre in which booked ratings outrank the file's."""
    if not sources:
        return theatre
    listed = tuple(sources.get(source.id, source) for source in theatre.sources)
    others = tuple(sources[key] for key in sorted(sources.keys() - {source.id for source in theatre.sources}))
    return msgspec.structs.replace(theatre, sources=(*listed, *others))


def _seconds(moment: datetime) -> float:
    return (moment - _EPOCH).total_seconds()
