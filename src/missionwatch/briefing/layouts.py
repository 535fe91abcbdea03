"""The layouts of a briefing: one way to each file."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from missionwatch.briefing.markdown import to_markdown
from missionwatch.briefing.page import to_html, to_pdf
from missionwatch.records import BriefingLayout

if TYPE_CHECKING:
    from collections.abc import Mapping

    from missionwatch.records import Briefing, ChartMedia

LAYOUTS: tuple[BriefingLayout, ...] = get_args(BriefingLayout)
CHARTS_AS: Mapping[BriefingLayout, ChartMedia | None] = {
    "md": None, "html": "image/svg+xml", "pdf": "image/svg+xml", "docx": "image/png",
}  # fmt: skip
"""How each layout takes its charts; Markdown has none."""
MEDIA_TYPES: Mapping[BriefingLayout, str] = {
    "md": "text/markdown; charset=utf-8", "html": "text/html; charset=utf-8", "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}  # fmt: skip


def to_docx(briefing: Briefing) -> bytes:
    """Return the briefing as a Word document."""
    from missionwatch.briefing.document import to_docx as write_docx  # noqa: PLC0415 - python-docx is slow to load

    return write_docx(briefing)


def lay_out(briefing: Briefing, layout: BriefingLayout) -> bytes:
    """Return the briefing as a file of a layout; raise ``RendererMissingError`` where a library for it is not there."""
    match layout:
        case "md":
            return to_markdown(briefing).encode()
        case "html":
            return to_html(briefing).encode()
        case "pdf":
            return to_pdf(briefing)
        case "docx":
            return to_docx(briefing)
