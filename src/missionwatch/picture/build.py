"""Claims to a picture: which mission each belongs to, what still holds at T, what lies ahead."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from missionwatch import register
from missionwatch.picture.checking import Checker
from missionwatch.picture.claims import grouped, ids, missions_of, said_by
from missionwatch.picture.parts import parted
from missionwatch.picture.weighing import claim_of
from missionwatch.records import CalendarDay, EntityRef, MissionPicture, Picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from missionwatch.records import Claim, ReportHead, Statement, Theatre

_RECENT = timedelta(days=120)
_LASTING = timedelta(days=365)
_LEAVING = timedelta(days=30)  # a withdrawal without a date is under way: whoever leaves is still there for some weeks
# How long a claim is shown after it was last said; what is not here holds until something ends it.
_SHOWN = {
    "event": _RECENT, "assessment": _RECENT, "question": _RECENT, "option": _RECENT, "risk": _LASTING,
    "interest": _LASTING, "presence": _LASTING,
}  # fmt: skip
_FIELD = {
    "leadership": "lead", "purpose": "purpose", "strength": "strength", "period": "periods", "contribution": "contributions",
    "post": "posts", "event": "developments", "assessment": "assessments", "question": "questions", "option": "options",
    "risk": "risks", "interest": "interests",
}  # fmt: skip
_OURS = frozenset({"risk", "interest", "option", "assessment", "question"})


def build(
    theatre: Theatre,
    statements: Iterable[Statement],
    reports: Mapping[str, ReportHead],
    *,
    as_of: date,
    known_at: datetime,
) -> Picture:
    """Return the picture of a theatre at ``as_of`` from the statements that stand as known at ``known_at``."""
    claims = _current(claims_of(theatre, statements, reports, as_of=as_of), as_of)
    by_mission: dict[str | None, list[Claim]] = {}
    for claim in claims:
        ours = [mission for mission in missions_of(claim.statement) if mission in theatre.missions]
        for mission in ours or (None,):
            by_mission.setdefault(mission, []).append(claim)
    names = register.load()
    missions = tuple(
        _mission(names.ref(mission, names.name(mission, "en") or mission), by_mission.get(mission, []), theatre, as_of)
        for mission in theatre.missions
    )
    rest = by_mission.get(None, [])
    general = _mission(EntityRef(text=theatre.name, name=theatre.name), rest, theatre, as_of)
    quoted = {s.report for c in claims for s in (*c.support, *c.against, *c.corrected)}
    return Picture(
        theatre=theatre, as_of=as_of, known_at=known_at, missions=missions, general=general,
        presences=tuple(sorted((c for c in claims if c.predicate == "presence"), key=_by_day)),
        calendar=tuple(sorted((day for m in (*missions, general) for day in m.calendar), key=lambda d: (d.earliest, d.claim.id))),
        reports={key: reports[key] for key in sorted(quoted)},
    )  # fmt: skip


def claims_of(
    theatre: Theatre, statements: Iterable[Statement], reports: Mapping[str, ReportHead], *, as_of: date
) -> list[Claim]:
    """Return all claims that the statements make about a theatre, also those that are over or long past."""
    known = said_by((s for s in statements if _concerns(s, theatre)), reports, as_of)
    return [claim_of(group, theatre) for group in grouped(known) if group.support]


def checker(
    theatre: Theatre, statements: Iterable[Statement], reports: Mapping[str, ReportHead], *, as_of: date
) -> Checker:
    """Return what holds other people's statements beside all that the ledger knows of a theatre."""
    every = claims_of(theatre, statements, reports, as_of=as_of)
    return Checker(every, frozenset(claim.id for claim in _current(every, as_of)), as_of)


def _concerns(statement: Statement, theatre: Theatre) -> bool:
    """Say whether a statement belongs to a theatre: by its mission, by a country, or as our own stake in it."""
    missions = missions_of(statement)
    if missions:
        return bool(set(missions) & set(theatre.missions))
    refs = [r for refs in statement.roles.values() for r in refs] + [
        r for r in statement.about if not isinstance(r, str)
    ]
    if any(ref.country in theatre.countries for ref in refs):
        return True
    ours = {ref.country for ref in (*statement.holders, *statement.role("target"))}
    return statement.predicate in _OURS and theatre.own in ours


def _current(claims: list[Claim], as_of: date) -> list[Claim]:
    """Return the claims that still hold: not ended, not replaced by the fact they announced, not long past."""
    ends = _ends(claims, as_of)
    done = {_deed(c.statement): c for c in claims if c.predicate == "event" and c.statement.modality == "actual"}
    out = []
    for claim in claims:
        age = _SHOWN.get(claim.predicate)
        last = claim.last or as_of
        if age is not None and min(last, as_of) < as_of - age:
            continue
        stays = claim.predicate in ("contribution", "presence") or (
            claim.predicate == "period" and claim.key[-1] == "end"
        )
        if stays and claim.statement.modality == "actual" and _ended(claim, ends):
            continue
        if claim.predicate == "event" and claim.statement.modality != "actual":
            fact = done.get(_deed(claim.statement))
            if fact is not None and (fact.last or as_of) >= (claim.first or as_of) and not claim.statement.negated:
                continue
        out.append(claim)
    return out


def _deed(statement: Statement) -> tuple[str | None, str, str]:
    return (
        statement.type,
        ids(statement.role("actor")) or ids(statement.role("target")),
        " ".join(missions_of(statement)),
    )


def _ends(claims: list[Claim], as_of: date) -> dict[tuple[str, str], list[date]]:
    """Return when whose stay where ended by then: by a period that ran out, or by leaving. Where: a mission or a country."""
    ends: dict[tuple[str, str], list[date]] = {}
    for claim in claims:
        statement, time = claim.statement, claim.statement.time
        where: list[str] = list(missions_of(statement))
        if claim.predicate == "period" and claim.key[-1] == "end" and time is not None and time.latest:
            over = date.fromisoformat(time.latest)
            who = ids(statement.role("contributor")) if statement.subject == "contribution" else ""
        elif claim.predicate == "event" and claim.type in ("withdraw", "end") and statement.modality == "actual":
            if statement.negated or claim.credibility == 5:
                continue
            over = event_day(claim, as_of) + (_LEAVING if time is None else timedelta())
            who = ids(statement.role("actor")) if claim.type == "withdraw" else ""
            where += [r.country for r in statement.role("place") if r.country and (r.kind == "state" or not where)]
        else:
            continue
        if over < as_of and (who or missions_of(statement)):
            for place in where:
                ends.setdefault((who, place), []).append(over)
    return ends


def _ended(claim: Claim, ends: dict[tuple[str, str], list[date]]) -> bool:
    """Say whether a contribution, its period or a presence was over after it was last said."""
    statement = claim.statement
    who = ids(statement.role("contributor", "actor"))
    names = register.load()
    where = list(missions_of(statement)) + [r.country for r in statement.role("place") if r.country]
    for mission in missions_of(statement):
        entry = names.entry(mission)
        where += entry.hosts if isinstance(entry, register.Mission) and not statement.role("place") else ()
    said = claim.last or date.min
    return any(over >= said for place in where for key in ((who, place), ("", place)) for over in ends.get(key, ()))


def event_day(claim: Claim, as_of: date) -> date:
    """Return the day an event counts for: its own where it is said, else the day it was first reported."""
    time = claim.statement.time
    first = claim.first or as_of
    if time is None or not (time.earliest or time.latest):
        return min(first, as_of)
    if time.relation in ("since", "after") or time.latest is None:
        return date.fromisoformat(time.earliest) if time.earliest else first
    return date.fromisoformat(time.earliest or time.latest)


def _mission(ref: EntityRef, claims: list[Claim], theatre: Theatre, as_of: date) -> MissionPicture:
    fields: dict[str, list[Claim]] = {name: [] for name in _FIELD.values()}
    own: list[Claim] = []
    calendar: list[CalendarDay] = []
    for claim in claims:
        name = _FIELD.get(claim.predicate)
        ahead = _ahead(claim, as_of)
        if ahead is not None:
            calendar.append(CalendarDay(earliest=ahead[0], latest=ahead[1], claim=claim, mission=ref.id))
        if name is None or (claim.predicate == "event" and event_day(claim, as_of) > as_of):
            continue
        if claim.predicate == "contribution" and any(
            r.country == theatre.own for r in claim.statement.role("contributor")
        ):
            own.append(claim)
        fields[name].append(claim)
    fields["contributions"] = list(parted(fields["contributions"]))
    known = {claim.id: claim for claim in fields["contributions"]}
    own = [known.get(claim.id, claim) for claim in own]
    order: dict[str, Callable[[Claim], object]] = {"contributions": _by_size}
    done = {name: tuple(sorted(found, key=order.get(name, _by_day))) for name, found in fields.items()}  # type: ignore[arg-type]
    seen = MissionPicture(
        mission=ref, own=tuple(sorted(own, key=_by_size)), calendar=tuple(sorted(calendar, key=lambda day: (day.earliest, day.claim.id))),
    )  # fmt: skip
    return msgspec.structs.replace(seen, **done)


def _ahead(claim: Claim, as_of: date) -> tuple[str, str] | None:
    """Return the days a claim names after ``as_of``: an end, a planned event."""
    time = claim.statement.time
    dated = claim.predicate in ("period", "event") and time is not None and not claim.statement.negated
    if not dated or time is None or time.relation in ("since", "after") or (time.latest or "") <= as_of.isoformat():
        return None
    latest = time.latest or ""
    return (
        (time.earliest or latest, latest)
        if (time.earliest or latest) > as_of.isoformat()
        else (as_of.isoformat(), latest)
    )


def _by_day(claim: Claim) -> tuple[int, str]:
    """Order by day, newest first, then by id."""
    return -event_day(claim, claim.last or date.min).toordinal() if claim.predicate == "event" else -(
        claim.last or date.min
    ).toordinal(), claim.id


def _by_size(claim: Claim) -> tuple[str, float, str]:
    """Order contributions by country, the whole before its parts."""
    quantity = claim.statement.quantity
    return (
        ids(claim.statement.role("contributor")),
        -((quantity.value or 0.0) if quantity is not None else 0.0),
        claim.id,
    )
