"""Whose paper a report is: of which country, and whether its government or an organisation speaks in it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from missionwatch.reading.frames.described import head_state

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from missionwatch.reading.frames.pack import Pack
    from missionwatch.records import EntityRef, Report
    from missionwatch.register import Hit, Register


_DATELINE = re.compile(
    r"\([A-Z][A-Za-z]{1,9}(?:/[A-Z][A-Za-z]{1,9})*\)\s*[-–—]"
)  # an agency tells it: GOMA (ANP/AFP) -


def home_of(report: Report, pack: Pack) -> str | None:
    """Return the country of a report: its source's, else that whose papers alone use some word of it, else the language's own."""
    if report.country or not pack.home_signs:
        return report.country or pack.home
    words = frozenset(re.findall(r"\w+", report.text.lower()))
    told = next((country for country, signs in pack.home_signs.items() if not signs.isdisjoint(words)), None)
    return told or pack.home


def author(report: Report, pack: Pack, register: Register, home: str | None, hits: Sequence[Hit]) -> EntityRef | None:
    """Return whose government speaks, where the report's head says it is a ministry's or parliament's paper."""
    head = report.text[:300].lower()
    told = home is not None and _DATELINE.search(report.text[:300]) is not None
    if told or not any(word in head for word in pack.official):
        return None
    if home:
        return register.ref(f"state:{home}", "", body="government")
    senses = [s for h in hits for s in h.senses if s.kind == "state" and s.country and len(h.senses) < 3]
    missions = [register.mission(s.id) for h in hits for s in h.senses if s.kind == "mission" and s.id]
    hosts = {host for mission in missions if mission is not None for host in mission.hosts}
    if (whose := head_state([(s, h) for h in hits for s in h.senses if s in senses], hosts)) is not None:
        return register.ref(f"state:{whose}", "", body="government")
    own = Counter(s.country for s in senses if s.country not in hosts).most_common(1)
    if not own or (own[0][1] == 1 and all(s.form == "name" for s in senses if s.country == own[0][0])):
        return None  # a country named once may be where a minister goes
    return register.ref(f"state:{own[0][0]}", "", body="government")


def declaring(report: Report, pack: Pack, topic: Iterable[EntityRef]) -> tuple[EntityRef, ...]:
    """Return the organisation that speaks in a statement of its own, where the report's head says it is one."""
    head = frozenset(report.text[:200].lower().split())
    own = head & pack.classes_of("statement_noun")
    return tuple(r for r in topic if r.kind == "organisation") if own else ()
