"""A clause as the count rules see it: where it stands, what is told of it already, and how they draft what they find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from missionwatch.reading.frames.placing import on_their_own
from missionwatch.reading.frames.wanting import governed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder, Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.pack import Pack
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.quantities import Number
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import EntityRef, Quantity

_OPEN = ("planned", "possible")
_MEANS = frozenset({"plan", "weigh"})
_AHEAD = (*_OPEN, "required")


class Telling:
    """One clause of the sentence with this ``number``; ``framed`` is what the sentence's frames told before it was asked further."""

    def __init__(self, builder: Builder, clause: Clause, sentence: Sentence, number: int) -> None:
        self.builder, self.clause, self.sentence, self.number = builder, clause, sentence, number
        self.pack, self.discourse, self.tokens = builder.pack, builder.discourse, sentence.tokens
        self.framed: list[Draft] = []

    @property
    def modality(self) -> str:
        """Return whether what is counted is there, planned or possible; what must or would be counts as there."""
        own, above = self.clause.modality, self.clause.parent
        if own == "actual" and self.clause.link == "purpose" and above is not None:
            own = governed(above.attitudes & _MEANS, own)  # promised to send 200 police officers
        return own if own in _OPEN else "actual"

    def so_far(self) -> list[Draft]:
        """Return what the sentence has told so far."""
        return self.builder.since(self.number)

    def told(self, *kinds: str) -> list[Draft]:
        """Return what this clause has told so far of these predicates and event types."""
        return [
            d
            for d in self.so_far()
            if d.clause is self.clause and (d.fields["predicate"] in kinds or d.fields.get("type") in kinds)
        ]

    def opens(self, *frames: str) -> bool:
        """Say whether a verb of the clause opens one of these frames."""
        triggers = self.pack.verb_triggers
        return any(t.frame in frames for lemma in self.clause.lemmas.values() for t in triggers.get(lemma, ()))

    def is_any(self, verbs: frozenset[str]) -> bool:
        """Say whether the clause has one of these verbs."""
        return not verbs.isdisjoint(self.clause.lemmas.values())

    def draft(self, fields: dict[str, Any], span: tuple[int, int], confidence: float) -> Draft:
        """Draft what the tokens ``span`` (first and last) tell."""
        return self.builder.draft(fields, self.sentence, self.number, span, clause=self.clause, confidence=confidence)

    def gives(
        self,
        rule: str,
        giver: Sequence[EntityRef],
        mission: Sequence[EntityRef],
        many: Quantity | None,
        span: tuple[int, int],
        confidence: float,
        *,
        place: Sequence[EntityRef] = (),
        **more: Any,
    ) -> Draft:
        """Draft that the first of ``giver`` gives so many to a mission, and where; ``modality`` is the clause's unless given."""
        roles = {"contributor": tuple(giver[:1]), "mission": tuple(mission[:1])}
        roles |= {"place": tuple(place[:1])} if place else {}
        fields = {"predicate": "contribution", "roles": roles, "quantity": many, "frame": f"contribution:{rule}"}
        return self.draft(fields | {"modality": self.modality} | more, span, confidence)

    def gives_part(
        self,
        giver: EntityRef,
        mission: Sequence[EntityRef],
        counted: Number | None,
        span: tuple[int, int],
        *,
        aside: bool = False,
    ) -> None:
        """Draft a part in a mission; finishing leaves it out where the sentence tells it in full.

        ``aside``: it is told beside what the clause tells, and so is no matter of when that is.
        """
        modality = self.clause.modality if self.clause.modality in _AHEAD and not aside else "actual"
        time = self.builder.when([] if aside else self.clause.own_times, forward=modality != "actual")
        self.gives("part", (giver,), mission, self.in_words(counted), span, 0.85, modality=modality, time=time)

    def gives_contingent(
        self,
        giver: EntityRef,
        mission: EntityRef,
        phrase: Phrase,
        *,
        many: Quantity | None = None,
        upto: int = 0,
        **more: Any,
    ) -> None:
        """Draft whose contingent a phrase tells of, unless it is the host's or the sentence has told it."""
        named = any(r.id == mission.id for p in self.clause.phrases for r in p.refs)
        if giver.country in self.discourse.hosts_of(mission.id) or (
            not named and on_their_own(self.clause.phrases, self.pack)
        ):
            return
        for told in self.so_far() if many else ():
            roles, said = told.fields.get("roles", {}), told.fields.get("quantity")
            known = {r.id for role in ("contributor", "mission") for r in roles.get(role, ())}
            if {giver.id, mission.id} <= known and said and many is not None and said.value == many.value:
                return
        for told in self.so_far() if many is None and not more.keys() - {"modality"} else ():
            roles = told.fields.get("roles", {}) if told.fields["predicate"] == "contribution" else {}
            if {giver.id, mission.id} <= {r.id for role in ("contributor", "mission") for r in roles.get(role, ())}:
                return  # told already, whatever is to become of them
        last = phrase.group[-1].last if phrase.noun == "country" and phrase.group else phrase.last
        self.gives("contingent", (giver,), (mission,), many, (phrase.first, max(last, upto)), 0.7, **more)

    def in_words(self, counted: Number | None) -> Quantity | None:
        """Return how many people a number says, in the words of the text."""
        if counted is None:
            return None
        return counted.quantity("people", " ".join(t.text for t in self.tokens[counted.first : counted.last + 1]))


def give_elsewhere(clause: Clause, pack: Pack) -> bool:
    """Say whether a clause tells who gives something else than people to a mission: "the main contributors to the fund"."""
    nouns = pack.classes_of("contributor_noun")
    heads = [p.last for p in clause.phrases if p.words & nouns]
    to = (p for p in clause.phrases if p.start - 1 in heads and "to" in p.relations)
    return any(p.noun != "mission" and not p.refs and not p.is_people for p in to)
