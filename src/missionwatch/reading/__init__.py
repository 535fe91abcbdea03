"""Reading: a Report → its Statements. The ledger keeps them next.

``reader_for(language)`` gives the default reader, which works with case frames and the language packs in ``packs/``.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from missionwatch.reading.frames import FramesReader
from missionwatch.reading.frames.pack import languages

if TYPE_CHECKING:
    from missionwatch.records import Report, Statement

__all__ = ["FramesReader", "languages", "read", "reader_for"]


@cache
def reader_for(language: str) -> FramesReader:
    """Return the (cached) default reader of a language; raise ``UnknownLanguageError`` where no pack ships."""
    return FramesReader(language)


def read(report: Report) -> tuple[Statement, ...]:
    """Return the statements of a report, read with the default reader of its language."""
    return reader_for(report.language).read(report)
