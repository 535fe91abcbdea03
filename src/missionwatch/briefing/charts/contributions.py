"""Contributions by country: a bar for each, with the range where one is stated; what is disputed is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.numbers import format_decimal
from matplotlib.figure import Figure

from missionwatch.briefing.charts.style import ACCENT, ALARM, INK, SOFT, empty, titled
from missionwatch.briefing.plain import plain

if TYPE_CHECKING:
    from missionwatch.briefing.sentences import Speaker
    from missionwatch.records import Claim, Picture

_MOST = 14  # bars; the smallest are left out


def figure(picture: Picture, speaker: Speaker) -> tuple[Figure, str]:
    """Draw how many people each country has in each mission; return the drawing and what it shows in words."""
    text = speaker.phrases["chart"]
    bars = _bars(picture, speaker)[:_MOST]
    made = Figure(figsize=(4.6, 0.85 + 0.27 * max(4, len(bars))), layout="constrained")
    axes = made.subplots()
    titled(made, text["contributions"])
    if not bars:
        empty(axes, text["none"])
        return made, speaker.phrases["body"]["pair"].format(text["contributions"], text["none"])
    longest = max(value for _, value, _ in bars)
    said, ranged = [], False
    for at, (name, value, claim) in enumerate(bars):
        disputed = any(v.field == "quantity" for v in claim.disputed) or bool(claim.against)
        axes.barh(at, value, height=0.62, color="white" if disputed else ACCENT, edgecolor=ALARM if disputed else ACCENT,
                  hatch="////" if disputed else None, linewidth=0.8)  # fmt: skip
        low, high = _range(claim, value)
        if high > low:
            ranged = True
            axes.plot([low, high], [at, at], color=INK, linewidth=1.1, marker="|", markersize=5)
        number = speaker.names.amount(claim.statement.quantity, ["", ""]).text.strip()
        if claim.statement.quantity is None or claim.statement.quantity.qualifier == "exact":
            number = format_decimal(value, locale=speaker.names.language)  # in figures: a chart is no running text
        shown = f"{number} ({text['disputed']})" if disputed else number
        beside = max(value, high) + longest * 0.03
        axes.text(beside, at, plain(shown), va="center", fontsize=7, color=ALARM if disputed else INK)
        said.append(speaker.phrases["body"]["pair"].format(name, shown))
    axes.set_yticks(range(len(bars)), [plain(name) for name, _, _ in bars])
    axes.set_ylim(max(3.5, len(bars) - 0.5), -0.5)  # one bar is no thicker than one of four
    axes.set_xlim(0, longest * 1.75)  # room for the words beside the longest bar
    axes.tick_params(axis="both", length=0)
    made.supxlabel(f"{text['people']}   (├─┤ {text['range']})" if ranged else text["people"], fontsize=6.5, color=SOFT)
    axes.xaxis.set_major_formatter(lambda value, _: format_decimal(value, locale=speaker.names.language))
    axes.spines["left"].set_color(SOFT)
    values = speaker.phrases["body"]["semicolon"].join(said)
    return made, text["contributions_alt"].format(values=values)


def _bars(picture: Picture, speaker: Speaker) -> list[tuple[str, float, Claim]]:
    """Return name, number and claim of what is stated as a number of people, the largest first."""
    bars = []
    for mission in picture.missions:
        for claim in mission.contributions:
            statement = claim.statement
            number = statement.quantity.value if statement.quantity is not None else None
            if number is None or statement.negated or statement.modality != "actual" or claim.part_of:
                continue
            refs = statement.role("contributor")
            who = " + ".join(dict.fromkeys(_country(speaker, r.country) or speaker.names.title(r) for r in refs))
            function = speaker.names.function(statement.function, many=number != 1) if statement.function else ""
            label = f"{who} · {speaker.names.title(mission.mission)}" + (f" ({function})" if function else "")
            bars.append((label, number, claim))
    return sorted(bars, key=lambda bar: (-bar[1], bar[0]))


def _country(speaker: Speaker, code: str | None) -> str | None:
    from missionwatch import register  # noqa: PLC0415 - the bare name, which a text never uses

    return register.load().name(f"state:{code}", speaker.names.language) if code else None


def _range(claim: Claim, value: float) -> tuple[float, float]:
    """Return the least and the most that is stated: by one number's own margin, or by those who differ."""
    stated = [s.quantity for s in claim.support if s.quantity is not None]
    lows = [q.low if q.low is not None else q.value for q in stated]
    highs = [q.high if q.high is not None else q.value for q in stated]
    known = [n for n in (*lows, *highs) if n is not None]
    return (min(known), max(known)) if known else (value, value)
