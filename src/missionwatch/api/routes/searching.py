"""The book searched: by words, names and meaning."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query as Parameter
from starlette.responses import Response

from missionwatch import flow
from missionwatch.api.answering import give_as_it_is
from missionwatch.api.operations import operation
from missionwatch.api.parameters import DAY, IDENTITY, ISO, NAME, Flag, Known, Place, as_day
from missionwatch.records import Predicate, Query, Results, Sought

_Day = Annotated[str | None, Parameter(pattern=DAY, json_schema_extra=ISO)]


@operation("/theatres/{theatre}/search", gives=Results, tag="Search", may=("not-installed",))
def search(
    at: Place,
    words: Annotated[
        str,
        Parameter(
            max_length=1000,
            description='Words in any language, "a phrase", a beginning*, -unwanted.',
            examples=["Danish troops"],
        ),
    ] = "",
    mission: Annotated[str | None, Parameter(pattern=NAME, description="Of this mission.", examples=["takuba"])] = None,
    place: Annotated[
        str | None,
        Parameter(
            max_length=100, description="Of this place, or of a country with the places in it.", examples=["Gao"]
        ),
    ] = None,
    first: Annotated[_Day, Parameter(alias="from", description="Speaks of that day or later.")] = None,
    last: Annotated[_Day, Parameter(alias="to", description="Speaks of that day or earlier.")] = None,
    known: Known = None,
    source: Annotated[str | None, Parameter(pattern=IDENTITY, description="From this source.")] = None,
    predicate: Annotated[Predicate | None, Parameter(description="Statements of this sort.")] = None,
    type: Annotated[  # noqa: A002 - the parameter's name
        str | None, Parameter(pattern=r"^[a-z_]{1,40}$", description="Events of this type.", examples=["withdraw"])
    ] = None,
    lang: Annotated[str | None, Parameter(pattern=r"^[a-z]{2}$", description="In this language.")] = None,
    kind: Annotated[Sought, Parameter(description="Statements, reports or both.")] = "all",
    meaning: Annotated[
        Flag, Parameter(description="Whether meaning is searched too, where the extra `stories` is there.")
    ] = "true",
    limit: Annotated[int, Parameter(ge=1, le=200, description="So many hits at most.")] = 20,
    cursor: Annotated[
        str | None, Parameter(max_length=1000, description="The next page: `cursor` of the page before.")
    ] = None,
) -> Response:
    """Find statements and reports in the whole ledger by words, names and meaning, across languages; the best first."""
    day = as_day(known, "known")

    def one(said: str | None) -> tuple[str, ...]:
        return (said,) if said else ()

    query = Query(
        words=words, missions=one(mission), places=one(place), first=as_day(first, "from"), last=as_day(last, "to"),
        known=flow.end_of(day) if day is not None else None, sources=one(source), predicates=one(predicate), types=one(type),
        languages=one(lang), kind=kind, meaning=meaning == "true", size=limit, cursor=cursor,
    )  # fmt: skip
    return give_as_it_is(at.request, at.desk.search(query), headers=at.bears())
