"""Reading: a Report → its Statements. The ledger keeps them next.

``reader_for(language)`` gives the default reader, which works with case frames and the language packs in ``packs/``; what
range a likelihood word stands for says a yardstick (``yardsticks.toml``). ``consult`` reads with a language model
(``llm/``) instead, or with both, and says where they agree.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from missionwatch.errors import LlmNotSetUpError, UnknownLanguageError
from missionwatch.reading.agreement import Reading, agree
from missionwatch.reading.frames import FramesReader
from missionwatch.reading.frames.loading import languages
from missionwatch.reading.yardsticks import DEFAULT, measured, scales

if TYPE_CHECKING:
    from collections.abc import Mapping

    from missionwatch.records import Evidence, Report, Statement, Yardstick

__all__ = [
    "FramesReader",
    "Readers",
    "Reading",
    "agree",
    "consult",
    "languages",
    "read",
    "reader_for",
    "scales",
    "sentences",
]

Readers = Literal["frames", "llm", "both"]
"""Who reads a report."""


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


def sentences(report: Report) -> tuple[Evidence, ...]:
    """Return where the sentences of a report stand."""
    return reader_for(report.language).sentences(report)


def consult(
    report: Report,
    readers: Readers,
    environment: Mapping[str, str],
    *,
    url: str | None = None,
    model: str | None = None,
    yardstick: Yardstick = DEFAULT,
) -> Reading:
    """Return what one reader or both make of a report; the language model is set up by ``environment``.

    Raises ``LlmNotSetUpError`` where the extra ``llm``, its endpoint or its model is missing.
    """
    if readers == "frames":
        return Reading(read(report, yardstick))
    try:
        from missionwatch.reading.llm import LlmReader, LlmSettings  # noqa: PLC0415 - an extra
    except ImportError as fault:
        raise LlmNotSetUpError(
            f"the llm reader needs {fault.name}, which is not installed: pip install 'missionwatch[llm]'"
        ) from fault
    second = LlmReader(LlmSettings.of(environment, url=url, model=model))
    found = second.read(report)
    if readers == "llm":
        return found
    first = reader_for(report.language, yardstick)
    return agree(first.read(report), found, names=(first.name, second.name))


def _called(language: str) -> str:
    """Return the English name of a language by its code."""
    from babel import Locale  # noqa: PLC0415 - only a report that cannot be read needs it

    return str(Locale("en").languages.get(language, "a language unknown here"))
