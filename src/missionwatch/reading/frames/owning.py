"""What belongs to a noun and not to the verb ("November's clash", "the border with X"), whose people are, and who only counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.phrases import is_land

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.times import TimeMention
    from missionwatch.reading.frames.tokens import Token
    from missionwatch.records import EntityRef

# Events that others of the clause tell the time of: killed in Sunday's attack.
BESIDES = frozenset({"attack", "elect", "coup"})


def inside(phrase: Phrase) -> bool:
    """Say whether a phrase tells in, of or with what something happened, not what it is about."""
    return bool({"in", "of", "with"} & set(phrase.relations)) and "about" not in phrase.relations


def owned_by(phrase: Phrase, time: TimeMention) -> bool:
    """Say whether a time is that of a noun: "November's clash"."""
    return time.owned and phrase.first == time.noun and (bool(phrase.triggers) or phrase.noun == "talks")


def premodifies(tokens: Sequence[Token], here: int, last: int, pack: Pack) -> bool:
    """Say whether a date stands inside a noun phrase, so that it is the noun's: "in a 2020 coup", "the brutal 12 March attack"."""
    if not pack.names_premodify or not _article_before(tokens, here):
        return False
    for token in tokens[last + 1 : last + 4]:
        if any(t.frame not in _GO_ON for t in pack.noun_triggers.get(token.low, ())):
            return True
        if not token.is_word or token.classes & _NO_ADJECTIVE:
            return False
    return False


def _article_before(tokens: Sequence[Token], here: int) -> bool:
    """Say whether an article stands before a date, at most some adjectives between: "the heinous and deliberate 13 May attack"."""
    for k in range(here - 1, max(-1, here - _ADJECTIVES), -1):
        token = tokens[k]
        if "determiner" in token:
            return "demonstrative" not in token
        joins = "coordinator" in token or token.text == ","
        plain = token.is_word and token.text[0].islower() and token.classes.isdisjoint(_NO_ADJECTIVE)
        if not (plain or joins) or (joins and k == here - 1):
            return False
    return False


_ADJECTIVES = 6  # tokens back
_NO_ADJECTIVE = frozenset({"preposition", "verb", "coordinator", "adverb", "link", "determiner", "pronoun"})
_GO_ON = frozenset({"strength", "aim", "ends", "starts", "lasts"})  # what a noun may open that is no event


def within(time: TimeMention, phrase: Phrase, end: int) -> bool:
    """Say whether a time stands beside a noun and what hangs on it, up to the token ``end``."""
    return phrase.first - 1 <= time.first <= end + 2 and phrase.start <= time.first


def braced(phrase: Phrase, clause: Clause) -> bool:
    """Say whether a noun is what a verb looks out for: "braces for attacks", "prepares for the withdrawal of …"."""
    verbs = [v for v in clause.verbs if v < phrase.first]
    return "for" in phrase.relations and not clause.objects and bool(verbs) and verbs[-1] == phrase.start - 1


def reckons(clause: Clause, pack: Pack) -> bool:
    """Say whether somebody only counts in a clause: "put the attackers' dead at 22", "schat het aantal doden op 22"."""
    counting = not pack.classes_of("reckoning").isdisjoint(clause.lemmas.values())
    return counting and any(p.number is not None and not p.bare for p in clause.phrases)


def whose_force(phrase: Phrase, after: Phrase, pack: Pack) -> bool:
    """Say whether a capital behind soldiers is who sends them, and no place: "the 350 engineers of Tokyo", "le contingent de Lisbonne"."""
    troops = phrase.is_people and phrase.words.isdisjoint(pack.bystanders) and not phrase.senses("function", "rank")
    force = troops or not phrase.words.isdisjoint(pack.classes_of("formation"))
    whose = any(s.form == "capital" for n in after.named[:1] for s in n.senses)
    return (
        force and whose and "of" in after.relations and after.noun is None and not (phrase.owned or phrase.by_country)
    )


def seconded(phrase: Phrase, after: Phrase, pack: Pack) -> bool:
    """Say whether people are those of what is named right behind them, and not of the land they are in: "the soldiers of MONUSCO"."""
    if after.relations == ("from",):
        return True  # troops from South Ossetia
    people = phrase.noun == "people"
    if "of" not in after.relations and not (people and phrase.definite and "in" in after.relations):
        return False
    kinds = ("mission", "organisation") if people else ("mission",)
    somebody = bool(after.person) or " " in (after.unknown_name or "")
    if somebody and not phrase.words.isdisjoint(pack.local_bodies) and not after.senses("function"):
        return True  # the government of Stephen Harper
    first = (named.senses[0] for named in after.named if named.senses)
    if "of" not in after.relations:
        return any(s.kind == "mission" for s in first)  # the soldiers in UNIFIL
    return (people and is_land(after)) or (not phrase.owned and any(s.kind in kinds for s in first))


def of_a_mission(phrase: Phrase, after: Phrase) -> bool:
    """Say whether a phrase is of the mission named behind it, whatever was spoken of before: "the reserve of KFOR", "the mandate for KFOR"."""
    if phrase.noun == "mandate" and "for" in after.relations:
        return True  # the mandate for its contribution to KFOR
    if phrase.noun == "mission" and "of" in after.relations and not after.named:
        phrase.words = phrase.words | after.words  # la mission | de formation
    return "of" in after.relations and any(s.kind == "mission" for named in after.named for s in named.senses)


def of_a_part(before: Phrase | None, phrase: Phrase) -> bool:
    """Say whether a place is that of a part of those counted: "20 peacekeepers were killed, four of them in Mali"."""
    part = before is not None and phrase.start == before.last + 1 and before.number is not None
    return before is not None and part and "among" in before.relations and not {"in", "at"}.isdisjoint(phrase.relations)


def bordering(before: Phrase | None, phrase: Phrase) -> bool:
    """Say whether a country is named only for its border: "on the border with X"; nobody does anything with X."""
    spot = before is not None and before.noun in ("place", "region") and phrase.start == before.last + 1
    if not spot or "with" not in phrase.relations:
        return False
    return bool(phrase.refs) and all(r.kind == "state" and r.body is None for r in phrase.refs)


def whose_fate(phrase: Phrase, chain: Sequence[Phrase], discourse: Discourse) -> EntityRef | None:
    """Return the person or envoy spoken of last, whom something befalls that is only told to be theirs: "had ordered his expulsion"."""
    if not phrase.owned or any("of" in p.relations for p in chain):
        return None
    return next((r for r in discourse.spoken_of() if r.kind == "person" or r.body == "diplomats"), None)
