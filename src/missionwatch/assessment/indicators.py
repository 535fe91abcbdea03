"""Reading the indicators: which claims count for a level, how much and for how long."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from missionwatch.errors import IndicatorsError
from missionwatch.records import EVENT_TYPES, GRADES, OPTIONS, Claim, Dimension, Kind, Level, Predicate

if TYPE_CHECKING:
    from pathlib import Path

_LEVELS: tuple[Level, ...] = ("low", "guarded", "high", "severe")


class Signal(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One sort of claim that counts. Empty lists do not narrow; ``half_life`` is in days."""

    id: str
    dimension: Dimension
    predicate: Predicate
    weight: float
    half_life: float
    types: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    by_others: bool = False

    def __post_init__(self) -> None:
        """Refuse what can never match, and weights that mean nothing."""
        for what, said, known in (
            ("type", self.types, EVENT_TYPES), ("grade", self.grades, GRADES), ("option", self.options, OPTIONS),
        ):  # fmt: skip
            for one in said:
                if one not in known:
                    raise ValueError(f"signal {self.id}: there is no {what} {one!r}")
        if self.weight <= 0 or self.half_life <= 0:
            raise ValueError(f"signal {self.id}: weight and half_life must be more than 0")

    def fits(self, claim: Claim) -> bool:
        """Say whether a claim counts for this signal."""
        statement = claim.statement
        return (
            claim.predicate == self.predicate
            and not statement.negated
            and (not self.types or claim.type in self.types)
            and (not self.grades or statement.grade in self.grades)
            and (not self.options or bool(set(self.options) & set(statement.options)))
            and not (self.by_others and any(r.kind == "mission" for r in statement.role("actor")))
            and (not self.kinds or any(r.kind in self.kinds for r in statement.role("actor")))
        )


class Indicators(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The signals, in order of precedence, and the sum from which each level holds."""

    levels: dict[str, float]
    signal: tuple[Signal, ...]

    def __post_init__(self) -> None:
        """Refuse levels that are missing or out of order."""
        if tuple(self.levels) != _LEVELS or sorted(self.levels.values()) != list(self.levels.values()):
            raise ValueError(f"levels must be {', '.join(_LEVELS)}, each higher than the one before")

    def level(self, score: float) -> Level:
        """Return the highest level whose threshold the score reaches."""
        return next((level for level in reversed(_LEVELS) if score >= self.levels[level]), "none")


def load(path: Path | None = None) -> Indicators:
    """Load an indicators file, by default the one that ships; raise ``IndicatorsError`` where it has a fault."""
    return _shipped() if path is None else _decode(path.read_bytes(), str(path))


@cache
def _shipped() -> Indicators:
    return _decode((resources.files("missionwatch.assessment") / "indicators.toml").read_bytes(), "indicators.toml")


def _decode(data: bytes, name: str) -> Indicators:
    try:
        return msgspec.toml.decode(data, type=Indicators)
    except (msgspec.MsgspecError, ValueError) as fault:
        raise IndicatorsError(f"{name}: {fault}; compare it with the file that ships") from fault
