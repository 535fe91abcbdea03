"""Where something happens that says it in no place of its own: the town visited, where others are from, what "when …" names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.building import Builder
    from missionwatch.reading.frames.clauses import Clause
    from missionwatch.reading.frames.roles import Match
    from missionwatch.records import EntityRef


def home(match: Match, roles: dict[str, tuple[EntityRef, ...]]) -> bool:
    """Say whether the place is no more than where those who did it or whom it befell are from."""
    own = {r.id for role in ("actor", "target") for r in roles.get(role, ()) if r.id}
    where = [p for p in match.reach() if any(r in roles["place"] for r in p.refs)]
    return bool(own & {r.id for r in roles["place"]}) and all("from" in p.relations for p in where)


def town(builder: Builder, clause: Clause) -> tuple[EntityRef, ...]:
    """Return the capital that is visited: a town, and not the government it stands for elsewhere."""
    visited = [n for p in clause.objects for n in p.named if n.forms("capital")]
    places = [(s.id, n.text) for n in visited for s in n.senses if s.kind == "place" and s.id]
    return tuple(builder.discourse.register.ref(place, text) for place, text in places[:1])


def where_told(builder: Builder, clause: Clause) -> tuple[EntityRef, ...]:
    """Return the place that the clause names which says when: "were killed when rockets hit Camp Taji"."""
    when = next((c for c in builder.clauses if c.parent is clause and c.link == "time"), None)
    when = when or (clause.coordinated if clause.shares else None)  # a touché un poste à Naqoura et blessé deux soldats
    marks = {"in", "at", "against"}
    near = [p for p in when.phrases if p.bare or marks & set(p.relations)] if when is not None else []
    return tuple(r for p in near for r in p.refs if r.kind == "place" and r.id)[:1]


def at_host(builder: Builder, place: Sequence[EntityRef]) -> bool:
    """Say whether places are all where the missions that a report speaks of are."""
    hosts = {r.country for r in builder.discourse.hosts()}
    return all(p.country in hosts for p in place)
