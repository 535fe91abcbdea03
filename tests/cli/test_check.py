"""``missionwatch check``: a person's own draft beside the ledger, on the screen, as a page and marked in the DOCX itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from docx import Document
from typer.testing import CliRunner

from missionwatch import flow, theatre
from missionwatch.cli.commands import app
from missionwatch.ledger import open_ledger

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = (
    "Mali heeft op 31 januari 2022 de Franse ambassadeur uitgezet.",
    "Denemarken levert 250 militairen aan Takuba.",
    "Portugal levert 12 militairen aan MINUSMA.",
    "Het weer was mooi.",
)
VERDICTS = ("supported", "contradicted", "unknown", "unread")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "mali.db"
    with open_ledger(path, create=True) as ledger:
        list(flow.add(theatre.dispatches("mali"), ledger, theatre.load("mali"), replay=True))
    return path


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    document = Document()
    document.add_heading("Brief over de missies", level=1)
    first = document.add_paragraph("Mali heeft op 31 januari 2022 de Franse ")
    first.add_run("ambassadeur").bold = True
    first.add_run(" uitgezet. Denemarken levert 250 militairen ")
    first.add_run("aan Takuba. Portugal levert 12 militairen aan MINUSMA.")
    document.add_paragraph("Het weer was mooi.")
    path = tmp_path / "brief.docx"
    document.save(str(path))
    return path


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(a) for a in arguments])
    return result.exit_code, result.output


def test_every_sentence_gets_its_verdict(book: Path, letter: Path) -> None:
    code, out = run("check", letter, "--ledger", book, "--as-of", "2022-02-08", "--json")
    assert code == 0
    said = {one["evidence"]["quote"]: one["verdict"] for one in json.loads(out)["sentences"]}
    assert [said[sentence] for sentence in DRAFT] == list(VERDICTS)


def test_the_screen_shows_the_evidence(book: Path, letter: Path) -> None:
    code, out = run("check", letter, "--ledger", book, "--as-of", "2022-02-08")
    assert code == 0
    flat = " ".join(out.split())
    assert "contradicted (number)" in flat
    assert "Sahel Wire" in flat
    assert "not known (who contributes, number): Nearest:" in flat


def test_the_docx_is_marked_and_its_text_stays(book: Path, letter: Path, tmp_path: Path) -> None:
    out = tmp_path / "marked.docx"
    code, said = run("check", letter, "--ledger", book, "--as-of", "2022-02-08", "--out", out)
    assert code == 0, said
    before, after = Document(str(letter)), Document(str(out))
    assert [p.text for p in after.paragraphs] == [p.text for p in before.paragraphs]
    bold = [run.text for p in after.paragraphs for run in p.runs if run.bold]
    assert bold == ["ambassadeur"]
    comments = [comment.text for comment in after.comments]
    assert len(comments) == 3
    assert [text.split(":")[0].split(" (")[0] for text in comments] == ["gedekt", "weersproken", "niet bekend"]
    marked = "".join(run.text for p in after.paragraphs for run in p.runs if "w:shd" in run._r.xml)
    assert marked.replace(" ", "") == "".join(DRAFT[:3]).replace(" ", "")


def test_the_page_escapes_what_a_draft_says(book: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    hostile = "Denemarken levert <script>alert(1)</script> 250 militairen aan Takuba vanwege de opdracht."
    draft.write_text(f"Brief over Mali\n\n{hostile}\n", encoding="utf-8")
    out = tmp_path / "page.html"
    code, said = run("check", draft, "--ledger", book, "--as-of", "2022-02-08", "--lang", "nl", "--out", out)
    assert code == 0, said
    page = out.read_text(encoding="utf-8")
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "Stand op 8 februari 2022" in page


@pytest.mark.parametrize("out", ["marks.pdf", "marks.docx"])
def test_a_form_that_cannot_be_written_is_refused(book: Path, tmp_path: Path, out: str) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Nederland levert zes militairen aan EUTM Mali.", encoding="utf-8")
    code, said = run("check", draft, "--ledger", book, "--out", tmp_path / out)
    assert code == 2
    assert ".html" in said
