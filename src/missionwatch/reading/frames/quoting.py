"""Who speaks in a quotation of several sentences: "Mali has left. The force is weak," the minister said.

Only marks that open or close are followed, and no further than the paragraph: a mark that is missing spoils no more.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from missionwatch.reading.frames.holders import holders_of
from missionwatch.reading.frames.reaching import dependents
from missionwatch.reading.frames.tokens import CLOSING, OPENING
from missionwatch.records import EntityRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from missionwatch.reading.frames.building import Builder, Draft
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.discourse import Discourse
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.tokens import Sentence, Token


def speakers_named(clauses: Sequence[Clause], discourse: Discourse) -> None:
    """Let who says what stands before it be the person: "…, the head of UNMISS, Jane Doe, said": not the mission, and some Jane Doe."""
    for clause in clauses:
        if clause.coordinated is None or "say" not in clause.attitudes or not clause.subjects:
            continue
        post = clause.subjects[0]
        ends = {post.last + 2, *(p.last + 2 for p in dependents(post, clause))}
        name = next((p for p in clause.phrases if p.first in ends and p.bare), None)
        if name is not None and post.unknown_name and name.senses("function"):
            post, name = name, post  # Jane Doe, the head of UNMISS, said
        called = name.unknown_name if name is not None and name.noun is None and not name.named else None
        if name is None or called is None or " " not in called or not post.senses("function") or post.person:
            continue
        name.person = called
        country = next((r.country for r in (*post.refs, *post.adjective_refs) if r.kind == "state"), None)
        nobody, name.refs = name.refs, [discourse.of_country(discourse.named_person(name), country)]
        clause.subjects = [name]
        for taking in (p for c in clause.relatives for p in c.phrases if p.pronoun == "relative" and p.refs == nobody):
            taking.refs = list(name.refs)


_QUOTED = 8  # sentences of a quotation that are looked ahead at, for who speaks behind them


def looking_ahead(told: Iterable[Sentence]) -> Iterator[Sequence[Sentence]]:
    """Yield each sentence with those right behind it."""
    window: deque[Sentence] = deque(maxlen=_QUOTED)
    for sentence in told:
        if len(window) == _QUOTED:
            yield tuple(window)
        window.append(sentence)
    while window:
        yield tuple(window)
        window.popleft()


class Quotation:
    """The quotation that the reader is in, or has just left: who speaks, and what was read there of nobody yet."""

    def __init__(self, third_person: frozenset[str] = frozenset()) -> None:
        self.third_person = third_person
        self.open = False
        self.speaker: tuple[EntityRef, ...] = ()
        self.waiting: list[Draft] = []
        self.heard = 0  # how many were spoken of before the last sentence

    def new_paragraph(self) -> None:
        """Forget it: a quotation reaches no further than its paragraph."""
        self.open, self.speaker, self.waiting = False, (), []

    def alone(self, coming: Sequence[Sentence], spoken: Sequence[EntityRef]) -> None:
        """Let who was named last, and alone, say what stands wholly between marks: "Jane Doe is back. “It is safer now.”"."""
        tokens, just, self.heard = coming[0].tokens, spoken[self.heard :], len(spoken)
        if self.open or tokens[0].text not in OPENING:
            return
        marked = [(t, t.start > tokens[0].start and t.text in CLOSING) for one in coming for t in one.tokens]
        end = next((n for n, (_, closes) in enumerate(marked) if closes), None)
        last = next((one for one in coming if end is not None and one.end > marked[end][0].start), None)
        people = {r.id: r for r in just if r.kind == "person" and r.id}
        if end is None or last is None or last.paragraph != coming[0].paragraph:
            return
        after = any(t.start > marked[end][0].start and t.is_word for t in last.tokens)
        if after or len(people) == 1:  # "It is over. We leave," she told reporters: not who spoke before it
            self.speaker = () if after else tuple(people.values())

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
            self._of_another(draft)
        self.waiting = []

    def _of_another(self, draft: Draft) -> None:
        """Let "he" in what somebody says be another than who says it: "He condemns the attack," his envoy said."""
        own = {r.id for r in self.speaker if r.kind == "person"}

        def another(ref: EntityRef) -> bool:  # "we", said by him, is he who speaks
            return ref.id in own and ref.text.lower() in self.third_person and ref not in self.speaker

        roles, holders = draft.fields.get("roles", {}), draft.fields.get("holders", ())
        for role, refs in roles.items():
            if any(another(r) for r in refs):
                told = tuple(EntityRef(text=r.text, kind="person") if another(r) else r for r in refs)
                draft.fields["roles"] = draft.fields["roles"] | {role: told}
        if any(another(r) for r in holders):  # "He is appalled," she said
            draft.fields["holders"] = tuple(EntityRef(text=r.text, kind="person") if another(r) else r for r in holders)

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


def spoken_for(builder: Builder, phrase: Phrase, beside: Phrase | None) -> list[EntityRef]:
    """Return whose spokesperson somebody is where a person or an office was just spoken of: "… , a dit son porte-parole, X"."""
    if not (phrase.owned or (beside is not None and beside.owned)):
        return []
    before = [r for c in builder.clauses for p in c.subjects if p.last < phrase.first for r in p.everyone()]
    spoken = [*reversed(before), *builder.discourse.before]
    kinds = ("person", "organisation", "mission")
    last = next((r for r in spoken if r.kind in kinds and (r.id or r.kind == "person")), None)
    return [last] if last is not None and last.kind != "mission" else []
