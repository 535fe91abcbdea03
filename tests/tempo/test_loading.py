"""Each event once: whatever is loaded twice, in whatever order, and however a load is broken off."""

from __future__ import annotations

import fcntl
import itertools
import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from missionwatch.errors import TempoNotSetUpError, TempoStoreError
from missionwatch.tempo import Archive, load, merging
from missionwatch.tempo import store as stores
from missionwatch.tempo.loading import files_in
from tests.tempo.conftest import TODAY, acled, aec, gdelt, ged, lines, mention, table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from missionwatch.tempo import Loaded

    Into = Callable[..., Loaded]
    Rows = Callable[[str], list[dict[str, Any]]]


def test_the_same_file_twice_adds_nothing(tmp_path: Path, into: Into, rows: Rows) -> None:
    path = lines(tmp_path / "x.CSV", gdelt(1), gdelt(2))
    assert into(path).added == 2
    before = rows("gdelt")
    again = into(path, path)
    assert (again.added, again.already, again.rows) == (0, 2, 0)
    assert rows("gdelt") == before


def test_overlapping_exports_add_what_is_new(tmp_path: Path, into: Into, rows: Rows) -> None:
    into(table(tmp_path / "a.csv", [acled("A"), acled("B")]))
    done = into(table(tmp_path / "b.csv", [acled("B"), acled("C"), acled("C")]))
    assert (done.added, done.replaced, done.unchanged) == (1, 0, 2)
    assert [row["event_id"] for row in rows("acled")] == ["A", "B", "C"]
    assert [row["file"] for row in rows("acled")] == [1, 1, 2]


def test_a_newer_version_replaces_an_older_one_even_in_another_year(
    tmp_path: Path, into: Into, rows: Rows, store: Path
) -> None:
    into(table(tmp_path / "a.csv", [acled("A", fatalities=2, timestamp=100), acled("B", timestamp=100)]))
    done = into(table(tmp_path / "b.csv", [acled("A", "2021-12-31", fatalities=9, timestamp=200)]))
    assert (done.added, done.replaced) == (0, 1)
    assert [(row["event_id"], row["deaths_best"]) for row in rows("acled")] == [("A", 9), ("B", 2)]
    old = into(table(tmp_path / "c.csv", [acled("A", fatalities=1, timestamp=50)]))
    assert (old.replaced, old.unchanged) == (0, 1)
    assert rows("acled")[0]["deaths_best"] == 9
    listed = {piece.path for piece in stores.read_index(store).pieces}
    assert {str(path.relative_to(store)) for path in store.rglob("*.parquet")} == listed


def test_without_a_version_what_was_loaded_last_stands(tmp_path: Path, into: Into, rows: Rows) -> None:
    into(
        table(tmp_path / "a.csv", [acled("A", fatalities=2, timestamp="")]),
        table(tmp_path / "b.csv", [acled("A", fatalities=3, timestamp="")]),
    )
    assert rows("acled")[0]["deaths_best"] == 3
    into(table(tmp_path / "c.csv", [acled("A", fatalities=4, timestamp="")]))
    assert rows("acled")[0]["deaths_best"] == 4


def test_ucdp_releases_outrank_each_other_and_ged_the_dated_events(tmp_path: Path, into: Into, rows: Rows) -> None:
    into(table(tmp_path / "GEDEvent_v25_1.csv", [ged(1, best=5, high=5)]))
    into(
        table(tmp_path / "ged241.csv", [ged(1, best=4)]),
        table(tmp_path / "dated.csv", [aec(1)]),
        table(tmp_path / "v.csv", [ged(1, best=3)]),
    )
    assert rows("ucdp")[0]["deaths_best"] == 5
    into(table(tmp_path / "later.csv", [ged(1, best=2, low=2)]), release="26.1")
    assert rows("ucdp")[0]["deaths_best"] == 2


def test_mentions_are_kept_once(tmp_path: Path, into: Into, rows: Rows) -> None:
    into(lines(tmp_path / "a.CSV", mention(1), mention(1), mention(1, "20220110123000")))
    done = into(lines(tmp_path / "b.CSV", mention(1), mention(2)))
    assert (done.added, done.unchanged) == (1, 1)
    assert len(rows("gdelt-mentions")) == 3


versions = st.lists(st.tuples(st.integers(1, 6), st.integers(1, 3)), min_size=1, max_size=12)
"""Events by number, each in one of three versions, each version in a year of its own."""


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.lists(versions, min_size=2, max_size=2))
def test_the_order_of_loading_does_not_matter(tmp_path: Path, files: list[list[tuple[int, int]]]) -> None:
    paths = []
    for number, listed in enumerate(files):
        made = [acled(f"E{event}", f"{2018 + v}-02-03", fatalities=event * 10 + v, timestamp=v) for event, v in listed]
        paths.append(table(tmp_path / f"{number}.csv", made))
    kept = []
    for number, order in enumerate(itertools.permutations(paths)):
        store = tmp_path / f"store{number}"
        shutil.rmtree(store, ignore_errors=True)
        if number % 2:
            load(order, store, today=TODAY)
        else:
            for path in order:
                load([path], store, today=TODAY)
        with Archive(store) as archive:
            pieces = [str(store / piece.path) for piece in archive.index.pieces]
        db = stores.connect()
        kept.append(
            db.execute(f"SELECT event_id, version, deaths_best FROM read_parquet({pieces!r}) ORDER BY ALL").fetchall()
        )
        db.close()
    newest = {event: max(v for rows in files for e, v in rows if e == event) for rows in files for event, _ in rows}
    assert kept[0] == [(f"E{event}", version, event * 10 + version) for event, version in sorted(newest.items())]
    assert all(one == kept[0] for one in kept)


def test_many_small_files_become_few(tmp_path: Path, into: Into, rows: Rows, store: Path) -> None:
    for number in range(merging.MANY_PIECES + 3):
        into(lines(tmp_path / f"{number}.CSV", gdelt(number), gdelt(1000 + number, "2021-06-01")))
    assert len(list(store.rglob("*.parquet"))) <= 2 * merging.MANY_PIECES
    assert len(rows("gdelt")) == 2 * (merging.MANY_PIECES + 3)
    assert len(stores.read_index(store).files) == merging.MANY_PIECES + 3


def test_a_load_that_was_broken_off_leaves_nothing(
    tmp_path: Path, into: Into, rows: Rows, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    into(lines(tmp_path / "a.CSV", gdelt(1)))

    def dies(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("missionwatch.tempo.loading.write_index", dies)
        with pytest.raises(KeyboardInterrupt):
            into(lines(tmp_path / "b.CSV", gdelt(2)))
    assert [row["event_id"] for row in rows("gdelt")] == ["1"]
    into(lines(tmp_path / "c.CSV", gdelt(3)))
    assert [row["event_id"] for row in rows("gdelt")] == ["1", "3"]
    assert len(list(store.rglob("*.parquet"))) == 2
    assert into(tmp_path / "b.CSV").added == 1


def test_one_load_at_a_time(tmp_path: Path, into: Into, store: Path) -> None:
    path = lines(tmp_path / "a.CSV", gdelt(1))
    into(path)
    with (store / stores.LOCK).open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(TempoStoreError, match="another load is at work"):
            into(path)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda store: (store / stores.INDEX).unlink(), "there are no event data"),
        (lambda store: (store / stores.INDEX).write_text("{"), "is damaged"),
        (lambda store: (store / stores.INDEX).write_text('{"form": 9}'), "newer missionwatch"),
        (lambda store: next(store.rglob("*.parquet")).unlink(), "lacks source=gdelt"),
    ],
)
def test_a_folder_that_is_not_whole(
    tmp_path: Path, into: Into, store: Path, spoil: Callable[[Path], object], said: str
) -> None:
    into(lines(tmp_path / "a.CSV", gdelt(1)))
    spoil(store)
    with pytest.raises(TempoStoreError, match=said):
        Archive(store)


def test_the_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(name: str) -> object:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    monkeypatch.setattr(stores, "import_module", gone)
    with pytest.raises(TempoNotSetUpError, match=r"duckdb.*missionwatch\[tempo\]"):
        stores.connect()


def test_files_and_folders_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(TempoStoreError, match="there is no file"):
        files_in([tmp_path / "none.csv"])
    with pytest.raises(TempoStoreError, match="holds no files"):
        files_in([tmp_path])


def test_names_with_quotes_and_odd_letters(tmp_path: Path, into: Into, rows: Rows) -> None:
    into(lines(tmp_path / "it's; DROP TABLE “x”.CSV", gdelt(1)))
    assert len(rows("gdelt")) == 1


def test_the_index_says_what_each_file_covers(tmp_path: Path, into: Into, store: Path) -> None:
    into(
        table(
            tmp_path / "a.csv",
            [acled("A", "2022-01-03"), acled("B", "2022-02-01", iso=562, country="Niger"), acled("C", "someday")],
        ),
        lines(tmp_path / "g.CSV", gdelt(1, "2012-01-10", added="2022-01-10")),
    )
    first, second = stores.read_index(store).files
    assert (first.rows, first.rejected, str(first.first), str(first.last), first.countries) == (
        2,
        1,
        "2022-01-03",
        "2022-02-01",
        ("ML", "NE"),
    )
    assert (str(second.first), str(second.last), second.countries) == ("2022-01-10", "2022-01-10", None)
    assert json.loads((store / stores.INDEX).read_text(encoding="utf-8"))["form"] == 1
