"""What a request names: the theatre, the day and what was known, a page of a list. The words are those of the pages' addresses."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from datetime import date, datetime
from threading import Lock
from typing import TYPE_CHECKING, Annotated, Literal
from urllib.parse import urlencode

import msgspec
from fastapi import Depends, Path, Query
from starlette.requests import Request

from missionwatch import flow
from missionwatch.api.problems import Refusal
from missionwatch.records import Picture
from missionwatch.workplace import Desk, Moment, asking
from missionwatch.workplace.asked import Seen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from missionwatch.records import Tlp

DAY = r"^[1-8]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
NAME = r"^[A-Za-z0-9][A-Za-z0-9:_.-]{0,79}$"
ISO = {"format": "date"}
IDENTITY = r"^[0-9A-Za-z][0-9A-Za-z:._-]{0,127}$"
"""What ids look like: of reports, statements, claims, sources."""

TheatreName = Annotated[str, Path(pattern=NAME, description="The theatre's name.", examples=["mali"])]
AsOf = Annotated[
    str | None,
    Query(
        alias="as-of",
        pattern=DAY,
        json_schema_extra=ISO,
        description="The day that is asked for (default: today).",
        examples=["2022-03-01"],
    ),
]
Known = Annotated[
    str | None,
    Query(
        pattern=DAY,
        json_schema_extra=ISO,
        description="As known at the end of that day (default: as known now).",
        examples=["2022-03-01"],
    ),
]
Since = Annotated[
    str | None,
    Query(
        pattern=DAY,
        json_schema_extra=ISO,
        description="The earlier day (default: two weeks before).",
        examples=["2022-02-08"],
    ),
]
MissionName = Annotated[
    str | None, Query(pattern=NAME, description="One mission only, by its register name.", examples=["takuba"])
]
LanguageName = Annotated[
    Literal["nl", "en", "fr"] | None,
    Query(alias="lang", description="The language to write in (default: yours).", examples=["en"]),
]
Flag = Literal["true", "false"]
Limit = Annotated[int, Query(ge=1, le=500, description="How many at most.")]
CursorText = Annotated[
    str | None,
    Query(pattern=r"^[A-Za-z0-9_-]+$", max_length=1000, description="Where to go on: `next` of the page before."),
]


class Cursor(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """Where a list goes on: the list it is of, after what, and as known when: so that pages fit while the book grows.

    It is not signed: another position in a list that one may read anyway is no secret.
    """

    of: str
    after: int | str
    known_at: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """Where somebody asks, and of which moment."""

    request: Request
    desk: Desk
    moment: Moment

    @property
    def known_at(self) -> datetime:
        """Return the moment up to which things are known; "now" is one moment while the book stays the same."""
        return _known(self)

    def seen(self) -> Seen:
        """Return the picture of the moment, with what belongs to it."""
        return self.desk.seen(self.moment)

    def mark(self) -> Tlp:
        """Return the mark (TLP 2.0) of the picture of the moment: the strictest of the reports it rests on."""
        return self.desk.mark_of(self.seen().picture.reports)

    def bears(self, reports: Iterable[str] | None = None) -> dict[str, str]:
        """Return the header that says which mark an answer bears that rests on reports (ids): on all that one sees where None."""
        return {"tlp": self.desk.mark_of(self.desk.marks() if reports is None else reports)}

    def mission(self, name: str) -> str:
        """Return the id of one of the theatre's missions by its register name or id; raise ``Refusal`` (404) where it is none."""
        wanted = name if ":" in name else f"mission:{name}"
        if wanted not in self.desk.theatre.missions:
            there = ", ".join(one.removeprefix("mission:") for one in self.desk.theatre.missions)
            raise Refusal("not-found", f"{name} is no mission of this theatre; it has {there}.")
        return wanted


@dataclass(frozen=True, slots=True)
class Listed(Asked):
    """The same of a list: how many at most, and where to go on."""

    limit: int
    cursor: Cursor | None

    @property
    def known_at(self) -> datetime:
        """Return the moment up to which things are known: on later pages that of the first."""
        return self.cursor.known_at if self.cursor is not None else _known(self)

    def picture(self) -> Picture:
        """Return the picture that the list is of: on later pages that of the first, though the book has grown."""
        return flow.see(self.desk.ledger, self.desk.theatre, as_of=self.moment.as_of, known_at=self.known_at)

    def next(self, after: int | str, known_at: datetime) -> str:
        """Return the cursor that goes on after something."""
        text = msgspec.json.encode(Cursor(_list_of(self.request), after, known_at))
        return base64.urlsafe_b64encode(text).decode().rstrip("=")


async def asked(request: Request, theatre: TheatreName, as_of: AsOf = None, known: Known = None) -> Asked:  # noqa: ARG001
    """Return what most requests name."""
    at = asking.desk(request)
    return Asked(request, at, Moment(as_day(as_of, "as-of") or at.today().as_of, as_day(known, "known")))


async def placed(request: Request, theatre: TheatreName) -> Asked:  # noqa: ARG001
    """Return the theatre that is asked for, as it is now."""
    at = asking.desk(request)
    return Asked(request, at, at.today())


async def listed(at: Annotated[Asked, Depends(asked)], limit: Limit = 100, cursor: CursorText = None) -> Listed:
    """Return what a request for a list names."""
    return Listed(at.request, at.desk, at.moment, limit, _cursor(at.request, cursor) if cursor is not None else None)


async def listed_now(at: Annotated[Asked, Depends(placed)], limit: Limit = 100, cursor: CursorText = None) -> Listed:
    """Return what a request for a list names that is only of now."""
    return await listed(at, limit, cursor)


At = Annotated[Asked, Depends(asked)]
Place = Annotated[Asked, Depends(placed)]
ListAt = Annotated[Listed, Depends(listed)]
ListNow = Annotated[Listed, Depends(listed_now)]


def _known(at: Asked) -> datetime:
    return flow.end_of(at.moment.known) if at.moment.known is not None else _now(at.desk)


_NOWS: OrderedDict[tuple[int, str], datetime] = OrderedDict()
_NOTING = Lock()
_MOST_NOWS = 64


def _now(at: Desk) -> datetime:
    """Return the moment that is "now" for a book as long as nothing is booked: so that the same answer is the same, byte for byte."""
    key = (id(at.workplace), at.ledger.head)
    with _NOTING:
        made = _NOWS.setdefault(key, at.workplace.clock())
        while len(_NOWS) > _MOST_NOWS:
            _NOWS.popitem(last=False)
    return made


def as_day(said: str | None, name: str) -> date | None:
    """Return the day that a parameter names; raise ``AddressError`` for no day (30 February)."""
    return asking.day({name: said}, name) if said is not None else None


def _list_of(request: Request) -> str:
    """Return what stands for a list: its address without where to go on and how many."""
    said = sorted(
        (name, value) for name, value in request.query_params.multi_items() if name not in ("cursor", "limit")
    )
    return hashlib.sha256(f"{request.url.path}?{urlencode(said)}".encode()).hexdigest()[:12]


def _cursor(request: Request, text: str) -> Cursor:
    try:
        made = msgspec.json.decode(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)), type=Cursor)
    except (binascii.Error, ValueError):  # msgspec's errors are ValueErrors
        made = None
    if (
        made is None
        or made.of != _list_of(request)
        or made.known_at.tzinfo is None
        or (isinstance(made.after, int) and not 0 <= made.after < 2**53)
    ):
        raise Refusal("bad-request", "This cursor is of no page of this list; ask for the list without it.")
    return made
