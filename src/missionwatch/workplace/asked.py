"""Who asks, of which moment, for which briefing, and what is seen: the values that go between a door and its desk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

from missionwatch.records import Permission

if TYPE_CHECKING:
    from datetime import date

    from missionwatch.records import (
        Access,
        BriefingForm,
        Concern,
        MissionPicture,
        Picture,
        Tempo,
        Tlp,
    )

PERMISSIONS: tuple[Permission, ...] = get_args(Permission)
"""All that a person may be allowed (which role may what: ``people.rights``)."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: the name that bookings bear, what they may do, up to which marking they see, and the language they read.

    In a team ``access`` is how they came in, and ``secret`` what their forms are bound to; who has not logged in has no name.
    """

    name: str
    may: frozenset[Permission]
    upto: Tlp = "red"
    language: str | None = None
    access: Access | None = None
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Moment:
    """The day a picture is of, and the moment it was known at: the end of a day, a moment (timezone-aware), or None for now."""

    as_of: date
    known: date | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture with its concerns and the tempo beside it; ``earlier`` are the concerns at the trend's other end."""

    picture: Picture
    concerns: tuple[Concern, ...]
    earlier: tuple[Concern, ...]
    tempos: tuple[Tempo, ...]

    def mission(self, name: str) -> MissionPicture | None:
        """Return the picture of one mission by its id or register name (``takuba``), or None."""
        wanted = name if ":" in name else f"mission:{name}"
        return next((one for one in self.picture.missions if one.mission.id == wanted), None)

    def concern(self, mission: str) -> Concern | None:
        """Return the concern about a mission (id), or None."""
        return next((one for one in self.concerns if one.mission == mission), None)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which briefing is asked for: its form and language, since when it tells changes, what stands at its head, who signs it."""

    form: BriefingForm
    language: str
    since: date | None = None
    marking: str = ""
    signed: str = ""
