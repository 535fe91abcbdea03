"""Text cut where marks begin and end: marks that lie inside each other or overlap cannot be nested elements."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

Mark = TypeVar("Mark")


@dataclass(frozen=True, slots=True)
class Span(Generic[Mark]):
    """A stretch of a text and what marks it."""

    start: int
    end: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Segment(Generic[Mark]):
    """A stretch of a text all of which is under the same marks, the shortest span's first; ``opens`` are those that begin with it."""

    start: int
    end: int
    marks: tuple[Mark, ...]
    opens: tuple[Mark, ...]


def segments(length: int, spans: Iterable[Span[Mark]], cuts: Iterable[int] = ()) -> list[Segment[Mark]]:
    """Return the segments of a text of ``length`` characters, in order and without gaps; ``cuts`` are further places to cut at.

    What of a span lies outside the text is left out, and empty spans mark nothing.

    >>> [(s.start, s.end, s.marks) for s in segments(6, [Span(0, 4, "a"), Span(2, 6, "b"), Span(2, 4, "c")])]
    [(0, 2, ('a',)), (2, 4, ('c', 'a', 'b')), (4, 6, ('b',))]
    """
    inside = [Span(max(0, one.start), min(length, one.end), one.mark) for one in spans]
    inside = sorted((one for one in inside if one.start < one.end), key=lambda one: (one.end - one.start, one.start))
    events: dict[int, tuple[list[int], list[int]]] = {0: ([], []), length: ([], [])}
    for cut in cuts:
        if 0 < cut < length:
            events.setdefault(cut, ([], []))
    for n, one in enumerate(inside):
        events.setdefault(one.start, ([], []))[0].append(n)
        events.setdefault(one.end, ([], []))[1].append(n)
    places = sorted(events)
    out: list[Segment[Mark]] = []
    now: set[int] = set()
    for start, end in pairwise(places):
        begun, ended = events[start]
        now = (now - set(ended)) | set(begun)
        marks = tuple(inside[n].mark for n in sorted(now))
        out.append(Segment(start, end, marks, tuple(inside[n].mark for n in sorted(begun))))
    return out
