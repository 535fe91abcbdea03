"""A site on loopback that plays what its test says, and what a test needs to visit it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from missionwatch.clock import stopped_at
from missionwatch.records import Collect, Source, Theatre
from missionwatch.sources import collecting
from missionwatch.sources.addresses import AddressGuard
from missionwatch.sources.decoding import Limits
from missionwatch.sources.fetching import Client
from missionwatch.sources.politeness import Pace
from missionwatch.sources.state import Collection

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2022, 2, 20, 12, 0, tzinfo=UTC)
CLOCK = stopped_at(NOW)
LOOPBACK = ("127.0.0.1", "::1")


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes


@dataclass
class Answer:
    """``whole`` False: the connection is cut after the body, however long it was said to be."""

    body: bytes | str | Iterable[bytes] = b""
    status: int = 200
    kind: str | None = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    whole: bool = True


Route = Answer | bytes | str | Callable[[Request], Answer]


class Site:
    """Answers by path; what is not set is 404. ``asked`` is what was asked, robots.txt apart."""

    def __init__(self) -> None:
        self.routes: dict[str, Route] = {}
        self.requests: list[Request] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # head and body are two writes: else each answer waits 40 ms

            def do_GET(self) -> None:
                site._play(self)

            do_POST = do_GET  # noqa: N815

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self._server.handle_error = lambda *_: None  # type: ignore[method-assign]  # clients that hang up are the point
        self.port = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    def __setitem__(self, path: str, route: Route) -> None:
        self.routes[path] = route

    @property
    def asked(self) -> list[str]:
        return [one.path for one in self.requests if one.path != "/robots.txt"]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _play(self, handler: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(handler.path)
        body = handler.rfile.read(int(handler.headers.get("content-length") or 0))
        query = {key: values[0] for key, values in parse_qs(parts.query, keep_blank_values=True).items()}
        lower = {key.lower(): value for key, value in handler.headers.items()}
        request = Request(handler.command, parts.path, query, lower, body)
        self.requests.append(request)
        route = self.routes.get(parts.path, Answer("not here", 404))
        answer = route(request) if callable(route) else route
        if not isinstance(answer, Answer):
            answer = Answer(answer)
        handler.send_response(answer.status)
        if answer.kind:
            handler.send_header("content-type", answer.kind)
        for key, value in answer.headers.items():
            handler.send_header(key, value)
        data = answer.body.encode() if isinstance(answer.body, str) else answer.body
        named = {key.lower() for key in answer.headers}
        if isinstance(data, bytes):
            if "content-length" not in named:
                handler.send_header("content-length", str(len(data)))
            pieces: Iterable[bytes] = (data,)
        else:
            handler.send_header("connection", "close")
            handler.close_connection = True
            pieces = data
        handler.end_headers()
        for piece in pieces:
            handler.wfile.write(piece)
        if not answer.whole:
            handler.wfile.flush()
            handler.close_connection = True


@pytest.fixture
def site() -> Iterator[Site]:
    """Give a site with an empty robots.txt."""
    made = Site()
    made["/robots.txt"] = Answer("", kind="text/plain")
    yield made
    made.close()


QUICK = Limits(largest=2_000_000, seconds=5.0, attempts=3, longest_wait=2.0, pause=0.01)


def make_client(
    cache: Path | None = None,
    *,
    allow: Iterable[str] = LOOPBACK,
    guard: AddressGuard | None = None,
    limits: Limits = QUICK,
    **more: Any,
) -> Client:
    return Client(
        cache=cache, contact="desk@example.org", guard=guard or AddressGuard(allow), limits=limits,
        pace=Pace(0.0, longest_wait=limits.longest_wait), clock=CLOCK, **more,
    )  # fmt: skip


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    with make_client(tmp_path / "cache.db") as made:
        yield made


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    with Collection(tmp_path / "missionwatch.collected") as made:
        yield made


def theatre_with(*collects: Collect) -> Theatre:
    sources = tuple(
        Source(id=name, name=name.title(), language="nl") for name in dict.fromkeys(c.source for c in collects)
    )
    return Theatre(
        name="mine", title={"nl": "Mali"}, own="NL", missions=("mission:minusma",), sources=sources, collect=collects,
        allow=LOOPBACK, contact="desk@example.org",
    )  # fmt: skip


@dataclass
class Desk:
    """Runs a source against a collection, as the command does."""

    collection: Collection
    client: Client
    clock: Callable[[], datetime] = CLOCK

    def visit(self, connector: str, **said: Any) -> collecting.Visited:
        """Visit once; what is no setting of all connectors is an option of this one."""
        source, environment = said.pop("source", "s"), said.pop("environment", None)
        common = {key: said.pop(key) for key in ("since", "most", "api", "name", "every") if key in said}
        dry, asked = said.pop("dry", False), said.pop("asked_since", None)
        one = Collect(source=source, connector=connector, pace=0.0, options=said, **common)
        (visited,) = collecting.collect(
            theatre_with(one), self.collection, self.client, clock=self.clock, environment=environment or {}, dry=dry, since=asked
        )  # fmt: skip
        return visited

    def documents(self) -> list[Any]:
        return [waiting.document for waiting in self.collection.waiting()]


@pytest.fixture
def desk(collection: Collection, client: Client) -> Desk:
    return Desk(collection, client)
