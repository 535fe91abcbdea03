"""What the figures behind a level mean, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel.numbers import format_decimal, format_percent

from missionwatch.briefing.patterns import load
from missionwatch.briefing.plain import day as day_in_words
from missionwatch.web.rendering import Words, phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from missionwatch.records import Ground, Held, Level


@dataclass(frozen=True, slots=True)
class Meaning:
    """Words, and whether they are foreign to the reader: a theatre's own file has its words in one language."""

    text: str
    foreign: bool = False


class Signals:
    """What each signal of a theatre's indicators (id to words) means: in the reader's language, where it is one that ships."""

    def __init__(self, declared: Mapping[str, str], language: str) -> None:
        self._declared = declared
        self._language = language
        self._known = phrases("signals")

    def __call__(self, signal: str) -> Meaning:
        """Return what a signal means; its id where nobody declares it."""
        words = self._declared.get(signal, signal)
        known = self._known.get(signal)
        if known is not None and known["en"] == words:
            return Meaning(known[self._language])
        return Meaning(words, foreign=self._language != "en")


def holds(language: str, level: Level, score: float, held: Held | None) -> str:
    """Return why a level stands though its sum is below the threshold; empty where it is not."""
    if held is None:
        return ""
    sums = {"score": score, "threshold": held.threshold, "floor": held.floor}
    gaps = {name: format_decimal(value, "#,##0.###", locale=language) for name, value in sums.items()}
    gaps |= {"level": load(language)["level"][level], "day": day_in_words(held.reached, language)}
    return str(phrases("shared")["held"][language]).format(**gaps)


def signed(language: str, value: float) -> str:
    """Return points with their sign, as a language writes them: "+2,20"."""
    return str(format_decimal(value, "+#,##0.00;−#,##0.00", locale=language))


def grounds(found: Iterable[Ground], words: Words, language: str) -> list[str]:
    """Return why a level is as sure as it is."""
    return [_ground(one, words, language) for one in found]


def _ground(one: Ground, words: Words, language: str) -> str:
    figures = one.figures
    gaps = {name: format_percent(value, locale=language) for name, value in figures.items()}
    gaps |= {name: format_decimal(figures[name], locale=language) for name in ("n", "days") if name in figures}
    key = one.kind
    if key in ("sources", "hangs-on"):
        count = figures["n"]
        return str(words[key]["none" if count == 0 else "one" if count == 1 else "many"]).format(**gaps)
    if key == "event-data-part":
        return str(words[key]["hangs" if figures["hangs"] else "plain"]).format(**gaps)
    return str(words[key]).format(**gaps)
