"""Theatres, the picture, its claims and why they are believed, changes, the calendar."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import msgspec
from fastapi import Path, Query
from starlette.requests import Request
from starlette.responses import Response

from missionwatch import exchange, flow
from missionwatch.api.answering import give, give_as_it_is, one_page
from missionwatch.api.answers import Page, Sight, TheatreCard
from missionwatch.api.operations import operation, who
from missionwatch.api.parameters import IDENTITY, At, Known, ListAt, MissionName, Place, Since, as_day
from missionwatch.api.problems import Refusal
from missionwatch.records import CalendarDay, Change, Claim, Picture, Predicate, Tempo, Theatre, Weighing
from missionwatch.workplace import Moment, asking

if TYPE_CHECKING:
    from datetime import date

    from missionwatch.workplace import Desk

_FORTNIGHT = timedelta(days=14)
ClaimId = Annotated[
    str,
    Path(
        pattern=IDENTITY, description="The claim's id, or the beginning of it that no other has.", examples=["51ed3c07"]
    ),
]


@operation("/theatres", gives=tuple[TheatreCard, ...], tag="Theatres")
def theatres(request: Request) -> Response:
    """List the theatres that are followed here."""
    at = asking.workplace(request)
    return give_as_it_is(request, tuple(_card(at.desk(who(request), name)) for name in at.theatres))


@operation("/theatres/{theatre}", gives=TheatreCard, tag="Theatres")
def theatre(at: Place) -> Response:
    """Show one theatre: its missions, and the days between which there is something to see."""
    return give_as_it_is(at.request, _card(at.desk))


@operation("/theatres/{theatre}/picture", gives=Sight, tag="Picture")
def picture(at: At, mission: MissionName = None) -> Response:
    """Show the state of each mission as of a day, as known at a day.

    The same as `missionwatch picture --json`: the picture, the concerns about its missions, the event data beside it.
    """
    wanted = at.mission(mission) if mission is not None else None

    def work() -> Sight:
        seen = at.seen()
        if wanted is None:
            return Sight(picture=public(seen.picture), concerns=seen.concerns, tempo=seen.tempos)
        return Sight(
            picture=public(exchange.only(seen.picture, wanted)),
            concerns=tuple(one for one in seen.concerns if one.mission == wanted),
            tempo=tuple(one for one in seen.tempos if one.mission == wanted),
        )

    return give(at, work, at.seen().picture.known_at, mark=at.mark)


@operation("/theatres/{theatre}/tempo", gives=tuple[Tempo, ...], tag="Picture")
def tempo(at: At, mission: MissionName = None) -> Response:
    """Show incidents and deaths near the missions' places, as datasets count them; empty where no event data are loaded."""
    wanted = at.mission(mission) if mission is not None else None
    return give(at, lambda: tuple(one for one in at.seen().tempos if wanted in (None, one.mission)))


@operation("/theatres/{theatre}/claims", gives=Page[Claim], tag="Picture")
def claims(
    at: ListAt,
    mission: MissionName = None,
    predicate: Annotated[
        Predicate | None, Query(description="Only claims of this sort.", examples=["contribution"])
    ] = None,
    type: Annotated[  # noqa: A002 - the parameter's name
        str | None, Query(pattern=r"^[a-z_]{1,40}$", description="Only events of this type.", examples=["withdraw"])
    ] = None,
) -> Response:
    """List the claims of the picture: what several statements say together."""
    wanted = at.mission(mission) if mission is not None else None

    def work() -> Page[Claim]:
        seen = at.picture()
        found = (exchange.only(seen, wanted) if wanted is not None else seen).claims
        chosen = [one for one in found if predicate in (None, one.predicate) and type in (None, one.type)]
        return one_page(at, chosen)

    return give(at, work)


@operation("/theatres/{theatre}/claims/{claim}", gives=Claim, tag="Picture")
def claim(at: At, claim: ClaimId) -> Response:
    """Show one claim: its statements, who denies it, what is disputed."""
    return give(at, lambda: _weighed(at, claim).claim, mark=at.mark)


@operation("/theatres/{theatre}/claims/{claim}/why", gives=Weighing, tag="Picture")
def why(at: At, claim: ClaimId) -> Response:
    """Show what a claim rests on, and why it is how credible.

    Each statement with its words, source and voice, the rule that gave the credibility, and what would change it.
    """
    return give(at, lambda: _weighed(at, claim), mark=at.mark)


@operation("/theatres/{theatre}/changes", gives=Page[Change], tag="Picture")
def changes(
    at: ListAt,
    since: Since = None,
    known_since: Annotated[
        Known, Query(alias="known-since", description="The earlier day as known at the end of that day.")
    ] = None,
    mission: MissionName = None,
) -> Response:
    """List what changed from `since` to `as-of`, the weightiest first.

    Each day is seen as known on its own evening; `known` sees both as known at the end of that day, `known-since` the earlier
    one only. The same day at two moments shows what was learnt since.
    """
    wanted = at.mission(mission) if mission is not None else None
    first, last = as_day(since, "since") or at.moment.as_of - _FORTNIGHT, at.moment.as_of
    if first > last:
        raise Refusal("bad-request", f"since ({first}) comes after as-of ({last}); give the earlier day first.")
    then = Moment(first, as_day(known_since, "known-since") or at.moment.known or first)
    now = Moment(last, at.moment.known or last)

    def work() -> Page[Change]:
        found = at.desk.changes(then, now)
        return one_page(at, [one for one in found if wanted in (None, one.mission)])

    return give(at, work)


@operation("/theatres/{theatre}/calendar", gives=Page[CalendarDay], tag="Picture")
def calendar(at: ListAt, mission: MissionName = None) -> Response:
    """List the dates ahead, each with the claim that names it."""
    wanted = at.mission(mission) if mission is not None else None

    def work() -> Page[CalendarDay]:
        seen = at.picture()
        return one_page(at, (exchange.only(seen, wanted) if wanted is not None else seen).calendar)

    return give(at, work)


def public(seen: Picture) -> Picture:
    """Return a picture without what in its theatre's file is its keeper's business: whom it warns, how it collects, where it lies."""
    plain = msgspec.structs.replace(seen.theatre, collect=(), alerts=(), contact=None, allow=(), indicators=None)
    return msgspec.structs.replace(seen, theatre=plain)


def earlier(day: date) -> date:
    """Return the day from which things are called new where nobody says since when."""
    return day - _FORTNIGHT


def _card(at: Desk) -> TheatreCard:
    of: Theatre = at.theatre
    first, last = at.span()
    return TheatreCard(
        name=of.name, title=of.title, own=of.own, missions=of.missions, countries=of.countries, first=first, last=last,
        today=at.today().as_of,
    )  # fmt: skip


def _weighed(at: At, beginning: str) -> Weighing:
    day = at.moment.as_of
    found = flow.weigh(at.desk.ledger, at.desk.theatre, beginning, as_of=day, known_at=at.known_at)
    exact = [one for one in found if one.claim.id == beginning]
    if len(exact or found) != 1:
        if found:
            there = ", ".join(sorted(one.claim.id for one in found[:8]))
            raise Refusal("not-found", f"Several claims begin so: {there}.")
        raise Refusal("not-found", f"There is no such claim as of {day}; `claims` lists those there are.")
    return (exact or found)[0]
