"""Where news was written: the town before its first sentence ("BEIRUT, 3 May (AFP) -"), which is what its "here" is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from missionwatch.records import EntityRef, Report
    from missionwatch.register import Gazetteer, Register

_HEAD = 600  # characters
_TOWN = r"[A-ZÀ-Ý][A-ZÀ-Ý’' -]{2,30}|(?:[A-ZÀ-Ý][\w’'-]+ ?){1,4}"
# BEIRUT, 3 May 2008 (AFP) - …, JUBA, South Sudan – …, FREETOWN, JULY 16. …, Maputo (AFP) – …
_DATELINE = re.compile(
    rf"^\(?(?P<town>{_TOWN})"
    r"(?:(?:, ?[\w .]{2,25})?(?: ?\([^)\n]{2,25}\))?\)? ?[-–—]{1,2} |, (?:[A-Z]{3,9}\.? \d{1,2}|\d{1,2} [A-Z]{3,9})\. )",
    re.MULTILINE,
)


def written_at(report: Report, gazetteer: Gazetteer, register: Register) -> tuple[list[str], EntityRef | None]:
    """Return where a report was written: the land and the town before its first sentence; nothing where none stands there."""
    for found in _DATELINE.finditer(report.text[:_HEAD]):
        town = found["town"].strip()
        named = town.title() if town.isupper() else town
        hits = [hit for hit in gazetteer.find(named) if hit.start == 0 and hit.end == len(named)]
        senses = hits[0].senses if hits else ()
        spot = next((s for s in senses if s.kind == "place" and s.country), None)
        meant = next((s for s in senses if s.form == "capital"), spot)
        if meant is not None and meant.country is not None:
            return [meant.country], register.ref(spot.id, town) if spot is not None and spot.id is not None else None
    return [], None


def has_dateline(text: str) -> bool:
    """Say whether a text begins as news does, with the town that it was written in."""
    return _DATELINE.search(text[:_HEAD]) is not None
