"""From a raw document to a clean, dated ``Report``: text, HTML, PDF, DOCX, ODT or e-mail in, one frozen report out.

Documents are hostile until cleaned: size limits, no script, no external entity, no fetch. The next room is ``reading``,
which turns a report into statements.
"""

from missionwatch.reports.copies import Copies
from missionwatch.reports.documents import read_file
from missionwatch.reports.intake import make_report, make_report_of
from missionwatch.reports.known import KnownReports
from missionwatch.reports.raw import RawStore
from missionwatch.reports.versions import Revision, revision

__all__ = [
    "Copies", "KnownReports", "RawStore", "Revision", "make_report", "make_report_of", "read_file", "revision",
]  # fmt: skip
