"""Small words before nouns: which are pronouns here, whom they own or agree with, and which words a number may follow."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.adverbials import sets_off
from missionwatch.reading.frames.doubtful import finite_here
from missionwatch.reading.frames.naming import capital
from missionwatch.reading.frames.quantities import number_at
from missionwatch.reading.frames.senses import gender_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Named, Phrase
    from missionwatch.reading.frames.tokens import Token

_NOT_OF_A_NOUN = frozenset({"possessive", "negation", "reflexive", "preposition", "adverb"})
_A_FEW = 2
_MANY = 1_000_000


def is_pronoun(tokens: Sequence[Token], i: int, named: Mapping[int, Named], pack: Pack) -> bool:
    """Say whether a word that could be an article is a pronoun here: "dat het zijn troepen terugtrekt"."""
    behind = pack.verb_second and _behind_verb(tokens, i, pack)
    return (
        _stands_alone(tokens, i, pack)
        or _before_name(tokens, i, named, pack)
        or _opens_sentence(tokens, i, pack)
        or behind
    )


def _behind_verb(tokens: Sequence[Token], i: int, pack: Pack) -> bool:
    """Say whether such a word is the subject behind a verb that no subject stands before: "Aan KFOR levert het al 780 militairen"."""
    verb, after = tokens[i - 1] if i else None, tokens[i + 1] if i + 1 < len(tokens) else None
    if verb is None or after is None or "verb" not in verb or {"participle", "infinitive", "passive"} & verb.classes:
        return False
    if verb.lemma in pack.classes_of("impersonal") or ("copula" in verb and "perfect" not in verb):
        return False
    first = i - 1
    while first and tokens[first - 1].is_word and "link" not in tokens[first - 1]:
        first -= 1
    aside = first == i - 1 and first and tokens[first - 1].text == ","
    if not (aside or {"preposition", "adverb"} & tokens[first].classes):
        return False
    counted = number_at(tokens, i + 1, pack)
    return bool(_AFTER_SUBJECT & after.classes) or (counted is not None and (counted.value or 0) >= _A_FEW)


_AFTER_SUBJECT = frozenset({"possessive", "negation", "reflexive", "adverb", "determiner", "existential"})


def _opens_sentence(tokens: Sequence[Token], i: int, pack: Pack) -> bool:
    """Say whether such a word opens a sentence as its subject: "Denemarken … Het trekt zijn soldaten terug"; not: "Het blijft onduidelijk"."""
    if any(t.is_word for t in tokens[:i]) or i + 2 >= len(tokens):
        return False
    verb = tokens[i + 1]
    if (
        "verb" not in verb
        or {"copula", "passive"} & verb.classes
        or verb.lemma in pack.classes_of("impersonal")
        or ("participle" in verb and not _was_done(tokens, i + 2, pack))
    ):
        return False
    clause = any("content_link" in t or "interrogative" in t for t in tokens[i + 2 :])
    return not clause or "modal" not in verb  # het kan zijn dat …


def breaks_off(i: int, j: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a phrase ends before a sign, or where others begin who do or undergo something: "vroegen de rebellen | inwoners om …"."""
    if not tokens[j].is_word:
        return tokens[j].text not in "-‑"
    if not pack.compounds or j < i + 2 or "determiner" not in tokens[i]:
        return False
    ends = tuple(pack.classes_of("plural_ending"))
    both = tokens[j - 1 : j + 1]
    return all(pack.nouns.get(t.low) == "people" and t.low.endswith(ends) and t.text.islower() for t in both)


def _was_done(tokens: Sequence[Token], at: int, pack: Pack) -> bool:
    """Say whether a past that looks like a participle is the verb: "Het verzocht Frankrijk …"; not: "Het beschuldigde land ontkent"."""
    here = list(itertools.takewhile(lambda t: t.is_word and "link" not in t, tokens[at:]))
    behind = bool(here) and (here[0].text[0].isupper() or bool(_BEHIND_VERB & here[0].classes))
    return pack.verb_second and behind and not any(finite_here(t, frozenset()) for t in here)


_BEHIND_VERB = frozenset({"possessive", "reflexive", "adverb", "determiner", "preposition"})


def _stands_alone(tokens: Sequence[Token], i: int, pack: Pack) -> bool:
    """Say whether a word that is article or pronoun is the pronoun, in a clause a link opens: "dat het zijn troepen terugtrekt"."""
    if not i or "link" not in tokens[i - 1] or i + 1 >= len(tokens):
        return False
    counted = number_at(tokens, i + 1, pack)
    if "determiner" in tokens[i + 1] and "possessive" not in tokens[i + 1]:
        return True  # dat het de missie heeft gevraagd te vertrekken
    return bool(_NOT_OF_A_NOUN & tokens[i + 1].classes) or (counted is not None and (counted.value or 0) >= _A_FEW)


def _before_name(tokens: Sequence[Token], i: int, named: Mapping[int, Named], pack: Pack) -> bool:
    """Say whether a short name that takes no article stands behind such a word: "omdat het M23 steunt"."""
    after = named.get(i + 1)
    if i + 1 < len(tokens) and "common_gender" in tokens[i + 1]:
        return True  # dat het operatie Barkhane beëindigt
    if after is not None and i and _no_article(after, tokens, pack):
        return bool({"verb", "link"} & tokens[i - 1].classes)  # maandag heeft het Rwanda opgeroepen
    if after is None or not i or "link" not in tokens[i - 1] or not after.text.split()[0].isupper():
        return False
    behind = tokens[after.last + 1] if after.last + 1 < len(tokens) else None
    whole = (
        behind is not None
        and bool({"determiner", "possessive", "number"} & behind.classes)
        and "negation" not in behind
    )
    armed = all(s.kind == "group" for s in after.senses)  # toen het ELN de basis aanviel: the ELN does it
    return not (whole and armed) and any(s.kind in ("mission", "group") for s in after.senses)


def _no_article(name: Named, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a name is that of a land, which has no article of its own but with "of" behind it: "het Rwanda van nu"."""
    behind = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    plain = name.first == name.last and name.text.lower() not in pack.classes_of("with_neuter")
    of = behind is not None and "of" in pack.relations.get((behind.low,), ())
    return pack.verb_second and plain and not of and any(s.kind == "state" and s.form == "name" for s in name.senses)


def is_owner(after: Token) -> bool:
    """Say whether a word that is possessive and pronoun alike owns what follows it: "hun laatste soldaten"."""
    return after.is_word and _NO_NOUN.isdisjoint(after.classes)


_NO_NOUN = frozenset({
    "verb", "preposition", "pronoun", "determiner", "adverb", "coordinator", "link", "negation", "possessive",
})  # fmt: skip


def ends_noun(token: Token) -> bool:
    """Say whether a word before a number is a noun that no list knows: nothing that may stand between an article and it."""
    return token.is_word and not token.classes - {"verb"}


def is_article(tokens: Sequence[Token], i: int, pack: Pack) -> bool:
    """Say whether "des" is an article, or "de", as before a plural adjective or a negation's noun: "n'a pas de soldats"."""
    marks = "infinitive_marker" in tokens[i] and i + 1 < len(tokens)
    turned = marks and ("plural_adjective" in tokens[i + 1] or says_none(tokens, i + 1, pack))
    number = number_at(tokens, i + 1, pack) if "contracted" in tokens[i] and i + 1 < len(tokens) else None
    counted = number is not None and (number.value or _MANY) < _MANY  # des 5.200 soldats: of them; but: des millions
    return turned or ("partitive" in tokens[i] and not counted)


def is_courtesy(tokens: Sequence[Token], i: int) -> bool:
    """Say whether "Mr" or "dr." stands before a name."""
    behind = tokens[i + 1 : i + 3]
    stopped = len(behind) > 1 and behind[0].text == "." and capital(behind[1])
    return "honorific" in tokens[i] and bool(behind) and (tokens[i].text[0].isupper() or stopped)


def names_owner(tokens: Sequence[Token], i: int, after: Named | None, phrases: Sequence[Phrase]) -> bool:
    """Say whether "des" stands before a name: of those; not where a verb tells what some do: "où servent des Danois, des Italiens"."""
    if after is None or not after.forms("name", "capital", "seat", "national") or _opens_subject(tokens, i, after):
        return False
    if after.forms("name", "capital", "seat") or not i:
        return True
    before = i - 1
    while before > 0 and "adverb" in tokens[before]:
        before -= 1
    listed = (tokens[before].text == "," or "coordinator" in tokens[before]) and bool(phrases)
    listed = (
        listed and phrases[-1].bare and phrases[-1].last == before - 1 and "partitive" in tokens[phrases[-1].first - 1]
    )
    return not listed and not (
        "verb" in tokens[before] and {"participle", "infinitive"}.isdisjoint(tokens[before].classes)
    )


def _opens_subject(tokens: Sequence[Token], i: int, who: Named) -> bool:
    """Say whether some of those named open a clause as its subject: "Lundi, des talibans ont attaqué", "où des Maliens ont manifesté"."""
    some = any(s.kind == "group" or s.form == "national" for s in who.senses)
    opens = not i or tokens[i - 1].text in _BEFORE_SUBJECT or "link" in tokens[i - 1]
    behind = tokens[who.last + 1 : who.last + 3]
    told = behind[1:] if behind and ("participle" in behind[0] or not behind[0].classes) else behind  # présumés
    return (
        some and opens and bool(told) and "verb" in told[0] and {"participle", "infinitive"}.isdisjoint(told[0].classes)
    )


_BEFORE_SUBJECT = frozenset(",;:«–—")


def mark_some(phrases: list[Phrase], tokens: Sequence[Token]) -> list[Phrase]:
    """Mark the phrases before which "des" stood as an article, and return all: "des Danois" are some Danes."""
    for phrase in phrases:
        phrase.some = phrase.bare and phrase.first > 0 and "partitive" in tokens[phrase.first - 1]
    return phrases


def stands_behind_place(tokens: Sequence[Token], i: int, start: int, phrases: Sequence[Phrase]) -> bool:
    """Say whether "des" is an article behind a place: "À Gao, dans le nord, des soldats ont tiré", "ont arrêté à Gao des rebelles"."""
    if tokens[i - 1].text != ",":
        return _acts_on(tokens, i, start, phrases)
    if any("verb" in t for t in tokens[start : i - 1]) or any(p.bare and not sets_off(p, tokens) for p in phrases):
        return False
    return not any("of" in p.relations and (not n or tokens[p.start - 1].text == ",") for n, p in enumerate(phrases))


def _acts_on(tokens: Sequence[Token], i: int, start: int, phrases: Sequence[Phrase]) -> bool:
    """Say whether no more than where stands between a finite verb and what it is done to: "ont arrêté à Gao | des rebelles"."""
    there = phrases[-1] if phrases and "partitive" in tokens[i] else None
    if there is None or there.last != i - 1 or there.noun or not {"in", "at"} & set(there.relations):
        return False
    if not there.named or not all(s.kind == "place" for n in there.named for s in n.senses):
        return False
    before = phrases[-2].last + 1 if len(phrases) > 1 else start
    between = tokens[before : there.start]
    return any("verb" in t and {"participle", "infinitive"}.isdisjoint(t.classes) for t in between)


def takes_object(tokens: Sequence[Token], i: int, pack: Pack) -> bool:
    """Say whether no verb that leads somewhere stands before ("sortir du camp"): an article then ("des combats ont éclaté")."""
    before = i - 1
    while before > 0 and "adverb" in tokens[before]:
        before -= 1
    return before < 0 or not ("verb" in tokens[before] and tokens[before].lemma in pack.be_perfect)


def says_none(tokens: Sequence[Token], i: int, pack: Pack) -> bool:
    """Say whether a noun at ``i`` stands behind the "de" of a negation: there is none, "n'a pas voulu envoyer de soldats"."""
    de = tokens[i - 1] if i > 1 else None
    if de is None or "infinitive_marker" not in de or not _NO_NOUN.isdisjoint(tokens[i].classes):
        return False
    before = i - 2
    while before > 0 and "verb" in tokens[before] and i - before <= _VERBS:
        before -= 1
    denied = before > 0 and not _DENYING.isdisjoint(tokens[before].classes)
    return denied and "of" in pack.relations.get((de.low,), ())


_DENYING = frozenset({"negation", "with_ne"})
_VERBS = 3  # tokens between a negation and its noun


def unless_aside(phrase: Phrase | None, token: Token) -> Phrase | None:
    """Return a phrase, unless it is a word that alone is nobody and nothing: in "Waarschijnlijk trok Frankrijk …" France does it."""
    aside = phrase is not None and phrase.first == phrase.last and "by_itself" in token and not phrase.named
    return None if aside else phrase


def ends_at_number(tokens: Sequence[Token], first: int, j: int, named: Mapping[int, Named], pack: Pack) -> bool:
    """Say whether a phrase ends before a number: a noun whose adjective follows, "bij Mucojo | twaalf burgers"; but Brigade 93."""
    if pack.adjectives_follow and j > first and ends_noun(tokens[j - 1]):
        return True
    if j <= first or not first or "preposition" not in tokens[first - 1] or j + 1 >= len(tokens):
        return False
    before, counted = tokens[j - 1], tokens[j + 1]
    known = any(n.first <= j - 1 <= n.last for n in named.values())
    if pack.verb_second and not known and before.text.islower() and ends_noun(before):
        # zonder opgaaf van redenen | 105 militairen
        return counted.text.islower() and _NO_NOUN.isdisjoint(counted.classes)
    return not known and before.text[0].isupper() and before.text[1:].islower() and counted.text[:1].islower()


def says_sort(tokens: Sequence[Token], j: int, members: frozenset[int], pack: Pack) -> bool:
    """Say whether two words only say what sort of people or things a noun before them names: "troupes de combat"."""
    said = j + 1 in members and "sort_noun" in tokens[j + 1]
    return said and "of" in pack.relations.get((tokens[j].low,), ())


def agreeing(earlier: Sequence[Phrase], opener: Token, tokens: Sequence[Token], pack: Pack) -> Phrase | None:
    """Return the last phrase that a pronoun with gender and number agrees with: in "la coalition des États-Unis, à laquelle" the coalition."""
    if not {"relative_feminine", "relative_masculine"} & opener.classes:
        return None
    gender = "feminine" if "relative_feminine" in opener else "masculine"
    for phrase in reversed(earlier):
        told = phrase.start < phrase.first and "contracted" in tokens[phrase.first - 1]
        article = tokens[phrase.first - told]
        if not {"determiner", "possessive", "contracted"} & article.classes and phrase.number is None:
            if (phrase.unknown_name or phrase.person) and phrase.bare and "relative_plural" not in opener:
                return phrase
            if phrase is earlier[-1] and phrase.refs_of("state") and "relative_plural" not in opener:
                return phrase  # son ambassadeur en Espagne, à laquelle …
            continue  # a name without its article shows nothing
        plural = article.low.endswith(tuple(pack.classes_of("plural_ending")))
        many = plural or (phrase.number is not None and phrase.counted() > 1)
        own = gender_of(phrase, pack) or ("masculine" if "contracted" in article and not plural else None)  # au, du
        if many == ("relative_plural" in opener) and own in (None, gender):
            return phrase
    return None


def disagrees(phrase: Phrase, participle: Token, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a participle shows another gender or number than a phrase: in "les soldats de la FINUL, enlevés lundi" not the FINUL was."""
    feminine = pack.classes_of("feminine_ending")
    apart = phrase.start < phrase.first and not {"determiner", "contracted"}.isdisjoint(
        tokens[phrase.first - 1].classes
    )
    article = tokens[phrase.first - apart]
    if not feminine or (not {"determiner", "possessive", "contracted"} & article.classes and phrase.number is None):
        return False  # a name without its article shows nothing
    plural = article.low.endswith(tuple(pack.classes_of("plural_ending")))
    many = plural or (phrase.number is not None and phrase.counted() > 1)
    if many != participle.low.endswith(tuple(pack.classes_of("plural_ending"))):
        return many or participle.low.endswith(tuple(pack.classes_of("plural_participle")))
    hers = participle.low.endswith(tuple(feminine))
    return article.low in pack.classes_of("masculine" if hers else "feminine")


def only_told(tokens: Sequence[Token], j: int, members: frozenset[int], pack: Pack) -> bool:
    """Say whether a word of an army only tells of what sort a thing is: "a military intervention", "une intervention militaire"."""
    k = j - 1 if pack.adjectives_follow else j + 1
    return "of_an_army" in tokens[j] and k in members and "army_thing" in tokens[k]
