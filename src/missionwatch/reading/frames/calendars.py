"""Dates as calendars have them: ``12 mei 2022``, ``May 12``, ``27 to 31 March``, a month alone."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from missionwatch.reading.frames.days import (
    Days,
    Resolver,
    fixed,
    month_of,
    one_day,
    span_of,
    valid_date,
    whole_of,
    yearless,
)
from missionwatch.reading.frames.loading import parted
from missionwatch.reading.frames.tokens import HEADING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Token

Base = tuple[int, Resolver | None, bool, str | None, str | None]
"""Last token, how to resolve it, whether that needs the report's date, a relation of its own, a duration (ISO 8601)."""

YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_ENTRY = 2  # tokens of a year that stands alone, and its full stop
_MONTHS = 12  # of a year
_SHORT = 3  # letters of a month's short form


class Calendar:
    """Finds the dates that name a month."""

    def __init__(self, pack: Pack) -> None:
        self._pack, times = pack, pack.times
        self.months = {w: n for n, names in enumerate(times["months"], 1) for w in names.split()}
        self.feasts = {w: (int(day[:2]), int(day[3:])) for day, names in times["feasts"].items() for w in names.split()}
        self.month_first = bool(times.get("month_first"))  # May 30; not: in mei 30 militairen
        self.short_months = frozenset(w for names in times["months"] for w in names.split()[1:])
        self.month_words = frozenset(times["words_too"].split())
        self.weekdays = {w: n for n, names in enumerate(times["weekdays"]) for w in names.split()}
        self.between = frozenset(times["between_day_and_month"].split())
        self.units = {w: unit for unit, words in times["units"].items() for w in words.split()}
        self.plurals = frozenset(w for words in times["units"].values() for w in words.split()[1::2])
        self.that = frozenset(times["told"]["that"].split())
        self.seasons = {w: s for s, words in times["seasons"].items() for w in words.split()}
        self.direction = {w: d for d, words in times["direction"].items() for w in words.split()}
        self.portion_of = frozenset(times["portion_of"].split())
        self.spans: dict[str, int] = times["parts"]["year"]
        self.day_parts = frozenset(times["parts"]["day"].split())
        self.which = {w: n for n, words in enumerate(times["parts"]["which"], 1) for w in words.split()}
        self.ordinals = tuple(times["ordinals"].split())
        self.early_late = frozenset(times["parts"]["hour"].split())
        self.range_words = frozenset(times["between_days"].split())
        self.determiners = frozenset(w for w, c in pack.classes.items() if "determiner" in c)
        self.relation = {p: r for r, words in times["relation"].items() for p in phrases_of(words, pack)}
        self.onward = phrases_of(times["onward"], pack)
        self.markers = frozenset(words[0] for words in self.relation)

    def year_at(self, tokens: Sequence[Token], i: int) -> int | None:
        """Return the year that stands at ``i``, if one does."""
        if i < len(tokens) and tokens[i].text == "," and i + 1 < len(tokens) and YEAR.match(tokens[i + 1].text):
            return None
        return int(tokens[i].text) if i < len(tokens) and YEAR.match(tokens[i].text) else None

    def month_behind(self, tokens: Sequence[Token], i: int) -> int:
        """Return where the month is named that "the month of" speaks of; ``i`` where none is."""
        unit = self.units.get(tokens[i].low) if i < len(tokens) else None
        named = (k for k in (i + 1, i + 2) if k < len(tokens) and tokens[k].low in self.months)
        return next(named, i) if unit == "month" else i

    def told_last(self, tokens: Sequence[Token], i: int) -> Resolver | None:
        """Match the day, month or year told last: "that month", "die maand"."""
        word = tokens[i + 1].low if i + 1 < len(tokens) and tokens[i].low in self.that else ""
        unit = self.units.get(word)
        return (lambda pub, _f: whole_of(pub, unit, 0)) if unit and word not in self.plurals else None

    def in_year(self, tokens: Sequence[Token], first: int, last: int, whole: Resolver) -> tuple[int, Resolver]:
        """Return a month, a day of it or a season with the year said behind it: "in May last year", "mai de l'an dernier"."""
        if not any(t.low in self.months or t.low in self.seasons for t in tokens[first : last + 1]):
            return last, whole
        j = last + 1
        while j < len(tokens) and (tokens[j].low in self.portion_of or tokens[j].low in self.determiners):
            if tokens[j].low in self.direction:
                break
            j += 1
        said = [t.low for t in tokens[j : j + 2]]
        which = next((self.direction[word] for word in said if word in self.direction), None)
        if which is None or len(said) == 1 or not any(self.units.get(word) == "year" for word in said):
            return last, whole
        step = {"past": -1, "this": 0, "next": 1}[which]

        def resolve(pub: date, _forward: bool) -> Days | None:
            year = whole_of(pub, "year", step)
            return whole(year[2], False) if year else None

        return j + 1, resolve

    def counts_people(self, tokens: Sequence[Token], i: int) -> bool:
        """Say whether a number that could be a year counts people: "plus de 2000 soldats"; but "in 2000 troops came"."""
        if (
            not i
            or i + 1 >= len(tokens)
            or not {"of", "with"} & set(self._pack.relations.get((tokens[i - 1].low,), ()))
        ):
            return False
        after = tokens[i + 1].low
        blue = any(name.split()[0] == after for name in self._pack.peacekeepers)
        return blue or self._pack.nouns.get(after) == "people"

    @staticmethod
    def _stands_alone(tokens: Sequence[Token], i: int) -> bool:
        before = tokens[i - 1].text if i else ""
        after = tokens[i + 1].text if i + 1 < len(tokens) else "."
        entry = not i and (after in HEADING or (after == "." and len(tokens) <= _ENTRY))  # 2017 – the mission ends
        return entry or (before == "(" and after == ")")

    @staticmethod
    def _ends(tokens: Sequence[Token], i: int, phrases: Sequence[tuple[str, ...]]) -> int | None:
        """Return the last token of one of the phrases at ``i``, where nothing follows that it could govern."""
        for phrase in phrases:
            end = i + len(phrase)
            after = tokens[end] if end < len(tokens) else None
            governs = after is not None and after.is_word and "preposition" in tokens[i] and "verb" not in after
            if tuple(t.low for t in tokens[i:end]) == phrase and not governs:
                return end - 1
        return None

    def calendar_date(self, tokens: Sequence[Token], i: int) -> Base | None:
        """Match ``12 [de] mei [2022]``, ``May 12[, 2022]``, ``mei 2022``, ``mei`` and a leading weekday."""
        low = tokens[i].low
        if low in self.weekdays and i + 2 < len(tokens):
            skip = i + 2 if tokens[i + 1].text == "," else i + 1
            inner = (
                self.calendar_date(tokens, skip)
                if tokens[skip].text[0].isdigit() or tokens[skip].low in self.months
                else None
            )
            if inner:
                return inner
        named = tokens[i].joined and i > 0 and tokens[i - 1].is_word  # M23 may attack
        day = None if named else self._day_number(tokens[i])
        j = i + 1
        if day and (stretch := self._stretch_of_days(tokens, i, day)):
            return stretch
        if day and j < len(tokens) and tokens[j].joined and tokens[j].low in self.ordinals:
            j += 1
        while day and j < len(tokens) and tokens[j].low in self.between:
            j += 1
        if day and j < len(tokens) and tokens[j].low in self.months:
            month = self.months[tokens[j].low]
            return self._day_month(day, month, tokens, j)
        if low in self.feasts and i and "preposition" in tokens[i - 1]:
            feast = self.feasts[low]  # will be home for Christmas
            return i, lambda pub, f: yearless(pub, f, lambda y: one_day(y, *feast)), True, None, None
        if low not in self.months:
            return None
        month = self.months[low]
        if low == tokens[i].text and low in self.month_words and not self.year_at(tokens, i + 1):
            return None  # it may, a march on Goma; not: in May
        if low in self.short_months and i + 2 < len(tokens) and tokens[i + 1].text == "." and tokens[i + 1].joined:
            return self._shortened(tokens, i)  # Dec. 31
        nxt = tokens[i + 1] if i + 1 < len(tokens) else None
        if nxt is not None and _named(nxt) and nxt.low not in self.weekdays and self._is_forename(tokens, i):
            return None  # Minister Jan Postma
        if (
            nxt is not None
            and (day := self._day_number(nxt))
            and not YEAR.match(nxt.text)
            and self.month_first
            and self._month_first(tokens, i)
        ):
            return self._day_month(day, month, tokens, i + 1)
        year = self.year_at(tokens, i + 1)
        if year:
            return i + 1, lambda _p, _f: month_of(year, month), False, None, None
        if low in self.short_months:
            return None  # Jan Smit: a man, not a month
        return i, lambda pub, f: yearless(pub, f, lambda y: month_of(y, month)), True, None, None

    def span_of_year(self, tokens: Sequence[Token], i: int, joining: frozenset[str]) -> Base | None:
        """Match ``first quarter [of 2024]``; ``joining`` words stand before the year."""
        which = self.which.get(tokens[i].low)
        months = self.spans.get(tokens[i + 1].low, 0) if which is not None and i + 1 < len(tokens) else 0
        if which is None or not months or which * months > _MONTHS:
            return None
        skip = 3 if i + 2 < len(tokens) and tokens[i + 2].low in joining else 2
        if year := self.year_at(tokens, i + skip):
            return i + skip, lambda _p, _f: span_of(year, which, months), False, None, None
        return i + 1, lambda pub, f: yearless(pub, f, lambda y: span_of(y, which, months)), True, None, None

    def _shortened(self, tokens: Sequence[Token], i: int) -> Base | None:
        """Match a date whose month is cut short with a full stop: ``Dec. 31``, ``Dec. 2024``."""
        found = self.calendar_date([*tokens[: i + 1], *tokens[i + 2 :]], i)
        return (found[0] + 1, *found[1:]) if found is not None and found[0] > i else None

    def _is_forename(self, tokens: Sequence[Token], i: int) -> bool:
        """Say whether a month before a name is none: after a title, or a short form where nothing marks a time."""
        before = tokens[i - 1] if i else None
        short = len(tokens[i].low) == _SHORT and before is not None and before.low not in self.markers
        return before is not None and (short or (_named(before) and before.low not in self.weekdays))

    def _stretch_of_days(self, tokens: Sequence[Token], i: int, day: int) -> Base | None:
        """Match ``27 to 31 March``, ``tussen 27 en 31 maart``, ``entre le 27 et le 31 mars``."""
        j = i + 1
        if j + 1 >= len(tokens) or tokens[j].low not in self.range_words:
            return None
        j += 1
        while j < len(tokens) - 1 and (tokens[j].low in self.determiners or tokens[j].low in self.range_words):
            j += 1
        until = self.calendar_date(tokens, j) if self._day_number(tokens[j]) else None
        if until is None or until[1] is None:
            return None
        whole = until[1]

        def resolve(pub: date, forward: bool) -> Days | None:
            found = whole(pub, forward)
            first = valid_date(found[2].year, found[2].month, day) if found else None
            return (f"{first}/{found[2]}", first, found[2]) if found and first and first < found[2] else found

        return until[0], resolve, until[2], None, None

    def _month_first(self, tokens: Sequence[Token], i: int) -> bool:
        after = tokens[i + 2] if i + 2 < len(tokens) else None
        return after is None or not after.is_word or bool(YEAR.match(after.text)) or not after.text[0].isdigit()

    def _day_month(self, day: int, month: int, tokens: Sequence[Token], at: int) -> Base | None:
        if tokens[at].low in self.short_months and at + 1 < len(tokens) and tokens[at + 1].text == ".":
            at += 1 if self.year_at(tokens, at + 2) else 0  # 22 avr. 2024
        year = self.year_at(tokens, at + 1)
        end = at + 1
        if year is None and at + 2 < len(tokens) and tokens[at + 1].text == "," and YEAR.match(tokens[at + 2].text):
            year, end = int(tokens[at + 2].text), at + 2
        if year:
            exact = valid_date(year, month, day)
            return (end, fixed(exact), False, None, None) if exact else None
        if not valid_date(2024, month, day):
            return None
        return at, lambda pub, f: yearless(pub, f, lambda y: one_day(y, month, day)), True, None, None

    def in_part(self, tokens: Sequence[Token], last: int, days: frozenset[str]) -> int:
        """Return where a day ends that is told with its part: "lundi soir", "Monday evening"."""
        parted = last + 1 < len(tokens) and tokens[last].low in days and tokens[last + 1].low in self.day_parts
        last += parted
        early = last + 1 < len(tokens) and tokens[last + 1].low in self.early_late
        named = early and any(tokens[last].low.endswith(part) for part in self.day_parts)
        return last + (named and not _alone(tokens, last + 1))

    def _day_number(self, token: Token) -> int | None:
        digits = re.match(r"(\d{1,2})(?:[a-z]{1,3})?$", token.low)
        return int(digits[1]) if digits and 1 <= int(digits[1]) <= 31 else None


def _alone(tokens: Sequence[Token], i: int) -> bool:
    """Say whether a word that is a verb as well is the only one of its clause: "Zondagochtend vroeg de minister om uitleg"."""
    if "verb" not in tokens[i]:
        return False
    before = itertools.takewhile(_goes_on, reversed(tokens[:i]))
    return not any(_finite(t) for t in (*before, *itertools.takewhile(_goes_on, tokens[i + 1 :])))


def _goes_on(token: Token) -> bool:
    return token.is_word and "link" not in token and "coordinator" not in token


def _finite(token: Token) -> bool:
    return "verb" in token and "infinitive" not in token


def _named(token: Token) -> bool:
    return token.text[0].isupper() and len(token.text) > 1 and token.classes.isdisjoint({"preposition", "determiner"})


def phrases_of(words: str, pack: Pack) -> list[tuple[str, ...]]:
    """Return phrases listed with commas as their words, the longest first."""
    parts = (tuple(parted(w, pack.elision)) for w in words.split(","))
    return sorted((p for p in parts if p), key=len, reverse=True)
