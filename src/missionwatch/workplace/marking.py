"""Marks (TLP 2.0) at a desk: what its person sees of them, what bears them, and that what is taken out is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch import flow
from missionwatch.records import TLPS, Act

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from missionwatch.ledger import Ledger
    from missionwatch.records import Booking, Briefing, Theatre, Tlp
    from missionwatch.workplace.asked import Asker
    from missionwatch.workplace.desk import Workplace


class Marking:
    """The part of a desk that knows of marks; its ledger holds only what the person may see."""

    workplace: Workplace
    theatre: Theatre
    asker: Asker
    ledger: Ledger
    number: int

    def marks(self) -> Mapping[str, Tlp]:
        """Return the marks of the reports (ids) that the person sees, as they are now."""
        return self.workplace.once((self.number, self.workplace.stand()), self.ledger.markings, "marks")

    def mark_of(self, reports: Iterable[str]) -> Tlp:
        """Return the mark that a page, an answer or a file bears which rests on reports (ids): the strictest of theirs."""
        return flow.mark_of(self.marks(), reports)

    def marked(self, made: Briefing) -> Briefing:
        """Return a briefing, or a draft, with the strictest mark of the reports that it quotes at its head."""
        return flow.marked(made, self.marks())

    def marking(self, report: str) -> Booking | None:
        """Return the booking that gave a report (id) its mark, or None where nobody marked it."""
        return max(self.ledger.bookings(report=report, kind="marking"), key=lambda one: one.seq, default=None)

    def sees(self, report: str) -> bool:
        """Say whether there is a report (id) that the person may see."""
        try:
            return bool(self.ledger.report(report).id)
        except KeyError:
            return False

    def may_mark(self) -> tuple[Tlp, ...]:
        """Return the marks that the person may give: up to their own clearance, so that they see what they do."""
        return TLPS[: TLPS.index(self.asker.upto) + 1] if "mark" in self.asker.may else ()

    def noted(self, what: str, on: str | None = None, **detail: object) -> None:
        """Note in the audit log that the person takes something out (``export``, ``brief``), where a team works; else nothing.

        Call it before it is given out: what cannot be noted is not done. ``detail`` without what is None or empty.
        """
        if self.workplace.people is not None:
            told = {name: str(value) for name, value in detail.items() if value not in (None, "")}
            self.workplace.ledger.note(Act(by=self.asker.name, what=what, on=on or self.theatre.name, detail=told))
