"""The reliability diagram as SVG: how often statements are right, beside how sure they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from missionwatch.reading.evaluation import Bin, Calibration

_WIDE, _HIGH, _LEFT, _TOP, _RIGHT, _BOTTOM = 620, 480, 70, 84, 20, 66  # the drawing and its margins, in pixels
_FIELD = _WIDE - _LEFT - _RIGHT
_FLOOR = _HIGH - _BOTTOM
_STYLE = (
    "text{font:13px sans-serif;fill:#222}.title{font-size:17px;font-weight:bold}.bar{fill:#7fa8cc}"
    ".sure{stroke:#b3402a;stroke-width:3}.grid{stroke:#ddd}.axis{stroke:#222}.middle{text-anchor:middle}.end{text-anchor:end}"
)


def draw(calibration: Calibration) -> str:
    """Return the diagram: for each bin of confidence a bar as high as the share right, a line at the mean confidence.

    Where statements are as often right as they are sure, every line lies on top of its bar.
    """
    bins = [one for one in calibration.bins if one.statements or one.low > 0]
    step = _FIELD / len(bins)
    said = "nothing to measure" if calibration.error is None else f"expected calibration error {calibration.error:.3f}"
    summary = f"{calibration.statements} statements, {said}"
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDE}" height="{_HIGH}" viewBox="0 0 {_WIDE} {_HIGH}" role="img">',
        f"<title>Reliability diagram</title><desc>{summary}</desc><style>{_STYLE}</style>",
        f'<rect width="{_WIDE}" height="{_HIGH}" fill="#fff"/>',
        f'<text class="title" x="{_LEFT}" y="26">Are statements as often right as they are sure?</text>',
        f'<text x="{_LEFT}" y="47">{summary}</text>',
        f'<rect class="bar" x="{_LEFT}" y="58" width="24" height="10"/><text x="{_LEFT + 30}" y="68">share right</text>',
        f'<line class="sure" x1="{_LEFT + 120}" y1="63" x2="{_LEFT + 144}" y2="63"/>',
        f'<text x="{_LEFT + 150}" y="68">mean confidence</text>',
        *(_grid(tenths / 10) for tenths in range(0, 11, 2)),
        *(_column(one, _LEFT + step * at, step) for at, one in enumerate(bins)),
        f'<line class="axis" x1="{_LEFT}" y1="{_FLOOR}" x2="{_WIDE - _RIGHT}" y2="{_FLOOR}"/>',
        f'<text class="middle" x="{_LEFT + _FIELD / 2}" y="{_HIGH - 16}">confidence of the reader</text>',
        f'<text class="middle" transform="translate(20 {(_TOP + _FLOOR) / 2}) rotate(-90)">of the statements</text>',
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _y(share: float) -> float:
    return _FLOOR - (_FLOOR - _TOP) * share


def _grid(share: float) -> str:
    at = _y(share)
    return (
        f'<line class="grid" x1="{_LEFT}" y1="{at:.1f}" x2="{_WIDE - _RIGHT}" y2="{at:.1f}"/>'
        f'<text class="end" x="{_LEFT - 8}" y="{at + 4:.1f}">{share:.0%}</text>'
    )


def _column(one: Bin, left: float, step: float) -> str:
    middle = left + step / 2
    span = f"{one.low:.0%}–{one.high:.0%}"
    label = f'<text class="middle" x="{middle:.1f}" y="{_FLOOR + 20}">{span}</text>'
    if one.share is None or one.confidence is None:
        return f'{label}<text class="middle" x="{middle:.1f}" y="{_FLOOR - 6}">none</text>'
    top, sure = _y(one.share), _y(one.confidence)
    return (
        f'{label}<rect class="bar" x="{left + 6:.1f}" y="{top:.1f}" width="{step - 12:.1f}" height="{_FLOOR - top:.1f}"/>'
        f'<line class="sure" x1="{left + 6:.1f}" y1="{sure:.1f}" x2="{left + step - 6:.1f}" y2="{sure:.1f}"/>'
        f'<text class="middle" x="{middle:.1f}" y="{_FLOOR - 6}">{one.right} of {one.statements}</text>'
    )
