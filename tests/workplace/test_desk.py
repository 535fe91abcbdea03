"""What a desk remembers: it is never anything else than what would be worked out anew."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from missionwatch import flow, reading
from missionwatch.records import Marked, Review
from missionwatch.reports import make_report
from missionwatch.workplace import PERMISSIONS, Asker, Moment
from tests.workbench import DAY, demo_workplace

if TYPE_CHECKING:
    from missionwatch.records import Claim, Picture
    from missionwatch.workplace import Desk, Workplace

ALL = Asker("somebody", frozenset(PERMISSIONS))
OUTSIDE = Asker("visitor", frozenset(PERMISSIONS), upto="green")
EVENINGS = [DAY - timedelta(days=days) for days in (0, 9, 23)]


def shows(desk: Desk) -> dict[tuple[date, bool], object]:
    """Return what a desk shows of some days: as known on their evenings, and as known now."""
    moments = [Moment(day, known) for day in EVENINGS for known in (day, None)]
    return {(m.as_of, m.known is None): _held(desk, m) for m in moments}


def _held(desk: Desk, moment: Moment) -> object:
    seen = desk.seen(moment)
    return (
        [claim.id for claim in seen.picture.claims],
        [(one.mission, one.level, one.score, one.trend) for one in (*seen.concerns, *seen.earlier)],
        [(day, [(one.level, one.score) for one in concerns]) for day, concerns in desk.course(moment, weeks=4)],
        [
            (one.day, [(c.level, c.score, c.trend) for c in one.concerns])
            for one in desk.replay(moment.as_of - timedelta(days=9), moment.as_of, 3)
        ],
    )


def told(picture: Picture) -> Claim:
    """Return a claim of a picture that one statement alone carries."""
    return next(claim for claim in picture.claims if len(claim.support) == 1 and claim.statement.role("mission"))


def review(own: Workplace) -> None:
    claim = told(own.desk(ALL, "mali").picture(Moment(DAY, DAY)))
    own.ledger.review(Review(statement=claim.statement.id, verdict="reject", by="somebody"))


def late(own: Workplace) -> None:
    """Book a report that came out on a day shown and became known only now."""
    text = "Mali expelled the ambassador of Germany on Sunday. JNIM attacked MINUSMA in Gao: two Chadian soldiers were killed."
    report = make_report(Path("late.txt"), text=text, published=DAY - timedelta(days=1), language="en", source="wire")
    own.ledger.book(report, reading.read(report), reader="frames@1")


def mark(own: Workplace) -> None:
    report = told(own.desk(ALL, "mali").picture(Moment(DAY, DAY))).statement.report
    own.ledger.mark(Marked(report=report, tlp="red", by="somebody"))


def rate(own: Workplace) -> None:
    for source in {head.source for head in own.ledger.reports().values()} - {"unknown"}:
        flow.rate(own.ledger, own.theatres["mali"], source, "E", reason="Was wrong.", by="somebody")


@pytest.mark.parametrize("booked", [review, mark, rate, late])
def test_what_is_remembered_is_what_would_be_worked_out_anew(own: Workplace, booked: Any) -> None:
    """Show some days, book something, show them again: to each the same as a workplace that remembers nothing."""
    before = {who.name: shows(own.desk(who, "mali")) for who in (ALL, OUTSIDE)}
    booked(own)
    changed = 0
    for who in (ALL, OUTSIDE):
        after = shows(own.desk(who, "mali"))
        fresh = demo_workplace(own.place)
        try:
            assert after == shows(fresh.desk(who, "mali"))
        finally:
            fresh.ledger.close()
        changed += after != before[who.name]
        if booked is not mark:  # what was known on an evening stays as it was; a mark holds for all days
            evenings = {key: one for key, one in after.items() if not key[1]}
            assert evenings == {key: before[who.name][key] for key in evenings}
    assert changed


def test_a_booking_redoes_no_evening_that_is_past(own: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, real, asked = own.desk(ALL, "mali"), flow.levels, list[date]()

    def watched(*given: Any, as_of: date, **named: Any) -> Any:
        asked.append(as_of)
        return real(*given, as_of=as_of, **named)

    monkeypatch.setattr(flow, "levels", watched)
    desk.course(Moment(DAY))
    desk.replay(DAY - timedelta(days=7), DAY, 1)
    so_far = len(asked)
    assert so_far > 26
    review(own)
    desk.course(Moment(DAY))
    desk.replay(DAY - timedelta(days=7), DAY, 1)
    assert asked[so_far:] == [DAY]  # that day as it is known now, and no evening


def test_the_tally_follows_every_verdict(own: Workplace) -> None:
    desk, moments = own.desk(ALL, "mali"), [Moment(DAY, DAY), Moment(DAY)]
    judged = told(desk.picture(Moment(DAY, DAY))).statement
    before = [desk.counts(moment)[judged.report] for moment in moments]
    review(own)
    then, now = (desk.counts(moment)[judged.report] for moment in moments)
    assert then == before[0]
    assert (now.rejected, now.reviewed) == (before[1].rejected + 1, before[1].reviewed + 1)
    own.ledger.review(Review(statement=judged.id, verdict="withdraw", by="somebody"))
    assert desk.counts(moments[1])[judged.report] == before[1]


def test_those_from_whom_nothing_is_hidden_share_what_is_worked_out(own: Workplace) -> None:
    moment = Moment(DAY, DAY)
    seen = own.desk(ALL, "mali").seen(moment)
    assert own.desk(OUTSIDE, "mali").seen(moment) is seen
    mark(own)
    assert own.desk(OUTSIDE, "mali").seen(moment) is not seen
    assert own.desk(ALL, "mali").seen(moment) is seen
