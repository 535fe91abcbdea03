"""A claim: who says it, who denies it, how sure, and how that came about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date
from functools import partial
from typing import TYPE_CHECKING

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time

from missionwatch import exchange, flow, register
from missionwatch.briefing.names import Names
from missionwatch.web.meanings import Signals, holds, signed
from missionwatch.web.rendering import render
from missionwatch.workplace import Moment, asking

if TYPE_CHECKING:
    from collections.abc import Iterable

    from missionwatch.records import Backing, Claim, Concern, Pivot, Reason, Weighing
    from missionwatch.workplace import Desk
    from missionwatch.workplace.readings import Read

router = APIRouter()
_SHOWN = 12  # earlier days of which a claim's credibility is shown
_LEAST = 6  # characters of a beginning


@dataclass(frozen=True, slots=True)
class Then:
    """How a claim stood as known on a day: its credibility and words, None where it was not there."""

    day: date
    credibility: int | None
    said: str
    voices: int


@dataclass(frozen=True, slots=True)
class Hanging:
    """A mission's level of which the claim is a reason, or on which it hangs (``pivot``)."""

    concern: Concern
    reasons: tuple[Reason, ...]
    pivot: Pivot | None


@router.get("/{theatre}/claims/{claim}")
def claim(request: Request) -> HTMLResponse:
    """Show a claim by its id or a beginning of it that no other has."""
    at = asking.desk(request)
    moment, language = asking.moment(at, request.query_params), asking.language(request)
    wanted = str(request.path_params["claim"])
    found = at.weighed(wanted, moment) if len(wanted) >= _LEAST else ()
    exact = tuple(one for one in found if one.claim.id == wanted)
    found = exact or found
    if len(found) != 1:
        others = [one.claim for one in found[:20]] or _elsewhere(at, wanted, moment)
        said = exchange.worded(others, at.seen(moment).picture, language)
        page = render(request, "claim", template="claim_elsewhere.html", others=others, said=said, several=bool(found))
        return HTMLResponse(page, status_code=404)
    weighing = found[0]
    one = weighing.claim
    seen = at.seen(moment)
    reads = _reads(at, weighing, moment)
    history = at.once(("history", one.id, moment, language), lambda: _history(at, weighing, reads, moment, language))
    sources = flow.ratings(at.ledger, at.theatre, known_at=at.known_at(moment))
    backings = (*weighing.support, *weighing.against, *weighing.corrected, *weighing.earlier)
    page = render(
        request, "claim", rests={*seen.picture.reports, *(backing.report.id for backing in backings)},
        weighing=weighing, claim=one, reads=reads, history=history, hanging=_hanging(seen.concerns, one),
        said=at.told(moment, language).get(one.id) or exchange.worded([one], seen.picture, language).get(one.id, ""),
        names={source.id: source.name for source in sources}, why_of=why_of,
        holds=partial(holds, language), origin=lambda ids: _called(ids, language),
        whom=lambda refs: Names(language).all_of(refs).text, signal=Signals(at.signals(), language),
        signed=partial(signed, language),
        over=one.id in {other.id for other in seen.picture.over},
    )  # fmt: skip
    return HTMLResponse(page)


def _elsewhere(at: Desk, wanted: str, moment: Moment) -> list[Claim]:
    """Return the claims that begin so on other days: as they stand at the end of all that is known."""
    if len(wanted) < _LEAST:
        return []
    now = at.workplace.clock()
    days = dict.fromkeys((moment.as_of, at.span()[1], now.date()))
    found: dict[str, Claim] = {}
    for day in days:
        for one in flow.ever(at.ledger, at.theatre, wanted, as_of=day, known_at=now):
            found.setdefault(one.id, one)
    return list(found.values())[:20]


def _reads(at: Desk, weighing: Weighing, moment: Moment) -> dict[str, Read]:
    """Return what persons said of each statement of a claim, by the id of what stands."""
    backings = (*weighing.support, *weighing.against, *weighing.corrected, *weighing.earlier)
    wanted = {one.statement.id for one in backings}
    reports = dict.fromkeys(one.report.id for one in backings)
    readings = (at.reading(report, moment) for report in reports)
    return {read.shown.id: read for reading in readings for read in reading.statements if read.shown.id in wanted}


def _history(at: Desk, weighing: Weighing, reads: dict[str, Read], moment: Moment, language: str) -> tuple[Then, ...]:
    """Return how the claim stood as known on each earlier day on which something about it was learnt and changed it."""
    until = at.known_at(moment)
    learnt = {read.known_at for read in reads.values()} | {r.known_at for read in reads.values() for r in read.reviews}
    days = sorted({one.astimezone(UTC).date() for one in learnt if one <= until})
    out: list[Then] = []
    for day in days[-_SHOWN:]:
        last = min(flow.end_of(day), until)
        then = flow.weigh(at.ledger, at.theatre, weighing.claim.id, as_of=moment.as_of, known_at=last)
        made = _then(day, then[0] if then else None, at, moment, language)
        if not out or (out[-1].credibility, out[-1].said, out[-1].voices) != (made.credibility, made.said, made.voices):
            out.append(made)
    return tuple(out)


def _then(day: date, found: Weighing | None, at: Desk, moment: Moment, language: str) -> Then:
    if found is None:
        return Then(day, None, "", 0)
    said = exchange.worded([found.claim], at.seen(moment).picture, language).get(found.claim.id, "")
    return Then(day, found.credibility, said or found.claim.statement.evidence.quote, found.voices)


def why_of(backing: Backing, others: Iterable[Backing]) -> tuple[str, str]:
    """Return whose word a backing is (own, party) and why it counts or does not: a phrase of the page for each."""
    word = "own" if backing.origin == backing.teller else "party"
    if backing.counts:
        return word, "counts"
    if backing.statement.hearsay:
        return word, "hearsay"
    twin = next((one for one in others if one.statement.id == backing.shares), None)
    same = twin is not None and not set(twin.origin.split(" + ")).isdisjoint(backing.origin.split(" + "))
    return word, "same-origin" if same else "same-teller"


def _called(ids: str, language: str) -> str:
    """Return whose word it is in words: parties by the register's names, sources as they are called."""
    book = register.load()
    return ", ".join(book.name(one, language) or one for one in ids.split(" + "))


def _hanging(concerns: Iterable[Concern], one: Claim) -> tuple[Hanging, ...]:
    out: list[Hanging] = []
    for concern in concerns:
        reasons = tuple(reason for reason in concern.reasons if reason.claim is not None and reason.claim.id == one.id)
        pivot = next((p for p in concern.pivots if p.claim is not None and p.claim.id == one.id), None)
        if reasons or pivot is not None:
            out.append(Hanging(concern, reasons, pivot))
    return tuple(out)
