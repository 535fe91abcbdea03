"""``why``, ``review``, ``rate``, ``ratings``, and ``changes`` of any two days and moments, as a user meets them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from missionwatch.cli.commands import app
from missionwatch.cli.faults import exit_code
from missionwatch.errors import CorrectionError

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "Nederland levert 90 militairen aan MINUSMA. Wagner is aanwezig in Mali.\n"
SECOND = (
    "The Netherlands contributes 90 troops to MINUSMA. The Malian government denies the presence of Wagner in Mali.\n"
)


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(a) for a in arguments], env={"COLUMNS": "200"})
    return result.exit_code, result.output


@pytest.fixture
def book(tmp_path: Path) -> Path:
    for name, text, day, source in (("a", FIRST, "2022-02-01", "courant"), ("b", SECOND, "2022-02-07", "wire")):
        (tmp_path / f"{name}.txt").write_text(f"Over Mali\n\n{text}", encoding="utf-8")
        lang = "nl" if name == "a" else "en"
        done = run(
            "add", tmp_path / f"{name}.txt", "--ledger", tmp_path / "b.db", "--published", day, "--source", source, "--lang", lang, "--replay"
        )  # fmt: skip
        assert done[0] == 0, done[1]
    return tmp_path / "b.db"


def claims(book: Path, day: str) -> list[dict[str, object]]:
    code, out = run("picture", "--ledger", book, "--as-of", day, "--json")
    assert code == 0, out
    return list(json.loads(out)["picture"]["missions"][1]["own"])


def test_why_shows_the_arithmetic_and_a_rating_changes_it(book: Path) -> None:
    (claim,) = claims(book, "2022-02-08")
    assert (claim["credibility"], claim["voices"]) == (1, 2)
    short = str(claim["id"])[:8]
    assert short in run("picture", "--ledger", book, "--as-of", "2022-02-08")[1]
    code, out = run("why", short, "--ledger", book, "--as-of", "2022-02-08")
    assert code == 0, out
    for words in ("says it", "2 independent of 2", "two or more independent voices", "would lower it to 4"):
        assert words in out
    said = json.loads(run("why", short, "--ledger", book, "--as-of", "2022-02-08", "--json")[1])
    assert (said["rule"], said["voices"], [one["reliability"] for one in said["support"]].count("B")) == (
        "confirmed",
        2,
        1,
    )

    quotes = [one["statement"]["evidence"]["quote"] for one in said["support"]]
    assert any("Nederland levert 90 militairen" in quote for quote in quotes)
    assert any("The Netherlands contributes 90 troops" in quote for quote in quotes)

    code, out = run("rate", "wire", "D", "--reason", "wrong three times", "--by", "ann", "--ledger", book)
    assert (code, "Sahel Wire: B → D, by ann: wrong three times" in out) == (0, True)
    listed = {one["id"]: one for one in json.loads(run("ratings", "--ledger", book, "--json")[1])}
    assert (listed["wire"]["reliability"], listed["wire"]["by"], listed["courant"].get("by")) == ("D", "ann", None)
    assert "ann" in run("ratings", "--ledger", book)[1]
    then = json.loads(run("ratings", "--ledger", book, "--known", "2022-02-08", "--json")[1])
    assert [one["reliability"] for one in then if one["id"] == "wire"] == ["B"]
    assert claims(book, "2022-02-08")[0]["credibility"] == 2
    then = run("picture", "--ledger", book, "--as-of", "2022-02-08", "--known", "2022-02-08", "--json")[1]
    assert json.loads(then)["picture"]["missions"][1]["own"][0]["credibility"] == 1


def test_a_review_counts_and_is_undone_only_by_another(book: Path) -> None:
    (claim,) = claims(book, "2022-02-08")
    statement = claim["support"][0]["id"]  # type: ignore[index]
    code, out = run("review", statement[:8], "reject", "--reason", "misread", "--by", "ann", "--ledger", book)
    assert (code, "Booked: reject by ann" in out) == (0, True)
    assert claims(book, "2022-02-08")[0]["voices"] == 1
    code, out = run(
        "review", statement, "withdraw", "--reason", "read again", "--by", "ann", "--ledger", book, "--json"
    )
    assert (code, json.loads(out)["review"]["verdict"]) == (0, "withdraw")
    assert claims(book, "2022-02-08")[0]["voices"] == 2


def test_a_correction_says_what_is_otherwise_and_a_wrong_one_books_nothing(book: Path, tmp_path: Path) -> None:
    (claim,) = claims(book, "2022-02-08")
    statement = claim["support"][0]["id"]  # type: ignore[index]
    right = tmp_path / "right.json"
    right.write_text('{"negated": true, "modality": "planned"}', encoding="utf-8")
    given = ("review", statement, "correct", "--reason", "read on", "--by", "ann", "--ledger", book)
    code, out = run(*given, "--from", right, "--json")
    correction = json.loads(out)["review"]["correction"]
    assert (code, correction["negated"], correction["modality"], correction["reader"]) == (
        0,
        True,
        "planned",
        "person:ann",
    )
    assert correction["evidence"]["quote"] == claim["support"][0]["evidence"]["quote"]  # type: ignore[index]
    right.write_text('{"grade": "worrying"}', encoding="utf-8")  # changes what the correction before left
    code, out = run(*given, "--from", right, "--json")
    correction = json.loads(out)["review"]["correction"]
    assert (code, correction["negated"], correction["grade"]) == (0, True, "worrying")
    for wrong in ('{"modality": "sure"}', '{"evidence": {}}'):
        right.write_text(wrong, encoding="utf-8")
        result = CliRunner().invoke(app, [str(a) for a in (*given, "--from", right)])
        assert isinstance(result.exception, CorrectionError), wrong
        assert exit_code(result.exception) == 45
    for wrong in ("[1]", "{"):
        right.write_text(wrong, encoding="utf-8")
        assert run(*given, "--from", right)[0] == 2, wrong
    assert run(*given)[0] == 2
    assert run(*given, "--from", tmp_path / "nothing.json")[0] == 2
    assert run("review", statement, "accept", "--reason", "x", "--from", right, "--ledger", book)[0] == 2


def test_a_claim_that_is_not_there_or_not_clear_is_said_to_be_so(book: Path) -> None:
    code, out = run("why", "zzzz", "--ledger", book, "--as-of", "2022-02-08")
    assert (code, "no claim of 2022-02-08" in out) == (2, True)
    code, out = run("why", "", "--ledger", book, "--as-of", "2022-02-08")
    assert (code, "several claims begin so" in out) == (2, True)
    code, out = run("rate", "nobody", "B", "--reason", "new", "--by", "ann", "--ledger", book)
    assert (code, "lists no source nobody" in out) == (0, True)
    assert run("rate", "wire", "Z", "--reason", "new", "--ledger", book)[0] == 2
    assert run("rate", "wire", "B", "--ledger", book)[0] == 2


def test_changes_of_one_day_between_what_was_known_then_and_later(book: Path) -> None:
    code, out = run(
        "changes",
        "2022-02-08",
        "2022-02-08",
        "--known-from",
        "2022-02-02",
        "--known-to",
        "2022-02-08",
        "--ledger",
        book,
        "--json",
    )
    assert code == 0, out
    kinds = {(one["kind"], one["after"]["predicate"]) for one in json.loads(out)}
    assert ("confirmed", "contribution") in kinds
    assert json.loads(run("changes", "2022-02-08", "2022-02-08", "--ledger", book, "--json")[1]) == []
