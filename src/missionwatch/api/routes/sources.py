"""Sources: how far each can be relied on, how it fares, and a person's word on that."""

from __future__ import annotations

from threading import Lock
from typing import Annotated

import msgspec
from fastapi import Depends, Path
from starlette.responses import Response

from missionwatch import flow
from missionwatch.api.answering import Body, body, give, read
from missionwatch.api.answers import Collected, Grade, Rated, SourceSight
from missionwatch.api.operations import JSON, operation
from missionwatch.api.parameters import IDENTITY, At, Place
from missionwatch.api.problems import Refusal

SourceId = Annotated[str, Path(pattern=IDENTITY, description="The source's id.", examples=["elysee"])]
_RATING = Lock()


@operation("/theatres/{theatre}/sources", gives=tuple[SourceSight, ...], tag="Sources")
def sources(at: At) -> Response:
    """List the sources: how far each can be relied on and why, as known at a day, and how collecting it goes now."""

    def work() -> tuple[SourceSight, ...]:
        found = flow.ratings(at.desk.ledger, at.desk.theatre, known_at=at.known_at)
        return tuple(
            SourceSight(
                source=one,
                collected=tuple(
                    Collected.of(way, health.get(way.key)) for way in at.desk.theatre.collect if way.source == one.id
                ),
            )
            for one in found
        )

    health = flow.fares(at.desk.workplace.place, at.desk.theatre)
    return give(at, work, sorted(health.items()))


@operation(
    "/theatres/{theatre}/sources/{source}/rating", method="PUT", gives=Rated, takes={JSON: Grade}, needs="rate", tag="Sources",
    example={"reliability": "B", "reason": "Its figures were borne out by two ministries."},
)  # fmt: skip
def rate_source(at: Place, source: SourceId, sent: Annotated[Body, Depends(body)]) -> Response:
    """Book how far a source can be relied on; from now on it outranks the theatre's file.

    The same rating by the same person twice books nothing new.
    """
    said, book, by = read(sent, Grade), at.desk.ledger, at.desk.asker.name
    with _RATING:
        rated = {one.id: one for one in flow.ratings(book, at.desk.theatre, known_at=at.known_at)}
        if source not in rated and all(head.source != source for head in book.reports().values()):
            raise Refusal("not-found", "No report is from such a source; `sources` lists those there are.")
        stands = book.sources().get(source)
        if stands is not None and (stands.reliability, stands.reason, stands.by) == (said.reliability, said.reason, by):
            before = after = stands
        else:
            before, after = flow.rate(book, at.desk.theatre, source, said.reliability, reason=said.reason, by=by)
    return Response(msgspec.json.encode(Rated(before=before, after=after)), media_type=JSON)
