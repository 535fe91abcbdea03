"""A briefing as somebody reads it: its sentences in their order, paragraph by paragraph, and nothing beside them.

What is left out is what states nothing: titles and headings (labels), footnotes (other people's words, in their own language),
the closing of a letter, the words of a chart, and the lines that say what is not known. What stays is read as it stands: no
mark says where a claim begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.records import Briefing


def paragraphs(briefing: Briefing) -> tuple[str, ...]:
    """Return the paragraphs of a briefing: the basis of a letter, each cell of reasons, each item of a list or run of prose."""
    return tuple(_paragraphs(briefing))


def _paragraphs(briefing: Briefing) -> Iterator[str]:
    yield from briefing.opening[1:]  # the first is the salutation
    for section in briefing.sections:
        yield from (" ".join(reason.text for reason in one.reasons) for one in section.standings if one.reasons)
        said = [one.text for one in section.sentences]
        if briefing.prose and said:
            yield " ".join(said)
        else:
            yield from said
