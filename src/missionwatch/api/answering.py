"""Answers: records as JSON with a tag that stands for them, files with their names, lists a page at a time, bodies that are read."""

from __future__ import annotations

import hashlib
import re
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import msgspec
from starlette.requests import Request  # noqa: TC002 - FastAPI reads annotations at run time
from starlette.responses import Response

from missionwatch import __version__
from missionwatch.api.answers import Page, Pasted
from missionwatch.api.operations import JSON
from missionwatch.api.problems import Refusal, Wrong, problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from missionwatch.api.parameters import Asked, Listed
    from missionwatch.records import Tlp

DOCUMENT = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox"
)
"""The policy of documents that bring their own style (briefings, cards): no script, nothing from outside, no origin."""
_VARY = "Accept, Accept-Language, Authorization, Cookie"
_LOOK = 5000  # bookings that are looked at for one page: a filter that finds little must not read a whole book
_AT = re.compile(r" - at `\$\.?([^`]*)`$")
Made = TypeVar("Made")
Thing = TypeVar("Thing")


def give(
    at: Asked,
    work: Callable[[], object],
    *about: object,
    media: str = JSON,
    headers: Mapping[str, str] | None = None,
    mark: Callable[[], Tlp] | None = None,
) -> Response:
    """Return the answer that ``work`` gives (records, or bytes of a format), or 304 where the one who asks has it.

    ``mark`` gives the mark (TLP 2.0) that it bears, asked when it is made; else it bears the strictest that one sees.

    Its tag is made of the head of the ledger, the address, the moment, up to which marking one sees, and what else it is
    ``about``: while the book stays the same nothing need be worked out.
    """
    tag = _tag(
        at.desk.workplace.stand(), at.request.url.path, sorted(at.request.query_params.multi_items()), at.moment, at.known_at,
        at.desk.asker.upto, media, *about,
    )  # fmt: skip
    if has(at.request, "if-none-match", tag):
        return Response(status_code=304, headers=_heads(at.request, tag))
    said = work()
    more = dict(headers or {}) | _heads(at.request, tag) | ({"tlp": mark()} if mark is not None else at.bears())
    if isinstance(said, Page) and said.next is not None:
        more["link"] = (
            f'<{at.request.url.include_query_params(cursor=said.next).replace(scheme="", netloc="")}>; rel="next"'
        )
    return Response(said if isinstance(said, bytes) else msgspec.json.encode(said), media_type=media, headers=more)


def give_as_it_is(request: Request, said: object, *, headers: Mapping[str, str] | None = None) -> Response:
    """Return a record whose tag is made of itself: it stays the same while the record does, whatever else is booked."""
    body = msgspec.json.encode(said)
    tag = _tag(body)
    if has(request, "if-none-match", tag):
        return Response(status_code=304, headers=_heads(request, tag))
    return Response(body, media_type=JSON, headers=dict(headers or {}) | _heads(request, tag))


def has(request: Request, header: str, tag: str) -> bool:
    """Say whether a header (``if-none-match``, ``if-match``) names a tag, packed or not."""
    said = {one.strip() for one in request.headers.get(header, "").split(",")}
    if header == "if-match" and "*" in said:
        return True
    return bool(said & {f'"{tag}"', f'"{tag}-gzip"', f'W/"{tag}"' if header == "if-none-match" else f'"{tag}"'})


def tag_of(said: object) -> str:
    """Return the tag of a record that is given as it is."""
    return _tag(msgspec.json.encode(said))


def one_page(at: Listed, things: Sequence[Thing], *, key: Callable[[Thing], str] | None = None) -> Page[Thing]:
    """Return the part of a list that is asked for; with ``key`` it goes on after a thing, else after a number of them."""
    start = 0
    if at.cursor is not None and key is not None:
        names = [key(one) for one in things]
        if at.cursor.after not in names:
            raise Refusal(
                "bad-request", "What this cursor goes on after is not in the list; ask for the list without it."
            )
        start = names.index(str(at.cursor.after)) + 1
    elif at.cursor is not None:
        if not isinstance(at.cursor.after, int):
            raise Refusal("bad-request", "This cursor is of no page of this list; ask for the list without it.")
        start = at.cursor.after
    items = tuple(things[start : start + at.limit])
    if start + at.limit >= len(things):
        return Page(items)
    after = key(items[-1]) if key is not None else start + at.limit
    return Page(items, at.next(after, at.known_at))


def read_on(at: Listed, lines: Callable[[int], Iterator[tuple[int, Thing | None]]]) -> Page[Thing]:
    """Return the part of a list that is read from the book on the way: ``lines`` yields numbers after one, and what there is.

    At most some thousands of bookings are looked at; then it is told where to go on.
    """
    after = at.cursor.after if at.cursor is not None else 0
    if not isinstance(after, int):
        raise Refusal("bad-request", "This cursor is of no page of this list; ask for the list without it.")
    items: list[Thing] = []
    looked = 0
    with closing(lines(after)) as found:  # type: ignore[type-var]  # generators close
        for number, thing in found:
            if len(items) == at.limit or looked == _LOOK:
                return Page(tuple(items), at.next(after, at.known_at))
            after, looked = number, looked + 1
            if thing is not None:
                items.append(thing)
    return Page(tuple(items))


def attached(name: str) -> dict[str, str]:
    """Return the header that makes a browser save a file under a name of ours."""
    return {"content-disposition": f'attachment; filename="{re.sub(r"[^A-Za-z0-9._-]", "-", name)}"'}


def chosen(request: Request, said: str | None, there: Mapping[str, str]) -> str:
    """Return the format that is asked for by parameter, else by the header Accept, else the first; raise 406 where it is not there.

    ``there`` are media types by the format's name.
    """
    if said is not None:
        return said
    wanted = _accepted(request.headers.get("accept", ""))
    for pattern in wanted:
        for name, media in there.items():
            plain = media.partition(";")[0]
            if pattern in ("*/*", plain, f"{plain.partition('/')[0]}/*"):
                return name
    if not wanted:
        return next(iter(there))
    raise Refusal("not-acceptable", f"It comes as {', '.join(there.values())}; ask for one of these, or use `format`.")


@dataclass(frozen=True, slots=True)
class Body:
    """A request's body: its media type and its bytes."""

    media: str
    data: bytes


async def body(request: Request) -> Body:
    """Return the body of a request; the guards bound its size."""
    return Body(request.headers.get("content-type", "").partition(";")[0].strip().lower(), await request.body())


class InvalidError(Exception):
    """A body does not hold what it should; ``answer`` says which field and why."""

    def __init__(self, answer: Response) -> None:
        super().__init__()
        self.answer = answer


def read(said: Body, kind: type[Made]) -> Made:
    """Return a JSON body as a type; raise ``Refusal`` (415) where it is none, ``InvalidError`` where a field cannot be taken."""
    if said.media != JSON:
        raise Refusal("media-not-taken", f"Send {JSON}, and say so in the header Content-Type.")
    try:
        return msgspec.json.decode(said.data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise InvalidError(_invalid(fault)) from fault


def _invalid(fault: Exception) -> Response:
    """Return the answer for a field that cannot be taken: 422 where its schema says so, 400 where only the record itself does."""
    found = _AT.search(str(fault))
    wrong = Wrong(where="body", name=found[1] if found else "", says=_AT.sub("", str(fault)))
    status = 400 if isinstance(fault.__cause__, ValueError) else 422
    return problem(status, "A field of the body cannot be taken.", wrong=(wrong,))


def pasted_bytes(said: Pasted) -> bytes:
    """Return a pasted text as a document, its title first."""
    return (f"{said.title}\n\n{said.text}" if said.title else said.text).encode()


def _tag(*about: object) -> str:
    return hashlib.sha256(repr((__version__, *about)).encode()).hexdigest()[:32]


def _heads(request: Request, tag: str) -> dict[str, str]:
    """Return the headers of an answer with a tag: what is packed on the way is another answer, byte for byte."""
    packed = "-gzip" if "gzip" in request.headers.get("accept-encoding", "") else ""
    return {"etag": f'"{tag}{packed}"', "vary": _VARY}


def _accepted(header: str) -> list[str]:
    """Return the media types that are asked for, the most wanted first."""
    found: list[tuple[float, str]] = []
    for part in header[:1000].split(","):
        media, *options = (one.strip() for one in part.split(";"))
        weight = next((one[2:] for one in options if one.startswith("q=")), "1")
        try:
            asked = float(weight)
        except ValueError:
            continue
        if media and asked > 0:
            found.append((-asked, media.lower()))
    return [media for _, media in sorted(found, key=lambda pair: pair[0])]
