"""A briefing that a person edits: written as plain text, and made a briefing again, with the footnotes it had.

The text is lines: ``# title``, ``## heading``, ``### heading``, ``- item``, paragraphs between empty lines, ``[^3]`` for footnote 3,
and ``{levels}`` where the table of levels stands. All else is text as it stands. Footnotes are not edited: their quotes stay what
the reports say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from missionwatch.briefing.patterns import load
from missionwatch.briefing.plain import plain
from missionwatch.briefing.reading_aloud import spoken
from missionwatch.records import Briefing, Section, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.records import Level, Standing

TABLE = "{levels}"
"""The line that stands for the table of levels."""
_CHUNK = re.compile(r"(?P<text>.*?)(?P<notes>(?:\s*\[\^\d{1,4}\])+|$)", re.DOTALL)
_NUMBER = re.compile(r"\[\^(\d{1,4})\]")
_HEADING = re.compile(r"(#{1,3})\s+(.*)")
_ITEM = re.compile(r"[-*•]\s+(.*)")
_MISSING = re.compile(r"\[\^[^\]]{0,40}\]")


def to_draft(briefing: Briefing) -> str:
    """Return a briefing as text to edit; what has no sentences of its own (charts, notes) is not in it."""
    lines = [f"# {plain(briefing.title)}", ""]
    for line in briefing.opening:
        lines += [plain(line), ""]
    for section in briefing.sections:
        if section.heading:
            lines += [f"{'#' * section.level} {plain(section.heading)}", ""]
        if section.standings:
            lines += [TABLE, ""]
        said = [_written(one) for one in section.sentences]
        if said:
            prose = briefing.prose if section.prose is None else section.prose
            lines += [" ".join(said), ""] if prose else [*(f"- {one}" for one in said), ""]
    if briefing.unknown:
        text: dict[str, str] = load(briefing.language)["text"]
        lines += [f"## {text['unknown']}", "", *(f"- {plain(line)}" for line in briefing.unknown), ""]
    for line in filter(None, briefing.closing):
        lines += [plain(line), ""]
    return "\n".join(lines).rstrip() + "\n"


def _written(one: Sentence) -> str:
    return f"{plain(one.text)}{''.join(f'[^{n}]' for n in one.notes)}"


def from_draft(text: str, basis: Briefing) -> Briefing:
    """Return an edited text as a briefing: of the language, dates and marking of ``basis``, with those of its footnotes that it names.

    Footnotes are numbered anew, in the order in which they stand. Sentences may lack one: they are the writer's own.
    """
    return _Reader(basis).read(text)


def unfounded(text: str, basis: Briefing) -> tuple[str, ...]:
    """Return the footnotes that a text names and its basis has not, as they are written: ``[^99]``."""
    numbers = {note.number for note in basis.footnotes}
    named = dict.fromkeys(_MISSING.findall(text))
    return tuple(
        plain(one) for one in named if not ((m := _NUMBER.fullmatch(one)) is not None and int(m[1]) in numbers)
    )


class _Reader:
    def __init__(self, basis: Briefing) -> None:
        self.basis = basis
        self.notes = {note.number: note for note in basis.footnotes}
        self.numbers: dict[int, int] = {}  # the number a footnote had → the one it has
        self.verbatim = {_same(one.text) for one in spoken(basis) if one.verbatim}
        self.badges: dict[str, Level] = {_same(one.heading): one.badge for one in basis.sections if one.badge}
        self.anchors = {_same(one.heading): one.anchor for one in basis.sections if one.anchor}
        self.standings = next((one.standings for one in basis.sections if one.standings), ())

    def read(self, text: str) -> Briefing:
        basis = self.basis
        title, sections = "", list[Section]()
        for kind, said in _blocks(text):
            match kind:
                case "#" if not title and not sections:
                    title = plain(said)
                case "#" | "##" | "###":
                    sections.append(self._headed(plain(said), max(2, len(kind))))
                case "table":
                    self._put(sections, standings=self._standings())
                case _:
                    self._put(sections, sentences=tuple(self._sentences(said)), prose=kind == "paragraph")
        known = " ".join((basis.known, load(basis.language)["text"]["edited"]))
        return msgspec.structs.replace(
            basis, title=title or basis.title, known=known, sections=tuple(sections), opening=(), closing=(), unknown=(),
            footnotes=tuple(
                msgspec.structs.replace(self.notes[old], number=new)
                for old, new in sorted(self.numbers.items(), key=lambda pair: pair[1])
            ),
        )  # fmt: skip

    def _headed(self, heading: str, level: int) -> Section:
        same = _same(heading)
        return Section(
            heading=heading, level=level, sentences=(), badge=self.badges.get(same), anchor=self.anchors.get(same)
        )

    def _put(
        self,
        sections: list[Section],
        *,
        sentences: tuple[Sentence, ...] = (),
        standings: tuple[Standing, ...] = (),
        prose: bool | None = None,
    ) -> None:
        """Put sentences or the table under the last heading: in its section while that is empty or goes on as a list."""
        last = sections[-1] if sections else None
        if last is not None and not last.standings and not last.sentences:
            sections[-1] = msgspec.structs.replace(last, sentences=sentences, standings=standings, prose=prose)
        elif last is not None and not standings and prose is False and last.prose is False:
            sections[-1] = msgspec.structs.replace(last, sentences=(*last.sentences, *sentences))
        else:
            level = last.level if last is not None else 2
            sections.append(Section(heading="", level=level, sentences=sentences, standings=standings, prose=prose))

    def _sentences(self, said: str) -> Iterator[Sentence]:
        for chunk in _CHUNK.finditer(said):
            text = plain(chunk["text"])
            numbers = [int(n) for n in _NUMBER.findall(chunk["notes"])]
            notes = tuple(dict.fromkeys(self._number(n) for n in numbers if n in self.notes))
            if text:
                yield Sentence(text, notes, verbatim=_same(text) in self.verbatim, own=True)

    def _standings(self) -> tuple[Standing, ...]:
        return tuple(
            msgspec.structs.replace(one, reasons=tuple(
                msgspec.structs.replace(reason, own=True, notes=tuple(self._number(n) for n in reason.notes if n in self.notes))
                for reason in one.reasons
            ))
            for one in self.standings
        )  # fmt: skip

    def _number(self, old: int) -> int:
        return self.numbers.setdefault(old, len(self.numbers) + 1)


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Yield what a text is made of: ``#``…``###`` with a heading, ``item``, ``table``, ``paragraph``."""
    kind, said = "paragraph", list[str]()
    for line in (*text.splitlines(), ""):
        bare = line.strip()
        heading, item = _HEADING.fullmatch(bare), _ITEM.fullmatch(bare)
        if (not bare or heading or item or bare == TABLE) and said:
            yield kind, " ".join(said)
            kind, said = "paragraph", []
        if heading:
            yield heading[1], heading[2]
        elif item:
            kind, said = "item", [item[1]]
        elif bare == TABLE:
            yield "table", ""
        elif bare:
            said.append(bare)


def _same(text: str) -> str:
    return "".join(text.split())
