"""A language pack: everything the engine must know of a language, read from data files.

A pack is a folder with ``lexicon.toml`` (word classes, relations, morphology), ``triggers.toml`` (which words open
which frame), ``times.toml`` (months, weekdays, fuzzy words) and ``judgements.toml`` (grades, likelihood, hazards,
options, purposes). The frames themselves (roles and what may fill them) are language-neutral: ``frames.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from missionwatch.lemmas import lemmatizer
from missionwatch.reading.frames.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_GAP = "…"  # other words between: "bring … home"
_APART = 9  # tokens that may stand there
_REMEMBERED = 200_000  # words

HARMS = frozenset({"killed", "wounded", "kill", "wound", "mourned"})
"""Frames that tell of people killed or wounded."""


_WHOLE = 8  # letters of the longest word that is taken for no compound


@dataclass(slots=True)
class Trigger:
    """A word (or fixed phrase) that opens a frame.

    ``how``: ``verb`` (by lemma), ``noun`` (by lemma, or as the end of a compound), ``word`` (predicative word), or
    ``phrase``. ``words`` are lemmas or surface forms, a ``…`` between two of them allows a gap. ``only`` narrows by
    what else the clause must have (relation or kind names); ``wanted`` are the words without their gaps.
    """

    frame: str
    how: str
    words: tuple[str, ...]
    only: tuple[str, ...] = ()
    noun: bool = False
    wanted: frozenset[str] = frozenset()


@dataclass(slots=True)
class Pack:
    """One language's data, indexed for use. Attributes follow the sections of the pack's files."""

    language: str
    verb_second: bool
    names_premodify: bool
    adjectives_follow: bool
    classes: dict[str, frozenset[str]]
    link_kinds: dict[str, tuple[str, ...]]
    long_links: dict[str, tuple[tuple[str, ...], ...]]  # by their first word, the longest first
    shortened: dict[str, list[tuple[tuple[str, ...], str, str]]]  # "s'" before "il" is "si"
    pairs: dict[
        str, list[tuple[tuple[str, ...], str, str]]
    ]  # by their first word: it, the second, what joins as that does
    relations: dict[tuple[str, ...], tuple[str, ...]]
    relation_openers: dict[str, int]
    abbreviations: frozenset[str]
    lemmas: dict[str, str]
    verb_lemma: re.Pattern[str] | None
    verb_form: re.Pattern[str] | None
    present_participle: str | None
    past_like_participle: bool
    participle_only: re.Pattern[str] | None
    prefixes: tuple[str, ...]
    transitive: frozenset[str]
    not_verbs: frozenset[str]
    noun_like: frozenset[str]
    verbs: frozenset[str]
    participle: re.Pattern[str] | None
    participle_of: re.Pattern[str] | None
    present_of: re.Pattern[str] | None
    future: re.Pattern[str] | None
    conditional: re.Pattern[str] | None
    gerund: re.Pattern[str] | None
    participle_from: re.Pattern[str] | None
    participle_to: str
    present: re.Pattern[str] | None
    past: re.Pattern[str] | None
    plural: re.Pattern[str] | None
    singular: re.Pattern[str]
    past_forms: frozenset[str]
    peacekeepers: tuple[str, ...]
    bystanders: frozenset[str]
    particles: frozenset[str]
    compounds: bool
    thousands: str
    decimal: str
    elision: re.Pattern[str] | None
    possessive: re.Pattern[str] | None
    contracted: re.Pattern[str] | None  # what a word is run together with: do|n't, they|'ll
    numbers: dict[str, float]
    number_starts: tuple[str, ...]
    number_openers: frozenset[str]
    vague: dict[str, str]
    fractions: dict[str, float]
    qualifiers: dict[tuple[str, ...], str]
    nouns: dict[str, str]
    modals: dict[str, str]
    home: str | None
    home_signs: dict[str, frozenset[str]]
    together: dict[str, tuple[str, ...]]  # an adjective of several lands: which
    verb_triggers: dict[str, list[Trigger]]
    noun_triggers: dict[str, list[Trigger]]
    word_triggers: dict[str, list[Trigger]]
    phrase_triggers: dict[str, list[Trigger]]
    harming: tuple[frozenset[str], frozenset[str]]  # verbs, and other words, that tell of people killed or wounded
    fixed: dict[tuple[str, ...], str]
    fixed_openers: frozenset[str]
    among_openers: frozenset[str]
    instead: tuple[tuple[str, ...], ...]
    anaphora: dict[str, list[tuple[tuple[str, ...], str]]]  # by their first word
    of_them: list[tuple[str, ...]]
    attitudes: dict[str, frozenset[str]]
    attitude_verbs: frozenset[str]
    content_words: frozenset[str]
    be_perfect: frozenset[str]
    additional: frozenset[str]
    official: tuple[str, ...]
    papers: tuple[str, ...]
    public_bodies: tuple[str, ...]
    viewing: frozenset[str]
    home_bodies: frozenset[str]
    local_bodies: frozenset[str]
    host_bodies: frozenset[str]
    light: dict[str, str]
    stems: dict[str, dict[str, list[tuple[str, ...]]]]
    terms: dict[str, dict[str, list[tuple[str, ...]]]]
    grade_verbs: dict[str, str]
    felt: frozenset[str]
    predicative: frozenset[str]
    leading: frozenset[str]
    coups: frozenset[str]
    deciding: frozenset[str]
    helping: frozenset[str]
    being: frozenset[str]
    intending: frozenset[str]
    plain_being: frozenset[str]
    times: dict[str, Any]
    judgements: dict[str, Any]
    _seen: dict[str, tuple[str, str, frozenset[str]]] = field(default_factory=dict)
    _stems_of: dict[tuple[str, str, str], tuple[tuple[str, tuple[str, ...]], ...]] = field(default_factory=dict)
    _classes: dict[str, frozenset[str]] = field(default_factory=dict)
    _first_words: dict[str, dict[str, list[tuple[str, tuple[str, ...]]]]] = field(default_factory=dict)

    def codes(self, section: str, tokens: Sequence[Token], order: Sequence[int]) -> list[str]:
        """Return the codes of a section of ``judgements.toml`` whose words stand among the tokens, in text order."""
        plain = [i for i in order if "infinitive_marker" not in tokens[i]]
        found = self._codes_in(section, tokens, plain)
        if len(plain) < len(order):
            found |= self._codes_in(section, tokens, order)  # spreads to the neighbours
        return list(dict.fromkeys(code for _, code in sorted(found)))

    def _codes_in(self, section: str, tokens: Sequence[Token], order: Sequence[int]) -> set[tuple[int, str]]:
        """Return the codes whose words stand among the tokens, each with its first token."""
        found: set[tuple[int, str]] = set()
        for n, i in enumerate(order):
            last = order[n - 1] if n else None
            if last is not None and tokens[last].low in self.particles and "infinitive" in tokens[i]:
                joined = tokens[last].low + tokens[i].low  # af te schrikken
                found.update((last, code) for code, before in self._ending_at(section, joined, joined) if not before)
            for code, before in self._ending_at(section, tokens[i].low, tokens[i].lemma):
                if before[-1:] == (_GAP,):
                    near = (k for k in order[max(0, n - _APART) : n] if _same(before[0], tokens[k]))
                    if (at := next(near, None)) is not None:  # bring its soldiers in Iraq home
                        found = {(k, other) for k, other in found if k != at} | {(at, code)}
                    continue
                first = n - len(before)
                if first >= 0 and all(_same(w, tokens[k]) for w, k in zip(before, order[first:n], strict=True)):
                    found.add((order[first], code))
        return found

    def codes_of(self, section: str, words: Iterable[str]) -> list[str]:
        """Return the codes of a section that single words have: of verbs with their particles, "leidt … op"."""
        found = (code for word in words for code, before in self._ending_at(section, word, word) if not before)
        return list(dict.fromkeys(found))

    def _ending_at(self, section: str, low: str, lemma: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the codes with a stem that a word begins with, and the words before it (remembered per word)."""
        key = (section, low, lemma)
        known = self._stems_of.get(key)
        if known is None:
            known = tuple(
                (code, words[:-1])
                for code, stems in self.stems[section].items()
                for words in stems
                if _begins(words[-1], low, lemma, compounds=self.compounds)
            )
            if len(self._stems_of) < _REMEMBERED:
                self._stems_of[key] = known
        return known

    def longest(self, section: str, tokens: Sequence[Token], order: Sequence[int]) -> tuple[str, int, int] | None:
        """Return the code whose words match longest among the tokens, with its first and last token."""
        best: tuple[str, int, int] | None = None
        listed = self._by_first_word(section)
        near = [n for n, i in enumerate(order) if tokens[i].low in listed or tokens[i].lemma in listed]
        for n in near:
            token = tokens[order[n]]
            forms = (token.low,) if token.low == token.lemma else (token.low, token.lemma)
            for code, words in [one for form in forms for one in listed.get(form, ())]:
                last = n + len(words) - 1
                longer = best is None or len(words) > best[2] - best[1] + 1
                if (
                    longer
                    and last < len(order)
                    and _same(words[-1], tokens[order[last]])
                    and all(_same(w, tokens[k]) for w, k in zip(words, order[n : last + 1], strict=True))
                ):
                    best = (code, order[n], order[last])
        return best

    def judges(self, tokens: Sequence[Token], at: int) -> bool:
        """Say whether a verb opens a judgement, "ingenomen met" takes nothing, or closes one: "te spreken over" consults nobody."""
        marked = at > 0 and "infinitive_marker" in tokens[at - 1]
        for first in (at, at - 1) if marked else (at,):
            said = self._by_first_word("grades").get(tokens[first].low, ())
            if any(len(w) > 1 and tuple(t.low for t in tokens[first : first + len(w)]) == w for _, w in said):
                return True
        return False

    def owns(self, token: Token) -> bool:
        """Say whether a token is what marks the word that it is joined to as an owner: "Mali | 's"."""
        return token.joined and self.possessive is not None and self.possessive.fullmatch(token.text) is not None

    def _by_first_word(self, section: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
        """Return a section's terms by their first word (indexed once)."""
        if section not in self._first_words:
            index: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
            for code, listed in self.terms[section].items():
                for words in listed:
                    index.setdefault(words[0], []).append((code, words))
            self._first_words[section] = index
        return self._first_words[section]

    def is_gerund(self, token: Token) -> bool:
        """Say whether a word is a form that ends as a gerund does: "withdrawing", "retirant"; not: "bring"."""
        return self.gerund is not None and token.low != token.lemma and self.gerund.search(token.low) is not None

    def beside_the_point(self, tokens: Sequence[Token], at: int) -> bool:
        """Say whether a negation only says how, when or where: "not for the first time", "nog geen dag later", "niet ver van"."""
        listed = self._by_first_word("beside_the_point")
        for first in (at, at - 1) if at else (at,):
            for _, words in listed.get(tokens[first].low, ()):
                if first + len(words) > at and tuple(t.low for t in tokens[first : first + len(words)]) == words:
                    return True
        return False

    def says(self, section: str, lows: Sequence[str]) -> bool:
        """Say whether one of the section's phrases stands among the words (small words may stand between)."""
        listed = self._by_first_word(section)
        if listed.keys().isdisjoint(lows):
            return False
        openers = [at for at, low in enumerate(lows) if low in listed]
        here = set(lows)
        return any(
            here.issuperset(words) and _follow(words, lows, at, 1 if self._of_oneself(words) else 4)
            for at in openers
            for _, words in listed[lows[at]]
        )

    def _of_oneself(self, words: tuple[str, ...]) -> bool:
        """Say whether a phrase opens with a reflexive pronoun, which stands right before its verb: "se demande"."""
        return "reflexive" in self.classes.get(words[0], ()) and not self.verb_second

    def blue(self, text: str) -> bool:
        """Say whether words name peacekeepers: "two Ghanaian peacekeepers", "un soldat de la paix"."""
        return _any_of(self.peacekeepers).search(text.lower()) is not None

    def caveat_in(self, tokens: Sequence[Token], order: Sequence[int]) -> str | None:
        """Return the caveat said ("in principe"), or None."""
        lows = [tokens[i].low for i in order]
        for words in (words for words, kind in self.fixed.items() if kind == "caveat"):
            for n in range(len(lows) - len(words) + 1):
                if tuple(lows[n : n + len(words)]) == words:
                    return " ".join(words)
        return None

    def classes_of(self, name: str) -> frozenset[str]:
        """Return the words of a class."""
        known = self._classes.get(name)
        if known is None:
            known = self._classes[name] = frozenset(word for word, names in self.classes.items() if name in names)
        return known

    def compounded(self, low: str) -> bool:
        """Say whether a word may be made of others, of which the last says what it is: "missieleiding"; not: "opleiding"."""
        return self.compounds and len(low) > _WHOLE and not low.endswith(tuple(self.classes_of("whole_word")))

    @property
    def outsiders(self) -> frozenset[str]:
        """Return the words for people who never serve in a mission; "people" and "men" may be its own."""
        return self.bystanders - self.classes_of("anybody")

    def token(self, word: str, start: int, end: int, *, joined: bool) -> Token:
        """Make a token of a word, with its lemma and classes (remembered per surface form)."""
        known = self._seen.get(word)
        if known is None:
            known = self._look_up(word)
            if len(self._seen) < _REMEMBERED:  # an archive has endless names; the memory for them has not
                self._seen[word] = known
        low, lemma, classes = known
        return Token(0, start, end, word, low, lemma, classes, joined, word[0].isalnum())

    def _look_up(self, word: str) -> tuple[str, str, frozenset[str]]:
        """Return a word in lower case, its lemma and its classes."""
        low = word.lower().replace("’", "'")
        lemma = self.lemmas.get(low)
        if lemma is not None and low in self.not_verbs and "preposition" in self.classes.get(low, ()):
            lemma = low  # entre: between, not enters
        if lemma is None and low in self.verbs and low not in self.not_verbs:
            lemma = low
        if lemma is None:
            lemma = low
            if self.participle_from is not None and self.participle_from.match(low):
                lemma = self.participle_from.sub(self.participle_to, low)  # geïnformeerd → informeren
            elif word[0].isalpha() and len(low) < 40:
                lemma = lemmatizer().lemmatize(low, lang=self.language).replace("_", "").lower()
                if lemma in self.verbs and "preposition" in self.classes.get(low, ()):
                    lemma = low  # entre: between, not enters
        found = set(self.classes.get(low, frozenset()))
        if word[0].isdigit() or low in self.numbers:
            found.add("number")
        if low in self.vague:
            found.add("vague")
        if low in self.modals or (lemma in self.modals and low not in self.not_verbs):
            found.update(("modal", "verb"))
        closed = found & {"determiner", "preposition", "pronoun", "conjunction", "adverb", "number", "negation"}
        if low in self.lemmas and closed == {"number"}:
            closed = set()  # a numeral that is a verb form too ("acht"): the clause decides
        if word[:1].isalpha() and not closed and low not in self.not_verbs:
            listed = lemma in self.verbs or lemma in self.verb_triggers or low in self.verb_triggers
            shaped = (
                self.verb_lemma is not None and self.verb_lemma.search(lemma) is not None and word[0].islower()
                and self.verb_form is not None and self.verb_form.search(low) is not None
            )  # fmt: skip
            form = f"{lemma} {low}"
            shaped = shaped or (
                self.present_of is not None and word[0].islower() and bool(self.present_of.search(form))
            )
            opens = lemma in self.verb_triggers or lemma in self.attitude_verbs
            noun = low in self.nouns or (low in self.noun_triggers and not opens)
            attributive = self.present_participle is not None and low == lemma + self.present_participle
            people = self.nouns.get(low) == "people"  # the monitors, the force that monitors
            both = people and low == f"{lemma}s" and lemma in self.noun_like
            if (listed or shaped) and (not noun or both) and not attributive:
                found.add("verb")
                if (
                    self.participle is not None
                    and self.participle.search(low)
                    and (low != lemma or "participle" in found)
                ):
                    found.add("participle")
                if self.participle_of is not None and self.participle_of.search(form):
                    found.add("participle")
                if self.future is not None and self.future.search(form):
                    found.add("future")
                if self.conditional is not None and self.conditional.search(form):
                    found.add("conditional")
                if low == lemma:
                    found.add("infinitive")
        return low, lemma, frozenset(found)


@cache
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds some names as whole words."""
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, names))})(?!\S)")


def _same(word: str, token: Token) -> bool:
    return word in (token.low, token.lemma)


def _begins(stem: str, low: str, lemma: str, *, compounds: bool) -> bool:
    """Say whether a word begins with a stem: it may go on (not where "$" ends the stem), and in compounds stand inside."""
    if stem.endswith("$"):
        return stem[:-1] in (low, lemma)
    inside = compounds and len(stem) > 6 and stem in low
    return low.startswith(stem) or lemma.startswith(stem) or inside


def _follow(words: tuple[str, ...], lows: Sequence[str], at: int, reach: int) -> bool:
    """Say whether the words stand in this order from ``at`` on, where the first is, each within ``reach`` of the one before."""
    for word in words[1:]:
        found = next((k for k in range(at + 1, min(at + reach + 1, len(lows))) if lows[k] == word), None)
        if found is None:
            return False
        at = found
    return True
