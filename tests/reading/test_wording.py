"""The many ways in which reports say a thing: for each kind of statement, wordings of our own (``wording/``), and what each must say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

    from tests.reading.conftest import Read

FOLDER = Path(__file__).parent / "wording"


class Wording(msgspec.Struct, forbid_unknown_fields=True, rename={"forbids": "not"}):
    """A text of 7 February 2022, what it must and must not be read as saying, and whether the reader gets it only later."""

    text: str
    says: list[str] = []
    forbids: list[str] = []
    later: bool = False


def wordings() -> list[ParameterSet]:
    """Return each wording with its language, named by its file, kind and place; those for later must fail, or lose that mark."""
    cases = []
    for path in sorted(FOLDER.glob("*.yaml")):
        kinds = msgspec.yaml.decode(path.read_bytes(), type=dict[str, list[Wording]])
        for kind, every in kinds.items():
            for number, one in enumerate(every, 1):
                assert one.says or one.forbids, f"{path.name}: {kind} {number} holds nothing"
                later = [pytest.mark.xfail(strict=True, reason="not read yet")] if one.later else []
                cases.append(pytest.param(path.name[:2], one, id=f"{path.stem}-{kind}-{number}", marks=later))
    return cases


@pytest.mark.parametrize(("language", "wording"), wordings())
def test_a_wording_says_what_it_means(read: Read, language: str, wording: Wording) -> None:
    says(read, language, wording.text, wording.says, wording.forbids)
