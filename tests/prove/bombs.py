"""Documents made to choke a program: small outside, endless inside. Each has a name and the kind it comes in as."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from tests.reports.makers import assembled, bomb, letter_docx, mail, odt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.prove.reader import Kind

WORDS = "The ministry says that 105 Danish soldiers arrived in Mali last week to join Task Force Takuba. "


def bombs() -> Iterator[tuple[str, Kind, Callable[[], bytes]]]:
    """Yield name, kind and maker of each."""
    for name, maker in _REPORTS.items():
        yield name, "report", maker
    for name, maker in _FEEDS.items():
        yield name, "feed", maker
    for name, maker in _JSON.items():
        yield f"stix: {name}", "stix", maker
        yield f"ftm: {name}", "ftm", maker


# --- packed documents


def _repacked(data: bytes, **entries: bytes) -> bytes:
    """Return a packed document with these entries in place of its own (``word_document`` stands for ``word/document.xml``)."""
    named = {key.replace("__", "/"): value for key, value in entries.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            stem = item.filename.removesuffix(".xml")
            new.writestr(item.filename, named.get(stem, old.read(item)))
    return out.getvalue()


def lying(entry: str, data: bytes) -> bytes:
    """Return a packed document whose head says that an entry unpacks to 100 bytes, and which unpacks to a gigabyte and more."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b"".join(packer.compress(b" " * 50_000_000) for _ in range(36)) + packer.flush()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        for item in old.infolist():
            if item.filename != entry:
                new.writestr(item.filename, old.read(item))
        new.writestr(entry, packed)
    made = bytearray(out.getvalue())
    name = entry.encode()
    for at in (made.find(name), made.rfind(name)):
        central = made[at - 46 : at - 42] == b"PK\x01\x02"
        begin = at - 46 if central else at - 30
        struct.pack_into("<H", made, begin + (10 if central else 8), zipfile.ZIP_DEFLATED)
        struct.pack_into("<I", made, begin + (24 if central else 22), 100)
    return bytes(made)


def docx(body: str) -> bytes:
    head = '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    return _repacked(letter_docx([WORDS]), word__document=f"{head}{body}</w:body></w:document>".encode())


def cells(spans: int, rows: int, *, merged: bool = False) -> str:
    merge = "<w:vMerge/>" if merged else ""
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{spans}"/>{merge}</w:tcPr><w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p></w:tc>'
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{f'<w:tr>{cell}</w:tr>' * rows}</w:tbl>"


def _laughs(root: str) -> str:
    named = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    return f'<!DOCTYPE {root} [<!ENTITY a0 "ha">{named}]>'


def frames(depth: int) -> str:
    return (
        "<text:p><draw:frame><draw:text-box>" * depth
        + f"<text:p>{WORDS}</text:p>"
        + "</draw:text-box></draw:frame></text:p>" * depth
    )


def tables(depth: int, text: str) -> str:
    return (
        "<table:table><table:table-row><table:table-cell>" * depth + f"<text:p>{text}</text:p>"
        + "</table:table-cell></table:table-row></table:table>" * depth
    )  # fmt: skip


# --- PDF


def _stream(data: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(data, 9)
    return b"<< %s /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (more, len(packed), packed)


_FONT = b"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"


def forms(depth: int, wide: int) -> bytes:
    """Return a PDF whose page draws a form that draws a form …, each of them many times."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"]
    objects += [
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>"
    ]
    objects += [_stream(b"/X Do " * wide)]
    for n in range(depth):
        last = n == depth - 1
        inside = b"BT /F1 9 Tf (Takuba) Tj ET" if last else b"/X Do " * wide
        resources = _FONT if last else b"/XObject << /X %d 0 R >>" % (6 + n)
        objects.append(
            _stream(inside, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << %s >>" % resources)
        )
    return assembled(*objects)


def _same_content(pages: int, content: bytes) -> bytes:
    """Return a PDF whose many pages all have one large content."""
    kids = b" ".join(b"%d 0 R" % (4 + n) for n in range(pages))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << %s >> >>" % _FONT
    return assembled(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages),
        _stream(content),
        *[page] * pages,
    )


def empty_streams() -> bytes:
    """Return a PDF in which a thousand streams begin that all go on to the end and give nothing."""
    blocks = b"\x00\x00\x00\xff\xff"
    marks = b"".join(b"\x00\x10\x00\xef\xff/F  stream\nx\x9c\x00\x00"[:21] for _ in range(1))
    mark = b"FlateDecode stream\nx\x9c"
    chain = b"".join(b"\x00" + struct.pack("<HH", len(mark), 0xFFFF ^ len(mark)) + mark for _ in range(2000))
    del marks
    return b"%PDF-1.4\n" + mark + chain + blocks * 3_800_000


# --- all of them

_MANY = 19_000_000 // 100

_REPORTS: dict[str, Callable[[], bytes]] = {
    "docx: a lying archive": lambda: lying("word/document.xml", letter_docx([WORDS])),
    "docx: a cell that spans a thousand million columns": lambda: docx(cells(1_000_000_000, 1)),
    "docx: many cells that span many columns": lambda: docx(cells(60_000, 3000)),
    "docx: twenty thousand cells merged downwards": lambda: docx(cells(1, 20_000, merged=True)),
    "docx: entities that swell": lambda: _repacked(
        letter_docx([WORDS]), word__document=f'<?xml version="1.0"?>{_laughs("d")}<d>&a11;</d>'.encode()
    ),
    "docx: a million empty paragraphs": lambda: docx("<w:p/>" * 1_000_000),
    "docx: a million runs": lambda: docx(f"<w:p>{'<w:r><w:t>a </w:t></w:r>' * 1_000_000}</w:p>"),
    "docx: tables within tables": lambda: docx("<w:tbl><w:tr><w:tc>" * 80 + f"<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * 80),
    "docx: ten thousand empty entries": lambda: _repacked(letter_docx([WORDS])) ,
    "odt: a lying archive": lambda: lying("content.xml", odt(f"<text:p>{WORDS}</text:p>")),
    "odt: boxes within boxes": lambda: odt(frames(80)),
    "odt: tables within tables with a long text": lambda: odt(tables(80, WORDS * 90_000)),
    "odt: entities that swell": lambda: odt("<text:p>&a11;</text:p>", head=_laughs("office:document-content")),
    "odt: very deep": lambda: odt("<text:section>" * 5000 + "</text:section>" * 5000),
    "odt: many spaces": lambda: odt(f'<text:p>{WORDS}{"<text:s text:c=" + chr(34) + "9" * 9 + chr(34) + "/>"}</text:p>' * 100_000),
    "odt: a million empty rows": lambda: odt(f"<table:table>{'<table:table-row/>' * 1_000_000}</table:table><text:p>{WORDS}</text:p>"),
    "zip: a hundred thousand entries": lambda: _many_entries(100_000),
    "pdf: a stream of 300 MB": bomb,
    "pdf: two million streams that are none": lambda: b"%PDF-1.4\n" + b"stream\nx" * 2_400_000,
    "pdf: streams within streams that give nothing": empty_streams,
    "pdf: forms within forms": lambda: forms(12, 30),
    "pdf: two thousand pages of one long content": lambda: _same_content(2000, b"q 1 0 0 1 0 0 cm Q " * 5_000_000),
    "pdf: one page with millions of marks": lambda: _same_content(1, b"0 0 m 9 9 l S " * 10_000_000),
    "pdf: a page with endless text": lambda: _same_content(1, b"BT /F1 9 Tf 1 0 0 1 5 5 Tm (Takuba) Tj ET " * 400_000),
    "pdf: pages that are their own parents": lambda: assembled(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000 /Parent 2 0 R >>"
    ),
    "html: very deep": lambda: ("<html><body>" + "<div>" * 190_000 + WORDS).encode(),
    "html: deep as allowed, with text at every depth": lambda: (
        "<html><body>" + (f"<div><p>{WORDS}</p>" * 150 + "</div>" * 150) * 400
    ).encode(),
    "html: tables within tables": lambda: ("<html><body>" + ("<table><tr><td>" * 60 + WORDS + "</table>" * 60) * 1000).encode(),
    "html: one table of two hundred thousand cells": lambda: (
        f"<html><body><table><tr>{'<td>1' * 199_000}</table><p>{WORDS}</p>"
    ).encode(),
    "html: a hundred thousand links": lambda: (f"<html><body><p>{WORDS}</p>" + "<a href=x>y</a>" * 66_000).encode(),
    "html: one tag with a million attributes": lambda: (f"<html><body><p {' '.join(f'a{n}=1' for n in range(1_000_000))}>{WORDS}").encode(),
    "html: 19 MB of less-than signs in a comment": lambda: (f"<html><body><p>{WORDS}<!--" + "-" * 19_000_000).encode(),
    "html: entities that swell": lambda: f"{_laughs('html')}<html><body><p>&a11; {WORDS}".encode(),
    "html: 19 MB in one word": lambda: (f"<html><body><p>{WORDS}</p><p>" + "a" * 19_000_000).encode(),
    "html: 19 MB of spaces": lambda: (f"<html><body><p>{WORDS}</p><p>" + " " * 19_000_000 + "x").encode(),
    "html: a title of 19 MB": lambda: (f"<html><head><title>{'a - ' * 4_700_000}</title><body><p>{WORDS}").encode(),
    "html: metadata of 19 MB": lambda: (
        '<html><head><script type="application/ld+json">' + "[" * 19_000_000 + f"</script></head><body><p>{WORDS}"
    ).encode(),
    "html: many pieces of metadata": lambda: (
        "<html><head>" + '<script type="application/ld+json">[[[[[[{"@type":"NewsArticle"}]]]]]]</script>' * 90_000 + f"<body><p>{WORDS}"
    ).encode(),
    "html: many paragraphs, all the same": lambda: (f"<html><body><article>{f'<p>{WORDS}' * _MANY}").encode(),
    "html: many headings": lambda: (f"<html><head><title>{WORDS}</title><body>{f'<h1>{WORDS}</h1>' * 90_000}").encode(),
    "mail: parts within parts": lambda: nested_mail(5000),
    "mail: parts within parts and many lines": lambda: nested_mail(200) + b"x\n" * 9_000_000,
    "mail: ten thousand parts": lambda: wide_mail(100_000),
    "mail: a header of 19 MB": lambda: mail(WORDS, From="a@b", To="c@d", Subject="x").replace(b"Subject: x", b"Subject: " + b"=?utf-8?q?a?= " * 1_300_000),
    "mail: an address of 19 MB": lambda: mail(WORDS, From="a@b", To="c@d", Subject="x").replace(b"From: a@b", b"From: " + b"(" * 19_000_000),
    "mail: a sender of many": lambda: mail(WORDS, From="a@b", To="c@d", Subject="x").replace(b"From: a@b", b"From: " + b'"a" <a@b>, ' * 1_500_000),
    "mail: a type with a million parameters": lambda: mail(WORDS, From="a@b", To="c@d", Subject="x").replace(
        b'charset="utf-8"', b"; ".join(b"a%d=1" % n for n in range(300_000))
    ),
    "mail: a million headers": lambda: b"X-A: b\n" * 2_000_000 + mail(WORDS, From="a@b", To="c@d", Subject="x"),
    "text: 19 MB of blank lines": lambda: WORDS.encode() + b"\n \t" * 6_300_000 + b"x",
    "text: 19 MB in one word": lambda: WORDS.encode() + b"a" * 19_000_000,
    "text: 19 MB of combining marks": lambda: WORDS.encode() + ("a" + "̖́" * 2_000_000).encode(),
    "text: 19 MB of open quotes": lambda: ('"' * 19_000_000).encode(),
    "text: a head without end": lambda: b"---\n" + b"title: a\n" * 2_000_000,
    "text: two million captions": lambda: b"Photo: a\n" * 220_000,
    "text: just below what a text may have": lambda: (WORDS * 20_000 + "\n\n" + "Foto: x\n" * 9000).encode(),
    "text: mojibake": lambda: ("é".encode("cp1252") + b"\xc3(") * 6_000_000,
}  # fmt: skip


def _many_entries(count: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for n in range(count):
            made.writestr(f"{n}", b"")
        made.writestr("content.xml", b"<x/>")
    return out.getvalue()


def nested_mail(depth: int) -> bytes:
    head = b"From: a@example.org\nTo: b@example.org\nSubject: x\nMIME-Version: 1.0\n"
    parts = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(depth))
    return head + parts + b"Content-Type: text/plain\n\n" + WORDS.encode() + b"\n"


def wide_mail(count: int) -> bytes:
    head = b'From: a@example.org\nTo: b@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n'
    return head + b"--b\nContent-Type: text/plain\n\nx\n" * count + b"--b--\n"


# --- feeds

_ENTRY = f"<item><title>Mali</title><guid>g</guid><description>{WORDS}</description></item>"

_FEEDS: dict[str, Callable[[], bytes]] = {
    "feed: entities that swell": lambda: f'<?xml version="1.0"?>{_laughs("rss")}<rss version="2.0"><channel><title>&a11;</title></channel></rss>'.encode(),
    "feed: a hundred thousand entries": lambda: f'<rss version="2.0"><channel>{_ENTRY * 40_000}</channel></rss>'.encode(),
    "feed: very deep": lambda: ('<rss version="2.0"><channel>' + "<item>" * 1_000_000).encode(),
    "feed: an entry of very deep HTML": lambda: (
        '<rss version="2.0"><channel><item><guid>g</guid><description>' + "&lt;div&gt;" * 500_000 + "</description></item></channel></rss>"
    ).encode(),
    "feed: an entry of many tags": lambda: (
        '<rss version="2.0"><channel><item><guid>g</guid><description>' + "&lt;b " * 1_500_000 + "</description></item></channel></rss>"
    ).encode(),
    "feed: a date of a megabyte": lambda: (
        f'<rss version="2.0"><channel><item><guid>g</guid><pubDate>{"1 " * 4_000_000}</pubDate><description>{WORDS}</description></item></channel></rss>'
    ).encode(),
    "feed: many namespaces": lambda: (
        f'<rss version="2.0" {" ".join(f"xmlns:n{n}={chr(34)}urn:{n}{chr(34)}" for n in range(200_000))}><channel>{_ENTRY}</channel></rss>'
    ).encode(),
}  # fmt: skip

# --- JSON

_JSON: dict[str, Callable[[], bytes]] = {
    "very deep": lambda: b"[" * 30_000_000,
    "deep and closed": lambda: b"[" * 900 + b"]" * 900,
    "many empty lists": lambda: b"[" + b"[]," * 15_000_000 + b"[]]",
    "many empty objects": lambda: b'{"type": "bundle", "objects": [' + b"{}," * 15_000_000 + b"{}]}",
    "a number without end": lambda: b'{"type": "bundle", "objects": [' + b"9" * 30_000_000 + b"]}",
    "many objects that point at one another": lambda: _ring(150_000),
    "a text of 60 MB": lambda: b'{"type": "bundle", "objects": [{"type": "report", "id": "report--1", "name": "' + b"a" * 60_000_000 + b'"}]}',
}  # fmt: skip


def _ring(count: int) -> bytes:
    one = '{{"type":"note","id":"note--{0:08d}-0000-4000-8000-000000000000","content":"Mali","object_refs":["note--{1:08d}-0000-4000-8000-000000000000"]}}'
    return (
        '{"type":"bundle","objects":[' + ",".join(one.format(n, (n + 1) % count) for n in range(count)) + "]}"
    ).encode()
