"""The API held to its own description, by schemathesis: every operation, with examples made from the document."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.config import (
    ChecksConfig,
    PositiveDataAcceptanceConfig,
    ProjectConfig,
    ProjectsConfig,
    SchemathesisConfig,
)

from missionwatch.serving import make_app
from tests.api.conftest import KEY, SETTINGS
from tests.workbench import demo_ledger, demo_workplace

if TYPE_CHECKING:
    from missionwatch.workplace import Workplace


@cache
def _workplace() -> Workplace:
    """Return a workplace on a copy of its own, which the operations may write to."""
    place = Path(tempfile.mkdtemp(prefix="missionwatch-tests-")) / "mali.db"
    shutil.copyfile(demo_ledger(), place)
    return demo_workplace(place)


class _Started:
    """The application as a server that has started: each call of schemathesis would start and stop it anew."""

    def __init__(self, app: Any) -> None:
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "lifespan":
            await self._app(scope, receive, send)
            return
        while (message := await receive())["type"] != "lifespan.shutdown":
            await send({"type": f"{message['type']}.complete"})
        await send({"type": "lifespan.shutdown.complete"})


# What no schema can say (a day that comes after another, a document without a word) is told with 400; what a schema does say, with 422.
_FITS = PositiveDataAcceptanceConfig(expected_statuses=["2xx", "304", "400", "401", "403", "404", "409", "5xx"])
_CHECKS = ChecksConfig(positive_data_acceptance=_FITS)
_CONFIG = SchemathesisConfig(projects=ProjectsConfig(default=ProjectConfig(checks=_CHECKS)))
schema: Any = schemathesis.openapi.from_asgi(
    "/api/v1/openapi.json", _Started(make_app(_workplace(), SETTINGS)), config=_CONFIG, headers={"host": "testserver"}
)


@schemathesis.serializer(
    "application/pdf", "application/vnd.oasis.opendocument.text", "message/rfc822",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)  # fmt: skip
def as_it_is(_: Any, value: Any) -> Any:
    """Send a document as the bytes that it is."""
    return value if isinstance(value, bytes) else str(value).encode()


_THERE = {
    "theatre": "mali", "mission": "takuba", "statement": "ce18309561d4ec2d7087d0155e2c815c", "claim": "51ed3c07",
    "report": "c80662c74b7a97caa13a684a4b872746", "source": "elysee",
}  # fmt: skip


@schema.hook  # type: ignore[untyped-decorator]
def map_path_parameters(_context: Any, path_parameters: dict[str, Any] | None) -> dict[str, Any] | None:
    """Ask mostly for what is there: names made by chance are hardly ever."""
    for name, there in _THERE.items():
        said = (path_parameters or {}).get(name)
        if path_parameters is not None and isinstance(said, str) and (name == "theatre" or len(said) % 2):
            path_parameters[name] = there
    return path_parameters


@schema.hook  # type: ignore[untyped-decorator]
def map_query(_context: Any, query: dict[str, Any] | None) -> dict[str, Any] | None:
    """The same of the missions that are asked for."""
    if query is not None and isinstance(said := query.get("mission"), str) and len(said) % 2:
        query["mission"] = "takuba"
    return query


@pytest.mark.slow
@schema.parametrize()  # type: ignore[untyped-decorator]
@settings(
    max_examples=3, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
def test_every_answer_is_as_described(case: schemathesis.Case[Any]) -> None:
    if case.operation.path.endswith("/replay") and str(case.query.get("every", "1")) == "1":
        case.query["every"] = "40"  # a replay of every day takes seconds
    case.call_and_validate(headers=KEY)
