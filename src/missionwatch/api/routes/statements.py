"""Statements as they stand, one with its reviews, and a person's word on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
from fastapi import Depends, Path, Query
from starlette.responses import Response

from missionwatch import flow
from missionwatch.api.answering import Body, body, give, give_as_it_is, has, read, read_on, tag_of
from missionwatch.api.answers import BookedReview, Page, StatementSight, Verdict
from missionwatch.api.operations import JSON, operation
from missionwatch.api.parameters import IDENTITY, At, ListAt, ListNow, MissionName, Place
from missionwatch.api.problems import Refusal
from missionwatch.api.routes.intake import ReportId
from missionwatch.ledger import PERSON
from missionwatch.ledger.topics import missions_of
from missionwatch.records import Predicate, Review, Statement, content_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from missionwatch.ledger import Ledger
    from missionwatch.records import Report

StatementId = Annotated[
    str, Path(pattern=IDENTITY, description="The statement's id.", examples=["ce18309561d4ec2d7087d0155e2c815c"])
]
ReportName = Annotated[str | None, Query(pattern=IDENTITY, description="Only what this report says (its id).")]


@operation("/theatres/{theatre}/statements", gives=Page[Statement], tag="Statements")
def statements(
    at: ListAt,
    mission: MissionName = None,
    report: ReportName = None,
    predicate: Annotated[
        Predicate | None, Query(description="Only statements of this sort.", examples=["event"])
    ] = None,
    type: Annotated[  # noqa: A002 - the parameter's name
        str | None, Query(pattern=r"^[a-z_]{1,40}$", description="Only events of this type.", examples=["withdraw"])
    ] = None,
    least: Annotated[float, Query(ge=0, le=1, description="Only what was read at least so surely (0 to 1).")] = 0.0,
) -> Response:
    """List the statements that stand as of a day, as known at a day, in the order they were booked.

    Reviews count: what was rejected is left out, what was corrected is corrected. A page may hold fewer than asked, or none,
    while there is more to come: go on as long as there is `next`.
    """
    wanted = at.mission(mission) if mission is not None else None

    def fits(one: Statement) -> bool:
        return (
            report in (None, one.report) and predicate in (None, one.predicate) and type in (None, one.type)
            and one.confidence >= least and (wanted is None or wanted in missions_of(one))
        )  # fmt: skip

    def lines(after: int) -> Iterator[tuple[int, Statement | None]]:
        found = flow.stated(at.desk.ledger, at.desk.theatre, as_of=at.moment.as_of, known_at=at.known_at, after=after)
        for number, one in found:
            yield number, one if one is not None and fits(one) else None

    return give(at, lambda: read_on(at, lines))


@operation("/theatres/{theatre}/statements/{statement}", gives=StatementSight, tag="Statements")
def statement(at: At, statement: StatementId) -> Response:
    """Show one statement as it was booked, with its reviews and what they leave of it; with `known` as known then.

    The ETag is the statement's own: send it as If-Match with a review, and you are told where somebody else was quicker.
    """
    found = _sight(at.desk.ledger, statement, at.known_at if at.moment.known is not None else None)
    return give_as_it_is(at.request, found, headers=at.bears([found.report.id]))


@operation(
    "/theatres/{theatre}/statements/{statement}/reviews", method="POST", gives=StatementSight, takes={JSON: Verdict}, needs="review",
    tag="Statements", created=True, may=("changed-meanwhile",), example={"verdict": "reject", "reason": "An archive photo's caption."},
)  # fmt: skip
def review(at: Place, statement: StatementId, sent: Annotated[Body, Depends(body)]) -> Response:
    """Book a verdict on a statement: accept, reject, correct, or withdraw (undo the last one).

    It outranks every reader, and only another review undoes it. With `If-Match` (the statement's ETag) nothing is booked where
    somebody reviewed it meanwhile (412). The same word by the same person twice books nothing new (200).
    """
    said = read(sent, Verdict)
    book = at.desk.ledger
    before = _sight(book, statement)
    seen = "if-match" in at.request.headers
    if seen and not has(at.request, "if-match", tag_of(before)):
        raise Refusal(
            "changed-meanwhile", "Somebody reviewed this meanwhile; look at it again, then say what you think."
        )
    correction = None
    if said.correction is not None:
        correction = _corrected(said.correction, before.statement, book.report(before.statement.report))
    made = Review(
        statement=before.statement.id,
        verdict=said.verdict,
        by=at.desk.asker.name,
        reason=said.reason,
        correction=correction,
    )
    again = not seen and before.reviews[-1:] == (made,)
    if not again:
        book.review(made, after=len(before.reviews))
    after = _sight(book, statement)
    answer = give_as_it_is(at.request, after, headers=at.bears([after.report.id]))
    answer.status_code = 200 if again else 201
    if not again:
        answer.headers["location"] = at.request.url.path.removesuffix("/reviews")
    return answer


@operation(
    "/theatres/{theatre}/reports/{report}/statements", method="POST", gives=Statement, takes={JSON: Statement}, needs="review",
    tag="Statements", created=True,
)  # fmt: skip
def add_statement(at: Place, report: ReportId, sent: Annotated[Body, Depends(body)]) -> Response:
    """Book a statement that no reader found in a report: its words must stand there, where `evidence` says.

    Its `id`, `report`, `reader` and `confidence` are set here: the id is made of what it says, its reader is you.
    """
    said, book = read(sent, Statement), at.desk.ledger
    try:
        book.report(report)
    except KeyError:
        raise Refusal("not-found", "There is no such report; `reports` lists those there are.") from None
    made = msgspec.structs.replace(
        said, report=report, reader=f"{PERSON}{at.desk.asker.name}", confidence=1.0, frame=None
    )
    made = msgspec.structs.replace(made, id=content_id(made))
    book.add(made)
    where = {"location": f"{at.request.url.path.rsplit('/reports/', 1)[0]}/statements/{made.id}"}
    return Response(msgspec.json.encode(made), status_code=201, media_type=JSON, headers=where)


@operation("/theatres/{theatre}/reviews", gives=Page[BookedReview], tag="Statements")
def reviews(at: ListNow) -> Response:
    """List all reviews of the theatre's statements, in the order they were booked."""

    def lines(after: int) -> Iterator[tuple[int, BookedReview | None]]:
        for number, (known_at, one) in flow.judged(at.desk.ledger, at.desk.theatre, known_at=at.known_at, after=after):
            yield number, BookedReview(seq=number, known_at=known_at, review=one)

    return give(at, lambda: read_on(at, lines))


def _sight(book: Ledger, name: str, known_at: datetime | None = None) -> StatementSight:
    try:
        found = book.statement(name)
    except KeyError:
        found = None
    if found is None or (known_at is not None and found.report not in book.reports(known=known_at)):
        raise Refusal("not-found", "There is no such statement; `statements` lists those there are.")
    said = book.reviews(name)
    if known_at is not None:
        said = tuple(one for _, (_, one) in flow.judged(book, None, known_at=known_at) if one.statement == name)
    return StatementSight(
        statement=found, report=book.report(found.report).head, reviews=said, stands=flow.standing(found, said)
    )


def _corrected(given: Statement, said: Statement, report: Report) -> Statement:
    """Return a correction as it is booked: of the same report, in words that stand there, with the id of what it says."""
    for span in (given.evidence, *given.more):
        if report.text[span.start : span.end] != span.quote:
            raise Refusal("bad-request", f"The report does not say {span.quote[:80]!r} at {span.start}–{span.end}.")
    made = msgspec.structs.replace(given, report=said.report, reader=said.reader, confidence=1.0, frame=said.frame)
    return msgspec.structs.replace(made, id=content_id(made))
