"""Which form of its verb a token is here: one that could be finite, a participle behind its auxiliary, an infinitive."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Token


def described_as(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a form only describes the noun behind it, an adverb and an article before it: "its newly deployed company"."""
    bent = i >= _TWO and "adverb" in tokens[i - 1] and tokens[i].low != tokens[i].lemma
    if not bent or pack.verb_second or pack.adjectives_follow:
        return False
    opens, after = tokens[i - 2].classes, tokens[i + 1] if i + 1 < len(tokens) else None
    noun = (
        after is not None and after.text[0].islower() and (after.low in pack.nouns or after.classes.isdisjoint(NO_NOUN))
    )
    return noun and "determiner" in opens and opens <= _ARTICLES and not pack.is_gerund(tokens[i])


_TWO = 2  # tokens before it
_ARTICLES = frozenset({"determiner", "possessive", "indefinite"})


def could_be_finite(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a verb form could be finite here: no participle that only looks like a past, no infinitive, no gerund."""
    token = tokens[i]
    if pack.is_gerund(token):
        return False  # shielding, citing
    if "participle" in token and "infinitive" not in token:
        if not pack.past_like_participle:
            past = (
                pack.past is not None and pack.past.search(token.low) is not None and token.low[:3] == token.lemma[:3]
            )
            return past or token.low.endswith("t")  # weigerde, veroordeelde: but gedode, gearresteerde
        return not _is_participle(i, tokens, pack)
    taken = i > 1 and "object_pronoun" in tokens[i - 1] and "infinitive" in token  # de la prolonger
    return not (i and "infinitive_marker" in tokens[i - 2 if taken else i - 1])


def finite_of(verbs: Sequence[int], tokens: Sequence[Token], pack: Pack, *, main: bool) -> int | None:
    """Return which of a clause's verbs is finite: in a main clause no infinitive before it ("Langer blijven acht X onwijs")."""
    finite = [i for i in verbs if could_be_finite(i, tokens, pack)] or verbs
    plain = [i for i in finite if not {"infinitive", "participle"} & tokens[i].classes]
    return next(iter(plain if main and pack.verb_second and plain else finite), None)


def _is_participle(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a form that is past and participle alike is the participle here: an auxiliary stands before it."""
    if i == 0 or (pack.participle_only is not None and pack.participle_only.search(tokens[i].low)):
        return True  # Launched in 2008, the operation …: a past has its subject before it
    for token in reversed(tokens[max(0, i - 4) : i]):
        if "auxiliary" in token or "copula" in token or "passive" in token or "perfect" in token:
            return True
        if not ({"adverb", "negation", "intensifier"} & token.classes):
            return False
    return False


def undergoes(i: int, tokens: Sequence[Token], timed: frozenset[int], pack: Pack) -> bool:
    """Say whether who did it stands right behind a form that is past and participle alike: "(a tower) manned by soldiers"."""
    if i + 2 >= len(tokens) or "by" not in pack.relations.get((tokens[i + 1].low,), ()):
        return False
    whom = tokens[i + 2]  # not: rose by 200, ended by June, stood by its promise
    counted = "number" in whom or whom.text[0].isdigit() or i + 1 in timed or i + 2 in timed
    return not counted and tokens[i].lemma not in pack.classes_of("does_by")


def is_done(i: int, relations: Sequence[str], tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a participle that marks who asked, led or did it is the clause's verb here: "a imputé au M23", "a été exigé par"."""
    if pack.verb_second or pack.participle is None or not pack.participle.search(tokens[i].low):
        return False
    before = _before(i, tokens)
    passive = before is not None and bool({"passive", "copula"} & before.classes)
    return after_perfect(i, tokens, pack) or (passive and "request" in relations)


def after_perfect(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a word is a participle that an auxiliary asks for, whatever else it looks like: "n'aura pas traité le mal"."""
    if pack.verb_second or pack.participle is None or not pack.participle.search(tokens[i].low):
        return False
    before = _before(i, tokens)
    return before is not None and "perfect" in before and "number" not in tokens[i]


def _before(i: int, tokens: Sequence[Token]) -> Token | None:
    """Return the word before a verb, whatever adverbs and words of denial stand between."""
    return next((t for t in reversed(tokens[:i]) if not {"adverb", "negation"} & t.classes), None)


def after_passive(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a past form is a participle because "been" or "being" stands before it: "has been announced"."""
    if pack.is_gerund(tokens[i]):
        return False  # have been holding them
    before = next((t for t in reversed(tokens[:i]) if "adverb" not in t), None)
    past = tokens[i].low != tokens[i].lemma and not {"auxiliary", "copula", "passive"} & tokens[i].classes
    return past and before is not None and before.low != before.lemma and "passive" in before


def like_infinitive(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a verb is a participle that looks like its infinitive, behind a form of "be": "was hit", "were badly hurt"."""
    if pack.participle is None or tokens[i].low != tokens[i].lemma or not pack.participle.search(tokens[i].low):
        return False
    before = next((t for t in reversed(tokens[:i]) if "adverb" not in t), None)
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if before is None or (after is not None and "infinitive_marker" in after):
        return False  # is set to leave
    done = after is not None and "coordinator" in before and "by" in pack.relations.get((after.low,), ())
    return done or (before.lemma in pack.plain_being and bool({"copula", "passive"} & before.classes))


def verbs_of(order: Sequence[int], verbs: set[int], tokens: Sequence[Token], pack: Pack) -> list[int]:
    """Return the verbs of a clause; one that looks like an infinitive beside a helper alone is a participle: "werd overvallen"."""
    found = [i for i in order if i in verbs]
    shape = pack.participle if pack.verb_second and len(found) == _HELPED else None
    for i in found if shape is not None else ():
        token, helper = tokens[i], tokens[found[0] if i == found[1] else found[1]]
        alike = "infinitive" in token and token.low == token.lemma and token.lemma not in pack.be_perfect
        alike = alike and token.lemma in pack.verb_triggers and not {"participle", "modal"} & token.classes
        alone = alike and bool({"passive", "perfect"} & helper.classes) and "infinitive" not in helper
        if alone and shape is not None and shape.search(token.low) and not (i and "infinitive_marker" in tokens[i - 1]):
            token.classes = (token.classes - {"infinitive"}) | {"participle"}
    return found


_HELPED = 2  # verbs: one that helps another


def is_planned(verbs: Sequence[int], tokens: Sequence[Token]) -> bool:
    """Say whether verbs end in the participle of one that is a modal elsewhere: "a withdrawal is not planned"."""
    before, last = (tokens[v] for v in verbs[-2:]) if len(verbs) > 1 else (None, None)
    if before is None or last is None:
        return False
    return {"modal", "participle"} <= last.classes and bool({"copula", "passive"} & before.classes)


def to_be_done(i: int, finite: int | None, verbs: Sequence[int], tokens: Sequence[Token]) -> bool:
    """Say whether a verb is in an infinitive behind what somebody has said or asked: "heeft gevraagd te laten blijven"."""
    first = i
    while (
        first > 1
        and {"infinitive", "verb"} <= tokens[first - 1].classes
        and "infinitive_marker" not in tokens[first - 1]
    ):
        first -= 1
    helper = tokens[finite] if finite is not None and finite < first else None
    has = helper is not None and "perfect" in helper and "copula" not in helper
    said = has and any("participle" in tokens[v] for v in verbs if v < first)
    return said and first > 0 and "infinitive_marker" in tokens[first - 1]


def of_oneself(verbs: Sequence[int], tokens: Sequence[Token]) -> bool:
    """Say whether a reflexive pronoun stands right before a form of "be", which is a perfect then: "s'en sont pris à", "s'être emparé"."""
    for i in verbs:
        before = i - 2 if i > 1 and tokens[i - 1].classes & {"genitive_pronoun", "existential"} else i - 1
        if before >= 0 and {"copula", "passive"} & tokens[i].classes and "reflexive" in tokens[before]:
            return True
    return False


def has_object(verb: int, end: int, tokens: Sequence[Token], timed: frozenset[int]) -> bool:
    """Say whether a noun with an article and no preposition follows a verb: no participle that stands behind its noun has one."""
    return any(
        "determiner" in tokens[k] and k not in timed and tokens[k - 1].is_word and not tokens[k - 1].classes & NO_NOUN
        for k in range(verb + 2, end)
    )


NO_NOUN = frozenset({
    "preposition", "auxiliary", "copula", "passive", "perfect", "adverb", "negation", "determiner", "pronoun",
    "coordinator", "verb", "link", "modal", "reflexive", "intensifier", "number", "other",
})  # fmt: skip
"""Classes of words that a participle does not hang on."""


def then_did(i: int, tokens: Sequence[Token], timed: frozenset[int], pack: Pack) -> bool:
    """Say whether a past tense that looks like a participle stands second, behind a time alone: "In 2013 beëindigde Noorwegen …"."""
    past = (
        pack.past is not None
        and pack.past.search(tokens[i].low) is not None
        and tokens[i].low[:3] == tokens[i].lemma[:3]
    )
    return past and pack.verb_second and all(k in timed for k in range(i))
