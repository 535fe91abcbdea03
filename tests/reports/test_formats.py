"""PDF, DOCX, ODT and e-mail: reading order, letterheads, subjects, attachments."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from missionwatch.errors import ReportError
from missionwatch.reports import make_report
from tests.reports.makers import bomb, column, letter_docx, mail, odt, pdf

if TYPE_CHECKING:
    from missionwatch.records import Report

LEFT = [
    "The mission has closed its camp at",
    "Ménaka. The last convoy reached Gao on",
    "Friday evening after four days on the",
    "road. Two vehicles were lost to mines.",
    "",
    "The army took over the camp the same",
    "day. Nobody was hurt in the handover.",
]
RIGHT = [
    "Neighbouring towns are worried. Without",
    "patrols the road to the border is open",
    "to anyone with a rifle, a trader says.",
    "",
    "A spokesman said that the mission would",
    "go on with flights as long as it is al-",
    "lowed to, and then hand over the rest.",
]
DUTCH = [
    "Ministerie van Verre Zaken", "", "> Retouradres Postbus 1 2500 AA Den Haag", "", "Aan de Voorzitter van de Kamer", "Plein 2", "",
    "Datum 12 mei 2023", "Betreft Verlenging van de Nederlandse bijdrage aan de missie in Irak", "Onze referentie 2023-114", "Bijlagen 2", "",
    "Geachte Voorzitter,", "",
    "Hierbij informeer ik u over de verlenging van de bijdrage aan de missie in Irak met een jaar. De",
    "missie telt dan nog ruim tweehonderd militairen uit achttien landen van het bondgenootschap.", "",
    "Het kabinet heeft daarbij gekeken naar de veiligheid van het personeel en naar de wens van Irak.", "",
    "Hoogachtend,", "", "De minister van Verre Zaken,", "", "Bijlage 1: Toetsingskader", "Bijlage 2: Kostenraming",
]  # fmt: skip
FRENCH = [
    "Ministère des Affaires lointaines", "Paris, le 3 février 2022", "Réf : 22/118", "Objet : Retrait de la force du nord du Mali", "",
    "Monsieur le Président,", "",
    "J'ai l'honneur de vous faire part de la décision du gouvernement de retirer la force du nord du",
    "pays avant la fin du mois de juin. Les alliés ont été consultés.", "", "Pièce jointe : calendrier du retrait",
]  # fmt: skip
ENGLISH = [
    "Office of the Special Envoy", "P.O. Box 12, Nairobi", "Date: 4 March 2024", "Subject: Access to the eastern provinces", "",
    "Excellency,", "",
    "I write to draw your attention to the closure of the road between the two towns since Monday.",
    "Convoys with food for forty thousand people are waiting on the other side of the river.", "", "Enclosure: list of convoys",
]  # fmt: skip


def made(data: bytes, name: str = "document", **given: str) -> Report:
    return make_report(Path(name), data=data, now=date(2026, 1, 1), **given)  # type: ignore[arg-type]


def paragraphs(report: Report) -> list[str]:
    return report.text.split("\n\n")


def test_columns_are_read_one_after_the_other() -> None:
    head = [(60, 780, "Handover in the north leaves towns without patrols")]
    report = made(pdf([*head, *column(LEFT, 60, 740), *column(RIGHT, 320, 740)]))
    assert paragraphs(report) == [
        "Handover in the north leaves towns without patrols",
        "The mission has closed its camp at Ménaka. The last convoy reached Gao on Friday evening after four days on the road. Two vehicles were lost to mines.",
        "The army took over the camp the same day. Nobody was hurt in the handover.",
        "Neighbouring towns are worried. Without patrols the road to the border is open to anyone with a rifle, a trader says.",
        "A spokesman said that the mission would go on with flights as long as it is allowed to, and then hand over the rest.",
    ]


def test_the_order_in_the_file_does_not_matter() -> None:
    lines = [*column(LEFT, 60, 740), *column(RIGHT, 320, 740)]
    assert made(pdf(lines)).text == made(pdf(lines[::-1])).text


def test_a_line_across_both_columns_parts_them() -> None:
    across = [(60, 560, "What the neighbours say about it, in their own words and at some length here")]
    report = made(
        pdf(
            [
                *column(LEFT, 60, 740),
                *column(RIGHT, 320, 740),
                *across,
                *column(LEFT, 60, 530),
                *column(RIGHT, 320, 530),
            ]
        )
    )
    text = report.text
    assert text.index("hand over the rest") < text.index("What the neighbours say") < text.rindex("closed its camp")


def test_a_table_of_short_cells_is_read_row_by_row() -> None:
    rows = [(60, 700 - 14 * n, f"Base {n}") for n in range(10)] + [(320, 700 - 14 * n, f"{n} March") for n in range(10)]
    report = made(
        pdf(
            [(60, 740, "The camps that were handed over, and the days on which that was done, by the mission:"), *rows]
        ),
        language="en",
    )
    assert "Base 3 3 March" in " ".join(report.text.split())


def test_heads_feet_and_page_numbers_are_dropped() -> None:
    body = [
        "The council met on Tuesday and heard a report on the situation at the border between the",
        "two states. Members asked for restraint and for a date.",
    ]
    pages = [
        [
            (60, 800, "Council of Unions | Summary record"),
            *column([f"Part {n}. {body[0]}", body[1]], 60, 700),
            (280, 30, f"Page {n} of 4"),
        ]
        for n in range(1, 5)
    ]
    text = made(pdf(*pages)).text
    assert "Summary record" not in text
    assert "Page" not in text
    assert text.count("The council met") == 4


@pytest.mark.parametrize("form", ["pdf", "docx", "odt"])
@pytest.mark.parametrize(
    ("lines", "title", "day", "begins", "attached", "sender"),
    [
        (DUTCH, "Verlenging van de Nederlandse bijdrage aan de missie in Irak", date(2023, 5, 12), "Hierbij informeer", ("Toetsingskader", "Kostenraming"), "Ministerie van Verre Zaken"),
        (FRENCH, "Retrait de la force du nord du Mali", date(2022, 2, 3), "J'ai l'honneur", ("calendrier du retrait",), "Ministère des Affaires lointaines"),
        (ENGLISH, "Access to the eastern provinces", date(2024, 3, 4), "I write to draw", ("list of convoys",), "Office of the Special Envoy"),
    ],
)  # fmt: skip
def test_a_letter_gives_subject_day_and_attachments(
    form: str, lines: list[str], title: str, day: date, begins: str, attached: tuple[str, ...], sender: str
) -> None:
    data = {
        "pdf": lambda: pdf(column(lines, step=14)),
        "docx": lambda: letter_docx([line for line in lines if line]),
        "odt": lambda: odt("".join(f"<text:p>{line.replace('>', '&gt;')}</text:p>" for line in lines)),
    }[form]()
    report = made(data)
    assert (report.title, report.published, report.dated) == (title, day, "text")
    assert paragraphs(report)[0] == title
    assert paragraphs(report)[1].startswith(begins)
    assert report.attachments == attached
    assert report.publisher == sender


def test_a_report_that_is_no_letter_keeps_its_beginning() -> None:
    lines = [
        "Report on the border",
        "",
        "Subject to approval, the mission will move its headquarters to the coast before the summer",
        "and close two camps.",
    ]
    assert made(pdf(column(lines)), language="en").text.startswith("Report on the border")


def test_an_odt_keeps_headings_lists_tables_and_captions() -> None:
    body = (
        '<text:h text:outline-level="1">De missie in cijfers</text:h><text:p>De missie heeft<text:s text:c="2"/>dit jaar vier kampen gesloten en er twee overgedragen.</text:p>'
        "<text:list><text:list-item><text:p>Kidal</text:p></text:list-item><text:list-item><text:p>Ménaka</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Kidal</text:p></table:table-cell><table:table-cell><text:p>november</text:p></table:table-cell></table:table-row></table:table>"
        '<text:p text:style-name="Illustration">Het kamp bij Kidal</text:p>'
        "<text:p>Zie ook<text:note><text:note-body><text:p>een voetnoot</text:p></text:note-body></text:note> het jaarverslag over de sluiting van kampen.</text:p>"
    )
    report = made(odt(body, title="Jaaroverzicht"))
    assert [(p.kind, report.text[p.start : p.end]) for p in report.parts] == [
        ("title", "Jaaroverzicht"), ("heading", "De missie in cijfers"),
        ("lead", "De missie heeft  dit jaar vier kampen gesloten en er twee overgedragen."),
        ("list", "Kidal"), ("list", "Ménaka"), ("table", "Kidal · november"), ("caption", "Het kamp bij Kidal"),
        ("body", "Zie ook het jaarverslag over de sluiting van kampen."),
    ]  # fmt: skip
    assert report.author == "A. Clerk"


def test_a_mail_gives_its_body_subject_day_and_attachments() -> None:
    text = "The road between the two towns has been closed since Monday and no convoy has passed\nthe bridge. The force commander expects that it opens again by the end of the week.\n\n-- \nPress office\n+31 70 123"
    report = made(
        mail(
            text,
            attachments=("map.pdf",),
            From="Press office <press@example.org>",
            Subject="Fwd: Road closed",
            Date="Tue, 05 Mar 2024 23:30:00 +0100",
        )
    )
    assert (report.title, report.published, report.author, report.attachments) == (
        "Road closed",
        date(2024, 3, 5),
        "Press office",
        ("map.pdf",),
    )
    assert paragraphs(report) == [
        "Road closed",
        "The road between the two towns has been closed since Monday and no convoy has passed the bridge. The force commander expects that it opens again by the end of the week.",
    ]


def test_a_mail_of_html_alone_is_cleaned_as_a_page() -> None:
    page = "<html><body><p>La mission a fermé son camp vendredi. Les derniers soldats sont partis par la route du sud.</p><script>x()</script></body></html>"
    report = made(
        mail("", html=page, From="a@example.org", Subject="Le camp est fermé", Date="Fri, 01 Mar 2024 10:00:00 +0000")
    )
    assert report.title == "Le camp est fermé"
    assert "x()" not in report.text


def test_text_that_begins_like_a_mail_is_none() -> None:
    text = "Subject: a word on the mission\n\nThe mission in the north goes on for another year, the council decided."
    assert made(text.encode()).text.startswith("Subject: a word")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (bomb(), "unpacks to more than 200 MB"),
        (odt("<text:p>&a;</text:p>", head='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), "no text"),
        (odt("<text:p>&l;</text:p>", head="<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaaaaaaaa'>" + "".join(f"<!ENTITY {chr(98 + n)} '{('&' + chr(97 + n) + ';') * 20}'>" for n in range(11)) + "]>"), "no text|cannot be opened"),
        (mail("", From="a@example.org", Subject="x", Date="Fri, 01 Mar 2024 10:00:00 +0000"), "without a text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "Outlook message"),
        (odt("<text:p>x</text:p>")[:200], "cannot be opened"),
    ],
    ids=["pdf bomb", "external entity", "billion laughs", "empty mail", "broken msg", "cut odt"],
)  # fmt: skip
def test_bombs_and_broken_files_are_refused_with_the_remedy(data: bytes, says: str) -> None:
    with pytest.raises(ReportError, match=says):
        made(data, language="en")
