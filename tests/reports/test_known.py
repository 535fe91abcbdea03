"""Copies, versions, and what is remembered of the book's reports."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missionwatch import flow, theatre
from missionwatch.errors import ReportError
from missionwatch.ledger import MemoryLedger, open_ledger
from missionwatch.records import Report, report_id
from missionwatch.reports import Copies, KnownReports, RawStore, revision
from missionwatch.reports.postings import Postings

if TYPE_CHECKING:
    from pathlib import Path

    from missionwatch.records import MissionPicture

WIRE = (
    "Denmark has decided to bring its soldiers home from Mali after the transitional government asked the Danish "
    "contingent to leave at once. The foreign minister called the demand unacceptable and said that the soldiers had "
    "been invited. The contingent of special forces had arrived in the country this month as part of a European task force."
)
LONG = " ".join(
    f"Sentence {n} of the survey speaks of another matter, number {n * 7}, at some length and in its own words."
    for n in range(80)
)


def report(text: str, *, source: str = "wire", day: date | None = date(2022, 1, 27), **fields: object) -> Report:
    base = Report(
        id=report_id(source=source, published=day, text=text), title="Danes go home", language="en", published=day,
        source=source, text=text, parts=(),
    )  # fmt: skip
    return msgspec.structs.replace(base, **fields)


def known(*reports: Report) -> KnownReports:
    nothing: dict[str, Report] = {}
    made = KnownReports(nothing.__getitem__)
    for one in reports:
        made.add(one)
    return made


def test_a_copy_inside_a_longer_piece_is_found() -> None:
    copies = Copies()
    wire = report(WIRE)
    copies.add(wire)
    assert copies.original(report(f"{LONG} {WIRE} {LONG}", source="paper")) == wire.id
    assert copies.original(report(LONG, source="paper")) is None


def test_a_longer_piece_that_came_first_has_its_extract_as_a_copy() -> None:
    copies = Copies()
    survey = report(f"{LONG} {WIRE}")
    copies.add(survey)
    assert copies.original(report(WIRE, source="paper")) == survey.id


def test_a_page_that_changed_is_a_new_version_and_no_copy() -> None:
    first = report(WIRE, url="https://example.org/danes?utm_source=x")
    second = report(WIRE.replace("at once", "within a week"), url="https://www.example.org/danes")
    memory = known(first)
    placed = memory.place(second)
    assert (placed.version_of, placed.corrects, placed.copy_of) == (first.id, first.id, None)
    memory.add(placed)
    third = memory.place(report(WIRE + " More follows.", url="https://example.org/danes/"))
    assert (third.earlier, third.corrects) == ((first.id, placed.id), placed.id)


@pytest.mark.parametrize(
    ("changes", "version"),
    [
        ({"url": "https://example.org/other", "day": date(2022, 1, 28)}, False),
        ({"url": None, "day": date(2022, 1, 28)}, True),
        ({"source": "paper"}, False),
        ({"title": "Quite another title", "url": None}, False),
    ],
    ids=["another address, another day", "no address, same title", "another source", "another title, no address"],
)
def test_what_is_a_version_of_a_page(changes: dict[str, object], version: bool) -> None:
    memory = known(report(WIRE, url="https://example.org/danes"))
    fields = {"url": "https://example.org/danes", **changes}
    day, source = fields.pop("day", date(2022, 1, 27)), fields.pop("source", "wire")
    assert isinstance(source, str)
    placed = memory.place(report(WIRE + " More follows tomorrow.", source=source, day=day, **fields))  # type: ignore[arg-type]
    assert (placed.version_of is not None) == version
    assert (placed.copy_of is not None) == (not version)


def test_another_text_at_one_address_is_no_version() -> None:
    memory = known(report(WIRE, url="https://example.org/news"))
    assert memory.place(report(LONG, url="https://example.org/news", title="Survey")).version_of is None


def test_a_copy_of_an_earlier_version_does_not_make_the_later_one_a_copy() -> None:
    first = report(WIRE, url="https://example.org/danes")
    memory = known(first)
    paper = memory.place(report(WIRE + " Our reporter adds a word.", source="paper"))
    memory.add(paper)
    assert paper.copy_of == first.id
    assert memory.place(report(WIRE + " Later more.", url="https://example.org/danes")).copy_of is None


def test_what_changed_is_said_by_paragraph() -> None:
    before = report(
        "Title\n\nThree soldiers were killed near Gao on Monday.\n\nNobody claimed the attack.\n\nThe road is closed."
    )
    after = report(
        "Title\n\nFive soldiers were killed near Gao on Monday.\n\nThe road is closed.\n\nA helicopter was sent."
    )
    what = revision(before, after)
    assert what.changed == (
        ("Three soldiers were killed near Gao on Monday.", "Five soldiers were killed near Gao on Monday."),
    )
    assert what.added == ("A helicopter was sent.",)
    assert what.removed == ("Nobody claimed the attack.",)


def test_the_memory_is_the_same_after_it_was_kept(tmp_path: Path) -> None:
    reports = [
        report(f"{WIRE} Addition number {n} with words of its own {n * 13}.", source=f"s{n}", day=date(2022, 1, 1))
        for n in range(40)
    ]
    book = {one.id: one for one in reports}
    memory = KnownReports(book.__getitem__)
    placed = []
    for one in reports:
        placed.append(memory.place(one))
        memory.add(placed[-1])
    memory.seq, memory.digest = 7, "d" * 64
    memory.save(tmp_path / "known")
    again = KnownReports.load(tmp_path / "known", {one.id: one for one in placed}.__getitem__)
    assert again is not None
    assert (again.seq, again.digest, len(again)) == (7, "d" * 64, 40)
    new = report(WIRE + " One more.", source="late")
    assert again.place(new) == memory.place(new)
    assert all(one.id in again for one in reports)
    (tmp_path / "known").write_bytes(b"PK\x03\x04 broken")
    assert KnownReports.load(tmp_path / "known", book.__getitem__) is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 2**32 - 1)), max_size=60), st.integers(0, 59))
def test_postings_give_what_was_added(entries: list[tuple[int, int]], merge_at: int) -> None:
    index, plain = Postings(), {}  # type: ignore[var-annotated]
    for n, (key, number) in enumerate(entries):
        index.add(number, (key,))
        plain.setdefault(key, []).append(number)
        if n == merge_at:
            index.entries()
    for key in range(6):
        assert sorted(index.get(key)) == sorted(plain.get(key, []))
    reports, counts = index.common(np.arange(6, dtype=np.uint64), 100)
    every = [n for found in plain.values() for n in found]
    assert dict(zip(reports.tolist(), counts.tolist(), strict=True)) == {n: every.count(n) for n in every}


def _pages(folder: Path, *texts: str) -> list[Path]:
    paths = []
    for n, text in enumerate(texts):
        path = folder / f"page-{n}.txt"
        path.write_text(
            f"---\ntitle: Attack near Gao\npublished: 2022-03-07\nsource: wire\nlanguage: en\nurl: https://example.org/attack\n---\n{text}\n",
            encoding="utf-8",
        )
        paths.append(path)
    return paths


ATTACK = (
    "{n} peacekeepers of MINUSMA were killed on 7 March 2022 when a convoy hit a mine near Gao in northern Mali. The convoy was on its way "
    "to the town of Ansongo. No group has claimed the attack, and the mission has opened an inquiry into it."
)


def _developments(ledger: MemoryLedger) -> MissionPicture:
    seen = flow.see(ledger, theatre.load("mali"), as_of=date(2022, 3, 10), known_at=datetime(2030, 1, 1, tzinfo=UTC))
    return next(m for m in seen.missions if m.mission.id == "mission:minusma")


def test_in_the_picture_a_later_version_replaces_the_earlier_one(tmp_path: Path) -> None:
    ledger, mali = MemoryLedger(), theatre.load("mali")
    first, second = _pages(tmp_path, ATTACK.format(n="Two"), ATTACK.format(n="Four"))
    (booked,) = flow.add([first], ledger, mali)
    assert booked.statements
    (again,) = flow.add([second], ledger, mali)
    assert again.report is not None
    assert booked.report is not None
    assert again.report.version_of == booked.report.id
    claims = [c for c in _developments(ledger).developments if c.statement.killed is not None]
    assert [c.statement.killed.value for c in claims if c.statement.killed] == [4]
    assert [c.voices for c in claims] == [1]
    assert [c.disputed for c in claims] == [()]
    assert {s.report for c in claims for s in c.corrected} == {booked.report.id}


def test_what_a_later_version_says_again_is_neither_two_voices_nor_a_correction(tmp_path: Path) -> None:
    ledger, mali = MemoryLedger(), theatre.load("mali")
    first, second = _pages(
        tmp_path, ATTACK.format(n="Two"), ATTACK.format(n="Two") + "\n\nA helicopter took the injured to hospital."
    )
    list(flow.add([first], ledger, mali))
    list(flow.add([second], ledger, mali))
    claims = [c for c in _developments(ledger).developments if c.statement.killed is not None]
    assert [(c.voices, len(c.support), len(c.corrected)) for c in claims] == [(1, 1, 0)]


def test_reports_added_one_by_one_find_the_same_places_as_together(tmp_path: Path) -> None:
    mali, dispatches = theatre.load("mali"), theatre.dispatches("mali")
    together, apart = MemoryLedger(), tmp_path / "apart.db"
    one = {o.report.id: (o.report.copy_of, o.report.earlier) for o in flow.add(dispatches, together, mali) if o.report}
    ordered = sorted(dispatches, key=lambda path: path.name)
    two = {}
    with open_ledger(apart, create=True) as ledger:
        for begin in range(0, len(ordered), 10):
            for outcome in flow.add(ordered[begin : begin + 10], ledger, mali, known=tmp_path / "apart.db.known"):
                if outcome.report:
                    two[outcome.report.id] = (outcome.report.copy_of, outcome.report.earlier)
    assert sum(copy is not None for copy, _ in one.values()) >= 2
    assert two == {name: one[name] for name in two if name in one}
    assert len(two) >= len(one) - 2  # a correction names its file: from another run it keeps the name


def test_a_memory_of_another_ledger_is_made_again(tmp_path: Path) -> None:
    mali, kept = theatre.load("mali"), tmp_path / "known"
    first, second = _pages(tmp_path, ATTACK.format(n="Two"), ATTACK.format(n="Four"))
    with open_ledger(tmp_path / "one.db", create=True) as ledger:
        list(flow.add([first], ledger, mali, known=kept))
    with open_ledger(tmp_path / "two.db", create=True) as ledger:
        (outcome,) = flow.add([second], ledger, mali, known=kept)
    assert outcome.report is not None
    assert outcome.report.version_of is None
    assert outcome.booked


def test_what_another_process_books_meanwhile_is_known_at_once_and_stays_known(tmp_path: Path) -> None:
    mali, kept, address = theatre.load("mali"), tmp_path / "mine.db.known", tmp_path / "mine.db"
    told = {name: tmp_path / f"{name}.txt" for name in ("early", "theirs", "copy", "late")}
    told["early"].write_text(
        "---\npublished: 2022-02-01\nsource: courant\nlanguage: en\n---\n# Quiet day\n\nNothing was reported from Gao.\n"
    )
    for name, source, day in (("theirs", "wire", 2), ("copy", "journal", 3), ("late", "courant", 4)):
        told[name].write_text(
            f"---\npublished: 2022-02-0{day}\nsource: {source}\nlanguage: en\n---\n# As {source} has it\n\n{WIRE}\n"
        )
    with open_ledger(address, create=True) as mine, open_ledger(address) as theirs:
        adding = flow.add([told["early"], told["copy"]], mine, mali, known=kept)
        next(adding)
        (original,) = flow.add([told["theirs"]], theirs, mali)
        (copy,) = adding
        (late,) = flow.add([told["late"]], mine, mali, known=kept)
    assert original.report is not None
    assert [one.report.copy_of for one in (copy, late) if one.report] == [original.report.id] * 2


def test_a_report_is_made_again_from_its_document(tmp_path: Path) -> None:
    mali, raw = theatre.load("mali"), RawStore(tmp_path / "raw")
    (path,) = _pages(tmp_path, ATTACK.format(n="Two"))
    ledger = MemoryLedger()
    (added,) = flow.add([path], ledger, mali, raw=raw)
    assert added.report is not None
    assert list(raw) == [added.report.raw]
    path.unlink()
    (again,) = flow.remake(ledger, mali, raw)
    assert again.report is not None
    assert (again.report.id, again.already) == (added.report.id, True)
    # as an older cleaning would have left it: what is made now is a later version of it
    old = MemoryLedger()
    left = msgspec.structs.replace(added.report, id="0" * 32, text=added.report.text + "\n\nRead more", parts=())
    old.book(left, (), reader="frames")
    (made,) = flow.remake(old, mali, raw)
    assert made.report is not None
    assert (made.report.id, made.report.version_of) == (added.report.id, "0" * 32)
    assert made.booked
    (gone,) = flow.remake(old, mali, raw, chosen=["nobody"])
    assert gone.refused is not None


def test_documents_are_kept_by_their_content_and_checked(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    digest = store.keep(b"a document")
    assert store.keep(b"a document") == digest
    assert store.get(digest) == b"a document"
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == [digest]
    assert digest in store
    (tmp_path / digest[:2] / digest).write_bytes(b"another")
    with pytest.raises(ReportError, match="was changed"):
        store.get(digest)
    with pytest.raises(ReportError, match="not kept"):
        store.get("a" * 64)
    with pytest.raises(ReportError, match="no SHA-256"):
        store.get("../../etc/passwd")
    with pytest.raises(ReportError, match="20 MB"):
        store.keep(b"x" * 20_000_001)


def test_a_day_that_lies_ahead_is_kept_and_not_relied_on(tmp_path: Path) -> None:
    ledger, mali = MemoryLedger(), theatre.load("mali")
    path = tmp_path / "future.txt"
    path.write_text(
        f"---\npublished: 2199-01-01\nsource: wire\nlanguage: en\n---\n{ATTACK.format(n='Two')}", encoding="utf-8"
    )
    (outcome,) = flow.add([path], ledger, mali, replay=True)
    assert outcome.report is not None
    assert (outcome.report.published, outcome.report.dated) == (date(2199, 1, 1), "future")
    assert all(booking.known_at.year < 2190 for booking in ledger.bookings())
    assert all(booking.valid_from < "2190" for booking in ledger.bookings())
