"""A language's phrases, read from ``phrases/<language>.toml`` and checked as they are read.

The engine names no language: word order, agreement, negation and every word stand in the file. A value may be
one form, two (singular, plural) or four (masculine, feminine singular; masculine, feminine plural).
"""

from __future__ import annotations

import re
import string
import tomllib
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

import msgspec

from missionwatch.errors import UnknownLanguageError

Forms = str | list[str]
"""One form, or forms that agree: [singular, plural] or [m. singular, f. singular, m. plural, f. plural]."""


class Phrase(NamedTuple):
    """Words and how they agree. ``locative`` is the phrase with its preposition of place ("in Mali")."""

    text: str
    plural: bool = False
    feminine: bool = False
    locative: str = ""

    def pick(self, forms: Forms) -> str:
        """Return the form that agrees with this phrase."""
        if isinstance(forms, str):
            return forms
        if len(forms) == 4:
            return forms[2 * self.plural + self.feminine]
        return forms[int(self.plural)]


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A piece of a phrase file; an unknown key is a fault in the file."""


class Negation(_Data, frozen=True):
    """The words of "not", before and after the finite verb; ``kept`` when "no" does not replace them."""

    after: str
    before: str = ""
    kept: bool = False


class Likely(_Data, frozen=True):
    """How to say a likelihood whose middle is under ``below``: by an adverb, or by a main clause around it."""

    below: float
    adverb: str = ""
    matrix: str = ""


class Group(_Data, frozen=True):
    """A verb group: its finite form, what ends it, and (``cluster``) both together at the end of a subclause."""

    finite: Forms = ""
    end: Forms = ""
    cluster: Forms = ""
    adverb: str = ""
    after: str = ""
    early: bool = False
    negated: Group | None = None


class There(_Data, frozen=True):
    """ "There was …": the subject, and the complement with and without negation."""

    subject: str
    complement: str
    negated: str
    expletive: str = ""


class Alone(_Data, frozen=True):
    """The verb of an event type with nobody as its object, with its own fixed object where it needs one."""

    verb: str
    object: str = ""
    negated: str = ""
    plural: bool = False
    feminine: bool = False


class Event(_Data, frozen=True):
    """How to say an event type. ``object`` are the roles that can be the verb's object, best first."""

    noun: str
    alone: Alone
    the: str = ""
    verb: str = ""
    object: list[str] = []
    complement: str = ""
    oblique: dict[str, str] = {}
    of: dict[str, str] = {}
    plural: bool = False
    feminine: bool = False


class Frame(_Data, frozen=True):
    """A clause for a predicate: what it needs, and where its pieces go."""

    voice: str
    needs: list[str] = []
    subject: str = ""
    plural: bool = False
    feminine: bool = False
    verb: str = ""
    object: str = ""
    negated: str = ""
    complement: str = ""
    tail: dict[str, str] = {}


class Noun(_Data, frozen=True):
    """A noun with its indefinite article, its definite one, and the roles it takes."""

    noun: str
    the: str = ""
    of: dict[str, str] = {}
    plural: bool = False
    feminine: bool = False


class BodyWord(_Data, frozen=True):
    """How to say a state's body: with the state's adjective, with its name, or alone."""

    the: str
    of: str
    bare: str
    plural: bool = False
    feminine: bool = False
    by: dict[str, str] = {}


class StateWord(_Data, frozen=True):
    """A state's article and number. ``only`` limits them to names that match."""

    the: str = ""
    plural: bool = False
    feminine: bool = False
    only: str = ""
    locative: str = ""


class NameRule(_Data, frozen=True):
    """An article and number for names that match."""

    match: str
    the: str = ""
    plural: bool = False
    feminine: bool = False


class Contraction(_Data, frozen=True):
    """A rewriting where words meet ("de le" → "du")."""

    match: str
    to: str


class Pack(_Data, frozen=True):
    """All phrases of one language."""

    language: str
    locale: str
    quotes: list[str]
    indefinite: list[str]
    the: str
    adjective: Forms
    lower_first: list[str]
    plural_text: str
    hearsay: str
    attribution: str
    attribution_public: str
    unconfirmed: dict[str, str]
    range: str
    others: str
    aside: str
    order: dict[str, str]
    negation: Negation
    likelihood: list[Likely]
    voice: dict[str, dict[str, Any]]
    there: There
    verbs: dict[str, dict[str, Forms]]
    oblique: dict[str, str]
    of: dict[str, str]
    event: dict[str, Event]
    frame: dict[str, list[Frame]]
    noun: dict[str, Noun]
    noun_mode: dict[str, Forms]
    period_what: dict[str, str]
    time: dict[str, Any]
    count: dict[str, Any]
    unit: dict[str, list[str]]
    function: dict[str, list[str]]
    rank: dict[str, str]
    asset: dict[str, str]
    grade: dict[str, Forms]
    purpose: dict[str, str]
    option: dict[str, str]
    hazard: dict[str, str]
    body: dict[str, BodyWord]
    function_of: dict[str, str]
    counted: dict[str, str]
    state: dict[str, StateWord]
    name: list[NameRule]
    text: dict[str, Forms]
    level: dict[str, str]
    field: dict[str, str]
    auxiliary: dict[str, dict[str, Forms]] = {}
    contraction: list[Contraction] = []
    locative: str = "in {}"
    state_the: dict[str, str] = {}

    def say(self, key: str, **values: str) -> str:
        """Return the fixed text ``key`` with its holes filled."""
        return fill(str(self.text[key]), **values)

    def group(self, voice: str, mode: str) -> Group | None:
        """Return the verb group for a mode, from the voice itself or the voice it is like."""
        while voice:
            found = self.voice[voice]
            if mode in found:
                return msgspec.convert(found[mode], Group)
            voice = found.get("like", "")
        return None

    def quoted(self, text: str) -> str:
        """Return the text in quotation marks; its own marks of the same kind become single ones."""
        opening, closing = self.quotes
        inner = text.strip().replace(opening.strip(), "‘").replace(closing.strip(), "’").replace('"', "’")
        return f"{opening}{inner}{closing}"

    def contract(self, text: str) -> str:
        """Return the words with the contractions of the language made."""
        for rule in self.contraction:
            text = re.sub(rule.match, rule.to, text)
        return text


def fill(pattern: str, *anonymous: str, **named: str) -> str:
    """Fill ``{}`` and ``{name}`` holes with text as it is; braces in the text itself are left alone.

    >>> fill("van {x} tot {}", "b", x="{a}")
    'van {a} tot b'
    """
    given = iter(anonymous)
    made: list[str] = []
    for literal, hole, _, _ in string.Formatter().parse(pattern):
        made.append(literal)
        if hole is not None:
            made.append(named[hole] if hole else next(given))
    return "".join(made)


def holes(pattern: str) -> tuple[str, ...]:
    """Return the names of the holes in a pattern ("" for an anonymous one)."""
    return tuple(hole for _, hole, _, _ in string.Formatter().parse(pattern) if hole is not None)


def languages() -> tuple[str, ...]:
    """Return the codes of the languages a briefing can be written in."""
    folder = resources.files("missionwatch.briefing") / "phrases"
    return tuple(sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name.endswith(".toml")))


@cache
def load(language: str) -> Pack:
    """Return the phrases of a language (``nl``, ``en`` …), read once.

    Raises UnknownLanguageError when there is no phrase file for it.
    """
    if language not in languages():
        raise UnknownLanguageError(
            f"no briefing can be written in {language!r}: choose one of {', '.join(languages())}, "
            "or add a phrase file for it to briefing/phrases"
        )
    raw = (resources.files("missionwatch.briefing") / "phrases" / f"{language}.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(raw), Pack)
