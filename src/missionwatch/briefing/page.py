"""A briefing as one self-contained HTML page, and the same page as PDF. Nothing is loaded from outside."""

from __future__ import annotations

import base64
import logging
from pathlib import Path
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from missionwatch.briefing.patterns import load
from missionwatch.briefing.plain import day, grading, plain, quoted, safe_url
from missionwatch.errors import RendererMissingError

if TYPE_CHECKING:
    from missionwatch.records import Briefing, Chart

_TEMPLATES = Path(__file__).parent / "templates"
_PRESSES = BoundedSemaphore(2)  # PDFs that are made at a time


def to_html(briefing: Briefing) -> str:
    """Return the briefing as one HTML page that loads nothing from outside."""
    phrases = load(briefing.language)
    return environment().get_template("briefing.html").render(
        briefing=briefing, phrases=phrases, text=phrases["text"], style=(_TEMPLATES / "briefing.css").read_text(encoding="utf-8"),
        day=lambda when: day(when, briefing.language), notes={note.number: note for note in briefing.footnotes},
        quoted=lambda note: quoted(note, briefing.language), grading=grading(briefing.language), safe_url=safe_url, source=_source,
    )  # fmt: skip


def to_pdf(briefing: Briefing) -> bytes:
    """Return the briefing as PDF (PDF/UA-1: tagged, with alternative texts).

    Two are made at a time, for each holds a processor and much memory; who comes later waits.
    Raises ``RendererMissingError`` where the extra ``report`` or a library of the system is not there.
    """
    try:
        from weasyprint import HTML  # noqa: PLC0415 - an extra, and slow to load
        from weasyprint.urls import URLFetcher  # noqa: PLC0415
    except ImportError as fault:
        raise RendererMissingError(
            "PDF needs WeasyPrint; install it with: pip install 'missionwatch[report]' (or write html, md or docx)"
        ) from fault
    except OSError as fault:  # WeasyPrint is there, Pango is not
        raise RendererMissingError(
            f"PDF needs the system's Pango and HarfBuzz ({fault}); on Debian: apt install libpango-1.0-0 libpangoft2-1.0-0 "
            "libharfbuzz-subset0 (or write html, md or docx)"
        ) from fault
    for name in ("weasyprint", "fontTools"):  # they tell of every CSS rule they leave out
        logging.getLogger(name).setLevel(logging.ERROR)
    page = HTML(string=to_html(briefing), url_fetcher=URLFetcher(allowed_protocols=("data",)))
    try:
        with _PRESSES:
            made = page.write_pdf(pdf_variant="pdf/ua-1")
    except OSError as fault:  # no font at all
        raise RendererMissingError(
            f"no PDF could be made ({fault}); install a font, on Debian: apt install fonts-dejavu-core"
        ) from fault
    return bytes(made or b"")


def _source(chart: Chart) -> str:
    return f"data:{chart.media};base64,{base64.b64encode(chart.data).decode()}"


def environment() -> Environment:
    """Return what fills the templates: all is escaped and plain, and a name that nobody gives is a fault."""
    return Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        finalize=lambda value: plain(value) if type(value) is str else value,  # markup of our own is no plain str
    )  # fmt: skip
