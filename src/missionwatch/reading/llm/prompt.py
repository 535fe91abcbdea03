"""The question put to the model, and the form of its answer."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Annotated, Any

import msgspec
import tomli

from missionwatch.records import EVENT_TYPES, GRADES, HAZARDS, OPTIONS, PURPOSES, ROLES, Modality, Predicate, Relation

VERSION = 1
"""Counts up whenever the same model may answer otherwise or the program reads its answers otherwise."""

# Brackets open control words in many chat templates, and our own marks; a report cannot open one.
_HARMLESS = str.maketrans("<>[]⟦⟧", "‹›()()")

Type = Annotated[str, msgspec.Meta(extra_json_schema={"enum": list(EVENT_TYPES)})]
Grade = Annotated[str, msgspec.Meta(extra_json_schema={"enum": list(GRADES)})]
Purpose = Annotated[str, msgspec.Meta(extra_json_schema={"enum": list(PURPOSES)})]
Option = Annotated[str, msgspec.Meta(extra_json_schema={"enum": list(OPTIONS)})]
Hazard = Annotated[str, msgspec.Meta(extra_json_schema={"enum": list(HAZARDS)})]
Role = Annotated[str, msgspec.Meta(extra_json_schema={"enum": list(ROLES)})]


class Filled(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A role and the words that fill it."""

    role: Role
    words: str


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One statement as the model gives it: words of the report and codes, not yet checked."""

    quote: str
    predicate: Predicate
    type: Type | None = None
    roles: tuple[Filled, ...] = ()
    number: str | None = None
    killed: str | None = None
    injured: str | None = None
    time: str | None = None
    relation: Relation = "at"
    function: str | None = None
    assets: tuple[str, ...] = ()
    modality: Modality = "actual"
    negated: bool = False
    hearsay: bool = False
    likelihood: str | None = None
    holders: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    grade: Grade | None = None
    purposes: tuple[Purpose, ...] = ()
    options: tuple[Option, ...] = ()
    causes: tuple[Hazard, ...] = ()
    effects: tuple[Hazard, ...] = ()


class _Asked(msgspec.Struct):
    statements: list[Said]


class _Given(msgspec.Struct):
    statements: list[msgspec.Raw]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a predicate says, which roles it may fill, and what it cannot do without (one of each group)."""

    says: str
    roles: frozenset[str]
    needs: tuple[tuple[str, ...], ...]


@cache
def rules() -> dict[str, Rule]:
    """Return the rule of each predicate."""
    listed = tomli.loads(_file("predicates.toml"))
    return {
        name: Rule(rule["says"], frozenset(rule["roles"]), tuple(tuple(group) for group in rule["needs"]))
        for name, rule in listed.items()
    }


@cache
def schema() -> dict[str, Any]:
    """Return the JSON schema of an answer; as strict endpoints want it, every field is required."""
    _, parts = msgspec.json.schema_components([_Asked], ref_template="#/$defs/{name}")
    for part in parts.values():
        part.pop("description", None)  # of our types, not of the report
        part.pop("title")
        part["required"] = list(part["properties"])
        part["additionalProperties"] = False
        for field in part["properties"].values():
            field.pop("default", None)
    return {**parts.pop("_Asked"), "$defs": parts}


def messages(text: str) -> list[dict[str, str]]:
    """Return the question on a text. The marks carry a code that the text cannot know, for it depends on the text."""
    code = hashlib.sha256(text.encode()).hexdigest()[:16]
    return [
        {"role": "system", "content": _instructions()},
        {
            "role": "user",
            "content": f"⟦report {code}⟧\n{text.translate(_HARMLESS)}\n⟦end of report {code}⟧\n"
            "List the statements of this report.",
        },
    ]


def key(model: str, asked: list[dict[str, str]]) -> str:
    """Return what an answer is kept under: a digest of all it depends on."""
    return hashlib.sha256(msgspec.json.encode([VERSION, model, asked, schema()])).hexdigest()


def decode(answer: str) -> list[Said | None] | None:
    """Return the statements of an answer, with None for one that is out of form; None where all of it is."""
    try:
        given = msgspec.json.decode(answer, type=_Given).statements
    except (msgspec.MsgspecError, UnicodeError):
        return None
    return [_decoded(one) for one in given]


def _decoded(one: msgspec.Raw) -> Said | None:
    try:
        return msgspec.json.decode(one, type=Said)
    except (msgspec.MsgspecError, UnicodeError):
        return None


@cache
def _instructions() -> str:
    listed = "\n".join(
        f"  - {name}: {rule.says}. Roles: {', '.join(sorted(rule.roles)) or 'none'}." for name, rule in rules().items()
    )
    return _file("prompt.md").format(predicates=listed, types=", ".join(EVENT_TYPES))


def _file(name: str) -> str:
    return (resources.files("missionwatch.reading.llm") / name).read_text(encoding="utf-8")


__all__ = ["VERSION", "Filled", "Rule", "Said", "decode", "key", "messages", "rules", "schema"]
