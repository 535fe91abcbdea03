"""Documents made for tests: PDF with every line where it is put, ODT, e-mails."""

from __future__ import annotations

import io
import zipfile
import zlib
from email.message import EmailMessage

import docx

Line = tuple[float, float, str]


def pdf(*pages: list[Line], title: str = "", size: float = 10) -> bytes:
    """Return a PDF with lines at (x, y) in points from the lower left, in Helvetica (Windows-1252)."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for lines in pages:
        drawn = b"BT /F1 %d Tf " % size
        for x, y, text in lines:
            escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            drawn += b"1 0 0 1 %.1f %.1f Tm (%s) Tj " % (x, y, escaped)
        packed = zlib.compress(drawn + b"ET")
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed))
        content = len(objects)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 << /Type /Font "
            b"/Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >> >>" % content
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    objects.append(b"<< /Title (%s) >>" % title.encode("cp1252"))
    return assembled(*objects, info=len(objects))


def bomb() -> bytes:
    """Return a PDF of some hundred kilobytes whose one stream unpacks to 300 MB."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 10_000_000) for _ in range(30)) + packer.flush()
    content = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>"
    return assembled(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>", content, page)


def assembled(*objects: bytes, info: int = 0) -> bytes:
    """Return a PDF of these objects; the first is the catalogue, ``info`` the number of the one with the title, 0 for none."""
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    titled = b" /Info %d 0 R" % info if info else b""
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, table, len(objects) + 1, titled, len(out),
    )  # fmt: skip


def column(lines: list[str], x: float = 60, top: float = 700, step: float = 13) -> list[Line]:
    """Return lines below one another; an empty one leaves a gap."""
    return [(x, top - n * step, line) for n, line in enumerate(lines) if line]


def odt(body: str, *, title: str = "", head: str = "") -> bytes:
    """Return an ODT with this XML as its text; ``head`` stands before the root element."""
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    )
    content = f'<?xml version="1.0" encoding="UTF-8"?>{head}<office:document-content {names}><office:body><office:text>{body}</office:text></office:body></office:document-content>'
    meta = f'<?xml version="1.0" encoding="UTF-8"?><office:document-meta {names}><office:meta><dc:title>{title}</dc:title><dc:creator>A. Clerk</dc:creator></office:meta></office:document-meta>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr("content.xml", content)
        packed.writestr("meta.xml", meta)
    return stream.getvalue()


def letter_docx(lines: list[str]) -> bytes:
    """Return a DOCX with a paragraph for each line."""
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def mail(text: str, *, html: str = "", attachments: tuple[str, ...] = (), **headers: str) -> bytes:
    """Return an e-mail."""
    message = EmailMessage()
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message["Message-ID"] = "<1@example.org>"
    if text:
        message.set_content(text)
    if html:
        if text:
            message.add_alternative(html, subtype="html")
        else:
            message.set_content(html, subtype="html")
    for name in attachments:
        message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename=name)
    return message.as_bytes()
