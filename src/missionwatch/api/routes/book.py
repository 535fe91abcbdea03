"""The book itself: how long it is, its head, and whether nothing in it was changed."""

from __future__ import annotations

from threading import Lock

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from missionwatch.api.answering import give_as_it_is
from missionwatch.api.answers import Book, Verified
from missionwatch.api.operations import JSON, operation
from missionwatch.api.problems import Refusal
from missionwatch.workplace import asking

_CHECKING = Lock()


@operation("/ledger", gives=Book, tag="Ledger")
def ledger(request: Request) -> Response:
    """Show how many bookings there are, and the head: the digest that stands for the whole book."""
    book = asking.workplace(request).ledger
    return give_as_it_is(request, Book(bookings=book.size, head=book.head))


@operation("/ledger/verification", method="POST", gives=Verified, needs="audit", tag="Ledger")
def verify(request: Request) -> Response:
    """Check that nothing in the ledger was changed or removed. It reads the whole book, so only one check runs at a time."""
    if not _CHECKING.acquire(blocking=False):
        raise Refusal("busy", "A check is running already; ask again in a while.", headers={"retry-after": "30"})
    try:
        found = asking.workplace(request).ledger.verify()
    finally:
        _CHECKING.release()
    return Response(
        msgspec.json.encode(Verified(bookings=found.bookings, head=found.head, verified=True)), media_type=JSON
    )
