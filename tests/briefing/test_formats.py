"""Markdown, HTML, PDF and Word: the same words, readable, and hostile text stays text."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from time import sleep
from typing import TYPE_CHECKING

import docx
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from missionwatch import assessment, briefing
from missionwatch.briefing.plain import plain, safe_url
from missionwatch.errors import RendererMissingError
from tests.picture.conftest import Newsroom

if TYPE_CHECKING:
    from missionwatch.records import Briefing
    from tests.briefing.conftest import Demo

HOSTILE = '</w:t><script>alert("x")</script> [^9]: *b* | `c` ![i](http://evil.example) \x00\x0b\u202e & “q” $\\alpha$ {{ 7*7 }} \ue0000\ue001'
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def hostile(url: str | None = "javascript:alert(1)") -> Briefing:
    news = Newsroom()
    report = news.report("a", "2022-02-07", "gov", publisher=HOSTILE, url=url)
    news.says(report, "question", about=["mission:takuba"], text=HOSTILE)
    seen = news.picture()
    return briefing.write(seen, assessment.assess(seen), language="en", marking=HOSTILE, form="full")


def footnotes(data: bytes) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/footnotes.xml"))


def test_hostile_text_is_text_in_word() -> None:
    data = briefing.to_docx(hostile())
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(data)).paragraphs)
    assert '</w:t><script>alert("x")</script>' in text.replace("‘", '"').replace("’", '"')
    notes = "".join(footnotes(data).itertext())
    assert "<script>" in notes
    for part in zipfile.ZipFile(io.BytesIO(data)).namelist():
        if part.endswith((".xml", ".rels")):
            raw = zipfile.ZipFile(io.BytesIO(data)).read(part).decode()
            assert "javascript:" not in raw
            assert "<script" not in raw
            assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202e]", raw), part


def test_hostile_text_is_text_in_html_and_pdf_and_markdown() -> None:
    made = hostile()
    page, text = briefing.to_html(made), briefing.to_markdown(made)
    assert "<script" not in page
    assert "{{ 7*7 }}" in page
    assert "49" not in page
    for written in (page, text):
        assert "javascript:" not in written
        assert not re.search("[\x00\x0b\u202e]", written)
    assert re.search(r"^\[\^9\]:", text, re.MULTILINE) is None
    pdf = briefing.to_pdf(made)
    assert b"/JavaScript" not in pdf
    assert b"javascript:" not in pdf


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=40), st.sampled_from(["en", "fr"]))
def test_any_text_goes_through_every_format(words: str, language: str) -> None:
    news = Newsroom()
    news.says(
        news.report("a", "2022-02-07", "gov", publisher=words, url=words),
        "question",
        about=["mission:takuba"],
        text=words or "x",
    )
    seen = news.picture()
    made = briefing.write(seen, (), language=language)
    assert docx.Document(io.BytesIO(briefing.to_docx(made)))
    etree.fromstring(briefing.to_html(made).encode(), etree.HTMLParser())
    assert briefing.to_markdown(made)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=1&c=é", True), ("https://example.org/a?b=1&c=2", True), ("javascript:alert(1)", False),
        ("data:text/html,x", False), ("https://a b", False), ('https://a"onclick="x', False), ("http://exa\x00mple.org", False), (None, False),
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_are_linked(url: str | None, kept: bool) -> None:
    assert (safe_url(url) is not None) == kept


def test_plain_keeps_words_and_spaces_that_do_not_break() -> None:
    assert plain("14\u202f000 militaires\u00a0:\n oui\x00\u202e") == "14\u202f000 militaires\u00a0: oui"


def test_word_has_styles_and_footnotes_of_its_own(demo: Demo) -> None:
    made = demo.brief("en", "letter")
    data = briefing.to_docx(made)
    document = docx.Document(io.BytesIO(data))
    styles = [(p.style.name if p.style else "", p.text) for p in document.paragraphs]
    assert styles[0] == ("Title", "Letter to parliament: Mali and the Sahel")
    assert any(style == "Heading 1" and text.startswith("Task Force Takuba") for style, text in styles)
    assert ("Heading 2", "Developments") in styles
    assert document.core_properties.title == made.title
    root = footnotes(data)
    notes = [n for n in root.findall(f"{W}footnote") if n.get(f"{W}type") is None]
    assert len(notes) == len(made.footnotes)
    assert made.footnotes[0].quote in "".join(notes[0].itertext())
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    referred = [r.get(f"{W}id") for r in body.iter(f"{W}footnoteReference")]
    assert referred == [str(note.number) for note in made.footnotes], "Word numbers them as the others do"
    bookmarks = {b.get(f"{W}name") for b in body.iter(f"{W}bookmarkStart")}
    for field in body.iter(f"{W}fldSimple"):
        instruction = (field.get(f"{W}instr") or "").split()
        assert instruction[0] == "NOTEREF"
        assert instruction[1] in bookmarks
    links = zipfile.ZipFile(io.BytesIO(data)).read("word/_rels/footnotes.xml.rels").decode()
    assert "https://www.rijksoverheid.nl" in links


def test_word_has_the_table_of_levels_and_charts_with_words(demo: Demo) -> None:
    made = demo.brief("en", "sitrep", "image/png")
    document = docx.Document(io.BytesIO(briefing.to_docx(made)))
    table = document.tables[0]
    assert [cell.text for cell in table.rows[0].cells][:2] == ["Mission", "Level"]
    assert table.rows[1].cells[1].text == "severe"
    assert len(document.inline_shapes) == 2
    assert document.inline_shapes[0]._inline.docPr.get("descr") == made.charts[0].description


@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_a_situation_report_is_two_pages_of_tagged_pdf(demo: Demo, language: str) -> None:
    made = demo.brief(language, "sitrep", "image/svg+xml")
    data = briefing.to_pdf(made)
    document = pypdfium2.PdfDocument(data)
    assert len(document) <= 2
    words = "".join(document[n].get_textpage().get_text_range() for n in range(len(document)))
    assert "Takuba" in words
    assert "1 / 2" in words
    assert made.marking in words
    assert pypdfium2.raw.FPDFCatalog_IsTagged(document.raw), "tagged, as PDF/UA asks"


def test_two_pdfs_are_made_at_a_time(demo: Demo, monkeypatch: pytest.MonkeyPatch) -> None:
    flash = demo.brief("en", "flash")
    briefing.to_pdf(flash)
    from weasyprint import HTML  # noqa: PLC0415 - an extra

    at_once, most, lock = 0, 0, Lock()

    def write_pdf(*_: object, **__: object) -> bytes:
        nonlocal at_once, most
        with lock:
            at_once += 1
            most = max(most, at_once)
        sleep(0.05)
        with lock:
            at_once -= 1
        return b"%PDF"

    monkeypatch.setattr(HTML, "write_pdf", write_pdf)
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(briefing.to_pdf, [flash] * 6)) == [b"%PDF"] * 6
    assert most == 2


def test_a_page_shows_dates_grading_gaps_and_charts(demo: Demo) -> None:
    made = demo.brief("fr", "full", "image/svg+xml")
    page = briefing.to_html(made)
    for words in (
        "Situation au 1er mars 2022",
        "Tel que connu le 1er mars 2022.",
        "STANAG 2511",
        "Ce que nous ne savons pas",
    ):
        assert words in page
    assert page.count("<img ") == 4
    assert all(chart.description.split(":")[0][:20] in page for chart in made.charts)
    assert not re.search(r"""(src|href)=["'](?!#|data:image/|https://)""", page)


@pytest.mark.parametrize("missing", ["weasyprint", "matplotlib"])
def test_a_missing_library_is_named_with_its_remedy(demo: Demo, missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == missing]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    flash = demo.brief("en", "flash")

    def made() -> object:
        return briefing.to_pdf(flash) if missing == "weasyprint" else demo.brief("en", "sitrep", "image/svg+xml")

    with pytest.raises(RendererMissingError, match=r"pip install 'missionwatch\[report\]'"):
        made()
