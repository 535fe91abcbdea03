"""What a form sent: read before the handler runs, so that handlers may wait for the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import Depends
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time

from missionwatch.errors import AddressError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_FIELDS, _PART = 400, 20_000_000  # fields of a form, bytes of one


async def _read(request: Request) -> AsyncIterator[FormData]:
    async with request.form(max_files=1, max_fields=_FIELDS, max_part_size=_PART) as form:
        yield form


Entries = Annotated[FormData, Depends(_read)]
"""What a form sent."""


def text_of(form: FormData, name: str, most: int = 2000) -> str:
    """Return what stands in a field, empty where it is not there; raise ``AddressError`` where it is longer than ``most``."""
    found = form.get(name, "")
    said = found.strip() if isinstance(found, str) else ""
    if len(said) > most:
        raise AddressError(f"{name} is longer than {most} characters")
    return said


def file_of(form: FormData, name: str) -> UploadFile | None:
    """Return the file of a field, None where none was chosen."""
    found = form.get(name)
    return found if isinstance(found, UploadFile) and found.filename else None


def all_of(form: FormData) -> dict[str, list[str]]:
    """Return all text of a form, by field."""
    out: dict[str, list[str]] = {}
    for name, value in form.multi_items():
        if isinstance(value, str):
            out.setdefault(name, []).append(value)
    return out


def number_of(form: FormData, name: str) -> int | None:
    """Return a count from a field, None where it is empty; raise ``AddressError`` where it is none."""
    said = text_of(form, name, 20)
    if not said:
        return None
    if not (said.isascii() and said.isdigit()):
        raise AddressError(f"{name}={said!r} is no number")
    return int(said)
