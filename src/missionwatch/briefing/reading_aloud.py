"""A briefing as somebody reads it: its sentences in their order, paragraph by paragraph, and nothing beside them.

What is left out is what states nothing: titles and headings (labels), footnotes (other people's words, in their own language),
sentences that give a source's own words, the closing of a letter, the words of a chart, and the lines that say what is not
known. What stays is read as it stands: no mark says where a claim begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from missionwatch.briefing.patterns import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from missionwatch.records import Briefing, Check, Claim, Sentence


def paragraphs(briefing: Briefing) -> tuple[str, ...]:
    """Return the paragraphs of a briefing: the basis of a letter, each cell of reasons, each item of a list or run of prose."""
    return tuple(_paragraphs(briefing))


def spoken(briefing: Briefing) -> Iterator[Sentence]:
    """Yield the sentences of a briefing, those that give the reasons of a level too."""
    for section in briefing.sections:
        for standing in section.standings:
            yield from standing.reasons
        yield from section.sentences


def _paragraphs(briefing: Briefing) -> Iterator[str]:
    yield from briefing.opening[1:]  # the first is the salutation
    for section in briefing.sections:
        cells = (" ".join(reason.text for reason in one.reasons if not reason.verbatim) for one in section.standings)
        yield from (cell for cell in cells if cell)
        said = [one.text for one in section.sentences if not one.verbatim]
        if said and (briefing.prose if section.prose is None else section.prose):
            yield " ".join(said)
        else:
            yield from said


def unheld(briefing: Briefing, check: Check) -> tuple[Sentence, ...]:
    """Return the sentences in which something was read that is not held, each once."""
    wrong = [_squeezed(one.evidence.quote) for one in check.sentences if one.verdict in ("contradicted", "unknown")]
    found = {}
    for one in spoken(briefing):
        text = _squeezed(one.text)
        if not one.verbatim and any(quote in text or text in quote for quote in wrong):
            found[one.text] = one
    return tuple(found.values())


def carrying(briefing: Briefing, sentences: Iterable[Sentence], claims: Iterable[Claim]) -> frozenset[str]:
    """Return the ids of the claims that carry sentences of a briefing."""
    notes = {note.number: note.statement for note in briefing.footnotes}
    carried = {notes[number] for one in sentences for number in one.notes}
    return frozenset(c.id for c in claims if not carried.isdisjoint(s.id for s in (*c.support, *c.against)))


def owning(briefing: Briefing, sentences: Iterable[Sentence]) -> Briefing:
    """Return a briefing that says of sentences that they were not read back as what the reports say."""
    said = tuple(load(briefing.language)["text"]["unheld"].format(sentence=one.text) for one in sentences)
    return msgspec.structs.replace(briefing, unknown=(*briefing.unknown, *said))


def _squeezed(text: str) -> str:
    return "".join(text.split())
