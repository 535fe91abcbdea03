"""Fuzzy, relative and exact times in a sentence → ``When`` (EDTF), by a small grammar over the pack's words.

A time is found as words first and resolved later, when the clause says which way it looks: "eindigt medio mei" in a
report of February means the May to come, "in mei vielen doden" the May before. Portions follow common usage: begin =
the first ten days of a month (first two months of a year), mid = 11-20 (May-August), late = from the 21st on
(November-December).
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from missionwatch.reading.frames.calendars import YEAR, Base, phrases_of
from missionwatch.reading.frames.days import (
    Days,
    Resolver,
    day_of,
    fixed,
    in_direction,
    month_of,
    onward,
    part_of,
    related,
    season_of,
    stretch,
    valid_date,
    weekend_of,
    whole_of,
    yearless,
)
from missionwatch.reading.frames.lengths import Lengths
from missionwatch.reading.frames.owning import premodifies
from missionwatch.reading.frames.tokens import as_written
from missionwatch.records import Relation, When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Token

_VERBS = frozenset({"auxiliary", "copula", "passive", "perfect"})
_WRITTEN = re.compile(r"(\d\d?)[-/.](\d\d?)[-/.](\d{4})$")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")


@dataclass(slots=True)
class TimeMention:
    """Words that say when: tokens ``first``–``last`` (inclusive). ``duration`` is ISO 8601 where a length is meant."""

    first: int
    last: int
    relation: Relation
    resolver: Resolver | None
    needs_report_date: bool
    text: str
    duration: str | None = None
    past: bool = False
    told: bool = False  # counted from a day told before: "two weeks later"
    same: bool = False  # the very month or year told before: "that month"
    base: date | None = None
    owned: bool = False  # "November's clash": the noun's, not the verb's
    noun: int = 0  # where the noun begins whose time it is
    onward: bool = False  # "from May", which may lie ahead; "since May" does not. What is before then lies ahead
    heads: bool = False  # what an entry of a chronology begins with: it is over
    entry: date | None = None  # … and the day of the entry before it, where it says no year

    def when(self, published: date | None, *, forward: bool) -> When | None:
        """Return the time it says, seen from the report's date or the day told before (None for a pure length of time)."""
        if self.resolver is None:
            return None
        forward = forward or (self.onward and self.relation == "before")  # d'ici à décembre
        published, forward = self.base or published, forward and not (self.owned or self.heads)
        if self.entry is not None:
            published, forward = self.entry, True
        if (published is None and self.needs_report_date) or (self.told and self.base is None and not self.past):
            return When(self.relation, None, None, None, self.text)
        found = self.resolver(published or date(1, 1, 1), forward)
        if found is None:
            return When(self.relation, None, None, None, self.text)
        edtf, low, high = found
        return related(self.relation, edtf, low.isoformat(), high.isoformat(), self.text)


def _relates(tokens: Sequence[Token], i: int) -> bool:
    """Say whether an article is a pronoun that takes up the noun before it: "een resolutie die vrijdag werd aangenomen"."""
    if not i or "relative" not in tokens[i]:
        return False
    noun = tokens[i - 1].is_word and tokens[i - 1].classes.isdisjoint(_NO_NOUN)
    return noun or (tokens[i - 1].text == "," and "demonstrative" in tokens[i])  # X, die vrijdag aankwam


_NO_NOUN = frozenset({"preposition", "verb", "coordinator", "adverb", "link", "determiner"})


class TimeGrammar(Lengths):
    """Finds the times in a sentence of one language."""

    def __init__(self, pack: Pack) -> None:
        super().__init__(pack)
        times = pack.times
        self.portion = {w: p for p, words in times["portion"].items() for w in words.split()}
        self.ahead = frozenset(times["ago"]["ahead"].split())
        told: dict[str, str] = times["told"]
        self.next, self.same = (frozenset(told[name].split()) for name in ("next", "same"))
        self.told_days: dict[str, int] = times["told_days"]
        self.occasions = frozenset(told["times"].split())
        self.within_day = frozenset(w[0] for w, names in pack.relations.items() if len(w) == 1 and "in" in names)
        self.ranks = frozenset(told["rank"].split())
        self.weekend = frozenset(times["weekend"].split())
        self.whole_days = frozenset({*self.weekdays, *self.deictic})
        self.coming = phrases_of(times["parts"]["coming"], pack)
        self.halves = {tuple(p.split()): part for part, said in times["halves"].items() for p in said.split(", ")}
        self.between_words = frozenset(words[0] for words, names in pack.relations.items() if "between" in names)
        self._backward = (
            frozenset(
                [w for w, d in self.direction.items() if d == "past"] + [w for w, n in self.deictic.items() if n <= 0]
            )
            | self.ago
        )
        self.start_words = (
            self.months.keys() | self.weekdays.keys() | self.deictic.keys() | self.direction.keys() | self.portion.keys()
            | self.units.keys() | self.seasons.keys() | self.weekend
        )  # fmt: skip

        vague = {word for words in self.vague for word in (words, words.split(" ")[0])}
        before_ago = {words[0] for words in self.ago_before if words}
        self.start_words |= (
            self.occasions | self.told_days.keys() | self.next | self.same | self.spans.keys() | self.feasts.keys()
        )
        self.start_words |= {words[0] for words in self.halves}
        self.openers = self.start_words | vague | before_ago | self.half | self.numbers.keys() | self.which.keys()
        self.first_words = self.openers | self.markers | self.ahead | self.determiners

    def find(self, tokens: Sequence[Token]) -> list[TimeMention]:
        """Return the times among the tokens, in order, not overlapping."""
        if not any(t.low in self.start_words or YEAR.match(t.text) or _ISO.match(t.text) for t in tokens):
            return []
        found: list[TimeMention] = []
        at = 0
        while at < len(tokens):
            low = tokens[at].low
            mention = self._at(tokens, at) if low in self.first_words or low[0].isdigit() else None
            done = (
                mention is not None
                and mention.last == at
                and at > 0
                and "modal" in tokens[at - 1]
                and "verb" in tokens[at]
            )
            ended = mention is not None and mention.duration is not None and self._of_what_ends(tokens, at)
            if mention is None or done or ended:  # will fall: no season
                at += 1
            else:
                if tokens[mention.last].low in self.ago:
                    self.hedged(tokens, mention)
                if mention.relation == "since" and not mention.onward and self._ranks(tokens, at):
                    mention.resolver = mention.duration = None
                found.append(mention)
                at = mention.last + 1
        return found

    def _ranks(self, tokens: Sequence[Token], at: int) -> bool:
        """Say whether what stands before "since 2013" says which one it is since then: "for the first time", "the deadliest attack"."""
        nouns = self._pack.noun_triggers
        before = itertools.takewhile(
            lambda t: t.is_word and ("verb" not in t or t.low in nouns or t.low in self.ranks), reversed(tokens[:at])
        )
        return any(t.low in self.ranks for t in before)

    def _of_what_ends(self, tokens: Sequence[Token], at: int) -> bool:
        """Say whether a length only tells how long what ends has lasted: "put an end to | ten years of war"."""
        marked = at > 0 and "preposition" in tokens[at]
        return marked and tokens[at - 1].low in self._pack.classes_of("closing_noun")

    def _at(self, tokens: Sequence[Token], at: int) -> TimeMention | None:
        relation: Relation = "at"
        here = at
        marked = onward = False
        for length in (4, 3, 2, 1) if tokens[at].low in self.markers else ():
            words = tuple(t.low for t in tokens[at : at + length])
            if words in self.relation and not self._says_which(tokens, at + length):
                relation, here, marked = cast("Relation", self.relation[words]), at + length, True
                onward = words in self.onward
                break
        if (
            relation == "during"
            and here < len(tokens)
            and self.relation.get((tokens[here].low,)) == "at"
            and here == at + 1
        ):
            return None  # takes over | in August
        ahead = here < len(tokens) and tokens[here].low in self.ahead
        within = ahead and any(tuple(t.low for t in tokens[here : here + len(p)]) == p for p in self.inside)
        here += ahead
        opens = tokens[here].low if here < len(tokens) else ""
        counts = any(opens in words for words in (self.direction, self.vague, self.same))
        if (that := self.told_last(tokens, here)) is not None:
            text = as_written(tokens, at, here + 1)
            return TimeMention(at, here + 1, relation, that, True, text, told=True, same=True)
        if opens in self.determiners and not counts:
            if _relates(tokens, here):
                return None
            here += 1
            opens = tokens[here].low if here < len(tokens) else ""
        if (end := self._occasion(tokens, at, here)) is not None:
            return TimeMention(at, end, "at", None, False, as_written(tokens, at, end))
        if opens not in self.openers and not opens[:1].isdigit():
            return None
        base = self._base(tokens, here, relation="before" if within else relation if marked else None, ahead=ahead)
        if base is None:
            return None
        last, resolver, needs, relation_of_base, duration = base
        last = self.in_part(tokens, last, self.whole_days)
        if resolver is not None and needs:
            last, resolver = self.in_year(tokens, here, last, resolver)
        if resolver is not None and at and tokens[at - 1].low in self.between_words:
            last, resolver, needs = self._to(tokens, last, resolver, needs=needs)
        if relation_of_base is not None and relation == "at":
            relation = cast("Relation", relation_of_base)
        text = as_written(tokens, at, last)
        if resolver is None and duration is not None and relation in ("since", "before", "after"):
            return None
        said = {t.low for t in tokens[at : last + 1]}
        sooner = any(said >= set(phrase) for phrase in self.sooner)
        same = tokens[here].low in self.same
        told = sooner or self._told(tokens, here, last)
        back = sooner or bool(self._backward & said)
        if self._owns(tokens, last):
            text = as_written(tokens, here, last)
            past = all(self.direction.get(word) != "next" for word in said)
            return TimeMention(here, last, "at", resolver, needs, text, duration, past=past, owned=past, noun=last + 2)
        if resolver is not None and here and premodifies(tokens, here, last, self._pack):
            text = as_written(tokens, here, last)
            return TimeMention(
                max(at, here - 1), last, "at", resolver, needs, text, past=True, owned=True, noun=last + 1
            )
        return TimeMention(at, last, relation, resolver, needs, text, duration, back, told, same, onward=onward)

    def _occasion(self, tokens: Sequence[Token], at: int, here: int) -> int | None:
        """Return the last token of what says the how manieth time it is, or that it is night: words that date nothing."""
        after = tokens[here + 1].low if here + 1 < len(tokens) else ""
        if at < here < len(tokens) and tokens[here].low in self.ranks and after in self.occasions:
            return here + 1
        lone = at < here - 1 < here < len(tokens) and tokens[here].low in self.day_parts
        lone = lone and after not in self.portion_of  # in de nacht van maandag op dinsdag
        return here if lone and tokens[at].low in self.within_day and "determiner" in tokens[here - 1] else None

    def _says_which(self, tokens: Sequence[Token], here: int) -> bool:
        """Say whether the word before ``here`` says which day or month is meant, and marks none: "ce matin", "ce mois"."""
        return here < len(tokens) and tokens[here].low in self.units and tokens[here - 1].low in self.direction

    def _to(self, tokens: Sequence[Token], last: int, since: Resolver, *, needs: bool) -> tuple[int, Resolver, bool]:
        """Return a time with the one up to which it lasts: "between 1 September and 30 November 2024"."""
        j = last + 1
        if j >= len(tokens) or tokens[j].low not in self.range_words:
            return last, since, needs
        while j < len(tokens) and (tokens[j].low in self.determiners or tokens[j].low in self.range_words):
            j += 1
        until = self._base(tokens, j, relation="at", ahead=False)
        if until is None or until[1] is None:
            return last, since, needs
        end = until[1]

        def resolve(pub: date, forward: bool) -> Days | None:
            second = end(pub, forward)
            first = since(second[2], False) if second else None
            if second is None or first is None or first[1] > second[2]:
                return second
            return f"{first[1]}/{second[2]}", first[1], second[2]

        return until[0], resolve, until[2]

    def _owns(self, tokens: Sequence[Token], last: int) -> bool:
        """Say whether a time belongs to the noun that follows: "November's clash"."""
        mark = tokens[last + 1] if last + 2 < len(tokens) else None
        return mark is not None and self._pack.owns(mark)

    def _told(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Say whether a time is counted from a day told before: the next day, two weeks later, le lendemain."""
        low = tokens[first].low
        after = any(tuple(t.low for t in tokens[last + 1 - len(p) : last + 1]) == p for p in self.later)
        return low in self.told_days or low in self.same or after or self._follows(tokens, first, last)

    def _follows(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Say whether a time is the one after that told before: "the next day" is, "next month" is not."""
        turned = any(t.low in self.next and t.low not in self.direction for t in tokens[first : last + 1])
        definite = bool(first) and tokens[first - 1].low in self.determiners and last == first + 1
        return turned or (definite and tokens[first].low in self.next and tokens[last].low not in self.plurals)

    def _base(self, tokens: Sequence[Token], i: int, *, relation: Relation | None, ahead: bool) -> Base | None:
        if i >= len(tokens):
            return None
        low = tokens[i].low
        after = tokens[i + 1].low if i + 1 < len(tokens) else ""
        if after in self.next.difference(self.direction) and low in self.units:
            following = self.units[low]
            return i + 1, lambda pub, _f: whole_of(pub, following, 1), True, None, None  # le mois suivant
        unit_next = self.units.get(tokens[i + 2].low) if i + 2 < len(tokens) else None
        if (
            after in self.direction
            and unit_next != "year"
            and any(low in w for w in (self.units, self.weekdays, self.seasons, self.months, self.weekend))
        ):
            turned = [*tokens[:i], tokens[i + 1], tokens[i], *tokens[i + 2 :]]  # la semaine dernière
            if (found := self._directed(turned, i)) is not None:
                return found
        if low in self.weekend:
            return i, lambda pub, forward: weekend_of(pub, forward=forward), True, None, None
        if part := self.halves.get((low, after)):
            return self._portioned(tokens, i + 1, part)  # the first half of 2024
        if low in self.portion and (inner := self._portioned(tokens, i, self.portion[low])):
            return inner
        if (iso := _ISO.match(tokens[i].text)) and (day := valid_date(*(int(g) for g in iso.groups()))):
            return i, fixed(day), False, None, None
        if (written := _WRITTEN.match(tokens[i].text)) and (day := valid_date(*(int(written[n]) for n in (3, 2, 1)))):
            return i, fixed(day), False, None, None
        if exact := self.calendar_date(tokens, i) or self.span_of_year(tokens, i, self.portion_of):
            return exact
        if low in self.units and (end := self._ends(tokens, i + 1, self.coming)) is not None:
            coming, most = self.units[low], 6 if low in self.plurals else 1
            return end, lambda pub, _f: stretch(pub, coming, 0, most), True, None, None  # les mois à venir
        if low in self.told_days and after in self.portion_of and not self.calendar_date(tokens, i + 2):
            return None  # au lendemain du coup d'État
        if low in self.told_days and ("verb" not in tokens[i] or self._named(tokens, i)):  # not: elle veille à …
            days = self.told_days[low]
            return i, lambda pub, _f: day_of(pub + timedelta(days=days)), True, None, None
        if low in self.same:
            unit = self.units.get(after)
            return (i + 1, lambda pub, _f: whole_of(pub, unit, 0), True, None, None) if unit else None
        if low in self.next and low not in self.direction:
            return None
        if low in self.deictic:
            offset = self.deictic[low]
            if (ago := self.from_day(tokens, i + 1, offset)) is not None:
                return ago  # vandaag een week geleden
            return i, lambda pub, _f: day_of(pub + timedelta(days=offset)), True, None, None
        if low in self.weekdays:
            return self._overnight(tokens, i) or self._weekday(tokens, i, None)
        if low in self.seasons and not self._is_verb(tokens, i):
            season = self.seasons[low]
            skip = 2 if i + 1 < len(tokens) and tokens[i + 1].low in self.portion_of else 1
            year = self.year_at(tokens, i + skip)
            if year:
                return i + skip, lambda _p, _f: season_of(year, season), False, None, None
            return i, lambda pub, f: yearless(pub, f, lambda y: season_of(y, season)), True, None, None
        if low in self.direction:
            return self._directed(tokens, i)
        dated = YEAR.match(tokens[i].text) and not self.counts_people(tokens, i)
        spans = 0 < i < len(tokens) - 2 and tokens[i - 1].low in self.between_words  # between 2006 and 2013
        spans = spans and tokens[i + 1].low in self.range_words and bool(YEAR.match(tokens[i + 2].text))
        if dated and (relation is not None or spans or self._stands_alone(tokens, i)):
            year = int(tokens[i].text)
            return i, lambda _p, _f: (str(year), date(year, 1, 1), date(year, 12, 31)), False, None, None
        return self.counted(tokens, i, ahead=ahead, relation=relation)

    def _is_verb(self, tokens: Sequence[Token], i: int) -> bool:
        """Say whether a word for a time is a verb here ("ont depuis été tués"): nothing before it makes it a noun."""
        return bool(tokens[i].classes & _VERBS) and not (self._named(tokens, i) or self.year_at(tokens, i + 1))

    def _named(self, tokens: Sequence[Token], i: int) -> bool:
        """Say whether a word is a noun by what stands before it."""
        before = tokens[i - 1].low if i else ""
        small = (self.determiners, self.direction, self.portion_of)
        return (before,) in self.relation or any(before in words for words in small)

    def _overnight(self, tokens: Sequence[Token], i: int) -> Base | None:
        """Match the two days of a night: "in the night of Monday to Tuesday", "in de nacht van maandag op dinsdag"."""
        night = i > 1 and tokens[i - 2].low in self.day_parts and i + 2 < len(tokens)
        if not night or tokens[i + 1].low not in self.range_words or tokens[i + 2].low not in self.weekdays:
            return None
        last, second, needs, _, _ = self._weekday(tokens, i + 2, None)

        def resolve(pub: date, forward: bool) -> Days | None:
            morning = second(pub, forward) if second is not None else None
            evening = morning[1] - timedelta(days=1) if morning is not None else pub
            return (f"{evening}/{morning[2]}", evening, morning[2]) if morning is not None else None

        return last, resolve, needs, None, None

    def _weekday(self, tokens: Sequence[Token], i: int, direction: str | None) -> Base:
        number = self.weekdays[tokens[i].low]

        def resolve(pub: date, forward: bool) -> Days:
            back = (pub.weekday() - number) % 7
            if direction == "next" or (direction is None and forward):
                return day_of(pub + timedelta(days=(number - pub.weekday()) % 7 or 7))
            return day_of(pub - timedelta(days=back or (7 if direction == "past" else 0)))

        return i, resolve, True, None, None

    def _portioned(self, tokens: Sequence[Token], i: int, portion: str) -> Base | None:
        j = i + 1
        if j < len(tokens) and tokens[j].low in self.portion_of:
            j += 1
        while j < len(tokens) and tokens[j].low in self.determiners and tokens[j].low not in self.direction:
            j += 1
        j = self.month_behind(tokens, j)
        turned = j + 1 < len(tokens) and tokens[j + 1].low in self.direction  # la fin de l'année | dernière
        if j < len(tokens) and tokens[j].low in self.units and j > i + 1 and not turned:
            unit = self.units[tokens[j].low]
            return j, lambda pub, _f: part_of(whole_of(pub, unit, 0), portion), True, None, None
        inner = self._base(tokens, j, relation="at", ahead=False) if j < len(tokens) else None
        if inner is None or inner[1] is None:
            return None
        last, whole, needs = inner[0], inner[1], inner[2]
        return last, lambda pub, f: part_of(whole(pub, f), portion), needs, None, None

    def _directed(self, tokens: Sequence[Token], i: int) -> Base | None:
        direction = self.direction[tokens[i].low]
        j = i + 1
        count = None
        if j < len(tokens) and tokens[j].low in self.vague:
            count = tuple(self.vague[tokens[j].low])
            j += 1
        elif j < len(tokens) and tokens[j].low in self.numbers:
            count = (int(self.numbers[tokens[j].low]),) * 2
            j += 1
        if j >= len(tokens):
            return None
        word = tokens[j].low
        if word in self.weekdays:
            return self.calendar_date(tokens, j) or self._weekday(tokens, j, direction)  # ce mardi 7 mai
        if word in self.months:
            month = self.months[word]
            return j, in_direction(direction, lambda y: month_of(y, month)), True, None, None
        if word in self.seasons:
            season = self.seasons[word]
            return j, in_direction(direction, lambda y: season_of(y, season)), True, None, None
        if word in self.weekend and count is None:
            return (
                j,
                lambda pub, f: weekend_of(pub, forward=onward(direction, f or 0 < pub.weekday() < 5)),
                True,
                None,
                None,
            )
        if word in self.day_parts and count is None:
            days = {"past": -1, "this": 0, "next": 1}[direction]
            return j, lambda pub, _f: day_of(pub + timedelta(days=days)), True, None, None
        if word not in self.units:
            return None
        unit = self.units[word]
        many = count or ((2, 6) if word in self.plurals else None)
        if many is None:
            step = {"past": -1, "this": 0, "next": 1}[direction]
            return j, lambda pub, _f: whole_of(pub, unit, step), True, None, None
        if direction == "next":
            return j, lambda pub, _f: stretch(pub, unit, 0, many[1]), True, None, None
        return j, lambda pub, _f: stretch(pub, unit, -many[1], 0), True, "during", None
