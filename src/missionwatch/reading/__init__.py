"""Reading: a Report → its Statements. The ledger keeps them next.

``reader_for(language)`` gives the default reader, which works with case frames and the language packs in ``packs/``; what
range a likelihood word stands for says a yardstick (``yardsticks.toml``).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from missionwatch.errors import UnknownLanguageError
from missionwatch.reading.frames import FramesReader
from missionwatch.reading.frames.pack import languages
from missionwatch.reading.yardsticks import DEFAULT, measured, scales

if TYPE_CHECKING:
    from missionwatch.records import Report, Statement, Yardstick

__all__ = ["FramesReader", "languages", "read", "reader_for", "scales"]


@cache
def reader_for(language: str, yardstick: Yardstick = DEFAULT) -> FramesReader:
    """Return the (cached) default reader of a language; raise ``UnknownLanguageError`` where no pack ships.

    A reader with another yardstick than the default has another name: what it reads supersedes what was read before.
    """
    if language not in languages():
        raise UnknownLanguageError(
            f"the report is in {_called(language)}, and there is no language pack for {language!r}; "
            f"there are packs for {', '.join(languages())}. Give --lang if the language was recognised wrongly."
        )
    reader = FramesReader(language)
    reader.pack = measured(reader.pack, yardstick)
    if yardstick != DEFAULT:
        reader.name = f"{reader.name}/{yardstick}"
    return reader


def read(report: Report, yardstick: Yardstick = DEFAULT) -> tuple[Statement, ...]:
    """Return the statements of a report, read with the default reader of its language."""
    return reader_for(report.language, yardstick).read(report)


def _called(language: str) -> str:
    """Return the English name of a language by its code."""
    from babel import Locale  # noqa: PLC0415 - only a report that cannot be read needs it

    return str(Locale("en").languages.get(language, "a language unknown here"))
