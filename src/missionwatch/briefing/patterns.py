"""Phrase patterns: sentences with gaps, as data, and how the gaps are filled.

``{name}`` is filled; ``{name|default}`` falls back; ``[ … {name} … |alternative]`` takes the first alternative whose names
are all filled and falls away where none is; ``<one|many>`` agrees in number with the first name filled.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from missionwatch.errors import UnknownLanguageError

if TYPE_CHECKING:
    from collections.abc import Mapping

_FOLDER = Path(__file__).parent / "phrases"
_SEGMENT = re.compile(r"\[([^\[\]]*)\]")
_NAME = re.compile(r"\{([a-z_]+)(?:\|([^{}]*))?\}")
_NUMBER = re.compile(r"<([^<>|]*)\|([^<>|]*)>")


@dataclass(frozen=True, slots=True)
class Words:
    """Words that fill a gap, and whether they are plural."""

    text: str
    many: bool = False

    def __bool__(self) -> bool:
        """Say whether there are any."""
        return bool(self.text)


NOTHING = Words("")


def languages() -> tuple[str, ...]:
    """Return the languages a briefing can be written in."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@cache
def load(language: str) -> dict[str, Any]:
    """Load (once) the phrases of a language; raise ``UnknownLanguageError`` where there are none."""
    path = _FOLDER / f"{language}.toml"
    if language not in languages():
        raise UnknownLanguageError(f"no briefing in {language!r}; there is {', '.join(languages())}")
    with path.open("rb") as handle:
        return tomllib.load(handle)


def fill(pattern: str, filled: Mapping[str, Words]) -> str | None:
    """Return the pattern filled, or None where a name it cannot do without is not filled.

    >>> fill("{who} <left|left> [{what}|in silence][ at {when}]", {"who": Words("Denmark")})
    'Denmark left in silence'
    """
    text = _SEGMENT.sub(lambda segment: _alternative(segment.group(1), filled), pattern)
    if any(not filled.get(name) and default == "" for name, default in _NAME.findall(text)):
        return None
    first = next((filled[name] for name, _ in _NAME.findall(text) if filled.get(name)), NOTHING)
    text = _NUMBER.sub(lambda match: match.group(2 if first.many else 1), text)
    said = _NAME.sub(lambda match: filled.get(match.group(1), NOTHING).text or match.group(2) or "", text)
    return " ".join(said.split()).replace(" ,", ",").replace("( ", "(")


def sentence(text: str) -> str:
    """Return the words as a sentence: a capital at the start, a full stop at the end.

    >>> sentence("the Danish government withdrew troops")
    'The Danish government withdrew troops.'
    """
    text = text.strip()
    first = next((n for n, sign in enumerate(text) if sign.isalnum()), 0)
    done = text[:first] + text[first : first + 1].upper() + text[first + 1 :]
    return done if done.endswith((".", "!", "?", ".”")) else done + "."


def _alternative(segment: str, filled: Mapping[str, Words]) -> str:
    for choice in _choices(segment):
        if all(filled.get(name) or default for name, default in _NAME.findall(choice)):
            return choice
    return ""


def _choices(segment: str) -> list[str]:
    """Split at the bars that stand between alternatives, not at those inside a name or a number."""
    choices, depth = [""], 0
    for sign in segment:
        depth += (sign in "{<") - (sign in "}>")
        if sign == "|" and depth == 0:
            choices.append("")
        else:
            choices[-1] += sign
    return choices
