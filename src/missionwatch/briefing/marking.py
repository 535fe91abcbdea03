"""A checked draft in words: what the ledger says of each sentence, as a page or as marks in the person's own DOCX.

Whatever a draft or a report says, here it is text and nothing else.
"""

from __future__ import annotations

import io
import tomllib
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel.dates import format_date

from missionwatch.briefing.rendering import environment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from missionwatch.records import Check, CheckedSentence, Finding, Verdict

VERDICTS: tuple[Verdict, ...] = ("supported", "contradicted", "unknown", "unread")
_QUOTES = 3  # at most so many sources under a finding: one per report
_AUTHOR = "missionwatch"


@cache
def _words(language: str) -> dict[str, Any]:
    every: dict[str, dict[str, Any]] = tomllib.loads(
        (Path(__file__).parent / "verdicts.toml").read_text(encoding="utf-8")
    )
    return every.get(language, every["en"])


def counts(check: Check) -> dict[Verdict, int]:
    """Return how many sentences have each verdict."""
    return {verdict: sum(one.verdict == verdict for one in check.sentences) for verdict in VERDICTS}


def remarks(check: Check, sentence: CheckedSentence, language: str) -> list[str]:
    """Return what is to be said of a sentence, a line for each finding, the gravest first."""
    order = sorted(sentence.findings, key=lambda one: -_gravity(one))
    return list(dict.fromkeys(_remark(check, one, language) for one in order))


def _gravity(finding: Finding) -> int:
    return ("unread", "supported", "unknown", "contradicted").index(finding.verdict)


def _remark(check: Check, finding: Finding, language: str) -> str:
    words = _words(language)
    said = words[finding.verdict]
    fields = [words["field"].get(name, name) for name in finding.reasons]
    if fields:
        said += f" ({', '.join(fields)})"
    elif finding.disputed:
        said += f" ({words['disputed']})"
    if not finding.claims:
        return f"{said}. {words['nothing']}"
    quotes = "; ".join(_quoted(check, finding, language))
    nearest = f"{words['nearest']}: " if finding.verdict == "unknown" else ""
    return f"{said}. {nearest}{quotes}" if quotes else f"{said}."


def _quoted(check: Check, finding: Finding, language: str) -> Iterator[str]:
    seen: set[str] = set()
    for claim in finding.claims:
        for statement in claim.support:
            head = check.reports.get(statement.report)
            if head is None or head.voice in seen or len(seen) >= _QUOTES:
                continue
            seen.add(head.voice)
            when = f", {_day(head.published, language)}" if head.published else ""
            yield f"“{' '.join(statement.evidence.quote.split())}” — {head.publisher or head.source}{when}"


def _day(day: date, language: str) -> str:
    return str(format_date(day, "d MMMM y", locale=language))


def to_page(check: Check, language: str, *, as_of: date, known_at: datetime) -> str:
    """Return the draft as one HTML page, every sentence coloured by its verdict, with what was found under it."""
    words = _words(language)
    return environment().get_template("check.html").render(
        language=language, words=words, title=words["title"].format(title=check.draft.title),
        dates=words["as_of"].format(day=_day(as_of, language), known=_day(known_at.date(), language)),
        count=words["count"].format(**counts(check)),
        sentences=[(one, remarks(check, one, language)) for one in check.sentences],
    )  # fmt: skip


def to_docx(check: Check, language: str, original: bytes) -> bytes:
    """Return the person's own DOCX with a comment on each sentence in which something was read; the text stays as it was."""
    from docx import Document  # noqa: PLC0415 - only this format needs it
    from docx.enum.text import WD_COLOR_INDEX  # noqa: PLC0415

    colours = {
        "supported": WD_COLOR_INDEX.BRIGHT_GREEN, "contradicted": WD_COLOR_INDEX.PINK, "unknown": WD_COLOR_INDEX.YELLOW,
    }  # fmt: skip
    document = Document(io.BytesIO(original))
    waiting = [one for one in check.sentences if one.verdict != "unread"]
    for paragraph in _paragraphs(document):
        for one in list(waiting):
            runs = _runs(paragraph, one.evidence.quote)
            if not runs:
                continue
            waiting.remove(one)
            for run in runs:
                run.font.highlight_color = colours[one.verdict]
            text = "\n".join(remarks(check, one, language))
            document.add_comment(runs, text=text, author=_AUTHOR, initials="mw")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _paragraphs(document: Any) -> Iterator[Any]:
    yield from document.paragraphs
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def _runs(paragraph: Any, sentence: str) -> list[Any]:
    """Return the runs that hold a sentence, cut so that they hold nothing else; none where it is not in the paragraph."""
    text = "".join(run.text for run in paragraph.runs)
    plain, places = _squeezed(text)
    wanted, _ = _squeezed(sentence)
    at = plain.find(wanted)
    if not wanted or at < 0:
        return []
    first, last = places[at], places[at + len(wanted) - 1] + 1
    out, start = [], 0
    for run in list(paragraph.runs):
        end = start + len(run.text)
        if start < last and first < end:
            out.append(_cut(run, max(first - start, 0), min(last - start, len(run.text))))
        start = end
    return out


def _cut(run: Any, first: int, last: int) -> Any:
    """Return the part of a run between two characters as a run of its own; one with more than text in it stays whole."""
    from docx.text.run import Run  # noqa: PLC0415

    text = run.text
    if (first, last) == (0, len(text)) or any(not child.tag.endswith(("}t", "}rPr")) for child in run._r):  # noqa: SLF001 - python-docx has no other door to what is in a run
        return run
    for part, before in ((text[:first], True), (text[last:], False)):
        if part:
            twin = Run(deepcopy(run._r), run._parent)  # noqa: SLF001
            twin.text = part
            (run._r.addprevious if before else run._r.addnext)(twin._r)  # noqa: SLF001
    run.text = text[first:last]
    return run


def _squeezed(text: str) -> tuple[str, Sequence[int]]:
    """Return a text without its white space, and where each of its signs stood: cleaning may have changed the spaces."""
    places = [at for at, sign in enumerate(text) if not sign.isspace()]
    return "".join(text[at] for at in places), places
