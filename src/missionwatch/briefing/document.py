"""A briefing as a Word document: styles, tables and charts of Word's own, and its own footnotes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from missionwatch.briefing.patterns import load
from missionwatch.briefing.plain import day, grading, plain, quoted, safe_url
from missionwatch.briefing.wordnotes import WordNotes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document as Doc
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

    from missionwatch.records import Briefing, Chart, Footnote, Section, Sentence, Standing

_INK, _SOFT, _RULE = RGBColor(0x1C, 0x24, 0x30), RGBColor(0x56, 0x61, 0x6F), RGBColor(0x1F, 0x3A, 0x5F)
_SHADES = {"none": "E7EBF0", "low": "DCEFDC", "guarded": "FFF1C9", "high": "FFDCC4", "severe": "F3C3C7"}
_COLUMNS = (3.2, 1.9, 2.3, 1.9, 7.7)  # of the table of levels, in centimetres
_WIDTH, _HALF = Cm(16.5), Cm(8)  # of charts: a timeline is wide, others stand beside each other


def to_docx(briefing: Briefing) -> bytes:
    """Return the briefing as a Word document."""
    made = _Writer(briefing)
    made.write()
    out = io.BytesIO()
    made.document.save(out)
    return out.getvalue()


class _Writer:
    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self.phrases = load(briefing.language)
        self.text: dict[str, str] = self.phrases["text"]
        self.document: Doc = Document()
        _styles(self.document, self.phrases["text"]["locale"])
        self.notes = WordNotes(self.document)
        self.by_number = {note.number: note for note in briefing.footnotes}

    def write(self) -> None:
        briefing, text = self.briefing, self.text
        self._frame()
        self._say(briefing.title, "Title")
        self._say(f"{briefing.dated} · {briefing.known}", "Subtitle")
        for line in briefing.opening:
            self._say(line)
        for at, section in enumerate(briefing.sections):
            self._section(section)
            if at == 0 and not briefing.prose:
                self._charts()
        if briefing.unknown:
            self._say(text["unknown"], "Heading 1")
            self._say(text["note_unknown"]).runs[0].italic = True
            for line in briefing.unknown:
                self._say(line, "List Bullet")
        for line in filter(None, briefing.closing):
            said = self._say(line)
            said.paragraph_format.space_before = Pt(18)
            said.paragraph_format.keep_with_next = True
        if briefing.prose:
            self._charts()
        self._say(text["grade"].capitalize(), "Heading 2")
        self._say(" ".join(grading(briefing.language)), "Caption")
        self.notes.done()

    def _say(self, words: str, style: str | None = None) -> Paragraph:
        return self.document.add_paragraph(plain(words), style=style)

    def _frame(self) -> None:
        """Set the page, its head and foot, and what the file says of itself."""
        briefing, section = self.briefing, self.document.sections[0]
        section.orientation, section.page_width, section.page_height = WD_ORIENT.PORTRAIT, Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin, section.bottom_margin = Cm(2.1), Cm(1.9)
        head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
        head.text = plain(briefing.marking)
        foot.text = f"{plain(briefing.title)} · {self.text['page']} "
        _field(foot, "PAGE", "1")
        foot.add_run(f" {self.text['of']} ")
        _field(foot, "NUMPAGES", "1")
        foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        about = self.document.core_properties
        about.title, about.language, about.author = plain(briefing.title)[:255], briefing.language, "missionwatch"
        about.created = about.modified = briefing.known_at.replace(tzinfo=None)
        about.comments = ""

    def _section(self, section: Section) -> None:
        heading = self._say(section.heading, f"Heading {section.level - 1}") if section.heading else None
        if section.badge and heading is not None:
            heading.add_run("\u2002")
            run = heading.add_run(f"\u00a0{self.text['badge'].format(self.phrases['level'][section.badge])}\u00a0")
            run.font.size, run.font.color.rgb = Pt(8.5), _INK
            _shade(run._r.get_or_add_rPr(), _SHADES[section.badge])  # noqa: SLF001 - python-docx has no shading
        if section.standings:
            self._table(section.standings)
        if section.sentences and (self.briefing.prose if section.prose is None else section.prose):
            self._sentences(self.document.add_paragraph(), section.sentences)
        else:
            for one in section.sentences:
                self._sentences(self.document.add_paragraph(style="List Bullet"), [one])

    def _table(self, standings: Iterable[Standing]) -> None:
        table = self.document.add_table(rows=1, cols=len(_COLUMNS))
        table.style = self.document.styles["Table Grid"]
        table.autofit = False
        keys = ("mission", "level_head", "trend_head", "sureness_head", "reasons_head")
        for cell, key in zip(table.rows[0].cells, keys, strict=True):
            _fill(cell, self.text[key]).bold = True
        _mark(table.rows[0]._tr, "w:tblHeader")  # noqa: SLF001 - python-docx has no repeated head
        for one in standings:
            row = table.add_row()
            _mark(row._tr, "w:cantSplit")  # noqa: SLF001 - python-docx has no rows that stay whole
            said = (
                one.mission, self.phrases["level"][one.level], self.phrases["trend"][one.trend or "unknown"],
                self.phrases["sureness"][one.sureness], "" if one.reasons else self.text["no_reasons"],
            )  # fmt: skip
            for cell, words in zip(row.cells, said, strict=True):
                _fill(cell, words)
            _shade(row.cells[1]._tc.get_or_add_tcPr(), _SHADES[one.level])  # noqa: SLF001 - python-docx has no shading
            self._sentences(row.cells[-1].paragraphs[0], one.reasons, size=Pt(8.5))
        _quiet(table._tbl.tblPr)  # noqa: SLF001 - python-docx has no borders
        for column, width in zip(table.columns, _COLUMNS, strict=True):
            column.width = Cm(width)
        for row in table.rows:
            for cell, width in zip(row.cells, _COLUMNS, strict=True):
                cell.width = Cm(width)
        self.document.add_paragraph().paragraph_format.space_after = Pt(2)

    def _sentences(self, paragraph: Paragraph, sentences: Iterable[Sentence], size: Pt | None = None) -> None:
        for at, one in enumerate(sentences):
            run = paragraph.add_run(f"{' ' if at else ''}{plain(one.text)}")
            if size is not None:
                run.font.size = size
            for n, number in enumerate(one.notes):
                if n:
                    self.notes.comma(paragraph)
                self.notes.refer(paragraph, number, *self._note(self.by_number[number]))

    def _note(self, note: Footnote) -> tuple[str, str | None]:
        """Return a footnote's words and the address it leads to."""
        language = self.briefing.language
        words = (
            f"{quoted(note, language)} — {plain(note.publisher)}, {plain(note.title)}, {day(note.published, language)} "
            f"({self.text['grade']} {note.graded})."
        )
        return words, safe_url(note.url)

    def _charts(self) -> None:
        """Put the charts: two beside each other, a timeline on its own."""
        drawn = [chart for chart in self.briefing.charts if chart.media == "image/png"]
        rows: list[list[Chart]] = []
        for chart in drawn:
            if rows and len(rows[-1]) == 1 and "timeline" not in (chart.kind, rows[-1][0].kind):
                rows[-1].append(chart)
            else:
                rows.append([chart])
        for row in rows:
            table = self.document.add_table(
                rows=1, cols=len(row)
            )  # a line of text does not hold two pictures everywhere
            for cell, chart in zip(table.rows[0].cells, row, strict=True):
                paragraph = cell.paragraphs[0]
                paragraph.paragraph_format.keep_with_next = True
                width = _WIDTH if chart.kind == "timeline" else _HALF
                shape = paragraph.add_run().add_picture(io.BytesIO(chart.data), width=width)
                shape._inline.docPr.set("descr", plain(chart.description))  # noqa: SLF001 - python-docx has no alternative text
                shape._inline.docPr.set("title", plain(chart.title))  # noqa: SLF001
            self._say(" · ".join(chart.title for chart in row), "Caption")


def _styles(document: Doc, locale: str) -> None:
    """Set the styles people know (Title, Heading, List Bullet, Caption) in one quiet hand."""
    plan: dict[str, tuple[str, float, RGBColor, bool, float, float]] = {  # font, size, colour, bold, before, after (points)
        "Normal": ("Cambria", 10.5, _INK, False, 0, 5), "Title": ("Calibri", 20, _RULE, True, 0, 2),
        "Subtitle": ("Calibri", 10.5, _SOFT, False, 0, 10), "Heading 1": ("Calibri", 14, _RULE, True, 14, 3),
        "Heading 2": ("Calibri", 11, _SOFT, True, 8, 2), "List Bullet": ("Cambria", 10.5, _INK, False, 0, 2),
        "Caption": ("Calibri", 8.5, _SOFT, False, 0, 8), "Header": ("Calibri", 8.5, _SOFT, False, 0, 0),
        "Footer": ("Calibri", 8.5, _SOFT, False, 0, 0),
    }  # fmt: skip
    for name, (font, size, colour, bold, before, after) in plan.items():
        style: Any = document.styles[name]
        style.font.name, style.font.size, style.font.bold, style.font.italic = font, Pt(size), bold, False
        style.font.color.rgb = colour
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in [key for key in fonts.attrib if key.endswith("Theme")]:  # a theme's font would win
            del fonts.attrib[key]
        fonts.set(qn("w:eastAsia"), font)
    for run in document.styles.element.iter(qn("w:lang")):
        run.set(qn("w:val"), locale)


def _field(paragraph: Paragraph, code: str, shown: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = shown
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields


def _fill(cell: _Cell, words: str) -> Any:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(1)
    run = paragraph.add_run(plain(words))
    run.font.size, run.font.name = Pt(8.5), "Calibri"
    return run


def _mark(row: Any, name: str) -> None:
    row.get_or_add_trPr().append(OxmlElement(name))


def _quiet(properties: Any) -> None:
    """Set a table's borders: thin lines between rows, none between columns."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        line.set(qn("w:val"), "nil" if side in ("left", "right", "insideV") else "single")
        for key, value in (("sz", "4"), ("space", "0"), ("color", "C9D0D8")):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    properties.append(borders)


def _shade(properties: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{key}"), value)
    properties.append(shade)
