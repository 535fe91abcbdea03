"""What cases of prose are held beside: what a text must say, and what it must not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.reading.test_sentences import brief

if TYPE_CHECKING:
    from missionwatch.records import Statement
    from tests.reading.conftest import Read


def words_of(statement: Statement) -> set[str]:
    """Return the words of a statement's line; ``actual`` is one of what is said to be so, neither planned nor weighed nor denied."""
    so = statement.modality == "actual" and not statement.negated
    return {*brief(statement).split(), *(["actual"] if so else [])}


def says(read: Read, language: str, text: str, expected: list[str], forbidden: list[str]) -> None:
    """Fail where a text is not read as saying each of ``expected``, or says one of ``forbidden``; the words of a line in any order."""
    said = [words_of(statement) for statement in read(text, language=language)[1]]
    for line in expected:
        assert any(set(line.split()) <= words for words in said), said
    for line in forbidden:
        assert not any(set(line.split()) <= words for words in said), said
