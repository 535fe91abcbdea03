"""A timeline of developments: the weightiest, in the order in which they happened, each joined to its day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from babel.dates import format_date
from matplotlib.figure import Figure

from missionwatch.briefing.charts.style import ACCENT, ALARM, INK, LINE, SOFT, empty, shortened, titled
from missionwatch.briefing.patterns import capital
from missionwatch.briefing.plain import plain

if TYPE_CHECKING:
    from missionwatch.briefing.sentences import Speaker
    from missionwatch.records import Claim, Picture

_MOST = 16  # developments: as many as can be read on half a page
_WIDE = 118  # signs to a line
INCIDENTS = frozenset({"attack", "clash", "coup", "detain", "obstruct", "deny_access", "expel"})
"""Events that are marked as incidents, besides those the picture itself names so."""


def figure(picture: Picture, speaker: Speaker) -> tuple[Figure, str]:
    """Draw the developments; return the drawing and what it shows in words."""
    text = speaker.phrases["chart"]
    told = [(day, claim, said) for day, claim in _chosen(picture) if (said := speaker.say(claim))]
    made = Figure(figsize=(8.4, 0.6 + 0.235 * max(4, len(told))), layout="constrained")
    axes = made.subplots()
    titled(made, text["timeline"])
    if not told:
        empty(axes, text["none"])
        return made, speaker.phrases["body"]["pair"].format(text["timeline"], text["none"])
    first, last = told[0][0].toordinal(), told[-1][0].toordinal()
    span = max(1, last - first)
    rows = len(told)
    axes.plot([0, 0], [0, rows - 1], color=SOFT, linewidth=1.2)
    for at, (day, claim, said) in enumerate(told):
        y = (day.toordinal() - first) / span * (rows - 1)
        bad = claim.type in INCIDENTS
        colour = ALARM if bad else ACCENT
        axes.plot([0, 0.05, 0.14], [y, at, at], color=LINE, linewidth=0.8, zorder=0)
        axes.plot([0], [y], marker="D" if bad else "o", color=colour, markersize=4.2)
        shown = str(format_date(day, "d MMM y", locale=speaker.names.language))
        axes.text(0.15, at, shown, va="center", fontsize=6.6, color=SOFT)
        words = shortened(capital(plain(said)), _WIDE)
        axes.text(0.46, at, words, va="center", fontsize=6.8, color=colour if bad else INK)
    axes.set_xlim(-0.03, 3)
    axes.set_ylim(rows - 0.5, -0.7)
    axes.set_axis_off()
    axes.plot([2.55], [-0.62], marker="D", color=ALARM, markersize=4.2, clip_on=False)
    axes.text(2.59, -0.62, text["incident"], va="center", fontsize=6.6, color=SOFT)
    days = {"first": speaker.names.day(told[0][0]), "last": speaker.names.day(told[-1][0]), "n": len(told)}
    return made, text["timeline_alt"].format(**days)


def _chosen(picture: Picture) -> list[tuple[date, Claim]]:
    """Return the best supported developments that happened, each with the day it counts for, in order of day."""
    found = {
        c.id: c
        for m in (*picture.missions, picture.general)
        for c in m.developments
        if c.statement.modality == "actual"
    }
    dated = [(happened(claim), claim) for claim in found.values() if not claim.statement.negated]
    best = sorted(
        dated, key=lambda item: (item[1].type not in INCIDENTS, -item[1].voices, -item[0].toordinal(), item[1].id)
    )
    return sorted(best[:_MOST], key=lambda item: (item[0], item[1].id))


def happened(claim: Claim) -> date:
    """Return the day a development counts for: its own first day, else the day it was first reported."""
    time = claim.statement.time
    said = (time.earliest or time.latest) if time is not None else None
    return date.fromisoformat(said) if said else claim.first or date.min
