"""What persons say that statements say: corrected, found, or refused with the field that is wrong."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionwatch.errors import CorrectionError
from missionwatch.ledger import open_ledger
from missionwatch.records import EntityRef, Part, Report, Statement
from missionwatch.records.edtf import bounds
from missionwatch.web import statement_form
from missionwatch.workplace.correcting import corrected, found
from missionwatch.workplace.naming import refs, suggest
from missionwatch.workplace.readings import reading_of
from missionwatch.workplace.tally import Tally
from tests.ledger.conftest import a_statement
from tests.workbench import NOW, demo_ledger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from missionwatch.ledger import Ledger

REPORT = Report(
    id="r", title="t", language="en", published=date(2022, 2, 1), source="s", text="Danes left.\n\nPhoto: Danes.",
    parts=(Part("body", 0, 11), Part("caption", 13, 26)),
)  # fmt: skip


@pytest.fixture(scope="module")
def book() -> Iterator[Ledger]:
    """Give the demo's ledger to look at."""
    with open_ledger(demo_ledger()) as opened:
        yield opened


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2022", ("2022-01-01", "2022-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2022-02-07", ("2022-02-07", "2022-02-07")),
        ("2022-01-25/..", ("2022-01-25", None)),
        ("../2022-05", (None, "2022-05-31")),
        ("[2022-05-11..2022-05-20]", ("2022-05-11", "2022-05-20")),
        ("2021-24", ("2021-12-01", "2022-02-28")),
        ("2022~", ("2022-01-01", "2022-12-31")),
        ("9999-12", ("9999-12-01", "9999-12-31")),
    ],
)
def test_the_days_of_a_time(edtf: str, days: tuple[str | None, str | None]) -> None:
    assert bounds(edtf) == days


@pytest.mark.parametrize(
    "said", ["", "..", "yesterday", "2022-13", "2022-02-30", "2022-05/2022-04", "٢٠٢٢", "0000", "9999-24"]
)
def test_what_is_no_time_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        bounds(said)


@given(st.text(alphabet="0123456789-/.[]~ ", max_size=24))
def test_whatever_is_written_as_a_time_has_bounds_or_is_refused(said: str) -> None:
    try:
        first, last = bounds(said)
    except ValueError:
        return
    assert first or last
    assert not (first and last) or first <= last


def test_the_form_of_every_statement_changes_nothing_by_itself(book: Ledger) -> None:
    for statement in book.statements():
        form = statement_form.form_of(statement)
        entries = {name: list(values) for name, values in form.said.items()}
        says, checked = statement_form.changes(statement_form.entered(entries), statement, "nl", "icd203")
        assert (says, dict(checked.wrong)) == ({}, {}), statement


def test_a_correction_says_who_and_stands_where_it_stood() -> None:
    said = a_statement("r", "DK")
    right = corrected(said, {"negated": True, "modality": "planned"}, "ann")
    assert (right.negated, right.modality, right.reader, right.confidence) == (True, "planned", "person:ann", 1.0)
    assert (right.evidence, right.report, right.roles) == (said.evidence, said.report, said.roles)
    assert right.id == Statement.of(**{
        name: getattr(right, name) for name in Statement.__struct_fields__ if name != "id"
    }).id  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"type": "explode"}, "type"),
        ({"modality": "sure"}, "modality"),
        ({"grade": "awful"}, "grade"),
        ({"roles": {"villain": []}}, ""),
        ({"evidence": {}}, "evidence"),
        ({"confidence": 0.1}, "confidence"),
        ({"nonsense": 1}, "nonsense"),
        ({"time": {"relation": "at"}}, "time"),
        ({}, "predicate"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(changes: dict[str, object], field: str) -> None:
    with pytest.raises(CorrectionError) as fault:
        corrected(a_statement("r"), changes, "ann")
    assert fault.value.field in (field, "roles" if field == "" else field)


def test_what_is_found_stands_in_the_text() -> None:
    says: dict[str, object] = {"predicate": "event", "type": "withdraw"}
    mine = found(REPORT, 0, 12, says, "ann")
    assert (mine.evidence.quote, mine.evidence.part, mine.reader) == ("Danes left.", "body", "person:ann")
    for start, end in ((11, 13), (-1, 3), (5, 5), (0, 99), (13, 20)):
        with pytest.raises(CorrectionError) as fault:
            found(REPORT, start, end, says, "ann")
        assert fault.value.field == "start"


def test_names_are_those_of_the_register_or_stay_words() -> None:
    assert refs(["Denmark"], "en")[0].id == "state:DK"
    assert refs(["the Danes [state:DK]"], "en")[0].text == "the Danes"
    assert refs(["Nobody Whoever"], "en") == (EntityRef(text="Nobody Whoever"),)
    before = EntityRef(text="Danish soldiers", id="state:DK", kind="state", country="DK", body="armed_forces")
    assert refs(["Danish soldiers [state:DK]"], "en", [before]) == (before,)
    with pytest.raises(CorrectionError, match="knows nobody"):
        refs(["X [state:QQ]"], "en")
    with pytest.raises(CorrectionError, match="longer"):
        refs(["x" * 10_000], "en")
    assert "MINUSMA [mission:minusma]" in suggest("minus", "en")
    assert suggest("  ", "en") == ()
    assert len(suggest("a", "fr")) == 20


def test_the_tally_counts_what_the_readings_show(book: Ledger) -> None:
    counts = Tally().counts(book, NOW, book.reports())
    assert counts.keys() == book.reports().keys()
    for report, count in counts.items():
        reading = reading_of(book, report, NOW)
        assert count.statements == len(reading.statements)
        assert count.reviewed == sum(one.verdict != "open" for one in reading.statements) == 0
        if reading.statements:
            assert count.lowest == min(one.booked.confidence for one in reading.statements)
        assert count.unread == reading.unread


def test_what_a_reading_shows_is_what_stands(book: Ledger) -> None:
    standing = {one.id for one in book.statements()}
    shown = {one.shown.id for report in book.reports() for one in reading_of(book, report, NOW).statements}
    assert shown == standing
    assert reading_of(book, "nobody", NOW).statements == ()
