"""Levels over time: a lane for each mission, darker as the level is higher."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.dates import format_date, format_skeleton
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from missionwatch.briefing.charts.style import INK, LEVELS, ON_LEVEL, SOFT, empty, titled
from missionwatch.briefing.plain import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from matplotlib.axes import Axes

    from missionwatch.briefing.sentences import Speaker
    from missionwatch.records import Concern, Level


def figure(series: Sequence[tuple[date, tuple[Concern, ...]]], speaker: Speaker) -> tuple[Figure, str]:
    """Draw each mission's level at the days of the series; return the drawing and what it shows in words."""
    text, words = speaker.phrases["chart"], speaker.phrases["level"]
    lanes = _lanes(series, speaker)
    made = Figure(figsize=(4.6, 0.85 + 0.3 * max(4, len(lanes))), layout="constrained")
    axes = made.subplots()
    titled(made, text["levels"])
    if not lanes:
        empty(axes, text["none"])
        return made, speaker.phrases["body"]["pair"].format(text["levels"], text["none"])
    days = [day.toordinal() for day, _ in series]
    step = (days[-1] - days[0]) / max(1, len(days) - 1) or 1
    edges = [*days, days[-1] + step]
    for at, (_, levels) in enumerate(lanes):
        for start, end, level in _runs(levels):
            axes.barh(
                at, edges[end + 1] - edges[start], left=edges[start], height=0.72, color=LEVELS[level], linewidth=0
            )
            if (end + 1 - start) * step > (edges[-1] - edges[0]) * 0.14 and level != "none":
                middle = (edges[start] + edges[end + 1]) / 2
                axes.text(middle, at, words[level], ha="center", va="center", color=ON_LEVEL[level], fontsize=6.5)
    axes.set_yticks(range(len(lanes)), [plain(name) for name, _ in lanes])
    axes.invert_yaxis()
    axes.tick_params(axis="both", length=0)
    axes.set_xlim(edges[0], edges[-1])
    _months(axes, [day for day, _ in series], speaker.names.language)
    axes.spines["left"].set_visible(False)
    handles = [Patch(facecolor=LEVELS[level], edgecolor=SOFT, linewidth=0.4, label=words[level]) for level in LEVELS]
    made.legend(
        handles=handles,
        loc="outside lower center",
        ncols=5,
        frameon=False,
        fontsize=6.5,
        handlelength=1.2,
        labelcolor=INK,
    )
    body = speaker.phrases["body"]
    values = body["semicolon"].join(body["pair"].format(name, words[levels[-1]]) for name, levels in lanes)
    first, last = (speaker.names.day(series[n][0]) for n in (0, -1))
    return made, text["levels_alt"].format(first=first, last=last, values=values)


def _lanes(series: Sequence[tuple[date, tuple[Concern, ...]]], speaker: Speaker) -> list[tuple[str, list[Level]]]:
    lanes: list[tuple[str, list[Level]]] = []
    for mission in speaker.picture.missions if series else ():
        found: list[Level] = [
            next((c.level for c in concerns if c.mission == mission.mission.id), "none") for _, concerns in series
        ]
        lanes.append((speaker.names.title(mission.mission), found))
    return lanes


def _runs(levels: list[Level]) -> list[tuple[int, int, Level]]:
    """Return stretches of the same level: first, last, level."""
    runs: list[tuple[int, int, Level]] = []
    for at, level in enumerate(levels):
        if runs and runs[-1][2] == level:
            runs[-1] = (runs[-1][0], at, level)
        else:
            runs.append((at, at, level))
    return runs


def _months(axes: Axes, days: list[date], language: str) -> None:
    """Mark the beginnings of at most five months; the first day where no month begins."""
    first, last = days[0], days[-1]
    months = [
        (first.year + (first.month + n) // 12, (first.month + n) % 12 + 1) for n in range((last - first).days // 28 + 1)
    ]
    begins = [first.replace(year=year, month=month, day=1) for year, month in months]
    marks = [day for day in begins if day <= last]
    marks = marks[:: -(-len(marks) // 5)] if marks else []
    shown = [str(format_skeleton("yMMM", day, locale=language)) for day in marks]
    if not marks:
        marks, shown = [first], [str(format_date(first, "medium", locale=language))]
    axes.set_xticks([day.toordinal() for day in marks], shown)
