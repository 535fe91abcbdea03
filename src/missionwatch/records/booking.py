"""What stands in the ledger: bookings, and what people book: reviews, markings, acts."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeVar

import msgspec

from missionwatch.records.marking import Tlp
from missionwatch.records.report import Report, Source
from missionwatch.records.statement import Statement

Bearer = TypeVar("Bearer")  # what bears a verdict: a review, or what is kept of one


class Review(msgspec.Struct, frozen=True, kw_only=True, tag="review"):
    """A person's verdict on one statement; it outranks readers and is undone only by another review."""

    statement: str
    verdict: Literal["accept", "reject", "correct", "withdraw"]
    by: str
    reason: str | None = None
    correction: Statement | None = None


def put_verdict(stack: list[Bearer], one: Bearer, verdict: str) -> None:
    """Put what bears a verdict on those of its statement that stand; a withdrawal takes the last one off instead."""
    if verdict != "withdraw":
        stack.append(one)
    elif stack:
        stack.pop()


def as_reviewed(statement: Statement, review: Review) -> Statement | None:
    """Return a statement as the review that stands leaves it: accepted it is sure, corrected it is another, rejected none."""
    if review.verdict == "accept":
        return msgspec.structs.replace(statement, confidence=1.0)
    return review.correction if review.verdict == "correct" else None


class Supersession(msgspec.Struct, frozen=True, kw_only=True, tag="supersession"):
    """Says that earlier bookings no longer stand: a newer reader read the same report again."""

    superseded: tuple[int, ...]
    reason: str


class Marked(msgspec.Struct, frozen=True, kw_only=True, tag="marking"):
    """Says who may see a report, and by whom it was marked; a later marking replaces it. An unmarked report is ``clear``."""

    report: str
    tlp: Tlp
    by: str
    reason: str | None = None


class Act(msgspec.Struct, frozen=True, kw_only=True, tag="act"):
    """What somebody did, for the audit log: ``what`` is a short code (``login``, ``export``), ``on`` what it was done to."""

    by: str
    what: str
    on: str | None = None
    detail: dict[str, str] = {}


BookingKind = Literal["report", "statement", "review", "supersession", "source", "marking", "act"]
Payload = Report | Statement | Review | Supersession | Source | Marked | Act


class Booking(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the book.

    ``seq`` counts from 1 without gaps. ``known_at`` is when we learnt it (UTC), never earlier than the line
    before. ``valid_from`` is the first ISO day it speaks of. ``superseded_at`` is the one field written later,
    once. ``digest`` chains: SHA-256 over the previous digest and all of this line but ``superseded_at``.
    """

    seq: int
    kind: BookingKind
    subject: str
    report: str | None
    reader: str | None
    valid_from: str
    known_at: datetime
    superseded_at: datetime | None
    payload: Payload
    previous: str
    digest: str
