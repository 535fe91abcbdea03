"""A question says nothing: quoted or not, with the verb first or last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.reading.conftest import Read


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Has Mali expelled MINUSMA?"),
        ("en", "“Did Mali expel the French ambassador?”"),
        ("nl", "“Heeft Mali MINUSMA uitgezet?”"),
        ("fr", "« Le Mali a-t-il expulsé la MINUSMA ? »"),
    ],
)
def test_a_question_is_no_event(read: Read, language: str, text: str) -> None:
    assert read(text, language=language)[1] == ()


def test_a_fronted_condition_in_a_quotation_is_a_condition(read: Read) -> None:
    _, said = read("“Should Mali expel the French ambassador, France may recall its own,” he said.", language="en")
    assert {one.modality for one in said if one.type == "expel"} == {"conditional"}
