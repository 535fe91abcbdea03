"""Checking an indicators file: every fault at once, each with its file, signal, key and remedy; and what can never count."""

from __future__ import annotations

import difflib
import math
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Any, get_args

import msgspec
import tomli

from missionwatch import register
from missionwatch.assessment.indicators import (
    LONGEST,
    ROLES_OF_SIGNAL,
    Holding,
    Indicators,
    Measure,
    Named,
    Scope,
    Shares,
    Signal,
    Trending,
    Where,
)
from missionwatch.assessment.parties import PARTIES
from missionwatch.errors import IndicatorsError
from missionwatch.records import (
    DIMENSIONS,
    EVENT_TYPES,
    GRADES,
    HAZARDS,
    LEVELS,
    OPTIONS,
    PREDICATES,
    EventSource,
    Modality,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

_NEEDED = ("id", "dimension", "why", "weight", "half_life", "cap")
_SORTS = ("predicate", "tempo")
_OF_TEMPO = ("measure", "least", "places", "sources", "media")
"""What only a signal on a tempo asks."""
_OF_EITHER = (*_NEEDED, *_SORTS, "background")
_DATASETS: tuple[str, ...] = get_args(EventSource)
_LISTS: Mapping[str, tuple[str, ...]] = {
    "types": tuple(EVENT_TYPES), "grades": GRADES, "options": OPTIONS, "effects": HAZARDS, "modality": get_args(Modality),
    "scope": get_args(Scope), "has": get_args(Named), **dict.fromkeys(ROLES_OF_SIGNAL, PARTIES), "functions": (),
    "places": get_args(Where),
}  # fmt: skip
_ONES: Mapping[str, tuple[str, ...]] = {
    "dimension": DIMENSIONS, "predicate": PREDICATES, "tempo": ("up",), "measure": get_args(Measure),
}  # fmt: skip
# Which predicates fill what a signal can ask for; what is not here, all do.
_ASKED_OF: Mapping[str, tuple[str, ...]] = {
    "types": ("event",), "grades": ("assessment", "interest"), "options": ("option",), "effects": ("risk",),
    "functions": ("event", "contribution", "post"), "has": ("event", "contribution"), "within": ("period",),
    "actor": ("event", "presence", "contribution", "period", "leadership", "post"), "target": ("event", "risk"),
    "instigator": ("event",), "share": ("event", "contribution", "period"),
}  # fmt: skip
_NARROWING = ("modality", "grades", "options", "effects", "functions", "has", *ROLES_OF_SIGNAL)


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with an indicators file, and what to do; a ``warning`` does not stop the file from being used."""

    file: str
    signal: str | None
    key: str
    says: str
    remedy: str
    warning: bool = False

    def __str__(self) -> str:
        """Return it in one line."""
        where = f"signal {self.signal}: {self.key}" if self.signal else self.key
        return f"{self.file}: {where} {self.says}; {self.remedy}"


def check(data: bytes, name: str) -> tuple[Indicators | None, tuple[Fault, ...]]:
    """Return the indicators (None where there is a fault) and all faults, then all warnings."""
    try:
        said = tomli.loads(data.decode())
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as fault:
        broken = Fault(file=name, signal=None, key="the file", says=f"is no TOML: {fault}",
                       remedy="mend that line; missionwatch indicators show prints one that is right")  # fmt: skip
        return None, (broken,)
    faults = tuple(_faults(said, name))
    if faults:
        return None, faults
    indicators = msgspec.convert(said, type=Indicators, strict=False)
    return indicators, tuple(_warnings(indicators, name))


@lru_cache(maxsize=8)
def decode(data: bytes, name: str) -> Indicators:
    """Return the indicators of a file; raise ``IndicatorsError`` that lists all its faults."""
    indicators, faults = check(data, name)
    if indicators is None:
        raise IndicatorsError("\n".join(str(fault) for fault in faults))
    return indicators


def _faults(said: dict[str, Any], name: str) -> Iterator[Fault]:
    def fault(key: str, says: str, remedy: str) -> Fault:
        return Fault(file=name, signal=None, key=key, says=says, remedy=remedy)

    known = ("signal", *(field.name for field in msgspec.structs.fields(Indicators) if field.name != "signal"))
    for key in said:
        if key not in known:
            yield fault(key, "is no key of the file", _instead(key, known))
    yield from _thresholds(said, fault)
    for table, wanted in (("doubt", [str(n) for n in range(1, 7)]), ("tense", list(get_args(Modality)))):
        yield from _factors(said.get(table), table, wanted, fault)
    for key in ("dimension_cap", "background_cap"):
        if not _positive(said.get(key)):
            yield fault(key, "must be a number above 0", f"write for example {key} = 6.0")
    for table, kind in (("trend", Trending), ("hold", Holding), ("share", Shares)):
        try:
            msgspec.convert(said.get(table, {}), type=kind)
        except msgspec.ValidationError as wrong:
            keys = ", ".join(field.name for field in msgspec.structs.fields(kind))
            yield fault(table, f"is wrong: {wrong}", f"it is a table of numbers with {keys}")
            continue
        yield from _ranges(said.get(table, {}), table, fault)
    signals = said.get("signal", [])
    if not isinstance(signals, list) or not all(isinstance(one, dict) for one in signals) or not signals:
        yield fault("signal", "must be one or more tables", "begin each with [[signal]]")
        return
    for n, one in enumerate(signals, start=1):
        yield from _of_signal(one, n, name)
    for twice, count in Counter(str(one.get("id")) for one in signals if "id" in one).items():
        if count > 1:
            yield Fault(file=name, signal=twice, key="id", says="stands there twice", remedy="give one another id")


def _ranges(numbers: Mapping[str, object], table: str, fault: Callable[[str, str, str], Fault]) -> Iterator[Fault]:
    """Yield the numbers of a trend, a hold or of shares that make no sense, though they are numbers."""
    for key, value in numbers.items():
        if key == "days":
            good, remedy = _within(value, 1, LONGEST), f"write a number of days from 1 to {LONGEST}"
        elif key in ("small_below", "large_from"):
            good, remedy = _within(value, 0, 1), "write a part of the whole from 0 to 1"
        elif key == "share":
            good = _positive(value) and _within(value, 0, 1)
            remedy = "write a part of the threshold above 0, up to 1; 1 holds no level"
        else:
            good, remedy = _positive(value), "write a number above 0"
        if not good:
            yield fault(f"{table}.{key}", f"is {value!r}", remedy)
    if table == "share":
        below, large = (numbers.get(key, getattr(Shares(), key)) for key in ("small_below", "large_from"))
        if _number(below) and _number(large) and below > large:  # type: ignore[operator]  # _number has seen to it
            yield fault(
                "share", f"calls {below!r} small and {large!r} large", "let small_below be no more than large_from"
            )


def _thresholds(said: dict[str, Any], fault: Callable[[str, str, str], Fault]) -> Iterator[Fault]:
    for table in ("levels", "dimension_levels"):
        numbers = said.get(table)
        example = (
            f"write {table} = {{low = 0.5, guarded = 2.0, high = 4.5, severe = 8.0}}, each higher than the one before"
        )
        if not isinstance(numbers, dict) or not all(_positive(value) for value in numbers.values()):
            yield fault(table, "must be a table of numbers above 0", example)
        elif set(numbers) != set(LEVELS[1:]):
            yield fault(table, f"must have {', '.join(LEVELS[1:])} and nothing else", example)
        elif [numbers[level] for level in LEVELS[1:]] != sorted(set(numbers.values())):
            yield fault(table, "is out of order", example)


def _factors(
    numbers: object, table: str, wanted: Sequence[str], fault: Callable[[str, str, str], Fault]
) -> Iterator[Fault]:
    if not isinstance(numbers, dict) or set(numbers) != set(wanted):
        yield fault(table, f"must have {', '.join(wanted)} and nothing else", "give each a number from 0 to 1")
        return
    for key, value in numbers.items():
        if not _within(value, 0, 1):
            yield fault(f"{table}.{key}", f"is {value!r}", "write a number from 0 to 1")


def _of_signal(one: dict[str, Any], n: int, name: str) -> Iterator[Fault]:
    title = one["id"] if isinstance(one.get("id"), str) else f"number {n}"

    def fault(key: str, says: str, remedy: str) -> Fault:
        return Fault(file=name, signal=title, key=key, says=says, remedy=remedy)

    known = [field.name for field in msgspec.structs.fields(Signal)]
    for key in one:
        if key not in known:
            yield fault(key, "is no key of a signal", _instead(key, known))
    for key in _NEEDED:
        if key not in one:
            yield fault(key, "is missing", f"every signal has {', '.join(_NEEDED)}")
    yield from _of_its_sort(one, known, fault)
    for key in ("id", "why"):
        if key in one and not (isinstance(one[key], str) and one[key].strip()):
            yield fault(key, f"is {one[key]!r}", "write it as a text in quotes")
    for key, allowed in _ONES.items():
        if key in one and one[key] not in allowed:
            yield fault(key, f"is {one[key]!r}, which there is not", _instead(str(one[key]), allowed))
    for key, listed in _LISTS.items():
        if key not in one:
            continue
        allowed = register.load().functions if key == "functions" else listed
        values = one[key]
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            yield fault(key, f"is {values!r}", f'write it as a list: {key} = ["{allowed[0]}"]')
            continue
        for value in values:
            if value not in allowed:
                yield fault(key, f"has {value!r}, which there is not", _instead(value, allowed))
        if not values and key in ("scope", "places"):
            yield fault(key, "is empty, so nothing fits", f"leave it out, or name {_one_of(allowed)}")
    yield from _numbers(one, fault)


def _of_its_sort(one: dict[str, Any], known: Sequence[str], fault: Callable[[str, str, str], Fault]) -> Iterator[Fault]:
    """Yield what is wrong with what a signal counts: claims or a tempo, and which keys go with which."""
    sorts = [key for key in _SORTS if key in one]
    if len(sorts) != 1:
        says = "is missing" if not sorts else "cannot stand beside tempo"
        yield fault("predicate", says, 'a signal counts claims (predicate = "event") or event data (tempo = "up")')
        return
    if sorts == ["predicate"]:
        for key in _OF_TEMPO:
            if key in one:
                yield fault(key, "is asked of event data only", 'take it out, or count event data: tempo = "up"')
        return
    for key in one:
        if key in known and key not in (*_OF_EITHER, *_OF_TEMPO):
            yield fault(
                key, "is asked of claims only", f"take it out; a signal on event data has {', '.join(_OF_TEMPO)}"
            )
    said = one.get("sources")
    if not isinstance(said, dict) or not said:
        yield fault(
            "sources", "must say which datasets count and how much", "write sources = {acled = 1.0, gdelt = 0.4}"
        )
    else:
        for source, part in said.items():
            if source not in _DATASETS:
                yield fault("sources", f"has {source!r}, which there is not", _instead(source, _DATASETS))
            if not (_positive(part) and part <= 1):
                yield fault(
                    f"sources.{source}",
                    f"is {part!r}",
                    "write a number above 0, up to 1; leave out what does not count",
                )
    if _number(one.get("weight")) and one["weight"] < 0:
        yield fault("weight", "is below 0", "a rise of incidents lowers no level; write a number above 0")


def _one_of(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


def _numbers(one: dict[str, Any], fault: Callable[[str, str, str], Fault]) -> Iterator[Fault]:
    if "weight" in one and (not _number(one["weight"]) or one["weight"] == 0):
        yield fault("weight", f"is {one['weight']!r}", "write a number that is not 0; below 0 it lowers the level")
    for key in ("half_life", "cap"):
        if key in one and not _positive(one[key]):
            remedy = "write the days after which it counts half" if key == "half_life" else "write the most it adds"
            yield fault(key, f"is {one[key]!r}, and must be more than 0", remedy)
    if "again" in one and not _within(one["again"], 0, 1):
        yield fault("again", f"is {one['again']!r}", "write a number from 0 to 1")
    if "least" in one and not (_number(one["least"]) and one["least"] > 1):
        remedy = "write how many times what it was, more than 1: 2.0 is twice as much"
        yield fault("least", f"is {one['least']!r}", remedy)
    for key in ("negated", "share", "background", "media"):
        if key in one and not isinstance(one[key], bool):
            yield fault(key, f"is {one[key]!r}", "write true or false")
    if "within" in one and not (isinstance(one["within"], int) and _positive(one["within"])):
        yield fault("within", f"is {one['within']!r}", "write a number of days above 0")


def _warnings(indicators: Indicators, name: str) -> Iterator[Fault]:
    for n, signal in enumerate(indicators.signal):

        def warn(key: str, says: str, remedy: str, title: str = signal.id) -> Fault:
            return Fault(file=name, signal=title, key=key, says=says, remedy=remedy, warning=True)

        for key, predicates in _ASKED_OF.items():
            if signal.predicate is not None and getattr(signal, key) and signal.predicate not in predicates:
                says = f"can never fit: a claim of predicate {signal.predicate} has none"
                yield warn(key, says, f"take it out, or use predicate {' or '.join(predicates)}")
        yield from (
            warn(role, "can never fit: that claim names no mission, or another one", "add mission to scope")
            for role in ROLES_OF_SIGNAL
            if getattr(signal, role) == ("mission",) and "mission" not in signal.scope
        )
        if abs(signal.weight) > signal.cap:
            yield warn("cap", "is below the weight, so one claim alone is cut", "raise the cap or lower the weight")
        if signal.measure == "fatalities" and "gdelt" in signal.sources:
            yield warn(
                "sources", "can never fit gdelt: it counts no deaths", "take gdelt out, or use measure incidents"
            )
        media = min(signal.cap, signal.weight * signal.sources.get("gdelt", 0))
        if not signal.media and media >= indicators.dimension_levels["guarded"]:
            yield warn("sources", f"lets counts of media alone make {signal.dimension} guarded",
                       "lower gdelt, or write media = true if it is meant")  # fmt: skip
        earlier = _shadowing(signal, indicators.signal[:n])
        if earlier:
            yield warn("id", f"can never count: {', '.join(earlier)} before it takes all its claims",
                       "put the narrower signal first, or take one out")  # fmt: skip
    for dimension in DIMENSIONS:
        if not any(one.dimension == dimension and one.weight > 0 for one in indicators.signal):
            yield Fault(file=name, signal=None, key=dimension, says="has no signal that raises it", warning=True,
                        remedy="it will never be more than none; add a [[signal]] if that is not meant")  # fmt: skip


def _shadowing(later: Signal, earlier: Sequence[Signal]) -> list[str]:
    """Return the earlier signals of the dimension that together take everything a later one asks for; nothing if they do not."""
    wider = [one for one in earlier if one.dimension == later.dimension and _wider(one, later)]
    taken: list[str] = []
    for kind in later.types or (None,):
        for scope in later.scope:
            takes = [one.id for one in wider if (not one.types or kind in one.types) and scope in one.scope]
            if not takes:
                return []
            taken += takes[:1]
    return list(dict.fromkeys(taken))


def _wider(one: Signal, other: Signal) -> bool:
    """Say whether a signal asks for no more than another does, types and scope apart."""
    if one.predicate != other.predicate or one.negated != other.negated or one.within is not None:
        return False
    if one.tempo is not None:
        asks = one.measure == "fatalities" and other.measure == "incidents"
        everywhere = set(other.places) <= set(one.places) and set(other.sources) <= set(one.sources)
        return one.least <= other.least and everywhere and not asks
    for key in _NARROWING:
        mine, theirs = set(getattr(one, key)), set(getattr(other, key))
        if key == "has":
            if not mine <= theirs:  # a claim must have all of these
                return False
        elif mine and not (theirs and theirs <= mine):
            return False
    return True


def _instead(said: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(said, known, n=1)
    return f"did you mean {near[0]!r}?" if near else f"choose from {', '.join(known)}"


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _positive(value: object) -> bool:
    return _number(value) and value > 0  # type: ignore[operator]  # _number has seen to it


def _within(value: object, low: float, high: float) -> bool:
    return _number(value) and low <= value <= high  # type: ignore[operator]
