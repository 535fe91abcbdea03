"""A report's text as a page shows it: its parts, cut where statements and names begin and end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from missionwatch import register
from missionwatch.web.segments import Span, segments

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from missionwatch.records import EntityRef, Part, Report
    from missionwatch.workplace.readings import Read

_HIDDEN = re.compile("[^\n\u0020-\u200d\u2010-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MOST_NAMES = 2000  # of one report: what is more is a list, not a text


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the text: the words, and the ids of whom they may mean (one where that is known, none where nobody knows)."""

    start: int
    end: int
    alias: str
    ids: tuple[str, ...]

    @property
    def key(self) -> str:
        """Return what is the same for all names of one: its ids, else the words."""
        return " ".join(self.ids) or self.alias


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks: where it begins, how many characters, these, its statements (the shortest first), its name."""

    at: int
    length: int
    text: Markup
    reads: tuple[Read, ...]
    opens: tuple[Read, ...]
    named: Named | None
    first: bool


@dataclass(frozen=True, slots=True)
class Block:
    """One part of the text with its kind, where it ends, and its pieces."""

    kind: str
    end: int
    pieces: tuple[Piece, ...]


def visible(text: str) -> Markup:
    """Return text as markup in which nothing is hidden or turned: each such sign is a "�", so that offsets stay."""
    return Markup(escape(_HIDDEN.sub("\ufffd", text)))  # noqa: S704 - escaped


def blocks_of(report: Report, reads: Sequence[Read], names: Sequence[Named]) -> tuple[Block, ...]:
    """Return a report's text in blocks: all its characters but the space between its parts."""
    spans: list[Span[Read | Named]] = [
        Span(span.start, span.end, read) for read in reads for span in (read.shown.evidence, *read.shown.more)
    ]
    spans += [Span(one.start, one.end, one) for one in names]
    cuts = {edge for part in report.parts for edge in (part.start, part.end)}
    parts = list(report.parts)
    pieces: dict[int, list[Piece]] = {}
    seen: set[str] = set()
    numbered: set[int] = set()
    for one in segments(len(report.text), spans, cuts):
        text = report.text[one.start : one.end]
        n = _part_at(parts, one.start)
        if n % 2 == 0 and not text.strip():
            continue
        named = next((mark for mark in one.marks if isinstance(mark, Named)), None)
        opens = tuple(m for m in one.opens if not isinstance(m, Named) and m.number not in numbered)
        numbered.update(read.number for read in opens)
        first = named is not None and named.key not in seen
        seen.update({named.key} if named is not None else ())
        reads_here = tuple(dict.fromkeys(mark for mark in one.marks if not isinstance(mark, Named)))
        pieces.setdefault(n, []).append(
            Piece(
                one.start,
                len(text),
                visible(text),
                reads_here,
                tuple(sorted(opens, key=lambda r: r.number)),
                named,
                first,
            )
        )
    ends = {n: found[-1].at + found[-1].length for n, found in pieces.items()}
    return tuple(
        Block(parts[n // 2].kind if n % 2 else "body", ends[n], tuple(found)) for n, found in sorted(pieces.items())
    )


def names_in(report: Report, reads: Iterable[Read]) -> tuple[Named, ...]:
    """Return the names in a text that the register knows or statements name, in order; who is meant is what statements there say."""
    refs = [
        (span.start, span.end, ref)
        for read in reads
        for span in (read.shown.evidence, *read.shown.more)
        for ref in _refs(read)
    ]
    where: dict[str, list[tuple[int, int]]] = {}
    for start, end, ref in refs:
        if ref.id:
            where.setdefault(ref.id, []).append((start, end))
    out: list[Named] = []
    taken: set[int] = set()
    for hit in register.load().gazetteer(report.language).find(report.text):
        ids = tuple(dict.fromkeys(sense.id for sense in hit.senses if sense.id))
        if not ids:
            continue
        meant = next((i for i in ids for s, e in where.get(i, ()) if s <= hit.start and hit.end <= e), None)
        out.append(Named(hit.start, hit.end, hit.text, (meant,) if meant else ids))
        taken.update(range(hit.start, hit.end))
        if len(out) >= _MOST_NAMES:
            break
    for start, end, ref in refs:
        at = report.text.find(ref.text, start, end) if ref.text else -1
        if at >= 0 and ref.kind != "state" and taken.isdisjoint(range(at, at + len(ref.text))):
            out.append(Named(at, at + len(ref.text), ref.text, (ref.id,) if ref.id else ()))
            taken.update(range(at, at + len(ref.text)))
    return tuple(sorted(out, key=lambda one: one.start))


def _refs(read: Read) -> tuple[EntityRef, ...]:
    said = read.shown
    about = (one for one in said.about if not isinstance(one, str))
    return (*(ref for found in said.roles.values() for ref in found), *said.holders, *about)


def _part_at(parts: Sequence[Part], at: int) -> int:
    """Return 2n+1 within part n, 2n in the gap before it."""
    low, high = 0, len(parts)
    while low < high:
        middle = (low + high) // 2
        if parts[middle].end <= at:
            low = middle + 1
        else:
            high = middle
    return 2 * low + (low < len(parts) and parts[low].start <= at)
