"""Mail: mbox files, messages as EML or MSG, and maildirs, with their attachments."""

from __future__ import annotations

import email
import email.policy
import hashlib
import mailbox
import re
from datetime import UTC, datetime
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec

from missionwatch.errors import SourceUnavailableError
from missionwatch.sources.connectors.connector import Connector
from missionwatch.sources.visiting import Visit, Wanted, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage, MIMEPart

    from missionwatch.sources.visiting import Mark

MESSAGES = frozenset({".eml", ".msg", ".mbox"})
"""Endings of files that hold messages."""
LARGEST_MESSAGE = 40_000_000
"""Bytes, with attachments."""
_LARGEST_PART = 20_000_000
_DEEPEST = 3  # messages in messages
_MOST_PARTS = 100
_ATTACHED = {
    "text/html": ".html", "text/plain": ".txt", "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
}  # fmt: skip
_BY_ENDING = {ending: kind for kind, ending in _ATTACHED.items()} | {".htm": "text/html"}


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``path`` is an mbox file, a maildir, or a folder of messages; ``attachments``: take those too."""

    path: str
    attachments: bool = True


def _listing(visit: Visit[Options]) -> Iterator[Wanted | Mark]:
    path = Path(visit.options.path).expanduser()
    if path.is_dir():
        if (path / "cur").is_dir() and (path / "new").is_dir():
            files = [one for part in ("cur", "new") for one in sorted((path / part).iterdir()) if one.is_file()]
        else:
            files = sorted(one for one in path.rglob("*") if one.suffix.lower() in MESSAGES and one.is_file())
    elif path.is_file():
        files = [path]
    else:
        raise SourceUnavailableError(f"there is no mailbox {path}; check `path`")
    for one in files:
        yield from messages_in(visit, one)


def messages_in(visit: Visit[Any], path: Path) -> Iterator[Wanted]:
    """Yield the messages of a file and their attachments; a broken message is a fault and the rest goes on."""
    if path.suffix.lower() == ".msg":
        yield from _from_outlook(visit, path)
        return
    with path.open("rb") as file:
        is_box = file.read(5) == b"From "
    if is_box:
        box = mailbox.mbox(path, create=False)
        try:
            for key in box.iterkeys():
                yield from _from_bytes(visit, box.get_file(key).read(LARGEST_MESSAGE + 1), path.name)
        finally:
            box.close()
    elif path.stat().st_size > LARGEST_MESSAGE:
        visit.fault(
            f"{path.name} has {path.stat().st_size / 1e6:.0f} MB; messages have at most {LARGEST_MESSAGE / 1e6:.0f} MB"
        )
    else:
        yield from _from_bytes(visit, path.read_bytes(), path.name)


def _from_bytes(visit: Visit[Any], data: bytes, where: str) -> Iterator[Wanted]:
    if len(data) > LARGEST_MESSAGE:
        visit.fault(f"a message in {where} has more than {LARGEST_MESSAGE / 1e6:.0f} MB; it is passed by")
        return
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        found = list(_wanted(visit, message, data, depth=0))
    except (ValueError, LookupError, AttributeError, TypeError, ArithmeticError, RecursionError) as fault:
        # the standard library's parser raises all of these on hostile heads; one message must not stop a mailbox
        visit.fault(f"a message in {where} cannot be read ({type(fault).__name__}: {text_of(fault, 80)})")
        return
    yield from found


def _wanted(visit: Visit[Any], message: EmailMessage, data: bytes, *, depth: int) -> Iterator[Wanted]:
    named = text_of(message.get("message-id"), 300)
    item = (named or hashlib.sha256(data).hexdigest()).strip("<>")
    url = "mid:" + quote(item, safe="@.+-_")
    title = text_of(message.get("subject")) or "(no subject)"
    sender = parseaddr(str(message.get("from", "")))
    common: dict[str, Any] = {
        "published": _sent(visit, message.get("date")), "publisher": text_of(sender[0] or sender[1], 120), "stamp": "1",
    }  # fmt: skip
    body = message.get_body(preferencelist=("html", "plain"))
    text = _text(body) if body is not None else None
    if text and text.strip():
        kind = "text/html" if body is not None and body.get_content_type() == "text/html" else "text/plain"
        yield Wanted(
            url=url, item=item, data=text.encode("utf-8", "replace"), media_type=kind, charset="utf-8", title=title,
            document_id=item, **common,
        )  # fmt: skip
    if not getattr(visit.options, "attachments", True):
        return
    for number, part in enumerate(message.iter_attachments()):
        if number >= _MOST_PARTS:
            visit.fault(f"message {title!r} has more than {_MOST_PARTS} attachments; the rest is passed by")
            return
        if part.get_content_type() == "message/rfc822":
            inner = part.get_content() if depth < _DEEPEST else None
            if inner is not None:
                yield from _wanted(visit, inner, bytes(inner), depth=depth + 1)
            continue
        inside = part.get_payload(decode=True)
        attached = _attached(
            visit, part.get_filename(), part.get_content_type(), inside if isinstance(inside, bytes) else b""
        )
        if attached is not None:
            yield msgspec.structs.replace(
                attached, url=f"{url}/{number}", item=f"{item}/{number}", attached_to=url, **common
            )  # fmt: skip


def _text(part: MIMEPart) -> str:
    """Return a text part by its charset; a wrong or unknown one is replaced, not refused."""
    inside = part.get_payload(decode=True)
    data = inside if isinstance(inside, bytes) else b""
    for charset in (part.get_content_charset() or "utf-8", "utf-8"):
        try:
            return data.decode(charset)
        except (LookupError, UnicodeError):
            continue
    return data.decode("cp1252", errors="replace")


def _attached(visit: Visit[Any], name: str | None, kind: str, data: bytes) -> Wanted | None:
    """Return an attachment that a report can be made of. Its name is a label: no path is ever made of it."""
    label = text_of(re.split(r"[/\\]", name or "")[-1], 120)
    ending = Path(label or "").suffix.lower()
    kind = kind if kind in _ATTACHED else _BY_ENDING.get(ending, kind)
    if kind not in _ATTACHED or not data:
        return None
    if len(data) > _LARGEST_PART:
        visit.fault(
            f"attachment {label!r} has {len(data) / 1e6:.0f} MB; documents have at most {_LARGEST_PART / 1e6:.0f} MB"
        )
        return None
    return Wanted(
        url="", item="", data=data, media_type=kind, file_name=label, title=Path(label).stem if label else None
    )


def _sent(visit: Visit[Any], said: object) -> datetime | None:
    if not said:
        return None
    try:
        return visit.moment(parsedate_to_datetime(str(said)), "the message's date")
    except (ValueError, OverflowError):
        visit.fault(f"the message's date {str(said)[:40]!r} is none; it is left out")
        return None


def _from_outlook(visit: Visit[Any], path: Path) -> Iterator[Wanted]:
    """Yield a message in Outlook's own format (MSG) and its attachments."""
    from oxmsg import Message  # noqa: PLC0415 - an extra

    if path.stat().st_size > LARGEST_MESSAGE:
        visit.fault(f"{path.name} has more than {LARGEST_MESSAGE / 1e6:.0f} MB; it is passed by")
        return
    try:
        message: Any = Message.load(str(path))
        html, plain, subject = message.html_body, message.body, message.subject
        sender, sent = message.sender, message.sent_date
        headers = dict(message.message_headers or {})
        files = [(one.file_name, one.mime_type, one.file_bytes) for one in message.attachments]
    except Exception as fault:  # noqa: BLE001 - a young library on hostile files: whatever it raises, the rest goes on
        visit.fault(f"{path.name} cannot be read as MSG ({type(fault).__name__}: {text_of(fault, 80)})")
        return
    named = {str(key).lower(): str(value) for key, value in headers.items()}.get("message-id")
    item = (named or hashlib.sha256(path.read_bytes()).hexdigest()).strip("<> ")
    url = "mid:" + quote(item, safe="@.+-_")
    moment = sent if sent is None or sent.tzinfo else sent.replace(tzinfo=UTC)
    common: dict[str, Any] = {
        "published": visit.moment(moment, "the message's date") if moment else None, "publisher": text_of(sender, 120), "stamp": "1",
    }  # fmt: skip
    text = html or plain
    if text and text.strip():
        yield Wanted(
            url=url, item=item, data=text.encode("utf-8", "replace"), media_type="text/html" if html else "text/plain",
            charset="utf-8", title=text_of(subject) or "(no subject)", document_id=item, **common,
        )  # fmt: skip
    if getattr(visit.options, "attachments", True):
        for number, (name, kind, data) in enumerate(files[:_MOST_PARTS]):
            attached = _attached(visit, name, kind or "", data or b"")
            if attached is not None:
                yield msgspec.structs.replace(
                    attached, url=f"{url}/{number}", item=f"{item}/{number}", attached_to=url, **common
                )  # fmt: skip


MAILBOX = Connector("mailbox", Options, _listing, addresses=(), local=True)
