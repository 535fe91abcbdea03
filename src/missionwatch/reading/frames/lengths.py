"""Lengths of time and what is counted by them: "three weeks ago", "exactly a year ago", "in two months", "for a year"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from missionwatch.reading.frames.calendars import Base, Calendar, phrases_of
from missionwatch.reading.frames.days import Days, back_from, by_then, exactly_back, stretch, to_the_day
from missionwatch.reading.frames.tokens import as_written
from missionwatch.records import When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.times import TimeMention
    from missionwatch.reading.frames.tokens import Token
    from missionwatch.records import Relation

_LONG = frozenset({"week", "month", "year"})
_LONG_HEDGE = 5  # tokens: "a little more than"


class Lengths(Calendar):
    """Finds lengths of time, and days that lie so far before or after another."""

    def __init__(self, pack: Pack) -> None:
        super().__init__(pack)
        times = pack.times
        told: dict[str, str] = times["told"]
        self.deictic: dict[str, int] = times["deictic"]
        self.same_day = phrases_of(times["ago"]["exact"], pack)
        self.ago = frozenset(times["ago"]["after"].split())
        self.inside = phrases_of(times["ago"]["inside"], pack)
        self.ago_before = phrases_of(times["ago"]["before"], pack)
        self.exactly = phrases_of(times["ago"]["exactly"], pack)  # … a year ago: on this very day
        self.hedges = (*self.exactly, *pack.qualifiers)
        self.sooner, self.later = (phrases_of(told[name], pack) for name in ("before", "after"))
        self.compared = frozenset(told["compared"].split())
        self.vague: dict[str, list[int]] = times["vague"]
        self.numbers = pack.numbers
        self.half = frozenset(times["length"]["half"].split())
        self.length_marks = frozenset(times["length"]["marks"].split())

    def hedged(self, tokens: Sequence[Token], mention: TimeMention) -> None:
        """Take what stands before "two years ago" with it: "almost", "more than"; "exactly a year ago" is on this very day."""
        lows = tuple(t.low for t in tokens[max(0, mention.first - _LONG_HEDGE) : mention.first])
        said = max((h for h in self.hedges if h and lows[-len(h) :] == h), key=len, default=())
        if said in self.exactly and said and mention.resolver is not None:
            mention.resolver = to_the_day(mention.resolver)
        mention.first -= len(said)
        mention.text = as_written(tokens, mention.first, mention.last)

    def counted(self, tokens: Sequence[Token], i: int, *, ahead: bool, relation: Relation | None) -> Base | None:
        """Match ``drie weken geleden``, ``over drie weken``, ``sinds enige weken`` and plain lengths (``zes maanden``)."""
        start = i
        for before in self.ago_before:
            if tuple(t.low for t in tokens[i : i + len(before)]) == before:
                i += len(before)
                break
        is_ago, exact, today = i > start, False, None
        if is_ago:  # il y a | près de deux ans, exactement un an
            lows = tuple(t.low for t in tokens[i : i + _LONG_HEDGE])
            said = max((h for h in self.hedges if h and lows[: len(h)] == h), key=len, default=())
            i, exact = i + len(said), said in self.exactly and bool(said)
            today = self.deictic.get(tokens[i].low) if i < len(tokens) else None
            i += today is not None  # il y a aujourd'hui un an
            i += i + 1 < len(tokens) and tokens[i].low in self.determiners and tokens[i + 1].low in self.units
        if i >= len(tokens):
            return None
        alone = is_ago and i < len(tokens) and tokens[i].low in self.units
        count = (
            ((i, 1.0, 1.0) if alone else None)
            or self._count(tokens, i)
            or self._single(tokens, i)
            or self._one(tokens, i)
        )
        if count is None:
            return None
        j, low, high = count
        if j >= len(tokens) or tokens[j].low not in self.units:
            return None
        unit = self.units[tokens[j].low]
        if (is_ago or self._is_ago(tokens, j + 1)) and low == high == int(low):
            last = j if is_ago else j + 1
            day = self._said_of(tokens, last + 1) if today is None else (last, today)
            if day is not None:  # a week ago today
                upto, offset, many = day[0], day[1], int(low)
                return upto, lambda pub, _f: exactly_back(pub + timedelta(days=offset), unit, many), True, None, None
        if j + 1 < len(tokens) and tokens[j + 1].low in self.ago:
            return j + 1, lambda pub, _f: back_from(pub, unit, low, high), True, None, None
        end = self._ends(tokens, j + 1, (*self.sooner, *self.later))
        if end is not None and end + 1 < len(tokens) and tokens[end + 1].low in self.compared:
            return end, None, False, None, None  # a year earlier than planned: of no day
        if (end := self._ends(tokens, j + 1, self.sooner)) is not None:
            return end, lambda pub, _f: back_from(pub, unit, low, high), True, None, None
        if (end := self._ends(tokens, j + 1, self.later)) is not None:
            return end, lambda pub, _f: back_from(pub, unit, -high, -low), True, None, None
        if is_ago:

            def ago(pub: date, _f: bool) -> Days:
                return back_from(pub, unit, low, high)

            return j, to_the_day(ago) if exact else ago, True, None, None
        if ahead and relation == "before":
            return j, lambda pub, forward: by_then(pub, unit, int(high)) if forward else None, True, "before", None
        if ahead:
            return j, lambda pub, _f: stretch(pub, unit, int(low), int(high)), True, None, None
        if relation == "since":
            return j, lambda pub, _f: back_from(pub, unit, low, high), True, None, None
        if low != high and i and tokens[i - 1].low in self.length_marks:  # for several weeks: since then
            return j, lambda pub, _f: back_from(pub, unit, low, high), True, "since", None
        letter = {"day": "D", "week": "W", "month": "M", "year": "Y"}.get(unit)
        if letter is None or low != high:
            return None
        months = low * 12 if letter == "Y" else low
        length = f"P{int(low)}{letter}" if low == int(low) else (f"P{int(months)}M" if letter == "Y" else None)
        return j, None, False, None, length

    def _is_ago(self, tokens: Sequence[Token], i: int) -> bool:
        return i < len(tokens) and tokens[i].low in self.ago

    def _said_of(self, tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
        """Return where the words end that say from which day is counted, and how far it lies from the report's: "today"."""
        if i < len(tokens) and tokens[i].low in self.deictic:
            return i, self.deictic[tokens[i].low]
        end = self._ends(tokens, i, self.same_day)
        return (end, 0) if end is not None else None

    def from_day(self, tokens: Sequence[Token], i: int, offset: int) -> Base | None:
        """Match what is counted back from a day named before it: "vandaag een week geleden"."""
        one = i + 1 < len(tokens) and tokens[i].low in self.determiners and tokens[i + 1].low in self.units
        count = (i + 1, 1.0, 1.0) if one else self._count(tokens, i)
        if count is None or count[1] != count[2] or count[1] != int(count[1]):
            return None
        j, many = count[0], int(count[1])
        if j >= len(tokens) or tokens[j].low not in self.units or not self._is_ago(tokens, j + 1):
            return None
        unit = self.units[tokens[j].low]
        return j + 1, lambda pub, _f: exactly_back(pub + timedelta(days=offset), unit, many), True, None, None

    def _single(self, tokens: Sequence[Token], i: int) -> tuple[int, float, float] | None:
        """Match one unit that is counted from something: "a day after …", "the week before", "a year ago"."""
        if not i or tokens[i - 1].low not in self.determiners or tokens[i].low not in self.units:
            return None
        after = tokens[i + 1 : i + 2]
        if after and after[0].low in self.ago:
            return i, 1.0, 1.0
        marks = {phrase[0] for phrase in (*self.sooner, *self.later)}
        counted = bool(after) and (after[0].low in marks or bool({"later_than", "earlier_than"} & after[0].classes))
        return (i, 1.0, 1.0) if counted else None

    def _one(self, tokens: Sequence[Token], i: int) -> tuple[int, float, float] | None:
        """Match one unit that something lasts: "for a year", "a mandate of a year"."""
        unit, marked = self.units.get(tokens[i].low), i > 1 and "indefinite" in tokens[i - 1]
        k = next((k for k in range(i - 2, -1, -1) if "adverb" not in tokens[k]), i - 2)  # duurt vooralsnog een jaar
        lasts = marked and (tokens[k].low in self.length_marks or tokens[i - 2].low in self.portion_of)
        lasts = lasts or ("indefinite" in tokens[max(0, i - 1)] and any("all_long" in t for t in tokens[i + 1 : i + 2]))
        return (i, 1.0, 1.0) if lasts and unit in _LONG and tokens[i].low not in self.plurals else None

    def _count(self, tokens: Sequence[Token], i: int) -> tuple[int, float, float] | None:
        if i >= len(tokens):
            return None
        low = tokens[i].low
        for length, said in ((2, " ".join(t.low for t in tokens[i : i + 2])), (1, low)):
            if said in self.vague:
                return i + length, *self.vague[said]  # type: ignore[return-value]
        if low in self.half:
            return i + 1, 0.5, 0.5
        if low in self.numbers or low.isdigit():
            value = self.numbers.get(low) if low in self.numbers else float(low)
            if value is not None and value < 10_000:
                return i + 1, value, value
        return None


def from_to(first: TimeMention, last: TimeMention, day: date | None, pack: Pack, *, forward: bool) -> When | None:
    """Return the days from one time to another that stands right behind it: "from 2014 to 2018", "de mai à juillet 2021".

    None where they tell no such days: since the one, on the other.
    """
    if last.first != first.last + 1 or first.resolver is None or last.resolver is None:
        return None
    begins, ends = ("from" in _marks(first, pack), {"to", "until"} & _marks(last, pack))
    told = (first.relation, last.relation) == ("since", "until") or (begins and ends and last.relation == "at")
    if not told or (last.needs_report_date and day is None):
        return None
    end = last.resolver(day or date(1, 1, 1), forward)
    start = first.resolver(end[1], False) if end is not None else None  # from May to July 2021
    if end is None or start is None or start[1] > end[2]:
        return None
    days = f"{start[0]}/{end[0]}" if _PLAIN.match(f"{start[0]}/{end[0]}") else f"{start[1]}/{end[2]}"
    return When("at", days, start[1].isoformat(), end[2].isoformat(), f"{first.text} {last.text}")


def begun(times: Sequence[TimeMention]) -> list[TimeMention]:
    """Return the times since which something is so, each with the one until which it was that stands right behind it."""
    ends = {t.last + 1 for t in times if t.relation == "since"}
    return [t for t in times if t.relation == "since" or (t.relation == "until" and t.first in ends)]


def _marks(time: TimeMention, pack: Pack) -> set[str]:
    """Return the relations that the word before a time marks."""
    return {"until"} if time.relation == "until" else set(pack.relations.get((time.text.split()[0].lower(),), ()))


_PLAIN = re.compile(r"\d{4}(-\d\d){0,2}/\d{4}(-\d\d){0,2}$")
