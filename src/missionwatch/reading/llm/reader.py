"""The ``llm`` reader: a report in, its statements and what was refused out."""

from __future__ import annotations

from collections import Counter, deque
from typing import TYPE_CHECKING

from missionwatch.reading import reader_for
from missionwatch.reading.agreement import Reading
from missionwatch.reading.llm import prompt
from missionwatch.reading.llm.asking import Endpoint
from missionwatch.reading.llm.cache import Cache
from missionwatch.reading.llm.checking import Checker, Reason, RefusedError
from missionwatch.reading.llm.pieces import halved, pieces, shown
from missionwatch.reading.llm.words import Words

if TYPE_CHECKING:
    from missionwatch.reading.llm.prompt import Said
    from missionwatch.reading.llm.settings import LlmSettings
    from missionwatch.records import Report, Statement

_TRIES = 2  # how often a question is asked whose answer is out of form


class LlmReader:
    """Reads reports with a language model; one run's budget is one reader's."""

    def __init__(self, settings: LlmSettings) -> None:
        self.settings = settings
        self.name = f"llm:{settings.model}@{prompt.VERSION}"
        self.endpoint = Endpoint(settings)
        self.cache = Cache(settings.cache)

    def read(self, report: Report) -> Reading:
        """Return the report's statements in the order of the text, and what was refused, by reason.

        Raises ``UnknownLanguageError`` where no pack ships (names and numbers are read with it), ``LlmUnavailableError``
        and ``LlmBudgetSpentError``.
        """
        words = Words(report, reader_for(report.language))
        checker = Checker(words, self.name)
        refused: Counter[str] = Counter()
        made: dict[str, Statement] = {}
        todo = deque(pieces(report.text, words.sentences, self.settings.piece))
        while todo:
            piece = todo.popleft()
            answer = self._answer(shown(report.text, piece))
            if answer == "cut" and (halves := halved(report.text, words.sentences, piece)):
                todo.extendleft(reversed(halves))
                continue
            if isinstance(answer, str):
                refused[answer] += 1
                continue
            for said in answer:
                try:
                    if said is None:
                        raise RefusedError("form")  # noqa: TRY301 - refused like the others
                    statement = checker.statement(said, piece)
                except RefusedError as fault:
                    refused[fault.reason] += 1
                else:
                    made.setdefault(statement.id, statement)
        ordered = sorted(made.values(), key=lambda s: (s.evidence.start, s.evidence.end))
        return Reading(tuple(ordered), dict(sorted(refused.items())))

    def _answer(self, text: str) -> list[Said | None] | Reason:
        """Return what the model says of a text, or why it says nothing."""
        asked = prompt.messages(text)
        key = prompt.key(self.settings.model, asked)
        kept = self.cache.get(key)
        said = prompt.decode(kept) if kept is not None else None
        if said is not None:
            return said
        for _ in range(_TRIES):
            answer = self.endpoint.ask(asked, prompt.schema())
            if answer.ended != "whole":
                return answer.ended
            said = prompt.decode(answer.text)
            if said is not None:
                self.cache.put(key, answer.text)
                return said
        return "answer"
