"""What held at T as known at K: statements in, a ``Picture`` out; and what changed between two of them.

Pure: no clock, no store, no language. The next rooms are ``assessment`` (how worrying) and ``briefing`` (in words).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.picture.changes import changes, quoted
from missionwatch.picture.checking import Checker, check, checker
from missionwatch.picture.explaining import weigh
from missionwatch.picture.view import View, rated

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from missionwatch.records import Picture, ReportHead, Statement, Theatre

__all__ = ["Checker", "View", "build", "changes", "check", "checker", "quoted", "rated", "weigh"]


def build(
    theatre: Theatre,
    statements: Iterable[Statement],
    reports: Mapping[str, ReportHead],
    *,
    as_of: date,
    known_at: datetime,
) -> Picture:
    """Return the picture of a theatre at ``as_of`` from the statements that stand as known at ``known_at``.

    For more than one picture a ``View`` is quicker.
    """
    return View.of(theatre, statements, reports).picture(as_of, known_at)
