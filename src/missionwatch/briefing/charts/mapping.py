"""A map: the countries of a theatre with their missions, the places that claims name, and where incidents were."""

from __future__ import annotations

import json
import math
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from missionwatch import register
from missionwatch.briefing.charts.labels import Labels
from missionwatch.briefing.charts.style import ACCENT, ALARM, INK, LINE, PALE, SOFT, empty, titled
from missionwatch.briefing.charts.timeline import INCIDENTS
from missionwatch.briefing.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.axes import Axes

    from missionwatch.briefing.sentences import Speaker
    from missionwatch.records import Claim, EntityRef, Picture

Ring = list[tuple[float, float]]
_HOST, _LAND, _SEA = "#e3ecf6", PALE, "#ffffff"
_STEPS = 100  # of the file, to a degree
_POINTS = 4.4 * 72  # how wide a map is, in typographic points
_LEAST = 5.0  # degrees: the smallest piece of the world that is shown


@cache
def outlines() -> dict[str, list[Ring]]:
    """Return the outer rings of each country by ISO code (longitude, latitude), from ``boundaries.json``."""
    data: dict[str, Any] = json.loads((resources.files(__package__) / "boundaries.json").read_text(encoding="utf-8"))
    lines = [_line(steps) for steps in data["lines"]]
    return {
        code: [[p for n in rings[0] for p in (lines[n] if n >= 0 else lines[~n][::-1])] for rings in polygons]
        for code, polygons in data["countries"].items()
    }


def figure(picture: Picture, speaker: Speaker) -> tuple[Figure, str]:
    """Draw the map; return the drawing and what it shows in words."""
    text = speaker.phrases["chart"]
    hosts = _hosts(picture, speaker)
    places = _places(picture)
    rings = [ring for code in hosts for ring in outlines().get(code, ())[:1]]
    frame = _frame(rings, [(place.longitude, place.latitude) for place, _ in places])
    made = Figure(figsize=(4.6, 0.85 + 4.4 * _shape(frame)), layout="constrained")
    axes = made.subplots()
    titled(made, text["map"])
    if frame is None:
        empty(axes, text["none"])
        return made, speaker.phrases["body"]["pair"].format(text["map"], text["none"])
    left, right, low, high = frame
    axes.set_xlim(left, right)
    axes.set_ylim(low, high)
    axes.set_aspect(1 / math.cos(math.radians((low + high) / 2)), adjustable="box")
    axes.set_xticks([])
    axes.set_yticks([])
    axes.set_facecolor(_SEA)
    for code, rings in outlines().items():
        inside = [ring for ring in rings if _touches(ring, frame)]
        if inside:
            axes.add_collection(
                PolyCollection(inside, facecolor=_HOST if code in hosts else _LAND, edgecolor="#a9b4c2", linewidth=0.6)
            )
    points = [(place.longitude or 0.0, place.latitude or 0.0) for place, _ in places]
    labels = Labels((right - left) / _POINTS, points)
    _countries(axes, picture, speaker, hosts, frame, labels)
    for (place, bad), (x, y) in zip(places, points, strict=True):
        axes.plot(x, y, marker="D" if bad else "o", markersize=5 if bad else 4,
                  color=ALARM if bad else ACCENT, markeredgecolor="white", markeredgewidth=0.6)  # fmt: skip
        name = plain(speaker.names.title(place))
        across, up, side = labels.beside(x, y, name)
        axes.text(across, up, name, ha=side, va="center", fontsize=6.2, color=INK)
    handles = [
        Line2D([], [], marker="D", color=ALARM, linestyle="", markersize=5, label=text["incident"]),
        Line2D([], [], marker="o", color=ACCENT, linestyle="", markersize=4, label=text["place"]),
        Patch(facecolor=_HOST, edgecolor="#a9b4c2", label=text["host"]),
    ]
    made.legend(handles=handles, loc="outside lower center", ncols=3, frameon=False, fontsize=6.5)
    axes.set_xlabel(text["source"], fontsize=5.5, color=SOFT, loc="left")
    for spine in axes.spines.values():
        spine.set_visible(True)
        spine.set_color(LINE)
    named = [f"{_name(speaker, code)} ({', '.join(missions)})" for code, missions in hosts.items() if missions]
    named += [f"{speaker.names.title(p)} ({text['incident']})" if bad else speaker.names.title(p) for p, bad in places]
    return made, text["map_alt"].format(values=speaker.phrases["body"]["semicolon"].join(named))


def _hosts(picture: Picture, speaker: Speaker) -> dict[str, list[str]]:
    """Return the host countries of the theatre's missions, with the names of the missions each hosts alone."""
    hosts: dict[str, list[str]] = {code: [] for code in picture.theatre.countries[:1]}
    for mission in picture.missions:
        where = [code for code in speaker.names.hosts(mission.mission.id) if code in outlines()]
        for code in where:
            hosts.setdefault(code, [])
            if len(where) == 1:
                hosts[code].append(speaker.names.title(mission.mission))
    return hosts


def _places(picture: Picture) -> list[tuple[EntityRef, bool]]:
    """Return the places that claims name in the theatre's countries, and whether there was an incident."""
    wanted = set(picture.theatre.countries)
    found: dict[str, tuple[EntityRef, bool]] = {}
    for claim in _claims(picture):
        bad = claim.type in INCIDENTS and claim.statement.modality == "actual" and not claim.statement.negated
        for place in claim.statement.role("place"):
            if place.id and place.kind == "place" and place.latitude is not None and place.country in wanted:
                found[place.id] = (place, bad or found.get(place.id, (place, False))[1])
    return [found[key] for key in sorted(found)]


def _claims(picture: Picture) -> Iterator[Claim]:
    for mission in (*picture.missions, picture.general):
        yield from (*mission.developments, *mission.incidents, *mission.contributions)
    yield from picture.presences


def _frame(
    rings: list[Ring], points: list[tuple[float | None, float | None]]
) -> tuple[float, float, float, float] | None:
    """Return the piece of the world that is shown: left, right, low, high, in degrees."""
    known = [p for ring in rings for p in ring] + [(x, y) for x, y in points if x is not None and y is not None]
    if not known:
        return None
    left, right = min(x for x, _ in known), max(x for x, _ in known)
    low, high = min(y for _, y in known), max(y for _, y in known)
    wide, tall = max(right - left, _LEAST), max(high - low, _LEAST)
    across, up = (left + right) / 2, (low + high) / 2
    return across - wide * 0.54, across + wide * 0.54, up - tall * 0.54, up + tall * 0.54


def _shape(frame: tuple[float, float, float, float] | None) -> float:
    """Return how high a map is to its width of one, never a mere strip nor a tower."""
    if frame is None:
        return 0.5
    left, right, low, high = frame
    return min(1.0, max(0.4, (high - low) / ((right - left) * math.cos(math.radians((low + high) / 2)))))


def _touches(ring: Ring, frame: tuple[float, float, float, float]) -> bool:
    left, right, low, high = frame
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return max(xs) > left and min(xs) < right and max(ys) > low and min(ys) < high


def _countries(
    axes: Axes,
    picture: Picture,
    speaker: Speaker,
    hosts: dict[str, list[str]],
    frame: tuple[float, float, float, float],
    labels: Labels,
) -> None:
    """Write the names of the countries, and the missions below those that host them."""
    left, right, low, high = frame
    for code in dict.fromkeys((*hosts, *picture.theatre.countries)):
        rings = outlines().get(code)
        if not rings:
            continue
        x, y = _middle(rings[0])
        if hosts.get(code):
            y = labels.clear(x, y, rings[0])
        if not (left < x < right and low < y < high):
            continue
        name = _name(speaker, code)
        labels.taken(x, y, max([name, *hosts.get(code, ())], key=len), 1 + len(hosts.get(code, ())))
        axes.text(
            x,
            y,
            plain(name.upper()),
            ha="center",
            va="bottom",
            fontsize=6.2,
            color=SOFT,
            fontweight="bold" if code in hosts else "normal",
        )
        if hosts.get(code):
            axes.text(
                x, y, "\n".join(plain(one) for one in hosts[code]), ha="center", va="top", fontsize=5.8, color=ACCENT
            )


def _middle(ring: Ring) -> tuple[float, float]:
    """Return the centre of gravity of a ring."""
    total = across = up = 0.0
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        part = ax * by - bx * ay
        total, across, up = total + part, across + (ax + bx) * part, up + (ay + by) * part
    return (across / (3 * total), up / (3 * total)) if total else ring[0]


def _name(speaker: Speaker, code: str) -> str:
    return register.load().name(f"state:{code}", speaker.names.language) or code


def _line(steps: list[int]) -> Ring:
    x = y = 0
    line: Ring = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        line.append((x / _STEPS, y / _STEPS))
    return line
