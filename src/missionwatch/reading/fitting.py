"""Which statement serves which fact, and with which of its slots right. Pure: values in, values out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from missionwatch.reading.gold import Fact, Value
    from missionwatch.records import EntityRef, Quantity, Statement

# Event types near enough to be found as one another; the fact is then found, never exact.
_KIN: Mapping[str, frozenset[str]] = {
    "deploy": frozenset({"reinforce"}), "suspend": frozenset({"end", "reduce"}), "end": frozenset({"suspend", "withdraw"}),
    "condemn": frozenset({"accuse"}), "accuse": frozenset({"condemn"}), "obstruct": frozenset({"deny_access"}),
    "attack": frozenset({"clash"}), "approve": frozenset({"decide"}),
}  # fmt: skip
# A fact's predicate, and another that says it as well.
_SAME = frozenset({("presence", "contribution"), ("contribution", "presence"), ("leadership", "post")})
_ALIAS = {"prime-minister": "head-of-government", "president": "head-of-state"}
# A slot, and the roles that may fill it.
_ROLES: Mapping[str, tuple[str, ...]] = {
    "contributor": ("contributor", "actor"), "actor": ("actor", "contributor"),
    "target": ("target", "mission", "partner"), "mission": ("mission", "target"), "leader": ("leader",),
    "instigator": ("instigator",), "country": ("state", "organisation"),
}  # fmt: skip
_NEAR = 0.5  # what a type that is only kin costs, in shares of the slots: an exact type wins
_DENIED = 0.01  # what a denial costs: of two that fit alike, the one that says so wins
_LIKELY = 0.5  # the lowest chance that "likely" leaves


@dataclass(frozen=True, slots=True)
class Fit:
    """How a statement fits a fact: how many slots are right, which are wrong, and whether its type is only kin."""

    right: int
    wrong: tuple[str, ...]
    kin: bool

    @property
    def found(self) -> bool:
        """Say whether at least half of the slots are right."""
        return self.right >= len(self.wrong)

    @property
    def exact(self) -> bool:
        """Say whether everything is right."""
        return not self.wrong and not self.kin

    @property
    def share(self) -> float:
        """Return the share of slots that are right, 0–1; 0 where a fact has no slots."""
        return self.right / max(self.right + len(self.wrong), 1)


def plain(said: object) -> str:
    """Return words as they are compared: no accents, no capitals, one dash between (``Zr.Ms. Tromp``: zr-ms-tromp)."""
    bare = unicodedata.normalize("NFKD", str(said)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def span(said: str) -> tuple[str, str]:
    """Return the first and the last day that a year, month, day or ``a/b`` allows, to be compared as text."""
    first, _, last = said.partition("/")
    last = last or first
    return first + "-01-01"[len(first) - 4 :], last + "-12-31"[len(last) - 4 :]


def fit(fact: Fact, statement: Statement) -> Fit | None:
    """Return how a statement fits a fact, or None where it says another sort of thing."""
    if fact.predicate != statement.predicate and (fact.predicate, statement.predicate) not in _SAME:
        return None
    kin = fact.type is not None and fact.type != statement.type
    if kin and statement.type not in _KIN.get(fact.type or "", ()):
        return None
    wrong = tuple(slot for slot, want in fact.slots.items() if not _right(slot, want, statement))
    return Fit(len(fact.slots) - len(wrong), wrong, kin)


def breaks(never: Fact, statement: Statement) -> bool:
    """Say whether a statement says what must never be read: its very type, and every slot."""
    fitting = fit(never, statement)
    return fitting is not None and fitting.exact


def pair(facts: Sequence[Fact], statements: Sequence[Statement]) -> dict[int, tuple[int, Fit]]:
    """Return for each fact that was found, by its place, the place of the statement that serves it, and how it fits.

    The best fits are paired first, and a statement serves one fact; so the pairs are the same whoever counts them.
    """
    possible = []
    for number, fact in enumerate(facts):
        for at, statement in enumerate(statements):
            fitting = fit(fact, statement)
            if fitting is not None and fitting.found:
                worth = fitting.share - _NEAR * fitting.kin - _DENIED * statement.negated
                possible.append((worth, number, at, fitting))
    pairs: dict[int, tuple[int, Fit]] = {}
    serving: set[int] = set()
    for _, number, at, fitting in sorted(possible, key=lambda one: -one[0]):  # stable: the first of equals
        if number not in pairs and at not in serving:
            pairs[number] = (at, fitting)
            serving.add(at)
    return pairs


def _right(slot: str, want: Value, statement: Statement) -> bool:
    if isinstance(want, tuple):
        if slot == "modality":
            return statement.modality in want
        everyone = _codes(statement.about) | _named(statement, *statement.roles)
        return all(plain(one) in everyone for one in want)
    if slot in _ROLES:
        return plain(want) in _named(statement, *_ROLES[slot])
    match slot:
        case "place":  # a country must be named as the place; a town may be where a mission is
            roles = ("place", "target") if len(want) == 2 else ("place", "mission", "target", "actor")
            return plain(want) in _named(statement, *roles)
        case "holder":
            return plain(want) in _codes(statement.holders)
        case "person":  # by the last name
            return plain(want).rsplit("-", 1)[-1] in " ".join(_named(statement, "person", "leader"))
        case "about":
            return statement.quantity is not None and statement.quantity.qualifier != "exact"
        case "quantity" | "killed" | "injured":
            quantity: Quantity | None = getattr(statement, slot)
            return quantity is not None and quantity.value is not None and quantity.value == float(want)
        case "asset":
            return plain(want) in " ".join(plain(asset.name or asset.text) for asset in statement.assets)
        case "modality":
            return statement.modality == want
        case "likelihood":
            said = statement.likelihood
            return said is not None and (want != "likely" or said.low >= _LIKELY)
        case "when" | "start" | "since" | "end":
            return _within(statement, want, last=slot == "end")
        case "effect":
            return plain(want) in _named(statement, "effect") | _codes(statement.effect)
        case "options" | "purposes":
            return plain(want) in _codes(getattr(statement, slot))
        case "negated" | "hearsay":
            return bool(getattr(statement, slot)) == (want == "true")
        case "part":
            return statement.evidence.part == want
        case _:
            return _code(getattr(statement, slot)) == _code(want)


def _code(said: str | bool | tuple[str, ...] | None) -> str:
    code = plain(", ".join(said) if isinstance(said, tuple) else said or "")
    return _ALIAS.get(code, code)


def _named(statement: Statement, *roles: str) -> set[str]:
    return _codes(chain.from_iterable(statement.roles.get(role, ()) for role in roles))


def _codes(refs: Iterable[EntityRef | str]) -> set[str]:
    """Return all that refs may be called by: country, name, words and the slug of their id."""
    names: set[str] = set()
    for ref in refs:
        said = (ref,) if isinstance(ref, str) else (ref.country, ref.name, ref.text, (ref.id or "").partition(":")[2])
        names.update(plain(one) for one in said if one)
    return names


def _within(statement: Statement, want: str, *, last: bool) -> bool:
    time = statement.time
    if time is None:
        return False
    day = (time.latest or time.earliest) if last else (time.earliest or time.latest)
    first, final = span(want)
    return day is not None and first <= day[:10] <= final
