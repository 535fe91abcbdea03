"""From what the model says to statements: what does not stand in the report is refused, with the reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from missionwatch.reading.llm.anchoring import find
from missionwatch.reading.llm.prompt import rules
from missionwatch.records import Asset, EntityRef, Evidence, Statement

if TYPE_CHECKING:
    from missionwatch.reading.llm.pieces import Piece
    from missionwatch.reading.llm.prompt import Said
    from missionwatch.reading.llm.words import Words
    from missionwatch.records import Quantity

Reason = Literal[
    "answer",  # an answer that is not in the form asked for: a piece of the report is not read
    "cut",  # an answer that ended before its end: likewise
    "declined",  # the model would not answer: likewise
    "form",  # a statement that is not in the form asked for
    "quote",  # the quote does not stand in the text, or is too short to say anything
    "name",  # a name does not stand in the quote
    "number",  # a number does not stand in the quote, or is none
    "words",  # a time, function, asset or likelihood does not stand in the quote
    "role",  # who is named cannot fill that role
    "incomplete",  # it lacks what its predicate needs
    "code",  # a code the contract does not know
]

_KINDS = {
    "mission": ("mission",), "place": ("place", "state"), "person": ("person",), "state": ("state",),
    "contributor": ("state", "organisation"), "leader": ("state", "organisation"), "organisation": ("organisation",),
}  # fmt: skip
"""What may fill a role; the others take anyone."""

# A model that is nobody's yardstick yet is trusted less than the frames (0.85–0.9), and less still where the register
# knows nobody it names.
_SOMEONE, _NOBODY, _HEARSAY = 0.7, 0.4, 0.1

_LEAST_QUOTE = 3  # words; "Denmark" alone says nothing that Denmark does
_AHEAD = frozenset({"planned", "required", "possible", "conditional"})
_WORDED = frozenset({"purpose", "question", "option", "interest"})  # these keep their words beside their codes


class RefusedError(Exception):
    """A statement that cannot be shown in the text."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


class Checker:
    """Checks what was said of one piece of a report."""

    def __init__(self, words: Words, reader: str) -> None:
        self.words, self.reader = words, reader

    def statement(self, said: Said, piece: Piece) -> Statement:
        """Return the statement; raise ``RefusedError`` where the text does not bear it out."""
        evidence = self._evidence(said.quote, piece)
        roles = self._roles(said, evidence)
        fields: dict[str, Any] = {
            "type": said.type if said.predicate == "event" else None, "roles": roles, "modality": said.modality,
            "negated": said.negated, "hearsay": said.hearsay, "grade": said.grade, "purposes": said.purposes,
            "options": said.options, "cause": said.causes, "effect": said.effects,
            "holders": self._names(said.holders, evidence), "about": self._names(said.about, evidence),
            "quantity": self._number(said.number, evidence), "killed": self._number(said.killed, evidence),
            "injured": self._number(said.injured, evidence),
        }  # fmt: skip
        if said.time:
            span = self._at(said.time, evidence, "words")
            ends = said.predicate == "period" and said.relation == "until"
            when, fields["duration"] = self.words.when(*span, forward=ends or said.modality in _AHEAD)
            if when is not None and said.predicate == "period" and when.relation == "at":
                when = msgspec.structs.replace(when, relation=said.relation)
            fields["time"] = when
        if said.likelihood:
            fields["likelihood"] = self.words.likelihood(*self._at(said.likelihood, evidence, "words"))
        if said.function:
            fields["function"] = self.words.code("function", *self._at(said.function, evidence, "words"))
        if said.predicate == "period":
            fields["subject"] = "contribution" if "contributor" in roles else "mission"
        if said.predicate in _WORDED:
            fields["text"] = evidence.quote
        fields["assets"] = tuple(self._asset(asset, evidence) for asset in said.assets)
        present = {name for name, value in (*fields.items(), *roles.items()) if value}
        if not all(present.intersection(group) for group in rules()[said.predicate].needs):
            raise RefusedError("incomplete")
        everyone = (*fields["holders"], *fields["about"], *(ref for refs in roles.values() for ref in refs))
        sure = (_SOMEONE if any(ref.id for ref in everyone) else _NOBODY) - _HEARSAY * said.hearsay
        try:
            return Statement.of(
                report=self.words.report.id, predicate=said.predicate, evidence=evidence, reader=self.reader,
                confidence=round(sure, 2), **fields,
            )  # fmt: skip
        except ValueError as fault:
            raise RefusedError("code") from fault

    def _evidence(self, quote: str, piece: Piece) -> Evidence:
        text = self.words.report.text
        if len(re.findall(r"\w+", quote)) < _LEAST_QUOTE:
            raise RefusedError("quote")
        for stretch in piece:
            span = find(quote, text, stretch.start, stretch.end)
            if span is not None:
                return Evidence(*span, text[slice(*span)], stretch.part)
        raise RefusedError("quote")

    def _at(self, words: str, evidence: Evidence, otherwise: Reason) -> tuple[int, int]:
        span = find(words, self.words.report.text, evidence.start, evidence.end)
        if span is None:
            raise RefusedError(otherwise)
        return span

    def _names(self, names: tuple[str, ...], evidence: Evidence) -> tuple[EntityRef, ...]:
        found = [ref for name in names if name for ref in self.words.refs(*self._at(name, evidence, "name"))]
        return tuple(dict.fromkeys(found))

    def _roles(self, said: Said, evidence: Evidence) -> dict[str, tuple[EntityRef, ...]]:
        allowed = rules()[said.predicate].roles
        roles: dict[str, tuple[EntityRef, ...]] = {}
        for filled in said.roles:
            if filled.role not in allowed:
                raise RefusedError("role")
            refs = self._names((filled.words,), evidence)
            kinds = _KINDS.get(filled.role)
            fit = tuple(ref for ref in refs if ref.id is None or kinds is None or ref.kind in kinds)
            if refs and not fit:
                raise RefusedError("role")
            if filled.role == "place":  # "in Bamako" is a place, whoever governs there
                fit = tuple(msgspec.structs.replace(ref, body=None) for ref in fit)
            if fit:
                roles[filled.role] = tuple(dict.fromkeys((*roles.get(filled.role, ()), *fit)))
        return roles

    def _number(self, words: str | None, evidence: Evidence) -> Quantity | None:
        if not words:
            return None
        quantity = self.words.number(*self._at(words, evidence, "number"))
        if quantity is None:
            raise RefusedError("number")
        return quantity

    def _asset(self, words: str, evidence: Evidence) -> Asset:
        start, end = self._at(words, evidence, "words")
        return Asset(name=self.words.code("asset", start, end), text=self.words.report.text[start:end])
