"""The picture: what held at T, as known at K. Everything in it opens to statements."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

import msgspec

from missionwatch.records.report import ReportHead
from missionwatch.records.statement import EntityRef, Predicate, Statement
from missionwatch.records.theatre import Theatre

if TYPE_CHECKING:
    from collections.abc import Mapping


class Value(msgspec.Struct, frozen=True, gc=False):
    """One of the values said for one field of a claim, and the statements (ids) that say it."""

    field: str
    said: str
    statements: tuple[str, ...]


class Claim(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What several statements say together.

    ``key`` is what makes it one thing (``contribution``, ``state:DK``, ``mission:takuba``). ``statement`` is
    the most telling one and leads; ``support`` are all that say it (the leading one included), ``against`` those
    that deny it, ``corrected`` those that a correction replaced. ``disputed`` are the fields for which
    different values are said, each with who says it. ``voices`` counts independent voices.
    ``credibility`` is 1 (confirmed) … 5 (improbable), 6 (cannot be judged), after STANAG 2511.
    ``denial`` is how credible, by the same rule, what those against say is: the claim's own voices deny it; None where nobody is.
    ``first``/``last`` are the first and last ISO day on which it was reported. ``stale`` says that nobody has said it for
    longer than such a claim keeps: it is shown as what was last known. ``part_of`` is the id of the contribution of which this
    one is told as a part ("two officers, of whom one in Mali"): its people are not to be added up with those.
    """

    id: str
    key: tuple[str, ...]
    predicate: Predicate
    type: str | None
    statement: Statement
    support: tuple[Statement, ...]
    against: tuple[Statement, ...] = ()
    corrected: tuple[Statement, ...] = ()
    disputed: tuple[Value, ...] = ()
    voices: int = 1
    credibility: int = 6
    denial: int | None = None
    first: date | None = None
    last: date | None = None
    stale: bool = False
    part_of: str | None = None

    def role(self, name: str) -> tuple[EntityRef, ...]:
        """Return the refs in a role as the leading statement has it, else as the most telling of the others that do."""
        return next((refs for one in (self.statement, *self.support) if (refs := one.role(name))), ())


class CalendarDay(msgspec.Struct, frozen=True, kw_only=True):
    """A date ahead (ISO days ``earliest``–``latest``) and the claim that names it."""

    earliest: str
    latest: str
    claim: Claim
    mission: str | None = None


CLAIM_FIELDS: Mapping[Predicate, str] = {
    "leadership": "lead", "purpose": "purpose", "strength": "strength", "period": "periods", "contribution": "contributions",
    "post": "posts", "event": "developments", "assessment": "assessments", "question": "questions", "option": "options",
    "risk": "risks", "interest": "interests",
}  # fmt: skip
"""Which field of a mission's picture holds the claims of a predicate; presences stand outside missions."""
MissionState = Literal["planned", "active", "suspended", "ending", "ended", "unknown"]


class MissionPicture(msgspec.Struct, frozen=True, kw_only=True):
    """The state of one mission at T as known at K; each field is the claims that make it.

    ``state`` is where the mission stands and ``state_by`` the claims that say so; ``incidents`` are the developments in which
    its people or those it protects were attacked, detained or obstructed.
    """

    mission: EntityRef
    state: MissionState = "unknown"
    state_by: tuple[Claim, ...] = ()
    lead: tuple[Claim, ...] = ()
    purpose: tuple[Claim, ...] = ()
    strength: tuple[Claim, ...] = ()
    periods: tuple[Claim, ...] = ()
    contributions: tuple[Claim, ...] = ()
    own: tuple[Claim, ...] = ()
    posts: tuple[Claim, ...] = ()
    developments: tuple[Claim, ...] = ()
    incidents: tuple[Claim, ...] = ()
    assessments: tuple[Claim, ...] = ()
    questions: tuple[Claim, ...] = ()
    options: tuple[Claim, ...] = ()
    risks: tuple[Claim, ...] = ()
    interests: tuple[Claim, ...] = ()
    calendar: tuple[CalendarDay, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Return the claims that hold, each once: those of ``own`` and ``incidents`` are among them, the calendar's may not be."""
        return tuple(claim for name in CLAIM_FIELDS.values() for claim in getattr(self, name))


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """Risks that hang together: each one's effect is a cause of the next.

    ``hazards`` are the codes passed through, from the first cause to the last effect; ``targets`` are whom the last effect hits.
    """

    claims: tuple[Claim, ...]
    hazards: tuple[str, ...]
    targets: tuple[EntityRef, ...]


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """A theatre as of ``as_of``, as known at ``known_at`` (end of that moment).

    ``missions`` in the theatre's order; ``general`` is what belongs to the theatre and to no single mission
    (``general.mission`` names the theatre); ``presences`` are actors in places outside any mission.
    ``reports`` holds the head of every report quoted, by id. ``chains`` are risks that hang together. ``over`` are the claims
    of a stay (contribution, presence, a date of the end) that is over by then, and ``ended_by`` holds, by their ids, what ended them.
    """

    theatre: Theatre
    as_of: date
    known_at: datetime
    missions: tuple[MissionPicture, ...]
    general: MissionPicture
    presences: tuple[Claim, ...]
    calendar: tuple[CalendarDay, ...]
    reports: dict[str, ReportHead]
    chains: tuple[Chain, ...] = ()
    over: tuple[Claim, ...] = ()
    ended_by: dict[str, Claim] = {}

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Return every claim in the picture, each once: of its missions, of none, ahead, and over."""
        found: dict[str, Claim] = {}
        for place in (*self.missions, self.general):
            found.update({claim.id: claim for claim in (*place.state_by, *place.claims)})
        further = (*self.presences, *(day.claim for day in self.calendar), *self.over)
        return tuple((found | {claim.id: claim for claim in further if claim.id not in found}).values())


ChangeKind = Literal["new", "confirmed", "disputed", "ended", "corrected", "rejected"]
Fate = Literal["stands", "rejected", "replaced"]
"""What became of a statement: it stands, a review rejected it, or it was read again or corrected and says so no more."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What differs between two pictures: a claim before and after (None where it was or is not there).

    ``by`` is what ended it where it *ended*; ``reports`` are the heads of its reports that the later picture quotes no more.
    """

    kind: ChangeKind
    mission: str | None
    before: Claim | None
    after: Claim | None
    weight: float
    by: Claim | None = None
    reports: tuple[ReportHead, ...] = ()
