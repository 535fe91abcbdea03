from __future__ import annotations

import os
import signal
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from missionwatch import theatre
from missionwatch.cluster import backfill, backfilling, open_archive
from missionwatch.errors import ClusterError
from missionwatch.ledger import open_ledger

if TYPE_CHECKING:
    from pathlib import Path

    from missionwatch.cluster import Archive, Progress

MALI = theatre.load("mali")
NOW = datetime(2022, 9, 1, tzinfo=UTC)
DOCUMENTS = 260


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Give a folder of dispatches, those of Mali again and again with another day and number, and one that is no report."""
    folder = tmp_path_factory.mktemp("archive")
    texts = [path.read_text(encoding="utf-8") for path in theatre.dispatches("mali")]
    for n in range(DOCUMENTS):
        (folder / f"{n:04}.txt").write_text(
            texts[n % len(texts)] + f"\n\nSerial {n}: {n * 7} people came.\n", encoding="utf-8"
        )
    (folder / "9999.txt").write_bytes(b"\0\1\2\3")
    return open_archive(folder, fetched=NOW)


def booked(place: Path) -> list[tuple[str, str]]:
    """Return what stands in a book, in order, without the moments of booking: and see that its chain is whole."""
    with open_ledger(place) as book:
        book.verify()
        return [(one.kind, one.subject) for one in book.bookings()]


def run(archive: Archive, folder: Path, name: str, workers: int = 1) -> tuple[list[Progress], list[tuple[str, str]]]:
    place = folder / f"{name}.db"
    with open_ledger(place, create=True) as book:
        steps = list(
            backfill(archive, book, MALI, work=folder / f"{name}.work", known=folder / f"{name}.known", workers=workers)
        )
    return steps, booked(place)


@pytest.fixture(scope="module")
def alone(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str]]:
    steps, found = run(archive, tmp_path_factory.mktemp("alone"), "alone", workers=1)
    assert steps[-1].documents == DOCUMENTS + 1
    assert steps[-1].refused == 1
    assert steps[-1].reports == DOCUMENTS
    assert sum(kind == "report" for kind, _ in found) == DOCUMENTS
    return found


@pytest.mark.slow
def test_two_workers_book_what_one_books_in_the_same_order(
    archive: Archive, alone: list[tuple[str, str]], tmp_path: Path
) -> None:
    steps, found = run(archive, tmp_path, "two", workers=2)
    assert found == alone
    assert [step.shards for step in steps] == [1, 2, 3]


@pytest.mark.slow
def test_a_worker_killed_in_the_middle_loses_and_doubles_nothing(
    archive: Archive, alone: list[tuple[str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed: list[int] = []
    send = backfilling._send

    def sending(client: object, job: object, shard: object) -> object:
        future = send(client, job, shard)  # type: ignore[arg-type]
        if not killed:
            pids = client.run(os.getpid)  # type: ignore[attr-defined]
            killed.append(next(iter(pids.values())))
            os.kill(killed[0], signal.SIGKILL)
        return future

    monkeypatch.setattr(backfilling, "_send", sending)
    _, found = run(archive, tmp_path, "killed", workers=2)
    assert killed
    assert found == alone


@pytest.mark.slow
def test_stopped_in_the_middle_it_goes_on_where_it_was(
    archive: Archive, alone: list[tuple[str, str]], tmp_path: Path
) -> None:
    place, work = tmp_path / "stopped.db", tmp_path / "work"
    with open_ledger(place, create=True) as book, closing(backfill(archive, book, MALI, work=work)) as going:
        assert next(going).shards == 1
    mark = next(work.glob("*/booked"))
    mark.write_text("0", encoding="ascii")  # as if it had been stopped after booking and before it said so
    next(iter(work.iterdir())).joinpath("00000001.result").write_bytes(b"half a resul")
    with open_ledger(place) as book:
        steps = list(backfill(archive, book, MALI, work=work))
        assert steps[0].already == 100
        assert list(backfill(archive, book, MALI, work=work)) == []
    assert booked(place) == alone
    assert not list(work.glob("*/*.result"))


@pytest.mark.slow
def test_another_ledger_is_not_taken_for_the_one_that_was_filled(
    archive: Archive, alone: list[tuple[str, str]], tmp_path: Path
) -> None:
    for name in ("first", "second"):
        with open_ledger(tmp_path / f"{name}.db", create=True) as book:
            assert [step.shards for step in backfill(archive, book, MALI, work=tmp_path / "work")] == [1, 2, 3]
        assert booked(tmp_path / f"{name}.db") == alone


def test_a_scheduler_that_is_not_there_is_said_so(archive: Archive, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "x.db", create=True) as book, pytest.raises(ClusterError, match="no Dask scheduler"):
        list(backfill(archive, book, MALI, work=tmp_path / "work", scheduler="tcp://127.0.0.1:1"))
