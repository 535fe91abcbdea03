"""The OpenAPI document (3.1): the operations from FastAPI, the schemas from the records themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from fastapi.openapi.utils import get_openapi

from missionwatch import __version__
from missionwatch.api.operations import REFS, types

if TYPE_CHECKING:
    from fastapi import FastAPI

TAGS = (
    ("Theatres", "What is followed here."),
    ("Picture", "What held at a day, as known at a day: claims, why they are believed, what changed, what lies ahead."),
    ("Search", "Statements and reports by words, names and meaning."),
    ("Assessment", "How worrying each mission's state is, why, over time, and what if."),
    ("Statements", "What the reports say, one statement at a time, and a person's word on it."),
    ("Reports", "What was read, what goes together, and what is added."),
    ("Telling", "The picture in words and drawings."),
    ("Exchange", "The picture in the standards of the field."),
    ("Sources", "Where reports come from, and how far each can be relied on."),
    ("Ledger", "The book itself."),
)
_ABOUT = (
    "Reports on international missions as sourced, dated, graded statements, and the picture they make. Every read is of a day "
    "(`as-of`) as known at a day (`known`). What is wrong is told as problem+json (RFC 9457). Lists come a page at a time: go on "
    "with `next`, which also stands in the header Link. `x-permission` says what one must be allowed for an operation."
)


def document(app: FastAPI, prefix: str, *, keys: bool) -> dict[str, Any]:
    """Return the document of an API that is mounted at ``prefix``; ``keys`` says that a key is needed, else it may be left out."""
    made = get_openapi(
        title="missionwatch", version=__version__, openapi_version="3.1.0", description=_ABOUT, routes=app.routes,
        tags=[{"name": name, "description": says} for name, says in TAGS],
    )  # fmt: skip
    _, schemas = msgspec.json.schema_components(types(), ref_template=REFS)
    made["paths"] = {f"{prefix}{path}": operations for path, operations in made["paths"].items()}
    made["components"] = {
        "schemas": dict(sorted(schemas.items())),
        "securitySchemes": {
            "key": {"type": "http", "scheme": "bearer", "description": "A key (`mw_…`): Authorization: Bearer mw_…"}
        },
    }
    for operations in made["paths"].values():
        for operation in operations.values():
            if not keys:
                operation["security"] = [*operation["security"], {}]
    return made
