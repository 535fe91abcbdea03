"""What cases of prose are held beside: what a text must say, and what it must not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from missionwatch.records import EVENT_TYPES, PREDICATES, ROLES, Modality, Relation

if TYPE_CHECKING:
    from missionwatch.records import Statement
    from tests.reading.conftest import Read

KINDS = {*EVENT_TYPES, *PREDICATES} - {"event"}
WORDS = {
    "": {*KINDS, *get_args(Modality), "not", "hearsay"},
    "=": {*ROLES, "n", "killed", "injured", "grade", "function", "options", "effect", "by"},
    ":": {*get_args(Relation)},
}
"""The words that a line can have: alone, or by the sign between a name and what it is."""


def brief(statement: Statement) -> str:
    """Return a statement in one line: predicate, type, who does what to whom, how."""
    parts = [statement.type or statement.predicate]
    parts += [
        f"{role}={'+'.join((r.id or r.country or '?').split(':')[-1] for r in refs)}"
        for role, refs in sorted(statement.roles.items())
    ]
    if statement.quantity is not None:
        value = statement.quantity.value
        parts.append(f"n={statement.quantity.qualifier if value is None else format(value, 'g')}")
    counts = [(name, getattr(statement, name)) for name in ("killed", "injured")]
    parts += [
        f"{name}={count.qualifier if count.value is None else format(count.value, 'g')}"
        for name, count in counts
        if count
    ]
    words = [(name, getattr(statement, name)) for name in ("grade", "function")]
    parts += [f"{name}={word}" for name, word in words if word]
    parts += [f"{name}={'+'.join(said)}" for name in ("options", "effect") if (said := getattr(statement, name))]
    if statement.holders:
        parts.append(f"by={'+'.join((r.id or '?').split(':')[-1] for r in statement.holders)}")
    if statement.modality != "actual" and statement.predicate != "risk":
        parts.append(statement.modality)
    parts += ["not"] if statement.negated else []
    parts += ["hearsay"] if statement.hearsay else []
    if statement.time is not None:
        parts.append(f"{statement.time.relation}:{statement.time.edtf}")
    return " ".join(parts)


def words_of(statement: Statement) -> set[str]:
    """Return the words of a statement's line; ``actual`` is one of what is said to be so, neither planned nor weighed nor denied."""
    so = statement.modality == "actual" and not statement.negated
    return {*brief(statement).split(), *(["actual"] if so else [])}


def idle(lines: list[str]) -> list[str]:
    """Return the words that no statement's line can have: with one of them, what must not be said never is."""
    words = [word for line in lines for word in line.split()]
    parts = [(word, *re.split("([=:])", word)[:2], "") for word in words]
    return [word for word, name, sign, *_ in parts if name not in WORDS[sign]]


def says(read: Read, language: str, text: str, expected: list[str], forbidden: list[str]) -> None:
    """Fail where a text is not read as saying each of ``expected``, or says one of ``forbidden``; the words of a line in any order."""
    assert idle([*expected, *forbidden]) == []
    said = [words_of(statement) for statement in read(text, language=language)[1]]
    for line in expected:
        assert any(set(line.split()) <= words for words in said), said
    for line in forbidden:
        assert not any(set(line.split()) <= words for words in said), said
