"""Phrase patterns: sentences with gaps, as data, and how the gaps are filled.

``{name}`` is filled; ``{name|default}`` falls back; ``[ … {name} … |alternative]`` takes the first alternative whose names
are all filled and falls away where none is; ``<one|many>`` agrees in number with the first name filled, ``<target:one|many>``
with the name given; four forms (``<m|f|mm|ff>``) agree in gender too. Where words meet, the language's own rules (``join`` in
its file) contract and elide them; what stands in quotation marks is left as it was said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli

from missionwatch.errors import UnknownLanguageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FOLDER = Path(__file__).parent / "phrases"
_SEGMENT = re.compile(r"\[([^\[\]]*)\]")
_NAME = re.compile(r"\{([a-z_]+)(?:\|([^{}]*))?\}")
_AGREES = re.compile(r"<(?:([a-z_]+):)?([^<>]*)>")
_SPACES = re.compile(r"[ \t\r\n]+")  # not the spaces that must not break
_QUOTED = re.compile(r"([“«][^“”«»]*[”»])")
_CLOSING = "”»)’’\u00a0\u202f "


@dataclass(frozen=True, slots=True)
class Words:
    """Words that fill a gap, and whether they are plural and feminine; ``parts`` are those of a list ("a, b and c")."""

    text: str
    many: bool = False
    feminine: bool = False
    parts: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Say whether there are any."""
        return bool(self.text)

    def form(self, forms: list[str]) -> str:
        """Return the form that agrees: of two (one, many), or of four (masculine, feminine, and both again for many)."""
        if len(forms) == 4:
            return forms[self.many * 2 + self.feminine]
        return forms[min(self.many, len(forms) - 1)]


NOTHING = Words("")


@cache
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
        return tomli.load(handle)


@cache
def _joins(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rule["match"]), rule["put"]) for rule in load(language).get("join", ()))


def joined(text: str, language: str) -> str:
    """Return words as they are written where they meet: "de le Mali" is "du Mali"; quotations stay as they are."""
    text = text.translate({0xE000: None, 0xE001: None})
    rules = _joins(language)
    if not rules:
        return text
    marked: list[str] = []

    def put_by(match: re.Match[str]) -> str:
        marked.append(match.group())
        return f"\ue000{len(marked) - 1}\ue001"  # private signs that no clean text has

    bare = _QUOTED.sub(put_by, text)
    for pattern, put in rules:
        bare = pattern.sub(put, bare)
    return re.sub("\ue000(\\d+)\ue001", lambda match: marked[int(match.group(1))], bare)


def fill(pattern: str, filled: Mapping[str, Words], language: str | None = None) -> str | None:
    """Return the pattern filled, or None where a name it cannot do without is not filled.

    >>> fill("{who} <left|left> [{what}|in silence][ at {when}]", {"who": Words("Denmark")})
    'Denmark left in silence'
    """
    text, before = pattern, ""
    while text != before:  # the innermost brackets first
        before, text = text, _SEGMENT.sub(lambda segment: _alternative(segment.group(1), filled), text)
    if any(not filled.get(name) and default == "" for name, default in _NAME.findall(_AGREES.sub("", text))):
        return None
    first = next((filled[name] for name, _ in _NAME.findall(text) if filled.get(name)), NOTHING)

    def agree(match: re.Match[str]) -> str:
        return (filled.get(match.group(1), NOTHING) if match.group(1) else first).form(match.group(2).split("|"))

    text = _AGREES.sub(agree, text)
    if language:
        text = _repeat(text, filled, language)
    said = _NAME.sub(lambda match: filled.get(match.group(1), NOTHING).text or match.group(2) or "", text)
    said = _SPACES.sub(" ", said).strip().replace(" ,", ",").replace("( ", "(")
    return joined(said, language) if language else said


def listed(said: Sequence[str], language: str) -> str:
    """Return words joined as the language joins them: "a, b and c"."""
    if len(said) < 2:
        return "".join(said)
    return str(load(language)["body"]["and"]).format(", ".join(said[:-1]), said[-1])


def _repeat(text: str, filled: Mapping[str, Words], language: str) -> str:
    """Return the pattern with a preposition before each part of a list, where the language repeats it: "du Mali et du Niger"."""
    words = load(language)["body"].get("repeat", ())
    if not words:
        return text

    def again(match: re.Match[str]) -> str:
        found = filled.get(match.group(2), NOTHING)
        if len(found.parts) < 2:
            return match.group()
        whole = listed([f"{match.group(1)} {part}" for part in found.parts], language)
        return whole.translate({ord(sign): None for sign in "{}<>[]"})

    return re.sub(rf"\b({'|'.join(words)}) \{{([a-z_]+)\}}", again, text)


def sentence(text: str) -> str:
    """Return the words as a sentence: a capital at the start, a full stop at the end.

    >>> sentence("the Danish government withdrew troops")
    'The Danish government withdrew troops.'
    """
    text = capital(text.strip())
    ended = text.rstrip(_CLOSING).endswith((".", "!", "?")) and text[-1:] != ")"
    return text if ended else text + "."


def capital(text: str) -> str:
    """Return the words with a capital at the start."""
    first = next((n for n, sign in enumerate(text) if sign.isalnum()), 0)
    return text[:first] + text[first : first + 1].upper() + text[first + 1 :]


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
