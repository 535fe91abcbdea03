"""A report in pieces that fit into one question, cut between paragraphs, else sentences, else words."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from missionwatch.reading.frames.tokens import Sentence
    from missionwatch.records import PartKind


_SMALL = 300  # characters; a model that runs on about so little runs on about anything


class Stretch(NamedTuple):
    """A stretch of one part of a report: ``text[start:end]``."""

    start: int
    end: int
    part: PartKind


Piece = tuple[Stretch, ...]
"""Stretches in the order of the text, together not longer than asked."""


def pieces(text: str, sentences: Iterable[Sentence], longest: int) -> Iterator[Piece]:
    """Yield pieces of at most ``longest`` characters that together hold all sentences."""
    piece: list[Stretch] = []
    size = 0
    for stretch in _stretches(text, sentences, longest):
        length = stretch.end - stretch.start
        if piece and size + length > longest:
            yield tuple(piece)
            piece, size = [], 0
        piece.append(stretch)
        size += length
    if piece:
        yield tuple(piece)


def halved(text: str, sentences: Sequence[Sentence], piece: Piece) -> list[Piece]:
    """Return a piece in smaller ones, for an answer that ran too long; nothing where it is small already."""
    size = sum(stretch.end - stretch.start for stretch in piece)
    if size < _SMALL:
        return []
    inside = (
        replace(sentence, start=max(sentence.start, stretch.start), end=min(sentence.end, stretch.end))
        for stretch in piece for sentence in sentences if sentence.start < stretch.end and stretch.start < sentence.end
    )  # fmt: skip
    return list(pieces(text, inside, size // 2 + 1))


def shown(text: str, piece: Piece) -> str:
    """Return a piece's text, with a blank line between its stretches."""
    return "\n\n".join(text[stretch.start : stretch.end] for stretch in piece)


def _stretches(text: str, sentences: Iterable[Sentence], longest: int) -> Iterator[Stretch]:
    """Yield paragraphs, those that are too long in runs of whole sentences."""
    for _, paragraph in itertools.groupby(sentences, key=lambda sentence: sentence.paragraph):
        run: Stretch | None = None
        for sentence in paragraph:
            for start, end in _cut(text, sentence.start, sentence.end, longest):
                if run is not None and end - run.start > longest:
                    yield run
                    run = None
                run = Stretch(run.start if run is not None else start, end, sentence.part)
        if run is not None:
            yield run


def _cut(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence whole, or in pieces at spaces where it has no end."""
    while end - start > longest:
        space = text.rfind(" ", start + 1, start + longest + 1)
        stop = space if space > 0 else start + longest
        yield start, stop
        start = stop
    yield start, end
