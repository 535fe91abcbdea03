"""Yardsticks: what range of probability a likelihood word stands for, by the scale one chooses.

The scales and their sources stand in ``yardsticks.toml``. A pack measures with one of them: ``measured`` returns the pack
that does, and ``span`` the range of a step.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final, get_args

import tomli

from missionwatch.reading.frames.loading import parted
from missionwatch.records import Yardstick

if TYPE_CHECKING:
    from collections.abc import Mapping

    from missionwatch.reading.frames.pack import Pack

DEFAULT: Final = "icd203"
YARDSTICKS: tuple[Yardstick, ...] = get_args(Yardstick)


@dataclass(frozen=True, slots=True)
class Scale:
    """One yardstick: its steps with their ranges (0–1), its own words by language and step, and who says so."""

    name: Yardstick
    title: str
    source: str
    ranges: Mapping[str, tuple[float, float]]
    words: Mapping[str, Mapping[str, tuple[str, ...]]]


@cache
def scales() -> dict[str, Scale]:
    """Return the yardsticks that ship, by name."""
    said = tomli.loads((resources.files("missionwatch.reading") / "yardsticks.toml").read_text("utf-8"))
    return {
        name: Scale(
            name=name,
            title=said[name]["title"],
            source=said[name]["source"],
            ranges={step: (low, high) for step, (low, high) in said[name]["ranges"].items()},
            words={
                language: {step: tuple(words.split()) for step, words in steps.items()}
                for language, steps in said[name].get("words", {}).items()
            },
        )
        for name in YARDSTICKS
    }


def measured(pack: Pack, yardstick: Yardstick) -> Pack:
    """Return the pack with a yardstick: it measures by it, and knows the words that only this yardstick defines."""
    own = scales()[yardstick].words.get(pack.language, {})
    said = {step: [tuple(parted(w.replace("_", " "), pack.elision)) for w in words] for step, words in own.items()}
    claimed = {words for listed in said.values() for words in listed}
    known = {step: [w for w in listed if w not in claimed] for step, listed in pack.terms["likelihood"].items()}
    steps = {
        step: [*said.get(step, ()), *known.get(step, ())] for step in (*known, *(s for s in said if s not in known))
    }
    return replace(
        pack,
        terms=pack.terms | {"likelihood": steps},
        judgements=pack.judgements | {"yardstick": yardstick},
        _first_words={},
    )


def span(pack: Pack, step: str) -> tuple[float, float, Yardstick]:
    """Return the range of a step by the yardstick of the pack, and which yardstick that is."""
    scale = scales()[pack.judgements.get("yardstick", DEFAULT)]
    low, high = scale.ranges[step]
    return low, high, scale.name
