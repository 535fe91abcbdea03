"""Names and numbers in the language of the briefing; never in the words of a source in another language without saying so."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from babel.numbers import format_decimal

from missionwatch import register
from missionwatch.briefing.patterns import NOTHING, Words, fill, joined, languages, listed, load
from missionwatch.briefing.times import Times

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from missionwatch.records import Asset, EntityRef, Quantity, Statement

_QUOTES = str.maketrans({"“": "‘", "”": "’", "«": "‘", "»": "’", '"': "’", "\ue000": "", "\ue001": ""})


class Names(Times):
    """Says who, how many and when, in one language."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.phrases = load(language)
        self._register = register.load()

    def fill(self, pattern: str, gaps: dict[str, Words]) -> str | None:
        """Return a pattern filled by the rules of this language; None where a name it needs is not filled."""
        return fill(pattern, gaps, self.language)

    # --- who

    def entity(self, ref: EntityRef, *, function: str | None = None, spoken: str | None = None) -> Words:
        """Return a party, place or mission by its name in this language.

        What nobody knows stands in quotation marks, as the source has it in the language ``spoken``.
        """
        if ref.kind == "person":
            return Words(ref.name or ref.text)
        name = self._register.name(ref.id, self.language) if ref.id else None
        if name is None:
            if ref.name:
                return Words(ref.name)
            return Words(self.quote(ref.text, spoken), many=_plural(ref.text, spoken or self.language))
        if ref.kind == "state" and ref.body and ref.country:
            return self._body(ref.country, ref.body, name, function)
        return self._articled(name, ref.kind or "")

    def title(self, ref: EntityRef) -> str:
        """Return a name as it stands alone, in a heading or a table."""
        return (self._register.name(ref.id, self.language) if ref.id else None) or ref.name or ref.text

    def there(self, refs: Iterable[EntityRef], *, spoken: str | None = None, near: Collection[str] = ()) -> Words:
        """Return where something is: "in Mali", "au Mali et à Gao"; of places (ids) that it is only ``near``: "near Gao"."""
        said: list[str] = []
        for ref in refs:
            name = self._register.name(ref.id, self.language) if ref.id else None
            rule = self._article(name, ref.kind or "") if name else {}
            pattern = str(rule.get("there", self.phrases["body"]["there"]))
            pattern = str(self.phrases["body"]["near"]) if ref.id in near else pattern
            full = self.entity(ref, spoken=spoken).text
            said.append(joined(pattern.format(name=name or full, full=full), self.language))
        return self.listed(list(dict.fromkeys(said)))

    def all_of(self, refs: Iterable[EntityRef], *, function: str | None = None, spoken: str | None = None) -> Words:
        """Return several as one: "France and Denmark" (each once); an office and who acts in it are one."""
        refs = tuple(refs)
        held = {ref.office for ref in refs}
        parties = (ref for ref in refs if ref.id is None or ref.id not in held)
        said = list(dict.fromkeys(self.entity(ref, function=function, spoken=spoken) for ref in parties))
        if len(said) < 2:
            return said[0] if said else NOTHING
        return self.together(said)

    def together(self, said: Sequence[Words]) -> Words:
        """Return several words as one, which is plural, and feminine where all are."""
        parts = tuple(words.text for words in said)
        return Words(listed(parts, self.language), many=True, feminine=all(w.feminine for w in said), parts=parts)

    def hosts(self, mission: str | None) -> tuple[str, ...]:
        """Return the countries (ISO alpha-2) in which a mission is."""
        entry = self._register.mission(mission)
        return entry.hosts if entry is not None else ()

    def leads(self, mission: str | None) -> tuple[str, ...]:
        """Return the states (ids) that run a mission or lead it; nothing where it is not known."""
        entry = self._register.mission(mission)
        return () if entry is None else (entry.operator, *(f"state:{lead}" for lead in entry.lead))

    def serving(self, forces: Sequence[EntityRef], missions: Iterable[EntityRef]) -> Words:
        """Return soldiers of states who serve in missions: "Jordanian soldiers of MINUSMA"."""
        mission = {"mission": self.all_of(missions)}
        said = [
            self.fill(
                self.phrases["body"]["serving"],
                self._gaps(ref.country or "", self.country(ref.country or "").text) | mission,
            )
            for ref in forces
        ]
        return self.together([Words(text or "") for text in said])

    def country(self, country: str) -> Words:
        """Return a state's name."""
        return self._articled(self._register.name(f"state:{country}", self.language) or country, "state")

    def own(self, country: str, key: str) -> str:
        """Return a phrase on what is a country's own: "The Dutch contribution"."""
        return self.fill(self.phrases["body"][key], self._gaps(country, self.country(country).text)) or ""

    def quote(self, words: str, spoken: str | None) -> str:
        """Return a source's own words in this language's quotation marks; another language is named."""
        words = " ".join(words.translate(_QUOTES).split())
        marks: dict[str, Any] = self.phrases["quote"]
        if spoken is None or spoken == self.language:
            return str(marks["own"]).format(words)
        return str(marks["foreign"]).format(words, marks["languages"].get(spoken, spoken))

    def _body(self, country: str, body: str, name: str, function: str | None) -> Words:
        bodies: dict[str, Any] = self.phrases["body"]
        key = "function" if body == "diplomats" and function else body
        gaps = self._gaps(country, self._articled(name, "state").text)
        gaps["function"] = Words(self.function(function) if function else "")
        return Words(
            self.fill(bodies[key], gaps) or name, many=key in bodies["many"], feminine=key in bodies["feminine"]
        )

    def _gaps(self, country: str, name: str) -> dict[str, Words]:
        """Return a state's name and the forms of its adjective, by the names this language has for them."""
        forms = self._register.adjective(country, self.language)
        tables: dict[str, dict[str, int]] = self.phrases["adjective"]
        places = tables.get(str(len(forms)), tables["default"]) if forms else {}
        return {key: Words(forms[min(at, len(forms) - 1)]) for key, at in places.items()} | {"name": Words(name)}

    def _article(self, name: str, kind: str) -> dict[str, Any]:
        for rule in self.phrases["article"]:
            if kind in rule.get("kinds", (kind,)) and re.search(rule["match"], name):
                return dict(rule)
        return {}

    def _articled(self, name: str, kind: str) -> Words:
        rule = self._article(name, kind)
        said = name[:1].lower() + name[1:] if rule.get("lower") else name
        text = joined(f"{rule.get('word', '')} {said}".strip(), self.language)
        return Words(text, many=rule.get("many", False), feminine=rule.get("feminine", False))

    # --- how many

    def function(self, code: str, *, many: bool = False) -> str:
        """Return a function's name; the code itself where there is none."""
        said: list[str] = self.phrases["function"].get(code, [code, code])
        return said[many]

    def several(self, code: str, words: str, spoken: str | None) -> bool:
        """Say whether a source's words name a function only in its plural: "their ambassadors"."""
        if spoken not in languages():
            return False
        one, many, *_ = load(spoken or "")["function"].get(code, ("", ""))
        told = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", words.casefold())
        return one != many and many.casefold() in told and one.casefold() not in told

    def amount(self, quantity: Quantity | None, noun: Sequence[str]) -> Words:
        """Return a number with what it counts: "about 100 soldiers". A third word of the noun says that it is feminine."""
        if quantity is None:
            return NOTHING
        amounts: dict[str, str] = self.phrases["amount"]
        feminine = len(noun) > 2
        if quantity.span is not None:
            low, high = (self.number(n) for n in quantity.span)
            text = amounts["span"].format(low=low, high=high, noun=noun[1])
            return Words(joined(text, self.language), many=True, feminine=feminine)
        if quantity.value is None:
            pattern = amounts.get(quantity.qualifier, amounts["unknown"])
            pattern = amounts["several"] if "{n}" in pattern else pattern
            return Words(joined(pattern.format(n="", noun=noun[1]), self.language), many=True, feminine=feminine)
        one = quantity.value == 1
        text = amounts[quantity.qualifier].format(n=self.number(quantity.value, feminine), noun=noun[0 if one else 1])
        return Words(joined(text, self.language), many=not one, feminine=feminine)

    def number(self, value: float, feminine: bool = False) -> str:
        """Return a number as running text has it: small ones in words."""
        small: list[str] = self.phrases["amount"]["small"]
        if value == int(value) and 0 < value < len(small):
            return str(self.phrases["amount"]["one_feminine"]) if feminine and value == 1 else small[int(value)]
        return format_decimal(value, locale=self.language)

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

    def fallen(self, quantity: Quantity | None, how: str, spoken: str | None) -> Words:
        """Return how many were killed or injured (``how``), and who they were where the source says so in a word that is known."""
        amounts = self.phrases["amount"]
        words = quantity.text.casefold().split() if quantity is not None and spoken in languages() else []
        for code, known in load(spoken or self.language)["fallen"].items() if words else ():
            if any(f" {form} " in f" {' '.join(words)} " for form in known):
                one, many, *_ = self.phrases["fallen"][code]
                return self.amount(
                    quantity, [p.format(n) for p, n in zip(amounts[f"{how}_who"], (one, many), strict=True)]
                )
        return self.amount(quantity, amounts[how])

    def casualties(self, statement: Statement, spoken: str | None = None) -> Words:
        """Return the killed and injured of an event."""
        amounts = self.phrases["amount"]
        said = [words for how in ("killed", "injured") if (words := self.fallen(getattr(statement, how), how, spoken))]
        if not said:
            return NOTHING
        what = self.together(said) if len(said) > 1 else said[0]
        return Words(self.fill(amounts["casualties"], {"what": what}) or "")

    def assets(self, assets: Sequence[Asset]) -> Words:
        """Return equipment: "a C-130", "two helicopters"."""
        said = []
        for asset in assets:
            noun: list[str] = self.phrases["asset"].get(asset.name, [asset.name, asset.name])
            if asset.quantity is None or (asset.quantity.value == 1 and asset.quantity.qualifier == "exact"):
                pattern = self.phrases["amount"]["asset"][len(noun) > 2]
                said.append(joined(pattern.format(noun[0]), self.language))
            else:
                said.append(self.amount(asset.quantity, noun).text)
        return self.listed(said)

    def listed(self, said: Sequence[str]) -> Words:
        """Return words joined: "a, b and c"."""
        return Words(listed(said, self.language), many=len(said) > 1, parts=tuple(said))


def _plural(text: str, language: str) -> bool:
    """Say whether words that no register knows look like several, by the plural endings of their language."""
    return language in languages() and _plurals(language).search(text.strip()) is not None


@cache
def _plurals(language: str) -> re.Pattern[str]:
    return re.compile(load(language)["body"]["plural"])
