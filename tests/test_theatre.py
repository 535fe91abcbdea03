"""The theatre file: what it may say, and the theatre that ships."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest

from missionwatch import register, reports, theatre
from missionwatch.errors import TheatreError
from missionwatch.records import LEVELS, Dimension, Level

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
    with pytest.raises(TheatreError, match=r"one of .*mali"):
        theatre.load("atlantis")
    with pytest.raises(TheatreError, match=r"there is .*mali"):
        theatre.dispatches("atlantis")


SHIPPED = {
    "mali": (date(2021, 12, 1), date(2022, 8, 31)),
    "niger": (date(2023, 3, 1), date(2024, 3, 31)),
    "iraq": (date(2019, 10, 1), date(2020, 12, 31)),
    "lebanon": (date(2023, 9, 1), date(2024, 12, 31)),
}


def test_these_theatres_ship() -> None:
    assert set(theatre.shipped()) == set(SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_theatre_is_whole(name: str) -> None:
    loaded = theatre.load(name)
    known = register.load()
    assert set(loaded.title) == {"nl", "en", "fr"}
    assert all(known.entry(mission) for mission in loaded.missions)
    assert all(known.entry(f"state:{code}") for code in (loaded.own, *loaded.countries))
    assert all(source.reason for source in loaded.sources)
    assert theatre.shipped()[name].with_suffix("").joinpath("README.md").is_file()


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_dispatch_is_accepted_with_what_it_needs(name: str) -> None:
    paths = theatre.dispatches(name)
    made = [reports.make_report(path) for path in paths]
    assert len(made) >= 40
    assert {report.language for report in made} == {"nl", "en", "fr"}
    listed = {source.id for source in theatre.load(name).sources}
    first, last = SHIPPED[name]
    for path, report in zip(paths, made, strict=True):
        assert report.published is not None
        assert first <= report.published <= last, path.name
        assert (
            path.name.startswith(f"{report.published.isoformat()}-{report.language}-{report.source}-") or name == "mali"
        )
        assert path.name.startswith(report.published.isoformat()), path.name
        assert report.source in listed, path.name
        assert report.url, path.name
        assert report.corrects is None or report.corrects in {p.name for p in paths}, path.name
    assert listed == {report.source for report in made} or name == "mali", listed - {report.source for report in made}


class _Judgement(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    date: date
    mission: str
    because: str
    at_least: Level | None = None
    at_most: Level | None = None
    dimension: Dimension | None = None


class _Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    expected: tuple[_Judgement, ...]


@pytest.mark.parametrize("name", sorted(set(SHIPPED) - {"mali"}))
def test_the_judgements_written_beforehand_are_about_the_theatre(name: str) -> None:
    path = theatre.shipped()[name].with_suffix("") / "expected.toml"
    said = msgspec.toml.decode(path.read_bytes(), type=_Expected).expected
    missions = set(theatre.load(name).missions)
    first, last = SHIPPED[name]
    for one in said:
        assert one.mission in missions, one
        assert first <= one.date <= last, one
        assert one.because, one
        bounds = [LEVELS.index(level) for level in (one.at_least, one.at_most) if level is not None]
        assert bounds, one
        assert bounds == sorted(bounds), one
    assert len(said) >= 10
    calm = [one for one in said if one.at_most in ("low", "guarded")]
    alarm = [one for one in said if one.at_least in ("high", "severe")]
    assert len(calm) >= 3, name
    assert len(alarm) >= 3, name


@pytest.mark.parametrize("name", SHIPPED)
def test_the_special_cases_are_there(name: str) -> None:
    made = {path.name: reports.make_report(path) for path in theatre.dispatches(name)}
    copies = reports.Copies()
    found = {}
    for file, report in made.items():
        found[file] = copies.original(report)
        copies.add(report)
    expected = {"mali": 2, "niger": 2, "iraq": 2, "lebanon": 1}
    assert sum(original is not None for original in found.values()) == expected[name], found
    assert any(part.kind == "caption" for report in made.values() for part in report.parts)
    assert sum(report.corrects is not None for report in made.values()) == 1
