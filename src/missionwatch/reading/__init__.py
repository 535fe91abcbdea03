"""Reading: a Report → its Statements. The ledger keeps them next.

``reader_for(language)`` gives the default reader, which works with case frames and the language packs in ``packs/``.
``consult`` reads with a language model (``llm/``) instead, or with both, and says where they agree.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from missionwatch.errors import LlmNotSetUpError
from missionwatch.reading.agreement import Reading, agree
from missionwatch.reading.frames import FramesReader
from missionwatch.reading.frames.pack import languages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from missionwatch.records import Report, Statement

__all__ = ["FramesReader", "Readers", "Reading", "agree", "consult", "languages", "read", "reader_for"]

Readers = Literal["frames", "llm", "both"]
"""Who reads a report."""


@cache
def reader_for(language: str) -> FramesReader:
    """Return the (cached) default reader of a language; raise ``UnknownLanguageError`` where no pack ships."""
    return FramesReader(language)


def read(report: Report) -> tuple[Statement, ...]:
    """Return the statements of a report, read with the default reader of its language."""
    return reader_for(report.language).read(report)


def consult(
    report: Report,
    readers: Readers,
    environment: Mapping[str, str],
    *,
    url: str | None = None,
    model: str | None = None,
) -> Reading:
    """Return what one reader or both make of a report; the language model is set up by ``environment``.

    Raises ``LlmNotSetUpError`` where the extra ``llm``, its endpoint or its model is missing.
    """
    if readers == "frames":
        return Reading(read(report))
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
    first = reader_for(report.language)
    return agree(first.read(report), found, names=(first.name, second.name))
