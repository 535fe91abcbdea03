"""Whose paper a report is: the government that speaks in a ministry's or parliament's own words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from missionwatch.reading.frames.pack import Pack
    from missionwatch.records import EntityRef, Report
    from missionwatch.register import Hit, Register


def author(report: Report, pack: Pack, register: Register, hits: Sequence[Hit]) -> EntityRef | None:
    """Return whose government speaks, where the report's head says it is a ministry's or parliament's paper."""
    head = report.text[:300].lower()
    if not any(word in head for word in pack.official):
        return None
    if report.country or pack.home:
        return register.ref(f"state:{report.country or pack.home}", "", body="government")
    senses = [s for h in hits for s in h.senses if s.kind == "state" and s.country and len(h.senses) < 3]
    missions = [register.mission(s.id) for h in hits for s in h.senses if s.kind == "mission" and s.id]
    hosts = {host for mission in missions if mission is not None for host in mission.hosts}
    own = Counter(s.country for s in senses if s.country not in hosts).most_common(1)
    if not own or (own[0][1] == 1 and all(s.form == "name" for s in senses if s.country == own[0][0])):
        return None  # a country named once may be where a minister goes
    return register.ref(f"state:{own[0][0]}", "", body="government")
