"""Words that are a noun as well as a verb, and forms that no list knows: which they are here."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Token


def people_do(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a word that is a noun as well is what people do to what follows: "Russian soldiers guard the palace"."""
    if not i or i + 1 >= len(tokens) or tokens[i].low != tokens[i].lemma or tokens[i].lemma not in pack.noun_like:
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    many = pack.nouns.get(before.low) == "people" and (before.low.endswith("s") or "anybody" in before)
    named = many and (after.text[:1].isupper() or "compass" in after) and tokens[i].text.islower()  # men patrol Gao
    several = many or "human_relative" in before
    return (
        several and (named or bool({"determiner", "possessive", "number"} & after.classes)) and "relative" not in after
    )


def points_at_noun(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a word is the noun of the demonstrative before it, since a verb would not agree with that: "this attack", "those raids"."""
    if not i or tokens[i].lemma not in pack.noun_like or not {"demonstrative", "pronoun"} <= tokens[i - 1].classes:
        return False
    one = "plural_demonstrative" not in tokens[i - 1]
    if one != (tokens[i].low == tokens[i].lemma):
        return False  # this attacks the very principles
    opens = tokens[i - 2] if i > 1 else None
    if "relative" in tokens[i - 1] and i + 1 < len(tokens) and "determiner" in tokens[i + 1]:
        return False  # the guns that command the strait
    if "relative" not in tokens[i - 1] or opens is None:
        return True
    return opens.low not in pack.nouns and bool({"verb", "preposition", "coordinator"} & opens.classes)


def several_do(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a word without an ending, behind the number that opens a clause, is what so many do: "Three work in Mali"."""
    token, first, more = tokens[i], i - 1, pack.additional | pack.classes_of("indefinite") | pack.classes_of("more_of")
    while first and tokens[first - 1].is_word and (tokens[first - 1].low in more or _about(first, tokens, pack)):
        first -= 1
    opens = first == 0 or tokens[first - 1].text == "," or "coordinator" in tokens[first - 1]
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    noun = token.low in pack.nouns or token.low in pack.noun_triggers
    one = pack.numbers.get(tokens[i - 1].low) == 1 or tokens[i - 1].text == "1"
    placed = after is not None and "preposition" in after and "infinitive_marker" not in after
    placed = placed or ("still_there" in token and (after is None or not after.is_word))  # only 400 remain
    return opens and placed and not (noun or one) and token.low == token.lemma


def _about(end: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a word before a number tells how near it is, or sets it off: "about 250", "only 400"."""
    return (tokens[end - 1].low,) in pack.qualifiers or "limiter" in tokens[end - 1] or "determiner" in tokens[end - 1]


def so_many_do(i: int, tokens: Sequence[Token], blocked: frozenset[int], pack: Pack) -> bool:
    """Say whether a plural behind the number that opens a clause is what so many do, whose noun is left out: "De andere 40 komen uit Mali"."""
    token, first = tokens[i], i - 1
    while (
        first
        and tokens[first - 1].is_word
        and _BEFORE_COUNTS.isdisjoint(tokens[first - 1].classes)
        and first > i - _SHORT
    ):
        first -= 1
    opens = first == 0 or not tokens[first - 1].is_word or "coordinator" in tokens[first - 1]
    known = token.lemma in pack.verb_triggers or token.lemma in pack.verbs or bool(token.classes - _PLAIN_VERB)
    noun = token.low in pack.nouns or token.low in pack.noun_triggers or token.low in pack.noun_like
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    goes_on = after is not None and (after.index in blocked or not _BEHIND_VERBS.isdisjoint(after.classes))
    rest = itertools.takewhile(lambda t: t.is_word and "link" not in t, tokens[i + 1 :])
    return opens and known and not noun and goes_on and not any(finite_here(t, blocked) for t in rest)


_PLAIN_VERB = frozenset({"verb", "infinitive"})
_BEFORE_COUNTS = frozenset({"verb", "preposition", "link", "coordinator", "copula"})
_SHORT = 5  # tokens of a number and what stands before it: "de overige zo'n 40"
_BEHIND_VERBS = frozenset({"preposition", "adverb", "pronoun", "negation", "determiner"})


def described_as_noun(i: int, tokens: Sequence[Token], blocked: frozenset[int], pack: Pack) -> bool:
    """Say whether a word that is a noun as well is one here: only adjectives after an article, or nothing, stand before it."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if not i:
        return after is not None and "of" in pack.relations.get((after.low,), ())  # Besluit van de Raad
    if finite_here(tokens[i - 1], blocked):  # Nederland steunt besluit van Denemarken; but: een militair is omgekomen
        return not ("participle" in tokens[i] and {"perfect", "passive"} & tokens[i - 1].classes)
    for at in range(i - 1, max(-1, i - _ADJECTIVES - 1), -1):
        token = tokens[at]
        if "demonstrative" in token:
            return not at or tokens[at - 1].text != ","  # dat besluit; but: de Raad, die besluit
        if not token.is_word or token.classes & _NO_ADJECTIVE:
            return False
        if {"determiner", "possessive"} & token.classes:
            return True
        if (at in blocked or token.text[0].isupper()) and not token.low.endswith(OF_A_COUNTRY):
            return False
    return False


def only_told(tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a sentence opens with an adjective of its subject that looks like a verb: its comma comes before any verb."""
    opens = any(t.frame == "starts" for t in pack.word_triggers.get(tokens[0].low, ()))
    if not opens or "participle" in tokens[0]:
        return False
    rest = next((n for n, t in enumerate(tokens[1:], 1) if t.text == "," or "verb" in t), 0)
    return tokens[rest].text == "," and any("verb" in t for t in tokens[rest:])


def kept_to(token: Token, after: Token | None, pack: Pack) -> bool:
    """Say whether a word behind a preposition is a noun, whose verb follows it: "zich aan afspraken houden"."""
    return pack.verb_second and token.low in pack.noun_triggers and after is not None and "infinitive" in after


_ADJECTIVES = 3  # words that may stand between an article and its noun
_NO_ADJECTIVE = frozenset({"verb", "preposition", "coordinator", "link", "negation", "noun"})
OF_A_COUNTRY = ("se", "che")


def finite_here(token: Token, blocked: frozenset[int]) -> bool:
    """Say whether a word is a verb in a form that can only be finite: no participle, no infinitive, no name."""
    plain = not {"participle", "infinitive", "possessive"} & token.classes
    return "verb" in token and token.index not in blocked and plain


def inside_capitals(token: Token, after: Token | None) -> bool:
    """Say whether a word and the next are written with capitals, as in names."""
    return token.text[0].isupper() and after is not None and after.text[0].isupper()


def forename(token: Token, before: Token | None, after: Token | None) -> bool:
    """Say whether a verb written with a capital between two words with one is part of a name."""
    return all(t is not None and t.text[0].isupper() and not t.text.isupper() for t in (before, token, after))


def surname(i: int, tokens: Sequence[Token], blocked: frozenset[int], pack: Pack) -> bool:
    """Say whether a verb written with a capital ends a name behind a title, in a sentence that has its verb: "General Michael Rose said"."""
    if i > 1 and not pack.past_like_participle and _goes_on_with_capital(tokens[i - 1], tokens[i]):
        return True  # Hamza Abdi Barre
    if i < _FULL_NAME or i - 1 in blocked or not (i - 2 in blocked or "honorific" in tokens[i - 2]):
        return False
    title, first, token = tokens[i - 2 : i + 1]
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    called = forename(first, title, token) and not first.classes and first.is_word
    return (
        called
        and (after is None or not after.text[0].isupper())
        and any("verb" in t and t.text[0].islower() for t in tokens)
    )


def _goes_on_with_capital(before: Token, token: Token) -> bool:
    """Say whether two words are written with a capital as in a name, and neither is in capitals throughout."""
    named = all(t.text[0].isupper() and not t.text.isupper() for t in (before, token))
    return named and not {"verb", "determiner", "preposition", "link", "coordinator"} & before.classes


_FULL_NAME = 2  # tokens before a last name: a title and a first name


def opens_clause(i: int, tokens: Sequence[Token]) -> bool:
    """Say whether no more than a name and its article stand between a word and the beginning of its clause."""
    at = i - 1
    while at >= 0 and tokens[at].is_word and (tokens[at].text[0].isupper() or "determiner" in tokens[at]):
        at -= 1
    return at < 0 or tokens[at].text == "," or "coordinator" in tokens[at]


def says_at_end(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a word that is a noun as well is the verb of who said all that stands before: "…, MONUSCO reports"."""
    token, after = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
    if pack.verb_second or token.low == token.lemma or token.lemma not in pack.attitude_verbs or i < _SAID:
        return False
    if after is not None and after.text not in _ENDING:
        return False
    who = i - 1 if pack.nouns.get(tokens[i - 1].low) in _SPEAKING and "determiner" in tokens[i - 2] else i
    return opens_clause(who, tokens) and any("verb" in t for t in tokens[: i - 1])


_SAID = 4  # tokens at least before the verb of who said them
_ENDING = frozenset({".", "!", "?", "\n"})
_SPEAKING = frozenset({"mission", "organisation", "people", "partner", "person"})


def opens_resolution(token: Token, after: Token | None, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a word that is a noun as well opens a sentence as its verb: "Supports the request", "Calls on Mali"."""
    if after is None or pack.verb_second or token.low == token.lemma:
        return False
    asks = "asked_with" in after and any(t.frame == "demand" for t in pack.verb_triggers.get(token.lemma, ()))
    asks = asks or ("demand" in pack.attitudes.get(token.lemma, ()) and _asks_there(after, tokens, pack))
    said = token.low in pack.nouns or any({token.low, token.lemma} & pack.classes_of(c) for c in _NOUNS_OF_WORDS)
    told = said and "demonstrative" in after  # Reports that X had left proved false
    return asks or (bool({"determiner", "possessive"} & after.classes) and not told)


def _asks_there(after: Token, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether what is asked for follows, and no verb of which it is the subject: "Demands that …", "Calls for an investigation;"."""
    if tokens[-1].text == ";" and ({"preposition", "content_link"} & after.classes):
        return True
    verbs = [t for t in tokens[after.index :] if "verb" in t and "infinitive" not in t]
    if "content_link" in after:
        return len(verbs) < _TWO  # but: demands that they leave were ignored
    return bool({"for", "to", "on"} & set(pack.relations.get((after.low,), ()))) and not verbs


_TWO = 2
_NOUNS_OF_WORDS = ("rumour_noun", "words_noun", "fear_noun", "plan_noun", "document_noun")


def is_a_step(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a word that denies is the noun of the article before it: "un pas vers la paix", "ce premier pas"."""
    before = i - 1
    while before > 0 and "prenominal" in tokens[before]:
        before -= 1
    return (
        pack.adjectives_follow
        and before >= 0
        and "determiner" in tokens[before]
        and tokens[before].text[-1] not in "'’"
    )


def nouns_elsewhere(tokens: Sequence[Token], pack: Pack, sure: set[int], blocked: frozenset[int]) -> set[int]:
    """Return the verb of a clause that has none else, in a form that is a noun elsewhere: "HRW presse le gouvernement de …"."""
    first = 0
    for end in (*(t.index for t in tokens if not t.is_word and t.text in _PARTING), len(tokens)):
        finite = sure.intersection(range(first, end))
        for i in range(first + 1, end - 1):
            before, after = tokens[i - 1], tokens[i + 1]
            if tokens[i].low not in pack.not_verbs or pack.lemmas.get(tokens[i].low) not in pack.verbs or i in blocked:
                continue
            if {"preposition", "adverb"} & tokens[i].classes:
                continue  # la frontière entre le Soudan et le Tchad
            named = i - 1 in blocked and all(k in blocked or "determiner" in tokens[k] for k in range(first, i))
            subject = i - 1 in blocked or (before.is_word and not before.classes)
            done_to = {"determiner", "possessive"} & after.classes and "preposition" not in after
            joint = named and "coordinator" in after and i + 2 in finite and "participle" not in tokens[i + 2]
            if joint or (not finite and ((subject and done_to) or (named and "preposition" in after))):
                tokens[i].classes |= {"verb"}
                return {i}
        first = end + 1
    return set()


_PARTING = ",;:"  # what parts clauses


def filled(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether words that only fill stand before a word, whatever the last of them is elsewhere: "ont en outre | été blessés"."""
    return any(tuple(t.low for t in tokens[i - n : i]) in pack.fixed for n in (4, 3, 2) if n <= i)


def helped(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a participle that is another word elsewhere has its auxiliary, or is apart: "was given a week", ", partis de Kidal"."""
    if not i or tokens[i - 1].text == ",":
        behind = [t for t in tokens[i + 1 : i + 3] if t.is_word]
        whence = len(behind) > 1 and "from" in pack.relations.get((behind[0].low,), ())
        return whence and (
            behind[1].text[:1].isupper() or tokens[i].low.endswith(tuple(pack.classes_of("plural_ending")))
        )
    first = i - 1
    while first > 0 and {"adverb", "negation"} & tokens[first].classes:
        first -= 1
    return first >= 0 and bool({"passive", "perfect", "copula"} & tokens[first].classes)


def may_be_one(low: str, pack: Pack) -> bool:
    """Say whether a form may be what one does now: "beperkt", not "vertrokken"."""
    return bool(pack.present and pack.present.search(low)) and bool(pack.singular and pack.singular.search(low))


def reputed(i: int, tokens: Sequence[Token], blocked: frozenset[int], timed: frozenset[int], pack: Pack) -> bool:
    """Say whether a participle tells what somebody is taken for: "by suspected Ansaru fighters"; not: "Bamako suspected them"."""
    if i and "participle" in tokens[i] and tokens[i - 1].low in pack.classes_of("manner_noun"):
        return True  # de manière ordonnée
    if tokens[i].low not in pack.classes_of("reputed") or i + 1 >= len(tokens):
        return False
    after, before = tokens[i + 1], tokens[i - 1] if i else None
    if not after.is_word or {"preposition", "determiner", "pronoun", "link"} & after.classes:
        return False
    doer = before is not None and i - 1 in blocked and i - 1 not in timed and "number" not in before
    helped_by = before is not None and {"copula", "passive", "perfect", "pronoun", "modal"} & before.classes
    return not (doer or helped_by) or (before is not None and "determiner" in before)


def at_it(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a word that names a doing tells that somebody does it: "are fighting", "the force fighting insurgents"."""
    first = i - 1
    while first > 0 and "adverb" in tokens[first]:
        first -= 1
    before, after = tokens[first] if i else None, tokens[i + 1] if i + 1 < len(tokens) else None
    if before is None or after is None or not (after.is_word or "copula" in before):
        return False
    if {"copula", "passive"} & before.classes:
        return not (first and "existential" in tokens[first - 1])  # but: there was fighting
    people = pack.nouns.get(before.low) in ("people", "mission")
    return people and first == i - 1 and not {"verb", "coordinator", "modal"} & after.classes


def there_aside(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether an adjective says aside where a subject is: "Burundi, present in Somalia since 2007, has withdrawn its troops"."""
    if i == 1 or i >= len(tokens) - 1 or "preposition" not in tokens[i + 1] or not tokens[i].text[1:].islower():
        return False
    told = {t.frame for t in pack.word_triggers.get(tokens[i].low, ())}
    if told.isdisjoint(_BEING_THERE) or (not i and "starts" in told):
        return False
    if not i:  # Présents au Mali depuis 2013, les Allemands se retirent
        closed = next((k for k in range(1, min(len(tokens), _ASIDE)) if tokens[k].text == ","), None)
        return closed is not None and not any("verb" in t for t in tokens[1:closed])
    if tokens[i - 1].text == ",":
        return tokens[i - 2].is_word and any(t.text == "," for t in tokens[i + 1 : i + _ASIDE])
    if not pack.adjectives_follow or tokens[i].low not in pack.classes_of("there_word") | pack.classes_of("posted"):
        return False
    start = next((k for k in range(i - 1, -1, -1) if not tokens[k].is_word), -1)  # les soldats présents à Gao partiront
    before, after = tokens[start + 1 : i], tokens[i + 1 : i + _ASIDE]
    later = next((t for t in after if "verb" in t or t.text in _PARTING), None)
    return not any({"verb", "link"} & t.classes for t in before) and later is not None and "verb" in later


_ASIDE = 12  # tokens
_BEING_THERE = frozenset({"starts", "present", "serve"})  # frames of adjectives: present, active


def foreseen(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a participle only says beside what something was to be: "a year earlier than planned", "as agreed"."""
    first = 1 if pack.verb_second else 2  # Zoals verwacht heeft X …
    if i < first or tokens[i].low not in pack.classes_of("foreseen"):
        return False
    helped_by = i > 1 and {"copula", "passive", "perfect", "modal"} & tokens[i - 2].classes
    return tokens[i - 1].low in pack.classes_of("likening") and not helped_by


def restates(i: int, tokens: Sequence[Token]) -> bool:
    """Say whether a form of "be" only says again what stands before its comma: "two companies, soit 300 hommes"."""
    if "that_is" not in tokens[i] or not i or tokens[i - 1].text not in (",", "("):
        return False
    return not any("that_is" in t for t in tokens[:i])  # soit un retrait, soit un renfort


def namely(i: int, tokens: Sequence[Token]) -> bool:
    """Say whether an infinitive behind a comma only brings those meant: "trois pays, à savoir le Niger, …"; not: "reste à savoir si …"."""
    if "namely" not in tokens[i] or i < _BEHIND or tokens[i - 2].text not in (",", "(", "–") or i + 1 >= len(tokens):
        return False
    return bool({"determiner", "number"} & tokens[i + 1].classes) or tokens[i + 1].text[0].isupper()


_BEHIND = 2  # words: a comma and "à"


def somebody_finds(i: int, tokens: Sequence[Token], blocked: frozenset[int], pack: Pack) -> bool:
    """Say whether a verb that is a number as well is that of somebody named behind it: "dat acht premier X onwenselijk"."""
    named = tokens[i + 1]
    several = named.low.endswith((*pack.classes_of("plural_ending"), *OF_A_COUNTRY)) and "honorific" not in named
    if not i or several or not (i + 1 in blocked or "honorific" in named):
        return False  # acht Belgen, acht Duitse militairen
    start = next((k for k in range(i - 1, -1, -1) if not tokens[k].is_word), -1)
    end = next((k for k in range(i + 1, len(tokens)) if not tokens[k].is_word), len(tokens))
    return not any(finite_here(t, blocked) and t.index != i for t in tokens[start + 1 : end])
