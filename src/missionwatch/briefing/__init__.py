"""The briefing: a ``Picture`` and its ``Concern``s in, sentences out, each of which opens to its evidence.

The words are data (``phrases/``, one file per language); this room chooses what is said, in what order, with which
footnotes. It is the last room: what comes after are doors.
"""

from missionwatch.briefing.patterns import languages, sentence
from missionwatch.briefing.rendering import to_html, to_markdown
from missionwatch.briefing.sentences import Speaker
from missionwatch.briefing.writing import write

__all__ = ["Speaker", "languages", "sentence", "to_html", "to_markdown", "write"]
