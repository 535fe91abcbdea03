"""The footnotes of a briefing: each statement once, numbered as it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.records import Footnote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from missionwatch.records import Claim, Picture, Statement

_GRADED_LAST = 6  # the credibility of what no claim of the picture holds: it cannot be judged


class Footnotes:
    """Numbers the statements that carry sentences."""

    def __init__(self, picture: Picture, most: int) -> None:
        self.picture, self.most = picture, most
        self.notes: dict[str, Footnote] = {}
        self._claims = _by_statement(picture)

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
            claim = self._claims.get(statement.id)
            self.notes[statement.id] = Footnote(
                number=len(self.notes) + 1, quote=" ".join(statement.evidence.quote.split()), title=head.title,
                publisher=head.publisher or source.name, published=head.published, statement=statement.id, report=head.id,
                graded=f"{source.reliability}{claim.credibility if claim is not None else _GRADED_LAST}", url=head.url,
            )  # fmt: skip
        return self.notes[statement.id]


def _by_statement(picture: Picture) -> dict[str, Claim]:
    out: dict[str, Claim] = {}
    for mission in (*picture.missions, picture.general):
        for claims in (
            mission.lead, mission.purpose, mission.strength, mission.periods, mission.contributions, mission.posts,
            mission.developments, mission.assessments, mission.questions, mission.options, mission.risks, mission.interests,
            mission.state_by, mission.incidents,
        ):  # fmt: skip
            for claim in claims:
                out.update({s.id: claim for s in (*claim.support, *claim.against, *claim.corrected)})
    for claim in (*picture.presences, *(day.claim for day in picture.calendar)):
        out.update({s.id: claim for s in (*claim.support, *claim.against)})
    return out
