"""The look of all charts: white paper in any light, levels darker as they are higher, so that grey print can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, SOFT, LINE, PALE, ACCENT, ALARM = "#1c2430", "#56616f", "#d5dbe3", "#f2f4f7", "#1f4e8c", "#a3242f"
LEVELS = {"none": "#eef1f5", "low": "#cfe3cf", "guarded": "#f2cf75", "high": "#d9783a", "severe": "#8c1c28"}
ON_LEVEL = {"none": INK, "low": INK, "guarded": INK, "high": "#ffffff", "severe": "#ffffff"}

SETTINGS: dict[str, Any] = {
    "svg.hashsalt": "missionwatch", "svg.fonttype": "path",
    "text.parse_math": False, "font.family": "DejaVu Sans", "font.size": 7.5,
    "axes.edgecolor": LINE, "axes.labelcolor": SOFT, "axes.spines.top": False, "axes.spines.right": False, "axes.linewidth": 0.8,
    "text.color": INK, "xtick.color": SOFT, "ytick.color": INK, "xtick.labelsize": 7, "ytick.labelsize": 7.5,
    "figure.facecolor": "white", "savefig.facecolor": "white",
}  # fmt: skip


def titled(figure: Figure, words: str) -> None:
    """Write a chart's title at its left edge."""
    figure.suptitle(words, x=0.012, ha="left", fontsize=9, fontweight="bold")


def empty(axes: Axes, words: str) -> None:
    """Say on a chart that there is nothing to show."""
    axes.set_axis_off()
    axes.text(0.5, 0.5, words, ha="center", va="center", color=SOFT, transform=axes.transAxes)


def shortened(words: str, most: int) -> str:
    """Return words cut at a space, with an ellipsis where they were longer."""
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0].rstrip(",;:") + " …"
