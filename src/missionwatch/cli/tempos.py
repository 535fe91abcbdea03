"""What people see of event data beside the picture and under a level: named as counts of a dataset, never among the claims."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from missionwatch.cli import show as screen
from missionwatch.tempo import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from missionwatch.records import Near, Tempo

HEADING = "event data: counts of datasets, not statements of reports; side by side, never added up"
STYLE = {"up": "red", "down": "green", "none": ""}


def line(text: str, indent: int = 0, *, style: str = "") -> None:
    """Print text whose further lines are indented like the first."""
    screen.console.print(Padding(Text(text, style=style), (0, 0, 0, indent), expand=False))


class Beside:
    """Prints the tempo of one mission after another; a place that several missions share is told once."""

    def __init__(self, tempos: Iterable[Tempo]) -> None:
        self._tempos = tuple(tempos)
        self._told: dict[Near, str] = {}

    def mission(self, identity: str | None, title: str) -> None:
        """Print what each dataset counts at each of a mission's places; nothing where no place was asked for."""
        of = [tempo for tempo in self._tempos if tempo.mission == identity]
        if not of:
            return
        line(HEADING, 2, style="bold")
        elsewhere: dict[str, list[str]] = {}
        nothing: dict[str, list[str]] = {}
        for near, tempos in groupby(of, key=lambda tempo: tempo.near):
            if near in self._told:
                elsewhere.setdefault(self._told[near], []).append(near.name)
                continue
            self._told[near] = title
            for tempo in tempos:
                if tempo.gap == "no-data":
                    nothing.setdefault(wording.NAMES[tempo.source], []).append(near.name)
                else:
                    _each(tempo)
        for where, names in elsewhere.items():
            line(f"{', '.join(names)}: as under {where}", 4)
        for dataset, names in nothing.items():
            line(f"{dataset}: nothing is loaded for {', '.join(names)}.", 4, style="dim")

    def sources(self) -> None:
        """Print where the figures come from, and how each dataset wants to be named."""
        told = sorted((tempo for tempo in self._tempos if tempo.gap == "none"), key=lambda tempo: tempo.source)
        for _, of_source in groupby(told, key=lambda tempo: tempo.source):
            line("\n" + wording.footnote(list(of_source)), style="dim")


def _each(tempo: Tempo) -> None:
    line(f"{tempo.near.name}, {wording.NAMES[tempo.source]}: {wording.headline(tempo)}", 4)
    changed = wording.change(tempo)
    if changed is not None:
        line(changed, 6, style=STYLE[tempo.change])
    if tempo.incidents or changed is not None:
        for remark in wording.remarks(tempo):
            line(remark, 6, style="dim")


def counted(tempo: Tempo) -> Sequence[str]:
    """Return what stands under a level in place of a quote: the figures, what changed, and where they come from."""
    changed = wording.change(tempo)
    figures = wording.headline(tempo).rstrip(".") + (f"; {changed}." if changed else ".")
    said = f"event data, {wording.NAMES[tempo.source]}: {figures}"
    return (said, *wording.remarks(tempo), wording.footnote([tempo]))


def short(tempo: Tempo) -> str:
    """Return a tempo in one line."""
    return f"{wording.NAMES[tempo.source]}, {wording.place(tempo)}: {wording.change(tempo) or wording.headline(tempo)}"
