"""Documents in, reports out: what a user would hand over, and what hostile files hold."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import docx
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missionwatch.errors import ReportError, UnknownLanguageError
from missionwatch.records import Report
from missionwatch.reports import Copies, make_report
from missionwatch.reports.cleaning import clean

if TYPE_CHECKING:
    from pathlib import Path

LETTER = """Brief over Niger

Het kabinet heeft de Kamer vandaag een brief gestuurd over de missies in Niger en de regio.

Archieffoto: militairen op de basis in Niamey.
Foto: Ministerie van Defensie.

De missie gaat voorlopig door, maar het kabinet overweegt haar aan te passen.

Gevolgen

- De bijdrage eindigt in juni.
- De liaison blijft in Niamey.

“Wij houden alle opties open.”

Meer nieuws volgt in het voorjaar."""


def write(folder: Path, content: str | bytes, name: str = "report.txt") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def parts(report: Report) -> list[tuple[str, str]]:
    return [(part.kind, report.text[part.start : part.end].split("\n")[0][:24]) for part in report.parts]


def test_a_letter_keeps_its_text_and_shows_its_parts(tmp_path: Path) -> None:
    report = make_report(write(tmp_path, LETTER), published=date(2022, 3, 1))
    assert report.text == LETTER
    assert report.language == "nl"
    assert report.published == date(2022, 3, 1)
    assert parts(report) == [
        ("title", "Brief over Niger"),
        ("lead", "Het kabinet heeft de Kam"),
        ("caption", "Archieffoto: militairen "),
        ("caption", "Foto: Ministerie van Def"),
        ("body", "De missie gaat voorlopig"),
        ("heading", "Gevolgen"),
        ("list", "- De bijdrage eindigt in"),
        ("list", "- De liaison blijft in N"),
        ("quote", "“Wij houden alle opties "),
        ("body", "Meer nieuws volgt in het"),
    ]


def test_front_matter_says_what_the_text_does_not(tmp_path: Path) -> None:
    head = "---\ntitle: Sweden leaves\npublished: 2022-01-14\nsource: wire\nlanguage: en\nurl: https://example.org/a\n---\n"
    report = make_report(
        write(tmp_path, head + "Sweden will end its part in the task force this year, the minister said.")
    )
    assert (report.title, report.published, report.source, report.language) == (
        "Sweden leaves",
        date(2022, 1, 14),
        "wire",
        "en",
    )
    assert report.text.startswith("Sweden leaves\n\nSweden will end")
    assert report.parts[0].kind == "title"


def test_what_the_caller_says_outranks_the_document(tmp_path: Path) -> None:
    path = write(tmp_path, "---\npublished: 2022-01-14\nlanguage: en\n---\nA short text on a mission abroad.")
    report = make_report(path, published=date(2021, 5, 5), language="fr", source="desk")
    assert (report.published, report.language, report.source) == (date(2021, 5, 5), "fr", "desk")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Nieuwsbericht | 7 februari 2022 | 12:00", date(2022, 2, 7)),
        ("Published: 2022-02-07", date(2022, 2, 7)),
        ("February 7, 2022", date(2022, 2, 7)),
        ("Publié le 7 février 2022", date(2022, 2, 7)),
        ("Kamerbrief 07-02-2022", date(2022, 2, 7)),
        ("Een kop zonder datum", None),
    ],
)
def test_a_dateline_at_the_top_dates_the_report(tmp_path: Path, line: str, day: date | None) -> None:
    body = "Het kabinet stuurde de Kamer op 1 maart 2020 een brief over de missie in Mali en de regio."
    assert make_report(write(tmp_path, f"{line}\n\n{body}"), language="nl").published == day


def test_html_gives_the_article_alone_with_its_captions_and_no_script(tmp_path: Path) -> None:
    page = """<!DOCTYPE html><html lang="en"><head><title>Troops leave</title>
    <meta property="article:published_time" content="2022-02-17T09:00:00Z"></head><body><nav>Menu Home</nav><article>
    <h1>Troops leave</h1><p>France and its partners will withdraw their troops from Mali within six months, they said.</p>
    <figure><img src="x.jpg"><figcaption>File photo: soldiers near Gao.</figcaption></figure><h2>Next steps</h2>
    <p>The withdrawal begins this month and ends in the summer, according to the joint statement of the partners.</p>
    <script>alert('x')</script></article></body></html>"""
    report = make_report(write(tmp_path, page, "page"))
    assert report.published == date(2022, 2, 17)
    assert "alert" not in report.text
    assert "Menu" not in report.text
    kinds = {kind for kind, _ in parts(report)}
    assert {"title", "lead", "heading", "caption", "body"} <= kinds


def test_a_docx_keeps_headings_and_tables(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("Missies in beeld", 0)
    made.add_paragraph("De regering stuurt het parlement elk kwartaal een overzicht van de missies en de bijdragen.")
    made.add_heading("Bijdragen", 1)
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "MINUSMA", "90"
    made.add_paragraph("De cijfers zijn van deze maand en kunnen nog veranderen in het najaar.")
    stream = io.BytesIO()
    made.save(stream)
    report = make_report(write(tmp_path, stream.getvalue(), "report.docx"))
    assert [kind for kind, _ in parts(report)] == ["title", "lead", "heading", "table", "body"]
    assert "MINUSMA · 90" in report.text


def _pdf(lines: list[str]) -> bytes:
    """Return a one-page PDF with the lines in Helvetica."""
    drawn = "BT /F1 11 Tf 50 780 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return f"{out}xref\n0 6\n0000000000 65535 f \n{table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF".encode()


def test_a_pdf_joins_its_lines_and_words(tmp_path: Path) -> None:
    lines = [
        "The Security Council has extended the mandate of the mission until the end",
        "of June next year, with thirteen votes in fa-",
        "vour and two abstentions.",
    ]
    report = make_report(write(tmp_path, _pdf(lines), "report.pdf"), language="en")
    assert (
        report.text
        == "The Security Council has extended the mandate of the mission until the end of June next year, with thirteen votes in favour and two abstentions."
    )


def _bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"0" * 250_000_000)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"  \n \n", "is empty"),
        (b"\x00\x01\x02\x03" * 40, "binary"),
        (b"\x81\x8d\x8f\x90" * 50, "encoding"),
        (b"%PDF-1.4 broken", "cannot be opened"),
        (b"PK\x03\x04 broken", "cannot be opened"),
        (_pdf([]), "OCR"),
        (b"---\nwho: me\n---\ntext", "no known key"),
        (b"---\npublished: last week\n---\nsome text", "YYYY-MM-DD"),
        (b"a " * 1_100_000, "more than 2,000,000 characters"),
        (b"x" * 20_000_001, "20 MB"),
    ],
)
def test_what_cannot_be_a_report_is_refused_with_the_remedy(tmp_path: Path, content: bytes, says: str) -> None:
    with pytest.raises(ReportError, match=says):
        make_report(write(tmp_path, content), language="en")


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="unpacks to 250 MB"):
        make_report(write(tmp_path, _bomb(), "x.docx"))


def test_no_file_and_a_folder_are_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="there is no file"):
        make_report(tmp_path / "gone.txt")
    with pytest.raises(ReportError, match="is a folder"):
        make_report(tmp_path)


def test_old_windows_text_is_read_and_other_languages_keep_their_code(tmp_path: Path) -> None:
    french = "La France a annoncé le retrait de ses forces armées présentes au Mali après la décision européenne."
    assert make_report(write(tmp_path, french.encode("cp1252"))).text == french
    german = "Die Bundesregierung hat beschlossen, den Einsatz der Bundeswehr in Mali vorerst nicht zu verlängern."
    assert make_report(write(tmp_path, german)).language == "de"
    with pytest.raises(UnknownLanguageError, match="--lang"):
        make_report(write(tmp_path, "Mali 2022"))


@given(st.text(max_size=300))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=300).map(str.encode)))
def test_no_bytes_break_the_intake(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = write(tmp_path_factory.mktemp("any"), content)
    try:
        report = make_report(path, language="nl")
    except (ReportError, UnknownLanguageError):
        return
    assert report.text == clean(report.text)
    assert all(report.text[part.start : part.end].strip() for part in report.parts)


WIRE = (
    "Denmark has decided to bring its soldiers home from Mali after the transitional government asked the Danish "
    "contingent to leave at once. The foreign minister called the demand unacceptable and said that the soldiers had "
    "been invited. The contingent of special forces had arrived in the country this month as part of a European task force."
)


def _report(name: str, text: str, **fields: object) -> Report:
    base = Report(id=name, title=name, language="en", published=None, source=name, text=text, parts=())
    return msgspec.structs.replace(base, **fields)


def test_copies_are_found_and_other_reports_on_the_same_event_are_not() -> None:
    copies = Copies()
    copies.add(_report("wire", WIRE))
    retitled = (
        f"Danes go home\n\n{WIRE.replace('at once', 'immediately')} The minister will speak in parliament on Friday."
    )
    assert copies.original(_report("paper", retitled)) == "wire"
    other = (
        "Copenhagen announced on Thursday that about a hundred troops sent to the Sahel will return, because the junta in "
        "Bamako had insisted on it. Sweden, which leads part of the force, regretted the step and consults its partners "
        "on what it means for the European mission in the months ahead."
    )
    assert copies.original(_report("other", other)) is None
    assert copies.original(_report("correction", WIRE, corrects="wire")) is None
    assert copies.original(_report("wire", WIRE)) is None


def test_a_copy_of_a_copy_points_to_the_first() -> None:
    copies = Copies()
    copies.add(_report("wire", WIRE))
    copies.add(_report("paper", WIRE + " More follows.", copy_of="wire"))
    assert copies.original(_report("site", WIRE + " More follows. Again.")) == "wire"


def test_lines_that_are_paragraphs_are_parts_of_their_own(tmp_path: Path) -> None:
    long = "A new contingent of 230 Kenyan police officers arrived in Haiti on Monday, the national police of the country said, as the first group of police officers since the beginning of the summer."
    path = tmp_path / "pasted.txt"
    path.write_text(f"Kenyan police arrive in Haiti\n{long}\nThe force now numbers 980 people.\n", encoding="utf-8")
    report = make_report(path, language="en")
    assert [(p.kind, report.text[p.start : p.end]) for p in report.parts] == [
        ("title", "Kenyan police arrive in Haiti"), ("body", long), ("body", "The force now numbers 980 people."),
    ]  # fmt: skip


def test_wrapped_lines_are_one_paragraph(tmp_path: Path) -> None:
    path = tmp_path / "wrapped.txt"
    path.write_text(
        "A new contingent of 230 Kenyan police officers arrived in Haiti on Monday.\nIt is the first\nsince the summer.\n",
        encoding="utf-8",
    )
    assert [p.kind for p in make_report(path, language="en").parts] == ["body"]


def test_a_quoted_paragraph_is_no_heading(tmp_path: Path) -> None:
    long = "« Nous avons demandé à la mission de rester encore une année entière, parce que les soldats de notre pays ne sont pas prêts à prendre sa place, dit-il. »"
    path = tmp_path / "colle.txt"
    path.write_text(f"{long}\n{long.replace('encore', 'au moins')}\n", encoding="utf-8")
    assert {p.kind for p in make_report(path, language="fr").parts} <= {"body", "quote"}
