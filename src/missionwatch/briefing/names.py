"""Names, numbers and times in the language of the briefing; never in the words of a source in another language."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from missionwatch import register
from missionwatch.briefing.patterns import NOTHING, Words, load

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from missionwatch.records import Asset, EntityRef, Quantity, Statement, When

_THIRDS = {(1, 10): "early", (11, 20): "mid", (21, 31): "late"}


class Names:
    """Says who, how many and when, in one language."""

    def __init__(self, language: str) -> None:
        self.language, self.phrases = language, load(language)
        self._register = register.load()

    # --- who

    def entity(self, ref: EntityRef, *, function: str | None = None) -> Words:
        """Return a party, place or mission by its name in this language; what nobody knows stands in quotation marks."""
        if ref.id is None:
            return Words(f"“{ref.text}”")
        if ref.kind == "person":
            return Words(ref.name or ref.text)
        name = self._register.name(ref.id, self.language)
        if name is None:
            return Words(ref.name or f"“{ref.text}”")
        if ref.kind == "state" and ref.body and ref.country:
            return self._body(ref.country, ref.body, name, function)
        return self._with_article(name)

    def all_of(self, refs: Iterable[EntityRef], *, function: str | None = None) -> Words:
        """Return several as one: "France and Denmark" (each once)."""
        said = list(dict.fromkeys(self.entity(ref, function=function) for ref in refs))
        if not said:
            return NOTHING
        text = said[0].text if len(said) == 1 else ", ".join(w.text for w in said[:-1])
        if len(said) > 1:
            text = self.phrases["body"]["and"].format(text, said[-1].text)
        return Words(text, many=len(said) > 1 or said[0].many)

    def adjective(self, country: str) -> str:
        """Return a state's adjective as it stands before a noun; the state's name where there is none."""
        forms = self._register.adjective(country, self.language)
        if not forms:
            return self._register.name(f"state:{country}", self.language) or country
        return forms[1] if self.language == "nl" and len(forms) > 1 else forms[0]

    def country(self, country: str) -> Words:
        """Return a state's name."""
        return self._with_article(self._register.name(f"state:{country}", self.language) or country)

    def _body(self, country: str, body: str, name: str, function: str | None) -> Words:
        bodies: dict[str, Any] = self.phrases["body"]
        forms = self._register.adjective(country, self.language) or (name,)
        gap = {"adj": self.adjective(country), "base": forms[0], "name": name}
        if body == "diplomats" and function:
            return Words(bodies["function"].format(**gap, function=self.function(function)))
        return Words(bodies[body].format(**gap), many=body in bodies["many"])

    def _with_article(self, name: str) -> Words:
        for article in self.phrases["article"]:
            if re.search(article["match"], name):
                return Words(f"{article['word']} {name}", many=article.get("many", False))
        return Words(name)

    # --- how many

    def function(self, code: str, *, many: bool = False) -> str:
        """Return a function's name; the code itself where there is none."""
        said: list[str] = self.phrases["function"].get(code, [code, code])
        return said[many]

    def amount(self, quantity: Quantity | None, noun: Sequence[str]) -> Words:
        """Return a number with what it counts: "about 100 soldiers"."""
        if quantity is None:
            return NOTHING
        amounts: dict[str, str] = self.phrases["amount"]
        if quantity.value is None:
            pattern = amounts.get(quantity.qualifier, amounts["unknown"])
            return Words(pattern.format(n="", noun=noun[1]), many=True)
        number = format_decimal(quantity.value, locale=self.language)
        one = quantity.value == 1 and quantity.qualifier == "exact"
        return Words(amounts[quantity.qualifier].format(n=number, noun=noun[0 if one else 1]), many=not one)

    def people(self, statement: Statement) -> Words:
        """Return how many people a statement speaks of, by their function where it says one."""
        code = statement.function
        if code and code in self.phrases["function"]:
            noun: Sequence[str] = self.phrases["function"][code]
        else:
            force = statement.role("contributor", "actor")
            military = statement.predicate == "event" or any(ref.body == "armed_forces" for ref in force)
            noun = self.phrases["amount"]["military" if military else "people"]
        return self.amount(statement.quantity, noun)

    def casualties(self, statement: Statement) -> Words:
        """Return the killed and injured of an event."""
        amounts = self.phrases["amount"]
        said = [self.amount(getattr(statement, name), amounts[name]).text for name in ("killed", "injured")]
        joined = self.phrases["body"]["and"].format(*said) if all(said) else "".join(said)
        return Words(amounts["casualties"].format(joined)) if joined else NOTHING

    def assets(self, assets: Sequence[Asset]) -> Words:
        """Return equipment: "a C-130", "2 helicopters"."""
        said = []
        for asset in assets:
            noun: list[str] = self.phrases["asset"].get(asset.name, [asset.name, asset.name])
            if asset.quantity is not None and asset.quantity.value != 1 and asset.quantity.qualifier != "exact":
                said.append(self.amount(asset.quantity, noun).text)
            elif asset.quantity is not None and asset.quantity.value not in (None, 1.0):
                plain = f"{format_decimal(asset.quantity.value, locale=self.language)} {noun[1]}"
                said.append(plain)
            else:
                said.append(self.phrases["amount"]["asset"].format(noun[0]))
        return self.listed(said)

    def listed(self, said: Sequence[str]) -> Words:
        """Return words joined: "a, b and c"."""
        if len(said) < 2:
            return Words("".join(said))
        return Words(self.phrases["body"]["and"].format(", ".join(said[:-1]), said[-1]), many=True)

    # --- when

    def day(self, day: dt.date) -> str:
        """Return a date in full: 7 February 2022."""
        return str(format_date(day, "d MMMM y", locale=self.language))

    def time(self, when: When | None) -> Words:
        """Return when something is: "on 7 February 2022", "since early January 2022"; nothing where it is not known."""
        if when is None or not (when.earliest or when.latest):
            return NOTHING
        times: dict[str, str] = self.phrases["time"]
        if when.relation in ("since", "after") and when.earliest:
            kind, words = self._span(*_interval(when.edtf, when.earliest))
            if kind == "range":  # "since December 2021 or January 2022": a month is as exact as "some weeks"
                ends = _interval(when.edtf, when.earliest)
                first, last = (str(format_skeleton("yMMMM", day, locale=self.language)) for day in ends)
                return Words(
                    times["since"].format(first) if first == last else times["since_range"].format(first, last)
                )
            return Words(times[when.relation].format(words))
        if when.relation in ("until", "before") and when.latest:
            first_day = dt.date.fromisoformat(when.earliest or when.latest)
            return Words(times[when.relation].format(self._span(first_day, dt.date.fromisoformat(when.latest))[1]))
        first_day = dt.date.fromisoformat(when.earliest or when.latest or "")
        kind, words = self._span(first_day, dt.date.fromisoformat(when.latest or when.earliest or ""))
        return Words(times[kind].format(words) if kind in ("day", "month", "year") else words)

    def date(self, when: When | None) -> Words:
        """Return the days a time allows without a preposition: "27 February 2022", "mid-May 2022"."""
        if when is None or not when.latest:
            return NOTHING
        first = dt.date.fromisoformat(when.earliest or when.latest)
        return Words(self._span(first, dt.date.fromisoformat(when.latest))[1])

    def end(self, when: When | None) -> Words:
        """Return when something ends: "on 15 May 2022", "mid-May 2022"."""
        if when is None or not when.latest:
            return NOTHING
        first = dt.date.fromisoformat(when.earliest or when.latest)
        kind, words = self._span(first, dt.date.fromisoformat(when.latest))
        return Words(self.phrases["time"][kind].format(words) if kind in ("day", "month", "year") else words)

    def _span(self, first: dt.date, last: dt.date) -> tuple[str, str]:
        times: dict[str, str] = self.phrases["time"]
        if first == last:
            return "day", self.day(first)
        month = str(format_skeleton("yMMMM", first, locale=self.language))
        if (first.year, first.month) == (last.year, last.month):
            ends = last.day >= 28
            if first.day == 1 and ends:
                return "month", month
            for (low, high), name in _THIRDS.items():
                if first.day == low and (last.day == high or (high == 31 and ends)):
                    return "third", times[name].format(month)
        if first.year == last.year and first.day == 1:
            if (first.month, last.month) == (1, 12):
                return "year", str(first.year)
            part = {(1, 2): "early", (5, 8): "mid", (11, 12): "late"}.get((first.month, last.month))
            if part is not None:
                return "third", times[part].format(first.year)
        return "range", times["range"].format(self.day(first), self.day(last))

    def duration(self, iso: str | None) -> Words:
        """Return a length of time (ISO 8601, one unit): "six months"."""
        match = re.fullmatch(r"P(\d+)([DWMY])", iso or "")
        if match is None:
            return NOTHING
        one, many = self.phrases["duration"][match[2]]
        return Words((one if match[1] == "1" else many).format(match[1]))


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
