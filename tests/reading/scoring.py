"""Comparing a reading with what a careful reader gets: which facts were read, and with which of their slots right."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from missionwatch.records import EntityRef, Statement

_ROLES = {
    "contributor": ("contributor", "actor"), "actor": ("actor", "contributor"), "target": ("target", "mission", "partner"),
    "mission": ("mission", "target"), "leader": ("leader",), "instigator": ("instigator",),
}  # fmt: skip
_ALIKE = {("presence", "contribution"), ("contribution", "presence"), ("leadership", "post")}


def _plain(text: object) -> str:
    bare = unicodedata.normalize("NFKD", str(text)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def _codes(refs: Iterable[EntityRef | str]) -> set[str]:
    out: set[str] = set()
    for ref in refs:
        if isinstance(ref, str):
            out.add(ref)
        else:
            said = (ref.country, ref.name, ref.text, (ref.id or "").split(":")[-1])
            out.update(_plain(word) for word in said if word)
    return out


def _right(slot: str, want: Any, statement: Statement) -> bool:
    roles = statement.roles
    if slot in _ROLES:
        return _plain(want) in _codes(r for name in _ROLES[slot] for r in roles.get(name, ()))
    match slot:
        case "place":
            return _plain(want) in _codes((*roles.get("place", ()), *roles.get("target", ())))
        case "holder":
            return _plain(want) in _codes(statement.holders)
        case "person":
            return _plain(want).split("-")[-1] in " ".join(_codes(roles.get("person", ())))
        case "about" if isinstance(want, list):
            everyone = _codes((*statement.about, *(r for refs in roles.values() for r in refs)))
            return all(_plain(one) in everyone for one in want)
        case "about":
            return statement.quantity is not None and statement.quantity.qualifier != "exact"
        case "quantity" | "killed" | "injured":
            quantity = getattr(statement, slot)
            return quantity is not None and bool(quantity.value == want)
        case "asset":
            return any(_plain(want) == _plain(asset.name) for asset in statement.assets)
        case "likelihood":
            return statement.likelihood is not None and statement.likelihood.low >= 0.5
        case "since" | "end":
            time = statement.time
            day = (time.latest if slot == "end" else time.earliest) if time is not None else None
            first, _, last = str(want).partition("/")
            return day is not None and first <= day[: len(first)] and day[: len(last or first)] <= (last or first)
        case "effect" | "options" | "purposes":
            return bool(want in getattr(statement, slot))
        case "part":
            return bool(statement.evidence.part == want)
        case _:
            return bool(getattr(statement, slot) == want)


def fit(fact: dict[str, Any], statement: Statement) -> tuple[int, list[str]] | None:
    """Return how many slots of a fact a statement gets right and which it gets wrong, or None where it is another thing."""
    said = statement.predicate
    if fact["predicate"] != said and (fact["predicate"], said) not in _ALIKE:
        return None
    if fact.get("type") != statement.type and "type" in fact:
        return None
    slots = {key: value for key, value in fact.items() if key not in ("predicate", "type")}
    wrong = [slot for slot, want in slots.items() if not _right(slot, want, statement)]
    return len(slots) - len(wrong), wrong


def score(facts: Sequence[dict[str, Any]], statements: Sequence[Statement]) -> tuple[int, int, list[str]]:
    """Return how many facts were found (half of the slots right), how many exactly, and what was missed or wrong."""
    pairs = []
    for i, fact in enumerate(facts):
        for j, statement in enumerate(statements):
            match = fit(fact, statement)
            slots = len(fact) - 1 - ("type" in fact)
            if match is not None and match[0] * 2 >= slots:
                pairs.append((match[0] / max(slots, 1), i, j, match[1]))
    done: dict[int, list[str]] = {}
    used: set[int] = set()
    for _, i, j, wrong in sorted(pairs, key=lambda pair: -pair[0]):
        if i not in done and j not in used:
            done[i] = wrong
            used.add(j)
    faults = [f"missed: {fact}" for i, fact in enumerate(facts) if i not in done]
    faults += [f"wrong {', '.join(wrong)}: {facts[i]}" for i, wrong in done.items() if wrong]
    return len(done), sum(not wrong for wrong in done.values()), faults
