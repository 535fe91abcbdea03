"""Gold files: reports with the facts that a careful reader gets from them (how to write one: docs/reading.md)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, get_args

import msgspec
import yaml

from missionwatch.errors import GoldError
from missionwatch.reading.fitting import plain, span
from missionwatch.reading.frames.loading import languages
from missionwatch.records import EVENT_TYPES, PREDICATES, Modality, PartKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

Value = str | tuple[str, ...]
"""What a slot wants: words, a code, a number or a date as text; several where the slot is a list."""

_NAMES = frozenset({
    "actor", "asset", "cause", "caveat", "contributor", "country", "duration", "effect", "function", "grade", "holder",
    "instigator", "leader", "likelihood", "mission", "options", "part", "person", "place", "purposes", "rank", "subject",
    "target",
})  # fmt: skip
_NUMBERS = frozenset({"quantity", "killed", "injured"})
_DATES = frozenset({"when", "since", "start", "end"})
_FLAGS = frozenset({"negated", "hearsay"})
_SLOTS = sorted(_NAMES | _NUMBERS | _DATES | _FLAGS | {"about", "modality"})
_CODES = {"modality": get_args(Modality), "part": get_args(PartKind), "subject": ("mission", "contribution")}
_MOST = 10**12  # nothing that is counted comes near
_DATE = re.compile(r"\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?", re.ASCII)
_FILE_NAME = re.compile(r"\S+\.[A-Za-z]\w*")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a report says: its predicate, its event type, and the slots that are scored.

    ``Fact.of({"predicate": "event", "type": "withdraw", "actor": "DK"})`` is the Danes' withdrawal.
    """

    predicate: str
    type: str | None
    slots: Mapping[str, Value]

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> Fact:
        """Make a fact of what a gold file says; raise ``GoldError`` that names the slot and the remedy."""
        predicate, kind = said.get("predicate"), said.get("type")
        if predicate not in PREDICATES:
            raise GoldError(f"predicate {predicate!r} is none of {', '.join(PREDICATES)}")
        if kind is not None and (predicate != "event" or kind not in tuple(EVENT_TYPES)):
            raise GoldError(f"type {kind!r} is no type of {predicate}; events have one of {', '.join(EVENT_TYPES)}")
        slots = {slot: _value(slot, want) for slot, want in said.items() if slot not in ("predicate", "type")}
        return cls(predicate, kind, slots)

    @property
    def kind(self) -> str:
        """Return what sort of thing it is: an event's type, else the predicate."""
        return self.type or self.predicate

    def __str__(self) -> str:
        """Return the fact in one line: ``withdraw, actor: DK, mission: takuba``."""
        said = ((slot, ", ".join(want) if isinstance(want, tuple) else want) for slot, want in self.slots.items())
        return ", ".join((self.kind, *(f"{slot}: {want}" for slot, want in said)))


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A report, the facts in it, and what must never be read in it.

    It stands in ``file``, or is ``text`` where that is not None. Where it is not ``complete`` it has facts beyond
    those listed, so a statement that fits none may still be right.
    """

    id: str
    language: str
    published: date | None
    file: Path
    text: str | None
    facts: tuple[Fact, ...]
    never: tuple[Fact, ...]
    complete: bool


class _Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: str
    lang: str
    published: date | None = None
    genre: str | None = None
    file: str | None = None
    text: str | None = None
    facts: list[dict[str, Any]]
    never: list[dict[str, Any]] = []
    complete: bool = True


class _Loader(yaml.SafeLoader):
    """A safe loader that refuses a key said twice, of which YAML would drop the first, and aliases, which may be endless."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.composer.ComposerError(None, None, "an alias (*); write it out", self.get_mark())
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = Counter(key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode))
        for key in (key for key, count in keys.items() if count > 1):
            raise yaml.constructor.ConstructorError(None, None, f"{key!r} is said twice", node.start_mark)
        return super().construct_mapping(node, deep)


def load_gold(path: Path) -> tuple[GoldReport, ...]:
    """Load a gold file: a YAML list of reports.

    Raises ``GoldError`` that names the file, the report, the fact and what is wrong with it.
    """
    try:
        listed = yaml.load(path.read_bytes(), Loader=_Loader)  # noqa: S506 - a safe loader
    except OSError as fault:
        raise GoldError(f"cannot read {path}: {fault.strerror}; name a gold file") from fault
    except (yaml.YAMLError, ValueError, RecursionError) as fault:  # a ValueError is a date such as 2024-02-30
        raise GoldError(f"{path} is no YAML that can be read: {' '.join(str(fault).split())}") from fault
    if not isinstance(listed, list) or not listed:
        raise GoldError(f"{path} is no list of reports; each begins with `- id:`")
    reports = []
    for number, said in enumerate(listed, 1):
        name = said["id"] if isinstance(said, dict) and isinstance(said.get("id"), str) else number
        try:
            reports.append(_report(msgspec.convert(said, _Said), path))
        except (GoldError, msgspec.ValidationError, ValueError) as fault:  # a ValueError is an endless number
            raise GoldError(f"{path}: report {name}: {fault}") from fault
    for twice, count in Counter(report.id for report in reports).items():
        if count > 1:
            raise GoldError(f"{path}: report {twice}: there are {count} reports of this id; give each its own")
    return tuple(reports)


def _report(said: _Said, path: Path) -> GoldReport:
    if said.lang not in languages():
        raise GoldError(f"no language pack for lang {said.lang!r}; there is {', '.join(languages())}")
    file, text = said.file, said.text
    if (file is None) == (text is None):
        raise GoldError("give either text or file, where the report stands")
    if text is not None and _FILE_NAME.fullmatch(text.strip()):  # a text of one word with a suffix names its file
        file, text = text.strip(), None
    if text is not None and not text.strip():
        raise GoldError("its text is empty")
    beside = path.parent / file if file is not None else path.with_name(f"{path.name}#{said.id}")
    if text is None and not beside.is_file():
        raise GoldError(f"there is no file {beside}; paths count from the gold file's folder")
    return GoldReport(
        id=said.id, language=said.lang, published=said.published, file=beside, text=text,
        facts=_facts("fact", said.facts), never=_facts("never", said.never), complete=said.complete,
    )  # fmt: skip


def _facts(what: str, listed: Sequence[Mapping[str, Any]]) -> tuple[Fact, ...]:
    facts = []
    for number, said in enumerate(listed, 1):
        try:
            facts.append(Fact.of(said))
        except GoldError as fault:
            raise GoldError(f"{what} {number}: {fault}") from fault
    return tuple(facts)


def _value(slot: str, want: Any) -> Value:
    if slot not in _SLOTS:
        raise GoldError(f"there is no slot {slot!r}; there is {', '.join(_SLOTS)}")
    if slot in ("about", "modality") and isinstance(want, list) and want:
        return tuple(_word(slot, one) for one in want)
    if slot == "about":
        if want is not True:
            raise GoldError(f"about {want!r}: give a list of names, or true where the quantity is not exact")
        return "true"
    if slot in _FLAGS:
        if not isinstance(want, bool):
            raise GoldError(f"{slot} {want!r}: write true or false")
        return str(want).lower()
    if slot in _NUMBERS:
        if isinstance(want, bool) or not isinstance(want, int | float) or not 0 <= want < _MOST:
            raise GoldError(f"{slot} {want!r} is no number of people or things; write it in digits")
        return str(want)
    return _date(slot, want) if slot in _DATES else _word(slot, want)


def _word(slot: str, want: Any) -> str:
    if isinstance(want, bool):
        raise GoldError(f"{slot} is a yes or no to YAML; write it in quotes, for example 'NO' for Norway")
    if not isinstance(want, str) or not plain(want):
        raise GoldError(f"{slot} {want!r} is no name or code; write words, one fact for each")
    if slot in _CODES and want not in _CODES[slot]:
        raise GoldError(f"{slot} {want!r} is none of {', '.join(_CODES[slot])}")
    return want


def _date(slot: str, want: Any) -> str:
    said = want.isoformat() if isinstance(want, date) else str(want)
    if not _is_date(said):
        raise GoldError(
            f"{slot} {said!r} is no date; write 2022, 2022-01, 2022-01-31 or two of them with a slash between"
        )
    return said


def _is_date(said: str) -> bool:
    if not _DATE.fullmatch(said):
        return False
    try:
        for day in said.split("/"):
            date.fromisoformat(day + "-01-01"[len(day) - 4 :])
    except ValueError:
        return False
    first, last = span(said)
    return first <= last
