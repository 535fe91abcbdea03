"""The index of topics in SQL: what new bookings add to it, and which bookings are under some topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from missionwatch.ledger.tables import BOOKING, TOPIC
from missionwatch.ledger.topics import Filing
from missionwatch.records import Review, Supersession

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from missionwatch.ledger import rules

_B = BOOKING.c
_T = TOPIC.c
_FILED = sa.select(_B.seq, _B.kind, _B.subject, _T.name).join_from(BOOKING, TOPIC, _T.booking == _B.seq, isouter=True)


def under(topics: Collection[str], since: int = 0) -> sa.ColumnElement[bool]:
    """Return what holds of the bookings under some topics, of those after number ``since``."""
    return _B.seq.in_(sa.select(_T.booking).where(_T.name.in_(sorted(topics)), _T.booking > since))


def filed(connection: sa.Connection, new: list[rules.Entry], after: int) -> Iterator[tuple[str, int]]:
    """Yield what new bookings add to the index of topics: what ``topics.Filing`` says, begun with what bears on them."""
    filing = Filing()
    subjects = {entry.subject for entry in new if entry.kind == "review" or new[0].kind != "report"}
    undone = {n for entry in new if isinstance(entry.payload, Supersession) for n in entry.payload.superseded}
    corrections = [entry.payload.correction for entry in new if isinstance(entry.payload, Review)]
    reports = {entry.report for entry in new if entry.report} | {said.report for said in corrections if said}
    reports -= {entry.report for entry in new if entry.kind == "report"}  # what is new is filed under nothing yet
    if after:
        wanted = [sa.and_(_B.kind == "statement", _B.subject.in_(subjects))] if subjects else []
        wanted += [sa.and_(_B.kind == "report", _B.subject.in_(reports))] if reports else []
        wanted += [_B.seq.in_(undone)] if undone else []
        for among in wanted:
            for row in connection.execute(_FILED.where(_B.seq <= after, among)):
                filing.recall(row.seq, row.kind, row.subject, row.name)
    for seq, entry in enumerate(new, after + 1):
        yield from filing.add(seq, entry.subject, entry.report, entry.payload)
