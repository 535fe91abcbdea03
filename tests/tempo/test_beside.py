"""Event data beside the picture and under the levels, as a user meets them: with a folder of them, a stale one, and none."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from missionwatch import flow, theatre
from missionwatch.ledger import open_ledger
from missionwatch.records import Tempo
from missionwatch.tempo import load
from missionwatch.watch import Cycle, Post
from tests.cli.test_cli import call, run
from tests.tempo.conftest import TODAY, acled, gdelt, lines, table

if TYPE_CHECKING:
    from pathlib import Path

WHEN = ("--as-of", "2022-02-20", "--known", "2022-02-20")
MENAKA = {"latitude": "15.9182", "longitude": "2.4022", "location": "Menaka"}
THEATRE = """
own = "NL"
missions = ["mission:minusma", "mission:takuba"]
countries = ["ML"]
[title]
en = "Mali"
[[sources]]
id = "gov"
name = "Government"
kind = "government"
reliability = "A"
reason = "its own decisions"
"""
LETTER = """---
title: A camp
published: 2022-02-01
language: en
source: gov
---
MINUSMA was attacked in Gao on 30 January 2022. Task Force Takuba was attacked in Ménaka on 30 January 2022.
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a theatre, a ledger and, beside it, event data in which incidents rise near Gao alone."""
    folder = tmp_path_factory.mktemp("beside")
    (folder / "mine.toml").write_text(THEATRE, encoding="utf-8")
    (folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    with open_ledger(folder / "mine.db", create=True) as book:
        list(flow.add([folder / "letter.txt"], book, theatre.load(str(folder / "mine.toml")), replay=True))
    rows = [acled(f"E{n}", str(date(2020, 1, 1) + timedelta(days=9 * n)), fatalities=1) for n in range(90)]
    rows += [acled(f"M{n}", str(date(2020, 1, 3) + timedelta(days=9 * n)), fatalities=1, **MENAKA) for n in range(90)]
    rows += [acled(f"F{n}", str(date(2022, 1, 5) + timedelta(days=n)), fatalities=1) for n in range(50)]
    table(folder / "acled.csv", rows)
    lines(folder / "20211210.export.CSV", gdelt(1, "2021-12-01"), gdelt(2, "2021-12-10"))
    load([folder / "acled.csv", folder / "20211210.export.CSV"], folder / "mine.tempo", today=TODAY)
    return folder


def ask(home: Path, *arguments: object) -> Any:
    at = ("--ledger", home / "mine.db", "--theatre", home / "mine.toml", *WHEN)
    code, out = run(*arguments, *at)
    assert code == 0, out
    return json.loads(out) if "--json" in arguments else " ".join(out.split())


def level(home: Path, mission: str, *arguments: object) -> dict[str, Any]:
    return next(c for c in ask(home, "picture", *arguments, "--json")["concerns"] if c["mission"] == mission)


def test_the_tempo_stands_beside_the_picture_and_not_among_its_claims(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "180")
    out = ask(home, "picture")
    assert "event data: counts of datasets, not statements of reports; side by side, never added up" in out
    assert "Gao, ACLED: 31 incidents and 31 deaths in the last 4 weeks within 100 km of Gao; usual: 3 (3–4)." in out
    assert "up since the week of 2022-01-0" in out
    assert "Ménaka, ACLED: 3 incidents" in out
    assert "Mali: as under MINUSMA" in out
    assert "acled.csv (" in out
    assert "its rows may not be passed on" in out
    said = ask(home, "picture", "--json")
    assert set(said) == {"picture", "concerns", "tempo"}
    tempos = msgspec.convert(said["tempo"], type=tuple[Tempo, ...])
    assert {(one.mission, one.near.name) for one in tempos if one.near.km} == {
        ("mission:minusma", "Gao"), ("mission:takuba", "Ménaka"),
    }  # fmt: skip
    assert "acled" not in json.dumps(said["picture"])
    one = ask(home, "picture", "--mission", "takuba", "--json")["tempo"]
    assert {tempo["mission"] for tempo in one} == {"mission:takuba"}


def test_exports_and_charts_say_the_level_that_the_picture_says(home: Path) -> None:
    counted = level(home, "mission:minusma")["score"]
    known = flow.end_of(date(2022, 2, 20))
    with open_ledger(home / "mine.db") as book, flow.event_data(None, home / "mine.db") as events:
        mine = theatre.load(str(home / "mine.toml"))
        made = flow.export(book, mine, as_of=date(2022, 2, 20), known_at=known, events=events)
        course = flow.course(book, mine, until=date(2022, 2, 20), known_at=known, weeks=2, events=events)
        reported = flow.course(book, mine, until=date(2022, 2, 20), known_at=known, weeks=0)
    drawn, bare = ({one.mission: one.score for one in series[-1][1]} for series in (course, reported))
    assert made.concerns["mission:minusma"].score == drawn["mission:minusma"] == counted > bare["mission:minusma"]


def test_a_dataset_that_ends_too_early_says_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "180")
    for command in (("picture",), ("concern", "minusma")):
        assert "Gao, GDELT: the data loaded end on 2021-12-10; nothing is said of Gao as of 2022-02-20." in ask(
            home, *command
        )


def test_concern_shows_the_figures_in_place_of_a_quote(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    out = ask(home, "concern", "minusma", "--dimension", "personnel-threat")
    assert (
        "event data show more incidents and more deaths near the mission's places than before (deaths-rise-near)" in out
    )
    assert (
        "event data, ACLED: 31 incidents and 31 deaths in the last 4 weeks within 100 km of Gao; usual: 3 (3–4); up since the week of"
        in out
    )
    assert "ACLED. Rows counted within 100 km of Gao" in out
    assert "half after 90" in out
    assert "rise-near" not in ask(home, "concern", "takuba")
    first, _, at_large = ask(home, "concern", "all", "--json")
    (reason,) = [one for one in first["concern"]["reasons"] if one["tempo"]]
    assert (reason["claim"], reason["tempo"]["near"]["name"], len(reason["tempo"]["files"][0]["sha256"])) == (
        None,
        "Gao",
        64,
    )
    assert all((one["claim"] is None) != (one["tempo"] is None) for one in first["concern"]["reasons"])
    assert {tempo["source"] for tempo in first["tempo"]} == {"acled", "gdelt"}
    assert at_large["tempo"] == []


def test_only_the_mission_at_gao_is_raised(home: Path, tmp_path: Path) -> None:
    bare = tmp_path / "mine.db"
    shutil.copy(home / "mine.db", bare)
    without = json.loads(run("picture", "--ledger", bare, "--theatre", home / "mine.toml", *WHEN, "--json")[1])
    assert without["tempo"] == []
    before = {c["mission"]: c for c in without["concerns"]}
    assert level(home, "mission:minusma")["score"] > before["mission:minusma"]["score"]
    assert level(home, "mission:takuba") == before["mission:takuba"]
    assert level(home, "") == before[""]


def test_where_there_are_no_event_data_nothing_is_said_and_where_they_are_named_they_must_be_there(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(home / "mine.db", tmp_path / "mine.db")
    at = ("--ledger", tmp_path / "mine.db", "--theatre", home / "mine.toml", *WHEN)
    for command in (("picture",), ("concern", "all")):
        code, out = run(*command, *at)
        assert code == 0
        assert "event data" not in out
    code, out = run("picture", *at, "--tempo", home / "mine.tempo")
    assert "within 100 km of Gao" in " ".join(out.split())
    code, _, err = call(monkeypatch, capsys, "picture", *at, "--tempo", tmp_path / "none")
    assert (code, "there are no event data in" in err) == (25, True)


def test_nothing_later_than_what_was_known_counts(home: Path) -> None:
    with open_ledger(home / "mine.db") as book, flow.event_data(None, home / "mine.db") as events:
        seen = flow.see(
            book, theatre.load(str(home / "mine.toml")), as_of=date(2022, 2, 20), known_at=flow.end_of(date(2022, 2, 2))
        )
        assert {one.as_of for one in flow.beside(seen, events)} == {date(2022, 2, 2)}


def test_whatif_brief_and_replay_count_the_same(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "180")
    score = level(home, "mission:minusma")["score"]
    shifts = ask(home, "whatif", "--withdraw", "SE", "--from", "minusma", "--json")["shifts"]
    assert shifts[0]["score_before"] == score
    assert "counts of an event dataset (ACLED), which no report states" in ask(home, "brief", "--lang", "en")
    at = ("--ledger", home / "mine.db", "--theatre", home / "mine.toml", "--from", "2022-02-18", "--to", "2022-02-20")
    counted = json.loads(run("replay", *at, "--tempo", home / "mine.tempo", "--json")[1])
    assert counted[-1]["levels"]["mission:minusma"]["score"] == score
    alone = json.loads(run("replay", *at, "--json")[1])  # a replay is of what was known: not beside the ledger either
    assert alone[-1]["levels"]["mission:minusma"]["score"] < score
    out = run("replay", *at, "--tempo", home / "mine.tempo")[1]
    assert "so they may show what was learnt later" in " ".join(out.split())


WATCHED = """
[[alerts]]
name = "me"
when = "level"
at_least = "guarded"
missions = ["mission:minusma"]
to = ["log"]
"""


def test_the_watch_counts_event_data_and_warns_without_them_where_they_are_damaged(home: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(THEATRE + WATCHED, encoding="utf-8")
    shutil.copy(home / "mine.db", tmp_path / "mine.db")
    shutil.copytree(home / "mine.tempo", tmp_path / "mine.tempo")

    def cycle(name: str) -> Cycle:
        now = datetime(2022, 2, 20, 9, tzinfo=UTC)
        followed = theatre.load(str(tmp_path / "mine.toml"))
        return Post(followed, tmp_path / "mine.db", tmp_path / name, log=lambda _: None, clock=lambda: now).cycle()

    told = cycle("one")
    assert told.faults == []
    assert "event data, ACLED, show more incidents since 3 January 2022 within 100 km of Gao" in told.alerts[0].text
    (tmp_path / "mine.tempo" / "store.json").write_text("{", encoding="utf-8")
    broken = cycle("two")
    assert any(fault.startswith("event data do not count:") for fault in broken.faults)
    assert [alert.matter for alert in broken.alerts] == ["level:mission:minusma:guarded"]  # by what reports say, held
    assert "event data" not in broken.alerts[0].text
