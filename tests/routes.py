"""The routes of an application, as they are there: for tests that must miss none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from starlette.routing import Mount

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fastapi import FastAPI
    from starlette.routing import BaseRoute


class Way(NamedTuple):
    """A method and the pattern of an address."""

    method: str
    path: str


def routes_of(app: FastAPI) -> tuple[Way, ...]:
    """Return every way into an application, through what is mounted and included too; files that lie still are none."""
    return tuple(dict.fromkeys(_walk(app.routes, "")))


def _walk(routes: Iterable[BaseRoute], before: str) -> Iterator[Way]:
    for route in routes:
        included = getattr(route, "original_router", None)
        if included is not None:
            yield from _walk(included.routes, before)
        elif isinstance(route, Mount):
            if route.path != "/static":
                assert route.routes, f"{route.path} is mounted, and its routes cannot be seen"
                yield from _walk(route.routes, before + route.path)
        else:
            path = before + str(getattr(route, "path"))  # noqa: B009 - of each kind of route
            for method in sorted(getattr(route, "methods", None) or {"POST"}):
                if method != "HEAD":
                    yield Way(method, path)
