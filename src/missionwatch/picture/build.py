"""Claims to a picture: which mission each belongs to, what still holds at T, what lies ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from missionwatch import register
from missionwatch.picture.parts import parted
from missionwatch.picture.risks import chains
from missionwatch.picture.state import incidents, state_of
from missionwatch.records import CLAIM_FIELDS, CalendarDay, EntityRef, MissionPicture, Picture

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from missionwatch.picture.shown import Shown
    from missionwatch.records import Claim, ReportHead, Theatre


def picture_of(
    theatre: Theatre, found: Sequence[Shown], reports: Mapping[str, ReportHead], *, as_of: date, known_at: datetime
) -> Picture:
    """Return the picture that claims make on a day. What is history is left out, but for what still says how things stand."""
    day = as_of.toordinal()
    told = [one for one in found if one.shows(day) or one.lasting]
    current, over = _current(told, day)
    by_mission: dict[str | None, list[Shown]] = {}
    for one in current:
        for mission in one.missions or (None,):
            by_mission.setdefault(mission, []).append(one)
    lasting: dict[str, list[Shown]] = {}
    for one in told:
        if one.lasting and not one.shows(day):
            for mission in one.missions:
                lasting.setdefault(mission, []).append(one)
    for one, _ in over:
        for mission in one.missions if one.claim.predicate == "period" else ():
            lasting.setdefault(mission, []).append(one)  # a mission whose time ran out
    names = register.load()
    missions = tuple(
        _mission(
            names.ref(mission, names.name(mission, "en") or mission), by_mission.get(mission, []), as_of,
            history=lasting.get(mission, []),
        )
        for mission in theatre.missions
    )  # fmt: skip
    general = _mission(EntityRef(text=theatre.name, name=theatre.name), by_mission.get(None, []), as_of, history=None)
    state_by = {claim.id for mission in missions for claim in mission.state_by}
    over.sort(key=lambda pair: pair[0].rank)
    quoted = {key for one in (*current, *(one for pair in over for one in pair)) for key in one.reports}
    quoted.update(key for old in lasting.values() for one in old if one.claim.id in state_by for key in one.reports)
    return Picture(
        theatre=theatre, as_of=as_of, known_at=known_at, missions=missions, general=general,
        presences=tuple(one.at(day) for one in sorted((c for c in current if c.claim.predicate == "presence"), key=_by_day)),
        calendar=tuple(sorted((d for m in (*missions, general) for d in m.calendar), key=lambda d: (d.earliest, d.claim.id))),
        reports={key: reports[key] for key in sorted(quoted)},
        chains=chains([one for one in current if one.links], day),
        over=tuple(one.claim for one, _ in over), ended_by={one.claim.id: end.claim for one, end in over},
    )  # fmt: skip


def _current(told: Sequence[Shown], day: int) -> tuple[list[Shown], list[tuple[Shown, Shown]]]:
    """Return the claims that still hold, and those whose stay is over, each with what ended it.

    Plans and demands give way to the fact that came of them, and what was only possible to a plan too.
    """
    ends: dict[tuple[str, str], Shown] = {}
    done: dict[tuple[str | None, str, str], int] = {}
    planned: dict[tuple[str | None, str, str], int] = {}
    for one in told:
        if one.over is not None and one.over < day:
            for place in one.left:
                key = (one.leaver, place)
                if key not in ends or _later(ends[key], one):
                    ends[key] = one
        if one.deed is not None and one.fact:
            done[one.deed] = max(done.get(one.deed, 0), one.last)
        elif one.deed is not None and one.sure == "plan" and not one.claim.statement.negated:
            planned[one.deed] = max(planned.get(one.deed, 0), one.last)
    current: list[Shown] = []
    over: list[tuple[Shown, Shown]] = []
    for one in told:
        if not one.shows(day):
            continue
        end: Shown | None = None
        for place in one.stays or ():
            for key in ((one.stayer, place), ("", place)):
                found = ends.get(key)
                if found is not None and (found.over or 0) >= one.last and (end is None or _later(end, found)):
                    end = found
        if end is not None:
            over.append((one, end))
            continue
        if one.deed is not None and one.sure != "fact" and not one.claim.statement.negated:
            became = max(done.get(one.deed, -1), planned.get(one.deed, -1) if one.sure == "chance" else -1)
            if became >= one.first:
                continue
        current.append(one)
    return current, over


def _later(one: Shown, other: Shown) -> bool:
    """Say whether the other of two claims that end a stay ends it later; of two on one day the first id stands for both."""
    return (one.over or 0, other.claim.id) < (other.over or 0, one.claim.id)


def _mission(ref: EntityRef, told: list[Shown], as_of: date, *, history: list[Shown] | None) -> MissionPicture:
    """Return the picture of a mission; without ``history`` that of what belongs to none, which has no state."""
    day = as_of.toordinal()
    fields: dict[str, list[Shown]] = {name: [] for name in (*CLAIM_FIELDS.values(), "own")}
    calendar: list[CalendarDay] = []
    for one in told:
        name = CLAIM_FIELDS.get(one.claim.predicate)
        ahead = _ahead(one.claim, as_of)
        if ahead is not None:
            calendar.append(CalendarDay(earliest=ahead[0], latest=ahead[1], claim=one.at(day), mission=ref.id))
        if name is None or (one.deed is not None and one.dated and one.day > day):
            continue
        if one.own:
            fields["own"].append(one)
        fields[name].append(one)
    done = {
        name: tuple(
            one.at(day) for one in sorted(listed, key=_by_size if name in ("contributions", "own") else _by_day)
        )
        for name, listed in fields.items()
    }
    done["contributions"] = parted(done["contributions"])
    known = {claim.id: claim for claim in done["contributions"]}
    done["own"] = tuple(known.get(claim.id, claim) for claim in done["own"])
    seen = MissionPicture(mission=ref, calendar=tuple(sorted(calendar, key=lambda day: (day.earliest, day.claim.id))))
    if history is not None and ref.id is not None:
        state, by = state_of(ref.id, [*told, *history], day)
        seen = msgspec.structs.replace(
            seen, state=state, state_by=by, incidents=incidents(ref.id, done["developments"])
        )
    return msgspec.structs.replace(seen, **done)


def _ahead(claim: Claim, as_of: date) -> tuple[str, str] | None:
    """Return the days a claim names after ``as_of``: an end, a planned event."""
    time = claim.statement.time
    if claim.predicate not in ("period", "event") or time is None or claim.statement.negated:
        return None
    today = as_of.isoformat()
    if time.relation in ("since", "after") or (time.latest or "") <= today:
        return None
    latest = time.latest or ""
    earliest = time.earliest or latest
    return (max(earliest, today), latest)


def _by_day(one: Shown) -> tuple[int, str]:
    """Order by day, newest first, then by id."""
    return one.rank


def _by_size(one: Shown) -> tuple[str, float, str]:
    """Order contributions by country, the whole before its parts."""
    return one.size
