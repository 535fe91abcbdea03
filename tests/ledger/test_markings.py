"""Markings and acts: what is marked stricter than a clearance is not there; the audit log is in the chain."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from missionwatch.clock import stopped_at
from missionwatch.errors import BookingRefusedError
from missionwatch.flow import see
from missionwatch.ledger import MemoryLedger, cleared, open_ledger, present
from missionwatch.records import TLPS, Act, EntityRef, Marked, Report, Review, Source, Statement, Tlp
from missionwatch.records.marking import above
from tests.ledger.conftest import START, a_report, a_statement, at
from tests.picture.conftest import THEATRE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from missionwatch.ledger import Ledger
    from missionwatch.records import Booking


def red(report: str, tlp: Tlp = "red") -> Marked:
    return Marked(report=report, tlp=tlp, by="ann", reason="a source asked for it")


def test_a_later_marking_replaces_an_earlier_one_and_the_past_keeps_it(ledger: Ledger) -> None:
    ledger.book(a_report("a"), [], reader="r", known_at=at(0))
    ledger.book(a_report("b"), [a_statement("b")], reader="r", known_at=at(1), marking=red("b", "amber"))
    assert ledger.markings() == {"b": "amber"}
    ledger.mark(red("a"), known_at=at(2))
    ledger.mark(red("a", "clear"), known_at=at(3))
    assert ledger.markings() == {"a": "clear", "b": "amber"}
    assert ledger.markings(known=at(2)) == {"a": "red", "b": "amber"}
    assert ledger.markings(known=at(0)) == {}
    assert [b.kind for b in ledger.bookings(report="a")] == ["report", "marking", "marking"]
    assert [b.kind for b in ledger.bookings(kind="marking", report="b")] == ["marking"]
    assert ledger.verify().bookings == 6


def test_a_marked_report_that_was_not_read_yet_is_read_as_a_new_one(ledger: Ledger) -> None:
    ledger.book(a_report("a"), [a_statement("a")], reader="r", known_at=at(0))
    ledger.mark(red("a"), known_at=at(1))
    ledger.book(a_report("a"), [a_statement("a", "SE")], reader="s", known_at=at(2))
    assert [b.kind for b in ledger.bookings()] == ["report", "statement", "marking", "supersession", "statement"]
    assert ledger.verify().bookings == 5


def test_acts_are_kept_in_the_chain_and_bear_on_no_theatre(ledger: Ledger) -> None:
    ledger.book(a_report("a"), [a_statement("a")], reader="r")
    ledger.note(Act(by="ann", what="login"))
    ledger.note(Act(by="ann", what="role-changed", on="bob", detail={"from": "reader", "to": "analyst"}))
    acts = [b.payload for b in ledger.bookings(kind="act")]
    assert [(act.by, act.what, act.on) for act in acts if isinstance(act, Act)] == [
        ("ann", "login", None),
        ("ann", "role-changed", "bob"),
    ]
    ledger.mark(red("a"))
    assert [b.kind for b in ledger.bookings(topics={"country:DK"})] == ["statement"]
    assert ledger.verify().bookings == 5


@pytest.mark.parametrize(
    ("act", "says"),
    [
        (Act(by=" ", what="login"), "who did it"),
        (Act(by="ann", what="Said: <b>"), "short code"),
        (Act(by="ann", what=""), "short code"),
        (Act(by="ann", what="export", detail={"to": "x" * 20_000}), "too much"),
    ],
)
def test_what_is_no_act_is_refused(ledger: Ledger, act: Act, says: str) -> None:
    with pytest.raises(BookingRefusedError, match=says):
        ledger.note(act)
    assert ledger.size == 0


def test_what_is_no_marking_is_refused(ledger: Ledger) -> None:
    ledger.book(a_report("a"), [a_statement("a")], reader="r")
    with pytest.raises(BookingRefusedError, match="no report b to mark"):
        ledger.mark(red("b"))
    with pytest.raises(BookingRefusedError, match="needs who gives it"):
        ledger.mark(Marked(report="a", tlp="red", by=""))
    with pytest.raises(BookingRefusedError, match="no report a to mark"):
        ledger.book(a_report("c"), [], reader="r", marking=red("a"))
    assert ledger.size == 2


def test_a_correction_stays_with_its_report(ledger: Ledger) -> None:
    said = a_statement("a")
    ledger.book(a_report("a"), [said], reader="r")
    with pytest.raises(BookingRefusedError, match="must be of that report"):
        ledger.review(Review(statement=said.id, verdict="correct", by="ann", correction=a_statement("b")))


def test_what_is_marked_today_is_hidden_in_yesterdays_picture_too(ledger: Ledger) -> None:
    open_one, closed_one = a_statement("a"), a_statement("b", "SE")
    ledger.book(a_report("a"), [open_one], reader="r", known_at=at(0))
    ledger.book(a_report("b"), [closed_one], reader="r", known_at=at(1))
    seen = cleared(ledger, "green")
    assert seen.statements() == (open_one, closed_one)
    ledger.mark(red("b", "amber"), known_at=at(5))
    assert seen.statements() == (open_one,)
    assert seen.statements(known=at(2), valid=date(2022, 3, 1)) == (open_one,)
    assert set(seen.reports(known=at(2))) == {"a"}
    assert cleared(ledger, "amber").statements() == (open_one, closed_one)
    ledger.mark(red("b", "green"), known_at=at(6))
    assert seen.statements() == (open_one, closed_one)


def test_who_may_not_see_a_report_cannot_ask_for_it_nor_judge_it(ledger: Ledger) -> None:
    said = a_statement("a")
    ledger.book(a_report("a"), [said], reader="r", marking=red("a"))
    ledger.review(Review(statement=said.id, verdict="accept", by="ann"))
    ledger.note(Act(by="ann", what="report-opened", on="report/a"))
    ledger.note(Act(by="ann", what="reviewed", detail={"statement": said.id}))
    ledger.note(Act(by="bob", what="login"))
    seen = cleared(ledger, "amber+strict")
    for ask in (lambda: seen.report("a"), lambda: seen.statement(said.id)):
        with pytest.raises(KeyError):
            ask()
    assert seen.reviews(said.id) == ()
    assert [b.subject for b in seen.bookings()] == ["bob"]
    assert list(seen.bookings(report="a")) == []
    assert (seen.head, seen.size) == (ledger.head, ledger.size)
    for wrong in (said.id, "nobody"):
        with pytest.raises(BookingRefusedError, match=f"there is no statement {wrong} to review"):
            seen.review(Review(statement=wrong, verdict="reject", by="bob"))
    for name in ("a", "nobody"):
        with pytest.raises(BookingRefusedError, match=f"there is no report {name} to mark"):
            seen.mark(Marked(report=name, tlp="clear", by="bob"))


def test_copies_of_a_hidden_report_stay_one_voice_and_none_names_it(ledger: Ledger) -> None:
    ledger.book(a_report("first", date(2022, 1, 3)), [a_statement("first")], reader="r", marking=red("first"))
    wire = msgspec.structs.replace(a_report("wire"), copy_of="first")
    for report in (wire, msgspec.structs.replace(a_report("blog"), copy_of="first")):
        ledger.book(report, [a_statement(report.id)], reader="r")
    right = msgspec.structs.replace(a_report("right"), corrects="first", earlier=("first", "wire"))
    ledger.book(right, [a_statement("right")], reader="r")
    heads = cleared(ledger, "green").reports()
    assert {name: head.copy_of for name, head in heads.items()} == {"wire": None, "blog": "wire", "right": None}
    assert (heads["right"].corrects, heads["right"].earlier) == (None, ("wire",))
    assert heads["right"].valid_from == date(2022, 2, 1)
    assert b'"first"' not in msgspec.json.encode([b.payload for b in cleared(ledger, "green").bookings()])
    assert len(cleared(ledger, "green").statements(valid=date(2022, 1, 4))) == 0
    assert len(ledger.statements(valid=date(2022, 1, 4))) == 2


def test_the_same_wrapper_is_given_while_the_same_is_hidden(ledger: Ledger) -> None:
    ledger.book(a_report("a"), [], reader="r")
    ledger.book(a_report("b"), [], reader="r")
    green = cleared(ledger, "green")
    assert cleared(ledger, "green") is green
    assert present(green) is present(cleared(ledger, "amber")) is ledger
    assert cleared(ledger, "red") is ledger
    ledger.note(Act(by="ann", what="login"))
    ledger.mark(red("a", "green"))
    assert cleared(ledger, "green") is green
    ledger.mark(red("a", "amber"))
    narrower = cleared(ledger, "green")
    assert narrower is not green
    assert narrower is cleared(green, "red") is cleared(narrower, "green") is present(green)
    assert present(cleared(ledger, "amber")) is ledger
    ledger.mark(red("b"))
    assert cleared(ledger, "green") is not narrower
    assert set(narrower.reports()) == set(green.reports()) == set()


def test_what_another_process_marks_is_hidden_at_once_also_from_a_kept_view(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.db", create=True) as ours, open_ledger(tmp_path / "a.db") as theirs:
        mission = (EntityRef(text="Takuba", id="mission:takuba", kind="mission"),)
        left = a_statement("a", "SE")
        left = Statement.of(
            report="a", predicate="event", type="withdraw", reader="r", confidence=0.8, evidence=left.evidence,
            roles={**left.roles, "mission": mission},
        )  # fmt: skip
        ours.book(a_report("a"), [left], reader="r", known_at=at(0))
        seen = cleared(ours, "green")
        before = see(seen, THEATRE, as_of=date(2022, 3, 1), known_at=at(40))
        assert set(before.reports) == {"a"}
        theirs.mark(red("a"))
        assert seen.statements() == ()
        assert see(seen, THEATRE, as_of=date(2022, 3, 1), known_at=at(40)).reports == {}


# --- everything, for any history

DAYS = st.integers(0, 12)
STEP = st.fixed_dictionaries(
    {
        "what": st.sampled_from(["book", "book", "book", "reread", "review", "review", "rate", "mark", "act"]),
        "which": st.integers(0, 3),
        "actors": st.sets(st.sampled_from(["DK", "SE"]), min_size=1),
        "later": st.sampled_from([0, 0.5, 1]),
        "begun": st.one_of(st.none(), st.none(), DAYS),
        "dated": st.booleans(),
        "tied": st.sampled_from([None, "copy_of", "corrects", "corrects", "earlier"]),
        "to": st.integers(0, 3),
        "verdict": st.sampled_from(["accept", "reject", "correct", "withdraw"]),
        "tlp": st.sampled_from([*TLPS, "red"]),
    }
)


def step_into(ledger: Ledger, step: Mapping[str, Any], number: int, known: set[str], hidden: frozenset[str]) -> bool:
    """Book a step as if the hidden reports had never been; say whether it was taken."""
    name, when = f"r{step['which']}", at(step["at"])
    if name in hidden and step["what"] not in ("rate", "act"):
        return False
    since = (date(2022, 2, 1) + timedelta(days=step["begun"])).isoformat() if step["begun"] is not None else None
    said = [a_statement(name, actor, since=since) for actor in sorted(step["actors"])]
    try:
        if step["what"] in ("book", "reread"):
            report = a_report(name, date(2022, 2, 1) + timedelta(days=step["which"] * 3) if step["dated"] else None)
            other = f"r{step['to']}"
            if step["tied"] and other != name and other in known:
                other_seen = () if other in hidden else (other,)
                tie = other_seen if step["tied"] == "earlier" else (other_seen or (None,))[0]
                report = msgspec.structs.replace(report, **{step["tied"]: tie})
            reader = "frames@1" if step["what"] == "book" else f"frames@{number + 2}"
            if name in ledger.reports():
                report = ledger.report(name)  # read again: it says what it said
            ledger.book(report, said, reader=reader, known_at=when)
        elif step["what"] == "rate":
            ledger.rate(Source(id=name, name=name, reliability="B", reason="seen", by="ann"), known_at=when)
        elif step["what"] == "mark":
            ledger.mark(Marked(report=name, tlp=step["tlp"], by="ann"), known_at=when)
        elif step["what"] == "act":
            ledger.note(Act(by="ann", what="login", on="desk"), known_at=when)
        else:
            correction = a_statement(name, "FI") if step["verdict"] == "correct" else None
            target = a_statement(name, "DK", since=since)
            review = Review(statement=target.id, verdict=step["verdict"], by="ann", correction=correction)
            ledger.review(review, known_at=when)
    except BookingRefusedError:
        return False
    return True


def told(booking: Booking) -> object:
    """A booking without its number and digests, which count all that is booked."""
    payload = booking.payload if booking.kind != "supersession" else None
    return (booking.kind, booking.subject, booking.report, booking.reader, booking.valid_from, booking.known_at,
            booking.superseded_at, payload)  # fmt: skip


def one_voice(report: Report | Any) -> object:
    """A report whose copies are told apart by another test: which of them counts as the first is no matter of fields."""
    return msgspec.structs.replace(report, copy_of=None)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    steps=st.lists(STEP, min_size=6, max_size=20),
    upto=st.sampled_from(TLPS[:4]),
    moments=st.lists(st.tuples(DAYS, DAYS), max_size=3),
)
@pytest.mark.parametrize("store", ["memory", "sqlite"])
def test_a_cleared_ledger_is_one_into_which_the_hidden_was_never_booked(
    tmp_path_factory: pytest.TempPathFactory,
    store: str,
    steps: list[dict[str, Any]],
    upto: Tlp,
    moments: list[tuple[int, int]],
) -> None:
    make: Callable[[], Ledger] = (
        (lambda: MemoryLedger(clock=stopped_at(START)))
        if store == "memory"
        else lambda: open_ledger(tmp_path_factory.mktemp("c") / "b.db", create=True, clock=stopped_at(START))
    )
    with make() as whole, MemoryLedger(clock=stopped_at(START)) as never:
        seen = cleared(whole, upto)
        known: set[str] = set()
        taken: list[tuple[int, dict[str, Any], set[str]]] = []
        clock = 0.0
        for number, step in enumerate(steps):
            clock = step["at"] = clock + step["later"]
            if step_into(whole, step, number, known, frozenset()):
                taken.append((number, step, set(known)))
                known |= set(whole.reports())
        hidden = frozenset(name for name, mark in whole.markings().items() if above(mark, upto))
        for number, step, then in taken:
            step_into(never, step, number, then, hidden)
        assert [
            told(msgspec.structs.replace(b, payload=one_voice(b.payload)) if b.kind == "report" else b)
            for b in seen.bookings()
        ] == [
            told(msgspec.structs.replace(b, payload=one_voice(b.payload)) if b.kind == "report" else b)
            for b in never.bookings()
        ]
        assert seen.markings() == never.markings()
        assert seen.sources() == never.sources()
        for topics in (None, {"country:DK"}, {"country:FI", "country:SE"}):
            for valid, moment in [*moments, (99, 99)]:
                day = date(2022, 2, 1) + timedelta(days=valid)
                for asked in ({"valid": day, "known": at(moment)}, {"valid": day}, {"known": at(moment)}):
                    assert seen.statements(topics=topics, **asked) == never.statements(topics=topics, **asked)
                heads = seen.reports(topics=topics, known=at(moment)), never.reports(topics=topics, known=at(moment))
                assert [list(map(one_voice, one.values())) for one in heads[:1]] == [
                    list(map(one_voice, heads[1].values()))
                ]
            if topics is not None:
                assert [b.subject for b in seen.bookings(topics=topics)] == [
                    b.subject for b in never.bookings(topics=topics)
                ]
        for name in known:
            if name in hidden:
                with pytest.raises(KeyError):
                    seen.report(name)
            else:
                assert one_voice(seen.report(name)) == one_voice(never.report(name))
                assert list(map(told, seen.bookings(report=name, kind="statement"))) == list(
                    map(told, never.bookings(report=name, kind="statement"))
                )
        for booking in never.bookings(kind="statement"):
            assert seen.reviews(booking.subject) == never.reviews(booking.subject)
        if hidden:
            assert not any(f'"{name}"'.encode() in msgspec.json.encode([b.payload for b in seen.bookings() if b.kind != "source"])
                           for name in hidden)  # fmt: skip
