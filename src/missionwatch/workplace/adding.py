"""A report brought in at a desk: cleaned, read and booked as ``missionwatch add`` does it."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from missionwatch import flow, reports

if TYPE_CHECKING:
    from datetime import date

    from missionwatch.flow import Outcome
    from missionwatch.workplace.desk import Desk

_ADDING = Lock()  # what is known of reports is kept in one file


def add_document(
    at: Desk,
    data: bytes,
    *,
    name: str,
    published: date | None = None,
    language: str | None = None,
    source: str | None = None,
) -> Outcome:
    """Book a document as a report with what it states; the document is kept. It needs the permission ``add``.

    ``name`` is what messages call it; its ending says what it is. Whatever the person may not see, copies and versions are looked for
    in the whole book. Raises ``ReportError`` and ``UnknownLanguageError`` where it cannot be made a report.
    """
    at.need("add")
    place = at.workplace
    report = reports.make_report(Path(name), data=data, published=published, language=language, source=source)
    with _ADDING:
        reports.RawStore(place.beside("raw")).keep(data)
        return flow.add_report(report, place.ledger, at.theatre, known=place.beside("known"))
