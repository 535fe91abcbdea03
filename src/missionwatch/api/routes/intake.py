"""Reports: listed, shown with their text, and added; a draft beside the ledger."""

from __future__ import annotations

import pathlib
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import msgspec
from fastapi import Depends, Path, Query
from starlette.responses import Response

from missionwatch import flow, reports
from missionwatch.api.answering import Body, body, give, give_as_it_is, one_page, pasted_bytes, read
from missionwatch.api.answers import Added, Mark, Page, Pasted
from missionwatch.api.operations import BINARY, JSON, operation
from missionwatch.api.parameters import IDENTITY, At, ListAt, Place, Since, as_day
from missionwatch.api.problems import Refusal
from missionwatch.ledger.topics import followed
from missionwatch.records import Check, Marked, Report, ReportHead
from missionwatch.workplace import add_document

if TYPE_CHECKING:
    from datetime import date

    from missionwatch.ledger import Ledger

ReportId = Annotated[
    str, Path(pattern=IDENTITY, description="The report's id.", examples=["c80662c74b7a97caa13a684a4b872746"])
]
_DOCUMENTS = (
    "application/octet-stream", "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text", "message/rfc822", "text/html", "text/plain",
)  # fmt: skip
_TAKES = {JSON: Pasted} | dict.fromkeys(_DOCUMENTS, BINARY)
_PASTED = {
    "text": "France and its partners will withdraw their troops from Mali, the ministry said on Thursday in Paris.",
    "published": "2022-02-17", "language": "en", "source": "example.org",
}  # fmt: skip
_TWICE = "Of a text in JSON its fields say what is known of it; leave the parameters out."
Published = Annotated[
    str | None,
    Query(
        pattern=r"^[1-8]\d{3}-\d{2}-\d{2}$",
        json_schema_extra={"format": "date"},
        description="The day it came out, where it does not say.",
    ),
]
Tongue = Annotated[str | None, Query(pattern=r"^[a-z]{2}$", description="Its language, where guessing fails.")]
SourceName = Annotated[str | None, Query(pattern=IDENTITY, description="The id of the source it is from.")]


@operation("/theatres/{theatre}/reports", gives=Page[ReportHead], tag="Reports")
def reports_(
    at: ListAt,
    source: SourceName = None,
    since: Since = None,
    of: Annotated[
        Literal["theatre", "ledger"], Query(description="Those with a statement on the theatre, or all in the ledger.")
    ] = "theatre",
) -> Response:
    """List the reports known, without their text, in the order they were booked."""
    first = as_day(since, "since")

    def work() -> Page[ReportHead]:
        topics = followed(at.desk.theatre) if of == "theatre" else None
        found = at.desk.ledger.reports(known=at.known_at, topics=topics).values()
        chosen = [
            one for one in found
            if source in (None, one.source) and (first is None or (one.published is not None and one.published >= first))
            and (one.valid_from is None or one.valid_from <= at.moment.as_of)
        ]  # fmt: skip
        return one_page(at, chosen, key=lambda one: one.id)

    return give(at, work)


@operation("/theatres/{theatre}/reports/{report}", gives=Report, tag="Reports")
def report(at: At, report: ReportId) -> Response:
    """Show one report with its text and parts; with `known` only where it was known then."""
    try:
        found = at.desk.ledger.report(report)
    except KeyError:
        found = None
    if found is None or (at.moment.known is not None and report not in at.desk.ledger.reports(known=at.known_at)):
        raise Refusal("not-found", "There is no such report; `reports` lists those there are.")
    return give_as_it_is(at.request, found, headers=at.bears([report]))


@operation(
    "/theatres/{theatre}/reports", method="POST", gives=Added, takes=_TAKES, needs="add", tag="Reports", created=True,
    may=("document-refused",), example=_PASTED,
)  # fmt: skip
def add_report(
    at: Place,
    sent: Annotated[Body, Depends(body)],
    published: Published = None,
    lang: Tongue = None,
    source: SourceName = None,
) -> Response:
    """Read a report and book what it states: a document as it is (text, HTML, PDF, DOCX, ODT, e-mail), or a text in JSON.

    Of a document the parameters say what is known of it; of a text in JSON its fields do. The same report twice books nothing
    new (200). One in a language that nobody can read yet is kept unread.
    """
    document, said = _document(sent)
    if said is None:
        said = Pasted(text="", published=published, language=lang, source=source)
    elif (published, lang, source) != (None, None, None):
        raise Refusal("bad-request", _TWICE)
    outcome = add_document(
        at.desk, document.data, name=document.name, published=as_day(said.published, "published"), language=said.language,
        source=said.source,
    )  # fmt: skip
    if outcome.report is None:
        raise outcome.refused or Refusal("document-refused", "This cannot be made a report.")
    made = Added(
        report=_head(at.desk.ledger, outcome.report.id, outcome.report), statements=outcome.statements, booked=outcome.booked,
        already=outcome.already, unread=outcome.unread,
    )  # fmt: skip
    where = {"location": f"{at.request.url.path}/{outcome.report.id}"} if not outcome.already else {}
    return Response(
        msgspec.json.encode(made), status_code=200 if outcome.already else 201, media_type=JSON, headers=where
    )


@operation(
    "/theatres/{theatre}/check", method="POST", gives=Check, takes=_TAKES, tag="Reports", may=("document-refused",),
    example={"text": "Denmark withdraws its troops from Mali.\n\nFrance leads Task Force Takuba.", "language": "en"},
)  # fmt: skip
def check(at: At, sent: Annotated[Body, Depends(body)], lang: Tongue = None) -> Response:
    """Hold a draft of your own beside the ledger: which sentences it supports, contradicts or does not know. Nothing is kept."""
    document, said = _document(sent)
    if said is None:
        said = Pasted(text="", language=lang)
    elif lang is not None:
        raise Refusal("bad-request", _TWICE)
    draft = _made(document, said, at.moment.as_of, flow.DRAFT)
    found = flow.check_report(draft, at.desk.ledger, at.desk.theatre, as_of=at.moment.as_of, known_at=at.known_at)
    return Response(msgspec.json.encode(found), media_type=JSON)


@operation("/theatres/{theatre}/reports/{report}/marking", gives=Marked, tag="Reports")
def marking(at: Place, report: ReportId) -> Response:
    """Show who may see a report: its TLP 2.0 mark. What nobody marked is clear, and marked by nobody."""
    return give_as_it_is(at.request, _marked(at, report), headers=at.bears([report]))


@operation(
    "/theatres/{theatre}/reports/{report}/marking", method="PUT", gives=Marked, takes={JSON: Mark}, needs="mark", tag="Reports",
    example={"tlp": "amber", "reason": "Shared in confidence."},
)  # fmt: skip
def mark_report(at: Place, report: ReportId, sent: Annotated[Body, Depends(body)]) -> Response:
    """Book who may see a report; a later mark replaces it. The same mark by the same person twice books nothing new."""
    said, before = read(sent, Mark), _marked(at, report)
    wanted = Marked(report=report, tlp=said.tlp, by=at.desk.asker.name, reason=said.reason)
    if before != wanted:
        at.desk.ledger.mark(wanted)
    return Response(msgspec.json.encode(wanted), media_type=JSON)


def _marked(at: Place, report: str) -> Marked:
    """Return the marking of a report that is seen; raise ``Refusal`` (404) where there is none."""
    found = [one.payload for one in at.desk.ledger.about(report) if one.kind in ("report", "marking")]
    if not found:
        raise Refusal("not-found", "There is no such report; `reports` lists those there are.")
    last = found[-1]
    return last if isinstance(last, Marked) else Marked(report=report, tlp="clear", by="")


def _head(book: Ledger, name: str, draft: Report) -> ReportHead:
    """Return the head of a report as whoever added it may see it: of what is hidden from them no more than they sent."""
    try:
        return book.report(name).head
    except KeyError:
        return draft.head


class _Document(NamedTuple):
    """A document that was sent: what messages call it, and its bytes."""

    name: str
    data: bytes


def _document(sent: Body) -> tuple[_Document, Pasted | None]:
    """Return the document that was sent, and what its sender says of it where it was pasted."""
    if sent.media == JSON:
        said = read(sent, Pasted)
        return _Document("the text", pasted_bytes(said)), said
    if sent.media not in _DOCUMENTS:
        raise Refusal("media-not-taken", f"Send one of {', '.join(_TAKES)}, and say so in the header Content-Type.")
    return _Document("the document", sent.data), None


def _made(document: _Document, said: Pasted, published: date | None, source: str | None) -> Report:
    """Return the report that a document makes; raise as ``reports.make_report``."""
    return reports.make_report(
        pathlib.Path(document.name), data=document.data, published=published, language=said.language, source=source
    )
