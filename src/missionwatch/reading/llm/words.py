"""What a report's words say, whoever points at them: whom they name, how many, when, how likely.

The register and the language pack decide, with the sentence analysis of the ``frames`` reader, so that "de missie" and
"the Danes" mean the same to every reader.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from missionwatch.reading.frames.discourse import Discourse
from missionwatch.reading.frames.quantities import number_at
from missionwatch.reading.frames.tokens import sentences
from missionwatch.reading.frames.weighing import likelihood_in
from missionwatch.records import EntityRef, When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.reading.frames import FramesReader
    from missionwatch.reading.frames.phrases import Phrase
    from missionwatch.reading.frames.times import TimeMention
    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import Likelihood, Quantity, Report

_SILENT = frozenset({"caption"})  # it speaks of its picture


class _Placed(NamedTuple):
    """A phrase or a time, where it stands in the report."""

    start: int
    end: int
    phrase: Phrase | None = None
    time: TimeMention | None = None


class Words:
    """The words of one report."""

    def __init__(self, report: Report, frames: FramesReader) -> None:
        self.report, self.pack = report, frames.pack
        self.hits = frames.gazetteer.find(report.text)
        self.sentences: list[Sentence] = []
        self._placed: list[list[_Placed]] = []  # by sentence
        discourse = Discourse(report, frames.pack, frames.register, self.hits)
        paragraph = -1
        for sentence in sentences(report, frames.pack, [(hit.start, hit.end) for hit in self.hits]):
            if sentence.part in _SILENT:
                continue
            if sentence.paragraph != paragraph:
                discourse.new_paragraph(in_entry=False)
                paragraph = sentence.paragraph
            self.sentences.append(sentence)
            clauses = frames.analyse(sentence, self.hits, discourse)
            phrases = (p for clause in clauses for whole in clause.phrases for p in (whole, *whole.group))
            times = (time for clause in clauses for time in clause.times)
            tokens = sentence.tokens
            self._placed.append(
                [
                    *(_Placed(tokens[p.first].start, tokens[p.last].end, phrase=p) for p in phrases),
                    *(_Placed(tokens[t.first].start, tokens[t.last].end, time=t) for t in times),
                ]
            )

    def refs(self, start: int, end: int) -> tuple[EntityRef, ...]:
        """Return whom the words name; words that the register cannot place are kept as words."""
        text = self.report.text
        found: dict[str, EntityRef] = {}
        for placed in self._within(start, end):
            if placed.phrase is None or (found and placed.phrase.relations):
                continue  # "Danish soldiers of Takuba" are the Danes
            for ref in (*placed.phrase.refs, *placed.phrase.adjective_refs):
                at = max(text.find(ref.text, placed.start, placed.end), placed.start)
                last = at + len(ref.text)
                if ref.id is None or at >= end or last <= start:
                    continue
                inside = start <= at and last <= end  # the words are those pointed at, however long the phrase
                found.setdefault(ref.id, ref if inside else msgspec.structs.replace(ref, text=text[start:end]))
        return tuple(found.values()) or (EntityRef(text=text[start:end]),)

    def number(self, start: int, end: int) -> Quantity | None:
        """Return the number the words say, or None; a year is no number of people."""
        times = [placed for placed in self._within(start, end) if placed.time is not None]
        for sentence, order in self._tokens(start, end):
            for i in order:
                token = sentence.tokens[i]
                if any(time.start <= token.start < time.end for time in times):
                    continue
                number = number_at(sentence.tokens, i, self.pack)
                if number is not None and number.last <= order[-1]:
                    return number.quantity("people", self.report.text[start:end])
        return None

    def when(self, start: int, end: int, *, forward: bool) -> tuple[When | None, str | None]:
        """Return the time the words say and the length of time (ISO 8601); a time nobody can place keeps its words."""
        times = [placed.time for placed in self._within(start, end) if placed.time is not None]
        duration = next((time.duration for time in times if time.duration), None)
        found = (time.when(self.report.published, forward=forward) for time in times)
        when = next((when for when in found if when is not None), None)
        if when is None and duration is None:
            when = When("at", None, None, None, self.report.text[start:end])
        return when, duration

    def likelihood(self, start: int, end: int) -> Likelihood | None:
        """Return the likelihood the words say on the yardstick, or None."""
        found = (likelihood_in(sentence.tokens, order, self.pack) for sentence, order in self._tokens(start, end))
        return next((likelihood for likelihood in found if likelihood is not None), None)

    def code(self, form: str, start: int, end: int) -> str:
        """Return the register's code for a function or asset among the words, or the words themselves."""
        first = bisect_left(self.hits, start, key=lambda hit: hit.start)
        inside = itertools.takewhile(lambda hit: hit.end <= end, self.hits[first:])
        senses = (sense for hit in inside for sense in hit.senses if sense.form == form)
        return next((sense.code for sense in senses if sense.code), self.report.text[start:end])

    def _within(self, start: int, end: int) -> Iterator[_Placed]:
        found = (placed for n in self._over(start, end) for placed in self._placed[n])
        return (placed for placed in found if placed.start < end and start < placed.end)

    def _tokens(self, start: int, end: int) -> Iterator[tuple[Sentence, list[int]]]:
        """Yield the sentences that the words stand in, each with the words' tokens."""
        for sentence in (self.sentences[n] for n in self._over(start, end)):
            order = [t.index for t in sentence.tokens if start <= t.start and t.end <= end]
            if order:
                yield sentence, order

    def _over(self, start: int, end: int) -> range:
        """Return which sentences the words stand in."""
        first = bisect_right(self.sentences, start, key=lambda sentence: sentence.start) - 1
        return range(max(first, 0), bisect_left(self.sentences, end, key=lambda sentence: sentence.start))
