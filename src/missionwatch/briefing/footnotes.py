"""The footnotes of a briefing: each statement once, numbered as it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.records import Footnote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from missionwatch.records import Picture, Statement

_CORRECTED = 5  # the credibility of what who said it has taken back: improbable
_UNKNOWN = 6  # … and of what no claim of the picture holds: it cannot be judged


class Footnotes:
    """Numbers the statements that carry sentences."""

    def __init__(self, picture: Picture, most: int) -> None:
        self.picture, self.most = picture, most
        self.notes: dict[str, Footnote] = {}
        self._grades = _graded(picture)

    def numbers(self, statements: Iterable[Statement]) -> tuple[int, ...]:
        """Return the numbers of the footnotes for these statements: one per voice, the most telling first."""
        numbers: list[int] = []
        voices: set[str] = set()
        for statement in statements:
            head = self.picture.reports.get(statement.report)
            if head is None or head.voice in voices or len(numbers) >= self.most:
                continue
            voices.add(head.voice)
            numbers.append(self._note(statement).number)
        return tuple(sorted(set(numbers)))

    def _note(self, statement: Statement) -> Footnote:
        if statement.id not in self.notes:
            head = self.picture.reports[statement.report]
            source = self.picture.theatre.source(head.source)
            self.notes[statement.id] = Footnote(
                number=len(self.notes) + 1, quote=" ".join(statement.evidence.quote.split()), title=head.title,
                publisher=head.publisher or source.name, published=head.published, statement=statement.id, report=head.id,
                graded=f"{source.reliability}{self._grades.get(statement.id, _UNKNOWN)}", url=head.url,
            )  # fmt: skip
        return self.notes[statement.id]


def _graded(picture: Picture) -> dict[str, int]:
    """Return the credibility of what each statement says: that of its claim, of the denial, or of what was taken back."""
    out: dict[str, int] = {}
    for claim in picture.claims:
        out.update({s.id: claim.denial or _UNKNOWN for s in claim.against})
    for claim in picture.claims:  # what denies one thing may itself be said of another
        out.update({s.id: claim.credibility for s in claim.support})
        out.update({s.id: _CORRECTED for s in claim.corrected})
    return out
