"""Search: words, names and meaning across languages; what narrows it; searches kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated
from urllib.parse import parse_qsl, urlencode

import msgspec
from babel import Locale
from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time

from missionwatch import register
from missionwatch.briefing import languages
from missionwatch.errors import SearchError
from missionwatch.records import PREDICATES, KeptKind, Query
from missionwatch.web.rendering import link, render
from missionwatch.workplace import asking

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from missionwatch.records import Claim, Kept, Results, Span

router = APIRouter()
_OWN: KeptKind = "search"


@router.get("/{theatre}/search")
def search(request: Request) -> HTMLResponse:
    """Show what is searched for and what is found; before anything is asked, how to ask."""
    at, language = asking.desk(request), asking.language(request)
    moment = asking.moment(at, request.query_params)
    query, results = Query(), None
    told: SearchError | None = None
    try:
        query = _query(request.query_params.multi_items(), at.known_at(moment) if moment.known is not None else None)
        if _is_asked(query):
            results = at.search(query)
    except SearchError as fault:
        told = fault
    page = render(
        request, "search", query=query, results=results, told=told, predicates=PREDICATES, kinds=("all", "statements", "reports"),
        tongues=[(code, str(Locale(language).languages.get(code, code))) for code in languages()],
        sources=sorted(at.theatre.sources, key=lambda one: one.name.casefold()),
        missions=[(one, register.load().name(one, language) or one) for one in at.theatre.missions],
        said=at.told(moment, language) if results is not None else {},
        claims=_carried(results, at.claims(moment)) if results is not None else {},
        pieces=pieces, understood=_understood(results, language), words_said=asking.parameter(request.query_params, "words"),
        kept=[(one, _opened(request, one)) for one in at.shelf.listed(_OWN, at.theatre.name, at.asker.name)],
        asked=urlencode(query.parameters()), may_share="share" in at.asker.may, dropped=asking.parameter(request.query_params, "dropped"),
        narrowed=any((query.missions, query.places, query.first, query.last, query.sources, query.predicates, query.types, query.languages,
                      query.kind != "all", not query.meaning)),
    )  # fmt: skip
    return HTMLResponse(page, status_code=400 if told else 200)


@router.post("/{theatre}/search/kept")
def keep(
    request: Request, name: Annotated[str, Form()], query: Annotated[str, Form()], shared: Annotated[str, Form()] = ""
) -> Response:
    """Keep a search under a name, for oneself or for all."""
    at = asking.desk(request)
    at.need("save")
    if shared:
        at.need("share")
    asked = msgspec.structs.replace(Query.of(parse_qsl(query, max_num_fields=200)), cursor=None, known=None)
    state = {"query": urlencode(asked.parameters())}
    now = at.workplace.clock()
    at.shelf.keep(
        _OWN, theatre=at.theatre.name, owner=at.asker.name, name=name, now=now, state=state, shared=bool(shared)
    )
    return RedirectResponse(_with(link(request, "search"), state["query"]), status_code=303)


@router.post("/{theatre}/search/kept/{kept}/drop")
def drop(request: Request, kept: str) -> Response:
    """Take a kept search away; it can be brought back."""
    at = asking.desk(request)
    at.need("save")
    at.shelf.drop(kept, at.asker.name, now=at.workplace.clock())
    return RedirectResponse(_with(link(request, "search"), urlencode({"dropped": kept})), status_code=303)


@router.post("/{theatre}/search/kept/{kept}/back")
def bring_back(request: Request, kept: str) -> Response:
    """Bring back a kept search that was taken away."""
    at = asking.desk(request)
    at.need("save")
    found = at.shelf.bring_back(kept, at.asker.name)
    return RedirectResponse(_opened(request, found), status_code=303)


def _query(said: Iterable[tuple[str, str]], known: datetime | None) -> Query:
    """Return the query of an address; what was known is the page's own moment, written as a day."""
    query = Query.of(
        (key, one.strip())
        for key, value in said
        if key != "known"
        for one in (value.split(",") if key == "place" else [value])
    )
    return msgspec.structs.replace(query, known=known)


def _is_asked(query: Query) -> bool:
    """Say whether a query asks for anything: words, or a filter."""
    usual = Query(kind=query.kind, meaning=query.meaning, size=query.size, known=query.known)
    return query != usual


def _carried(results: Results, claims: Mapping[str, Claim]) -> dict[str, str]:
    """Return the claim (id) that each statement found says; what it denies or was corrected in is not what it says."""
    found = ((hit.id, claims.get(hit.id)) for hit in results.hits if hit.statement is not None)
    return {one: claim.id for one, claim in found if claim is not None and any(s.id == one for s in claim.support)}


def _understood(results: Results | None, language: str) -> list[tuple[str, list[str]]]:
    """Return the names that a search understood, each with who that may be, in a language."""
    names = register.load()
    found = results.names if results is not None else {}
    return [(said, [names.name(one, language) or one for one in ids]) for said, ids in found.items()]


def pieces(text: str, begin: int, marks: Iterable[Span]) -> Iterator[tuple[str, bool]]:
    """Yield a stretch of text in pieces, each with whether it is marked; ``begin`` is where it stands in what the marks count in."""
    at = 0
    for mark in sorted(marks, key=lambda one: (one.start, one.end)):
        first, last = max(mark.start - begin, at), min(mark.end - begin, len(text))
        if first < last:
            if at < first:
                yield text[at:first], False
            yield text[first:last], True
            at = last
    if at < len(text):
        yield text[at:], False


def _opened(request: Request, kept: Kept) -> str:
    """Return the address of a kept search, at the moment and in the language of this page."""
    return _with(link(request, "search"), kept.state.get("query", ""))


def _with(address: str, query: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}{query}" if query else address
