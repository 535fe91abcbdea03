"""The briefing: a ``Picture`` and its ``Concern``s in, sentences out, each of which opens to its evidence.

The words are data (``phrases/``, one file per language), and so is what a form has (``forms.toml``); this room chooses what is
said, in what order, with which footnotes, draws the charts, and writes it as Markdown, HTML, PDF or Word. It is the last room:
what comes after are doors.
"""

from missionwatch.briefing.drafting import TABLE, from_draft, to_draft, unfounded
from missionwatch.briefing.forms import FORMS, form, since
from missionwatch.briefing.layouts import CHARTS_AS, LAYOUTS, MEDIA_TYPES, lay_out, to_docx
from missionwatch.briefing.markdown import to_markdown
from missionwatch.briefing.page import to_html, to_pdf
from missionwatch.briefing.patterns import languages, sentence
from missionwatch.briefing.reading_aloud import carrying, owning, paragraphs, unheld
from missionwatch.briefing.sentences import Speaker
from missionwatch.briefing.writing import write

__all__ = [
    "CHARTS_AS", "FORMS", "LAYOUTS", "MEDIA_TYPES", "TABLE", "Speaker", "carrying", "form", "from_draft", "languages",
    "lay_out", "owning", "paragraphs", "sentence", "since", "to_docx", "to_draft", "to_html", "to_markdown", "to_pdf",
    "unfounded", "unheld", "write",
]  # fmt: skip
