"""E-mails (EML, and Outlook's MSG with the extra): the body, the subject as title, the attachments named."""

from __future__ import annotations

import re
from contextlib import suppress
from email import message_from_bytes, policy
from email.errors import MessageError
from email.utils import parseaddr, parsedate_to_datetime
from io import BytesIO
from typing import TYPE_CHECKING

from missionwatch.errors import ReportError
from missionwatch.reports.cleaning import clean
from missionwatch.reports.documents import Block, Document
from missionwatch.reports.formats import page, plain

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path

OUTLOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How Outlook's MSG (and old office files) begin."""
_HEADERS = re.compile(
    rb"^(from|to|date|subject|message-id|mime-version|received|return-path|delivered-to):", re.IGNORECASE | re.MULTILINE
)
_SIGNATURE = re.compile(r"^-- ?$.*\Z", re.MULTILINE | re.DOTALL)
_FORWARD = re.compile(r"^\s*(?:(?:re|fw|fwd|tr|antw|doorst)\s*:\s*)+", re.IGNORECASE)
_NESTED = re.compile(rb"^--[^\r\n]{1,200}\r?\n(?=content-|mime-)|boundary=", re.IGNORECASE | re.MULTILINE)
_MOST_PARTS = 500
_LONGEST_HEAD = 500_000  # bytes; reading headers takes time that grows with the square of their length


def looks_like_mail(data: bytes) -> bool:
    """Say whether bytes are an e-mail: header lines at the very top, at least three of those that every mail has."""
    head = _head(data[:16_000])
    if head.startswith(b"From "):
        head = head.partition(b"\n")[2]
    if not re.match(rb"[A-Za-z][A-Za-z0-9-]*:", head):
        return False
    return len({found[1].lower() for found in _HEADERS.finditer(head)}) >= 3


def _head(data: bytes) -> bytes:
    end = re.search(rb"\r?\n\r?\n", data)
    return data[: end.start()] if end else data


def read(data: bytes, path: Path) -> Document:
    """Return the blocks of an e-mail's body; raise ``ReportError`` where it has none that can be read."""
    if data.startswith(OUTLOOK):
        return _outlook(data, path)
    if len(_NESTED.findall(data)) > _MOST_PARTS or len(_head(data)) > _LONGEST_HEAD:
        raise ReportError(
            f"{path} is an e-mail with more parts or longer headers than any that is written; save its text"
        )
    try:
        message = message_from_bytes(data, policy=policy.default)
        text, is_page = _body(message)
        names = [name for part in message.iter_attachments() if (name := part.get_filename())]
    except (MessageError, LookupError, KeyError, ValueError, AttributeError, RecursionError) as fault:
        raise ReportError(f"{path} is an e-mail that cannot be read ({type(fault).__name__}); save its text") from fault
    said = {"title": _header(message, "subject"), "author": parseaddr(_header(message, "from"))[0]}
    with suppress(ValueError, TypeError, OverflowError):  # a mail without a day that is one
        said |= {"published": parsedate_to_datetime(_header(message, "date")).date().isoformat(), "dated": "metadata"}
    return _document(text, said, names, path, is_page=is_page)


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message[name] or "").split())
    except (ValueError, IndexError, AttributeError, LookupError, MessageError):  # the parser trips over broken headers
        return ""


def _body(message: EmailMessage) -> tuple[str, bool]:
    if sum(1 for _ in message.walk()) > _MOST_PARTS:
        raise ValueError("too many parts")
    body = message.get_body(("plain", "html"))
    if body is None:
        return "", False
    content = body.get_content()
    return (content if isinstance(content, str) else ""), body.get_content_type() == "text/html"


def _outlook(data: bytes, path: Path) -> Document:
    try:
        import oxmsg  # noqa: PLC0415
    except ImportError as fault:
        raise ReportError(
            f"{path} is an Outlook message; pip install 'missionwatch[collect]' to read it, or save it as EML"
        ) from fault
    try:
        message = oxmsg.Message.load(BytesIO(data))
        said = {"title": message.subject or "", "author": parseaddr(message.sender or "")[0] or message.sender or ""}
        if message.sent_date is not None:
            said |= {"published": message.sent_date.date().isoformat(), "dated": "metadata"}
        text, page_text = message.body or "", message.html_body or ""
        names = [attachment.file_name for attachment in message.attachments if attachment.file_name]
    except Exception as fault:  # a damaged file makes the library raise anything
        raise ReportError(
            f"{path} cannot be read as an Outlook message ({type(fault).__name__}); an old DOC must be saved as DOCX, a message as EML"
        ) from fault
    return _document(text or page_text, said, names, path, is_page=not text.strip())


def _document(text: str, said: dict[str, str], names: list[str], path: Path, *, is_page: bool) -> Document:
    said = {key: value for key, value in said.items() if value}
    said["title"] = _FORWARD.sub("", said.get("title", "")).strip()
    if not text.strip():
        raise ReportError(f"{path} is an e-mail without a text in it; give its attachments")
    if is_page:
        document = page.read(text, path)
        blocks, said = document.blocks, {**document.said, **{k: v for k, v in said.items() if v}}
    else:
        blocks = plain.read(clean(_SIGNATURE.sub("", _unwrapped(clean(text)))), path).blocks
    return Document([Block(b.text, b.kind) for b in blocks], {k: v for k, v in said.items() if v}, names)


def _unwrapped(text: str) -> str:
    """Join lines that a mail program broke at its width; short lines (addresses, lists) stay."""
    out: list[str] = []
    for paragraph in text.split("\n\n"):
        lines = paragraph.split("\n")
        wrapped = (
            len(lines) > 1 and all(len(line) >= 45 for line in lines[:-1]) and not paragraph.startswith((">", "-", "*"))
        )
        out.append(" ".join(lines) if wrapped else paragraph)
    return "\n\n".join(out)
