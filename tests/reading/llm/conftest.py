"""An OpenAI-compatible endpoint of our own on loopback, which answers what a test tells it to."""

from __future__ import annotations

import json
import threading
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Protocol

import pytest
import stamina

from missionwatch.reading.llm import LlmReader, LlmSettings
from missionwatch.reports import make_report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from missionwatch.records import Report


def said(quote: str, predicate: str, **fields: Any) -> dict[str, Any]:
    """Return a statement as a model gives it; ``roles`` as a dict of words."""
    roles = [{"role": role, "words": words} for role, words in fields.pop("roles", {}).items()]
    return {"quote": quote, "predicate": predicate, "roles": roles, **fields}


@dataclass(slots=True)
class Canned:
    """One answer of the endpoint."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    wait: float = 0.0


@dataclass(slots=True)
class Endpoint:
    """What the endpoint will answer, and what it was asked. With nothing left to say it finds no statements."""

    url: str = ""
    answers: deque[Canned] = field(default_factory=deque)
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def says(self, *statements: dict[str, Any], tokens: int = 100) -> None:
        self.completes(json.dumps({"statements": statements}, ensure_ascii=False), tokens=tokens)

    def completes(
        self, content: str | None, *, tokens: int = 100, finish: str = "stop", refusal: str | None = None
    ) -> None:
        choice = {"message": {"role": "assistant", "content": content, "refusal": refusal}, "finish_reason": finish}
        self.sends(json.dumps({"choices": [choice], "usage": {"total_tokens": tokens}}).encode())

    def sends(self, body: bytes = b"", status: int = 200, *, wait: float = 0.0, **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers.append(Canned(body, status, named, wait))


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    state = Endpoint()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            state.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            state.headers.append({"path": self.path, **self.headers})
            if not state.answers:
                state.says()
            canned = state.answers.popleft()
            time.sleep(canned.wait)
            with suppress(BrokenPipeError, ConnectionResetError):  # who asked has hung up
                self.send_response(canned.status)
                for name, value in canned.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(canned.body)))
                self.end_headers()
                self.wfile.write(canned.body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(autouse=True)
def no_pauses() -> Iterator[None]:
    with stamina.set_testing(True, attempts=4, cap=True):  # tries as often, without the waiting
        yield


class Settings(Protocol):
    def __call__(self, **changes: Any) -> LlmSettings: ...


@pytest.fixture
def settings(endpoint: Endpoint, tmp_path: Path) -> Settings:
    def make(**changes: Any) -> LlmSettings:
        given: dict[str, Any] = {"url": endpoint.url, "model": "m", "cache": tmp_path / "cache", "timeout": 5}
        return LlmSettings(**(given | changes))

    return make


@pytest.fixture
def reader(settings: Settings) -> LlmReader:
    return LlmReader(settings())


class Make(Protocol):
    def __call__(self, text: str, language: str = "en") -> Report: ...


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def made(text: str, language: str = "en") -> Report:
        path = tmp_path / "report.txt"
        path.write_text(text, encoding="utf-8")
        return make_report(path, published=date(2022, 2, 7), language=language)

    return made
