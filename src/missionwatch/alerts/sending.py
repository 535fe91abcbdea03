"""Sending: to the log, an Atom feed, a mailbox, a signed webhook, the desktop, or whatever apprise knows."""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import smtplib
import ssl
from datetime import UTC, datetime
from email.message import EmailMessage
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import msgspec

from missionwatch import urls
from missionwatch.alerts.wording import words
from missionwatch.errors import AlertsError
from missionwatch.files import whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from missionwatch.alerts.deciding import Parcel
    from missionwatch.records import Alert

_ATOM = "http://www.w3.org/2005/Atom"
_FEED = 200  # entries a feed keeps
_TIMEOUT = 20.0  # seconds for a mail server or a webhook
_ILLEGAL = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def send(
    parcel: Parcel, *, folder: Path, log: Callable[[str], None], environment: Mapping[str, str] = os.environ
) -> None:
    """Send alerts to one address; raise ``AlertsError`` that says why it could not be done. They wait then for the next time.

    ``folder`` is where relative file names lie. A mail server stands in ``MISSIONWATCH_SMTP_URL``
    (``smtp://user:password@host:587``, ``smtps://…``, sender as ``?from=``), the key for webhooks in ``MISSIONWATCH_WEBHOOK_KEY``.
    """
    kind, _, rest = parcel.address.partition(":")
    try:
        _sent(kind, rest, parcel, folder, log, environment)
    except ValueError as fault:  # what the libraries raise for an address that is none: the other addresses are told
        raise AlertsError(
            f"{kind}: the address of {parcel.subscription.name!r} is none ({fault}); put it right"
        ) from fault


def _sent(
    kind: str, rest: str, parcel: Parcel, folder: Path, log: Callable[[str], None], environment: Mapping[str, str]
) -> None:
    match kind:
        case "log":
            for alert in parcel.alerts:
                log(line(alert))
        case "atom":
            _atom(parcel, folder / rest)
        case "mailto":
            _mail(parcel, rest, environment)
        case "webhook":
            _post(parcel, rest, environment)
        case "desktop":
            _apprise(parcel, "dbus://")
        case _:
            _apprise(parcel, rest)


def line(alert: Alert) -> str:
    """Return an alert in one line."""
    first = alert.evidence[0] if alert.evidence else None
    source = f" — “{first.quote}” ({first.publisher})" if first else ""
    return f"{alert.title} [{alert.sure}]{source}"


def subject(parcel: Parcel) -> str:
    """Return what stands above a parcel."""
    said = words(parcel.subscription.language)
    if len(parcel.alerts) == 1:
        return str(said["subject"].format(title=parcel.alerts[0].title))
    return str(said["subject_many"].format(n=len(parcel.alerts), name=parcel.subscription.name))


def body(parcel: Parcel) -> str:
    """Return a parcel as plain text: what, since when, how sure, and the sources."""
    return "\n\n".join(_told(alert, parcel.subscription.language) for alert in parcel.alerts) + "\n"


def _told(alert: Alert, language: str) -> str:
    lines = [alert.title, f"{alert.text} [{alert.sure}]".strip()]
    if alert.evidence:
        lines.append(f"{words(language)['reasons']}:")
    for note in alert.evidence:
        when = f", {note.published}" if note.published else ""
        lines.append(
            f"- “{note.quote}” — {note.publisher}, {note.title}{when} ({note.graded}) {note.url or ''}".rstrip()
        )
    return "\n".join(lines)


def _mail(parcel: Parcel, to: str, environment: Mapping[str, str]) -> None:
    server, for_example = environment.get("MISSIONWATCH_SMTP_URL"), "smtp://user:password@mail.example.org:587"
    if not server:
        raise AlertsError(f"cannot mail {to}: set MISSIONWATCH_SMTP_URL, for example {for_example}")
    try:
        at = urlsplit(server)
        usable = at.scheme in ("smtp", "smtps") and at.hostname and at.port != 0
    except ValueError:
        usable = False
    if not usable:  # it may hold a password: it is not shown
        raise AlertsError(f"cannot mail {to}: MISSIONWATCH_SMTP_URL is no address like {for_example}")
    sender = next((unquote(v[5:]) for v in at.query.split("&") if v.startswith("from=")), f"missionwatch@{at.hostname}")
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = " ".join(_legal(subject(parcel)).split()), sender, to
    message.set_content(_legal(body(parcel)))
    try:
        if at.scheme == "smtps":
            client: smtplib.SMTP = smtplib.SMTP_SSL(
                at.hostname or "", at.port or 465, timeout=_TIMEOUT, context=ssl.create_default_context()
            )
        else:
            client = smtplib.SMTP(at.hostname or "", at.port or 25, timeout=_TIMEOUT)
        with client:
            if at.scheme == "smtp" and client.ehlo()[0] == 250 and client.has_extn("starttls"):
                client.starttls(context=ssl.create_default_context())
            if at.username:
                client.login(unquote(at.username), unquote(at.password or ""))
            client.send_message(message)
    except (OSError, smtplib.SMTPException) as fault:
        raise AlertsError(f"cannot mail {to} by {at.hostname}: {fault}") from fault


def _post(parcel: Parcel, url: str, environment: Mapping[str, str]) -> None:
    """Post alerts as JSON. With a key, ``X-Missionwatch-Signature: t=…,v1=…`` is HMAC-SHA256 over ``t`` + "." + the body."""
    try:
        import httpx2  # noqa: PLC0415 - an extra
    except ImportError as fault:
        raise AlertsError("a webhook needs the extra: pip install 'missionwatch[collect]'") from fault

    said = msgspec.json.encode({"subscription": parcel.subscription.name, "alerts": parcel.alerts})
    headers = {"Content-Type": "application/json"}
    key = environment.get("MISSIONWATCH_WEBHOOK_KEY")
    if key:
        moment = str(int(datetime.now(UTC).timestamp()))
        headers["X-Missionwatch-Signature"] = f"t={moment},v1={signature(key, moment, said)}"
    try:
        answer = httpx2.post(url, content=said, headers=headers, timeout=_TIMEOUT, follow_redirects=False)
    except httpx2.InvalidURL as fault:
        raise ValueError(str(fault)) from fault  # `send` says whose address it is
    except httpx2.HTTPError as fault:
        raise AlertsError(f"cannot post to {urlsplit(url).hostname}: {fault}") from fault
    if not answer.is_success:
        raise AlertsError(f"{urlsplit(url).hostname} answered {answer.status_code} to a webhook")


def signature(key: str, moment: str, said: bytes) -> str:
    """Return the signature of a webhook's body at a moment (Unix seconds)."""
    return hmac.new(key.encode(), moment.encode() + b"." + said, hashlib.sha256).hexdigest()


def _atom(parcel: Parcel, path: Path) -> None:
    """Put alerts at the top of a feed that any feed reader follows; the oldest fall out."""
    ET.register_namespace("", _ATOM)
    old: list[ET.Element] = []
    try:
        if path.exists():
            old = ET.fromstring(path.read_text(encoding="utf-8")).findall(f"{{{_ATOM}}}entry")  # noqa: S314 - our own file
        feed = ET.Element(f"{{{_ATOM}}}feed")
        _put(feed, "title", "missionwatch")
        _put(feed, "id", "urn:missionwatch:alerts")
        _put(feed, "updated", parcel.alerts[-1].made.isoformat())
        fresh = [_entry(alert, parcel.subscription.language) for alert in reversed(parcel.alerts)]
        have = {entry.findtext(f"{{{_ATOM}}}id") for entry in fresh}
        kept = [entry for entry in old if entry.findtext(f"{{{_ATOM}}}id") not in have]
        feed.extend([*fresh, *kept][:_FEED])
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole(path, lasting=False) as file:
            file.write(ET.tostring(feed, encoding="utf-8", xml_declaration=True))
    except (OSError, ET.ParseError) as fault:
        raise AlertsError(f"cannot write the feed {path}: {fault}; move it away or name another file") from fault


def _entry(alert: Alert, language: str) -> ET.Element:
    entry = ET.Element(f"{{{_ATOM}}}entry")
    _put(entry, "title", alert.title)
    named = hashlib.sha256(f"{alert.subscription}|{alert.matter}|{alert.made.isoformat()}".encode()).hexdigest()[:32]
    _put(entry, "id", f"urn:missionwatch:alert:{named}")
    _put(entry, "updated", alert.made.isoformat())
    _put(entry, "content", _told(alert, language)).set("type", "text")
    for note in alert.evidence:
        if note.url and urls.parts(note.url).scheme in ("http", "https"):
            ET.SubElement(
                entry, f"{{{_ATOM}}}link", {"rel": "related", "href": _legal(note.url), "title": _legal(note.publisher)}
            )
    return entry


def _put(parent: ET.Element, name: str, text: str) -> ET.Element:
    child = ET.SubElement(parent, f"{{{_ATOM}}}{name}")
    child.text = _legal(text)
    return child


def _legal(text: str) -> str:
    """Return text without the signs that XML cannot hold (controls, halves of pairs, U+FFFE and U+FFFF)."""
    return _ILLEGAL.sub("", text)


def _apprise(parcel: Parcel, url: str) -> None:
    try:
        import apprise  # noqa: PLC0415 - an extra
    except ImportError as fault:
        raise AlertsError(
            "desktop and apprise addresses need the extra: pip install 'missionwatch[collect]'"
        ) from fault
    notifier = apprise.Apprise()
    if not notifier.add(url):
        raise AlertsError(f"apprise knows no address {url.split(':', maxsplit=1)[0]}:…; see its list of services")
    if not notifier.notify(title=subject(parcel), body=body(parcel)):
        raise AlertsError(f"{url.split(':', maxsplit=1)[0]}: could not deliver")
