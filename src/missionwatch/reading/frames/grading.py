"""Words that grade: whether one is a feeling, and where it grades nothing because it only says which is meant, or where."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from missionwatch.reading.frames.tokens import CLOSING, OPENING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Token


def is_feeling(found: tuple[str, int, int] | None, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a grade (its code, first and last token) is what somebody feels: concern, outrage."""
    return found is not None and any(tokens[i].low in pack.felt for i in range(found[1], found[2] + 1))


def only_which(found: tuple[str, int, int], tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a word of feeling behind a noun only says which is meant: "the parties concerned"."""
    if pack.verb_second or pack.adjectives_follow:
        return False  # there an object may stand right behind a noun: "baart het kabinet zorgen"
    noun, after = tokens[found[1] - 1], tokens[found[2] + 1] if found[2] + 1 < len(tokens) else None
    plain = noun.text.islower() and not noun.classes & _NO_NOUN
    return plain and is_feeling(found, tokens, pack) and (after is None or "preposition" not in after)


def needed(first: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a noun before a grade says that it is wanted, so that it is not there: "the need for an improvement"."""
    before = itertools.dropwhile(
        lambda t: not {"determiner", "preposition"}.isdisjoint(t.classes), reversed(tokens[:first])
    )
    return next((t.low in pack.classes_of("need_noun") for t in before), False)


def is_place(first: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether an adjective only says what a place is like, or how old a tie: "le port stratégique de Kismayo", "partenaire historique"."""
    if not pack.adjectives_follow or not first:
        return False
    noun = pack.nouns.get(tokens[first - 1].low)
    return noun == "place" or (noun is not None and tokens[first].low in pack.classes_of("long_standing"))


def takes_place(said: Sequence[int], clause: Clause) -> bool:
    """Say whether a word of judgement is the verb of a clause that tells what befell a town: "heeft Goma ingenomen met hulp van …"."""
    return any(i in clause.verbs for i in said) and any(only_where(p) for p in clause.objects[:1])


def only_after(phrase: Phrase | None) -> bool:
    """Say whether a phrase only tells what something is about, or comes after: "in the wake of the strategic review"."""
    return phrase is not None and not {"about", "after", "because"}.isdisjoint(phrase.relations)


def of_the_hurt(phrase: Phrase, clause: Clause, pack: Pack) -> bool:
    """Say whether a grade is how badly people are hurt: "un blessé grave", "two of them are in a critical condition"."""
    noun = next((p for p in clause.phrases if p.last == phrase.first - 1 and phrase.bare), phrase)  # un état | grave
    health = "in" in noun.relations and not noun.words.isdisjoint(pack.classes_of("health_noun"))
    hurt = health and any(p.is_people or p.number is not None for p in clause.subjects)
    return hurt or any(t.frame == "wounded" for t in noun.triggers)


def only_large(phrase: Phrase, pack: Pack) -> bool:
    """Say whether an adjective of weight only tells how large a thing is, or which: "made important gains"; not: "plays an important role"."""
    return phrase.words.isdisjoint(pack.classes_of("weighty_noun"))


def only_where(phrase: Phrase) -> bool:
    """Say whether a phrase only tells where: "in the volatile east"."""
    return phrase.noun in ("place", "region", "country") or any(r.kind == "place" for r in phrase.refs)


_NO_NOUN = frozenset(
    {"verb", "adverb", "copula", "intensifier", "preposition", "determiner", "pronoun", "coordinator", "number"}
)


def quoted_so(found: tuple[str, int, int] | None, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a judgement is all that somebody is quoted to have said: "Unacceptable," said Guterres."""
    if found is None or clause.finite is None or "say" not in clause.attitudes:
        return False
    after = min([clause.finite, *(p.first for p in clause.subjects if p.first > found[2])])
    end = next(
        (i for i in range(after - 1, found[2], -1) if tokens[i].text != "," and tokens[i].text not in CLOSING), 0
    )
    closed = any(tokens[i].text in CLOSING for i in range(end + 1, after))
    opens = next((i for i in range(found[1], -1, -1) if tokens[i].text in OPENING), None)
    return (
        found[2] < after
        and closed
        and end <= found[2]
        and opens is not None
        and not any(t.is_word for t in tokens[:opens])
    )


def only_thanks(clause: Clause, pack: Pack) -> bool:
    """Say whether somebody thanks nobody who is a state, a mission or another party: that judges nothing."""
    whom = [r for p in clause.objects for r in p.everyone()]
    known = any(r.id and r.kind in ("state", "mission", "organisation", "group") for r in whom)
    peers = any(
        p.noun in ("partner", "country") for p in clause.objects
    )  # its partners, the countries that send troops
    return not (known or peers) and not pack.classes_of("thanking").isdisjoint(clause.lemmas.values())


def judges_nothing(found: tuple[str, int, int], clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a word of judgement judges nothing: in "Concern Worldwide", "be pleased to state", "if that is necessary"."""
    supposed = clause.link == "condition" and bool(clause.verbs)
    wanted = "judge" not in clause.attitudes and tokens[found[2]].low in pack.classes_of("needed")
    aside = clause.link in ("cause", "time") or pack.being.isdisjoint(
        clause.lemmas.values()
    )  # they are needed elsewhere
    supposed = supposed or _supposed(found[1], clause, tokens)
    return supposed or (wanted and aside) or in_name(found, clause) or pack.says("courteous", clause.lows(tokens))


def _supposed(first: int, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a word of judgement only says what might be: "en cas de danger grave"."""
    before = [p for p in clause.phrases if "supposed" in p.relations and p.start <= first]
    return any(
        not any(tokens[i].text == "," or "verb" in tokens[i] for i in range(p.start, first)) for p in before[-1:]
    )


def as_before(
    found: tuple[str, int, int] | None, clause: Clause, tokens: Sequence[Token], pack: Pack
) -> tuple[str, int, int] | None:
    """Return the grade that a word for "as before" only goes with, where one follows it: "onverminderd | zorgelijk"."""
    if found is None or found[0] != "unchanged":
        return found
    after = pack.longest("grades", tokens, [i for i in clause.order if i > found[2]])
    return after if after is not None and after[1] == found[2] + 1 else found


def in_name(found: tuple[str, int, int], clause: Clause) -> bool:
    """Say whether a word of judgement is part of a name."""
    return any(n.first <= found[1] <= n.last for p in clause.phrases for n in p.named if n.first < n.last)


def all_quoted(found: tuple[str, int, int] | None, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Say whether a judgement stands in a quotation that a clause opens: « Une erreur », selon Kigali."""
    if found is None or not any(tokens[i].text in OPENING for i in (max(clause.first - 1, 0), clause.first)):
        return False
    return any(t.text in CLOSING for t in tokens[found[2] + 1 : clause.last + 2])


def hidden(found: tuple[str, int, int] | None, clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Say whether a clause tells that a feeling is not shown, or there no longer: "allayed the concerns", "enthusiasm has dwindled"."""
    if not pack.classes_of("hiding").isdisjoint(clause.lemmas.values()):
        return True
    felt = found is not None and is_feeling(found, tokens, pack)
    falls = felt and not pack.classes_of("sinking").isdisjoint(clause.lemmas.values())
    return falls and found is not None and any(p.bare and p.first <= found[1] <= p.last for p in clause.phrases)


def only_aimed_at(clause: Clause, modality: str | None, tokens: Sequence[Token]) -> bool:
    """Say whether a clause tells what somebody is to better, not that it is better: "to improve security", "wants to improve it"."""
    marked = any(i and "infinitive_marker" in tokens[i - 1] for i in clause.verbs)
    aim = marked and any("copula" in tokens[i] for i in clause.verbs)  # het doel is de veiligheid te verbeteren
    return aim or "plan" in clause.attitudes or not {"planned", "required"}.isdisjoint((clause.modality, modality))
