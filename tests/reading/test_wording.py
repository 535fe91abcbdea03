"""The many ways in which reports say a thing: for each kind of statement, wordings of our own (``wording/``), and what each must say."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from tests.reading.prose import KINDS, idle, says

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

    from tests.reading.conftest import Read

FOLDER = Path(__file__).parent / "wording"
BEHIND = 0.05
"""How far the share left for later may be below what it may be before that must follow."""


class Wording(msgspec.Struct, forbid_unknown_fields=True, rename={"forbids": "not"}):
    """A text of 7 February 2022, what it must and must not be read as saying, and whether the reader gets it only later."""

    text: str
    says: list[str] = []
    forbids: list[str] = []
    later: bool = False


FILES = {
    path.stem: msgspec.yaml.decode(path.read_bytes(), type=dict[str, list[Wording]])
    for path in sorted(FOLDER.glob("*.yaml"))
}


def wordings() -> list[ParameterSet]:
    """Return each wording with its language, named by its file, kind and place; those for later must fail, or lose that mark."""
    cases = []
    for file, kinds in FILES.items():
        for kind, every in kinds.items():
            for number, one in enumerate(every, 1):
                # strict: who makes one read takes its mark away; how many may bear it is bounded by later.toml (see README)
                later = [pytest.mark.xfail(strict=True, reason="not read yet")] if one.later else []
                cases.append(pytest.param(file[:2], one, id=f"{file}-{kind}-{number}", marks=later))
    return cases


@pytest.mark.parametrize(("language", "wording"), wordings())
def test_a_wording_says_what_it_means(read: Read, language: str, wording: Wording) -> None:
    says(read, language, wording.text, wording.says, wording.forbids)


@pytest.mark.parametrize("file", FILES)
def test_each_wording_holds_something_and_stands_once(file: str) -> None:
    every = [one for wordings in FILES[file].values() for one in wordings]
    assert FILES[file].keys() <= KINDS
    assert not [one.text for one in every if not one.says + one.forbids]
    assert not {one.text: found for one in every if (found := idle(one.says + one.forbids))}
    texts = [
        one.text for other, kinds in FILES.items() if other[:2] == file[:2] for ones in kinds.values() for one in ones
    ]
    assert not [one.text for one in every if texts.count(one.text) > 1]


@pytest.mark.parametrize("file", FILES)
def test_no_more_is_left_for_later_than_is_told(file: str) -> None:
    most = tomllib.loads((FOLDER / "later.toml").read_text(encoding="utf-8"))
    assert most.keys() == FILES.keys()
    every = [one for wordings in FILES[file].values() for one in wordings]
    left = sum(one.later for one in every)
    assert left / len(every) <= most[file], f"{left} of {len(every)} are left for later"
    assert left / len(every) >= most[file] - BEHIND, f"{left} of {len(every)}: the share must follow"
