"""Who is who to a mission: its hosts, who leads it, who contributes, us, the missions beside it; from the picture and the register."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, get_args

from missionwatch import register

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from missionwatch.records import Claim, EntityRef, MissionPicture, Picture

Party = Literal[
    "mission",
    "host",
    "host-people",
    "lead",
    "contributor",
    "us",
    "beside",
    "state",
    "organisation",
    "company",
    "group",
    "other",
    "nobody",
]
"""What someone is to a mission.

``host`` is the host state and its bodies, ``host-people`` its population and opposition; ``beside`` another mission of the
theatre in the same host, or who leads or mans one; ``state`` and ``organisation`` are those that are none of these;
``company`` is a private military company, ``group`` another armed group; ``nobody`` stands for a role that is not filled.
"""
PARTIES: tuple[str, ...] = get_args(Party)
OURS = frozenset({"mission", "lead", "contributor"})
"""The mission and those who lead and man it: what touches none of them is background."""

_PEOPLE = ("population", "opposition")
_TAKES_PART = ("withdraw", "deploy", "reinforce", "reduce")
_COMPANY = "private-military-company"


@dataclass(frozen=True)
class Parties:
    """Who is who to one mission.

    ``leads`` holds states (ISO codes) and organisations (ids); ``shares`` the part of its strength (0–1) that a contributor
    gives, where both numbers are said.
    """

    missions: frozenset[str]
    hosts: frozenset[str]
    leads: frozenset[str]
    contributors: frozenset[str]
    us: str
    beside: frozenset[str]
    beside_states: frozenset[str]
    shares: Mapping[str, float]

    def labels(self, ref: EntityRef) -> frozenset[str]:
        """Return all that someone is to the mission; one who is nothing in particular is ``other``."""
        found: set[str] = set()
        identity = ref.id or ""
        if ref.kind == "mission":
            found |= {"mission"} if identity in self.missions else {"beside"} if identity in self.beside else set()
        elif ref.kind == "organisation":
            beside = identity in self.beside_states
            found.add("lead" if self._leads(identity) else "beside" if beside else "organisation")
        elif ref.kind == "group":
            found.add("company" if identity in _companies() else "group")
        elif ref.country is not None and ref.kind in ("state", "person", "unit"):
            found.update(self._country(ref.country, people=ref.body in _PEOPLE))
        return frozenset(found or {"other"})

    def _leads(self, organisation: str) -> bool:
        """Say whether an organisation, or one of its organs, leads."""
        return organisation in self.leads or any(organisation.startswith(f"{lead}-") for lead in self.leads)

    def _country(self, country: str, *, people: bool) -> Iterator[str]:
        known = False
        if country in self.hosts:
            yield "host-people" if people else "host"
            known = True
        for label, members in (("lead", self.leads), ("contributor", self.contributors)):
            if country in members:
                yield label
                known = True
        if country == self.us:
            yield "us"
            known = True
        if not known:
            yield "beside" if country in self.beside_states else "state"

    def where(self, claim: Claim) -> frozenset[str]:
        """Return where a claim plays: in the host, at home (``us``), with a contributor or lead, or elsewhere (``state``).

        What names no place plays where the host is a party, or its people.
        """
        places = {r.country for r in claim.statement.role("place") if r.country}
        if places:
            return frozenset(label for country in places for label in self._country(country, people=False))
        refs = [*claim.statement.role("actor"), *claim.statement.role("target"), *claim.statement.role("state")]
        return frozenset({"host"}) if any(r.country in self.hosts for r in refs) else frozenset()


def parties_of(mission: MissionPicture, picture: Picture) -> Parties:
    """Return who is who to a mission, as the picture and the register know it."""
    identity = mission.mission.id or ""
    hosts = _hosts(identity)
    shares = dict(_shares(mission))
    beside = [
        other for other in picture.missions
        if other.mission.id and other.mission.id != identity and _hosts(other.mission.id) & hosts
    ]  # fmt: skip
    return Parties(
        missions=frozenset({identity}), hosts=hosts, leads=frozenset(_leads(mission)),
        contributors=frozenset(_contributors(mission)) - _leads_only(hosts, mission), us=picture.theatre.own,
        beside=frozenset(other.mission.id or "" for other in beside),
        beside_states=frozenset(one for other in beside for one in (*_leads(other), *_contributors(other))) - hosts, shares=shares,
    )  # fmt: skip


def parties_at_large(picture: Picture, each: Sequence[Parties]) -> Parties:
    """Return who is who to the theatre as a whole: the hosts, leads and contributors of ``each`` of its missions together."""
    hosts = frozenset(host for parties in each for host in parties.hosts)
    return Parties(
        missions=frozenset(one for parties in each for one in parties.missions),
        hosts=hosts & frozenset(picture.theatre.countries) or hosts,
        leads=frozenset(lead for parties in each for lead in parties.leads),
        contributors=frozenset(one for parties in each for one in parties.contributors), us=picture.theatre.own,
        beside=frozenset(), beside_states=frozenset(), shares={},
    )  # fmt: skip


@cache
def _companies() -> frozenset[str]:
    return frozenset(entry.id for entry in register.load().entries("group") if getattr(entry, "type", None) == _COMPANY)


def _hosts(mission: str) -> frozenset[str]:
    entry = register.load().mission(mission)
    return frozenset(entry.hosts) if entry is not None else frozenset()


def _leads(mission: MissionPicture) -> Iterator[str]:
    """Yield who leads: as reported where that is known, and whose mission it is; else as the register has it."""
    said = [claim for claim in mission.lead if claim.credibility != 5 and not claim.statement.negated]
    for claim in said:
        for ref in claim.statement.role("leader"):
            if ref.kind == "organisation" and ref.id:
                yield ref.id
            elif ref.country:
                yield ref.country
    entry = register.load().mission(mission.mission.id)
    if entry is None:
        return
    if entry.operator != "organisation:coalition":
        yield entry.operator.removeprefix("state:")
    if not said:
        yield from (one if one.isupper() else f"organisation:{one}" for one in entry.lead if one != "coalition")


def _contributors(mission: MissionPicture) -> Iterator[str]:
    """Yield the states that take part: by a contribution, by coming or going, or by weighing whether to stay."""
    for claim in (*mission.contributions, *mission.periods):
        if not claim.statement.negated:
            yield from _states(claim.statement.role("contributor"))
    for claim in (*mission.developments, *(day.claim for day in mission.calendar)):
        if claim.type in _TAKES_PART and not claim.statement.negated:
            yield from _states(claim.statement.role("actor"))
    for claim in mission.options:
        yield from _states(claim.statement.holders)


def _states(refs: Iterable[EntityRef]) -> Iterator[str]:
    return (ref.country for ref in refs if ref.country and ref.kind in ("state", "unit"))


def _leads_only(hosts: frozenset[str], mission: MissionPicture) -> frozenset[str]:
    """Return the hosts that contribute nothing stated: a host that acts on its own soil is no contributor."""
    given = {one for claim in mission.contributions for one in _states(claim.statement.role("contributor"))}
    return hosts - given


def _shares(mission: MissionPicture) -> Iterator[tuple[str, float]]:
    whole = max((_people(claim) for claim in mission.strength), default=0.0)
    if whole <= 0:
        return
    largest: dict[str, float] = {}
    for claim in mission.contributions:
        for country in _states(claim.statement.role("contributor")):
            largest[country] = max(largest.get(country, 0.0), _people(claim))
    yield from ((country, min(1.0, people / whole)) for country, people in largest.items() if people > 0)


def _people(claim: Claim) -> float:
    quantity = claim.statement.quantity
    if quantity is None or quantity.unit not in (None, "people"):
        return 0.0
    return quantity.value or quantity.low or 0.0
