"""The folder of event data: which Parquet files are in it and where they came from; changed in one step or not at all.

``store.json`` lists what counts. A load writes new Parquet files beside the old ones and then replaces ``store.json``; files that it
does not list are leftovers of a load that was broken off, and are removed by the next one.
"""

from __future__ import annotations

import fcntl
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

import msgspec

from missionwatch.errors import TempoNotSetUpError, TempoStoreError
from missionwatch.files import whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from duckdb import DuckDBPyConnection

INDEX, REJECTS, WORK, LOCK = "store.json", "rejects.jsonl", ".work", ".lock"
MEMORY = "1GB"
"""What DuckDB may hold in memory; what is more goes to disk."""


class LoadedFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was loaded: ``first`` and ``last`` are the days it covers, ``countries`` those it has rows of (None: the world)."""

    number: int
    name: str
    sha256: str
    dataset: str
    release: str | None
    rows: int
    rejected: int
    first: date | None
    last: date | None
    countries: tuple[str, ...] | None


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """One Parquet file, by its path in the folder, with its rows and the days in it."""

    path: str
    dataset: str
    rows: int
    first: date
    last: date

    @property
    def shelf(self) -> str:
        """Return the shelf that it stands on (``2022-incidents``)."""
        return self.path.split("/")[1].removeprefix("shelf=")


class Index(msgspec.Struct, frozen=True, kw_only=True):
    """What a folder of event data holds."""

    form: int = 1
    files: tuple[LoadedFile, ...] = ()
    pieces: tuple[Piece, ...] = ()


def there(folder: Path) -> bool:
    """Say whether event data lie in a folder."""
    return (folder / INDEX).exists()


def beside(ledger: Path) -> Path | None:
    """Return the folder of event data that lies beside a ledger, ``mali.tempo`` beside ``mali.db``; None where there are none in it."""
    folder = ledger.with_suffix(".tempo")
    return folder if there(folder) else None


def read_index(folder: Path) -> Index:
    """Return what a folder holds; raise ``TempoStoreError`` where it is none or damaged."""
    path = folder / INDEX
    try:
        index = msgspec.json.decode(path.read_bytes(), type=Index)
    except FileNotFoundError as fault:
        raise TempoStoreError(
            f"there are no event data in {folder}; load some with: missionwatch tempo load FILES --into {folder}"
        ) from fault
    except OSError as fault:
        raise TempoStoreError(f"cannot read {path}: {fault.strerror}") from fault
    except msgspec.MsgspecError as fault:
        raise TempoStoreError(f"{path} is damaged ({fault}); load the event files into a new folder") from fault
    if index.form != 1:
        raise TempoStoreError(f"{path} is of a newer missionwatch (form {index.form}); use that one")
    missing = [piece.path for piece in index.pieces if not (folder / piece.path).is_file()]
    if missing:
        raise TempoStoreError(
            f"{folder} lacks {missing[0]}, which {INDEX} lists; load the event files into a new folder"
        )
    return index


def write_index(folder: Path, index: Index) -> None:
    """Replace what a folder says it holds, in one step."""
    with whole(folder / INDEX) as out:
        out.write(msgspec.json.encode(index))


@contextmanager
def held(folder: Path) -> Iterator[Index]:
    """Hold a folder for a load, made where it is not there yet; give what it holds.

    Raises ``TempoStoreError`` where another load holds it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = (folder / LOCK).open("w")
    except OSError as fault:
        raise TempoStoreError(f"cannot write in {folder}: {fault.strerror}; name another folder with --into") from fault
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fault:
            raise TempoStoreError(f"another load is at work in {folder}; wait until it is done") from fault
        index = read_index(folder) if (folder / INDEX).exists() else Index()
        sweep(folder, index)
        yield index


def sweep(folder: Path, index: Index) -> None:
    """Remove Parquet files that a broken-off load left behind."""
    listed = {piece.path for piece in index.pieces}
    for path in folder.glob("source=*/shelf=*/*.parquet"):
        if str(path.relative_to(folder)) not in listed:
            path.unlink()


def connect(work: Path | None = None, *, memory: str = MEMORY) -> DuckDBPyConnection:
    """Return a DuckDB of its own in memory, bounded, that loads nothing from outside; ``work`` is where it puts what does not fit.

    Raises ``TempoNotSetUpError`` where the extra is not installed.
    """
    try:
        duckdb: Any = import_module("duckdb")
        import_module("pyarrow")
    except ImportError as fault:
        raise TempoNotSetUpError(
            f"event data need {fault.name}; install it with: pip install 'missionwatch[tempo]'"
        ) from fault
    settings: dict[str, Any] = {
        "memory_limit": memory, "preserve_insertion_order": False, "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }  # fmt: skip
    if work is not None:
        settings["temp_directory"] = str(work)
    connection: DuckDBPyConnection = duckdb.connect(":memory:", config=settings)
    connection.execute("SET enable_progress_bar = false")
    # rows of a shelf are held back until there are so many; the default is eight times this, for each thread and shelf
    connection.execute("SET partitioned_write_flush_threshold = 65536")
    return connection
