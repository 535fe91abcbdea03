"""Indicators: what is declared to count for a level, how much, and for how long; read from a file made to be read."""

from __future__ import annotations

from functools import cached_property
from importlib import resources
from typing import TYPE_CHECKING, Literal

import msgspec

from missionwatch.assessment.parties import Party
from missionwatch.records import LEVELS, Dimension, EventSource, Level, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Scope = Literal["mission", "general", "beside"]
"""Where a claim stands: it names the mission, it names none, or it names another mission in the same host."""
Named = Literal["losses", "assets"]
"""What a claim must name: people killed or wounded, or equipment."""
Measure = Literal["incidents", "fatalities"]
"""What of a tempo must have risen: incidents, or incidents and with them the deaths."""
Where = Literal["near", "host"]
"""Which of a mission's tempos: those of the places that its claims name, or those of the countries that host it."""
LONGEST = 400
"""The most days a trend looks back: a history keeps no more."""
ROLES_OF_SIGNAL = ("actor", "target", "place", "holder", "instigator", "about")
"""The keys by which a signal says who must stand in which role, as parties to the mission."""


class Signal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One sort of claim that counts (``predicate``), or one sort of tempo (``tempo``). A list that is empty does not narrow.

    ``weight`` is what one such claim adds on its day (negative: takes off); after ``half_life`` days it adds half. ``cap`` is
    the most that all claims of the signal add together. ``again`` is what each next claim of the signal is worth beside the one
    before. ``share`` weighs by how much of the mission the actor gives. ``within`` counts a period's end only when it is no
    more than so many days ahead. ``background`` says that it happens around the mission and touches none of its parties.

    Of a tempo: ``measure`` must have risen to ``least`` times what it was, at one of these ``places``; ``sources`` gives
    the datasets that count and what each makes of the weight. GDELT's counts of media are background unless ``media`` is true.
    """

    id: str
    dimension: Dimension
    why: str
    weight: float
    half_life: float
    cap: float
    predicate: Predicate | None = None
    tempo: Literal["up"] | None = None
    types: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    modality: tuple[Modality, ...] = ()
    scope: tuple[Scope, ...] = ("mission", "general")
    actor: tuple[Party, ...] = ()
    target: tuple[Party, ...] = ()
    place: tuple[Party, ...] = ()
    holder: tuple[Party, ...] = ()
    instigator: tuple[Party, ...] = ()
    about: tuple[Party, ...] = ()
    has: tuple[Named, ...] = ()
    negated: bool = False
    again: float = 0.5
    share: bool = False
    within: int | None = None
    background: bool = False
    measure: Measure = "incidents"
    least: float = 1.5
    places: tuple[Where, ...] = ("near",)
    sources: dict[EventSource, float] = {}
    media: bool = False


class Trending(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a trend is told: over how many ``days``, and by what ``margin`` a sum must differ where the level does not."""

    days: int = 30
    margin: float = 1.0


class Holding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How long a level holds below its threshold: if that was reached in the last ``days`` and no sum since was below ``share`` of it.

    A share of 1 is no hold at all: the level goes by the day's sum alone.
    """

    days: int = 60
    share: float = 1.0


class Shares(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a party's part of a mission makes of a weight: ``small`` below ``small_below``, ``large`` from ``large_from`` (0–1)."""

    small: float = 0.5
    small_below: float = 0.05
    large: float = 1.5
    large_from: float = 0.2


class Indicators(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """A file of indicators.

    ``levels`` and ``dimension_levels`` give the sum from which a mission's or a dimension's level holds. ``dimension_cap`` is the
    most one dimension adds, ``background_cap`` the most that background adds to a mission in all. ``doubt`` gives what a
    claim's credibility ("1" … "6") makes of its weight, ``tense`` what its modality makes of it. ``hold`` keeps both sorts of level
    from flipping near a threshold.
    """

    levels: dict[str, float]
    dimension_levels: dict[str, float]
    dimension_cap: float
    background_cap: float
    doubt: dict[str, float]
    tense: dict[str, float]
    trend: Trending = Trending()
    hold: Holding = Holding()
    share: Shares = Shares()
    signal: tuple[Signal, ...] = ()

    @cached_property
    def by_sort(self) -> dict[tuple[str, str | None], tuple[Signal, ...]]:
        """Return the signals that can fit a claim, by predicate and event type, in the file's order."""
        sorts: dict[tuple[str, str | None], list[Signal]] = {}
        for signal in self.signal:
            for one in signal.types or (None,) if signal.predicate is not None else ():
                sorts.setdefault((str(signal.predicate), one), []).append(signal)
        place = {signal.id: n for n, signal in enumerate(self.signal)}
        for (predicate, kind), listed in sorts.items():
            if kind is not None:  # what asks for no type fits every type
                listed.extend(sorts.get((predicate, None), ()))
                listed.sort(key=lambda signal: place[signal.id])
        return {sort: tuple(listed) for sort, listed in sorts.items()}

    def fitting(self, predicate: str, kind: str | None) -> tuple[Signal, ...]:
        """Return the signals that ask for claims of this sort."""
        return self.by_sort.get((predicate, kind)) or self.by_sort.get((predicate, None), ())

    @cached_property
    def of_tempo(self) -> tuple[Signal, ...]:
        """Return the signals that can fit a tempo, in the file's order."""
        return tuple(signal for signal in self.signal if signal.tempo is not None)

    @cached_property
    def by_id(self) -> dict[str, Signal]:
        """Return the signals by id."""
        return {signal.id: signal for signal in self.signal}

    @cached_property
    def eases(self) -> Mapping[str, tuple[str, ...]]:
        """Return, by dimension, what declared signals would lower it, in words."""
        out: dict[str, list[str]] = {}
        for signal in self.signal:
            if signal.weight < 0 and signal.why not in out.setdefault(signal.dimension, []):
                out[signal.dimension].append(signal.why)
        return {dimension: tuple(words) for dimension, words in out.items()}


def reached(thresholds: Mapping[str, float], score: float) -> Level:
    """Return the highest level whose threshold a score reaches."""
    return next((level for level in reversed(LEVELS[1:]) if score >= thresholds[level]), "none")


def load(path: Path | None = None) -> Indicators:
    """Load an indicators file, by default the one that ships.

    Raises ``IndicatorsError`` that lists every fault with file, signal, key and remedy.
    """
    from missionwatch.assessment.checking import decode  # noqa: PLC0415 - checking knows the types of this module

    return decode(read(path), str(path) if path is not None else "indicators.toml")


def read(path: Path | None) -> bytes:
    """Return the bytes of an indicators file, by default the one that ships; raise ``IndicatorsError`` where there is none."""
    from missionwatch.errors import IndicatorsError  # noqa: PLC0415

    if path is None:
        return (resources.files("missionwatch.assessment") / "indicators.toml").read_bytes()
    try:
        return path.read_bytes()
    except OSError as fault:
        raise IndicatorsError(f"cannot read {path}: {fault.strerror}; name a TOML file of indicators") from fault
