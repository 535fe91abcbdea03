"""Documents that are small outside and endless inside are refused soon, and the next one is read."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from missionwatch.errors import ReportError
from missionwatch.reports import apart, make_report
from missionwatch.reports.cleaning import clean
from missionwatch.reports.documents import Document, opened, parse
from missionwatch.reports.formats import office
from tests.prove import bombs
from tests.reports.makers import letter_docx, mail, odt, pdf

SENTENCE = "The ministry says that 105 Danish soldiers arrived in Mali last week."


def read(data: bytes) -> Document:
    return parse(data, Path("hostile"))


def test_a_cell_is_told_once_however_many_columns_it_says_it_spans() -> None:
    assert [block.text for block in read(bombs.docx(bombs.cells(1_000_000_000, 1))).blocks] == [bombs.WORDS.strip()]


def test_a_cell_merged_with_the_one_above_says_what_that_one_says() -> None:
    first = "<w:tc><w:tcPr><w:gridSpan w:val='2'/><w:vMerge w:val='restart'/></w:tcPr><w:p><w:r><w:t>Takuba</w:t></w:r></w:p></w:tc>"
    more = "<w:tc><w:tcPr><w:gridSpan w:val='2'/><w:vMerge/></w:tcPr><w:p/></w:tc>"
    last = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{first}{last.format('Denmark')}</w:tr><w:tr>{more}{last.format('Mali')}</w:tr></w:tbl>"
    assert [block.text for block in read(bombs.docx(table)).blocks] == ["Takuba · Denmark", "Takuba · Mali"]


def test_boxes_and_tables_within_one_another_are_told_once() -> None:
    assert [block.text for block in read(odt(bombs.frames(60))).blocks] == [bombs.WORDS.strip()]
    assert [block.text for block in read(odt(bombs.tables(20, SENTENCE))).blocks] == [SENTENCE]


@pytest.mark.parametrize("entry", ["word/document.xml", "content.xml"])
def test_an_archive_that_lies_about_its_size_is_found_before_it_fills_the_memory(
    entry: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = bombs.lying(entry, letter_docx([SENTENCE]) if "word" in entry else odt(f"<text:p>{SENTENCE}</text:p>"))
    assert len(made) < 3_000_000
    monkeypatch.setattr(apart, "MEMORY", 0)  # not by the process's end, but by what was read of it
    with pytest.raises(ReportError, match="archive is broken"):
        office.read(made, Path("hostile.docx"))


def test_streams_that_begin_within_one_another_are_not_read_over_and_over() -> None:
    began = time.process_time()
    for made in (bombs.empty_streams(), b"%PDF-1.4\n" + b"stream\nx" * 600_000):
        with pytest.raises(ReportError):
            read(made)
    assert time.process_time() - began < 20


@pytest.mark.parametrize(
    "data",
    [bombs.nested_mail(5000), bombs.nested_mail(400), bombs.wide_mail(30_000),
     mail(SENTENCE, From="a@b", To="c@d", Subject="x").replace(b"Subject: x", b"Subject: " + b"=?utf-8?q?a?= " * 100_000)],
    ids=["deep", "less deep", "wide", "long header"],
)  # fmt: skip
def test_mail_that_no_program_writes_is_refused(data: bytes) -> None:
    with pytest.raises(ReportError, match="e-mail"):
        read(data)


def test_a_letter_has_so_many_marks_and_no_more() -> None:
    began = time.process_time()
    piled = clean("a" + "\u0316\u0301" * 300_000 + " and e\u0301")
    assert time.process_time() - began < 5
    assert len(piled) < 50
    assert piled.endswith(" and é")
    assert clean(piled) == piled
    assert clean("a" + "\u0344" * 60) == clean(clean("a" + "\u0344" * 60))


def test_a_document_that_takes_too_long_or_too_much_is_refused_and_the_next_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    apart.close()
    monkeypatch.setattr(apart, "_WAIT", 4)  # by the clock; what it does inside takes an hour
    with pytest.raises(ReportError, match="takes more than"):
        read(bombs.forms(12, 30))
    assert read(pdf([(60, 700, SENTENCE)])).blocks[0].text == SENTENCE


def test_a_process_that_somebody_ended_is_made_anew() -> None:
    assert read(pdf([(60, 700, SENTENCE)])).blocks
    os.kill(apart._idle[-1].pid, 9)
    assert read(pdf([(60, 700, SENTENCE)])).blocks[0].text == SENTENCE


def test_the_process_knows_none_of_our_settings_and_writes_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    apart.close()
    monkeypatch.setenv("MISSIONWATCH_SECRET", "hunter2")
    read(pdf([(60, 700, SENTENCE)]))
    process = Path(f"/proc/{apart._idle[-1].pid}")
    if not process.is_dir():
        pytest.skip("this system does not show what a process knows")
    assert b"hunter2" not in (process / "environ").read_bytes()
    limits = (process / "limits").read_text(encoding="ascii")
    assert limits.count("Max core file size        0 ") == limits.count("Max file size             0 ") == 1


def test_names_and_addresses_that_are_no_text_come_back_as_they_are() -> None:
    with pytest.raises(ReportError, match="caf\udce9"):
        parse(b"%PDF-1.4 no more", Path("caf\udce9.pdf"), charset="\udce9", url="http://x/\udce9")
    assert make_report(Path("x"), data=pdf([(60, 700, SENTENCE)]), language="en").text == SENTENCE


@pytest.mark.parametrize("sign", ["\x1a", "\x0c", "\ufffe", "&#26;", "&#x1A;", "&#0000011", "&#xFFFF;", "&#12;"])
def test_signs_that_a_tree_cannot_hold_break_no_page(sign: str) -> None:
    """Taking an element out of the tree moves the text after it, which then is looked at."""
    made = f"<html><body><nav>Home</nav>{sign} and more<article><p>{SENTENCE}</p><script>x</script>{sign}</article></body></html>"
    assert SENTENCE in [block.text for block in opened(made.encode(), Path("hostile")).blocks][-1]
    numbers = opened(made.replace("105", "&#49;&#x30;&#53;").encode(), Path("hostile"))
    assert SENTENCE in numbers.blocks[-1].text
