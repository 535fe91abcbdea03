"""Which tokens of a sentence are verbs here: not an adjective, not a name, not a noun."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.afresh import parts_stretches
from missionwatch.reading.frames.doubtful import (
    OF_A_COUNTRY,
    at_it,
    described_as_noun,
    filled,
    forename,
    foreseen,
    helped,
    inside_capitals,
    is_a_step,
    kept_to,
    namely,
    nouns_elsewhere,
    only_told,
    opens_clause,
    opens_resolution,
    people_do,
    points_at_noun,
    reputed,
    restates,
    says_at_end,
    several_do,
    so_many_do,
    somebody_finds,
    surname,
    there_aside,
)
from missionwatch.reading.frames.infinitives import calls_for_verb, marked_infinitive
from missionwatch.reading.frames.participles import after_perfect, could_be_finite, described_as, is_done, then_did
from missionwatch.reading.frames.possessives import owns
from missionwatch.reading.frames.quantities import number_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.tokens import Token


def find_verbs(
    tokens: Sequence[Token], pack: Pack, blocked: frozenset[int], timed: frozenset[int] = frozenset()
) -> set[int]:
    """Return the tokens that are verbs here: not an adjective before its noun, not a name. ``timed`` of ``blocked`` are those of times."""
    found: set[int] = set()
    doubtful: set[int] = set()
    marked = _inside_relations(tokens, pack)
    for i, token in enumerate(tokens):
        if "negation" in token and is_a_step(i, tokens, pack):
            token.classes -= {"negation"}
        if i and token.low in pack.lemmas and calls_for_verb(tokens[i - 1], pack):
            token.classes |= {"verb"}  # ne part pas, y garde 50 hommes
        if token.low in pack.word_triggers and there_aside(i, tokens, pack):
            token.classes |= {"verb", "participle", "aside"}
            found.add(i)
            continue
        told = "helped" in token and helped(i, tokens, pack)
        if "verb" not in token.classes and (told or _unlisted(i, tokens, pack)):
            token.classes |= {"verb", "participle"}
        doing = "doing" in token and at_it(i, tokens, pack)  # the force fighting insurgents
        if i not in blocked and (doing or (token.low in pack.nouns and people_do(i, tokens, pack))):
            token.classes |= {"verb"}
        if i and "verb" not in token.classes and i not in blocked and marked_infinitive(i, tokens, pack):
            token.classes |= {"verb", "infinitive"}
            token.lemma = token.low  # te schetsen
        if "verb" not in token.classes:
            if token.low != token.lemma and i not in blocked and _may_tell(i, tokens, blocked, pack):
                doubtful.add(i)
            continue
        if foreseen(i, tokens, pack) or namely(i, tokens):
            token.classes = tokens[i - 1].classes = frozenset({"adverb"})
            continue
        if restates(i, tokens):
            token.classes = frozenset({"adverb", "that_is"})
            continue
        if i in blocked or i in marked or reputed(i, tokens, blocked, timed, pack):
            continue
        before, after = tokens[i - 1] if i else None, tokens[i + 1] if i + 1 < len(tokens) else None
        if described_as(i, tokens, pack):
            tokens[i - 1].classes, token.classes = frozenset(), frozenset({"participle"})  # its newly deployed company
            continue
        counted = pack.verb_second and before is not None and ("number" in before or before.text.isdigit())
        inflected = (i - 1 in blocked or counted) and token.low.endswith("e")  # Franse geleide …, 300 gedode burgers
        inflected = inflected and not (_did(i, tokens, blocked, pack) or then_did(i, tokens, timed, pack))
        opens_phrase = before is not None and (
            "determiner" in before or "possessive" in before or "intensifier" in before or inflected
        )
        both = before is not None and bool({"both", "universal"} & before.classes)
        if both and i > 1 and {"perfect", "passive", "copula", "modal"} & tokens[i - 2].classes:
            opens_phrase, before = False, tokens[i - 2]  # have both suspended their work, will all be home
        elif both and pack.verb_second and "infinitive" in token and token.lemma in pack.attitude_verbs:
            opens_phrase, before = False, None  # …, en beide ontkennen
        elif both and i == 1 and pack.past_like_participle and after is not None and "determiner" in after:
            opens_phrase, before = False, None  # Both condemned the raid
        noun_follows = after is not None and after.is_word and after.classes.isdisjoint(_NO_NOUN_BEHIND)
        if token.joined and before is not None and before.text in "-‑":
            continue
        if "feminine_noun" in token and before is not None and {"object_pronoun", "masculine"} <= before.classes:
            found.add(i)  # le demande: it is asked for
            continue
        if before is not None and (before.text[0].islower() or before.text == "(") and inside_capitals(token, after):
            continue  # heads Allied Joint Force Command, (Grant Shapps)
        kin = pack.nouns.get(after.low) if after is not None and token.low != token.lemma else None
        if kin in ("country", "partner") and "column_contributor" in token and before is not None:
            continue  # the troop contributing countries
        if i == 0 and after is not None and "preposition" in after and only_told(tokens, pack):
            continue  # Présente depuis juin 1999, la KFOR …
        noun = token.low in pack.noun_triggers and "infinitive" not in token
        gerund = pack.is_gerund(token)
        if gerund and noun_follows and before is not None and _grows(before, after, pack):
            continue  # amid growing tensions
        if noun and i and gerund and after is not None and "of" in pack.relations.get((after.low,), ()):
            continue  # the extrajudicial killing of civilians
        if noun and i > 1 and before is not None and "prenominal" in before and "determiner" in tokens[i - 2]:
            continue  # une seule attaque
        if noun and pack.verb_second and token.low != token.lemma and described_as_noun(i, tokens, blocked, pack):
            continue  # een moedig besluit
        if before is not None and before.low in ("'s", "’s") and before.joined:
            named = i > 1 and "pronoun" not in tokens[i - 2] and noun_follows
            if token.low in pack.noun_triggers or (named and gerund):
                continue  # Belgrade's demand, UNIFIL's training course
        if (i - 1 in blocked and forename(token, before, after)) or surname(i, tokens, blocked, pack):
            continue  # Secretary General Mark Rutte, General Michael Rose
        finds = after is not None and (
            {"determiner", "pronoun"} & after.classes or somebody_finds(i, tokens, blocked, pack)
        )
        if "number" in token and not finds:
            continue  # acht militairen; but: acht het kabinet
        after_preposition = before is not None and "preposition" in before and "infinitive_marker" not in before
        marked_form = before is not None and {"preposition", "infinitive_marker"} <= before.classes
        after_preposition = after_preposition or (marked_form and pack.adjectives_follow)  # en cas d'attaque
        if before is not None and "genitive_pronoun" in before and _takes_up(i, tokens, pack):
            after_preposition = False
        after_preposition = after_preposition and not filled(i, tokens, pack)
        ending = token.low.removeprefix(token.lemma)
        plain = not ending or (ending != token.low and len(ending) < 3 and ending[-1] == "s")
        if after_preposition and ((pack.past_like_participle and plain) or kept_to(token, after, pack)):
            continue  # in attack, for support, aan afspraken houden: nouns that look like verbs
        counts = before is not None and "number" in before and several_do(i, tokens, pack)
        likely = counts or ("copula" in token and token.low != token.lemma)  # the situation in Congo remains volatile
        if plain and token.lemma in pack.noun_like and points_at_noun(i, tokens, pack):
            continue  # condemned this attack
        if plain and token.lemma in pack.noun_like and not likely and not _called_for(before, after, tokens, i, pack):
            noun = token.low in pack.nouns or token.low in pack.noun_triggers
            noun |= after is not None and bool({"bulletin_noun", "assembly"} & after.classes)  # a press briefing
            if i and not noun and before is not None and not {"determiner", "preposition", "number"} & before.classes:
                doubtful.add(i)
            continue  # police patrols, the UN base
        if before is not None and "infinitive_marker" in before and "infinitive" not in token:
            continue  # pour cible, te vroeg: after it only an infinitive is a verb
        if after_preposition and pack.adjectives_follow and not gerund and not {"infinitive", "modal"} & token.classes:
            continue  # d'attaques, de blessés, par décision
        if (
            before is not None
            and "number" in before
            and i - 1 not in blocked
            and "infinitive" in token
            and pack.verb_second
            and not so_many_do(i, tokens, blocked, pack)
        ):
            continue  # met twaalf stemmen
        if "possessive" in token and owns(i, tokens, blocked, pack):
            continue  # met zijn partners
        owned = pack.verb_second and before is not None and "possessive" in before and i - 1 not in found
        owned = owned and before is not None and "person_pronoun" not in before
        if owned and "infinitive" in token and after is not None and after.is_word and i > 1:
            continue  # heeft zijn vluchten opgeschort
        asked_for = before is not None and "purpose" in pack.link_kinds.get(before.low, ()) and "infinitive" in token
        if asked_for and pack.verb_second and after is not None and "participle" in after:
            continue  # heeft om ingrijpen gevraagd
        if "participle" in token and opens_phrase and noun_follows and before is not None and "pronoun" not in before:
            if inflected:
                doubtful.add(i)
            continue  # de aangekondigde missie
        thing = before is not None and ("determiner" in before or (after_preposition and pack.verb_second))
        # de la prolonger
        thing = thing and not (pack.adjectives_follow and i > 1 and "infinitive_marker" in tokens[i - 2])
        thing = thing or (pack.verb_second and (not i or (i == 1 and before is not None and not before.classes)))
        if thing and after is not None and "infinitive" in token and "of" in pack.relations.get((after.low,), ()):
            continue  # het wegsturen van de ambassadeur, op vragen van
        compass = i > 1 and before is not None and "determiner" in before and "preposition" in tokens[i - 2]
        compass = compass or (after is not None and "of" in pack.relations.get((after.low,), ()))  # l'est du pays
        if compass and "copula" in token and before is not None and before.text[-1] in "'’":
            continue  # à l'est
        determined = before is not None and "determiner" in before and "pronoun" not in before
        if before is not None and pack.adjectives_follow and "demonstrative" in before and "modal" not in token:
            determined = True  # ce massacre: behind it no verb stands but "is" and "must"
        if before is not None and "neuter_pronoun" in before and token.low in pack.noun_triggers and i > 1:
            determined = determined or (i - 2 in found and "pronoun" in before)  # kreeg het verwijt
        if (
            before is not None
            and determined
            and (not pack.adjectives_follow or "indefinite" in before or token.low in pack.noun_triggers)
            and ("modal" not in token or (pack.verb_second and "infinitive" in token))  # de plannen
            and not token.low.isdigit()
            and "copula" not in token
        ):
            continue  # het besluit, een aanval: nouns that look like verbs
        plain_article = (
            determined
            and pack.adjectives_follow
            and not {"infinitive", "modal", "copula", "auxiliary", "perfect"} & token.classes
        )
        clitic = {"pronoun", "ne", "coordinator", "relative"} if _only_verb(token, pack) else {"pronoun", "ne"}
        taken_up = plain_article and i - 2 in blocked and _only_verb(token, pack)  # Kigali le conteste
        if plain_article and not (taken_up or (i > 1 and tokens[i - 2].classes & clitic)):
            doubtful.add(i)
            continue  # les parties, la retenue; but: il les retire
        found.add(i)
    if doubtful:
        found.update(_needed(doubtful, found, tokens, pack))
    if pack.adjectives_follow:
        sure = {i for i in found if could_be_finite(i, tokens, pack)}
        found.update(nouns_elsewhere(tokens, pack, sure, blocked))
    return found


_NO_NOUN_BEHIND = frozenset(
    {"verb", "preposition", "coordinator", "pronoun", "link", "adverb", "negation", "determiner"}
)


def _needed(doubtful: set[int], found: set[int], tokens: Sequence[Token], pack: Pack) -> Iterator[int]:
    """Yield what can only be the verb of a stretch that has no other: "The number of monitors stands at 697"."""
    if not any(could_be_finite(i, tokens, pack) for i in found):
        tokens[max(doubtful)].classes |= {"verb"}
        yield max(doubtful)
        return
    cuts = [0, *(i for i in range(1, len(tokens)) if parts_stretches(i, tokens)), len(tokens)]
    for start, end in itertools.pairwise(cuts):
        last = max((i for i in doubtful if start + bool(start) < i < end - 1 and tokens[i + 1].is_word), default=None)
        if last is not None and not any(start <= i < end and could_be_finite(i, tokens, pack) for i in found):
            tokens[last].classes |= {"verb"}
            yield last


def _may_tell(i: int, tokens: Sequence[Token], blocked: frozenset[int], pack: Pack) -> bool:
    """Say whether a word taken for no verb may tell what somebody does: "Uganda fields 6,200 soldiers", "Paris garde 900 hommes"."""
    token = tokens[i]
    if not 0 < i < len(tokens) - 1 or not token.text.islower() or "determiner" in tokens[i - 1]:
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    if pack.adjectives_follow:
        known = token.lemma in pack.verbs and token.low in pack.not_verbs
        takes = {"determiner", "number", "preposition", "coordinator"} & after.classes
        return known and bool(takes) and before.is_word and (before.text[0].isupper() or i - 1 in blocked)
    longer = len(token.text) - len(token.lemma)
    several = token.text[-1] == "s" and token.text.startswith(token.lemma) and longer in (1, 2)
    if not pack.past_like_participle or not several:
        return False
    named = before.is_word and (before.text[0].isupper() or pack.nouns.get(before.low) in ("people", "mission"))
    takes_on = bool(after.classes & _AFTER_VERBS) or after.low in pack.particles or after.text[:1].isupper()
    return named and not token.classes and takes_on and "of" not in pack.relations.get((after.low,), ())


def _did(i: int, tokens: Sequence[Token], blocked: frozenset[int], pack: Pack) -> bool:
    """Say whether a past tense that looks like a participle tells what somebody did: "Teheran onderschepte vorig jaar …"."""
    token, name = tokens[i], tokens[i - 1]
    past = pack.past is not None and pack.past.search(token.low) is not None and token.low[:3] == token.lemma[:3]
    if not past or i - 1 not in blocked or name.low.endswith(OF_A_COUNTRY) or not name.text[0].isupper():
        return False
    first = i - 1
    while first and (first - 1 in blocked or "determiner" in tokens[first - 1]):
        first -= 1
    return not first or not (tokens[first - 1].is_word and tokens[first - 1].text.islower())


def _grows(before: Token, after: Token | None, pack: Pack) -> bool:
    """Say whether a form in -ing describes a noun behind "amid" or "despite": "amid growing tensions"; but "after sending troops"."""
    marks = set(pack.relations.get((before.low,), ()))
    bare = after is not None and not after.classes and after.low not in pack.nouns
    return bare and bool(marks & {"because", "despite"}) and not marks & {"after", "by"}


def _unlisted(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a word that no list knows is a verb where it stands: "a ôté la vie à", "the US slimmed down its garrison"."""
    token = tokens[i]
    if not i or token.low == token.lemma or not token.text.islower():
        return False
    if not pack.past_like_participle:
        verb = pack.verb_lemma is not None and pack.verb_lemma.search(token.lemma) is not None
        return verb and after_perfect(i, tokens, pack)
    told = token.classes or token.low in pack.predicative or token.low.startswith("un")  # is outraged by the attack
    if told or not token.low.endswith("ed") or i + 1 >= len(tokens):
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    if "copula" in before and "by" in pack.relations.get((after.low,), ()):
        return False  # is outraged by the attack
    head = tokens[i - 2] if i > 1 else before
    if "relative" in before and head.is_word and not head.classes - {"verb"} and head.low not in pack.attitude_verbs:
        return True  # in a move that surprised observers
    return before.is_word and not before.classes & _BEFORE_ADJECTIVES and bool(after.classes & _AFTER_VERBS)


_BEFORE_ADJECTIVES = frozenset({"determiner", "possessive", "preposition", "number", "intensifier", "coordinator"})
_AFTER_VERBS = frozenset({"determiner", "possessive", "number", "preposition", "adverb", "pronoun"})


def _takes_up(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether the pronoun before a form takes something up, so that the form is a verb: "il en assure le commandement"."""
    token, after = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
    if i > 1 and "reflexive" in tokens[i - 2]:
        return True  # s'en aille
    if token.low != token.lemma and {"perfect", "copula", "modal"} & token.classes and "participle" not in token:
        return True  # s'en sont pris à, n'en a pas parlé
    if token.low == token.lemma or token.low in pack.nouns or token.low in pack.noun_triggers or after is None:
        return "infinitive" in token and i > 1 and "infinitive_marker" in tokens[i - 2]  # s'est engagé à en fournir
    before = tokens[i - 2] if i > 1 else None
    if before is not None and "ne" in before and token.lemma in pack.classes_of("still_there"):
        return True  # il n'en restera plus
    subject = before is not None and before.is_word and not {"verb", "preposition"} & before.classes
    told = next((k for k in range(i + 1, len(tokens)) if "adverb" not in tokens[k]), i)
    so_many = number_at(tokens, told, pack) is not None  # La KFOR, qui …, en aligne désormais plus de 4.500
    aside = before is not None and before.text == "," and so_many
    return aside or (subject and (so_many or bool({"determiner", "number", "same_thing"} & after.classes)))


def _only_verb(token: Token, pack: Pack) -> bool:
    """Say whether a form is a verb's and no noun's or participle's, so that an article before it is a pronoun: "et les appelle"."""
    noun = token.low in pack.nouns or token.low in pack.noun_triggers
    known = token.lemma in pack.attitudes or token.lemma in pack.verb_triggers
    return token.low != token.lemma and not noun and "participle" not in token and known


_AFTER_NOUNS = frozenset({"verb", "preposition", "coordinator", "link", "adverb", "negation", "modal", "pronoun"})


_DESCRIBES = frozenset({"determiner", "preposition", "number", "possessive", "verb"})


def _called_for(before: Token | None, after: Token | None, tokens: Sequence[Token], i: int, pack: Pack) -> bool:
    """Say whether a word that is a noun as often as a verb stands where only a verb can: after a pronoun, "to", "will"."""
    if before is None:
        return opens_resolution(tokens[i], after, tokens, pack)
    if says_at_end(i, tokens, pack):
        return True
    gerund = after is not None and pack.is_gerund(after)
    if gerund and "takes_gerund" in tokens[i] and "determiner" not in before.classes:
        return True  # a hurried exit risks handing them room
    people = pack.nouns.get(before.low) in ("people", "partner", "organisation") and before.low.endswith("s")
    if (
        people
        and "before_noun" not in before
        and tokens[i].low == tokens[i].lemma
        and after is not None
        and "preposition" in after
    ):
        return "of" not in pack.relations.get((after.low,), ())  # seven instructors work in Germany
    several = (
        before.is_word
        and before.low.endswith(tuple(pack.classes_of("plural_ending")))
        and before.classes.isdisjoint(_DESCRIBES)
    )
    if several and tokens[i].low == tokens[i].lemma and after is not None and "content_link" in after:
        return True  # the countries demand that …, de buurlanden eisen dat …
    wanted = {"pronoun", "modal", "auxiliary", "infinitive_marker", "negation", "relative"}
    if "relative" in before and after is not None and "preposition" in after and _helper_follows(tokens[i + 2 :]):
        return False  # that attacks on peacekeepers may be crimes
    if after is not None and tokens[i].low == f"{tokens[i].lemma}s" and _tells(i + 1, tokens):
        return False  # confirmed that rebels attacked a convoy; by then raids killed ten
    if people_do(i, tokens, pack) or wanted & before.classes or ("adverb" in before and i > 1):
        return True
    nxt = tokens[i + 2] if i + 2 < len(tokens) else None
    aims = nxt is not None and after is not None and "infinitive_marker" in after and "verb" in nxt
    if (
        before.text == ","
        and tokens[i].low != tokens[i].lemma
        and after is not None
        and after.text.isalpha()
        and not aims
    ):
        return not after.classes & _AFTER_NOUNS  # condemns …, offers condolences to …
    if pack.verb_second and after is not None and before.text[0].isupper() and before.is_word:
        content = "content" in pack.link_kinds.get(after.low, ()) and "preposition" not in after
        called = not {"determiner", "preposition"} & before.classes and not before.low.endswith(OF_A_COUNTRY)
        if called and (content or after.text[0].isupper()):
            return True  # Frankrijk en Egypte eisen dat …
    asks = after is not None and bool(after.text[0].isupper() or {"determiner", "possessive"} & after.classes)
    turns = tokens[i].low != tokens[i].lemma and after is not None and "preposition" in after  # and calls on X to
    if "coordinator" in before and (asks or turns) and any("infinitive_marker" in t for t in tokens[i + 2 : i + 8]):
        return True  # decides …, and requests Mali to …
    owned = (
        "'" in before.text or "’" in before.text or bool({"determiner", "possessive", "preposition"} & before.classes)
    )
    one = tokens[i].low == tokens[i].lemma and not before.low.endswith("s")  # every Israeli request to leave
    owned = owned or (one and i > 1 and "determiner" in tokens[i - 2])
    described = pack.participle is not None and pack.participle.search(before.low) is not None  # on all armed groups to
    if aims and not (owned or described) and tokens[i].lemma in pack.attitude_verbs:  # but: oil fields to protect
        return True  # Ireland, which …, plans to withdraw
    several = pack.nouns.get(before.low) == "people" and before.low != before.lemma
    if several and after is not None and "content" in pack.link_kinds.get(after.low, ()):
        return True  # some lawmakers worry that …
    noun = tokens[i].low in pack.nouns or tokens[i].low in pack.noun_triggers
    numbered = before.joined and i > 1 and tokens[i - 2].text[:1].isupper()  # M | 23
    opens = tokens[i].lemma in pack.verb_triggers and tokens[i].low != tokens[i].lemma and not noun
    says = after is not None and "content" in pack.link_kinds.get(after.low, ())  # Rwanda disputes that …
    if opens and (before.text[0].isupper() or numbered) and after is not None and after.is_word and not says:
        return not after.classes & _AFTER_NOUNS and before.is_word  # M23 controls large parts of …
    told = before.text[0].isupper() and tokens[i].low != tokens[i].lemma
    said = tokens[i].lemma in pack.attitude_verbs and opens_clause(i, tokens)  # Chad fears that …
    if told and (said or not noun) and says:
        return True  # The MFO checks that …
    bent = tokens[i].low != tokens[i].lemma or (i > 1 and "coordinator" in tokens[i - 2])
    if after is not None and bent and before.text[0].isupper() and after.text[0].isupper() and before.is_word:
        return "preposition" not in before.classes  # Germany halts MINUSMA flights
    listed = i > 1 and "coordinator" in tokens[i - 2] and before.text[0].isupper() and not noun
    if listed and tokens[i].lemma in pack.verb_triggers and after is not None and pack.nouns.get(after.low) == "people":
        return True  # Senegal and Ghana supply troops
    opens_object = after is not None and (
        bool({"determiner", "possessive", "number", "reflexive"} & after.classes)
        or number_at(tokens, i + 1, pack) is not None  # reports about 300 civilians killed
    )
    named = before.is_word and before.text[0].isupper()
    opens_object = opens_object and after is not None and "relative" not in after.classes  # an Ethiopian patrol that …
    return (
        opens_object
        and (named or "noun" not in tokens[i].classes)
        and not {"preposition", "determiner", "number"} & before.classes
    )


def _tells(i: int, tokens: Sequence[Token]) -> bool:
    """Say whether a past form is the verb, and describes no noun behind it: "attacked a convoy", not "planned operations"."""
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    past = {"verb", "participle"} <= tokens[i].classes or "copula" in tokens[i] or "perfect" in tokens[i]
    opens = (
        behind is None or not behind.is_word or behind.text[0].isupper() or not _OPENS_OBJECT.isdisjoint(behind.classes)
    )
    return past and opens


_OPENS_OBJECT = frozenset(
    {"determiner", "possessive", "number", "preposition", "passive", "perfect", "adverb", "participle"}
)


def _helper_follows(tokens: Sequence[Token]) -> bool:
    """Say whether a modal or a form of "be" comes before the next comma or conjunction: the clause has its verb there."""
    for token in tokens:
        if not token.is_word or {"coordinator", "link", "pronoun"} & token.classes:
            return False
        if {"modal", "copula"} & token.classes:
            return True
    return False


def _inside_relations(tokens: Sequence[Token], pack: Pack) -> set[int]:
    """Return the tokens inside fixed words ("op aandringen van", "naar eigen zeggen"): no verbs, whatever they look like."""
    lows, inside = [t.low for t in tokens], set[int]()
    for i, low in enumerate(lows):
        for length in range(pack.relation_openers.get(low, 0), 1, -1):
            found = pack.relations.get(tuple(lows[i : i + length]))
            if found is not None and not is_done(i, found, tokens, pack):
                inside.update(range(i, i + length))
                break
        for length in (4, 3) if low in pack.fixed_openers else ():
            if tuple(lows[i : i + length]) in pack.fixed:
                inside.update(range(i, i + length))  # naar eigen zeggen
    return inside
