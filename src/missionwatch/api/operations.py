"""Operations: a function becomes an address with its parameters, its answers, its permission and its place in the document."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import msgspec
from fastapi import APIRouter, Depends
from fastapi.routing import APIRoute
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time
from starlette.responses import Response

from missionwatch.api.problems import KINDS, MEDIA, Problem, Refusal
from missionwatch.errors import NotAllowedError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Mapping

    from fastapi.dependencies.models import Dependant

    from missionwatch.records import Permission
    from missionwatch.workplace import Asker

router = APIRouter(prefix="/v1")
REFS = "#/components/schemas/{name}"
BINARY: Mapping[str, Any] = {"type": "string", "format": "binary"}
TEXT: Mapping[str, Any] = {"type": "string"}
JSON = "application/json"
_TYPES: list[Any] = [Problem]
_ALWAYS = ("bad-request", "no-key", "not-allowed", "not-found", "invalid", "too-many", "fault", "busy")
_WRITING = ("booking-refused", "too-large", "media-not-taken")
_Handler = TypeVar("_Handler", bound="Callable[..., Any]")
_CACHED = {
    "ETag": {"description": "Stands for this answer: send it as If-None-Match and get 304 while nothing changed.", "schema": TEXT},
}  # fmt: skip
_MARKED = {
    "TLP": {"description": "The mark (TLP 2.0) that the answer bears: the strictest of the reports it rests on.", "schema": TEXT},
}  # fmt: skip
_LINKED = {"Link": {"description": 'The next page, rel="next", where there is one.', "schema": TEXT}}


def types() -> tuple[Any, ...]:
    """Return every type that answers and bodies are made of."""
    return tuple(_TYPES)


def schema(of: Any) -> dict[str, Any]:
    """Return the JSON schema of a type; what it is made of is named, and stands in the document once."""
    if of not in _TYPES:
        _TYPES.append(of)
    (found,), _ = msgspec.json.schema_components([of], ref_template=REFS)
    return dict(found)


def operation(
    path: str,
    *,
    gives: Any,
    tag: str,
    method: Literal["GET", "POST", "PUT"] = "GET",
    needs: Permission = "read",
    takes: Mapping[str, Any] | None = None,
    example: Any = None,
    created: bool = False,
    may: Iterable[str] = (),
) -> Callable[[_Handler], _Handler]:
    """Return what makes a function an operation.

    ``gives`` is the type of its answer, or what it gives by media type; ``takes`` the same of its body, with an ``example``.
    ``created`` says that it may make something new (201). ``may`` are kinds of problem beyond the usual ones.
    """
    media = gives if isinstance(gives, dict) else {JSON: gives}
    paged = JSON in media and getattr(media[JSON], "__origin__", None) is not None and "Page[" in str(media[JSON])
    heads = (
        (_CACHED if method == "GET" else {}) | (_MARKED if "{theatre}/" in path else {}) | (_LINKED if paged else {})
    )
    content = {name: {"schema": _schema(of)} for name, of in media.items()}
    responses: dict[int | str, dict[str, Any]] = {
        200: {"description": "What was asked." if method == "GET" else "It stood so already, or stands so now.",
              "content": content, "headers": heads},
    }  # fmt: skip
    if created:
        where = {"Location": {"description": "Where it is.", "schema": TEXT}}
        responses[201] = {"description": "It was booked.", "content": content, "headers": where}
    if method == "GET":
        responses[304] = {"description": "Nothing changed since the answer that If-None-Match stands for."}
    for slug in (*_ALWAYS, *(_WRITING if takes else ()), *may):
        kind = KINDS[slug]
        said = responses.setdefault(
            kind.status, {"description": kind.title, "content": {MEDIA: {"schema": schema(Problem)}}}
        )
        if kind.title not in said["description"]:
            said["description"] += f"; {kind.title}"
    extra: dict[str, Any] = {"x-permission": needs, "security": [{"key": [needs]}]}
    if takes:
        body = {name: {"schema": _schema(of)} for name, of in takes.items()}
        if example is not None:
            body[JSON]["example"] = example
        extra["requestBody"] = {"required": True, "content": body}

    def made(function: _Handler) -> _Handler:
        text = inspect.cleandoc(function.__doc__ or "")
        known: set[str] = set()
        router.add_api_route(
            path, function, methods=[method], tags=[tag], operation_id=function.__name__.strip("_"),
            summary=text.split("\n", 1)[0].rstrip("."), description=text, response_model=None, response_class=Response,
            responses=responses, openapi_extra=extra, dependencies=[Depends(_allowed(needs, known))],
        )  # fmt: skip
        added = router.routes[-1]
        if isinstance(added, APIRoute):
            known.update(_named(added.dependant))
        return function

    return made


def who(request: Request) -> Asker:
    """Return who asks, as the guards found; raise ``Refusal`` (401) where they found nobody."""
    found: Asker | None = getattr(request.state, "asker", None)
    if found is None:
        raise Refusal(
            "no-key", "Send a key with the request: Authorization: Bearer mw_…",
            headers={"www-authenticate": 'Bearer realm="missionwatch"'},
        )  # fmt: skip
    return found


def _schema(of: Any) -> dict[str, Any]:
    return dict(of) if isinstance(of, dict) else schema(of)


def _named(dependant: Dependant) -> Iterator[str]:
    """Yield the names of the parameters in the query that an operation and what it depends on know."""
    yield from (field.alias for field in dependant.query_params)
    for one in dependant.dependencies:
        yield from _named(one)


def _allowed(needs: Permission, known: Collection[str]) -> Callable[[Request], Awaitable[None]]:
    async def allowed(request: Request) -> None:
        asker = who(request)
        if needs not in asker.may:
            raise NotAllowedError(f"{asker.name} may not do this: it needs the permission {needs!r}")
        said = [name for name, _ in request.query_params.multi_items()]
        for name in said:
            if name not in known:  # a slip in ``as-of`` must not show today
                there = ", ".join(sorted(known)) or "none"
                raise Refusal("bad-request", f"There is no parameter {name[:80]!r} here; there is {there}.")
            if said.count(name) > 1:
                raise Refusal("bad-request", f"The parameter {name!r} is given twice; give it once.")

    return allowed
