"""Cells: statements that can bear on one another, and the claims they make on any day as known at any moment.

What a cell says changes only on the days and moments on which one of its statements begins or ceases to count. Between them
the same answer holds, and it is kept.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from typing import TYPE_CHECKING

from missionwatch.picture.claims import ALWAYS, FOREVER, NEVER, keyed, posts
from missionwatch.picture.events import Lot
from missionwatch.picture.keeping import KEEPING, LASTING
from missionwatch.picture.shown import Shown, shown
from missionwatch.picture.weighing import claim_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from missionwatch.picture.claims import Group, Said
    from missionwatch.records import Theatre

_LAST = sys.float_info.max  # a moment after all others, at which what is never gone still stands
_KEPT, _CLAIMS = 128, 8  # answers that a cell keeps, and claims a statement; then it begins anew


class Cell:
    """The statements of one cell, in order."""

    def __init__(self, rows: Iterable[Said]) -> None:
        self.rows = sorted(rows, key=lambda one: one.order)
        first = self.rows[0].statement
        self._posts, self._key = first.predicate == "post", self.rows[0].key
        self._counts = KEEPING[first.predicate].counts
        self._prompt = [one for one in self.rows if one.until == FOREVER]
        self._later = sorted((one for one in self.rows if one.until != FOREVER), key=lambda one: one.until)
        self._days = [one.day for one in self._prompt]
        self._untils = [one.until for one in self._later]
        self._turns = sorted({one.since for one in self.rows} | {one.until for one in self.rows} - {FOREVER})
        moments = {one.known for one in self.rows} | {one.gone for one in self.rows}
        self._moments = sorted(moments - {ALWAYS, NEVER})
        self.since = self._turns[0]
        """The first day on which anything in it counts."""
        keeps = KEEPING[first.predicate].shown
        self.lasting = first.type in LASTING
        """Whether its events say how things stand until others do."""
        self.until = FOREVER if self.lasting or keeps is None else max(one.on for one in self.rows) + keeps
        """The last day on which a picture can need it."""
        self._lot = Lot(self.rows) if first.predicate == "event" else None
        self._kept: dict[tuple[int, int, int], tuple[Shown, ...]] = {}
        self._claims: dict[tuple[int | tuple[int, ...], ...], Shown] = {}

    def at(self, day: int, moment: float, theatre: Theatre, ratings: int) -> tuple[Shown, ...]:
        """Return the claims of a day as known at a moment; ``ratings`` numbers what the sources were rated then."""
        state = (bisect_right(self._turns, day), bisect_right(self._moments, moment), ratings)
        found = self._kept.get(state)
        if found is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            if len(self._claims) > _CLAIMS * len(self.rows):
                self._claims.clear()
            found = self._kept[state] = self._claimed(self._groups(day, moment), theatre, ratings)
        return found

    def ever(self, day: int, moment: float, theatre: Theatre, ratings: int) -> tuple[Shown, ...]:
        """Return the claims of a day as known at a moment, also those that are history by then."""
        groups = self._lot.groups(day, moment, 0) if self._lot is not None else self._groups(day, moment)
        return self._claimed(groups, theatre, ratings)

    def ready(self, theatre: Theatre, ratings: int) -> None:
        """Work out the claims as they are in the end; those of earlier days are mostly the same."""
        self._claimed(
            self._lot.final() if self._lot is not None else self._groups(self._turns[-1], _LAST), theatre, ratings
        )

    def _claimed(self, groups: Iterable[Group], theatre: Theatre, ratings: int) -> tuple[Shown, ...]:
        out: list[Shown] = []
        for group in groups:
            known = (ratings, _members(group.support), _members(group.against), _members(group.corrected))
            done = self._claims.get(known)
            if done is None:
                made = claim_of(group, theatre)
                if made is None:
                    continue
                done = self._claims[known] = shown(made, theatre)
            out.append(done)
        return tuple(out)

    def _groups(self, day: int, moment: float) -> list[Group]:
        if self._lot is not None:
            # an answer is kept for all days up to the next turn: it may hold what is history by then, and must not lack anything
            turn = self._turns[bisect_right(self._turns, day) - 1]
            keeps = KEEPING["event"].shown or 0
            return self._lot.groups(day, moment, 0 if self.lasting else turn - keeps)
        rows = self._heard(day, moment)
        return posts(rows) if self._posts else keyed(rows, self._key)

    def _heard(self, day: int, moment: float) -> list[Said]:
        """Return what counts, in order; of one claim no further back than an earlier word still supports it."""
        later = [one for one in self._later[bisect_right(self._untils, day) :] if one.counts(day, moment)]
        out: list[Said] = []
        anchor = max((one.day for one in later if not one.statement.negated), default=-1)
        floor: int | None = None
        for n in range(bisect_right(self._days, day) - 1, -1, -1):
            one = self._prompt[n]
            if floor is not None and one.day < floor:
                break
            if not one.known <= moment < one.gone:
                continue
            out.append(one)
            if floor is None and not self._posts and self._counts is not None and not one.statement.negated:
                floor = max(one.day, anchor) - self._counts
        out.reverse()
        return sorted((*out, *later), key=lambda one: one.order) if later else out


def _members(rows: list[Said]) -> tuple[int, ...]:
    return tuple(map(id, rows))
