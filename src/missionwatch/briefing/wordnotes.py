"""Word's own footnotes, for which python-docx has no words: the part that holds them, and references to it.

WordprocessingML (ECMA-376, 17.11): each footnote has one reference in the text; what refers to it again is a NOTEREF field on
the bookmark around the first reference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt, RGBColor
from lxml import etree

if TYPE_CHECKING:
    from docx.document import Document as Doc
    from docx.text.paragraph import Paragraph

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_FIRST = 1  # below are the two that Word keeps for the line between text and notes


class WordNotes:
    """The footnotes of one document."""

    def __init__(self, document: Doc) -> None:
        package = document.part.package
        if package is None:
            raise ValueError("a Word document without a package holds no footnotes")
        self.part = Part(PackURI("/word/footnotes.xml"), _TYPE, b"", package)
        document.part.relate_to(self.part, RELATIONSHIP_TYPE.FOOTNOTES)
        self._root: Any = parse_xml(
            f"<w:footnotes {nsdecls('w', 'r')}>"
            '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
            "</w:footnotes>"
        )
        text: Any = document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
        text.base_style = document.styles["Normal"]
        text.font.size, text.paragraph_format.space_after = Pt(8), Pt(1)
        mark: Any = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
        mark.font.superscript = True
        link: Any = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
        link.font.color.rgb, link.font.underline = RGBColor(0x1F, 0x4E, 0x8C), True
        self._styles = text.style_id, mark.style_id, link.style_id
        self._known: set[int] = set()

    def refer(self, paragraph: Paragraph, number: int, words: str, url: str | None) -> None:
        """Refer to the footnote of that number at the end of the paragraph; the first time it is written."""
        name = f"_Note{number}"
        if number in self._known:
            paragraph._p.append(self._again(name, number))  # noqa: SLF001 - python-docx has no fields
            return
        self._known.add(number)
        identity = _FIRST + len(self._known) - 1
        self._write(identity, words, url)
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (start, end):
            element.set(qn("w:id"), str(identity))
        start.set(qn("w:name"), name)
        run = self._run(self._styles[1])
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(identity))
        run.append(reference)
        for element in (start, run, end):
            paragraph._p.append(element)  # noqa: SLF001 - python-docx has no bookmarks

    def comma(self, paragraph: Paragraph) -> None:
        """Put what stands between two references."""
        paragraph.add_run("\u2009").font.superscript = True

    def done(self) -> None:
        """Put the footnotes into the document."""
        self.part._blob = etree.tostring(  # noqa: SLF001 - a part has no setter
            self._root, xml_declaration=True, encoding="UTF-8", standalone=True
        )

    def _write(self, identity: int, words: str, url: str | None) -> None:
        note, paragraph = OxmlElement("w:footnote"), OxmlElement("w:p")
        note.set(qn("w:id"), str(identity))
        properties, style = OxmlElement("w:pPr"), OxmlElement("w:pStyle")
        style.set(qn("w:val"), self._styles[0])
        properties.append(style)
        mark = self._run(self._styles[1])
        mark.append(OxmlElement("w:footnoteRef"))
        paragraph.extend([properties, mark, self._run(None, f" {words} ")])
        if url:
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), self.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
            link.append(self._run(self._styles[2], url))
            paragraph.append(link)
        note.append(paragraph)
        self._root.append(note)

    def _again(self, name: str, number: int) -> Any:
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), f" NOTEREF {name} \\h \\f ")
        field.append(self._run(self._styles[1], str(number)))
        return field

    @staticmethod
    def _run(style: str | None, words: str | None = None) -> Any:
        run = OxmlElement("w:r")
        if style is not None:
            properties, chosen = OxmlElement("w:rPr"), OxmlElement("w:rStyle")
            chosen.set(qn("w:val"), style)
            properties.append(chosen)
            run.append(properties)
        if words is not None:
            text = OxmlElement("w:t")
            text.set(qn("xml:space"), "preserve")
            text.text = words
            run.append(text)
        return run
