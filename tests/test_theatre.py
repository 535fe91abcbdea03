"""The theatre file: what it may say, and the theatre that ships."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from missionwatch import register, reports, theatre
from missionwatch.errors import TheatreError

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """
own = "NL"
missions = ["mission:takuba"]
countries = ["ML"]
[title]
nl = "Mali"
[[sources]]
id = "a"
name = "A"
reliability = "B"
"""


def written(folder: Path, text: str) -> str:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_users_file_is_loaded_by_its_path(tmp_path: Path) -> None:
    loaded = theatre.load(written(tmp_path, GOOD))
    assert (loaded.name, loaded.own, loaded.missions) == ("mine", "NL", ("mission:takuba",))
    assert loaded.source("a").reliability == "B"
    assert loaded.source("b").reliability == "F"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('own = "NL"', 'own = "Netherlands"', "two capitals"),
        ('own = "NL"', "", "own"),
        ('"mission:takuba"', '"takuba"', "mission:takuba"),
        ('["mission:takuba"]', "[]", "at least one mission"),
        ('["mission:takuba"]', '["mission:a", "mission:a"]', "twice"),
        ('reliability = "B"', 'reliability = "Z"', "Invalid enum value 'Z'"),
        ('nl = "Mali"', "", "title"),
        ('own = "NL"', 'own = "NL"\ncolour = "red"', "colour"),
        ('own = "NL"', "own = ", "TOML|Invalid"),
        ('id = "a"', 'id = "a"\ncountry = "Mali"', "two capitals"),
    ],
)
def test_a_fault_is_named_with_the_remedy(tmp_path: Path, old: str, new: str, says: str) -> None:
    with pytest.raises(TheatreError, match=says):
        theatre.load(written(tmp_path, GOOD.replace(old, new, 1)))


def test_an_unknown_name_lists_those_that_ship() -> None:
    with pytest.raises(TheatreError, match="one of mali"):
        theatre.load("atlantis")
    with pytest.raises(TheatreError, match="there is mali"):
        theatre.dispatches("atlantis")


def test_the_shipped_theatre_is_whole() -> None:
    mali = theatre.load("mali")
    known = register.load()
    assert all(known.entry(mission) for mission in mali.missions)
    assert all(known.entry(f"state:{code}") for code in (mali.own, *mali.countries))
    assert all(source.reason for source in mali.sources)
    paths = theatre.dispatches("mali")
    made = [reports.make_report(path) for path in paths]
    assert len(made) >= 40
    assert {report.language for report in made} == {"nl", "en", "fr"}
    listed = {source.id for source in mali.sources}
    for path, report in zip(paths, made, strict=True):
        assert report.published is not None
        assert date(2021, 12, 1) <= report.published <= date(2022, 8, 31), path.name
        assert path.name.startswith(report.published.isoformat()), path.name
        assert report.source in listed, path.name
        assert report.url, path.name
        assert report.corrects is None or report.corrects in {p.name for p in paths}, path.name


def test_the_special_cases_of_the_demo_are_there() -> None:
    made = {path.name: reports.make_report(path) for path in theatre.dispatches("mali")}
    copies = reports.Copies()
    found = {}
    for name, report in made.items():
        found[name] = copies.original(report)
        copies.add(report)
    assert sum(original is not None for original in found.values()) == 2, found
    assert any(part.kind == "caption" for report in made.values() for part in report.parts)
    assert sum(report.corrects is not None for report in made.values()) == 1
