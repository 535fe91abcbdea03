"""What is measured of serving: requests and their time for Prometheus, a line of log each; never an address's words or a report's."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

if TYPE_CHECKING:
    from typing import TextIO

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from missionwatch.workplace import Workplace

_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


def log_to(stream: TextIO) -> None:
    """Write logs as lines of JSON to a stream; to a terminal, only what went wrong."""
    least = logging.WARNING if stream.isatty() else logging.INFO
    structlog.configure(
        processors=[
            structlog.processors.add_log_level, structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(least),
        logger_factory=structlog.PrintLoggerFactory(file=stream),
    )  # fmt: skip


class Measures:
    """The numbers of one application; ``text`` gives them as Prometheus reads them."""

    def __init__(self, workplace: Workplace) -> None:
        self._registry = CollectorRegistry()
        self.requests = Counter(
            "missionwatch_requests", "Requests answered.", ("route", "method", "status"), registry=self._registry
        )
        self.seconds = Histogram(
            "missionwatch_request_seconds", "Time from a request to the end of its answer.", ("route",), buckets=_BUCKETS,
            registry=self._registry,
        )  # fmt: skip
        bookings = Gauge("missionwatch_ledger_bookings", "Bookings in the ledger.", registry=self._registry)
        bookings.set_function(lambda: float(workplace.ledger.size))

    def text(self) -> bytes:
        """Return all numbers in Prometheus's text format."""
        return generate_latest(self._registry)


class Measuring:
    """Counts and times every request by its route (never by its address) and writes a line of log."""

    def __init__(self, app: ASGIApp, measures: Measures) -> None:
        self._app = app
        self._measures = measures
        self._log = structlog.get_logger("missionwatch.serving")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, and note it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = time.perf_counter(), 500

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, sending)
        finally:
            took = time.perf_counter() - began
            route = _route(scope)
            self._measures.requests.labels(route, scope["method"], str(status)).inc()
            self._measures.seconds.labels(route).observe(took)
            asker = scope.get("state", {}).get("asker")
            self._log.info(
                "request", route=route, method=scope["method"], status=status, ms=round(took * 1000, 1),
                by=asker.name if asker is not None else None,
            )  # fmt: skip


def _route(scope: Scope) -> str:
    """Return the pattern of the address (``/{theatre}/reports/{report}``); what matches none has one name for all."""
    route = scope.get("route")
    found = getattr(route, "path_format", None) or getattr(route, "path", None)
    return f"{scope.get('root_path', '')}{found}" if found else "other"
