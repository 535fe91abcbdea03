"""Days, times and lengths of time in the language of the briefing, as exact as they were stated and no more."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from babel.dates import format_date, format_skeleton

from missionwatch.briefing.patterns import NOTHING, Words, joined, load

if TYPE_CHECKING:
    from missionwatch.records import When

_THIRDS = {(1, 10): "early", (11, 20): "mid", (21, 31): "late"}


class Times:
    """Says when, in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._times: dict[str, str] = load(language)["time"]
        self._durations: dict[str, list[str]] = load(language)["duration"]

    def day(self, day: dt.date) -> str:
        """Return a date in full: 7 February 2022, 1er mars 2022."""
        said = str(format_date(day, "d MMMM y", locale=self.language))
        return said.replace("1", self._times["first_day"], 1) if day.day == 1 else said

    def time(self, when: When | None) -> Words:
        """Return when something is: "on 7 February 2022", "since early January 2022"; nothing where it is not known."""
        if when is None or not (when.earliest or when.latest):
            return NOTHING
        if when.relation in ("since", "after") and when.earliest:
            first, last = _interval(when.edtf, when.earliest)
            kind, words = self._span(first, last)
            if kind == "range":  # "since December 2021 or January 2022": a month is as exact as "some weeks"
                months = [self._month(day) for day in (first, last)]
                if months[0] == months[1]:
                    return self._said("since", "month", months[0])
                return Words(joined(self._times["since_range"].format(*months), self.language))
            return self._said(when.relation, kind, words)
        first = dt.date.fromisoformat(when.earliest or when.latest or "")
        last = dt.date.fromisoformat(when.latest or when.earliest or "")
        relation = when.relation if when.relation in ("until", "before") and when.latest else "at"
        return self._said(relation, *self._span(first, last))

    def date(self, when: When | None) -> Words:
        """Return the days a time allows without a preposition: "27 February 2022", "mid-May 2022"."""
        if when is None or not when.latest:
            return NOTHING
        first = dt.date.fromisoformat(when.earliest or when.latest)
        return Words(self.span(first, dt.date.fromisoformat(when.latest)))

    def due(self, when: When | None) -> Words:
        """Return for when something is planned: "for 15 May 2022"."""
        if when is None or not when.latest:
            return NOTHING
        first = dt.date.fromisoformat(when.earliest or when.latest)
        return self._said("for", *self._span(first, dt.date.fromisoformat(when.latest)))

    def end(self, when: When | None) -> Words:
        """Return when something ends: "on 15 May 2022", "in mid-May 2022"."""
        if when is None or not when.latest:
            return NOTHING
        first = dt.date.fromisoformat(when.earliest or when.latest)
        return self._said("at", *self._span(first, dt.date.fromisoformat(when.latest)))

    def until(self, when: When | None) -> Words:
        """Return until when something lasts: "until 30 June 2022"."""
        if when is None or not when.latest:
            return NOTHING
        first = dt.date.fromisoformat(when.earliest or when.latest)
        return self._said("until", *self._span(first, dt.date.fromisoformat(when.latest)))

    def span(self, first: dt.date, last: dt.date) -> str:
        """Return the days from the first to the last as briefly as they can be said: "mid-May 2022"."""
        return self._span(first, last)[1]

    def duration(self, iso: str | None) -> Words:
        """Return a length of time (ISO 8601, one unit): "six months"."""
        match = re.fullmatch(r"P(\d+)([DWMY])", iso or "")
        if match is None:
            return NOTHING
        one, many = self._durations[match[2]]
        return Words((one if match[1] == "1" else many).format(match[1]), many=match[1] != "1")

    def _said(self, relation: str, kind: str, words: str) -> Words:
        """Return the words with what stands before them: that of the relation and the kind, else of the relation."""
        times = self._times
        for key in (f"{relation}_{kind}", f"{relation}_third" if kind in ("early", "mid", "late") else "", relation):
            if key in times:
                return Words(joined(times[key].format(words), self.language))
        return Words(joined(words, self.language))

    def _month(self, day: dt.date) -> str:
        return str(format_skeleton("yMMMM", day, locale=self.language))

    def _span(self, first: dt.date, last: dt.date) -> tuple[str, str]:
        """Return what kind of stretch it is (day, month, early …) and the words for it."""
        times = self._times
        if first == last:
            return "day", self.day(first)
        month = self._month(first)
        if (first.year, first.month) == (last.year, last.month):
            ends = last.day >= 28
            if first.day == 1 and ends:
                return "month", month
            for (low, high), name in _THIRDS.items():
                if first.day == low and (last.day == high or (high == 31 and ends)):
                    return name, times[name].format(month)
        if first.year == last.year and first.day == 1:
            if (first.month, last.month) == (1, 12):
                return "year", str(first.year)
            part = {(1, 2): "early", (5, 8): "mid", (11, 12): "late"}.get((first.month, last.month))
            if part is not None:
                return part, times[part].format(first.year)
        return "range", times["range"].format(self.day(first), self.day(last))


def _interval(edtf: str | None, earliest: str) -> tuple[dt.date, dt.date]:
    """Return the days in which an open stretch of time begins ("[2022-01-01..2022-01-10]/..")."""
    first = dt.date.fromisoformat(earliest)
    start = (edtf or "").split("/")[0]
    between = re.fullmatch(r"\[(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)\]", start)
    if between:
        return dt.date.fromisoformat(between[1]), dt.date.fromisoformat(between[2])
    if re.fullmatch(r"\d{4}-\d\d~", start):
        return first, first.replace(day=10)
    if re.fullmatch(r"\d{4}-\d\d", start):
        return first, first.replace(day=28)
    return first, first
