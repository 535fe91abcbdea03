"""A view gives exactly the picture that is built from what stood then, on any day as known at any moment."""

from __future__ import annotations

import statistics
import time
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tools import bench_picture as bench

from missionwatch import flow, picture
from missionwatch.clock import stopped_at
from missionwatch.ledger import Ledger, MemoryLedger
from missionwatch.ledger.topics import followed
from missionwatch.records import Evidence, Report, Review, Source, Statement
from tests.picture.conftest import THEATRE, on, people, ref

if TYPE_CHECKING:
    from pathlib import Path

    from missionwatch.records import Picture, Predicate, Reliability, Theatre

BEGIN = date(2022, 1, 1)
SAID: tuple[tuple[str, dict[str, str], dict[str, object]], ...] = (
    ("contribution", {"contributor": "DK", "mission": "mission:takuba"}, {"quantity": people(90)}),
    ("contribution", {"contributor": "DK", "mission": "mission:takuba"}, {"quantity": people(105)}),
    ("event", {"actor": "DK", "mission": "mission:takuba"}, {"type": "withdraw"}),
    ("event", {"actor": "DK", "mission": "mission:takuba"}, {"type": "withdraw", "modality": "planned"}),
    ("event", {"actor": "DK"}, {"type": "withdraw", "negated": True}),
    ("event", {"actor": "DK", "mission": "mission:takuba"}, {"type": "withdraw", "modality": "required"}),
    ("event", {"mission": "mission:takuba"}, {"type": "withdraw", "modality": "required"}),
    ("event", {"actor": "DK"}, {"type": "withdraw", "modality": "possible"}),
    ("event", {"target": "mission:minusma", "mission": "mission:minusma"}, {"type": "attack", "killed": people(2)}),
    ("event", {"target": "mission:minusma"}, {"type": "attack", "killed": people(3)}),
    ("event", {"actor": "group:wagner", "target": "mission:minusma"}, {"type": "attack"}),
    ("presence", {"actor": "group:wagner", "place": "ML"}, {"quantity": people(400)}),
    ("presence", {"actor": "group:wagner", "place": "ML"}, {"negated": True}),
    ("presence", {"actor": "group:wagner", "place": "ML"}, {"hearsay": True}),
    ("post", {"person": "person:kees-matthijssen", "mission": "mission:minusma"}, {"function": "force-commander"}),
    ("post", {"person": "person:kees-matthijssen", "mission": "mission:minusma"}, {}),
    ("event", {"actor": "RU", "target": "UA"}, {"type": "attack"}),  # of another theatre
)
TIMES = st.one_of(
    st.none(),
    st.builds(
        lambda day, length, since: on(
            (BEGIN + timedelta(days=day)).isoformat(), (BEGIN + timedelta(days=day + length)).isoformat(),
            "since" if since else "at",
        ),
        st.integers(-60, 90), st.integers(0, 40), st.booleans(),
    ),
)  # fmt: skip
REPORT = st.tuples(
    st.one_of(st.none(), st.integers(0, 90)),  # the day it comes out, or none
    st.integers(0, 3),  # how many days later it is learnt
    st.sampled_from(["gov", "wire", "paper", "blog", "unknown"]),
    st.lists(st.tuples(st.integers(0, len(SAID) - 1), TIMES), min_size=1, max_size=4, unique_by=lambda said: said[0]),
    st.one_of(st.none(), st.integers(0, 7)),  # which it corrects
    st.one_of(st.none(), st.integers(0, 7)),  # which it copies
    st.sampled_from(["", "", "", "reread", "accept", "reject", "withdraw", "correct", "rate"]),
)


def a_statement(report: str, number: int, which: int, time: object) -> Statement:
    predicate, roles, fields = SAID[which]
    quote = f"{report}.{number}"
    return Statement.of(
        report=report, predicate=predicate, roles={role: (ref(name),) for role, name in roles.items()}, time=time,  # type: ignore[arg-type]
        evidence=Evidence(0, len(quote), quote, "body"), reader="r@1", confidence=0.9, **fields,
    )  # fmt: skip


def play(ledger: Ledger, steps: list[tuple]) -> None:  # type: ignore[type-arg]
    """Book what the steps say; what a report corrects or copies may come later, or be itself."""
    moment = datetime(2022, 1, 1, 12, tzinfo=UTC)
    for n, (day, late, source, said, corrects, copies, then) in enumerate(steps):
        published = BEGIN + timedelta(days=day) if day is not None else None
        moment = max(
            moment, datetime.combine((published or moment.date()) + timedelta(days=late), moment.time(), tzinfo=UTC)
        )
        report = Report(
            id=f"r{n}", title="t", language="en", published=published, source=source, text="", parts=(),
            corrects=f"r{corrects}" if corrects is not None else None, copy_of=f"r{copies}" if copies is not None else None,
        )  # fmt: skip
        statements = [a_statement(report.id, k, which, time) for k, (which, time) in enumerate(said)]
        ledger.book(report, statements, reader="r@1", known_at=moment)
        moment += timedelta(hours=7)
        if then == "reread":
            ledger.book(report, statements[1:], reader="r@2", known_at=moment)
        elif then == "rate":
            ledger.rate(
                Source(
                    id=source, name=source, reliability=cast("Reliability", "ABCDEF"[n % 6]), reason="seen", by="ann"
                ),
                known_at=moment,
            )
        elif then:
            right = a_statement(report.id, 0, (said[0][0] + 3) % len(SAID), None) if then == "correct" else None
            ledger.review(Review(statement=statements[0].id, verdict=then, by="ann", correction=right), known_at=moment)


def plain(seen: Picture) -> object:
    return msgspec.to_builtins(seen)


def built(ledger: Ledger, theatre: Theatre, as_of: date, known_at: datetime) -> Picture:
    """Build the picture the long way: from what stood then, as if there had never been anything else."""
    topics = followed(theatre)
    then = picture.rated(theatre, ledger.sources(known=known_at))
    statements, reports = (
        ledger.statements(known=known_at, topics=topics),
        ledger.reports(known=known_at, topics=topics),
    )
    return picture.build(then, statements, reports, as_of=as_of, known_at=known_at)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    steps=st.lists(REPORT, min_size=1, max_size=10), asked=st.lists(st.tuples(st.integers(-30, 500), st.integers(0, 110)), max_size=5)
)  # fmt: skip
def test_a_view_that_follows_a_ledger_is_the_picture_of_what_stood_then(
    steps: list[tuple], asked: list[tuple[int, int]]  # type: ignore[type-arg]
) -> None:  # fmt: skip
    ledger = MemoryLedger(clock=stopped_at(datetime(2022, 1, 1, tzinfo=UTC)))
    view = picture.View(THEATRE)
    play_from = 0
    for upto in {1, len(steps) // 2, len(steps)} - {0}:
        fresh = MemoryLedger(clock=stopped_at(datetime(2022, 1, 1, tzinfo=UTC)))
        play(fresh, steps[:upto])
        if fresh.size < play_from:
            continue
        play_from, ledger = fresh.size, fresh
        view.refresh(ledger)  # the second and third time only what is new: the book before is the same
        for day, known in [*asked, (60, 60), (400, 200)]:
            as_of, known_at = BEGIN + timedelta(days=day), flow.end_of(BEGIN + timedelta(days=known))
            expected = built(ledger, THEATRE, as_of, known_at)
            assert plain(view.picture(as_of, known_at)) == plain(expected)
            assert plain(flow.see(ledger, THEATRE, as_of=as_of, known_at=known_at)) == plain(expected)
            for one in view.find("", as_of, known_at):
                made = picture.weigh(one.claim, view.rated(known_at), view.heads, one.earlier)
                assert made.credibility == one.claim.credibility
                assert sum(backing.counts for backing in made.support) == one.claim.voices


def test_many_statements_over_years_give_the_same_picture_both_ways(tmp_path: Path) -> None:
    with bench.quick(tmp_path / "b.db") as ledger:
        bench.fill(ledger, bench.newsroom(3_000, days=700), 0)
        for day, known in bench.moments(12, days=700):
            seen = flow.see(ledger, bench.THEATRE, as_of=day, known_at=known)
            assert plain(seen) == plain(built(ledger, bench.THEATRE, day, known))


def test_the_rest_of_the_ledger_costs_a_picture_little(tmp_path: Path) -> None:
    told = bench.newsroom(2_000, days=700)
    middle = {}
    for size in (2_000, 20_000):
        with bench.quick(tmp_path / f"{size}.db") as ledger:
            bench.fill(ledger, told, size)
            assert ledger.size > size
            bench.pictures(ledger, 3, days=700)
            middle[size] = statistics.median(bench.pictures(ledger, 25, days=700, seed=5, clock=time.process_time))
    ratio = middle[20_000] / middle[2_000]
    assert ratio < 3, f"a ledger of ten times the size made pictures take {ratio:.1f} times as long"


@pytest.mark.parametrize(("verdict", "kind"), [("reject", "rejected"), ("correct", "corrected"), ("accept", None)])
@pytest.mark.parametrize("predicate", ["event", "assessment", "contribution"])
def test_what_a_review_takes_away_is_told(predicate: str, verdict: str, kind: str | None) -> None:
    said: dict[str, tuple[dict[str, str], dict[str, object]]] = {
        "event": ({"actor": "ML", "target": "FR"}, {"type": "expel"}),
        "assessment": ({"mission": "mission:takuba"}, {"grade": "worrying", "holders": (ref("NL"),)}),
        "contribution": ({"contributor": "DK", "mission": "mission:takuba"}, {"quantity": people(90)}),
    }
    roles, fields = said[predicate]
    ledger = MemoryLedger(clock=stopped_at(datetime(2022, 1, 1, tzinfo=UTC)))
    report = Report(id="r", title="t", language="en", published=BEGIN, source="gov", text="", parts=())
    statement = Statement.of(
        report="r", predicate=cast("Predicate", predicate), roles={role: (ref(name),) for role, name in roles.items()},
        evidence=Evidence(0, 5, "words", "body"), reader="r@1", confidence=0.9, **fields,
    )  # fmt: skip
    ledger.book(report, [statement], reader="r@1", known_at=datetime(2022, 1, 1, 12, tzinfo=UTC))
    right = a_statement("r", 0, 8, None) if verdict == "correct" else None
    given = Review(statement=statement.id, verdict=cast("Any", verdict), by="ann", reason="misread", correction=right)
    ledger.review(given, known_at=datetime(2022, 1, 5, 12, tzinfo=UTC))
    before, after = date(2022, 1, 3), date(2022, 1, 8)
    found = flow.compare(ledger, THEATRE, before=before, after=after)
    assert [c.kind for c in found if c.before and c.before.statement == statement] == ([kind] if kind else [])
    if kind is not None:
        gone = next(c for c in found if c.before is not None)
        assert [head.id for head in gone.reports] == ([] if right is not None else ["r"])
        seen = flow.see(ledger, THEATRE, as_of=after, known_at=flow.end_of(after))
        made = flow.brief(seen, flow.judge(seen), language="en", form="sitrep", changes=found)
        start = {"rejected": "Rejected on review: ", "corrected": "Corrected: "}[kind]
        assert any(s.text.startswith(start) for section in made.sections for s in section.sentences)
    # what has only become history is no change, nor is it one that a rejection was undone
    ledger.review(
        Review(statement=statement.id, verdict="withdraw", by="ann", reason="read again"),
        known_at=datetime(2022, 1, 9, tzinfo=UTC),
    )
    later = flow.compare(ledger, THEATRE, before=date(2022, 1, 3), after=date(2024, 1, 8))
    assert [c.kind for c in later if c.kind in ("rejected", "corrected")] == []


@pytest.mark.parametrize("followed", ["from the beginning", "afterwards"])
def test_what_is_about_a_corrected_statement_is_about_its_correction(followed: str) -> None:
    ledger = MemoryLedger(clock=stopped_at(datetime(2022, 1, 1, tzinfo=UTC)))
    report = Report(id="r", title="t", language="en", published=BEGIN, source="gov", text="", parts=())

    def said(start: int, predicate: str, **fields: object) -> Statement:
        return Statement.of(
            report="r", predicate=cast("Predicate", predicate), evidence=Evidence(start, start + 5, "words", "body"),
            reader="r@1", confidence=0.9, **fields,
        )  # fmt: skip

    roles = {"actor": (ref("ML"),), "target": (ref("mission:takuba"),), "mission": (ref("mission:takuba"),)}
    told = said(0, "event", type="obstruct", roles=roles)
    judged = said(
        20,
        "assessment",
        grade="unacceptable",
        holders=(ref("NL"),),
        roles={"mission": (ref("mission:takuba"),)},
        about=(told.id,),
    )
    ledger.book(report, [told, judged], reader="r@1", known_at=datetime(2022, 1, 1, 12, tzinfo=UTC))

    def about(day: int) -> tuple[object, ...]:
        seen = flow.see(ledger, THEATRE, as_of=BEGIN, known_at=datetime(2022, 1, day, 18, tzinfo=UTC))
        return next(claim.statement.about for claim in seen.claims if claim.predicate == "assessment")

    if followed == "from the beginning":
        assert about(1) == (told.id,)
    right = said(0, "event", type="deny_access", roles=roles)
    ledger.review(
        Review(statement=told.id, verdict="correct", by="ann", reason="misread", correction=right),
        known_at=datetime(2022, 1, 5, 12, tzinfo=UTC),
    )
    assert [about(day) for day in (1, 4, 5, 6)] == [(told.id,), (told.id,), (right.id,), (right.id,)]
    ledger.review(
        Review(statement=told.id, verdict="withdraw", by="ann", reason="read again"),
        known_at=datetime(2022, 1, 9, tzinfo=UTC),
    )
    assert [about(day) for day in (1, 5, 9)] == [(told.id,), (right.id,), (told.id,)]
