"""Who speaks in a quotation of several sentences: "Mali has left. The force is weak," the minister said.

Only marks that open or close are followed, and no further than the paragraph: a mark that is missing spoils no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reading.frames.tokens import CLOSING, OPENING
from missionwatch.reading.frames.weighing import holders_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.tokens import Sentence, Token
    from missionwatch.records import EntityRef


class Quotation:
    """The quotation that the reader is in, or has just left: who speaks, and what was read there of nobody yet."""

    def __init__(self) -> None:
        self.open = False
        self.speaker: tuple[EntityRef, ...] = ()
        self.waiting: list[Draft] = []

    def new_paragraph(self) -> None:
        """Forget it: a quotation reaches no further than its paragraph."""
        self.open, self.speaker, self.waiting = False, (), []

    def follow(self, sentence: Sentence, clauses: Sequence[Clause], drafts: Sequence[Draft]) -> None:
        """Give what a sentence says between quotation marks to who speaks, named before, in it or after it."""
        spans = self._spans(sentence.tokens)
        if not spans:
            self.speaker, self.waiting = self._said(clauses, sentence.tokens, spans), []
            return
        began = spans[0][0] > sentence.tokens[0].start
        named = self._said(clauses, sentence.tokens, spans)
        if named or began:
            self.speaker = named
        self.waiting += [d for d in drafts if any(a <= d.evidence.start < b for a, b in spans)]
        if not self.speaker:
            return
        for draft in self.waiting:
            if not draft.fields.get("holders"):
                draft.fields["holders"] = self.speaker
        self.waiting = []

    def _spans(self, tokens: Sequence[Token]) -> list[tuple[int, int]]:
        """Return the stretches of text between quotation marks, and go on with what is left open."""
        spans: list[tuple[int, int]] = []
        start = tokens[0].start if self.open else None
        for token in tokens:
            if start is None and token.text in OPENING:
                start = token.start
            elif start is not None and token.text in CLOSING:
                spans.append((start, token.end))
                start = None
        self.open = start is not None
        return [*spans, (start, tokens[-1].end)] if start is not None else spans

    @staticmethod
    def _said(
        clauses: Sequence[Clause], tokens: Sequence[Token], spans: Sequence[tuple[int, int]]
    ) -> tuple[EntityRef, ...]:
        """Return who says something outside the quotation marks of a sentence."""
        for clause in clauses:
            at = tokens[clause.finite].start if clause.finite is not None else None
            outside = at is not None and not any(a <= at < b for a, b in spans)
            if outside and "say" in clause.attitudes and (speaker := holders_of(clause)):
                return speaker
        return ()
