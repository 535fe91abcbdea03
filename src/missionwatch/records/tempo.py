"""The tempo of a place: how many incidents and deaths an event dataset has there, beside what is usual."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

EventSource = Literal["acled", "ucdp", "gdelt"]
EventKind = Literal["fighting", "explosion", "attack", "protest", "riot", "posture", "coercion", "other"]
TempoChange = Literal["none", "up", "down"]
Gap = Literal["none", "no-data", "ends-before", "begins-after"]


class Deaths(msgspec.Struct, frozen=True):
    """Deaths as a dataset gives them: its lowest, best and highest figure. GDELT counts none."""

    low: int
    best: int
    high: int

    def __post_init__(self) -> None:
        """Refuse a range that is upside down or below nothing."""
        if not 0 <= self.low <= self.best <= self.high:
            raise ValueError(f"deaths {self.low}–{self.best}–{self.high} are no range")


class Usual(msgspec.Struct, frozen=True):
    """How many incidents a window of this length usually has: the median, and the range of eight in ten such windows."""

    middle: float
    low: float
    high: float
    weeks: int


class Week(msgspec.Struct, frozen=True):
    """One week of a series: its first day, the incidents and the deaths (None where the dataset counts none)."""

    begins: date
    incidents: int
    deaths: Deaths | None = None


class Dataset(msgspec.Struct, frozen=True):
    """A file that events came from: its name, its SHA-256 and the release it says it is of (``25.1``), if any."""

    name: str
    sha256: str
    release: str | None = None


class Near(msgspec.Struct, frozen=True):
    """Where events were asked for: within ``km`` of a point, or in a whole country (ISO alpha-2) where ``km`` is None."""

    name: str
    country: str | None
    latitude: float | None = None
    longitude: float | None = None
    km: float | None = None


class Tempo(msgspec.Struct, frozen=True, kw_only=True):
    """The incidents and deaths of one dataset near one of a mission's places, up to ``as_of`` and never later.

    ``series`` are weeks of seven days, the last of which ends on ``as_of``; ``window`` weeks of them are the figures that lead:
    ``incidents`` and ``deaths``. ``usual`` is None where the data do not reach back far enough. ``change`` says whether the
    series changed its level within the weeks shown, ``since`` which day, from ``rate_before`` to ``rate_after`` incidents a week.
    ``gap`` says why nothing can be said: then no figure means zero. ``undated`` and ``unplaced`` count what lies in the weeks shown
    but cannot be given a week or, near a point, is placed in its region or country only. ``articles`` is how many articles
    GDELT has for the window; ``rows`` are the rows that were counted in the weeks shown, and ``files`` where they came from.
    """

    mission: str
    near: Near
    source: EventSource
    as_of: date
    window: int
    incidents: int
    deaths: Deaths | None
    usual: Usual | None
    change: TempoChange
    since: date | None
    series: tuple[Week, ...]
    rate_before: float | None = None
    rate_after: float | None = None
    gap: Gap = "none"
    data_first: date | None = None
    data_last: date | None = None
    articles: int | None = None
    undated: int = 0
    unplaced: int = 0
    rows: int = 0
    files: tuple[Dataset, ...] = ()

    @property
    def id(self) -> str:
        """Return what names it among a mission's tempos, the same from day to day: its dataset and where was asked."""
        near = self.near
        return f"tempo:{self.source}:{near.country or ''}:{near.name}" + (
            f":{near.km:g}" if near.km is not None else ""
        )
