"""A checked draft in words: what the ledger says of each sentence, as a page or as marks in the person's own DOCX.

Whatever a draft or a report says, here it is text and nothing else.
"""

from __future__ import annotations

import io
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli

from missionwatch.briefing.page import environment
from missionwatch.briefing.plain import day as day_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from missionwatch.records import Check, CheckedSentence, Finding, Verdict

VERDICTS: tuple[Verdict, ...] = ("contradicted", "unknown", "supported", "unread")
"""What is said first of a sentence, and first of a draft."""
_SHADES = {
    "supported": "D9F2DD",
    "contradicted": "F9D2D5",
    "unknown": "FFF1C9",
}  # pale: the letters stay readable, also in print
_QUOTES = 3  # at most so many sources under a finding: one per report
_AUTHOR = "missionwatch"


@cache
def verdicts(language: str) -> dict[str, Any]:
    """Return what verdicts and fields are called in a language, in English where it has no words for them."""
    every: dict[str, dict[str, Any]] = tomli.loads(
        (Path(__file__).parent / "verdicts.toml").read_text(encoding="utf-8")
    )
    return every.get(language, every["en"])


def counts(check: Check) -> dict[Verdict, int]:
    """Return how many sentences have each verdict."""
    return {verdict: sum(one.verdict == verdict for one in check.sentences) for verdict in VERDICTS}


def remarks(check: Check, sentence: CheckedSentence, language: str) -> list[str]:
    """Return what is to be said of a sentence, a line for each finding: its verdict, in what, and the sources."""
    order = sorted(sentence.findings, key=lambda one: VERDICTS.index(one.verdict))
    return list(dict.fromkeys(_remark(check, one, language) for one in order))


def _remark(check: Check, finding: Finding, language: str) -> str:
    words = verdicts(language)
    fields = [words["field"].get(name, name) for name in finding.reasons]
    fields += [words["disputed"]] if finding.disputed and not fields else []
    said = words[finding.verdict] + (f" ({', '.join(fields)})" if fields else "")
    if not finding.claims:
        return f"{said}: {words['nothing']}"
    nearest = f"{words['nearest']}: " if finding.verdict == "unknown" else ""
    return f"{said}: {nearest}{'; '.join(_quoted(check, finding, language))}"


def _quoted(check: Check, finding: Finding, language: str) -> Iterator[str]:
    seen: set[str] = set()
    for claim in finding.claims:
        for statement in claim.support:
            head = check.reports.get(statement.report)
            if head is None or head.voice in seen or len(seen) >= _QUOTES:
                continue
            seen.add(head.voice)
            when = f", {day_in_words(head.published, language)}" if head.published else ""
            yield f"“{' '.join(statement.evidence.quote.split())}” — {head.publisher or head.source}{when}"


def to_page(check: Check, language: str, *, as_of: date, known_at: datetime) -> str:
    """Return the draft as one HTML page, every sentence coloured by its verdict, with what was found under it."""
    words = verdicts(language)
    return environment().get_template("check.html").render(
        language=language, words=words, title=words["title"].format(title=check.draft.title),
        dates=words["as_of"].format(day=day_in_words(as_of, language), known=day_in_words(known_at.date(), language)),
        count=words["count"].format(**counts(check)),
        sentences=[(one, remarks(check, one, language)) for one in check.sentences],
    )  # fmt: skip


def to_docx(check: Check, language: str, original: bytes) -> bytes:
    """Return the person's own DOCX with a comment on each sentence in which something was read; the text stays as it was."""
    from docx import Document  # noqa: PLC0415 - only this format needs it

    document = Document(io.BytesIO(original))
    waiting = [one for one in check.sentences if one.verdict != "unread"]
    for paragraph in _paragraphs(document):
        for one in list(waiting):
            runs = _runs(paragraph, one.evidence.quote)
            if not runs:
                continue
            waiting.remove(one)
            for run in runs:
                _shade(run, _SHADES[one.verdict])
            text = "\n".join(remarks(check, one, language))
            document.add_comment(runs, text=text, author=_AUTHOR, initials="mw")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _shade(run: Any, colour: str) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    shading = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour)):
        shading.set(qn(name), value)
    run._r.get_or_add_rPr().append(shading)  # noqa: SLF001 - python-docx has no other door to a run's shading


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
