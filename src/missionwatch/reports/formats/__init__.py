"""One module a format: bytes in, blocks out. Which it is, the bytes say, never a file's name or a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionwatch.reports.documents import Document, decode
from missionwatch.reports.formats import mail, office, page, pdf, plain

if TYPE_CHECKING:
    from pathlib import Path


def is_plain(data: bytes, path: Path, *, charset: str | None = None) -> bool:
    """Say whether a document is plain text, for which no library is needed; raise ``ReportError`` where it is no text at all."""
    return not _is_packed(data) and not page.looks_like_html(_text(data, path, charset))


def read(data: bytes, path: Path, *, charset: str | None = None, url: str | None = None) -> Document:
    """Return the blocks of a document; raise ``ReportError`` where it is none that can be read."""
    if data.lstrip()[:5] == b"%PDF-":
        return pdf.read(data, path)
    if data.startswith(b"PK\x03\x04"):
        return office.read(data, path)
    if data.startswith(mail.OUTLOOK) or mail.looks_like_mail(data):
        return mail.read(data, path)
    text = _text(data, path, charset)
    return page.read(text, path, url=url) if page.looks_like_html(text) else plain.read(text, path)


def _is_packed(data: bytes) -> bool:
    return data.lstrip()[:5] == b"%PDF-" or data.startswith((b"PK\x03\x04", mail.OUTLOOK)) or mail.looks_like_mail(data)


def _text(data: bytes, path: Path, charset: str | None) -> str:
    return decode(data, path, declared=page.declared(data) or charset)
