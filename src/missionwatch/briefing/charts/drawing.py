"""Which chart is drawn, and how a drawing becomes a file: SVG that is the same byte for byte, or PNG."""

from __future__ import annotations

import io
import re
import warnings
from html import escape
from typing import TYPE_CHECKING, Any, get_args

from missionwatch.briefing.charts.style import SETTINGS
from missionwatch.briefing.plain import plain
from missionwatch.briefing.sentences import Speaker
from missionwatch.errors import RendererMissingError
from missionwatch.records import Chart, ChartKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from matplotlib.figure import Figure

    from missionwatch.records import ChartMedia, Concern, Picture

CHARTS: tuple[ChartKind, ...] = get_args(ChartKind)


def draw(
    kind: ChartKind,
    picture: Picture,
    *,
    language: str,
    series: Sequence[tuple[date, tuple[Concern, ...]]] = (),
    media: ChartMedia = "image/svg+xml",
) -> Chart:
    """Draw a chart of a picture; ``series`` are the concerns at some days, for the levels over time.

    Raises ``RendererMissingError`` without the extra ``report``, ``UnknownLanguageError`` without phrases.
    """
    speaker = Speaker(picture, language)
    try:
        import matplotlib as mpl  # noqa: PLC0415 - an extra, and slow to load
    except ImportError as fault:
        raise RendererMissingError(
            "charts need matplotlib; install it with: pip install 'missionwatch[report]'"
        ) from fault
    from missionwatch.briefing.charts import contributions, course, mapping, timeline  # noqa: PLC0415 - they need it too

    settings: Any = SETTINGS  # matplotlib lists every key as a type
    with mpl.rc_context(settings), warnings.catch_warnings():
        warnings.filterwarnings(
            "ignore", message="Glyph .* missing from font"
        )  # a sign of a script we have no font for
        match kind:
            case "levels":
                figure, said = course.figure(series, speaker)
            case "contributions":
                figure, said = contributions.figure(picture, speaker)
            case "timeline":
                figure, said = timeline.figure(picture, speaker)
            case "map":
                figure, said = mapping.figure(picture, speaker)
        title = str(speaker.phrases["chart"][kind])
        data = _svg(figure, title, said) if media == "image/svg+xml" else _png(figure)
    return Chart(kind=kind, title=title, description=said, media=media, data=data)


def _svg(figure: Figure, title: str, said: str) -> bytes:
    out = io.BytesIO()
    figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    text = out.getvalue().decode()
    text = text[text.index("<svg") :]
    head = f"<title>{escape(plain(title))}</title><desc>{escape(plain(said))}</desc>"
    return re.sub(r"<svg([^>]*)>", rf'<svg role="img"\1>{head.replace(chr(92), chr(92) * 2)}', text, count=1).encode()


def _png(figure: Figure) -> bytes:
    out = io.BytesIO()
    figure.savefig(out, format="png", dpi=200, metadata={"Software": None})
    return out.getvalue()
