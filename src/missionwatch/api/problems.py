"""What went wrong, as programs read it: problem+json (RFC 9457), the same everywhere under ``/api``."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Literal

import msgspec
from starlette.exceptions import HTTPException
from starlette.responses import Response

from missionwatch.errors import (
    AddressError,
    BookingRefusedError,
    ExchangeError,
    ExchangeNotSetUpError,
    HypothesisError,
    LedgerLockedError,
    MissionwatchError,
    NotAllowedError,
    OvertakenError,
    RendererMissingError,
    ReportError,
    SearchError,
    StoriesNotSetUpError,
    TempoNotSetUpError,
    TheatreError,
    UnknownLanguageError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

MEDIA = "application/problem+json"
PAGE = "/api/v1/"
_LOG = logging.getLogger("missionwatch.api")

Where = Literal["query", "path", "header", "body"]


class Wrong(msgspec.Struct, frozen=True, kw_only=True):
    """One parameter or field that cannot be taken: where it stands, its name, and what is wrong with it."""

    where: Where
    name: str
    says: str


class Problem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What went wrong (RFC 9457). ``type`` leads to its place in the documentation, ``detail`` says what to do."""

    type: str
    title: str
    status: int
    detail: str
    wrong: tuple[Wrong, ...] = ()


class Kind(msgspec.Struct, frozen=True):
    """A kind of problem: its HTTP status and its title."""

    status: int
    title: str


KINDS: Mapping[str, Kind] = {
    "bad-request": Kind(400, "This request means nothing"),
    "document-refused": Kind(400, "This cannot be a report"),
    "no-key": Kind(401, "Say who asks"),
    "not-allowed": Kind(403, "You may not do this"),
    "not-found": Kind(404, "There is nothing there"),
    "method-not-allowed": Kind(405, "This cannot be done here"),
    "not-acceptable": Kind(406, "It does not come in that format"),
    "booking-refused": Kind(409, "The book refuses this"),
    "changed-meanwhile": Kind(412, "It was changed meanwhile"),
    "too-large": Kind(413, "This is too large"),
    "media-not-taken": Kind(415, "This format is not taken"),
    "misdirected": Kind(421, "The workbench does not answer to that name"),
    "invalid": Kind(422, "Parameters or fields cannot be taken"),
    "too-many": Kind(429, "Too many requests"),
    "fault": Kind(500, "Something went wrong here"),
    "not-installed": Kind(501, "This is not installed here"),
    "busy": Kind(503, "Not just now"),
}
"""Every kind of problem, by the last part of its ``type``."""
_BY_STATUS = {kind.status: slug for slug, kind in reversed(list(KINDS.items()))}
_BY_CAUSE: tuple[tuple[type[MissionwatchError], str], ...] = (
    (NotAllowedError, "not-allowed"), (TheatreError, "not-found"), (AddressError, "bad-request"), (HypothesisError, "bad-request"),
    (ExchangeError, "bad-request"), (OvertakenError, "changed-meanwhile"),
    (BookingRefusedError, "booking-refused"), (ReportError, "document-refused"),
    (UnknownLanguageError, "bad-request"), (SearchError, "bad-request"), (LedgerLockedError, "busy"), (RendererMissingError, "not-installed"),
    (StoriesNotSetUpError, "not-installed"), (TempoNotSetUpError, "not-installed"), (ExchangeNotSetUpError, "not-installed"),
)  # fmt: skip
"""The kind of problem of each cause, the first that fits; what is not here is a fault of ours."""
_UNTOLD = "The workbench could not do this; whoever runs it finds the cause in its log."
_LATER = {"retry-after": "2"}


class Refusal(HTTPException):
    """What the API refuses, by its kind; ``detail`` says what is wrong and what to do."""

    def __init__(self, slug: str, detail: str, *, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(KINDS[slug].status, detail, headers=dict(headers or {}))
        self.slug = slug


def problem(
    status: int,
    detail: str,
    *,
    slug: str | None = None,
    wrong: tuple[Wrong, ...] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return the answer for a problem; ``slug`` is its kind, else the one that the status stands for."""
    found = slug or _BY_STATUS.get(status, "bad-request" if status < 500 else "fault")
    said = Problem(type=f"{PAGE}#{found}", title=KINDS[found].title, status=status, detail=detail, wrong=wrong)
    return Response(msgspec.json.encode(said), status_code=status, media_type=MEDIA, headers=dict(headers or {}))


def of_fault(fault: MissionwatchError) -> Response:
    """Return the answer for one of our own faults; what would tell of this machine (files, folders) stays in the log."""
    slug = next((slug for kind, slug in _BY_CAUSE if isinstance(fault, kind)), None)
    if slug is None or isinstance(fault.__cause__, OSError):
        _LOG.error("%s: %s", type(fault).__name__, fault)
        return problem(500, _UNTOLD)
    if slug == "busy":
        return problem(503, "Another program writes the ledger; try again in a moment.", headers=_LATER)
    return problem(KINDS[slug].status, str(fault), slug=slug)


def of_http(fault: HTTPException) -> Response:
    """Return the answer for what the framework or a guard refuses."""
    slug = fault.slug if isinstance(fault, Refusal) else None
    detail = str(fault.detail)
    if slug is None and fault.status_code == 404:
        detail = f"There is no such address; {PAGE} lists those there are."
    return problem(fault.status_code, detail, slug=slug, headers=fault.headers)


def unexpected() -> Response:
    """Return the answer for a fault that nobody foresaw."""
    return problem(500, _UNTOLD)
