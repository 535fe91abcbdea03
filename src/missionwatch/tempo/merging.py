"""Each event once: what is staged is held against what is there, and the newer version of an event stands.

Which version is newer the dataset says (ACLED's timestamp, GDELT's moment of adding, UCDP's release), so the order of loading does
not matter; where it does not say, what was loaded last stands. Rows that are the same but for the file they came from add nothing.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from missionwatch.tempo import normal
from missionwatch.tempo.store import Piece

if TYPE_CHECKING:
    from pathlib import Path

    from duckdb import DuckDBPyConnection

    from missionwatch.tempo.formats import Dataset

MANY_PIECES, SMALL_ROWS = 12, 250_000
"""A shelf with more small Parquet files than this is put together in one."""


class Tally(Protocol):
    """What is counted while events are settled."""

    added: int
    replaced: int
    unchanged: int


def settle(
    db: DuckDBPyConnection,
    dataset: Dataset,
    stage: Path,
    folder: Path,
    pieces: tuple[Piece, ...],
    number: int,
    tally: Tally,
) -> tuple[Piece, ...]:
    """Move staged Parquet files into the folder, without what is there already or older; return the pieces that count then."""
    fresh = sorted(stage.glob("*/shelf=*/*.parquet"))
    if not fresh:
        return pieces
    mine = [piece for piece in pieces if piece.dataset == dataset]
    kept = [piece for piece in pieces if piece.dataset != dataset]
    writer = _Writer(db, dataset, folder, number)
    db.execute(
        f"CREATE OR REPLACE TEMP VIEW staged AS SELECT * FROM read_parquet({_list(fresh)}, hive_partitioning = false)"
    )
    keys = ", ".join(normal.keys_of(dataset))
    rows = _number(db, "SELECT count(*) FROM staged")
    overlapping = _overlapping(db, dataset, folder, mine)
    live = _live(folder, overlapping, dataset)
    _clashes(db, dataset, live)
    clashing = _number(db, "SELECT count(*) FROM clash")
    if not clashing:
        tally.added += rows
        made = [writer.move(path, _shelf(path)) for path in fresh]
        return (*kept, *_compact(writer, folder, [*mine, *made]))
    _rivals(db, dataset, live)
    wins = _number(db, "SELECT count(*) FROM winners")
    replaced = _number(
        db,
        f"SELECT count(*) FROM winners SEMI JOIN (SELECT {keys} FROM best WHERE standing_ IS NOT NULL) USING ({keys})",
    )
    alone = rows - _number(db, "SELECT sum(times) FROM best")
    tally.added += alone + wins - replaced
    tally.replaced += replaced
    tally.unchanged += rows - alone - wins
    made = []
    for path in fresh:
        made.append(
            writer.write(
                f"SELECT s.* FROM read_parquet({_list([path])}) s ANTI JOIN clash USING ({keys})", _shelf(path)
            )
        )
    shelf_of = normal.shelf_of(dataset)
    for (shelf,) in db.execute(f"SELECT DISTINCT {shelf_of} FROM winners ORDER BY 1").fetchall():
        made.append(writer.write(f"SELECT * FROM winners WHERE {shelf_of} = {normal.text(shelf)}", shelf))
    if replaced:
        there = f"read_parquet({_list([folder / p.path for p in overlapping])}, filename = true)"
        touched = {
            row[0]
            for row in db.execute(f"SELECT DISTINCT filename FROM {there} SEMI JOIN winners USING ({keys})").fetchall()
        }
        for piece in list(mine):
            if str(folder / piece.path) in touched:
                mine.remove(piece)
                made.append(
                    writer.write(
                        f"SELECT l.* FROM read_parquet({_list([folder / piece.path])}) l ANTI JOIN winners USING ({keys})",
                        piece.shelf,
                    )
                )
    return (*kept, *_compact(writer, folder, [*mine, *(piece for piece in made if piece.rows)]))


def _overlapping(db: DuckDBPyConnection, dataset: Dataset, folder: Path, mine: list[Piece]) -> list[Piece]:
    """Return the pieces that can hold a staged row: a Parquet file knows the least and the greatest of each column."""
    if not mine:
        return []
    key = "mentioned" if dataset == "gdelt-mentions" else "event_id"
    low, high = db.execute(f"SELECT min({key})::VARCHAR, max({key})::VARCHAR FROM staged").fetchone() or (None, None)
    found = db.execute(
        "SELECT file_name FROM parquet_metadata("
        + _list([folder / piece.path for piece in mine])
        + f") WHERE path_in_schema = {normal.text(key)} GROUP BY file_name "
        "HAVING coalesce(max(stats_max_value), '￿') >= ? AND coalesce(min(stats_min_value), '') <= ?",
        [low, high],
    ).fetchall()
    names = {name for (name,) in found}
    return [piece for piece in mine if str(folder / piece.path) in names]


def _live(folder: Path, pieces: list[Piece], dataset: Dataset) -> str:
    if pieces:
        return f"read_parquet({_list([folder / piece.path for piece in pieces])}, hive_partitioning = false, union_by_name = true)"
    columns = ", ".join(f"CAST(NULL AS {kind}) AS {name}" for name, kind in normal.columns_of(dataset))
    return f"(SELECT {columns} WHERE false)"


def _clashes(db: DuckDBPyConnection, dataset: Dataset, live: str) -> None:
    """Make the table ``clash`` of the keys that stand more than once, staged or there already."""
    keys = ", ".join(normal.keys_of(dataset))
    db.execute(
        f"CREATE OR REPLACE TEMP TABLE clash AS SELECT {keys} FROM staged GROUP BY {keys} HAVING count(*) > 1 "
        f"UNION SELECT {keys} FROM {live} SEMI JOIN staged USING ({keys})"
    )


def _rivals(db: DuckDBPyConnection, dataset: Dataset, live: str) -> None:
    """Make the tables ``best`` (of each clashing key how often it is staged, and whether it stands already) and ``winners``.

    The winners are the staged rows that stand from now on. Rows are compared by a hash of all they say, so that the whole rows
    need not be held: of two rows of one version in one file the greater hash stands, which is always the same one.
    """
    keys = ", ".join(normal.keys_of(dataset))
    said = ", ".join(name for name, _ in normal.columns_of(dataset) if name != "file")
    row = f"SELECT {keys}, {{'version': version, 'file': file, 'said': hash({said})}} AS row_"
    best = "max(row_) FILTER (NOT standing) AS staged_, max(row_) FILTER (standing) AS standing_, count(*) FILTER (NOT standing) AS times"
    db.execute(
        f"CREATE OR REPLACE TEMP TABLE best AS SELECT {keys}, {best} FROM ({row}, false AS standing FROM staged SEMI JOIN clash USING ({keys}) "
        f"UNION ALL {row}, true FROM {live} SEMI JOIN clash USING ({keys})) GROUP BY {keys}"
    )
    newer = (
        "standing_ IS NULL OR staged_.version > standing_.version "
        "OR (staged_.version = standing_.version AND staged_.said <> standing_.said)"
    )
    db.execute(
        f"CREATE OR REPLACE TEMP TABLE winners AS SELECT DISTINCT ON ({keys}) s.* FROM staged s JOIN "
        f"(SELECT {keys}, staged_ FROM best WHERE {newer}) b USING ({keys}) WHERE s.file = b.staged_.file AND hash({said}) = b.staged_.said"
    )


def _compact(writer: _Writer, folder: Path, pieces: list[Piece]) -> list[Piece]:
    """Put the small Parquet files of a shelf together where there are many."""
    shelves: dict[str, list[Piece]] = {}
    for piece in pieces:
        if piece.rows < SMALL_ROWS:
            shelves.setdefault(piece.shelf, []).append(piece)
    out = list(pieces)
    for shelf, small in shelves.items():
        if len(small) > MANY_PIECES:
            out = [piece for piece in out if piece not in small]
            out.append(
                writer.write(
                    f"SELECT * FROM read_parquet({_list([folder / p.path for p in small])}, hive_partitioning = false)",
                    shelf,
                )
            )
    return out


class _Writer:
    """Writes Parquet files into a folder, and says what is in them."""

    def __init__(self, db: DuckDBPyConnection, dataset: Dataset, folder: Path, number: int) -> None:
        self._db, self._dataset, self._folder, self._number = db, dataset, folder, number
        self._written = 0

    def write(self, query: str, shelf: str) -> Piece:
        """Write the rows of a query to a Parquet file of a shelf."""
        inside, target = self._next(shelf)
        columns = ", ".join(name for name, _ in normal.columns_of(self._dataset))
        self._db.execute(
            f"COPY (SELECT {columns} FROM ({query})) TO {normal.text(str(target))} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)"
        )
        return self._described(inside, target)

    def move(self, ready: Path, shelf: str) -> Piece:
        """Take over a Parquet file as it is."""
        inside, target = self._next(shelf)
        ready.replace(target)
        return self._described(inside, target)

    def _next(self, shelf: str) -> tuple[str, Path]:
        self._written += 1
        inside = f"source={self._dataset}/shelf={shelf}/{self._number:06d}-{self._written:04d}.parquet"
        target = self._folder / inside
        target.parent.mkdir(parents=True, exist_ok=True)
        return inside, target

    def _described(self, inside: str, target: Path) -> Piece:
        day = normal.day_of(self._dataset)
        rows, first, last = self._one(
            f"SELECT count(*), min({day})::DATE, max({day})::DATE FROM read_parquet({_list([target])})"
        )
        if not rows:
            target.unlink()
        return Piece(path=inside, dataset=self._dataset, rows=rows, first=first or date.min, last=last or date.min)

    def _one(self, query: str) -> Any:
        return self._db.execute(query).fetchone()


def _number(db: DuckDBPyConnection, query: str) -> int:
    found = db.execute(query).fetchone()
    return int(found[0]) if found else 0


def _shelf(path: Path) -> str:
    return path.parent.name.removeprefix("shelf=")


def _list(paths: list[Path]) -> str:
    return "[" + ", ".join(normal.text(str(path)) for path in paths) + "]"
