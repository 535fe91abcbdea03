"""Folders and mailboxes: documents that need no server."""

from __future__ import annotations

import mailbox
import os
import shutil
from datetime import UTC, date, datetime
from email.message import EmailMessage
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import oxmsg
import pytest
from oxmsg.attachment import Attachment

if TYPE_CHECKING:
    from pathlib import Path

    from missionwatch.records import RawDocument
    from tests.sources.conftest import Desk

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def letter(subject: str = "Inzet in Mali", **more: Any) -> EmailMessage:
    message = EmailMessage()
    message["Message-ID"] = more.get("id", "<1@defensie.example.org>")
    message["From"] = "Voorlichting <pers@defensie.example.org>"
    message["Subject"] = subject
    message["Date"] = more.get("date", "Thu, 17 Feb 2022 00:30:00 +0100")
    message.set_content("De missie wordt verlengd.")
    message.add_alternative("<p>De missie wordt <b>verlengd</b>.</p>", subtype="html")
    return message


def reasons(visited: Any) -> str:
    return " | ".join(fault.reason for fault in visited.faults)


def by_type(documents: list[RawDocument]) -> dict[str, RawDocument]:
    return {one.media_type: one for one in documents}


class TestMailbox:
    def test_a_message_and_its_attachments(self, tmp_path: Path, desk: Desk) -> None:
        message = letter()
        message.add_attachment(b"%PDF-1.4 annex", maintype="application", subtype="pdf", filename="../../bijlage.pdf")
        message.add_attachment(
            b"PK odt", maintype="application", subtype="octet-stream", filename="C:\\stukken\\nota.odt"
        )
        message.add_attachment(b"GIF89a", maintype="image", subtype="gif", filename="logo.gif")
        message.add_attachment("Losse tekst.", filename="tekst.txt")
        path = tmp_path / "brief.eml"
        path.write_bytes(bytes(message))
        assert desk.visit("mailbox", path=str(path)).documents == 4
        found = by_type(desk.documents())
        body, pdf, odt = found["text/html"], found["application/pdf"], found["application/vnd.oasis.opendocument.text"]
        assert (body.title, body.publisher, body.document_id) == (
            "Inzet in Mali",
            "Voorlichting",
            "1@defensie.example.org",
        )
        assert body.published is not None
        assert body.published.date() == date(2022, 2, 17)
        assert b"<b>verlengd</b>" in body.data
        assert (pdf.attached_to, pdf.file_name, pdf.data) == (body.url, "bijlage.pdf", b"%PDF-1.4 annex")
        assert odt.file_name == "nota.odt"
        assert desk.visit("mailbox", path=str(path)).documents == 0

    def test_mbox_and_maildir(self, tmp_path: Path, desk: Desk) -> None:
        box = mailbox.mbox(tmp_path / "inbox.mbox")
        for number in range(3):
            box.add(letter(f"Bericht {number}", id=f"<{number}@x.example.org>"))
        box.close()
        assert desk.visit("mailbox", path=str(tmp_path / "inbox.mbox")).documents == 3
        folder = mailbox.Maildir(tmp_path / "maildir")
        folder.add(letter("Bericht 9", id="<9@x.example.org>"))
        folder.close()
        assert desk.visit("mailbox", path=str(tmp_path / "maildir"), source="t").documents == 1

    def test_messages_in_messages(self, tmp_path: Path, desk: Desk) -> None:
        outer = letter("Fwd", id="<outer@x.example.org>")
        outer.add_attachment(letter("Inner", id="<inner@x.example.org>"))
        (tmp_path / "fwd.eml").write_bytes(bytes(outer))
        assert desk.visit("mailbox", path=str(tmp_path / "fwd.eml")).documents == 2
        assert {one.title for one in desk.documents()} == {"Fwd", "Inner"}

    def test_messages_nested_without_end_are_not_followed(self, tmp_path: Path, desk: Desk) -> None:
        message = letter(id="<0@x.example.org>")
        for number in range(1, 20):
            outer = letter(id=f"<{number}@x.example.org>")
            outer.add_attachment(message)
            message = outer
        (tmp_path / "deep.eml").write_bytes(bytes(message))
        assert desk.visit("mailbox", path=str(tmp_path / "deep.eml")).documents == 4

    @pytest.mark.parametrize(
        "data",
        [
            b"From: a\r\nContent-Type: text/html; charset=x-none\r\n\r\n<p>tekst \xe9\xff</p>",
            b"Subject: =?utf-8?q?=ff=fe?= \r\nDate: yesterday\r\n\r\ntekst",
            b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\ntekst zonder einde",
            b"Content-Transfer-Encoding: base64\r\nSubject: x\r\n\r\n!!!geen base64!!!",
        ],
    )
    def test_malformed_messages_are_read_as_far_as_they_go(self, tmp_path: Path, desk: Desk, data: bytes) -> None:
        (tmp_path / "a.eml").write_bytes(data)
        (tmp_path / "b.eml").write_bytes(bytes(letter()))
        visited = desk.visit("mailbox", path=str(tmp_path))
        assert not visited.failed
        assert visited.documents >= 1
        assert "Inzet in Mali" in {one.title for one in desk.documents()}

    def test_outlook_messages(self, tmp_path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        """What python-oxmsg says of a message becomes the same as a message in EML; its own reading of MSG is its own affair."""
        annex = SimpleNamespace(file_name="..\\..\\bijlage.pdf", mime_type=None, file_bytes=b"%PDF-1.4")
        logo = SimpleNamespace(file_name="logo.png", mime_type="image/png", file_bytes=b"PNG")
        message = SimpleNamespace(
            html_body=None, body="De missie wordt verlengd.", subject="Inzet in Mali", sender="Voorlichting <pers@x.example.org>",
            sent_date=datetime(2022, 2, 17, 8, 0, tzinfo=UTC), message_headers={"Message-Id": "<7@x.example.org>"}, attachments=(annex, logo),
        )  # fmt: skip
        assert set(vars(message)) <= set(dir(oxmsg.Message)), "these are what the library really has"
        assert set(vars(annex)) <= set(dir(Attachment))
        monkeypatch.setattr(oxmsg.Message, "load", lambda _: message)
        (tmp_path / "a.msg").write_bytes(b"\xd0\xcf\x11\xe0")
        assert desk.visit("mailbox", path=str(tmp_path)).documents == 2
        found = by_type(desk.documents())
        assert (found["text/plain"].document_id, found["text/plain"].published) == (
            "7@x.example.org",
            message.sent_date,
        )
        assert (found["application/pdf"].file_name, found["application/pdf"].attached_to) == (
            "bijlage.pdf",
            found["text/plain"].url,
        )

    def test_outlook_files_that_are_none(self, tmp_path: Path, desk: Desk) -> None:
        (tmp_path / "a.msg").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 broken")
        (tmp_path / "b.eml").write_bytes(bytes(letter()))
        visited = desk.visit("mailbox", path=str(tmp_path))
        assert visited.documents == 1
        assert "cannot be read as MSG" in reasons(visited)

    def test_dates_ahead_are_not_believed(self, tmp_path: Path, desk: Desk) -> None:
        (tmp_path / "a.eml").write_bytes(bytes(letter(date="Thu, 17 Feb 2039 00:30:00 +0100")))
        assert "lies ahead" in reasons(desk.visit("mailbox", path=str(tmp_path)))
        assert desk.documents()[0].published is None

    def test_no_such_mailbox(self, tmp_path: Path, desk: Desk) -> None:
        visited = desk.visit("mailbox", path=str(tmp_path / "none"))
        assert visited.failed
        assert "check `path`" in reasons(visited)


class TestFolder:
    def test_files_by_their_kind_and_once(self, tmp_path: Path, desk: Desk) -> None:
        root = tmp_path / "in"
        (root / "deep").mkdir(parents=True)
        (root / "bericht.txt").write_text("De missie gaat door.")
        (root / "deep" / "brief.pdf").write_bytes(b"%PDF-1.4")
        (root / "deep" / "nota.docx").write_bytes(b"PK")
        (root / "post.eml").write_bytes(bytes(letter()))
        (root / ".hidden").write_text("x")
        assert desk.visit("folder", path=str(root)).documents == 4
        assert set(by_type(desk.documents())) == {"text/plain", "application/pdf", DOCX, "text/html"}
        assert desk.visit("folder", path=str(root)).documents == 0
        (root / "bericht.txt").write_text("De missie stopt.")
        assert desk.visit("folder", path=str(root)).documents == 1, "a changed file is a new document"
        assert desk.visit("folder", path=str(root), deep=False, source="t").documents == 2

    def test_links_pipes_and_large_files_are_left(self, tmp_path: Path, desk: Desk) -> None:
        root = tmp_path / "in"
        root.mkdir()
        (tmp_path / "secret.txt").write_text("secret")
        (root / "link.txt").symlink_to(tmp_path / "secret.txt")
        (root / "up").symlink_to(tmp_path)
        os.mkfifo(root / "pipe.txt")
        with (root / "large.txt").open("wb") as file:
            file.truncate(25_000_000)
        (root / os.fsdecode(b"odd\xff\n;rm -rf.txt")).write_text("De missie gaat door.")
        visited = desk.visit("folder", path=str(root))
        assert visited.documents == 1
        assert "25 MB" in reasons(visited)

    def test_a_folder_that_is_gone(self, tmp_path: Path, desk: Desk) -> None:
        (tmp_path / "in").mkdir()
        (tmp_path / "in" / "a.txt").write_text("tekst")
        desk.visit("folder", path=str(tmp_path / "in"))
        shutil.rmtree(tmp_path / "in")
        assert "check `path`" in reasons(desk.visit("folder", path=str(tmp_path / "in")))

    def test_clocks_of_files_are_not_believed_ahead(self, tmp_path: Path, desk: Desk) -> None:
        (tmp_path / "a.txt").write_text("tekst")
        os.utime(tmp_path / "a.txt", (4e9, 4e9))
        desk.visit("folder", path=str(tmp_path))
        assert desk.documents()[0].updated == datetime(2022, 2, 20, 12, 0, tzinfo=UTC)
