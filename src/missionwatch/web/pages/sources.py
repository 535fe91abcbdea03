"""The sources: how far each can be relied on and why, what it yields, how it fares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time

from missionwatch import flow
from missionwatch.errors import AddressError, BookingRefusedError
from missionwatch.records import Reliability, Source, SourceHealth
from missionwatch.web.entries import Entries, text_of
from missionwatch.web.listing import order_of
from missionwatch.web.rendering import link, render
from missionwatch.workplace import asking

if TYPE_CHECKING:
    from datetime import date, datetime

    from missionwatch.workplace import Desk
    from missionwatch.workplace.asked import Moment

router = APIRouter()
COLUMNS = ("name", "reliability", "reports", "statements", "rejected", "last")
GRADES: dict[str, Reliability] = {grade: grade for grade in get_args(Reliability)}


@dataclass(frozen=True, slots=True)
class Row:
    """A source: as it is rated, when that was booked, what it yielded, how its collecting fares (by ``Collect.key``)."""

    source: Source
    rated_at: datetime | None
    reports: int
    statements: int
    reviewed: int
    rejected: int
    last: date | None
    health: tuple[SourceHealth, ...]
    collected: int

    @property
    def share(self) -> float | None:
        """Return which share of its reviewed statements was rejected, None where none was reviewed."""
        return self.rejected / self.reviewed if self.reviewed else None


@router.get("/{theatre}/sources")
def sources(request: Request) -> HTMLResponse:
    """List the sources."""
    return HTMLResponse(_list(request, asking.desk(request)))


@router.post("/{theatre}/sources")
def rate(request: Request, form: Entries) -> Response:
    """Book how far a source can be relied on."""
    at = asking.desk(request)
    at.need("rate")
    source, grade, reason = text_of(form, "source", 300), text_of(form, "reliability", 1), text_of(form, "reason")
    before = text_of(form, "before", 1)
    moment = asking.moment(at, request.query_params)
    known = {row.source.id: row for row in _rows(at, moment)}
    if source not in known:
        raise AddressError(f"there is no source {source[:60]!r} in this theatre or its reports")
    stands = known[source].source
    trouble = ""
    if grade not in GRADES:
        trouble = "grade"
    elif before and before != stands.reliability:
        trouble = "overtaken"
    else:
        try:
            flow.rate(at.ledger, at.theatre, source, GRADES[grade], reason=reason, by=at.asker.name)
        except BookingRefusedError:
            trouble = "reason"
    if trouble:
        page = _list(request, at, rating=source, trouble=trouble, grade=grade, reason=reason)
        return HTMLResponse(page, status_code=409 if trouble == "overtaken" else 422)
    return RedirectResponse(f"{link(request, 'sources')}#source-{_anchor(source)}", status_code=303)


def _list(request: Request, at: Desk, *, rating: str = "", trouble: str = "", grade: str = "", reason: str = "") -> str:
    query = request.query_params
    moment = asking.moment(at, query)
    rows = list(_rows(at, moment))
    order = order_of(query, COLUMNS, "reliability")
    _sort(rows, *order)
    return render(
        request, "sources", rows=rows, order=order, columns=COLUMNS, grades=tuple(GRADES), trouble=trouble, grade=grade,
        reason=reason, rating=rating or asking.parameter(query, "rate"), now=at.workplace.clock(), anchor=_anchor,
        rates="rate" in at.asker.may and moment.known is None,
    )  # fmt: skip


def _rows(at: Desk, moment: Moment) -> tuple[Row, ...]:
    return at.once(("source rows", moment), lambda: _made(at, moment))


def _made(at: Desk, moment: Moment) -> tuple[Row, ...]:
    heads, counts = at.reports(moment), at.counts(moment)
    rated = {one.id: one for one in flow.ratings(at.ledger, at.theatre, known_at=at.known_at(moment))}
    when = {b.subject: b.known_at for b in at.ledger.bookings(kind="source") if b.known_at <= at.known_at(moment)}
    for head in heads.values():
        rated.setdefault(head.source, Source(id=head.source, name=head.publisher or head.source))
    health = _health(at)
    figures: dict[str, list[int]] = {name: [0, 0, 0, 0] for name in rated}
    last: dict[str, date] = {}
    for key, head in heads.items():
        figure, count = figures[head.source], counts.get(key)
        figure[0] += 1
        if count is not None:
            figure[1] += count.statements
            figure[2] += count.reviewed
            figure[3] += count.rejected
        if head.published is not None and head.dated != "future":
            last[head.source] = max(head.published, last.get(head.source, head.published))
    return tuple(
        Row(
            source,
            when.get(name),
            figures[name][0],
            figures[name][1],
            figures[name][2],
            figures[name][3],
            last.get(name),
            health.get(name, ()),
            _collected(at, name),
        )
        for name, source in rated.items()
    )


def _collected(at: Desk, source: str) -> int:
    return sum(1 for one in at.theatre.collect if one.source == source)


def _health(at: Desk) -> dict[str, tuple[SourceHealth, ...]]:
    """Return how each source's collecting fares; nothing where none is collected beside this ledger."""
    found = flow.fares(at.workplace.place, at.theatre)
    out: dict[str, tuple[SourceHealth, ...]] = {}
    for one in at.theatre.collect:
        if one.key in found:
            out[one.source] = (*out.get(one.source, ()), found[one.key])
    return out


def _sort(rows: list[Row], column: str, down: bool) -> None:
    keys = {
        "name": lambda row: (row.source.name.casefold(),),
        "reliability": lambda row: (row.source.reliability,),
        "reports": lambda row: (row.reports,),
        "statements": lambda row: (row.statements,),
        "rejected": lambda row: (row.share if row.share is not None else -1.0,),
        "last": lambda row: (row.last.isoformat() if row.last else "",),
    }
    rows.sort(key=lambda row: row.source.name.casefold())
    rows.sort(key=keys[column], reverse=down)


def _anchor(source: str) -> str:
    """Return a source's id as part of an address within the page."""
    return "".join(one if one.isascii() and one.isalnum() else "-" for one in source)[:80]
