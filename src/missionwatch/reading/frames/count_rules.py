"""The count rules: they tell who gives how many people to which mission, in the order in which they are asked.

A clause is asked twice: ``BEFORE`` its words open frames, and ``AFTER``, when what the frames told is known. A rule is
asked only where the clause shows all the signs that it needs (``SIGNS``), and can count on them. To add one, write its
function in the room of its kind and put it in its place below.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from missionwatch.reading.frames import (
    alike,
    changing,
    contingents,
    dividing,
    givers,
    having,
    left_there,
    machines,
    manned,
    replies,
    stationed,
    strengths,
    working,
)
from missionwatch.reading.frames.undoing import tells_of_harm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.telling import Telling
    from missionwatch.reading.frames.tokens import Sentence

SIGNS = {
    "affirmed": "the clause is not negated",
    "unharmed": "… and its words tell of nobody killed or wounded; it has a number",
    "number": "a phrase of the clause has a number",
    "share": "a phrase of it is a share of people: half of them",
    "group": "a phrase of it has others beside it: six trainers and a medic",
    "state": "a state is named in the clause, or does what it tells, or has it done",
    "mission": "a mission is, or the clause says more of one",
    "among": "a phrase of it has this relation, or is some of those spoken of: eleven of them",
    "as": "a phrase of it has this relation",
    "besides": "the same",
    "from": "the same",
    "in": "the same",
    "to": "the same",
    "with": "the same",
    "being": "a verb of the clause is or measures so many, or opens the frame strength",
    "changing": "a verb of it opens the frame reduce or reinforce",
    "falling": "… or is of this class of the pack",
    "having": "a verb of it is of this class, or of keeping",
    "coming_from": "a verb of it is of this class",
    "numbering": "a verb of it is of this class",
    "serving": "a verb of it opens the frame serve",
    "figuring": "… or is of this class",
    "aboard": "a word of the sentence is of this class",
    "doing_so": "the same",
    "existential": "the same",
    "mostly": "the same",
    "next_word": "the same",
    "same_thing": "the same",
    "as_many": "the same",
    "number_noun": "the same",
    "strength_noun": "the same",
    "contributor_noun": "the same, or a phrase of the clause counts countries",
    "contributing": "a verb of any of the sentence's clauses opens the frame contribute, or a word heads a column of givers",
    "of_them": "the sentence begins with those spoken of, or the clause has a share",
    "of_whom": "a word of the sentence marks those among whom others are counted",
    "contribution": "a phrase of the clause is a contribution",
    "peacekeepers": "a word of the sentence begins a name for them",
}
"""What a clause may show to be asked, and when it does."""


@dataclass(frozen=True, slots=True, eq=False)
class CountRule:
    """A rule that tells who gives how many, and the signs without which it can tell nothing."""

    tell: Callable[[Telling], None]
    needs: tuple[str, ...]


def _rule(tell: Callable[[Telling], None], *needs: str) -> CountRule:
    return CountRule(tell, needs)


BEFORE = (
    # How many a mission has
    _rule(strengths.measured, "number", "affirmed", "unharmed", "strength_noun"),
    _rule(strengths.brought, "number", "affirmed", "unharmed", "mission", "falling"),
    _rule(strengths.beside, "number", "unharmed", "mission"),
    _rule(strengths.in_number, "number", "unharmed"),
    _rule(strengths.of_the_un, "number", "unharmed"),
    _rule(strengths.behind_colon, "number", "affirmed", "unharmed"),
    _rule(strengths.is_so_many, "number", "affirmed", "unharmed", "being"),
    _rule(strengths.of_promised, "number", "affirmed", "unharmed"),
    _rule(strengths.commanded, "number", "affirmed", "unharmed"),
    _rule(strengths.there_are, "number", "unharmed", "existential"),
    _rule(strengths.with_people, "number", "affirmed", "unharmed", "mission", "with"),
    _rule(strengths.possessed, "number", "unharmed"),
    _rule(manned.all_of_them, "number", "affirmed", "unharmed"),
    # Whose people are where; the phrases that say so leave the clause
    _rule(dividing.paired, "number", "affirmed", "state", "mission", "with"),
    _rule(dividing.parted, "number", "affirmed", "state", "mission", "of_whom"),
    # Who makes up a force, and what a contribution is
    _rule(givers.among, "state", "among"),
    _rule(contingents.measured, "number", "affirmed", "state", "being"),
    _rule(contingents.brought, "number", "affirmed", "state", "changing"),
    _rule(givers.largest, "affirmed", "state", "contributor_noun"),
    _rule(givers.named_as, "affirmed", "state", "with", "as"),
    _rule(contingents.shared, "affirmed", "state", "share"),
    _rule(contingents.of_those, "affirmed", "of_them"),
    _rule(contingents.of_those, "number", "affirmed", "of_whom"),
)

AFTER = (
    # Whose people are where, whatever the verb says
    _rule(givers.origins, "affirmed", "state"),
    _rule(contingents.they_come, "affirmed", "state", "from", "coming_from"),
    _rule(contingents.come_thence, "number", "affirmed", "state", "from", "coming_from"),
    _rule(manned.under_him, "number", "affirmed"),
    _rule(manned.has_so_many, "number", "affirmed", "mission"),
    _rule(having.own, "number"),
    _rule(having.with_own, "number", "affirmed", "state", "mission", "with"),
    _rule(having.present_with, "number", "affirmed", "state", "with"),
    _rule(having.are_so_many, "number", "affirmed", "being"),
    _rule(left_there.still_there, "number", "affirmed"),
    _rule(dividing.elsewhere, "number", "in"),
    _rule(dividing.beside, "number", "affirmed", "state"),
    _rule(dividing.of_them_there, "affirmed", "in"),
    _rule(dividing.each_mission, "number", "affirmed", "mission"),
    _rule(dividing.each_ones, "number", "affirmed", "state"),
    _rule(stationed.stationed, "number"),
    _rule(replies.concerning, "number"),
    # What lists and later numbers say
    _rule(contingents.grown, "number", "affirmed", "number_noun"),
    _rule(changing.from_so_many, "number", "affirmed"),
    _rule(contingents.other_task, "affirmed", "group"),
    _rule(contingents.crew, "number", "affirmed", "aboard"),
    _rule(having.number_of, "number", "affirmed", "number_noun"),
    _rule(givers.listed, "affirmed", "state", "contributing"),
    _rule(strengths.other_sort, "number", "group"),
    _rule(strengths.only_counts, "number", "mission"),
    _rule(manned.to_get, "number", "affirmed", "mission"),
    # What is told in passing
    _rule(alike.as_well, "affirmed", "state", "as", "doing_so"),
    _rule(alike.gapped, "affirmed", "state"),
    _rule(alike.moved, "affirmed", "state"),
    _rule(alike.same, "affirmed", "state", "same_thing"),
    _rule(alike.as_many, "affirmed", "state", "as_many"),
    _rule(alike.sends_most, "affirmed", "state"),
    _rule(alike.outdone, "affirmed", "state", "contributor_noun"),
    _rule(alike.unmatched),
    _rule(alike.next_ones, "affirmed", "state", "next_word"),
    _rule(alike.with_so_many, "number", "affirmed", "state", "with"),
    _rule(stationed.struck, "affirmed", "state"),
    _rule(alike.comrades, "affirmed", "state"),
    _rule(alike.among_whom, "number", "affirmed", "state", "of_whom"),
    _rule(alike.besides, "affirmed", "state", "besides"),
    _rule(contingents.some_are, "affirmed", "serving"),
    _rule(contingents.of_its_own, "number", "affirmed", "serving"),
    _rule(contingents.likewise, "number", "affirmed", "serving"),
    _rule(contingents.from_each, "number", "affirmed", "state", "from"),
    _rule(contingents.numbering, "number", "affirmed", "state", "numbering"),
    _rule(contingents.sized, "number", "affirmed", "state"),
    _rule(contingents.becomes, "number", "affirmed", "to"),
    _rule(givers.brought_together, "affirmed", "state", "mission"),
    _rule(contingents.made_up, "affirmed", "state", "from"),
    _rule(givers.with_ships, "affirmed", "state", "mission"),
    _rule(givers.formations, "affirmed", "state"),
    _rule(givers.formations_there, "affirmed", "state", "in"),
    _rule(givers.keeps_there, "affirmed", "state", "having"),
    _rule(givers.countries, "affirmed", "state", "contributing"),
    _rule(givers.among_them, "affirmed", "state", "among"),
    _rule(givers.mostly, "number", "affirmed", "state", "mostly"),
    _rule(contingents.in_numbers, "affirmed", "state", "contribution"),
    _rule(givers.peacekeepers, "affirmed", "state", "peacekeepers"),
    # Whose people work for it
    _rule(working.works, "affirmed", "state", "mission"),
    _rule(working.thanked_for, "affirmed", "state", "contribution"),
    _rule(machines.operated, "affirmed", "state"),
    _rule(machines.at_work, "affirmed"),
    _rule(working.relied_on, "affirmed", "state", "mission"),
    _rule(working.ships_among, "number", "affirmed", "state", "mission", "among"),
    _rule(working.manned, "affirmed", "state"),
    _rule(working.within, "affirmed", "state", "existential"),
    _rule(working.serve_there, "affirmed", "state", "figuring"),
    _rule(working.of_whole, "number", "affirmed", "state"),
    _rule(working.garrisoned, "number", "affirmed", "in"),
    _rule(working.bulk, "affirmed", "mission", "being"),
)

_BIT = {sign: 1 << n for n, sign in enumerate(SIGNS)}


def _bits(*signs: str) -> int:
    return sum(_BIT[sign] for sign in signs)


_AFFIRMED, _UNHARMED, _NUMBER, _GROUP = _bits("affirmed"), _bits("unharmed"), _bits("number"), _bits("group")
_SHARE, _AMONG, _OF_THEM = _bits("share", "of_them"), _bits("among"), _bits("of_them")
_MISSION, _COUNTRIES, _CONTRIBUTING = _bits("mission"), _bits("contributor_noun"), _bits("contributing")
_CONTRIBUTION = _bits("contribution")
_SIDE = 1 << len(_BIT)  # a state, a mission or an organisation is named in the clause itself
_KINDS = {"state": _SIDE | _bits("state"), "mission": _SIDE | _MISSION, "organisation": _SIDE}
_RELATIONS = {name: _bits(name) for name in ("among", "as", "besides", "from", "in", "to", "with")}
_FRAMES = {
    "reduce": _bits("changing", "falling"), "reinforce": _bits("changing", "falling"), "serve": _bits("serving", "figuring"),
    "strength": _bits("being"), "contribute": _CONTRIBUTING,
}  # fmt: skip
_VERBS = {
    "bringing": "falling",
    "coming_from": "coming_from",
    "falling": "falling",
    "figuring": "figuring",
    "having": "having",
    "keeping": "having",
    "measuring": "being",
    "numbering": "numbering",
}  # class of the pack → sign
_WORDS = {"column_contributor": "contributing"} | {
    name: name
    for name in (
        "aboard", "as_many", "contributor_noun", "doing_so", "existential", "mostly", "next_word", "number_noun",
        "same_thing", "strength_noun",
    )
}  # fmt: skip


class CountRules:
    """The count rules of one language: which of its words are signs, and who is asked on which signs."""

    def __init__(self, pack: Pack) -> None:
        self._verbs: dict[str, int] = {}
        self._words: dict[str, int] = {}
        for lemma, triggers in pack.verb_triggers.items():
            for trigger in triggers:
                _mark(self._verbs, (lemma,), _FRAMES.get(trigger.frame, 0))
        for name, sign in _VERBS.items():
            _mark(self._verbs, pack.classes_of(name), _bits(sign))
        _mark(self._verbs, pack.being, _bits("being"))
        for name, sign in _WORDS.items():
            _mark(self._words, pack.classes_of(name), _bits(sign))
        _mark(self._words, pack.among_openers, _bits("of_whom"))
        _mark(self._words, (name.split()[0] for name in pack.peacekeepers), _bits("peacekeepers"))
        self._of_them = tuple(pack.of_them)
        self._sentence = 0
        self._pack = pack
        self._before: dict[int, tuple[CountRule, ...]] = {}
        self._after: dict[int, tuple[CountRule, ...]] = {}

    def hear(self, sentence: Sentence, clauses: Sequence[Clause], builder: Builder) -> None:
        """Note the signs that the words of a sentence are; its clauses are asked next."""
        signs, words = 0, self._words
        for token in sentence.tokens:
            if token.low in words:
                signs |= words[token.low]
        for clause in clauses:
            for lemma in clause.lemmas.values():
                signs |= self._verbs.get(lemma, 0) & _CONTRIBUTING
        if contingents.opens_with(self._of_them, sentence.tokens):
            signs |= _OF_THEM
        self._sentence = signs
        if sentence.tokens[-1].text == "?" or (sentence.tokens[-2:-1] and sentence.tokens[-2].text == "?"):
            builder.asked = replies.asked(sentence, clauses, self._pack)

    def before(self, here: Telling) -> None:
        """Ask those who tell before a clause's words open frames."""
        signs = self._signs(here.clause)
        if signs & _NUMBER and not tells_of_harm(here.clause, here.pack):
            signs |= _UNHARMED
        for rule in _asked(BEFORE, signs, self._before):
            rule.tell(here)

    def after(self, here: Telling) -> None:
        """Ask those who tell when the frames have told."""
        if asked := _asked(AFTER, self._signs(here.clause), self._after):
            here.framed = here.so_far()
            for rule in asked:
                rule.tell(here)
        replies.replied(here, here.builder.asked)
        if here.builder.mishap is here.sentence:
            for draft in here.told("contribution"):
                draft.fields["quantity"] = None  # so many died in a crash: nobody sent so many

    def _signs(self, clause: Clause) -> int:
        """Return the signs that a clause shows; none where it counts nothing and names no side."""
        signs = 0
        for phrase in clause.phrases:
            if phrase.refs or phrase.adjective_refs:
                signs |= _named(phrase)
            if phrase.number is not None or phrase.whole is not None:
                signs |= _SIDE | (_NUMBER | _COUNTRIES if phrase.noun == "country" else _NUMBER)
            if phrase.anaphor == "one_of":
                signs |= _AMONG
            elif phrase.noun == "contribution":
                signs |= _CONTRIBUTION
            for relation in phrase.relations:
                signs |= _RELATIONS.get(relation, 0)
        if not signs & _SIDE:
            return 0
        borrowed = [p for p in clause.subjects + clause.objects if p not in clause.phrases]
        for phrase in borrowed:
            signs |= _named(phrase)
        for phrase in clause.phrases + borrowed:
            if phrase.share is not None:
                signs |= _SHARE
            for other in phrase.group:
                signs |= _GROUP | _named(other)
        for ref in clause.antecedent:
            signs |= _MISSION if ref.kind == "mission" else 0
        for lemma in clause.lemmas.values():
            signs |= self._verbs.get(lemma, 0)
        return signs | self._sentence | (0 if clause.negated else _AFFIRMED)


def _mark(signs: dict[str, int], words: Iterable[str], bits: int) -> None:
    for word in words if bits else ():
        signs[word] = signs.get(word, 0) | bits


def _named(phrase: Phrase) -> int:
    """Return the signs that those whom a phrase names are."""
    signs = 0
    for refs in (phrase.refs, phrase.adjective_refs):
        for ref in refs:
            signs |= _KINDS.get(ref.kind or "", 0)
    return signs


def _asked(rules: Sequence[CountRule], signs: int, known: dict[int, tuple[CountRule, ...]]) -> tuple[CountRule, ...]:
    """Return those of the rules that need no more than these signs (remembered by the signs)."""
    asked = known.get(signs)
    if asked is None:
        asked = known[signs] = tuple(t for t in rules if not _bits(*t.needs) & ~signs)
    return asked
