"""From a raw document to a clean, dated ``Report``: text, HTML, PDF or DOCX in, one frozen report out.

Documents are hostile until cleaned: size limits, no script, no external entity, no fetch. The next room is ``reading``,
which turns a report into statements.
"""

from missionwatch.reports.copies import Copies
from missionwatch.reports.intake import make_report, make_report_of

__all__ = ["Copies", "make_report", "make_report_of"]
