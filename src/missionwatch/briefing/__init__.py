"""The briefing: a ``Picture`` and its ``Concern``s in, sentences out, each of which opens to its evidence.

The words are data (``phrases/``, one file per language), and so is what a form has (``forms.toml``); this room chooses what is
said, in what order, with which footnotes, draws the charts, and writes it as Markdown, HTML, PDF or Word. It is the last room:
what comes after are doors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.briefing.forms import FORMS, form
from missionwatch.briefing.markdown import to_markdown
from missionwatch.briefing.page import to_html, to_pdf
from missionwatch.briefing.patterns import languages, sentence
from missionwatch.briefing.reading_aloud import carrying, owning, paragraphs, unheld
from missionwatch.briefing.sentences import Speaker
from missionwatch.briefing.writing import write

if TYPE_CHECKING:
    from missionwatch.records import Briefing

__all__ = [
    "FORMS", "Speaker", "carrying", "form", "languages", "owning", "paragraphs", "sentence", "to_docx", "to_html", "to_markdown",
    "to_pdf", "unheld", "write",
]  # fmt: skip


def to_docx(briefing: Briefing) -> bytes:
    """Return the briefing as a Word document."""
    from missionwatch.briefing.document import to_docx as write_docx  # noqa: PLC0415 - python-docx is slow to load

    return write_docx(briefing)
