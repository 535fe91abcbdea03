"""A tempo in clear words: one sentence that leads, and the remarks without which it would mislead."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.records import Deaths, Tempo, Usual

NAMES = {"acled": "ACLED", "ucdp": "UCDP", "gdelt": "GDELT"}
_LATER = "As of a past day it may show what became known later."
CREDITS = {
    "acled": "ACLED (acleddata.com), under its terms of use: its rows may not be passed on. " + _LATER,
    "ucdp": "Uppsala Conflict Data Program (ucdp.uu.se), CC BY 4.0. " + _LATER,
    "gdelt": "The GDELT Project (gdeltproject.org). Counted are incidents that media reported; GDELT counts no deaths and may be wrong.",
}
"""How each dataset wants to be named, and what must be known of it."""
WIDEST = 78
"""Bars in a line."""
_BARS = "▁▂▃▄▅▆▇█"


def headline(tempo: Tempo) -> str:
    """Return the sentence that leads, or the one which says why there is none."""
    where = place(tempo)
    if tempo.gap == "no-data":
        return f"nothing is loaded for {tempo.near.name}."
    if tempo.gap == "ends-before":
        return f"the data loaded end on {tempo.data_last}; nothing is said of {tempo.near.name} as of {tempo.as_of}."
    if tempo.gap == "begins-after":
        return f"the data loaded begin on {tempo.data_first}; nothing is said of {tempo.near.name} as of {tempo.as_of}."
    which = " that media reported" if tempo.source == "gdelt" else ""
    if not tempo.incidents:
        return f"no incidents{which} in the last {tempo.window} weeks {where}; usual: {usual(tempo.usual)}."
    what = plural(tempo.incidents, "incident", "incidents") + which
    deaths = f" and {dead(tempo.deaths)}" if tempo.deaths is not None else ""
    return f"{what}{deaths} in the last {tempo.window} weeks {where}; usual: {usual(tempo.usual)}."


def change(tempo: Tempo) -> str | None:
    """Return what changed and since when, or None."""
    if tempo.change == "none" or tempo.since is None or tempo.rate_before is None or tempo.rate_after is None:
        return None
    return f"{tempo.change} since the week of {tempo.since}: {tempo.rate_after:.1f} a week, was {tempo.rate_before:.1f}"


def remarks(tempo: Tempo) -> tuple[str, ...]:
    """Return what must be known beside the figures."""
    if tempo.gap != "none":
        return ()
    out = []
    if tempo.articles is not None:
        out.append(f"in {plural(tempo.articles, 'article', 'articles')}; counts of media, not of facts")
    if tempo.undated:
        out.append(
            f"{plural(tempo.undated, 'incident is', 'incidents are')} known to the month or year only and in no week"
        )
    if tempo.unplaced:
        which = plural(tempo.unplaced, "incident in the country has", "incidents in the country have")
        out.append(f"{which} no exact place and cannot be counted here")
    return tuple(out)


def footnote(tempos: Sequence[Tempo]) -> str:
    """Return where the figures of one dataset come from: releases, rows by place, files with the beginning of their SHA-256, credit."""
    source = tempos[0].source
    files = {file.sha256: file for tempo in tempos for file in tempo.files}
    releases = ", ".join(sorted({file.release for file in files.values() if file.release}))
    rows = "; ".join(dict.fromkeys(f"{place(tempo)} {tempo.rows:,}" for tempo in tempos))
    shown = ", ".join(f"{file.name} ({file.sha256[:12]})" for file in list(files.values())[:3])
    more = f" and {len(files) - 3} more files" if len(files) > 3 else ""
    return (
        f"{NAMES[source]}{f' {releases}' if releases else ''}. Rows counted {rows}. Data of {tempos[0].data_first} to {tempos[0].data_last} "
        f"from {shown}{more}. {CREDITS[source]}"
    )


def place(tempo: Tempo) -> str:
    """Return where was asked."""
    near = tempo.near
    return f"in {near.name}" if near.km is None else f"within {near.km:g} km of {near.name}"


def usual(said: Usual | None) -> str:
    """Return what is usual: the middle and the range.

    >>> from missionwatch.records import Usual
    >>> usual(Usual(6.0, 2.4, 11.0, 52))
    '6 (2–11)'
    """
    return (
        f"{said.middle:.0f} ({said.low:.0f}–{said.high:.0f})"
        if said is not None
        else "not known, the data do not reach back far enough"
    )


def dead(deaths: Deaths) -> str:
    """Return deaths with their range where the dataset gives one.

    >>> from missionwatch.records import Deaths
    >>> dead(Deaths(20, 31, 44)), dead(Deaths(1, 1, 1))
    ('31 deaths (20–44)', '1 death')
    """
    best = plural(deaths.best, "death", "deaths")
    return best if deaths.low == deaths.best == deaths.high else f"{best} ({deaths.low}–{deaths.high})"


def plural(number: int, one: str, many: str) -> str:
    """Return a number and its noun."""
    return f"{number} {one if number == 1 else many}"


def sparkline(counts: Sequence[int]) -> tuple[str, int]:
    """Return weekly counts as a line of bars, nothing as the lowest, and how many weeks a bar stands for.

    >>> sparkline([0, 1, 4, 8])
    ('▁▂▅█', 1)
    >>> sparkline([1] * 150 + [3] * 6)
    ('▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃███', 2)
    """
    each = -(-len(counts) // WIDEST)
    if each > 1:  # the last bar is whole, the first may not be
        counts = [sum(counts[max(0, end - each) : end]) for end in range(len(counts), 0, -each)][::-1]
    most = max(counts, default=0)
    if not most:
        return _BARS[0] * len(counts), max(1, each)
    line = "".join(_BARS[0] if not count else _BARS[max(1, round(count * (len(_BARS) - 1) / most))] for count in counts)
    return line, each
