"""The forms of a briefing (``forms.toml``): which parts, in which order, how long."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Literal, get_args

import msgspec

from missionwatch.records import BriefingForm, ChartKind

Part = Literal[
    "summary", "levels", "changes", "people", "missions", "general", "presences", "calendar", "flash"
]  # fmt: skip
MissionPart = Literal[
    "level", "state", "profile", "own", "contributions", "posts", "developments", "outlook", "risks"
]  # fmt: skip
FORMS: tuple[BriefingForm, ...] = get_args(BriefingForm)


class Form(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a form has; ``most`` is how many sentences a part has at most, ``days`` how old a development may be.

    What changed in ``since`` days is told as new where nobody says another day.
    """

    parts: tuple[Part, ...]
    notes: int
    reasons: int
    lead: tuple[MissionPart, ...] = ()
    mission: tuple[MissionPart, ...] = ()
    days: int = 0
    since: int = 0
    prose: bool = False
    framed: bool = False
    unknown: bool = False
    pivots: bool = False
    charts: tuple[ChartKind, ...] = ()
    most: dict[str, int] = {}


@cache
def _forms() -> dict[str, Form]:
    data = (resources.files("missionwatch.briefing") / "forms.toml").read_bytes()
    return msgspec.toml.decode(data, type=dict[str, Form])


def form(name: BriefingForm) -> Form:
    """Return what a form is made of."""
    return _forms()[name]


def since(name: BriefingForm, day: date) -> date | None:
    """Return the day since which a form of a day tells what changed, None where it does not."""
    back = form(name).since
    return day - timedelta(days=back) if back else None
